"""What a bare number counts by the nouns in the plural that stand before it in its sentence.

What belongs here: choosing among those nouns. Units that other quantities lend stand in `carried_units`.
"""

import re

from tidybrief.extraction.quantities.counted_nouns import NounGrammar, NounPhrase
from tidybrief.extraction.quantities.drafts import Draft
from tidybrief.extraction.quantities.hedges import ONE_HEDGE

_NOUN_LINK = re.compile(
    r"(?:\s{1,2}of\s([a-z-]+))?(?:\s[a-z]+ed|\slost)?\s?,?\s?(?:\(|:|including\s|to\s|is\s|was\s|were\s"
    r"|are\s|at\s|reached\s|totaled\s|numbered\s"
    r"|(?:has\s|have\s)?(?:rose|fell|grew|rise[ns]?|fallen|grown|dropped|climbed|jumped|shrank|went\s(?:up|down))"
    r"\s(?:from\s|to\s|by\s))?"
    rf"{ONE_HEDGE}{ONE_HEDGE}"
)
_POPULATION = re.compile(r"\b(?:population|prevalence|inhabitants|toll|headcount|workforce|payroll)\b")
_BASE_OF = re.compile(r"\b([a-z]+) (?:base|numbers)\b")
_VERB_GAP = re.compile(rf"\s{{1,2}}{ONE_HEDGE}")
REACH_OF_NOUNS = 60
_VALUE_OF = re.compile(r"\s(?:ratio|index|score|multiple|coefficient)\b")  # "the price-to-earnings ratio hit 60"
_CHANGES = frozenset({"gain", "loss", "cut", "addition"})
_HEAD_WITH_PARTICIPLE = re.compile(
    r"(?:The\s)?([A-Z]?[a-z]+)\s(?:lost|[a-z]+ed|made|held|sold|built|spent|paid|sent|given)\s"
    r"(?:to|in|at|by|for|from|with|on|against)\s(?:[a-z-]+\s){0,3}$"
)
_MODIFIER = re.compile(r"\b([a-z]+)\s$")
_TIMES = frozenset({"day", "week", "month", "quarter", "half", "year", "decade"})
_LONGEST_MODIFIER = 70
_SUBJECT_BEFORE = re.compile(r"\b(?:who|which|that|this|it|he|she)\s$", re.IGNORECASE)
_GOVERNING = re.compile(
    r"accounts for\b|(?:climbs|creeps|declines|dips|drops|edges|falls|grows|increases|jumps|rises|shrinks|sinks|slips"
    r"|soars|surges|swells|tumbles) (?:to|from|by|past)\b"
)
_PLURAL = re.compile(r"(?<!\w)[^\W\d_][\w-]*(?:s|en|le|a)\b")


def plural_before(nouns: NounGrammar, text: str, begin: int, at: int) -> NounPhrase | None:
    """The last noun in the plural between `begin` and `at` that stands inside no name ("the Food Services Act")."""
    for match in reversed(list(_PLURAL.finditer(text, begin, at))):
        word = match[0]
        is_in_name = word[0].isupper() and text[match.end() + 1 : match.end() + 2].isupper()
        if is_in_name or _is_verb(text, match.start()) or word.lower() in nouns.placeholders:
            continue
        singular = nouns.singular(word)
        if nouns.is_plural(word) and not nouns.is_stop(word.lower()) and singular not in nouns.number_words:
            opens_sentence = match.start() == begin and word[1:].islower()
            return NounPhrase(
                match.start(), match.end(), singular.lower() if opens_sentence else singular, is_sure=False
            )
    return None


def _is_verb(text: str, start: int) -> bool:
    """Whether a word in -s stands right behind its subject ("which owns") or before a preposition ("climbs to")."""
    if _GOVERNING.match(text, start):
        return True
    return _SUBJECT_BEFORE.search(text, max(0, start - 8), start) is not None


class NounsBefore:
    """The nouns of one text as what later numbers count."""

    def __init__(self, text: str, low: str, nouns: NounGrammar) -> None:
        self._text, self._low, self._nouns = text, low, nouns

    def nearer(self, draft: Draft, floor: int) -> str | None:
        """A noun in the plural right before the number: "cases of measles, including 165", "lives lost (74,702)"."""
        noun = plural_before(self._nouns, self._text, floor, draft.start)
        if noun is None or noun.singular in _TIMES or self._names_no_kind(noun):
            return None
        if _VERB_GAP.fullmatch(self._low, noun.end, draft.start):  # "the largest holds 900", "its rivals 98"
            return None
        if (link := _NOUN_LINK.fullmatch(self._low, noun.end, draft.start)) is None:
            return None
        return f"{noun.singular} of {link[1]}" if link[1] else noun.singular

    def nearest(self, draft: Draft, floor: int) -> str | None:
        """The nearest noun in the plural before it in its sentence, which begins at `floor`; that of a time only where
        there is no other.
        """
        if (people := _POPULATION.search(self._low, max(floor, draft.start - 120), draft.start)) is not None:
            return self._nouns.groups.get(people[0], "person")
        start, end = max(floor, draft.start - REACH_OF_NOUNS), draft.start
        base = _BASE_OF.search(self._low, start, end)
        if base is not None and self._nouns.is_person(base[1]):
            return base[1]
        time = None
        while (phrase := plural_before(self._nouns, self._text, start, end)) is not None:
            is_name = phrase.start > floor and self._text[phrase.start : phrase.end].istitle()
            is_verb = phrase.start > floor and _VERB_GAP.fullmatch(self._low, phrase.end, end) is not None
            if _VALUE_OF.match(self._low, phrase.end, draft.start):
                return None
            if self._restates_noun(phrase, start):
                end = phrase.start
                continue
            if not is_name and not (is_verb and end == draft.start):
                if phrase.singular in _CHANGES and (changed := self._changed(phrase.start, floor)) is not None:
                    return changed
                if phrase.singular not in _TIMES:
                    return self._head_before(phrase.start, floor) or phrase.singular
                time = time or phrase.singular
            end = phrase.start
        return time

    def _restates_noun(self, phrase: NounPhrase, begin: int) -> bool:
        """Whether a phrase is the short form in brackets of the noun before it: "electric vehicles (EVs)"."""
        if not self._text.endswith(" (", begin, phrase.start) or not self._text.startswith(")", phrase.end):
            return False
        return plural_before(self._nouns, self._text, begin, phrase.start) is not None

    def _names_no_kind(self, noun: NounPhrase) -> bool:
        """Whether a word in capitals names a place, not a kind of people or things: "the Americas"."""
        is_name = self._text[noun.start : noun.end].istitle() and self._text[noun.start - 2 : noun.start] not in (
            "",
            ". ",
        )
        return is_name and not self._nouns.is_person(noun.singular)

    def _head_before(self, at: int, floor: int) -> str | None:
        """The "day" of "Days lost to disputes came to 9,000": the noun that opens the sentence before a preposition."""
        opening = _HEAD_WITH_PARTICIPLE.match(self._text, floor, at)
        return self._nouns.singular(opening[1].lower()) if opening and self._nouns.is_plural(opening[1]) else None

    def _changed(self, at: int, floor: int) -> str | None:
        """What grows or shrinks: the "job" of "monthly job gains averaged 180,400"."""
        modifier = _MODIFIER.search(self._low, max(floor, at - _LONGEST_MODIFIER), at)
        return None if modifier is None or self._nouns.is_no_noun(modifier[1]) else self._nouns.singular(modifier[1])
