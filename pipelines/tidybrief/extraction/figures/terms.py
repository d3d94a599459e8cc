"""What a figure can be about that has no name: "oil prices rose", "one in a thousand who contract measles".

What belongs here: the common nouns of a clause that may be a subject, with what speaks for each. Names stand in
`subject_candidates`. A word of the title alone is none: it hardly ever is what a figure is about.
"""

import re
from collections import Counter
from collections.abc import Iterator
from itertools import repeat
from operator import add

from tidybrief.extraction.grammar.clauses import Clauses
from tidybrief.extraction.grammar.noun_phrases import noun_phrases
from tidybrief.extraction.grammar.word_classes import NAME, NOUN, OF

TERM = "term:"
"""What the key of such a candidate begins with."""
_WORD = re.compile(r"[^\W\d_][\w-]{2,}")
_MOST = 5


class Terms:
    """How often a document uses each word."""

    def __init__(self, text: str) -> None:
        """`text` is that of the document."""
        written = Counter(_WORD.findall(text))
        lowered = [word.lower() for word in written]
        self._counts = dict(zip(lowered, map(add, written.values(), map(written.get, lowered, repeat(0))), strict=True))

    def often(self, term: str) -> str:
        """How often a document uses the last word of a term, in words."""
        count = self._counts.get(term.rpartition(" ")[2].lower(), 0)
        return "once" if count < 2 else "sometimes" if count < 5 else "often"


def terms_of(first: int, clauses: Clauses, terms: Terms) -> Iterator[tuple[str, tuple[str, ...]]]:
    """Terms that a quantity, whose first word is given, may be about, each with what is true of it."""
    found: dict[str, set[str]] = {}
    subject = clauses.subject_phrase(first)
    if subject is not None:
        for start, last in noun_phrases(clauses):
            if subject[0] <= start and last <= subject[1] and len(found) < _MOST:
                of = OF in (clauses.kind(start - 1), clauses.kind(start - 2))
                if _is_measure_of(start, last, clauses):
                    continue
                for part, term in _parts(start, last, clauses):
                    found.setdefault(term, set()).update((part, f"{part} of the {'complement' if of else 'subject'}"))
    for term, places in found.items():
        if _says_nothing_alone(term, terms, clauses):
            continue
        kind = _kind(term, clauses)
        about = {*places, terms.often(term), "several" if term.endswith("s") else "one"}
        yield TERM + term, ("term", f"term, {kind}", *(f"term, {one}" for one in about), *(
            f"term, {one}, {kind}" for one in about
        ))  # fmt: skip


def _is_measure_of(start: int, last: int, clauses: Clauses) -> bool:
    """Whether a noun measures what stands behind it: the cost of "the cost of bread"."""
    led = clauses.kind(last + 1) == OF or clauses.word(last + 1) == "for"
    measures = clauses.vocabulary.measuring_nouns.values()
    return led and start == last and any(clauses.word(last) in nouns for nouns in measures)


def _says_nothing_alone(term: str, terms: Terms, clauses: Clauses) -> bool:
    """Whether a term only shows ("the survey") or measures ("the total") what a figure is about, in a text that is not
    about that itself.
    """
    words = clauses.vocabulary
    only_measures = term.lower() in words.light_nouns and terms.often(term) != "often"
    return only_measures or term.rpartition(" ")[2].lower() in words.only_showing


def _kind(term: str, clauses: Clauses) -> str:
    if term.lower() in clauses.vocabulary.matters:
        return "matter"
    return "measure" if term.rpartition(" ")[2] in clauses.vocabulary.light_nouns else "other"


def _parts(start: int, last: int, clauses: Clauses) -> Iterator[tuple[str, str]]:
    """The whole phrase, and what stands before its head ("oil" in "oil prices"); none of it where it holds a name."""
    classes = clauses.classes[start : last + 1]
    if NAME in classes or any(kind != NOUN for kind in classes):
        return
    yield "whole", as_written(start, last, clauses)
    if last > start:
        yield "head", as_written(last, last, clauses)
        yield "before the head", as_written(start, last - 1, clauses)


def as_written(start: int, last: int, clauses: Clauses) -> str:
    """The words without the capital that only opens a sentence."""
    words = clauses.slice(start, last)
    return words[0].lower() + words[1:] if start == 0 and words[1:2].islower() else words
