"""Who stands behind a statement.

What belongs here: what makes two statements one source: a common origin of their documents, one author at one
publisher, a publisher that speaks of itself, one series of official documents, one source that both name, one long
sentence. What follows from that for a point is said in `points`.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any, Final

import polars as pl

from tidybrief.extraction.alternation import one_of
from tidybrief.extraction.names.linking import entity_id
from tidybrief.lexicon import Lexicon

Mark = tuple[str, str]
_LONG: Final = 15
"""Words of a sentence that two writers do not write alike."""
_WORDS_OF_A_SERIES: Final = 2
"""Words after the form of a document that tell whose form it is."""


@dataclass(frozen=True, slots=True)
class Voice:
    """The source behind a statement; all but its group where they are known and tell something.

    `series` is what its title has in common with those of one office ("Fact Sheet: ..."), `told_by` whom it names as
    its source, `wording` its sentence where that is long.
    """

    source_group: str
    publisher: str | None = None
    author: str | None = None
    wording: str | None = None
    series: str | None = None
    told_by: str | None = None

    @property
    def origins(self) -> frozenset[Mark]:
        """What another voice of the same origin shares."""
        return _marks(group=self.source_group, wording=self.wording)

    def marks(self, subject_id: str) -> frozenset[Mark]:
        """What another voice of the same source shares; all that a publisher says of itself is of one source."""
        publisher = (self.publisher or "").casefold() or None
        is_own = publisher is not None and _slug(publisher) == _slug(subject_id.partition(":")[2])
        byline = f"{publisher}\0{(self.author or '').casefold()}" if publisher else None
        return self.origins | _marks(
            publisher=publisher if is_own else None, byline=byline, series=self.series, told_by=self.told_by
        )


def with_voices(rows: pl.DataFrame, tables: Mapping[str, pl.DataFrame], lexicon: Lexicon) -> pl.DataFrame:
    """The rows, which have `doc_id` and `sentence_no`, with what `voice_of` needs, and `published_on`."""
    documents = tables["documents"].select(
        "doc_id", "published_on", "source_group", "publisher", "author", _series(lexicon).alias("series")
    )
    told = rows.select("doc_id", "sentence_no").unique()
    words = pl.col("text").str.to_lowercase().str.extract_all(r"[\p{L}\p{N}]+")
    wordings = (
        tables["sentences"]
        .join(told, on=["doc_id", "sentence_no"], how="semi")
        .select("doc_id", "sentence_no", words.alias("words"))
        .filter(pl.col("words").list.len() >= _LONG)
        .select("doc_id", "sentence_no", pl.col("words").list.join(" ").alias("wording"))
    )
    return rows.join(documents, on="doc_id").join(wordings, on=["doc_id", "sentence_no"], how="left")


def voice_of(row: Mapping[str, Any]) -> Voice:
    """Who stands behind a row of `with_voices`."""
    return Voice(
        row["source_group"],
        row["publisher"],
        row["author"],
        row["wording"],
        row["series"],
        row.get("attributed_to_id"),
    )


def independent(voices: Sequence[Voice], subject_id: str) -> int:
    """How many sources speak of the subject. What a publisher brings out unsigned is that of an author it names."""
    authors = {voice.publisher: voice.author for voice in voices if voice.author}
    signed = (
        replace(voice, author=authors[voice.publisher]) if not voice.author and voice.publisher in authors else voice
        for voice in voices
    )
    return count_apart(voice.marks(subject_id) for voice in signed)


def count_apart(marks: Iterable[frozenset[Mark]]) -> int:
    """How many groups are left when those that share a mark are one."""
    unmarked = 0
    groups: dict[Mark, set[Mark]] = {}
    for own in marks:
        met = {id(groups[mark]): groups[mark] for mark in own if mark in groups}
        joined = max(met.values(), key=len, default=set[Mark]())
        for added in (own, *(group for group in met.values() if group is not joined)):
            joined |= added
            groups |= dict.fromkeys(added, joined)
        unmarked += not own
    return unmarked + len({id(group) for group in groups.values()})


def _marks(**known: str | None) -> frozenset[Mark]:
    return frozenset((kind, value) for kind, value in known.items() if value)


def _slug(name: str) -> str:
    return entity_id("", name).partition(":")[2].removeprefix("the-")


def _series(lexicon: Lexicon) -> pl.Expr:
    """The form of an official document with the words that tell whose it is, where no publisher is known."""
    forms = one_of(lexicon.cues["comparisons"]["documents"]["forms"])
    words = pl.col("title").str.extract(rf"(?i)^((?:{forms}):?(?:\s+\S+){{{_WORDS_OF_A_SERIES}}})")
    return pl.when(pl.col("publisher").is_null()).then(words.str.to_lowercase().str.replace_all(r"\s+", " "))
