"""Numbers in words: "two hundred and five", "half a million", "one and a half", "several hundred".

What belongs here: where a number in words ends and what it is worth. Numbers in digits stand in `numbers`.
"""

import re
from dataclasses import dataclass
from typing import Any

LARGEST_MAGNITUDE = 1e18
_WORD = re.compile(r"[a-z]+")
_GAP = re.compile(r"(?:\s?[-‐‑]\s?|\s{1,2})")
AND_GAP = re.compile(r"(?:,\s{1,2}|\s{1,2})(?:and\s{1,2})?")
_REST = re.compile(r"[ .]*\Z")
_MOST_FOURTHS = 3
_PERIODS_BEFORE = re.compile(r"\b(?:first|last|past|next|previous|prior|coming|final|recent|these|those)\s{1,2}$")
_PERIODS_AFTER = re.compile(r"\s{1,2}(?:in a row|running|straight|ago|later|earlier|ahead)(?![a-z])")
_POINT = re.compile(r"\s{1,2}point\s{1,2}")
_AND_ORDINAL = re.compile(
    r"\s{1,2}and\s{1,2}(?:[a-z]+ty-)?(?:first|second|third|fourth|fifth|sixth|seventh|eighth|ninth"
    r"|[a-z]{2,9}ieth|[a-z]{2,9}teenth|tenth|eleventh|twelfth)(?![a-z])"
)
_AND_FRACTION = re.compile(
    r"(?:\s{1,2}|-)(?:and|&)(?:\s{1,2}|-)(an?[\s-]|(?:one|two|three|four|five|six|seven|eight|nine)[ -])?"
    r"(half|third|thirds|quarters?|fourths?|fifths?|sixths?|sevenths?|eighths?|ninths?|tenths?)(?![a-z])"
)
_OF_MAGNITUDE = re.compile(
    r"(?:\s{1,2}of)?(?:\s{1,2}an?)?[\s-]{1,2}(hundred|thousand|million|billion|trillion|dozen|lakh|crore)(?![a-z])"
)


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


class NumberWords:
    """The words of numbers by one lexicon."""

    def __init__(self, cues: Any) -> None:
        self.number_words: dict[str, float] = cues["number_words"]
        self.magnitudes: dict[str, float] = cues["magnitudes"]
        self.indefinite: dict[str, float] = cues["indefinite"]
        self.vague: dict[str, float] = cues["vague_counts"]
        self.denominators: dict[str, float] = cues["denominators"]
        self.ordinals: dict[str, float] = cues["ordinals"]
        self.plural_magnitudes = {f"{word}s": value for word, value in self.magnitudes.items()}

    def read_words(self, low: str, start: int, end: int) -> Numeral | None:
        """The number in words that begins at `start`: "two hundred and five", "half a million", "one and a half"."""
        return WordsReader(self, low, start, end).read()

    def and_a_half(self, low: str, at: int, end: int) -> tuple[float, int]:
        """The fraction that "and a half", "and three quarters" adds, and where it ends."""
        match = _AND_FRACTION.match(low, at, end)
        if match is None:
            return 0.0, at
        top = 1.0 if match[1] is None or match[1][0] == "a" else self.number_words.get(match[1].strip(" -"), 0.0)
        bottom = self.denominators.get(match[2], 0.0)
        if not bottom or not top or top >= bottom:
            return 0.0, at
        return top / bottom, match.end()


class WordsReader:
    """One pass over the number words from one place on."""

    def __init__(self, grammar: NumberWords, low: str, start: int, end: int) -> None:
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
            if size == 1.0 or grammar.and_a_half(self._low, self._at, self._end)[0]:
                break
            gap = AND_GAP.match(self._low, self._at, self._end)
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
            following, stop = self._peek(_GAP)
            if following == "hundred":
                self._at = stop
                small = small * 100 + self._below_hundred()
            elif first and 1 <= small <= 9 and grammar.number_words.get(following, 0) >= 20:
                small = self._spoken(small, following, stop)
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
                grammar.plural_magnitudes.get(word) if size == 1.0 and word != "hundreds" else None
            )
            if not factor or size * factor > LARGEST_MAGNITUDE or (factor == 100 and size == 1.0 and small >= 100):
                return small, size
            size, self._at = size * factor, at

    def _spoken(self, hundreds: float, tens: str, stop: int) -> float:
        """ "one twenty-two" as all that is said: 122, the hundreds without their name."""
        back = self._at
        rest, self._at = self._small(tens, stop)
        is_all = (self._start == 0 or self._low[self._start - 1] == "\n") and _REST.match(
            self._low, self._at, self._end
        )
        if is_all:
            return 100 * hundreds + rest
        self._at = back
        return hundreds

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
        gap = AND_GAP.match(self._low, self._at, self._end)
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
                value = to_float(f"{int(total)}.{digits}")
                return self._then_magnitude(Numeral(self._start, self._at, value, "words", 1.0, self._at, False, True))
        word, at = self._peek(_GAP)
        bottom = grammar.denominators.get(word, 0.0)
        if (
            word in grammar.ordinals
            and not word.endswith("s")
            and (total >= 20 or (bottom and total != 1 and bottom > 4))
        ):
            return Numeral(self._start, at, total + grammar.ordinals[word], "ordinal", 1.0, at)
        is_hyphened = low[self._at : self._at + 1] in ("-", "‐", "‑")
        is_fraction = bottom and (
            total == 1 and is_hyphened if word == "half" else word.endswith("s") or total == 1 or is_hyphened
        )
        if is_fraction and not (word == "quarters" and self._counts_quarters(total, at)):
            return self._fraction(total / bottom, at)
        if ordinal := _AND_ORDINAL.match(low, self._at, self._end):
            return Numeral(self._start, ordinal.end(), total, "ordinal", 1.0, ordinal.end())
        tail, at = grammar.and_a_half(low, self._at, self._end)
        if tail:
            self._at = at
            return self._mixed(total, tail, magnitude)
        return Numeral(self._start, plain_end, total, "words", magnitude, plain_end)

    def _mixed(self, total: float, tail: float, magnitude: float) -> Numeral:
        """ "two and a half", "three million and a half", "one billion and a half million"."""
        word, stop = self._peek(_GAP)
        size = self._grammar.magnitudes.get(word, 0.0)
        if 1.0 < size < magnitude:
            return Numeral(self._start, stop, total + tail * size, "words", size, stop, False, True)
        value = total + tail * max(magnitude, 1.0)
        number = Numeral(self._start, self._at, value, "words", 1.0, self._at, False, True, mixed=True)
        return self._then_magnitude(number) if magnitude == 1.0 else number

    def _counts_quarters(self, total: float, at: int) -> bool:
        """ "the last three quarters", "two quarters in a row": quarters of years, no fourths."""
        gap = _GAP.match(self._low, at, self._end)
        following = _WORD.match(self._low, gap.end(), self._end) if gap is not None else None
        if self._low[self._at] in "-‐‑" or (following is not None and following[0] in self._grammar.magnitudes):
            return False
        return (
            (total != _MOST_FOURTHS and not self._low.startswith(" of ", at))
            or total > _MOST_FOURTHS
            or _PERIODS_BEFORE.search(self._low, max(0, self._start - 12), self._start) is not None
            or _PERIODS_AFTER.match(self._low, at, self._end) is not None
        )

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


def to_float(digits: str) -> float:
    """The value of digits, of which there may be more than a number can hold."""
    return float(digits[:320])
