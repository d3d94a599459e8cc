"""The documents as a reader meets them: sources, and where in the evidence each word stands.

What belongs here: looking up documents, quoting, and the addresses of marks. What does not: their sentences
(`sentences`), what is said about them, and any HTML.
"""

import re
import sys
from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, field, fields
from datetime import date
from functools import cached_property
from typing import Any, Final, Protocol
from urllib.parse import urlsplit

import polars as pl

from tidybrief.briefing import wording
from tidybrief.briefing.sentences import Sentence, Sentences, digest, in_order

INLINE_CHARACTERS: Final = 5_000_000
INLINE_NODES: Final = 3_400
CONTEXT_CHARACTERS: Final = 320
TABLE_CONTEXT: Final = 80
_LABEL_CHARACTERS: Final = 60
_WHOLE_CHARACTERS: Final = 120
"""A title that is shown where there is room for all of it."""
_FEW_WORDS: Final = 3
_SLUG: Final = re.compile(r"[a-z]+:[a-z0-9]+(?:-[a-z0-9]+)*")
_UNSAFE_IN_ANCHOR: Final = re.compile(r"[^A-Za-z0-9]+")


class Texts(Protocol):
    """The texts of documents."""

    def of(self, number: int) -> str:
        """The text of the document of this number."""


class AllTexts:
    """Those of all documents: only what is asked for leaves its column, the last one for as long as nothing else is."""

    def __init__(self, column: pl.Series) -> None:
        self._column = column
        self._number, self._text = 0, ""

    def of(self, number: int) -> str:
        """The text of the document of this number."""
        if number != self._number:
            self._number, self._text = number, self._column[number - 1]
        return self._text


@dataclass(frozen=True, slots=True)
class OwnText:
    """That of one document."""

    text: str

    def of(self, _: int) -> str:
        """The text."""
        return self.text


@dataclass(frozen=True, slots=True)
class Source:
    """One document. `label` is what it is called in short, `name` the same with room for a whole title; `text_file` is
    its page under `evidence/`, None where its text stands in the briefing itself."""

    number: int
    doc_id: str
    label: str
    name: str
    title: str
    author: str | None
    publisher: str | None
    published_on: date | None
    published_on_source: str | None
    url: str | None
    licence: str | None
    language: str | None
    words: int
    sha256: str
    texts: Texts = field(repr=False, compare=False)
    derived_from: str | None
    source_group: str
    anchor: str
    text_anchor: str
    text_file: str | None

    def __getstate__(self) -> list[object]:
        """What goes to another process: of all texts only its own."""
        facts = {each.name: getattr(self, each.name) for each in fields(self)}
        return list((facts | {"texts": OwnText(self.text)}).values())

    @property
    def text(self) -> str:
        """The text."""
        return self.texts.of(self.number)

    @property
    def href(self) -> str:
        """Where the source card stands."""
        return f"#{self.anchor}"

    @property
    def cited(self) -> str:
        """Who says it, what and when, as far as that is known: "Port grows, Vellmar Gazette, 3 February 2024"."""
        known = (
            wording.shortened(self.title, _WHOLE_CHARACTERS),
            wording.shortened(self.publisher or "", _LABEL_CHARACTERS),
            wording.day(self.published_on).replace(" ", "\u00a0") if self.published_on else "undated",
        )
        return ", ".join(part for part in known if part)

    @property
    def names_who_speaks(self) -> bool:
        """Whether its publisher or author is known."""
        return bool(self.publisher or self.author)

    @property
    def text_href(self) -> str:
        """Where the full text stands."""
        return self.mark_href(self.text_anchor)

    def mark_href(self, mark: str) -> str:
        """Where a mark in this document's text stands."""
        return f"#{mark}" if self.text_file is None else f"evidence/{self.text_file}#{mark}"


@dataclass(frozen=True, slots=True)
class Quote:
    """The words of a source in their context, and where they stand."""

    source: Source
    before: str
    words: str
    after: str
    href: str


class Library:
    """All documents of a briefing, looked up by id, in the order of their ids."""

    def __init__(self, tables: Mapping[str, pl.DataFrame]) -> None:
        self.sentences = Sentences(tables["sentences"])
        weights = _evidence_nodes(tables)
        documents = in_order(tables["documents"], "doc_id")
        rows = documents.drop("text").to_dicts()
        texts = AllTexts(documents["text"])
        labels, names = (_labels(rows, most) for most in (_LABEL_CHARACTERS, _WHOLE_CHARACTERS))
        self.linked: dict[str, set[str]] = {}
        """The marks of sentences that some quote links to, by document."""
        room, characters = INLINE_NODES, INLINE_CHARACTERS
        sources = []
        for index, row in enumerate(rows):
            nodes, length = weights.get(row["doc_id"], 0), len(texts.of(index + 1))
            inline = nodes <= room and length <= characters
            if inline:
                room, characters = room - nodes, characters - length
            sources.append(_source(index + 1, row, labels[index], names[index], texts, inline=inline))
        self.sources = tuple(sources)
        self.by_id: Mapping[str, Source] = {source.doc_id: source for source in sources}

    @cached_property
    def words(self) -> int:
        """The number of words in all documents."""
        return sum(source.words for source in self.sources)

    @cached_property
    def as_of(self) -> date | None:
        """The newest day of publication, None where no document is dated."""
        return max((source.published_on for source in self.sources if source.published_on), default=None)

    def quote(
        self, doc_id: str, start: int, end: int, mark: str | None = None, *, context: int = CONTEXT_CHARACTERS
    ) -> Quote:
        """The words at a place with what their sentence says around them, cut to `context` characters on each side.

        `mark` names the span that is linked to; without it the link leads to the sentence.
        """
        source = self.by_id[doc_id]
        text, sentence = source.text, self.sentences.at(doc_id, start)
        low, high = (self._opening(source, sentence), max(sentence.end, end)) if sentence else (start, end)
        whole = start <= low and end >= high
        if mark is None:
            mark = sentence.mark if sentence else source.text_anchor
            self.linked.setdefault(doc_id, set()).add(mark)
        before = "" if whole else _cut_before(text[low:start], context)
        after = "" if whole else _cut_after(text[end:high], context)
        return Quote(source, before, wording.shortened(text[start:end], 420), after, source.mark_href(mark))

    def _opening(self, source: Source, sentence: Sentence) -> int:
        """Where a sentence starts, one of few words with the words in front of it on its line ("Loss of life:")."""
        before = self.sentences.numbered(source.doc_id, sentence.number - 1)
        is_short = len(sentence.text.split(maxsplit=_FEW_WORDS)) <= _FEW_WORDS
        if before and is_short and "\n" not in source.text[before.start : sentence.start]:
            return before.start
        return sentence.start


def anchor(prefix: str, key: str) -> str:
    """An id for HTML and URLs made from content: readable where it can be, unique by its digest."""
    readable = _UNSAFE_IN_ANCHOR.sub("-", key).strip("-").lower()[:32].strip("-")
    if _SLUG.fullmatch(key) and len(key) <= 32:
        return f"{prefix}-{readable}"
    return f"{prefix}-{readable}-{digest(key)[:8]}" if readable else f"{prefix}-{digest(key)[:12]}"


def web_address(url: str | None) -> str | None:
    """The address where it is one that a reader may safely follow (http or https with a host), else None."""
    if url is None or not url.isprintable() or " " in url:
        return None
    try:
        parts = urlsplit(url)
        return url if parts.scheme.lower() in ("http", "https") and parts.hostname else None
    except ValueError:
        return None


def _evidence_nodes(tables: Mapping[str, pl.DataFrame]) -> dict[str, int]:
    nodes: Counter[str] = Counter()
    for name in ("sentences", "mentions", "figures", "dates", "relations"):
        for doc_id, rows in tables[name].group_by("doc_id").len().iter_rows():
            nodes[doc_id] += rows
    return dict(nodes)


def _labels(rows: list[dict[str, Any]], most: int) -> list[str]:
    """What each document is called in at most so many characters: its publisher or its title if no other has it, a
    title that several have with the day of each, else its file."""
    publishers, titles = (Counter(row[name] for row in rows) for name in ("publisher", "title"))
    days = Counter((row["title"], row["published_on"]) for row in rows)
    labels = []
    for row in rows:
        if row["publisher"] and publishers[row["publisher"]] == 1:
            label = wording.shortened(row["publisher"], most)
        elif row["title"] and titles[row["title"]] == 1:
            label = wording.shortened(row["title"], most)
        elif row["title"] and row["published_on"] and days[row["title"], row["published_on"]] == 1:
            day = wording.day(row["published_on"])
            label = f"{wording.shortened(row['title'], most - len(day) - 2)}, {day}"
        else:
            label = wording.shortened(row["doc_id"], most)
        labels.append(label)
    alike = Counter(labels)
    labels = [
        _told_apart(row["title"] or label, most) if alike[label] > 1 else label
        for row, label in zip(rows, labels, strict=True)
    ]
    alike = Counter(labels)
    return [f"{label} ({n})" if alike[label] > 1 else label for n, label in enumerate(labels, start=1)]


def _told_apart(title: str, most: int) -> str:
    """A long title by its first words and its last, where others begin alike."""
    line = " ".join(title.split())
    if len(line) <= most:
        return line
    end = line[-(2 * most // 3) :]
    return f"{wording.shortened(line, most // 3)} {end[end.find(' ') + 1 :]}"


def _source(number: int, row: Mapping[str, Any], label: str, name: str, texts: Texts, *, inline: bool) -> Source:
    doc_id = sys.intern(row["doc_id"])
    text_anchor = anchor("text", doc_id)
    return Source(
        number=number,
        doc_id=doc_id,
        label=label,
        name=name,
        title=row["title"] or doc_id,
        author=row["author"],
        publisher=row["publisher"],
        published_on=row["published_on"],
        published_on_source=row["published_on_source"],
        url=web_address(row["url"]),
        licence=row["licence"],
        language=row["language"],
        words=wording.word_count(texts.of(number)),
        sha256=row["sha256"],
        texts=texts,
        derived_from=row["derived_from"],
        source_group=row["source_group"],
        anchor=anchor("source", doc_id),
        text_anchor=text_anchor,
        text_file=None if inline else f"{text_anchor}.html",
    )


def _cut_before(text: str, most: int) -> str:
    if len(text) <= most:
        return text
    tail = text[-most:]
    return "… " + tail[tail.find(" ") + 1 :]


def _cut_after(text: str, most: int) -> str:
    if len(text) <= most:
        return text
    head = text[:most]
    return (head[: head.rfind(" ")] if " " in head else head) + " …"
