"""Relations as short sentences: who develops, belongs to, issues or does what, grouped by what they say.

What belongs here: the wording of a triple. What does not: the actors they are grouped under (`actors`).
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Final, NamedTuple

import polars as pl

from tidybrief.briefing import wording
from tidybrief.briefing.library import Library, Quote
from tidybrief.briefing.modality import AIM, FORECAST, MODALITIES, POSSIBILITY, has_ended, modality_of
from tidybrief.briefing.sentences import RowsByDocument, in_order
from tidybrief.briefing.support import CORRECTED_BY_HAND, SUPPORT_ORDER, Support, support_by_row
from tidybrief.corpus.judging import BY_HAND

VERBS: Final = {
    "develops": "develops",
    "part_of": "is part of",
    "spun_off_from": "was spun off from",
    "specializes_in": "specializes in",
    "located_in": "is located in",
    "authored": "wrote",
    "published": "published",
    "occupation": "is described as",
    "issued": "issued",
    "competes_with": "competes with",
    "backs": "backs",
}
_ENDED: Final = {"part_of": "was part of"}
"""What is said of a bond that is over by the words of its source."""
_AHEAD: Final = {
    "develops": "is to develop",
    "part_of": "is to be part of",
    "spun_off_from": "is to be spun off from",
    "authored": "is to write",
    "published": "is to publish",
    "issued": "is to issue",
    "competes_with": "is to compete with",
    "backs": "is to back",
}
"""What is said where the words between two names tell of what is to come."""
_POSSIBLE: Final = {name: said.replace("is to ", "may ") for name, said in _AHEAD.items()}
"""What is said where they tell of what is only held possible."""
PLACING: Final = frozenset(("located_in", "occupation", "specializes_in"))
"""Predicates that place a name rather than tell what it does."""
ENDED: Final = "ended"
_PREDICATE_ORDER: Final = {name: index for index, name in enumerate(VERBS)}
_LEAST_CONFIDENCE: Final = 0.75
"""Below this, what one sentence says is not told."""
_SURE: Final = 0.85
"""Below this, what one sentence says has a question mark."""
_MOST_QUOTES: Final = 6
_MADE: Final = ("published", "issued", "authored")
_OWNED: Final = re.compile(r"(?:\b(?:its|their|his|her|our)|['’]s?)(?:\s+[\w-]+){0,3}\s+$")
"""Words before a name that take the bond for granted: "plans to widen its chain Lumen"."""
_WORDS_OF_A_NAME: Final = 3
_LEAST_SHARE: Final = 0.05
_LEAST_OF_NAMED: Final = 0.02
"""How often something must be told, for each document that names whom it is told of."""
_OF_ONE_KIND: Final = ("occupation", "located_in", "part_of")
"""Predicates by which a name has one object or few; one that is hardly ever told beside another is a misreading."""


@dataclass(frozen=True, slots=True)
class Statement:
    """One triple, with every quote that states it; `quote` is the first. `is_sure`: it was read surely."""

    relation_id: str
    subject_id: str
    subject: str
    predicate: str
    verb: str
    is_sure: bool
    object_id: str | None
    object: str
    attributed_to: str | None
    support: Support
    quotes: tuple[Quote, ...]
    row_ids: tuple[str, ...]

    @property
    def quote(self) -> Quote:
        """The first quote that states it."""
        return self.quotes[0]

    @property
    def tags(self) -> Support | None:
        """The support as far as it says more than that one source states it; None where it does not.

        Who "is described as" something is so in somebody's words anyway.
        """
        is_said = self.attributed_to or self.predicate == "occupation"
        flags = tuple(flag for flag in self.support.flags if flag != "attributed" or not is_said)
        return Support(self.support.key, flags).beside_one_source


class StatedRow(NamedTuple):
    """What is needed of a row of the table `relations`."""

    relation_id: str
    subject_id: str
    predicate: str
    object_id: str | None
    object: str
    doc_id: str
    sentence_no: int
    start: int
    end: int
    confidence: float
    method: str
    factuality: str | None
    attributed_to: str | None


@dataclass(frozen=True, slots=True)
class Triple:
    """What sources state of a subject, before it is put into words: all rows that state it, and its support."""

    rows: Sequence[StatedRow]
    support: str

    @property
    def subject_id(self) -> str:
        """Of whom or what it is stated."""
        return self.rows[0].subject_id

    @property
    def object_id(self) -> str | None:
        """The entity that is stated of it, None for words that name none."""
        return self.rows[0].object_id

    @property
    def predicate(self) -> str:
        """What is stated."""
        return self.rows[0].predicate

    @property
    def is_sure(self) -> bool:
        """Whether it was read surely, in two sentences, or set by hand."""
        return len(self.rows) > 1 or self.rows[0].confidence >= _SURE or self.rows[0].method == BY_HAND

    @property
    def rank(self) -> tuple[int, bool, int, int, int, str]:
        """Its place among others: the best supported first, then the sure, then what most documents state, as far as it
        is quoted."""
        quoted = self.rows[:_MOST_QUOTES]
        documents = len({row.doc_id for row in quoted})
        order = _PREDICATE_ORDER.get(self.predicate, len(_PREDICATE_ORDER))
        told = (SUPPORT_ORDER[self.support], not self.is_sure, -documents, -len(quoted))
        return (*told, order, self.rows[0].relation_id)


class Relations:
    """The triples that sources state as facts, each once, in their order; only those that are told become statements.

    Left out is what was read unsurely and stands in one sentence only, what says nothing ("published a report"), and
    what is hardly ever said beside what is always said, or of a name that many documents have.
    """

    def __init__(self, tables: Mapping[str, pl.DataFrame], library: Library) -> None:
        self._library = library
        self._names = dict(tables["entities"].select("entity_id", "name").iter_rows())
        self._mentions = RowsByDocument(in_order(tables["mentions"], "doc_id", "start"))
        support = support_by_row(tables["comparisons"])
        named = dict(tables["entities"].select("entity_id", "document_count").iter_rows())
        found = [Triple(rows, _support(rows, support)) for rows in _stated(tables["relations"], library)]
        told: dict[tuple[str, str], int] = {}
        for one in found:
            key = (one.subject_id, one.predicate)
            told[key] = max(told.get(key, 0), len(one.rows))
        kept = (
            one
            for one in found
            if one.predicate not in _OF_ONE_KIND
            or len(one.rows)
            >= max(_LEAST_SHARE * told[one.subject_id, one.predicate], _LEAST_OF_NAMED * named.get(one.subject_id, 0))
        )
        self.triples = tuple(sorted(kept, key=lambda one: one.rank))

    def tell(self, triple: Triple) -> Statement:
        """The triple in words."""
        tellings = {self._telling(row) for row in triple.rows[:_MOST_QUOTES]}
        return _statement(triple, tellings.pop() if len(tellings) == 1 else "", self._names, self._library)

    def _telling(self, row: StatedRow) -> str:
        """As what the sentence of a row tells it: as over, as one of `MODALITIES`, or as so."""
        sentence = self._library.sentences.numbered(row.doc_id, row.sentence_no)
        if sentence is None or row.predicate in PLACING:
            return ""
        rows = self._mentions.of(row.doc_id).filter(pl.col("sentence_no") == row.sentence_no)
        places = [
            [sentence.within(one) for one in rows.filter(pl.col("entity_id") == entity_id).iter_rows(named=True)]
            for entity_id in (row.subject_id, row.object_id or "")
        ]
        pairs = [(subject, thing) for subject in places[0] for thing in places[1] or [_literal(row, sentence.text)]]
        if not pairs:
            return ""
        subject, thing = min(pairs, key=lambda pair: abs(pair[0][0] - pair[1][0]))
        first, last = sorted((subject, thing))
        if row.predicate in _ENDED and has_ended(sentence.text, subject[0]):
            return ENDED
        between = sentence.text[first[1] : last[0]]
        return "" if _OWNED.search(between) else modality_of(sentence.text[: last[0]], last[0], last[0], floor=first[1])


def _literal(row: StatedRow, text: str) -> tuple[int, int]:
    start = max(0, text.find(row.object))
    return start, start + len(row.object)


def _stated(relations: pl.DataFrame, library: Library) -> Iterator[list[StatedRow]]:
    """The rows of each triple that is stated as a fact, surely enough, and says something."""
    facts = library.sentences.beside(relations).filter(
        "states_a_fact", (pl.col("factuality") != "hypothetical").fill_null(value=True)
    )
    grouped: dict[tuple[str, str, str], list[StatedRow]] = {}
    told_alike: dict[str, str] = {}
    for told in facts.select(StatedRow._fields).iter_rows():
        # Most of the words of a row are those of others: they are held once.
        row = StatedRow._make(told_alike.setdefault(one, one) if isinstance(one, str) else one for one in told)
        triple = (row.subject_id, row.predicate, row.object_id or row.object.casefold())
        grouped.setdefault(triple, []).append(row)
    return (rows for rows in grouped.values() if _is_sure(rows) and _says_something(rows[0]) and not _in_passing(rows))


def _support(rows: Sequence[StatedRow], support: Mapping[str, str]) -> str:
    keys = {support[row.relation_id] for row in rows if row.relation_id in support}
    return next((key for key in ("disputed", "corroborated") if key in keys), "single_source")


def _is_sure(rows: list[StatedRow]) -> bool:
    return len(rows) > 1 or rows[0].confidence >= _LEAST_CONFIDENCE or rows[0].method == BY_HAND


def _in_passing(rows: Sequence[StatedRow]) -> bool:
    """Whether it only places a name in sentences that report what somebody says of something else."""
    return rows[0].predicate == "located_in" and all(row.attributed_to is not None for row in rows)


def _says_something(row: StatedRow) -> bool:
    """Whether the object is more than a common noun for what somebody makes ("report", "press release")."""
    words = row.object.split()
    named = row.object_id is not None or len(words) >= _WORDS_OF_A_NAME or row.object != row.object.lower()
    return named or row.predicate not in _MADE


def _verb(predicate: str, telling: str) -> str:
    verbs = {ENDED: _ENDED, POSSIBILITY: _POSSIBLE, FORECAST: _AHEAD, AIM: _AHEAD}.get(telling, VERBS)
    return verbs.get(predicate) or VERBS.get(predicate, predicate.replace("_", " "))


def _statement(triple: Triple, telling: str, names: Mapping[str, str], library: Library) -> Statement:
    rows = triple.rows
    first = rows[0]
    subject = names.get(first.subject_id, first.subject_id)
    attributed = first.attributed_to is not None or first.factuality == "attributed"
    forecast = all(row.factuality == "forecast" for row in rows)
    corrected = any(row.method == BY_HAND for row in rows)
    modality = telling if telling in MODALITIES else FORECAST if forecast else ""
    held = {modality: bool(modality), "attributed": attributed, CORRECTED_BY_HAND: corrected}
    flags = tuple(flag for flag, holds in held.items() if holds)
    return Statement(
        relation_id=first.relation_id,
        subject_id=first.subject_id,
        subject=wording.shortened(subject, 80),
        predicate=first.predicate,
        verb=_verb(first.predicate, modality or telling),
        is_sure=triple.is_sure,
        object_id=first.object_id,
        object=wording.shortened(first.object, 120),
        attributed_to=None if first.attributed_to in (subject, first.object) else first.attributed_to,
        support=Support(triple.support, flags),
        quotes=tuple(library.quote(row.doc_id, row.start, row.end) for row in rows[:_MOST_QUOTES]),
        row_ids=tuple(row.relation_id for row in rows),
    )
