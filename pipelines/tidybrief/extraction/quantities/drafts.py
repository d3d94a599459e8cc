"""Drafts of quantities: a number with the unit that stands at it, before the rest of the text has its say.

What belongs here: the record of a draft, and how number, unit, hedge and denominator make one. Which numbers go
together stands in the modules that read them: money, ranges, ages, ratios.
"""

import re
from dataclasses import dataclass, replace
from functools import lru_cache

from tidybrief.extraction.quantities.counted_nouns import NounGrammar, NounPhrase, noun_grammar
from tidybrief.extraction.quantities.denominators import Denominators, is_over_number
from tidybrief.extraction.quantities.guards import Guards, guards
from tidybrief.extraction.quantities.hedges import ADDED, Hedges, hedges
from tidybrief.extraction.quantities.level_nouns import LevelNouns
from tidybrief.extraction.quantities.local_currencies import LocalCurrencies
from tidybrief.extraction.quantities.numbers import NumberGrammar, Numeral, number_grammar
from tidybrief.extraction.quantities.sign_usage import SignUsage
from tidybrief.extraction.quantities.units import Unit, UnitTable, unit_table
from tidybrief.lexicon import Lexicon

_FEET_SIGN = re.compile(r"'(?=\s?\d{1,2}\s?(?:\"|”|''|″))")
_QUOTE_INCH = re.compile(r"\s?\"(?!\w)")
_AND_CENTS = re.compile(r"\s{1,2}(?:and\s{1,2})?(?=\d|[a-z])")
_OF_UNIT = re.compile(r"\s{1,2}of(?:\s{1,2}an?)?(?=\s)")
_MORE = re.compile(
    r"\s{1,2}(?:additional|extra|more|less|further|full|whole|consecutive|straight|long|short|calendar"
    r"|business|working)(?=\s)"
)
PLUS = re.compile(r"(?:-plus|\splus|\+)(?=[\s-])")
ODD = re.compile(r"(?:[\s-]odd|\s{1,2}or\s(?:so|more|fewer|less))(?=\s)")
NEXT_WORD = re.compile(r"[\s-]{1,2}(?:to-)?([a-z]+)")  # behind a number: "third place", "second-to-last"
_REST = re.compile(r"[ .]*\Z")
_RANGE_OF = "in the range of "
_PENCE = re.compile(r"p(?![\w-]|\.\w)")
_LINES_OF_PICTURES = frozenset((144, 240, 360, 480, 576, 720, 1080, 1440, 2160))
_MOST_POINTS = 50
_FIRST_WORD = re.compile(r"[a-z]+")
_SCALE = re.compile(r"(?:[CF]|\s[CF](?=\s?[.,;:)(]|\s(?:in|on|at|and|or|to)\s|$))(?![\w-]|\.\w)")
_SCALE_SIGNS = ("c", "f", " c", " f")
_SCALE_NAMES = {"C": "celsius", "F": "fahrenheit"}
_GLUED_M = re.compile(
    r"m(?=[.,;:)](?!\w)|$|\s(?:and|or|in|to|by|from|on|at|this|last|next|for|a year|compared|after|before|as|up|down"
    r"|of|more|less|worth|(?:[a-z-]{3,} )?[a-z]{3,}s)\b)"
)
_CALLED_AFTER_PERSONS = frozenset(("tesla", "hertz", "henry", "newton", "gray", "pascal", "weber", "siemens", "curie"))
_MAKE = re.compile(r"\s[A-Z][a-z]+\s(?:[A-Z]|[a-z]+s\b(?<!\sis)(?<!\swas)(?<!\sas))")  # "500 Tesla cars"
YEARS = range(1900, 2101)
_YEARS_OF = {"century": 100, "millennium": 1000}
_CONFIDENCE = {
    "money": 0.95,
    "percent": 0.96,
    "measure": 0.92,
    "duration": 0.9,
    "age": 0.92,
    "count": 0.85,
    "multiple": 0.9,
    "rank": 0.88,
}


@dataclass(frozen=True, slots=True)
class Draft:
    """A quantity as far as its own words give it. `unit` is None while it is not known what a bare number counts."""

    start: int
    end: int
    value: float
    value_high: float | None
    kind: str
    unit: str | None
    qualifier: str
    unit_start: int
    unit_end: int
    method: str
    confidence: float
    form: str = "digits"
    per: str = ""
    number_end: int = 0
    magnitude: float = 1.0

    @property
    def is_over_number(self) -> bool:
        """Whether it is a rate over a number: "3.2 per 1,000 births", "12 per million"."""
        return is_over_number(self.per)


@dataclass(frozen=True, slots=True)
class Tools:
    """The grammars of one lexicon."""

    numbers: NumberGrammar
    units: UnitTable
    nouns: NounGrammar
    levels: LevelNouns
    guards: Guards
    hedges: Hedges


@lru_cache(maxsize=4)
def tools(lexicon: Lexicon) -> Tools:
    """The grammars by this lexicon; each is compiled once."""
    nouns = noun_grammar(lexicon)
    cues = lexicon.cues["quantities"]["nouns"]
    levels = LevelNouns(nouns, cues["indices"], cues["levels"])
    return Tools(number_grammar(lexicon), unit_table(lexicon), nouns, levels, guards(lexicon), hedges(lexicon))


_CROSSED = frozenset({"count", "money", "percent"})
_LEAST_MARK = 1000
_WITH_RATES = frozenset({"measure", "duration"})


class Drafter:
    """One text with what it takes to draft quantities from it. `floor` and `end` bound the sentence being read."""

    def __init__(self, text: str, low: str, lexicon: Lexicon) -> None:
        self.text, self.low = text, low
        self.tools = tools(lexicon)
        self.currencies = LocalCurrencies(self.tools.units, text, low, lexicon)
        self._usage = SignUsage(text, low, lexicon)
        self._denominators = Denominators(text, low, self.tools.units, self.tools.nouns)
        self.floor, self.end = 0, len(text)
        self._hedge: tuple[int, str | None] = (-1, None)

    def number_at(self, start: int, *, is_money: bool = False) -> Numeral | None:
        """The number that begins at `start`, in digits or words."""
        first = self.low[start]
        if first.isdigit() or not first.isascii():
            number = self.tools.numbers.read_digits(self.text, self.low, start, self.end, is_money=is_money)
            return number if number is None else self._in_millions(number)
        return self.tools.numbers.read_words(self.low, start, self.end)

    def _in_millions(self, number: Numeral) -> Numeral:
        """A number with "m" behind it, in a text that writes millions so and no meters."""
        if number.magnitude != 1.0 or not self.text.startswith("m", number.end):
            return number
        end = number.end + 1
        currency = self.tools.units.unit_at(self.text, self.low, end, self.end) if end < self.end else None
        if currency is None or currency.kind != "money":
            if _GLUED_M.match(self.text, number.end, self.end) is None:
                return number
            if not self._usage.writes_millions:
                return number
        return replace(number, value=number.value * 1e6, magnitude=1e6, end=end)

    def ends_at(self, at: int) -> bool:
        """Whether nothing but full stops follows in the sentence."""
        return _REST.match(self.low, at, self.end) is not None

    def opens_number(self, position: int) -> bool:
        word = _FIRST_WORD.match(self.low, position, self.end)
        return word is not None and (word[0] in self.tools.numbers.number_words or word[0] in ("a", "half"))

    def unit_after(self, number: Numeral) -> Unit | None:
        """The unit behind a number; a letter that could be a magnitude is one where a noun follows it."""
        low, text = self.low, self.text
        units = self.tools.units
        if number.end >= self.end:
            return None
        at = number.end
        if (plus := PLUS.match(low, at, self.end)) is not None:
            at = plus.end()
        if number.mixed and (of := _OF_UNIT.match(low, at, self.end)):
            at = of.end()
        if (sign := low[number.end]) == "%":
            return Unit("percent", "percent", number.end + 1, is_symbol=True)
        if low.startswith(".%", number.end):  # a decimal that lost its digits: "73.%"
            return Unit("percent", "percent", number.end + 2, is_symbol=True)
        unit = units.unit_at(text, low, at, self.end)
        if unit is None and (more := _MORE.match(low, at, self.end)):
            unit = units.unit_at(text, low, more.end(), self.end)
            if unit is not None and (unit.kind != "duration" or unit.is_symbol):
                unit = None
        if unit is None:
            return units.currency_after(low, number.end, self.end) or self._signed_unit(number, sign)
        return self._as_meant(number, unit)

    def _as_meant(self, number: Numeral, unit: Unit) -> Unit | None:
        """The unit, another one that its form stands for in this text, or None where it is no unit here."""
        if unit.name == "pound" and not unit.is_symbol:
            return self._pounds(number, unit)
        if unit.name in _CALLED_AFTER_PERSONS and _MAKE.match(self.text, number.end, self.end):
            return None
        if unit.kind == "money" and unit.noun and not self.currencies.is_meant(unit.noun):
            return None
        if number.value > _MOST_POINTS and self.text.startswith("pp", number.end):  # pages
            return None
        if self.text.startswith("pc", number.end) and unit.name == "parsec" and not self._usage.speaks_of_stars:
            return replace(unit, name="percent", kind="percent")
        return unit

    def _signed_unit(self, number: Numeral, sign: str) -> Unit | None:
        """A unit that a sign with other uses stands for behind a number: "41C", "73c", "7p", "5'11"."""
        low, at = self.low, number.end
        is_scale = low.startswith(_SCALE_SIGNS, at)
        is_forecast = low.startswith("f", at) and number.value in YEARS and not number.decimal  # "2024F"
        if is_scale and not is_forecast and (scale := _SCALE.match(self.text, at, self.end)) is not None:
            return Unit(_SCALE_NAMES[scale[0].strip()], "measure", scale.end(), is_symbol=True)
        if (hundredth := self.tools.units.hundredth_at(self.text, low, at, self.end, "USD")) is not None:
            of_dollar = hundredth.name == "USD"
            return replace(hundredth, name=self.currencies.of_cents()) if of_dollar else hundredth
        if sign == "p" and self._is_in_pence(number):
            return Unit("GBP", "money", at + 1, 0.01)
        if sign == "'" and _FEET_SIGN.match(low, at, self.end):
            return Unit("foot", "measure", at + 1, is_symbol=True)
        if sign in ' "' and self._is_inch_sign(at):
            return Unit("inch", "measure", low.index('"', at) + 1, is_symbol=True)
        return None

    def _is_in_pence(self, number: Numeral) -> bool:
        """ "7p" in a text about pounds sterling; "1080p" are lines of a picture."""
        if _PENCE.match(self.low, number.end, self.end) is None or number.value in _LINES_OF_PICTURES:
            return False
        return number.magnitude == 1 and self._usage.speaks_of_sterling

    def _is_inch_sign(self, at: int) -> bool:
        match = _QUOTE_INCH.match(self.low, at, self.end)
        return (
            match is not None
            and self.low.count('"', max(0, at - 300), at) % 2 == 0
            and self.low.rfind("\n", 0, at) < at
        )

    def _pounds(self, number: Numeral, unit: Unit) -> Unit:
        """Pounds are money where the amount or the text shows it, else a weight."""
        is_money = number.magnitude >= 1e5 and not self.low.startswith(" of ", unit.end)
        if is_money or self._usage.speaks_of_sterling or self._usage.is_price(number.start, unit.end):
            return replace(unit, name="GBP", kind="money")
        return unit

    def unit_name(self, unit: Unit) -> str:
        """The unit's canonical name; of a currency's bare noun, that of the country the text is about."""
        if unit.kind == "money" and unit.noun:
            return self.currencies.resolve(unit.name, unit.noun)
        return unit.name

    def unit_draft(self, number: Numeral, unit: Unit, value: float, high: float | None, method: str) -> Draft:
        """A quantity in the unit behind its number, with cents and denominator where they follow."""
        name, stop, unit_end, per = self.unit_name(unit), unit.end, unit.end, ""
        if (years := _YEARS_OF.get(name)) is not None and unit.kind == "duration":
            name, value, high = "year", value * years, None if high is None else high * years
        if unit.factor != 1.0:
            value, high = round(value * unit.factor, 6), None if high is None else round(high * unit.factor, 6)
        if unit.kind == "money" and high is None and (cents := self.cents(number, unit.end, name)) is not None:
            value, stop = value + cents[0], cents[1]
            unit_end = stop
        rate = self._denominators.of_measure(unit.end, self.end) if unit.kind in _WITH_RATES else None
        if rate is not None:
            per, unit_end = rate.name, rate.end
            stop = rate.end if rate.by_slash else stop
        unit_name = f"{name} per {per}" if per else name
        return self.draft(
            number,
            number.start,
            stop,
            value,
            high,
            unit.kind,
            unit_name,
            method,
            unit_start=number.end,
            unit_end=unit_end,
            per=per,
        )

    def cents(self, number: Numeral, at: int, code: str) -> tuple[float, int] | None:
        """The hundredths behind a whole amount, and where they end: "dollars 43 cents", "and 43" at the very end."""
        if number.magnitude != 1.0 or number.decimal or number.grouped:
            return None
        gap = _AND_CENTS.match(self.low, at, self.end)
        if gap is None or not (self.low[gap.end()].isdigit() or self.opens_number(gap.end())):
            return None
        hundredths = self.number_at(gap.end())
        if hundredths is None or not hundredths.value.is_integer() or not 0 < hundredths.value < 100:
            return None
        unit = self.tools.units.hundredth_at(self.text, self.low, hundredths.end, self.end, code)
        if unit is None and not self.ends_at(hundredths.end):
            return None
        return hundredths.value / 100, unit.end if unit is not None else hundredths.end

    def count_draft(
        self,
        number: Numeral,
        value: float,
        high: float | None,
        noun: NounPhrase | None,
        method: str,
    ) -> Draft:
        """A count of `noun`, with the denominator that may follow it. The unit is None where there is no noun."""
        unit = noun.singular if noun is not None else None
        unit_start, unit_end = (noun.start, noun.end) if noun is not None else (number.end, number.end)
        rate = self._denominators.of_count(unit_end, self.end, has_noun=noun is not None)
        per, unit_end = (rate.name, rate.end) if rate is not None else ("", unit_end)
        if per and unit is not None:
            unit = f"{unit} per {per}"
        doubt = 0.0 if noun is None or noun.is_sure else 0.15
        return self.draft(
            number,
            number.start,
            number.end,
            value,
            high,
            "count",
            unit,
            method,
            unit_start=unit_start,
            unit_end=unit_end,
            per=per,
            doubt=doubt,
        )

    def hedge_before(self, start: int) -> str | None:
        """The qualifier that the words before `start` give a number there. Asked twice for most numbers, found once."""
        if self._hedge[0] != start:
            self._hedge = (start, self.tools.hedges.before(self.low, start, self.floor))
        return self._hedge[1]

    def draft(  # noqa: PLR0917
        self,
        number: Numeral,
        start: int,
        stop: int,
        value: float,
        high: float | None,
        kind: str,
        unit: str | None,
        method: str,
        *,
        unit_start: int | None = None,
        unit_end: int | None = None,
        per: str = "",
        doubt: float = 0.0,
    ) -> Draft:
        """A quantity whose span is `start:stop`, with the hedges around it.

        `doubt` is taken off the confidence of its kind; `per` is what a rate is counted over.
        """
        if kind == "duration":
            hedge = self.tools.hedges.before(self.low, start, self.floor, is_duration=True)
        else:
            hedge = self.hedge_before(start)
            if hedge == "at_least" and self.tools.hedges.is_governed_over(self.low, start, self.floor, kind):
                hedge = None
            if hedge == "at_most" and self.tools.hedges.is_risen(self.low, start, stop, self.end):
                hedge = None
        if hedge is None and self.tools.hedges.is_near(self.low, start, self.floor, kind):
            hedge = "approx"
        if hedge is None and kind in _CROSSED and (kind != "count" or value >= _LEAST_MARK):
            hedge = self.tools.hedges.at_mark(self.low, start, stop, self.floor, self.end)
        if hedge is None:
            hedge = self.tools.hedges.after(self.low, stop, self.end)
        if hedge is None and kind == "count" and unit_end is not None and unit_end > stop:
            hedge = self.tools.hedges.behind_noun(self.low, unit_end, self.end)
        if hedge == "approx" and high is not None and self.low.endswith(_RANGE_OF, 0, start):
            hedge = None
        plus = PLUS.match(self.low, number.end, self.end)
        has_plus_inside = self.low[number.plain_end : number.end].startswith("+")  # "$500+ billion"
        if (
            number.form == "indefinite"
            or has_plus_inside
            or (plus is not None and not ADDED.match(self.low, plus.end(), self.end))
        ):
            hedge = "at_least"
        qualifier = hedge or "exact"
        return Draft(
            start,
            stop,
            value,
            high,
            kind,
            unit,
            qualifier,
            stop if unit_start is None else unit_start,
            stop if unit_end is None else unit_end,
            method,
            _CONFIDENCE.get(kind, 0.85) - doubt,
            number.form,
            per,
            number.end,
            number.magnitude,
        )
