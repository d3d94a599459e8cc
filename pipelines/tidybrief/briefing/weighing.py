"""How much a figure weighs: how much a reader gains from it.

What belongs here: the weight of a figure, and what it can weigh at most. What does not: whether it may be told
(`telling`), and the order in which figures are told.
"""

import math
from collections.abc import Callable, Iterable, Iterator, Mapping
from heapq import heappop, heappush
from typing import Any, Final

import polars as pl

from tidybrief.briefing.figures import LABELLED
from tidybrief.briefing.readings import UNSURE_READING
from tidybrief.briefing.sentences import HEADINGS, Sentence
from tidybrief.briefing.tolls import is_toll, words_for_death
from tidybrief.briefing.topics import LEAD_SENTENCES, LEAD_WEIGHT, Topics
from tidybrief.corpus.judging import BY_HAND

_KIND_WEIGHT: Final = {
    "money": 3.0,
    "percent": 2.5,
    "count": 2.5,
    "multiple": 2.0,
    "measure": 2.0,
    "rank": 1.5,
    "duration": 0.5,
    "age": 0.0,
}
_OTHER_KIND: Final = 1.0
_MIDDLE_SIZE: Final = {"money": 1e6, "count": 1e3}
_FOR_A_POWER: Final = {"money": 0.25, "count": 0.3}
_TINY: Final = 1e-9
_BOUNDS_OF_SIZE: Final = {"money": (0.0, 1.5), "count": (-0.6, 1.0)}
_MOST_FOR_SUBJECT: Final = 1.5
_NAMED: Final = 2.0
_KNOWN: Final = 0.5
_MEASURED: Final = 1.5
_READ: Final = 0.5
_DATED: Final = 1.0
_ATTRIBUTED: Final = 0.5
_PART_OF_WHOLE: Final = 1.0
_SMALL_COUNT: Final = 10
_VAGUE: Final = 2.0
_DEATHS, _MOST_FOR_DEATHS = 4.5, 7.0
"""What a count of the dead gains, and one more for each power of ten, up to the most."""
_LEAD: Final = 1.5
"""What the first sentence of a document gains; background, late in it, loses as much."""
_FORECAST: Final = 0.5
_IN_HEADING: Final = 1.0
_OF_TITLE: Final = 2.5
"""What an amount of the running text gains that the title of its document tells, too: it is what the document is on."""
_ROUNDING: Final = 1e-5


class Weighing:
    """Weighs figures: what kind each is, how fully and plainly its sentence tells it, how close that is to what its
    document is about, and how central its subject is to all documents."""

    def __init__(self, topics: Topics) -> None:
        self._topics = topics

    def weight(
        self, row: Mapping[str, Any], sentence: Sentence | None, *, is_named: bool, is_measured: bool, is_so: bool
    ) -> float:
        """The weight of a figure; `is_named`, `is_measured`: its sentence says whom it is about, and what it
        measures, which counts as surely as it was read, and not where that is a guess; `is_so`: it is told as so."""
        told = (
            (_NAMED if is_named else _KNOWN if row["subject_id"] else 0.0) * _as_read(row["subject_confidence"])
            + (_MEASURED if is_measured else _READ if row["indicator"] else 0.0) * _as_read(row["indicator_confidence"])
            + (_DATED if row["time_start"] or row["time_end"] else 0.0)
            + (_ATTRIBUTED if row["attributed_to"] else 0.0)
            + (_PART_OF_WHOLE if row["of_total"] else 0.0)
        )
        counts_dead = is_toll(row["kind"], sentence, row["start"], row["end"])
        vague = (_VAGUE if row["kind"] == "count" and row["value"] < _SMALL_COUNT else 0.0) + (
            _FORECAST if row["factuality"] == "forecast" or not is_so else 0.0
        )
        heading = _IN_HEADING if sentence is not None and sentence.kind in HEADINGS else 0.0
        topical = self._topics.weight(row["doc_id"], sentence) + (_OF_TITLE if row["is_of_title"] else 0.0)
        kind = _KIND_WEIGHT.get(row["kind"], _OTHER_KIND)
        news = _for_deaths(row["value"]) if counts_dead else _magnitude(row["kind"], row["value"])
        news += _for_place(sentence)
        weight: float = (kind + told + news + _centrality(row) + topical - vague - heading) * row["confidence"]
        return round(weight, 6)

    def at_most(self, figures: pl.DataFrame) -> pl.Series:
        """What each of the figures can weigh at most: what needs its words is taken as well as it can be.

        Each row has its sentence with its standing, in `is_near` whether a mention of its subject stands in it, in
        `is_of_title` whether the title tells the same amount, and how many documents name its subject, and how often.
        """
        is_told = pl.col("subject").fill_null("") != ""
        in_text = pl.col("sentence_start").is_not_null() & ~pl.col("sentence_kind").is_in(HEADINGS)
        told = pl.Series(
            [
                self._topics.at_most(doc_id, text) if text else 0.0
                for doc_id, text in figures.select("doc_id", "sentence_text").iter_rows()
            ],
            dtype=pl.Float64,
        )
        lead = (1 - pl.col("sentence_no") / LEAD_SENTENCES).clip(lower_bound=-1.0)
        early = lead.clip(lower_bound=0.0) * LEAD_WEIGHT
        documents, mentions = (pl.col(name).fill_null(0) + 1 for name in ("document_count", "mention_count"))
        may_be_toll = (pl.col("kind") == "count") & pl.col("sentence_text").str.contains(words_for_death())
        may_be_toll = may_be_toll.fill_null(value=False)
        sizes = [
            _where(
                (pl.col("kind") == kind) & ~may_be_toll,
                ((pl.col("value").clip(_TINY) / middle).log10() * _FOR_A_POWER[kind]).clip(*_BOUNDS_OF_SIZE[kind]),
            )
            for kind, middle in _MIDDLE_SIZE.items()
        ]
        parts = (
            pl.col("kind").replace_strict(_KIND_WEIGHT, default=_OTHER_KIND, return_dtype=pl.Float64),
            *sizes,
            _where(pl.col("is_near") | is_told, _NAMED, _where(_is_told("subject_id"), _KNOWN))
            * _surely("subject_confidence"),
            _where(_is_told("indicator"), _where(pl.col("kind").is_in(LABELLED), _MEASURED, _READ))
            * _surely("indicator_confidence"),
            _where(pl.any_horizontal(pl.col("time_start", "time_end").is_not_null()), _DATED),
            _where(_is_told("attributed_to"), _ATTRIBUTED),
            _where(pl.col("of_total").fill_null(0.0) != 0, _PART_OF_WHOLE),
            ((documents.log(2) + mentions.log(2) / 4) / 2).clip(upper_bound=_MOST_FOR_SUBJECT),
            _where(in_text, early + told),
            _where(pl.col("is_of_title"), _OF_TITLE),
            _where(may_be_toll, (_DEATHS + pl.col("value").clip(1.0).log10()).clip(upper_bound=_MOST_FOR_DEATHS)),
            _where(in_text, lead * _LEAD),
            _where((pl.col("kind") == "count") & (pl.col("value") < _SMALL_COUNT), -_VAGUE),
            _where(pl.col("factuality") == "forecast", -_FORECAST),
            _where(pl.col("sentence_kind").is_in(HEADINGS), -_IN_HEADING),
        )
        weight = pl.sum_horizontal(parts) * pl.col("confidence").cast(pl.Float64) + _ROUNDING
        return figures.select(weight).to_series()


def best_first(
    candidates: Iterable[tuple[float, int]], score: Callable[[int], tuple[Any, ...] | None]
) -> Iterator[int]:
    """The candidates by their `score`, the least first; those with none are left out.

    Each comes with the least that the first item of its score may be, negative weights for instance. It is scored only
    when its turn may have come, so that whoever wants a few does not pay for all.
    """
    waiting: list[tuple[tuple[Any, ...], int]] = []
    for least, candidate in sorted(candidates):
        while waiting and waiting[0][0][0] < least:
            yield heappop(waiting)[1]
        scored = score(candidate)
        if scored is not None:
            heappush(waiting, (scored, candidate))
    while waiting:
        yield heappop(waiting)[1]


def _centrality(row: Mapping[str, Any]) -> float:
    documents, mentions = row["document_count"] or 0, row["mention_count"] or 0
    return min(_MOST_FOR_SUBJECT, (math.log2(1 + documents) + math.log2(1 + mentions) / 4) / 2)


def _as_read(confidence: float | None) -> float:
    return confidence if confidence and confidence >= UNSURE_READING else 0.0


def _for_deaths(value: float) -> float:
    return min(_MOST_FOR_DEATHS, _DEATHS + math.log10(max(1.0, value)))


def _for_place(sentence: Sentence | None) -> float:
    """What a figure gains by its place in the document."""
    if sentence is None or sentence.kind in HEADINGS:
        return 0.0
    return _LEAD * max(-1.0, 1 - sentence.number / LEAD_SENTENCES)


def _is_told(column: str) -> pl.Expr:
    return pl.col(column).fill_null("") != ""


def _surely(column: str) -> pl.Expr:
    """The estimate of a reading, 1 where an analyst set it."""
    return _where(pl.col("method") == BY_HAND, 1.0, pl.col(column).cast(pl.Float64).fill_null(0.0))


def _where(condition: pl.Expr, then: pl.Expr | float, otherwise: pl.Expr | float = 0.0) -> pl.Expr:
    return pl.when(condition).then(then).otherwise(otherwise)


def _magnitude(kind: str, value: float) -> float:
    """What the size of an amount adds to its weight: for money nothing up to a million, 1.5 from a trillion on; for
    counts nothing at a thousand, 1 from two million on, and as much less for small ones."""
    if kind not in _MIDDLE_SIZE:
        return 0.0
    least, most = _BOUNDS_OF_SIZE[kind]
    return min(most, max(least, math.log10(max(value, _TINY) / _MIDDLE_SIZE[kind]) * _FOR_A_POWER[kind]))
