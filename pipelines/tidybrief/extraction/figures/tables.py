"""Figures in written tables: whose they are, what they measure and when, by the row and the column they stand in.

What belongs here: tables of bars, columns kept apart by tabs or spaces, and lists of names with their numbers, as far
as their structure is plain. What the headings make of the number itself stands in `quantities`.
"""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta

from tidybrief.extraction.figures.indicators import NO_INDICATOR
from tidybrief.extraction.records import Figure, Mention, TemporalExpression

_Span = tuple[int, int]

_LINE = re.compile(r"[^\n]+")
_RULE = " \t\r\u00a0|:=+-"
_LONGEST_ROW = 2000
_OF_HEADINGS = 0.85
"""As sure as the patterns of names in lists: see `subjects`."""
_LONGEST_HEADING = 160
_LONGEST_PLAIN_ROW = 120
"""More than `_PLAIN_ROW` can match; to try it on a longer line would only take time."""
_FEWEST_ROWS = 2
_MOST_OF_IT = 0.5
_ALL_OF_IT = 0.9
_LABEL_AND_NUMBER = 2
"""With more columns in a list, nothing tells where the heading of one ends and the next begins."""
_IN_COLUMNS = re.compile(r"\t|[ ]{2,}")
_BETWEEN_COMMAS = re.compile(r"[^,]+")
_BULLET = re.compile(r"(?:[-*+•‣▪●–—][ \t]+)?[*_]{0,2}")
_LABEL = re.compile(r"(?P<label>[^\W\d_][^\d,:;|?!]{0,60}?)[*_]{0,2}(?:[ ]?[,:]|[ ][–—-])?[*_]{0,2}[ \t]+")
_PLAIN_ROW = re.compile(rf"{_LABEL.pattern}(?P<number>[$€£]?\d[\d,.]{{0,20}}%?)\s*")
"""A row whose number is none of the figures, for one too small to count for sure."""
_STARTS_WITH_TERM_OF_ROWS = re.compile(
    r"(?:state|country|nation|region|county|city|town|province|district|territory|year|company|agency|party|team)"
    r"(?: or territory| name)?[ ]+(?=[A-Z$%])",
    re.IGNORECASE,
)
_ENDS_SENTENCE = re.compile(r"[.?!;,][*_\"”’)]*$")
_YEAR = re.compile(r"(?<![\w$€£,.-])(?:(?P<quarter>Q[1-4])[ ])?(?P<year>1[89]\d\d|20\d\d)(?![\w,%-]|\.\d)")
_BRACKETS = re.compile(r"[ ]?[(\[][^()\[\]]{0,60}[)\]]")
_CAPTION_NUMBER = re.compile(r"(?:table|figure|chart|exhibit)[ ]\w{1,4}[.:][ ]+", re.IGNORECASE)
_SAYS_NOTHING = re.compile(
    r"(?:the )?(?:values?|amounts?|numbers?|figures?|counts?|results?|quantity|totals?|percent(?:age)?|shares?|units?|"
    r"(?:in )?(?:(?:USD|EUR|GBP|US|dollars?|euros?|pounds?|thousands?|millions?|billions?|trillions?|mn|bn|of)\b ?)+|"
    r"(?:table|annex|appendix|schedule|part|page)(?: \w{1,4})?|[\W\d_]*)",
    re.IGNORECASE,
)
_SUM = re.compile(r"(?:grand |sub-?)?(?:total|sum|average|mean|median|overall|all)s?(?: (?:of )?all)?\b", re.IGNORECASE)
_EDGES = " \t\r\u00a0*_`#:|"


@dataclass(frozen=True, slots=True)
class _Row:
    """A line cut into cells; `style` says by what."""

    line: _Span
    style: str
    cells: tuple[_Span, ...]
    figures: tuple[int, ...]
    """The places of its figures among all of the document."""


@dataclass(frozen=True, slots=True)
class _Heading:
    """The heading of a column, or the caption of a table: its words without period and unit, and where they stand."""

    words: str
    span: _Span


def in_tables(
    figures: Sequence[Figure],
    text: str,
    mentions: Sequence[Mention],
    dates: Sequence[TemporalExpression],
    names: Mapping[str, str],
) -> tuple[Figure, ...]:
    """The figures, where they stand in a table with what its row and its column say of them.

    `mentions` are sorted by their start, `names` holds the canonical name of each entity.
    """
    return _Reader(figures, text, mentions, dates, names).read()


class _Reader:
    """Reads the tables of one text from top to bottom."""

    def __init__(
        self,
        figures: Sequence[Figure],
        text: str,
        mentions: Sequence[Mention],
        dates: Sequence[TemporalExpression],
        names: Mapping[str, str],
    ) -> None:
        self._text = text
        self._figures = list(figures)
        self._starts = [figure.start for figure in figures]
        self._mentions = mentions
        self._mention_starts = [mention.start for mention in mentions]
        self._dates = dates
        self._date_starts = [row.start for row in dates]
        self._names = names

    def read(self) -> tuple[Figure, ...]:
        lines = _LINE.finditer(self._text) if self._may_hold_a_table() else ()
        rows = [self._row(line.span()) for line in lines if line[0].strip(_RULE)]
        first = 0
        while first < len(rows):
            last = first + 1
            while last < len(rows) and rows[first].style and _alike(rows[first], rows[last]):
                last += 1
            if rows[first].style:
                self._read_group(rows, first, last)
            first = last
        return tuple(self._figures)

    def _may_hold_a_table(self) -> bool:
        """Whether enough of the lines that hold figures have the form of a row."""
        rows, end = 0, -1
        for start in self._starts:
            if start > end:
                end = self._text.find("\n", start)
                end = end if end >= 0 else len(self._text)
                rows += self._row((self._text.rfind("\n", 0, start) + 1, end)).style != ""
        return rows >= _FEWEST_ROWS

    def _row(self, line: _Span) -> _Row:
        text = self._text
        start, end = line
        inside = tuple(range(bisect_left(self._starts, start), bisect_left(self._starts, end)))
        if end - start > _LONGEST_ROW:
            return _Row(line, "", (line,), inside)
        content = text[start:end]
        if "|" in content:
            return _Row(line, "bars", tuple(_cells_between_bars(text, line)), inside)
        if _IN_COLUMNS.search(content.strip()):
            return _Row(line, "columns", tuple(_cells_in_columns(text, line)), inside)
        cells = self._cells_of_list(line, inside)
        return _Row(line, "list" if cells else "", cells or (line,), inside)

    def _cells_of_list(self, line: _Span, inside: tuple[int, ...]) -> tuple[_Span, ...]:
        """A label and nothing but figures behind it."""
        start = bullet.end() if (bullet := _BULLET.match(self._text, *line)) else line[0]
        if (line[1] if not inside else self._figures[inside[0]].start) - start > _LONGEST_PLAIN_ROW:
            return ()
        if not inside:
            plain = _PLAIN_ROW.fullmatch(self._text, start, line[1])
            return (plain.span("label"), plain.span("number")) if plain else ()
        label = _LABEL.fullmatch(self._text, start, max(start, self._figures[inside[0]].start))
        if label is None:
            return ()
        spans = [(self._figures[place].start, self._figures[place].end) for place in inside]
        gaps = [self._text[left[1] : right[0]] for left, right in zip(spans, [*spans[1:], (line[1], 0)], strict=True)]
        return () if any(gap.strip(_EDGES) for gap in gaps) else (label.span("label"), *spans)

    def _read_group(self, rows: list[_Row], first: int, last: int) -> None:
        """The rows of one form that follow each other, with the lines above them."""
        group = rows[first:last]
        if group[0].style != "list" and self._heads(group[0]):
            heads, body, above = group[0].cells, group[1:], first - 1
        elif first and rows[first - 1].style != "list" and self._heads(rows[first - 1]):
            heads, body, above = self._heads_above(rows[first - 1], group[0]), group, first - 2
        else:
            return
        body = [row for row in body if row.figures]
        if len(body) < _FEWEST_ROWS or not heads:
            return
        named = sum(self._named_in(row.cells[0]) is not None for row in body) * 2 >= len(body)
        if group[0].style == "list" and not named and any(self._period_in(row.cells[0]) is None for row in body):
            return
        is_cut = any(start < end for start, end in heads)
        caption = self._caption(rows[above]) if above >= 0 and is_cut else None
        headings = [self._heading(span) for span in heads]
        for row in body:
            self._read_row(row, headings, caption, rows_are_named=named)

    def _heads(self, row: _Row) -> bool:
        return not any(any(map(str.isdecimal, self._figures[place].text)) for place in row.figures)

    def _heads_above(self, above: _Row, row: _Row) -> tuple[_Span, ...]:
        """The headings that stand in a line of another form; () where it heads no columns."""
        columns = len(row.cells)
        start, end = above.line
        if row.style == "columns":
            return ((start, start), *above.cells) if len(above.cells) == columns - 1 else ()
        content = self._text[start:end].strip()
        if row.style != "list" or above.style or len(content) > _LONGEST_HEADING or _ENDS_SENTENCE.search(content):
            return ()
        label_end = row.cells[0][1]
        if self._text[label_end : row.cells[1][0]].lstrip("*_ ").startswith(","):
            named = tuple(piece.span() for piece in _BETWEEN_COMMAS.finditer(self._text, start, end))
            if len(named) == columns:
                return named
        if columns > _LABEL_AND_NUMBER:
            return ((start, start),) * columns
        term = _STARTS_WITH_TERM_OF_ROWS.match(self._text, start, end)
        return ((start, start), (term.end() if term else start, end))

    def _caption(self, row: _Row) -> _Heading | None:
        start, end = row.line
        content = self._text[start:end].strip()
        if row.style or len(content) > _LONGEST_HEADING or _ENDS_SENTENCE.search(content) or not self._heads(row):
            return None
        number = _CAPTION_NUMBER.match(self._text, start, end)
        return self._heading((number.end() if number else start, end))

    def _heading(self, span: _Span) -> _Heading:
        words = _YEAR.sub("", _BRACKETS.sub("", self._text[slice(*span)]))
        words = re.sub(r"\s+(?:in|for|,)?\s*$", "", " ".join(words.split())).strip(_EDGES + ",")
        return _Heading("" if _SAYS_NOTHING.fullmatch(words) else words, span)

    def _read_row(self, row: _Row, headings: list[_Heading], caption: _Heading | None, *, rows_are_named: bool) -> None:
        held: dict[int, list[int]] = {}
        cell_starts = [start for start, _ in row.cells]
        for place in row.figures:
            held.setdefault(bisect_right(cell_starts, self._starts[place]) - 1, []).append(place)
        label = next(
            (place for place, span in enumerate(row.cells) if place not in held and self._text[slice(*span)].strip()),
            None,
        )
        if label is None or min(held) < label:
            return
        for column, places in held.items():
            if len(places) == 1 and column < len(headings):
                heading = headings[column]
                of_column = None if rows_are_named else self._named_in(heading.span, _ALL_OF_IT)
                self._figures[places[0]] = self._in_cell(
                    self._figures[places[0]], row.cells[label], heading, of_column, caption
                )

    def _in_cell(
        self, figure: Figure, label: _Span, heading: _Heading, of_column: str | None, caption: _Heading | None
    ) -> Figure:
        """The figure with what stands beside and above it."""
        words = self._text[slice(*label)].strip(_EDGES)
        of_row = self._named_in(label)
        period_of_row = self._period_in(label)
        is_term = of_row is None and period_of_row is None and _SUM.match(words) is None
        column_measures = bool(heading.words) and of_column is None
        subject: str | None = figure.subject_id
        subject_words = figure.subject
        named = of_row or of_column or (self._only_name_in(caption) if not is_term or not column_measures else None)
        if named is not None:
            subject, subject_words = named, self._names.get(named, named.partition(":")[2])
        elif is_term and column_measures:
            subject, subject_words = None, words
        elif _SUM.match(words):
            subject = subject_words = None
        if column_measures:
            indicator: str | None = heading.words
        elif is_term:
            indicator = words
        elif caption is not None and caption.words:
            indicator = caption.words
        else:
            indicator = None
        period = self._period_in(heading.span) or period_of_row
        if period is None and figure.time_start is None and figure.time_end is None and caption is not None:
            period = self._period_in(caption.span)
        start, end = period or (figure.time_start, figure.time_end)
        return replace(
            figure, subject_id=subject, subject=subject_words, indicator=indicator, time_start=start, time_end=end,
            subject_confidence=_OF_HEADINGS, indicator_confidence=_OF_HEADINGS if indicator else NO_INDICATOR,
        )  # fmt: skip

    def _names_in(self, span: _Span) -> list[Mention]:
        left = bisect_left(self._mention_starts, span[0])
        right = bisect_left(self._mention_starts, span[1])
        return [mention for mention in self._mentions[left:right] if mention.form != "adjective"]

    def _named_in(self, span: _Span, share: float = _MOST_OF_IT) -> str | None:
        """The entity that a cell names, where that name makes up this share of its words."""
        inside = self._names_in(span)
        if len({mention.entity_id for mention in inside}) != 1:
            return None
        words = _YEAR.sub("", _BRACKETS.sub("", self._text[slice(*span)])).strip(_EDGES)
        return inside[0].entity_id if inside[0].end - inside[0].start >= share * len(words) else None

    def _only_name_in(self, caption: _Heading | None) -> str | None:
        entities = {mention.entity_id for mention in self._names_in(caption.span)} if caption is not None else set()
        return entities.pop() if len(entities) == 1 else None

    def _period_in(self, span: _Span) -> tuple[date | None, date | None] | None:
        """The one period that a cell names."""
        left, right = bisect_left(self._date_starts, span[0]), bisect_left(self._date_starts, span[1])
        known = [(row.date_start, row.date_end) for row in self._dates[left:right] if row.date_start or row.date_end]
        if right > left:
            return known[0] if len(known) == 1 else None
        years = list(_YEAR.finditer(self._text, *span))
        return _period_of_year(years[0]) if len(years) == 1 else None


def _alike(row: _Row, other: _Row) -> bool:
    return row.style == other.style and len(row.cells) == len(other.cells)


def _cells_between_bars(text: str, line: _Span) -> Iterator[_Span]:
    start, end = line
    content = text[start:end]
    start += len(content) - len(content.lstrip())
    end -= len(content) - len(content.rstrip())
    if text[start] == "|":
        start += 1
    if end > start and text[end - 1] == "|":
        end -= 1
    yield from _parted(re.compile(r"\|"), text, start, end)


def _cells_in_columns(text: str, line: _Span) -> Iterator[_Span]:
    content = text[line[0] : line[1]]
    start = line[0] + len(content) - len(content.lstrip(" "))
    yield from _parted(_IN_COLUMNS, text, start, line[1] - len(content) + len(content.rstrip()))


def _parted(border: re.Pattern[str], text: str, start: int, end: int) -> Iterator[_Span]:
    for found in border.finditer(text, start, end):
        yield start, found.start()
        start = found.end()
    yield start, end


def _period_of_year(found: re.Match[str]) -> tuple[date, date]:
    year = int(found["year"])
    if found["quarter"] is None:
        return date(year, 1, 1), date(year, 12, 31)
    last_month = 3 * int(found["quarter"][1])
    after = date(year + last_month // 12, last_month % 12 + 1, 1)
    return date(year, last_month - 2, 1), after - timedelta(days=1)
