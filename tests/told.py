"""Documents with what extraction would find in them, stated by hand, for tests of what happens across documents."""

import hashlib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Any

import polars as pl

from tidybrief.engines.tabulate import tabulate
from tidybrief.extraction.names.linking import entity_id
from tidybrief.extraction.records import (
    Entity,
    Extraction,
    Figure,
    Mention,
    Relation,
    Sentence,
    TemporalExpression,
)
from tidybrief.reading import Document

YEAR_2024 = (date(2024, 1, 1), date(2024, 12, 31))


@dataclass
class Told:
    """One document; every line of its text is a sentence. `names` gives the type of each name in it."""

    doc_id: str
    text: str
    names: Mapping[str, str] = field(default_factory=dict)
    published_on: date | None = None
    aliases: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    adjectives: Mapping[str, str] = field(default_factory=dict)
    _figures: list[Figure] = field(default_factory=list)
    _relations: list[Relation] = field(default_factory=list)
    _dates: list[TemporalExpression] = field(default_factory=list)

    def figure(self, surface: str, value: float, unit: str, subject: str | None, indicator: str, **more: Any) -> "Told":
        """A figure where the words first stand; `more` overrides kind, qualifier, time and so on."""
        start, end = more.pop("time", (None, None))
        given: dict[str, Any] = {
            "kind": "count",
            "value_high": None,
            "qualifier": "exact",
            "attributed_to_id": None,
            "attributed_to": None,
            "of_total": None,
            "factuality": "asserted",
            "method": "test",
            "confidence": 0.9,
            "subject_confidence": 0.9,
            "indicator_confidence": 0.9,
            **more,
        }
        self._figures.append(
            Figure(
                **self._place(surface),
                value=value,
                unit=unit,
                subject_id=entity_id(self.names[subject], subject) if subject else None,
                subject=subject,
                indicator=indicator,
                time_start=start,
                time_end=end,
                **given,
            )
        )
        return self

    def relation(self, subject: str, predicate: str, obj: str, **more: Any) -> "Told":
        """A triple in the first line that holds the subject; the object is a literal unless it is a name."""
        line = next(line for line in self.text.split("\n") if subject in line)
        place = self._place(line)
        del place["text"]
        self._relations.append(
            Relation(
                **place,
                subject_id=entity_id(self.names[subject], subject),
                predicate=predicate,
                object_id=entity_id(self.names[obj], obj) if obj in self.names else None,
                object=obj,
                attributed_to_id=None,
                attributed_to=None,
                factuality=more.get("factuality", "asserted"),
                method="test",
                confidence=0.9,
            )
        )
        return self

    def dated(self, surface: str, start: date, end: date | None = None, precision: str = "day") -> "Told":
        """A temporal expression where the words first stand."""
        self._dates.append(
            TemporalExpression(
                **self._place(surface),
                date_start=start,
                date_end=end or start,
                precision=precision,
                role="at",
                method="test",
                confidence=0.9,
            )
        )
        return self

    def extracted(self) -> tuple[Document, Extraction]:
        """The document, and what was stated of it."""
        document = Document(
            doc_id=self.doc_id,
            sha256=hashlib.sha256(self.text.encode()).hexdigest(),
            media_type="text/plain",
            text=self.text,
            published_on=self.published_on,
            published_on_source="sources" if self.published_on else None,
            language="en",
        )
        mentions = tuple(sorted(self._mentions(), key=lambda mention: mention.start))
        entities = tuple(
            Entity(entity_id(entity_type, name), name, entity_type, self.aliases.get(name, ()))
            for name, entity_type in self.names.items()
        )
        return document, Extraction(
            tuple(self._sentences()),
            entities,
            mentions,
            tuple(self._figures),
            tuple(self._dates),
            tuple(self._relations),
        )

    def _sentences(self) -> Iterable[Sentence]:
        start = 0
        for number, line in enumerate(self.text.split("\n")):
            yield Sentence(number, start, start + len(line), line, "paragraph", "", "asserted")
            start += len(line) + 1

    def _mentions(self) -> Iterable[Mention]:
        forms = [(name, name, "name") for name in self.names]
        forms += [(alias, name, "alias") for name, aliases in self.aliases.items() for alias in aliases]
        forms += [(adjective, name, "adjective") for adjective, name in self.adjectives.items()]
        for surface, name, form in forms:
            start = self.text.find(surface)
            if start >= 0:
                identity, entity_type = entity_id(self.names[name], name), self.names[name]
                yield Mention(
                    self.text.count("\n", 0, start),
                    start,
                    start + len(surface),
                    surface,
                    identity,
                    entity_type,
                    form,
                    "test",
                    0.9,
                )

    def _place(self, surface: str) -> dict[str, Any]:
        start = self.text.index(surface)
        return {
            "sentence_no": self.text.count("\n", 0, start),
            "start": start,
            "end": start + len(surface),
            "text": surface,
        }


def tables(*documents: Told) -> dict[str, pl.DataFrame]:
    """What extraction hands on for these documents."""
    return tabulate(document.extracted() for document in documents)
