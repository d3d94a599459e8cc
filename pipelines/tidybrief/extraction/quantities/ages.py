"""Ages: "34-year-old", "aged 34", "those under 19", "Maria Lopez, 45, said".

What belongs here: telling a number that is an age from a count and from a length of time.
"""

import re
from dataclasses import replace

from tidybrief.extraction.quantities.drafts import Draft, Drafter
from tidybrief.extraction.quantities.hedges import ONE_HEDGE
from tidybrief.extraction.quantities.numbers import Numeral
from tidybrief.extraction.quantities.units import Unit

_AGE = re.compile(r"(?:[\s-]{1,2}(year|month|week|day)s?)?(?:[\s-]{1,2}olds?(?![a-z])|\s?y/?o(?![a-z]))")
_OLD = re.compile(r"[\s-]{1,2}olds?(?![a-z])")
_OF_AGE = re.compile(r"\s{1,2}of\s{1,2}age(?![a-z])")
_AGED = re.compile(
    r"(?:\baged?|\bages|\bages? of|\baged? (?:under|over|between|from)|\bages? (?:under|over|between)"
    r"|(?<!right )(?<!left )(?<!a )\bturn(?:s|ed|ing)?|\bages of)\s{1,2}$"
)
_AGE_RANGE_TAIL = re.compile(
    r"\s{1,2}(?:years?|yrs?)?\s{0,2}(?:and|or) (?:older|younger|over|under|up|above|below)(?![a-z])"
)
_PERSONS_BEFORE = re.compile(
    r"([a-z]+)\s{1,2}(?:who (?:are|were)\s|are\s|aged\s)?(?:only\s)?(?:between|from|under|over|below"
    r"|above|younger than|older than|at least|up to)\s{1,2}(?:the age of\s|age\s)?$"
)
_BOUNDS = (
    "between ",
    "from ",
    "under ",
    "over ",
    "below ",
    "above ",
    "than ",
    "at least ",
    "up to ",
    "age of ",
    "age ",
)
_LONGEST_PHRASE = 60
_LONGEST_OPENING = len("at only ")
_CHILD = 9
_ELDERLY = 100
_OF_THAT_AGE = re.compile(r"\s{1,2}(?:who|with|from|in|was|were|is|are|and|or)(?![a-z])|\s?(?:[.,;:)]|$)(?!\d)")
_PERSON_BEFORE = re.compile(
    r"\b(?:the|a|an|his|her|their|its|one|another|my|our)\s(?:[a-z'’-]+\s){0,3}?([a-z-]+)(?:,\s|\s\()$"
)
_NAME_BEFORE = re.compile(r"[A-Z][\w'’.-]+ [A-Z][\w'’-]+\.?(?:, (?:Jr|Sr)\.?)?, $")
_SURNAME_BEFORE = re.compile(r"(?:^|[\s(“\"])[A-Z][\w'’-]+, $")
_FIRST_OF_TWO = re.compile(r", \d{2} and $")
_SECOND_OF_TWO = re.compile(r" and \d{2}(?=[,.;)]|\s[a-z])")
_TWO_NAMES = re.compile(r"[A-Z][\w'’-]+ and (?:[A-Z][\w'’.-]+ ){0,3}[A-Z][\w'’-]+$")
_GOES_ON = re.compile(r", [a-z]")
_ALONE_IN_BRACKETS = re.compile(r"\)(?:,?\s(?!and\b|\d)[a-z]|\s?[.;])")  # not the points of "Kane (34), Saka (56)"
_AT_BEFORE = re.compile(r"^(?:at|by)\s{1,2}(?:just\s|only\s)?$")
_HE_AFTER = re.compile(r", (?:he|she)(?![a-z])")
_HE_IS = re.compile(
    r"\b(?:he|she|who|i)(?:['’][sm]| is| am| was| were| will be| would be| would have been| had been)"
    r"(?: now| just| only| about)?\s{1,2}$"
)
_DONE_AT = re.compile(
    r"\b(?:died|dies|dead|retire[sd]?|married|marries|widowed|orphaned|graduated)(?: [a-z]+ly)?(?: only)? at\s{1,2}$"
)
_KIN_IS = re.compile(
    r"\b(?:his|her|their|my|our|whose)(?: (?:eldest|oldest|youngest|elder|older|younger|only|late|own))?"
    r" (?:son|daughter|wife|husband|mother|father|brother|sister|grandson|granddaughter|grandmother|grandfather|"
    r"child|partner|niece|nephew|uncle|aunt|cousin|boy|girl)(?:,[^,.;]{1,40},)?"
    r" (?:is|was)(?: now| just| only)?\s{1,2}$"
)
_NAME_IS = re.compile(r" (?:is|was)(?: now| just| only)?\s{1,2}$")
_PERSON_OF = re.compile(
    r"\b(?:boy|girl|man|woman|lad|child|kid|youth|teenager|youngster)s? of\s{1,2}$|\b(?:men|women|children) of\s{1,2}$"
)
_AT_THAT_AGE = re.compile(r"\s{1,2}(?:when|at the time|and|today|now|this|next|last)(?![a-z])|\s?(?:[.,;:)]|$)(?!\d)")
_MUST_BE = re.compile(
    r"\b([a-z]+)\s(?:must|should|need to|needs to|have to|has to|had to)\sbe\s"
    r"(?:at least|over|under|older than|younger than|between)\s{1,2}$"
)
_AGE_IS = re.compile(
    r"\b(?:(?<!of )age|ages)\s(?:[\w-]+\s){0,5}?(?:is|was|are|were|of|at|to|from|rose to|fell to)\s{1,2}"
    rf"{ONE_HEDGE}$"
)


class AgeReader:
    """Reads the ages of one text, in which the names of persons end at `person_ends`."""

    def __init__(self, drafter: Drafter, person_ends: frozenset[int]) -> None:
        self._base, self._person_ends = drafter, person_ends

    def becomes_age(self, number: Numeral, unit: Unit) -> bool:
        """Whether a length of time is an age: "12 years old", "the mean age was 54.6 years"."""
        if self._old_after(unit.end) is not None or _OF_AGE.match(self._base.low, unit.end) is not None:
            return True
        return (
            unit.name == "year"
            and not self._base.low.startswith((" ago", " earlier"), unit.end)
            and self._tells_age(number)
        )

    def _old_after(self, at: int) -> re.Match[str] | None:
        return _OLD.match(self._base.low, at)

    def age_after(self, at: int) -> re.Match[str] | None:
        return _AGE.match(self._base.low, at, self._base.end)

    def is_aged(self, start: int) -> bool:
        left = self._base.low[max(self._base.floor, start - 20) : start]
        return ("age" in left or "turn" in left) and _AGED.search(left) is not None

    def persons_before(self, start: int) -> bool:
        left = self._base.low[max(self._base.floor, start - 60) : start]
        if not left.endswith(_BOUNDS):
            return False
        match = _PERSONS_BEFORE.search(left)
        return match is not None and match[1] in self._base.tools.nouns.persons

    def age(self, number: Numeral, value: float, high: float | None, unit: Unit | None) -> tuple[list[Draft], int]:
        stop, name = number.end, "year"
        if unit is not None:
            stop, name = unit.end, unit.name
            if old := self._old_after(unit.end):
                stop = old.end()
        elif age := self.age_after(number.end):
            stop, name = age.end(), age[1] or "year"
        draft = self._base.draft(number, number.start, stop, value, high, "age", name, "age")
        of_age = _OF_AGE.match(self._base.low, stop) if draft.qualifier == "exact" else None
        if of_age is not None:  # "18 years of age or older"
            bound = self._base.tools.hedges.after(self._base.low, of_age.end(), self._base.end)
            draft = replace(draft, qualifier=bound or draft.qualifier)
        return [draft], stop

    def is_young(self, number: Numeral, has_noun: bool) -> bool:
        """ "those under 19", "children under 5", "Maria Lopez, 45, said", "65 and older"."""
        if not 0 < number.value < 120 or has_noun or number.magnitude > 1:
            return False
        if self._tells_age(number):
            return True
        if number.decimal:
            return False
        low = self._base.low
        if self.persons_before(number.start) or self._is_required(number):
            return True
        if _AGE_RANGE_TAIL.match(low, number.end, self._base.end):
            return True
        return self._stands_in_apposition(number) or self._is_predicate(number)

    def _is_required(self, number: Numeral) -> bool:
        """ "Applicants must be at least 21"."""
        base = self._base
        if not base.low.endswith(_BOUNDS, base.floor, number.start) or not _AT_THAT_AGE.match(
            base.low, number.end, base.end
        ):
            return False
        must_be = _MUST_BE.search(base.low, max(base.floor, number.start - _LONGEST_PHRASE), number.start)
        return must_be is not None and base.tools.nouns.is_person(base.tools.nouns.singular(must_be[1]))

    def _stands_in_apposition(self, number: Numeral) -> bool:
        """ "Maria Lopez, 45, said", "the driver, 34, was held", "the mayor (61)"."""
        base = self._base
        before = base.text[max(base.floor, number.start - _LONGEST_PHRASE) : number.start]
        if before.endswith(", ") and base.ends_at(number.end) and number.start - len(", ") in self._person_ends:
            return number.value > _CHILD
        if self._is_one_of_two(number, before):
            return True
        if not before.endswith((", ", " (")) or base.low[number.end : number.end + 1] not in (",", ")"):
            return False
        if before.endswith(", ") and (
            _NAME_BEFORE.search(before)
            or (_SURNAME_BEFORE.search(before) and _GOES_ON.match(base.text, number.end) and number.value > _CHILD)
        ):
            return not base.tools.guards.is_month(before.rsplit(None, 1)[-1].rstrip(",").lower())
        if before.endswith(" (") and number.start - len(" (") in self._person_ends:
            return number.value > _CHILD and _ALONE_IN_BRACKETS.match(base.low, number.end, base.end) is not None
        person = _PERSON_BEFORE.search(before.lower())
        return person is not None and base.tools.nouns.is_person(person[1])

    def _is_one_of_two(self, number: Numeral, before: str) -> bool:
        """ "Ana Ruiz and Jon Holt, 31 and 28, were": each of the ages behind two names."""
        first = _FIRST_OF_TWO.search(before)
        is_first = before.endswith(", ") and _SECOND_OF_TWO.match(self._base.low, number.end) is not None
        start = number.start - (len(first[0]) if first is not None else len(", "))
        may_be = (is_first or first is not None) and start in self._person_ends and number.value > _CHILD
        return may_be and _TWO_NAMES.search(before[: start - number.start]) is not None

    def _is_predicate(self, number: Numeral) -> bool:
        """ "she was 16 when", "her son is 12", "Ana Ruiz is 41 and", "who died at 96", "at 33, he"."""
        base = self._base
        left = base.low[max(base.floor, number.start - _LONGEST_PHRASE) : number.start]
        copula = _NAME_IS.search(left)
        is_named = copula is not None and number.start - len(copula[0]) in self._person_ends and number.value > _CHILD
        if is_named or any(told.search(left) is not None for told in (_HE_IS, _KIN_IS, _DONE_AT)):
            return number.value > 1 and _AT_THAT_AGE.match(base.low, number.end, base.end) is not None
        if _PERSON_OF.search(left) is not None:
            return number.value < _ELDERLY and _OF_THAT_AGE.match(base.low, number.end, base.end) is not None
        is_opening = number.start - base.floor <= _LONGEST_OPENING and _AT_BEFORE.search(left) is not None
        return is_opening and _HE_AFTER.match(base.low, number.end, base.end) is not None

    def _tells_age(self, number: Numeral) -> bool:
        """ "the average age is 44", "a median age of 38.4"."""
        left = self._base.low[max(self._base.floor, number.start - _LONGEST_PHRASE) : number.start]
        return "age" in left and _AGE_IS.search(left) is not None

    def spans_ages(self, at: int) -> bool:
        """Whether "and older", "or under" behind a number make it a bound of ages."""
        return _AGE_RANGE_TAIL.match(self._base.low, at, self._base.end) is not None
