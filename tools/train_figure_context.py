"""Rebuilds the weights by which figures choose their subject, indicator, period and source.

    python tools/train_figure_context.py RAW:GOLD... --examples tools/figure_examples.jsonl \\
        tools/figure_annotations.jsonl --texts FOLDER... --out figure_context.json

Each RAW is a folder of documents, GOLD the folder of its annotation (`figures.jsonl`). `figure_examples.jsonl` holds
short texts made for the purpose; `figure_annotations.jsonl` says of open texts, which are not part of this project,
what their figures mean: CrossNER (MIT), GUM (CC BY, BY-SA), UniversalNER's EWT (CC BY-SA), news of the Groningen
Meaning Bank (public domain) and releases of the White House (public domain). Prints, for each question, the share of
answers that are right: with weights learnt from all documents, and with weights learnt from all others.
The same input gives the same file.
"""

import argparse
import hashlib
import json
from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass, field, replace
from datetime import date
from functools import lru_cache
from pathlib import Path, PurePosixPath
from typing import Any

import numpy as np

from tidybrief.evaluation.sameness import alternatives, any_same_name, same_number, same_period, word_overlap, words
from tidybrief.extraction.dates.expressions import find_dates
from tidybrief.extraction.figures.ranking import Ranker
from tidybrief.extraction.figures.rows import find_figures
from tidybrief.extraction.figures.terms import TERM
from tidybrief.extraction.grammar.attribution import find_sources
from tidybrief.extraction.names.mentions import find_mentions
from tidybrief.extraction.quantities.finding import find_quantities
from tidybrief.extraction.records import Figure
from tidybrief.extraction.sentences.rows import find_sentences
from tidybrief.lexicon import load_lexicon
from tidybrief.reading import Document, read_folder

QUESTIONS = ("subject", "indicator", "period", "source")
LEXICON = load_lexicon()
ROUNDS = 3
FOLDS = 5
COMMON = {"subject": 3, "indicator": 6, "period": 3, "source": 3}
"""In how many documents a feature has to occur."""
LEAST = {"subject": 0.06, "indicator": 0.1, "period": 0.06, "source": 0.06}
"""Below which a weight is left out."""
ENOUGH = 0.25
REFERENCE = 5
"""Whole documents annotated after the guideline count five times: what other texts are annotated by may differ."""
_USUAL_DATE = "2023-05-16"
Weights = Mapping[str, Mapping[str, float]]


@dataclass
class Choice:
    """One question about one figure: the features of each candidate, and how right each is, from 0 to 1.

    An indicator is as right as the square of its word overlap with the annotated one; any other answer is right or not.
    """

    features: list[tuple[str, ...]]
    right: list[float]


@dataclass
class Annotated:
    """A document with its layers below figures, and the annotation of its figures by start."""

    name: str
    corpus: str
    document: Document
    layers: tuple[Any, ...]
    names: Mapping[str, str]
    gold: Mapping[int, Mapping[str, Any]]
    weight: int = 1
    """How many times its figures count in learning."""
    figures: tuple[Figure, ...] = ()
    choices: dict[str, list[Choice]] = field(default_factory=dict)


class Recorder(Ranker):
    """A ranker that remembers what it was asked, and which answers the annotation calls right."""

    def __init__(self, weights: Weights, annotated: Annotated) -> None:
        super().__init__(weights)
        self.annotated = annotated
        self.choices: dict[str, list[Choice]] = {question: [] for question in QUESTIONS}

    def choose(
        self,
        question: str,
        at: int,
        candidates: Sequence[Any],
        words: Sequence[frozenset[str]] = (),
        favour: Sequence[float] = (),
    ) -> tuple[Any, float]:
        gold = self.annotated.gold.get(at)
        if gold is not None and FIELDS[question] in gold:
            right = [float(RIGHT[question](candidate.answer, gold, self.annotated.names)) for candidate in candidates]
            self.choices[question].append(Choice([tuple(one.features) for one in candidates], right))
        return super().choose(question, at, candidates, words, favour)


def is_subject(answer: str, gold: Mapping[str, Any], names: Mapping[str, str]) -> bool:
    """Whether a candidate is the annotated subject, be it under a shorter name: linking names is not learnt here."""
    wanted, name = alternatives(gold, "subject"), names.get(answer, answer).removeprefix(TERM) or None
    return any_same_name(wanted, name) or any(_shortened(other, name) for other in wanted)


def _shortened(one: str | None, other: str | None) -> bool:
    shorter, longer = sorted((words(one), words(other)), key=len)
    return bool(shorter) and shorter in (longer[: len(shorter)], longer[-len(shorter) :])


def overlap_squared(answer: str, gold: Mapping[str, Any], names: Mapping[str, str]) -> float:
    return word_overlap(gold.get("indicator"), answer) ** 2


def is_period(answer: Any, gold: Mapping[str, Any], names: Mapping[str, str]) -> bool:
    may_be_null = gold.get("time_may_be_null") and answer == (None, None)
    return bool(may_be_null) or same_period(gold.get("time"), *answer)


def is_source(answer: tuple[str, str], gold: Mapping[str, Any], names: Mapping[str, str]) -> bool:
    may_be_null = gold.get("attributed_may_be_null") and not answer[1]
    return bool(may_be_null) or any_same_name(alternatives(gold, "attributed_to"), answer[1])


FIELDS = {"subject": "subject", "indicator": "indicator", "period": "time", "source": "attributed_to"}
RIGHT: Mapping[str, Callable[[Any, Mapping[str, Any], Mapping[str, str]], float]] = {
    "subject": is_subject,
    "indicator": overlap_squared,
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
            found.append(replace(annotated_document(document, str(raw), own), weight=REFERENCE))
    return found


def examples(path: Path, texts: Sequence[Path]) -> list[Annotated]:
    """The short texts of a JSONL file: `{"title", "text", "published_on", "figures": [{"text" or "start" and "end",
    "subject", "indicator", "time", "attributed_to"}]}`; a question that a figure leaves out is not learnt from it.

    In place of `title` and `text` stands, for texts of others, where they are found: the `source`, a file or folder in
    one of the folders `texts`; the `ids` of its records; the `pieces` of their text as offsets. What is not found is
    left out.
    """
    found = []
    for number, line in enumerate(path.read_text(encoding="utf-8").splitlines()):
        row = json.loads(line)
        text = _own_text(row) if "text" in row else _text_of_others(row, texts)
        if text is None:
            continue
        published_on = date.fromisoformat(row.get("published_on") or _USUAL_DATE)
        document = Document(f"{number}", "", "text/plain", text + "\n", language="en", published_on=published_on)
        figures, at = [], len(row.get("title", ""))
        for figure in row["figures"]:
            at = figure["start"] if "start" in figure else text.index(figure["text"], at)
            end = figure["end"] if "end" in figure else at + len(figure["text"])
            figures.append({**figure, "start": at, "end": end})
            at = end
        found.append(annotated_document(document, path.name, figures))
    return found


def _own_text(row: Mapping[str, Any]) -> str:
    return f"{row['title']}\n\n{row['text']}" if row["title"] else str(row["text"])


def _text_of_others(row: Mapping[str, Any], folders: Sequence[Path]) -> str | None:
    """The text that an annotation is about, out of the folders; None where none of them holds it."""
    path = next((folder / row["source"] for folder in folders if (folder / row["source"]).exists()), None)
    if path is None:
        return None
    records = _records(path)
    text = " ".join(records[one] for one in row["ids"])
    return "\n\n".join(text[start:end] for start, end in row["pieces"]) if "pieces" in row else text


@lru_cache
def _records(path: Path) -> Mapping[str, str]:
    """The texts of a file of records by their id, or those of a folder by how the SHA-256 of their bytes begins."""
    if path.is_dir():
        contents = [file.read_bytes() for file in path.iterdir()]
        return {hashlib.sha256(content).hexdigest()[:16]: content.decode() for content in contents}
    lines = path.read_text(encoding="utf-8").splitlines()
    return {record["id"]: record["text"] for record in map(json.loads, lines)}


def annotated_document(document: Document, corpus: str, figures: Sequence[Mapping[str, Any]]) -> Annotated:
    """A document read up to its quantities, beside the annotation of its figures."""
    sentences = find_sentences(document, LEXICON)
    entities, mentions = find_mentions(document, sentences, LEXICON)
    dates = find_dates(document, sentences, mentions, LEXICON)
    quantities = find_quantities(document, sentences, mentions, dates, LEXICON)
    sources = find_sources(document, sentences, entities, mentions, LEXICON)
    ends = {quantity.start: quantity.end for quantity in quantities}
    by_start = {}
    for row in figures:
        near = min(ends, key=lambda start: abs(start - row["start"]), default=None)
        if near is not None and near < row["end"] and row["start"] < ends[near]:
            by_start[near] = row
    names = {entity.entity_id: entity.name for entity in entities}
    return Annotated(
        document.doc_id, corpus, document, (sentences, entities, mentions, dates, quantities, sources), names, by_start
    )


def read(annotated: Annotated, weights: Weights) -> None:
    """Reads the figures of a document with some weights, and keeps the choices made on the way."""
    recorder = Recorder(weights, annotated)
    annotated.figures = find_figures(annotated.document, *annotated.layers, LEXICON, recorder)
    annotated.choices = recorder.choices


def learn(documents: Sequence[Annotated], strength: Mapping[str, float]) -> Weights:
    """Weights for the choices that these documents hold now."""
    weights = {}
    for question in QUESTIONS:
        seen: Counter[str] = Counter()
        for one in documents:
            seen.update({name for choice in one.choices[question] for names in choice.features for name in names})
        common = {name for name, count in seen.items() if count >= COMMON[question]}
        choices = [choice for one in documents for choice in one.choices[question] * one.weight]
        fitted = fit(choices, common, strength[question])
        weights[question] = {name: weight for name, weight in fitted.items() if abs(weight) >= LEAST[question]}
    return weights


def fit(choices: Sequence[Choice], common: set[str], strength: float, steps: int = 250) -> Mapping[str, float]:
    """Log-linear weights under a Gaussian prior of this strength: the likelihood of the right candidates, summed."""
    usable = [choice for choice in choices if max(choice.right) > min(choice.right)]
    if not usable:
        return {}
    names = sorted(common)
    index = {name: place for place, name in enumerate(names)}
    rows = [features for choice in usable for features in choice.features]
    groups = np.repeat(np.arange(len(usable)), [len(choice.features) for choice in usable])
    right = np.array([value for choice in usable for value in choice.right])
    cells = [(place, index[name]) for place, features in enumerate(rows) for name in features if name in index]
    of_row, of_name = np.array(cells, dtype=np.intp).T
    weights = np.zeros(len(names))
    first, second = np.zeros(len(names)), np.zeros(len(names))
    for step in range(1, steps + 1):
        scores = np.bincount(of_row, weights[of_name], len(rows))
        everything = _shares(scores, groups, np.ones(len(rows)), len(usable))
        wanted = _shares(scores, groups, right, len(usable))
        gradient = np.bincount(of_name, (everything - wanted)[of_row], len(names)) + strength * weights
        first = 0.9 * first + 0.1 * gradient
        second = 0.99 * second + 0.01 * gradient**2
        weights -= 0.08 * (first / (1 - 0.9**step)) / (np.sqrt(second / (1 - 0.99**step)) + 1e-8)
    return {name: float(round(weights[place], 2)) for name, place in index.items()}


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


def scored(annotated: Annotated) -> list[Figure]:
    """The figures with an annotation that gives the same number."""
    return [
        figure
        for figure in annotated.figures
        if figure.start in annotated.gold
        and same_number(annotated.gold[figure.start].get("value", figure.value), figure.value)
    ]


def rights(annotated: Annotated) -> list[dict[str, bool]]:
    """For each of these figures, which of its parts are right."""
    found = []
    for figure in scored(annotated):
        gold = annotated.gold[figure.start]
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
        rows = [row for one in documents if one.corpus == corpus for row in rights(one)]
        n = max(1, len(rows))
        shares = "  ".join(f"{question} {sum(row[question] for row in rows) / n:.3f}" for question in QUESTIONS)
        both = sum(row["subject"] and row["indicator"] for row in rows) / n
        short = sum(row["subject or short"] for row in rows) / n
        stated = [row["source"] for row in rows if row["source is stated"]]
        print(
            f"  {corpus:28} {len(rows):4}  {shares}  subject and indicator {both:.3f}  subject, short names too "
            f"{short:.3f}  source where stated {sum(stated) / max(1, len(stated)):.3f}"
        )


def reachable(documents: Sequence[Annotated]) -> None:
    print("a right candidate is there")
    for corpus in sorted({one.corpus for one in documents}):
        shares = []
        for question in QUESTIONS:
            choices = [choice for one in documents if one.corpus == corpus for choice in one.choices[question]]
            reached = sum(max(choice.right) >= ENOUGH for choice in choices)
            shares.append(f"{question} {reached / max(1, len(choices)):.3f} of {len(choices)}")
        print(f"  {corpus:28} ", "  ".join(shares))


def left_out(work: tuple[list[Annotated], int, Mapping[str, float]]) -> list[Annotated]:
    """The documents of one fold, read with the weights that all others give."""
    documents, fold, strength = work
    weights = train([one for place, one in enumerate(documents) if place % FOLDS != fold], strength, {})
    held_out = [one for place, one in enumerate(documents) if place % FOLDS == fold]
    for one in held_out:
        read(one, weights)
    return held_out


def calibration(documents: Sequence[Annotated]) -> Mapping[str, float]:
    """By question, what turns the log odds of a figure's part into those that it is right, fitted by Newton's method
    on documents that were read with the weights of others.
    """
    found = {}
    for question, column in (("subject", "subject_confidence"), ("indicator", "indicator_confidence")):
        held = [
            (getattr(figure, column), row[question])
            for one in documents
            for figure, row in zip(scored(one), rights(one), strict=True)
        ]
        share, right = (np.array(column, float) for column in zip(*held, strict=True))
        share = np.clip(share, 0.001, 0.999)
        told = np.column_stack((np.ones(len(share)), np.log(share / (1 - share))))
        line = np.zeros(2)
        for _ in range(20):
            guess = 1 / (1 + np.exp(-told @ line))
            line += np.linalg.solve((told.T * (guess * (1 - guess))) @ told, told.T @ (right - guess))
        found |= {f"{question}, intercept": round(float(line[0]), 3), f"{question}, slope": round(float(line[1]), 3)}
    return found


def reliability(documents: Sequence[Annotated], ranker: Ranker) -> None:
    """Prints, for each tenth of calibrated confidence, how many parts of figures hold it and how many are right."""
    for question, column in (("subject", "subject_confidence"), ("indicator", "indicator_confidence")):
        print(f"{question}: confidence, rows, right")
        held = [
            (ranker.calibrated(question, getattr(figure, column)), row[question])
            for one in documents
            for figure, row in zip(scored(one), rights(one), strict=True)
        ]
        for tenth in range(10):
            right = [good for confidence, good in held if tenth <= confidence * 10 < tenth + 1]
            if right:
                print(f"  {tenth / 10:.1f} to {(tenth + 1) / 10:.1f}  {len(right):5}  {sum(right) / len(right):.2f}")


def write(weights: Weights, path: Path) -> None:
    """Writes the weights by question, the features of each in their order, one a line."""
    ordered = {question: dict(sorted(weights[question].items())) for question in (*QUESTIONS, "calibration")}
    path.write_text(json.dumps(ordered, indent=0, ensure_ascii=False) + "\n", encoding="utf-8")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("corpora", nargs="+", help="RAW:GOLD")
    parser.add_argument("--examples", type=Path, nargs="*", default=())
    parser.add_argument("--texts", type=Path, nargs="*", default=(), help="folders of the texts that examples point to")
    parser.add_argument("--out", type=Path)
    parser.add_argument("--strength", type=float, nargs=4, default=(3.0, 1.5, 1.0, 1.0))
    options = parser.parse_args()
    strength = dict(zip(QUESTIONS, options.strength, strict=True))
    documents = [one for pair in options.corpora for one in load(*map(Path, pair.split(":")))]
    documents += [one for path in options.examples for one in examples(path, options.texts)]
    weights = train(documents, strength, {})
    for one in documents:
        read(one, weights)
    report("learnt from all documents", documents)
    reachable(documents)
    work = [(documents, fold, strength) for fold in range(FOLDS)]
    with ProcessPoolExecutor(2) as pool:
        read_by_others = [one for held_out in pool.map(left_out, work) for one in held_out]
    report("each document read with what others teach", read_by_others)
    calibrated = {**weights, "calibration": calibration(read_by_others)}
    reliability(read_by_others, Ranker(calibrated))
    if options.out:
        write(calibrated, options.out)


if __name__ == "__main__":
    main()
