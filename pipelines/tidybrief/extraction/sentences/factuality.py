"""Whether a sentence asserts, attributes, forecasts or imagines: its outermost frame decides.

What belongs here: the frame of one sentence. What carries over to the next (an open quotation, an imagined
scene) stands in `sentences`; what kind of row a sentence is in `sections` and `furniture`.
"""

import re
from typing import Final

from tidybrief.extraction.sentences.frame_cues import (
    BE_PAST,
    BE_PRESENT,
    CLAUSE_MARKS,
    COORDINATORS,
    WILL_CONTRACTED,
    FrameCues,
    frame_cues,
)
from tidybrief.extraction.tokens import in_lower_case
from tidybrief.lexicon import Lexicon

ASSERTED: Final = "asserted"
ATTRIBUTED: Final = "attributed"
FORECAST: Final = "forecast"
HYPOTHETICAL: Final = "hypothetical"

_WORD_OR_MARK = re.compile(
    r"[a-z]+(?=[ ,.])"  # what most words are, so that most are found at once
    r"|[^\W\d_]+(?:[’'-][^\W\d_]+)*|\d+(?:[.,]\d+)*|[,;:()—–]"
)
_BRACKETED = re.compile(r"(?<=\S )\([^()]{1,80}\)")
_BE = BE_PRESENT | BE_PAST | {"been", "being"}
_PERFECT = frozenset(("has", "have", "had", "having", "’ve", "'ve"))
_ARTICLES = frozenset(("the", "a", "an", "this", "that", "these", "those", "no", "more", "some", "any"))
_QUANTIFIERS = frozenset(("all", "many", "several", "both", "each", "every", "few", "most", "other", "such", "please"))
_DETERMINERS = _ARTICLES | {"its", "their", "his", "her", "our", "my", "your"}
_BEHIND_ASIDE = frozenset((",", "in", "on", "at", "during", "late", "earlier", "this", "last"))
_BEHIND_ASIDE_OR_NOTHING = _BEHIND_ASIDE | {""}
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


def factuality_of(sentence: str, lexicon: Lexicon, *, in_quotation: bool = False) -> str:
    """The factuality of a sentence that states something; `in_quotation`: it starts in somebody's words."""
    frames = frame_cues(lexicon)
    lowered = in_lower_case(sentence)
    behind_space = f" {lowered}"
    if in_quotation or _quotes_speech(sentence) or _names_source(sentence, behind_space, frames):
        return ATTRIBUTED
    if frames.imagine.match(lowered):
        return HYPOTHETICAL
    is_condition = frames.condition.match(lowered) is not None
    if not is_condition and not frames.signals.search(behind_space):
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
    return frame_cues(lexicon).imagine.match(sentence.lower()) is not None


def returns_to_fact(sentence: str, lexicon: Lexicon, *, opens_paragraph: bool) -> bool:
    """Whether the sentence leads an imagined scene back to what is: by its first words, by speaking of
    the writer, or in a new paragraph by telling what has been or quoting somebody.
    """
    if frame_cues(lexicon).return_to_fact.match(sentence.lower()) or _SPEAKS_OF_ONESELF.match(sentence):
        return True
    tells = _TOLD_AS_FACT.search(sentence) is not None or factuality_of(sentence, lexicon) == ATTRIBUTED
    return opens_paragraph and tells


def _names_source(sentence: str, behind_space: str, frames: FrameCues) -> bool:
    is_per = behind_space.startswith(" per ") and sentence[4:5].isalpha()
    return is_per or frames.source_phrase.search(behind_space) is not None


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

    def __init__(self, sentence: str, lowered: str, frames: FrameCues) -> None:
        self._sentence = sentence
        self._lowered = lowered
        self._frames = frames
        readable = _BRACKETED.sub(lambda found: " " * len(found.group()), lowered) if "(" in lowered else lowered
        self._found = list(_WORD_OR_MARK.finditer(readable))
        self._words = [found[0] for found in self._found]
        """In lower case, with the marks that end a clause."""
        self._is_told_by_document = frames.opening_document.match(lowered) is not None
        self._last_mark = -1
        self._subordinate = self._says_in_passing = False
        self._main_verb_found = self._in_later_clause = self._framed_before = False

    def outermost_frame(self) -> str:
        """Attributed, forecast or asserted, whichever the main clause says first."""
        frame, frames = ASSERTED, self._frames
        nobody_speaks = frames.may_speak.isdisjoint(self._words)
        for number, word in enumerate(self._words):
            if word in frames.between_clauses and self._is_boundary(number, word):
                continue
            if self._subordinate and not (self._says_in_passing and self._closes_sentence(number)):
                continue
            if word in frames.may_speak and self._tells_source(number):
                return ATTRIBUTED
            if self._main_verb_found:
                if nobody_speaks:
                    break
                continue
            if self._lies_ahead(number, word):
                frame = FORECAST
                self._main_verb_found = True
                continue
            if word in _PERFECT and self._speaks(self._skip_adverbs(number + 1)):
                continue
            self._main_verb_found = word in frames.auxiliaries or self._takes_object(number)
            self._framed_before = self._main_verb_found and word in frames.framing
        return frame

    def _is_boundary(self, number: int, word: str) -> bool:
        """Keeps track of marks and words between clauses; true where the word is nothing else."""
        if word in CLAUSE_MARKS:
            if number - self._last_mark > 1:
                self._in_later_clause = False
            self._subordinate = self._says_in_passing = False
            self._last_mark = number
            return True
        opens = number == self._last_mark + 1
        if word in self._frames.subordinators and not self._opens_no_clause(number, opens=opens):
            self._subordinate = True
            self._says_in_passing = word == "as" and opens
            return True
        if opens and word in COORDINATORS:
            self._in_later_clause = self._main_verb_found
        return False

    def _tells_source(self, number: int) -> bool:
        """Whether the word tells that somebody says what its clause, or the main clause before it, holds."""
        if not self._main_verb_found:
            return self._speaks(number)
        return (
            (self._speaks(number) and self._is_tail(number))
            or self._goes_on_saying(number)
            or self._is_inverted_tail(number)
        )

    def _opens_no_clause(self, number: int, *, opens: bool) -> bool:
        """A demonstrative "that"; "since then", "as of", "before 2020"; an acronym such as WHO."""
        text, start = self._words[number], self._found[number].start()
        if len(text) > 1 and self._sentence[start : start + len(text)].isupper():
            return True
        if text == "that":
            return opens and not self._main_verb_found
        following = self._text_at(number + 1)
        return text in _TEMPORAL_PREPOSITIONS and (
            (opens and following in ("of", "then", "a", "well", "part")) or following[:1].isdigit()
        )

    def _text_at(self, number: int) -> str:
        return self._words[number] if number < len(self._words) else ""

    def _closes_sentence(self, number: int) -> bool:
        """Whether the clause of the word is the last one, and short."""
        return len(self._words) - self._last_mark <= _LONGEST_TAIL and CLAUSE_MARKS.isdisjoint(self._words[number:])

    def _is_tail(self, number: int) -> bool:
        """Whether the verb stands in an afterthought, as in ", the ministry said on Monday"."""
        if self._in_later_clause or not 0 <= self._last_mark < number - 1:
            return False
        return self._closes_sentence(number) or self._is_aside(number)

    def _is_aside(self, number: int) -> bool:
        """Whether subject and verb stand alone between marks: ", the bank said in a note, published on Monday"."""
        if number - self._last_mark > _LONGEST_TAIL or self._text_at(self._last_mark + 1) in COORDINATORS:
            return False
        following = self._words[number + 1 : number + _LONGEST_TAIL]
        return self._text_at(number + 1) in _BEHIND_ASIDE and not CLAUSE_MARKS.isdisjoint(following)

    def _is_inverted_tail(self, number: int) -> bool:
        """Whether the verb of saying stands before its subject: "prices fell, said Ann Lee, an analyst"."""
        if number == 0 or self._last_mark != number - 1 or self._words[number - 1] != ",":
            return False
        behind, text = self._words[number + 1 : number + 5], self._words[number]
        if not behind or not self._main_verb_found:
            return False
        if text in self._frames.only_after_source_noun:
            return not self._frames.source_nouns.isdisjoint(behind)
        return text in self._frames.says and (self._is_name(number + 1) or behind[0] in _DETERMINERS)

    def _goes_on_saying(self, number: int) -> bool:
        """Whether a second verb of saying has the subject of the first: "called the fine small and said it …"."""
        joined = number > 0 and self._words[number - 1] == "and"
        return self._framed_before and joined and self._words[number] in self._frames.says

    def _lies_ahead(self, number: int, word: str) -> bool:
        if word in self._frames.modals or word.endswith(WILL_CONTRACTED):
            is_month = word == "may" and number > 0 and self._is_name(number)
            return not is_month and not (word == "could" and self._tells_ability(number))
        if word not in BE_PAST and word not in BE_PRESENT:
            return False
        end = self._found[number].end()
        followed_by_to = self._lowered.startswith(" to ", end) and self._text_at(number + 2) not in _DETERMINERS
        if word in BE_PAST:
            return followed_by_to
        if not self._frames.ahead.match(self._lowered, end + 1):
            return False
        if self._text_at(number + 1) != "to":
            return True
        return followed_by_to and self._frames.aims.isdisjoint(self._words[:number])

    def _tells_ability(self, number: int) -> bool:
        """ "could count on 300 members", "could not find the receipts": what was so."""
        following, behind = self._text_at(number + 1), self._text_at(number + 2)
        if following == "not":
            return behind not in ("only", "just", "have")
        if following == "claim" and not self._frames.claimed_without_words.isdisjoint(
            self._words[number + 2 : number + 6]
        ):
            return False
        return f"{following} {behind}" in self._frames.abilities or following in self._frames.abilities

    def _speaks(self, number: int) -> bool:
        """Whether the word is an active verb of saying, given what stands before and behind it."""
        frames, text, following = self._frames, self._text_at(number), self._text_at(number + 1)
        always = text in frames.says or f"{text} {following}" in frames.says
        if number == 0 or not (always or text in frames.framing) or self._is_name(number):
            return False
        subject = self._subject_of(number)
        claimed = text.startswith("claim") and not frames.claimed_without_words.isdisjoint(
            self._words[number + 1 : number + 5]
        )
        passive = following == "to" and text in _PASSIVE_BEFORE_TO
        if claimed or passive or self._words[subject] in _NEVER_SUBJECTS:
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
        if self._words[number] not in self._frames.announces:
            return False
        is_behind = self._text_at(number + 1) in _BEHIND_ASIDE_OR_NOTHING and self._is_tail(number)
        return is_behind or self._governs_clause(number + 1)

    def _is_said_by_source(self, text: str, following: str, subject: int, number: int) -> bool:
        noun = self._words[subject]
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
            self._is_name(place) or self._words[place] in _PRONOUNS or self._words[place] in self._frames.source_nouns
            for place in range(self._last_mark + 1, number)
        )

    def _is_name(self, number: int) -> bool:
        return self._sentence[self._found[number].start()].isupper()

    def _subject_of(self, number: int) -> int:
        """The number of the word before a verb, its adverbs and its perfect left out."""
        subject = number - 1
        while subject > 0 and self._is_adverb(subject):
            subject -= 1
        return subject - 1 if subject > 0 and self._words[subject] in _PERFECT else subject

    def _skip_adverbs(self, number: int) -> int:
        while number < len(self._words) and self._is_adverb(number):
            number += 1
        return number

    def _is_adverb(self, number: int) -> bool:
        text = self._words[number]
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
            if word in CLAUSE_MARKS or word in self._frames.subordinators:
                return False
            if word in self._frames.auxiliaries or word in self._frames.modals:
                return not self._is_name(place)
        return False

    def _takes_object(self, number: int) -> bool:
        """A full verb with its object right behind it: "signed a deal", "covers the stores"."""
        text, following = self._words[number], self._text_at(number + 1)
        if number == 0 or not (following in _DETERMINERS or following[:1].isdigit()):
            return False
        is_past = text in self._frames.past_verbs or (len(text) > 4 and text.endswith("ed"))
        is_verb = is_past or (len(text) > 4 and text.endswith("s") and text[-2] not in "su’'")
        return is_verb and not self._is_name(number)
