"""A figure as a voice on its point.

What belongs here: what a row of the figures says of its kind, for those who hold it against others. Which figures
speak of one point, and what follows, is decided in `figure_points`.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any, Final

from tidybrief.corpus.announcements import IS_ANNOUNCED
from tidybrief.corpus.deals import is_deal
from tidybrief.corpus.expectations import IS_EXPECTED
from tidybrief.corpus.happenings import is_of_harm
from tidybrief.corpus.keys import IN_UNITS, PART
from tidybrief.corpus.measured import statement_of
from tidybrief.corpus.moments import IS_NEWS, IS_SINCE, IS_STOCK
from tidybrief.corpus.periods import NO_PERIOD, Period, days_of
from tidybrief.corpus.points import Statement
from tidybrief.corpus.properties import one_thing
from tidybrief.corpus.scopes import CIRCUMSTANCES, HAPPENING, SCOPE, SEAT
from tidybrief.corpus.units import in_base
from tidybrief.corpus.values import Value, stated
from tidybrief.corpus.words import content_words, cue_words
from tidybrief.lexicon import Lexicon

_PAID_OR_PASSED: Final = ("money", "duration")
"""Kinds of figures of one act: an amount that is paid, a sentence that is passed."""
_NEWS: Final = 31


@dataclass(frozen=True, slots=True)
class ToldFigure:
    """One figure as a voice on its point.

    `is_act` says that it is an amount that changed hands in one act, and does not change from day to day, `is_deal`
    that two parties are known, who have one deal; `is_stock` that it is a number of what there is at any moment;
    `is_since` that its period is what it is compared with; `is_news` that it is told when it is known, with that day or
    without; `is_tally` that it is counted up for some time after;
    `is_expected` that it is a forecast or a goal, `is_announced` that it is still to be done; `is_settled` that it was
    laid down beforehand for its period; `is_single` that it is of a kind of which a subject has one at a time, whatever
    it is taken for; `is_of_each_day` that it is another one every day; `is_built` that it is of something to be
    built, which has one place;
    `is_part` that it is some of what is measured. `thing` is what has it for long, as a property, without a period;
    `scope` is what narrows it, `seat` the place right behind the name of a thing that was built, `happening` what
    brought harm about.
    """

    statement: Statement
    kind: str
    value: Value
    unit: str
    indicator: str
    period: Period
    published_on: date | None
    subject_type: str
    is_act: bool
    is_deal: bool
    is_stock: bool
    is_since: bool
    is_news: bool
    is_tally: bool
    is_expected: bool
    is_announced: bool
    is_settled: bool
    is_single: bool
    is_of_each_day: bool
    is_built: bool
    thing: frozenset[str]
    is_part: bool
    scope: str
    seat: str
    circumstances: frozenset[str]
    happening: frozenset[str]


def told_figure(row: Mapping[str, Any], lexicon: Lexicon) -> ToldFigure:
    """The figure of this row, which has a key, a scope and all that is told of its time."""
    acts, tallies, settled = (cue_words(name, lexicon) for name in ("acts", "tallies", "settled"))
    period, measured = (row["time_start"], row["time_end"]), row["key"].split("|")[2]
    words, named = frozenset(measured.split(" ")), content_words(f"{measured} {row['indicator'] or ''}", lexicon)
    return ToldFigure(
        statement=statement_of(row),
        kind=row["kind"],
        value=stated(row["value"], row["value_high"], _hedge(row, words, lexicon), row["text"], _factor(row, lexicon)),
        unit=row["unit"],
        indicator=row["indicator"] or row["kind"],
        period=period,
        published_on=row["published_on"],
        subject_type=row["subject_id"].partition(":")[0],
        is_act=row["kind"] in _PAID_OR_PASSED and not acts.isdisjoint(named),
        is_deal=is_deal(row["key"]),
        is_stock=row[IS_STOCK],
        is_since=row[IS_SINCE],
        is_news=row[IS_NEWS],
        is_tally=not tallies.isdisjoint(words) and not _is_long(period),
        is_expected=row[IS_EXPECTED],
        is_announced=row[IS_ANNOUNCED],
        is_settled=not settled.isdisjoint(words) and None not in period,
        is_single=is_of_harm(words, lexicon) or not cue_words("single", lexicon).isdisjoint(words),
        is_built=not cue_words("of_what_is_built", lexicon).isdisjoint(words),
        is_of_each_day=not cue_words("of_each_day", lexicon).isdisjoint(words),
        thing=one_thing(row, lexicon) if period == NO_PERIOD or row[IS_NEWS] else frozenset(),
        is_part=PART in words,
        scope=row[SCOPE],
        seat=row[SEAT],
        circumstances=frozenset(row[CIRCUMSTANCES]),
        happening=frozenset(row[HAPPENING]),
    )


def _factor(row: Mapping[str, Any], lexicon: Lexicon) -> float:
    """What one of the unit is in that in which such figures are compared."""
    return in_base(row["unit"], lexicon).factor if row["kind"] in IN_UNITS else 1.0


def _hedge(row: Mapping[str, Any], words: frozenset[str], lexicon: Lexicon) -> str:
    """The qualifier of a figure. What something can do at most, "up to 400 megawatts", is just its capacity."""
    is_capacity = not words.isdisjoint(cue_words("lasting", lexicon))
    return "exact" if is_capacity and row["qualifier"] == "at_most" else str(row["qualifier"])


def _is_long(period: Period) -> bool:
    """Whether what is counted over it is counted afterwards, as statistics do."""
    return None not in period and days_of(period) > _NEWS
