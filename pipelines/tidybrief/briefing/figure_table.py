"""All figures of a publication, column-wise: only those that are asked for become views.

What belongs here: which figures are facts, what each can weigh at most, and looking them up. What does not: the view of
one (`figures`), its weight (`weighing`), and which are told where.
"""

import re
from array import array
from collections.abc import Callable, Iterator, Mapping
from functools import cached_property
from typing import Any, Final

import polars as pl

from tidybrief.briefing import wording
from tidybrief.briefing.figures import LABELLED, FigureView, has_misprint
from tidybrief.briefing.labels import fit_indicator
from tidybrief.briefing.library import Library
from tidybrief.briefing.modality import modality_of
from tidybrief.briefing.sentences import HEADINGS, RowsByDocument, Sentence
from tidybrief.briefing.support import (
    CORRECTED_BY_HAND,
    PUBLISHERS_UNKNOWN,
    SUPPORT_ORDER,
    Support,
    flags,
    support_by_row,
    with_told_bounds,
)
from tidybrief.briefing.topics import Topics
from tidybrief.briefing.weighing import Weighing, best_first

_KEPT: Final = 8_192
"""Views that stay for when they are asked for again."""
LEAST_SUPPORT: Final = "single_source"
_LONGEST_NAME: Final = 60
_LONGEST_MEASURE: Final = 110
_SAME_AMOUNT: Final = 0.05
"""What part of an amount a title may round away, as much as "about" may."""
_BESIDE: Final = ["doc_id", "measured_as", "kind", "unit", "time_start", "time_end"]
_ALIKE: Final = _BESIDE[1:]


class Figures:
    """The figures. `frame` has their rows in the order of the table, each with its place in `row`, its `support`, the
    standing of its sentence, whether it `is_fact`, and what it can weigh `at_most`."""

    def __init__(self, tables: Mapping[str, pl.DataFrame], library: Library) -> None:
        self._library = library
        self._weighing = Weighing(Topics(library))
        self._views: dict[int, FigureView] = {}
        rows = library.sentences.beside(tables["figures"]).with_row_index("row").pipe(_with_nearest, tables["mentions"])
        rows = with_told_bounds(rows, tables["dates"]).pipe(_with_centrality, tables["entities"]).pipe(_with_titles)
        support = support_by_row(tables["comparisons"])
        known = pl.DataFrame(
            {"figure_id": support.keys(), "support": support.values()},
            schema={"figure_id": pl.String, "support": pl.String},
        )
        rows = rows.join(known, on="figure_id", how="left", maintain_order="left").with_columns(
            pl.col("support").fill_null(LEAST_SUPPORT),
            is_fact=(pl.col("factuality") != "hypothetical").fill_null(value=True) & pl.col("states_a_fact"),
            is_near=pl.col("reach").is_not_null(),
        )
        self.frame = rows.with_columns(at_most=self._weighing.at_most(rows))

    @cached_property
    def facts(self) -> pl.DataFrame:
        """The rows of those that may be reported."""
        return self.frame.filter("is_fact")

    def views(self, rows: pl.DataFrame) -> Iterator[FigureView]:
        """The views of rows of `frame`."""
        return map(self._view, rows["row"].to_list())

    def find(self, figure_id: str) -> FigureView | None:
        """The figure with this id, None where there is none."""
        row = self._row_of.get(figure_id)
        return None if row is None else self._view(row)

    def facts_of(self, doc_id: str) -> tuple[FigureView, ...]:
        """The facts that a document states; not kept, since they are asked for once, and are many."""
        first, length = self._by_document.place(doc_id)
        rows = (row for row in range(first, first + length) if self._is_fact[row])
        return tuple(self._views.get(row) or self._made(self.frame.row(row, named=True)) for row in rows)

    def beside(self, figure: FigureView) -> list[FigureView]:
        """All that stand in the sentence of one, itself included."""
        number = figure.sentence.number if figure.sentence else -1
        first, length = self._by_document.place(figure.source.doc_id)
        return [self._view(row) for row in range(first, first + length) if self._sentence_numbers[row] == number]

    def whole_of(self, figure: FigureView) -> FigureView | None:
        """The first amount that its document states as a fact and that is the whole of which it is a part."""
        is_whole = pl.col("value") == (figure.of_total or 0.0), pl.col("kind").is_in(("count", "money"))
        rows = self.facts.filter(pl.col("doc_id") == figure.source.doc_id, *is_whole)
        return next(self.views(rows), None)

    def ranked(
        self, rows: pl.DataFrame, score: Callable[[FigureView], tuple[float, *tuple[Any, ...]] | None]
    ) -> Iterator[FigureView]:
        """The figures of these rows by their score, the least first, but for those that have none. It begins with a
        number that is not less than the negative weight."""

        def of_row(row: int) -> tuple[Any, ...] | None:
            return score(self._view(row))

        candidates = zip((-rows["at_most"]).to_list(), rows["row"].to_list(), strict=True)
        return map(self._view, best_first(candidates, of_row))

    def by_support(
        self, rows: pl.DataFrame, score: Callable[[FigureView], tuple[float, *tuple[Any, ...]] | None]
    ) -> Iterator[FigureView]:
        """The same, the best supported first."""
        for key in SUPPORT_ORDER:
            yield from self.ranked(rows.filter(pl.col("support") == key), score)

    def heaviest(self, rows: pl.DataFrame) -> Iterator[FigureView]:
        """The figures of these rows, those that weigh most first, those of one weight in the order of the text."""
        return self.ranked(rows, lambda figure: (-figure.weight, figure.source.doc_id, figure.start))

    def with_others_of_their_kind(self, facts: pl.DataFrame) -> Iterator[FigureView]:
        """Those of the facts that a chart may show, in their order: parts of a whole and what is the whole, and what is
        called the same, for the same period, in the same sentence or the next of one document, or for a stated period
        anywhere."""
        indicators = [" ".join((words or "").casefold().split()) for words in facts["indicator"]]
        facts = facts.with_columns(measured_as=pl.Series(indicators, dtype=pl.String))
        called = facts.filter(pl.col("measured_as") != "").sort("doc_id", "start")
        gap = (pl.col("sentence_no").diff().over(_BESIDE) <= 1).fill_null(value=False)
        beside = gap | gap.shift(-1, fill_value=False).over(_BESIDE)
        dated = pl.all_horizontal(pl.col("time_start", "time_end").is_not_null())
        parts = facts.filter(pl.col("of_total").fill_null(0.0) != 0)
        wholes = facts.join(
            parts,
            left_on=["doc_id", "kind", "unit", "value"],
            right_on=["doc_id", "kind", "unit", "of_total"],
            how="semi",
        )
        alike = called.filter(beside | (dated & (pl.len().over(_ALIKE) > 1)))
        return self.views(pl.concat([frame.select("row") for frame in (parts, wholes, alike)]).unique().sort("row"))

    @cached_property
    def _by_document(self) -> RowsByDocument:
        return RowsByDocument(self.frame.select("doc_id"))

    @cached_property
    def _is_fact(self) -> bytes:
        return bytes(self.frame["is_fact"].to_list())

    @cached_property
    def _sentence_numbers(self) -> "array[int]":
        return array("q", self.frame["sentence_no"].to_list())

    @cached_property
    def _row_of(self) -> dict[str, int]:
        return dict(zip(self.frame["figure_id"].to_list(), self.frame["row"].to_list(), strict=True))

    def _view(self, row: int) -> FigureView:
        if row not in self._views:
            if len(self._views) == _KEPT:
                self._views.clear()
            self._views[row] = self._made(self.frame.row(row, named=True))
        return self._views[row]

    def _made(self, row: Mapping[str, Any]) -> FigureView:
        sentence = self._library.sentences.numbered(row["doc_id"], row["sentence_no"])
        modality = modality_of(sentence.text, *sentence.within(row)) if sentence else ""
        flagged = flags(row, modality=modality, date_inferred=row["is_date_inferred"])
        if row["factuality"] == "hypothetical":
            flagged = (*flagged, "hypothetical")
        source = self._library.by_id[row["doc_id"]]
        if row["support"] != LEAST_SUPPORT and not source.names_who_speaks:
            flagged = (PUBLISHERS_UNKNOWN, *flagged)
        if CORRECTED_BY_HAND in flagged:
            row = {**row, "subject_confidence": 1.0, "indicator_confidence": 1.0}
        reach = _reach(row, sentence)
        is_named = reach is not None
        measured = fit_indicator(row["indicator"], sentence.text) if sentence and row["kind"] in LABELLED else ""
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
            is_period_told=CORRECTED_BY_HAND in flagged or row["is_period_told"],
            attributed_to=row["attributed_to"],
            of_total=None if sentence and has_misprint(sentence.text) else row["of_total"],
            named=wording.shortened(row["subject"], _LONGEST_NAME) if row["subject"] and is_named else "",
            reach=reach or 0,
            measured=wording.shortened(measured, _LONGEST_MEASURE),
            confidence=row["confidence"],
            subject_confidence=row["subject_confidence"] or 0.0,
            indicator_confidence=row["indicator_confidence"] or 0.0,
            support=Support(row["support"], flagged),
            weight=self._weighing.weight(
                row, sentence, is_named=is_named, is_measured=bool(measured), is_so=not modality
            ),
        )


def _with_nearest(figures: pl.DataFrame, mentions: pl.DataFrame) -> pl.DataFrame:
    """The figures, in `reach` how many characters lie between each and the nearest mention of its subject in its
    sentence, null where there is none."""
    places = mentions.select("doc_id", "sentence_no", "entity_id", named_from="start", named_to="end")
    between = pl.max_horizontal(pl.col("start") - pl.col("named_to"), pl.col("named_from") - pl.col("end"), pl.lit(0))
    nearest = (
        figures.join(
            places, left_on=["doc_id", "sentence_no", "subject_id"], right_on=["doc_id", "sentence_no", "entity_id"]
        )
        .group_by("row")
        .agg(reach=between.min())
    )
    return figures.join(nearest, on="row", how="left", maintain_order="left")


def _with_centrality(figures: pl.DataFrame, entities: pl.DataFrame) -> pl.DataFrame:
    """The figures with how many documents name the subject of each (`document_count`), and how often
    (`mention_count`); null where it has none."""
    central = entities.select("entity_id", "document_count", "mention_count")
    return figures.join(central, left_on="subject_id", right_on="entity_id", how="left", maintain_order="left")


def _with_titles(figures: pl.DataFrame) -> pl.DataFrame:
    """The figures, in `is_of_title` whether each is of the running text and the title of its document tells the same
    amount, more roughly perhaps ("15%", "14.6 per cent")."""
    in_title = (pl.col("sentence_no") == 0) & pl.col("sentence_kind").is_in(HEADINGS)
    titled = figures.filter(in_title).select("doc_id", "kind", titled="value")
    beside = figures.filter(~in_title).join(titled, on=["doc_id", "kind"])
    same = beside.filter((pl.col("value") - pl.col("titled")).abs() <= _SAME_AMOUNT * pl.col("titled"))
    return figures.with_columns(is_of_title=pl.col("row").is_in(same["row"].implode()))


def _reach(row: Mapping[str, Any], sentence: Sentence | None) -> int | None:
    """How many characters lie between the figure and the nearest place where its sentence names its subject; None
    where it does not."""
    if row["reach"] is not None or sentence is None or not row["subject"]:
        reach: int | None = row["reach"]
        return reach
    named = re.finditer(rf"(?<!\w){re.escape(row['subject'])}(?!\w)", sentence.text, re.IGNORECASE)
    places = ((sentence.start + found.start(), sentence.start + found.end()) for found in named)
    return min((max(row["start"] - end, start - row["end"], 0) for start, end in places), default=None)
