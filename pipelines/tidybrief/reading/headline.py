"""The title, read off the page.

What belongs here: which of a text's first lines is its title, where nothing else names it.
"""

import re
from itertools import islice
from typing import Final

from tidybrief.reading.dateline import published_on

_LINES: Final = 10
_LONGEST: Final = 200
_MOST_WORDS: Final = 30
_MARKUP: Final = re.compile(r"^\s{0,3}(?:#{1,6}\s+|>\s*)|\s+#+\s*$|\*\*|__|^[*_]|[*_]$")
_LIST_ITEM: Final = re.compile(r"\s*(?:[-*•–·+]|\(?\d{1,3}[.)]|[a-z][.)])\s")
_WORD: Final = re.compile(r"[^\W\d_]{2,}")
_MARKDOWN_TITLE: Final = re.compile(r"^#[ \t]+(\S.*)$", re.MULTILINE)


def title(text: str, start: int = 0) -> str | None:
    """The first of the opening lines after `start` that reads like a title, or None.

    A Markdown heading of the first level wins. Otherwise a line of a few words that does not end as a
    sentence does and is neither a list item nor a dateline; lines of one or two words ("Advertisement") only
    where none is longer.
    """
    head = text[start : start + 8_000]
    marked = _MARKDOWN_TITLE.search(head)
    if marked:
        return _without_markup(marked[0])
    lines = islice((line for line in head.split("\n") if line.strip()), _LINES)
    candidates = [_without_markup(line) for line in lines if _could_be_title(line)]
    full = [line for line in candidates if len(_WORD.findall(line)) >= 3]
    return next(iter(full or candidates), None)


def _could_be_title(line: str) -> bool:
    line = line.rstrip()
    words = len(_WORD.findall(line))
    return (
        len(line) <= _LONGEST
        and 1 <= words <= _MOST_WORDS
        and not line.endswith((".", ":", ";", ",", "!"))
        and not _LIST_ITEM.match(line)
        and published_on(line) is None
    )


def _without_markup(line: str) -> str:
    return " ".join(_MARKUP.sub("", line.strip()).split())
