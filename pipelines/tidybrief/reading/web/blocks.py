"""Elements of a page as blocks of text.

What belongs here: which element is a heading, an item, a row, a paragraph, and how the words inside one are put
together. Which blocks are the main text is decided in `main_text`.
"""

import re
from collections.abc import Iterator
from typing import Any, Final

from tidybrief.reading.prose import Block, heading, item, paragraph, row, sound

_NAME: Final = re.compile(r"[a-z]\w*")
_NO_TEXT: Final = frozenset(
    _NAME.findall("""
    script style noscript template svg canvas iframe object embed audio video map head title meta link base
    select option button input textarea datalist progress meter dialog rp
    """)
)
_FLOWING: Final = frozenset(
    _NAME.findall("""
    address article aside blockquote body center dd details dir div dl dt fieldset figcaption figure footer form
    h1 h2 h3 h4 h5 h6 header hgroup hr html legend li main menu nav ol p pre section summary table tbody td
    tfoot th thead tr ul caption
    """)
)
_HEADINGS: Final = {f"h{level}": level for level in range(1, 7)}
_LISTS: Final = frozenset(("ul", "ol", "menu", "dir"))
_HIDDEN: Final = re.compile(r"(?:display\s*:\s*none|visibility\s*:\s*hidden)", re.IGNORECASE)
_SPACES: Final = re.compile(r"[ \t\r\n\f]+")
_SUPERSCRIPTS: Final = str.maketrans("0123456789+-", "⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻")
_LONGEST_CELL: Final = 400
_DEEPEST: Final = 200


def blocks_of(element: Any) -> list[tuple[Any, Block]]:
    """The blocks inside the element in their order, each with the element that it came from.

    What is hidden, or is no text, is left out.
    """
    writer = _Writer(element)
    writer.enter(element)
    writer.end_block()
    return writer.blocks


def _is_hidden(element: Any) -> bool:
    """Whether a reader of the page does not see the element."""
    return (
        element.get("hidden") is not None
        or element.get("aria-hidden") == "true"
        or _HIDDEN.search(element.get("style") or "") is not None
    )


class _Writer:
    """Walks the elements and gathers words until a block ends."""

    def __init__(self, root: Any) -> None:
        self.blocks: list[tuple[Any, Block]] = []
        self._words: list[str] = []
        self._within: list[Any] = [root]
        self._level = 0
        self._lists: list[int | None] = []
        self._mark_pending = False
        self._depth = 0

    def enter(self, element: Any) -> None:
        """Takes up the element, its text and all elements in it; not what follows it."""
        tag = element.tag
        if tag in _NO_TEXT or _is_hidden(element):
            return
        if self._depth > _DEEPEST:
            self._words.append(_SPACES.sub(" ", "".join(element.itertext())))
            return
        self._depth += 1
        if tag == "br":
            self._words.append("\n")
        elif tag == "sup":
            self._words.append(_raised(element))
        elif tag == "pre":
            self._preformatted(element)
        elif tag == "table" and _is_table_of_data(element):
            self._rows(element)
        elif tag in _FLOWING:
            self._flowing(element, tag)
        else:
            self._inside(element)
        self._depth -= 1

    def end_block(self) -> None:
        """What was gathered becomes a block."""
        for text in _paragraphs("".join(self._words)):
            self.blocks.append((self._within[-1], self._block(text)))
        self._words = []

    def _block(self, text: str) -> Block:
        if self._level:
            return heading(text, self._level)
        if self._mark_pending and self._lists:
            self._mark_pending = False
            return item(text, len(self._lists) - 1, self._lists[-1])
        return paragraph(text)

    def _flowing(self, element: Any, tag: str) -> None:
        self.end_block()
        self._within.append(element)
        level, self._level = self._level, _HEADINGS.get(tag, self._level)
        if tag in _LISTS:
            self._lists.append(_first_number(element) if tag == "ol" else None)
            self._inside(element)
            self.end_block()
            self._lists.pop()
            self._mark_pending = False
        elif tag == "li":
            self._item(element)
        elif tag == "dd":
            self._lists.append(None)
            self._item(element)
            self._lists.pop()
        else:
            self._inside(element)
            self.end_block()
        self._level = level
        self._within.pop()

    def _item(self, element: Any) -> None:
        if not self._lists:
            self._lists.append(None)
        given = element.get("value", "")
        if self._lists[-1] is not None and given.isdecimal():
            self._lists[-1] = int(given)
        self._mark_pending = True
        self._inside(element)
        self.end_block()
        self._mark_pending = False
        number = self._lists[-1]
        if number is not None:
            self._lists[-1] = number + 1

    def _inside(self, element: Any) -> None:
        self._words.append(_SPACES.sub(" ", element.text or ""))
        for child in element:
            if isinstance(child.tag, str):
                self.enter(child)
            self._words.append(_SPACES.sub(" ", child.tail or ""))

    def _preformatted(self, element: Any) -> None:
        self.end_block()
        text = sound("".join(element.itertext())).strip("\n")
        for part in re.split(r"\n\s*\n", text):
            if part.strip():
                self.blocks.append((element, Block("paragraph", part.rstrip())))

    def _rows(self, table: Any) -> None:
        self.end_block()
        for caption in table.iterchildren("caption"):
            self._flowing(caption, "caption")
        for line in table.iter("tr"):
            cells = [_cell(cell) for cell in line.iterchildren("td", "th")]
            if any(cells):
                self.blocks.append((line, row(cells)))


def _cell(cell: Any) -> str:
    return " ".join(block.text for _, block in blocks_of(cell))


def _paragraphs(text: str) -> Iterator[str]:
    """The text cut where two line breaks follow each other."""
    for part in re.split(r"\n(?:[ \n]*\n)+", text):
        if any(not character.isspace() for character in part):
            yield part


def _raised(element: Any) -> str:
    """A raised number that leads to a note in square brackets; other raised digits as such."""
    text = "".join(element.itertext()).strip()
    if text.strip("[]").isdecimal():
        bare = text.strip("[]")
        return f"[{bare}]" if text != bare or element.find(".//a") is not None else bare.translate(_SUPERSCRIPTS)
    return text


def _first_number(element: Any) -> int:
    start = element.get("start", "")
    return int(start) if start.isdecimal() else 1


def _is_table_of_data(table: Any) -> bool:
    """Whether the table holds data and not the page's layout: some columns, short cells, no table inside."""
    if table.get("role") in {"presentation", "none"} or table.find(".//table") is not None:
        return False
    lines = [line.xpath("./td|./th") for line in table.iter("tr")]
    if max(map(len, lines), default=0) < 2:
        return False
    return all(len("".join(cell.itertext())) <= _LONGEST_CELL for cells in lines for cell in cells)
