"""Word documents (.docx).

What belongs here: paragraphs, headings, lists, tables, notes and text boxes of the document's body, in the order of
reading. python-docx opens the file and knows its styles; the body's elements are walked here, since its own lists of
paragraphs and tables leave out what stands in content controls, tracked insertions, text boxes and notes.
"""

import io
import re
import zipfile
from collections import Counter
from collections.abc import Iterator
from typing import Any, Final

import docx
from docx.opc.constants import RELATIONSHIP_TYPE
from docx.oxml import parse_xml
from docx.oxml.ns import qn

from tidybrief.reading import prose
from tidybrief.reading.facts import Facts, in_words
from tidybrief.reading.parts import Content, Options, Part
from tidybrief.reading.problem import InputError

_OLD_OFFICE: Final = b"\xd0\xcf\x11\xe0"
_MOST_BYTES: Final = 500 * 1024 * 1024
_HEADING: Final = re.compile(r"heading (\d)", re.IGNORECASE)
_TITLES: Final = {"title": 1, "subtitle": 2}
_SKIPPED: Final = frozenset(
    map(qn, ("w:del", "w:moveFrom", "w:pPr", "w:rPr", "w:sdtPr", "w:instrText", "w:tblPr", "w:sectPr"))
) | {"{http://schemas.openxmlformats.org/markup-compatibility/2006}Fallback"}
_CHARACTERS: Final = {
    qn("w:tab"): "\t",
    qn("w:br"): "\n",
    qn("w:cr"): "\n",
    qn("w:noBreakHyphen"): "\u2011",
    qn("w:ptab"): "\t",
}
_NOTES: Final = {
    qn("w:footnoteReference"): RELATIONSHIP_TYPE.FOOTNOTES,
    qn("w:endnoteReference"): RELATIONSHIP_TYPE.ENDNOTES,
}


def read_docx(content: bytes, _: Options) -> Iterator[Part]:
    """The document's text and properties. Raises InputError (ENCRYPTED, BROKEN)."""
    if content.startswith(_OLD_OFFICE):
        raise InputError(
            "ENCRYPTED",
            "the document is protected by a password, or made by a Word of before 2007",
            "Open it in Word, take the password off, and save it as .docx.",
        )
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as package:
            unpacked = sum(member.file_size for member in package.infolist())
    except zipfile.BadZipFile as error:
        raise InputError(
            "BROKEN",
            "the document is damaged, cut off, or no Word document",
            "Fetch it again, or save it anew in Word.",
        ) from error
    if unpacked > _MOST_BYTES:
        raise InputError(
            "ARCHIVE_LIMIT",
            f"the document unpacks to {unpacked:,} bytes",
            "Save it anew in Word, without its pictures.",
        )
    document = docx.Document(io.BytesIO(content))
    text, _spans = prose.written(_Walk(document).blocks())
    about = document.core_properties
    yield Part(
        "",
        Content(text, stated=(Facts("word_properties", title=in_words(about.title), author=in_words(about.author)),)),
    )


class _Walk:
    """Walks the body of a document from top to bottom."""

    def __init__(self, document: Any) -> None:
        self._document = document
        self._styles = {style.style_id: style for style in document.styles}
        self._counts: Counter[tuple[str, int]] = Counter()
        self._notes: list[tuple[str, str]] = []
        self._boxes: list[Any] = []

    def blocks(self) -> list[prose.Block]:
        """The blocks of the body, and the notes after it."""
        blocks = list(self._inside(self._document.element.body))
        for kind, number in self._notes:
            blocks += self._note(kind, number)
        return blocks

    def _inside(self, element: Any) -> Iterator[prose.Block]:
        for child in element:
            if child.tag == qn("w:p"):
                yield from self._paragraph(child)
            elif child.tag == qn("w:tbl"):
                yield from self._table(child)
            elif isinstance(child.tag, str) and child.tag not in _SKIPPED:
                yield from self._inside(child)

    def _paragraph(self, element: Any) -> Iterator[prose.Block]:
        text = self._text(element)
        if text.strip():
            yield self._block(element, text)
        boxes, self._boxes = self._boxes, []
        for box in boxes:
            yield from self._inside(box)

    def _text(self, element: Any) -> str:
        pieces: list[str] = []
        for child in element:
            tag = child.tag
            if tag == qn("w:t"):
                pieces.append(child.text or "")
            elif tag in _CHARACTERS:
                pieces.append(_CHARACTERS[tag])
            elif tag in _NOTES:
                self._notes.append((_NOTES[tag], child.get(qn("w:id"))))
                pieces.append(f"[{len(self._notes)}]")
            elif tag == qn("w:txbxContent"):
                self._boxes.append(child)
            elif isinstance(tag, str) and tag not in _SKIPPED:
                pieces.append(self._text(child))
        return "".join(pieces)

    def _block(self, element: Any, text: str) -> prose.Block:
        names = list(self._style_names(element))
        level = next((level for name in names if (level := _level_of(name))), 0)
        if level:
            return prose.heading(text, level)
        numbering = self._numbering(element)
        if numbering is None:
            return prose.paragraph(text)
        list_id, depth = numbering
        kind = self._kind_of_list(list_id, depth)
        if kind in {"bullet", "none"}:
            return prose.item(text, depth)
        for deeper in range(depth + 1, 10):
            self._counts[list_id, deeper] = 0
        self._counts[list_id, depth] += 1
        return prose.item(text, depth, self._counts[list_id, depth])

    def _style_names(self, element: Any) -> Iterator[str]:
        """The name of the paragraph's style and of those that it is based on."""
        found = element.find(f"{qn('w:pPr')}/{qn('w:pStyle')}")
        style = self._styles.get(found.get(qn("w:val"))) if found is not None else None
        for _ in range(10):
            if style is None:
                return
            yield str(style.name or "")
            style = getattr(style, "base_style", None)

    def _numbering(self, element: Any) -> tuple[str, int] | None:
        """The list that the paragraph is in, by itself or by its style, and how deep."""
        style_id = element.find(f"{qn('w:pPr')}/{qn('w:pStyle')}")
        style = self._styles.get(style_id.get(qn("w:val"))) if style_id is not None else None
        for holder in (element, getattr(style, "element", None)):
            found = holder.find(f"{qn('w:pPr')}/{qn('w:numPr')}") if holder is not None else None
            if found is None:
                continue
            list_id, depth = found.find(qn("w:numId")), found.find(qn("w:ilvl"))
            if list_id is None or list_id.get(qn("w:val")) == "0":
                return None
            return list_id.get(qn("w:val")), int(depth.get(qn("w:val"))) if depth is not None else 0
        return None

    def _kind_of_list(self, list_id: str, depth: int) -> str:
        try:
            root = self._document.part.numbering_part.element
        except (KeyError, NotImplementedError):  # a document that defines no numbering: the library makes none
            return "bullet"
        named = root.xpath(f"./w:num[@w:numId='{list_id}']/w:abstractNumId/@w:val")
        kinds = named and root.xpath(
            f"./w:abstractNum[@w:abstractNumId='{named[0]}']/w:lvl[@w:ilvl='{depth}']/w:numFmt/@w:val"
        )
        return str(kinds[0]) if kinds else "bullet"

    def _table(self, table: Any) -> Iterator[prose.Block]:
        lines = [line for line in table.iter(qn("w:tr")) if next(line.iterancestors(qn("w:tbl"))) is table]
        rows = [[list(self._inside(cell)) for cell in line.iter(qn("w:tc")) if _row_of(cell) is line] for line in lines]
        if max(map(len, rows), default=0) < 2:
            yield from (block for cells in rows for cell in cells for block in cell)
            return
        for cells in rows:
            texts = [" ".join(block.text for block in cell) for cell in cells]
            if any(texts):
                yield prose.row(texts)

    def _note(self, kind: str, number: str) -> Iterator[prose.Block]:
        for relation in self._document.part.rels.values():
            if relation.reltype == kind:
                root = parse_xml(relation.target_part.blob)
                for note in root:
                    if note.get(qn("w:id")) == number:
                        yield from self._inside(note)


def _row_of(cell: Any) -> Any:
    return next(cell.iterancestors(qn("w:tr")), None)


def _level_of(style: str) -> int:
    found = _HEADING.fullmatch(style)
    return int(found[1]) if found else _TITLES.get(style.lower(), 0)
