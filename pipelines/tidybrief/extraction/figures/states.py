"""States that stand behind counted people or things, and what put them there: "74 injured", "left 40 people homeless",
"made 300 workers redundant".

What belongs here: knowing such a state, and the indicator where grammar leaves no choice. All other ways are
candidates; which words tell states is data (`states` of `lexicon/figures.toml`).
"""

from tidybrief.extraction.grammar.clauses import Clauses
from tidybrief.extraction.grammar.frames import Frame
from tidybrief.extraction.grammar.phrases import past_participle
from tidybrief.extraction.grammar.plurals import plural
from tidybrief.extraction.grammar.word_classes import (
    CONJUNCTION,
    DATE,
    NAME,
    NOUN,
    PARTICIPLE,
    PREPOSITION,
    SUBORDINATOR,
)
from tidybrief.extraction.records import Quantity

_GAPS = frozenset({"", ",", ":", CONJUNCTION})
_ENDS = frozenset({"", ".", ",", ";", PREPOSITION, CONJUNCTION, SUBORDINATOR, DATE})


def state_behind(place: int, clauses: Clauses) -> str:
    """The word at a position if it tells a state in place of a noun ("74 injured", "12 dead"); "" for nothing."""
    word = clauses.word(place)
    return word if clauses.kind(place) == PARTICIPLE or word in clauses.vocabulary.states else ""


def told_state(quantity: Quantity, first: int, after: int, clauses: Clauses, frame: Frame) -> str:
    """What a count says where a state stands behind it, and a verb before it leads there or none stands; else ""."""
    if quantity.kind != "count":
        return ""
    if (size := _size(first, after, clauses)) is not None:
        return size
    tells_a_state = frame.verb == after or clauses.word(after) in clauses.vocabulary.states
    if frame.opens and not (tells_a_state and clauses.kind(after + 1) in _ENDS):
        return ""
    things, state = _things_and_state(quantity, after, clauses, frame)
    if not things or not state:
        return ""
    left = clauses.before_qualifiers(first)
    if clauses.base(left) in clauses.vocabulary.leading_to_states:
        return f"{things} {past_participle(left, clauses)} {state}"
    exists = clauses.word(left) in ("were", "was", "are", "is") and clauses.word(left - 1) == "there"
    is_gapped = clauses.kind(left) in _GAPS and quantity.unit == "person"
    is_bare = frame.counted is None or (frame.counted.first == frame.counted.last and clauses.words[after] == state)
    return f"{things} {state}" if is_bare and (exists or is_gapped) else ""


def _size(first: int, after: int, clauses: Clauses) -> str | None:
    """ "The staff was 300 strong", "a 300-strong crew": the group; None where the number tells no size."""
    strong = after + (clauses.kind(after) == "-")
    if clauses.word(strong) != "strong":
        return None
    if clauses.kind(strong + 1) in (NOUN, NAME):
        last = clauses.phrase_after(strong + 1)
        return clauses.slice(strong + 1, last)
    left = clauses.before_qualifiers(first)
    if clauses.kind(left) in (",", NOUN):
        end = left + (clauses.kind(left) == NOUN)
        return clauses.slice(clauses.phrase_before(end), end - 1)
    subject = clauses.subject_phrase(first)
    return clauses.slice(*subject) if subject is not None else ""


def _things_and_state(quantity: Quantity, after: int, clauses: Clauses, frame: Frame) -> tuple[str, str]:
    """What is counted, and the state behind it; each "" where it is not said."""
    counted = frame.counted
    if counted is None:
        state = state_behind(after, clauses)
        is_attribute = clauses.kind(after + 1) in (NOUN, NAME)
        return ("", "") if is_attribute or quantity.unit == "number" else (plural(quantity.unit), state)
    if clauses.word(counted.last) in clauses.vocabulary.states:
        alone = counted.last == counted.first
        things = plural(quantity.unit) if alone else clauses.slice(counted.first, counted.last - 1)
        return things, clauses.word(counted.last)
    return clauses.slice(counted.first, counted.last), state_behind(counted.last + 1, clauses)
