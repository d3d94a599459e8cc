"""What a multiple compares: "six times more patents than Acme", "rejected twice as often as others".

What belongs here: such comparisons and the indicator of each. Changes by a factor stand in `changes`.
"""

from tidybrief.extraction.figures.changes import LESS, MORE, level_of_earlier
from tidybrief.extraction.figures.deeds import end_of_deed
from tidybrief.extraction.figures.owners import without_owner
from tidybrief.extraction.grammar.clauses import Clauses
from tidybrief.extraction.grammar.phrases import tail_end
from tidybrief.extraction.grammar.word_classes import (
    AUXILIARY,
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
    TO,
    VERB,
)
from tidybrief.extraction.records import Figure, Quantity

_LONGEST_NAMED = 6
_LONGEST_COMPARED = 7
_SHORTEST_COMPARATIVE = 4
_LIKELY = "likely"
_COMPARABLE = frozenset({"percent", "multiple", "measure", "money", "count"})
_BEFORE_COMPARED = frozenset({AUXILIARY, VERB, PARTICIPLE})
_BESIDE_LEVELS = frozenset({"above", "below"})
_IN_COMPARED = frozenset({NOUN, NAME, PARTICIPLE, OF, "-"})
_GOING_ON = frozenset({QUANTITY, VERB, AUXILIARY})
_POINTS = frozenset({"point", "points"})
_TIMES = frozenset({
    "year", "month", "week", "day", "quarter", "before", "earlier", "ago", "last", "previous", "previously", "expected",
    "forecast", "usual", "then", "now", "peak", "level", "levels",
})  # fmt: skip
_BEFORE_OBJECTS = frozenset({VERB, GERUND, PARTICIPLE, DETERMINER, AUXILIARY})


def told_comparison(first: int, after: int, clauses: Clauses, earlier: Figure | None) -> str:
    """ "900 patents, six times more than Acme", "had rates six times lower than", "melting six times faster": what is
    compared, for a multiple from word `first` to before `after`; "" where that is not certain.

    `earlier` is the figure before it in the sentence.
    """
    word = clauses.word(after)
    if word == "as" and clauses.word(after + 2) == "as":
        return _as_often_as(after, clauses)
    if told := _times_another(first, after, clauses, earlier):
        return told
    if clauses.word(after + 1) != "than" or not (word in MORE | LESS or word.endswith("er")):
        return ""
    left = clauses.before_qualifiers(first)
    end = tail_end(clauses.phrase_after(after + 2), clauses, 4)
    if clauses.word(left) == "," and word in MORE | LESS:
        measured = level_of_earlier(earlier)
        start = after + 2 + (clauses.kind(after + 2) == PREPOSITION)
        named = (place for place in range(start, start + _LONGEST_NAMED) if clauses.kind(place) in (NAME, DATE))
        return f"{measured} compared with {clauses.slice(start, next(named, max(end, start)))}" if measured else ""
    start = clauses.phrase_before(left + 1)
    if clauses.kind(left) != NOUN or start > left or clauses.kind(start - 1) not in _BEFORE_OBJECTS:
        return ""
    acts = clauses.kind(start) == GERUND or clauses.kind(start - 1) == GERUND
    opening = start - (clauses.kind(start - 1) == GERUND)
    compared = clauses.slice(after, max(end, after + 2 + (clauses.kind(after + 2) == PREPOSITION)))
    return f"{clauses.slice(opening, left)} {compared}" if acts else f"{word} {clauses.slice(start, left)}"


def _times_another(first: int, after: int, clauses: Clauses, earlier: Figure | None) -> str:
    """ "$9 million, three times the pay of its clerks", "costs nine times the average wage", "twice what it paid": what
    is told, and with what it is compared.
    """
    left = clauses.before_qualifiers(first)
    opens = clauses.kind(after) == DETERMINER or clauses.word(after) in OWNING or clauses.word(after) == "what"
    if not opens or clauses.slice(first, after - 1).endswith("ed"):  # "doubled the price"
        return ""
    if clauses.word(after) == "what":
        end = max(end_of_deed(after, clauses), after)
    else:
        end = clauses.phrase_after(after + 1)
        end = tail_end(end, clauses, 4) if end > after else -1
    if end <= after:
        return ""
    if clauses.kind(left) in (",", CONJUNCTION) and earlier is not None:
        measured = level_of_earlier(earlier)
    elif clauses.kind(left) in (AUXILIARY, VERB, PARTICIPLE):
        subject = clauses.subject_phrase(left + 1)
        is_thing = subject is not None and clauses.kind(subject[1]) == NOUN
        noun = "" if clauses.kind(left) == AUXILIARY else clauses.vocabulary.noun_of_verb(clauses.base(left), "money")
        measured = f"{noun} {without_owner(*subject, clauses)}".strip() if subject is not None and is_thing else ""
    else:
        measured = ""
    return f"{measured} compared with {clauses.slice(after, end)}" if measured else ""


def compared_with(quantity: Quantity, first: int, after: int, clauses: Clauses) -> str:
    """ "is 40 percent smaller than its predecessor", "earned 12 percent less than men", "9 percent below the average":
    what is compared and with what; "" where it is compared with itself at another time, which is a change.
    """
    after += clauses.word(after) in _POINTS
    if clauses.word(after) == "as" and clauses.word(after + 1) == _LIKELY:
        after += 1
    if quantity.kind not in _COMPARABLE or not (end := _end_of_comparison(after, clauses)):
        return ""
    compared = clauses.slice(after, end)
    left = clauses.before_qualifiers(first)
    if clauses.kind(left) not in _BEFORE_COMPARED:
        return compared if _LIKELY in clauses.words[after : after + 3] else ""
    subject = clauses.subject_phrase(left + 1)
    if subject is None or clauses.kind(subject[1]) != NOUN or subject[1] - subject[0] > _LONGEST_NAMED:
        whose = ""
    else:
        whose = without_owner(*subject, clauses)
    acts = clauses.kind(left) != AUXILIARY
    return f"{whose} {clauses.slice(left, left) if acts else ''} {compared}".strip()


def _end_of_comparison(after: int, clauses: Clauses) -> int:
    """The last word of a comparison with another thing that stands from a position on; 0 for none."""
    word = clauses.word(after)
    if word == _LIKELY and clauses.kind(after + 1) == TO:
        return max(end_of_deed(after + 2, clauses), after + 2)
    if word in _BESIDE_LEVELS:
        than = after
    elif word in MORE | LESS or (word.endswith("er") and len(word) > _SHORTEST_COMPARATIVE):
        reach = range(after + 1, after + _LONGEST_COMPARED)
        than = next((place for place in reach if clauses.word(place) == "than"), 0)
        if not _IN_COMPARED.issuperset(clauses.classes[after + 1 : than or after + 1]):
            return 0
        if clauses.word(after + 1) == _LIKELY and clauses.kind(after + 2) == TO:
            return max(end_of_deed(after + 3, clauses), after + 3)
    else:
        return 0
    start = than + 1 + (clauses.kind(than + 1) in (DETERMINER, PRONOUN))
    end = clauses.phrase_after(start)
    words = clauses.words[than + 1 : end + 2]
    is_time = clauses.kind(start) in (DATE, PREPOSITION, QUANTITY, VERB, PARTICIPLE) or not _TIMES.isdisjoint(words)
    is_sum = clauses.word(after) in ("more", "less", "fewer") and than == 0
    return 0 if not than or is_time or is_sum or end < start or clauses.kind(end + 1) in _GOING_ON else end


def _as_often_as(after: int, clauses: Clauses) -> str:
    """ "were rejected 2.3 times as often as others": what was done so often, and with whom they are compared."""
    start = after + 3
    end = clauses.phrase_after(start)
    subject = clauses.subject_phrase(after)
    if end < start or subject is None:
        return ""
    verb = clauses.verb_before(after)
    whose = without_owner(*subject, clauses)
    if clauses.word(after + 1) == "likely":
        whose = f"likelihood of {whose}"
    elif clauses.kind(verb) in (VERB, PARTICIPLE):
        whose = f"{whose} {clauses.slice(verb, verb)}"
    return f"{whose} compared with {clauses.slice(start, end)}"
