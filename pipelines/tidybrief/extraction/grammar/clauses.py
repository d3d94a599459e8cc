"""Shallow grammar of one sentence: its words with their classes, noun phrases, and the verbs between them.

What belongs here: walking from word to word. What a word can be stands in `word_classes`; what follows for a figure
in `subjects`, `indicators`, `periods` and `wholes`.
"""

import re
from bisect import bisect_left
from collections.abc import Iterable

from tidybrief.extraction.grammar.asides import opening_of
from tidybrief.extraction.grammar.class_context import settle_classes
from tidybrief.extraction.grammar.fronting import past_fronted
from tidybrief.extraction.grammar.word_classes import (
    ADVERB,
    APOSTROPHES,
    AUXILIARY,
    BEING,
    CONJUNCTION,
    DATE,
    DETERMINER,
    GERUND,
    NAME,
    NOUN,
    OF,
    OWNING,
    PARTICIPLE,
    PREPOSITION,
    PRONOUN,
    QUANTITY,
    SUBORDINATOR,
    TO,
    VERB,
    Words,
    class_by_ending,
)
from tidybrief.extraction.records import Sentence

_WORD = re.compile(
    r"[A-Za-z][a-z]*+(?=[ ,;:)\n])|[,;:.](?= )|"  # what most words are, so that most are found at once
    r"(?:[A-Z]\.){2,}(?= [A-Za-z])|[^\W\d_](?:[\w’'.&-]*\w)?|\d[\d.,]*\w*|[^\w\s]"
)
_BEFORE_ADJECTIVES = frozenset((DETERMINER, NOUN, PREPOSITION, OF, QUANTITY, ""))
_LONGEST_SUBJECT_PHRASE = 12
_AROUND_APPOSED = frozenset((*",;:(", VERB, AUXILIARY, SUBORDINATOR, QUANTITY, PRONOUN))
_AROUND_SUBJECTS = frozenset((*',;:()—–“".', SUBORDINATOR, VERB, AUXILIARY, DATE, QUANTITY, PRONOUN))
_OF_VERB_GROUPS = frozenset({AUXILIARY, VERB, PARTICIPLE, GERUND})
_REACH = 80
_TIMES = ("days", "weeks", "months", "quarters", "years")
_OF_SPANS = frozenset({"first", "last", "past", "next"})
_SPANNED = frozenset({"period", "quarter", "half", "season"})
_RELATIVE = frozenset({"that", "which", "who"})
_WITHIN_RELATIVE = frozenset(
    {NOUN, NAME, DETERMINER, PREPOSITION, OF, TO, ADVERB, VERB, AUXILIARY, PARTICIPLE, DATE, QUANTITY, "-"}
)
_QUALIFYING = frozenset(
    (("up", "to"), ("close", "to"), ("closer", "to"), ("upwards", "of"), ("total", "of"), ("excess", "of"))
)
_AS = ("many", "much", "high", "low", "few", "little")
_OPENING_QUALIFIERS = frozenset({"to", "of"})
_BREAKS = frozenset(";:—–")
_BOUNDING_CLAUSES = _OF_VERB_GROUPS | _BREAKS | {SUBORDINATOR}


class Clauses:
    """The words of one sentence. Positions are indices into `starts`, `ends`, `words` and `classes`."""

    __slots__ = ("classes", "ends", "is_plain", "noun_phrases", "sentence", "starts", "text", "vocabulary", "words")

    def __init__(
        self,
        text: str,
        sentence: Sentence,
        spans: list[tuple[int, int, str]],
        vocabulary: Words,
    ) -> None:
        """`spans` are the quantities, dates and names of the sentence with their class, in order, without overlap."""
        self.text, self.sentence, self.vocabulary = text, sentence, vocabulary
        self.starts: list[int] = []
        self.ends: list[int] = []
        self.words: list[str] = []
        self.classes: list[str] = []
        position = sentence.start
        for start, end, kind in spans:
            if start < position:
                continue
            if start > position:
                self._add_words(position, start)
            self.starts.append(start)
            self.ends.append(end)
            self.words.append("")
            self.classes.append(kind)
            position = end
        self._add_words(position, sentence.end)
        settle_classes(self.words, self.classes, vocabulary)
        self.noun_phrases: list[tuple[int, int]] | None = None
        self.is_plain = " ".join(sentence.text.split()) == sentence.text

    def _add_words(self, start: int, end: int) -> None:
        known, opening = self.vocabulary.classes, self.sentence.start
        starts, ends, words, classes = self.starts, self.ends, self.words, self.classes
        for found in _WORD.finditer(self.text, start, end):
            surface = found[0]
            word = surface.lower()
            first, last = found.span()
            starts.append(first)
            ends.append(last)
            words.append(word)
            written = word if first == opening else surface
            kind = known.get(word) or class_by_ending(word, written, self.vocabulary)
            is_name = kind == PRONOUN and len(word) > 1 and surface.isupper() and not self.sentence.text.isupper()
            classes.append(NOUN if is_name else kind)

    def with_nouns(self, stretches: Iterable[tuple[int, int]]) -> "Clauses":
        """The same sentence in which each stretch, from its first word to its last, is one noun."""
        joined = [(self.starts[first], self.ends[last], NOUN) for first, last in stretches]
        known = [
            (start, end, kind)
            for start, end, word, kind in zip(self.starts, self.ends, self.words, self.classes, strict=True)
            if not word and not any(first < end and start < last for first, last, _ in joined)
        ]
        return Clauses(self.text, self.sentence, sorted(known + joined), self.vocabulary)

    def at(self, offset: int) -> int:
        """The position of the word that starts at or after an offset of the document."""
        return bisect_left(self.starts, offset)

    def kind(self, place: int) -> str:
        """The class of a word; "" beyond the sentence."""
        return self.classes[place] if 0 <= place < len(self.classes) else ""

    def word(self, place: int) -> str:
        """The word in lower case; "" for names, quantities, dates and beyond the sentence."""
        return self.words[place] if 0 <= place < len(self.words) else ""

    def slice(self, first: int, last: int) -> str:
        """The text from one word to another, both included, on one line."""
        if first > last or first < 0 or last >= len(self.starts):
            return ""
        words = self.text[self.starts[first] : self.ends[last]]
        return words if self.is_plain else " ".join(words.split())

    def before_qualifiers(self, place: int) -> int:
        """Left of a position, the last word that is no qualifier of a number; -1 at the start."""
        words, qualifiers = self.words, self.vocabulary.qualifiers
        left = place - 1
        while left >= 0 and words[left] in qualifiers:
            if words[left] == "at" and words[left + 1] not in ("least", "most"):
                break
            if self.classes[left] == VERB and self.kind(left - 1) in (AUXILIARY, TO):  # "will close 9 shops"
                break
            if words[left] == "as" and words[left + 1] not in _AS and words[left - 1] not in _AS:
                break
            left -= 1
        if left > 0 and words[left] in _OPENING_QUALIFIERS and (words[left - 1], words[left]) in _QUALIFYING:
            return self.before_qualifiers(left - 1)
        return left

    def phrase_after(self, place: int, limit: int = 9) -> int:  # noqa: PLR0912 - one branch a class
        """The last word of the noun phrase that starts at a position, with its "of" phrase; `place - 1` for none."""
        last, right = place - 1, place
        stop = min(len(self.classes), place + limit)
        while right < stop:
            kind = self.classes[right]
            if kind in (NOUN, NAME):
                last = right
            elif kind in (GERUND, PARTICIPLE):
                if self.kind(right + 1) not in (NOUN, NAME, GERUND):
                    break
            elif kind == OF:
                if last != right - 1 or last < place:
                    break
            elif kind == DETERMINER:
                if right > place and self.kind(right - 1) != OF:
                    break
            elif kind == CONJUNCTION:
                if not (last == right - 1 and self.kind(right + 1) == NOUN and self.words[right] in ("and", "or", "&")):
                    break
                if self.kind(right + 2) in (VERB, AUXILIARY):
                    break
            elif kind == "-" or (kind == ADVERB and right == place) or self.words[right] in APOSTROPHES:
                pass
            elif kind == QUANTITY and right > place:
                break
            else:
                break
            right += 1
        return last

    def phrase_before(self, place: int, limit: int = 12) -> int:
        """The first word of the noun phrase that ends before a position, with what it is "of"; `place` for none."""
        first, left = place, place - 1
        stop = max(0, place - limit)
        while left >= stop:
            kind = self.classes[left]
            if kind in (NOUN, NAME, GERUND):
                first = left
            elif kind == DETERMINER:
                if self.kind(left - 1) != OF:
                    break
            elif kind == PARTICIPLE:
                if self.kind(left + 1) not in (NOUN, NAME) or first != left + 1:
                    break
                first = left
            elif kind == OF:
                if first != left + 1 and self.kind(left + 1) != DETERMINER:
                    break
            elif kind == CONJUNCTION and self.words[left] in ("and", "or", "&"):
                if first != left + 1 or self.kind(left - 1) != NOUN or self.kind(left + 2) == VERB:
                    break
            elif kind == "-":
                pass
            else:
                break
            left -= 1
        return first

    def verb_before(self, place: int) -> int:
        """The nearest verb left of a position within its clause; -1 for none. Participles before a noun are none."""
        classes = self.classes
        for left in range(place - 1, max(-1, place - _REACH), -1):
            kind = classes[left]
            if kind not in _BOUNDING_CLAUSES:
                continue
            if kind in (VERB, AUXILIARY):
                return left - (self.kind(left - 1) == VERB and self.lemma(left - 1).endswith(f" {self.words[left]}"))
            if kind in (PARTICIPLE, GERUND):
                before = left - 1 - (self.kind(left - 1) == ADVERB)
                if self.kind(left + 1) == NOUN and self.kind(before) in _BEFORE_ADJECTIVES:
                    continue
                return left
            if kind in _BREAKS or (kind == SUBORDINATOR and self.words[left] in ("while", "whereas", "but")):
                return -1
        return -1

    def verb_after(self, place: int, limit: int = 8) -> int:
        """The nearest verb right of a position before the clause ends; -1 for none."""
        for right in range(place, min(len(self.classes), place + limit)):
            kind = self.classes[right]
            if kind in (VERB, AUXILIARY, PARTICIPLE):
                return right
            if kind in _BREAKS or kind in (SUBORDINATOR, ",", "("):
                return -1
        return -1

    def main_verb(self, place: int) -> int:
        """The word that carries the meaning of the verb group around a verb: past its auxiliaries."""
        right = place
        while self.kind(right) == AUXILIARY:
            following = right + 1
            while self.kind(following) == ADVERB:
                following += 1
            if self.kind(following) not in _OF_VERB_GROUPS:
                is_planned = (
                    self.word(following) in self.vocabulary.words_of_planning and self.kind(following + 1) == TO
                )
                if not is_planned or self.kind(following + 2) not in (AUXILIARY, VERB):
                    break
                following += 2  # "are due to be sold"
            right = following
        if self.kind(right) in (VERB, PARTICIPLE) and self.kind(right + 1) == TO and self.kind(right + 2) == VERB:
            is_undergone = self.word(right - 1) in BEING and self.base(right) not in self.vocabulary.raising_verbs
            right += 0 if is_undergone else 2
        return right

    def base(self, place: int) -> str:
        """The base form of a word; the word itself where the lists have none."""
        word = self.word(place)
        return self.vocabulary.lemmas.get(word, word)

    def lemma(self, verb: int) -> str:
        """The base form of a verb, with its particle where it has one: "lay off"."""
        base = self.base(verb)
        phrasal = f"{base} {self.word(verb + 1)}"
        return phrasal if phrasal in self.vocabulary.phrasal_verbs else base

    def subject_phrase(self, place: int) -> tuple[int, int] | None:
        """First and last word of the subject of the verb before a position; None where no verb has one."""
        verb = self.verb_before(place)
        if verb < 0:
            return None
        last = self.subject_end(verb) - 1
        if self.words[last] in _SPANNED and self.kind(last - 1) == DATE:  # "sales in the March-May period rose"
            last -= 1
            while last > 0 and self.classes[last] in (DATE, DETERMINER):
                last -= 1
        while last > 0 and self.classes[last] in (DATE, PREPOSITION, ADVERB):
            last -= 1
        if self.kind(last) == ",":
            if self.classes[verb] in (GERUND, PARTICIPLE) or self.kind(last + 1) in (GERUND, PARTICIPLE):
                return self._apposed_phrase(last) or self.subject_phrase(last)
            opening = opening_of(last, self.words)
            if opening <= 0:
                return None
            last = opening - 1
        last = self.before_relative(last)
        first, left = last + 1, last
        while left > max(-1, last - _LONGEST_SUBJECT_PHRASE):
            kind = self.classes[left]
            opening = opening_of(left, self.words) if kind == ")" else -1
            if opening > 0:
                left = opening - 1
                continue
            spans = kind == QUANTITY and self.words[left - 1] in _OF_SPANS
            goes_on = spans and self.kind(left + 1) not in (DETERMINER, NOUN, NAME)
            if goes_on and self.text.endswith(_TIMES, self.starts[left], self.ends[left]):
                left -= 1
                continue
            if (kind in _AROUND_SUBJECTS and self.words[left] != "being") or (
                kind == CONJUNCTION and self.words[left] not in ("and", "or", "&")
            ):
                break
            first = left
            left -= 1
        first = past_fronted(self._past_object(first, last), last, self.classes)
        return (first, last) if first <= last else None

    def _past_object(self, first: int, last: int) -> int:
        """Where a subject begins that stands behind another clause: "makes 9 cars and its profit rose"."""
        is_object = self.kind(first - 1) == QUANTITY and self.kind(first - 2) != OF and self.verb_before(first - 1) >= 0
        acts = is_object or PARTICIPLE in self.classes[first:last]
        for place in range(first + 1, last):
            is_owned = acts and self.words[place + 1] in OWNING
            opens = is_owned or (is_object and self.classes[place + 1] == DETERMINER)
            if opens and self.classes[place] == CONJUNCTION:
                return place + 1
        return first

    def before_relative(self, last: int) -> int:
        """The last word before a relative clause whose end a position is ("a quake that struck off Chile", of what has
        a verb of its own behind it); the position itself where it ends none.
        """
        acts = False
        for left in range(last, max(-1, last - _LONGEST_SUBJECT_PHRASE), -1):
            if self.words[left] in _RELATIVE and acts and self.kind(left - 1) in (NOUN, NAME, ")"):
                return opening_of(left - 1, self.words) - 1 if self.words[left - 1] == ")" else left - 1
            kind = self.classes[left]
            if kind not in _WITHIN_RELATIVE:
                return last
            acts = acts or kind in (VERB, AUXILIARY, PARTICIPLE)
        return last

    def _apposed_phrase(self, comma: int) -> tuple[int, int] | None:
        """The noun phrase before a comma that a participle takes up ("the cost of the epidemic, estimated at …")."""
        last = comma - 1
        while last > 0 and self.classes[last] in (DATE, PREPOSITION, ADVERB, ")"):
            last -= 1
        last = self._before_aside(last)
        first = last + 1
        for left in range(last, max(-1, last - 13), -1):
            kind = self.classes[left]
            if kind in _AROUND_APPOSED:
                break
            if kind == PARTICIPLE and self.kind(left + 1) == DETERMINER:  # "the bank cut its forecast, expecting"
                return None
            first = left
        while first <= last and self.classes[first] in (ADVERB, PREPOSITION, CONJUNCTION, DETERMINER, OF):
            first += 1
        holds_noun = any(kind in (NOUN, NAME) for kind in self.classes[first : last + 1])
        return (first, last) if holds_noun and last - first >= 1 else None

    def _before_aside(self, last: int) -> int:
        """The last word before an aside whose end a position is ("core inflation, which leaves out food, rose")."""
        opening = next((p for p in range(last, max(0, last - _LONGEST_SUBJECT_PHRASE), -1) if self.words[p] == ","), 0)
        is_aside = opening > 0 and self.words[opening + 1] in _RELATIVE and self.kind(opening - 1) in (NOUN, NAME)
        return opening - 1 if is_aside else last

    def subject_end(self, verb: int) -> int:
        """The place of the verb group's first word: what stands before it is its subject."""
        left = verb
        if self.word(left - 1) == "than" and self.word(left - 2) in ("more", "less"):  # "has more than halved"
            left -= 2
        while self.kind(left - 1) in (AUXILIARY, ADVERB, VERB, TO) or (
            self.kind(left - 1) == PARTICIPLE and self.kind(left) in (TO, VERB, PREPOSITION)
        ):
            left -= 1
        return left
