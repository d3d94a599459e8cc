"""The ways in which a sentence tells that something was done on a day.

What belongs here: the grammar of such sentences around the words for a kind of act, which the lexicon lists. Which days
are of one act, and when they exclude each other, is decided in `act_points`.

In templates, `<of>` stands for the name of what undergoes the act, `<by>` for that of who does it, `<office>` for the
words for the office that it is about, `<day>` for the day.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from itertools import count
from typing import Any, Final

from tidybrief.corpus.name_signs import NAME
from tidybrief.extraction.alternation import one_of

DAY: Final = "\0"
SINCE: Final = "since"
_SLOT: Final = re.compile(r"<(of|by|office)>")
_NAME_OF_SLOT: Final = re.compile(r"(of|by|office)\d+")
_OFFICE: Final = rf"(?:{NAME}|[a-z-]+)(?: (?!on\b)(?:{NAME}|[a-z-]+)){{0,5}}?"
_KIND: Final = r"the (?:(?!(?:of|in|for|at|by|and)\b)[a-z][a-z-]* ){0,3}"
_PREPOSITIONS: Final = r"(?:in|at|for|to|by|with|and|or|of|from|as)\b"
_OPENS: Final = r"(?=[.;!?]|, (?!too\b)|$| and (?!again\b))"
"""What follows a clause that is over."""


def telling(row: Mapping[str, Any], cues: Mapping[str, Any]) -> re.Pattern[str]:
    """What tells of an act of this kind from the beginning of a sentence to its day, or to the end of the clause that
    the day opens.
    """
    where = rf"(?: in {NAME})?" if row.get("unique", False) else ""
    clause = "|".join(_clauses(row, cues["happening"]))
    plain = rf"(?:(?:on )?<day>,? |it was on <day>,? that )?(?:{clause}){where}(?: (?:on )?<day>)?{_OPENS}"
    ways = (f"(?:{plain})", *_with_day_inside(row, cues))
    return _compiled("|".join(ways))


def parties(told: re.Match[str]) -> Mapping[str, str]:
    """The signs for what underwent an act and for who did it, and the words for the office that it is about."""
    return {
        found[1]: words for name, words in told.groupdict().items() if words and (found := _NAME_OF_SLOT.match(name))
    }


def _compiled(template: str) -> re.Pattern[str]:
    numbers = count(1)
    slots = {"of": NAME, "by": NAME, "office": _OFFICE}
    expression = _SLOT.sub(lambda slot: f"(?P<{slot[1]}{next(numbers)}>{slots[slot[1]]})", template)
    return re.compile(f"(?i:{expression})".replace("<day>", DAY))


def _whose(row: Mapping[str, Any]) -> str:
    """What undergoes the act, with what it is called before its name where that cannot tell a part of it."""
    if row.get("unique", False):
        return "(?:the (?:[a-z]+ )?)?<of>(?:,? who)?"
    return f"(?:{_KIND})?<of>" if row.get("again", False) else "(?:the )?<of>"


def _clauses(row: Mapping[str, Any], happening: Sequence[str]) -> Iterator[str]:
    """Clauses that tell of the act, without its day."""
    undergoes, nouns, does = (one_of(row.get(name, ())) for name in ("undergoes", "nouns", "does"))
    happens = one_of(row.get("happening", happening))
    if "by" in row:
        yield rf"(?:the )?<by> (?:{does}) (?:the )?<of>"
        yield rf"(?:the )?<of> (?:{undergoes}) by (?:the )?<by>"
        yield rf"the (?:{nouns}) of (?:the )?<of> by (?:the )?<by> (?:{happens})"
        yield rf"<by>['’]s (?:{nouns}) of (?:the )?<of> (?:{happens})"
        return
    office = " (?:(?:as|from) )?(?:(?:the|her|his|their) )?<office>" if row.get("office", False) else ""
    yield rf"{_whose(row)} (?:{undergoes})(?:{office})?"
    if nouns:
        yield rf"the (?:{nouns}) of (?:the )?<of>(?:{office})? (?:{happens})"
        yield rf"<of>['’]s (?:{nouns})(?:{office})? (?:{happens})"
    if does and "actors" in row:
        actors = rf"(?:the |both |all )?(?:[a-z]+ )?(?:{one_of(row['actors'])})(?: (?:of|from) [a-z\d-]+(?: [a-z]+)?)?"
        yield rf"(?:{actors}|{NAME}(?:, {NAME})*,? and {NAME}) (?:{does}) (?:the )?<of>"
    elif does:
        yield rf"{NAME} (?:{does}) {_whose(row)}"


def _with_day_inside(row: Mapping[str, Any], cues: Mapping[str, Any]) -> Iterator[str]:
    """Ways of telling it that go on behind the day, or have it before what was done."""
    if "by" in row:
        return
    undergoes, nouns = row["undergoes"], one_of(row["nouns"])
    done = one_of([told.removeprefix("was ") for told in undergoes])
    office = " (?:(?:as|from) )?(?:(?:the|her|his|their) )?<office>" if row.get("office", False) else ""
    yield rf"{_whose(row)}, (?:(?:who|which) )?(?:was |had )?(?:{done})(?:{office})? (?:on )?<day>[,.]"
    if nouns:
        yield rf"(?:the |{_KIND})?(?:{nouns}) of (?:the )?<of>(?:{office})? on <day> (?!{_PREPOSITIONS})[a-z]+ "
        yield rf"<day> saw the (?:{nouns}) of (?:the )?<of>(?:{office})?{_OPENS}"
        lasting, own = one_of(cues["lasting"]), rf"since (?:its|her|his|their) (?:{nouns}) on <day>{_OPENS}"
        yield rf"{_whose(row)} (?:{lasting}) {own}"
        if office:
            yield rf"{_whose(row)} has been out of (?:the |her |his )?<office> {own}"
    if "states" in row:
        yield rf"{_whose(row)} has been (?:{one_of(row['states'])}) since <day>{_OPENS}"
    if "actors" in row:
        actors = rf"(?:the )?(?:[a-z]+ )?(?:{one_of(row['actors'])})"
        met = rf"(?:{one_of(cues['gathering'])})(?: in {NAME})? on <day>,?"
        yield rf"(?:the )?<of> bears the signatures of {actors} who {met} "
        yield rf"{actors} {met} (?:for the (?:{nouns}) of|to (?:{one_of(row['to_do'])})) (?:the )?<of>{_OPENS}"
