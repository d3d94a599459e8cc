"""Rebuilds the weights of the name tagger from a folder of annotated texts.

    python tools/train_tagger.py ANNOTATED... --lists LISTS --unlabelled TEXTS --out name_tagger.bin

ANNOTATED are JSONL files or folders of them, one record a line: `{"text", "mentions": [{"start", "end", "type",
"fine"}], "ignore": [...], "scope": {"mention_types": [...]}}`. LISTS holds `cities.csv`, `listed-companies.csv`,
`surnames-us.csv`, `universities.csv`; TEXTS are plain text files, or .tar.xz archives of them.
A tagger of the sets that were annotated by hand corrects the one that was not. Two taggers, each of half of the
material, find the names that the second stage is trained on; a third, of all of it, is kept. Needs python-crfsuite
beside the package; docs/tagger.md names the data and its licences. The same input gives the same bytes.
"""

import os

os.environ.setdefault("OMP_NUM_THREADS", "1")  # sums of several threads differ in their last bits
os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")

import argparse
import csv
import json
import re
import sys
import tarfile
import tempfile
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from pathlib import Path
from typing import Any, ClassVar

import numpy as np
import pycrfsuite
from label_cleaning import guideline_borders, settle_types
from tagger_silver import silver_documents, silver_records
from typer_training import typer_arrays, typing_items

from tidybrief.extraction.names.cues import name_cues
from tidybrief.extraction.names.document_case import DocumentCase
from tidybrief.extraction.names.gazetteers import known_places
from tidybrief.extraction.names.matching import plain_apostrophes
from tidybrief.extraction.names.tagger import NameTagger
from tidybrief.extraction.names.tagger_context import FLAGS, PhraseLists, flags_of_run, seen_pairs, seen_places, window
from tidybrief.extraction.names.tagger_features import NEAR_OFFSETS, PAIR_OFFSETS, WordFeatures, WordLists
from tidybrief.extraction.names.tagger_runs import find_candidate_runs, is_candidate
from tidybrief.extraction.names.tagger_weights import pack, unpack
from tidybrief.extraction.records import Sentence
from tidybrief.extraction.tokens import Tokens, token_range, tokenise
from tidybrief.lexicon import Lexicon, load_lexicon

TYPES = ("ORG", "PERSON", "PLACE", "PRODUCT", "POLICY", "WORK", "EVENT", "OTHER", "NORP")
LABELS = ("O", *(f"{mark}-{kind}" for kind in TYPES for mark in "BI"))
CLUSTERS = 256
HALF_ITERATIONS = 60
TYPER_C1, TYPER_C2, TYPER_ITERATIONS = 0.2, 5.0, 50
LEFT_OUT = ("wnut17",)  # sets whose names are too unlike those of prose to help
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


def items_of(example: Example, features: "Features") -> Iterator[tuple[list[list[str]], list[str]]]:
    document = DocumentCase.of(example.sentences)
    for tokens, labels in zip(example.sentences, example.labels, strict=True):
        words = tokens.words
        for first, last in find_candidate_runs(words):
            whole, own = flags_of_run(tokens, first, last, document, features.phrases)
            rows = [[FLAGS[flag] for flag in whole] for _ in range(first, last)]
            for place, flag in own:
                rows[place].append(FLAGS[flag])
            for offset, seen in seen_from(words, first, last):
                for row, word in zip(rows, seen, strict=True):
                    row.extend(features.at(offset, word))
            run = labels[first:last]
            if run[0].startswith("I-"):
                run = ["B" + run[0][1:], *run[1:]]
            yield rows, run


def seen_from(words: Sequence[str], first: int, last: int) -> Iterator[tuple[str, Sequence[str | tuple[str, str]]]]:
    """For each offset, the words or pairs of words that the tokens of the run see over it."""
    around, lengths = window(words, first, last), np.array([last - first])
    pairs = list(pairwise(around[1:-1]))
    yield "0", around[2:-2]
    for offset, places in zip(NEAR_OFFSETS, seen_places(lengths), strict=True):
        yield offset, [around[place] for place in places]
    for offset, places in zip(PAIR_OFFSETS, seen_pairs(lengths), strict=True):
        yield offset, [pairs[place] for place in places]


class Features:
    """Word features, remembered."""

    def __init__(self, lists: WordLists, phrases: PhraseLists) -> None:
        self._words = WordFeatures(LEXICON, lists)
        self.phrases = phrases
        self._seen: dict[tuple[str, Any], list[str]] = {}

    def at(self, offset: str, word: Any) -> list[str]:
        key = (offset, word)
        if key not in self._seen:
            self._seen[key] = [f"{offset}:{feature}" for feature in self._words.at(offset, word)]
        return self._seen[key]


def train(examples: Sequence[Example], features: Features, iterations: int, c1: float, c2: float) -> Any:
    trainer = pycrfsuite.Trainer(verbose=False)
    trainer.set_params({"c1": c1, "c2": c2, "max_iterations": iterations, "feature.possible_transitions": False})
    for example in examples:
        for rows, labels in items_of(example, features):
            trainer.append(pycrfsuite.ItemSequence(rows), labels)
    with tempfile.TemporaryDirectory() as folder:
        model = str(Path(folder) / "model.crfsuite")
        trainer.train(model)
        tagger = pycrfsuite.Tagger()
        tagger.open(model)
        info = tagger.info()
        tagger.close()
    return info


def arrays_of(info: Any, lists: dict[str, str], smallest: float) -> dict[str, Any]:
    state = {key: value for key, value in info.state_features.items() if abs(value) >= smallest}
    names = sorted({feature for feature, _ in state})
    row = {name: number for number, name in enumerate(names)}
    column = {label: number for number, label in enumerate(LABELS)}
    entries = sorted((row[feature], column[label], value) for (feature, label), value in state.items())
    transitions = np.zeros((len(LABELS), len(LABELS)), dtype=np.float16)
    for (before, after), value in info.transitions.items():
        transitions[column[before], column[after]] = value
    text = {"labels": "\n".join(LABELS), "features": "\n".join(names), **lists}
    return {
        **{name: np.frombuffer(content.encode(), dtype=np.uint8) for name, content in text.items()},
        "rows": np.array([entry[0] for entry in entries], dtype=np.int32),
        "columns": np.array([entry[1] for entry in entries], dtype=np.int8),
        "values": np.array([entry[2] for entry in entries], dtype=np.float16),
        "transitions": transitions,
    }


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


def unlabelled_texts(paths: Iterable[Path]) -> Iterator[str]:
    for path in paths:
        if path.suffix == ".xz":
            with tarfile.open(path) as archive:
                for member in sorted(archive.getmembers(), key=lambda member: member.name):
                    content = archive.extractfile(member) if member.isfile() else None
                    if content is not None:
                        yield content.read().decode("utf-8", "replace")
        else:
            yield path.read_text(encoding="utf-8")


def word_statistics(texts: Iterable[str]) -> tuple[Counter[str], list[list[str]]]:
    """Counts of words inside sentences, and the sentences themselves."""
    inside: Counter[str] = Counter()
    sentences = []
    for text in texts:
        for tokens in tokenise(text, sentences_of(text)):
            words = [plain_apostrophes(word) for word in tokens.words]
            inside.update(words[1:])
            sentences.append(words)
    return inside, sentences


def case_levels(inside: Counter[str]) -> str:
    """Words by the share of their occurrences that prose capitalises: five lines from hardly ever to always."""
    together: Counter[str] = Counter()
    capital: Counter[str] = Counter()
    for word, count in inside.items():
        if word[0].isalpha():
            together[word.lower()] += count
            if word[0].isupper():
                capital[word.lower()] += count
    levels: list[list[str]] = [[] for _ in range(5)]
    for word, count in sorted(together.items()):
        if count >= 3:
            share = capital[word] / count
            levels[0 if share < 0.03 else 1 if share < 0.2 else 2 if share < 0.6 else 3 if share < 0.95 else 4].append(
                word
            )
    return "\n".join(" ".join(level) for level in levels)


def clusters(sentences: Sequence[Sequence[str]], inside: Counter[str]) -> str:
    """Words in `CLUSTERS` groups of like neighbours: k-means over reduced pointwise mutual information."""
    vocabulary = [word for word, count in sorted(inside.items(), key=lambda item: (-item[1], item[0])) if count >= 6][
        :24_000
    ]
    index = {word: number for number, word in enumerate(vocabulary)}
    contexts = 1_500
    counts = np.zeros((len(vocabulary), 2 * contexts), dtype=np.float32)
    for words in sentences:
        numbers = [index.get(word, -1) for word in words]
        for left, right in pairwise(numbers):
            if left >= 0 and 0 <= right < contexts:
                counts[left, right] += 1
            if right >= 0 and 0 <= left < contexts:
                counts[right, contexts + left] += 1
    rows, columns, total = counts.sum(1, keepdims=True), counts.sum(0, keepdims=True), counts.sum()
    with np.errstate(divide="ignore", invalid="ignore"):
        pmi = np.log(counts * total / (rows * columns**0.75 * total**0.25))
    pmi[~np.isfinite(pmi) | (pmi < 0)] = 0
    _, vectors = np.linalg.eigh(pmi.T @ pmi)
    points = pmi @ vectors[:, -60:]
    points /= np.linalg.norm(points, axis=1, keepdims=True) + 1e-6
    random = np.random.default_rng(7)
    centres = points[random.choice(len(points), CLUSTERS, replace=False)]
    for _ in range(25):
        nearest = (points @ centres.T).argmax(1)
        for number in range(CLUSTERS):
            members = points[nearest == number]
            if len(members):
                centres[number] = members.mean(0)
        centres /= np.linalg.norm(centres, axis=1, keepdims=True) + 1e-6
    order = np.argsort(centres @ vectors_order(centres), kind="stable")
    renumbered = np.empty(CLUSTERS, dtype=int)
    renumbered[order] = np.arange(CLUSTERS)
    groups: list[list[str]] = [[] for _ in range(CLUSTERS)]
    for word, number in zip(vocabulary, renumbered[nearest], strict=True):
        groups[number].append(word)
    return "\n".join(" ".join(sorted(group)) for group in groups)


def vectors_order(centres: Any) -> Any:
    """A direction along which like clusters lie together, so that neighbouring numbers mean like clusters."""
    _, vectors = np.linalg.eigh(centres.T @ centres)
    return vectors[:, -2]


def name_lists(folder: Path, inside: Counter[str]) -> dict[str, str]:
    """Classes of single words and lists of phrases from the open name lists."""

    def column(name: str) -> list[str]:
        with (folder / name).open(encoding="utf-8", newline="") as lines:
            return [row["name"].strip() for row in csv.DictReader(lines)]

    def is_common(word: str) -> bool:
        return inside[word.lower()] > 3 * inside[word]

    cities = {city for city in column("cities.csv") if city[0].isupper() and not is_common(city)}
    ending = re.compile(
        r",?\.?\s*(?:Inc\.?|Corp\.?|Corporation|Ltd\.?|Limited|PLC|plc|LLC|L\.P\.|N\.V\.|S\.A\.|AG|Co\.?|Company|\(.*)?$"
    )
    companies = {ending.sub("", ending.sub("", name)).strip() for name in column("listed-companies.csv")}
    companies = {name for name in companies if len(name) > 2 and name[0].isalnum() and not is_common(name)}
    classes = {
        "city": {city for city in cities if re.fullmatch(r"[\w'’]+", city)},
        "company": {name for name in companies if re.fullmatch(r"[\w'’]+", name)},
        "surname": {name for name in column("surnames-us.csv") if re.fullmatch(r"\w+", name)},
    }
    places = {surface for surface, place in known_places(LEXICON).items() if place.form != "adjective"}
    phrases = {"place": phrase_list(cities | places), "company": phrase_list(companies)}
    return {
        "classes": "\n".join(f"{name}\t{' '.join(sorted(words))}" for name, words in sorted(classes.items())),
        "phrases": "\n".join(f"{name}\t{'|'.join(entries)}" for name, entries in sorted(phrases.items())),
    }


def silver_lists(folder: Path) -> dict[str, Sequence[str]]:
    """Names for the slots of templates."""

    def column(name: str) -> list[str]:
        with (folder / name).open(encoding="utf-8", newline="") as lines:
            return [row["name"].strip() for row in csv.DictReader(lines)]

    short = re.compile(r",? (?:Inc\.?|Corporation|Ltd\.?|Limited|PLC|plc|L\.P\.|N\.V\.|S\.A\.|\(.*)$")
    return {
        "companies": [
            short.sub("", name) for name in column("listed-companies.csv") if name[0].isalpha() and len(name) < 32
        ],
        "universities": [name for name in column("universities.csv") if name[0].isalpha() and len(name) < 60],
        "surnames": column("surnames-us.csv"),
        "cities": [name for name in column("cities.csv") if name[0].isupper() and name.isascii()],
    }


def phrase_list(names: Iterable[str]) -> list[str]:
    entries = set()
    for name in names:
        [tokens] = tokenise(name, [Sentence(0, 0, len(name), name, "paragraph", "", None)])
        if len(tokens) > 1 and not {"|", " "} & set(tokens.words):
            entries.add(" ".join(tokens.words))
    return sorted(entries)


def evaluate(tagger: NameTagger, examples: Iterable[Example]) -> None:
    """Prints exact-span and exact-span-and-type figures by source."""
    counts: dict[str, Counter[str]] = {}
    for example in examples:
        tally = counts.setdefault(example.source, Counter())
        scope = {"ORG", "PERSON", "PLACE"} if not example.complete else set(TYPES) - {"NORP"}
        coarse = lambda kind: kind if kind in {"ORG", "PERSON", "PLACE"} else "MISC"  # noqa: E731
        found = {
            (t.sentence, t.first, t.last): coarse(t.type) for t in tagger.tag(example.sentences) if t.type in scope
        }
        gold = {}
        for number, row in enumerate(example.labels):
            for first, label in enumerate(row):
                if label.startswith("B-") and label[2:] in scope:
                    last = first + 1
                    while last < len(row) and row[last].startswith("I-"):
                        last += 1
                    gold[number, first, last] = coarse(label[2:])
        tally.update(
            found=len(found),
            gold=len(gold),
            span=len(found.keys() & gold.keys()),
            both=len(found.items() & gold.items()),
        )
    for source, tally in counts.items():
        scores = [2 * tally[hit] / max(1, tally["found"] + tally["gold"]) for hit in ("span", "both")]
        print(
            f"{source:32s} span {scores[0]:.3f}  span+type {scores[1]:.3f}  gold {tally['gold']}",
            file=sys.stderr,
        )


def main() -> None:
    parser = argparse.ArgumentParser(description=(__doc__ or "").split("\n", 1)[0])
    parser.add_argument("annotated", nargs="+", type=Path)
    parser.add_argument("--lists", type=Path, required=True)
    parser.add_argument("--unlabelled", nargs="*", type=Path, default=[])
    parser.add_argument("--out", type=Path, required=True)
    parser.add_argument("--hold-out", default="", help="sources whose name contains this are scored, not trained on")
    parser.add_argument("--silver", type=int, default=16, help="times that each template is filled")
    parser.add_argument("--silver-documents", type=int, default=14, help="times for documents of the second stage")
    parser.add_argument("--iterations", type=int, default=80)
    parser.add_argument("--c1", type=float, default=0.08)
    parser.add_argument("--c2", type=float, default=0.02)
    options = parser.parse_args()
    paths = [
        entry for path in options.annotated for entry in (sorted(path.glob("*.jsonl")) if path.is_dir() else [path])
    ]
    held = [word for word in options.hold_out.split(",") if word]
    records = read_records(path for path in paths if not any(word in path.stem for word in LEFT_OUT))
    test = [
        e
        for source, found in records.items()
        if any(word in source for word in held)
        for e in examples_of(source, found)
    ]
    records = {source: found for source, found in records.items() if not any(word in source for word in held)}
    examples = [e for source, found in records.items() for e in examples_of(source, found)]
    names = Lexicon((), LEXICON.cues, "")
    lists = silver_lists(options.lists)
    templates = Path(__file__).with_name("tagger_templates.txt")
    examples += examples_of("silver", silver_records(templates, names, lists, options.silver))
    own_texts = (" ".join(tokens.words) for example in examples for tokens in example.sentences)
    inside, sentences = word_statistics([*unlabelled_texts(options.unlabelled), *own_texts])
    listed = name_lists(options.lists, inside)
    texts = {"case": case_levels(inside), "clusters": clusters(sentences, inside), **listed}
    del sentences
    bare = unpack(pack(arrays_of(NoModel, texts, 0)))
    features = Features(bare.lists, bare.phrases)
    complete = [example for example in examples if example.complete]
    first = train(complete, features, options.iterations // 2, options.c1, options.c2)
    impute(examples, NameTagger(unpack(pack(arrays_of(first, texts, 0))), LEXICON))
    print("imputed", file=sys.stderr)
    unchecked = [example for example in examples if is_unchecked(example.source)]
    if unchecked:
        checked = [example for example in examples if not is_unchecked(example.source)]
        judge = train(checked, features, HALF_ITERATIONS, options.c1, options.c2)
        changed = settle_types(unchecked, NameTagger(unpack(pack(arrays_of(judge, texts, 0))), LEXICON))
        print(f"types of {changed} names settled", file=sys.stderr)
    halves = [
        NameTagger(
            unpack(pack(arrays_of(train(half, features, HALF_ITERATIONS, options.c1, options.c2), texts, 0.01))),
            LEXICON,
        )
        for half in ([example for example in examples if example.half == number] for number in (0, 1))
    ]
    typed = [
        *(example for example in examples if example.source != "silver" and "btc" not in example.source),
        *examples_of("silver", silver_documents(templates, names, lists, options.silver_documents)),
    ]
    words = WordFeatures(LEXICON, bare.lists)
    items = (item for example in typed for item in typing_items(example, halves[1 - example.half], words, CUES))
    typer = typer_arrays(items, halves[0].types, TYPER_C1, TYPER_C2, TYPER_ITERATIONS)
    print("typer trained", file=sys.stderr)
    final = train(examples, features, options.iterations, options.c1, options.c2)
    content = pack({**arrays_of(final, texts, 0.01), **typer})
    options.out.write_bytes(content)
    print(f"{len(content)} bytes, {len(final.state_features)} scores", file=sys.stderr)
    evaluate(NameTagger(unpack(content), LEXICON), test)


class NoModel:
    """Stands for a model before training, when only the lists are there."""

    state_features: ClassVar[dict[tuple[str, str], float]] = {}
    transitions: ClassVar[dict[tuple[str, str], float]] = {}


if __name__ == "__main__":
    main()
