"""PDF: from drawn characters to paragraphs.

What belongs here: the door, and what the file says of itself. `characters` gathers the lines of a page, `margins` finds
running heads and feet, `columns` puts lines in order, `paragraphs` joins them.
"""

import re
from collections.abc import Iterator
from datetime import date
from typing import Final

import pypdfium2
from pypdfium2 import raw

from tidybrief.reading.document import Layout
from tidybrief.reading.facts import Facts, in_words
from tidybrief.reading.parts import Content, Options, Part
from tidybrief.reading.pdf.characters import Line, lines_of
from tidybrief.reading.pdf.columns import in_reading_order
from tidybrief.reading.pdf.margins import is_in_margin
from tidybrief.reading.pdf.paragraphs import paragraphs
from tidybrief.reading.problem import InputError
from tidybrief.reading.prose import written

_DAY: Final = re.compile(r"D:(\d{4})(\d\d)(\d\d)")
_MADE_BY_PROGRAM: Final = re.compile(
    r"microsoft (?:word|powerpoint|excel) - |.*\.\w{2,5}$|untitled|document ?\d*$", re.IGNORECASE
)
_NO_NAMES: Final = frozenset(("admin", "administrator", "author", "owner", "root", "unknown", "user", "windows user"))
_MOST_UNREADABLE: Final = 0.3


def read_pdf(content: bytes, _: Options) -> Iterator[Part]:
    """The text with its pages, and a problem where some pages are pictures. Raises InputError (BROKEN, ENCRYPTED,
    NO_TEXT_LAYER).
    """
    document = _opened(content)
    try:
        pages: list[list[Line]] = []
        pictures: list[int] = []
        damaged: list[int] = []
        for index in range(len(document)):
            try:
                lines, has_picture = _page(document, index)
            except pypdfium2.PdfiumError:
                lines, has_picture = [], False
                damaged.append(index + 1)
            pages.append(lines)
            if has_picture and not lines:
                pictures.append(index + 1)
        about = document.get_metadata_dict(skip_empty=True)
    finally:
        document.close()
    if damaged and not any(pages):
        raise _broken("no page of the PDF can be read")
    if not any(pages) or _is_unreadable(pages):
        raise _without_text(len(pages), None)
    yield Part("", _content(pages, about))
    if pictures:
        yield Part("", _without_text(len(pages), pictures))
    if damaged:
        yield Part("", _broken(f"{len(damaged):,} of {len(pages):,} pages cannot be read: {_listed(damaged)}"))


def _opened(content: bytes) -> pypdfium2.PdfDocument:
    try:
        return pypdfium2.PdfDocument(content)
    except pypdfium2.PdfiumError as error:
        if error.err_code in {raw.FPDF_ERR_PASSWORD, raw.FPDF_ERR_SECURITY}:
            raise InputError(
                "ENCRYPTED",
                "the PDF is protected by a password",
                "Save it without the password (qpdf --decrypt --password=… in.pdf out.pdf), then run again.",
            ) from error
        raise _broken("the PDF is damaged, cut off, or no PDF") from error


def _broken(reason: str) -> InputError:
    return InputError("BROKEN", reason, "Fetch it again, or mend it (qpdf in.pdf out.pdf), then run again.")


def _listed(numbers: list[int]) -> str:
    return ", ".join(map(str, numbers[:10])) + (" and more" if len(numbers) > 10 else "")


def _page(document: pypdfium2.PdfDocument, index: int) -> tuple[list[Line], bool]:
    """The lines of a page, and whether it shows anything but text."""
    page = document[index]
    text = page.get_textpage()
    try:
        kinds = (raw.FPDFPageObj_GetType(raw.FPDFPage_GetObject(page, number)) for number in range(_objects(page)))
        return lines_of(text), any(kind != raw.FPDF_PAGEOBJ_TEXT for kind in kinds)
    finally:
        text.close()
        page.close()


def _objects(page: pypdfium2.PdfPage) -> int:
    return min(int(raw.FPDFPage_CountObjects(page)), 1000)


def _is_unreadable(pages: list[list[Line]]) -> bool:
    """Whether the characters stand for nothing: the fonts do not say which letters they draw."""
    text = "".join(line.text for lines in pages for line in lines)
    unreadable = sum(character == "\ufffd" or "\ue000" <= character <= "\uf8ff" for character in text)
    return unreadable > _MOST_UNREADABLE * len(text)


def _without_text(pages: int, pictures: list[int] | None) -> InputError:
    which = f"{pages:,} pages, no text in any" if pages != 1 else "one page, no text on it"
    if pictures is not None:
        which = f"{len(pictures):,} of {pages:,} pages have no text and are not read: {_listed(pictures)}"
    return InputError("NO_TEXT_LAYER", which, "Run OCR first (ocrmypdf --skip-text scan.pdf scan.pdf), then run again.")


def _content(pages: list[list[Line]], about: dict[str, str]) -> Content:
    margins = is_in_margin(pages)
    bodies = [in_reading_order([line for line in lines if id(line) not in margins]) for lines in pages]
    outer = [[line for line in lines if id(line) in margins] for lines in pages]
    placed = paragraphs(bodies, outer)
    text, spans = written(block for block, _, _ in placed)
    starts: list[tuple[int, int]] = []
    furniture: list[tuple[int, int]] = []
    for (start, end), (block, turns, is_furniture) in zip(spans, placed, strict=True):
        for offset, page in turns:
            if not starts or starts[-1][1] != page:
                starts.append((start + (len(block.mark) + offset if offset else 0), page))
        if is_furniture:
            furniture.append((start, end))
    return Content(text, *_facts(about), layout=Layout(tuple(starts), tuple(furniture)))


def _facts(about: dict[str, str]) -> tuple[tuple[Facts, ...], tuple[Facts, ...]]:
    """What the file's information says, and the day it was made, which is a hint when it was published."""
    title, author = in_words(about.get("Title")), in_words(about.get("Author"))
    if title and _MADE_BY_PROGRAM.match(title):
        title = None
    if author and author.lower() in _NO_NAMES:
        author = None
    made = _DAY.match(about.get("CreationDate", ""))
    return (Facts("pdf_info", title=title, author=author),), (Facts("pdf_info", published_on=_day(made)),)


def _day(made: re.Match[str] | None) -> date | None:
    try:
        return date(*map(int, made.groups())) if made else None
    except ValueError:
        return None
