"""Words of a clause that restrict nothing.

What belongs here: leaving out who tells something and to whom ("told investors in Oslo that"), where the organisation
sits that the clause is about ("the Oslo start-up"), and why it came about ("because of weak demand"). What is left of a
clause is read by those who compare.
"""

import re
from collections.abc import Set
from functools import lru_cache
from typing import Final

from tidybrief.corpus.roles import SUBJECT
from tidybrief.corpus.words import base_of, cue_words
from tidybrief.extraction.alternation import one_of
from tidybrief.extraction.grammar.word_classes import grammar_words
from tidybrief.lexicon import Lexicon

DESCRIBED_BEFORE: Final = re.compile(
    rf"(?:[Tt]he\s|[Aa]n?\s)?(?:(?!(?:of|in|at|by|for|from|on|to|with|near|over|and)\s)\b[A-Za-z-]+\s){{0,2}}{SUBJECT}"
)
"""The subject with what it is, right before its name: "the ferry operator Aldous"."""

DESCRIBED_BEHIND: Final = re.compile(rf"{SUBJECT}\s+(?:an?|the|one of the)\s(?:(?!with\s)[\w-]+\s){{1,5}}(?=with\s)")
"""The same in an apposition, up to its number: "Aldous, a ferry operator with 40 ships"."""


_ON_A_DAY: Final = r"on\s(?:[A-Z][a-z]+(?:\s\d{1,2})?|\d{1,2}\s[A-Z][a-z]+)"
_GIVING: Final = re.compile(r"^\s*(?:[A-Z][\w.&’'-]*\s){1,5}(?:gives|gave|puts|quotes|quoted|states|stated)\s(?=the\s)")
"""Opens a clause with who gives a figure: "Aldous gives the range of the Kestrel as"."""


def without_teller(clause: str, lexicon: Lexicon) -> str:
    """The clause without those words of its opening that only say who tells what follows, and to whom."""
    return _counting(lexicon).sub("", _GIVING.sub("", _telling(lexicon).sub("", clause)))


def without_seat(clause: str, lexicon: Lexicon) -> str:
    """The clause without the place in the words that open it for an organisation."""
    return _seated(lexicon).sub(r"\g<article>\g<noun>", clause)


def without_actors(clause: str, subject: str, lexicon: Lexicon) -> str:
    """The clause without those who act or count for its subject: "Mercy Hospital treated" of "doctors at Mercy Hospital
    treated".
    """
    return _acting(lexicon).sub(SUBJECT, clause.replace(subject, SUBJECT)).replace(SUBJECT, subject)


def without_reasons(clause: str, figure: str, measured: Set[str], lexicon: Lexicon) -> str:
    """The clause without the reasons that it gives after the figure for what is `measured`.

    Of what is done once, and of those who come to harm, the reason tells which it was.
    """
    if not measured.isdisjoint(cue_words("acts", lexicon) | cue_words("tallies", lexicon)):
        return clause
    before, found, after = clause.partition(figure)
    return f"{before}{found}{_reasoning(lexicon).sub('', after)}"


def without_description(clause: str, subject: str) -> str:
    """The clause without what its subject is, right before the name: "the pasta maker Aldous"."""
    return DESCRIBED_BEFORE.sub(subject, clause.replace(subject, SUBJECT))


@lru_cache(maxsize=4)
def _telling(lexicon: Lexicon) -> re.Pattern[str]:
    turning = cue_words("turning", lexicon)
    verbs = [verb for verb in grammar_words(lexicon).stating if base_of(verb, lexicon) not in turning]
    return re.compile(
        rf"^[^,;:\d]*?\b(?:(?:{one_of(verbs)})\b[^,;:]*?\bthat\s|(?:said|says)(?:\s(?:yesterday|today|{_ON_A_DAY}))?\s(?!in\b|at\b))"
    )


@lru_cache(maxsize=4)
def _counting(lexicon: Lexicon) -> re.Pattern[str]:
    """A body that only counts, or gives, what its verb is about: "The insurance association put the damage at"."""
    bodies = one_of(lexicon.cues["comparisons"]["scopes"]["bodies"])
    where = r"(?:(?:in|of|for|at)\s(?:the\s)?(?:[A-Z]\S*\s){1,3})?"
    counting = "puts?|gives?|gave|estimate[sd]|measure[sd]|(?:count|record|register|list)(?:s|ed)|log(?:s|ged)"
    return re.compile(rf"^\s*[Tt]he\s(?:[a-z-]+\s){{0,3}}?(?:{bodies})\s{where}(?=(?:{counting})\s)")


@lru_cache(maxsize=4)
def _acting(lexicon: Lexicon) -> re.Pattern[str]:
    """Who acts for the subject, between the opening of the clause and its verb."""
    actors = one_of(lexicon.cues["comparisons"]["scopes"]["acting_for"])
    return re.compile(
        rf"(?:^|(?<=\s\s))\s*(?:[Tt]he\s)?(?i:{actors})\s(?:of|at|in|for)\s(?:the\s)?{SUBJECT}(?=\s(?:[a-z]+ly\s)?[a-z])"
    )


@lru_cache(maxsize=4)
def _seated(lexicon: Lexicon) -> re.Pattern[str]:
    nouns = one_of(lexicon.cues["relations"]["organisation_nouns"])
    return re.compile(rf"^(?P<article>\s*[Tt]he\s)(?:[A-Z][\w.’'-]*\s){{1,2}}(?P<noun>(?:[a-z-]+\s)?(?:{nouns})\b)")


@lru_cache(maxsize=4)
def _reasoning(lexicon: Lexicon) -> re.Pattern[str]:
    return re.compile(rf"\s(?:{one_of(lexicon.cues['comparisons']['scopes']['reasons'])})\s.*$")
