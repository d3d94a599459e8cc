"""Amounts of money behind their currency: "US$1.2bn", "$5 to $7 billion", "$20 43".

What belongs here: amounts that a sign or code opens. An amount before its currency is a number with a unit.
"""

import re

from tidybrief.extraction.quantities.drafts import Draft, Drafter
from tidybrief.extraction.quantities.number_ranges import AS_HIGH, CONNECTOR, is_change, share_magnitude, stands_between
from tidybrief.extraction.quantities.numbers import Numeral

_SIGN = re.compile(r"(?:us|a|c|hk|nz|s)?[$€£¥]\s?|(?:usd|eur|gbp|rmb)\s")


class MoneyReader:
    """Reads the amounts of money of one text."""

    def __init__(self, drafter: Drafter) -> None:
        self._base = drafter

    def money(self, number: Numeral, currency: tuple[int, str, str]) -> tuple[list[Draft], int]:
        """An amount behind its currency, or a range of such amounts."""
        low = self._base.low
        begin, code, sign = currency
        code = self._base.currencies.resolve(code, sign)
        negative = low[number.start - 1] in "-−" or (
            begin > self._base.floor
            and low[begin - 1] in "-−"
            and (begin - 1 == self._base.floor or low[begin - 2].isspace())
        )
        value = -number.value if negative else number.value
        stop = self._currency_again(number.end, code)
        if stop[0] != code and sign == "$":
            code = stop[0]
        high, stop_at = None, stop[1]
        second = self._second_amount(number, begin, stop_at, code)
        if second is not None:
            low_value, high_number, stop_at, is_range = second
            if not is_range:
                first = self._base.draft(number, begin, stop[1], low_value, None, "money", code, "money_from_to")
                return [first], stop[1]
            value, high = low_value, high_number
        elif not negative and (cents := self._base.cents(number, stop_at, code)) is not None:
            value, stop_at = value + cents[0], cents[1]
        draft = self._base.draft(number, begin, stop_at, value, high, "money", code, "money")
        return [draft], max(stop_at, number.end)

    def _currency_again(self, at: int, code: str) -> tuple[str, int]:
        """A name of the currency behind an amount that already has its sign: "$10 dollars", "$5 million USD"."""
        unit = self._base.tools.units.unit_at(self._base.text, self._base.low, at, self._base.end)
        if (
            unit is not None
            and unit.kind == "money"
            and (unit.name == code or code in ("USD", "JPY"))
            and unit.noun not in ("won", "pound", "pounds")
        ):
            return unit.name, unit.end
        return code, at

    def _second_amount(self, number: Numeral, begin: int, at: int, code: str) -> tuple[float, float, int, bool] | None:  # noqa: PLR0911
        """The other end of a range of money: low value, high value, where it ends, whether it is a range at all."""
        connector = CONNECTOR.match(self._base.low, at, self._base.end)
        if connector is None or (connector["and"] and not stands_between(self._base.low, begin, self._base.floor)):
            return None
        behind = self._behind_sign(connector.end(), code)
        sign, position = behind > connector.end(), behind
        if position >= self._base.end or not (self._base.low[position].isdigit() or self._base.low[position].isalpha()):
            return None
        second = self._base.number_at(position, is_money=True)
        if second is None or second.form == "fraction" or (not self._base.low[position].isdigit() and not sign):
            return None
        if not sign and (
            connector["or"]
            or (
                (unit := self._base.tools.units.unit_at(self._base.text, self._base.low, second.end, self._base.end))
                and unit.kind != "money"
            )
        ):
            return None
        if not sign and connector["dash"] and self._base.low[second.end : second.end + 1] == "-":
            return None
        low_value = share_magnitude(number, second)
        if low_value >= second.value:
            return None
        if (
            connector["dash"] is None
            and not connector["and"]
            and AS_HIGH.search(connector[0]) is None
            and is_change(
                self._base.low, number.start, self._base.floor, has_unit=True, ratio=second.value / (low_value or 1.0)
            )
        ):
            return low_value, second.value, at, False
        return low_value, second.value, self._currency_again(second.end, code)[1], True

    def _behind_sign(self, at: int, code: str) -> int:
        """Where an amount begins behind a sign, or behind the code of a currency: "NOK 7 billion"."""
        sign = _SIGN.match(self._base.low, at, self._base.end)
        if sign is not None:
            return sign.end()
        return at + len(code) + 1 if self._base.low.startswith(f"{code.lower()} ", at) else at

    def is_price_base(self, number: Numeral) -> bool:
        """ "in 2017 dollars": the year whose prices are meant."""
        if number.end - number.start != 4 or not number.value.is_integer() or not 1900 <= number.value <= 2100:
            return False
        words = self._base.low[max(self._base.floor, number.start - 14) : number.start].replace("(", " ").split()
        return bool(words) and (
            words[-1] in ("in", "to", "constant", "real", "of") or self._base.tools.guards.is_month(words[-1])
        )
