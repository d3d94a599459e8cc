"""Figures as a reader meets them: in words, with support, flags and quote; and which weigh most.

What belongs here: the view of one figure and its weight. What does not: which charts and cards are made of them
(`key_figures`), what opens the page (`statements`), which words are fit to be a label (`labels`).
"""

import math
import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any, Final

import polars as pl

from tidybrief.briefing import wording
from tidybrief.briefing.labels import fit_indicator, names_what_it_counts, rate_behind
from tidybrief.briefing.library import CONTEXT_CHARACTERS, Library, Quote, Sentence, Source
from tidybrief.briefing.support import InferredDates, Support, flags, support_by_row
from tidybrief.briefing.topics import Topics

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
MEASURED: Final = ("money", "percent", "count", "multiple", "measure")
"""The kinds that tell something of a subject by themselves."""
_LABELLED: Final = ("money", "percent", "count", "measure")
"""Those of them that a label may stand beside; a multiple is of two things."""
_LEAST_AMOUNT: Final = 1e6
_RATED: Final = ("money", "measure")
"""The kinds that are stated for one of something."""


@dataclass(frozen=True, slots=True)
class FigureView:
    """One quantity in words. `share` is the part of a stated whole in percent, derived; None without a whole.

    `subject` and `indicator` are what the program reads; `named` and `measured` are what of them the sentence itself
    says, so that it may stand beside the number: "" where that is nothing. `reach` is how many characters lie between
    the number and whom it is about.
    """

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
    rate: str
    named: str
    reach: int
    measured: str
    confidence: float
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
        """The value with qualifier and unit, and what it is for one of."""
        quantity = wording.quantity(self.kind, self.value, self.value_high, self.unit, self.qualifier, hedge=self.hedge)
        return f"{quantity} {self.rate}".strip()

    @property
    def headline(self) -> str:
        """The value as a headline: without its counted noun where that does not stand right behind it."""
        is_whole = self.kind != "count" or names_what_it_counts(self.source.text, self.end, self.unit)
        return self.words if is_whole else self.amount

    @property
    def amount(self) -> str:
        """The value; without its noun where it is a count."""
        if self.kind != "count":
            return self.words
        return wording.quantity("count", self.value, self.value_high, "", self.qualifier, hedge=self.hedge)

    @property
    def label(self) -> str:
        """What it is about, in words that its sentence says: "Halden – sale price"; "" where that is nothing."""
        if self.named and self.measured and self.named.casefold() not in self.measured.casefold():
            return f"{self.named} – {self.measured}"
        return wording.sentence(self.measured)

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
    reader = _Reader(tables, library)
    return tuple(reader.view(row) for row in tables["figures"].iter_rows(named=True))


class _Reader:
    """Views rows of figures by what the other tables say of them."""

    def __init__(self, tables: Mapping[str, pl.DataFrame], library: Library) -> None:
        self._library = library
        self._support = support_by_row(tables["comparisons"])
        self._inferred = InferredDates(tables["dates"])
        self._prominence = {
            entity_id: math.log2(1 + documents) + math.log2(1 + mentions) / 4
            for entity_id, documents, mentions in tables["entities"]
            .select("entity_id", "document_count", "mention_count")
            .iter_rows()
        }
        self._named: dict[tuple[str, int, str], list[tuple[int, int]]] = {}
        places = tables["mentions"].select("doc_id", "sentence_no", "entity_id", "start", "end")
        for doc_id, sentence_no, entity_id, start, end in places.iter_rows():
            self._named.setdefault((doc_id, sentence_no, entity_id), []).append((start, end))
        self._topics = Topics(library)

    def view(self, row: Mapping[str, Any]) -> FigureView:
        """The figure in words."""
        flagged = flags(row, date_inferred=self._inferred.behind(row))
        if row["factuality"] == "hypothetical":
            flagged = (*flagged, "hypothetical")
        sentence = self._library.sentence(row["doc_id"], row["sentence_no"])
        source = self._library.by_id[row["doc_id"]]
        reach = self._reach(row, sentence)
        is_named = reach is not None
        measured = fit_indicator(row["indicator"], sentence.text) if sentence and row["kind"] in _LABELLED else ""
        return FigureView(
            figure_id=row["figure_id"],
            source=source,
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
            hedge=_hedge(row, sentence, self._library),
            rate=rate_behind(source.text, row["end"], row["unit"]) if row["kind"] in _RATED else "",
            named=wording.shortened(row["subject"], 60) if row["subject"] and is_named else "",
            reach=reach or 0,
            measured=wording.shortened(measured, 110),
            confidence=row["confidence"],
            support=Support(self._support.get(row["figure_id"], "single_source"), flagged),
            weight=self._weight(row, sentence, is_named=is_named, is_measured=bool(measured)),
        )

    def _reach(self, row: Mapping[str, Any], sentence: Sentence | None) -> int | None:
        """How many characters lie between the figure and the nearest place where its sentence names its subject; None
        where it does not."""
        places = self._named.get((row["doc_id"], row["sentence_no"], row["subject_id"] or ""), [])
        if not places and sentence and row["subject"]:
            named = re.finditer(rf"(?<!\w){re.escape(row['subject'])}(?!\w)", sentence.text, re.IGNORECASE)
            places = [(sentence.start + found.start(), sentence.start + found.end()) for found in named]
        return min((max(row["start"] - end, start - row["end"], 0) for start, end in places), default=None)

    def _weight(self, row: Mapping[str, Any], sentence: Sentence | None, *, is_named: bool, is_measured: bool) -> float:
        """How much a reader gains from the figure: what kind it is, how fully and plainly its sentence tells it, how
        close that is to what its document is about, and how central its subject is to all documents."""
        told = (
            (2.0 if is_named else 0.5 if row["subject_id"] else 0.0)
            + (1.5 if is_measured else 0.5 if row["indicator"] else 0.0)
            + (1.0 if row["time_start"] or row["time_end"] else 0.0)
            + (0.5 if row["attributed_to"] else 0.0)
            + (1.0 if row["of_total"] else 0.0)
        )
        vague = (2.0 if row["kind"] == "count" and row["value"] < 10 else 0.0) + (
            0.5 if row["factuality"] == "forecast" else 0.0
        )
        heading = 1.0 if sentence is not None and sentence.kind in ("heading", "caption") else 0.0
        central = min(1.5, self._prominence.get(row["subject_id"] or "", 0.0) / 2)
        topical = self._topics.weight(row["doc_id"], sentence)
        kind = _KIND_WEIGHT.get(row["kind"], 1.0) + _magnitude(row["kind"], row["value"])
        weight: float = (kind + told + central + topical - vague - heading) * row["confidence"]
        return round(weight, 6)


def _magnitude(kind: str, value: float) -> float:
    """What the size of an amount of money adds to its weight: nothing up to a million, 1.5 from a trillion on."""
    if kind != "money" or not _LEAST_AMOUNT < value < math.inf:
        return 0.0
    return min(1.5, (math.log10(value) - math.log10(_LEAST_AMOUNT)) / 4)


def _hedge(row: Mapping[str, Any], sentence: Sentence | None, library: Library) -> str | None:
    """The source's own hedge, sought in front of the number within its sentence."""
    floor = sentence.start if sentence else 0
    return wording.hedge_before(library.by_id[row["doc_id"]].text[floor : row["start"]], row["qualifier"])
