"""The names of a figure's own sentence as candidates for its subject: where each stands to the quantity.

What belongs here: the features of such names. What a name is in its sentence, whatever figure is asked about, stands in
`name_roles`; the other candidates, in `subject_candidates`.
"""

from collections.abc import Iterator
from functools import lru_cache
from itertools import chain

from tidybrief.extraction.figures.name_roles import NamedPlace, lemma_of
from tidybrief.extraction.figures.sentence_view import SentenceView
from tidybrief.extraction.grammar.clauses import Clauses
from tidybrief.extraction.grammar.word_classes import ADVERB, AUXILIARY, GERUND, NAME, NOUN, PARTICIPLE, TO, VERB
from tidybrief.extraction.records import Quantity

_BREAKS = frozenset(";:—–")
_CONTRASTS = frozenset({"while", "whereas", "but", "although", "though", "which", "who", "whose", "that"})
_OPENERS = frozenset({"in", "at", "on", "for", "with", "by", "under", "through", "to", "as", "preposition"})
_NEAR_NAMES = 8


def add_names_inside(quantity: Quantity, view: SentenceView, position: str, found: dict[str, set[str]]) -> None:
    """Adds the names of the sentence, by entity id, with their features; `position` is that of the quantity in its
    clause.
    """
    clauses = view.clauses
    first, last = clauses.at(quantity.start), clauses.at(quantity.end) - 1
    before = [named for named in view.named if named.place < first]
    after = [named for named in view.named if named.place > last and clauses.word(named.place - 1) != "what"]
    reach = [*before[:1], *before[1:][-_NEAR_NAMES:]]
    governing = _governing(first, clauses)
    for order, named in enumerate(reversed(reach)):
        verbs, commas, broken = _between(named.place + 1, first, clauses)
        features = found.setdefault(named.mention.entity_id, {"inside"})
        features.update(_standing("before", named, (verbs, commas, broken), governing, quantity.kind, position))
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
        features.update(_standing("after", named, (verbs, commas, broken), governing, quantity.kind, position))
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


def _standing(  # noqa: PLR0917 - what stands between a name and its quantity
    side: str, named: NamedPlace, between: tuple[int, int, bool], governing: str, kind: str, position: str
) -> Iterator[str]:
    """What holds of a name in its sentence, and by where it stands to a quantity."""
    verbs, commas, broken = min(between[0], 2), min(between[1], 2), between[2]
    role, left, adjective = _role(named), named.left, named.mention.form == "adjective"
    return chain(
        named.features,
        _placed(side, verbs, commas, broken, left, named.acts, named.possessive, adjective),
        _paired(side, verbs, role, left, kind, position),
        _governed(side, role, named.mention.type, governing) if governing else (),
    )


def _paired(side: str, verbs: int, role: str, left: str, kind: str, position: str) -> tuple[str, ...]:  # noqa: PLR0917 - what stands around a name
    return (
        f"{position}: {side}, {verbs} verbs, {role}", f"{position}: {side}, left {left}",
        f"{side}, {kind}, left {left}",
    )  # fmt: skip


def _role(named: NamedPlace) -> str:
    if named.acts:
        return "acts"
    if named.possessive:
        return "owner"
    if named.mention.form == "adjective":
        return "adjective"
    return "modifier" if named.modifies else "else"


def _governed(side: str, role: str, type_: str, governing: str) -> tuple[str, ...]:
    return (f"{side}, {role}, of {governing}", f"{side}, {role}, {type_}, of {governing}")


@lru_cache(maxsize=4096)
def _placed(  # noqa: PLR0917 - what stands around a name
    side: str, verbs: int, commas: int, broken: bool, left: str, acts: bool, possessive: bool, adjective: bool
) -> tuple[str, ...]:
    features = [side, f"{side}, {verbs} verbs", f"{side}, {commas} commas", f"{side}, left {left}"]
    if broken:
        features.append(f"{side}, other clause")
    if acts:
        features.append(f"{side}, acts, {verbs} verbs")
        if left in ("start", "subordinator", "comma", "and"):
            features.append(f"{side}, subject, {'other' if broken else 'same'} clause")
    if possessive:
        features.append(f"{side}, possessive, {verbs} verbs")
    if adjective:
        features.append(f"{side}, adjective, {verbs} verbs")
    return tuple(features)


def _between(first: int, end: int, clauses: Clauses) -> tuple[int, int, bool]:
    """How many groups of verbs and how many commas stand between two places, and whether a new clause begins there."""
    verbs = commas = 0
    broken = in_group = False
    for place in range(first, end):
        kind = clauses.classes[place]
        if kind in (VERB, AUXILIARY) or (kind in (PARTICIPLE, GERUND) and clauses.kind(place + 1) not in (NOUN, NAME)):
            verbs += not in_group
            in_group = True
            continue
        in_group = in_group and kind in (ADVERB, TO)
        if kind == ",":
            commas += 1
        elif kind in _BREAKS or clauses.words[place] in _CONTRASTS:
            broken = True
    return verbs, commas, broken
