"""The marked text of a document as HTML.

What belongs here: the pieces of a text and their marks, which are by far the most that a publication shows: a template
takes three times as long for them. What does not: all around the text (`templates/evidence.html.j2`) and how a mark
looks (the style sheet).

Nothing may stand between the pieces: the text keeps its own white space.
"""

from collections.abc import Iterator

from markupsafe import Markup, escape

from tidybrief.briefing import wording
from tidybrief.briefing.evidence import Back, MarkedText, Passage, Segment


def as_html(marked: MarkedText) -> Markup:
    """The text with its marks, each value escaped, control and direction-changing characters made visible."""
    return Markup("".join(piece for passage in marked.passages for piece in _passage(passage)))


def _passage(passage: Passage) -> Iterator[str]:
    is_enclosed = passage.mark or passage.classes
    if is_enclosed:
        classes = " ".join(passage.classes)
        yield f"<span{_attribute('id', passage.mark)}{_attribute('class', classes)}{_attribute('title', passage.note)}>"
    yield from map(_segment, passage.segments)
    if is_enclosed:
        yield "</span>"
    yield from map(_way_back, passage.relations)


def _segment(piece: Segment) -> str:
    text = _shown(piece.text)
    if not piece.layers:
        return text
    first = _attribute("id", piece.marks[0]) if piece.marks else ""
    others = "".join(f"<span{_attribute('id', mark)}></span>" for mark in piece.marks[1:])
    explanation = _attribute("title", piece.explanation)
    if not piece.href:
        return f"{others}<b{_kinds(piece)}{first}{explanation}>{text}</b>"
    if piece.href.startswith("#"):  # the row stands on this page
        explanation = ""
    return f"{others}<a{_kinds(piece)}{first}{_attribute('href', piece.href)}{explanation}>{text}</a>"


def _kinds(piece: Segment) -> str:
    """The layers by their first letters. Names are by far the most: a mark without a class is one."""
    return "" if piece.layers == ("name",) else f' class="{" ".join(layer[0] for layer in piece.layers)}"'


def _way_back(back: Back) -> str:
    mark = _attribute("id", back.mark)
    if not back.href:
        return f"<span{mark}></span>"
    return f'<a class="rel"{mark}{_attribute("href", back.href)}{_attribute("aria-label", back.verb)}></a>'


def _attribute(name: str, value: str) -> str:
    return f' {name}="{_shown(value)}"' if value else ""


def _shown(value: str) -> str:
    return escape(wording.visible(value))
