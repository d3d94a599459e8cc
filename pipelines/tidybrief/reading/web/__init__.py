"""Web pages: HTML to its main text and what its head says of it.

What belongs here: the door. `blocks` turns elements into blocks, `main_text` tells text from furniture, `metadata`
reads the head.
"""

import re
from collections.abc import Iterator
from typing import Any, Final

from lxml import etree, html

from tidybrief.reading.decoding import decode
from tidybrief.reading.parts import Content, Options, Part
from tidybrief.reading.problem import InputError
from tidybrief.reading.prose import Block, written
from tidybrief.reading.web.main_text import main_blocks
from tidybrief.reading.web.metadata import stated

__all__ = ["page_blocks", "read_html"]

_CHARSET: Final = re.compile(rb"<meta[^>]{0,200}?charset\s*=\s*[\"']?\s*([\w.:-]{2,40})", re.IGNORECASE)
_HEAD: Final = 4096
_DECLARATION: Final = re.compile(r"^\s*<\?xml[^>]*\?>")


def read_html(content: bytes, _: Options) -> Iterator[Part]:
    """The main text of the page. Raises InputError where it is no page, or has no text."""
    tree = parsed(characters(content))
    text, _spans = written(main_blocks(tree))
    yield Part("", Content(text, stated=stated(tree)))


def page_blocks(page: str) -> list[Block]:
    """The blocks of the main text of a page that is a part of something else; none where it has no text."""
    return main_blocks(parsed(page))


def characters(content: bytes) -> str:
    """The text of the file, in the encoding that the page names where it fits."""
    named = _CHARSET.search(content[:_HEAD])
    if named and not content.startswith((b"\xef\xbb\xbf", b"\xff\xfe", b"\xfe\xff")):
        # By the standard of browsers, Latin-1 and ASCII are names of Windows-1252.
        name = named[1].decode("ascii", "replace").lower()
        encoding = "cp1252" if name in {"iso-8859-1", "latin1", "latin-1", "us-ascii", "ascii"} else name
        try:
            return content.decode(encoding)
        except (LookupError, UnicodeDecodeError):
            pass
    return decode(content)


def parsed(page: str) -> Any:
    """The element of the whole page. Raises InputError (BROKEN) where there is no element in it."""
    parser = html.HTMLParser(remove_comments=True, remove_pis=True, huge_tree=True)
    try:
        tree = html.document_fromstring(_DECLARATION.sub("", page), parser=parser)
    except (etree.ParserError, ValueError) as error:
        raise InputError(
            "BROKEN", f"the file is no page: {error}", "Open the page in a browser and save it anew."
        ) from error
    return tree
