"""What the indicator of a figure says in its clause.

What belongs here: what the words around a figure make of its indicator, so that a change, a level, a side of a deal and
the words for the subject itself are told in one way. What is measured is decided in `keys`.
"""

import re
from collections.abc import Mapping
from functools import lru_cache
from typing import Any, Final

from tidybrief.corpus.clauses import AFTER, BEFORE, CLAUSE
from tidybrief.corpus.frequencies import how_often
from tidybrief.corpus.hedges import hedges
from tidybrief.corpus.levels import of_the_change, of_the_level
from tidybrief.corpus.words import content_words, cue_words
from tidybrief.extraction.alternation import one_of
from tidybrief.extraction.grammar.word_classes import grammar_words
from tidybrief.lexicon import Lexicon

_BY_THEN: Final = re.compile(r"\b[Bb]y\b")
_VALUATION: Final = "valuation"
_POPULATION: Final = "population"
_SETTLEMENT_OF: Final = re.compile(
    r"\ba (?:[a-z-]+ )?(?:town|city|village|municipality|suburb|country|nation) of (?:about |some |around )?$"
)
"""Before a number of people: those who live there."""
_IN_A_NEW: Final = re.compile(r"\b(?P<into>(?:in|for|on)\s(?:an?|its|their|the)\s)new\s")
"""What money is for is new, and not the money."""
_DEALT_WITH: Final = re.compile(r"\s(?:from|with)\s(?:[A-Z][\w&.’'-]*\s?){1,5}$")
"""With whom a subject deals."""
_ARTICLE: Final = r"(?:an?\s|its\s|their\s|the\s)?"
_NOUN: Final = r"(?:[a-z-]+\s)?[a-z-]+"
_AMOUNT: Final = re.compile(r"[$€£]\d|\d%|\d (?:[mb]illion|percent|per cent)\b|\d,\d{3}\b")
_SHOWING: Final = re.compile(
    r"^(?:\d{4}\s)?(?:accounts|results|figures|books|records|data)\s(?:show|showed|reveal|revealed|put)\s"
)
"""What tells a figure, before what it is of: "2023 accounts show revenue"."""
_SUBJECT: Final = "\0"
_DESCRIBED: Final = re.compile(
    rf"\b(?:of|by|at|in|from)\s(?P<description>(?P<article>the\s|an?\s)?"
    rf"(?:(?!(?:of|by|at|in|from|for|to|with|on|and)\s)[A-Za-z-]+\s){{0,2}}"
    rf"(?!(?:of|by|at|in|from|for|to|with|on|and)\s)(?P<last>[A-Za-z-]+)\s){_SUBJECT}"
)


def indicator_in_its_clause(row: Mapping[str, Any], lexicon: Lexicon) -> str:
    """What the words around a figure make of its indicator, without the name or the noun by which it takes up its
    subject.
    """
    subject_type = (row["subject_id"] or "").partition(":")[0]
    return _taking_up(subject_type, _last_word(row["subject"]), lexicon).sub(" ", _measured(row, lexicon))


def _measured(row: Mapping[str, Any], lexicon: Lexicon) -> str:
    """The indicator for what the words around the figure make of it."""
    clause = row[CLAUSE]
    if not clause:
        return row["indicator"] or ""
    indicator = _of_its_own(without_attendants(_SHOWING.sub("", row["indicator"] or ""), lexicon), row, lexicon)
    if row["subject"] and row["subject"] in indicator:
        indicator = _without_description(indicator, row["subject"], lexicon)
    if row["kind"] == "money" and _is_what_it_is_valued_at(row, lexicon):
        return _VALUATION
    indicator = of_the_change(
        of_the_level(indicator, row[BEFORE], lexicon), row["kind"], row[BEFORE], row[AFTER], lexicon
    )
    ended, verb_of_ending = _ending(lexicon)
    if ended.search(clause):
        indicator = verb_of_ending.sub(" ", indicator)
    if row["kind"] != "count":
        return _IN_A_NEW.sub(r"\g<into>", _as_received(indicator, row["subject"], lexicon))
    if _SETTLEMENT_OF.search(row[BEFORE]):
        return _POPULATION
    had_joined, joining = _joining(lexicon)
    if had_joined.search(row[BEFORE]) and _BY_THEN.search(clause):
        indicator = joining.sub(" ", indicator)
    return how_often(_DEALT_WITH.sub("", _on_its_side(indicator, row, lexicon)), row[AFTER])


def _of_its_own(indicator: str, row: Mapping[str, Any], lexicon: Lexicon) -> str:
    """The indicator without what the clause tells of another figure: "profit" of the "profit on revenue" in "a profit
    of $4 million on revenue of $40 million", and "revenue" for the other one.
    """
    own = _governed(lexicon).search(row[BEFORE])
    beside = own["beside"] or row[CLAUSE].partition(row[BEFORE])[0] if own else ""
    if own and own["own"] in indicator and _AMOUNT.search(beside):
        return own["own"]
    if other := _governing_next(lexicon).match(row[AFTER]):
        return re.sub(rf"\s(?:at|on|with|from)\s{_ARTICLE}{other['other']}\b.*", "", indicator)
    return indicator


@lru_cache(maxsize=4)
def _governed(lexicon: Lexicon) -> re.Pattern[str]:
    """Right before an amount: what it is one of, and what stands beside that in the clause."""
    return re.compile(rf"^(?P<beside>.*)\s(?:(?:at|on|with|from)\s)?{_ARTICLE}(?P<own>{_NOUN}) of {hedges(lexicon)}$")


@lru_cache(maxsize=4)
def _governing_next(lexicon: Lexicon) -> re.Pattern[str]:
    """After an amount: what the next one is one of."""
    return re.compile(rf"\s(?:at|on|with|from)\s{_ARTICLE}(?P<other>{_NOUN}) of {hedges(lexicon)}[$€£\d]")


def _without_description(indicator: str, subject: str, lexicon: Lexicon) -> str:
    """The indicator without what its subject is, right before the name: "revenue of the pizza maker Aldous"."""
    found = _DESCRIBED.search(indicator.replace(subject, _SUBJECT))
    if found and (found["article"] or found["last"].lower() in grammar_words(lexicon).takers):
        return indicator.replace(found["description"], "")
    return indicator


def _is_what_it_is_valued_at(row: Mapping[str, Any], lexicon: Lexicon) -> bool:
    """Whether the words before an amount say that somebody values its subject at it, whoever that is."""
    found = _valuing(lexicon).search(row[BEFORE])
    return found is not None and found["name"] == row["subject"]


def _on_its_side(indicator: str, row: Mapping[str, Any], lexicon: Lexicon) -> str:
    """The indicator as the subject sees it: what is bought from a company, it sells; who buys from it stays as is."""
    cues = lexicon.cues["comparisons"]["indicators"]
    if not content_words(row["unit"], lexicon).isdisjoint(cue_words("dealing", lexicon)):
        return indicator
    for said, done in cues["converses"].items():
        indicator = indicator.replace(f"{said} {row['subject']}", done)
    return indicator


def _as_received(indicator: str, subject: str | None, lexicon: Lexicon) -> str:
    """The indicator as the subject sees it: what is given to it, it receives."""
    found = _giving(lexicon).search(indicator) if subject else None
    if found is None or not indicator.startswith(subject or "", found.end()):
        return indicator
    return f"{indicator[: found.start()]}{found['gift']} received{indicator[found.end() + len(subject or '') :]}"


@lru_cache(maxsize=4)
def _giving(lexicon: Lexicon) -> re.Pattern[str]:
    gifts = one_of(lexicon.cues["comparisons"]["indicators"]["given"])
    return re.compile(rf"\b(?P<gift>{gifts}) to (?:the )?", re.IGNORECASE)


def without_attendants(words: str, lexicon: Lexicon) -> str:
    """The words up to those that tell who took part: "a round" of "a round led by Larch Capital"."""
    return _attended(lexicon).sub("", words)


@lru_cache(maxsize=4)
def _attended(lexicon: Lexicon) -> re.Pattern[str]:
    return re.compile(rf"\s(?:{one_of(lexicon.cues['comparisons']['indicators']['attended'])})\b.*")


@lru_cache(maxsize=4)
def _ending(lexicon: Lexicon) -> tuple[re.Pattern[str], re.Pattern[str]]:
    """How a clause says with what a period was over, "ended 2023 with", and what an indicator takes along of that."""
    verbs = one_of(lexicon.cues["comparisons"]["periods"]["ending"])
    return (
        re.compile(rf"\b(?:{verbs})\s+(?:the\s+)?(?:year\b|(?:\w+\s+){{0,2}}(?:19|20)\d\d)"),
        re.compile(rf"\b(?:{verbs})\b(?: (?:the )?year\b)?(?: by\b.*)?"),
    )


@lru_cache(maxsize=4)
def _joining(lexicon: Lexicon) -> tuple[re.Pattern[str], re.Pattern[str]]:
    """That people had come to be among those counted before, and how."""
    joining = rf"\b(?:{one_of(lexicon.cues['comparisons']['indicators']['joining'])})\b"
    return re.compile(rf"\bhad\s+(?:already\s+)?{joining}"), re.compile(joining)


@lru_cache(maxsize=4)
def _valuing(lexicon: Lexicon) -> re.Pattern[str]:
    return re.compile(rf"\b[Vv]alu(?:e|es|ed|ing) (?:the )?(?P<name>[A-Z][^,;:()]{{0,60}}?) at {hedges(lexicon)}$")


def taking_up(subject_type: str, name: str | None, lexicon: Lexicon) -> re.Pattern[str]:
    """How a clause takes up a subject of this type and name without the name: "The retailer ran 40 shops"."""
    return _opening(subject_type, _last_word(name), lexicon)


@lru_cache(maxsize=256)
def _opening(subject_type: str, last: str, lexicon: Lexicon) -> re.Pattern[str]:
    nouns = _nouns_for(subject_type, last, lexicon)
    return re.compile(rf"\b[Tt]he\s(?:[a-z-]+\s){{0,2}}?(?:{one_of(nouns)})\b(?!\sof\b)" if nouns else r"(?!)")


def _last_word(name: str | None) -> str:
    return (name or "").rpartition(" ")[2].lower()


def _nouns_for(subject_type: str, last: str, lexicon: Lexicon) -> list[str]:
    """The common nouns for a subject of this type, and the last word of its name where that says what it is."""
    generic = lexicon.cues["comparisons"]["indicators"]["generic"]
    return [*generic.get(subject_type, ()), *(noun for noun in generic["thing"] if noun == last)]


@lru_cache(maxsize=256)
def _taking_up(subject_type: str, last: str, lexicon: Lexicon) -> re.Pattern[str]:
    """How an indicator takes up a subject of this type without its name: "in the town", "a firm with a staff"."""
    nouns = _nouns_for(subject_type, last, lexicon)
    if not nouns:
        return re.compile(r"(?!)")
    noun = rf"(?:{one_of(nouns)})\b"
    kind = rf"(?:(?:the|its)\s(?:[a-z-]+\s){{0,2}}?)?{noun}"
    as_subject, as_name = rf"^{kind}(?:['’]s\b|(?=\sof\b))", rf"\bthe\s{noun}(?=\sof\s[A-Z])"
    as_modifier = rf"^{noun}\s(?=[a-z-]+(?:\sof\b|\sfor\b|$))" if subject_type == "place" else r"(?!)"
    as_apposition = rf"^(?:[\w-]+\s){{0,4}}{noun}\s(?:[^,]*\s)?with\s(?:an?\s|its\s)?"
    as_object = rf"\bthe\s{noun}(?=$|\s(?:in|for|by|on|at|with)\b)"
    by_preposition = rf"\b(?:of|in|at|by|for|on|to|from|with|against)\s{kind}"
    return re.compile(rf"{as_modifier}|{as_apposition}|{as_subject}|{as_name}|{by_preposition}|{as_object}")
