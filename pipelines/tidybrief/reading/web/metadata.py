"""What a page says of itself in its head.

What belongs here: JSON-LD, OpenGraph, meta tags and the elements that hold title, byline and time. Which place wins
where two differ is said by their order: the more a place is made for machines, the earlier it comes.
"""

import json
import re
from collections.abc import Iterator, Mapping
from datetime import date
from typing import Any, Final

from tidybrief.reading.facts import Facts, in_words
from tidybrief.reading.sources import as_day

_NAME: Final = re.compile(r"[a-z]+")
_META: Final[Mapping[str, tuple[str, ...]]] = {
    "title": ("citation_title", "dcterms.title", "dc.title", "title"),
    "author": (
        "citation_author",
        "dcterms.creator",
        "dc.creator",
        "author",
        "byl",
        "parsely-author",
        "sailthru.author",
    ),
    "publisher": ("citation_publisher", "dcterms.publisher", "dc.publisher", "publisher", "application-name"),
    "published_on": (
        "citation_publication_date",
        "citation_date",
        "dcterms.issued",
        "dcterms.date",
        "dc.date.issued",
        "dc.date",
        "date",
        "pubdate",
        "publishdate",
        "publish-date",
        "parsely-pub-date",
        "sailthru.date",
    ),
    "url": ("citation_public_url", "dcterms.identifier", "dc.identifier"),
    "licence": ("dcterms.license", "dcterms.rights", "dc.rights", "license"),
}
_OPEN_GRAPH: Final[Mapping[str, tuple[str, ...]]] = {
    "title": ("og:title",),
    "author": ("article:author", "og:article:author", "book:author"),
    "publisher": ("og:site_name",),
    "published_on": ("article:published_time", "og:article:published_time", "og:published_time", "book:release_date"),
    "url": ("og:url",),
}
_TEXTS: Final = frozenset(
    _NAME.findall("""
    article newsarticle analysisnewsarticle opinionnewsarticle reportagenewsarticle reviewnewsarticle
    backgroundnewsarticle blogposting liveblogposting socialmediaposting techarticle scholarlyarticle
    medicalscholarlyarticle report book creativework webpage discussionforumposting
    """)
)
_CLEAREST: Final = ("webpage", "creativework")


def stated(tree: Any) -> tuple[Facts, ...]:
    """What is said for machines: JSON-LD, OpenGraph, meta tags, and then the page's own elements."""
    return (*_json_ld(tree), _open_graph(tree), _meta_tags(tree), _elements(tree))


def _json_ld(tree: Any) -> Iterator[Facts]:
    nodes = [
        node
        for script in tree.iter("script")
        if (script.get("type") or "").split(";")[0].strip().lower() == "application/ld+json"
        for node in _nodes(_loaded(script.text or ""))
        if _types(node) & _TEXTS
    ]
    for node in sorted(nodes, key=lambda node: bool(_types(node) & set(_CLEAREST))):
        yield Facts(
            "json_ld",
            title=in_words(node.get("headline") or node.get("name")),
            author=_named(node.get("author") or node.get("creator")),
            publisher=_named(node.get("publisher")),
            published_on=_day(node.get("datePublished")),
            url=_address(node.get("url")) or _address(node.get("mainEntityOfPage")),
            licence=_address(node.get("license")) or in_words(node.get("license")),
        )


def _loaded(text: str) -> Any:
    try:
        return json.loads(text.strip().removesuffix(";"), strict=False)
    except (ValueError, RecursionError):
        return None


def _nodes(value: Any) -> Iterator[Mapping[str, Any]]:
    """The objects at the top of the data, and those of its graph."""
    if isinstance(value, list):
        for inner in value:
            yield from _nodes(inner)
    elif isinstance(value, dict):
        yield value
        if isinstance(value.get("@graph"), list):
            yield from (node for node in value["@graph"] if isinstance(node, dict))


def _types(node: Mapping[str, Any]) -> set[str]:
    types = node.get("@type")
    return {str(name).rpartition("/")[2].lower() for name in (types if isinstance(types, list) else [types])}


def _named(value: Any) -> str | None:
    """The name, or the names, of what is given as a name, an object with one, or a list of these."""
    if isinstance(value, list):
        return in_words([name for inner in value if (name := _named(inner))])
    if isinstance(value, dict):
        return _named(value.get("name"))
    words = in_words(value)
    return words if words and "://" not in words else None


def _address(value: Any) -> str | None:
    if isinstance(value, dict):
        value = value.get("@id") or value.get("url")
    words = in_words(value)
    return words if words and words.startswith(("http://", "https://")) else None


def _day(value: Any) -> date | None:
    words = in_words(value)
    return as_day(words.replace("/", "-")) if words else None


def _open_graph(tree: Any) -> Facts:
    return _from_tags("open_graph", _tags(tree, "property"), _OPEN_GRAPH)


def _meta_tags(tree: Any) -> Facts:
    named = _tags(tree, "name")
    links = {
        relation: [address]
        for link in tree.iter("link")
        if (address := _address(link.get("href")))
        for relation in (link.get("rel") or "").lower().split()
    }
    from_links = Facts("meta_tag", url=_first(links.get("canonical")), licence=_first(links.get("license")))
    return _both(_from_tags("meta_tag", named, _META), from_links)


def _elements(tree: Any) -> Facts:
    times = [time.get("datetime") for time in tree.xpath("//time[@pubdate or @itemprop='datePublished']")]
    authors = [
        "".join(element.itertext())
        for element in tree.xpath("//*[@itemprop='author' or @rel='author'][not(ancestor::*[@itemprop='author'])]")
    ]
    headings = ["".join(element.itertext()) for element in tree.iter("h1")]
    licences = [_address(link.get("href")) for link in tree.xpath("//a[@rel='license']")]
    return Facts(
        "html_element",
        title=in_words(headings[0] if len(headings) == 1 else tree.findtext(".//head/title")),
        author=_named(list(dict.fromkeys(" ".join(author.split()) for author in authors))),
        published_on=next((day for time in times if (day := _day(time))), None),
        licence=_first(licences),
    )


def _tags(tree: Any, attribute: str) -> dict[str, list[str]]:
    tags: dict[str, list[str]] = {}
    for tag in tree.iter("meta"):
        name, content = tag.get(attribute), tag.get("content")
        if name and content and content.strip():
            tags.setdefault(name.lower(), []).append(content)
    return tags


def _from_tags(origin: str, tags: Mapping[str, list[str]], names: Mapping[str, tuple[str, ...]]) -> Facts:
    given = {fact: next((tags[name] for name in spelled if name in tags), None) for fact, spelled in names.items()}
    return Facts(
        origin,
        title=in_words(_first(given.get("title"))),
        author=_named(given.get("author")),
        publisher=_named(_first(given.get("publisher"))),
        published_on=_day(_first(given.get("published_on"))),
        url=_address(_first(given.get("url"))),
        licence=in_words(_first(given.get("licence"))),
    )


def _both(first: Facts, second: Facts) -> Facts:
    return Facts(
        first.origin,
        first.title,
        first.author,
        first.publisher,
        first.published_on,
        first.url or second.url,
        first.licence or second.licence,
    )


def _first(values: Any) -> Any:
    return next((value for value in values or () if value), None)
