"""Numbers as texts write them: in digits with signs, separators, fractions and magnitudes, or in words.

What belongs here: where a number in digits ends and what it is worth. Words stand in `number_words`, what a number
counts in `units` and `counted_nouns`, what is no figure at all in `guards`.
"""

import re
from functools import lru_cache
from typing import Any

from tidybrief.extraction.quantities.number_words import AND_GAP, LARGEST_MAGNITUDE, NumberWords, Numeral, to_float
from tidybrief.lexicon import Lexicon

__all__ = ["NumberGrammar", "Numeral", "number_grammar", "signed"]

_DIGITS = re.compile(
    r"(?:\d{1,3}(?:[,\u2009\u202f\u00a0'’]\d{3})++(?!\d)"  # 1,234,567
    r"|\d{1,2}(?:,\d{2}(?=,))++,\d{3}(?!\d)"  # 12,34,567
    r"|\d{1,3}(?:,\d{3}(?=,))*+,\d{4}(?!\d|,)"  # a digit too many in a group
    r"|\d{1,3}(?: \d{3})++(?!\d|,\d|[-–:/])"  # 10 000
    r"|\d{1,3}(?:\.\d{3}){2,}+(?![.\d])"  # 1.234.567
    r"|\d+)"
    r"(?P<decimals>(?:\.|\s\.\s(?=\d+\s?(?:%|[mbt]illion|percent|per\scent)))\d+)?"
    r"(?P<exponent>e[+-]?\d{1,3}(?![\w.])|\s?[x×·*]\s?10\s?(?:\^|\*\*)?\s?[-−–+]?\d{1,3}(?!\w|[.,]\d)"
    r"|\^[-−–+]{0,2}\d{1,3}(?![\w.]))?"
)
_DECIMAL_COMMA = re.compile(r"(?<!\d,)\d{1,3},\d{1,2}(?!\d|,\d)")
_FRACTION = re.compile(r"(?:\s{0,2}|-)(\d{1,3})\s?[/⁄]\s?(\d{1,4})(?![\w/.,⁄-]*\d)")
_HYPHENED_FRACTIONS = frozenset((2, 4, 8, 16, 32, 64))
_UP_TO_THREE_DIGITS = re.compile(r"\d{1,3}(?![\d,.])")
_NO_DIGIT = re.compile(r"\D")
_VULGAR = re.compile(r"\s?([½⅓⅔¼¾⅕⅖⅗⅘⅙⅚⅛⅜⅝⅞])")
_SLASH = re.compile(r"\s?[/⁄]\s?(\d{1,4})(?![\w/.,⁄]*\d)")
_EXPONENT_TEN = re.compile(r"10\s?(?:\^|\*\*)?\s?([-−–+]?\d{1,3})$")
_SURPLUS_DIGIT = re.compile(r",\d{4}$")
_SIGN_WORDS = ("minus ", "negative ")
_TOLERATING = ("plus or ", "plus and ", "plus/")
_NO_BREAK = r"[ \t\u00a0\u2009\u202f]"
_MAGNITUDE = re.compile(r"(?:\s|-|\+\s){0,2}([a-z]+)")
_SIGN_MAGNITUDE = re.compile(rf"({_NO_BREAK}?)([A-Za-z]{{1,3}})\.?(?![\w²³/])")
MODEL_BEHIND = re.compile(r"(?<=\dB)[\s-](?:[A-Za-z]+\s){0,2}(?:model|LLM|neural network|checkpoint)s?(?![a-z])")
_COUNTED_PLURAL = re.compile(r"\s(people|men|women|children|[a-z]{3,}(?<!s)s)\b(?! of )")
_OF_MAGNETS = ("scanners", "magnets", "systems", "scans", "fields", "machines")  # "two 3T magnets"
_NEXT_WORD = re.compile(r"\s([a-z]+)")
_THOUSAND, _WIDEST_PICTURE = 1000, 16
_ENDS = re.compile(r"\s*(?:[.,;)]|$)")


class NumberGrammar(NumberWords):
    """Reads numbers by the words of one lexicon. All methods take the text in lower case beside the text itself."""

    def __init__(self, cues: Any) -> None:
        super().__init__(cues)
        self._glued: dict[str, float] = cues["magnitude_signs"]["glued"]
        self._spaced: dict[str, float] = cues["magnitude_signs"]["spaced"]
        self._not_thousand_before = frozenset(cues["magnitude_signs"]["not_thousand_before"])
        self._ambiguous = frozenset(cues["magnitude_signs"]["ambiguous"])
        self._vulgar = {sign: n / d for sign, (n, d) in cues["vulgar_fractions"].items()}

    def read_digits(self, text: str, low: str, start: int, end: int, *, is_money: bool = False) -> Numeral | None:
        """The number whose first digit or vulgar fraction stands at `start`."""
        if (vulgar := _VULGAR.match(text, start, end)) is not None:
            value, at = self._vulgar[vulgar[1]], vulgar.end()
            return self._with_magnitude(text, low, Numeral(start, at, value, "fraction", 1.0, at), end, is_money)
        match = _DIGITS.match(low, start, end)
        if match is None:
            return None
        if match["decimals"] is None and (comma := _DECIMAL_COMMA.match(low, start, end)) and comma.end() > match.end():
            at, value = comma.end(), to_float(comma[0].replace(",", "."))
            return self._with_magnitude(
                text, low, Numeral(start, at, value, "digits", 1.0, at, False, True), end, is_money
            )
        whole = low[
            start : match.start("decimals")
            if match["decimals"]
            else match.start("exponent")
            if match["exponent"]
            else match.end()
        ]
        at = match.end()
        form, grouped = "digits", not whole.isdigit()
        if _SURPLUS_DIGIT.search(whole):
            whole = whole[:-1]
        value = to_float((_NO_DIGIT.sub("", whole) if grouped else whole) + (match["decimals"] or "").replace(" ", ""))
        if match["exponent"]:
            value = _raised(value, match["exponent"])
        elif match["decimals"] is None:
            if (vulgar := _VULGAR.match(text, at, end)) is not None:
                value, at = value + self._vulgar[vulgar[1]], vulgar.end()
            elif not grouped and not is_money and (slash := _SLASH.match(low, at, end)) and int(slash[1]) > 0:
                value, at, form = value / int(slash[1]), slash.end(), "fraction"
            elif (
                (mixed := _FRACTION.match(low, at, end))
                and (
                    low[at].isspace() or int(mixed[2]) in _HYPHENED_FRACTIONS  # "2-1/4 cents"
                )
                and 0 < int(mixed[1]) < int(mixed[2])
            ):
                value, at = value + int(mixed[1]) / int(mixed[2]), mixed.end()
        number = Numeral(
            start,
            at,
            value,
            form,
            1.0,
            at,
            grouped,
            match["decimals"] is not None,
            form == "digits" and not (match["decimals"] or match["exponent"]) and not value.is_integer(),
        )
        return self._with_magnitude(text, low, number, end, is_money)

    def _with_magnitude(self, text: str, low: str, plain: Numeral, end: int, is_money: bool) -> Numeral:
        """The number with the magnitude word or sign behind it, if there is one."""
        at, factor = plain.end, 1.0
        tail, at_half = self.and_a_half(low, at, end)
        value = plain.value + tail
        if tail:
            at = at_half
        while (match := _MAGNITUDE.match(low, at, end)) and (
            size := self.magnitudes.get(match[1]) or (self.plural_magnitudes.get(match[1]) if at == plain.end else None)
        ):
            if factor * size > LARGEST_MAGNITUDE:
                break
            factor, at = factor * size, match.end()
        if factor != 1.0:
            number = Numeral(
                plain.start, at, value * factor, plain.form, factor, plain.end, plain.grouped, plain.decimal
            )
            return self._extended(low, number, end)
        if (sign := _SIGN_MAGNITUDE.match(text, at, end)) is not None:
            table = self._spaced if sign[1] else self._glued
            size = table.get(sign[2])
            if (
                size == _THOUSAND
                and value <= _WIDEST_PICTURE
                and not is_money
                and self._is_no_thousand(low, sign.end())
            ):
                return plain
            if size and (
                is_money or sign[2] not in self._ambiguous or self._is_million(sign[2], value, text, sign.end(), end)
            ):
                stop = sign.end(2)
                return Numeral(
                    plain.start, stop, value * size, plain.form, size, plain.end, plain.grouped, plain.decimal
                )
            if size is None and is_money and sign[1] and sign[2] in ("m", "M", "b", "B"):
                size = self._glued[sign[2]]
                return Numeral(
                    plain.start, sign.end(2), value * size, plain.form, size, plain.end, plain.grouped, plain.decimal
                )
        if tail:
            return Numeral(plain.start, at, value, plain.form, 1.0, at, plain.grouped, True, mixed=True)
        return plain

    def _is_no_thousand(self, low: str, at: int) -> bool:
        """Whether the noun behind a "K" shows that it is no thousand: "4K screens"."""
        following = _NEXT_WORD.match(low, at)
        return following is not None and following[1] in self._not_thousand_before

    @staticmethod
    def _is_million(letter: str, value: float, text: str, at: int, end: int) -> bool:
        """Whether a letter that may be a unit is a magnitude: "5m people", "1.2M." but not "5m high", "6M urea".

        "A 70B model" has so many parameters.
        """
        if (counted := _COUNTED_PLURAL.match(text, at, end)) is not None:
            return letter in ("m", "M", "b", "B") or (letter == "T" and counted[1] not in _OF_MAGNETS)
        if letter == "B" and MODEL_BEHIND.match(text, at, end):
            return True
        return letter == "M" and value >= 1 and _ENDS.match(text, at, end) is not None

    def _extended(self, low: str, number: Numeral, end: int) -> Numeral:
        """ "3 million and a quarter", "3 hundred and 21", "three million two hundred thousand"."""
        tail, at = self.and_a_half(low, number.end, end)
        if tail:
            return Numeral(
                number.start,
                at,
                number.value + tail * number.magnitude,
                number.form,
                number.magnitude,
                number.plain_end,
                number.grouped,
                True,
            )
        gap = AND_GAP.match(low, number.end, end)
        if gap is None or gap[0].startswith(","):
            return number
        digits = _UP_TO_THREE_DIGITS.match(low, gap.end(), end)
        if digits and "and" in gap[0] and number.magnitude == 100:
            return Numeral(number.start, digits.end(), number.value + int(digits[0]), number.form, 1.0, digits.end())
        if low[gap.end() : gap.end() + 1].isalpha():
            rest = self.read_words(low, gap.end(), end)
            if (
                rest
                and rest.form == "words"
                and 100 <= rest.magnitude < number.magnitude
                and rest.value < number.magnitude
            ):
                return Numeral(
                    number.start, rest.end, number.value + rest.value, number.form, rest.magnitude, number.plain_end
                )
        return number


def _raised(value: float, exponent: str) -> float:
    sign = -1 if re.search(r"[-−–]", exponent.replace("--", "")) else 1
    if (ten := _EXPONENT_TEN.search(exponent)) is not None:
        return to_float(f"{value}e{int(ten[1].strip('-−–+')) * sign}")
    power = int(re.sub(r"\D", "", exponent)) * sign
    if exponent.startswith("e"):
        return to_float(f"{value}e{power}")
    try:
        return float(value**power)
    except (OverflowError, ZeroDivisionError):
        return value


def signed(low: str, number: Numeral) -> tuple[int, float]:
    """Where the number starts with its sign, and its value with it."""
    start = number.start
    if start and low[start - 1] in "-−–" and (start == 1 or low[start - 2] in " \t\n([{:=<>~∼≈≃±\"“'‘|\u00a0"):
        return start - 1, -number.value
    for word in _SIGN_WORDS:
        if low.startswith(word, max(0, start - len(word))) and start >= len(word):
            if low.endswith(_TOLERATING, max(0, start - len(word) - 10), start - len(word)):
                return start, number.value
            return start - len(word), -number.value
    return start, number.value


@lru_cache(maxsize=4)
def number_grammar(lexicon: Lexicon) -> NumberGrammar:
    """The grammar of numbers by this lexicon's words."""
    return NumberGrammar(lexicon.cues["quantities"])
