"""Lists and statistics that the name tagger learns with: how prose capitalises words, clusters, names by list.

What belongs here: what is counted in texts without annotation, and read from open lists of names.
"""

import csv
import re
import tarfile
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise
from pathlib import Path
from typing import Any

import numpy as np
from tagger_corpus import LEXICON, sentences_of

from tidybrief.extraction.names.gazetteers import known_places
from tidybrief.extraction.names.matching import plain_apostrophes
from tidybrief.extraction.records import Sentence
from tidybrief.extraction.tokens import tokenise

CLUSTERS = 256


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

    def is_common(word: str) -> bool:
        return inside[word.lower()] > 3 * inside[word]

    cities = {city for city in names_in(folder / "cities.csv") if city[0].isupper() and not is_common(city)}
    ending = re.compile(
        r",?\.?\s*(?:Inc\.?|Corp\.?|Corporation|Ltd\.?|Limited|PLC|plc|LLC|L\.P\.|N\.V\.|S\.A\.|AG|Co\.?|Company|\(.*)?$"
    )
    companies = {ending.sub("", ending.sub("", name)).strip() for name in names_in(folder / "listed-companies.csv")}
    companies = {name for name in companies if len(name) > 2 and name[0].isalnum() and not is_common(name)}
    classes = {
        "city": {city for city in cities if re.fullmatch(r"[\w'’]+", city)},
        "company": {name for name in companies if re.fullmatch(r"[\w'’]+", name)},
        "surname": {name for name in names_in(folder / "surnames-us.csv") if re.fullmatch(r"\w+", name)},
    }
    places = {surface for surface, place in known_places(LEXICON).items() if place.form != "adjective"}
    phrases = {"place": phrase_list(cities | places), "company": phrase_list(companies)}
    return {
        "classes": "\n".join(f"{name}\t{' '.join(sorted(words))}" for name, words in sorted(classes.items())),
        "phrases": "\n".join(f"{name}\t{'|'.join(entries)}" for name, entries in sorted(phrases.items())),
    }


def silver_lists(folder: Path) -> dict[str, Sequence[str]]:
    """Names for the slots of templates."""
    short = re.compile(r",? (?:Inc\.?|Corporation|Ltd\.?|Limited|PLC|plc|L\.P\.|N\.V\.|S\.A\.|\(.*)$")
    return {
        "companies": [
            short.sub("", name)
            for name in names_in(folder / "listed-companies.csv")
            if name[0].isalpha() and len(name) < 32
        ],
        "universities": [
            name for name in names_in(folder / "universities.csv") if name[0].isalpha() and len(name) < 60
        ],
        "surnames": names_in(folder / "surnames-us.csv"),
        "cities": [name for name in names_in(folder / "cities.csv") if name[0].isupper() and name.isascii()],
    }


def names_in(path: Path) -> list[str]:
    """The column `name` of a table."""
    with path.open(encoding="utf-8", newline="") as lines:
        return [row["name"].strip() for row in csv.DictReader(lines)]


def phrase_list(names: Iterable[str]) -> list[str]:
    entries = set()
    for name in names:
        [tokens] = tokenise(name, [Sentence(0, 0, len(name), name, "paragraph", "", None)])
        if len(tokens) > 1 and not {"|", " "} & set(tokens.words):
            entries.add(" ".join(tokens.words))
    return sorted(entries)
