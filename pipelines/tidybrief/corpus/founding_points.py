"""Points on which dates of several documents speak: when an organisation was founded.

What belongs here: which organisation a sentence says was founded on a date, and the verdict on the years. An
organisation is founded once, so that two years exclude each other, whenever the documents were written.
"""

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Any, Final

import polars as pl

from tidybrief.corpus.points import Statement, documents_in_words, listed, point
from tidybrief.corpus.voices import voice_of, with_voices
from tidybrief.extraction.alternation import one_of
from tidybrief.extraction.figures.datelines import end_of_dateline
from tidybrief.lexicon import Lexicon

_ORGANISATION: Final = "org:"
_PART_OF_IT: Final = re.compile(r"\b(?!company\b|firm\b|city\b|town\b)[a-z]+\s+(?:of|at|in|for|within)\s+(?:the\s+)?$")
"""Before a name: what was founded is a part of it, "the library of the university", "the union at Acme"."""
_ATTRIBUTE: Final = "founding year"
_REACH: Final = 60
"""Code points between the verb and its date, or the date and the name after it."""

_OBJECT: Final = re.compile(r"\s+(?:the\s+(?:(?!(?:of|in|at|for|by|and|with)\b)[a-z][a-z-]*\s+){0,3})?")
"""Between an active verb and what was founded, which may be called what it is ("set up the hotel operator Acme")."""

_AFTER_DATE: Final = re.compile(r",\s+(?:the\s+)?")
"""Between a date and whose it is, where it says "its" before."""

_OPENINGS: Final = ("", "in", "it was in")
"""What may stand before the date with which a sentence begins."""

_Named = Sequence[tuple[int, int, str]]
"""Start and end in a sentence of the organisations that it names, and which they are."""


@dataclass(frozen=True, slots=True)
class _Founded:
    """One statement that an organisation was founded in a year."""

    statement: Statement
    entity_id: str
    year: int


@dataclass(frozen=True, slots=True)
class _Grammar:
    """Verbs of founding; what may stand between an organisation and such a verb in the passive; between an organisation
    and the date since when it exists; before an organisation and after it, up to the date, where a noun tells the
    founding or a verb stands right beside both; between a date and the organisation whose founding it saw; before the
    date where the organisation is named after it; what may end a name; any of them but that.
    """

    verb: re.Pattern[str]
    passive: re.Pattern[str]
    existing: re.Pattern[str]
    nominal: Sequence[tuple[re.Pattern[str], re.Pattern[str]]]
    seen: re.Pattern[str]
    own: re.Pattern[str]
    legal_form: re.Pattern[str]
    any: re.Pattern[str]


def founding_points(tables: Mapping[str, pl.DataFrame], lexicon: Lexicon) -> Iterator[dict[str, object]]:
    """Rows of `comparisons` for the years in which organisations were founded."""
    names = dict(tables["entities"].select("entity_id", "name").iter_rows())
    by_entity: dict[str, list[_Founded]] = defaultdict(list)
    for founded in _stated(tables, lexicon):
        by_entity[founded.entity_id].append(founded)
    for entity_id, told in sorted(by_entity.items()):
        years: dict[str, set[int]] = defaultdict(set)
        for founded in told:
            years[founded.statement.doc_id].add(founded.year)
        if len(years) < 2 or any(len(own) > 1 for own in years.values()):
            continue
        statements = [founded.statement for founded in told]
        who, values = documents_in_words(statements), listed(sorted(statement.value for statement in statements))
        if len({founded.year for founded in told}) == 1:
            yield point(
                entity_id,
                _ATTRIBUTE,
                "agree",
                statements,
                f"{who} say that {names[entity_id]} was founded in {values}.",
            )
        else:
            note = f"{who} differ on the year in which {names[entity_id]} was founded: {values}."
            yield point(entity_id, _ATTRIBUTE, "conflict", statements, note)


def _stated(tables: Mapping[str, pl.DataFrame], lexicon: Lexicon) -> Iterator[_Founded]:
    grammar = _grammar(lexicon)
    dates = (
        tables["dates"]
        .filter(pl.col("date_start").dt.year() == pl.col("date_end").dt.year(), pl.col("role").is_in(["at", "since"]))
        .join(
            tables["sentences"]
            .filter(pl.col("factuality").is_in(["asserted", "attributed"]))
            .select("doc_id", "sentence_no", offset="start", sentence="text"),
            on=["doc_id", "sentence_no"],
        )
        .filter(pl.col("sentence").str.contains(grammar.any.pattern))
    )
    mentions = tables["mentions"].filter(pl.col("entity_id").str.starts_with(_ORGANISATION))
    named: dict[tuple[str, int], list[tuple[int, int, str]]] = defaultdict(list)
    beside = mentions.filter(pl.col("form") != "adjective").join(
        dates.select("doc_id", "sentence_no").unique(), on=["doc_id", "sentence_no"], how="semi"
    )
    for doc_id, number, start, end, entity_id in beside.select(
        "doc_id", "sentence_no", "start", "end", "entity_id"
    ).iter_rows():
        named[doc_id, number].append((start, end, entity_id))
    for told in with_voices(dates, tables, lexicon).sort("doc_id", "start").iter_rows(named=True):
        behind = end_of_dateline(told["sentence"])
        row = {**told, "sentence": told["sentence"][behind:], "offset": told["offset"] + behind}
        if row["start"] < row["offset"]:
            continue
        here = [
            (start - row["offset"], _end(grammar.legal_form, row["sentence"], end - row["offset"]), which)
            for start, end, which in named[row["doc_id"], row["sentence_no"]]
            if start >= row["offset"]
        ]
        entity_id = _founded(row, here, grammar)
        if entity_id is not None:
            yield _Founded(_statement(row), entity_id, row["date_start"].year)


def _end(legal_form: re.Pattern[str], sentence: str, end: int) -> int:
    """Where a name ends whose legal form is not part of it as it was found."""
    form = legal_form.match(sentence, end)
    return form.end() if form else end


def _founded(row: Mapping[str, Any], named: _Named, grammar: _Grammar) -> str | None:
    """Who the sentence says was founded on the date."""
    sentence, start, end = row["sentence"], row["start"] - row["offset"], row["end"] - row["offset"]
    whole = [place for place in named if not _PART_OF_IT.search(sentence, 0, place[0])]
    existing = [which for _, last, which in whole if last < start and grammar.existing.fullmatch(sentence, last, start)]
    nominal = [
        which
        for first, last, which in named
        for before, after in grammar.nominal
        if last < start and before.search(sentence[:first]) and after.fullmatch(sentence, last, start)
    ]
    seen = [which for first, _, which in named if first > end and grammar.seen.fullmatch(sentence, end, first)]
    if existing or nominal or seen:
        return (existing or nominal or seen)[-1]
    if grammar.own.search(sentence[:start]):
        return next((which for first, _, which in named if _AFTER_DATE.fullmatch(sentence, end, max(first, end))), None)
    if row["role"] != "at":
        return None
    if sentence[:start].strip().lower() in _OPENINGS:
        return _founded_then(sentence, end, whole, grammar)
    return _founded_before(sentence, start, end, whole, grammar)


def _founded_then(sentence: str, end: int, named: _Named, grammar: _Grammar) -> str | None:
    """The same for a date that the sentence begins with: named right after its only verb of founding."""
    verbs = list(grammar.verb.finditer(sentence, end))
    if (
        len(verbs) != 1
        or not sentence[end:].startswith((",", " that "))
        or re.search(r"\d", sentence[end : verbs[0].start()])
    ):
        return None
    told = verbs[0]
    passive = [which for _, last, which in named if grammar.passive.fullmatch(sentence, last, told.start())]
    active = [which for first, _, which in named if _OBJECT.fullmatch(sentence, told.end(), max(first, told.end()))]
    found = passive or active
    return found[0] if found else None


def _founded_before(sentence: str, start: int, end: int, named: _Named, grammar: _Grammar) -> str | None:
    """The same for other dates: named right before "was founded" or ", founded", or between an active verb and the
    date, or right after the date where the sentence begins with its verb ("Founded in 1902, …").
    """
    verbs = list(grammar.verb.finditer(sentence, max(0, start - _REACH), start))
    if not verbs or re.search(r"[.;:,]", sentence[verbs[-1].end() : start]):
        return None
    told = verbs[-1]
    founded = [which for first, last, which in named if last < start and _OBJECT.fullmatch(sentence, told.end(), first)]
    before = [which for _, last, which in named if grammar.passive.fullmatch(sentence, last, told.start())]
    if before:
        return before[-1]
    if told.start() == 0:
        after = [which for first, _, which in named if end <= first <= end + _REACH]
        return after[0] if after and not founded and sentence[end:].lstrip().startswith((",", "in ", "by ")) else None
    return founded[0] if founded else None


def _statement(row: Mapping[str, Any]) -> Statement:
    return Statement(
        row_id=row["date_id"],
        doc_id=row["doc_id"],
        start=row["start"],
        end=row["end"],
        value=str(row["date_start"].year),
        text=row["text"],
        voice=voice_of(row),
    )


@lru_cache(maxsize=4)
def _grammar(lexicon: Lexicon) -> _Grammar:
    cues = lexicon.cues["comparisons"]["founding"]
    verbs, adverbs, existing = (one_of(cues[name]) for name in ("verbs", "adverbs", "existing"))
    nouns, pasts, beginning = (one_of(cues[name]) for name in ("nouns", "pasts", "beginning"))
    happening, seeing, starting = (one_of(cues[name]) for name in ("happening", "seeing", "starting"))
    being = r"(?:,|,\s+(?:an?|the)\s(?:[a-z-]+\s){1,5}|\s*\(|,?\s+(?:which |that )?(?:was|were|is|had been))\s*"
    return _Grammar(
        verb=re.compile(rf"\b(?i:{verbs})\b"),
        passive=re.compile(rf"{being}(?:(?:{adverbs})\s+)?"),
        existing=re.compile(rf",?\s+(?:which |that )?(?:{existing})\s+(?:(?:its\s+(?:{nouns})\s+)?in\s+)?"),
        nominal=(
            (re.compile(rf"\b(?:{nouns}) of (?:the )?$"), re.compile(rf"\s+(?:(?:{happening})\s+)?(?:in\s+)?")),
            (re.compile(r""), re.compile(rf"['’]s? (?:{nouns})\s+(?:(?:{happening})\s+)?(?:in\s+)?")),
            (re.compile(r""), re.compile(rf"{being}(?:{starting})\s+(?:by\s[^,.;:\d]{{1,60}}\s)?in\s+")),
            (re.compile(rf"\b(?:{starting}) (?:the )?$"), re.compile(r"\s+in\s+")),
            (re.compile(rf"\b(?i:{pasts}) of (?:the )?$"), re.compile(rf"\s+(?:{beginning})\s+(?:in\s+)?")),
            (re.compile(r""), re.compile(rf"['’]s? (?:{pasts}) (?:{beginning})\s+(?:in\s+)?")),
        ),
        seen=re.compile(rf"\s+(?:{seeing})\s+the\s+(?:{nouns})\s+of\s+(?:the\s+)?"),
        own=re.compile(rf"\b[Ii]ts (?:{nouns}) in\s+$|^(?i:(?:ever )?since|when) it was (?:{verbs}) in\s+$"),
        legal_form=re.compile(
            rf"(?: (?:{one_of(lexicon.cues['name_cues']['organisation']['legal_forms'].split())})\b)?"
        ),
        any=re.compile(rf"\b(?:(?i:{verbs}|{pasts})|{existing}|{nouns}|{starting})\b"),
    )
