"""Relations: triples that a sentence states, direction right, each with its evidence.

What belongs here: which sentences may state something, what "the company" means there, and turning what the patterns
find into rows. The patterns stand in `relation_rules`, `occupations` and `specialities`.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from itertools import groupby

from tidybrief.extraction.attribution import Source, find_sources
from tidybrief.extraction.factuality import HYPOTHETICAL
from tidybrief.extraction.occupations import find_occupations
from tidybrief.extraction.records import Entity, Mention, Relation, Sentence
from tidybrief.extraction.relation_rules import Rule, rules
from tidybrief.extraction.relation_view import Name, View
from tidybrief.extraction.sections import SEPARATOR
from tidybrief.extraction.specialities import find_specialities
from tidybrief.lexicon import Lexicon
from tidybrief.reading.document import Document

_DENIAL = re.compile(
    r"\b(?:not|never|no longer|neither|nor|cannot|without|denie[sd]|deny|refused|refuses|rejected|failed|fails|unlikely|former|formerly|ex)\b|n't\b"
)
_DENIAL_BEFORE = re.compile(r"\b(?:not|never|no|denie[sd]|if|whether|unless|would|could|may|might)\b[^,;]{0,12}$")
_BYLINE = re.compile(r"^(?:[Bb]y )?(?P<people>\ue000P\d+\ue001(?:(?:, and | and |, | & )\ue000P\d+\ue001)*),?(?: ?in (?P<place>\ue000[LA]\d+\ue001))?$")
_OWNED_POLICY = re.compile(r"^(?P<owner>[A-Z][\w.& -]{1,40}?)['’]s? ")
_RESOLVED = 0.9


def find_relations(
    document: Document,
    sentences: tuple[Sentence, ...],
    entities: tuple[Entity, ...],
    mentions: tuple[Mention, ...],
    lexicon: Lexicon,
) -> tuple[Relation, ...]:
    """The triples the document states, sorted by evidence; nothing from questions, furniture or imagined scenes."""
    sources = find_sources(document, sentences, entities, mentions, lexicon)
    return tuple(_Finder(document, sentences, entities, mentions, lexicon, sources).find())


class _Finder:
    """Reads the sentences of one document in order and keeps what "the company" means."""

    def __init__(
        self,
        document: Document,
        sentences: tuple[Sentence, ...],
        entities: tuple[Entity, ...],
        mentions: tuple[Mention, ...],
        lexicon: Lexicon,
        sources: Mapping[int, Source],
    ) -> None:
        self._document = document
        self._sentences = sentences
        self._entities = {entity.entity_id: entity for entity in entities}
        self._places = {
            name: entity for entity in entities if entity.type == "PLACE" for name in (entity.name, *entity.aliases)
        }
        self._mentions = {number: list(group) for number, group in groupby(mentions, lambda one: one.sentence_no)}
        self._lexicon = lexicon
        self._sources = sources
        self._labels = self._find_labels()
        self._rows: dict[tuple[int, str, str, str], Relation] = {}

    def _find_labels(self) -> dict[str, Mention]:
        """The organisation that each label before a colon names."""
        labels: dict[str, Mention] = {}
        for sentence in self._sentences:
            named = self._mentions.get(sentence.sentence_no, [])
            if sentence.text.endswith(":") and named and named[0].start == sentence.start and named[0].type == "ORG":
                labels.setdefault(sentence.text.rstrip(":* "), named[0])
        return labels

    def find(self) -> list[Relation]:
        topic: Mention | None = None
        previous: Sentence | None = None
        for sentence in self._sentences:
            mentions = self._mentions.get(sentence.sentence_no, [])
            if previous is None or self._starts_paragraph(previous, sentence):
                topic = None
            topic = topic or self._labels.get(sentence.section.rpartition(SEPARATOR)[2])
            if sentence.kind not in ("boilerplate", "question") and sentence.factuality != HYPOTHETICAL:
                self._read(sentence, mentions, topic)
            topic = self._topic_after(sentence, mentions, topic)
            previous = sentence
        return sorted(self._rows.values(), key=lambda row: (row.start, row.end))

    def _starts_paragraph(self, previous: Sentence, sentence: Sentence) -> bool:
        return "\n" in self._document.text[previous.end : sentence.start]

    def _topic_after(self, sentence: Sentence, mentions: Sequence[Mention], topic: Mention | None) -> Mention | None:
        """The organisation the sentence is about: the one it starts with, or the only one it names."""
        organisations = [mention for mention in mentions if mention.type == "ORG"]
        if not organisations:
            return topic
        if organisations[0].start - sentence.start <= len("However, the ") or len({one.entity_id for one in organisations}) == 1:
            return organisations[0]
        return None

    def _read(self, sentence: Sentence, mentions: Sequence[Mention], topic: Mention | None) -> None:
        if not mentions and topic is None:
            return
        view = View(sentence.text, sentence.start, mentions, topic)
        if not view.names and topic is None:
            return
        for rule in rules(self._lexicon):
            for found in rule.pattern.finditer(view.text):
                self._add_found(sentence, view, rule, found)
        for occupation in find_occupations(view, self._lexicon):
            if not _is_denied(view.text, occupation.start, occupation.end):
                self._add(sentence, occupation.person, "occupation", occupation.words, f"occupation:{occupation.rule}", occupation.confidence)
        for speciality in find_specialities(view, self._lexicon):
            name = speciality.organisation or _name_of(topic)
            if name and not _is_denied(view.text, speciality.start, speciality.end):
                self._add(sentence, name, "specializes_in", speciality.field, f"specializes_in:{speciality.rule}", speciality.confidence)
        self._read_byline(sentence, view)
        self._read_owned_policies(sentence, mentions)

    def _add_found(self, sentence: Sentence, view: View, rule: Rule, found: re.Match[str]) -> None:
        if _is_denied(view.text, found.start(), found.end()):
            return
        groups = found.groupdict()
        for subject in view.marks(found["subject"]):
            if rule.named_like and not self._is_named_like(subject, rule):
                continue
            if groups.get("literal"):
                words = view.words(*found.span("literal"))
                self._add(sentence, subject, rule.predicate, words, rule.name, rule.confidence)
            for object_ in view.marks(groups.get("object") or ""):
                if object_.entity_id != subject.entity_id and _types_fit(rule.predicate, subject, object_):
                    self._add(sentence, subject, rule.predicate, object_, rule.name, rule.confidence)

    def _is_named_like(self, subject: Name, rule: Rule) -> bool:
        names = (subject.text, self._entities[subject.entity_id].name)
        return any(word in rule.named_like for name in names for word in name.lower().split())

    def _read_byline(self, sentence: Sentence, view: View) -> None:
        """A row that holds nothing but a person and perhaps a place names the author of the document."""
        byline = _BYLINE.match(view.text.strip()) if sentence.kind in ("caption", "heading") else None
        title = self._document.title or next((one.text for one in self._sentences if one.kind == "heading"), None)
        if not byline or not title or title == sentence.text:
            return
        is_stated = view.text.lower().startswith("by ") or byline["place"] is not None
        for person in view.marks(byline["people"]) if is_stated else ():
            self._add(sentence, person, "authored", title, "authored:byline", 0.9)
            for place in view.marks(byline["place"] or ""):
                self._add(sentence, person, "located_in", place, "located_in:byline", 0.9)

    def _read_owned_policies(self, sentence: Sentence, mentions: Sequence[Mention]) -> None:
        """A policy whose name begins with its owner: "Shanghai's AI Regulation"."""
        for mention in mentions:
            owner = _OWNED_POLICY.match(mention.text) if mention.type == "POLICY" else None
            place = self._places.get(owner["owner"]) if owner else None
            policy = _name_of(mention)
            if place and policy:
                name = Name(place.entity_id, "PLACE", place.name, mention.confidence, is_resolved=False)
                self._add(sentence, name, "issued", policy, "issued:name", 0.9)

    def _add(self, sentence: Sentence, subject: Name, predicate: str, object_: Name | str, method: str, confidence: float) -> None:
        is_name = isinstance(object_, Name)
        object_id = object_.entity_id if isinstance(object_, Name) else None
        words = self._entities[object_.entity_id].name if isinstance(object_, Name) else object_
        key = (sentence.sentence_no, subject.entity_id, predicate, object_id or words.lower())
        certainty = confidence * (_RESOLVED if subject.is_resolved else 1.0)
        certainty *= 0.5 + 0.5 * min(subject.confidence, object_.confidence if isinstance(object_, Name) else 1.0)
        known = self._rows.get(key)
        if known and known.confidence >= certainty:
            return
        source = self._sources.get(sentence.sentence_no)
        self._rows[key] = Relation(
            sentence_no=sentence.sentence_no,
            start=sentence.start,
            end=sentence.end,
            subject_id=subject.entity_id,
            predicate=predicate,
            object_id=object_id if is_name else None,
            object=words,
            attributed_to_id=source.entity_id if source else None,
            attributed_to=source.name if source else None,
            factuality=sentence.factuality or "asserted",
            method=method,
            confidence=round(certainty, 4),
        )


def _name_of(mention: Mention | None) -> Name | None:
    return Name(mention.entity_id, mention.type, mention.text, mention.confidence, is_resolved=True) if mention else None


def _is_denied(text: str, start: int, end: int) -> bool:
    return _DENIAL.search(text, start, end) is not None or _DENIAL_BEFORE.search(text, max(0, start - 30), start) is not None


def _types_fit(predicate: str, subject: Name, object_: Name) -> bool:
    return predicate != "competes_with" or subject.type == object_.type
