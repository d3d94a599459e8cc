"""What a duration measures: how long something lasted, how long ago it was, by when something is to be done.

What belongs here: the candidates for durations alone. Those of all kinds stand in `indicator_frames`.
"""

from collections.abc import Iterator
from dataclasses import replace

from tidybrief.extraction.figures.frame_phrases import places, short_and_long, what_follows, words_of
from tidybrief.extraction.grammar.class_context import BEFORE_CLAUSES
from tidybrief.extraction.grammar.clauses import Clauses
from tidybrief.extraction.grammar.frames import Frame
from tidybrief.extraction.grammar.phrases import past_participle, tail_end
from tidybrief.extraction.grammar.word_classes import AUXILIARY, GERUND, PARTICIPLE, PRONOUN, SUBORDINATOR, VERB

_NO_THINGS = frozenset({"early", "late", "long", "old", "away", "apart"})
_LASTING = frozenset({"long", "old"})
"""What a length of time may stand with before a noun: "a two-year long drought"."""
_REACH = 30
_FINITE = frozenset({AUXILIARY, VERB, PARTICIPLE})
_DUTIES = frozenset({"shall", "must", "will", "should"})
_LEADING_TO_A_DEADLINE = frozenset({"within", "in"})


def duration_candidates(
    first: int, after: int, clauses: Clauses, frame: Frame, participle: str
) -> Iterator[tuple[str, str]]:
    """Phrases for a duration from word `first` to before `after`, each with the name of its pattern."""
    yield from _durations(clauses, frame, participle, after)
    yield from _deadline(first, after, clauses)


def _durations(clauses: Clauses, frame: Frame, participle: str, after: int) -> Iterator[tuple[str, str]]:
    """How long something lasted, or how long ago it was."""
    word = clauses.word(after)
    head = "time since" if word in ("ago", "after", "since", "earlier") else "period of"
    if word in BEFORE_CLAUSES and clauses.kind(after) == SUBORDINATOR:
        yield from _since_clause(after, clauses)
    compound = frame.counted if clauses.kind(after) == "-" or "-" in clauses.slice(after - 1, after - 1) else None
    if compound is not None and clauses.word(compound.last) in _NO_THINGS:
        compound = None
    elif compound is not None and clauses.word(compound.first) in _LASTING and compound.first < compound.last:
        compound = replace(compound, first=compound.first + 1)
    for name, theme in places(frame):
        if theme is not compound:
            yield from short_and_long(f"duration of {name}", head, theme, clauses)
    if compound is not None:
        yield from short_and_long("length of the compound", "length of the", compound, clauses)
    if participle:
        yield "time and participle", f"time {participle} {what_follows(frame, clauses)}"
        if frame.object is not None:
            yield "time, participle and object", f"time {participle} {words_of(frame.object, clauses)}"
        if frame.subject is not None:
            yield "time, subject and participle", f"time {words_of(frame.subject, clauses)} {participle}"
    elif clauses.kind(frame.verb) == GERUND:
        yield "time and gerund", f"time {clauses.slice(frame.verb, max(frame.verb, tail_end(frame.verb, clauses)))}"


def _since_clause(after: int, clauses: Clauses) -> Iterator[tuple[str, str]]:
    """ "5 years after the rules were proposed": the time since the rules were proposed."""
    verb = next((place for place in range(after + 1, after + _REACH) if clauses.kind(place) in _FINITE), -1)
    main = clauses.main_verb(verb) if verb > after + 1 else -1
    participle = past_participle(main, clauses) if main >= 0 else ""
    if participle and clauses.kind(verb - 1) != PRONOUN:
        yield "time since a clause", f"time since {clauses.slice(after + 1, verb - 1)} {participle}"


def _deadline(first: int, after: int, clauses: Clauses) -> Iterator[tuple[str, str]]:
    """ "Within 90 days, the agency shall submit a report", "to submit a report within 90 days": time to do it."""
    left = clauses.before_qualifiers(first)
    if clauses.word(left) not in _LEADING_TO_A_DEADLINE:
        return
    verb = clauses.verb_before(left)
    if verb < 0:
        modal = next(
            (
                place
                for place in range(after, min(len(clauses.words), after + _REACH))
                if clauses.words[place] in _DUTIES
            ),
            -1,
        )
        verb = clauses.main_verb(modal) if modal >= 0 else -1
    if verb >= 0 and clauses.kind(verb) != AUXILIARY:
        end = min(tail_end(verb, clauses), left - 1) if verb < left else tail_end(verb, clauses)
        yield "time to act", f"time to {clauses.base(verb)} {clauses.slice(verb + 1, end)}".rstrip()
