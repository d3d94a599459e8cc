"""Results that a report goes on telling without saying whose they are: "Net profit rose 9%".

What belongs here: whose results a document has told, and which figures tell more of them.
"""

from collections import Counter
from collections.abc import Iterable

from tidybrief.extraction.figures.told_periods import OF_RESULTS
from tidybrief.extraction.grammar.clauses import Clauses
from tidybrief.extraction.grammar.word_classes import DATE, NAME, OF, PREPOSITION, PRONOUN, Words
from tidybrief.extraction.records import Figure, Quantity

_OWNED = frozenset({"its", "their", "his", "her", "our"})
_REACH = 5
_BEHIND_HEAD = frozenset({OF, PREPOSITION, DATE})


class ToldResults:
    """The organisations whose results a document has told so far."""

    def __init__(self) -> None:
        """Nobody's to begin with."""
        self._told: Counter[str] = Counter()
        self._last_end = -1

    def hear(self, figure: Figure, vocabulary: Words) -> None:
        """Remembers whose result a figure tells."""
        if figure.kind in OF_RESULTS and (figure.subject_id or "").startswith("org:"):
            words = (figure.indicator or "").lower().split()
            if not vocabulary.own_results.isdisjoint(words):
                self._told[figure.subject_id or ""] += 1
                self._last_end = figure.end

    def is_last(self, end: int) -> bool:
        """Whether the last result that was told ends there."""
        return end == self._last_end

    def owner(self, near: str, topics: Iterable[str]) -> str:
        """Whose result a figure tells that names nobody: of whom the figure before was (`near`, "" for one of another
        paragraph), else that of the title among the `topics`, else of whom most results are; "" for nobody's.
        """
        if near in self._told:
            return near
        if near.startswith("org:") or not self._told:
            return ""
        return next((topic for topic in topics if topic in self._told), None) or self._told.most_common(1)[0][0]


def tells_more_results(quantity: Quantity, since: int | None, clauses: Clauses) -> bool:
    """Whether a figure tells a result of nobody named, or what such a result is compared with: one that its sentence
    has told ends at `since`.
    """
    if quantity.kind not in OF_RESULTS:
        return False
    first = clauses.at(quantity.start)
    if since is not None and NAME not in clauses.classes[clauses.at(since) : first + _REACH]:
        return clauses.kind(clauses.at(quantity.end)) != OF
    if NAME in clauses.classes[:first]:
        return False
    subject = clauses.subject_phrase(first)
    return subject is not None and _is_bare_result(*subject, clauses)


def _is_bare_result(start: int, last: int, clauses: Clauses) -> bool:
    places = range(start, last + 1)
    if any(clauses.kind(place) == PRONOUN or clauses.words[place] in _OWNED for place in (start - 1, *places)):
        return False
    head = next((place for place in places if clauses.classes[place] in _BEHIND_HEAD), last + 1) - 1
    vocabulary = clauses.vocabulary
    if not vocabulary.results_at_large.isdisjoint(clauses.words[start:head]):
        return False
    return (
        clauses.word(head) in vocabulary.own_results or clauses.slice(head - 1, head).lower() in vocabulary.own_spending
    )
