"""Words of a text and where they stand, cut finely enough that every name begins and ends at a border.

What belongs here: the one tokenisation that name finding uses. Hyphens and possessive endings are tokens of their own;
abbreviations, initials, version numbers and names with signs inside ("U.S.", "AT&T", "Face++", "01.AI") are one token.
"""

import re
from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass

from tidybrief.extraction.records import Sentence

_TOKEN = re.compile(
    r"(?:[A-Z]\.){2,}"  # U.S., N.A.T.O.
    r"|(?:Inc|Corp|Co|Ltd|Jr|Sr|St|Mt|Ft|Dr|Mr|Mrs|Ms|Bros|Gov|Sen|Rep|Gen|Col|Lt|Capt|Sgt|Prof|Rev|No|Hon|vs)\.(?!\w)"
    r"|[A-Z]\.(?=\s?[A-Z])"  # an initial
    r"|\d+(?:,\d{3})*(?:\.\d+)?(?:\.[A-Z]{2,})?[^\W_]*"  # numbers, versions, 4Paradigm, 01.AI
    r"|[^\W\d_]+(?:&[^\W\d_]+)?(?:(?<=[^\W\d_])['’](?!s\b|S\b|re\b|ve\b|ll\b|t\b|m\b|d\b)[^\W\d_]+)?"
    r"(?:\d[^\W_]*)?(?:\.(?:com|org|net|co|io|ai|AI|gov|edu|tv))?(?!\w)(?:\+{1,2}(?!\w))?"
    r"|[^\W_]+"
    r"|['’][sS]\b|\S"
)


@dataclass(frozen=True, slots=True)
class Tokens:
    """The tokens of one sentence: their words and their offsets in the document.

    `title_case` and `all_capitals` say that capitals tell nothing in this sentence.
    """

    words: Sequence[str]
    starts: Sequence[int]
    ends: Sequence[int]
    title_case: bool
    all_capitals: bool

    def __len__(self) -> int:
        return len(self.words)


def tokenise(text: str, sentences: Sequence[Sentence]) -> list[Tokens]:
    """The tokens of each sentence. A token that crosses a sentence border is cut there."""
    return [_tokens_between(text, sentence.start, sentence.end) for sentence in sentences]


def words_of(listing: str) -> frozenset[str]:
    """The words of a listing that separates them by spaces."""
    return frozenset(listing.split())


def _tokens_between(text: str, start: int, end: int) -> Tokens:
    matches = list(_TOKEN.finditer(text, start, end))
    words = [match[0] for match in matches]
    return Tokens(
        words,
        [match.start() for match in matches],
        [match.end() for match in matches],
        title_case=_is_title_case(words),
        all_capitals=_is_all_capitals(words),
    )


def _is_title_case(words: Sequence[str]) -> bool:
    """Whether most of the longer words are capitalised; a headline has no full stop."""
    longer = [word for word in words if len(word) > 3 and word[0].isalpha()]
    if len(longer) < 4 or words[-1] == ".":
        return False
    return sum(word[0].isupper() for word in longer) > 0.7 * len(longer)


def _is_all_capitals(words: Sequence[str]) -> bool:
    """Whether a line is set in capitals throughout."""
    letters = [word for word in words if word.isalpha()]
    return len(letters) > 2 and all(word.isupper() for word in letters)


def token_range(tokens: Tokens, start: int, end: int) -> tuple[int, int]:
    """First token that ends after `start`, and one past the last token that starts before `end`."""
    first = bisect_left(tokens.ends, start + 1)
    return first, max(first, bisect_left(tokens.starts, end))
