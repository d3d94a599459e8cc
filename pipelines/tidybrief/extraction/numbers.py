"""Numbers as texts write them: in digits, in words, as fractions, with their magnitude.

What belongs here: where a number ends and what it is worth. What it counts stands in `units` and `counted_nouns`, what
is no figure at all in `quantity_guards`.
"""

import re
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

from tidybrief.lexicon import Lexicon

_DIGITS = re.compile(
    r"(?:\d{1,3}(?:[,\u2009\u202f\u00a0'’]\d{3})++(?!\d)"  # 1,234,567
    r"|\d{1,2}(?:,\d{2}(?=,))++,\d{3}(?!\d)"  # 12,34,567
    r"|\d{1,3}(?:,\d{3}(?=,))*+,\d{4}(?!\d|,)"  # a digit too many in a group
    r"|\d{1,3}(?: \d{3})++(?!\d|,\d|[-–:/])"  # 10 000
    r"|\d{1,3}(?:\.\d{3}){2,}+(?![.\d])"  # 1.234.567
    r"|\d+)"
    r"(?P<decimals>(?:\.|\s\.\s(?=\d+\s?(?:%|[mbt]illion|percent|per\scent)))\d+)?"
    r"(?P<exponent>e[+-]?\d{1,3}(?![\w.])|\s?[x×·*]\s?10\s?(?:\^|\*\*)?\s?[-−–+]?\d{1,3}(?![\w.,])"
    r"|\^[-−–+]{0,2}\d{1,3}(?![\w.]))?"
)
_DECIMAL_COMMA = re.compile(r"\d{1,3},\d{1,2}(?!\d|,\d)")
_FRACTION = re.compile(r"\s{0,2}(\d{1,3})\s?[/⁄]\s?(\d{1,4})(?![\w/.,⁄-]*\d)")
_VULGAR = re.compile(r"\s?([½⅓⅔¼¾⅕⅖⅗⅘⅙⅚⅛⅜⅝⅞])")
_SLASH = re.compile(r"\s?[/⁄]\s?(\d{1,4})(?![\w/.,⁄]*\d)")
_EXPONENT_TEN = re.compile(r"10\s?(?:\^|\*\*)?\s?([-−–+]?\d{1,3})$")
_LARGEST_MAGNITUDE = 1e18
_SURPLUS_DIGIT = re.compile(r",\d{4}$")
_WORD = re.compile(r"[a-z]+")
_GAP = re.compile(r"(?:\s?[-‐‑]\s?|\s{1,2})")
_AND = re.compile(r"(?:,\s{1,2}|\s{1,2})(?:and\s{1,2})?")
_POINT = re.compile(r"\s{1,2}point\s{1,2}")
_SIGN_WORDS = ("minus ", "negative ")
_NO_BREAK = r"[ \t\u00a0\u2009\u202f]"
_MAGNITUDE = re.compile(r"(?:\s|-){0,2}([a-z]+)")
_SIGN_MAGNITUDE = re.compile(rf"({_NO_BREAK}?)([A-Za-z]{{1,3}})\.?(?![\w²³/])")


@dataclass(frozen=True, slots=True)
class Numeral:
    """One number of a text: its span, its value with the magnitude applied, and how it is written.

    `form` is digits, words, fraction (a pure one, without a whole number before it), indefinite ("billions") or ordinal
    ("two hundred and fiftieth"), which is no amount.
    `magnitude` is the factor that is part of the value; a range lends it to its other end. `plain_end` is where the
    number without it ends. `mixed` is a whole number with a fraction in words or signs ("one and a half", "2½").
    """

    start: int
    end: int
    value: float
    form: str
    magnitude: float = 1.0
    plain_end: int = 0
    grouped: bool = False
    decimal: bool = False
    mixed: bool = False


class NumberGrammar:
    """Reads numbers by the words of one lexicon. All methods take the text in lower case beside the text itself."""

    def __init__(self, cues: Any) -> None:
        self.number_words: dict[str, float] = cues["number_words"]
        self.magnitudes: dict[str, float] = cues["magnitudes"]
        self.indefinite: dict[str, float] = cues["indefinite"]
        self.vague: dict[str, float] = cues["vague_counts"]
        self.denominators: dict[str, float] = cues["denominators"]
        self.ordinals: dict[str, float] = cues["ordinals"]
        self._glued: dict[str, float] = cues["magnitude_signs"]["glued"]
        self._spaced: dict[str, float] = cues["magnitude_signs"]["spaced"]
        self._ambiguous = frozenset(cues["magnitude_signs"]["ambiguous"])
        self._vulgar = {sign: n / d for sign, (n, d) in cues["vulgar_fractions"].items()}
        self._plural_magnitudes = {f"{word}s": value for word, value in self.magnitudes.items()}

    def read_digits(self, text: str, low: str, start: int, end: int, *, is_money: bool = False) -> Numeral | None:
        """The number whose first digit or vulgar fraction stands at `start`."""
        if (vulgar := _VULGAR.match(text, start, end)) is not None:
            value, at = self._vulgar[vulgar[1]], vulgar.end()
            return self._with_magnitude(text, low, Numeral(start, at, value, "fraction", 1.0, at), end, is_money)
        match = _DIGITS.match(low, start, end)
        if match is None:
            return None
        if match["decimals"] is None and (comma := _DECIMAL_COMMA.match(low, start, end)) and comma.end() > match.end():
            at, value = comma.end(), _float(comma[0].replace(",", "."))
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
        value = _float(re.sub(r"\D", "", whole) + (match["decimals"] or "").replace(" ", ""))
        if match["exponent"]:
            value = _raised(value, match["exponent"])
        elif match["decimals"] is None:
            if (vulgar := _VULGAR.match(text, at, end)) is not None:
                value, at = value + self._vulgar[vulgar[1]], vulgar.end()
            elif not grouped and (slash := _SLASH.match(low, at, end)) and int(slash[1]) > 0:
                value, at, form = value / int(slash[1]), slash.end(), "fraction"
            elif (mixed := _FRACTION.match(low, at, end)) and low[at].isspace() and 0 < int(mixed[1]) < int(mixed[2]):
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
        tail, at_half = self._and_a_half(low, at, end)
        value = plain.value + tail
        if tail:
            at = at_half
        while (match := _MAGNITUDE.match(low, at, end)) and (
            size := self.magnitudes.get(match[1])
            or (self._plural_magnitudes.get(match[1]) if at == plain.end else None)
        ):
            if factor * size > _LARGEST_MAGNITUDE:
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

    @staticmethod
    def _is_million(letter: str, value: float, text: str, at: int, end: int) -> bool:
        """Whether a letter that may be a unit is a magnitude: "5m people", "1.2M." but not "5m high", "6M urea"."""
        if _COUNTED_PLURAL.match(text, at, end):
            return letter in ("m", "M", "b", "B")
        return letter == "M" and value >= 1 and _ENDS.match(text, at, end) is not None

    def _extended(self, low: str, number: Numeral, end: int) -> Numeral:
        """ "3 million and a quarter", "3 hundred and 21", "three million two hundred thousand"."""
        tail, at = self._and_a_half(low, number.end, end, needs_and=True)
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
        gap = _AND.match(low, number.end, end)
        if gap is None or gap[0].startswith(","):
            return number
        digits = re.compile(r"\d{1,3}(?![\d,.])").match(low, gap.end(), end)
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

    def _and_a_half(self, low: str, at: int, end: int, *, needs_and: bool = True) -> tuple[float, int]:
        """The fraction that "and a half", "and three quarters" adds, and where it ends."""
        match = _AND_FRACTION.match(low, at, end)
        if match is None:
            return 0.0, at
        top = 1.0 if match[1] is None or match[1][0] == "a" else self.number_words.get(match[1].strip(" -"), 0.0)
        bottom = self.denominators.get(match[2], 0.0)
        if not bottom or not top or top >= bottom:
            return 0.0, at
        return top / bottom, match.end()

    def read_words(self, low: str, start: int, end: int) -> Numeral | None:
        """The number in words that begins at `start`: "two hundred and five", "half a million", "one and a half"."""
        return _WordsReader(self, low, start, end).read()


_COUNTED_PLURAL = re.compile(r"\s(?:people|men|women|children|[a-z]{3,}(?<!s)s)\b(?! of )")
_ENDS = re.compile(r"\s*(?:[.,;)]|$)")
_AND_ORDINAL = re.compile(
    r"\s{1,2}and\s{1,2}(?:[a-z]+ty-)?(?:first|second|third|fourth|fifth|sixth|seventh|eighth|ninth"
    r"|[a-z]{2,9}ieth|[a-z]{2,9}teenth|tenth|eleventh|twelfth)(?![a-z])"
)
_AND_FRACTION = re.compile(
    r"(?:\s{1,2}|-)(?:and|&)(?:\s{1,2}|-)(an?[\s-]|(?:one|two|three|four|five|six|seven|eight|nine)[ -])?"
    r"(half|third|thirds|quarters?|fourths?|fifths?|sixths?|sevenths?|eighths?|ninths?|tenths?)(?![a-z])"
)


class _WordsReader:
    """One pass over the number words from one place on."""

    def __init__(self, grammar: NumberGrammar, low: str, start: int, end: int) -> None:
        self._grammar, self._low, self._start, self._end = grammar, low, start, end
        self._at = start

    def _peek(self, gap: re.Pattern[str] | None) -> tuple[str, int]:
        """The next word behind a gap, and where it ends."""
        at = self._at
        if gap is not None:
            match = gap.match(self._low, at, self._end)
            if match is None:
                return "", at
            at = match.end()
        word = _WORD.match(self._low, at, self._end)
        return (word[0], word.end()) if word else ("", at)

    def read(self) -> Numeral | None:
        grammar = self._grammar
        word, at = self._peek(None)
        article = word in ("a", "an")
        if article:
            self._at = at
            word, at = self._peek(_GAP)
        if word == "half" or (word in grammar.denominators and (article or word == "quarter")):
            return self._half(word, at)
        total, last_size = 0.0, float("inf")
        value_end = self._at if not article else self._start
        seen, magnitude = False, 1.0
        if word in grammar.vague:
            return self._vague(word, at)
        while True:
            group = self._group(first=not seen, article=article and not seen)
            if group is None:
                break
            value, size = group
            if size >= last_size:
                self._at = value_end
                break
            total, seen, last_size, value_end = total + value * size, True, size, self._at
            magnitude = size
            if size == 1.0:
                break
            gap = _AND.match(self._low, self._at, self._end)
            if gap is None:
                break
            self._at = gap.end()
        if not seen:
            return None
        self._at = value_end
        return self._finish(total, magnitude)

    def _group(self, *, first: bool, article: bool) -> tuple[float, float] | None:
        """A number below a thousand and the magnitude behind it."""
        grammar = self._grammar
        gap = _GAP if article else None
        word, at = self._peek(gap)
        small: float | None = None
        if word in grammar.number_words and not article:
            small, self._at = self._small(word, at)
            hundred, stop = self._peek(_GAP)
            if hundred == "hundred":
                self._at = stop
                small = small * 100 + self._below_hundred()
        elif first and word in grammar.magnitudes:
            if word == "hundred":
                self._at = at
                small = 100 + self._below_hundred()
            else:
                small = 1.0
        if small is None:
            return None
        size = 1.0
        while True:
            word, at = self._peek(
                gap if small == 1.0 and article and size == 1.0 else (None if self._at == self._start else _GAP)
            )
            factor = grammar.magnitudes.get(word) or (
                grammar._plural_magnitudes.get(word) if size == 1.0 and word != "hundreds" else None
            )
            if not factor or size * factor > _LARGEST_MAGNITUDE or (factor == 100 and size == 1.0 and small >= 100):
                return small, size
            size, self._at = size * factor, at

    def _small(self, word: str, at: int) -> tuple[float, int]:
        """A number below a hundred."""
        words = self._grammar.number_words
        value = words[word]
        self._at = at
        if 20 <= value < 100:
            unit, stop = self._peek(_GAP)
            if 1 <= words.get(unit, 0) <= 9:
                return value + words[unit], stop
        return value, at

    def _below_hundred(self) -> float:
        """What follows "hundred": " and five", " twenty-one"."""
        back = self._at
        gap = _AND.match(self._low, self._at, self._end)
        if gap is None or gap[0].startswith(","):
            return 0.0
        self._at = gap.end()
        word, at = self._peek(None)
        if self._grammar.number_words.get(word, 0) > 0:
            value, self._at = self._small(word, at)
            following, _ = self._peek(_GAP)
            if following != "hundred" and not (following in self._grammar.denominators and "and" in gap[0]):
                return value
        self._at = back
        return 0.0

    def _finish(self, total: float, magnitude: float) -> Numeral:
        """The whole number with what may still belong to it: a point, a fraction, a denominator."""
        low, grammar = self._low, self._grammar
        plain_end = self._at
        if magnitude == 1.0 and (point := _POINT.match(low, self._at, self._end)):
            digits, at = "", point.end()
            while (digit := _WORD.match(low, at, self._end)) and digit[0] in grammar.number_words:
                digits += str(int(grammar.number_words[digit[0]]))
                self._at = digit.end()
                gap = _GAP.match(low, self._at, self._end)
                if gap is None:
                    break
                at = gap.end()
            if digits:
                value = _float(f"{int(total)}.{digits}")
                return self._then_magnitude(Numeral(self._start, self._at, value, "words", 1.0, self._at, False, True))
        word, at = self._peek(_GAP)
        bottom = grammar.denominators.get(word, 0.0)
        if (
            word in grammar.ordinals
            and not word.endswith("s")
            and (total >= 20 or (bottom and total != 1 and bottom > 4))
        ):
            return Numeral(self._start, at, total, "ordinal", 1.0, at)
        if bottom and word != "half" and (word.endswith("s") or total == 1 or low[self._at] in "-‐‑"):
            return self._fraction(total / bottom, at)
        if ordinal := _AND_ORDINAL.match(low, self._at, self._end):
            return Numeral(self._start, ordinal.end(), total, "ordinal", 1.0, ordinal.end())
        tail, at = grammar._and_a_half(low, self._at, self._end)
        if tail:
            self._at = at
            scale = magnitude if magnitude > 1 else 1.0
            number = Numeral(self._start, at, total + tail * scale, "words", 1.0, at, False, True, mixed=True)
            return self._then_magnitude(number) if magnitude == 1.0 else number
        return Numeral(self._start, plain_end, total, "words", magnitude, plain_end)

    def _then_magnitude(self, number: Numeral) -> Numeral:
        word, at = self._peek(_GAP)
        size = self._grammar.magnitudes.get(word)
        if not size:
            return number
        return Numeral(number.start, at, number.value * size, number.form, size, number.end, False, number.decimal)

    def _fraction(self, value: float, at: int) -> Numeral:
        """A fraction; of a magnitude ("a quarter of a million", "half a million") it is a whole number."""
        self._at = at
        match = _OF_MAGNITUDE.match(self._low, at, self._end)
        size = self._grammar.magnitudes.get(match[1]) if match else None
        if match and size and match[1] != "hundred":
            return Numeral(self._start, match.end(), value * size, "words", size, match.end(), False, True)
        return Numeral(self._start, at, value, "fraction", 1.0, at)

    def _half(self, word: str, at: int) -> Numeral:
        return self._fraction(1 / self._grammar.denominators[word], at)

    def _vague(self, word: str, at: int) -> Numeral | None:
        """ "several hundred", "a few thousand", "a couple of million", "a couple"."""
        grammar = self._grammar
        self._at = at
        following, stop = self._peek(_GAP)
        if following == "of":
            self._at = stop
            following, stop = self._peek(_GAP)
        size = grammar.magnitudes.get(following)
        if size:
            self._at = stop
            more, further = self._peek(_GAP)
            if (factor := grammar.magnitudes.get(more)) and factor > size:
                size, stop = size * factor, further
            return Numeral(self._start, stop, grammar.vague[word] * size, "indefinite", size, stop)
        if word == "couple":
            return Numeral(self._start, at, 2.0, "words", 1.0, at)
        return None


_OF_MAGNITUDE = re.compile(
    r"(?:\s{1,2}of)?(?:\s{1,2}an?)?[\s-]{1,2}(hundred|thousand|million|billion|trillion|dozen|lakh|crore)(?![a-z])"
)


def _float(digits: str) -> float:
    return float(digits[:320])


def _raised(value: float, exponent: str) -> float:
    sign = -1 if re.search(r"[-−–]", exponent.replace("--", "")) else 1
    if (ten := _EXPONENT_TEN.search(exponent)) is not None:
        return _float(f"{value}e{int(ten[1].strip('-−–+')) * sign}")
    power = int(re.sub(r"\D", "", exponent)) * sign
    if exponent.startswith("e"):
        return _float(f"{value}e{power}")
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
            return start - len(word), -number.value
    return start, number.value


@lru_cache(maxsize=4)
def number_grammar(lexicon: Lexicon) -> NumberGrammar:
    """The grammar of numbers by this lexicon's words."""
    return NumberGrammar(lexicon.cues["quantities"])
