"""What a figure measures: a short noun phrase out of the words around the quantity, or that of the figure before.

What belongs here: the choice among what the rules of `indicator_rules` find.
"""

from collections.abc import Iterator, Mapping

from tidybrief.extraction.figures.indicator_rules import RULES
from tidybrief.extraction.figures.ranking import Candidate, Ranker
from tidybrief.extraction.grammar.clauses import Clauses
from tidybrief.extraction.grammar.phrases import tidy
from tidybrief.extraction.grammar.word_classes import (
    AUXILIARY,
    GERUND,
    NOUN,
    NOUN_OR_VERB,
    PREPOSITION,
    PRONOUN,
    SUBORDINATOR,
    VERB,
)
from tidybrief.extraction.records import Figure, Quantity

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
    first, after = clauses.at(quantity.start), clauses.at(quantity.end)
    if after == first:
        after = first + 1
    if quantity.kind == "age":
        return _age(first, clauses)
    kind = quantity.kind
    context = (
        f"left {clauses.kind(clauses.before_qualifiers(first)) or 'nothing'}",
        f"right {clauses.kind(after) or 'nothing'}",
    )
    found: dict[str, list[str]] = {}
    usual = _USUAL_ORDER.get(kind, ())
    for name in (*usual, *(name for name in RULES if name not in usual)):
        words = tidy(RULES[name](quantity, first, after, clauses) or "")
        if words:
            if not found:
                found[words] = [f"first in the usual order, {kind}", "first in the usual order"]
            found.setdefault(words, []).extend((
                name, f"{name}, {kind}", *(f"{name}, {side}" for side in context),
                *(f"{name}, {kind}, {side}" for side in context),
            ))  # fmt: skip
    if earlier is not None and earlier.indicator is not None and distance != "document":
        alike = "alike" if (earlier.kind, earlier.unit) == (kind, quantity.unit) else "unlike"
        found.setdefault(earlier.indicator, []).extend(
            (
                f"indicator before in the {distance}",
                f"indicator before in the {distance}, {alike}",
                *(f"indicator before in the {distance}, {alike}, {side}" for side in context),
            )
        )
    if not found:
        return None
    candidates = [Candidate(words, (*features, *_form(words, clauses))) for words, features in found.items()]
    return ranker.choose("indicator", quantity.start, candidates)


def _form(words: str, clauses: Clauses) -> Iterator[str]:
    """What the words of an indicator look like."""
    parts = words.lower().split()
    yield f"{min(len(parts), 9)} words"
    known = clauses.vocabulary.classes
    kinds = [known.get(part, NOUN) for part in parts]
    if kinds[0] in (VERB, AUXILIARY):
        yield "opens with a verb"
    if AUXILIARY in kinds:
        yield "holds an auxiliary"
    if PRONOUN in kinds or SUBORDINATOR in kinds:
        yield "holds a pronoun"
    if kinds[-1] not in (NOUN, NOUN_OR_VERB, GERUND):
        yield f"closes with {kinds[-1]}"
    if any(character.isdigit() for character in words):
        yield "holds a number"


def _age(first: int, clauses: Clauses) -> tuple[str, float]:
    """ "age", of those whose age it is where a noun says so ("children between 5 and 10 years")."""
    left = clauses.before_qualifiers(first)
    if clauses.kind(left) == PREPOSITION or clauses.word(left) in ("aged", "under", "over"):
        head = clauses.phrase_before(left)
        if head < left:
            return f"age of {tidy(clauses.slice(head, left - 1))}", 0.7
    return "age", 0.8
