"""Who heads an organisation, by sentences that say so.

What belongs here: of which organisation somebody holds the office that the relations tell of them, and whether an
office changes hands in the texts, so that two who hold it are no contradiction.
"""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Any, Final

import polars as pl

from tidybrief.corpus.name_signs import NAME, Named, meant_by, named_in_sentences, with_signs
from tidybrief.extraction.alternation import one_of
from tidybrief.extraction.figures.datelines import end_of_dateline
from tidybrief.extraction.relations.view import is_oblique
from tidybrief.lexicon import Lexicon

_HOLDER: Final = "\0"
_TOPIC: Final = "\1"
"""In a sentence: who holds the office, and words for the organisation that the sentence before is about."""
_NAME_OR_TOPIC: Final = rf"{NAME}|{_TOPIC}"
_ORGANISATION: Final = "org:"
_PERSON: Final = "person:"
_GOES_ON: Final = r"^(?:He|She|They|His|Her|Their|It|Its)\b"
_HEADED: Final = pl.Struct({"organisation_id": pl.String, "office": pl.String})
_COMMON_NOUN: Final = re.compile(
    r"(?:(?:The|This) (?:company|firm|group|business|bank|airline|retailer|maker)|It)(?= )"
)
_ITS: Final = re.compile(rf"^(?P<who>(?:{_HOLDER}, )?)[Ii]ts(?= )")
_PLAIN_END: Final = rf"(?=[.,;:!?)”\"\n]|$| (?:said|says|told|has|is|will|who)\b| and (?!(?:the )?{NAME}))"
_PLAIN_START: Final = (
    r"(?:^|(?<=[.,;:”\"–—] )|(?<=[(“\"])|(?<=\bsaid )|(?<=\bsays )|(?<=\bby )|(?<=\bwith )|(?<=[Aa]ccording to ))"
)
_KIND: Final = r"(?:[Tt]he )?(?:(?!(?:of|in|for|at|by|and|as|with|to)\b)[a-z][a-z-]* ){0,4}"
"""What sort of organisation it is, before its name; whatever has a preposition may be a part of it."""


@dataclass(frozen=True, slots=True)
class _Office:
    name: str
    said: re.Pattern[str]
    told: re.Pattern[str]


def heads(relations: pl.DataFrame, tables: Mapping[str, pl.DataFrame], lexicon: Lexicon) -> pl.DataFrame:
    """The rows for an office at the head of an organisation, told of the organisation: `predicate` is the office."""
    held = relations.filter(pl.col("predicate") == "occupation", pl.col("type") == "PERSON")
    offices = _offices(lexicon)
    held = held.filter(pl.any_horizontal([pl.col("object").str.contains(office.said.pattern) for office in offices]))
    names = dict(tables["entities"].select("entity_id", "name").iter_rows())
    here = held.select("doc_id", "sentence_no")
    named = named_in_sentences(tables["mentions"], pl.concat([here, here.with_columns(pl.col("sentence_no") - 1)]))
    told = held.with_columns(
        pl.Series(
            "headed",
            [_headed(row, named, offices, _legal_form(lexicon)) for row in held.iter_rows(named=True)],
            dtype=_HEADED,
        )
    ).drop_nulls("headed")
    organisation = pl.col("headed").struct.field("organisation_id")
    return told.with_columns(
        predicate=pl.col("headed").struct.field("office"),
        subject_id=organisation,
        subject=organisation.replace_strict(names, default=None, return_dtype=pl.String),
        type=pl.lit("ORG"),
        object_id="subject_id",
        object="subject",
    ).sort("subject_id", "predicate", "doc_id", "start", "relation_id")


def change_hands(
    doc_ids: Sequence[str], entity_ids: Sequence[str], tables: Mapping[str, pl.DataFrame], lexicon: Lexicon
) -> bool:
    """Whether one of these documents says of one of these things, or of an office, that it changes hands."""
    changing, office = _changing(lexicon)
    sentences = tables["sentences"].filter(pl.col("doc_id").is_in(doc_ids), pl.col("text").str.contains(changing))
    if sentences.is_empty():
        return False
    of_an_office = sentences.filter(pl.col("text").str.contains(office))
    named = tables["mentions"].filter(pl.col("entity_id").is_in(entity_ids))
    people = named.filter(pl.col("entity_id").str.starts_with(_PERSON))
    return _is_in_or_behind(sentences, people) or _is_in_or_behind(of_an_office, named)


def _is_in_or_behind(sentences: pl.DataFrame, mentions: pl.DataFrame) -> bool:
    """Whether one of the sentences holds one of the mentions, or goes on with a pronoun right behind one."""
    place = ["doc_id", "sentence_no"]
    going_on = sentences.filter(pl.col("text").str.contains(_GOES_ON)).with_columns(pl.col("sentence_no") - 1)
    return any(not some.join(mentions, on=place, how="semi").is_empty() for some in (sentences, going_on))


def _headed(
    row: Mapping[str, Any],
    named: Mapping[tuple[str, int], Named],
    offices: Sequence[_Office],
    legal_form: re.Pattern[str],
) -> Mapping[str, str | None] | None:
    """The organisation that the sentence of a row says its subject heads, and the office."""
    document, number = row["document"], row["sentence_no"]
    start = row["start"] + end_of_dateline(document[row["start"] : row["end"]])
    here = [name for name in named.get((row["doc_id"], number), ()) if name[0] >= start]
    others = [name for name in here if name[2] != row["subject_id"]]
    holders = [(*name[:2], _HOLDER) for name in here if name[2] == row["subject_id"]]
    signed = legal_form.sub("", with_signs(document[start : row["end"]], start, others, holders))
    before = [name for name in named.get((row["doc_id"], number - 1), ()) if name[2].startswith(_ORGANISATION)]
    is_topic = (
        len({which for _, _, which in before}) == 1
        and not is_oblique(document, before[0][0])
        and document[start - 1] != "\n"
    )
    topic = before[0][2] if is_topic else None
    if topic:
        signed = _COMMON_NOUN.sub(_TOPIC, _ITS.sub(f"\\g<who>{_TOPIC}'s", signed, count=1), count=1)
    for office in offices:
        for told in office.told.finditer(signed):
            sign = next(filter(None, told.groups()))
            organisation_id = topic if sign == _TOPIC else meant_by(sign, others)
            return {"organisation_id": organisation_id, "office": office.name}
    return None


@lru_cache(maxsize=4)
def _legal_form(lexicon: Lexicon) -> re.Pattern[str]:
    """The legal form behind a name that was found without it."""
    forms = lexicon.cues["name_cues"]["organisation"]["legal_forms"].split()
    return re.compile(rf"(?<={NAME}),? (?:{one_of(forms)})(?!\w)")


@lru_cache(maxsize=4)
def _offices(lexicon: Lexicon) -> tuple[_Office, ...]:
    cues = lexicon.cues["comparisons"]["offices"]
    beside, places, led = (one_of(cues[name]) for name in ("beside", "places", "led"))
    return tuple(_Office(row["name"], *_patterns(one_of(row["nouns"]), beside, places, led)) for row in cues["heads"])


def _patterns(nouns: str, beside: str, places: str, led: str) -> tuple[re.Pattern[str], re.Pattern[str]]:
    """What words for an office are found by, and the ways of telling of what organisation somebody holds it."""
    office = rf"(?:(?:{beside})(?: and |, | & ))?(?i:{nouns})(?:(?: and | & )(?:{beside}))?"
    whose = rf"{_KIND}({_NAME_OR_TOPIC})"
    of_whom = rf"{office} of {whose}{_PLAIN_END}"
    ways = (
        rf"{_PLAIN_START}{_KIND}({_NAME_OR_TOPIC})(?:['’]s?)?,? {office},? {_HOLDER}",
        rf"{_HOLDER}, (?:who is |who serves as )?(?:the )?{of_whom}",
        rf"{_HOLDER} (?:is|serves as|works as|remains) (?:the )?{of_whom}",
        rf"{_HOLDER}, ({_NAME_OR_TOPIC})(?:['’]s?)? {office}{_PLAIN_END}",
        rf"{_HOLDER} is ({NAME})['’]s? {office}{_PLAIN_END}",
        rf"{_PLAIN_START}({_NAME_OR_TOPIC})['’]s? {office} is {_HOLDER}{_PLAIN_END}",
        rf"{_PLAIN_START}(?:[Tt]he )?{office} of {whose}(?:,| is|) {_HOLDER}",
        rf"{_HOLDER} has been (?:the )?{office} of {whose} (?:for|since) ",
        rf"(?:^|[,;:] )[Aa]s (?:the )?{office} of {whose}, {_HOLDER} (?!was\b)[a-z]+s ",
        rf"^{_KIND}({_NAME_OR_TOPIC}) (?:is|has been) (?:{led}) by {_HOLDER} as (?:its |the )?{office}{_PLAIN_END}",
        rf"^{_KIND}({_NAME_OR_TOPIC}),? (?:has|have|with) {_HOLDER} as (?:its |the )?{office}{_PLAIN_END}",
        rf"\b(?:{places}) of {whose} (?:stands|is|sits) (?:its |the )?{office} {_HOLDER}",
    )
    return re.compile(rf"\b(?i:{nouns})\b"), re.compile("|".join(ways))


@lru_cache(maxsize=4)
def _changing(lexicon: Lexicon) -> tuple[str, str]:
    """What is said of an office that changes hands, and what an office is called."""
    cues = lexicon.cues["comparisons"]["offices"]
    nouns = one_of([*cues["heads_of_offices"], *(noun for row in cues["heads"] for noun in row["nouns"])])
    return rf"(?i)\b(?:{one_of(cues['changing'])}|new (?:\w+ )?(?:{nouns}))\b", rf"(?i)\b(?:{nouns})\b"
