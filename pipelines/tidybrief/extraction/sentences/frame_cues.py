"""The words that frame what a sentence says: verbs of saying, modals, sources, conditions.

What belongs here: the lexicon's cues as sets and patterns. What they make of a sentence stands in `factuality`.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache

from tidybrief.extraction.alternation import one_of
from tidybrief.lexicon import Lexicon

CLAUSE_MARKS = frozenset(",;:()—–")
COORDINATORS = frozenset(("and", "but", "or", "yet", "while", "although", "though", "whereas"))
_IS_CONTRACTED = ("’s", "'s")
BE_PRESENT = frozenset((*_IS_CONTRACTED, "is", "are", "am", "it’s", "it's", "they’re", "they're", "be"))
BE_PAST = frozenset(("was", "were"))
WILL_CONTRACTED = ("’ll", "'ll")


@dataclass(frozen=True, slots=True)
class FrameCues:
    """The cues of a sentence's frame, in lower case."""

    says: frozenset[str]
    after_source: frozenset[str]
    only_after_source_noun: frozenset[str]
    only_after_document: frozenset[str]
    announces: frozenset[str]
    source_nouns: frozenset[str]
    acting_sources: frozenset[str]
    reckons: frozenset[str]
    framing: frozenset[str]
    may_speak: frozenset[str]
    """All first words of what may tell that somebody speaks."""
    between_clauses: frozenset[str]
    modals: frozenset[str]
    abilities: frozenset[str]
    """Verbs behind "could" that tell what was so."""
    aims: frozenset[str]
    subordinators: frozenset[str]
    auxiliaries: frozenset[str]
    past_verbs: frozenset[str]
    source_phrase: re.Pattern[str]
    """Sought in the sentence behind a space, as are `signals`: to find what is behind a sign between words is faster
    than to find what is at the border of a word."""
    imagine: re.Pattern[str]
    condition: re.Pattern[str]
    says_and_acts: frozenset[str]
    claimed_without_words: frozenset[str]
    opening_document: re.Pattern[str]
    return_to_fact: re.Pattern[str]
    ahead: re.Pattern[str]
    signals: re.Pattern[str]


@lru_cache(maxsize=4)
def frame_cues(lexicon: Lexicon) -> FrameCues:
    """The cues of this lexicon, compiled once."""
    cues: Mapping[str, list[str]] = lexicon.cues["factuality"]
    speaking = {*cues["says"], *cues["says_after_source"], *cues["only_after_document"], *cues["announces"]}
    ahead = one_of(cues["ahead_after_be"])
    return FrameCues(
        says=frozenset(cues["says"]),
        after_source=frozenset(cues["says_after_source"]),
        only_after_source_noun=frozenset(cues["only_after_source_noun"]),
        announces=frozenset(cues["announces"]),
        source_nouns=frozenset(cues["source_nouns"]),
        only_after_document=frozenset(cues["only_after_document"]),
        acting_sources=frozenset(cues["acting_sources"]),
        reckons=frozenset(cues["reckons"]),
        framing=frozenset(speaking),
        may_speak=frozenset(phrase.partition(" ")[0] for phrase in (*speaking, *cues["only_after_source_noun"])),
        between_clauses=CLAUSE_MARKS | COORDINATORS | frozenset(cues["subordinators"]),
        modals=frozenset(cues["modals"]),
        abilities=frozenset(cues["abilities"]),
        aims=frozenset(cues["aims"]),
        subordinators=frozenset(cues["subordinators"]),
        auxiliaries=frozenset(cues["auxiliaries"]),
        past_verbs=frozenset(cues["past_verbs"]),
        source_phrase=re.compile(rf"\W(?:{one_of(cues['source_phrases'])})\b(?!\s+(?:which|whom|plan\b))"),
        imagine=re.compile(rf"(?:(?:and|but|now|so|then|please),?\s+)?(?:{one_of(cues['imagine'])})\b"),
        condition=re.compile(rf"(?:{one_of(cues['conditions'])})\b"),
        says_and_acts=frozenset(cues["says_and_acts"]),
        claimed_without_words=frozenset(cues["claimed_without_words"]),
        opening_document=re.compile(
            r"(?:in \d+, )?(?:(?:the|an?|its|this|one|another|their) )?(?:[\w-]+ ){0,3}?"
            rf"(?:{one_of(cues['documents'])}) (?:by|from|of|in|on|released|published|commissioned|conducted)\b"
        ),
        return_to_fact=re.compile(rf"(?:{one_of(cues['returns_to_fact'])})\b"),
        ahead=re.compile(rf"(?:{ahead})\b"),
        signals=re.compile(
            rf"\W(?:(?:{one_of({*speaking, *cues['modals']}.difference(WILL_CONTRACTED))})|ll(?<=[’']ll)"
            rf"|(?:{one_of((BE_PRESENT | BE_PAST).difference(_IS_CONTRACTED))}|s(?<=\w[’']s)) (?:{ahead}))\b"
        ),
    )
