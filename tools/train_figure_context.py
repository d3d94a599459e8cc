"""Rebuilds the weights by which figures choose their subject, indicator, period and source.

    python tools/train_figure_context.py RAW:GOLD... --examples tools/figure_examples.jsonl --out figure_weights.toml

Each RAW is a folder of documents, GOLD the folder of its annotation (`figures.jsonl`); the examples are short
texts made for the purpose. Prints, for each question, the share of answers that are right: with weights learnt from all
documents, and with weights learnt from all others.
The same input gives the same file.
"""

import argparse
import json
from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path, PurePosixPath
from typing import Any

import numpy as np

from tidybrief.evaluation.sameness import alternatives, any_same_name, same_number, same_period, word_overlap, words
from tidybrief.extraction.dates.expressions import find_dates
from tidybrief.extraction.figures.ranking import Ranker
from tidybrief.extraction.figures.rows import find_figures
from tidybrief.extraction.names.mentions import find_mentions
from tidybrief.extraction.quantities.finding import find_quantities
from tidybrief.extraction.records import Figure
from tidybrief.extraction.sentences.rows import find_sentences
from tidybrief.lexicon import load_lexicon
from tidybrief.reading import Document, read_folder

QUESTIONS = ("subject", "indicator", "period", "source")
LEXICON = load_lexicon()
ROUNDS = 3
FOLDS = 8
COMMON = 3
CLOSE = 0.3
Weights = Mapping[str, Mapping[str, float]]


@dataclass
class Choice:
    """One question about one figure: the features of each candidate, and which candidates are right."""

    features: list[tuple[str, ...]]
    right: list[bool]


@dataclass
class Annotated:
    """A document with its layers below figures, and the annotation of its figures by start."""

    name: str
    corpus: str
    document: Document
    layers: tuple[Any, ...]
    names: Mapping[str, str]
    gold: Mapping[int, Mapping[str, Any]]
    figures: tuple[Figure, ...] = ()
    choices: dict[str, list[Choice]] = field(default_factory=dict)


class Recorder(Ranker):
    """A ranker that remembers what it was asked, and which answers the annotation calls right."""

    def __init__(self, weights: Weights, annotated: Annotated) -> None:
        super().__init__(weights)
        self.annotated = annotated
        self.choices: dict[str, list[Choice]] = {question: [] for question in QUESTIONS}

    def choose(self, question: str, at: int, candidates: Sequence[Any]) -> tuple[Any, float]:
        gold = self.annotated.gold.get(at)
        if gold is not None and FIELDS[question] in gold:
            right = [RIGHT[question](candidate.answer, gold, self.annotated.names) for candidate in candidates]
            if question == "indicator":
                right = _best(right, [word_overlap(gold.get("indicator"), one.answer) for one in candidates])
            self.choices[question].append(Choice([tuple(one.features) for one in candidates], right))
        return super().choose(question, at, candidates)


def _best(right: list[bool], overlaps: list[float]) -> list[bool]:
    """Of the right candidates, those that come close to the best."""
    enough = max(overlaps) - CLOSE
    return [flag and overlap >= enough for flag, overlap in zip(right, overlaps, strict=True)]


def is_subject(answer: str, gold: Mapping[str, Any], names: Mapping[str, str]) -> bool:
    """Whether a candidate is the annotated subject, be it under a shorter name: linking names is not learnt here."""
    wanted, name = alternatives(gold, "subject"), names.get(answer, answer) or None
    return any_same_name(wanted, name) or any(_shortened(other, name) for other in wanted)


def _shortened(one: str | None, other: str | None) -> bool:
    first, second = words(one), words(other)
    return bool(first and second) and first[0] == second[0] and (set(first) < set(second) or set(second) < set(first))


def is_indicator(answer: str, gold: Mapping[str, Any], names: Mapping[str, str]) -> bool:
    return word_overlap(gold.get("indicator"), answer) >= 0.5


def is_period(answer: Any, gold: Mapping[str, Any], names: Mapping[str, str]) -> bool:
    may_be_null = gold.get("time_may_be_null") and answer == (None, None)
    return bool(may_be_null) or same_period(gold.get("time"), *answer)


def is_source(answer: tuple[str, str], gold: Mapping[str, Any], names: Mapping[str, str]) -> bool:
    may_be_null = gold.get("attributed_may_be_null") and not answer[1]
    return bool(may_be_null) or any_same_name(alternatives(gold, "attributed_to"), answer[1])


FIELDS = {"subject": "subject", "indicator": "indicator", "period": "time", "source": "attributed_to"}
RIGHT: Mapping[str, Callable[[Any, Mapping[str, Any], Mapping[str, str]], bool]] = {
    "subject": is_subject,
    "indicator": is_indicator,
    "period": is_period,
    "source": is_source,
}


def load(raw: Path, gold: Path) -> list[Annotated]:
    """The documents of a folder that the annotation covers, read up to their quantities."""
    rows = [json.loads(line) for line in (gold / "figures.jsonl").read_text().splitlines() if line.strip()]
    documents, _ = read_folder(raw)
    found = []
    for document in documents:
        own = [row for row in rows if PurePosixPath(document.doc_id).name.startswith(row["doc"])]
        if own:
            found.append(annotated_document(document, str(raw), own))
    return found


def examples(path: Path) -> list[Annotated]:
    """The short texts of a JSONL file: `{"title", "text", "figures": [{"text", "subject", "indicator", "time",
    "attributed_to"}]}`; a question that a figure leaves out is not learnt from it.
    """
    found = []
    for number, line in enumerate(path.read_text(encoding="utf-8").splitlines()):
        row = json.loads(line)
        text = f"{row['title']}\n\n{row['text']}\n"
        document = Document(f"{number}", "", "text/plain", text, language="en", published_on=date(2023, 5, 16))
        figures, at = [], len(row["title"])
        for figure in row["figures"]:
            at = text.index(figure["text"], at)
            figures.append({**figure, "start": at, "end": at + len(figure["text"])})
        found.append(annotated_document(document, "examples", figures))
    return found


def annotated_document(document: Document, corpus: str, figures: Sequence[Mapping[str, Any]]) -> Annotated:
    """A document read up to its quantities, beside the annotation of its figures."""
    sentences = find_sentences(document, LEXICON)
    entities, mentions = find_mentions(document, sentences, LEXICON)
    dates = find_dates(document, sentences, mentions, LEXICON)
    quantities = find_quantities(document, sentences, mentions, dates, LEXICON)
    ends = {quantity.start: quantity.end for quantity in quantities}
    by_start = {}
    for row in figures:
        near = min(ends, key=lambda start: abs(start - row["start"]), default=None)
        if near is not None and near < row["end"] and row["start"] < ends[near]:
            by_start[near] = row
    names = {entity.entity_id: entity.name for entity in entities}
    return Annotated(
        document.doc_id, corpus, document, (sentences, entities, mentions, dates, quantities), names, by_start
    )


def read(annotated: Annotated, weights: Weights) -> None:
    """Reads the figures of a document with some weights, and keeps the choices made on the way."""
    recorder = Recorder(weights, annotated)
    sentences, entities, mentions, dates, quantities = annotated.layers
    annotated.figures = find_figures(
        annotated.document, sentences, entities, mentions, dates, quantities, LEXICON, recorder
    )
    annotated.choices = recorder.choices


def learn(documents: Sequence[Annotated], strength: Mapping[str, float]) -> Weights:
    """Weights for the choices that these documents hold now."""
    weights = {}
    for question in QUESTIONS:
        seen: Counter[str] = Counter()
        for one in documents:
            seen.update({name for choice in one.choices[question] for names in choice.features for name in names})
        common = {name for name, count in seen.items() if count >= COMMON}
        choices = [choice for one in documents for choice in one.choices[question]]
        weights[question] = fit(choices, common, strength[question])
    return weights


def fit(choices: Sequence[Choice], common: set[str], strength: float, steps: int = 250) -> Mapping[str, float]:
    """Log-linear weights under a Gaussian prior of this strength: the likelihood of the right candidates, summed."""
    usable = [choice for choice in choices if any(choice.right) and not all(choice.right)]
    if not usable:
        return {}
    names = sorted(common)
    index = {name: place for place, name in enumerate(names)}
    rows = [features for choice in usable for features in choice.features]
    groups = np.repeat(np.arange(len(usable)), [len(choice.features) for choice in usable])
    right = np.array([value for choice in usable for value in choice.right])
    matrix = np.zeros((len(rows), len(names)), dtype=np.float32)
    for place, features in enumerate(rows):
        for name in features:
            if name in index:
                matrix[place, index[name]] += 1.0
    weights = np.zeros(len(names))
    first, second = np.zeros(len(names)), np.zeros(len(names))
    for step in range(1, steps + 1):
        scores = matrix @ weights
        everything = _shares(scores, groups, np.ones(len(rows)), len(usable))
        wanted = _shares(scores, groups, right.astype(float), len(usable))
        gradient = matrix.T @ (everything - wanted) + strength * weights
        first = 0.9 * first + 0.1 * gradient
        second = 0.99 * second + 0.01 * gradient**2
        weights -= 0.08 * (first / (1 - 0.9**step)) / (np.sqrt(second / (1 - 0.99**step)) + 1e-8)
    return {name: float(round(weights[place], 2)) for name, place in index.items() if abs(weights[place]) >= 0.03}


def _shares(scores: Any, groups: Any, mask: Any, count: int) -> Any:
    highest = np.full(count, -np.inf)
    np.maximum.at(highest, groups, scores)
    powers = np.exp(scores - highest[groups]) * mask
    totals = np.zeros(count)
    np.add.at(totals, groups, powers)
    return powers / totals[groups]


def train(documents: Sequence[Annotated], strength: Mapping[str, float], start: Weights) -> Weights:
    """Weights learnt in rounds, each on what the figures before were taken for with the weights of the last."""
    weights = start
    for _ in range(ROUNDS):
        for annotated in documents:
            read(annotated, weights)
        weights = learn(documents, strength)
    return weights


def rights(annotated: Annotated) -> list[dict[str, bool]]:
    """For each annotated figure, which of its parts are right."""
    found = []
    for figure in annotated.figures:
        gold = annotated.gold.get(figure.start)
        if gold is None or not same_number(gold.get("value", figure.value), figure.value):
            continue
        found.append(
            {
                "subject": any_same_name(alternatives(gold, "subject"), figure.subject),
                "subject or short": is_subject(figure.subject or "", gold, {}),
                "indicator": word_overlap(gold.get("indicator"), figure.indicator) >= 0.5,
                "period": is_period((figure.time_start, figure.time_end), gold, {}),
                "source": is_source(("", figure.attributed_to or ""), gold, {}),
                "source is stated": gold.get("attributed_to") is not None,
            }
        )
    return found


def report(title: str, documents: Sequence[Annotated]) -> None:
    print(title)
    for corpus in sorted({one.corpus for one in documents}):
        scored = [row for one in documents if one.corpus == corpus for row in rights(one)]
        n = max(1, len(scored))
        shares = "  ".join(f"{question} {sum(row[question] for row in scored) / n:.3f}" for question in QUESTIONS)
        both = sum(row["subject"] and row["indicator"] for row in scored) / n
        short = sum(row["subject or short"] for row in scored) / n
        stated = [row["source"] for row in scored if row["source is stated"]]
        print(
            f"  {corpus:28} {len(scored):4}  {shares}  subject and indicator {both:.3f}  subject, short names too "
            f"{short:.3f}  source where stated {sum(stated) / max(1, len(stated)):.3f}"
        )


def reachable(documents: Sequence[Annotated]) -> None:
    print("a right candidate is there")
    for corpus in sorted({one.corpus for one in documents}):
        shares = []
        for question in QUESTIONS:
            choices = [choice for one in documents if one.corpus == corpus for choice in one.choices[question]]
            shares.append(
                f"{question} {sum(any(c.right) for c in choices) / max(1, len(choices)):.3f} of {len(choices)}"
            )
        print(f"  {corpus:28} ", "  ".join(shares))


def left_out(work: tuple[list[Annotated], int, Mapping[str, float]]) -> list[Annotated]:
    """The documents of one fold, read with the weights that all others give."""
    documents, fold, strength = work
    weights = train([one for place, one in enumerate(documents) if place % FOLDS != fold], strength, {})
    held_out = [one for place, one in enumerate(documents) if place % FOLDS == fold]
    for one in held_out:
        read(one, weights)
    return held_out


def write(weights: Weights, path: Path) -> None:
    lines = [
        "# How much each feature speaks for a candidate, by question. Rebuilt by tools/train_figure_context.py,",
        "# not edited by hand. Made in extraction/figures: subject_candidates, indicators, periods, sources.",
    ]
    for question in QUESTIONS:
        lines += ["", f"[{question}]"]
        lines += [f"{json.dumps(name)} = {value}" for name, value in sorted(weights[question].items())]
    path.write_text("\n".join(lines) + "\n", encoding="utf-8")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("corpora", nargs="+", help="RAW:GOLD")
    parser.add_argument("--examples", type=Path)
    parser.add_argument("--out", type=Path)
    parser.add_argument("--cross-validate", action="store_true")
    parser.add_argument("--strength", type=float, nargs=4, default=(0.7, 1.5, 0.5, 0.7))
    options = parser.parse_args()
    strength = dict(zip(QUESTIONS, options.strength, strict=True))
    documents = [one for pair in options.corpora for one in load(*map(Path, pair.split(":")))]
    documents += examples(options.examples) if options.examples else []
    weights = train(documents, strength, {})
    for one in documents:
        read(one, weights)
    report("learnt from all documents", documents)
    reachable(documents)
    if options.out:
        write(weights, options.out)
    if options.cross_validate:
        work = [(documents, fold, strength) for fold in range(FOLDS)]
        with ProcessPoolExecutor(2) as pool:
            read_by_others = [one for held_out in pool.map(left_out, work) for one in held_out]
        report("each document read with what others teach", read_by_others)


if __name__ == "__main__":
    main()
