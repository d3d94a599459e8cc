"""What a rate is measured or counted over: "per day", "per 100,000 people", "per square kilometre", "per 100 km".

What belongs here: reading it behind a unit or a counted noun. Shares of a whole ("one in five") stand in `ratios`.
"""

import re
from typing import NamedTuple

from tidybrief.extraction.quantities.counted_nouns import NounGrammar
from tidybrief.extraction.quantities.units import Unit, UnitTable

_PER_TIME = re.compile(
    r"(?P<of>\s{1,2}of\s(?:(?!per\s)[\w-]+\s){0,3}(?!per\s)[\w-]+)?(?:\s{1,2}per\s{1,2}|\s?(?P<slash>/)\s?|(?P<article>\s{1,2}an?\s{1,2}))"
    r"(?P<time>second|minute|hour|day|night|week|month|quarter|year|decade|annum|capita)(?![\w-])"
)
_EVERY_TIME = re.compile(
    r"(?P<of>\s{1,2}of\s(?:[\w-]+\s){0,3}[\w-]+)?\s{1,2}(?:(?:each|every)\s(?P<time>day|night|week|month|quarter|year)"
    r"|(?P<adverb>annually|yearly|daily|weekly|monthly))(?![\w-])"
)
_OF_KIND = re.compile(r"\s{1,2}of\s(?!(?:the|them|these|those|its|their|all|which|whom)\b)")
_AND_TIME = re.compile(r"\s{1,2}(?:per|a)\s(?P<time>hour|day|week|month|year)(?![\w-])")
_AGO = re.compile(r"\s(?:ago|earlier|later|before|after|from (?:now|then|today|that))\b")  # "up from 9 a year earlier"
_OF_ADVERBS = {"annually": "year", "yearly": "year", "daily": "day", "weekly": "week", "monthly": "month"}
_LOW_NUMBER = r"two|three|four|five|six|seven|eight|nine|ten|twelve|twenty|fifty"
_BASE = (
    rf"(?:(?:\d[\d,]*(?:\.\d+)?|(?:{_LOW_NUMBER}|an?|one)(?=\s)|every(?=\s(?:hundred|thousand|million)))"
    r"(?:\s?(?:hundred|thousand|million|billion|m|k)(?=\s))*|(?:hundred|thousand|million|billion)(?=\s))\s"
)
_BEHIND_VERB = (
    r"(?:\s{1,2}(?:is|are|was|were|(?:has|have|had)\sbeen))?(?:\s{1,2}[a-z]+(?:ed|en|wn|ld|lt|de|ne|nt|rn|st))?"
)
"""What may stand between what is counted and the base of its rate: "robots | were installed | per 1,000 workers"."""
_PER_NOUN = re.compile(
    rf"(?P<verb>{_BEHIND_VERB})\s{{1,2}}(?:(?P<per>per)|for every|(?:out of|in) every)\s{{1,2}}(?P<base>{_BASE})?"
    r"(?P<noun>[a-z][a-z-]*(?:\s[a-z-]+)?)?"
)
_PER = re.compile(r"(?:\s{1,2}of\s(?:(?!per\s)[\w-]+\s){0,2}(?!per\s)[\w-]+)?\s{1,2}per(?=\s)")
_BASE_BEFORE = re.compile(r"(?:\bper|\b(?:for|out of|in) every)\s{1,2}(?:an?\s{1,2})?$|[$€£¥]\s?[\d.,]*\d\s?/\s?$")
_PRICE_BEFORE = re.compile(
    r"(?:[$€£¥]\s?[\d.,]*\d|\d\s?(?:cents?|pence|dollars?|euros?|pounds?|yuan|rupees|yen))\s{1,2}$"
)
_REACH = 14
_REACH_OF_PRICE = 24
_REACH_OF_BASE = 48
_PER_AMOUNT = re.compile(r"\s{1,2}(?:per|for every)\s{1,2}(\d[\d,]{0,8})(?![\d.,])")
_NUMBERS = frozenset((*_LOW_NUMBER.split("|"), "hundred", "thousand", "million", "billion", "one", "a", "an", "every"))


class Denominator(NamedTuple):
    """What a rate is over, and where its words end. `by_slash` says that they belong to the unit: "12 tons/year"."""

    name: str
    end: int
    by_slash: bool = False


def is_over_number(per: str) -> bool:
    """Whether a denominator is a number: "1,000 births", "million"."""
    return per[:1].isdigit() or per.split(" ", 1)[0] in _NUMBERS


def is_base_of_rate(low: str, start: int, floor: int) -> bool:
    """Whether the number at `start` is what a rate is over: "per million tokens", "for every 100 workers"."""
    return low.endswith(("per ", "every ", " a ", " an ", "/", "/ "), floor, start) and (
        _BASE_BEFORE.search(low, max(floor, start - _REACH), start) is not None
    )


def is_priced_amount(low: str, start: int, floor: int) -> bool:
    """Whether an amount with an article at `start` stands behind its price: "80 cents | a million tokens"."""
    return (
        low.startswith(("a ", "an "), start)
        and _PRICE_BEFORE.search(low, max(floor, start - _REACH_OF_PRICE), start) is not None
    )


class Denominators:
    """Reads the denominators of one text."""

    def __init__(self, text: str, low: str, units: UnitTable, nouns: NounGrammar) -> None:
        self._text, self._low, self._units, self._nouns = text, low, units, nouns

    def of_measure(self, at: int, end: int) -> Denominator | None:
        """Behind a unit of measure: "per year", "/year", "of gas annually", "per kilogram", "per 100 km"."""
        time = _PER_TIME.match(self._low, at, end)
        if time is not None and not (time["article"] and _AGO.match(self._low, time.end(), end)):
            name = "year" if time["time"] == "annum" else time["time"]
            return Denominator(name, time.end(), time.start("slash") in (at, at + 1))
        if (time := _EVERY_TIME.match(self._low, at, end)) is not None:
            return Denominator(_OF_ADVERBS.get(time["adverb"] or "", time["time"]), time.end())
        if (unit := self._unit(at, end)) is not None:
            time = _AND_TIME.match(self._low, unit.end, end)  # "per hectare per year"
            return (
                Denominator(f"{unit.name} per {time['time']}", time.end()) if time else Denominator(unit.name, unit.end)
            )
        amount = _PER_AMOUNT.match(self._low, at, end)
        unit = self._units.unit_at(self._text, self._low, amount.end(), end) if amount is not None else None
        if amount is None or unit is None or unit.kind != "measure":
            return None
        return Denominator(self._text[amount.start(1) : unit.end], unit.end)

    def of_count(self, at: int, end: int, *, has_noun: bool) -> Denominator | None:
        """Behind a counted noun or a bare number: "per year", "per 100,000 people", "per capita"."""
        time = _PER_TIME.match(self._low, at, end)
        is_told = has_noun or time is None or not time["article"] or not _AGO.match(self._low, time.end(), end)
        is_of_kind = time is not None and (not time["of"] or (has_noun and _OF_KIND.match(time["of"]) is not None))
        if time is not None and is_of_kind and is_told:
            return Denominator(time["time"], time.end())
        time = _EVERY_TIME.match(self._low, at, end) if has_noun else None
        if time is not None and not time["of"]:
            return Denominator(_OF_ADVERBS.get(time["adverb"] or "", time["time"]), time.end())
        window = self._low[at : at + _REACH_OF_BASE]
        return self._of_base(at, end, has_noun) if "per" in window or "every" in window else None

    def _of_base(self, at: int, end: int, has_noun: bool) -> Denominator | None:
        """ "per 100,000 people", "for every 100 girls", "installed per 1,000 workers", "per kilowatt-hour"."""
        noun = _PER_NOUN.match(self._low, at, end)
        if noun is None:
            return None
        is_far = noun["verb"] or noun["per"] is None
        if noun["base"] and (has_noun or not is_far):
            phrase = self._nouns.phrase_at(self._text, noun.end("base") - 1, end)
            stop = phrase.end if phrase is not None else noun.end("base") - 1
            return Denominator(self._text[noun.start("base") : stop].strip(), stop)
        if is_far or not noun["noun"]:
            return None
        if (unit := self._unit(noun.start(), end)) is not None:
            return Denominator(unit.name, unit.end)
        word = noun["noun"].split()[0]
        return Denominator(word, noun.start("noun") + len(word))

    def _unit(self, at: int, end: int) -> Unit | None:
        per = _PER.match(self._low, at, end)
        if per is None:
            return None
        unit = self._units.unit_at(self._text, self._low, per.end(), end)
        return unit if unit is not None and unit.kind == "measure" else None
