"""What is yet to be done: "will create 90 jobs", "pledged to train 90 clerks", "90 homes are to be built".

What belongs here: how an indicator says so, where the verb of its clause tells of the time to come.
"""

from tidybrief.extraction.grammar.clauses import Clauses
from tidybrief.extraction.grammar.frames import Frame, frame_of
from tidybrief.extraction.grammar.phrases import before_adverbs, past_participle
from tidybrief.extraction.grammar.word_classes import BEING, TO
from tidybrief.extraction.records import Quantity

_FORETELLING = frozenset({"will", "shall", "'ll", "’ll"})
_NO_DEEDS = frozenset({
    "need", "require", "reach", "have", "be", "cost", "hold", "total", "take", "employ", "support", "protect", "cover",
    "get", "receive", "serve", "house", "contain", "contribute", "represent", "encourage", "allow", "join", "help",
    "enable", "benefit",
})  # fmt: skip
"""Verbs of what lasts, or comes to somebody: nobody is to do it to what is counted."""


def as_planned(indicator: str, quantity: Quantity, clauses: Clauses) -> str:
    """The indicator with "to be" before the participle of a verb that tells what is yet to be done."""
    if TO not in clauses.classes and _FORETELLING.isdisjoint(clauses.words):
        return indicator
    first = clauses.at(quantity.start)
    frame = frame_of(first, max(clauses.at(quantity.end), first + 1), clauses)
    if frame.verb < 0 or not _is_yet_to_come(frame, clauses) or clauses.base(frame.verb) in _NO_DEEDS:
        return indicator
    done = clauses.word(frame.verb) if frame.passive else past_participle(frame.verb, clauses)
    words = indicator.split()
    place = words.index(done.partition(" ")[0]) if done and done.partition(" ")[0] in words else 0
    is_noun = place > 0 and f"{words[place - 1]} {words[place]}" in clauses.sentence.text  # "a global cut"
    if place == 0 or is_noun or words[place - 1] in ("be", "been", "not", "and", "that", "to"):
        return indicator
    return " ".join([*words[:place], "to be", *words[place:]])


def _is_yet_to_come(frame: Frame, clauses: Clauses) -> bool:
    place = before_adverbs(frame.verb - 1, clauses)
    if frame.passive:
        if clauses.word(place) != "be":
            return False
        place = before_adverbs(place - 1, clauses)
    if clauses.word(place) in _FORETELLING:
        return True
    return clauses.kind(place) == TO and _is_planned(place, clauses)


def _is_planned(to: int, clauses: Clauses) -> bool:
    """Whether an infinitive hangs on a word of planning: "plans to", "is expected to", "are due to", "are to"."""
    planning = clauses.vocabulary.words_of_planning
    before = before_adverbs(to - 1, clauses)
    if clauses.word(before) in BEING or not planning.isdisjoint((clauses.base(before), clauses.word(before))):
        return True
    verb = clauses.verb_before(to)
    return verb >= 0 and clauses.base(verb) in planning
