"""Who or what a figure may be about, with what speaks for each: names of its sentence, names before it, the document's
topic, the whole world, nobody.

What belongs here: putting the candidates together with their features; those of names in the sentence stand in
`names_inside`. Choosing among them is done in `subjects`.
"""

import re
from collections.abc import Iterable
from dataclasses import replace
from functools import lru_cache

from tidybrief.extraction.figures.anaphora import is_none_such
from tidybrief.extraction.figures.antecedents import Resolved
from tidybrief.extraction.figures.called import taken_up
from tidybrief.extraction.figures.lately import features_of
from tidybrief.extraction.figures.name_roles import at_rest
from tidybrief.extraction.figures.names_inside import add_names_inside
from tidybrief.extraction.figures.no_subjects import no_subjects
from tidybrief.extraction.figures.ranking import Candidate
from tidybrief.extraction.figures.selectional_preference import measured_nouns
from tidybrief.extraction.figures.sentence_view import (
    NOBODY,
    WORLD,
    Previous,
    SentenceView,
    Topic,
    speaks_of_the_world_elsewhere,
)
from tidybrief.extraction.figures.terms import TERM, terms_of
from tidybrief.extraction.figures.wholes import stands_for_whole
from tidybrief.extraction.grammar.clauses import Clauses
from tidybrief.extraction.grammar.word_classes import (
    AUXILIARY,
    CONJUNCTION,
    GERUND,
    NAME,
    NOUN,
    OF,
    PARTICIPLE,
    PREPOSITION,
    SUBORDINATOR,
    TO,
    VERB,
)
from tidybrief.extraction.records import Mention, Quantity

_TAKEN_UP = re.compile(r"\b(?:it|its|they|their|he|she|his|her|we|our|itself)\b")
_OF_PERSONS_AND_THINGS = frozenset({"age", "rank", "duration"})
_ONLY_SAYS = {"source, not taken up", "states"}
_ACTS = {"inside", "acts"}
_OPENING_PRONOUNS = frozenset({"he", "she", "it", "they", "his", "her", "its", "their"})
_ONLY_TELLING = frozenset({"states", "left to"})
"""What holds of "Acme said" and "according to Acme"."""
_TELLERS = frozenset({"ORG", "PERSON"})
"""Types of those whom a common noun may name only as the source: "The agency said"."""
_NAMED_OR_NOBODY = frozenset({"inside", "nobody", "world"})
_BEHIND = 40
_AGELESS = frozenset({"place", WORLD})
"""What "the 34-year-old" is not."""
_POSITIONS = {
    VERB: "object", PARTICIPLE: "object", GERUND: "object", AUXILIARY: "predicate", NAME: "name",
    **{kind: f"after {kind}" for kind in (NOUN, CONJUNCTION, SUBORDINATOR, ",", "(")},
}  # fmt: skip
"""What a quantity is in its clause, by the class of what stands before it."""
_SALIENT = frozenset({
    "inside", "named last", "named 1 before", "led last", "led 1 before", "topic 0", "in the title", "source",
    "subject before in the sentence", "subject before in the paragraph", "subject before in the document",
    "brought in by topic", "goes by the noun", "first in the title",
})  # fmt: skip


def subject_candidates(  # noqa: PLR0917 - what a figure may be about depends on all of it
    quantity: Quantity,
    patterns: Iterable[tuple[Mention, str]],
    view: SentenceView,
    resolved: Resolved,
    topic: Topic,
    previous: Previous | None,
) -> list[Candidate[str]]:
    """Candidates by entity id; `WORLD` and `NOBODY` among them. `previous` is the subject of the figure before."""
    found: dict[str, set[str]] = {}
    if resolved.describing:
        named = [at_rest(one) if one.mention.entity_id == resolved.describing else one for one in view.named]
        view = replace(view, named=named)
    position = _position(quantity, view.clauses)
    add_names_inside(quantity, view, position, found)
    for mention, feature in patterns:
        found.setdefault(mention.entity_id, {"inside"}).add(feature)
    setting = resolved.setting
    _sources(quantity, view, setting, found)
    for entity_id, lately in view.lately:
        found.setdefault(entity_id, set()).update(features_of(lately, setting))
    for entity_id, true in taken_up(quantity, view.called, view.clauses, setting):
        found.setdefault(entity_id, set()).update(true)
    if resolved.entity_id and resolved.entity_id not in (WORLD, NOBODY):
        stands = ("stands for the subject", f"stands for the subject, {resolved.how}")
        found.setdefault(resolved.entity_id, set()).update(stands)
    for entity_id, rank in topic.ranks.items():
        if (rank < 2 or entity_id in topic.titled) and not is_yet_to_be_named(entity_id, view, topic):
            found.setdefault(entity_id, set()).add("brought in by topic")
    found[WORLD] = {*_of_the_world(quantity, view, topic, setting), f"world, {resolved.opening}", f"world, {position}"}
    around = (quantity.kind, setting, position, resolved.opening)
    found[NOBODY] = {"nobody", *(f"nobody, {what}" for what in around)}
    if previous is not None:
        _add_subject_before(previous, quantity, view, resolved, position, found)
    if setting in ("bare", "named"):
        _terms(quantity, view, resolved, found)
    nouns = tuple(measured_nouns(quantity, view.clauses))
    ageless: frozenset[str] = _AGELESS if quantity.text.endswith("-old") else frozenset()
    ruled_out = no_subjects(quantity, view, resolved, topic, previous)
    is_thing = resolved.noun != "" and resolved.types.isdisjoint(_TELLERS)
    is_taken_up = is_thing and resolved.entity_id.partition(":")[0].upper() in resolved.types
    candidates: list[Candidate[str]] = []
    for entity_id, features in found.items():
        kind = entity_id.partition(":")[0]
        if (
            entity_id in ruled_out
            or kind in ageless
            or (is_taken_up and features.isdisjoint(_NAMED_OR_NOBODY) and kind.upper() not in resolved.types)
            or _is_only_read(entity_id, features, resolved, view.clauses)
            or is_none_such(entity_id, resolved.noun, topic.countries, topic.lands, view.clauses.vocabulary)
            or _only_reports(entity_id, features, quantity, view.clauses, topic)
        ):
            continue
        features.update(_of_kind(kind, nouns))
        if entity_id not in (WORLD, NOBODY) and not entity_id.startswith(TERM):
            _add_of_entity(entity_id, kind, features, quantity, position, resolved, topic)
        candidates.append(Candidate(entity_id, sorted(features)))
    return candidates


def is_yet_to_be_named(entity_id: str, view: SentenceView, topic: Topic) -> bool:
    """Whether a text will name an entity only later. A title may be about whom the text names first; the country that
    it speaks of most is meant without a name as well, as long as it names no other; a person may be told of before the
    name.
    """
    sentence = view.clauses.sentence
    if topic.first_named[entity_id] < sentence.end or sentence.sentence_no == 0 or entity_id.startswith("person:"):
        return False
    named = (*(one for one, _ in view.lately), *(one.mention.entity_id for one in view.named))
    is_setting = entity_id in topic.countries and topic.ranks.get(entity_id) == 0
    return not is_setting or not topic.countries.isdisjoint(named)


def _is_only_read(entity_id: str, features: set[str], resolved: Resolved, clauses: Clauses) -> bool:
    """Whether an entity is a publication named before, of which a sentence that takes up nobody does not go on."""
    is_publication = entity_id.rpartition("-")[2] in clauses.vocabulary.publications
    return is_publication and resolved.setting in ("bare", "named") and "inside" not in features


def _only_reports(entity_id: str, features: set[str], quantity: Quantity, clauses: Clauses, topic: Topic) -> bool:
    """Whether an entity says or asks what is not about itself."""
    if entity_id in topic.reporters and not _speaks_of_itself(features, quantity, clauses):
        return True
    does_more = (features >= _ACTS and "states" not in features) or "goes by the noun" in features
    if entity_id in topic.informants and not does_more:
        is_person = entity_id.startswith("person:") and quantity.kind in _OF_PERSONS_AND_THINGS
        return not (is_person or _takes_up(quantity, clauses) or clauses.word(0) in _OPENING_PRONOUNS)
    return features >= _ONLY_SAYS and _speaks_of_others(entity_id, quantity, clauses)


def _speaks_of_others(entity_id: str, quantity: Quantity, clauses: Clauses) -> bool:
    """Whether who only says a figure is no subject of it: persons of what they count, offices that count for others."""
    kind, _, name = entity_id.partition(":")
    if quantity.kind in _OF_PERSONS_AND_THINGS or _takes_up(quantity, clauses):
        return False
    offices = clauses.vocabulary.offices_of_others
    return kind == "person" or (kind == "org" and not offices.isdisjoint(name.split("-")))


def _speaks_of_itself(features: set[str], quantity: Quantity, clauses: Clauses) -> bool:
    """Whether a figure may be about who writes of others: not their sentence, or what they tell of themselves."""
    is_counted = quantity.kind == "count" and "inside" in features and features.isdisjoint(_ONLY_TELLING)
    return is_counted or "source" not in features or _takes_up(quantity, clauses)


def _takes_up(quantity: Quantity, clauses: Clauses) -> bool:
    """Whether a pronoun near a quantity may stand for who speaks."""
    behind = min(clauses.sentence.end, quantity.end + _BEHIND)
    return _TAKEN_UP.search(clauses.text, max(clauses.sentence.start, quantity.start - _BEHIND), behind) is not None


def _terms(quantity: Quantity, view: SentenceView, resolved: Resolved, found: dict[str, set[str]]) -> None:
    """Adds what the clause may be about that has no name."""
    around = (f"term, {resolved.opening}", f"term, {resolved.setting}", f"term, {quantity.kind}")
    for term, true in terms_of(view.clauses.at(quantity.start), view.clauses, view.terms):
        found.setdefault(term, set()).update(true, around)


@lru_cache(maxsize=4096)
def _of_kind(kind: str, nouns: tuple[str, ...]) -> tuple[str, ...]:
    """What a kind of subject has to do with the nouns that are measured."""
    return tuple([f"kind {kind}, {noun}" for noun in nouns])


def _add_of_entity(  # noqa: PLR0917 - what speaks for a name depends on all of it
    entity_id: str,
    kind: str,
    features: set[str],
    quantity: Quantity,
    position: str,
    resolved: Resolved,
    topic: Topic,
) -> None:
    """Adds what holds of a name wherever it stands: its type, its part in the document, whether the anaphor can mean
    it.
    """
    setting = resolved.setting
    salient: set[str] = features & _SALIENT if resolved.types else set()
    features.add(f"kind {kind}")
    if quantity.kind in _OF_PERSONS_AND_THINGS:
        features.add(f"kind {kind}, {quantity.kind}")
    if "inside" not in features:
        features.update(_not_inside(setting, position, resolved.opening))
    rank = topic.ranks.get(entity_id, 9)
    if rank < 3:
        features.update(_in_setting(f"topic {rank}", setting))
        salient |= {f"topic {rank}"} & _SALIENT
    if entity_id in topic.titled:
        features.update(_in_setting("in the title", setting))
        salient |= {"in the title"}
        if entity_id == topic.first_titled:
            features.update(_in_setting("first in the title", setting))
            salient |= {"first in the title"}
    if entity_id == resolved.describing:
        features.add("describes the anaphor")
    if resolved.types:
        fits = "fits" if kind.upper() in resolved.types else "does not fit"
        features.update((f"{fits} the anaphor", f"{fits} the anaphor, {setting}"))
        features.update([f"{fits}, {feature}" for feature in salient])


@lru_cache(maxsize=1024)
def _in_setting(feature: str, setting: str) -> tuple[str, str]:
    """A feature alone and with how the clause names its subject."""
    return feature, f"{feature}, {setting}"


@lru_cache(maxsize=1024)
def _not_inside(setting: str, position: str, opening: str) -> tuple[str, ...]:
    return ("not inside", f"not inside, {setting}", f"not inside, {position}", f"not inside, {opening}")


def _add_subject_before(  # noqa: PLR0917 - what speaks for it depends on all of it
    previous: Previous,
    quantity: Quantity,
    view: SentenceView,
    resolved: Resolved,
    position: str,
    found: dict[str, set[str]],
) -> None:
    """Adds the subject of the figure before, with how far off it is and what stands between."""
    setting, since = resolved.setting, _names_since(previous, quantity, view, found)
    far = f"subject before in the {previous.distance}"
    found.setdefault(previous.subject, set()).update((
        far, f"{far}, {setting}", f"{far}, {since} since", f"{far}, {since} since, {setting}",
        f"{far}, {quantity.kind} after {previous.kind}", f"{far}, {position}", f"{far}, {resolved.opening}",
    ))  # fmt: skip


def _names_since(previous: Previous, quantity: Quantity, view: SentenceView, found: dict[str, set[str]]) -> str:
    """What names stand between the figure before and this one; each learns that it does."""
    named = [name for name in view.named if previous.end <= name.mention.start < quantity.start]
    acting = [name for name in named if name.acts]
    for name in named:
        found.setdefault(name.mention.entity_id, {"inside"}).add(
            f"since the figure before, {'acts' if name.acts else 'left ' + name.left}"
        )
    return "acting name" if acting else "name" if named else "no name"


def _position(quantity: Quantity, clauses: Clauses) -> str:
    """What a quantity is in its clause: the object of a verb, what a preposition takes, what opens the clause."""
    left = clauses.before_qualifiers(clauses.at(quantity.start))
    kind = clauses.kind(left)
    if stands_for_whole(left, clauses):
        return "of a part"
    if kind in (PREPOSITION, OF, TO):
        return clauses.words[left]
    return _POSITIONS.get(kind, "opening" if left < 0 else "else")


def _sources(quantity: Quantity, view: SentenceView, setting: str, found: dict[str, set[str]]) -> None:
    text = view.clauses.text
    for source in view.sources:
        if source.start <= quantity.start < source.end:
            start = max(source.start, quantity.start - 300)
            itself = _TAKEN_UP.search(text, start, quantity.start) is not None
            features = found.get(source.entity_id)
            if features is None:
                if setting != "speaker":
                    continue
                features = found.setdefault(source.entity_id, set())
            features.add("source")
            features.add("source, taken up" if itself else "source, not taken up")
            if source.carried:
                features.add("carried source")
            if setting == "speaker":
                features.add("source, speaker")


def _of_the_world(quantity: Quantity, view: SentenceView, topic: Topic, setting: str) -> Iterable[str]:
    yield "world"
    yield f"world, {setting}"
    speaks = (view.worldwide or view.global_words) and not speaks_of_the_world_elsewhere(quantity, view.clauses)
    if view.worldwide and speaks:
        yield "world, worldwide"
    if view.global_words and speaks:
        yield "world, global"
    if not view.named:
        yield "world, no names"
    elif not any(named.mention.type == "PLACE" for named in view.named):
        yield "world, no places"
    if topic.worldwide:
        yield "world, global title"
