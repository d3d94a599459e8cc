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

    `words` are all, `lower` those in lower case outside such headings, `inside` those behind the first of a sentence
    outside such headings, `capitalised` the ones of these that begin with a capital.
    """

    words: Set[str]
    lower: Set[str]
    inside: Set[str]
    capitalised: Set[str]

    @staticmethod
    def of(sentences: Sequence[Tokens]) -> "DocumentCase":
        """What the sentences tell."""
        sentences = [tokens for tokens in sentences if _ADDRESSES.isdisjoint(tokens.words)]
        prose = [tokens.words for tokens in sentences if not tokens.title_case]
        told = set().union(*prose)
        inside = set().union(*(words[1:] for words in prose))
        return DocumentCase(
            told.union(*(tokens.words for tokens in sentences if tokens.title_case)),
            {word for word in told if word.islower()},
            inside,
            {word for word in inside if word[:1].isupper()},
        )
