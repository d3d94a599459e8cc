"""The main text of a page.

What belongs here: telling what the page is about from what surrounds it on every page of its site.

trafilatura finds where the main text is. What it leaves out there (short lines, captions, tables, a title) is
text as well, so all blocks of the place are kept that are not furniture by their element.
"""

import logging
import re
from collections import Counter
from collections.abc import Sequence
from copy import deepcopy
from typing import Any, Final

from trafilatura import bare_extraction

from tidybrief.reading.prose import Block
from tidybrief.reading.web.blocks import blocks_of

# Without a handler of its own, what it logs of a page goes to the terminal.
logging.getLogger("trafilatura").addHandler(logging.NullHandler())

_FURNITURE_TAGS: Final = frozenset(("nav", "aside", "footer", "form"))
_FURNITURE_ROLES: Final = frozenset(
    ("navigation", "banner", "complementary", "contentinfo", "search", "dialog", "alertdialog", "menu", "menubar")
)
_NAMED: Final = frozenset(("div", "section", "ul", "ol", "header", "span", "p", "table"))
_PROSE: Final = frozenset(("p", "ul", "ol", "li", "table", "tbody", "tr", "pre", "blockquote", "h1", "h2", "h3", "dl"))
_FURNITURE_NAMES: Final = re.compile(
    r"(?:^|[\s_-])(?:nav(?:igation|bar)?|menu|breadcrumbs?|side-?bar|share|sharing|social|related|recommend(?:ed|ations)?|"
    r"comments?|disqus|newsletter|subscribe|subscription|promo|advert(?:isement|ising)?|ads?|sponsored|cookies?|consent|"
    r"popup|modal|paywall|site-?(?:header|footer)|masthead|pagination|pager|toolbar|skip-?link|tags?)(?:$|[\s_-])",
    re.IGNORECASE,
)
_RUN: Final = 6
_MOST_OF_IT: Final = 0.9
_MOSTLY_LINKED: Final = 0.8
_LONGEST_LINK: Final = 80
_WORD: Final = re.compile(r"[^\W_]+")


def main_blocks(tree: Any) -> list[Block]:
    """The blocks of the main text in their order; of the whole page, furniture aside, where none is found."""
    body = tree.find("body")
    body = tree if body is None else body
    everything = blocks_of(body)
    found = _found(tree)
    main = {number for number, (_, block) in enumerate(everything) if _is_in(block, found)}
    holders = [(everything[number][0], len(everything[number][1].text)) for number in sorted(main)]
    place = _place(body, holders)
    furniture = _furniture(place, {above for at, _ in holders for above in (at, *at.iterancestors())})
    kept = [
        block
        for number, (at, block) in enumerate(everything)
        if number in main or (_is_below(at, {place}) and not _is_below(at, furniture))
    ]
    return [*_title_elsewhere(tree, kept, everything), *kept]


def _found(tree: Any) -> set[tuple[str, ...]]:
    """The runs of words in what trafilatura takes for the main text."""
    page = bare_extraction(deepcopy(tree), include_comments=False, include_tables=True, favor_recall=True)
    body = getattr(page, "body", None)
    words = _words(" ".join(body.itertext())) if body is not None else []
    return {tuple(words[start : start + _RUN]) for start in range(len(words) - _RUN + 1)}


def _words(text: str) -> list[str]:
    return _WORD.findall(text.lower())


def _is_in(block: Block, found: set[tuple[str, ...]]) -> bool:
    """Whether the block opens or ends with words of the main text; a few words would do so by chance."""
    words = _words(block.text)
    return len(words) >= _RUN and not found.isdisjoint((tuple(words[:_RUN]), tuple(words[-_RUN:])))


def _place(body: Any, holders: Sequence[tuple[Any, int]]) -> Any:
    """The smallest element that holds most of the main text, by its length."""
    inside: Counter[Any] = Counter()
    for at, length in holders:
        for element in (at, *at.iterancestors()):
            inside[element] += length
    place = body
    while True:
        narrower = [child for child in place if inside[child] >= _MOST_OF_IT * inside[body] > 0]
        if not narrower or narrower[0].tag in _PROSE:
            return place
        place = narrower[0]


def _furniture(place: Any, holding_text: set[Any]) -> set[Any]:
    """The elements inside the place that are furniture and hold none of the text that was found."""
    return {
        element
        for element in place.iterdescendants()
        if isinstance(element.tag, str) and element not in holding_text and _is_furniture(element)
    }


def _is_furniture(element: Any) -> bool:
    if element.tag in _FURNITURE_TAGS or element.get("role") in _FURNITURE_ROLES:
        return True
    if element.tag in {"ul", "ol", "menu"}:
        return _is_list_of_links(element)
    return element.tag in _NAMED and any(
        _FURNITURE_NAMES.search(element.get(name) or "") is not None for name in ("class", "id")
    )


def _is_list_of_links(element: Any) -> bool:
    items = element.findall(".//li")
    text = len("".join(element.itertext()).strip())
    linked = sum(len("".join(link.itertext()).strip()) for link in element.iter("a"))
    return len(items) > 1 and linked >= _MOSTLY_LINKED * text and text <= _LONGEST_LINK * len(items)


def _is_below(element: Any, above: set[Any]) -> bool:
    return element in above or any(ancestor in above for ancestor in element.iterancestors())


def _title_elsewhere(tree: Any, kept: Sequence[Block], everything: Sequence[tuple[Any, Block]]) -> list[Block]:
    """The page's first heading, where it stands outside the main text and the page's title names it."""
    if any(block.mark == "# " for block in kept):
        return []
    titles = _words(" ".join(tree.xpath("//head/title//text()|//meta[@property='og:title']/@content")))
    headings = [block for _, block in everything if block.mark == "# "]
    return [block for block in headings if set(_words(block.text)) <= set(titles)][:1]
