"""Who or what a figure may be about, with what speaks for each: names of its sentence, names before it, the document's
topic, the whole world, nobody.

What belongs here: the candidates and their features. Choosing among them is done in `subjects`.
"""

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from typing import NamedTuple

from tidybrief.extraction.figures.called import CommonNouns, taken_up
from tidybrief.extraction.figures.clause_subjects import Resolved
from tidybrief.extraction.figures.name_roles import NamedPlace, at_rest, lemma_of
from tidybrief.extraction.figures.ranking import Candidate
from tidybrief.extraction.figures.selectional_preference import measured_nouns
from tidybrief.extraction.figures.terms import TERM, Terms, terms_of
from tidybrief.extraction.figures.wholes import stands_for_whole
from tidybrief.extraction.grammar.attribution import Source
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

WORLD, NOBODY = "world", ""
_BREAKS = frozenset(";:—–")
_CONTRASTS = frozenset({"while", "whereas", "but", "although", "though", "which", "who", "whose", "that"})
_GLOBAL = re.compile(r"\b(?:[Gg]lobal|[Ww]orld|[Ii]nternational|[Ww]orldwide|[Gg]lobally)\b")
_TAKEN_UP = re.compile(r"\b(?:it|its|they|their|he|she|his|her|we|our|itself)\b")
_AGELESS = frozenset({"place", WORLD})
"""What "the 34-year-old" is not."""
_FARTHEST = 8
_NEAR_NAMES = 8
_SALIENT = frozenset({
    "inside", "named last", "named 1 before", "led last", "led 1 before", "topic 0", "in the title", "source",
    "subject before in the sentence", "subject before in the paragraph", "subject before in the document",
    "brought in by topic", "goes by the noun", "first in the title",
})  # fmt: skip


@dataclass(frozen=True, slots=True)
class Topic:
    """What a document speaks of most: its entities by rank, those of its title, whether that speaks of the world."""

    ranks: dict[str, int]
    titled: frozenset[str]
    first_titled: str
    worldwide: bool


class Previous(NamedTuple):
    """The subject of the figure before, its kind, where it ends, and how far off it stands."""

    subject: str
    kind: str
    end: int
    distance: str


@dataclass(slots=True)
class SentenceView:
    """One sentence with the names in it and before it, as far as they bear on its figures."""

    clauses: Clauses
    named: list[NamedPlace]
    earlier: list[Mention]
    leads: dict[str, int]
    sources: Sequence[Source]
    paragraph_start: int
    worldwide: bool
    global_words: bool
    cited: set[str]
    """Entities that sentences before give as their source."""
    called: CommonNouns
    terms: Terms


def speaks_of_the_world(text: str) -> bool:
    """Whether a text holds a word such as "global"."""
    return _GLOBAL.search(text) is not None


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
    _inside(quantity, view, position, found)
    for mention, feature in patterns:
        found.setdefault(mention.entity_id, {"inside"}).add(feature)
    setting = resolved.setting
    _sources(quantity, view, setting, found)
    _earlier(view, setting, found)
    for entity_id, true in taken_up(quantity, view.called, view.clauses, setting):
        found.setdefault(entity_id, set()).update(true)
    if resolved.entity_id and resolved.entity_id not in (WORLD, NOBODY):
        stands = ("stands for the subject", f"stands for the subject, {resolved.how}")
        found.setdefault(resolved.entity_id, set()).update(stands)
    for entity_id, rank in topic.ranks.items():
        if rank < 2 or entity_id in topic.titled:
            found.setdefault(entity_id, set()).add("brought in by topic")
    found[WORLD] = set(_of_the_world(view, topic, setting))
    found[NOBODY] = {"nobody", f"nobody, {quantity.kind}", f"nobody, {setting}", f"nobody, {position}"}
    found[NOBODY].add(f"nobody, {resolved.opening}")
    found[WORLD].add(f"world, {resolved.opening}")
    found[WORLD].add(f"world, {position}")
    if previous is not None:
        between = _names_since(previous, quantity, view, found)
        far = f"subject before in the {previous.distance}"
        found.setdefault(previous.subject, set()).update(
            (
                far,
                f"{far}, {setting}",
                f"{far}, {between} since",
                f"{far}, {between} since, {setting}",
                f"{far}, {quantity.kind} after {previous.kind}",
                f"{far}, {position}",
                f"{far}, {resolved.opening}",
            )
        )
    if setting in ("bare", "named"):
        for term, true in terms_of(view.clauses.at(quantity.start), view.clauses, view.terms):
            features = found.setdefault(term, set())
            features.update(true)
            features.update((f"term, {resolved.opening}", f"term, {setting}", f"term, {quantity.kind}"))
    nouns = measured_nouns(quantity, view.clauses)
    for entity_id, features in found.items():
        features.update([f"kind {entity_id.partition(':')[0]}, {noun}" for noun in nouns])
        if entity_id not in (WORLD, NOBODY) and not entity_id.startswith(TERM):
            features.update([*_of_entity(entity_id, features, quantity, position, resolved, topic)])
    return [
        Candidate(entity_id, sorted(features))
        for entity_id, features in found.items()
        if not quantity.text.endswith("-old") or entity_id.partition(":")[0] not in _AGELESS
    ]


def _of_entity(  # noqa: PLR0917 - what speaks for a name depends on all of it
    entity_id: str, features: set[str], quantity: Quantity, position: str, resolved: Resolved, topic: Topic
) -> Iterator[str]:
    """What holds of a name wherever it stands: its type, its part in the document, whether the anaphor can mean it."""
    setting = resolved.setting
    kind = entity_id.partition(":")[0]
    yield f"kind {kind}"
    if quantity.kind in ("age", "rank", "duration"):
        yield f"kind {kind}, {quantity.kind}"
    salient = features & _SALIENT
    rank = topic.ranks.get(entity_id, 9)
    if rank < 3:
        yield from (f"topic {rank}", f"topic {rank}, {setting}")
        salient |= {f"topic {rank}"} & _SALIENT
    if entity_id in topic.titled:
        yield from ("in the title", f"in the title, {setting}")
        salient |= {"in the title"}
        if entity_id == topic.first_titled:
            yield from ("first in the title", f"first in the title, {setting}")
            salient |= {"first in the title"}
    if "inside" not in features:
        yield from (
            "not inside",
            f"not inside, {setting}",
            f"not inside, {position}",
            f"not inside, {resolved.opening}",
        )
    if entity_id == resolved.describing:
        yield "describes the anaphor"
    if resolved.types:
        fits = "fits" if kind.upper() in resolved.types else "does not fit"
        yield from (f"{fits} the anaphor", f"{fits} the anaphor, {setting}")
        yield from (f"{fits}, {feature}" for feature in salient)


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
    if kind == NAME:
        return "name"
    if kind in (VERB, PARTICIPLE, GERUND, AUXILIARY, NOUN, ",", "(", CONJUNCTION, SUBORDINATOR):
        return {VERB: "object", PARTICIPLE: "object", GERUND: "object", AUXILIARY: "predicate"}.get(
            kind, f"after {kind}"
        )
    return "opening" if left < 0 else "else"


def _inside(quantity: Quantity, view: SentenceView, position: str, found: dict[str, set[str]]) -> None:
    """Adds the names of the sentence."""
    clauses = view.clauses
    first, last = clauses.at(quantity.start), clauses.at(quantity.end) - 1
    before = [named for named in view.named if named.place < first]
    after = [named for named in view.named if named.place > last]
    reach = [*before[:1], *before[1:][-_NEAR_NAMES:]]
    governing = _governing(first, clauses)
    for order, named in enumerate(reversed(reach)):
        verbs, commas, broken = _between(named.place + 1, first, clauses)
        features = found.setdefault(named.mention.entity_id, {"inside"})
        features.update(named.features)
        features.update(_placed("before", named, verbs, commas, broken))
        features.update(_governed("before", named, governing, quantity.kind))
        features.update(_paired("before", named, verbs, position))
        if order == 0:
            features.add("nearest before")
        if order == len(reach) - 1:
            features.add("first name")
        if first - named.place <= 3 and not verbs:
            features.add("right before")
        if named.left in _OPENERS and commas and verbs:
            features.add("in the opening phrase")
    for order, named in enumerate(after[:_NEAR_NAMES]):
        verbs, commas, broken = _between(last + 1, named.place, clauses)
        features = found.setdefault(named.mention.entity_id, {"inside"})
        features.update(named.features)
        features.update(_placed("after", named, verbs, commas, broken))
        features.update(_governed("after", named, governing, quantity.kind))
        features.update(_paired("after", named, verbs, position))
        if order == 0:
            features.add("nearest after" if before else "nearest after, none before")
        if not verbs and not commas and not broken and named.place - last <= 4:
            features.update((f"right after, left {named.left}", f"right after, left {named.left}, {quantity.kind}"))
        if named.acts and commas and not before:
            features.add("acts after the opening phrase")


def _governing(first: int, clauses: Clauses) -> str:
    """The verb whose clause the quantity stands in, in its base form; "" for none."""
    verb = clauses.verb_before(clauses.before_qualifiers(first) + 1)
    return lemma_of(clauses.subject_end(verb), clauses) if verb >= 0 else ""


def _paired(side: str, named: NamedPlace, verbs: int, position: str) -> Iterator[str]:
    yield f"{position}: {side}, {min(verbs, 2)} verbs, {_role(named)}"
    yield f"{position}: {side}, left {named.left}"


def _role(named: NamedPlace) -> str:
    return (
        "acts"
        if named.acts
        else "owner"
        if named.possessive
        else "adjective"
        if named.mention.form == "adjective"
        else "modifier"
        if named.modifies
        else "else"
    )


def _governed(side: str, named: NamedPlace, governing: str, kind: str) -> Iterator[str]:
    yield f"{side}, {kind}, left {named.left}"
    if governing:
        role = _role(named)
        yield f"{side}, {role}, of {governing}"
        yield f"{side}, {role}, {named.mention.type}, of {governing}"


_OPENERS = frozenset({"in", "at", "on", "for", "with", "by", "under", "through", "to", "as", "preposition"})


def _placed(side: str, named: NamedPlace, verbs: int, commas: int, broken: bool) -> Iterator[str]:
    yield side
    yield f"{side}, {min(verbs, 2)} verbs"
    yield f"{side}, {min(commas, 2)} commas"
    yield f"{side}, left {named.left}"
    if broken:
        yield f"{side}, other clause"
    if named.acts:
        yield f"{side}, acts, {min(verbs, 2)} verbs"
        if named.left in ("start", "subordinator", "comma", "and"):
            yield f"{side}, subject, {'other' if broken else 'same'} clause"
    if named.possessive:
        yield f"{side}, possessive, {min(verbs, 2)} verbs"
    if named.mention.form == "adjective":
        yield f"{side}, adjective, {min(verbs, 2)} verbs"


def _between(first: int, end: int, clauses: Clauses) -> tuple[int, int, bool]:
    """How many groups of verbs and how many commas stand between two places, and whether a new clause begins there."""
    verbs = commas = 0
    broken = in_group = False
    for place in range(first, end):
        kind = clauses.classes[place]
        if kind in (VERB, AUXILIARY) or (kind in (PARTICIPLE, GERUND) and clauses.kind(place + 1) not in (NOUN, "m")):
            verbs += not in_group
            in_group = True
            continue
        in_group = in_group and kind in ("a", "t")
        if kind == ",":
            commas += 1
        elif kind in _BREAKS or clauses.words[place] in _CONTRASTS:
            broken = True
    return verbs, commas, broken


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


def _earlier(view: SentenceView, setting: str, found: dict[str, set[str]]) -> None:
    """Adds the names before the sentence, the nearest first, each once."""
    number = view.clauses.sentence.sentence_no
    seen: set[str] = set()
    counts = Counter(mention.entity_id for mention in view.earlier)
    latest = max((view.leads.get(entity_id, -1) for entity_id in counts), default=-1)
    for mention in reversed(view.earlier):
        if mention.entity_id in seen:
            continue
        if len(seen) >= _FARTHEST:
            break
        features = found.setdefault(mention.entity_id, set())
        distance = min(number - mention.sentence_no, 3)
        features.update((f"named {distance} before", f"named {distance} before, {setting}"))
        if not seen:
            features.add("named last")
        seen.add(mention.entity_id)
        if mention.start >= view.paragraph_start:
            features.add(f"named in the paragraph, {setting}")
        lead = view.leads.get(mention.entity_id)
        if lead is not None:
            features.update((f"led {min(number - lead, 3)} before", f"led {min(number - lead, 3)} before, {setting}"))
            if lead == latest:
                features.update(("led last", f"led last, {setting}"))
        features.add(f"named {min(counts[mention.entity_id], 4)} times lately")
        if mention.entity_id in view.cited:
            features.update(("cited before", f"cited before, {setting}"))


def _of_the_world(view: SentenceView, topic: Topic, setting: str) -> Iterable[str]:
    yield "world"
    yield f"world, {setting}"
    if view.worldwide:
        yield "world, worldwide"
    if view.global_words:
        yield "world, global"
    if not view.named:
        yield "world, no names"
    elif not any(named.mention.type == "PLACE" for named in view.named):
        yield "world, no places"
    if topic.worldwide:
        yield "world, global title"
