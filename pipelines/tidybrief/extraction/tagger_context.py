"""What the name tagger sees of a token's surroundings: its neighbours, its run, its sentence and its document.

What belongs here: features that do not depend on the letters of one word. Those that do stand in `tagger_features`.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from tidybrief.extraction.tokens import Tokens


def seen_words(words: Sequence[str], first: int, last: int, position: int) -> tuple[str, ...]:
    """The word at each of `OFFSETS` from a token at `position` in the run `first:last`; "" outside the sentence."""
    length = len(words)

    def at(index: int) -> str:
        return words[index] if 0 <= index < length else ""

    return (
        words[position],
        at(position - 1),
        at(position + 1),
        at(position - 2),
        at(position + 2),
        at(first - 1),
        at(last),
        words[last - 1],
        words[first],
        f"{at(position - 1)}\n{words[position]}",
        f"{words[position]}\n{at(position + 1)}",
    )


FLAGS = (
    "bias", "starts-sentence", "title-case", "all-capitals", "first-of-run", "last-of-run", "single", "lower-elsewhere",
    "capital-elsewhere", "quoted", "bracketed", "long-run", "known-place-begins", "known-place-goes-on",
    "known-company-begins", "known-company-goes-on", "acronym-defined",
)  # fmt: skip
_FLAG = {name: number for number, name in enumerate(FLAGS)}


@dataclass(frozen=True, slots=True)
class PhraseLists:
    """Names of several words by list, looked up by their first word."""

    by_first: Mapping[str, Sequence[tuple[tuple[str, ...], int]]]

    @staticmethod
    def of(listings: Mapping[str, str]) -> "PhraseLists":
        """From list name → entries separated by "|", words of an entry by spaces."""
        by_first: dict[str, list[tuple[tuple[str, ...], int]]] = {}
        for name, listing in listings.items():
            begins = _FLAG[f"known-{name}-begins"]
            for entry in listing.split("|"):
                words = tuple(entry.split(" "))
                by_first.setdefault(words[0], []).append((words, begins))
        for entries in by_first.values():
            entries.sort(key=lambda entry: -len(entry[0]))
        return PhraseLists(by_first)


@dataclass(frozen=True, slots=True)
class DocumentWords:
    """How the whole document writes its words."""

    lower: frozenset[str]
    capitalised: frozenset[str]

    @staticmethod
    def of(sentences: Sequence[Tokens]) -> "DocumentWords":
        """Words in lower case, and words with a capital inside a sentence that is not in title case."""
        lower: set[str] = set()
        capitalised: set[str] = set()
        for tokens in sentences:
            lower.update(tokens.words)
            if not tokens.title_case:
                capitalised.update(tokens.words[1:])
        return DocumentWords(frozenset(lower), frozenset(capitalised))


_QUOTES = frozenset("\"'“”‘’«»")


def flags_of_run(
    tokens: Tokens, first: int, last: int, document: DocumentWords, phrases: PhraseLists
) -> list[list[int]]:
    """The numbers of the flags that hold for each token of the run `first:last`."""
    words = tokens.words
    common = _flags_of_whole_run(tokens, first, last)
    flags = [list(common) for _ in range(first, last)]
    flags[0].append(_FLAG["first-of-run"])
    flags[-1].append(_FLAG["last-of-run"])
    if first == 0:
        flags[0].append(_FLAG["starts-sentence"])
        if words[0] in document.capitalised:
            flags[0].append(_FLAG["capital-elsewhere"])
    for position in range(first, last):
        word = words[position]
        if word.lower() in document.lower and not word.islower():
            flags[position - first].append(_FLAG["lower-elsewhere"])
        for entry, begins in phrases.by_first.get(word, ()):
            if position + len(entry) <= last and tuple(words[position : position + len(entry)]) == entry:
                flags[position - first].append(begins)
                for inside in range(position + 1, position + len(entry)):
                    flags[inside - first].append(begins + 1)
                break
    return flags


def _flags_of_whole_run(tokens: Tokens, first: int, last: int) -> list[int]:
    words = tokens.words
    before = words[first - 1] if first else ""
    after = words[last] if last < len(words) else ""
    holding = {
        "bias": True,
        "all-capitals": tokens.all_capitals,
        "title-case": tokens.title_case and not tokens.all_capitals,
        "quoted": before in _QUOTES and after in _QUOTES,
        "bracketed": before == "(" and after == ")",
        "long-run": last - first > 6,
        "single": last - first == 1,
    }
    return [_FLAG[name] for name, holds in holding.items() if holds]
