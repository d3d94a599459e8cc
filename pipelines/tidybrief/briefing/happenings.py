"""Happenings: what is told of a time beside its mark on an axis, in words of its sentence.

What belongs here: which words around a time tell what happened then. What does not: how many of them there is room for
(`charts`), and which times are drawn (`timeline`).
"""

from collections.abc import Sequence
from itertools import pairwise
from typing import Final

from tidybrief.briefing import charts
from tidybrief.briefing.library import Quote
from tidybrief.briefing.topics import WORD, function_words
from tidybrief.extraction.grammar.word_classes import AUXILIARY, NOUN_OR_VERB, PARTICIPLE, VERB, class_of, grammar_words
from tidybrief.lexicon import load_lexicon

_FEWEST_WORDS: Final = 4
"""Words that tell what happened, at least."""
_LONGEST_CLAUSE: Final = 110
_DEADLINES: Final = (["by"], ["until"], ["before"])


def happening(quote: Quote) -> charts.Beside:
    """What is told of the time that is quoted: the words in front of it where they say what happened, of many the last
    clause that does; else those behind it, and all where neither stands alone; of a report who says what."""
    before = quote.before.removeprefix("…").split()
    after = " ".join(quote.after.split()).lstrip(" ,;:–—-").rstrip(" .…")
    is_deadline = before[-1:] in _DEADLINES
    while before and before[-1].casefold() in function_words():
        before.pop()
    if is_deadline:
        before = _last_aim(before)
    clause = " ".join(before)
    if after.startswith("that ") or (len(before) >= _FEWEST_WORDS and after and not _acts(before)):
        return charts.Beside(f"{clause} … {after}")
    if len(before) >= _FEWEST_WORDS:
        last = clause.rpartition(", ")[2].removeprefix("and ").split()
        is_apart = len(clause) > _LONGEST_CLAUSE and len(last) > _FEWEST_WORDS and _acts(last)
        return charts.Beside(" ".join(last) if is_apart else clause, leads=True)
    first, comma, rest = after.partition(", ")
    return charts.Beside(rest if comma and len(first.split()) < _FEWEST_WORDS else after)


def _last_aim(words: list[str]) -> list[str]:
    """Of "to sign an agreement to build a pipeline (by 2030)" what is to be done by then: the last of its aims."""
    grammar = grammar_words(load_lexicon())
    aims = [
        place
        for place, (word, verb) in enumerate(pairwise(words))
        if word == "to" and class_of(verb.casefold(), grammar) in (VERB, NOUN_OR_VERB)
    ]
    return words[aims[-1] :] if len(aims) > 1 and len(words) - aims[-1] >= _FEWEST_WORDS else words


def _acts(words: Sequence[str]) -> bool:
    """Whether one of the words is a verb, so that they say what happened and not only to whom; a participle behind a
    comma is none ("the rule, adopted")."""
    grammar = grammar_words(load_lexicon())
    behind = zip(("", *words), words, strict=False)
    kinds = ((before, class_of(word, grammar)) for before, part in behind for word in WORD.findall(part.casefold()))
    return any(kind in (VERB, AUXILIARY) or (kind == PARTICIPLE and not before.endswith(",")) for before, kind in kinds)
