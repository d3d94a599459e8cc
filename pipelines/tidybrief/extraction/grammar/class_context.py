"""The class of each word of a sentence, settled by its neighbours: nouns that act, "that" and "since" before a clause.

What belongs here: deciding between classes. What a word can be by itself stands in `word_classes`, walking from word to
word in `clauses`.
"""

from collections.abc import Sequence

from tidybrief.extraction.grammar.asides import opening_of
from tidybrief.extraction.grammar.word_classes import (
    ADVERB,
    APOSTROPHES,
    AUXILIARY,
    CONJUNCTION,
    DATE,
    DETERMINER,
    GERUND,
    NAME,
    NOUN,
    NOUN_OR_VERB,
    OF,
    PARTICIPLE,
    PREPOSITION,
    PRONOUN,
    QUANTITY,
    SUBORDINATOR,
    TO,
    VERB,
    Words,
)  # fmt: skip

_GOVERNING = frozenset(
    (("account", "for"), ("accounts", "for"), ("results", "in"), ("stands", "in"), ("ranks", "among"))
)
"""Words that are nouns as often as verbs, with the preposition that makes them verbs."""
_MODALS = frozenset({"will", "would", "can", "could", "may", "might", "must", "shall", "should"})
_BEFORE_BASE_FORMS = _MODALS | {"to"}
_DEGREES = frozenset({"many", "much", "few", "little", "high", "low", "part", "well", "long"})
_NUMBERED = frozenset({
    "age", "ages", "level", "grade", "phase", "stage", "page", "number", "row", "step", "chapter", "category", "class",
    "group", "zero", "capacity", "temperature", "line", "gate", "room", "appendix", "article", "section", "figure",
    "table", "top",
})  # fmt: skip
"""Nouns that a number goes with: "to page 4"."""
_TELLING = frozenset({"figures", "data", "results", "statistics", "numbers", "polls", "records", "surveys", "studies"})
_ARTICLES = frozenset({"the", "a", "an"})
_WITHIN_SUBJECT = frozenset((NOUN, NAME, OF, PREPOSITION, DETERMINER, "-", *APOSTROPHES))
_LONGEST_SUBJECT = 10
BEFORE_CLAUSES = frozenset({"after", "before", "until", "since"})
"""Words before a clause of time as often as before a noun."""
_OPENING_NOUN_PHRASES = frozenset({DETERMINER, NAME, PRONOUN, QUANTITY})
_OBJECTS = frozenset({NOUN, DETERMINER, QUANTITY, NAME})
_OPENING_ASIDES = frozenset({PARTICIPLE, GERUND, DETERMINER, PREPOSITION, SUBORDINATOR})
_RELATIVE_SUBJECTS = frozenset({"which", "who"})
_OPENING_RELATIVE = frozenset({VERB, AUXILIARY, PARTICIPLE})
_LONGEST_COUNTED = 5
_ALSO_PAST = frozenset({"cut", "forecast", "set"})
"""Verbs that look the same in the past."""
_OF_COUNTED = frozenset({NOUN, NAME, ADVERB, GERUND, PARTICIPLE})


def settle_classes(words: list[str], classes: list[str], vocabulary: Words) -> None:
    """Replaces, in place, the classes that the neighbours of a word decide. `words` are in lower case."""
    neighbours = _Neighbours(words, classes, vocabulary)
    if "and" in words:
        neighbours.join_pairs()
    neighbours.decide_either()
    neighbours.take_owning_dates()
    if not BEFORE_CLAUSES.isdisjoint(words):
        for place, word in enumerate(words):
            if word in BEFORE_CLAUSES and not neighbours.is_deducted(place + 1) and neighbours.opens_clause(place + 1):
                classes[place] = SUBORDINATOR
    if "as" in words:
        for place, word in enumerate(words):
            if word == "as" and neighbours.opens_clause_of_circumstance(place):
                classes[place] = SUBORDINATOR


class _Neighbours:
    """The words of a sentence and their classes so far."""

    __slots__ = ("classes", "vocabulary", "words")

    def __init__(self, words: list[str], classes: list[str], vocabulary: Words) -> None:
        self.words, self.classes, self.vocabulary = words, classes, vocabulary

    def _kind(self, place: int) -> str:
        return self.classes[place] if 0 <= place < len(self.classes) else ""

    def join_pairs(self) -> None:
        """Two nouns that name one thing are one noun phrase: "research and development expenses"."""
        words = self.words
        for place in range(1, len(words) - 1):
            if words[place] == "and" and f"{words[place - 1]} and {words[place + 1]}" in self.vocabulary.paired_nouns:
                self.classes[place - 1 : place + 2] = [NOUN] * 3

    def take_owning_dates(self) -> None:
        """A date that owns what follows stands where a determiner would: "Sunday's earthquake"."""
        words = self.words
        for place, kind in enumerate(self.classes[:-2]):
            if kind == DATE and words[place + 1] in APOSTROPHES and words[place + 2] == "s":
                self.classes[place : place + 3] = [DETERMINER] * 3

    def decide_either(self) -> None:
        """Settles words that are nouns as often as verbs, by their neighbours."""
        classes, words = self.classes, self.words
        for place, kind in enumerate(classes):
            if kind == NOUN_OR_VERB:
                before = classes[self._past_adverbs(place - 1)] if place else ""
                after = classes[place + 1] if place + 1 < len(classes) else ""
                may_act = self._acts(place, before, after) or self._takes_particle(place)
                acts = may_act and not self._is_owned(place)
                may_head = before == NOUN or (before == NAME and after == PREPOSITION)  # "Oslo prices in May were"
                heads = may_head and not self._states_clause(place, after) and self._verb_follows(place)
                classes[place] = VERB if acts and not heads else NOUN
            elif (
                (
                    kind == VERB
                    and 0 < place < len(classes) - 1
                    and (
                        classes[place + 1] == NOUN
                        or (classes[place + 1] == NOUN_OR_VERB and words[place].endswith("ing"))
                    )
                    and classes[place - 1] in (DETERMINER, OF, QUANTITY, PREPOSITION)
                )
                or (kind == VERB and place and words[place - 1] in _ARTICLES)
                or (words[place] == "per" and place + 1 < len(words) and words[place + 1] == "capita")
            ):
                classes[place] = NOUN
            elif (
                words[place] == "that"
                and 0 < place < len(classes) - 1
                and (
                    classes[place + 1] in (DETERMINER, PRONOUN, NAME, QUANTITY)
                    or classes[place - 1] == VERB
                    or (classes[place - 1] in (NOUN, NAME) and classes[place + 1] in _OPENING_RELATIVE)
                    or (classes[place - 1] == NOUN and self._acts_in_relative(place + 1))
                )
            ):
                classes[place] = SUBORDINATOR
            elif kind == PARTICIPLE and place and self._is_finite(place):
                classes[place] = VERB
            elif words[place] == "worth" and self._kind(place - 1) == NOUN and self._amount_follows(place):
                classes[place] = PREPOSITION
            elif kind == NOUN and 0 < place < len(classes) - 1 and self._must_act(place):
                classes[place] = VERB

    def _is_finite(self, place: int) -> bool:
        """Whether a form such as "reported" is the verb of its clause."""
        return self.words[place - 1] in _RELATIVE_SUBJECTS or self._ends_aside(place) or self._follows_taker(place)

    def _follows_taker(self, place: int) -> bool:
        """Whether it acts behind a common noun for who acts: "The company reported revenue of"."""
        if self.words[place - 1] not in self.vocabulary.takers:
            return False
        left = place - 2
        while self._kind(left) in (NOUN, ADVERB, NAME, "-", *APOSTROPHES):
            left -= 1
        if self._kind(left) != DETERMINER:
            return False
        base = self.vocabulary.lemmas.get(self.words[place], "")
        acts = base in self.vocabulary.stating_results or base in self.vocabulary.nouns_of_changes
        return acts and self._kind(place + 1) == NOUN and not self._verb_follows(place)

    def _is_owned(self, place: int) -> bool:
        """Whether a word stands behind its owner: "Acme's shares"."""
        return place > 1 and self.words[place - 1] == "s" and self.words[place - 2] in APOSTROPHES

    def _ends_aside(self, place: int) -> bool:
        """Whether a form such as "reported" acts behind an aside of a name: "Acme, based in Leeds, reported sales"."""
        if self.words[place - 1] != "," or self._kind(place + 1) not in _OBJECTS:
            return False
        opening = opening_of(place - 1, self.words)
        return opening > 0 and self.classes[opening - 1] == NAME and self.classes[opening + 1] in _OPENING_ASIDES

    def _amount_follows(self, place: int) -> bool:
        """Whether a quantity stands right of a word, past what qualifies it: "a round worth about $5 billion"."""
        right = place + 1
        while right < len(self.words) and self.words[right] in self.vocabulary.qualifiers:
            right += 1
        return self._kind(right) == QUANTITY

    def _acts(self, place: int, before: str, after: str) -> bool:
        if before in (TO, AUXILIARY, PRONOUN) or (after in (NOUN, NOUN_OR_VERB) and self._tells(place, before)):
            return True
        opens_relative = before == SUBORDINATOR and self.words[place - 1] == "that"
        if opens_relative or before in (",", CONJUNCTION):
            has_object = after in (QUANTITY, DETERMINER, PRONOUN if opens_relative else NAME)
            return has_object or self._amount_follows(place) or (after == NOUN and self._is_changed(place + 1))
        if before not in (NAME, NOUN, ADVERB) or (after in (PREPOSITION, NOUN, "") and self._counted(place)):
            return False
        if before == NOUN and after == TO:
            alone = self._kind(place - 2) in (DETERMINER, "")
            return self.words[place - 1].endswith("s") or (alone and self.words[place].endswith("s"))
        if before == NOUN and after == PREPOSITION:
            following = self.words[place + 1]
            acts = following in ("by", "from", "at") and not self._belongs_to_object(place)
            return acts or (self.words[place], following) in _GOVERNING
        return after in (QUANTITY, DETERMINER, NAME, ADVERB, TO, PRONOUN, PREPOSITION)

    def _tells(self, place: int, before: str) -> bool:
        """ "Acme shows revenue of", "The figures show goods surpluses"."""
        if before == NAME:
            may_act = self.words[place].endswith("s") or self.words[place] in _ALSO_PAST
            return self._states_a_result(place) or self._foretells(place) or (may_act and self._is_changed(place + 1))
        tells = self.words[place - 1] in _TELLING and before == NOUN
        return tells and self.words[place] in self.vocabulary.stating_results

    def _is_changed(self, place: int) -> bool:
        """Whether a noun stands before an amount: "and cut expenses by $9 million", "sets fines of up to 5%"."""
        while self._kind(place) in (NOUN, NOUN_OR_VERB):
            place += 1
        if place >= len(self.words) or self.words[place] not in ("by", "to", "of"):
            return False
        place += 1
        while place < len(self.words) and (
            self.words[place] in self.vocabulary.qualifiers or self.words[place - 1 : place + 1] == ["up", "to"]
        ):
            place += 1
        return self._kind(place) == QUANTITY

    def _states_a_result(self, place: int) -> bool:
        """ "shows revenue of", behind a name."""
        base = self.vocabulary.lemmas.get(self.words[place], self.words[place])
        return self.words[place] != base and base in self.vocabulary.stating_results

    def _foretells(self, place: int) -> bool:
        """ "Acme projects sales could reach", behind a name."""
        base = self.vocabulary.lemmas.get(self.words[place], "")
        foretells = self.words[place] != base and base in self.vocabulary.verbs_of_foresight
        return foretells and AUXILIARY in self.classes[place + 1 : place + _LONGEST_SUBJECT]

    def _acts_in_relative(self, place: int) -> bool:
        """Whether a noun or verb behind "that" has an object: "a valuation that places it"."""
        return self.classes[place] == NOUN_OR_VERB and self._kind(place + 1) in (DETERMINER, PRONOUN, QUANTITY)

    def _states_clause(self, place: int, after: str) -> bool:
        """ "The analysis projects Oslo's use will rise": a verb of saying before what is said."""
        word = self.words[place]
        base = self.vocabulary.lemmas.get(word, word)
        states = self.vocabulary.stating.get(word) == "states" or base in self.vocabulary.verbs_of_foresight
        return states and word.endswith("s") and after in (NAME, DETERMINER, PRONOUN)

    def _past_adverbs(self, place: int) -> int:
        """Left past adverbs that stand inside a verb group ("will also purchase"); else the place itself."""
        left = place
        while left > 0 and self.classes[left] == ADVERB:
            left -= 1
        return left if self.classes[left] in (AUXILIARY, TO) else place

    def _must_act(self, place: int) -> bool:
        """Whether only a verb fits: "will battle", "to curb the spread"."""
        if self.words[place - 1] not in _BEFORE_BASE_FORMS and self.classes[place - 1] != ADVERB:
            return False
        before = self.words[self._past_adverbs(place - 1)]
        if before in _MODALS:
            return self.classes[place + 1] not in (VERB, AUXILIARY)
        if before != "to":
            return False
        counts = self._amount_follows(place) and self.words[place] not in _NUMBERED
        return counts or self.classes[place + 1] in (DETERMINER, PRONOUN)

    def _takes_particle(self, place: int) -> bool:
        """Whether a word is a verb of two words before an amount: "set aside $9 million"."""
        if self._kind(place + 1) not in (ADVERB, PREPOSITION):
            return False
        word = self.words[place]
        phrasal = f"{self.vocabulary.lemmas.get(word, word)} {self.words[place + 1]}"
        return phrasal in self.vocabulary.phrasal_verbs and self._amount_follows(place + 1)

    def _counted(self, place: int) -> bool:
        """Whether a word may be the noun that a number to its left counts ("40 notable AI models from …")."""
        for left in range(place - 1, max(-1, place - 1 - _LONGEST_COUNTED), -1):
            if self.classes[left] == QUANTITY:
                return True
            if self.classes[left] not in _OF_COUNTED:
                return False
        return False

    def _belongs_to_object(self, place: int) -> bool:
        """Whether a word heads the object of a verb ("held its deposit rate at"); "saw sales jump by" has a verb."""
        word = self.words[place]
        changes = self.vocabulary.lemmas.get(word, word) in self.vocabulary.own_changes
        return not changes and _ends_object(place - 1, self.classes)

    def _verb_follows(self, place: int) -> bool:
        """Whether the clause has its finite verb further on: "passenger numbers at the airport rose"."""
        for right in range(place + 1, min(len(self.classes), place + _LONGEST_SUBJECT)):
            kind = self.classes[right]
            if kind == AUXILIARY or (kind == VERB and self.classes[right - 1] in (NOUN, NAME)):
                return True
            if kind == PARTICIPLE and self._kind(right + 1) in (DETERMINER, QUANTITY):
                return True
            if kind not in _WITHIN_SUBJECT and kind != ADVERB:
                return False
        return False

    def is_deducted(self, place: int) -> bool:
        """Whether a noun behind "before" or "after" only says what a result leaves out: "profit before tax rose"."""
        return (
            1 < place < len(self.words)
            and self.words[place] in self.vocabulary.deducted
            and self.words[place - 2] in self.vocabulary.own_results
        )

    def opens_clause_of_circumstance(self, place: int) -> bool:
        """Whether "as" opens a clause behind an amount: "raises $9 million as factories turn to robots"."""
        follows = self._kind(place - 1) in (QUANTITY, DATE, NOUN) and self._kind(place + 1) in (NOUN, NAME, DETERMINER)
        is_phrase = self._kind(place + 1) == DETERMINER and self.words[place + 1] in ("a", "an")
        return follows and not is_phrase and self.words[place + 1] not in _DEGREES and self.opens_clause(place + 1)

    def opens_clause(self, first: int) -> bool:
        """Whether a noun phrase and its finite verb stand at a position: "after their vessel sank"."""
        for right in range(first, min(len(self.classes), first + _LONGEST_SUBJECT)):
            kind, before = self.classes[right], self.classes[right - 1]
            if right > first and kind in (AUXILIARY, VERB):
                return True
            if right > first and kind == PARTICIPLE and self._kind(right + 1) in _OPENING_NOUN_PHRASES:
                return True
            if (kind not in _WITHIN_SUBJECT and kind != PRONOUN) or (kind == DETERMINER and before in (NOUN, NAME)):
                return False
        return False


def _ends_object(last: int, classes: Sequence[str]) -> bool:
    """Whether the noun at a position ends the object of a verb: "held its deposit", "raised property"."""
    left = last
    while left >= 0 and classes[left] == NOUN:
        left -= 1
    determined = left > 0 and classes[left] == DETERMINER
    verbs = (VERB, PARTICIPLE, GERUND) if determined else (VERB, PARTICIPLE)
    return left - determined >= 0 and classes[left - determined] in verbs
