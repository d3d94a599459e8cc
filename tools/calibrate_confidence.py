"""Fits the confidence of figures, dates and names on annotated documents, and writes how reliable it is.

    python tools/calibrate_confidence.py RAW GOLD [RAW GOLD ...] [--table FILE] [--report FILE]

RAW is a folder of documents, GOLD the folder of its annotation (`figures.jsonl`, `dates.jsonl`, `mentions.jsonl`, and
rows to be left out of the count in `figures-optional.jsonl` and so on). A document is named there by its file's name
without the ending, or by what stands before its first underscore.

A figure is right where value, unit and qualifier are; a date where span and period are; a name where span and type
are. Each kind of evidence weighs what it adds to the log odds of a row being right, by ridge regression; of names that
the tagger has found, its own log odds are put on a scale. The documents at hand flatter rules that were
written with them. So each row counts a quarter more, and each kind of evidence a few rows more, at the rate at which
rows were right when documents were seen for the first time (`_FIRST_SEEN`; of names, as a share of what the tagger
promises).

The reliability table is made under leave-one-document-out: each document by a table fitted on all others.
"""

import argparse
import json
import math
from collections.abc import Mapping, Sequence
from itertools import pairwise
from pathlib import Path
from typing import Any, NamedTuple

import numpy as np

from tidybrief.evaluation.pairing import pair
from tidybrief.evaluation.sameness import alternatives, overlaps, same_number, same_unit
from tidybrief.extraction import confidence, extract
from tidybrief.extraction.dates.expressions import find_dates
from tidybrief.extraction.names.mentions import find_mentions, find_spans
from tidybrief.extraction.quantities.finding import find_quantities
from tidybrief.extraction.sentences.rows import find_sentences
from tidybrief.lexicon import Lexicon, load_lexicon
from tidybrief.reading import Document, read_folder

_FIRST_SEEN = {"figures": 0.77, "dates": 0.9, "names": 0.9}
_PRIOR_ROWS = 4.0
_PRIOR_SHARE = 0.25
_RIDGE = 0.5
_BINS = (0.0, 0.5, 0.7, 0.8, 0.9, 1.0)
_PACKAGE = Path(confidence.__file__).parent


class Observation(NamedTuple):
    """One extracted row: its document, what bears on it, and whether it is right; of a name, the tagger's log odds."""

    document: str
    evidence: tuple[str, ...]
    is_right: bool
    log_odds: float = 0.0


def _rows(path: Path) -> list[dict[str, Any]]:
    return [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()] if path.exists() else []


def _of_document(rows: Sequence[dict[str, Any]], document: Document) -> list[dict[str, Any]]:
    stem = document.doc_id.rsplit(".", 1)[0]
    return [row for row in rows if row["doc"] in {document.doc_id, stem, stem.split("_")[0]}]


def _same_figure(gold: Mapping[str, Any], row: Mapping[str, Any]) -> bool:
    return (
        overlaps(gold, row)
        and same_number(gold["value"], row["value"])
        and same_number(gold.get("value_high"), row["value_high"])
        and any(same_unit(unit, row["unit"]) for unit in alternatives(gold, "unit"))
        and (gold.get("qualifier") or "exact") == row["qualifier"]
    )


def _same_date(gold: Mapping[str, Any], row: Mapping[str, Any]) -> bool:
    return overlaps(gold, row) and (
        (str(gold["iso_start"]), str(gold["iso_end"])) == (str(row["date_start"]), str(row["date_end"]))
        or (bool(gold.get("may_be_null")) and row["date_start"] is None)
    )


def observations(raw: Path, gold: Path, lexicon: Lexicon) -> dict[str, list[Observation]]:
    """The rows of each layer in the documents of a folder, each with its evidence and whether it is right."""
    documents, _ = read_folder(raw)
    files = {"figures": "figures", "dates": "dates", "names": "mentions"}
    annotated = {layer: _rows(gold / f"{name}.jsonl") for layer, name in files.items()}
    optional = {layer: _rows(gold / f"{name}-optional.jsonl") for layer, name in files.items()}
    found: dict[str, list[Observation]] = {layer: [] for layer in files}
    everything = [row for path in sorted(gold.glob("*.jsonl")) for row in _rows(path) if "doc" in row]
    for document in documents:
        if not _of_document(everything, document):
            continue
        figures, dates, names = _with_evidence(document, lexicon)
        for layer, rows, same in (
            ("figures", figures, _same_figure),
            ("dates", dates, _same_date),
            ("names", names, _same_name),
        ):
            wanted = _of_document(annotated[layer], document)
            pairs = pair(wanted, [row for row, _ in rows], same)
            right = {id(row) for _, row in pairs}
            left_out = _of_document(optional[layer], document)
            found[layer] += [
                Observation(document.doc_id, evidence, id(row) in right, row.get("log_odds", 0.0))
                for row, evidence in rows
                if id(row) in right or not any(overlaps(other, row) for other in left_out)
            ]
    return found


def _same_name(gold: Mapping[str, Any], row: Mapping[str, Any]) -> bool:
    other = gold.get("alt_type") or []
    types = {gold["type"], *(other if isinstance(other, list) else [other])}
    return (gold["start"], gold["end"]) == (row["start"], row["end"]) and row["type"] in types


def _with_evidence(document: Document, lexicon: Lexicon) -> tuple[list[Any], list[Any], list[Any]]:
    """The figures, dates and tagged names of a document as mappings, each with its evidence."""
    sentences = find_sentences(document, lexicon)
    _, mentions = find_mentions(document, sentences, lexicon)
    dates = find_dates(document, sentences, mentions, lexicon)
    quantities = {(q.start, q.end): q for q in find_quantities(document, sentences, mentions, dates, lexicon)}
    figures = [
        (_as_mapping(figure), confidence.figure_evidence(
            quantities[figure.start, figure.end], has_subject=figure.subject is not None,
            has_indicator=figure.indicator is not None,
        ))
        for figure in extract(document, lexicon).figures
        if (figure.start, figure.end) in quantities
    ]  # fmt: skip
    names = [
        (
            {"start": span.start, "end": span.end, "type": span.type, "log_odds": confidence.log_odds(span.confidence)},
            (),
        )
        for span in find_spans(document, sentences, lexicon)[0]
        if span.method == "tagger"
    ]
    return figures, [(_as_mapping(row), confidence.date_evidence(row)) for row in dates], names


def _as_mapping(row: Any) -> dict[str, Any]:
    return {name: getattr(row, name) for name in row.__slots__}


def fitted(layer: str, rows: Sequence[Observation]) -> dict[str, float]:
    """The table of a layer."""
    fit = _scale if layer == "names" else _table
    return fit(rows, _FIRST_SEEN[layer])


def _scale(rows: Sequence[Observation], first_seen: float) -> dict[str, float]:
    """By what the tagger's log odds are multiplied, "slope", and what is added, "base"."""
    said = np.array([row.log_odds for row in rows])
    x = np.stack([np.ones_like(said), said], axis=1)
    right = np.array([float(row.is_right) for row in rows])
    promised = first_seen / (1 + np.exp(-said))
    weights = np.concatenate([np.ones_like(said), np.full_like(said, _PRIOR_SHARE)])
    base, slope = _newton(np.concatenate([x, x]), np.concatenate([right, promised]), weights)
    return {"base": round(float(base), 2), "slope": round(float(slope), 2)}


def _table(rows: Sequence[Observation], first_seen: float) -> dict[str, float]:
    """The log odds of each kind of evidence, "base" those of a row with none.

    All evidence is of doubt. What would speak for a row by the chance of few documents is left out.
    """
    names = sorted({name for row in rows for name in row.evidence})
    while True:
        table = _regression(rows, names, first_seen)
        doubts = [name for name in names if table[name] < 0]
        if doubts == names:
            return table
        names = doubts


def _regression(rows: Sequence[Observation], names: Sequence[str], first_seen: float) -> dict[str, float]:
    """The log odds of the named evidence, by Newton's method."""
    place = {name: number for number, name in enumerate(names, start=1)}
    features: list[Any] = []
    right: list[float] = []
    weights: list[float] = []
    prior: list[tuple[tuple[str, ...], float]] = [((), _PRIOR_ROWS), *(((name,), _PRIOR_ROWS) for name in names)]
    for evidence, is_right, weight in (
        *((row.evidence, float(row.is_right), 1.0) for row in rows),
        *((row.evidence, first_seen, _PRIOR_SHARE) for row in rows),
        *((evidence, first_seen, weight) for evidence, weight in prior),
    ):
        vector = np.zeros(len(names) + 1)
        vector[0] = 1.0
        for name in evidence:
            if name in place:
                vector[place[name]] = 1.0
        features.append(vector)
        right.append(is_right)
        weights.append(weight)
    beta = _newton(np.array(features), np.array(right), np.array(weights))
    return {"base": round(float(beta[0]), 2)} | {name: round(float(beta[place[name]]), 2) for name in names}


def _newton(x: Any, y: Any, w: Any) -> Any:
    """The coefficients of a logistic regression of `y`, a probability, on `x`, the first one without a penalty."""
    ridge = np.full(x.shape[1], _RIDGE)
    ridge[0] = 0.0
    beta = np.zeros(x.shape[1])
    for _ in range(50):
        p = 1 / (1 + np.exp(-x @ beta))
        gradient = x.T @ (w * (y - p)) - ridge * beta
        curvature = (x * (w * p * (1 - p))[:, None]).T @ x + np.diag(ridge)
        step = np.linalg.solve(curvature, gradient)
        beta += step
        if float(np.abs(step).max()) < 1e-8:
            break
    return beta


def probability(table: Mapping[str, float], row: Observation) -> float:
    """The probability that a table gives to a row."""
    told = sum(table.get(name, 0.0) for name in row.evidence) + table.get("slope", 0.0) * row.log_odds
    return 1 / (1 + math.exp(-(table["base"] + told)))


def left_out(layer: str, rows: Sequence[Observation]) -> list[tuple[float, bool]]:
    """Each row's probability by a table fitted without its document, and whether it is right."""
    result = []
    for document in sorted({row.document for row in rows}):
        table = fitted(layer, [row for row in rows if row.document != document])
        result += [(probability(table, row), row.is_right) for row in rows if row.document == document]
    return result


def reliability(layer: str, pairs: Sequence[tuple[float, bool]]) -> list[str]:
    """The lines of a table: rows by confidence, and how many of them are right."""
    lines = [f"| {layer}: confidence | rows | mean confidence | right |", "|---|---|---|---|"]
    for low, high in pairwise(_BINS):
        inside = [(p, is_right) for p, is_right in pairs if low <= p < high or (high == 1.0 and p == 1.0)]
        if inside:
            mean, share = (sum(values) / len(inside) for values in zip(*inside, strict=True))
            lines.append(f"| {low:.2f} to {high:.2f} | {len(inside)} | {mean:.2f} | {share:.2f} |")
    return lines


def calibration_error(pairs: Sequence[tuple[float, bool]]) -> float:
    """How far the mean confidence lies from the share that is right, bin by bin, weighted by their rows."""
    bins: dict[int, list[float]] = {}
    for said, is_right in pairs:
        bins.setdefault(min(int(10 * said), 9), []).append(said - is_right)
    return sum(abs(sum(gaps)) for gaps in bins.values()) / len(pairs)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folders", nargs="+", type=Path, metavar="RAW GOLD")
    parser.add_argument("--table", type=Path, default=_PACKAGE / "weights" / "confidence.json")
    parser.add_argument("--report", type=Path, help="Markdown file; its tables are replaced")
    arguments = parser.parse_args()
    if len(arguments.folders) % 2:
        parser.error("each folder of documents needs the folder of its annotation behind it")
    lexicon = load_lexicon()
    rows: dict[str, list[Observation]] = {layer: [] for layer in _FIRST_SEEN}
    for raw, gold in zip(arguments.folders[::2], arguments.folders[1::2], strict=True):
        for layer, found in observations(raw, gold, lexicon).items():
            rows[layer] += found
    tables = {layer: fitted(layer, found) for layer, found in rows.items()}
    arguments.table.write_text(json.dumps(tables, indent=1, ensure_ascii=False) + "\n", encoding="utf-8")
    report: list[str] = []
    for layer, found in rows.items():
        pairs = left_out(layer, found)
        report += [
            *reliability(layer, pairs),
            "",
            f"Calibration error, over ten bins: {calibration_error(pairs):.3f}",
            "",
        ]
    print("\n".join(report))
    if arguments.report is not None:
        head, _, _ = arguments.report.read_text(encoding="utf-8").partition("<!-- tables -->")
        arguments.report.write_text(f"{head}<!-- tables -->\n\n" + "\n".join(report).rstrip() + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
