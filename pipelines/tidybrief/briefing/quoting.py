"""A sentence quoted for its figure: whole where it is short, else cut around the number.

What belongs here: where such a sentence is cut, and which of its words lead to the evidence. What does not: which
sentences are quoted (`statements`).
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Final

from tidybrief.briefing import wording
from tidybrief.briefing.figures import FigureView
from tidybrief.briefing.sentences import Sentence
from tidybrief.briefing.telling import LEANING_OPENINGS, MOST_WORDS
from tidybrief.briefing.topics import function_words

_LONGEST_ASIDE: Final = 4
_SHORTEST_CLAUSE: Final = 4
_LONGEST_DATELINE: Final = 9
_SHORTEST_PLACE: Final = 4
_DASHES: Final = ("-", "–", "—", "--")
_RELATIVES: Final = frozenset(("which", "who", "whose", "whom", "where", "or", "nor", "than", "as", "including"))
_CLAUSE_ENDS: Final = (",", ";", ":", "—", "–")
_WORD: Final = re.compile(r"\S+")


@dataclass(frozen=True, slots=True)
class Part:
    """A piece of a sentence; with `href` it is a link to its words. `quoted` marks the words of a source."""

    text: str
    href: str | None = None
    quoted: bool = False
    exact: str | None = None


def in_its_words(figure: FigureView, sentence: Sentence, beside: Iterable[FigureView]) -> tuple[Part, ...]:
    """The sentence of a figure with a link for it and for those that stand `beside` it; one that is too long is cut
    around it, at borders of clauses if it can."""
    text = figure.source.text
    before = list(_WORD.finditer(text, sentence.start, figure.start))
    after = list(_WORD.finditer(text, figure.end, sentence.end))
    before = before[_dateline([word[0] for word in before]) :]
    room = MOST_WORDS - wording.word_count(text[figure.start : figure.end])
    first, last = _cut([word[0] for word in before], [word[0] for word in after], room)
    start = before[first].start() if first < len(before) else figure.start
    end = after[last - 1].end() if last else figure.end
    parts = [Part("… ")] if first else []
    parts += _linked(text, start, end, figure, beside)
    return (*parts, Part(" …")) if last < len(after) else tuple(parts)


def _linked(text: str, start: int, end: int, figure: FigureView, beside: Iterable[FigureView]) -> Iterator[Part]:
    """The stretch of a text, each of the figures that stand in it whole and apart as a link."""
    others = (one for one in beside if one.is_fact and (one.end <= figure.start or figure.end <= one.start))
    reached = start
    for one in sorted((figure, *others), key=lambda f: f.start):
        if reached <= one.start and one.end <= end:
            yield Part(_in_one_line(text[reached : one.start]))
            yield Part(_in_one_line(text[one.start : one.end]), one.href, exact=one.exact)
            if one.is_misprinted:
                yield Part(" [sic]")
            reached = one.end
    yield Part(_in_one_line(text[reached:end]))


def _in_one_line(text: str) -> str:
    return re.sub(r"\s+", " ", text)


def _dateline(words: Sequence[str]) -> int:
    """How many words a newswire puts before its first sentence ("HANGZHOU, 18 March 2025 - Lanternworks said")."""
    if not words or not words[0].isupper() or len(words[0]) < _SHORTEST_PLACE:
        return 0
    dash = next((index for index, word in enumerate(words[:_LONGEST_DATELINE]) if word in _DASHES), -1)
    return dash + 1


def _cut(before: Sequence[str], after: Sequence[str], room: int) -> tuple[int, int]:
    """From which word before a number to how many words after it the sentence is told in `room` words."""
    if len(before) + len(after) <= room:
        return 0, len(after)
    firsts = [0, *(index for index in range(1, len(before)) if _opens_a_clause(before, index))]
    lasts = [index + 1 for index, word in enumerate(after) if word.endswith(_CLAUSE_ENDS)] + [len(after)]
    if any(word.endswith(",") for word in before[-_LONGEST_ASIDE:]):
        lasts = lasts[1:] or lasts  # the number stands in an aside: "its volume, standing at $7 billion, is"
    fitting = [
        (last - first, -first, first, last) for first in firsts for last in lasts if len(before) - first + last <= room
    ]
    if fitting:
        _, _, first, last = max(fitting)
        if len(before) - first + last >= room // 2:
            return first, last
    last = min(len(after), max(room - len(before), room // 4))
    while 1 < last < len(after) and not _may_end(after[last - 1], after[last]):
        last -= 1
    return max(0, len(before) + last - room), last


def _may_end(word: str, following: str) -> bool:
    """Whether a cut behind the word leaves no phrase open and cuts no name."""
    is_inside_a_name = word[:1].isupper() and following[:1].isupper()
    return word.casefold() not in function_words() and not is_inside_a_name


def _opens_a_clause(words: Sequence[str], index: int) -> bool:
    """Whether a cut before this word leaves a clause that does not lean on what was cut ("to which they add") and is
    no mere aside ("by reports,")."""
    opening = [re.split(r"['’]", word.casefold())[0] for word in words[index : index + 2]]
    leans = opening[0] in LEANING_OPENINGS or not _RELATIVES.isdisjoint(opening)
    is_aside = any(word.endswith(_CLAUSE_ENDS) for word in words[index : index + _SHORTEST_CLAUSE - 1])
    return words[index - 1].endswith(_CLAUSE_ENDS) and not leans and not is_aside
