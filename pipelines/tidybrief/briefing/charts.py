"""Scale, tick and layout arithmetic of the charts; positions are percentages of the drawing's width.

What belongs here: where a mark goes. What does not: what is drawn and said (`key_figures`, `agreements`, `timeline`,
`actors`), and the SVG itself, which is a macro in `templates/charts.html.j2`.
"""

import math
import textwrap
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Final

DRAWING_SHARE: Final = 94.0
CHARACTER_SHARE: Final = 1.2
WORD_CHARACTER_SHARE: Final = 1.0
"""Of the width of the narrowest drawing, what a character of a label takes, and of the words of a source beside it."""
LINE_CHARACTERS: Final = 38
"""What fits a line of a drawing on a screen of 320 pixels."""
_MOST_LINES: Final = 3
_SMALLEST: Final = 1e-290
"""What is closer to zero has no digits left to divide a scale by."""
_TICKS: Final = 4
"""Steps of a scale, about."""
_MOST_DATES: Final = 8
_LEVELS: Final = 5
LONGEST_EVENT: Final = 72
"""Characters of a line of what is told beside a mark on a time axis."""
_SHORTEST_EVENT: Final = 12
_SHORT_TIME: Final = 0.8
"""The least width of a mark on a time axis."""
_STEPS: Final = (1.0, 2.0, 2.5, 5.0, 10.0)


@dataclass(frozen=True, slots=True)
class Scale:
    """A linear scale from `low` to `high` onto 0 to `DRAWING_SHARE` percent; the rest is room for open ends."""

    low: float
    high: float

    def at(self, value: float) -> float:
        """The position of a value in percent, kept inside the drawing."""
        if not self.high > self.low:
            return 0.0
        share = (value - self.low) / (self.high - self.low)
        return round(min(1.0, max(0.0, share)) * DRAWING_SHARE, 2)


@dataclass(frozen=True, slots=True)
class Tick:
    """A labelled place on an axis."""

    at: float
    value: float


@dataclass(frozen=True, slots=True)
class Bar:
    """A bar from zero to its value. `opens` says on which side the value may lie: "up", "down" or ""."""

    at: float
    width: float
    high_width: float
    opens: str
    hedged: bool


@dataclass(frozen=True, slots=True)
class Label:
    """A value and what it belongs to, in lines that fit a narrow screen; `beside` stands in the line of the value."""

    value: str
    beside: str
    below: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Span:
    """A mark on a time axis, its lane, whether its label stands before it, and the words beside the label and in a line
    below; `is_short`: its time is too short to be drawn as long as it is."""

    at: float
    width: float
    lane: int
    label_before: bool
    beside: str = ""
    below: str = ""
    is_short: bool = False


@dataclass(frozen=True, slots=True)
class Beside:
    """What is told of a time; `leads`: the words lead to it, so that the last of them tell most, else the first."""

    text: str
    leads: bool = False


@dataclass(frozen=True, slots=True)
class Sparkline:
    """The course of one value in a drawing of 120 by 32: its line, its last point, and each reading in words."""

    path: str
    last: tuple[float, float]
    readings: tuple[str, ...]


def nice_step(extent: float, steps: int) -> float:
    """The round step (1, 2, 2.5 or 5 times a power of ten) that divides an extent into about `steps` parts."""
    if not (extent > 0 and math.isfinite(extent)):
        return 1.0
    rough = extent / max(1, steps)
    power = 10.0 ** math.floor(math.log10(rough))
    return next(step * power for step in _STEPS if step * power >= rough * (1 - 1e-9))


def nice_scale(values: Iterable[float], *, from_zero: bool) -> tuple[Scale, tuple[Tick, ...]]:
    """A scale with round ends that holds all values, and its ticks."""
    finite = [value if abs(value) > _SMALLEST else 0.0 for value in values if math.isfinite(value)] or [0.0]
    low, high = min(finite), max(finite)
    if from_zero:
        low, high = min(low, 0.0), max(high, 0.0)
    if low == high:
        low, high = (low - abs(low) / 2, high + abs(high) / 2) if low else (0.0, 1.0)
    step = nice_step(high - low, _TICKS)
    first, last = math.floor(low / step + 1e-9), math.ceil(high / step - 1e-9)
    scale = Scale(first * step, last * step)
    ticks = (float(f"{number * step:.10g}") for number in range(first, last + 1))
    return scale, tuple(Tick(scale.at(value), value) for value in ticks)


def bar(scale: Scale, value: float, value_high: float | None, qualifier: str) -> Bar:
    """The bar of a value: its solid part, and the lighter part of a range."""
    zero, end = scale.at(0.0), scale.at(value)
    high = scale.at(value_high) if value_high is not None else end
    return Bar(
        at=min(zero, end),
        width=round(abs(end - zero), 2),
        high_width=round(max(0.0, high - end), 2),
        opens={"at_least": "up", "at_most": "down"}.get(qualifier, ""),
        hedged=qualifier == "approx",
    )


def label(value: str, words: str) -> Label:
    """The label of a mark: in one line where it fits, else the words in lines below; cut only where it is very long."""
    if len(value) + 1 + len(words) <= LINE_CHARACTERS:
        return Label(value, words, ())
    return Label(value, "", tuple(textwrap.wrap(words, LINE_CHARACTERS, max_lines=_MOST_LINES, placeholder="…")))


def densest_window(days: Sequence[int], share: float) -> tuple[int, int]:
    """The shortest stretch that holds at least this share of the days, as its first and last day."""
    ordered = sorted(days)
    size = max(1, math.ceil(len(ordered) * share))
    windows = ((ordered[first], ordered[first + size - 1]) for first in range(len(ordered) - size + 1))
    return min(windows, key=lambda window: (window[1] - window[0], window[0]))


def time_ticks(first: date, last: date) -> tuple[date, ...]:
    """Round dates inside a stretch: decades, years or months, whichever gives few enough."""
    months = 12 * (last.year - first.year) + last.month - first.month
    step = next(
        (step for step in (1, 3, 6, 12, 24, 60, 120, 240, 600, 1200, 6000) if months / step <= _MOST_DATES), 24_000
    )
    start = 12 * first.year + first.month - 1
    candidates = range(-(-start // step) * step, 12 * last.year + last.month, step)
    ticks = (date(month // 12, month % 12 + 1, 1) for month in candidates if 1 <= month // 12 <= 9999)
    return tuple(tick for tick in ticks if first <= tick <= last)


def lay_out_spans(
    scale: Scale, spans: Sequence[tuple[date, date]], labels: Sequence[str], beside: Sequence[Beside] = ()
) -> tuple[Span, ...]:
    """Each span in the first lane where neither its mark nor its label touches another.

    Each label has beside it as much of what is told of its time as there is room for in two lines, on the side that has
    more of it.
    """
    lanes: list[float] = []
    laid: list[Span] = []
    for (first, last), label, words in zip(spans, labels, beside or [Beside("")] * len(labels), strict=True):
        at = scale.at(first.toordinal())
        length = round(scale.at(last.toordinal() + 1) - at, 2)
        width = max(_SHORT_TIME, length)
        least = CHARACTER_SHARE * (len(label) + 2)
        before = at > 100.0 - at - width and at >= least if words.text else at + width + least > 100.0 and at >= least
        side = at if before else 100.0 - at - width
        told, below = _in_two_lines(words, _characters(side - least), _characters(side))
        room = max(least + _share(told), _share(below))
        left, right = (at - room, at + width) if before else (at, at + width + room)
        lane = next((number for number, taken in enumerate(lanes) if taken <= left), len(lanes))
        if lane == len(lanes):
            lanes.append(right)
        lanes[lane] = right
        laid.append(Span(at, width, lane, before, told, below, is_short=length < _SHORT_TIME))
    return tuple(laid)


def _characters(room: float) -> int:
    """How many characters of the words of a source fit so much of the width."""
    return min(LONGEST_EVENT, int(room / WORD_CHARACTER_SHARE) - 1)


def _share(words: str) -> float:
    return WORD_CHARACTER_SHARE * (len(words) + 1) if words else 0.0


def _in_two_lines(words: Beside, first: int, second: int) -> tuple[str, str]:
    """The words in two lines of at most so many characters, cut between two words; nothing where too few fit to tell
    anything."""
    kept = words.text.split()
    told = _lines(kept, first, second)
    while kept and told is None:
        kept = kept[1:] if words.leads else kept[:-1]
        cut = ["…", *kept] if words.leads else [" ".join(kept).rstrip(" ,;:–-") + "…"]
        told = _lines(" ".join(cut).split(), first, second)
    enough = kept and told and (len(kept) == len(words.text.split()) or len("".join(told)) >= _SHORTEST_EVENT)
    return told if told and enough else ("", "")


def _lines(words: Sequence[str], first: int, second: int) -> tuple[str, str] | None:
    """The words in two lines of at most so many characters, the first as full as it can be; None where they do not
    fit."""
    ends = [end for end in range(len(words) + 1) if len(" ".join(words[:end])) <= first or end == 0]
    above, below = " ".join(words[: ends[-1]]), " ".join(words[ends[-1] :])
    return (above, below) if len(below) <= second else None


def level(amount: int, most: int) -> int:
    """How much an amount is beside the largest, from 1 to 5, rising with its root; 0 for none."""
    return math.ceil(_LEVELS * math.sqrt(min(1.0, amount / most))) if amount > 0 and most > 0 else 0


def sparkline(values: Sequence[float], readings: Sequence[str]) -> Sparkline:
    """The values from left to right, the lowest at the bottom; equal values make a level line. At least one value."""
    low, high = min(values), max(values)
    places = [
        (
            round(4 + 112 * index / max(1, len(values) - 1), 1),
            round(28 - 24 * ((value - low) / (high - low) if high > low else 0.5), 1),
        )
        for index, value in enumerate(values)
    ]
    path = "M" + "L".join(f"{x:g} {y:g}" for x, y in places)
    return Sparkline(path, places[-1], tuple(readings))
