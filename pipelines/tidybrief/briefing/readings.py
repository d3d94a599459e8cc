"""Readings: what the page shows of whom a figure is about and what it measures, as surely as that was read.

What belongs here: leaving out guesses and what is no phrase, and telling sure readings from others. What does not:
which of their words may stand beside a number as its label (`labels`), and reading them (`extraction`).
"""

from dataclasses import dataclass
from itertools import pairwise
from typing import Final

from tidybrief.briefing.topics import WORD, function_words
from tidybrief.extraction.grammar.word_classes import AUXILIARY, PARTICIPLE, VERB, class_of, grammar_words
from tidybrief.lexicon import load_lexicon

LEAST_READING: Final = 0.7
"""How surely subject and indicator must have been read to stand beside a number without a question mark."""
UNSURE_READING: Final = 0.5
"""Below this, a reading is no more than a guess, which the page does not repeat."""
_PARTICLES: Final = frozenset(("out", "up", "down", "off", "over", "in", "on"))
"""What may end a phrase though it else leads one: "workers laid off"."""
_CLAUSE_WORDS: Final = frozenset(("that", "than", "which", "who", "as"))


@dataclass(frozen=True, slots=True)
class Read:
    """What the program reads off a sentence, and whether surely."""

    words: str
    is_sure: bool

    @property
    def marked(self) -> str:
        """The words, with a question mark where they are not sure."""
        return self.words if self.is_sure else f"{self.words}\u00a0?"


def subject_read(words: str | None, confidence: float) -> Read | None:
    """Whom or what a figure is taken to be about; None where there is nothing or no more than a guess."""
    return Read(words, confidence >= LEAST_READING) if words and confidence >= UNSURE_READING else None


def indicator_read(words: str | None, confidence: float) -> Read | None:
    """What it is taken to measure; None where there is nothing, no phrase, or no more than a guess."""
    return subject_read(words, confidence) if words and _is_phrase(words) else None


def _is_phrase(indicator: str) -> bool:
    """Whether the words that the program put together read as a noun with what belongs to it, and not as a piece of a
    clause ("appears able to reduce", "shown progress") or two of them run into one ("aircraft purchased valued")."""
    words = [word.casefold() for word in WORD.findall(indicator)]
    if not words or words[0] in function_words() or words[-1] in function_words() - _PARTICLES:
        return False
    grammar = grammar_words(load_lexicon())
    kinds = [class_of(word, grammar) for word in words]
    past = [
        kind == PARTICIPLE or (kind == VERB and word in grammar.participles.values())
        for word, kind in zip(words, kinds, strict=True)
    ]
    is_finite = (kind in (VERB, AUXILIARY) and not is_past for kind, is_past in zip(kinds, past, strict=True))
    behind_to = (word == "to" for word in ("", *words))
    runs_on = any(this and following for this, following in pairwise(past))
    acts = any(finite and not to for finite, to in zip(is_finite, behind_to, strict=False))
    opens_as_clause = past[0] and kinds[0] == VERB
    return not (acts or runs_on or opens_as_clause or not _CLAUSE_WORDS.isdisjoint(words))
