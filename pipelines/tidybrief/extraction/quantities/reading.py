"""Reads the quantity at one place of a text, from its number outwards.

What belongs here: which reading a number gets: money, a range, a unit, an age, a ratio, a count, or none at all. Each
of them stands in its own module.
"""

import re
from collections.abc import Mapping
from dataclasses import replace
from types import MappingProxyType

from tidybrief.extraction.quantities.ages import AgeReader
from tidybrief.extraction.quantities.compound_units import feet_and_inches, with_smaller_units
from tidybrief.extraction.quantities.counted_nouns import NounPhrase
from tidybrief.extraction.quantities.denominators import is_base_of_rate, is_priced_amount
from tidybrief.extraction.quantities.designations import NUMBER_INSIDE
from tidybrief.extraction.quantities.drafts import ODD as _ODD
from tidybrief.extraction.quantities.drafts import PLUS as _PLUS
from tidybrief.extraction.quantities.drafts import Draft, Drafter
from tidybrief.extraction.quantities.guards import Spot
from tidybrief.extraction.quantities.magnitudes import magnitude_of_quake
from tidybrief.extraction.quantities.money_amounts import MoneyReader
from tidybrief.extraction.quantities.number_ranges import RangeReader
from tidybrief.extraction.quantities.numbers import MODEL_BEHIND, Numeral, signed
from tidybrief.extraction.quantities.ranks import is_among_top
from tidybrief.extraction.quantities.ratios import SIGNS_OF_FACTORS, Multiples, RatioReader
from tidybrief.extraction.quantities.units import Unit
from tidybrief.extraction.quantities.votes import VoteReader
from tidybrief.lexicon import Lexicon

_RESTATED = re.compile(r"\s{1,2}\(\s?([\d,.]{1,12})\s?\)")
_REFERENCE_LINK = re.compile(r"\s?(?:,|and|or|&|through|to|–|-|, and)\s?\(?")
_ENUMERATING = re.compile(r"(?:^|[;:—–.!?]|\band)\s*$")
_PERCENT_OF = re.compile(r"(?:^|\b(?:a|the|at|that|by|with)\s{1,2})(?:percentage|per\s?cent)\s{1,2}of\s{1,2}$")
_BILLION = 1e9
_IN_STYLE_SHEET = re.compile(r"\s?[;}\"']|\s\d+px")
_SCALES = ("degree", "celsius", "fahrenheit")
_PAST_HOUR = re.compile(r"\b(?:half|quarter|minutes?)\s(?:past|to)\s$")
_LEVEL_BEFORE = re.compile(r"\b(?:to|from|at|near|almost|nearly|virtually|practically)\s{1,2}$")
_HIGHEST_LABEL = 20
_LONGEST_LINK = 9
_SHORT_OF = ("nearly ", "almost ")  # "nearly two years ago" tells a time, "more than two years ago" bounds one
_BELOW_ZERO = " below zero"
_COMPARING_WITH = re.compile(r"\b(?!longer|other|rather|sooner|later|earlier)[a-z]+er\sthan\s$")
_LONGEST_COMPARISON = 18
_GAP_BEFORE = re.compile(r"(?:[,;]|\b(?:and|but|while))\s{1,2}(?:the\s)?$")
_GAP_BEHIND = re.compile(r"\s?(?:[.,;:)]|$)|\s(?:and|but|in|per|while)\b")
_COUNTED = re.compile(
    r"(?:\d|\b(?:two|three|four|five|six|seven|eight|nine|ten|dozen))(?:\s(?:[mbt]illion))?\s[a-z]{2}"
)
_SERIES_BEFORE = re.compile(
    r"(?:\d|\b(?:two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|dozen))\s[a-z][a-z-]+(?:\s[a-z][a-z-]+){0,4}"
    r"(?:,|,?\s(?:and|or))\s$"
)
_PLACE_BEHIND = re.compile(r"\s(?:in|at|near|from)\s[A-Z]")
_LONGEST_SERIES = 80
_LONGEST_LIST = 400
"""How far before a gapped count its noun may stand, in characters."""
_LONGEST_GAP_LINK = 12
_FOLLOWING = re.compile(r"\s{1,2}([a-z]+)")


class QuantityReader:
    """Reads the quantities of one text, each within the bounds of its sentence."""

    def __init__(
        self,
        text: str,
        low: str,
        lexicon: Lexicon,
        person_ends: frozenset[int] = frozenset(),
        owners: Mapping[int, int] = MappingProxyType({}),
    ) -> None:
        """`person_ends` tells where names of persons end, `owners` where names of places and organisations that may
        have counts of their own end, with their start.
        """
        self._owners = owners
        self.drafter = self._base = Drafter(text, low, lexicon)
        self.ratios = self._ratios = RatioReader(self.drafter)
        self.multiples = Multiples(self.drafter, lexicon.cues["quantities"])
        self._votes = VoteReader(self._base, lexicon)
        self._ages = AgeReader(self.drafter, person_ends)
        self._money = MoneyReader(self.drafter)
        self._ranges = RangeReader(self.drafter, self._ages, self._alone)
        self._reference_end: int | None = None

    def read(self, start: int) -> tuple[list[Draft], int]:  # noqa: PLR0911, PLR0912
        """The quantities that begin with the number at `start`, and where reading goes on."""
        low, text = self._base.low, self._base.text
        currency = self._base.tools.units.currency_before(text, low, start)
        if (
            start > self._base.floor
            and low[start - 1] == "."
            and low[start].isdigit()
            and not (start - 1 > self._base.floor and low[start - 2].isalnum())
        ):
            start, leading_dot = start - 1, True
        else:
            leading_dot = False
        number = (
            self._leading_dot(start, currency is not None)
            if leading_dot
            else self._base.number_at(start, is_money=currency is not None)
        )
        if number is None:
            return [], start + 1
        if number.form == "ordinal" or self._is_base(number, start if currency is None else currency[0]):
            return [], number.end
        if currency is not None:
            return self._money.money(number, currency)
        if number.form == "words" and (restated := _RESTATED.match(low, number.end, self._base.end)):
            again = self._base.number_at(restated.start(1))
            if again is not None and again.value == number.value:
                number = replace(number, end=restated.end())
        unit = self._base.unit_after(number)
        if (height := feet_and_inches(self._base, number, unit)) is not None:
            number, unit = height
            return [self._base.unit_draft(number, unit, number.value, None, unit.kind)], unit.end
        second = self._ranges.range_end(number, unit)
        if second is not None and unit is None and second[1] is None:
            votes = self._votes.both(number, second[0])
            if votes is not None and not self._ranges.is_reference(number, second[0]):
                return votes, second[0].end
        if second is not None:
            times = self.multiples.between(number, second[0]) if unit is None and second[1] is None else None
            return ([times], times.unit_end) if times is not None else self._ranges.range(number, unit, second)
        begin, value = signed(low, number)
        if begin != number.start:
            number = replace(number, start=begin, value=value)
        factor = self.multiples.after(number) if unit is None else None
        stop = factor.end if factor is not None and low.startswith(SIGNS_OF_FACTORS, number.end) else number.end
        if number.form == "digits" and self._base.tools.guards.is_part_of_token(
            text, number.start, stop if unit is None else unit.end
        ):
            return [], number.end
        if unit is not None:
            if unit.name == "pixel" and _IN_STYLE_SHEET.match(low, unit.end):
                return [], unit.end
            return self._with_unit(number, unit)
        if factor is not None:
            return [factor], factor.unit_end
        return self._bare(number)

    def _is_base(self, number: Numeral, start: int) -> bool:
        """Whether a number only tells what a rate or a price is over: "$2 per million tokens", "$5 a dozen"."""
        low, floor = self._base.low, self._base.floor
        if is_base_of_rate(low, start, floor):
            return True
        return number.form == "words" and is_priced_amount(low, start, floor)

    def _leading_dot(self, start: int, is_money: bool) -> Numeral | None:
        number = self._base.number_at(start + 1, is_money=is_money)
        if number is None or number.form != "digits" or number.grouped or number.decimal:
            return None
        digits = self._base.low[start + 1 : number.plain_end]
        value = float("0." + digits) * number.magnitude if digits.isdigit() else number.value
        return replace(number, start=start, value=value, decimal=True)

    def _alone(self, first: Numeral, unit: Unit | None) -> tuple[list[Draft], int]:
        if unit is not None:
            return self._with_unit(first, unit)
        return self._bare(first)

    def _with_unit(self, number: Numeral, unit: Unit) -> tuple[list[Draft], int]:
        if unit.kind == "money" and self._money.is_price_base(number):
            return [], unit.end
        if unit.kind == "duration" and number.value == 0 and self._base.low.startswith("-", number.end):
            return [], unit.end  # "a zero-day flaw"
        if unit.kind == "duration" and self._is_compared_with(number.start, unit.end):
            return [], unit.end
        if unit.kind == "duration":
            if self._ages.becomes_age(number, unit) or self._ages.is_aged(number.start):
                return self._ages.age(number, number.value, None, unit)
            if self._is_ago(unit.end) and (
                self._base.hedge_before(number.start) in {None, "approx"}
                or self._base.low.endswith(_SHORT_OF, self._base.floor, number.start)
            ):
                return [], unit.end
        if unit.name in _SCALES and self._base.low.startswith(_BELOW_ZERO, unit.end):
            number = replace(number, value=-abs(number.value))
        number, unit = with_smaller_units(self._base, number, unit)
        draft = self._base.unit_draft(number, unit, number.value, None, unit.kind)
        return [draft], draft.unit_end if draft.is_over_number else unit.end

    def _is_compared_with(self, start: int, end: int) -> bool:
        """ "4% higher than two years ago": a time that something is compared with, and no bound."""
        low = self._base.low
        if not low.startswith((" ago", " earlier", " before"), end):
            return False
        return _COMPARING_WITH.search(low, max(self._base.floor, start - _LONGEST_COMPARISON), start) is not None

    def _is_ago(self, at: int) -> bool:
        return self._base.low.startswith((" ago", " from now", " hence"), at)

    def _named_before(self, number: Numeral) -> Draft | None:
        """A number whose unit stands before it ("a percentage of 38", "magnitude 6.4", "a factor of five"), or is told
        by what it measures ("a 6.4 quake").
        """
        base, low, start = self._base, self._base.low, number.start
        if _PERCENT_OF.search(low, max(base.floor, start - 30), start):
            return base.draft(number, start, number.end, number.value, None, "percent", "percent", "percentage_of")
        if (magnitude := magnitude_of_quake(base, number)) is not None:
            return magnitude
        return self.multiples.factor(number, number.end) if self.multiples.is_factor(number) else None

    def _noun_behind(self, number: Numeral) -> NounPhrase | None:
        """What a bare number counts: "three-step", "400-odd staff", "260 or more people", "two of the treatments"."""
        low, text, end, nouns = self._base.low, self._base.text, self._base.end, self._base.tools.nouns
        following = low[number.end : number.end + 1]
        noun = nouns.after_hyphen(low, number.end, end) if following in ("-", "‐", "‑") else None
        more = _PLUS.match(low, number.end, end) or _ODD.match(low, number.end, end)
        if noun is None and more is not None:
            noun = nouns.phrase_at(text, more.end(), end)
        if noun is None and following in (" ", "\n", "\u00a0", ""):
            article = low[max(self._base.floor, number.start - 4) : number.start].endswith((" a ", "an ", "the ", "a "))
            noun = nouns.phrase_of(text, low, number.end, end) or nouns.phrase_at(
                text, number.end, end, one=number.value == 1, article=article
            )
        return noun

    def _bare(self, number: Numeral) -> tuple[list[Draft], int]:  # noqa: PLR0911
        """A number without a unit: an age, a rate, a count, or no figure."""
        low, text, nouns = self._base.low, self._base.text, self._base.tools.nouns
        if number.form == "fraction":
            return self._ratios.fraction(number)
        if (named := self._named_before(number) or self._votes.side(number) or self._ratios.score(number)) is not None:
            return [named], max(named.end, named.unit_end)
        if self._ages.age_after(number.end) or (
            self._ages.is_aged(number.start) and 0 < number.value < 130 and not number.magnitude > 1
        ):
            return self._ages.age(number, number.value, None, None)
        if is_among_top(low, self._base.floor, number.start):
            draft = self._base.draft(number, number.start, number.end, number.value, None, "rank", "rank", "rank")
            return [replace(draft, qualifier="at_most")], number.end
        if (odds := self._ratios.odds_end(number)) is not None:
            return [], odds
        if nouns.is_part_of_word(low, number.end, self._base.end) and self._ratios.rate(number) is None:
            return [], number.end
        if number.magnitude == _BILLION and MODEL_BEHIND.match(text, number.end, self._base.end):
            return [
                replace(self._base.count_draft(number, number.value, None, None, "count"), unit="parameter")
            ], number.end
        noun = self._noun_behind(number)
        has_noun = noun is not None and noun.is_sure
        if number.form == "digits" and self._is_no_figure(number, noun.singular if noun and has_noun else None):
            return [], number.end
        if (over := self._ratios.over(number)) is not None:
            return [over], over.end
        rate = self._ratios.rate(number)
        if rate is not None:
            return [rate], max(rate.unit_end, rate.end)
        if self._ages.is_young(number, has_noun):
            return self._ages.age(number, number.value, None, None)
        if number.form == "words" and self._is_no_count(number, noun):
            return [], number.end
        draft = self._base.count_draft(number, number.value, None, noun, "count")
        return [draft], draft.unit_end if draft.is_over_number or self._holds_number(number, noun) else number.end

    def _holds_number(self, number: Numeral, noun: NounPhrase | None) -> bool:
        """Whether the noun right behind a number has another one in its name: "12 Level 2 chargers"."""
        text = self._base.text
        if noun is None or not text[number.end : noun.start].isspace():
            return False
        return NUMBER_INSIDE.search(text, noun.start, noun.end) is not None

    def _is_no_figure(self, number: Numeral, noun: str | None) -> bool:
        """Whether bare digits name, number or date something. Remembers a reference: "Sections 3 and 6"."""
        base, guard = self._base, self._base.tools.guards
        spot = Spot(base.text, base.low, number, base.floor, base.end, noun)
        if self._belongs_to_name(number):
            return True
        if self._continues_reference(number, noun) or guard.is_reference(spot):
            self._reference_end = number.end
            return True
        is_hedged = base.hedge_before(number.start) is not None
        if guard.is_year(spot, is_hedged=is_hedged):
            return True
        return not is_hedged and guard.is_name_number(spot) and not self._is_gapped(number)

    def _is_gapped(self, number: Numeral) -> bool:
        """ "made 40 models, China 15 and the EU six": the count of another owner, whose verb and noun stand before."""
        low, floor = self._base.low, self._base.floor
        if number.start - 1 not in self._owners or _GAP_BEHIND.match(low, number.end, self._base.end) is None:
            return False
        owner = self._owners[number.start - 1]
        link = _GAP_BEFORE.search(low, max(floor, owner - _LONGEST_GAP_LINK), owner)
        return (
            link is not None
            and _COUNTED.search(low, max(floor, link.start() - _LONGEST_LIST), link.start()) is not None
        )

    def _continues_reference(self, number: Numeral, noun: str | None) -> bool:
        """ "Sections 3 and 6": a number that goes on with a reference; "In Figure 2, 40 dots" counts something."""
        if self._reference_end is None or not 0 <= number.start - self._reference_end <= _LONGEST_LINK:
            return False
        link = _REFERENCE_LINK.fullmatch(self._base.low, self._reference_end, number.start)
        return link is not None and (noun is None or link[0].strip() != ",")

    def _is_no_count(self, number: Numeral, noun: NounPhrase | None) -> bool:  # noqa: PLR0911
        """Number words that count nothing: the pronoun "one", "zero tolerance", names such as "Ten Commandments"."""
        low, text = self._base.low, self._base.text
        word = low[number.start : number.end]
        if self._belongs_to_name(number):
            return True
        guard = self._base.tools.guards
        if guard.is_clock(low, number.end, self._base.end) or _PAST_HOUR.search(
            low, max(self._base.floor, number.start - 24), number.start
        ):
            return True
        if noun is not None and guard.is_family_size(
            Spot(text, low, number, self._base.floor, self._base.end, noun.singular)
        ):
            return True
        if (
            noun is None
            and number.value <= _HIGHEST_LABEL
            and guard.is_labelled(Spot(text, low, number, self._base.floor, self._base.end))
        ):
            return True
        if (
            noun is None
            and low.startswith(",", number.end)
            and _ENUMERATING.search(low, max(self._base.floor, number.start - 6), number.start)
        ):
            return True
        if word == "one":
            return not self._is_in_series(number, noun) and self._is_pronoun_one(number, noun)
        is_alone = number.start == self._base.floor and self._base.ends_at(number.end)
        following = _FOLLOWING.match(low, number.end, self._base.end)
        if word == "zero" and following is not None and following[1] in self._base.tools.nouns.after_zero:
            return True
        if word == "zero" and _LEVEL_BEFORE.search(low, max(self._base.floor, number.start - 12), number.start):
            return low.startswith("-", number.end)
        if word in ("zero", "nought", "naught", "nil", "a couple", "couple") and (
            noun is None or low.startswith("-", number.end)
        ):
            return not is_alone or low[number.end : number.end + 1] == "."
        if noun is None and low.startswith(" is ", number.end):
            return True
        if text[number.start].isupper() and number.start > self._base.floor and noun is not None and number.value <= 20:
            next_letter = text[number.end : number.end + 2].strip()[:1]
            left = text[max(self._base.floor, number.start - 30) : number.start].split()
            follows_name = left and left[-1][0].isupper() and not (left == ["The"] and self._is_prose(number.end))
            return next_letter.isupper() and not follows_name
        return False

    def _is_prose(self, at: int) -> bool:
        """Whether words in lower case follow in the sentence, so that capitals mark names and no heading."""
        return any(
            word.islower() and len(word) > 3 for word in self._base.text[at : min(self._base.end, at + 80)].split()
        )

    def _belongs_to_name(self, number: Numeral) -> bool:
        """ "the Big Four", "the Group of 77"."""
        text = self._base.text
        if text[number.start].islower():
            return False
        return text[max(self._base.floor, number.start - 12) : number.start].endswith(
            self._base.tools.nouns.before_name_numbers
        )

    def _is_in_series(self, number: Numeral, noun: NounPhrase | None) -> bool:
        """ "four men and one woman", "three in Oslo and one in Bergen": the last and least of several counts."""
        base = self._base
        if _SERIES_BEFORE.search(base.low, max(base.floor, number.start - _LONGEST_SERIES), number.start) is None:
            return False
        following = _FOLLOWING.match(base.low, number.end, base.end)
        if noun is None:
            return _PLACE_BEHIND.match(base.text, number.end, base.end) is not None
        return noun.is_sure and (following is None or following[1] not in base.tools.nouns.after_pronoun_one)

    def _is_pronoun_one(self, number: Numeral, noun: NounPhrase | None) -> bool:
        left = self._base.low[max(self._base.floor, number.start - 24) : number.start].split()
        previous = left[-1].strip("“\"'(,") if left else ""
        if previous == "the" and noun is not None and noun.is_sure and " " in noun.singular:
            return False
        if previous in self._base.tools.nouns.befalling:  # "killing one", "injured one person"
            return False
        if self._base.low.startswith(" or more", number.end):
            return True
        if previous in self._base.tools.nouns.before_pronoun_one or (not left and noun is not None):
            return True
        following = _FOLLOWING.match(self._base.low, number.end, self._base.end)
        if noun is None:
            return not (number.start == self._base.floor and number.end == self._base.end)
        return following is not None and following[1] in self._base.tools.nouns.after_pronoun_one
