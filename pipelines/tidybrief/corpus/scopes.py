"""The part of a thing for which a figure holds, and the circumstances.

What belongs here: what the clause of a figure says besides what is measured, of what, and when: places, restricting
words, and other things. Two figures of different parts or circumstances may both hold, whatever their values.
"""

import re
from collections.abc import Mapping
from functools import lru_cache
from typing import Any, Final

import polars as pl

from tidybrief.corpus.adjuncts import (
    DESCRIBED_BEFORE,
    DESCRIBED_BEHIND,
    without_actors,
    without_reasons,
    without_seat,
    without_teller,
)
from tidybrief.corpus.announcements import IS_ANNOUNCED
from tidybrief.corpus.bare_measures import BUILDING, PRICE
from tidybrief.corpus.clauses import AFTER, BEFORE, CLAUSE, CONTEXT, MAIN
from tidybrief.corpus.deals import is_of_two, words_of_deals
from tidybrief.corpus.frequencies import in_adverbs
from tidybrief.corpus.happenings import happenings_in, is_of_harm, without_happening
from tidybrief.corpus.indicators import taking_up, without_attendants
from tidybrief.corpus.keys import HAD
from tidybrief.corpus.known_names import named_in
from tidybrief.corpus.measures import implied_by, names_of_measures, vocabulary_of
from tidybrief.corpus.rates import rate_of
from tidybrief.corpus.roles import SUBJECT, roles
from tidybrief.corpus.words import content_words, cue_words, in_standard, words_of
from tidybrief.extraction.alternation import one_of
from tidybrief.extraction.dates.grammar import MONTHS, WEEKDAYS
from tidybrief.extraction.grammar.word_classes import NOUN_OR_VERB, grammar_words
from tidybrief.lexicon import Lexicon

SCOPE: Final = "scope"
SEAT: Final = "seat"
CIRCUMSTANCES: Final = "circumstances"
HAPPENING: Final = "happening"
KEYS_BESIDE: Final = "keys_beside"
"""Of all figures of a sentence, where the frame has them: the clause of one may name the measure of another."""

_AGE: Final = "age"
"""A kind of figures that holds wherever its person is."""
_DATE_OR_NUMBER: Final = re.compile(
    rf"\S*\d\S*|\b(?:{one_of((*MONTHS, *WEEKDAYS))}|hundred|thousand|[mbtr]+illion)s?\b"
    r"|\b(?:[Hh]undred|[Tt]housand|[Dd]ozen|[Mm]illion)s\sof\b"
    r"|\b(?:one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve)\b(?!-)"
)

_NO_RESTRICTION: Final = re.compile(
    r"\b(?:is|are|was|were|been|be)\s+(?:\w+ly\s+)?\w+ing\b|\ba\s(?:day|week|month|year)\s(?:after|ago|later)\b"
)
"""A verb, as against "operating profit", and a time told from another, as against so much a year."""
_NUMBERED: Final = re.compile(
    rf"\b(?!(?:Series|{one_of(MONTHS)})\b)[A-Za-z]+\s(?:\d{{1,3}}|[A-Z])(?=\s+(?:of\b|(?:at|in)\s(?:the\s)?[A-Z]))",
    re.IGNORECASE,
)
"""One of several parts: "Line 3 of the metro", "Reactor 2 at the Larch plant"."""
_UNTIL_THEN: Final = re.compile(
    r"^\W*(?:Before|Until|Prior to|Originally|Formerly)\b"
    r"|\s(?:before|until)\s(?:it|its|they|their|being|the\s[a-z]+(?:ion|ment|ing))\b"
)
"""Words that let something hold of a time that is over: "Before it was renovated, the house had 900 seats"."""
_BEFORE_THAT: Final = "before"
_DONE_TO_SOME: Final = re.compile(
    r"^(?:\s[a-z-]+){1,3}?\s[a-z]+(?:ed|ilt|old|ost|ken)\s[^,;]*?\s(?:have|has|were|was|are|is)\s"
    r"(?:[a-z]+ly\s|since\s|already\s|now\s)*(?:been\s)?(?P<verb>[a-z]+(?:ed|ilt|old|ken|ught))\b"
)
"""Behind a number that opens a clause: what happened to some of those of whom something else was said first, "93 homes
burnt in the fire have been rebuilt"."""
_AGED_PART: Final = re.compile(
    r"\s(?:[a-z-]+\s){0,2}?(?P<age>(?:aged|under|over|below|above|younger than|older than)\s(?:the age of\s)?\d\d)\b"
)
"""Behind a number of people: those of some age, "40 members under 30"."""
_OF_THE_NAME: Final = re.compile(r"^\s(?:am|an der|bei|im|ob der|upon|sur|sous|de la|del|di)\s[A-Z]\w+")
"""Behind the name of a place: that it is another one of the name, "Larch upon Orne"."""
_OTHERS: Final = " others"
"""What is counted beside what was counted before."""

_REGISTERING: Final = re.compile(r"\bregistered\s(?:about\s|some\s)?$")
"""A verb, and no word that restricts."""
_UNIT: Final = "unit"
"""Of what is counted, and none of an organisation."""
_ACCORDING: Final = re.compile(r"^According to\b.*?\s{2}")
"""Opens a sentence with who tells it, up to the gap that `clauses` leaves."""
_ON_YEAR: Final = "year-on-year"
_INFLATION: Final = "inflation"
_HEADLINE: Final = "headline"
"""Inflation is told over a year, and of all prices, where nothing else is said."""
_YEAR: Final = 364
_PERIOD: Final = re.compile(
    r"(?<!from the )(?<!over the )(?<!with the )(?<!than the )(?<!inst the )(?<!than in the )"
    r"\b(?:first|second|third|fourth|last|final|opening|closing|previous)\s(?:(?:fiscal|financial)\s)?"
    r"(?:quarter|half|trimester|semester|(?:three|six|nine)\smonths)\b(?!\sof\s(?:its|the|all|those)\b)"
    r"|\b(?:three|six|nine|twelve)(?:-month\speriod|\smonths)\s(?:to|ended|ending|through|until|up\sto)\b"
    r"|\bquarter\s(?:to|ended|ending|through)\b",
    re.IGNORECASE,
)
"""The words for a period, which the row has as such: "in the third quarter", "in the three months to June"."""
_WORLDWIDE: Final = re.compile(r"\b(?:global|globally|worldwide|world)\b", re.IGNORECASE)
"""Of all markets, and not of the one at home."""
_OFFICES: Final = re.compile(
    r"\b(?:[Hh]ealth|[Ss]tatistics|[Cc]ustoms)\s(?=authorit|official|ministr|office|department|agenc)"
)
"""What an office that tells figures is for: "health officials". Of those that fine or pay, each is another."""
_VERB_OR_ADVERB: Final = re.compile(r"\b(?:[a-z]+(?:ed|ly)|struck)\b")

_Row = Mapping[str, Any]


def with_scopes(figures: pl.DataFrame, mentions: pl.DataFrame, lexicon: Lexicon) -> pl.DataFrame:
    """The figures, which have a `clause` and a `key`, with their `scope`, all that narrows what it says, the `seat` of
    what was built, which does not, and the `circumstances` that it names; of harm, what brought it about (`happening`).
    """
    named = named_in(figures, mentions, ["PLACE"])
    told = [
        _told(row, dict(named.get((row["doc_id"], row["sentence_no"]), ())), lexicon)
        for row in figures.iter_rows(named=True)
    ]
    lists = pl.List(pl.String)
    schema = pl.Schema({SCOPE: pl.String(), SEAT: pl.String(), CIRCUMSTANCES: lists, HAPPENING: lists})
    return figures.hstack(pl.DataFrame(told, schema=schema, orient="row"))


def _told(row: _Row, places: Mapping[str, str], lexicon: Lexicon) -> tuple[str, str, list[str], list[str]]:
    """The scope, the seat, the circumstances and what brought it about, of one figure."""
    clause = _without_adjuncts(row, lexicon)
    return (
        _scope(row, clause, places, lexicon),
        _seat(row, places, lexicon),
        _circumstances(row, clause, places, lexicon),
        _happenings(row, lexicon),
    )


def _scope(row: _Row, clause: str, places: Mapping[str, str], lexicon: Lexicon) -> str:
    """All that narrows what a figure says, by its clause without adjuncts."""
    if row["kind"] == _AGE:
        return ""
    told = _authority(lexicon).sub(" ", in_adverbs(_ACCORDING.sub(" ", clause).replace("per cent", "percent")))
    for name in filter(None, (row["subject"], row["attributed_to"], rate_of(row, lexicon))):
        told = told.replace(name, " ")
    if row["time_start"] is not None:
        told = _PERIOD.sub(" ", told)
    elsewhere = f"{told} {_seat_of_subject(row)}".replace(row["text"], " ")
    measured = frozenset(row["key"].split("|")[2].split(" "))
    seat = _seat(row, places, lexicon)
    where = {
        place
        for text, place in places.items()
        if text in elsewhere and place not in {row["subject_id"], seat} and not content_words(text, lexicon) <= measured
    }
    if row[AFTER].startswith(_OTHERS):
        told = told.replace(f"{row['text']}{_OTHERS}", row["text"])
    words = {found[0] for found in _restricting(lexicon).finditer(in_standard(_NO_RESTRICTION.sub(" ", told), lexicon))}
    if row["unit"] == _UNIT:
        words -= {_UNIT, f"{_UNIT}s"}
    if _REGISTERING.search(row[BEFORE]):
        words -= {"registered"}
    if _INFLATION in row["key"].split("|")[2].split(" "):
        words -= {_ON_YEAR, _HEADLINE}
    elif _is_of_a_year(row):
        words -= {_ON_YEAR}
    if row["kind"] == "percent":
        words |= {found[0].lower() for found in _WORLDWIDE.finditer(told)}
    words -= implied_by(row["kind"], frozenset(row["key"].split("|")[2].split(" ")), lexicon)
    own = content_words(row["subject"] or "", lexicon)
    where |= {found[0] for found in (_OF_THE_NAME.search(clause.partition(row["subject"] or "\0")[2]),) if found}
    where |= {found["age"] for found in (_AGED_PART.match(row[AFTER]),) if found}
    where |= {found["verb"] for found in (_DONE_TO_SOME.match(row[AFTER]),) if found}
    if _UNTIL_THEN.search(clause):
        where.add(_BEFORE_THAT)
    where |= {part.lower() for part in _NUMBERED.findall(told.replace(row["text"], " "))}
    if is_of_two(row["key"]):
        own |= frozenset(row["key"].split("|")[2].split(" "))
    return " ".join(sorted(where | {word for word in words if word not in own}))


def _seat_of_subject(row: _Row) -> str:
    """Where the subject is, right behind its name in the clause that a phrase with the figure opens: "With 410 beds,
    Mercy Hospital in Tarvo is the largest".
    """
    found = re.search(rf"{re.escape(row['subject'])}\s(?:in|at|of)\s(?:[A-Z][\w’'-]*\s?)+", row.get(MAIN) or "")
    return found[0] if found else ""


def _seat(row: _Row, places: Mapping[str, str], lexicon: Lexicon) -> str:
    """The place right behind the name of a thing that was built: "the Larch Tower in Leeds", which is only one."""
    name = row["subject"] or ""
    if name.rpartition(" ")[2].lower() not in lexicon.cues["comparisons"]["indicators"]["generic"]["thing"]:
        return ""
    found = re.search(rf"{re.escape(name)}\s(?:in|at|near)\s(?P<place>(?:[A-Z][\w’'-]*\s?)+)", row[CLAUSE])
    return next((place for text, place in places.items() if found and text in found["place"]), "")


def _circumstances(row: _Row, clause: str, places: Mapping[str, str], lexicon: Lexicon) -> list[str]:
    """The things that the clause names besides: no verbs, and nothing that the key, the scope or the period says."""
    if row["kind"] == _AGE:
        return []
    kind, _, measured, *_ = row["key"].split("|")
    kind_of_subject = row["subject_id"].partition(":")[0]
    said = " ".join(filter(None, (row["subject"], row["unit"], row["attributed_to"], *places)))
    explained = (
        frozenset(measured.split(" "))
        | content_words(re.sub(r"[:-]", " ", measured), lexicon)
        | content_words(said, lexicon)
        | vocabulary_of(kind, frozenset(measured.split(" ")), lexicon)
        | content_words(rate_of(row, lexicon), lexicon)
        | neutral_words(lexicon)
        | _measures_beside(row, lexicon)
        | (cue_words("announcing", lexicon) if row[IS_ANNOUNCED] else frozenset())
        | (words_of_deals(lexicon) if is_of_two(row["key"]) else frozenset())
        | (cue_words("building", lexicon) if measured == BUILDING else frozenset())
        | (_words_of_prices(lexicon) if PRICE in measured.split(" ") else frozenset())
        | (cue_words("wholes", lexicon) if HAD in measured else frozenset())
    )
    told = _attendant(lexicon).sub(" ", _OFFICES.sub(" ", clause) if kind != "money" else clause)
    if row["time_start"] is not None:
        told = _PERIOD.sub(" ", told)
    told = told.replace(row["text"], " ").replace(row["subject"] or "\0", SUBJECT)
    told = DESCRIBED_BEHIND.sub(SUBJECT, _legal_form(lexicon).sub(SUBJECT, told))
    words_measured = frozenset(measured.split(" "))
    is_of_owners = not words_measured.isdisjoint(cue_words("to_owners", lexicon))
    others = frozenset() if is_of_two(row["key"]) or is_of_owners else roles(told, words_measured, lexicon)
    told = taking_up(kind_of_subject, row["subject"], lexicon).sub(" ", told)
    told = without_attendants(_DATE_OR_NUMBER.sub(" ", DESCRIBED_BEFORE.sub(" ", told)), lexicon)
    words = content_words(_VERB_OR_ADVERB.sub(" ", told), lexicon)
    words |= content_words(told, lexicon) & (cue_words("turning", lexicon) | cue_words("tallies", lexicon))
    return sorted(others | {word for word in words - explained if len(word) > 1})


def _words_of_prices(lexicon: Lexicon) -> frozenset[str]:
    """What costs something, and who pays for it."""
    return cue_words("pricing", lexicon) | cue_words("payers", lexicon)


def _without_adjuncts(row: _Row, lexicon: Lexicon) -> str:
    measured = frozenset(row["key"].split("|")[2].split(" "))
    clause = without_seat(without_teller(row[CLAUSE], lexicon), lexicon)
    clause = without_actors(without_reasons(clause, row["text"], measured, lexicon), row["subject"], lexicon)
    return without_happening(clause, lexicon) if is_of_harm(measured, lexicon) else clause


def _happenings(row: _Row, lexicon: Lexicon) -> list[str]:
    """What brought about the harm that a figure counts, by its clause, or by the sentence that it goes on with."""
    measured = frozenset(row["key"].split("|")[2].split(" "))
    if not is_of_harm(measured, lexicon):
        return []
    return sorted(happenings_in(row[CLAUSE], lexicon) or happenings_in(row[CONTEXT], lexicon))


def _measures_beside(row: _Row, lexicon: Lexicon) -> frozenset[str]:
    """The measures that the figures of a sentence name."""
    told = (key.split("|") for key in row.get(KEYS_BESIDE) or ())
    return frozenset[str]().union(
        *(names_of_measures(kind, lexicon) & {*words.split(" ")} for kind, _, words, *_ in told)
    )


@lru_cache(maxsize=4)
def neutral_words(lexicon: Lexicon) -> frozenset[str]:
    """Words that name no circumstance: verbs, words of the closed classes, and those that the lexicon lists."""
    grammar = grammar_words(lexicon)
    closed = (word for word, kind in grammar.classes.items() if kind != NOUN_OR_VERB)
    cues = lexicon.cues["comparisons"]
    listed, events = cues["scopes"]["neutral"], (*cues["events"]["kinds"], *cues["events"]["kinds_by_modifier"])
    told = cue_words("turning", lexicon) | (
        words_of((noun for row in events for noun in row), lexicon) - words_of(cues["deals"]["verbs"], lexicon)
    )
    verbs = (*grammar.measuring_verbs, *grammar.stating_results, *grammar.nouns_of_changes)
    return words_of((*closed, *verbs, *grammar.qualifiers, *listed), lexicon) - told


def _is_of_a_year(row: _Row) -> bool:
    """Whether a change in the period of a figure is one over a year."""
    start, end = row["time_start"], row["time_end"]
    return start is not None and end is not None and (end - start).days >= _YEAR


@lru_cache(maxsize=4)
def _legal_form(lexicon: Lexicon) -> re.Pattern[str]:
    """The subject with its legal form behind it: "Acme plc"."""
    forms = one_of(lexicon.cues["name_cues"]["organisation"]["legal_forms"].split())
    return re.compile(rf"{SUBJECT},?\s(?:{forms})(?![\w])")


@lru_cache(maxsize=4)
def _attendant(lexicon: Lexicon) -> re.Pattern[str]:
    """What opens a sentence with something that came before, or along with it, up to the gap that `clauses` leaves."""
    return re.compile(rf"^(?:{one_of(lexicon.cues['comparisons']['scopes']['attendant'])})\b.*?\s{{2}}", re.IGNORECASE)


@lru_cache(maxsize=4)
def _authority(lexicon: Lexicon) -> re.Pattern[str]:
    """Who decides or tells, and where they sit: "a court in Ostby", which is not where the figure holds."""
    nouns = one_of(lexicon.cues["comparisons"]["scopes"]["authorities"])
    return re.compile(rf"\b(?:{nouns})s?\s(?:in|of|from)\s(?:the\s)?(?:[A-Z][\w’'-]*\s?)+")


@lru_cache(maxsize=4)
def _restricting(lexicon: Lexicon) -> re.Pattern[str]:
    cues = lexicon.cues["comparisons"]["scopes"]
    return re.compile(rf"\b(?:{one_of((*cues['restrictions'], *cues['parts']))})s?\b")
