"""Relations of texts whose names are annotated in place: "[O Acme] grew." It tests the reading of relations alone."""

import re

from tidybrief.extraction.grammar.attribution import find_sources
from tidybrief.extraction.records import Entity, Mention, Relation
from tidybrief.extraction.relations.triples import find_relations
from tidybrief.extraction.sentences.rows import find_sentences
from tidybrief.lexicon import load_lexicon
from tidybrief.reading.document import Document

_TYPES = {
    "O": "ORG",
    "P": "PERSON",
    "L": "PLACE",
    "A": "PLACE",
    "D": "PRODUCT",
    "Y": "POLICY",
    "W": "WORK",
    "E": "EVENT",
}
_ANNOTATED = re.compile(r"\[([OPLADYWE]) ([^\]]+)\]")


def extracted(annotated: str) -> tuple[Relation, ...]:
    """The relations of a text whose names are annotated as "[O Acme]"; an entity is called what its mention says."""
    text, spans = "", []
    position = 0
    for found in _ANNOTATED.finditer(annotated):
        text += annotated[position : found.start()]
        spans.append((len(text), found[1], found[2]))
        text += found[2]
        position = found.end()
    text += annotated[position:]
    document = Document("a.txt", "", "text/plain", text)
    sentences = find_sentences(document, load_lexicon())
    entities, mentions = {}, []
    for start, code, name in spans:
        number = next(row.sentence_no for row in sentences if row.start <= start < row.end)
        entity_id = f"{_TYPES[code]}:{name}"
        entities[entity_id] = Entity(entity_id, name, _TYPES[code])
        form = "adjective" if code == "A" else "name"
        mentions.append(Mention(number, start, start + len(name), name, entity_id, _TYPES[code], form, "test", 1.0))
    named = (document, sentences, tuple(entities.values()), tuple(mentions))
    return find_relations(*named, find_sources(*named, load_lexicon()), load_lexicon())


def triples(annotated: str) -> set[tuple[str, str, str]]:
    return {(row.subject_id.partition(":")[2], row.predicate, row.object) for row in extracted(annotated)}
