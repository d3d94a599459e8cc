"""Figures as a reader meets them: in words, with support, flags and quote; and which weigh most.

What belongs here: the view of one figure and its weight. What does not: which charts and cards are made of them
(`key_figures`), what opens the page (`statements`).
"""

import math
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any, Final

import polars as pl

from tidybrief.briefing import wording
from tidybrief.briefing.library import CONTEXT_CHARACTERS, Library, Quote, Sentence, Source
from tidybrief.briefing.support import InferredDates, Support, flags, support_by_row

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


@dataclass(frozen=True, slots=True)
class FigureView:
    """One quantity in words. `share` is the part of a stated whole in percent, derived; None without a whole."""

    figure_id: str
    source: Source
    sentence: Sentence | None
    start: int
    end: int
    kind: str
    value: float
    value_high: float | None
    unit: str
    qualifier: str
    subject_id: str | None
    subject: str | None
    indicator: str | None
    time_start: date | None
    time_end: date | None
    attributed_to: str | None
    of_total: float | None
    hedge: str | None
    support: Support
    weight: float

    @property
    def row_anchor(self) -> str:
        """The id of its row in the table of all figures."""
        return f"r-{self.figure_id}"

    @property
    def href(self) -> str:
        """Where its words stand in the evidence."""
        return self.source.mark_href(self.figure_id)

    @property
    def is_fact(self) -> bool:
        """Whether it may be reported: neither imagined nor asked nor page furniture."""
        return "hypothetical" not in self.support.flags and (self.sentence is None or self.sentence.states_a_fact)

    @property
    def words(self) -> str:
        """The value with qualifier and unit."""
        return wording.quantity(self.kind, self.value, self.value_high, self.unit, self.qualifier, hedge=self.hedge)

    @property
    def exact(self) -> str:
        """The value in full digits; "" where the words say it as exactly."""
        digits = wording.number(self.value)
        if digits in self.words.split("–")[0] and self.value_high is None:
            return ""
        high = f"–{wording.number(self.value_high)}" if self.value_high is not None else ""
        return f"{digits}{high} {self.unit}"

    @property
    def period(self) -> str:
        """The period it holds for, or ""."""
        return wording.period(self.time_start, self.time_end)

    @property
    def share(self) -> float | None:
        """Its part of the stated whole in percent; None where the text states no whole or the part is no number."""
        if not self.of_total or self.value_high is not None or self.kind == "percent":
            return None
        share = 100 * self.value / self.of_total
        return share if 0 <= share <= 100 else None

    @property
    def share_formula(self) -> str:
        """How the share was computed: "70% = 38,000 / 54,000"."""
        if self.share is None or self.of_total is None:
            return ""
        percent = wording.number(float(f"{self.share:.2g}") if self.share < 99.5 else round(self.share, 1))
        return f"{percent}% = {wording.compact_number(self.value)} / {wording.compact_number(self.of_total)}"

    def quote(self, library: Library, context: int = CONTEXT_CHARACTERS) -> Quote:
        """The words of its source."""
        return library.quote(self.source.doc_id, self.start, self.end, self.figure_id, context=context)

    @property
    def whole(self) -> str:
        """The stated whole it is a part of, in words; "" without one."""
        if not self.of_total or self.kind == "percent":
            return ""
        kind = "money" if self.kind == "money" else "count"
        words = wording.bare_quantity(kind, self.of_total, None, self.unit)
        return words if kind == "money" else words.removesuffix(f" {wording.plural(self.unit)}")


def view_figures(tables: Mapping[str, pl.DataFrame], library: Library) -> tuple[FigureView, ...]:
    """All figures in words, in the order of the table."""
    support = support_by_row(tables["comparisons"])
    inferred = InferredDates(tables["dates"])
    prominence = {
        entity_id: math.log2(1 + documents) + math.log2(1 + mentions) / 4
        for entity_id, documents, mentions in tables["entities"]
        .select("entity_id", "document_count", "mention_count")
        .iter_rows()
    }
    return tuple(_view(row, library, support, inferred, prominence) for row in tables["figures"].iter_rows(named=True))


def _view(
    row: Mapping[str, Any],
    library: Library,
    support: Mapping[str, str],
    inferred: InferredDates,
    prominence: Mapping[str, float],
) -> FigureView:
    flagged = flags(row, date_inferred=inferred.behind(row))
    if row["factuality"] == "hypothetical":
        flagged = (*flagged, "hypothetical")
    sentence = library.sentence(row["doc_id"], row["sentence_no"])
    return FigureView(
        figure_id=row["figure_id"],
        source=library.by_id[row["doc_id"]],
        sentence=sentence,
        start=row["start"],
        end=row["end"],
        kind=row["kind"],
        value=row["value"],
        value_high=row["value_high"],
        unit=row["unit"],
        qualifier=row["qualifier"],
        subject_id=row["subject_id"],
        subject=row["subject"],
        indicator=row["indicator"],
        time_start=row["time_start"],
        time_end=row["time_end"],
        attributed_to=row["attributed_to"],
        of_total=row["of_total"],
        hedge=_hedge(row, sentence, library),
        support=Support(support.get(row["figure_id"], "single_source"), flagged),
        weight=_weight(row, sentence, prominence),
    )


def _hedge(row: Mapping[str, Any], sentence: Sentence | None, library: Library) -> str | None:
    """The source's own hedge, sought in front of the number within its sentence."""
    floor = sentence.start if sentence else 0
    return wording.hedge_before(library.by_id[row["doc_id"]].text[floor : row["start"]], row["qualifier"])


def _weight(row: Mapping[str, Any], sentence: Sentence | None, prominence: Mapping[str, float]) -> float:
    """How much a reader gains from the figure: what kind it is, how fully it is told, how central its subject is."""
    told = (
        (2.0 if row["subject_id"] else 1.0 if row["subject"] else 0.0)
        + (1.5 if row["indicator"] else 0.0)
        + (1.5 if row["time_start"] or row["time_end"] else 0.0)
        + (0.5 if row["attributed_to"] else 0.0)
        + (1.0 if row["of_total"] else 0.0)
    )
    vague = (2.0 if row["kind"] == "count" and row["value"] < 10 else 0.0) + (
        1.0 if row["factuality"] == "forecast" else 0.0
    )
    heading = 1.0 if sentence is not None and sentence.kind in ("heading", "caption") else 0.0
    central = min(2.0, prominence.get(row["subject_id"] or "", 0.0) / 2)
    weight: float = (_KIND_WEIGHT.get(row["kind"], 1.0) + told + central - vague - heading) * row["confidence"]
    return round(weight, 6)
