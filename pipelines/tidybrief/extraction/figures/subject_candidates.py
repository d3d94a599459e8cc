"""Who or what a figure may be about, with what speaks for each: names of its sentence, names before it, the document's
topic, the whole world, nobody.

What belongs here: the candidates and their features. Choosing among them is done in `subjects`.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from tidybrief.extraction.figures.clause_subjects import Resolved
from tidybrief.extraction.figures.name_roles import NamedPlace
from tidybrief.extraction.figures.ranking import Candidate
from tidybrief.extraction.figures.series import beside
from tidybrief.extraction.grammar.attribution import Source
from tidybrief.extraction.grammar.clauses import Clauses
from tidybrief.extraction.grammar.word_classes import AUXILIARY, GERUND, NOUN, PARTICIPLE, VERB
from tidybrief.extraction.records import Mention, Quantity

WORLD, NOBODY = "world", ""
_BREAKS = frozenset(";:—–")
_CONTRASTS = frozenset({"while", "whereas", "but", "although", "though", "which", "who", "whose", "that"})
_GLOBAL = re.compile(r"\b(?:[Gg]lobal|[Ww]orld|[Ii]nternational|[Ww]orldwide|[Gg]lobally)\b")
_TAKEN_UP = re.compile(r"\b(?:it|its|they|their|he|she|his|her|we|our|itself)\b")
_FARTHEST = 8
_NEAR_NAMES = 8


@dataclass(frozen=True, slots=True)
class Topic:
    """What a document speaks of most: its entities by rank, those of its title, whether that speaks of the world."""

    ranks: dict[str, int]
    titled: frozenset[str]
    worldwide: bool


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


def speaks_of_the_world(text: str) -> bool:
    """Whether a text holds a word such as "global"."""
    return _GLOBAL.search(text) is not None


def subject_candidates(  # noqa: PLR0917 - what a figure may be about depends on all of it
    quantity: Quantity,
    neighbours: tuple[Quantity | None, Quantity | None],
    view: SentenceView,
    resolved: Resolved,
    topic: Topic,
    previous: tuple[str, str] | None,
) -> list[Candidate[str]]:
    """Candidates by entity id; `WORLD` and `NOBODY` among them. `previous` is the subject of the figure before, and
    how far off that stands.
    """
    found: dict[str, set[str]] = {}
    _inside(quantity, view, found)
    for mention, feature in beside(quantity, [named.mention for named in view.named], neighbours, view.clauses):
        found.setdefault(mention.entity_id, {"inside"}).add(feature)
    setting = resolved.setting
    _sources(quantity, view, setting, found)
    _earlier(view, setting, found)
    if resolved.entity_id and resolved.entity_id not in (WORLD, NOBODY):
        stands = ("stands for the subject", f"stands for the subject, {resolved.how}")
        found.setdefault(resolved.entity_id, set()).update(stands)
    for entity_id, rank in topic.ranks.items():
        if rank < 2 or entity_id in topic.titled:
            found.setdefault(entity_id, set()).add("brought in by topic")
    found[WORLD] = set(_of_the_world(view, topic, setting))
    found[NOBODY] = {"nobody", f"nobody, {quantity.kind}", f"nobody, {setting}"}
    if previous is not None:
        entity_id, distance = previous
        found.setdefault(entity_id, set()).update(
            (
                f"subject before in the {distance}",
                f"subject before in the {distance}, {setting}",
            )
        )
    candidates = []
    for entity_id, features in found.items():
        if entity_id not in (WORLD, NOBODY):
            kind = entity_id.partition(":")[0]
            features.add(f"kind {kind}")
            if quantity.kind in ("age", "rank", "duration"):
                features.add(f"kind {kind}, {quantity.kind}")
            rank = topic.ranks.get(entity_id, 9)
            if rank < 3:
                features.update((f"topic {rank}", f"topic {rank}, {setting}"))
            if entity_id in topic.titled:
                features.update(("in the title", f"in the title, {setting}"))
            if "inside" not in features:
                features.add("not inside")
                features.add(f"not inside, {setting}")
        candidates.append(Candidate(entity_id, sorted(features)))
    return candidates


def _inside(quantity: Quantity, view: SentenceView, found: dict[str, set[str]]) -> None:
    """Adds the names of the sentence."""
    clauses = view.clauses
    first, last = clauses.at(quantity.start), clauses.at(quantity.end) - 1
    before = [named for named in view.named if named.place < first]
    after = [named for named in view.named if named.place > last]
    reach = [*before[:1], *before[1:][-_NEAR_NAMES:]]
    for order, named in enumerate(reversed(reach)):
        verbs, commas, broken = _between(named.place + 1, first, clauses)
        features = found.setdefault(named.mention.entity_id, {"inside"})
        features.update(named.features)
        features.update(_placed("before", named, verbs, commas, broken))
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
        if order == 0:
            features.add("nearest after" if before else "nearest after, none before")
        if not verbs and not commas and not broken and named.place - last <= 4:
            features.add(f"right after, left {named.left}")
        if named.acts and commas and not before:
            features.add("acts after the opening phrase")


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
            features.add(f"led {min(number - lead, 3)} before, {setting}")


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
