"""What a sentence says of an event beside its date.

What belongs here: which part of the event the date is for, how plainly that is said, and whether the words name the
event alone, so that nothing tells it from another. Which dates are of one event is decided in `event_points`.
"""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Final

from tidybrief.corpus.scopes import neutral_words
from tidybrief.corpus.words import content_words, words_of
from tidybrief.lexicon import Lexicon

START, KNOWN, END = "start", "known", "end"
_MARK: Final = re.compile(r"[,;:()—–]")
_DEFINITE: Final = re.compile(r"\b[Tt]he\s+$")
_TOLD_APART: Final = re.compile(r"\s+(?:that|which)\b")

Span = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Telling:
    """What the clause of an event says. `part` is the part of it that the date is for, where the words tell;
    `is_unmistakable` says that they can mean nothing else, `is_bare` that they name nothing but the event and its
    place: "the strike in Orno".
    """

    part: str
    is_unmistakable: bool
    is_bare: bool


def telling(sentence: str, noun: Span, date: Span, places: Sequence[Span], lexicon: Lexicon) -> Telling:
    """What the sentence says of the event of this noun on this date; `places` are the spans of names there."""
    low, high = _clause(sentence, noun, date)
    before, after = sentence[low : noun[0]], sentence[noun[1] : high]
    cues = _cues(lexicon)
    has_entered = cues.entering.search(before) is not None or sentence[slice(*noun)].lower() in cues.acts
    if noun[1] <= date[0]:
        told = sentence[noun[1] : date[0]]
    else:
        opening = sentence[: date[0]].rsplit(maxsplit=1)[-1:]
        told = f"{''.join(opening)} {sentence[date[1] : noun[0]]} {after}"
    of_which = next((part for part, cue in ((START, cues.start_of), (END, cues.end_of)) if cue.search(before)), None)
    parts = ((END, cues.ending), (KNOWN, cues.becoming_known), (START, cues.beginning))
    part = of_which or next((part for part, cue in parts if cue.search(told)), START if has_entered else "")
    is_named = has_entered or (_DEFINITE.search(before) is not None and _TOLD_APART.match(after) is None)
    return Telling(
        part=part,
        is_unmistakable=cues.unmistakable.search(told) is not None or has_entered or of_which is not None,
        is_bare=is_named and _says_no_more(sentence, (low, high), (noun, date, *places), lexicon),
    )


def _clause(sentence: str, noun: Span, date: Span) -> Span:
    """The clause in which the noun stands; a comma within the date ends none."""
    marks = [mark.start() for mark in _MARK.finditer(sentence) if not date[0] <= mark.start() < date[1]]
    low = max((mark + 1 for mark in marks if mark < noun[0]), default=0)
    return low, min((mark for mark in marks if mark >= noun[1]), default=len(sentence))


def _says_no_more(sentence: str, clause: Span, known: Sequence[Span], lexicon: Lexicon) -> bool:
    """Whether the clause has no telling words outside the known spans."""
    left = list(sentence[clause[0] : clause[1]])
    for start, end in known:
        for place in range(max(start, clause[0]), min(end, clause[1])):
            left[place - clause[0]] = " "
    return content_words("".join(left), lexicon) <= _saying_no_more(lexicon)


@dataclass(frozen=True, slots=True)
class _Cues:
    """The lexicon's words for parts of events, compiled."""

    beginning: re.Pattern[str]
    becoming_known: re.Pattern[str]
    ending: re.Pattern[str]
    unmistakable: re.Pattern[str]
    entering: re.Pattern[str]
    acts: frozenset[str]
    start_of: re.Pattern[str]
    end_of: re.Pattern[str]


@lru_cache(maxsize=4)
def _cues(lexicon: Lexicon) -> _Cues:
    cues = lexicon.cues["comparisons"]["events"]
    return _Cues(
        beginning=any_of(cues["beginning"]),
        becoming_known=any_of(cues["becoming_known"]),
        ending=any_of(cues["ending"]),
        unmistakable=any_of(cues["unmistakable"]),
        entering=re.compile(rf"{any_of(cues['entering']).pattern}\s+$"),
        acts=frozenset(cues["acts"]),
        start_of=before_of(cues["starts"]),
        end_of=before_of(cues["ends"]),
    )


@lru_cache(maxsize=4)
def _saying_no_more(lexicon: Lexicon) -> frozenset[str]:
    cues = lexicon.cues["comparisons"]["events"]
    names = ("beginning", "ending", "unmistakable", "entering", "taking_part", "starts", "ends")
    return neutral_words(lexicon) | words_of((phrase for name in names for phrase in cues[name]), lexicon)


def before_of(nouns: Sequence[str]) -> re.Pattern[str]:
    """A pattern of any of the nouns as what is told of the next one: "the start of the"."""
    return re.compile(rf"{any_of(nouns).pattern}\s+of\s+(?:the\s+|an?\s+)?$", re.IGNORECASE)


def any_of(words: Sequence[str] | Mapping[str, object]) -> re.Pattern[str]:
    """A pattern of any of the words as a whole, in either case."""
    alternatives = "|".join(re.escape(word) for word in sorted(words, key=len, reverse=True))
    return re.compile(rf"\b(?:{alternatives})\b", re.IGNORECASE)
