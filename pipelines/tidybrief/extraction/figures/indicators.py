"""What a figure measures: a short noun phrase out of the words around the quantity, or that of the figure before.

What belongs here: which candidates can stand alone, what they look like, and the choice. They are made in
`indicator_rules`, `indicator_phrases` and `indicator_frames`.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from functools import cache, lru_cache
from itertools import chain
from typing import NamedTuple

from tidybrief.extraction.figures.apposed_names import apposition_before
from tidybrief.extraction.figures.changes import SURE, told_change
from tidybrief.extraction.figures.comparisons import compared_with
from tidybrief.extraction.figures.continued_measures import has_own_verb, of_earlier_measure
from tidybrief.extraction.figures.exclusions import left_out
from tidybrief.extraction.figures.gapped_measures import told_gapped
from tidybrief.extraction.figures.indicator_frames import frame_candidates
from tidybrief.extraction.figures.indicator_phrases import phrase_candidates
from tidybrief.extraction.figures.indicator_rules import RULES
from tidybrief.extraction.figures.named_measures import NamedMeasure
from tidybrief.extraction.figures.planned_deeds import as_planned
from tidybrief.extraction.figures.ranking import Candidate, Ranker
from tidybrief.extraction.figures.states import told_state
from tidybrief.extraction.figures.told_ages import told_age
from tidybrief.extraction.figures.told_amounts import told_amount
from tidybrief.extraction.figures.told_cases import told_case
from tidybrief.extraction.figures.told_measures import told_measure
from tidybrief.extraction.figures.told_money import told_expectation
from tidybrief.extraction.figures.told_parts import told_part
from tidybrief.extraction.figures.unit_rates import beside_unit, with_rate, without_rate
from tidybrief.extraction.grammar.clauses import Clauses
from tidybrief.extraction.grammar.frames import Frame, frame_of
from tidybrief.extraction.grammar.phrases import past_participle, tidy
from tidybrief.extraction.grammar.plurals import plural
from tidybrief.extraction.grammar.word_classes import (
    ADVERB,
    AUXILIARY,
    CONJUNCTION,
    DATE,
    DETERMINER,
    GERUND,
    NAME,
    NOUN,
    NOUN_OR_VERB,
    PARTICIPLE,
    PREPOSITION,
    PRONOUN,
    SUBORDINATOR,
    TO,
    VERB,
    class_of,
    is_contracted,
)
from tidybrief.extraction.records import Figure, Quantity

_ARTICLES = (["a"], ["an"], ["the"])
_NO_OPENING = frozenset({VERB, AUXILIARY, PREPOSITION, CONJUNCTION, PRONOUN, SUBORDINATOR})
_OF_CLAUSES = frozenset({AUXILIARY, PRONOUN, SUBORDINATOR})
_ACTING = frozenset({VERB, PARTICIPLE, AUXILIARY})
_VERBAL = frozenset({VERB, AUXILIARY})
_BEFORE_SUBJECTS = frozenset({"", ",", ";", CONJUNCTION, SUBORDINATOR, DATE})
_CLOSING = frozenset({NOUN, NOUN_OR_VERB, GERUND})
_EMPTY_HEAD = re.compile(r"(?:figure|number|total|amount|sum)s?(?: (?:for|of|in)(?: the)? |$)", re.IGNORECASE)
_TAKING_UP = frozenset({"figure", "number", "total", "sum", "proportion"})
"""What the measure of the figure before is taken up by: "the figure dropped to 71%"."""
_BEFORE_RANGES = frozenset({"between", "from"})
_VALUED = frozenset({"money", "percent", "multiple"})
_JOINTS = frozenset({"of", "in", "for", "on"})
_DIGIT = re.compile(r"\d")
NO_INDICATOR = 0.1
"""How often the text gives none where none was found, in the annotated texts."""
_NO_OTHER_ANSWER = 0.27
"""How often the only candidate is right in the annotated texts: such sentences are hardly understood."""
_AS_WRITTEN = 1.12
"""How much an indicator that stands in the text word for word is worth against one put together, unless it is the end
of a longer one: it reads better. Up to here it costs no accuracy in cross-validation on the annotated texts."""
_USUAL_ORDER: Mapping[str, tuple[str, ...]] = {
    "count": ("counted", "labelled", "noun of", "measured"),
    "measure": ("of what", "headed", "labelled", "noun of", "measured", "counted"),
    "rank": ("ranked",),
    "multiple": ("compared", "measured", "object"),
    "duration": ("hyphenated", "of what", "measured", "headed", "object"),
    "money": ("labelled", "of what", "verbal", "headed", "noun of", "measured", "object"),
    "percent": ("share", "labelled", "headed", "noun of", "measured", "object"),
}
"""In which order the rules speak where nothing else is known."""


def indicator_of(
    quantity: Quantity, clauses: Clauses, earlier: Figure | None, distance: str, ranker: Ranker
) -> tuple[str, float] | None:
    """The indicator and the probability that it is right; None where the text gives none. `earlier` is the figure
    before, `distance` how far off it stands.
    """
    found = _indicator_in_clause(quantity, clauses, earlier, distance, ranker)
    if found is None:
        return None
    indicator, probability = found
    if quantity.kind not in ("duration", "rank", "age"):
        indicator = as_planned(indicator, quantity, clauses)
    if distance != "document":
        indicator = of_earlier_measure(indicator, quantity, earlier) or indicator
    indicator = with_rate(indicator, quantity, clauses)
    without = left_out(quantity, clauses)
    return f"{indicator} {without}" if without and without not in indicator else indicator, probability


def _indicator_in_clause(
    quantity: Quantity, clauses: Clauses, earlier: Figure | None, distance: str, ranker: Ranker
) -> tuple[str, float] | None:
    first, after = clauses.at(quantity.start), clauses.at(quantity.end)
    if after == first:
        after = first + 1
    if clauses.word(after) == "strong" and clauses.kind(after + 1) == NOUN:
        after += 1
    if quantity.value_high is not None and clauses.word(first - 1) in _BEFORE_RANGES:
        first -= 1
    if quantity.kind == "age":
        return told_age(first, clauses)
    kind = quantity.kind
    frame = frame_of(first, after, clauses)
    near = earlier if distance != "document" else None
    told = (
        told_expectation(quantity, first, after, clauses, near)
        or told_part(quantity, first, after, clauses, near)
        or told_case(quantity, first, after, clauses)
        or compared_with(quantity, first, after, clauses)
        or told_gapped(quantity, first, after, clauses, near)
        or told_change(quantity, first, after, clauses, near)
        or told_state(quantity, first, after, clauses, frame)
        or told_measure(quantity, first, after, clauses, near)
        or told_amount(quantity, first, after, clauses, earlier)
    )
    if told := without_rate(tidy(told), quantity):
        takes_up = told.lower() in _TAKING_UP and near is not None and near.kind == kind
        return (near.indicator if takes_up and near is not None and near.indicator else told), SURE
    context = (
        f"left {clauses.kind(clauses.before_qualifiers(first)) or 'nothing'}",
        f"right {clauses.kind(after) or 'nothing'}",
    )
    found = _found(quantity, first, after, clauses, frame, near, context)
    shape = _Shape.of(quantity, clauses)
    may_go_on = near is not None and not has_own_verb(quantity, first, clauses, near)
    if may_go_on and earlier is not None and earlier.indicator is not None:
        carried = _without_whereabouts(earlier.indicator, shape)
        found.setdefault(carried, []).extend(_of_earlier(earlier, quantity, distance, context))
    measure = NamedMeasure.of(kind, first, after, clauses, frame)
    takers = clauses.vocabulary.takers
    candidates: list[Candidate[str]] = []
    bags: list[frozenset[str]] = []
    apposed = apposition_before(first, clauses)
    for words, features in found.items():
        if apposed and words in apposed:
            continue
        wording = _Wording.of(words, clauses)
        if _reads_well(wording, shape, clauses) and not (kind in _VALUED and _is_taker(wording, takers)):
            named = measure.features_of(wording.parts, wording.kinds)
            candidates.append(Candidate(words, features + _form(wording, kind, shape) + named))
            bags.append(frozenset(wording.parts))
    if not candidates:
        return None
    candidates, bags = _with_predicate(candidates, bags, quantity, first, frame, clauses)
    favour = _favour([candidate.answer for candidate in candidates], clauses)
    answer, probability = ranker.choose("indicator", quantity.start, candidates, bags, favour)
    return answer, probability if len(candidates) > 1 else _NO_OTHER_ANSWER


def _found(  # noqa: PLR0917 - what stands around a number
    quantity: Quantity,
    first: int,
    after: int,
    clauses: Clauses,
    frame: Frame,
    near: Figure | None,
    context: tuple[str, str],
) -> dict[str, list[str]]:
    """All that the sentence offers as an indicator, with the features of each."""
    kind = quantity.kind
    found: dict[str, list[str]] = {}
    for name in _order_of_rules(kind):
        words = beside_unit(tidy(RULES[name](quantity, first, after, clauses) or ""), quantity, clauses)
        if words:
            if not found:
                found[words] = [f"first in the usual order, {kind}", "first in the usual order"]
            found.setdefault(words, []).extend(_of_rule(name, kind, context))
    for phrase, features in chain(
        phrase_candidates(first, after, kind, clauses), frame_candidates(quantity, first, after, clauses, frame, near)
    ):
        words = beside_unit(tidy(phrase), quantity, clauses)
        if words:
            found.setdefault(words, []).extend(features)
    return found


def _without_whereabouts(indicator: str, shape: "_Shape") -> str:
    """An indicator without the name at its end that tells where: "investment in China", said of the next as well."""
    for place in (" in ", " at "):
        head, joint, name = indicator.rpartition(place)
        if joint and name.removeprefix("the ") in shape.names:
            return head
    return indicator


def _of_earlier(earlier: Figure, quantity: Quantity, distance: str, context: tuple[str, str]) -> Iterator[str]:
    """The features of the indicator of the figure before."""
    alike = "alike" if (earlier.kind, earlier.unit) == (quantity.kind, quantity.unit) else "unlike"
    yield f"indicator before in the {distance}"
    yield f"indicator before in the {distance}, {alike}"
    for side in context:
        yield f"indicator before in the {distance}, {alike}, {side}"


def _with_predicate(  # noqa: PLR0917 - what stands around a number
    candidates: list[Candidate[str]],
    bags: list[frozenset[str]],
    quantity: Quantity,
    first: int,
    frame: Frame,
    clauses: Clauses,
) -> tuple[list[Candidate[str]], list[frozenset[str]]]:
    """Of counted things that open a passive ("300 workers were laid off"), the candidates that say what was done to
    them; all where none does.
    """
    if not (frame.opens and frame.passive and quantity.kind in ("count", "percent")):
        return candidates, bags
    left = clauses.before_qualifiers(first)
    if clauses.kind(left) not in _BEFORE_SUBJECTS and clauses.word(left - 1) not in ("every", "each"):
        return candidates, bags
    participle, _, particle = past_participle(frame.verb, clauses).removeprefix("not ").partition(" ")
    done = {clauses.word(frame.verb), participle}
    saying = [at for at, bag in enumerate(bags) if not done.isdisjoint(bag) and (not particle or particle in bag)]
    return ([candidates[at] for at in saying], [bags[at] for at in saying]) if saying else (candidates, bags)


def _favour(answers: Sequence[str], clauses: Clauses) -> list[float]:
    """How much each of the answers is worth as it reads."""
    text, ends = clauses.sentence.text, "\n".join((*answers, ""))
    written = text if clauses.is_plain else " ".join(text.split())
    return [_AS_WRITTEN if answer in written and f" {answer}\n" not in ends else 1.0 for answer in answers]


@cache
def _order_of_rules(kind: str) -> tuple[str, ...]:
    """The names of all rules, for one kind of quantity."""
    usual = _USUAL_ORDER.get(kind, ())
    return (*usual, *(name for name in RULES if name not in usual))


@lru_cache(maxsize=8192)
def _of_rule(name: str, kind: str, context: tuple[str, str]) -> tuple[str, ...]:
    """The features of what a rule offers, by the kind of quantity and what stands beside it."""
    return (
        name,
        f"{name}, {kind}",
        *(f"{name}, {side}" for side in context),
        *(f"{name}, {kind}, {side}" for side in context),
    )


class _Shape(NamedTuple):
    """What the form of an indicator is held against: the counted noun, and the names of the sentence."""

    counted: frozenset[str]
    names: tuple[str, ...]
    acting: frozenset[str]
    """Verbs that stand right behind a name."""

    @staticmethod
    def of(quantity: Quantity, clauses: Clauses) -> "_Shape":
        head = quantity.unit.partition(" of ")[0].lower().rsplit(" ", 1)[-1]
        places = [place for place, kind in enumerate(clauses.classes) if kind == NAME]
        acting = [clauses.word(place + 1) for place in places if clauses.kind(place + 1) == VERB]
        return _Shape(
            frozenset((head, plural(head))), tuple([clauses.slice(place, place) for place in places]), frozenset(acting)
        )


class _Wording(NamedTuple):
    """The words of an indicator, each in lower case, and the class that the lists give each."""

    words: str
    parts: list[str]
    kinds: list[str]

    @staticmethod
    def of(words: str, clauses: Clauses) -> "_Wording":
        parts = words.lower().split()
        known = clauses.vocabulary.classes
        return _Wording(words, parts, [known.get(part, NOUN) for part in parts])


def _reads_well(wording: _Wording, shape: _Shape, clauses: Clauses) -> bool:
    """Whether words can stand alone as a noun phrase: no bare name, no clause, no loose beginning, no empty head."""
    words, parts, kinds = wording
    opening = class_of(parts[0], clauses.vocabulary) if words[0].islower() else kinds[0]
    if words in shape.names or opening in _NO_OPENING or _holds_clause(parts, kinds):
        return False
    is_of_two = parts[0] in clauses.vocabulary.takers and parts[1:2] in _ARTICLES  # "company a valuation"
    if is_of_two or (opening == PARTICIPLE and kinds[1:2] in ([DETERMINER], [PREPOSITION], [TO])):
        return False
    if (opening == GERUND and kinds[1:2] == [DETERMINER]) or _says_twice(parts) or _states(parts, clauses):
        return False
    if ("'" in words or "’" in words) and any(is_contracted(part) for part in parts):
        return False
    if any(name in words and _acts(name, wording, shape) for name in shape.names):
        return False
    empty = _EMPTY_HEAD.match(words)
    return empty is None or (empty.end() < len(words) and words[empty.end() :] not in shape.names)


def _states(parts: Sequence[str], clauses: Clauses) -> bool:
    """Whether words open with a verb that tells a result: "reporting sales"."""
    known, opening = clauses.vocabulary, parts[0]
    is_told = known.lemmas.get(opening, "") in known.stating_results | known.verbs_of_foresight and len(parts) > 1
    return is_told and opening.endswith("ing") and parts[1] in known.own_results


def _acts(name: str, wording: _Wording, shape: _Shape) -> bool:
    """Whether a name in the words does something, or has it done to it by a verb that is not passive: of people that
    are counted under it ("two Kenyans arrested") only the first.
    """
    words, parts, kinds = wording
    acting = _VERBAL if name.lower() in shape.counted else _ACTING
    before, named, _ = f" {words}".partition(f" {name} ")
    if not named:
        return False
    first = len(before.split())
    if first and kinds[first - 1] == PARTICIPLE:
        return True
    behind = first + len(name.split())
    while kinds[behind : behind + 1] == [ADVERB] or parts[behind : behind + 1] == ["far"]:
        behind += 1
    return not acting.isdisjoint(kinds[behind : behind + 1]) or not shape.acting.isdisjoint(parts[behind : behind + 1])


def _is_taker(wording: _Wording, takers: frozenset[str]) -> bool:
    """Whether words name nobody but an organisation or a person, who is no measure: "the chipmaker"."""
    return wording.parts[-1] in takers and _JOINTS.isdisjoint(wording.parts)


def _says_twice(parts: Sequence[str]) -> bool:
    """Whether a noun is said to be of itself, or an owner of another: "revenue of revenue", "China's of imports",
    "jobs created jobs", "food costs of drink and food costs".
    """
    if len(parts) > 1 and (parts[0] == parts[-1] or (len(parts) > 3 and parts[:2] == parts[-2:])):
        return True
    return not _JOINTS.isdisjoint(parts) and any(
        parts[at] in _JOINTS and (parts[at - 1] == parts[at + 1] or parts[at - 1].endswith(("'s", "’s")))
        for at in range(1, len(parts) - 1)
    )


def _holds_clause(parts: list[str], kinds: list[str]) -> bool:
    """Whether words hold more of a clause than what denies its verb ("pupils that did not reach")."""
    if _OF_CLAUSES.isdisjoint(kinds):
        return False
    denied = {at for at, part in enumerate(parts) if part == "not"}
    return any(kind in _OF_CLAUSES and (kind != AUXILIARY or at + 1 not in denied) for at, kind in enumerate(kinds))


def _form(wording: _Wording, kind: str, shape: _Shape) -> list[str]:
    """What the words of an indicator look like."""
    words, parts, kinds = wording
    features = [*_of_length(min(len(parts), 9), kind)]
    if kinds[0] in _VERBAL:
        features.append("opens with a verb")
    if AUXILIARY in kinds:
        features.append("holds an auxiliary")
    if PRONOUN in kinds or SUBORDINATOR in kinds:
        features.append("holds a pronoun")
    if kinds[-1] not in _CLOSING:
        features.append(f"closes with {kinds[-1]}")
    if VERB in kinds[1:]:
        features.append(f"holds a verb, {kind}")
    if _DIGIT.search(words):
        features.append("holds a number")
    if not shape.counted.isdisjoint(parts):
        features.append(f"holds the unit, {kind}")
        if parts[0] in shape.counted:
            features.append(f"opens with the unit, {kind}")
    if words.startswith(shape.names):
        features.append("is a name" if words in shape.names else "opens with a name")
    elif shape.names and any(name in words for name in shape.names):
        features.append("holds a name")
    features.append(f"opens with {parts[0]}, {kind}")
    features.extend(_of_end(parts[-1]))
    return features


@cache
def _of_length(length: int, kind: str) -> tuple[str, ...]:
    return (f"{length} words", f"{length} words, {kind}")


@lru_cache(maxsize=4096)
def _of_end(last: str) -> tuple[str, ...]:
    return (f"closes with {last}", f"closes with -{last[-3:]}")
