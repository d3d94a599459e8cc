"""Each layer of the tables against its annotation.

What belongs here: which rows of a layer are paired under which measure. When two values are the same stands
in `sameness`.
"""

from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import Any, Final

import polars as pl

from tidybrief.evaluation.gold import Annotation, Gold
from tidybrief.evaluation.pairing import Pairs, Same, pair
from tidybrief.evaluation.points import score_points
from tidybrief.evaluation.sameness import (
    alternatives,
    any_same_name,
    mostly_overlaps,
    overlaps,
    same_number,
    same_period,
    same_span,
    same_unit,
    word_overlap,
)
from tidybrief.evaluation.scores import Evaluation, Row, Score

_SAME_INDICATOR: Final = 0.5
_SAME_OBJECT: Final = 0.7


def evaluate(tables: Mapping[str, pl.DataFrame], gold: Gold) -> Evaluation:
    """The scores of every layer that is annotated, over the annotated documents only."""
    scores: list[Score] = []
    for layer, measure_layer in _LAYERS.items():
        if gold.annotations[layer]:
            scores.extend(measure_layer(_Layer(layer, gold, tables)))
    if gold.annotations["conflicts"]:
        scores.extend(score_points(tables["comparisons"], gold))
    return Evaluation(tuple(scores))


class _Layer:
    """One layer's annotations, optional readings and published rows, document by document."""

    def __init__(self, name: str, gold: Gold, tables: Mapping[str, pl.DataFrame]) -> None:
        self.name = name
        self.gold = [_located(row, gold.doc_ids) for row in gold.annotations[name]]
        self.optional = [_located(row, gold.doc_ids) for row in gold.optional[name] if row["doc"] in gold.doc_ids]
        annotated = set(gold.doc_ids.values())
        self.predicted = _named(tables[name].filter(pl.col("doc_id").is_in(sorted(annotated))), tables["entities"])

    def score(self, measure: str, same: Same, *, same_optional: Same = overlaps) -> Score:
        """Pairs the rows one to one under `same`; an unpaired row that an optional reading covers does not
        count.
        """
        pairs = self.pairs(same)
        matched_gold = {id(annotation) for annotation, _ in pairs}
        matched_rows = {id(row) for _, row in pairs}
        extra = [
            row
            for row in self.predicted
            if id(row) not in matched_rows
            and not any(reading["doc_id"] == row["doc_id"] and same_optional(reading, row) for reading in self.optional)
        ]
        missed = [annotation for annotation in self.gold if id(annotation) not in matched_gold]
        return Score(
            self.name,
            measure,
            len(pairs),
            len(pairs) + len(extra),
            len(self.gold),
            tuple(missed),
            tuple(extra),
        )

    def pairs(self, same: Same) -> Pairs:
        """Annotations with the rows that say the same, document by document."""
        annotations, rows = _by_document(self.gold), _by_document(self.predicted)
        return [
            found for doc_id, annotated in annotations.items() for found in pair(annotated, rows.get(doc_id, ()), same)
        ]

    def by(self, field: str, score: Score, pairs: Pairs) -> list[Score]:
        """The same score apart for each annotated value of a field that the measure compares."""
        scores = []
        for value in sorted({annotation[field] for annotation in self.gold}):
            matched = sum(annotation[field] == value for annotation, _ in pairs)
            missed = tuple(annotation for annotation in score.missed if annotation[field] == value)
            extra = tuple(row for row in score.extra if row[field] == value)
            scores.append(
                Score(
                    self.name, f"{field}: {value}", matched, matched + len(extra), matched + len(missed), missed, extra
                )
            )
        return scores

    def share(self, measure: str, pairs: Pairs, holds: Same) -> Score:
        """How many of the paired rows are right in one more respect, as a score over those pairs."""
        wrong = tuple((annotation, row) for annotation, row in pairs if not holds(annotation, row))
        return Score(self.name, measure, len(pairs) - len(wrong), len(pairs), len(pairs), differing=wrong)


def _located(row: Annotation, doc_ids: Mapping[str, str]) -> dict[str, Any]:
    span = {"start": row["ev_start"], "end": row["ev_end"]} if "ev_start" in row else {}
    return {**row, **span, "doc_id": doc_ids[row["doc"]]}


def _named(rows: pl.DataFrame, entities: pl.DataFrame) -> list[dict[str, Any]]:
    """The rows, a mention with the name of what it names (`canonical`), a relation with that of its `subject`."""
    names = dict(entities.select("entity_id", "name").iter_rows())
    named = {"entity_id": "canonical"} if "entity_id" in rows.columns else {"subject_id": "subject"}
    (entity, name), *_ = named.items()
    if entity not in rows.columns or name in rows.columns:
        return rows.to_dicts()
    return [{**row, name: names[row[entity]]} for row in rows.iter_rows(named=True)]


def _by_document(rows: Iterable[Row]) -> dict[str, list[Row]]:
    by_document: dict[str, list[Row]] = {}
    for row in rows:
        by_document.setdefault(row["doc_id"], []).append(row)
    return by_document


def _mentions(layer: _Layer) -> list[Score]:
    typed = _all(same_span, lambda gold, row: row["type"] in alternatives(gold, "type"))
    longest: dict[str, str] = {}
    for annotation in layer.gold:
        if annotation.get("form") != "adjective":
            canonical = annotation["canonical"]
            longest[canonical] = max(longest.get(canonical, ""), annotation["text"], key=len)
    strict = layer.score("exact span and type", typed)
    return [
        strict,
        *layer.by("type", strict, layer.pairs(typed)),
        layer.score("exact span", same_span),
        layer.score("overlap", overlaps),
        layer.share(
            "canonical name, of exact span and type",
            layer.pairs(typed),
            lambda gold, row: any_same_name((gold["canonical"], longest.get(gold["canonical"])), row["canonical"]),
        ),
    ]


def _figures(layer: _Layer) -> list[Score]:
    value = _all(
        mostly_overlaps,
        lambda gold, row: any(same_number(number, row["value"]) for number in alternatives(gold, "value")),
        lambda gold, row: same_number(gold.get("value_high"), row["value_high"]),
    )
    unit = _all(value, lambda gold, row: any(same_unit(unit, row["unit"]) for unit in alternatives(gold, "unit")))
    qualifier = _all(unit, lambda gold, row: (gold.get("qualifier") or "exact") == row["qualifier"])

    def subject(gold: Annotation, row: Row) -> bool:
        return any_same_name(alternatives(gold, "subject"), row["subject"])

    def indicator(gold: Annotation, row: Row) -> bool:
        return word_overlap(gold.get("indicator"), row["indicator"]) >= _SAME_INDICATOR

    def period(gold: Annotation, row: Row) -> bool:
        unstated = row["time_start"] is None and row["time_end"] is None
        return bool(gold.get("time_may_be_null") and unstated) or same_period(
            gold.get("time"), row["time_start"], row["time_end"]
        )

    def attribution(gold: Annotation, row: Row) -> bool:
        unnamed = bool(gold.get("attributed_may_be_null") and not row["attributed_to"])
        return unnamed or any_same_name((gold.get("attributed_to"),), row["attributed_to"])

    with_value = layer.pairs(value)
    with_period = [pair for pair in with_value if pair[0].get("time")]
    with_source = [pair for pair in with_value if pair[0].get("attributed_to")]
    return [
        layer.score("value", value),
        layer.score("value and unit", unit),
        layer.score("value, unit and qualifier", qualifier),
        layer.score("exact span", same_span),
        layer.score("full row", _all(qualifier, subject, indicator)),
        layer.share("kind, of value", with_value, lambda gold, row: gold["kind"] == row["kind"]),
        layer.share("subject, of value", with_value, subject),
        layer.share("indicator, of value", with_value, indicator),
        layer.share("period, of value", with_value, period),
        layer.share("period, of value where stated", with_period, period),
        layer.share("attribution, of value", with_value, attribution),
        layer.share("attribution, of value where stated", with_source, attribution),
        layer.share(
            "whole, of value",
            with_value,
            lambda gold, row: same_number(gold.get("of_total"), row["of_total"]),
        ),
    ]


def _dates(layer: _Layer) -> list[Score]:
    def interval(gold: Annotation, row: Row) -> bool:
        unresolved = row["date_start"] is None and row["date_end"] is None
        found = tuple(None if day is None else str(day) for day in (row["date_start"], row["date_end"]))
        return bool(gold.get("may_be_null") and unresolved) or found == (gold["iso_start"], gold["iso_end"])

    overlapping = layer.pairs(mostly_overlaps)
    return [
        layer.score("overlap", mostly_overlaps),
        layer.score("exact span", same_span),
        layer.score("interval", _all(mostly_overlaps, interval)),
        layer.share("precision, of overlap", overlapping, lambda gold, row: gold["precision"] == row["precision"]),
        layer.share("role, of overlap", overlapping, lambda gold, row: gold["role"] == row["role"]),
    ]


def _relations(layer: _Layer) -> list[Score]:
    def triple(gold: Annotation, row: Row) -> bool:
        return (
            gold["predicate"] == row["predicate"]
            and overlaps(gold, row)
            and any_same_name(alternatives(gold, "subject"), row["subject"])
            and any(word_overlap(words, row["object"]) >= _SAME_OBJECT for words in alternatives(gold, "object"))
        )

    triples = layer.score("triple", triple, same_optional=triple)
    return [triples, *layer.by("predicate", triples, layer.pairs(triple))]


def _sentences(layer: _Layer) -> list[Score]:
    pairs = layer.pairs(overlaps)
    labels = [_accepted(annotation, row) for annotation, row in pairs]
    annotated = Counter(annotation["standing"] for annotation in layer.gold)
    found = Counter(labels)
    wrong = [
        (label, pair) for label, pair in zip(labels, pairs, strict=True) if label != pair[0]["standing"]
    ]  # each under both labels: missed there, extra here
    scores = [layer.score("boundaries", same_span)]
    for label, count in sorted(annotated.items()):
        differing = tuple(pair for taken, pair in wrong if label in (taken, pair[0]["standing"]))
        right = found[label] - sum(taken == label for taken, _ in wrong)
        scores.append(Score("sentences", f"factuality: {label}", right, found[label], count, differing=differing))
    return scores


def _accepted(annotation: Annotation, row: Row) -> str:
    """The row's factuality, question or boilerplate; the annotated one where the row has another accepted
    reading.
    """
    label = row["kind"] if row["kind"] in ("boilerplate", "question") else row["factuality"] or "asserted"
    return annotation["standing"] if label in alternatives(annotation, "standing") else str(label)


def _all(*conditions: Same) -> Same:
    return lambda gold, row: all(condition(gold, row) for condition in conditions)


_LAYERS: Final[Mapping[str, Callable[[_Layer], Sequence[Score]]]] = {
    "mentions": _mentions,
    "figures": _figures,
    "dates": _dates,
    "relations": _relations,
    "sentences": _sentences,
}
