"""What the name tagger sees of a token's surroundings: its neighbours, its run, its sentence and its document.

What belongs here: features that do not depend on the letters of one word. Those that do stand in `tagger_features`.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from tidybrief.extraction.tokens import Tokens


def seen_words(words: Sequence[str], first: int, last: int) -> list[Sequence[str] | list[tuple[str, str]]]:
    """For each of `OFFSETS`, what each token of the run `first:last` sees: a word or a pair; "" outside sentences."""
    padded = ["", "", *words[max(0, first - 2) : last + 2], "", ""]
    begin = 2 + min(first, 2)
    end = begin + last - first
    length = last - first
    run, left, right = padded[begin:end], padded[begin - 1 : end - 1], padded[begin + 1 : end + 1]
    return [
        run,
        left,
        right,
        padded[begin - 2 : end - 2],
        padded[begin + 2 : end + 2],
        left[:1] * length,
        right[-1:] * length,
        run[-1:] * length,
        run[:1] * length,
        list(zip(left, run, strict=True)),
        list(zip(run, right, strict=True)),
    ]


FLAGS = (
    "bias", "starts-sentence", "title-case", "all-capitals", "first-of-run", "last-of-run", "single", "lower-elsewhere",
    "capital-elsewhere", "quoted", "bracketed", "long-run", "known-place-begins", "known-place-goes-on",
    "known-company-begins", "known-company-goes-on",
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


_FIRST_OF_RUN, _LAST_OF_RUN = _FLAG["first-of-run"], _FLAG["last-of-run"]
_STARTS_SENTENCE, _CAPITAL_ELSEWHERE = _FLAG["starts-sentence"], _FLAG["capital-elsewhere"]
_LOWER_ELSEWHERE = _FLAG["lower-elsewhere"]
_QUOTES = frozenset("\"'“”‘’«»")


def flags_of_run(
    tokens: Tokens, first: int, last: int, document: DocumentWords, phrases: PhraseLists
) -> tuple[tuple[int, ...], list[tuple[int, int]]]:
    """The flags that hold for the whole run `first:last`, and (place in the run, flag) for those of single tokens."""
    words = tokens.words
    own = [(0, _FIRST_OF_RUN), (last - first - 1, _LAST_OF_RUN)]
    if first == 0:
        own.append((0, _STARTS_SENTENCE))
        if words[0] in document.capitalised:
            own.append((0, _CAPITAL_ELSEWHERE))
    for position in range(first, last):
        word = words[position]
        if word.lower() in document.lower and not word.islower():
            own.append((position - first, _LOWER_ELSEWHERE))
        for entry, begins in phrases.by_first.get(word, ()):
            if position + len(entry) <= last and tuple(words[position : position + len(entry)]) == entry:
                own.append((position - first, begins))
                own += [(inside - first, begins + 1) for inside in range(position + 1, position + len(entry))]
                break
    return _flags_of_whole_run(tokens, first, last), own


def _flags_of_whole_run(tokens: Tokens, first: int, last: int) -> tuple[int, ...]:
    words = tokens.words
    before = words[first - 1] if first else ""
    after = words[last] if last < len(words) else ""
    held = [_FLAG["bias"]]
    if tokens.all_capitals:
        held.append(_FLAG["all-capitals"])
    elif tokens.title_case:
        held.append(_FLAG["title-case"])
    if before in _QUOTES and after in _QUOTES:
        held.append(_FLAG["quoted"])
    elif before == "(" and after == ")":
        held.append(_FLAG["bracketed"])
    if last - first > 6:
        held.append(_FLAG["long-run"])
    elif last - first == 1:
        held.append(_FLAG["single"])
    return tuple(held)
