"""Changes told by a noun, or done to an object, where grammar leaves no choice: "a 12 percent rise in sales", "$9
million, an increase of 12 percent", "lifted its shares by 3 percent".

What belongs here: what changed, and the level that a change led to. Changes told by their own verb stand in `changes`.
"""

from tidybrief.extraction.figures.changes import OF_LEVELS, UNDERSTOOD, without_change
from tidybrief.extraction.figures.owners import past_owner, without_owner
from tidybrief.extraction.grammar.clauses import Clauses
from tidybrief.extraction.grammar.frames import RATES
from tidybrief.extraction.grammar.word_classes import (
    ADVERB,
    AUXILIARY,
    DASHES,
    DATE,
    DETERMINER,
    GERUND,
    NAME,
    NOUN,
    OF,
    PARTICIPLE,
    QUANTITY,
    SUBORDINATOR,
    TO,
    VERB,
)
from tidybrief.extraction.records import Figure, Quantity

_UNITS_OF_LEVELS = frozenset({"unit", "household", "person"})
_BARE_UNITS = frozenset({"units", "households"})
_LONGEST_CHANGE = 6
_ENDING = frozenset({VERB, PARTICIPLE, AUXILIARY, ","})
_AMOUNTING = frozenset({"marking", "representing", "marks", "represents"})
_EQUATING = frozenset({"is", "was", "represents", "represented", "marks", "marked"})
_PRONOUNS = frozenset({"that", "this", "it", "which"})
_PERIODS = frozenset({"period", "quarter", "half", "year", "month", "week", "decade", "season", "time", "session"})
_WHICH_PERIOD = frozenset({
    "same", "previous", "prior", "preceding", "following", "corresponding", "comparable", "first", "last", "latest",
    "next", "current", "coming", "past", "full", "later", "earlier", "third", "second", "fourth", "reporting", "final",
})  # fmt: skip
_BEFORE_PERIODS = frozenset({DETERMINER, DATE, QUANTITY, ADVERB, "-"})
_LONGEST_TIME = 6


def told_by_noun(quantity: Quantity, first: int, after: int, clauses: Clauses, earlier: Figure | None) -> str:
    """What the quantity from word `first` to before `after` is the change of, or the level after it; "" for neither.

    `earlier` is the figure before it.
    """
    change = _of_noun(quantity, first, after, clauses, earlier) if quantity.kind in OF_LEVELS else ""
    if change or counts_its_own(quantity, after, clauses):
        return change
    return _level_of_change(quantity, first, clauses, earlier) or _of_object(quantity, first, after, clauses)


def counts_its_own(quantity: Quantity, after: int, clauses: Clauses) -> bool:
    """Whether a noun of its own stands behind a number, that is none for the units which levels are told in."""
    is_noun = quantity.kind not in ("percent", "measure") and clauses.kind(after) in (NOUN, OF)
    is_bare = quantity.unit in _UNITS_OF_LEVELS or clauses.word(after) in _BARE_UNITS
    return is_noun and not is_bare


def _of_noun(quantity: Quantity, first: int, after: int, clauses: Clauses, earlier: Figure | None) -> str:
    """ "a 12 percent rise in sales", "$9 billion, a 12 percent increase", "shares suffered a decline of 2 percent"."""
    left = clauses.before_qualifiers(first)
    noun_at = left - 1 if clauses.kind(left) == OF else _noun_behind(after, clauses)
    noun = clauses.word(noun_at)
    if noun not in clauses.vocabulary.change_nouns:
        return ""
    behind = max(noun_at, after - 1) + 1
    if clauses.word(behind) in ("in", "of", "for", "to") and not tells_time(behind, clauses):
        return _with_what_follows(noun_at, clauses) if noun_at >= after else ""
    verb = left if noun_at >= after else clauses.phrase_before(left) - 1
    if noun_at >= after and clauses.kind(verb) in (NOUN, ADVERB) and clauses.kind(verb - 1) == DETERMINER:
        verb -= 1  # "a marginal 3 percent rise"
    while clauses.kind(verb) in (DETERMINER, ADVERB) or clauses.word(verb) == "a":
        verb -= 1
    is_apposed = clauses.word(verb) == "," or clauses.word(verb) in DASHES or clauses.word(verb) in _AMOUNTING
    is_apposed = is_apposed or clauses.word(verb - 1) == "compared" or is_said_of_pronoun(verb, clauses)
    if not is_apposed and (
        clauses.base(verb) not in clauses.vocabulary.verbs_of_undergoing or quantity.kind != "percent"
    ):
        return ""
    if is_apposed or clauses.kind(verb - 1) == SUBORDINATOR:
        return _of_earlier(noun, quantity, earlier)
    subject = clauses.subject_phrase(verb + 1) if clauses.kind(verb) in (VERB, PARTICIPLE, GERUND) else None
    is_measured = subject is not None and clauses.kind(subject[1]) == NOUN
    if subject is None or not is_measured or clauses.word(subject[1]) in clauses.vocabulary.takers:
        return ""
    changed = without_owner(*subject, clauses)
    return f"{noun} in {changed}" if changed and clauses.word(subject[1]) not in clauses.vocabulary.only_showing else ""


def _noun_behind(after: int, clauses: Clauses) -> int:
    """The last word of the noun phrase behind a percentage, without what it is "of"; -1 for none."""
    start = last = after + (clauses.kind(after) == "-")
    while last < start + _LONGEST_CHANGE and clauses.kind(last) in (NOUN, ADVERB, DATE, "-", PARTICIPLE):
        last += 1
    return last - 1 if last > start else -1


def _with_what_follows(noun_at: int, clauses: Clauses) -> str:
    """ "surge in first-quarter profits"."""
    start = noun_at + 2
    while clauses.kind(start) in (DETERMINER, DATE, "-"):
        start += 1
    last = clauses.phrase_after(start)
    is_noun = last >= start and clauses.kind(last) == NOUN and clauses.kind(last + 1) != QUANTITY
    is_part = clauses.word(noun_at + 1) == "in" and is_noun
    changed = without_owner(start, last, clauses) if is_part else ""
    return f"{clauses.word(noun_at)} in {changed}" if changed else ""


def _of_earlier(noun: str, quantity: Quantity, earlier: Figure | None) -> str:
    """The change of what the figure before measures, in the same sentence or the one before."""
    if earlier is None or not earlier.indicator or quantity.sentence_no - earlier.sentence_no > 1:
        return ""
    is_understood = earlier.indicator_confidence >= UNDERSTOOD
    return f"{noun} in {without_change(earlier.indicator)}" if is_understood else ""


def tells_time(preposition: int, clauses: Clauses) -> bool:
    """Whether a preposition leads to a time that is told without a date: "in the same period", "over this time"."""
    place = preposition + 1
    date = place + (clauses.kind(place) == DETERMINER)
    if clauses.kind(date) == DATE and clauses.kind(date + 1) not in (NOUN, NAME, "-"):
        return True
    while place < preposition + _LONGEST_TIME and clauses.word(place) not in _PERIODS:
        if clauses.kind(place) not in _BEFORE_PERIODS and clauses.word(place) not in _WHICH_PERIOD:
            return False
        place += 1
    return clauses.word(place) in _PERIODS and clauses.kind(place + 1) not in (NOUN, OF)


def is_said_of_pronoun(verb: int, clauses: Clauses) -> bool:
    """ "That is an increase of": the change is that of what was told before."""
    return clauses.word(verb) in _EQUATING and clauses.word(verb - 1) in _PRONOUNS


def _level_of_change(quantity: Quantity, first: int, clauses: Clauses, earlier: Figure | None) -> str:
    """ "a 9 percent rise in revenue, reaching $44 billion", "a 9 percent climb in sales to $9 million": what rose."""
    if earlier is None or earlier.kind != "percent" or earlier.sentence_no != quantity.sentence_no:
        return ""
    if quantity.kind == "percent" or not earlier.indicator or earlier.indicator_confidence < UNDERSTOOD:
        return ""
    left = clauses.before_qualifiers(first)
    reaches = clauses.base(left) in clauses.vocabulary.verbs_of_level
    is_apposed = reaches and clauses.kind(left) == GERUND and clauses.kind(left - 1) in (",", DATE)
    is_apposed = is_apposed or (reaches and clauses.kind(left - 1) == TO)
    since = clauses.classes[clauses.at(earlier.end) : left]
    leads = clauses.word(left) == "to" and (not since or NOUN in since) and _ENDING.isdisjoint(since)
    noun, joint, rest = earlier.indicator.partition(" in ")
    is_change = joint and noun.rpartition(" ")[2].lower() in clauses.vocabulary.change_nouns
    return rest if is_change and (is_apposed or leads) else ""


def _of_object(quantity: Quantity, first: int, after: int, clauses: Clauses) -> str:
    """ "lifted Acme's shares by 3 percent": the change, and the object of its verb; of "to 3 percent" the object."""
    if quantity.kind not in OF_LEVELS or clauses.word(after) in RATES:
        return ""
    left = clauses.before_qualifiers(first)
    led_by = clauses.word(left)
    if led_by == "to" and clauses.kind(left - 1) == QUANTITY:
        left = clauses.before_qualifiers(left - 1)
    verb = clauses.verb_before(left)
    noun = clauses.vocabulary.nouns_of_changes.get(clauses.word(verb)) if verb >= 0 else None
    start = verb + 1 + (clauses.kind(verb + 1) == DETERMINER)
    end = left - (clauses.word(left) in ("by", "to"))
    is_split = led_by == "to" and clauses.word(end) in ("up", "down")  # "bring the fees down to"
    end -= is_split
    if led_by not in ("by", "to") or (noun is None and not is_split) or not start <= end:
        return ""
    if clauses.phrase_after(start) != end or clauses.kind(end) != NOUN:
        return ""
    changed = clauses.slice(past_owner(start, end, clauses), end)
    return f"{noun} {changed}" if led_by == "by" else changed
