"""Where the name tagger looks: runs of tokens that may hold names.

What belongs here: the borders of runs, the same for training and for tagging. What is seen of their tokens stands in
`tagger_features` and `tagger_context`.
"""

import re
from collections.abc import Sequence
from functools import lru_cache

from tidybrief.extraction.tokens import words_of

LONGEST_GAP = 3
LONGEST_RUN = 40
_UPPER = re.compile(r"[^\W\d_]")
_CONNECTORS = words_of(
    """
    of the for and & - ‐ ‑ ' ’ 's ’s de la le du des di da do dos del della van von der den y e et in on at to with
    from und für a an al el bin ibn as : / + . general federal presidential parliamentary local national
    international gubernatorial legislative municipal state leadership primary provincial regional special
    """
)
_ARTICLES = words_of("al el ul ad ash von van de la di")  # that names in lower case begin with
_AFTER_COMMA = words_of("Inc Inc. LLC LLP Ltd Ltd. Corp Corp. PLC L.P. Jr Jr. Sr Sr. S.A. N.V.")  # endings of names
_TAILS = words_of(
    """
    election elections referendum war wars movement treaty administration government party agreement summit
    conference championships initiative program programme act plan project awards general federal presidential
    parliamentary gubernatorial legislative local municipal state by-election senate leadership campaign provincial
    """
)


@lru_cache(maxsize=100_000)
def is_candidate(word: str) -> bool:
    """Whether the word has a capital letter, or joins letters and digits."""
    return (
        not word.islower()
        and _UPPER.search(word) is not None
        and (
            any(map(str.isupper, word))
            or (word[0].isdigit() and len(word) > 1 and not word.endswith(("th", "st", "nd", "rd", "s")))
        )
    )


@lru_cache(maxsize=100_000)
def is_connector(word: str) -> bool:
    """Whether the word may stand inside a name without a capital."""
    return word in _CONNECTORS or word.isdigit()


def is_edge(word: str) -> bool:
    """Whether the word may stand at the edge of a name, beside a capitalised word, without a capital."""
    return word in _TAILS or (word[0].isdigit() and len(word) < 8)


def find_candidate_runs(words: Sequence[str]) -> list[tuple[int, int]]:
    """First and last (exclusive) tokens of the runs that may hold names, in order."""
    runs: list[tuple[int, int]] = []
    length = len(words)
    position = 0
    while position < length:
        if not is_candidate(words[position]):
            position += 1
            continue
        first = position
        last = position + 1
        while last < length:
            gap = last
            if words[last] == "," and last + 1 < length and words[last + 1] in _AFTER_COMMA:
                gap += 1
            while (
                gap < length and gap - last < LONGEST_GAP and is_connector(words[gap]) and not is_candidate(words[gap])
            ):
                gap += 1
            if gap < length and is_candidate(words[gap]) and gap - first < LONGEST_RUN:
                last = gap + 1
            else:
                break
        while last < length and last - first < LONGEST_RUN and is_edge(words[last]):
            last += 1
        floor = runs[-1][1] if runs else 0
        while first > floor and is_edge(words[first - 1]):
            first -= 1
        if first - 2 >= floor and words[first - 1] == "-" and words[first - 2] in _ARTICLES:
            first -= 2
        elif first - 1 >= floor and words[first - 1] in _ARTICLES:
            first -= 1
        runs.append((first, last))
        position = last
    return runs
