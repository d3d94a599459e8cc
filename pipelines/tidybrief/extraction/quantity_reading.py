"""Reads the quantity at one place of a text: number, range, unit, hedge.

What belongs here: from a number outwards to the span, value, kind and unit that its own words give. Ranks, multiples
and fractions stand in `relative_quantities`; what a bare number counts by an earlier noun stands in `carried_units`.
"""

import re
from dataclasses import dataclass, replace
from typing import Any

from tidybrief.extraction.counted_nouns import NounGrammar, NounPhrase, noun_grammar
from tidybrief.extraction.hedges import Hedges, hedges
from tidybrief.extraction.numbers import NumberGrammar, Numeral, number_grammar, signed
from tidybrief.extraction.quantity_guards import Guards, guards
from tidybrief.extraction.units import LocalCurrencies, Unit, UnitTable, unit_table
from tidybrief.lexicon import Lexicon

_CONNECTOR = re.compile(
    r"(?P<dash>\s?[-‐‑–—−~]\s?|\s--?\s)|\s{1,2}(?P<to>to|through)\s{1,2}(?:about\s|around\s|nearly\s|over\s|a\s|as (?:much|many|high) as\s)?"
    r"|\s{1,2}(?P<and>and)\s{1,2}(?:about\s|around\s|a\s)?|\s{1,2}(?P<or>or)\s{1,2}"
)
_TOLERANCE = re.compile(r"\s?(?:±|\+/-|\+/−|\+−)\s?")
_AGE = re.compile(r"(?:[\s-]{1,2}(year|month|week|day)s?)?(?:[\s-]{1,2}olds?(?![a-z])|\s?y/?o(?![a-z]))")
_OF_AGE = re.compile(r"\s{1,2}of\s{1,2}age(?![a-z])")
_AGED = re.compile(
    r"(?:\baged?|\bages|\bages? of|\baged? (?:under|over|between|from)|\bages? (?:under|over|between)|\bturn(?:s|ed|ing)?|\bages of)\s{1,2}$"
)
_AGE_RANGE_TAIL = re.compile(r"\s{1,2}(?:years?|yrs?)?\s{0,2}(?:and|or) (?:older|younger|over|under|up|above|below)(?![a-z])")
_PERSONS_BEFORE = re.compile(
    r"([a-z]+)\s{1,2}(?:who (?:are|were)\s|are\s|aged\s)?(?:only\s)?(?:between|from|under|over|below|above|younger than|older than|at least|up to)\s{1,2}(?:the age of\s|age\s)?$"
)
_APPOSITION = re.compile(r"(?<=[^\W\d_]),\s$")
_PER = re.compile(
    r"(?:\s{1,2}of\s(?:[\w-]+\s){1,4}?|\s{1,2})?(?:(?<=\s)(?:per|every)\s{1,2}|\s{0,1}/\s?|(?<=\s)an?\s{1,2})"
    r"(?=[\w])"
)
_PER_TIME = re.compile(
    r"(?P<of>\s{1,2}of\s(?:[\w-]+\s){0,3}[\w-]+)?(?:\s{1,2}per\s{1,2}|\s?/\s?|\s{1,2}an?\s{1,2})"
    r"(second|minute|hour|day|night|week|month|quarter|year|decade|annum|capita)(?![\w-])"
)
_PER_NOUN = re.compile(
    r"\s{1,2}(?:per|for every|out of every|in every)\s{1,2}(?P<base>(?:\d[\d,]*|one|ten|hundred|thousand|million|a hundred|a thousand|a million|one hundred|one thousand|one million|every thousand)\s)?"
    r"(?P<noun>[a-z][a-z-]*(?:\s[a-z-]+)?)?"
)
_RATE_BASE = re.compile(r"(?P<by>\s{1,2}(?:in|out\s{1,2}of|of)\s{1,2})(?P<every>every\s{1,2})?")
_CHANGE = re.compile(
    r"\b(?:ros[e]|rise[sn]?|rising|f[ae]ll(?:en|s|ing)?|grew|grow(?:n|s|ing|th)?|increas\w*|decreas\w*|declin\w*|drop\w*|rais\w*|cut\w*|reduc\w*|lower\w*|jump\w*|climb\w*"
    r"|surg\w*|went|gone|down|up|plung\w*|slid\w*|soar\w*|shr[aiu]nk\w*|chang\w*|expand\w*|doubl\w*|tripl\w*|quadrupl\w*|swell\w*|improv\w*|boost\w*|mov\w*|shift\w*|narrow\w*|widen\w*|extend\w*|gain\w*|upgrad\w*|bring\w*|brought)\b"
)
_SPREAD = re.compile(r"\b(?:rang\w+|var\w+|span\w*|anywhere)\b")
_QUOTE_INCH = re.compile(r"\s?\"(?!\w)")
_AND_CENTS = re.compile(r"\s{1,2}(?:and\s{1,2})?(?=\d|[a-z])")
_COMPOUND_GAP = re.compile(r"(?:\s?,?\s{1,2}and\s{1,2}|,\s{1,2}|\s{1,2}|(?<=['′\w]))(?=\d|[a-z])")
_OF_UNIT = re.compile(r"\s{1,2}of(?:\s{1,2}an?)?(?=\s)")
_MORE = re.compile(r"\s{1,2}(?:additional|extra|more|less|further|full|whole|consecutive|straight|long|short|calendar|business|working)(?=\s)")
_RESTATED = re.compile(r"\s{1,2}\(\s?([\d,.]{1,12})\s?\)")
_OVER = re.compile(r"\s{1,2}over\s{1,2}(?=[\da-z])")
_HALF_MORE = re.compile(r"\s{1,2}and\s{1,2}(?:a\s{1,2}half|half)(?![a-z-])")
_DURATION_SECONDS = {
    "second": 1.0, "minute": 60.0, "hour": 3600.0, "day": 86400.0, "week": 604800.0, "month": 2629746.0, "year": 31556952.0,
    "decade": 315569520.0,
}
_MONTHS_OF = {"month": 1.0, "quarter": 3.0, "year": 12.0, "decade": 120.0}
_LENGTHS = {"mile": 63360.0, "yard": 36.0, "foot": 12.0, "inch": 1.0}
_METRES = {"kilometer": 1_000_000.0, "meter": 1000.0, "centimeter": 10.0, "millimeter": 1.0}
_WEIGHTS = {"stone": 224.0, "pound": 16.0, "ounce": 1.0}
_GRAMS = {"kilogram": 1_000_000.0, "gram": 1000.0, "milligram": 1.0}
_SCALES = (_MONTHS_OF, _DURATION_SECONDS, _LENGTHS, _METRES, _WEIGHTS, _GRAMS)


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


@dataclass(frozen=True, slots=True)
class Tools:
    """The grammars of one lexicon."""

    numbers: NumberGrammar
    units: UnitTable
    nouns: NounGrammar
    guards: Guards
    hedges: Hedges


def tools(lexicon: Lexicon) -> Tools:
    """The grammars by this lexicon; each is compiled once."""
    return Tools(number_grammar(lexicon), unit_table(lexicon), noun_grammar(lexicon), guards(lexicon), hedges(lexicon))


class QuantityReader:
    """Reads the quantities of one text, each within the bounds of its sentence."""

    def __init__(self, text: str, low: str, lexicon: Lexicon) -> None:
        self.text, self.low = text, low
        self.tools = tools(lexicon)
        self._currencies = LocalCurrencies(self.tools.units, text, low)
        self._has_pounds_sterling: bool | None = None
        self.multiples = Multiples(self, lexicon.cues["quantities"])
        self.money_nouns = frozenset(lexicon.cues["quantities"]["money"]["sums"])

    # ---- numbers ------------------------------------------------------------------------------

    def number_at(self, start: int, end: int, *, is_money: bool = False) -> Numeral | None:
        """The number that begins at `start`, in digits or words."""
        first = self.low[start]
        if first.isdigit() or not first.isascii():
            return self.tools.numbers.read_digits(self.text, self.low, start, end, is_money=is_money)
        return self.tools.numbers.read_words(self.low, start, end)

    def read(self, start: int, floor: int, end: int) -> tuple[list[Draft], int]:
        """The quantities that begin with the number at `start`, and where reading goes on."""
        low, text = self.low, self.text
        currency = self.tools.units.currency_before(text, low, start)
        if start > floor and low[start - 1] == "." and low[start].isdigit() and not (start - 1 > floor and low[start - 2].isalnum()):
            start, leading_dot = start - 1, True
        else:
            leading_dot = False
        number = self._leading_dot(start, end, currency is not None) if leading_dot else self.number_at(start, end, is_money=currency is not None)
        if number is None:
            return [], start + 1
        if currency is not None:
            return self._money(number, currency, floor, end)
        if number.form == "words" and (restated := _RESTATED.match(low, number.end, end)):
            again = self.number_at(restated.start(1), end)
            if again is not None and again.value == number.value:
                number = replace(number, end=restated.end())
        unit = self._unit_after(number, end)
        second = self._range_end(number, unit, floor, end)
        if second is not None:
            return self._range(number, unit, second, floor, end)
        begin, value = signed(low, number)
        if begin != number.start:
            number = replace(number, start=begin, value=value)
        if number.form == "digits" and self.tools.guards.is_part_of_token(text, number.start, number.end if unit is None else unit.end, has_currency=False):
            return [], number.end
        if unit is not None:
            return self._with_unit(number, unit, floor, end)
        if (factor := self.multiples.after(number, floor, end)) is not None:
            return [factor], factor.unit_end
        return self._bare(number, floor, end)

    def _leading_dot(self, start: int, end: int, is_money: bool) -> Numeral | None:
        number = self.number_at(start + 1, end, is_money=is_money)
        if number is None or number.form != "digits" or number.grouped or number.decimal:
            return None
        digits = self.low[start + 1 : number.plain_end]
        value = float("0." + digits) * number.magnitude if digits.isdigit() else number.value
        return replace(number, start=start, value=value, decimal=True)

    def _unit_after(self, number: Numeral, end: int) -> Unit | None:
        """The unit behind a number; a letter that could be a magnitude is one where a noun follows it."""
        low, text = self.low, self.text
        units = self.tools.units
        if number.end >= end:
            return None
        at = number.end
        if number.mixed and (of := _OF_UNIT.match(low, at, end)):
            at = of.end()
        if (sign := low[number.end]) == "%":
            return Unit("percent", "percent", number.end + 1, is_symbol=True)
        unit = units.unit_at(text, low, at, end)
        if unit is None and (more := _MORE.match(low, at, end)):
            unit = units.unit_at(text, low, more.end(), end)
            if unit is not None and (unit.kind != "duration" or unit.is_symbol):
                unit = None
        if unit is None:
            unit = units.currency_after(low, number.end, end)
            if unit is None:
                unit = units.hundredth_at(low, number.end, end, "USD")
            if unit is None and sign in " \"" and self._is_inch_sign(number.end, end):
                unit = Unit("inch", "measure", low.index('"', number.end) + 1, is_symbol=True)
            return unit
        if unit.name == "pound" and not unit.is_symbol:
            return self._pounds(number, unit)
        return unit

    def _is_inch_sign(self, at: int, end: int) -> bool:
        match = _QUOTE_INCH.match(self.low, at, end)
        return match is not None and self.low.count('"', max(0, at - 300), at) % 2 == 0 and self.low.rfind("\n", 0, at) < at

    def _pounds(self, number: Numeral, unit: Unit) -> Unit:
        """Pounds are money where the amount or the text shows it, else a weight."""
        is_money = number.magnitude >= 1e5 and not self.low.startswith(" of ", unit.end)
        if not is_money and self._has_pounds_sterling is None:
            self._has_pounds_sterling = bool(re.search(r"£|\bgbp\b|\bsterling\b|illion pounds|\bpence\b", self.low))
        if is_money or self._has_pounds_sterling:
            return replace(unit, name="GBP", kind="money")
        return unit

    # ---- money --------------------------------------------------------------------------------

    def _money(self, number: Numeral, currency: tuple[int, str, str], floor: int, end: int) -> tuple[list[Draft], int]:
        """An amount behind its currency, or a range of such amounts."""
        low = self.low
        begin, code, sign = currency
        code = self._currencies.resolve(code, sign, begin)
        negative = low[number.start - 1] in "-−" or (begin > floor and low[begin - 1] in "-−" and (begin - 1 == floor or low[begin - 2].isspace()))
        value = -number.value if negative else number.value
        stop = self._currency_again(number.end, end, code)
        if stop[0] != code and sign == "$":
            code = stop[0]
        high, stop_at = None, stop[1]
        second = self._second_amount(number, stop_at, code, floor, end)
        if second is not None:
            low_value, high_number, stop_at, is_range = second
            if not is_range:
                first = self.draft(number, begin, stop[1], low_value, None, "money", code, floor, end, "money_from_to")
                return [first], stop[1]
            value, high = low_value, high_number
        elif not negative and (cents := self._cents(number, stop_at, code, end)) is not None:
            value, stop_at = value + cents[0], cents[1]
        draft = self.draft(number, begin, stop_at, value, high, "money", code, floor, end, "money")
        return [draft], max(stop_at, number.end)

    def _cents(self, number: Numeral, at: int, code: str, end: int) -> tuple[float, int] | None:
        """The hundredths behind a whole amount, and where they end: "dollars 43 cents", "and 43" at the very end."""
        if number.magnitude != 1.0 or number.decimal or number.grouped:
            return None
        gap = _AND_CENTS.match(self.low, at, end)
        if gap is None or not (self.low[gap.end()].isdigit() or self._opens_number(gap.end(), end)):
            return None
        hundredths = self.number_at(gap.end(), end)
        if hundredths is None or not hundredths.value.is_integer() or not 0 < hundredths.value < 100:
            return None
        unit = self.tools.units.hundredth_at(self.low, hundredths.end, end, code)
        if unit is None and self.low[hundredths.end : end].strip(" ."):
            return None
        return hundredths.value / 100, unit.end if unit is not None else hundredths.end

    def _currency_again(self, at: int, end: int, code: str) -> tuple[str, int]:
        """A name of the currency behind an amount that already has its sign: "$10 dollars", "$5 million USD"."""
        unit = self.tools.units.unit_at(self.text, self.low, at, end)
        if unit is not None and unit.kind == "money" and (unit.name == code or code in ("USD", "JPY")) and unit.noun not in ("won", "pound", "pounds"):
            return unit.name, unit.end
        return code, at

    def _second_amount(self, number: Numeral, at: int, code: str, floor: int, end: int) -> tuple[float, float, int, bool] | None:
        """The other end of a range of money: low value, high value, where it ends, and whether it is a range at all."""
        connector = _CONNECTOR.match(self.low, at, end)
        if connector is None or (connector["and"] and not self._between(number.start, floor)):
            return None
        position = connector.end()
        sign = re.compile(r"(?:us|a|c|hk|nz|s)?[$€£¥]\s?|(?:usd|eur|gbp|rmb)\s").match(self.low, position, end)
        position = sign.end() if sign else position
        if position >= end or not (self.low[position].isdigit() or self.low[position].isalpha()):
            return None
        second = self.number_at(position, end, is_money=True)
        if second is None or second.form == "fraction" or (not self.low[position].isdigit() and not sign):
            return None
        if sign is None and (connector["or"] or (unit := self.tools.units.unit_at(self.text, self.low, second.end, end)) and unit.kind != "money"):
            return None
        if sign is None and connector["dash"] and self._counts_something(second.end, end):
            return None
        low_value = self._share_magnitude(number, second)
        if low_value >= second.value or (connector["dash"] is None and not connector["and"] and self._is_change(number.start, floor, has_unit=True)):
            return None
        return low_value, second.value, self._currency_again(second.end, end, code)[1], True

    def _counts_something(self, at: int, end: int) -> bool:
        return self.low[at : at + 1] == "-"

    # ---- ranges -------------------------------------------------------------------------------

    def _between(self, start: int, floor: int) -> bool:
        left = self.low[max(floor, start - 34) : start]
        return re.search(r"\bbetween\s(?:the ages of\s|ages\s|about\s|roughly\s|an estimated\s|some\s)?$", left) is not None or (
            re.search(r"\bfrom\s$", left) is not None
        )

    def _is_change(self, start: int, floor: int, *, has_unit: bool) -> bool:
        """Whether words of change before "X to Y" make it two figures: what it was and what it became."""
        left = self.low[max(floor, start - 60) : start]
        if _SPREAD.search(left):
            return False
        if left.endswith(("from ", "from $", "from €", "from £")):
            return _CHANGE.search(left) is not None
        if not has_unit or left.rstrip(" $€£").endswith((" by", " of", " between")):
            return False
        return _CHANGE.search(left[-24:]) is not None

    @staticmethod
    def _share_magnitude(first: Numeral, second: Numeral) -> float:
        """The first value with the second's magnitude where it has none of its own: "5 to 7 billion"."""
        if first.magnitude == 1.0 and second.magnitude > 1.0 and first.value * second.magnitude < second.value and not first.grouped:
            return first.value * second.magnitude
        return first.value

    def _range_end(self, first: Numeral, unit: Unit | None, floor: int, end: int) -> tuple[Numeral, Unit | None, str] | None:
        """The number at the other end of a range, its unit, and how they are joined."""
        low = self.low
        at = unit.end if unit is not None else first.end
        tolerance = _TOLERANCE.match(low, at, end)
        if tolerance is not None and low[tolerance.end() : tolerance.end() + 1].isdigit():
            second = self.number_at(tolerance.end(), end)
            return (second, self._unit_after(second, end), "±") if second else None
        connector = _CONNECTOR.match(low, at, end)
        if connector is None:
            return None
        position = connector.end()
        if position >= end:
            return None
        how = connector.lastgroup or ""
        character = low[position]
        negative = character in "-−" and position + 1 < end and low[position + 1].isdigit()
        position += negative
        if not (low[position].isdigit() or (character.isalpha() and self._opens_number(position, end))):
            return None
        if how == "and" and not self._between(first.start, floor):
            return None
        second = self.number_at(position, end)
        if second is None or second.form == "indefinite" or (second.form == "fraction" and first.form != "fraction"):
            return None
        if negative:
            second = replace(second, value=-second.value)
        return second, self._unit_after(second, end), how

    def _opens_number(self, position: int, end: int) -> bool:
        word = re.compile(r"[a-z]+").match(self.low, position, end)
        return word is not None and (word[0] in self.tools.numbers.number_words or word[0] in ("a", "half"))

    def _range(
        self, first: Numeral, unit: Unit | None, second: tuple[Numeral, Unit | None, str], floor: int, end: int
    ) -> tuple[list[Draft], int]:
        """One row for a range, two for a change, none for a score."""
        other, other_unit, how = second
        begin, value = signed(self.low, first)
        first = replace(first, start=begin, value=value)
        if self.tools.guards.is_part_of_token(self.text, first.start, first.plain_end, has_currency=False) and self._is_chain(first, other):
            return [], other.end
        if how == "±":
            return self._tolerance(first, unit, other, other_unit, floor, end)
        shared = other_unit if other_unit is not None else unit if how in ("dash", "and") else None
        low_value = self._share_magnitude(first, other)
        same_kind = unit is None or (other_unit is not None and (unit.name == other_unit.name or unit.kind == other_unit.kind == "duration"))
        noun: NounPhrase | None = None
        age = self._age_after(other.end, end) or (_AGE_RANGE_TAIL.match(self.low, other.end, end) is not None)
        if shared is None:
            noun = self.tools.nouns.phrase_at(self.text, other.end, end)
        if unit is not None and other_unit is not None and unit.name != other_unit.name and unit.kind == other_unit.kind == "duration":
            low_value = self._in_other_unit(low_value, unit, other_unit)
        if not same_kind or low_value >= other.value or (how == "to" and self._is_change(first.start, floor, has_unit=unit is not None)):
            return self._two_figures(first, unit, other, other_unit, how, floor, end)
        aged = bool(age) or self._is_aged(first.start, floor) or (how == "and" and self._persons_before(first.start, floor))
        if shared is None and noun is None and not aged:
            if how == "or" or (how == "dash" and not self._is_sure_range(first, other, floor)):
                return ([], other.end) if how == "dash" else self._alone(first, unit, floor, end)
        if how == "or" and (other.value - low_value > 3 or unit is not None):
            return self._alone(first, unit, floor, end)
        if how == "dash" and self.low[other.end : other.end + 1] in "-/." and self.low[other.end + 1 : other.end + 2].isdigit():
            return [], other.end
        return self._one_range(first, other, low_value, shared, noun, aged, floor, end)

    def _is_chain(self, first: Numeral, other: Numeral) -> bool:
        before = self.text[first.start - 1] if first.start else " "
        return before.isalnum() or before in "-/.:" or (self.text[other.end : other.end + 1] in "-/" and self.text[other.end + 1 : other.end + 2].isdigit())

    def _is_sure_range(self, first: Numeral, other: Numeral, floor: int) -> bool:
        """Whether a bare "10-15" is a range of something rather than a score or a reference."""
        return first.decimal or first.grouped or other.magnitude > 1 or self.tools.hedges.before(self.low, first.start, floor) is not None

    def _alone(self, first: Numeral, unit: Unit | None, floor: int, end: int) -> tuple[list[Draft], int]:
        if unit is not None:
            return self._with_unit(first, unit, floor, end)
        return self._bare(first, floor, end)

    def _two_figures(
        self, first: Numeral, unit: Unit | None, other: Numeral, other_unit: Unit | None, how: str, floor: int, end: int
    ) -> tuple[list[Draft], int]:
        """"from 208 to 193", "5% to 7": what stands first is read alone, with the other's unit where it has none."""
        if how == "dash" and unit is None and first.form == "digits" and other.form == "digits":
            return [], other.end
        if unit is None and other_unit is not None and other_unit.kind in ("percent", "money", "measure", "duration") and how == "to":
            value = self._share_magnitude(first, other)
            return [self.draft(first, first.start, first.end, value, None, other_unit.kind, self.unit_name(other_unit, other.end), floor, end, "shared_unit")], first.end
        drafts, stop = self._alone(first, unit, floor, end)
        return drafts, stop

    def _in_other_unit(self, value: float, unit: Unit, other: Unit) -> float:
        for scale in (_MONTHS_OF, _DURATION_SECONDS):
            if unit.name in scale and other.name in scale:
                return value * scale[unit.name] / scale[other.name]
        return value

    def _one_range(
        self, first: Numeral, other: Numeral, value: float, unit: Unit | None, noun: NounPhrase | None, aged: bool, floor: int, end: int
    ) -> tuple[list[Draft], int]:
        number = replace(first, end=other.end, magnitude=other.magnitude)
        if aged and (unit is None or unit.kind == "duration"):
            return self._age(number, value, other.value, unit, floor, end)
        if unit is not None:
            if unit.kind == "duration" and self._becomes_age(unit, floor, first.start):
                return self._age(number, value, other.value, unit, floor, end)
            return [self._unit_draft(number, unit, value, other.value, floor, end, "range")], unit.end
        return [self._count_draft(number, value, other.value, noun, floor, end, "range")], other.end

    def _tolerance(
        self, first: Numeral, unit: Unit | None, other: Numeral, other_unit: Unit | None, floor: int, end: int
    ) -> tuple[list[Draft], int]:
        """"5 ± 0.2 mm": the stated value, approximately."""
        shared = other_unit or unit
        number = replace(first, end=other.end)
        if shared is not None:
            draft = self._unit_draft(number, shared, first.value, None, floor, end, "tolerance")
            return [replace(draft, qualifier="approx")], max(shared.end, other.end)
        noun = self.tools.nouns.phrase_at(self.text, other.end, end)
        draft = self._count_draft(number, first.value, None, noun, floor, end, "tolerance")
        return [replace(draft, qualifier="approx")], other.end

    # ---- units, ages, counts --------------------------------------------------------------------

    def _with_unit(self, number: Numeral, unit: Unit, floor: int, end: int) -> tuple[list[Draft], int]:
        low = self.low
        if unit.kind == "money" and self._is_price_base(number, floor):
            return [], unit.end
        if unit.kind == "duration":
            if self._becomes_age(unit, floor, number.start) or self._is_aged(number.start, floor):
                return self._age(number, number.value, None, unit, floor, end)
            if self._is_ago(unit.end, end):
                return [], unit.end
        number, unit = self._compound(number, unit, end)
        return [self._unit_draft(number, unit, number.value, None, floor, end, unit.kind)], unit.end

    def _is_price_base(self, number: Numeral, floor: int) -> bool:
        """"in 2017 dollars": the year whose prices are meant."""
        if number.end - number.start != 4 or not number.value.is_integer() or not 1900 <= number.value <= 2100:
            return False
        words = self.low[max(floor, number.start - 14) : number.start].split()
        return bool(words) and (words[-1].strip("(") in ("in", "to", "constant", "real", "of") or self.tools.guards.is_month(words[-1]))

    def _is_ago(self, at: int, end: int) -> bool:
        return re.compile(r"\s{1,2}(?:ago|earlier|later|before|after|from now|hence)(?![a-z])").match(self.low, at, end) is not None and self.low.startswith((" ago", " from now", " hence"), at)

    def _compound(self, number: Numeral, unit: Unit, end: int) -> tuple[Numeral, Unit]:
        """"7 feet and 10 inches", "2 years, 3 months": one quantity in the smaller unit."""
        low = self.low
        total, current, parts = number.value, unit, 1
        if unit.kind == "duration" and (half := _HALF_MORE.match(low, unit.end, end)):
            return in_whole_units(replace(number, value=number.value + 0.5, mixed=True), replace(unit, end=half.end()))
        if number.mixed or number.form == "fraction":
            return in_whole_units(number, unit) if not number.decimal or number.form == "words" else (number, unit)
        while (gap := _COMPOUND_GAP.match(low, current.end, end)) is not None:
            if not (low[gap.end()].isdigit() or self._opens_number(gap.end(), end)):
                break
            following = self.number_at(gap.end(), end)
            if following is None:
                break
            smaller = self._unit_after(following, end) or self._implied_unit(current, following, end)
            scale = self._scale_of(current, smaller) if smaller is not None else None
            if smaller is None or scale is None or following.value * scale[smaller.name] >= scale[current.name] * (10 if scale is _LENGTHS else 1):
                break
            if (current.name, smaller.name, parts) == ("foot", "inch", 1):
                return replace(number, value=total + following.value / 12), replace(smaller, name="foot")
            total = round(total * scale[current.name] / scale[smaller.name] + following.value, 6)
            current, parts = smaller, parts + 1
        return replace(number, value=total), current

    def _implied_unit(self, unit: Unit, following: Numeral, end: int) -> Unit | None:
        """The minutes of "2 hours ten", said without their name at the very end."""
        if unit.name != "hour" or following.value >= 60 or self.low[following.end : end].strip(" ."):
            return None
        return Unit("minute", "duration", following.end)

    @staticmethod
    def _scale_of(unit: Unit, smaller: Unit) -> dict[str, float] | None:
        """The scale on which both units are, the second a smaller one."""
        for scale in _SCALES:
            if unit.name in scale and scale.get(smaller.name, float("inf")) < scale[unit.name]:
                return scale
        return None

    def _becomes_age(self, unit: Unit, floor: int, start: int) -> bool:
        return self._old_after(unit.end) is not None or _OF_AGE.match(self.low, unit.end) is not None

    def _old_after(self, at: int) -> re.Match[str] | None:
        return _OLD.match(self.low, at)

    def _age_after(self, at: int, end: int) -> re.Match[str] | None:
        return _AGE.match(self.low, at, end)

    def _is_aged(self, start: int, floor: int) -> bool:
        return _AGED.search(self.low, max(floor, start - 20), start) is not None

    def _persons_before(self, start: int, floor: int) -> bool:
        match = _PERSONS_BEFORE.search(self.low, max(floor, start - 60), start)
        return match is not None and match[1] in self.tools.nouns.persons

    def _age(self, number: Numeral, value: float, high: float | None, unit: Unit | None, floor: int, end: int) -> tuple[list[Draft], int]:
        stop, name = number.end, "year"
        if unit is not None:
            stop, name = unit.end, unit.name
            if old := self._old_after(unit.end):
                stop = old.end()
        elif age := self._age_after(number.end, end):
            stop, name = age.end(), age[1] or "year"
        return [self.draft(number, number.start, stop, value, high, "age", name, floor, end, "age")], stop

    def _bare(self, number: Numeral, floor: int, end: int) -> tuple[list[Draft], int]:
        """A number without a unit: an age, a rate, a count, or no figure."""
        low, text, nouns = self.low, self.text, self.tools.nouns
        if number.form == "fraction":
            return self.fraction(number, floor, end)
        if self._age_after(number.end, end) or (self._is_aged(number.start, floor) and 0 < number.value < 130 and not number.magnitude > 1):
            return self._age(number, number.value, None, None, floor, end)
        hyphen = nouns.after_hyphen(low, number.end, end) if low[number.end : number.end + 1] in ("-", "‐", "‑") else None
        following = low[number.end : number.end + 1]
        noun = hyphen
        if noun is None and following in (" ", "\n", "\u00a0", ""):
            article = low[max(floor, number.start - 4) : number.start].endswith((" a ", "an ", "the ", "a "))
            noun = nouns.phrase_of(text, low, number.end, end) or nouns.phrase_at(text, number.end, end, one=number.value == 1, article=article)
        has_noun = noun is not None and noun.is_sure
        if number.form == "digits":
            guard = self.tools.guards
            if guard.is_reference(text, low, number, floor, end, has_noun=has_noun):
                return [], number.end
            qualifier = self.tools.hedges.before(low, number.start, floor)
            if guard.is_year(low, number, floor, end, has_noun=has_noun, is_hedged=qualifier is not None):
                return [], number.end
            if qualifier is None and guard.is_name_number(text, number, floor, has_noun=has_noun):
                return [], number.end
        if (over := self._over(number, floor, end)) is not None:
            return [over], over.end
        rate = self._rate(number, floor, end)
        if rate is not None:
            return [rate], rate.unit_end if rate.kind == "count" else rate.end
        if self._is_young(number, floor, end, has_noun):
            return self._age(number, number.value, None, None, floor, end)
        if number.form == "words" and self._is_no_count(number, noun, floor, end):
            return [], number.end
        return [self._count_draft(number, number.value, None, noun, floor, end, "count")], number.end

    def _is_young(self, number: Numeral, floor: int, end: int, has_noun: bool) -> bool:
        """"those under 19", "children under 5", "Maria Lopez, 45, said", "65 and older"."""
        if not 0 < number.value < 120 or number.decimal or has_noun or number.magnitude > 1:
            return False
        low = self.low
        if self._persons_before(number.start, floor):
            return True
        if _AGE_RANGE_TAIL.match(low, number.end, end):
            return True
        return (
            low[number.end : number.end + 1] == ","
            and _APPOSITION.search(low, max(floor, number.start - 4), number.start) is not None
            and re.search(r"[A-Z][\w'’.-]+ [A-Z][\w'’-]+, $", self.text[max(floor, number.start - 40) : number.start]) is not None
        )

    def _is_no_count(self, number: Numeral, noun: NounPhrase | None, floor: int, end: int) -> bool:
        """Number words that count nothing: the pronoun "one", "zero tolerance", names such as "Ten Commandments"."""
        low, text = self.low, self.text
        word = low[number.start : number.end]
        if word == "one":
            return self._is_pronoun_one(number, noun, floor, end)
        if word in ("zero", "nought", "naught", "nil"):
            return noun is None and number.end < end and low[number.end : number.end + 1] in " -"
        if text[number.start].isupper() and number.start > floor and noun is not None and number.value <= 20:
            following = text[number.end : number.end + 2].strip()
            left = text[max(floor, number.start - 30) : number.start].split()
            return following[:1].isupper() and not (left and left[-1][0].isupper())
        return False

    def _is_pronoun_one(self, number: Numeral, noun: NounPhrase | None, floor: int, end: int) -> bool:
        left = self.low[max(floor, number.start - 24) : number.start].split()
        previous = left[-1].strip("“\"'(,") if left else ""
        if previous in self.tools.nouns.before_pronoun_one or (not left and noun is not None):
            return True
        following = re.compile(r"\s{1,2}([a-z]+)").match(self.low, number.end, end)
        if noun is None:
            return not (number.start == floor and number.end == end)
        return following is not None and following[1] in self.tools.nouns.after_pronoun_one

    def _over(self, number: Numeral, floor: int, end: int) -> Draft | None:
        """"one over three" at the end of a text: a fraction."""
        over = _OVER.match(self.low, number.end, end)
        if over is None or not (self.low[over.end()].isdigit() or self._opens_number(over.end(), end)):
            return None
        bottom = self.number_at(over.end(), end)
        if bottom is None or bottom.value <= abs(number.value) or self.low[bottom.end : end].strip(" ."):
            return None
        value = number.value / bottom.value
        return self.draft(replace(number, end=bottom.end), number.start, bottom.end, value, None, "count", None, floor, end, "fraction")

    def _rate(self, number: Numeral, floor: int, end: int) -> Draft | None:
        """"one in five", "one out of every thousand children"."""
        low = self.low
        match = _RATE_BASE.match(low, number.end, end)
        if match is None or number.decimal or number.grouped or match.end() >= end:
            return None
        if not (low[match.end()].isdigit() or self._opens_base(match.end(), end)):
            return None
        base = self.number_at(match.end(), end)
        if base is None or base.decimal or not number.value < base.value or base.form not in ("digits", "words") or self._unit_after(base, end):
            return None
        by = match["by"].split()[0]
        if by == "of" and not match["every"]:
            return None
        in_words = low[base.start].isalpha()
        if base.value <= 20 and base.value != 1:
            if by == "out" and not match["every"] and not in_words and number.value != 1 and base.value != 10:
                return None
            share = round(100 * number.value / base.value, 2)
            return self.draft(replace(number, end=base.end), number.start, base.end, share, None, "percent", "percent", floor, end, "ratio")
        if base.value >= 100 and base.value in (100, 1000, 10_000, 100_000, 1_000_000) and number.value <= 100:
            noun = self.tools.nouns.phrase_at(self.text, base.end, end)
            denominator = self.text[base.start : noun.end if noun else base.end]
            unit = f"{noun.singular if noun else 'case'} per {denominator}"
            draft = self.draft(number, number.start, number.end, number.value, None, "count", unit, floor, end, "ratio")
            return replace(draft, unit_start=match.end(), unit_end=noun.end if noun else base.end)
        return None

    def _opens_base(self, position: int, end: int) -> bool:
        word = re.compile(r"[a-z]+").match(self.low, position, end)
        return word is not None and (word[0] in self.tools.numbers.number_words or word[0] in self.tools.numbers.magnitudes or word[0] == "a")

    def fraction(self, number: Numeral, floor: int, end: int) -> tuple[list[Draft], int]:
        """A pure fraction: of a unit a number of it, else a share in percent."""
        low = self.low
        written = low[number.start : number.end]
        if written[0].isdigit() and "/" in written and not self._is_slash_fraction(number, floor, end):
            return [], number.end
        of = re.compile(r"\s{1,2}(?:of\s{1,2})?(?:(?:an?|one)\s{1,2})?|-").match(low, number.end, end)
        if of is not None and of.end() > number.end:
            at = of.end() - 1 if low[of.end() - 1] in " -\n" else of.end()
            unit = self.tools.units.unit_at(self.text, low, at, end)
            if unit is not None and unit.kind != "percent":
                number, unit = in_whole_units(number, unit)
                return [self._unit_draft(number, unit, number.value, None, floor, end, "fraction")], unit.end
        noun = self.tools.nouns.after_hyphen(low, number.end, end)
        if noun is not None and noun.singular not in ("thirds", "quarters"):
            return [], number.end
        if written[0] in "0123456789½⅓⅔¼¾⅕⅖⅗⅘⅙⅚⅛⅜⅝⅞" and not low.startswith((" of", " the"), number.end):
            draft = self.draft(number, number.start, number.end, number.value, None, "count", None, floor, end, "fraction")
            return [draft], number.end
        if number.value > 1 or number.value < 0.005 or (number.start == floor and number.end == end):
            draft = self.draft(number, number.start, number.end, number.value, None, "count", None, floor, end, "fraction")
            return [draft], number.end
        share = round(100 * number.value, 2)
        return [self.draft(number, number.start, number.end, share, None, "percent", "percent", floor, end, "fraction")], number.end

    def _is_slash_fraction(self, number: Numeral, floor: int, end: int) -> bool:
        """"1/4 mile", "2/3 of", or a text of its own; "24/7" and "9/11" are none."""
        low = self.low
        if number.start == floor and number.end == end:
            return True
        if number.value >= 1 or (number.start and low[number.start - 1] in "/-"):
            return False
        return low.startswith((" of ", " the "), number.end) or self.tools.units.unit_at(self.text, low, number.end, end) is not None

    # ---- drafts -------------------------------------------------------------------------------

    def unit_name(self, unit: Unit, at: int) -> str:
        if unit.kind == "money" and unit.noun:
            return self._currencies.resolve(unit.name, unit.noun, at)
        return unit.name

    def _unit_draft(
        self, number: Numeral, unit: Unit, value: float, high: float | None, floor: int, end: int, method: str
    ) -> Draft:
        name, stop, unit_end, per = self.unit_name(unit, number.end), unit.end, unit.end, ""
        if unit.factor != 1.0:
            value, high = round(value * unit.factor, 6), None if high is None else round(high * unit.factor, 6)
        if unit.kind == "money" and high is None and (cents := self._cents(number, unit.end, name, end)) is not None:
            value, stop = value + cents[0], cents[1]
            unit_end = stop
        if unit.kind == "measure" and (rate := _PER_TIME.match(self.low, unit.end, end)):
            per = "year" if rate[2] == "annum" else rate[2]
            unit_end = rate.end()
            if self.low[unit.end] in "/" or (self.low[unit.end : unit.end + 2] == " /"):
                stop = rate.end()
        unit_name = f"{name} per {per}" if per else name
        draft = self.draft(number, number.start, stop, value, high, unit.kind, unit_name, floor, end, method)
        return replace(draft, unit_start=number.end, unit_end=unit_end)

    def _count_draft(
        self, number: Numeral, value: float, high: float | None, noun: NounPhrase | None, floor: int, end: int, method: str
    ) -> Draft:
        unit = noun.singular if noun is not None else None
        unit_start, unit_end = (noun.start, noun.end) if noun is not None else (number.end, number.end)
        per = ""
        if (rate := _PER_TIME.match(self.low, unit_end, end)) and not rate["of"] and not (rate[0].strip().startswith(("a ", "an ")) and unit is None):
            per, unit_end = rate[2], rate.end()
        elif (base := _PER_NOUN.match(self.low, unit_end, end)) and (base["base"] or base["noun"]) and "per" in base[0]:
            per, unit_end = self._denominator(base, end)
        if per and unit is not None:
            unit = f"{unit} per {per}"
        draft = self.draft(number, number.start, number.end, value, high, "count", unit, floor, end, method)
        confidence = draft.confidence if noun is None or noun.is_sure else draft.confidence - 0.15
        return replace(draft, unit_start=unit_start, unit_end=unit_end, per=per, confidence=confidence)

    def _denominator(self, match: re.Match[str], end: int) -> tuple[str, int]:
        """"100,000 people", "capita": what a rate is counted over."""
        start = match.end(0) - len(match[0].lstrip()) if not match["base"] else match.start("base")
        if not match["base"]:
            noun = match["noun"].split()[0]
            return noun, match.start("noun") + len(noun)
        phrase = self.tools.nouns.phrase_at(self.text, match.end("base") - 1, end)
        stop = phrase.end if phrase is not None else match.end("base") - 1
        return self.text[start:stop].strip(), stop

    def draft(
        self, number: Numeral, start: int, stop: int, value: float, high: float | None, kind: str, unit: str | None, floor: int, end: int, method: str
    ) -> Draft:
        hedge = self.tools.hedges.before(self.low, start, floor, is_duration=kind == "duration")
        if hedge is None:
            hedge = self.tools.hedges.after(self.low, stop, end)
        if number.form == "indefinite":
            hedge = "at_least"
        qualifier = hedge or "exact"
        return Draft(
            start, stop, value, high, kind, unit, qualifier, stop, stop, method, _CONFIDENCE.get(kind, 0.85),
            number.form, "", number.end, number.magnitude,
        )


def in_whole_units(number: Numeral, unit: Unit) -> tuple[Numeral, Unit]:
    """Fractions of clock time in words, in the unit that makes them whole: half an hour is 30 minutes."""
    smaller = _SMALLER_CLOCK_UNIT.get(unit.name)
    if smaller is None or number.value.is_integer():
        return number, unit
    return replace(number, value=round(number.value * smaller[1], 6)), replace(unit, name=smaller[0])


_SMALLER_CLOCK_UNIT = {"day": ("hour", 24.0), "hour": ("minute", 60.0), "minute": ("second", 60.0)}


class Multiples:
    """Factors: "three times as many", "ten-fold", "by 2.7 times"."""

    def __init__(self, reader: QuantityReader, cues: Any) -> None:
        self._reader, self._low = reader, reader.low
        self._comparing = frozenset(cues["multiple_cues"]["comparing"])
        self._changing = frozenset(cues["multiple_cues"]["changing"])

    def after(self, number: Numeral, floor: int, end: int) -> Draft | None:
        """The factor, or the count of occasions, that "times" or "fold" behind a number makes of it."""
        if fold := _FOLD.match(self._low, number.end, end):
            return self.factor(number, fold.end(), floor, end)
        times = _TIMES.match(self._low, number.end, end)
        if times is None:
            return None
        if self.compares(times.end(), end) or self._changes(number.start, floor) or number.decimal:
            return self.factor(number, times.end(), floor, end)
        draft = self._reader.draft(number, number.start, number.end, number.value, None, "count", "time", floor, end, "occasions")
        return replace(draft, unit_end=times.end())

    def factor(self, number: Numeral, stop: int, floor: int, end: int) -> Draft:
        """A factor whose words end at `stop`."""
        return self._reader.draft(number, number.start, stop, number.value, None, "multiple", "times", floor, end, "multiple")

    def compares(self, at: int, end: int) -> bool:
        """Whether a comparison follows: "as", "more", "the", a comparative."""
        match = _NEXT_WORD.match(self._low, at, end)
        return match is not None and (match[1] in self._comparing or match[1].endswith("er"))

    def _changes(self, start: int, floor: int) -> bool:
        words = self._low[max(floor, start - 40) : start].split()
        return any(word in self._changing for word in words[-3:])


_TIMES = re.compile(r"[\s-]{1,2}times?(?![a-z-])")
_FOLD = re.compile(r"[\s-]{0,2}fold(?![a-z])")
_NEXT_WORD = re.compile(r"[\s-]{1,2}(?:to-)?([a-z]+)")
_OLD = re.compile(r"[\s-]{1,2}olds?(?![a-z])")
_CONFIDENCE = {"money": 0.95, "percent": 0.96, "measure": 0.92, "duration": 0.9, "age": 0.92, "count": 0.85, "multiple": 0.9, "rank": 0.88}
