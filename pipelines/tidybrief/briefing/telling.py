"""Which figures may be told apart from the table of all figures, and which of them tell most.

What belongs here: what makes a sentence fit to be quoted for its figure. What does not: the weight of the figure itself
(`figures`), and where it is told (`statements`, `key_figures`, `agreements`).
"""

import re
from itertools import pairwise
from typing import Final

import polars as pl

from tidybrief.briefing.figures import MEASURED, FigureView
from tidybrief.briefing.sentences import HEADINGS
from tidybrief.briefing.tolls import is_toll, leaves_out_cause
from tidybrief.lexicon import load_lexicon

LEAST_CONFIDENCE: Final = 0.85
"""Below this, what a figure says is not told but in the table of all figures, unless a second source agrees."""
LEAST_IN_WORDS: Final = 0.8
"""The same for what is told in the very words of its source, which say by themselves what is counted."""
MOST_WORDS: Final = 30
"""The longest statement that a hurried reader takes in."""
POINTING_OPENINGS: Final = frozenset(
    (
        *("it", "its", "they", "their", "he", "his", "she", "her", "this", "these", "that", "those", "such", "of"),
        *("we", "our", "i", "my", "you", "your"),
    )
)
"""First words of sentences that only the one before, or who speaks, makes clear."""
LEANING_OPENINGS: Final = POINTING_OPENINGS | frozenset(
    (
        *("but", "and", "so", "then", "also", "additionally", "moreover", "furthermore", "meanwhile", "however"),
        *("therefore", "thus", "instead", "similarly"),
    )
)
"""These, and first words of sentences that take up the one before."""
_TAKES_UP: Final = re.compile(
    r"(?:by|in) (?:comparison|contrast|turn|addition|return)\b|on the (?:other hand|contrary)\b|as a result\b",
    re.IGNORECASE,
)
"""The opening of a sentence that only the one before makes clear: "By comparison, exports fell 3 percent"."""
_POINTING: Final = frozenset(("this", "these", "that", "those", "such"))
ADDRESSING: Final = frozenset(("i", "you", "my", "your"))
"""Words by which one speaks to another."""
SPEAKERS: Final = ADDRESSING | {"we", "us", "our"}
"""Words that only who speaks makes clear."""
_OF_ANOTHER: Final = re.compile(r"\s+of\s+(?:that|this|those|these|them|it|which|whom)\b")
_ENDS_POINTING: Final = re.compile(
    r"\b(?:of|for|by|with|than|to|from|like)\s+(?:that|this|those|these|it|them)[.!”\"]*\Z"
)
"""The end of a sentence that only others make clear: "because of that"."""
_SAME_TIME: Final = re.compile(r"\bthe same (?:year|quarter|month|week|day|period|time)\b")
"""A time that only the sentence before tells."""
_QUOTATION_MARKS: Final = ('"', "“", "'", "‘")
_WORDS_OF_A_NUMBER: Final = 5
_LONG_WORD: Final = 4
_HEADLINE_WORDS: Final = 4
_HEADLINE_SHARE: Final = 0.7
_HISTORY: Final = 1.5
_DAYS_OF_A_YEAR: Final = 365
_FOR_A_WORD: Final = 0.2
_MOST_FOR_LENGTH: Final = 2.0
"""What a sentence loses for each word beyond those that may be told, and at most."""


def may_open(figure: FigureView) -> bool:
    """Whether the figure may be told apart from the table of all figures: a sure fact that measures something, by a
    number and not by a word like "thousands", in a sentence and not in a headline."""
    sentence = figure.sentence
    if sentence is None or not figure.is_fact or not is_sure(figure, LEAST_IN_WORDS) or sentence.kind in HEADINGS:
        return False
    is_time = figure.kind == "count" and figure.unit.split(" ")[-1] in load_lexicon().cues["units"]["duration"]
    measures = figure.kind in MEASURED and not figure.is_indefinite and not is_time
    return measures and not is_headline(sentence.text)


def may_stand_alone(facts: pl.DataFrame) -> pl.DataFrame:
    """The rows of facts without those that `may_open` turns away whatever their words are."""
    return facts.filter(
        pl.col("sentence_start").is_not_null(),
        ~pl.col("sentence_kind").is_in(HEADINGS),
        pl.col("kind").is_in(MEASURED),
        (pl.col("confidence").cast(pl.Float64) >= LEAST_IN_WORDS) | (pl.col("support") == "corroborated"),
    )


def leans(text: str) -> bool:
    """Whether a sentence leans on the one before or on who speaks, or does not open as a sentence does."""
    opening = text.split(maxsplit=1)[:1]
    first = re.split(r"[,'’]", opening[0].casefold())[0] if opening else ""
    takes_up = first in LEANING_OPENINGS or _TAKES_UP.match(text) is not None
    return bool(opening) and (takes_up or not opens_plainly(text))


def points_back(text: str) -> bool:
    """Whether one of its first words points to the sentence before, where it is not the very first: "Of these",
    "Together, they"."""
    opening = text.casefold().split(maxsplit=4)[:4]
    stands_for = (word for before, word in pairwise(opening) if before.endswith(","))
    return not _POINTING.isdisjoint(_opening(text)[1:]) or not POINTING_OPENINGS.isdisjoint(stands_for)


def _opening(text: str) -> list[str]:
    return [word.strip(",").casefold() for word in text.split(maxsplit=4)[:4]]


def opens_plainly(text: str) -> bool:
    """Whether a text opens as a sentence does: not in the middle of one, in brackets, or in a formula ("IN WITNESS
    WHEREOF")."""
    words = text.split(maxsplit=2)[:2]
    shouted = len(words) > 1 and all(len(word) > 1 and word.strip(",").isalpha() and word.isupper() for word in words)
    return bool(words) and not words[0][0].islower() and not words[0].startswith("(") and not shouted


def lacks_cause(figure: FigureView) -> bool:
    """Whether a figure counts people of whom its sentence does not tell why they died."""
    sentence = figure.sentence
    if sentence is None or not is_toll(figure.kind, sentence, figure.start, figure.end):
        return False
    return leaves_out_cause(sentence.text)


def is_aside(figure: FigureView) -> bool:
    """Whether its sentence puts the figure in brackets: it explains another."""
    before = figure.source.text[figure.sentence.start if figure.sentence else 0 : figure.start]
    return before.rfind("(") > before.rfind(")")


def is_headline(text: str) -> bool:
    """Whether most of its longer words are capitalised."""
    words = [word for word in text.split() if len(word) >= _LONG_WORD and word[0].isalpha()]
    return len(words) >= _HEADLINE_WORDS and sum(word[0].isupper() for word in words) > _HEADLINE_SHARE * len(words)


def is_sure(figure: FigureView, least: float = LEAST_CONFIDENCE) -> bool:
    """Whether the figure was read surely enough to be told, or a second source agrees."""
    return figure.confidence >= least or figure.support.key == "corroborated"


def is_history(figure: FigureView) -> bool:
    """Whether its period was over more than a year before its document was published."""
    told_on, over = figure.source.published_on, figure.time_end
    return told_on is not None and over is not None and (told_on - over).days > _DAYS_OF_A_YEAR


def tells(figure: FigureView) -> float:
    """The weight of a figure as an opening statement: more in a sentence that stands alone and is short enough to be
    told whole, and of what was not long past when it was told."""
    sentence = figure.sentence
    if sentence is None:
        return 0.0
    words = sentence.text.split()
    opening = _opening(sentence.text)
    issued = load_lexicon().cues["attribution"]["issued"]
    takes_up = any(article == "the" and word in issued for article, word in pairwise(opening))
    words_before = len(sentence.text[: max(0, figure.start - sentence.start)].split())
    leaves_out_its_start = words_before > MOST_WORDS - _WORDS_OF_A_NUMBER
    tells_who = SPEAKERS.isdisjoint(re.split(r"[^a-z]+", sentence.text.casefold()))
    long = min(_MOST_FOR_LENGTH, _FOR_A_WORD * max(0, len(words) - MOST_WORDS))
    of_another = _OF_ANOTHER.match(figure.source.text, figure.end, sentence.end) is not None
    is_open = sentence.text.endswith(":") or _ENDS_POINTING.search(sentence.text) is not None
    is_open = is_open or _SAME_TIME.search(sentence.text) is not None
    points = points_back(sentence.text)
    is_open = is_open or (lacks_cause(figure) and not points)
    faults = (2.0 if leans(sentence.text) or of_another or is_open else 0.0) + (1.0 if takes_up or points else 0.0)
    faults += long + (1.0 if leaves_out_its_start else 0.0) + (0.0 if tells_who else 1.0)
    faults += (_HISTORY if is_history(figure) else 0.0) + (1.0 if sentence.text.startswith(_QUOTATION_MARKS) else 0.0)
    return figure.weight - faults - (2.0 if len(words) < 5 else 0.0)
