"""The records that extraction hands on: one frozen class per layer.

What belongs here: the shape of a row while it is still a Python object. What it is called and what it may
hold once it is a column stands in `schemas.py`; the field names are the same there.

Offsets are 0-based half-open code points into `Document.text`: `text[start:end]` is the surface form.
"""

from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True, slots=True)
class Sentence:
    """One sentence, heading, list item or piece of page furniture.

    `section` is the heading path above it, levels joined by " › ", empty at the top of a document.
    `factuality` is None for a question, for boilerplate and for a heading that states nothing.
    """

    sentence_no: int
    start: int
    end: int
    text: str
    kind: str
    section: str
    factuality: str | None


@dataclass(frozen=True, slots=True)
class Entity:
    """One thing that the document names. `entity_id` is a stable slug of type and canonical name
    ("org:baidu").
    """

    entity_id: str
    name: str
    type: str
    aliases: tuple[str, ...] = ()
    external_id: str | None = None


@dataclass(frozen=True, slots=True)
class Mention:
    """One occurrence of an entity."""

    sentence_no: int
    start: int
    end: int
    text: str
    entity_id: str
    type: str
    form: str
    method: str
    confidence: float


@dataclass(frozen=True, slots=True)
class TemporalExpression:
    """An expression that points to a calendar time; bounds are None where it cannot be resolved, never
    guessed.
    """

    sentence_no: int
    start: int
    end: int
    text: str
    date_start: date | None
    date_end: date | None
    precision: str
    role: str
    method: str
    confidence: float


@dataclass(frozen=True, slots=True)
class Quantity:
    """A number with its unit and qualifier: the part of a figure that its own words give.

    `unit_end` is where the counted noun phrase or unit ends (equal to `end` where the span holds it all).
    `unit_start` is where that phrase starts; a figure's indicator is sought around both.
    """

    sentence_no: int
    start: int
    end: int
    text: str
    kind: str
    value: float
    value_high: float | None
    unit: str
    qualifier: str
    unit_start: int
    unit_end: int
    method: str
    confidence: float


@dataclass(frozen=True, slots=True)
class Figure:
    """A quantity that says something about the world: what, about whom, for when, and who says so."""

    sentence_no: int
    start: int
    end: int
    text: str
    kind: str
    value: float
    value_high: float | None
    unit: str
    qualifier: str
    subject_id: str | None
    subject: str | None
    indicator: str | None
    time_start: date | None
    time_end: date | None
    attributed_to_id: str | None
    attributed_to: str | None
    of_total: float | None
    factuality: str
    method: str
    confidence: float
    subject_confidence: float
    indicator_confidence: float


@dataclass(frozen=True, slots=True)
class Relation:
    """A triple that a sentence states. `object` is a canonical name or the words of the text; `start:end`
    is the evidence.
    """

    sentence_no: int
    start: int
    end: int
    subject_id: str
    predicate: str
    object_id: str | None
    object: str
    attributed_to_id: str | None
    attributed_to: str | None
    factuality: str
    method: str
    confidence: float


@dataclass(frozen=True, slots=True)
class Extraction:
    """Everything one document states. Rows of each layer are sorted by (`start`, `end`)."""

    sentences: tuple[Sentence, ...] = ()
    entities: tuple[Entity, ...] = ()
    mentions: tuple[Mention, ...] = ()
    figures: tuple[Figure, ...] = ()
    dates: tuple[TemporalExpression, ...] = ()
    relations: tuple[Relation, ...] = ()
