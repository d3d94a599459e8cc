"""Where a name may stand when nobody knows it: runs of capitalised words and what their form tells.

What belongs here: the borders of runs. What does not: which type a run has (`types`), known names
(`matching`), and the decision between readings (`mentions`).
"""

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache
from typing import NamedTuple

from tidybrief.extraction.names.cues import NameCues
from tidybrief.extraction.names.document_case import DocumentCase
from tidybrief.extraction.tokens import Tokens, words_of

_NAME_LIKE = re.compile(r"[^\W\d_]*[A-Z\u00c0-\u00de\u0100-\u024f][\w.&+'’]*|\d+[A-Z]\w*|\d+\.[A-Z]+")
_VERSION = re.compile(r"\d+(?:\.\d+)?[a-zA-Z]?|[IVX]+")
LINKS = frozenset({"of", "for", "on"})
_ARTICLES = frozenset({"the", "The", "a", "A", "an", "An"})
HYPHENS = frozenset("-‐‑")
# Words that headings capitalise after a name, and that no name ends in.
DANGLING = words_of(
    "Within Under With From By Upon Among Between During Into Without Before After Through Is Are Was Were Has Have"
)


class Run(NamedTuple):
    """Tokens `first` to `last` (exclusive) of one sentence that may be a name."""

    first: int
    last: int


@lru_cache(maxsize=100_000)
def is_name_like(word: str) -> bool:
    """Whether the word has a capital where a name may have one."""
    return _NAME_LIKE.fullmatch(word) is not None


def find_runs(tokens: Tokens, cues: NameCues, case: DocumentCase) -> Iterator[Run]:
    """Maximal runs of capitalised words, joined over hyphens, ampersands and the links that names have inside."""
    words = tokens.words
    position = 0
    while position < len(words):
        if words[position].islower() or not _may_open(words, position, cues, case):
            position += 1
            continue
        last = _extend(tokens, position, cues)
        yield Run(position, last)
        position = last


def _may_open(words: Sequence[str], position: int, cues: NameCues, case: DocumentCase) -> bool:
    word = words[position]
    if not is_name_like(word) or word in _ARTICLES:
        return False
    if position == 0 or words[position - 1] in {":", "•", "“", '"', "-", "–", "—", "?", "!", "."}:
        following = words[position + 1] if position + 1 < len(words) else ""
        if case.tells_in_lower_case(word) and not (is_name_like(following) and word.lower() not in cues.function_words):
            return False
        return word.lower() not in cues.function_words
    return True


def _extend(tokens: Tokens, position: int, cues: NameCues) -> int:
    words = tokens.words
    last = position + 1
    while last < len(words):
        word = words[last]
        following = words[last + 1] if last + 1 < len(words) else ""
        if is_name_like(word) or (_VERSION.fullmatch(word) and tokens.starts[last] - tokens.end(last - 1) <= 1):
            last += 1
        elif (word in HYPHENS and tokens.end(last - 1) == tokens.starts[last] and is_glued(tokens, last)) or (
            word == "&" and is_name_like(following)
        ):
            last += 2
        elif word in LINKS and _is_linked(words, last, cues):
            last += 2 if is_name_like(following) else 3
        elif (word == "and" and _continues_enumeration(words, position, last, cues)) or (
            word in cues.particles and is_name_like(following) and not is_name_like(words[last - 2] if last > 2 else "")
        ):
            last += 2
        else:
            break
    return last


def is_glued(tokens: Tokens, hyphen: int) -> bool:
    """Whether a name goes on after a hyphen without a space."""
    after = hyphen + 1
    return (
        after < len(tokens)
        and tokens.end(hyphen) == tokens.starts[after]
        and (is_name_like(tokens.words[after]) or _VERSION.fullmatch(tokens.words[after]) is not None)
    )


def _is_linked(words: Sequence[str], link: int, cues: NameCues) -> bool:
    after = link + 2 if link + 1 < len(words) and words[link + 1] in {"the", "an"} else link + 1
    if after >= len(words) or not is_name_like(words[after]):
        return False
    opener = words[link - 1]
    return (
        any(opener in heads for kind, heads in cues.heads.items() if kind in {"ORG", "POLICY", "EVENT", "WORK"})
        or opener in cues.organisation_openers
        or opener in cues.place_openers
    )


def _continues_enumeration(words: Sequence[str], first: int, conjunction: int, cues: NameCues) -> bool:
    """Whether "and" stands inside a name: "Ministry of Health and Welfare", "Science and Technology Committee"."""
    if conjunction + 1 >= len(words) or not is_name_like(words[conjunction + 1]):
        return False
    inside = words[first:conjunction]
    if any(link in inside for link in LINKS):
        return True
    return conjunction + 2 < len(words) and words[conjunction + 2] in cues.heads["ORG"] and len(inside) == 1
