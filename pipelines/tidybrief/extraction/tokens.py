"""Words of a text and where they stand, cut finely enough that every name begins and ends at a border.

What belongs here: the one tokenisation that name finding uses. Hyphens and possessive endings are tokens of their own;
abbreviations, initials, version numbers and names with signs inside ("U.S.", "AT&T", "Face++", "01.AI") are one token.
"""

import re
from bisect import bisect_left
from collections.abc import Sequence

from tidybrief.extraction.records import Sentence

_TOKEN = re.compile(
    r"\s?("  # leaving the space before a token to the pattern is faster than seeking behind it
    r"[A-Za-z][a-z]*+(?=[ ,;:)\n])|[,;:.](?= )"  # what most tokens are, so that most are found at once
    r"|(?:[A-Z]\.){2,}"  # U.S., N.A.T.O.
    r"|(?:Inc|Corp|Co|Ltd|Jr|Sr|St|Mt|Ft|Dr|Mr|Mrs|Ms|Bros|Gov|Sen|Rep|Gen|Col|Lt|Capt|Sgt|Prof|Rev|No|Hon|vs)\.(?!\w)"
    r"|[A-Z]\.(?=\s?[A-Z])"  # an initial
    r"|\d+(?:,\d{3})*(?:\.\d+)?(?:\.[A-Z]{2,})?[^\W_]*"  # numbers, versions, 4Paradigm, 01.AI
    r"|[^\W\d_]+(?:&[^\W\d_]+)?(?:(?<=[^\W\d_])['’](?!s\b|S\b|re\b|ve\b|ll\b|t\b|m\b|d\b)[^\W\d_]+)?"
    r"(?:\d[^\W_]*)?(?:\.(?:com|org|net|co|io|ai|AI|gov|edu|tv))?(?!\w)(?:\+{1,2}(?!\w))?"
    r"|[^\W_]+"
    r"|['’][sS]\b|\S)"
)

POSSESSIVES = frozenset({"'s", "’s", "'S", "’S", "'", "’"})
"""The tokens that a name ends in as an owner."""
_SHORT = 3
_LEAST_IN_TITLE = 4


class Tokens:
    """The tokens of one sentence: their words and their offsets in the document.

    `title_case` and `all_capitals` say that capitals tell nothing in this sentence.
    """

    __slots__ = ("_start", "_starts", "_text", "all_capitals", "title_case", "words")

    def __init__(self, text: str, start: int, end: int) -> None:
        self._text, self._start = text, start
        self._starts: Sequence[int] | None = None
        self.words: Sequence[str] = _TOKEN.findall(text, start, end)
        self.title_case = _is_title_case(self.words)
        self.all_capitals = _is_all_capitals(self.words)

    @property
    def starts(self) -> Sequence[int]:
        """Where the tokens begin; worked out for the few sentences that are asked for it."""
        if self._starts is None:
            found, text, position = [], self._text, self._start
            for word in self.words:
                position = text.index(word, position)  # nothing but white space stands between tokens
                found.append(position)
                position += len(word)
            self._starts = found
        return self._starts

    def end(self, token: int) -> int:
        """Where a token ends."""
        return self.starts[token] + len(self.words[token])

    def __len__(self) -> int:
        return len(self.words)


def tokenise(text: str, sentences: Sequence[Sentence]) -> list[Tokens]:
    """The tokens of each sentence. A token that crosses a sentence border is cut there."""
    return [Tokens(text, sentence.start, sentence.end) for sentence in sentences]


def in_lower_case(text: str) -> str:
    """The text in lower case, character by character, so that offsets stay what they are."""
    low = text.lower()
    if len(low) == len(text):
        return low
    return "".join(small if len(small := character.lower()) == 1 else character for character in text)


def words_of(listing: str) -> frozenset[str]:
    """The words of a listing that separates them by spaces."""
    return frozenset(listing.split())


def _is_title_case(words: Sequence[str]) -> bool:
    """Whether most of the longer words are capitalised; a headline has no full stop."""
    if not words or words[-1] == ".":
        return False
    longer = [word for word in words if len(word) > _SHORT and word[0].isalpha()]
    return len(longer) >= _LEAST_IN_TITLE and sum(word[0].isupper() for word in longer) > 0.7 * len(longer)


def _is_all_capitals(words: Sequence[str]) -> bool:
    """Whether a line is set in capitals throughout."""
    letters = 0
    for word in words:
        if word.isalpha():
            if not word.isupper():
                return False
            letters += 1
    return letters > 2


def exact_range(tokens: Tokens, start: int, end: int) -> tuple[int, int] | None:
    """The token that begins at `start`, and one past the token that ends at `end`; None where there are none."""
    starts = tokens.starts
    first, last = bisect_left(starts, start), bisect_left(starts, end)
    exact = first < last and starts[first] == start and starts[last - 1] + len(tokens.words[last - 1]) == end
    return (first, last) if exact else None
