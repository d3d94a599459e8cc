"""Labels: how much of what was read off a sentence may stand beside its number as a title.

What belongs here: telling words that a reader takes in at a glance from those that only the quote explains. What does
not: reading subject and indicator (`extraction`), and choosing which figures are told (`statements`, `key_figures`).

A figure's value is read more surely than whom it is about and what it measures. So its words come first, and a label
stands beside them only where the sentence itself says it.
"""

import re
from functools import lru_cache
from itertools import pairwise
from typing import Final

from tidybrief.briefing.topics import WORD, content_stems, function_words, words_that_lean
from tidybrief.extraction.grammar.plurals import plural
from tidybrief.lexicon import load_lexicon

_LEAD: Final = re.compile(r"(?:[^\W_]+ ){1,2}(?:of|in) ")
"""What extraction puts before the words of the source: "share of", "fall in", "total cost of"."""
_ARTICLE: Final = re.compile(r"(?<= )(?:The|An?)(?= )")
_PER: Final = re.compile(
    r"\s((?:per (?:(?:square|cubic|metric|hundred|thousand|million) )?[a-z]+)(?: per [a-z]+)?|apiece\b|each\b"
    r"|an hour\b|a (?:second|minute|day|night|week|month|quarter|year)\b)"
)
_LONGEST_RATE: Final = 48
_NO_BORDER: Final = re.compile(r"\w")
_OF_ANOTHER_KIND: Final = ("period of", "age of")
"""What extraction puts before what a duration or an age is of; it tells no more than the number does."""


def fit_indicator(indicator: str | None, sentence: str) -> str:
    """The indicator where it reads as a title: words of the sentence, in their order, that stand alone; else ""."""
    words = " ".join((indicator or "").split())
    if not words or words.casefold().startswith(_OF_ANOTHER_KIND) or not _reads_alone(words):
        return ""
    lead = _LEAD.match(words)
    told = " ".join(sentence.split()).casefold()
    behind = words[lead.end() :].casefold() if lead else ""
    if lead and lead[0].strip().casefold() in {*_deeds(), "share of"} and told.startswith(behind):
        return ""  # who does it, not what it is done to
    if words.startswith("share of ") and not says(told, words.casefold()) and _acts(told, behind):
        return ""  # what a part of it does is half of what is measured
    for part, joint in ((words, ""), (words[lead.end() :], lead[0].split()[-1]) if lead else ("", "")):
        if part and _stands_in(part, told, joint):
            return _ARTICLE.sub(lambda found: found[0].lower(), words)
    return ""


def says(text: str, words: str) -> bool:
    """Whether the words stand in the text between borders of words. A pattern for each would take long to compile."""
    start = text.find(words)
    while start >= 0:
        end = start + len(words)
        if not (_NO_BORDER.match(text, start - 1) if start else None) and not _NO_BORDER.match(text, end):
            return True
        start = text.find(words, start + 1)
    return False


def names_in_part(text: str, name: str) -> bool:
    """Whether the text has the name, a word of it that is no common one, or its initials: "the WHO", "Yett said"."""
    words = set(re.findall(r"\w+", text.casefold()))
    initials = "".join(word[0] for word in WORD.findall(name) if word[0].isupper()).casefold()
    return initials in words or not content_stems(name).isdisjoint(content_stems(text)) or name.casefold() in words


def rate_behind(text: str, end: int, unit: str) -> str:
    """What the number is for one of, in the words behind it ("per pound", "a month"); "" where the unit says it."""
    if " per " in unit:
        return ""
    found = _PER.match(text, end, end + _LONGEST_RATE)
    return found[1] if found else ""


def names_what_it_counts(text: str, end: int, unit: str) -> bool:
    """Whether the counted thing stands right behind the number, so that both may be told in one breath."""
    behind = WORD.findall(text[end : end + 4 * len(unit) + 40].casefold())
    counted = unit.casefold().split(" per ")[0]
    nouns = [WORD.findall(noun) for noun in (counted, plural(counted))]
    return any(noun and behind[: len(noun)] == noun for noun in nouns)


def _stands_in(part: str, told: str, joint: str) -> bool:
    """Whether the words stand in the sentence as they are, and no number cuts them off ("under the age of 5"); a single
    one only where it is joined there as it is here."""
    words = part.casefold()
    if " " not in words:
        words = f"{joint} {words}" if joint else ""
    is_cut_off = told.partition(f"{words} of ")[2][:1].isdigit()
    return bool(words) and says(told, words) and not is_cut_off


def _acts(told: str, words: str) -> bool:
    """Whether a verb stands right behind the words: "2% of sales come from abroad"."""
    behind = WORD.findall(told.partition(words)[2])[:1]
    return bool(behind) and bool({behind[0], behind[0].removesuffix("s")} & (_verbs() | _auxiliaries() | _past_verbs()))


def _reads_alone(indicator: str) -> bool:
    """Whether no word leans on another sentence, tells who speaks, or leaves the phrase open."""
    words = [word.casefold() for word in WORD.findall(indicator)]
    if not words or words[0] in function_words() or words[-1] in function_words() or words[-1] in _past_verbs():
        return False
    if "to" in words[-2:] or "than" in words:
        return False
    lead = _LEAD.match(indicator)
    behind_lead = WORD.findall(indicator[lead.end() :].casefold())[:1] if lead else []
    leans = set(words) & (words_that_lean() | _auxiliaries())
    return not ({words[0], *behind_lead} & _verbs() or leans or _tells_who_speaks(words))


def _tells_who_speaks(words: list[str]) -> bool:
    """Whether it is the beginning of a report ("report highlights the need") rather than what is reported."""
    attribution = load_lexicon().cues["attribution"]
    return "according" in words or any(
        noun in attribution["issued"] and verb in attribution["reporting_verbs"] for noun, verb in pairwise(words)
    )


@lru_cache(maxsize=1)
def _auxiliaries() -> frozenset[str]:
    return frozenset(load_lexicon().cues["figures"]["auxiliaries"])


@lru_cache(maxsize=1)
def _verbs() -> frozenset[str]:
    figures = load_lexicon().cues["figures"]
    return frozenset(figures["verbs"]) - frozenset(figures["nouns_or_verbs"])


@lru_cache(maxsize=1)
def _deeds() -> frozenset[str]:
    """What extraction calls what somebody does to something: "investment in"; what has "of" may be done by it, too."""
    nouns = load_lexicon().cues["figures"]["nouns_of_verbs"].values()
    return frozenset(noun for noun in nouns if not noun.endswith(" of"))


@lru_cache(maxsize=1)
def _past_verbs() -> frozenset[str]:
    return frozenset(load_lexicon().cues["factuality"]["past_verbs"])
