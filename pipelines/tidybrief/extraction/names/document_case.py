"""How a whole document writes its words.

What belongs here: what all its sentences together tell about capital letters. What prose does stands in `word_case`.
"""

from collections.abc import Sequence, Set
from dataclasses import dataclass

from tidybrief.extraction.tokens import Tokens

_ADDRESSES = frozenset({"@", "www", "http", "https"})
"""Signs of an address, which writes the names in it in lower case."""


@dataclass(frozen=True, slots=True)
class DocumentCase:
    """The words of a document as it writes them; headings in title case tell nothing about capitals.

    `words` are all, `told` those outside such headings, `inside` those of `told` behind the first of a sentence.
    """

    words: Set[str]
    told: Set[str]
    inside: Set[str]

    def has_in_lower_case(self, word: str) -> bool:
        """Whether the word stands anywhere in lower case."""
        lower = word.lower()
        return lower in self.words and lower.islower()

    def tells_in_lower_case(self, word: str) -> bool:
        """Whether the word stands in lower case where that tells something."""
        lower = word.lower()
        return lower in self.told and lower.islower()

    @staticmethod
    def of(sentences: Sequence[Tokens]) -> "DocumentCase":
        """What the sentences tell."""
        prose = [tokens.words for tokens in sentences if not tokens.title_case]
        told = set().union(*prose)
        words = told.union(*(tokens.words for tokens in sentences if tokens.title_case))
        if not _ADDRESSES.isdisjoint(words):
            return DocumentCase.of([tokens for tokens in sentences if _ADDRESSES.isdisjoint(tokens.words)])
        return DocumentCase(words, told, set().union(*(words[1:] for words in prose)))
