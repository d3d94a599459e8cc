"""The annotated texts that the name tagger learns from: records as sentences with a label for every token.

What belongs here: reading records, and bringing the sets to one way of drawing borders. Labels that a machine has made
are cleaned in `label_cleaning`, the tagger is trained in `train_tagger`.
"""

import json
import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from label_cleaning import guideline_borders

from tidybrief.extraction.names.cues import name_cues
from tidybrief.extraction.names.gazetteers import known_places
from tidybrief.extraction.names.matching import plain_apostrophes
from tidybrief.extraction.names.tagger import NameTagger
from tidybrief.extraction.names.tagger_runs import is_candidate
from tidybrief.extraction.records import Sentence
from tidybrief.extraction.tokens import Tokens, tokenise
from tidybrief.lexicon import load_lexicon

TYPES = ("ORG", "PERSON", "PLACE", "PRODUCT", "POLICY", "WORK", "EVENT", "OTHER", "NORP")
RECORDS_TOGETHER = 20  # that may be of one document, and go into the same half
LEXICON = load_lexicon()
CUES = name_cues(LEXICON)
ADJECTIVES = frozenset(surface for surface, place in known_places(LEXICON).items() if place.form == "adjective")


@dataclass
class Example:
    """One record: its sentences and the label of every token."""

    source: str
    sentences: list[Tokens]
    labels: list[list[str]]
    complete: bool
    half: int  # of the material, so that names are typed by a tagger that has not seen their text


def sentences_of(text: str) -> list[Sentence]:
    """A plain segmentation: lines, and full stops before a capital."""
    found = []
    for line in re.finditer(r"[^\n]+", text):
        start = line.start()
        for stop in re.finditer(r"(?<=[a-z0-9)\"”’%][.!?])[\"”]? +(?=[A-Z\"“])", line.group()):
            found.append((start, line.start() + stop.start()))
            start = line.start() + stop.end()
        found.append((start, line.end()))
    return [
        Sentence(n, i, j, text[i:j], "paragraph", "", "asserted") for n, (i, j) in enumerate(found) if text[i:j].strip()
    ]


def read_records(paths: Iterable[Path]) -> dict[str, list[dict[str, Any]]]:
    """Records that annotate mentions, by the name of their file."""
    found = {}
    for path in paths:
        with path.open(encoding="utf-8") as lines:
            records = [json.loads(line) for line in lines]
        found[path.stem] = [
            record
            for record in records
            if "mentions" in record and "mentions" in record.get("scope", {}).get("fields", ["mentions"])
        ]
    return found


def examples_of(source: str, records: Iterable[dict[str, Any]]) -> Iterator[Example]:
    for number, record in enumerate(records):
        example = example_of(source, record, record.get("group", number // RECORDS_TOGETHER) % 2)
        if example is not None:
            yield example


def example_of(source: str, record: dict[str, Any], half: int) -> Example | None:
    text = record["text"]
    if "btc" in source and ("RT" in text or "#" in text):
        return None
    whole = "gum" not in source
    sentences = (
        [Sentence(0, 0, len(text), text, "paragraph", "", "asserted")]
        if whole and "\n" not in text
        else sentences_of(text)
    )
    tokenised = tokenise(text, sentences)
    labels = [["O"] * len(tokens) for tokens in tokenised]
    for ignored in record.get("ignore", []):
        if ignored.get("field", "mentions") == "mentions" and "gum" in source:
            mark((tokenised, labels), ignored["start"], ignored["end"], "OTHER")
    for mention in record["mentions"]:
        kind = mention.get("fine") or ("OTHER" if mention["type"] == "MISC" else mention["type"])
        start, end = mention["start"], mention["end"]
        if "gum" in source and kind in {"PERSON", "ORG", "PLACE"} and ", " in text[start:end]:
            continue
        pieces = [(start, end)]
        if "gum" in source and kind == "PERSON" and " and " in text[start:end]:
            cut = text.index(" and ", start)
            pieces = [(start, cut), (cut + 5, end)]
        for piece in pieces:
            mark((tokenised, labels), *piece, kind, is_unchecked(source))
    for tokens, row in zip(tokenised, labels, strict=True):
        for position, word in enumerate(tokens.words):
            if (
                plain_apostrophes(word) in ADJECTIVES
                and row[position] in {"O", "B-OTHER", "B-PLACE", "B-ORG", "B-PERSON"}
                and not (position + 1 < len(row) and row[position + 1].startswith("I-"))
            ):
                row[position] = "B-NORP"
    return Example(source, tokenised, labels, complete="crossner" in source or source == "silver", half=half)


def is_unchecked(source: str) -> bool:
    """Whether a machine has made the labels of the set, and nobody has checked them all."""
    return "gmb" in source


def mark(
    example: tuple[list[Tokens], list[list[str]]], start: int, end: int, kind: str, unchecked: bool = False
) -> None:
    tokenised, labels = example
    for tokens, row in zip(tokenised, labels, strict=True):
        if not len(tokens) or not tokens.starts[0] <= start < tokens.end(-1):
            continue
        first, last = token_range(tokens, start, min(end, tokens.end(-1)))
        words = tokens.words
        while first < last - 1 and words[first].lower() in {"the", "a", "an"} and kind != "WORK":
            first += 1
        while first < last and words[last - 1] in {"'s", "’s", "'", "’", ".", ","}:
            last -= 1
        if unchecked and first < last:
            redrawn = guideline_borders(words, first, last, kind, CUES)
            if redrawn is None:
                return
            first, last, kind = redrawn
        if kind == "PERSON":
            while (
                first < last
                and (words[first].rstrip(".") in CUES.titles or not is_candidate(words[first]))
                and (last - first > 1 or words[first].rstrip(".") in CUES.titles)
            ):
                first += 1
        if first >= last or not any(is_candidate(word) for word in words[first:last]):
            return
        row[first:last] = [f"B-{kind}"] + [f"I-{kind}"] * (last - first - 1)
        if last < len(row) and row[last].startswith("I-"):
            row[last] = "O"
        return


def token_range(tokens: Tokens, start: int, end: int) -> tuple[int, int]:
    """First token that ends after `start`, and one past the last token that starts before `end`."""
    first = bisect_right(tokens.starts, start)
    if first and tokens.end(first - 1) > start:
        first -= 1
    return first, max(first, bisect_left(tokens.starts, end))


def impute(examples: Iterable[Example], tagger: NameTagger) -> None:
    """Fills in the types that a set does not annotate, from a tagger trained on sets that annotate all."""
    for example in examples:
        if example.complete:
            continue
        for tag in tagger.tag(example.sentences):
            row = example.labels[tag.sentence]
            if (
                tag.type in {"PRODUCT", "POLICY", "WORK", "EVENT", "OTHER"}
                and all(label == "O" for label in row[tag.first : tag.last])
                and not (tag.last < len(row) and row[tag.last].startswith("I-"))
            ):
                row[tag.first : tag.last] = [f"B-{tag.type}"] + [f"I-{tag.type}"] * (tag.last - tag.first - 1)
