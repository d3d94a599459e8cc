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
_REMEMBERED_WORDS = 100_000
_UPPER = re.compile(r"[^\W\d_]")
_CONNECTORS = words_of(
    """
    of the for and & - ‐ ‑ ' ’ 's ’s de la le du des di da do dos del della delle dello degli dei dalla dalle zum zur
    van von der den y e et in on at to with from und für a an al el bin ibn as : / + . general federal presidential
    parliamentary local national international gubernatorial legislative municipal state leadership primary provincial
    regional special
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


def is_connector(word: str) -> bool:
    """Whether the word may stand inside a name without a capital."""
    return word in _CONNECTORS or word.isdigit()


def is_edge(word: str) -> bool:
    """Whether the word may stand at the edge of a name, beside a capitalised word, without a capital."""
    return word in _TAILS or (word[0].isdigit() and len(word) < 8)


class _Marks(dict[str, str]):
    """Word → the letter that stands for what it may be in a run: see `_RUN`."""

    def __missing__(self, word: str) -> str:
        if len(self) > _REMEMBERED_WORDS:
            self.clear()
        if is_candidate(word):
            mark = "I" if word in _AFTER_COMMA else "C"
        elif is_connector(word):
            mark = "B" if is_edge(word) else "K"
        else:
            mark = "," if word == "," else "E" if is_edge(word) else "."
        self[word] = mark
        return mark


_MARKS = _Marks()
# C: a candidate, I: one that may follow a comma, K: a connector, E: a word that may stand at the edge, B: both.
_RUN = re.compile(rf"[CI](?:(?:[KB]{{0,{LONGEST_GAP}}}|,(?=I))[CI])*[EB]*")


def find_candidate_runs(words: Sequence[str]) -> list[tuple[int, int]]:
    """First and last (exclusive) tokens of the runs that may hold names, in order."""
    marks = "".join(map(_MARKS.__getitem__, words))
    runs: list[tuple[int, int]] = []
    last = 0
    while (run := _RUN.search(marks, last)) is not None:
        floor, first = last, run.start()
        if run.end() - first > LONGEST_RUN:
            run = _RUN.match(marks, first, first + LONGEST_RUN) or run
        last = run.end()
        while first > floor and marks[first - 1] in "EB":
            first -= 1
        if first - 2 >= floor and words[first - 1] == "-" and words[first - 2] in _ARTICLES:
            first -= 2
        elif first - 1 >= floor and words[first - 1] in _ARTICLES:
            first -= 1
        runs.append((first, last))
    return runs
