"""Days that have a name: holidays, days of remembrance, weekends that are called after them.

What belongs here: finding and reading them. Their names and rules are data, in `lexicon/dates.toml`.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from typing import Any

import ahocorasick_rs

from tidybrief.extraction.alternation import one_of
from tidybrief.extraction.dates import calendar_periods as periods
from tidybrief.extraction.dates import grammar
from tidybrief.extraction.dates import relative_dates as relative
from tidybrief.extraction.dates.calendar_periods import Period, unresolved
from tidybrief.extraction.dates.context import Context, Reading, direction_of, year_of
from tidybrief.extraction.dates.grammar import S
from tidybrief.lexicon import Lexicon

_YEAR_AFTER = re.compile(rf",?{S}(?:of{S}|in{S})?(?P<year>[12]\d{{3}})(?![\d%]|[.,]\d)")
_NAME_AFTER = re.compile(r"[ ][A-Z][a-z]")
_WEEKEND_AFTER = re.compile(rf"{S}(?P<unit>[Ww]eekend|week|season|period|holidays?|break)(?![A-Za-z])")
_EVERY_BEFORE = re.compile(r"\b(?:each|every) $", re.IGNORECASE)
_WEDNESDAY, _SATURDAY = 2, 5
_PART_AFTER = re.compile(rf"{S}{grammar.PART_OF_DAY_WORD}(?![A-Za-z])")


@dataclass(frozen=True, slots=True)
class NamedDays:
    """The rule of each named day by its name in lower case, and patterns for the names as written and in lower case."""

    rules: Mapping[str, Mapping[str, Any]]
    capitalised: re.Pattern[str]
    lower: re.Pattern[str]
    lower_names: ahocorasick_rs.AhoCorasick

    def find(self, text: str) -> list[re.Match[str]]:
        """Where a text names such days."""
        found = list(self.capitalised.finditer(text))
        if self.lower_names.find_matches_as_indexes(text):
            found += self.lower.finditer(text)
        return [match for match in found if not text[match.start() - 1 : match.start()].isalnum()]


@lru_cache(maxsize=4)
def named_days(lexicon: Lexicon) -> NamedDays:
    """The named days of this lexicon, with either apostrophe and also in lower case where their rule allows it."""
    rules: dict[str, Mapping[str, Any]] = {}
    capitalised: set[str] = set()
    lower: set[str] = set()
    table = lexicon.cues["dates"]["named_days"]
    for name, entry in table.items():
        rule = table[entry["same_as"]] if "same_as" in entry else entry
        for form in {name, name.replace("'", "’"), name.replace("'", "")}:
            rules[form.lower()] = rule
            capitalised.add(form)
            lower |= {form.lower()} if rule.get("any_case") else set()
    return NamedDays(rules, _pattern_of(capitalised), _pattern_of(lower), ahocorasick_rs.AhoCorasick(sorted(lower)))


def _pattern_of(forms: set[str]) -> re.Pattern[str]:
    return re.compile(rf"(?P<name>{one_of(forms)})(?![\w/])")


def read_named_day(found: re.Match[str], context: Context, days: NamedDays) -> Reading | None:
    """A named day in the year that is stated, else in that which the words or the text around it imply."""
    rule = days.rules[found.group("name").lower()]
    start, end = found.span()
    which = context.look_back(grammar.DEICTIC_BEFORE, start)
    if which is None and (_is_end_of_name(start, context) or _EVERY_BEFORE.search(context.before(start))):
        return None
    unit = context.match(_WEEKEND_AFTER, end)
    if unit is not None and unit.group("unit").lower() not in ("weekend", "week"):
        return None if which is None else Reading(which[1], unit.end(), unresolved("week"), "named_day", 0.6)
    if unit is None and context.match(_NAME_AFTER, end) is not None:
        return None
    end = unit.end() if unit is not None else end
    after = context.match(_YEAR_AFTER, end)
    of_year = context.match(grammar.WHICH_YEAR, end)
    stated = int(after.group("year")) if after is not None else rule.get("year")
    day: date | None = None
    if stated is not None:
        end = after.end() if after is not None else end
        day = day_in_year(rule, stated)
    elif of_year is not None:
        end, year = of_year.end(), year_of(of_year.group("which"), context)
        day = day_in_year(rule, year) if year is not None else None
    elif context.year_in_view is not None and which is None:
        day = day_in_year(rule, context.year_in_view)
    elif context.reference is not None:
        word = which[0].group("which").lower() if which is not None else None
        start = which[1] if which is not None else start
        day = _nearest(rule, context.reference, word, direction_of(context, start, end))
    part = context.match(_PART_AFTER, end)
    return Reading(
        start,
        part.end() if part is not None else end,
        _around(day, unit),
        "named_day",
        0.85 if stated else 0.75,
        stated,
    )


def _is_end_of_name(start: int, context: Context) -> bool:
    """Whether another name goes on in this one: "Holocaust Remembrance Day" is not Remembrance Day."""
    last = grammar.LAST_WORD.search(context.before(start))
    return last is not None and last.group(1)[0].isupper() and last.group(1).lower() not in context.words.after_a_year


def _around(day: date | None, unit: re.Match[str] | None) -> Period:
    if unit is None:
        return periods.on_day(day) if day is not None else unresolved("day")
    if unit.group("unit") == "week":
        return periods.of_week(day) if day is not None else unresolved("week")
    if day is None:
        return unresolved("day")
    return long_weekend(day)


def long_weekend(day: date) -> Period:
    """The weekend with its holiday: from a Thursday or Friday before it, up to a Monday or Tuesday behind it."""
    weekday = day.weekday()
    saturday = periods.shift(day, -2 - weekday if weekday < _WEDNESDAY else _SATURDAY - weekday)
    sunday = periods.shift(saturday, 1) if saturday is not None else None
    if saturday is None or sunday is None:
        return unresolved("day")
    if weekday == _WEDNESDAY:
        return Period(saturday, sunday, "day")
    return Period(min(day, saturday), max(day, sunday), "day")


def _nearest(rule: Mapping[str, Any], reference: date, word: str | None, direction: int) -> date | None:
    """The day of the year that "last" or "next" or the tense of the sentence points to; without these the nearest."""
    this_year = day_in_year(rule, reference.year)
    if this_year is None or word in ("this", "current", "same"):
        return this_year
    if (word is not None and relative.offset_of(word) > 0) or (word is None and direction == relative.FUTURE):
        return day_in_year(rule, reference.year + (this_year < reference))
    before = day_in_year(rule, reference.year - (this_year > reference))
    after = day_in_year(rule, reference.year + (this_year < reference))
    if word is not None or direction == relative.PAST or before is None or after is None:
        return before
    return before if reference - before <= after - reference else after


def day_in_year(rule: Mapping[str, Any], year: int) -> date | None:
    """The day that the rule gives for a year; None where it gives none."""
    if not 1 <= year <= 9998:
        return None
    if "on" in rule:
        month, day = map(int, rule["on"].split("-"))
        return date(year, month, day)
    if "easter" in rule:
        return periods.shift(periods.easter(year), rule["easter"])
    if "dates" in rule:
        return next((date.fromisoformat(day) for day in rule["dates"] if day.startswith(f"{year:04}-")), None)
    if "month" not in rule:
        return None
    day_found = periods.nth_weekday(year, rule["month"], rule["weekday"], rule["number"])
    return periods.shift(day_found, rule.get("days_later", 0)) if day_found is not None else None
