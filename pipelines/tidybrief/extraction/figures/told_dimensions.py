"""What a physical measure is of by the verb or phrase beside it: "weighs 9 tonnes", "draws 450 watts", "9 metres in
diameter", "travelled 9 miles to school".

What belongs here: such wordings and the indicator of each. Distances from a place stand in `told_measures`.
"""

from tidybrief.extraction.figures.owners import without_owner
from tidybrief.extraction.grammar.clauses import Clauses
from tidybrief.extraction.grammar.frames import past_rate
from tidybrief.extraction.grammar.phrases import inside_phrase, past_brackets, past_participle, tail_end
from tidybrief.extraction.grammar.word_classes import (
    DETERMINER,
    GERUND,
    NAME,
    NOUN,
    OF,
    PARTICIPLE,
    PREPOSITION,
    TO,
    VERB,
)
from tidybrief.extraction.records import Quantity

_DIMENSIONS = frozenset({
    "diameter", "length", "height", "width", "depth", "thickness", "circumference", "weight", "size", "area", "volume",
    "radius", "altitude", "elevation", "capacity", "duration",
})  # fmt: skip
LENGTHS = frozenset({"mile", "kilometer", "meter", "foot", "yard", "nautical mile", "light year"})
_AREAS = ("acre", "hectare", "square")
_OF_AREA = frozenset({"cover", "occupy", "span", "measure"})
_OF_LENGTH = frozenset({"span", "stretch", "extend"})
_OF_POWER = {"draw": "power draw", "consume": "power consumption", "use": "power consumption"}
_OF_UNITS = {
    "watt": "power", "hour": "energy", "joule": "energy", "byte": "data", "celsius": "temperature",
    "kelvin": "temperature", "fahrenheit": "temperature", "degree": "temperature", "knot": "speed", "acre": "area",
    "hectare": "area", "liter": "volume", "gallon": "volume",
}  # fmt: skip
"""The dimension of a unit by how it ends."""
_OF_DISTANCE = frozenset(
    {"mile", "kilometer", "meter", "centimeter", "millimeter", "foot", "inch", "yard", "light year"}
)
_LIMITING = frozenset({"limit", "restrict", "cap", "limited", "restricted", "capped"})
_MOVING = frozenset({
    "travel", "walk", "drive", "fly", "march", "swim", "sail", "run", "retreat", "advance", "ride", "cycle", "drift",
    "migrate", "trek", "cover",
})  # fmt: skip


def told_dimension(quantity: Quantity, first: int, after: int, clauses: Clauses) -> str:
    """What the physical measure from word `first` to before `after` is; "" where neither verb nor phrase tells."""
    return _state(quantity.unit, first, after, clauses) or _told_by_verb(quantity, first, after, clauses)


def _told_by_verb(quantity: Quantity, first: int, after: int, clauses: Clauses) -> str:
    """ "9 metres in diameter", "travelled 9 miles to school", "weighs 9 tonnes"."""
    place = past_brackets(after + (clauses.word(after) == ")"), clauses)
    if clauses.word(place) == "in" and clauses.word(place + 1) in _DIMENSIONS and clauses.kind(place + 2) != OF:
        return clauses.word(place + 1)
    verb = clauses.before_qualifiers(first)
    if clauses.kind(verb) == GERUND:
        return _by_gerund(quantity.unit, verb, clauses)
    if clauses.kind(verb) not in (VERB, PARTICIPLE) or clauses.kind(place) in (OF, NOUN, NAME, "-"):
        return ""
    if quantity.unit in LENGTHS and clauses.base(verb) in _MOVING:
        start = past_rate(place, clauses)
        leads = clauses.kind(start) in (TO, PREPOSITION)
        tail = clauses.slice(start, tail_end(start, clauses)) if leads else ""
        return f"distance {past_participle(verb, clauses) or clauses.word(verb)} {tail}".rstrip()
    dimension = _dimension_by_verb(quantity.unit, clauses.base(verb))
    subject = clauses.subject_phrase(verb + 1) if dimension else None
    if subject is None or clauses.kind(subject[1]) != NOUN or clauses.word(subject[1]) in clauses.vocabulary.takers:
        return dimension
    whose = inside_phrase(subject[0], without_owner(*subject, clauses), clauses)
    return f"{dimension} of the {whose}" if whose else dimension


def _by_gerund(unit: str, verb: int, clauses: Clauses) -> str:
    """ "a mission covering 160 square miles", "parcels weighing 9 kilos"."""
    dimension, done = _dimension_by_verb(unit, clauses.base(verb)), past_participle(verb, clauses)
    if dimension == "area" and done and clauses.kind(verb - 1) == NOUN:
        return f"area {done} by the {clauses.word(verb - 1)}"
    return dimension if dimension == "weight" else ""


def dimension_of(unit: str) -> str:
    """The noun for what a unit measures: power of watts, speed of miles per hour; "" where the lists have none."""
    measured, _, base = unit.partition(" per ")
    if measured in _OF_DISTANCE:
        return "speed" if base in ("hour", "second", "minute") else "" if base else "distance"
    if measured.startswith(("square ", "cubic ")):
        return "area" if measured.startswith("square ") else "volume"
    return next((dimension for end, dimension in _OF_UNITS.items() if measured.endswith(end)), "")


def _state(unit: str, first: int, after: int, clauses: Clauses) -> str:
    """ "Trains may run at 90 km/h", "At 900 kelvin the gas escapes", "limited to 90 km/h": speeds and temperatures."""
    dimension = dimension_of(unit)
    if dimension not in ("speed", "temperature") or clauses.kind(after) in (OF, NOUN, NAME, "-"):
        return ""
    left = clauses.before_qualifiers(first)
    verb = clauses.verb_before(left) if left > 0 else -1
    if clauses.word(left) == "to" and clauses.base(verb) in _LIMITING:
        return f"{dimension} limit"
    if clauses.word(left) != "at" or (left > 0 and (verb < 0 or clauses.kind(left - 1) in (",", ";"))):
        return ""
    if clauses.kind(verb) == GERUND:
        return f"{dimension} of {clauses.slice(verb, left - 1)}"
    start = after + (clauses.word(after) == ",")
    start += clauses.kind(start) == DETERMINER
    subject = clauses.subject_phrase(left) if left > 0 else (start, clauses.phrase_after(start))
    if subject is None or clauses.kind(subject[1]) != NOUN:
        return dimension
    whose = inside_phrase(subject[0], without_owner(*subject, clauses), clauses)
    return f"{dimension} of the {whose}" if whose else dimension


def _dimension_by_verb(unit: str, verb: str) -> str:
    """The noun for what a verb tells in a unit: the weight of what weighs so much."""
    if unit.endswith("watt"):
        return _OF_POWER.get(verb, "")
    if unit.startswith(_AREAS):
        return "area" if verb in _OF_AREA else ""
    if unit in LENGTHS and verb in _OF_LENGTH:
        return "length"
    return "weight" if verb == "weigh" else ""
