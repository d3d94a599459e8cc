"""Quantities that begin with a word: number words, shares, ranks, multiples, indefinite amounts.

What belongs here: which of them a word begins, and when it begins none ("third party", "double standard"). Numbers,
ranges and units from there on are read in `reading`.
"""

import re
from dataclasses import replace

from tidybrief.extraction.quantities.compound_units import in_whole_units
from tidybrief.extraction.quantities.drafts import NEXT_WORD, Draft
from tidybrief.extraction.quantities.indefinite_amounts import IndefiniteReader
from tidybrief.extraction.quantities.numbers import Numeral
from tidybrief.extraction.quantities.ranks import RankReader
from tidybrief.extraction.quantities.reading import QuantityReader
from tidybrief.extraction.quantities.units import Unit
from tidybrief.lexicon import Lexicon

_HALVED = re.compile(
    r"[\s-](?:an?\s|of\s|dozen|million|billion|trillion|hundred|thousand|lakh|crore|hour|century|mile"
    r"|point|year|liter|litre|gallon|cup|inch|pound|ton|pint|teaspoon|tablespoon|kilometer|kilometre|day"
    r"|decade|percentage|percent)"
)
_UP_TO_NOW = ("last ", "past ", "next ", "coming ")
_ARTICLE = re.compile(r"(?<![a-z])an?[\s-]{1,2}$")
_SHARE_AFTER = re.compile(
    r"\s{1,2}(?:of|the|a|an|its|their|all|his|her|our|my|that|this|these|as|more|less|higher|lower|were|are|have|said|say|want"
    r"|believe|think|live|plan|expect|lack|cannot)(?![a-z])"
)
_SHARE_BEFORE = re.compile(
    r"(?:\bby|\bnearly|\balmost|\babout|\baround|\broughly|\bthan|\bover|\bunder|\bonly|\bjust|\bat least"
    r"|\bapproximately|\bup to|\bto|\bsome|\bwell|\bfrom|\bbarely|\bscarcely|\bfully)\s{1,2}(?:a\s|an\s)?$"
)
_CLAUSE_BEFORE = re.compile(r"(?:^|[.!?;,—–:]\s|\b(?:and|while|but|though)\s)$")
_TO_FRACTION = re.compile(
    r"\s{1,2}(?:and|to|or)\s{1,2}(?:an?|one|two|three)[\s-](?:half|thirds?|quarters?|fourths?|fifths?)(?![a-z-])"
)
_PART_BEFORE = re.compile(
    r"\b(?:first|second|third|fourth|other|latter|better|last|next|this|that|each|either|opening|closing"
    r"|top|bottom|lower|upper|northern|southern|eastern|western|previous|current|past|final|every|same"
    r"|past|front|back|in|and a|per)\s{1,2}$"
)
_THE_BEFORE = re.compile(r"\b(?:the|this|that|his|her|its|their|our|my|your)\s{1,2}$")
_AS_A = re.compile(r"\s{1,2}as\s{1,2}an?\s{1,2}([a-z-]+)")
_COMPARED = re.compile(
    r"(?:[\d%]|\bpercent|\bpoints?|\bbpd|[a-z]{3,}s|\b(?:one|two|three|four|five|six|seven|eight|nine|ten|dozen|hundred|thousand|[mb]illion))"
    r"\s(?:more|less|fewer|higher|lower|better|worse)\s{1,2}than\s{1,2}an?\s{1,2}$"
)
_AFTER_SIGN = ("$ ", "$", "€ ", "€", "£ ", "£", "¥ ", "¥")
_QUARTERED = re.compile(r"[\s-](?:million|billion|century|mile|inch|point|percentage)")
_MULTIPLIED = frozenset(("the", "those", "its", "their", "that", "what", "his", "our", "her", "your", "my"))
_MULTIPLYING = re.compile(r"\b(?:to|will|would|could|may|more than|nearly|almost)\s{1,2}$")
_AND_A_HALF = re.compile(
    r"(?<![a-z])(?:(?:last|past|next|previous|every|this)\s)?((?:an?\s)?(second|minute|hour|day|week"
    r"|month|year|decade|century))\s{1,2}and\s{1,2}(?:a\s)?$"
)


class RelativeReader:
    """Reads what begins with a word of the lexicon."""

    def __init__(self, reader: QuantityReader, lexicon: Lexicon) -> None:
        self._reader, self._drafter = reader, reader.drafter
        self._text, self._low = reader.drafter.text, reader.drafter.low
        self._tools = reader.drafter.tools
        cues = lexicon.cues["quantities"]
        multiples = cues["multiple_cues"]
        self.ranks = RankReader(reader.drafter, lexicon)
        self._multiples: dict[str, float] = cues["multiples"]
        self._not_multiple = frozenset(multiples["not_after"])
        self._not_playing = frozenset(multiples["not_playing"])
        self._after_share = frozenset(cues["shares"]["after"])
        self._after_share_of_them = frozenset(cues["shares"]["after_share_of_them"])
        self._indefinite = IndefiniteReader(reader.drafter, lexicon)

    def read(self, word: str, at: int) -> tuple[list[Draft], int]:  # noqa: PLR0911 - one return a kind
        """The quantities that begin with the word at `at`, and where reading goes on."""
        numbers = self._tools.numbers
        if word[-1] == " ":
            return self._one_unit(at + len(word))
        if word in numbers.ordinals and word not in numbers.denominators:
            return self.ranks.word(word, at)
        if word in self._multiples:
            return self._multiple(word, at)
        if word in self._tools.units.indefinite:
            return self._indefinite.bare_unit(word, at)
        if word in numbers.denominators:
            return self._share(word, at)
        if word == "tens" or word in numbers.indefinite:
            return self._indefinite.amount(word, at)
        return self._number(word, at)

    def _one_unit(self, at: int) -> tuple[list[Draft], int]:
        """ "about a month", "more than a mile", or "A litre" as all that is said: one unit, its article outside."""
        unit = self._tools.units.unit_at(self._text, self._low, at, self._drafter.end)
        if (
            unit is None
            or unit.kind not in ("duration", "measure")
            or self._low.startswith((" and a", " or two", " or so ago"), unit.end)
        ):
            return [], at
        number = Numeral(at, at, 1.0, "words", 1.0, at)
        draft = self._drafter.unit_draft(number, unit, 1.0, None, "one_unit")
        hedge = self._drafter.hedge_before(at)
        if hedge is None and at - self._drafter.floor <= len("an ") and self._drafter.ends_at(unit.end):
            return [draft], unit.end
        if hedge is None or (hedge == "approx" and self._low.startswith((" ago", " from now"), unit.end)):
            return [], unit.end
        if self._low.startswith((" ago", " earlier", " before"), unit.end) and _COMPARED.search(
            self._low, max(self._drafter.floor, at - 40), at
        ):
            return [], unit.end
        return [replace(draft, qualifier=hedge)], unit.end

    def _number(self, word: str, at: int) -> tuple[list[Draft], int]:  # noqa: PLR0911
        numbers = self._tools.numbers
        start = at
        if word in numbers.magnitudes or word in numbers.vague:
            if self._low.endswith("by the ", self._drafter.floor, at):  # "sold by the million"
                return [], at + len(word)
            start = self._article_before(at)
            if start == at and self._low.endswith(_AFTER_SIGN, max(0, at - 3), at):
                return [], at + len(word)
            if start == at and at > self._drafter.floor and self._low[at - 1] == "-":
                return [], at + len(word)
            if (
                word in numbers.vague
                and word != "couple"
                and self._low[max(self._drafter.floor, at - 4) : at] in ("the ", "last")
            ) or (word == "couple" and self._low.endswith(_UP_TO_NOW, self._drafter.floor, at)):
                return [], at + len(word)
        if (
            self._low.startswith("-", at + len(word))
            and word in ("one", "two")
            and self._low.startswith(("-on-one", "-off", "-time", "-third", "-half"), at + 3)
            and not self._low.startswith(("-third", "-half"), at + 3)
        ):
            return [], at + len(word)
        number = numbers.read_words(self._low, start, self._drafter.end)
        if number is None:
            return [], at + len(word)
        if number.form == "ordinal" and number.value < 1000:
            return self.ranks.at(start, number.end, number.value), number.end
        drafts, stop = self._reader.read(start)
        return drafts, max(stop, at + len(word))

    def _article_before(self, at: int) -> int:
        match = _ARTICLE.search(self._low, max(self._drafter.floor, at - 4), at)
        return match.start() if match else at

    # ---- multiples ----------------------------------------------------------------------------

    def _multiple(self, word: str, at: int) -> tuple[list[Draft], int]:
        """ "doubled", "twice as many", "double the": a factor. "double standard" and "twice" of occasions are none."""
        stop = at + len(word)
        if not self._multiplies(word, at, stop):
            return [], stop
        number = Numeral(at, stop, self._multiples[word], "words", 1.0, stop)
        return [replace(self._reader.multiples.factor(number, stop), confidence=0.8)], stop

    def _multiplies(self, word: str, at: int, stop: int) -> bool:
        following = NEXT_WORD.match(self._low, stop, self._drafter.end)
        next_word = following[1] if following else ""
        if next_word in self._not_multiple or self._low[at - 1 : at] == "-" or self._low.startswith("-", stop):
            return False
        if (role := _AS_A.match(self._low, stop, self._drafter.end)) and role[1] not in self._not_playing:
            return False
        if word.endswith(("ed", "ing", "fold")):
            return True
        if word in ("twice", "thrice"):
            return self._reader.multiples.compares(stop)
        return next_word in _MULTIPLIED or (
            (not next_word or next_word in ("in", "over", "by", "from"))
            and _MULTIPLYING.search(self._low, max(self._drafter.floor, at - 14), at) is not None
        )

    # ---- shares -------------------------------------------------------------------------------

    def _share(self, word: str, at: int) -> tuple[list[Draft], int]:  # noqa: PLR0911
        """ "half of", "a third of", "a quarter of a million"; ordinals and halves of periods are none."""
        low = self._low
        stop = at + len(word)
        if low[at - 1 : at] == "-" and at > self._drafter.floor:
            return [], stop
        if word == "half" and (whole := _AND_A_HALF.search(low, max(self._drafter.floor, at - 26), at)):
            return self._and_a_half(whole, stop)
        if word in ("half", "halves"):
            if self._is_half(at, stop):
                return self._reader.read(at)
            return [], stop
        start = self._article_before(at)
        if word == "quarters" or word.endswith("s"):
            return [], stop
        if word == "quarter" and low.startswith(("-point", "-percentage-point"), stop):
            return self._reader.read(at)
        if word == "quarter" and low.startswith((" million", " billion", " of a million", " of a billion"), stop):
            return self._reader.read(start)
        if start < at or low.startswith(" of a", stop):
            is_share = (
                low.startswith(
                    (
                        " of ",
                        "-of-",
                        " more",
                        " less",
                        " fewer",
                        " higher",
                        " lower",
                        " as ",
                        " over ",
                        " above ",
                        " below ",
                        " larger",
                        " smaller",
                        " cheaper",
                        " faster",
                        " slower",
                        " bigger",
                    ),
                    stop,
                )
                or (
                    _SHARE_BEFORE.search(low, max(self._drafter.floor, start - 16), start) is not None
                    and low[stop : stop + 1] in " ,.;)"
                    and not self._modifies(stop)
                )
                or _TO_FRACTION.match(low, stop, self._drafter.end) is not None
                or self._is_of_those_told(start, stop)
            )
            if word == "quarter" and not is_share:
                is_share = _QUARTERED.match(low, stop, self._drafter.end) is not None
            if is_share or (start == self._drafter.floor and stop == self._drafter.end):
                return self._reader.read(min(at, start)) if start < at else self._tenth(word, at)
            return [], stop
        if word in self._tools.numbers.ordinals:
            return self.ranks.at(at, stop, self._tools.numbers.ordinals[word]), stop
        return [], stop

    def _is_of_those_told(self, start: int, stop: int) -> bool:
        """ "… , and a third said so": a fraction of what was told before, with its own verb."""
        if _CLAUSE_BEFORE.search(self._low, max(self._drafter.floor, start - 9), start) is None:
            return False
        following = NEXT_WORD.match(self._low, stop, self._drafter.end)
        return following is not None and following[1] in self._after_share_of_them

    def _and_a_half(self, whole: re.Match[str], stop: int) -> tuple[list[Draft], int]:
        """ "a year and a half", "the past month and a half"."""
        number = Numeral(whole.start(1), stop, 1.5, "words", 1.0, stop, False, True)
        number, unit = in_whole_units(self._drafter, number, Unit(whole[2], "duration", stop))
        draft = self._drafter.draft(
            number, whole.start(1), stop, number.value, None, "duration", unit.name, "and_a_half"
        )
        return [draft], stop

    def _tenth(self, word: str, at: int) -> tuple[list[Draft], int]:
        """ "tenth of a gallon", without an article."""
        stop = at + len(word)
        if at != self._drafter.floor:
            return [], stop
        number = Numeral(at, stop, 1 / self._tools.numbers.denominators[word], "fraction", 1.0, stop)
        return self._reader.ratios.fraction(number)

    def _modifies(self, stop: int) -> bool:
        following = NEXT_WORD.match(self._low, stop, self._drafter.end)
        return following is not None and following[1] not in self._after_share

    def _is_half(self, at: int, stop: int) -> bool:
        low = self._low
        if at == self._drafter.floor and stop == self._drafter.end:
            return True
        if _PART_BEFORE.search(low, max(self._drafter.floor, at - 16), at) or _THE_BEFORE.search(
            low, max(self._drafter.floor, at - 8), at
        ):
            return False
        tail = low[stop : stop + 14]
        if tail.startswith("-year") and _ARTICLE.search(low, max(self._drafter.floor, at - 4), at) is None:
            return False  # "half-year results"
        if _HALVED.match(tail):
            return True
        if tail.startswith(("-", " time", " way", " term")):
            return False
        return (
            _SHARE_AFTER.match(low, stop, self._drafter.end) is not None
            or _SHARE_BEFORE.search(low, max(self._drafter.floor, at - 16), at) is not None
        )
