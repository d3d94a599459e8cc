"""Whether a sentence asserts, attributes, forecasts or imagines: its outermost frame decides.

What belongs here: the frame of one sentence, and what carries over from one sentence to the next (quotations that stay
open, imagined scenes). What kind of row a sentence is stands in `sections` and `furniture`.
"""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import lru_cache
from typing import Final

from tidybrief.lexicon import Lexicon

ASSERTED: Final = "asserted"
ATTRIBUTED: Final = "attributed"
FORECAST: Final = "forecast"
HYPOTHETICAL: Final = "hypothetical"

_TOKEN = re.compile(r"[^\W\d_]+(?:[’'-][^\W\d_]+)*|\d[\d.,]*|[,;:()—–]")
_CLAUSE_MARKS = frozenset(",;:()—–")
_BE_PRESENT = frozenset(("is", "are", "am", "’s", "'s", "it’s", "it's", "they’re", "they're", "be"))
_BE_PAST = frozenset(("was", "were"))
_BE = _BE_PRESENT | _BE_PAST | {"been", "being"}
_PERFECT = frozenset(("has", "have", "had", "having", "’ve", "'ve"))
_DETERMINERS = frozenset(
    "the a an its their his her our my your this that these those no more some any".split()
)
_COORDINATORS = frozenset(("and", "but", "or", "yet", "while", "although", "though", "whereas"))
_ADVERBS_BETWEEN = frozenset(
    "also then later earlier previously recently now not never still even already further publicly".split()
)
_PRONOUNS = frozenset("he she they we i it who".split())
_CLAUSE_VERBS = frozenset(
    "is are was were has have had will would could may might can must should does did do been isn’t aren’t".split()
)
_LONGEST_TAIL = 9


@dataclass(frozen=True, slots=True)
class _Frames:
    says: frozenset[str]
    after_source: frozenset[str]
    only_after_source_noun: frozenset[str]
    announces: frozenset[str]
    source_nouns: frozenset[str]
    modals: frozenset[str]
    subordinators: frozenset[str]
    auxiliaries: frozenset[str]
    past_verbs: frozenset[str]
    source_phrase: re.Pattern[str]
    imagine: re.Pattern[str]
    condition: re.Pattern[str]
    return_to_fact: re.Pattern[str]
    ahead: re.Pattern[str]
    signals: re.Pattern[str]


@lru_cache(maxsize=4)
def _frames(lexicon: Lexicon) -> _Frames:
    cues: Mapping[str, list[str]] = lexicon.cues["factuality"]
    framing = {*cues["says"], *cues["says_after_source"], *cues["announces"], *cues["modals"], "to", "per"}
    return _Frames(
        says=frozenset(cues["says"]),
        after_source=frozenset(cues["says_after_source"]),
        only_after_source_noun=frozenset(cues["only_after_source_noun"]),
        announces=frozenset(cues["announces"]),
        source_nouns=frozenset(cues["source_nouns"]),
        modals=frozenset(cues["modals"]),
        subordinators=frozenset(cues["subordinators"]),
        auxiliaries=frozenset(cues["auxiliaries"]),
        past_verbs=frozenset(cues["past_verbs"]),
        source_phrase=re.compile(rf"\b(?:{_any(cues['source_phrases'])})\b(?!\s+(?:which|whom|plan\b))"),
        imagine=re.compile(rf"(?:(?:and|but|now|so|then|please),?\s+)?(?:{_any(cues['imagine'])})\b"),
        condition=re.compile(rf"(?:{_any(cues['conditions'])})\b"),
        return_to_fact=re.compile(rf"(?:{_any(cues['returns_to_fact'])})\b"),
        ahead=re.compile(rf"(?:{_any(cues['ahead_after_be'])})\b"),
        signals=re.compile(rf"\b(?:{_any(framing)})\b|[’']ll\b"),
    )


def _any(phrases: Iterable[str]) -> str:
    return "|".join(
        re.escape(phrase) for phrase in sorted(set(phrases), key=lambda phrase: (-len(phrase), phrase))
    )


def factuality_of(sentence: str, lexicon: Lexicon, *, in_quotation: bool = False) -> str:
    """The factuality of one sentence that makes a statement; `in_quotation`: it starts inside somebody's words."""
    frames = _frames(lexicon)
    lowered = sentence.lower()
    if in_quotation or _quotes_speech(sentence):
        return ATTRIBUTED
    if frames.source_phrase.search(lowered) or (lowered.startswith("per ") and sentence[4:5].isalpha()):
        return ATTRIBUTED
    if frames.imagine.match(lowered):
        return HYPOTHETICAL
    is_condition = frames.condition.match(lowered) is not None
    framed = (
        _outermost_frame(sentence, lowered, frames)
        if is_condition or frames.signals.search(lowered)
        else ASSERTED
    )
    if framed == ATTRIBUTED:
        return ATTRIBUTED
    if is_condition:
        return HYPOTHETICAL
    if framed == FORECAST and " would " in lowered and (" if " in lowered or " would have " in lowered):
        return HYPOTHETICAL
    return framed


def invites_to_imagine(sentence: str, lexicon: Lexicon) -> bool:
    """Whether the sentence opens an imagined scene, which the sentences behind it go on with."""
    return _frames(lexicon).imagine.match(sentence.lower()) is not None


def returns_to_fact(sentence: str, lexicon: Lexicon) -> bool:
    """Whether the sentence leads an imagined scene back to what is."""
    return _frames(lexicon).return_to_fact.match(sentence.lower()) is not None


def _quotes_speech(sentence: str) -> bool:
    """A sentence that opens with a quotation it does not close, holds nothing else, or announces one with a colon."""
    opening = sentence[0]
    if opening in '“"«':
        closing = {"“": "”", '"': '"', "«": "»"}[opening]
        closed_at = sentence.find(closing, 1)
        if closed_at < 0 or closed_at >= len(sentence) - 2:
            return True
        if sentence[closed_at - 1] in ",!?" and sentence.count(" ", 0, closed_at) >= 2:
            return True
    colon = sentence.find(": ")
    if 0 < colon and sentence[colon + 2 : colon + 3] in ("“", '"', "«"):
        return True
    opened = sentence.rfind("“")
    return opened > 0 and sentence.find("”", opened) < 0 and sentence.count(" ", opened) >= 3


def _outermost_frame(sentence: str, lowered: str, frames: _Frames) -> str:
    """Walks the words of the main clause until one of them frames the statement or is its finite verb."""
    tokens = [(match.group(), match.start(), match.end()) for match in _TOKEN.finditer(lowered)]
    subordinate = opening_clause = False
    last_mark = -1
    main_verb = False
    later_clause = False
    for number, (word, start, end) in enumerate(tokens):
        if word in _CLAUSE_MARKS:
            if number - last_mark > 1:
                later_clause = False
            subordinate = opening_clause = False
            last_mark = number
            continue
        if word in frames.subordinators and not _is_demonstrative(tokens, number, last_mark, main_verb):
            subordinate = True
            opening_clause = number == last_mark + 1
            continue
        if number == last_mark + 1 and word in _COORDINATORS:
            later_clause = main_verb
        if subordinate and not (opening_clause and _closes_sentence(tokens, number)):
            continue
        if _speaks(sentence, tokens, number, frames) and (
            not main_verb
            or (_closes_sentence(tokens, number) and not later_clause and 0 <= last_mark < number - 1)
        ):
            return ATTRIBUTED
        if main_verb:
            continue
        if word in _BE_PRESENT and frames.ahead.match(lowered, end + 1):
            return FORECAST
        if word in _BE_PAST and lowered.startswith(" to ", end):
            return FORECAST
        if word in frames.modals or word.endswith(("’ll", "'ll")):
            if word != "may" or not sentence[start].isupper() or number == 0:
                return FORECAST
        elif word in _PERFECT and _speaks_soon(sentence, tokens, number, frames):
            continue
        elif word in frames.auxiliaries or _is_finite(tokens, number, frames):
            main_verb = True
    return ASSERTED


def _is_demonstrative(
    tokens: list[tuple[str, int, int]], number: int, last_mark: int, main_verb: bool
) -> bool:
    """ "That", "since then", "as of": words of subordination that open no clause here."""
    word = tokens[number][0]
    following = tokens[number + 1][0] if number + 1 < len(tokens) else ""
    if word == "that":
        return number == last_mark + 1 and not main_verb
    if word in ("since", "after", "before", "until", "as", "than"):
        return (
            number == last_mark + 1
            and following in ("of", "then", "a", "well", "part")
            or following[:1].isdigit()
        )
    return False


def _closes_sentence(tokens: list[tuple[str, int, int]], number: int) -> bool:
    """Whether the verb stands in the sentence's tail, as in ", the ministry said on Monday"."""
    return len(tokens) - number <= _LONGEST_TAIL and all(
        word not in _CLAUSE_MARKS for word, _, _ in tokens[number:]
    )


def _speaks(sentence: str, tokens: list[tuple[str, int, int]], number: int, frames: _Frames) -> bool:
    word, start, _ = tokens[number]
    previous = _previous_word(tokens, number)
    if previous in _BE or previous in ("to", "not"):
        return False
    if word in frames.says:
        return number > 0 and previous not in _DETERMINERS and not sentence[start].isupper()
    following = tokens[number + 1][0] if number + 1 < len(tokens) else ""
    if word in frames.after_source and number > 0 and not sentence[start].isupper():
        if following == "that" and previous not in _DETERMINERS:
            return True
        if previous in frames.source_nouns or (previous == "have" and number > 1):
            return True
        named = sentence[tokens[number - 1][1]].isupper() and tokens[number - 1][0] not in _CLAUSE_MARKS
        return (named or previous in _PRONOUNS) and word not in frames.only_after_source_noun and number > 0
    if word in frames.announces and number > 0:
        return following == "that" or _governs_clause(tokens, number + 1, frames)
    return False


def _previous_word(tokens: list[tuple[str, int, int]], number: int) -> str:
    position = number - 1
    while position > 0 and (tokens[position][0] in _ADVERBS_BETWEEN or tokens[position][0].endswith("ly")):
        position -= 1
    if position > 0 and tokens[position][0] in _PERFECT:
        position -= 1
    return tokens[position][0] if position >= 0 else ""


def _governs_clause(tokens: list[tuple[str, int, int]], number: int, frames: _Frames) -> bool:
    """Whether a finite verb follows before a mark or a relative word: "announced the trial was stopped"."""
    for word, _, _ in tokens[number : number + 14]:
        if word in _CLAUSE_MARKS or word in frames.subordinators:
            return False
        if word in _CLAUSE_VERBS:
            return True
    return False


def _speaks_soon(sentence: str, tokens: list[tuple[str, int, int]], number: int, frames: _Frames) -> bool:
    """Whether a perfect introduces a verb of saying: "has also warned"."""
    position = number + 1
    while position < len(tokens) and (
        tokens[position][0] in _ADVERBS_BETWEEN or tokens[position][0].endswith("ly")
    ):
        position += 1
    return position < len(tokens) and _speaks(sentence, tokens, position, frames)


def _is_finite(tokens: list[tuple[str, int, int]], number: int, frames: _Frames) -> bool:
    """A full verb that takes an object right behind it: "signed a deal", "covers the stores"."""
    if number == 0 or number + 1 >= len(tokens):
        return False
    word, _, _ = tokens[number]
    following = tokens[number + 1][0]
    if following not in _DETERMINERS and not following[0].isdigit():
        return False
    return word in frames.past_verbs or (
        len(word) > 4 and (word.endswith("ed") or word.endswith("s") and word[-2] not in "su’'")
    )
