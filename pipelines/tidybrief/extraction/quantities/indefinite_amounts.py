"""Amounts that say no more than how large they are about: "billions", "tens of thousands", "hundreds or thousands of
dollars", "petabytes".

What belongs here: the smallest amount that each can mean, and what it is of. Numbers stand in `numbers`.
"""

import re
from dataclasses import replace

from tidybrief.extraction.quantities.drafts import Draft, Drafter
from tidybrief.extraction.quantities.numbers import Numeral
from tidybrief.lexicon import Lexicon

_IN_MONEY = re.compile(r"\s{1,2}(?:more\s)?(?:in|of|worth of)\s{1,2}((?:[\w'’-]+\s{1,2}){0,4}?[\w'’-]+)")
_MORE_IN_POCKET = re.compile(
    r"\s{1,2}(?:more\s)?(?:in|into|out of|from)\s(?:their|your|our|his|her|people['’]s"
    r"|families['’])\s(?:own\s)?(?:pockets?|wallets?|paychecks?|bank accounts?)"
)
_TENS = re.compile(
    r"(tens|hundreds|thousands|dozens|scores|millions)\s{1,2}(?:of|upon)\s{1,2}(thousands|hundreds"
    r"|millions|billions|trillions)(?![a-z])"
)
_OR_MORE = re.compile(r"\s{1,2}or\s{1,2}(?:even\s{1,2})?(hundreds|thousands|millions|billions|trillions)(?![a-z])")
_BEFALLEN = re.compile(r"\s(?:were|are|have been|had been)\s([a-z]+)")
_CLAUSE_BEFORE = re.compile(r"(?:^|[.!?;,—–:]\s|\b(?:and|while|but|though)\s)$")
_OF = re.compile(r"\s{1,2}of")


class IndefiniteReader:
    """Reads such amounts of one text."""

    def __init__(self, drafter: Drafter, lexicon: Lexicon) -> None:
        self._drafter, self._tools = drafter, drafter.tools
        self._text, self._low = drafter.text, drafter.low
        money = lexicon.cues["quantities"]["money"]
        self._money_verbs, self._money_nouns = frozenset(money["verbs"]), frozenset(money["nouns"])

    def amount(self, word: str, at: int) -> tuple[list[Draft], int]:  # noqa: PLR0911
        """ "billions", "tens of thousands": the smallest amount that it can mean."""
        low, units = self._low, self._tools.units
        tens = _TENS.match(low, at, self._drafter.end)
        indefinite = self._tools.numbers.indefinite
        stop = tens.end() if tens else at + len(word)
        more = _OR_MORE.match(low, stop, self._drafter.end)
        or_more = more is not None and indefinite.get(more[1], 0.0) > indefinite.get(word, 0.0)
        if tens:
            value = {"tens": 10.0}.get(tens[1], indefinite.get(tens[1], 1.0)) * indefinite[tens[2]]
        elif word == "tens" or low[at - 1 : at] == "-" or (word == "scores" and not self._counts_people(at, stop)):
            return [], stop
        else:
            value = indefinite[word]
        stop = more.end() if more is not None and or_more else stop
        number = Numeral(at, stop, value, "indefinite", value, stop)
        currency = units.currency_before(self._text, low, at)
        if currency is not None and currency[2][-1] in "$€£¥":
            return [
                self._drafter.draft(number, currency[0], stop, value, None, "money", currency[1], "indefinite")
            ], stop
        of = _OF.match(low, stop, self._drafter.end)
        unit = units.unit_at(self._text, low, of.end() if of else stop, self._drafter.end)
        if (
            unit is not None
            and unit.kind in ("money", "measure", "duration")
            and not (unit.is_symbol and len(low[stop : unit.end].split()[-1]) < 2)
        ):
            if unit.kind == "money" and (unit.noun not in ("won", "pound", "pounds") or word != "thousands"):
                name = self._drafter.unit_name(unit)
                draft = self._drafter.draft(number, at, unit.end, value, None, "money", name, "indefinite")
                return [draft], unit.end
            if unit.kind == "duration" and low.startswith(" ago", unit.end):
                return [], unit.end
            draft = self._drafter.draft(number, at, stop, value, None, unit.kind, unit.name, "indefinite")
            return [replace(draft, unit_start=unit.end, unit_end=unit.end)], stop
        if word in ("millions", "billions", "trillions", "thousands", "hundreds") and (
            self._is_money(stop) or self._is_spent(at, stop)
        ):
            return [self._drafter.draft(number, at, stop, value, None, "money", None, "indefinite_money")], stop
        noun = self._tools.nouns.phrase_of(self._text, low, stop, self._drafter.end) if of else None
        if noun is None and of is None:
            noun = (
                self._tools.nouns.phrase_at(self._text, stop, self._drafter.end)
                if low.startswith(" more ", stop)
                else None
            )
        draft = self._drafter.draft(
            number, at, stop, value, None, "count", noun.singular if noun else None, "indefinite"
        )
        if noun is not None:
            draft = replace(draft, unit_start=noun.start, unit_end=noun.end)
        return [replace(draft, confidence=0.8)], stop

    def _counts_people(self, at: int, stop: int) -> bool:
        """Whether "scores" are many, not points: "scores of homes", "and scores were arrested"."""
        if self._low.startswith((" of ", " more "), stop):
            return True
        befallen = _BEFALLEN.match(self._low, stop, self._drafter.end)
        opens = _CLAUSE_BEFORE.search(self._low, max(self._drafter.floor, at - 9), at) is not None
        return opens and befallen is not None and befallen[1] in self._tools.nouns.befalling

    def _is_money(self, stop: int) -> bool:
        if _MORE_IN_POCKET.match(self._low, stop, self._drafter.end):
            return True
        match = _IN_MONEY.match(self._low, stop, min(self._drafter.end, stop + 60))
        if match is None:
            return False
        counted = self._tools.nouns.phrase_of(self._text, self._low, stop, self._drafter.end)
        if counted is not None and self._tools.nouns.is_person(counted.singular.split()[-1]):
            return False  # "millions of student loan borrowers"
        return self._is_of_money(stop)

    def _is_of_money(self, stop: int) -> bool:
        """Whether the first of the next nouns that is one of money comes before any in the plural."""
        for length in range(1, 6):
            partial = re.compile(
                rf"\s{{1,2}}(?:more\s)?(?:in|of|worth of)\s{{1,2}}(?:[\w'’-]+\s{{1,2}}){{{length - 1}}}([\w'’-]+)"
            ).match(self._low, stop, self._drafter.end)
            if partial is None or partial[1] in self._money_nouns:
                return partial is not None
            if self._tools.nouns.is_plural(partial[1]):
                return False
        return False

    def _is_spent(self, at: int, stop: int) -> bool:
        """ "investing tens of billions to": a verb of money before, and nothing counted behind."""
        words = self._low[max(self._drafter.floor, at - 30) : at].split()
        return (
            bool(words)
            and not self._low.startswith((" of ", " more "), stop)
            and not self._money_verbs.isdisjoint(words[-2:])
        )

    def bare_unit(self, word: str, at: int) -> tuple[list[Draft], int]:
        """ "reaching petabytes": a unit in the plural without a number."""
        stop = at + len(word)
        left = self._low[max(self._drafter.floor, at - 12) : at].split()
        if (
            left
            and left[-1].strip("(,") in ("in", "per", "as", "of", "and", "or", "the", "into", "to", "between", "from")
            and not self._low.startswith(" of ", stop)
        ):
            return [], stop
        number = Numeral(at, stop, 1.0, "indefinite", 1.0, stop)
        unit = self._tools.units.indefinite[word]
        return [self._drafter.draft(number, at, stop, 1.0, None, "measure", unit, "bare_unit")], stop
