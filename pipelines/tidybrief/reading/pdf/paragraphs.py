"""Lines to paragraphs, headings, list items and rows, over columns and pages.

What belongs here: where a paragraph ends, how two lines are joined, and what a heading is. Where a line stands was
found before.
"""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import Final, NamedTuple

from tidybrief.reading import prose
from tidybrief.reading.pdf.characters import HYPHEN, Line
from tidybrief.reading.pdf.columns import LIST_MARK, Row
from tidybrief.reading.prose import Block

Placed = tuple[Block, list[tuple[int, int]], bool]
"""A block; the offsets in its text where a page begins, with its number; whether it is a running head or foot."""
_ITEM: Final = re.compile(rf"({LIST_MARK.pattern})\s+(?=\S)")
_NUMBERED: Final = re.compile(r"(\d{1,3})[.)]")
_ENDS_SENTENCE: Final = re.compile(r"[.!?:;…][\"'”’»)\]]*$")
_WORD: Final = re.compile(r"[^\W\d_]+(?:[-’'][^\W\d_]+)*")
_LAST_TOKEN: Final = re.compile(r"[^\W_]+(?:-[^\W_]+)*$")
_FIRST_TOKEN: Final = re.compile(r"[^\W_]+")
_HEADING: Final = 1.15
_OTHER_SIZE: Final = 1.12
_LONGEST_HEADING: Final = 250
_WIDER_LEADING: Final = 1.25
_DEFAULT_LEADING: Final = 1.25
_INDENT: Final = 0.8


class _Here(NamedTuple):
    """A row and its page; `edge` is how far to the right lines like it reach."""

    row: Row
    page: int
    edge: float

    @property
    def line(self) -> Line:
        return self.row[0]


def paragraphs(bodies: Sequence[Sequence[Row]], margins: Sequence[Sequence[Line]]) -> list[Placed]:
    """The blocks of the document; what stands in the margins of a page comes after the paragraph that leaves it."""
    rows = [here for number, body in enumerate(bodies, start=1) for here in _with_edges(body, number)]
    lines = [here.line for here in rows if len(here.row) == 1]
    size, leading = _usual_size(lines), _usual_leading(rows)
    words = _whole_words(lines)
    sizes = sorted({round(line.size) for line in lines if line.size > _HEADING * size}, reverse=True)
    placed: list[Placed] = []
    waiting = [(page, line) for page, margin in enumerate(margins, start=1) for line in margin]
    for group in _groups(rows, leading):
        while waiting and waiting[0][0] < group[0].page:
            placed.append(_furniture(*waiting.pop(0)))
        placed.append(_placed(group, words, _level(group, size, sizes)))
    return placed + [_furniture(page, line) for page, line in waiting]


def _whole_words(lines: Sequence[Line]) -> Counter[str]:
    """The words of the document that no line end breaks."""
    words: Counter[str] = Counter()
    is_broken = False
    for line in lines:
        found = [word.lower() for word in _WORD.findall(line.text)]
        goes_on = line.text.endswith(HYPHEN)
        words.update(found[1 if is_broken else 0 : -1 if goes_on else None])
        is_broken = goes_on
    return words


def _furniture(page: int, line: Line) -> Placed:
    return prose.paragraph(line.text.replace(HYPHEN, "-")), [(0, page)], True


def _with_edges(body: Sequence[Row], page: int) -> Iterator[_Here]:
    for row in body:
        line = row[0]
        alike = (each[-1].right for each in body if abs(each[0].left - line.left) <= 3 * line.size)
        yield _Here(row, page, max(alike))


def _usual_size(lines: Sequence[Line]) -> float:
    sizes: Counter[float] = Counter()
    for line in lines:
        sizes[round(line.size * 2) / 2] += len(line.text)
    return sizes.most_common(1)[0][0] if sizes else 1.0


def _usual_leading(rows: Sequence[_Here]) -> float:
    """The distance of lines in a paragraph, in sizes of their characters."""
    steps = Counter(
        round((before.line.base - here.line.base) / here.line.size, 1)
        for before, here in pairwise(rows)
        if before.page == here.page and abs(before.line.size - here.line.size) < 1 and here.line.size > 0
    )
    usual = [(count, step) for step, count in steps.items() if 0.7 <= step <= 2.5]
    return max(usual)[1] if usual and max(usual)[0] > 1 else _DEFAULT_LEADING


def _groups(rows: Sequence[_Here], leading: float) -> Iterator[list[_Here]]:
    group: list[_Here] = []
    for here in rows:
        if group and _opens_block(group, here, leading):
            yield group
            group = []
        group.append(here)
    if group:
        yield group


def _opens_block(group: Sequence[_Here], here: _Here, leading: float) -> bool:
    before, line = group[-1], here.line
    in_list = _ITEM.match(group[0].line.text) is not None
    is_item = _ITEM.match(line.text) and (in_list or not _breaks_off(before, line, leading))
    if len(here.row) > 1 or len(before.row) > 1 or is_item:
        return True
    smaller, larger = sorted((before.line.size, line.size))
    step = before.line.base - line.base
    overlaps = line.left < before.line.right and before.line.left < line.right
    if before.page != here.page or step <= 0 or not overlaps:
        return larger > _OTHER_SIZE * smaller or not _goes_on(before, line)
    if larger > _OTHER_SIZE * smaller or step > _WIDER_LEADING * leading * larger:
        return True
    if before.line.text.endswith(HYPHEN):
        return False
    ends = _ENDS_SENTENCE.search(before.line.text) is not None
    if _would_fit(before, line) and (ends or not line.text[0].islower()):
        return True
    indent = (line.left - before.line.left) / line.size
    return indent < -_INDENT and len(group) > 1 if in_list else ends and indent > _INDENT


def _breaks_off(before: _Here, line: Line, leading: float) -> bool:
    """Whether the line before is full and ends amid a sentence: then a dash or "(b)" that follows is no list mark."""
    step = before.line.base - line.base
    is_next = 0 < step <= _WIDER_LEADING * leading * line.size and abs(before.line.left - line.left) < line.size / 4
    return is_next and not _ENDS_SENTENCE.search(before.line.text) and not _would_fit(before, line)


def _goes_on(before: _Here, line: Line) -> bool:
    """Whether a paragraph goes on in the next column or on the next page."""
    text = before.line.text
    if _ENDS_SENTENCE.search(text):
        return False
    return text.endswith(HYPHEN) or line.text[0].islower() or not _would_fit(before, line)


def _would_fit(before: _Here, line: Line) -> bool:
    """Whether the first word of the line had room in the one before, so that the line was not broken for want of it."""
    word = line.text.split(" ", 1)[0]
    width = (line.right - line.left) * len(word) / len(line.text)
    return before.line.right + width + 0.6 * line.size < before.edge


def _level(group: Sequence[_Here], size: float, sizes: Sequence[int]) -> int:
    """The level of a heading, by the sizes that the document has; 0 for all else."""
    line = group[0].line
    is_long = sum(len(here.line.text) for here in group) > _LONGEST_HEADING
    if is_long or line.size <= _HEADING * size or round(line.size) not in sizes:
        return 0
    return sizes.index(round(line.size)) + 1


def _placed(group: Sequence[_Here], words: Counter[str], level: int) -> Placed:
    first = group[0]
    if len(first.row) > 1:
        return prose.row([line.text.replace(HYPHEN, "-") for line in first.row]), [(0, first.page)], False
    mark = _ITEM.match(first.line.text) if not level else None
    number = _NUMBERED.fullmatch(mark[1]) if mark else None
    # Other paragraphs may refer to "(b)": a letter is a word of the text, and a bullet is none.
    is_word = mark is not None and number is None and len(mark[1]) > 1
    text, turns = first.line.text[mark.end() if mark and not is_word else 0 :], [(0, first.page)]
    for here in group[1:]:
        text, start = _joined(text, here.line.text, words)
        if here.page != turns[-1][1]:
            turns.append((start, here.page))
    text = text.removesuffix(HYPHEN) + ("-" if text.endswith(HYPHEN) else "")
    if level:
        return prose.heading(text, level), turns, False
    if mark:
        return prose.item(text, number=int(number[1]) if number else None), turns, False
    return prose.paragraph(text), turns, False


def _joined(text: str, following: str, words: Counter[str]) -> tuple[str, int]:
    """The text with the following line, and where that starts."""
    if not text.endswith(HYPHEN):
        return f"{text} {following}", len(text) + 1
    text = text.removesuffix(HYPHEN)
    head, tail = _LAST_TOKEN.search(text), _FIRST_TOKEN.match(following)
    if head is None or tail is None:
        joint = "- " if not text or text[-1].isspace() else "-"
    else:
        joint = "-" if _keeps_hyphen(head[0], tail[0], words) else ""
    return f"{text}{joint}{following}", len(text) + len(joint)


def _keeps_hyphen(head: str, tail: str, words: Counter[str]) -> bool:
    """Whether a word at the end of a line has its hyphen anywhere: what the document writes elsewhere decides, then
    whether both halves are words of it.
    """
    whole, compound = (head + tail).lower(), f"{head}-{tail}".lower()
    if words[whole] or words[compound]:
        return words[compound] > words[whole]
    is_acronym = len(head) > 1 and head.isupper()
    if not tail[0].islower() or not head[-1].isalpha() or "-" in head or is_acronym:
        return True
    return len(tail) > 2 and words[tail.lower()] > 0 and words[head.lower()] > 0
