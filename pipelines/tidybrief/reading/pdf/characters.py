"""The lines of a page.

What belongs here: which characters stand on one line and what text they are. The order of lines and what they make up
is said in `columns` and `paragraphs`.

Characters come in the order in which they are drawn. A line ends where the next one stands higher or lower, or after a
gap that no blank is wide enough for, such as that between two columns.
"""

import ctypes
import re
import unicodedata
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from math import hypot
from statistics import median
from typing import Any, Final

from pypdfium2 import raw

from tidybrief.reading.prose import sound

HYPHEN: Final = "\u00ad"
"""Stands at the end of a line whose last word goes on in the next."""
_WIDEST_BLANK: Final = 1.6
_SAME_LINE: Final = 0.45
_RAISED: Final = 0.75
_SUPERSCRIPTS: Final = str.maketrans("0123456789", "⁰¹²³⁴⁵⁶⁷⁸⁹")
_BULLETS: Final = str.maketrans(dict.fromkeys("\uf0b7\uf0a7\uf0d8\uf0fc\uf076\uf0a8\u25cf\u25aa\u25e6\uf02d", "•"))
_LIGATURES: Final = {chr(code): unicodedata.normalize("NFKC", chr(code)) for code in range(0xFB00, 0xFB07)}
_LINE_END: Final = re.compile(r"[\u2010\u00ad\x02-]\s*$")
_INNER_HYPHEN: Final = re.compile(r"[\x02\u00ad](?!$)")


@dataclass(frozen=True, slots=True, eq=False)
class Line:
    """A line, or the part of one that stands in one column; places in points, y upwards. `size` is that of its font."""

    text: str
    left: float
    right: float
    base: float
    size: float


@dataclass(frozen=True, slots=True)
class _Character:
    text: str
    left: float
    right: float
    base: float
    size: float


def lines_of(page: Any) -> list[Line]:
    """The lines of a page of text, in the order in which they are drawn; those that stand upright come last."""
    turned: dict[int, list[_Character | None]] = {}
    for quarter, character in _characters(page):
        turned.setdefault(quarter, []).append(character)
    by_length = sorted(turned.values(), key=lambda characters: -sum(character is not None for character in characters))
    return [line for characters in by_length for line in _lines(characters)]


def _characters(page: Any) -> Iterator[tuple[int, _Character | None]]:
    """The characters, each with the quarter turn of its writing; None where the page's text has a line end."""
    box, matrix = raw.FS_RECTF(), raw.FS_MATRIX()
    x, y = ctypes.c_double(), ctypes.c_double()
    quarter, high = 0, ""
    for index in range(raw.FPDFText_CountChars(page)):
        code = raw.FPDFText_GetUnicode(page, index)
        if code in {0x0A, 0x0D}:
            yield quarter, None
            continue
        if 0xD800 <= code < 0xDC00:
            high = chr(code)
            continue
        text = chr(code) if code and code < 0xFFFE else "\ufffd"
        if high:
            text = (high + text).encode("utf-16", "surrogatepass").decode("utf-16", "replace")
            high = ""
        if not raw.FPDFText_IsGenerated(page, index):
            quarter = round(raw.FPDFText_GetCharAngle(page, index) / 1.5708) % 4
        raw.FPDFText_GetLooseCharBox(page, index, box)
        raw.FPDFText_GetCharOrigin(page, index, x, y)
        raw.FPDFText_GetMatrix(page, index, matrix)
        size = raw.FPDFText_GetFontSize(page, index) * hypot(matrix.c, matrix.d) or box.top - box.bottom
        place = (box.left, box.bottom, box.right, box.top)
        yield quarter, _upright(quarter, text, place, (x.value, y.value), size)


def _upright(
    quarter: int, text: str, box: tuple[float, float, float, float], origin: tuple[float, float], size: float
) -> _Character:
    left, bottom, right, top = box
    if quarter == 0:
        return _Character(text, left, right, origin[1], size)
    if quarter == 1:
        return _Character(text, bottom, top, -origin[0], size)
    if quarter == 2:
        return _Character(text, -right, -left, -origin[1], size)
    return _Character(text, -top, -bottom, origin[0], size)


def _lines(characters: list[_Character | None]) -> Iterator[Line]:
    run: list[_Character] = []
    for character in characters:
        if character is None or (run and _starts_anew(run, character)):
            yield from _line(run)
            run = []
        if character is not None and (run or not character.text.isspace()):
            run.append(character)
    yield from _line(run)


def _starts_anew(run: list[_Character], character: _Character) -> bool:
    if character.text.isspace():
        return False
    before = next(each for each in reversed(run) if not each.text.isspace())
    size = max(before.size, character.size)
    gap = character.left - before.right
    return (
        abs(character.base - before.base) > _SAME_LINE * size
        or gap > _WIDEST_BLANK * size
        or gap < -size - _width(before)
    )


def _width(character: _Character) -> float:
    return character.right - character.left


def _line(run: list[_Character]) -> Iterator[Line]:
    drawn = [character for character in run if not character.text.isspace()]
    if not drawn:
        return
    size = median(character.size for character in drawn)
    base = Counter(round(character.base, 1) for character in drawn).most_common(1)[0][0]
    text = "".join(_in_place(character, base, size) for character in run)
    text = unicodedata.normalize("NFC", "".join(_LIGATURES.get(character, character) for character in text))
    text = _INNER_HYPHEN.sub("", _LINE_END.sub(HYPHEN, text.translate(_BULLETS).rstrip()))
    text = " ".join(sound(text).split())
    if text:
        yield Line(text, min(each.left for each in drawn), max(each.right for each in drawn), base, size)


def _in_place(character: _Character, base: float, size: float) -> str:
    """A raised small digit is one of a note or a power: it must not run together with the number before it."""
    is_raised = character.size < _RAISED * size and character.base > base + 0.2 * size
    return character.text.translate(_SUPERSCRIPTS) if is_raised else character.text
