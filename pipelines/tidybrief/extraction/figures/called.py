"""What common noun a document calls each name by: "the Sines pipeline", "Halden, a gas producer", "the Zeta Act".

What belongs here: the nouns of names over a whole document, and the names that a sentence takes up by such a noun. How
much that says is learnt (`subject_candidates`).
"""

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence

from tidybrief.extraction.grammar.clauses import Clauses
from tidybrief.extraction.grammar.noun_phrases import noun_phrases
from tidybrief.extraction.grammar.word_classes import NOUN, NOUN_OR_VERB, QUANTITY, Words, class_of
from tidybrief.extraction.records import Mention, Quantity

_BEHIND = re.compile(r" (?P<first>[a-z][a-z-]{2,})(?: (?P<second>[a-z][a-z-]{2,}))?")
_DESCRIBED = re.compile(
    r"(?:[ ]\([^()\n]{1,60}\))?(?:, (?:which|who) (?:is|was)| is| was|,|[ ][–—-])[ ](?P<article>an?|the|one of the)[ ]"
    r"(?P<words>(?:[\w'’-]+[ ]?){1,6})"
)
_BEFORE = re.compile(r"\b(?P<noun>[a-z][a-z-]{2,}) ['\"“‘]?$")
_OWNING = ("'s", "’s", "'", "’")
_BEFORE_OWNED = tuple(f"{mark} " for mark in _OWNING)
_REACH = 120
_NEAR = 12
_WORKS = "works"
"""What an ironworks, a steelworks, or a waterworks is called."""
_OF_A_KIND = frozenset({"WORK", "EVENT", "POLICY"})
"""Types of names behind which a noun says what they are: "the HARBOUR trial"."""
_LINKS = frozenset({"of", "for", "on", "against", "in", "at", "to"})
_DEFINITE = frozenset({"the", "this", "these", "both", "its", "their"})


class CommonNouns:
    """The names of a document by the common nouns that they go by."""

    def __init__(self, mentions: Sequence[Mention], text: str, words: Words) -> None:
        """`mentions` are in the order of the text."""
        self._starts: dict[str, list[int]] = {}
        self._entities: dict[str, list[str]] = {}
        self._kinds: set[tuple[str, str]] = set()
        self._distinct: dict[str, set[str]] = {}
        for mention in mentions:
            if mention.form != "adjective":
                for noun, is_its_kind in _nouns_of(mention, text, words):
                    if is_its_kind:
                        self._kinds.add((noun, mention.entity_id))
                    self._starts.setdefault(noun, []).append(mention.start)
                    self._entities.setdefault(noun, []).append(mention.entity_id)
                    self._distinct.setdefault(noun, set()).add(mention.entity_id)

    def last(self, noun: str, before: int) -> str:
        """The entity that last went by a noun before an offset; "" for none."""
        starts = self._starts.get(noun)
        place = bisect_left(starts, before) if starts else 0
        return self._entities[noun][place - 1] if place else ""

    def only(self, noun: str) -> bool:
        """Whether one entity alone goes by a noun."""
        return len(self._distinct.get(noun, ())) == 1

    def one_of_kind(self, noun: str, before: int) -> str:
        """The entity that alone goes by a noun, named before an offset, where the noun heads its name or the text says
        that it is one; "" for none.
        """
        entity_id = self.last(noun, before) if self.only(noun) else ""
        return entity_id if (noun, entity_id) in self._kinds else ""


def taken_up(
    quantity: Quantity, called: CommonNouns, clauses: Clauses, setting: str
) -> Iterator[tuple[str, tuple[str, ...]]]:
    """The names that definite noun phrases of the sentence take up ("the planned pipeline capacity"), each with what
    is true of it; `setting` is how the clause of the quantity names its subject.
    """
    at = clauses.at(quantity.start)
    for start, last in noun_phrases(clauses):
        if clauses.word(_before_number(start - 1, clauses)) not in _DEFINITE:
            continue
        side = "before" if last < at else "after"
        far = side if abs(at - last) > _NEAR else f"near {side}"
        for place in range(last, start - 1, -1):
            noun = clauses.words[place]
            entity_id = called.last(noun, clauses.starts[start])
            if entity_id:
                part = "head" if place == last else "before the head"
                alone = "alone" if called.only(noun) else "among others"
                yield entity_id, (
                    "goes by the noun", f"goes by the noun, {setting}", f"goes by the noun, {part}, {far}",
                    f"goes by the noun, {alone}", f"goes by the noun, {alone}, {part}, {far}",
                )  # fmt: skip
                break


def _before_number(place: int, clauses: Clauses) -> int:
    """Past the number in a phrase: "the 2,000 km long pipeline"."""
    return place - 1 if clauses.kind(place) == QUANTITY else place


def _nouns_of(mention: Mention, text: str, words: Words) -> Iterator[tuple[str, bool]]:
    """The nouns that a mention shows, each with whether it says what kind of thing the entity is."""
    own = mention.text.split()
    link = next((place for place, word in enumerate(own) if place and word in _LINKS), len(own))
    head = own[link - 1]
    if len(own) > 1 and len(head) > 3 and head.isalpha():
        yield head.lower(), True
        if head.endswith(_WORKS):
            yield _WORKS, True
    before = _BEFORE.search(text, max(0, mention.start - 30), mention.start)
    if before is not None and _is_noun(before["noun"], words):
        yield before["noun"], False
    behind = None if _is_occasion(mention, text) else _BEHIND.match(text, mention.end)
    if behind is not None and _is_noun(behind["first"], words):
        is_kind = mention.type in _OF_A_KIND and text.endswith(("the ", "The "), 0, mention.start)
        yield behind["first"], is_kind and behind["second"] is None
        if behind["second"] is not None and _is_noun(behind["second"], words):
            yield behind["second"], False
        return
    described = _DESCRIBED.match(text, mention.end, mention.end + _REACH)
    if described is not None:
        last = ""
        for word in described["words"].split():
            if word[0].islower() and not _is_noun(word, words):
                break
            last = "" if word.endswith(_OWNING) else word
        if last[:1].islower():
            yield last, described["article"] != "the"


def _is_occasion(mention: Mention, text: str) -> bool:
    """Whether an event only says what for somebody has a thing: "Acme's Thanksgiving meal"."""
    return mention.type == "EVENT" and text.endswith(_BEFORE_OWNED, 0, mention.start)


def _is_noun(word: str, words: Words) -> bool:
    return class_of(word, words) in (NOUN, NOUN_OR_VERB)
