"""Modality: whether the words around a number, a time or a name tell what is, or only what may come or be.

What belongs here: telling by the verb that governs a place in a sentence that it is expected, aimed at or held
possible, and that a bond between two names is over. What does not: whose words a sentence has and whether it is
imagined (`extraction` tells that of whole sentences).

A sentence that somebody says, or that tells something else as a fact, may hold a goal: "the ministry said it plans to
build 30 schools". So the place itself is asked, not the sentence.
"""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache
from typing import Final

import polars as pl

from tidybrief.extraction.alternation import one_of
from tidybrief.extraction.grammar.word_classes import (
    ADVERB,
    AUXILIARY,
    CONJUNCTION,
    DETERMINER,
    GERUND,
    NOUN,
    NOUN_OR_VERB,
    OF,
    PARTICIPLE,
    PREPOSITION,
    PRONOUN,
    VERB,
    class_of,
    grammar_words,
)
from tidybrief.lexicon import load_lexicon

FORECAST: Final = "forecast"
AIM: Final = "aim"
POSSIBILITY: Final = "possibility"
MODALITIES: Final = (FORECAST, AIM, POSSIBILITY)
"""What a place may be told as, if not as so."""

_TOKEN: Final = re.compile(r"[^\W\d_]+(?:[’'-][^\W\d_]+)*|\d+|[,;:()—–]|--")
_CLAUSE_MARK: Final = re.compile(r"[;:()—–]|--")
_HARD_MARKS: Final = frozenset((*";:—–", "--"))
_MARKS_BETWEEN_CLAUSES: Final = _HARD_MARKS - {":"}
"""What stands behind a colon belongs to what leads to it: "a target: 40 ships"."""
_BE: Final = frozenset(("is", "are", "was", "were", "be", "been", "being"))
_PAST_AUXILIARIES: Final = frozenset(("was", "were", "had", "did"))
_NOT_FINITE: Final = frozenset(("be", "been", "being", "having"))
_LINKING: Final = _BE | {"remains", "remain", "stands", "stand", "totals", "equals"}
"""Verbs that say of their subject what it is, so that the subject tells whether that is aimed at."""
_BEFORE_BASE_FORM: Final = frozenset(("to", "and", "or", "not", "also", ","))
"""Words after which a verb that may be in its base form heads no clause."""
_OPENING_MARKS: Final = (",", "(", "and")
_BEFORE_A_PARTICIPLE: Final = (NOUN, NOUN_OR_VERB, PRONOUN, ADVERB)
_BEHIND_A_PARTICIPLE: Final = frozenset(
    ("at", "by", "in", "of", "to", "with", "for", "from", "on", "as", "under", "within", "between", "through", "into")
)
"""Words that tell "aircraft valued at" from "the fleet valued safety"."""
_RELATIVES: Final = frozenset(("which", "who", "whose", "whom", "where", "that"))
_NO_SUBJECT: Final = (VERB, PARTICIPLE, GERUND, PREPOSITION, OF, AUXILIARY, CONJUNCTION)
"""Classes of words that stand in no phrase that opens a clause."""
_WORDS_OF_A_PHRASE: Final = 4


@dataclass(frozen=True, slots=True)
class _Cues:
    """The lexicon's words, compiled."""

    phrases: Mapping[str, re.Pattern[str]]
    any_of_them: re.Pattern[str]
    conditions: frozenset[str]
    subjects: Mapping[str, str]
    partings: frozenset[str]
    done_before: frozenset[str]
    held_against: re.Pattern[str]
    own_wishes: frozenset[str]
    duties: frozenset[str]
    estimates: frozenset[str]
    now: frozenset[str]
    ended: re.Pattern[str]


@lru_cache(maxsize=1)
def _cues() -> _Cues:
    cues = load_lexicon().cues["briefing"]
    modality = cues["modality"]
    every = [phrase for name in (*MODALITIES, "conditions", "aimed_at", "expected") for phrase in modality[name]]
    return _Cues(
        phrases={kind: re.compile(rf"(?<![\w-])(?:{one_of(modality[kind])})(?![\w-])") for kind in MODALITIES},
        any_of_them=re.compile(rf"(?i)\b(?:{one_of(every)})\b"),
        conditions=frozenset(modality["conditions"]),
        subjects=dict.fromkeys(modality["expected"], FORECAST) | dict.fromkeys(modality["aimed_at"], AIM),
        partings=frozenset(modality["partings"]),
        done_before=frozenset(modality["done_before"]),
        held_against=re.compile(rf"\b(?:{one_of(modality['held_against'])})(?!\w)"),
        own_wishes=frozenset(modality["own_wishes"]),
        duties=frozenset(modality["duties"]),
        estimates=frozenset(modality["estimates"]),
        now=frozenset(modality["now"]),
        ended=re.compile(rf"(?<![\w])(?:{one_of(cues['bonds']['ended'])})(?!\w)"),
    )


def may_be_modal(sentences: pl.Expr) -> pl.Expr:
    """Which of these texts hold a word by which something in them may be told as not so."""
    return sentences.str.contains(_cues().any_of_them.pattern).fill_null(value=False)


def modality_of(sentence: str, start: int, end: int, *, floor: int = 0, is_time: bool = False) -> str:
    """As what the place from `start` to `end` of a sentence is told: one of `MODALITIES`, "" as so.

    Words before `floor` do not count. A time may be that at which something is said, which is as so.
    """
    if not _cues().any_of_them.search(sentence, floor):
        return ""
    return _reading(sentence, floor).of(start, end, is_time=is_time)


def has_ended(sentence: str, start: int) -> bool:
    """Whether the clause before a name tells that its bond to another is over: "sold its brand Lumen"."""
    clause = _CLAUSE_MARK.split(sentence[:start])[-1]
    return _cues().ended.search(clause) is not None and not modality_of(sentence[:start], start, start)


class _Reading:
    """A sentence as words with the cues among them."""

    def __init__(self, sentence: str, floor: int) -> None:
        opening = sentence[floor : floor + 1].lower()
        is_month = sentence.startswith("May ", floor)
        readable = sentence if is_month or len(opening) != 1 else f"{sentence[:floor]}{opening}{sentence[floor + 1 :]}"
        self._tokens = [(found[0], found.start(), found.end()) for found in _TOKEN.finditer(readable, floor)]
        self._ending: dict[int, tuple[str, int]] = {}
        self._opening: dict[int, str] = {}
        self._wishes: set[int] = set()
        self._held_against = {found.end() for found in _cues().held_against.finditer(readable, floor)}
        for kind, pattern in _cues().phrases.items():
            for found in pattern.finditer(readable, floor):
                self._ending[found.end()] = kind, len(found[0].split())
                self._opening[found.start()] = kind
                if found[0] in _cues().own_wishes:
                    self._wishes.add(found.start())
        self._grammar = grammar_words(load_lexicon())

    def of(self, start: int, end: int, *, is_time: bool) -> str:
        """As what the place is told."""
        before = [index for index, (_, _, stop) in enumerate(self._tokens) if stop <= start]
        after = next((index for index, (_, begin, _) in enumerate(self._tokens) if begin >= end), len(self._tokens))
        if before and self._tokens[before[-1]][0] in _cues().now:
            return ""
        told = self._as_subject(len(before) - 1, after) or self._before(len(before) - 1, is_time=is_time)
        if told is None:
            is_of_subject = not is_time and (not before or self._class(self._tokens[before[-1]][0]) != PREPOSITION)
            told = self._behind(after, is_of_subject=is_of_subject)
        return told or self._of_its_phrase(after)

    def _as_subject(self, last: int, first: int) -> str:
        """What the verb right behind tells of a phrase that opens a clause after a comma: "now that it has passed, the
        $130 billion will go to schools"."""
        opening = [self._word(index) for index in range(last, last - _WORDS_OF_A_PHRASE, -1)]
        if "," not in opening or any(self._class(word) in _NO_SUBJECT for word in opening[: opening.index(",")]):
            return ""
        for index in range(first, len(self._tokens)):
            word, begin, _ = self._tokens[index]
            if begin in self._opening:
                return self._opening[begin]
            if not word[0].isalnum() or word in self._grammar.stating or self._tells(index):
                return ""
        return ""

    def _before(self, last: int, *, is_time: bool) -> str | None:
        """What governs from the left; "" where a verb tells it as so, None where no verb stands there.

        What a verb of saying is followed by is said, but for the time at which it is: "announced in May".
        """
        nothing_told: str | None = None
        for index in range(last, -1, -1):
            word, _, stop = self._tokens[index]
            if stop in self._ending:
                return self._of_cue(index, last)
            if word in _cues().conditions:
                return POSSIBILITY
            if word in self._grammar.stating:
                between = {self._class(one[0]) for one in self._tokens[index + 1 : last + 1]}
                return "" if is_time and between <= {PREPOSITION} else nothing_told
            if word in _MARKS_BETWEEN_CLAUSES or word in _cues().partings:
                break
            if self._tells(index) or self._tells_what_was_done(index) or self._is_held_against(index, last):
                return self._of_clause(index)
            if self._may_tell(index):
                nothing_told = ""
        return nothing_told

    def _of_cue(self, end: int, last: int) -> str:
        """What the words of a cue that ends at a word make of a place behind them."""
        word, _, stop = self._tokens[end]
        kind, words = self._ending[stop]
        first = end - words + 1
        if self._is_told_of(first, end, last):
            return ""
        if self._of_subject(first) == AIM:
            return AIM
        return FORECAST if word in _cues().duties and self._is_estimated(end) else kind

    def _is_held_against(self, index: int, last: int) -> bool:
        """Whether the place is only what something is held against: "up from 40", but not what it goes "to"."""
        between = {word for word, _, _ in self._tokens[index + 1 : last + 1]}
        return self._tokens[index][2] in self._held_against and "to" not in between

    def _is_estimated(self, index: int) -> bool:
        """Whether words before tell of an estimate: by those, what "should" grow is expected to."""
        return any(word in _cues().estimates for word, _, _ in self._tokens[:index])

    def _is_told_of(self, first: int, end: int, last: int) -> bool:
        """Whether a cue is a noun of which a verb between it and the place tells something as so: "the deal to buy it
        closed for", "profit beat the forecast and reached"."""
        is_subject = self._class(self._word(first - 1)) == DETERMINER and self._word(first - 2) in ("", ",")
        is_object = self._class(self._word(first - 1)) == DETERMINER and first == end
        places = range(end + 2, last + 1)
        told = (self._class(self._word(index)) in (PARTICIPLE, NOUN_OR_VERB) for index in places)
        joined = (self._word(index - 1) == "and" and self._may_tell(index) for index in places)
        return (is_subject and first < end and any(told)) or (is_object and any(joined))

    def _behind(self, first: int, *, is_of_subject: bool) -> str | None:
        """What the first verb behind tells of its subject, whose number is there where it only has a wish."""
        for index in range(first, len(self._tokens)):
            word, begin, _ = self._tokens[index]
            if begin in self._opening:
                return "" if is_of_subject and begin in self._wishes else self._opening[begin]
            is_relative = word in _RELATIVES and self._tokens[index - 1][0] == ","
            if word in _HARD_MARKS or word in _cues().partings or is_relative:
                return None
            if word in self._grammar.stating or self._tells(index):
                return self._of_clause(index)
        return None

    def _of_clause(self, verb: int) -> str:
        """What the word that opens the clause of a verb, and its subject, make of what it tells."""
        if any(word in _cues().conditions for word in self._subject(verb)):
            return POSSIBILITY
        return self._of_subject(verb) if self._tokens[verb][0] in _LINKING else ""

    def _of_subject(self, verb: int) -> str:
        """What the subject of a verb is told as: "the planned capacity is"."""
        return next(filter(None, (_cues().subjects.get(word) for word in self._subject(verb))), "")

    def _subject(self, verb: int) -> Iterator[str]:
        """The words of the clause before its verb, the nearest first."""
        for index in range(verb - 1, -1, -1):
            word = self._tokens[index][0]
            if not word[0].isalpha() or self._tells(index):
                return
            yield word

    def _of_its_phrase(self, first: int) -> str:
        """What the noun makes of a number that stands in front of it: "a $5 billion investment plan"."""
        for word, _, _ in self._tokens[first : first + _WORDS_OF_A_PHRASE]:
            if _cues().subjects.get(word) == AIM:
                return AIM
            if self._class(word) not in (NOUN, NOUN_OR_VERB):
                break
        return ""

    def _tells(self, index: int) -> bool:
        """Whether the word is a finite verb that tells something as so."""
        word, before = self._word(index), self._word(index - 1)
        if "-" in word or not word[0].islower():
            return False
        kind = self._class(word)
        if kind == AUXILIARY:
            return word not in _NOT_FINITE
        if kind == VERB:
            return self._agrees(word, before)
        return kind == PARTICIPLE and self._heads_a_clause(index, before)

    def _tells_what_was_done(self, index: int) -> bool:
        """Whether the word leads to what came before: to an -ing form or the past of a verb ("after opening", "after
        40 people died")."""
        if self._word(index) not in _cues().done_before:
            return False
        if self._word(index + 1).endswith("ing"):
            return True
        for place in range(index + 1, len(self._tokens)):
            word = self._word(place)
            if not word[0].isalnum() or word in _cues().partings:
                return False
            if word in _PAST_AUXILIARIES or self._is_past(place):
                return True
        return False

    def _is_past(self, index: int) -> bool:
        """Whether the word is the past of a verb behind its subject."""
        word, before = self._word(index), self._word(index - 1)
        if self._class(word) == PARTICIPLE:
            return self._class(before) in _BEFORE_A_PARTICIPLE and self._word(index + 1) != "by"
        is_inflected = self._class(word) == VERB and self._grammar.lemmas.get(word, word) != word
        return is_inflected and not word.endswith(("s", "ing"))

    def _agrees(self, word: str, before: str) -> bool:
        """Whether a form that may be a verb has a subject before it, and is no infinitive or noun: "12 ferries"."""
        kind = self._class(before)
        if word != self._grammar.lemmas.get(word, word):
            return not (word.endswith("s") and (before.isdigit() or kind in (DETERMINER, PREPOSITION, OF)))
        if word in _past_forms():  # "cut" may be a past form as well
            return before not in _BEFORE_BASE_FORM and kind != AUXILIARY
        return before in _RELATIVES or kind == PRONOUN or (before[:1].isalpha() and before.endswith("s"))

    def _heads_a_clause(self, index: int, before: str) -> bool:
        """Whether the form is the past of a verb and not a participle that belongs to a noun."""
        return self._class(before) in _BEFORE_A_PARTICIPLE and self._word(index + 1) not in _BEHIND_A_PARTICIPLE

    def _may_tell(self, index: int) -> bool:
        """Whether the word may be the past of a verb, so that what stands behind it is no subject of the next one."""
        before = self._word(index - 1)
        follows = before in _OPENING_MARKS or self._class(before) in _BEFORE_A_PARTICIPLE
        return follows and self._class(self._word(index)) == PARTICIPLE

    def _word(self, index: int) -> str:
        """The word at a place, "" where there is none."""
        return self._tokens[index][0] if 0 <= index < len(self._tokens) else ""

    def _class(self, word: str) -> str:
        return class_of(word.lower(), self._grammar) if word[:1].isalpha() else word


@lru_cache(maxsize=64)
def _reading(sentence: str, floor: int) -> _Reading:
    """A sentence has several numbers and times."""
    return _Reading(sentence, floor)


@lru_cache(maxsize=1)
def _past_forms() -> frozenset[str]:
    return frozenset(grammar_words(load_lexicon()).participles.values())
