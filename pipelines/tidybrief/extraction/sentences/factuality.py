"""Whether a sentence asserts, attributes, forecasts or imagines: its outermost frame decides.

What belongs here: the frame of one sentence. What carries over to the next (an open quotation, an imagined
scene) stands in `sentences`; what kind of row a sentence is in `sections` and `furniture`.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from typing import Final, NamedTuple

from tidybrief.extraction.alternation import one_of
from tidybrief.extraction.tokens import in_lower_case
from tidybrief.lexicon import Lexicon

ASSERTED: Final = "asserted"
ATTRIBUTED: Final = "attributed"
FORECAST: Final = "forecast"
HYPOTHETICAL: Final = "hypothetical"

_WORD_OR_MARK = re.compile(r"[^\W\d_]+(?:[’'-][^\W\d_]+)*|\d+(?:[.,]\d+)*|[,;:()—–]")
_BRACKETED = re.compile(r"(?<=\S )\([^()]{1,80}\)")
_CLAUSE_MARKS = frozenset(",;:()—–")
_BE_PRESENT = frozenset(("is", "are", "am", "’s", "'s", "it’s", "it's", "they’re", "they're", "be"))
_BE_PAST = frozenset(("was", "were"))
_BE = _BE_PRESENT | _BE_PAST | {"been", "being"}
_PERFECT = frozenset(("has", "have", "had", "having", "’ve", "'ve"))
_WILL_CONTRACTED = ("’ll", "'ll")
_ARTICLES = frozenset(("the", "a", "an", "this", "that", "these", "those", "no", "more", "some", "any"))
_QUANTIFIERS = frozenset(("all", "many", "several", "both", "each", "every", "few", "most", "other", "such", "please"))
_DETERMINERS = _ARTICLES | {"its", "their", "his", "her", "our", "my", "your"}
_BEHIND_ASIDE = frozenset((",", "in", "on", "at", "during", "late", "earlier", "this", "last"))
_BEHIND_ASIDE_OR_NOTHING = _BEHIND_ASIDE | {""}
_COORDINATORS = frozenset(("and", "but", "or", "yet", "while", "although", "though", "whereas"))
_BETWEEN_SUBJECT_AND_VERB = frozenset(("also", "then", "later", "earlier", "now", "not", "never", "still", "even"))
_PRONOUNS = frozenset(("he", "she", "they", "we", "i", "it", "who"))
_NEVER_SUBJECTS = (
    _DETERMINERS | _QUANTIFIERS | _BE | {"to", "not", "by", "of", "as", "for", "in", "with", "and", "or", "than"}
)
_OPEN_A_CLAUSE = _PRONOUNS | {"that", "there", "to", "how", "why", "what", "whether"}
_TEMPORAL_PREPOSITIONS = frozenset(("since", "after", "before", "until", "as", "than"))
_LONGEST_TAIL = 12
_LONGEST_COMPLEMENT = 14
_PASSIVE_BEFORE_TO = frozenset(
    ("believed", "said", "alleged", "reported", "asked", "told", "urged", "estimated", "found")
)
_UNREAL_PAST = re.compile(
    r"\bwould (?:not |never )?have (?:\w+ed|been|had|made|gone|done|taken|given|seen|come|become|lost|won|led|left)\b"
)
_UNREAL = re.compile(r"\bwould\b|^(?:\w+ )?if (?:[\w’'-]+ ){1,6}?(?:were|had|was)\b")
_SPEAKS_OF_ONESELF = re.compile(r"(?:(?:And|But|So|When),? )?(?:I|I['’](?:ve|m|d)|My)\b")
_TOLD_AS_FACT = re.compile(r"\b(?:was|were|had|has|have)\b|\b(?:1[89]|20[012])\d\d\b")


class _Word(NamedTuple):
    """A word in lower case, or a mark that ends a clause."""

    text: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class _Frames:
    says: frozenset[str]
    after_source: frozenset[str]
    only_after_source_noun: frozenset[str]
    only_after_document: frozenset[str]
    announces: frozenset[str]
    source_nouns: frozenset[str]
    acting_sources: frozenset[str]
    reckons: frozenset[str]
    framing: frozenset[str]
    modals: frozenset[str]
    aims: frozenset[str]
    subordinators: frozenset[str]
    auxiliaries: frozenset[str]
    past_verbs: frozenset[str]
    source_phrase: re.Pattern[str]
    imagine: re.Pattern[str]
    condition: re.Pattern[str]
    says_and_acts: frozenset[str]
    claimed_without_words: frozenset[str]
    opening_document: re.Pattern[str]
    return_to_fact: re.Pattern[str]
    ahead: re.Pattern[str]
    signals: re.Pattern[str]


@lru_cache(maxsize=4)
def _frames(lexicon: Lexicon) -> _Frames:
    cues: Mapping[str, list[str]] = lexicon.cues["factuality"]
    speaking = {*cues["says"], *cues["says_after_source"], *cues["only_after_document"], *cues["announces"]}
    ahead = one_of(cues["ahead_after_be"])
    return _Frames(
        says=frozenset(cues["says"]),
        after_source=frozenset(cues["says_after_source"]),
        only_after_source_noun=frozenset(cues["only_after_source_noun"]),
        announces=frozenset(cues["announces"]),
        source_nouns=frozenset(cues["source_nouns"]),
        only_after_document=frozenset(cues["only_after_document"]),
        acting_sources=frozenset(cues["acting_sources"]),
        reckons=frozenset(cues["reckons"]),
        framing=frozenset(speaking),
        modals=frozenset(cues["modals"]),
        aims=frozenset(cues["aims"]),
        subordinators=frozenset(cues["subordinators"]),
        auxiliaries=frozenset(cues["auxiliaries"]),
        past_verbs=frozenset(cues["past_verbs"]),
        source_phrase=re.compile(rf"\b(?:{one_of(cues['source_phrases'])})\b(?!\s+(?:which|whom|plan\b))"),
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
            rf"\b(?:{one_of({*speaking, *cues['modals']})})\b|[’']ll\b"
            rf"|\b(?:{one_of(_BE_PRESENT | _BE_PAST)}) (?:{ahead})\b"
        ),
    )


def factuality_of(sentence: str, lexicon: Lexicon, *, in_quotation: bool = False) -> str:
    """The factuality of a sentence that states something; `in_quotation`: it starts in somebody's words."""
    frames = _frames(lexicon)
    lowered = in_lower_case(sentence)
    if in_quotation or _quotes_speech(sentence) or _names_source(sentence, lowered, frames):
        return ATTRIBUTED
    if frames.imagine.match(lowered):
        return HYPOTHETICAL
    is_condition = frames.condition.match(lowered) is not None
    if not is_condition and not frames.signals.search(lowered):
        return ASSERTED
    frame = _Clauses(sentence, lowered, frames).outermost_frame()
    if frame == ATTRIBUTED:
        return ATTRIBUTED
    if is_condition:
        return FORECAST if frame == FORECAST and not _UNREAL.search(lowered) else HYPOTHETICAL
    is_counterfactual = " would " in lowered and (" if " in lowered or _UNREAL_PAST.search(lowered) is not None)
    return HYPOTHETICAL if frame == FORECAST and is_counterfactual else frame


def invites_to_imagine(sentence: str, lexicon: Lexicon) -> bool:
    """Whether the sentence opens an imagined scene, which the sentences behind it go on with."""
    return _frames(lexicon).imagine.match(sentence.lower()) is not None


def returns_to_fact(sentence: str, lexicon: Lexicon, *, opens_paragraph: bool) -> bool:
    """Whether the sentence leads an imagined scene back to what is: by its first words, by speaking of
    the writer, or in a new paragraph by telling what has been or quoting somebody.
    """
    if _frames(lexicon).return_to_fact.match(sentence.lower()) or _SPEAKS_OF_ONESELF.match(sentence):
        return True
    tells = _TOLD_AS_FACT.search(sentence) is not None or factuality_of(sentence, lexicon) == ATTRIBUTED
    return opens_paragraph and tells


def _names_source(sentence: str, lowered: str, frames: _Frames) -> bool:
    return frames.source_phrase.search(lowered) is not None or (lowered.startswith("per ") and sentence[4:5].isalpha())


def _quotes_speech(sentence: str) -> bool:
    """Whether speech is opened and not closed, is all there is, or comes behind a colon."""
    if sentence[0] in '“"«' and _opens_with_speech(sentence):
        return True
    colon = sentence.find(": ")
    if colon > 0 and sentence[colon + 2 : colon + 3] in ("“", '"', "«"):
        closed_at = sentence.find("”" if sentence[colon + 2] == "“" else '"', colon + 3)
        if closed_at < 0 or sentence.count(" ", closed_at) <= 1:
            return True
    opened = sentence.rfind("“")
    return opened > 0 and sentence.find("”", opened) < 0 and sentence.count(" ", opened) >= 3


def _opens_with_speech(sentence: str) -> bool:
    closing = {"“": "”", '"': '"', "«": "»"}[sentence[0]]
    closed_at = sentence.find(closing, 1)
    if closed_at < 0 or closed_at >= len(sentence) - 2:
        return True
    return sentence[closed_at - 1] in ",!?" and sentence.count(" ", 0, closed_at) >= 2


class _Clauses:
    """Walks a sentence word by word until one of them frames its main clause or is the finite verb of it."""

    def __init__(self, sentence: str, lowered: str, frames: _Frames) -> None:
        self._sentence = sentence
        self._lowered = lowered
        self._frames = frames
        readable = _BRACKETED.sub(lambda found: " " * len(found.group()), lowered) if "(" in lowered else lowered
        self._words = [_Word(match.group(), match.start(), match.end()) for match in _WORD_OR_MARK.finditer(readable)]
        self._is_told_by_document = frames.opening_document.match(lowered) is not None
        self._last_mark = -1
        self._subordinate = self._says_in_passing = False
        self._main_verb_found = self._in_later_clause = self._framed_before = False

    def outermost_frame(self) -> str:
        """Attributed, forecast or asserted, whichever the main clause says first."""
        frame = ASSERTED
        for number, word in enumerate(self._words):
            if self._is_boundary(number, word.text):
                continue
            if self._subordinate and not (self._says_in_passing and self._closes_sentence(number)):
                if not self._is_inverted_tail(number):
                    continue
                return ATTRIBUTED
            if self._speaks(number) and (not self._main_verb_found or self._is_tail(number)):
                return ATTRIBUTED
            if self._main_verb_found:
                if self._goes_on_saying(number) or self._is_inverted_tail(number):
                    return ATTRIBUTED
                continue
            if self._lies_ahead(number, word):
                frame = FORECAST
                self._main_verb_found = True
                continue
            if word.text in _PERFECT and self._speaks(self._skip_adverbs(number + 1)):
                continue
            self._main_verb_found = word.text in self._frames.auxiliaries or self._takes_object(number)
            self._framed_before = self._main_verb_found and word.text in self._frames.framing
        return frame

    def _is_boundary(self, number: int, text: str) -> bool:
        """Keeps track of marks and words between clauses; true where the word is nothing else."""
        if text in _CLAUSE_MARKS:
            if number - self._last_mark > 1:
                self._in_later_clause = False
            self._subordinate = self._says_in_passing = False
            self._last_mark = number
            return True
        opens = number == self._last_mark + 1
        if text in self._frames.subordinators and not self._opens_no_clause(number, opens=opens):
            self._subordinate = True
            self._says_in_passing = text == "as" and opens
            return True
        if opens and text in _COORDINATORS:
            self._in_later_clause = self._main_verb_found
        return False

    def _opens_no_clause(self, number: int, *, opens: bool) -> bool:
        """A demonstrative "that"; "since then", "as of", "before 2020"; an acronym such as WHO."""
        text, start, end = self._words[number]
        if len(text) > 1 and self._sentence[start:end].isupper():
            return True
        if text == "that":
            return opens and not self._main_verb_found
        following = self._text_at(number + 1)
        return text in _TEMPORAL_PREPOSITIONS and (
            (opens and following in ("of", "then", "a", "well", "part")) or following[:1].isdigit()
        )

    def _text_at(self, number: int) -> str:
        return self._words[number].text if number < len(self._words) else ""

    def _closes_sentence(self, number: int) -> bool:
        """Whether the clause of the word is the last one, and short."""
        return len(self._words) - self._last_mark <= _LONGEST_TAIL and all(
            word.text not in _CLAUSE_MARKS for word in self._words[number:]
        )

    def _is_tail(self, number: int) -> bool:
        """Whether the verb stands in an afterthought, as in ", the ministry said on Monday"."""
        if self._in_later_clause or not 0 <= self._last_mark < number - 1:
            return False
        return self._closes_sentence(number) or self._is_aside(number)

    def _is_aside(self, number: int) -> bool:
        """Whether subject and verb stand alone between marks: ", the bank said in a note, published on Monday"."""
        if number - self._last_mark > _LONGEST_TAIL or self._text_at(self._last_mark + 1) in _COORDINATORS:
            return False
        following = self._words[number + 1 : number + _LONGEST_TAIL]
        return self._text_at(number + 1) in _BEHIND_ASIDE and any(word.text in _CLAUSE_MARKS for word in following)

    def _is_inverted_tail(self, number: int) -> bool:
        """Whether the verb of saying stands before its subject: "prices fell, said Ann Lee, an analyst"."""
        if number == 0 or self._last_mark != number - 1 or self._words[number - 1].text != ",":
            return False
        behind, text = self._words[number + 1 : number + 5], self._words[number].text
        if not behind or not self._main_verb_found:
            return False
        if text in self._frames.only_after_source_noun:
            return any(word.text in self._frames.source_nouns for word in behind)
        return text in self._frames.says and (self._is_name(number + 1) or behind[0].text in _DETERMINERS)

    def _goes_on_saying(self, number: int) -> bool:
        """Whether a second verb of saying has the subject of the first: "called the fine small and said it …"."""
        joined = number > 0 and self._words[number - 1].text == "and"
        return self._framed_before and joined and self._words[number].text in self._frames.says

    def _lies_ahead(self, number: int, word: _Word) -> bool:
        if word.text in self._frames.modals or word.text.endswith(_WILL_CONTRACTED):
            is_month = word.text == "may" and number > 0 and self._sentence[word.start].isupper()
            return not is_month
        followed_by_to = self._lowered.startswith(" to ", word.end) and self._text_at(number + 2) not in _DETERMINERS
        if word.text in _BE_PAST:
            return followed_by_to
        if word.text not in _BE_PRESENT or not self._frames.ahead.match(self._lowered, word.end + 1):
            return False
        if self._text_at(number + 1) != "to":
            return True
        return followed_by_to and all(before.text not in self._frames.aims for before in self._words[:number])

    def _speaks(self, number: int) -> bool:
        """Whether the word is an active verb of saying, given what stands before and behind it."""
        frames, text, following = self._frames, self._text_at(number), self._text_at(number + 1)
        always = text in frames.says or f"{text} {following}" in frames.says
        if number == 0 or not (always or text in frames.framing) or self._is_name(number):
            return False
        subject = self._subject_of(number)
        claimed = frames.claimed_without_words.intersection(word.text for word in self._words[number + 1 : number + 5])
        passive = following == "to" and text in _PASSIVE_BEFORE_TO
        if (claimed and text.startswith("claim")) or passive or self._words[subject].text in _NEVER_SUBJECTS:
            return False
        if text in frames.says_and_acts and following != "that" and following not in _PRONOUNS:
            return self._is_tail(number)
        if always or self._announces_clause(number):
            return True
        if self._is_told_by_document and not self._main_verb_found:
            return text in frames.after_source or text in frames.only_after_document
        return text in frames.after_source and self._is_said_by_source(text, following, subject, number)

    def _announces_clause(self, number: int) -> bool:
        """Whether the verb performs an act that a clause states, behind it or in front of it."""
        if self._words[number].text not in self._frames.announces:
            return False
        is_behind = self._text_at(number + 1) in _BEHIND_ASIDE_OR_NOTHING and self._is_tail(number)
        return is_behind or self._governs_clause(number + 1)

    def _is_said_by_source(self, text: str, following: str, subject: int, number: int) -> bool:
        noun = self._words[subject].text
        if following in ("", ",") and self._is_tail(number) and self._names_source_before(number):
            return True
        if noun in self._frames.source_nouns:
            speaks_always = noun not in self._frames.acting_sources or text in self._frames.reckons
            return speaks_always or (following in _OPEN_A_CLAUSE and following != "to")
        is_somebody = noun in _PRONOUNS or self._is_name(subject)
        if text in self._frames.reckons and self._text_at(subject - 1) in _ARTICLES and following in _DETERMINERS:
            return True
        if text in self._frames.only_after_source_noun:
            return is_somebody and following == "that"
        if not is_somebody:
            return following == "that"
        return following in _DETERMINERS or following in _OPEN_A_CLAUSE or following[:1].isdigit()

    def _names_source_before(self, number: int) -> bool:
        """Whether the clause up to the word names somebody or something that says things."""
        return any(
            self._is_name(place) or self._words[place].text in _PRONOUNS | self._frames.source_nouns
            for place in range(self._last_mark + 1, number)
        )

    def _is_name(self, number: int) -> bool:
        return self._sentence[self._words[number].start].isupper()

    def _subject_of(self, number: int) -> int:
        """The number of the word before a verb, its adverbs and its perfect left out."""
        subject = number - 1
        while subject > 0 and self._is_adverb(subject):
            subject -= 1
        return subject - 1 if subject > 0 and self._words[subject].text in _PERFECT else subject

    def _skip_adverbs(self, number: int) -> int:
        while number < len(self._words) and self._is_adverb(number):
            number += 1
        return number

    def _is_adverb(self, number: int) -> bool:
        text = self._words[number].text
        return text in _BETWEEN_SUBJECT_AND_VERB or text.endswith("ly")

    def _governs_clause(self, number: int) -> bool:
        """Whether a finite verb follows before a mark or relative word: "announced the trial was stopped"."""
        if self._text_at(number) == "that":
            return True
        if self._text_at(number) == "to":
            return False
        if self._text_at(number) in self._frames.auxiliaries or self._text_at(number) in self._frames.modals:
            return False
        for place, word in enumerate(self._words[number : number + _LONGEST_COMPLEMENT], number):
            if word.text in _CLAUSE_MARKS or word.text in self._frames.subordinators:
                return False
            if word.text in self._frames.auxiliaries or word.text in self._frames.modals:
                return not self._is_name(place)
        return False

    def _takes_object(self, number: int) -> bool:
        """A full verb with its object right behind it: "signed a deal", "covers the stores"."""
        text, following = self._words[number].text, self._text_at(number + 1)
        if number == 0 or self._is_name(number) or not (following in _DETERMINERS or following[:1].isdigit()):
            return False
        is_past = text in self._frames.past_verbs or (len(text) > 4 and text.endswith("ed"))
        return is_past or (len(text) > 4 and text.endswith("s") and text[-2] not in "su’'")
