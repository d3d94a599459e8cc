"""What a duration measures where grammar leaves no choice: "its lowest level in nine years", "the course takes two
years", "prices have fallen over the past two months", "has been without a job for a year".

What belongs here: such wordings and the indicator of each. All other ways in which a duration is told are candidates
(`indicator_durations`).
"""

import re

from tidybrief.extraction.figures.limits import time_until_limit
from tidybrief.extraction.figures.owners import without_owner
from tidybrief.extraction.grammar.clauses import Clauses
from tidybrief.extraction.grammar.frames import SPANS, past_rate
from tidybrief.extraction.grammar.phrases import inside_phrase, is_passive, past_participle, tail_end
from tidybrief.extraction.grammar.word_classes import (
    ADVERB,
    AUXILIARY,
    BEING,
    CONJUNCTION,
    DASHES,
    DATE,
    DETERMINER,
    GERUND,
    IS_OR_WAS,
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
)
from tidybrief.extraction.records import Figure, Quantity

_EXTREMES = frozenset({"high", "low", "peak", "record", "best", "worst", "maximum", "minimum"})
_SUPERLATIVE = re.compile(r"(?:\w{2,}est|most|least|best|worst)$")
_NO_SUPERLATIVE = frozenset({"interest", "forest", "harvest", "protest", "contest", "request", "west", "test", "rest"})
_GRADES = frozenset({"level", "levels", "rate", "point", "reading", "value", "pace", "price", "number", "share"})
_WELL_UNDERSTOOD = 0.6
_EDGES_OF_SPANS = SPANS | {"first", "final", "previous", "preceding", "following"}
_BREAKS = frozenset({",", ";", ":", VERB, CONJUNCTION, *DASHES})
_LASTING = frozenset({"last", "take", "run", "span", "drag", "go", "continue", "endure", "persist"})
_WITH_PARTICLE = frozenset({"on"})
_ALLOWING = frozenset({"have", "give", "take", "get", "allow", "grant", "need", "spend", "require"})
_OF_RECEIVERS = frozenset({NOUN, NAME, DETERMINER, PRONOUN})
_THROUGH = frozenset({"for", "over", "in", "during", "within", "throughout"})
_POINTS = frozenset({"ago", "after", "before", "earlier", "later", "since", "old", "from", "away", "long", "early"})
_ENDS = frozenset({"", ".", ",", ";", ":", ")", PREPOSITION, CONJUNCTION, SUBORDINATOR, DATE, *DASHES})
_FRONTS = frozenset({"", ",", ";", CONJUNCTION, SUBORDINATOR})
_SPENDING = {"wait": "waiting", "spend": "spent"}
_DEADLINES = frozenset({"in", "within"})
_OPENING_OBJECTS = frozenset({NOUN, NAME, DETERMINER, GERUND})
_PUNISHING = frozenset({"sentence", "jail", "imprison"})
_FACING = frozenset({"face", "get", "receive", "serve", "give"})
_PRISONS = frozenset({"prison", "jail"})
_NOUNS_OF_TIME = frozenset({
    "time", "wait", "delay", "sentence", "term", "period", "duration", "length", "tenure", "expectancy", "deadline",
    "gap", "stay", "week", "commute", "life",
})  # fmt: skip
_FORETELLING = frozenset({"will", "would", "may", "might", "could", "can", "should", "must", "shall"})
_IN_PREDICATES = frozenset({NOUN, NAME, PREPOSITION, DETERMINER, ADVERB, PARTICIPLE, OF, "-"})
_IN_COMPLEMENTS = frozenset({NOUN, NAME, PREPOSITION, DETERMINER, ADVERB, GERUND, PARTICIPLE, OF, TO, CONJUNCTION, "-"})
_LOOSE = frozenset({PREPOSITION, TO, OF, CONJUNCTION, ADVERB, DETERMINER})
_HEADS = frozenset({NOUN, NAME, GERUND, PARTICIPLE})
_FIRSTS = frozenset({"first", "only"})
_DUTIES = frozenset({"shall", "must"})
_LONGEST_DUTY = 40
_LONGEST = 9


def told_duration(quantity: Quantity, first: int, after: int, clauses: Clauses, earlier: Figure | None) -> str:
    """What the duration from word `first` to before `after` measures; "" where more than one answer is possible.

    `earlier` is the figure before it.
    """
    return (
        _punishment(first, after, clauses)
        or _extreme_of_years(first, after, clauses)
        or _taken_to(first, after, clauses)
        or _span_of_earlier(quantity, first, clauses, earlier)
        or time_until_limit(quantity, clauses)
        or _lasting(first, after, clauses)
        or _spent(first, after, clauses)
        or _worth(first, after, clauses)
        or _meanwhile(quantity, first, after, clauses)
    )


def _extreme_of_years(first: int, after: int, clauses: Clauses) -> str:
    """ "a ten-year high", "its lowest level in ten years"."""
    extreme = after + (clauses.kind(after) == "-")
    left = clauses.before_qualifiers(first)
    if clauses.word(extreme) in _EXTREMES and clauses.kind(extreme + 1) not in (NOUN, GERUND):
        return f"{clauses.word(extreme)} of {whose}" if (whose := _whose(left + 1, clauses)) else clauses.word(extreme)
    if clauses.word(left) not in ("in", "for"):
        return ""
    start = clauses.phrase_before(left)
    superlative = next((place for place in range(start, left) if _is_superlative(clauses.word(place))), -1)
    if superlative < 0:
        return ""
    what = clauses.slice(superlative, left - 1)
    whose = _whose(superlative, clauses) if clauses.word(left - 1) in _GRADES else ""
    return f"{what} of {whose}" if whose and f" {OF} " not in what else what


def _taken_to(first: int, after: int, clauses: Clauses) -> str:
    """ "It takes nine hours to charge the lorry", "gave them nine days to reply": the time, and what for."""
    left = clauses.before_qualifiers(first)
    verb = left
    while clauses.kind(verb) in _OF_RECEIVERS and left - verb < _LONGEST:
        verb -= 1
    takes = clauses.base(left) == "take" or clauses.base(verb) in _ALLOWING
    if not takes or clauses.kind(after) != TO or clauses.kind(after + 1) not in (VERB, NOUN):
        return ""
    return f"time {clauses.slice(after, tail_end(after, clauses, 6))}"


def _span_of_earlier(quantity: Quantity, first: int, clauses: Clauses, earlier: Figure | None) -> str:
    """ "invested $9 million in roads over the next four years": the period of what the clause tells."""
    spans = clauses.word(first - 1) in SPANS and clauses.kind(first - 2) == DETERMINER
    if not spans or clauses.word(first - 3) not in ("over", "in", "within", "during"):
        return ""
    if earlier is None or earlier.sentence_no != quantity.sentence_no or earlier.kind == "duration":
        return ""
    between = clauses.classes[clauses.at(earlier.end) : first - 3]
    is_understood = earlier.indicator and earlier.indicator_confidence >= _WELL_UNDERSTOOD
    return f"period of {earlier.indicator}" if is_understood and _BREAKS.isdisjoint(between) else ""


def _is_superlative(word: str) -> bool:
    return _SUPERLATIVE.match(word) is not None and word not in _NO_SUPERLATIVE


def _whose(place: int, clauses: Clauses) -> str:
    """What has reached an extreme that is told from a position on: the noun before its bracket, else the subject."""
    if clauses.word(place - 1) == "(":
        return clauses.slice(clauses.phrase_before(place - 1), place - 2)
    subject = clauses.subject_phrase(place)
    if subject is None or NOUN not in clauses.classes[subject[0] : subject[1] + 1]:
        return ""
    return without_owner(subject[0] + (clauses.kind(subject[0]) in (VERB, PARTICIPLE)), subject[1], clauses)


def _lasting(first: int, after: int, clauses: Clauses) -> str:
    """ "The course takes two years", "the talks dragged on for nine hours": the length of the subject."""
    left = _past_average(first, clauses)
    if clauses.word(left) in IS_OR_WAS and clauses.kind(after) in _ENDS and clauses.word(after) not in _POINTS:
        told = clauses.subject_phrase(left + 1)
        is_span = told is not None and clauses.word(told[1]) in _NOUNS_OF_TIME
        return without_owner(*told, clauses) if told is not None and is_span else ""
    verb = left - (clauses.word(left) in ("for", "over"))
    verb -= clauses.word(verb) in _WITH_PARTICLE
    lasts = clauses.kind(verb) in (VERB, PARTICIPLE) and clauses.base(verb) in _LASTING
    if not lasts or clauses.kind(after) not in _ENDS or is_passive(verb, clauses):
        return ""
    subject = clauses.subject_phrase(verb + 1)
    if subject is None or clauses.kind(subject[1]) != NOUN or clauses.word(subject[1]) in clauses.vocabulary.takers:
        return ""
    whose = without_owner(*subject, clauses)
    return f"length of the {inside_phrase(subject[0], whose, clauses)}" if whose else ""


def _past_average(first: int, clauses: Clauses) -> int:
    """The last word before a number, and before "an average of" where that leads to it."""
    left = clauses.before_qualifiers(first)
    if clauses.kind(left) == OF and clauses.word(left - 1) in clauses.vocabulary.light_nouns:
        left -= 2
        while clauses.kind(left) == DETERMINER:
            left -= 1
    return left


def _punishment(first: int, after: int, clauses: Clauses) -> str:
    """ "sentenced to nine years", "faces up to nine years in prison": the sentence."""
    left = clauses.before_qualifiers(first)
    verb = clauses.verb_before(left)
    sentences = clauses.kind(left) == TO and clauses.base(verb) in _PUNISHING
    jails = clauses.kind(left) != NOUN and clauses.base(left) in _FACING and clauses.word(after + 1) in _PRISONS
    return "prison sentence" if (verb >= 0 and sentences) or jails else ""


def _spent(first: int, after: int, clauses: Clauses) -> str:
    """ "Patients wait 40 days for a bed", "spends 50 minutes a day on the road": the time, and on what."""
    verb = _past_average(first, clauses)
    how = _SPENDING.get(clauses.base(verb), "") if clauses.kind(verb) != NOUN else ""
    place = past_rate(after, clauses)
    goes_on = clauses.kind(place) in (PREPOSITION, TO, GERUND) and clauses.kind(place + 1) != DATE
    return f"time {how} {clauses.slice(place, tail_end(place, clauses))}" if how and goes_on else ""


def _worth(first: int, after: int, clauses: Clauses) -> str:
    """ "covers 14 months of production", "after four years of construction": what goes on for so long; the time since
    of "within two months of its launch".
    """
    left = clauses.before_qualifiers(first)
    start = after + 1 + (clauses.word(after + 1) in OWNING)
    end = clauses.phrase_after(start)
    if clauses.kind(after) != OF or end < start or clauses.kind(end) != NOUN or clauses.kind(left) == OF:
        return ""
    if clauses.word(left) == "within":
        return _time_by_duty(after, clauses) or f"time since {clauses.slice(start, end)}"
    verb = clauses.verb_before(left + 1)
    if clauses.word(first - 1) in _EDGES_OF_SPANS or clauses.base(verb) in _PUNISHING or clauses.kind(start) == NAME:
        return ""
    participle = past_participle(verb, clauses) if verb == left and clauses.base(verb) not in _ALLOWING else ""
    return f"{clauses.slice(start, tail_end(end, clauses))} {participle}".rstrip()


def _time_by_duty(after: int, clauses: Clauses) -> str:
    """ "Within 90 days of the order, the agency shall submit a report": the time to submit a report."""
    reach = range(after, min(len(clauses.words), after + _LONGEST_DUTY))
    modal = next((place for place in reach if clauses.words[place] in _DUTIES), -1)
    verb = clauses.main_verb(modal) if modal >= 0 else -1
    acts = verb >= 0 and clauses.kind(verb) != AUXILIARY
    return f"time to {clauses.base(verb)} {clauses.slice(verb + 1, tail_end(verb, clauses))}" if acts else ""


def _meanwhile(quantity: Quantity, first: int, after: int, clauses: Clauses) -> str:
    """ "Prices have fallen over the past two months", "has been without a job for a year": what goes on meanwhile."""
    left = _preposition_before(quantity, first, clauses)
    if clauses.word(left) not in _THROUGH or clauses.word(after) in _POINTS:
        return ""
    if clauses.kind(left - 1) == AUXILIARY and clauses.kind(after) == PARTICIPLE:
        return _going_on(after, _end_of_complements(after, clauses), clauses)
    if clauses.kind(left - 1) in _FRONTS and (told := _behind_front(after, clauses)):
        return told
    verb = clauses.verb_before(left) if clauses.kind(after) in _ENDS else -1
    if verb < 0 or left - verb > _LONGEST or _tells_an_extreme(left, clauses):
        return ""
    words = clauses.words[clauses.subject_end(verb) : verb]
    foretold = not _FORETELLING.isdisjoint(words) or clauses.kind(verb - 1) == TO
    if foretold and clauses.word(left) in _DEADLINES:
        return f"time to {clauses.base(verb)} {clauses.slice(verb + 1, left - 1)}".rstrip()
    return _going_on(verb, left - 1, clauses)


def _tells_an_extreme(left: int, clauses: Clauses) -> bool:
    """ "The most important law passed in nine years": how long there was no other."""
    before = clauses.words[max(0, left - _LONGEST) : left]
    return clauses.word(left) == "in" and any(word in _FIRSTS or _is_superlative(word) for word in before)


def _preposition_before(quantity: Quantity, first: int, clauses: Clauses) -> int:
    """The last word before a span of time and its qualifiers: the "over" of "over (the past three months)"."""
    left = first - 1
    if clauses.word(left) in SPANS:
        return left - 1 - (clauses.kind(left - 1) == DETERMINER)
    if clauses.word(left) == "over" and quantity.qualifier == "exact":
        return left
    left = clauses.before_qualifiers(first)
    return left - (clauses.kind(left) == DETERMINER)


def _behind_front(after: int, clauses: Clauses) -> str:
    """ "Over the past two months(,) prices have fallen": the clause behind the comma."""
    start = after + (clauses.word(after) == ",")
    subject = start + (clauses.kind(start) == DETERMINER)
    end = subject if clauses.kind(start) == PRONOUN else clauses.phrase_after(subject)
    verb = clauses.verb_after(end + 1, 4)
    if end < subject or verb < 0:
        return ""
    main = clauses.main_verb(verb)
    return _going_on(main, _end_of_complements(main, clauses), clauses)


def _end_of_complements(verb: int, clauses: Clauses) -> int:
    """The last word of what goes on behind a verb, before the next figure that is not its object."""
    last = verb + (clauses.kind(verb + 1) == QUANTITY)
    while last < verb + _LONGEST and clauses.kind(last + 1) in _IN_COMPLEMENTS:
        last += 1
    while last > verb and clauses.kind(last) in _LOOSE:
        last -= 1
    return last


def _going_on(verb: int, last: int, clauses: Clauses) -> str:
    """The time in which a clause holds whose verb, and last word besides the duration, are given."""
    behind = verb + 1 + (" " in clauses.lemma(verb))
    rest = clauses.classes[behind : last + 1]
    if clauses.kind(verb) == AUXILIARY:
        return _being(verb, last, clauses)
    if rest[:2] == [QUANTITY, NOUN]:
        behind, rest = behind + 1, rest[1:]
    if not _IN_COMPLEMENTS.issuperset(rest) or clauses.base(verb) in _PUNISHING:
        return ""
    if clauses.kind(verb) == GERUND:
        return f"time {clauses.slice(verb, last)}" if clauses.kind(verb - 1) in (AUXILIARY, ADVERB) else ""
    participle = past_participle(verb, clauses)
    if rest and rest[0] in _OPENING_OBJECTS and not is_passive(verb, clauses):
        things = behind + (rest[0] == DETERMINER)
        end = min(clauses.phrase_after(things), last)
        told = f"{clauses.slice(things, end)} {participle} {clauses.slice(end + 1, last)}".rstrip()
        return f"time in which {told}" if end >= things and clauses.kind(things) in _HEADS and participle else ""
    subject = clauses.subject_phrase(verb + 1)
    if subject is None or clauses.kind(subject[1]) != NOUN or clauses.word(subject[1]) in clauses.vocabulary.takers:
        return f"time {participle} {clauses.slice(behind, last)}" if rest and participle else ""
    whose = inside_phrase(subject[0], without_owner(*subject, clauses), clauses)
    return f"time in which {whose} {clauses.slice(verb, last)}" if whose and participle else ""


def _being(verb: int, last: int, clauses: Clauses) -> str:
    """ "has been without a job (for a year)": the time in a state."""
    rest = clauses.classes[verb + 1 : last + 1]
    is_state = (
        clauses.word(verb) in BEING and rest and rest[0] not in (DETERMINER, QUANTITY) and rest[-1] != PREPOSITION
    )
    return f"time {clauses.slice(verb + 1, last)}" if is_state and _IN_PREDICATES.issuperset(rest) else ""
