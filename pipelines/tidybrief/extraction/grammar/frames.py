"""The clause around a quantity: its verb, and the phrases that fill the places of subject, object and what follows.

What belongs here: who does what in one clause. What a figure measures is put together from it in `indicator_frames`.
"""

from bisect import bisect_left, bisect_right
from dataclasses import dataclass

from tidybrief.extraction.grammar.asides import closing_of, opening_of
from tidybrief.extraction.grammar.clauses import Clauses
from tidybrief.extraction.grammar.noun_phrases import noun_phrases
from tidybrief.extraction.grammar.phrases import is_passive, opens_subject, past_brackets, tail_end
from tidybrief.extraction.grammar.word_classes import (
    ADVERB,
    APOSTROPHES,
    AUXILIARY,
    CONJUNCTION,
    DATE,
    DETERMINER,
    GERUND,
    NOUN,
    NOUN_OR_VERB,
    OF,
    OWNING,
    PARTICIPLE,
    PREPOSITION,
    PRONOUN,
    QUANTITY,
    TO,
    VERB,
)

RATES = frozenset({"per", "a", "an", "each", "every", "apiece"})
SPANS = frozenset({"last", "past", "next", "coming"})
"""What opens a span of time: "over the next five years"."""
_RELATIVE = frozenset({"which", "who", "that"})
_MOST_COMPLEMENTS = 4
_LONGEST_INSERTION = 8
_DEEPEST = 3
_VERBS = frozenset({VERB, PARTICIPLE, AUXILIARY})
_LINKS = frozenset({OF, PREPOSITION, PARTICIPLE, TO, DETERMINER, CONJUNCTION, "-", *APOSTROPHES})


@dataclass(frozen=True, slots=True)
class Phrase:
    """A noun phrase: its first and last word, and the last word of what goes on after it."""

    first: int
    last: int
    end: int


@dataclass(frozen=True, slots=True)
class Frame:
    """The clause of a quantity; a place that nothing fills is None, a verb that is missing -1."""

    verb: int
    lemma: str
    passive: bool
    opens: bool
    """Whether the quantity's own phrase is the subject of the verb."""
    subject: Phrase | None
    taken_up: bool
    """Whether the subject is a pronoun."""
    object: Phrase | None
    counted: Phrase | None
    following: Phrase | None
    link: str
    """The preposition before `following`; "" for none."""
    event: Phrase | None = None
    """The object of the clause that a gerund goes on from: "launched attacks, killing seven people"."""


def frame_of(first: int, after: int, clauses: Clauses) -> Frame:
    """The frame of the quantity that stands from word `first` to before `after`."""
    left = clauses.before_qualifiers(first)
    counted = _phrase_from(past_brackets(after, clauses), clauses, frozenset({"-", ADVERB}))
    past = past_span(past_rate(past_brackets(counted.last + 1 if counted else after, clauses), clauses), clauses)
    following, link = None, ""
    if clauses.kind(past) in (OF, PREPOSITION, TO) and clauses.kind(past + 1) != DATE:
        following = _phrase_from(past + 1, clauses, frozenset({DETERMINER, PREPOSITION, QUANTITY, PARTICIPLE}))
        link = clauses.word(past)
    if opens_subject(first, clauses):
        bound = past_insertion(_past_complements(following.end if following else past - 1, clauses), clauses)
        verb = clauses.verb_after(bound + 1, 3)
        goes_on = clauses.kind(bound + 1) == CONJUNCTION
        if verb >= 0 and not (goes_on and clauses.verb_before(left) >= 0):  # "sells for $9 and lasts for years"
            main = clauses.main_verb(verb)
            target = _phrase_from(main + 1, clauses, frozenset({DETERMINER}))
            return Frame(
                main, clauses.lemma(main), _is_done_to(verb, main, clauses), opens=True, subject=counted,
                taken_up=False, object=target, counted=counted, following=following, link=link,
            )  # fmt: skip
    verb = clauses.verb_before(left + 1)
    if verb < 0:
        return Frame(
            -1, "", passive=False, opens=False, subject=None, taken_up=False, object=None, counted=counted,
            following=following, link=link,
        )  # fmt: skip
    subject, taken_up = _subject_of(verb, clauses)
    event = _object_of(clauses.verb_before(verb), verb, clauses) if clauses.kind(verb) == GERUND else None
    behind = verb + 1 + (" " in clauses.lemma(verb))
    target = _phrase_from(behind, clauses, frozenset({DETERMINER, ADVERB, QUANTITY}))
    if target is not None and target.last >= first:
        target = None
    if target is None and taken_up:
        target = _antecedent(verb, clauses)
    if target is not None and target.first > verb and target.end >= left:
        target = Phrase(target.first, target.last, max(target.last, min(target.end, left - 1)))
    return Frame(
        verb, clauses.lemma(verb), _is_done_to(verb, verb, clauses), opens=False, subject=subject, taken_up=taken_up,
        object=target, counted=counted, following=following, link=link, event=event,
    )  # fmt: skip


def _past_complements(last: int, clauses: Clauses) -> int:
    """The last word of the phrases that go on behind a noun phrase: "people (across 5 of the 9 districts in Assam)"."""
    for _ in range(_MOST_COMPLEMENTS):
        if clauses.kind(last + 1) not in (OF, PREPOSITION):
            break
        if clauses.kind(last + 2) == DATE:
            last += 2
            continue
        phrase = _phrase_from(last + 2, clauses, frozenset({DETERMINER, QUANTITY}))
        if phrase is None:
            break
        last = phrase.end
    return last


def past_insertion(last: int, clauses: Clauses) -> int:
    """The comma that closes what stands between a phrase and its auxiliary (", including the captain, were held"); the
    last word of the phrase where nothing does.
    """
    if clauses.kind(last + 1) != ",":
        return last
    closing = closing_of(last + 1, clauses.words, _LONGEST_INSERTION)
    if closing < 0 or any(kind in _VERBS for kind in clauses.classes[last + 2 : closing]):
        return last
    return closing if clauses.kind(closing + 1) in _VERBS else last


def past_rate(place: int, clauses: Clauses) -> int:
    """The position after "per share" or "a day" where such words stand at a position."""
    if clauses.word(place) in RATES and clauses.kind(place + 1) in (NOUN, DETERMINER, NOUN_OR_VERB):
        return max(place + 1, clauses.phrase_after(place + 1, 3)) + 1
    return place


def past_time(preposition: int, clauses: Clauses) -> int:
    """The position behind a date or span of time that a preposition leads to; that of the preposition for none."""
    if clauses.kind(preposition) != PREPOSITION:
        return preposition
    place = preposition + 1 + (clauses.kind(preposition + 1) == DETERMINER)
    place += clauses.word(place) in SPANS
    is_span = clauses.kind(place) == QUANTITY and clauses.word(place - 1) in SPANS
    return place + 1 if clauses.kind(place) == DATE or is_span else preposition


def past_span(preposition: int, clauses: Clauses) -> int:
    """The same of a span of time alone: "$9 million (over the next two years) in roads"."""
    place = past_time(preposition, clauses)
    return place if place > preposition and clauses.kind(place - 1) == QUANTITY else preposition


def base_of_rate(place: int, clauses: Clauses) -> str:
    """ "share" where "per share" or "a share" stands at a position; "" elsewhere."""
    end = past_rate(place, clauses)
    return clauses.slice(place + 1, end - 1) if end > place else ""


def _is_done_to(verb: int, main: int, clauses: Clauses) -> bool:
    """Whether a verb group, by its first and its main word, is passive."""
    return clauses.kind(main) in (PARTICIPLE, VERB) and (is_passive(main, clauses) or is_passive(verb, clauses))


def _phrase_from(place: int, clauses: Clauses, skipped: frozenset[str]) -> Phrase | None:
    """The noun phrase that starts at a position, or after words of some classes."""
    phrases = noun_phrases(clauses)
    number = bisect_left(phrases, (place, -1))
    if number and phrases[number - 1][0] < place <= phrases[number - 1][1]:
        number -= 1
    elif number == len(phrases):
        return None
    first, last = max(place, phrases[number][0]), phrases[number][1]
    if first - place > 3 or any(clauses.classes[between] not in skipped for between in range(place, first)):
        return None
    return Phrase(first, last, tail_end(last, clauses))


def phrase_until(place: int, clauses: Clauses) -> Phrase | None:
    """The noun phrase, with what goes on after it, that ends at a position."""
    phrases = noun_phrases(clauses)
    number = bisect_right(phrases, (place, place)) - 1
    if number < 0 or phrases[number][1] < place - 1:
        return None
    end = phrases[number][1]
    while number > 0:
        between = clauses.classes[phrases[number - 1][1] + 1 : phrases[number][0]]
        if not between or len(between) > 3 or between[0] not in (OF, PREPOSITION, PARTICIPLE, CONJUNCTION):
            break
        if not _LINKS.issuperset(between) or between[-1] == DATE:
            break
        if CONJUNCTION in between and clauses.word(phrases[number][0] - 1) in OWNING:  # "and its profit rose"
            break
        number -= 1
    first, last = phrases[number]
    return Phrase(first, last, end)


def _object_of(verb: int, before: int, clauses: Clauses) -> Phrase | None:
    """The object of a verb that stands before a position."""
    found = _phrase_from(verb + 1, clauses, frozenset({DETERMINER, ADVERB})) if verb >= 0 else None
    return found if found is not None and found.last < before else None


def _antecedent(verb: int, clauses: Clauses) -> Phrase | None:
    """What a pronoun's verb has for its object in a relative clause: "a hall that it opened"."""
    pronoun = clauses.subject_end(verb) - 1
    relative = clauses.word(pronoun - 1) in _RELATIVE
    return phrase_until(pronoun - 2, clauses) if relative and pronoun >= 2 else None


def _subject_of(verb: int, clauses: Clauses, depth: int = 0) -> tuple[Phrase | None, bool]:
    """The subject of a verb, and whether a pronoun stands for it."""
    if depth > _DEEPEST or verb < 0:
        return None, False
    left = clauses.subject_end(verb) - 1
    while left > 0 and (
        clauses.classes[left] in (DATE, ADVERB)
        or (clauses.classes[left] == PREPOSITION and clauses.classes[left + 1] == DATE)
    ):
        left -= 1
    kind = clauses.kind(left)
    if kind == NOUN and clauses.kind(left + 1) == TO and clauses.verb_before(left) >= 0:
        return _subject_of(clauses.verb_before(left), clauses, depth + 1)
    if kind == PRONOUN and clauses.word(left) not in _RELATIVE:
        return None, True
    if clauses.word(left) in _RELATIVE:
        left -= 1 + (clauses.kind(left - 1) in (OF, PREPOSITION))
        return phrase_until(left - (clauses.kind(left) == ","), clauses), False
    if kind in (CONJUNCTION, TO, PREPOSITION, OF) or (kind == "," and clauses.kind(left + 1) in (GERUND, PARTICIPLE)):
        return _subject_of(clauses.verb_before(left), clauses, depth + 1)
    if kind in (")", ","):
        left = opening_of(left, clauses.words) - 1
    return (phrase_until(clauses.before_relative(left), clauses), False) if left >= 0 else (None, False)
