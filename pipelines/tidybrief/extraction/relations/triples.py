"""Relations: triples that a sentence states, direction right, each with its evidence.

What belongs here: which sentences may state something, what "the company" means there, and turning what the patterns
find into rows. The patterns stand in `patterns`, `occupations` and `specialities`.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import groupby, pairwise

from tidybrief.extraction.grammar.attribution import main_source
from tidybrief.extraction.grammar.sources_named import Source
from tidybrief.extraction.names.told_types import told_types
from tidybrief.extraction.records import Entity, Mention, Relation, Sentence
from tidybrief.extraction.relations.described_persons import Description, find_descriptions
from tidybrief.extraction.relations.occupations import find_occupations
from tidybrief.extraction.relations.rules import Rule, rules_for
from tidybrief.extraction.relations.specialities import find_specialities
from tidybrief.extraction.relations.taken_up_persons import find_persons_taken_up
from tidybrief.extraction.relations.view import CLOSE, OPEN, Name, View, in_plain_signs, is_oblique, name_of
from tidybrief.extraction.sentences.factuality import ASSERTED, HYPOTHETICAL
from tidybrief.extraction.sentences.sections import SEPARATOR
from tidybrief.lexicon import Lexicon
from tidybrief.reading.document import Document

_DENIAL = re.compile(
    r"\b(?:not|never|no longer|neither|nor|cannot|without|denie[sd]|deny|refused|refuses|rejected|failed|fails)\b|n't\b"
)
_DENIAL_BEFORE = re.compile(r"\b(?:not|never|no|denie[sd]|if|whether|unless|would|could|may|might)\b[^,;]{0,12}$")
_OUTSIDERS = re.compile(
    r"\b(?:customer|user|client|rival|critic|competitor|supplier|fan|opponent|buyer|investor|shareholder|regulator)s? "
    r"(?:of|in|at) (?:the )?$",
    re.IGNORECASE,
)
_REACH_OF_OUTSIDERS = 30
_RESPECTIVELY = re.compile(r"(?: and [^,;.]*)?,? respectively\b")
_PAST_STATE = re.compile(r"\b(?:former|formerly|ex|once|defunct)\b")
_PERSON = f"{OPEN}P\\d+{CLOSE}"
_BYLINE = re.compile(
    f"(?P<by>[Bb]y )?(?P<people>{_PERSON}(?:(?:, and | and |, | & ){_PERSON})*)"
    f",?(?: ?in (?P<place>{OPEN}[LA]\\d+{CLOSE}))?"
)
_OWNED_POLICY = re.compile(r"(?P<owner>[A-Z][\w.& -]{1,40}?)['’]s? ")
_BEFORE_SUBJECT = re.compile(
    r"(?:[^.;]{1,60} [-–—]{1,2} )?"
    r"(?:.{0,13}|(?:In|On|At|By|Since|Last|This|Earlier|Founded|Based|Headquartered)\b[^;:]{1,60}, )"
    r"(?:(?:the|an?) )?(?:[\w’'-]+ ){0,2}",
    re.IGNORECASE,
)
_DONE_BY_INSIDERS = frozenset({"develops", "published", "issued", "backs"})
_CERTAINTY_OF_RESOLVED = 0.9
_SILENT_KINDS = ("boilerplate", "question")


@dataclass(frozen=True, slots=True)
class _Triple:
    """What a pattern found: `object_` is a name or the words of the text."""

    subject: Name
    predicate: str
    object_: Name | str
    method: str
    confidence: float


def find_relations(  # noqa: PLR0917 - what the document holds
    document: Document,
    sentences: tuple[Sentence, ...],
    entities: tuple[Entity, ...],
    mentions: tuple[Mention, ...],
    sources: Mapping[int, Sequence[Source]],
    lexicon: Lexicon,
) -> tuple[Relation, ...]:
    """The triples the document states, sorted by evidence; none from questions, furniture and imagined scenes.

    `sources` are those of each sentence, by its number.
    """
    known = {entity.entity_id: entity for entity in entities}
    by_sentence = {number: list(group) for number, group in groupby(mentions, lambda one: one.sentence_no)}
    descriptions = find_descriptions(document.text, sentences, by_sentence)
    persons = find_persons_taken_up(sentences, by_sentence)
    places = {name: one for one in entities if one.type == "PLACE" for name in (one.name, *one.aliases)}
    title = document.title or next((one.text for one in sentences if one.kind == "heading"), "")
    types, plain = told_types(lexicon), in_plain_signs(document.text)
    stated: list[tuple[Sentence, list[_Triple]]] = []
    for sentence, topic in _with_topics(document, sentences, by_sentence):
        if sentence.kind in _SILENT_KINDS or sentence.factuality == HYPOTHETICAL:
            continue
        named = by_sentence.get(sentence.sentence_no, [])
        description = descriptions.get(sentence.sentence_no)
        person = persons.get(sentence.sentence_no)
        if not (named or topic or description or person):
            continue
        view = View(sentence.text, plain[sentence.start : sentence.end], sentence.start, named, topic, types, person)
        triples = [
            *_by_pattern(view, known, lexicon),
            *_by_office(view, lexicon),
            *_by_field(view, topic, lexicon),
            *_by_description(description),
            *_by_description_of_topic(view),
            *_by_line(sentence, view, title),
            *_by_policy_name(named, places),
        ]
        if triples:
            stated.append((sentence, triples))
    return tuple(
        row
        for sentence, triples in stated
        for row in _rows(sentence, triples, known, main_source(sources.get(sentence.sentence_no, ())))
    )


def _with_topics(
    document: Document, sentences: tuple[Sentence, ...], mentions: Mapping[int, Sequence[Mention]]
) -> Iterator[tuple[Sentence, Mention | None]]:
    """Each sentence with the organisation that "the company" would mean in it: its label's, or its paragraph's."""
    labels = _labels(sentences, mentions)
    title = _only_organisation(sentences, mentions)
    topic: Mention | None = None
    for previous, sentence in pairwise((None, *sentences)):
        if sentence is None:
            continue
        if previous is None or "\n" in document.text[previous.end : sentence.start]:
            topic = title if title and (topic is None or topic.entity_id == title.entity_id) else None
        topic = topic or labels.get(sentence.section.rpartition(SEPARATOR)[2])
        yield sentence, topic
        topic = _topic_after(sentence, mentions.get(sentence.sentence_no, ()), topic)


def _only_organisation(sentences: tuple[Sentence, ...], mentions: Mapping[int, Sequence[Mention]]) -> Mention | None:
    """The organisation that the title starts with, if it names no other."""
    title = next((one for one in sentences if one.kind == "heading"), None)
    named = [one for one in mentions.get(title.sentence_no, ()) if one.type == "ORG"] if title else []
    is_topic = title and len({one.entity_id for one in named}) == 1 and named[0].start == title.start
    return named[0] if is_topic else None


def _labels(sentences: tuple[Sentence, ...], mentions: Mapping[int, Sequence[Mention]]) -> dict[str, Mention]:
    """The organisation that each label before a colon names."""
    labels: dict[str, Mention] = {}
    for sentence in sentences:
        named = mentions.get(sentence.sentence_no, ())
        if sentence.text.endswith(":") and named and named[0].start == sentence.start and named[0].type == "ORG":
            labels.setdefault(sentence.text.rstrip(":* "), named[0])
    return labels


def _topic_after(sentence: Sentence, mentions: Sequence[Mention], topic: Mention | None) -> Mention | None:
    """The organisation the sentence starts with, or the only one it names; the topic so far where it names none."""
    organisations = [mention for mention in mentions if mention.type == "ORG"]
    if not organisations:
        return topic
    offset = organisations[0].start - sentence.start
    is_alone = len({one.entity_id for one in organisations}) == 1
    opens = is_alone or (_BEFORE_SUBJECT.fullmatch(sentence.text, 0, offset) and not is_oblique(sentence.text, offset))
    return organisations[0] if opens else None


def _by_pattern(view: View, entities: Mapping[str, Entity], lexicon: Lexicon) -> Iterator[_Triple]:
    for rule in rules_for(lexicon, view.types, view.text):
        for found in _occurrences(view, rule):
            if _is_denied(view, found.start(), found.end()) or _PAST_STATE.search(found.group()):
                continue
            if rule.predicate in _DONE_BY_INSIDERS and _is_of_outsiders(view, found):
                continue
            for subject, objects in _pairs(rule, view, found):
                if not rule.named_like or _is_named_like(subject, rule, entities):
                    yield from _triples(view, rule, found, subject, objects)


def _pairs(rule: Rule, view: View, found: re.Match[str]) -> Iterator[tuple[Name, list[Name]]]:
    """Each subject with its objects: all of them, or the one of its place before "respectively".

    Of several makers and as many products nobody is told to have made both, and without that word none is paired.
    """
    subjects, objects = _subjects(rule, view, found), _objects(rule, view, found)
    are_lists = len(subjects) == len(objects) > 1
    if _RESPECTIVELY.match(view.text, found.end()):
        yield from zip(subjects, ([one] for one in objects), strict=True) if are_lists else ()
    elif not are_lists or rule.predicate != "develops":
        yield from ((subject, objects) for subject in subjects)


def _occurrences(view: View, rule: Rule) -> Iterator[re.Match[str]]:
    """Where the rule applies, in the sentence as it stands and without its asides."""
    if rule.in_text:
        yield from rule.pattern.finditer(view.text)
    if rule.in_clause_of_name and view.has_relative_clause:
        yield from rule.in_clause_of_name.finditer(view.text)
    if rule.in_clause and (view.clause != view.text or not rule.in_text):
        yield from rule.pattern.finditer(view.clause)


def _subjects(rule: Rule, view: View, found: re.Match[str]) -> list[Name]:
    """Whom the pattern makes the subject; what the paragraph is about where it names nobody."""
    if "subject" in found.re.groupindex:
        return view.marks(found["subject"], rule.needs["subject"])
    return [view.topic] if view.topic else []


def _objects(rule: Rule, view: View, found: re.Match[str]) -> list[Name]:
    if "object" in found.re.groupindex:
        return view.marks(found["object"] or "", rule.needs["object"])
    return [] if "literal" in found.re.groupindex or view.topic is None else [view.topic]


def _triples(view: View, rule: Rule, found: re.Match[str], subject: Name, objects: Sequence[Name]) -> Iterator[_Triple]:
    groups = found.groupdict()
    if groups.get("literal"):
        words = view.words(*found.span("literal"))
        yield _Triple(subject, rule.predicate, words, rule.name, rule.confidence)
    for object_ in objects:
        if object_.entity_id != subject.entity_id and _are_comparable(rule.predicate, subject, object_):
            yield _Triple(subject, rule.predicate, object_, rule.name, rule.confidence)


def _is_named_like(subject: Name, rule: Rule, entities: Mapping[str, Entity]) -> bool:
    words = f"{subject.text} {entities[subject.entity_id].name}".lower().split()
    return not rule.named_like.isdisjoint(words)


def _are_comparable(predicate: str, subject: Name, object_: Name) -> bool:
    return predicate != "competes_with" or subject.type == object_.type


def _is_denied(view: View, start: int, end: int) -> bool:
    return bool(_DENIAL.search(view.text, start, end) or _DENIAL_BEFORE.search(view.text, max(0, start - 30), start))


def _is_of_outsiders(view: View, found: re.Match[str]) -> bool:
    """Whether not the subject did it but who has to do with it: "Customers of Acme trained …"."""
    start = found.start("subject") if "subject" in found.re.groupindex else found.start()
    is_agent = "object" in found.re.groupindex and start < found.start("object")
    return is_agent and _OUTSIDERS.search(view.text, max(0, start - _REACH_OF_OUTSIDERS), start) is not None


def _by_office(view: View, lexicon: Lexicon) -> Iterator[_Triple]:
    for one in find_occupations(view, lexicon):
        if not _is_denied(view, one.start, one.end):
            yield _Triple(one.person, "occupation", one.words, f"occupation:{one.rule}", one.confidence)


def _by_field(view: View, topic: Mention | None, lexicon: Lexicon) -> Iterator[_Triple]:
    for one in find_specialities(view, lexicon):
        subject = one.organisation or name_of(topic)
        if subject and not _is_denied(view, one.start, one.end):
            yield _Triple(subject, "specializes_in", one.field, f"specializes_in:{one.rule}", one.confidence)


def _by_description(description: Description | None) -> Iterator[_Triple]:
    person = name_of(description.person) if description else None
    if description and person:
        yield _Triple(person, "occupation", description.words, "occupation:description", 0.85)
        place = name_of(description.place)
        if place:
            yield _Triple(person, "located_in", place, "located_in:described_person", 0.85)


def _by_description_of_topic(view: View) -> Iterator[_Triple]:
    """Where "the Danish firm" says that what the paragraph is about has its seat."""
    if view.topic and view.place_of_topic:
        yield _Triple(view.topic, "located_in", view.place_of_topic, "located_in:description", 0.88)


def _by_line(sentence: Sentence, view: View, title: str) -> Iterator[_Triple]:
    """A row that holds nothing but its authors, and perhaps where they write from."""
    byline = _BYLINE.fullmatch(view.text.strip()) if sentence.kind in ("caption", "heading") else None
    if not byline or not title or title == sentence.text or not (byline["by"] or byline["place"]):
        return
    for person in view.marks(byline["people"]):
        yield _Triple(person, "authored", title, "authored:byline", 0.9)
        for place in view.marks(byline["place"] or ""):
            yield _Triple(person, "located_in", place, "located_in:byline", 0.9)


def _by_policy_name(mentions: Sequence[Mention], places: Mapping[str, Entity]) -> Iterator[_Triple]:
    """A policy whose name begins with its owner: "Shanghai's AI Regulation"."""
    for mention in mentions:
        owner = _OWNED_POLICY.match(mention.text) if mention.type == "POLICY" else None
        place = places.get(owner["owner"]) if owner else None
        policy = name_of(mention) if place else None
        if place and policy:
            subject = Name(place.entity_id, place.type, place.name, mention.confidence, is_resolved=False)
            yield _Triple(subject, "issued", policy, "issued:name", 0.9)


def _rows(
    sentence: Sentence, triples: Sequence[_Triple], entities: Mapping[str, Entity], source: Source | None
) -> Iterator[Relation]:
    """One row per subject, predicate and object: the one that is surest."""
    best: dict[tuple[str, str, str], Relation] = {}
    for triple in triples:
        object_ = triple.object_
        words = entities[object_.entity_id].name if isinstance(object_, Name) else object_
        row = Relation(
            sentence_no=sentence.sentence_no,
            start=sentence.start,
            end=sentence.end,
            subject_id=triple.subject.entity_id,
            predicate=triple.predicate,
            object_id=object_.entity_id if isinstance(object_, Name) else None,
            object=words,
            attributed_to_id=source.entity_id if source else None,
            attributed_to=source.name if source else None,
            factuality=sentence.factuality or ASSERTED,
            method=triple.method,
            confidence=round(_certainty(triple), 4),
        )
        key = (row.subject_id, row.predicate, row.object_id or words.casefold())
        if key not in best or best[key].confidence < row.confidence:
            best[key] = row
    yield from best.values()


def _certainty(triple: _Triple) -> float:
    """The pattern's share of right rows, less where a name is doubtful or stands for a pronoun."""
    names = [one for one in (triple.subject, triple.object_) if isinstance(one, Name)]
    resolved = _CERTAINTY_OF_RESOLVED if any(name.is_resolved for name in names) else 1.0
    return triple.confidence * resolved * (0.5 + 0.5 * min(name.confidence for name in names))
