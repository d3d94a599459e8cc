"""The point that a figure is about, as a key.

What belongs here: writing what a figure measures so that it is equal for equal points. Which words name a measure is
decided in `measures`; what is made of two figures with one key, in the modules that compare.
"""

import re
from collections.abc import Mapping, Set
from functools import lru_cache, partial
from typing import Any, Final, NamedTuple

import polars as pl

from tidybrief.corpus.bare_measures import PRICE, in_full, key_of_a_thing
from tidybrief.corpus.clauses import AFTER, BEFORE, CLAUSE, IS_ALONE, IS_APPOSED, MAIN
from tidybrief.corpus.frequencies import in_adverbs
from tidybrief.corpus.governing import governing_verb, predicate
from tidybrief.corpus.happenings import is_of_harm, words_of_happening
from tidybrief.corpus.hedges import hedges
from tidybrief.corpus.indicators import indicator_in_its_clause
from tidybrief.corpus.known_names import PLACES
from tidybrief.corpus.measures import deciding_forms, measure, measure_of_clause, names_of_measures, narrower_measure
from tidybrief.corpus.rates import rate_of
from tidybrief.corpus.units import in_base
from tidybrief.corpus.words import all_words, content_words, cue_words, in_standard, words_of
from tidybrief.engines.known_rows import KnownRows
from tidybrief.extraction.alternation import one_of
from tidybrief.extraction.dates.grammar import MONTHS, WEEKDAYS
from tidybrief.lexicon import Lexicon

IN_UNITS: Final = ("measure", "duration")
"""Kinds of figures whose units are converted where the factor is exact."""
_WORKING: Final = re.compile(r"\s(?:[a-z]+\s)?(?:work|worked|works|are employed|were employed)\s(?:at|in|for|by)\b")
"""After a number of people of a trade: that their employer has so many."""
_AMOUNTS: Final = ("count", "measure", "money")
_DIFFERING: Final = re.compile(r"(?:\s[a-z-]+){0,4}?\s(?:less|fewer|more)(?=\s(?:than|in|on|last|this)\b|[.,;]|$)")
"""Behind an amount: that it is by how much something differs."""
_SHARE: Final = "share"
_OF_THEM: Final = re.compile(r"\s+of (?:them|us)\b")
_MONTHS_AND_DAYS: Final = frozenset(name.lower() for name in (*MONTHS, *WEEKDAYS)) - {"may", "march"}
_YEAR: Final = re.compile(r"(?:1[89]|20)\d\d$")
_ON_TOP: Final = "additional"
_AS_PART_OF: Final = "as part of"
"""Of what something is done, and not a part of it."""
_MONEY: Final = "money"
HAD: Final = "(had)"
"""In a key: that there are so many of it is all that is said."""
PART: Final = "(part)"
"""In a key: some of what it names, and not all of it."""
_VISITORS, _ATTENDANCE = "count||visitor", "count||attendance"
"""Who comes to an event attends it; who comes to a town visits it."""
_SAYING_ENOUGH: Final = 2
"""Words that tell what is measured in some unit."""
_CAPACITY, _A_YEAR = "capacity", " per year"
"""What can be made is told for a year, whether that is said ("an annual capacity of 400 tonnes") or not."""
_EVERY: Final = "every"
_OFTEN: Final = {"hourly": "hour", "daily": "day", "weekly": "week", "monthly": "month"}
_SPELLINGS: Final = (
    ("metric tonne", "tonne"),
    ("metric ton", "tonne"),
    ("barrel of oil", "barrel"),
    ("barrel of crude", "barrel"),
)
_OF_GDP: Final = re.compile(
    r"\s(?:percent|per cent|%)?\s?of (?:its |the country['’]s |the nation['’]s )?(?:GDP|gross domestic product)\b"
)
_GDP: Final = "gdp"
"""Of what a percentage is, where the words behind it tell so."""
_PRICED: Final = re.compile(r"\b(?:prices?|costs?|payments?|fees?|charges?)\s(?:of|for)\s(?:an?|one)\s")
"""What something costs whoever pays for it: "payment for a bus ticket", "price of a bus ticket"."""
_OF_A_WHOLE: Final = re.compile(
    r"\s+of\s+(?:(?:its|his|her|their|our|my|the|this|that|these|those)\s|(?:[A-Z][\w&.-]*\s?){1,5}['’]s\s)"
    r"(?P<whole>(?:[\w-]+\s?){1,3})"
)
"""After an amount: "$4 million of its profit", and not "tonnes of carbon dioxide"."""

_NOTHING_AROUND: Final[Mapping[str, Any]] = {
    **dict.fromkeys((CLAUSE, BEFORE, AFTER, MAIN, PLACES), ""),
    **dict.fromkeys((IS_ALONE, IS_APPOSED), False),
}
"""What is told around a figure of which nothing but its row is known."""


class _Label(NamedTuple):
    """What a figure says that it measures; `forms` are those words of its clause on which more depends, `verb` is what
    its clause does with what is only counted, `whole` that of which it is some, `rate` what it is reckoned by, `places`
    those that are named besides.
    """

    kind: str
    unit: str
    indicator: str
    subject: str
    forms: frozenset[str]
    unit_is_guessed: bool
    verb: str
    whole: str
    rate: str
    places: str


def with_key(figures: pl.DataFrame, lexicon: Lexicon, known: KnownRows | None = None) -> pl.DataFrame:
    """The figures with the `key` of what they measure: null where their words are too few to tell.

    What stands around a figure (`clause` and the columns beside it) may say what its indicator leaves open. A frame
    without these columns, as that of a publication, is read as if nothing stood there.
    """
    nothing = {name: pl.lit(value) for name, value in _NOTHING_AROUND.items() if name not in figures.columns}
    said = figures.with_columns(**nothing).select(
        "kind", "unit", "indicator", "subject", "subject_id", *_NOTHING_AROUND
    )
    key = (known or KnownRows()).recall("keys", said, partial(_keys, lexicon=lexicon)).alias("key")
    is_of_event = pl.col("subject_id").str.starts_with("event:")
    visits = pl.when(is_of_event & (pl.col("key") == _VISITORS)).then(pl.lit(_ATTENDANCE)).otherwise("key")
    return figures.with_columns(key).with_columns(visits.alias("key"))


def _keys(rows: pl.DataFrame, lexicon: Lexicon) -> pl.Series:
    keys = (
        None if _is_difference(row) else _without_happening(_key_of(row, lexicon), row, lexicon)
        for row in rows.iter_rows(named=True)
    )
    return pl.Series(list(keys), dtype=pl.String)


def _without_happening(key: str | None, row: Mapping[str, Any], lexicon: Lexicon) -> str | None:
    """The key of harm without what brought it about, which other words may tell, or none."""
    if key is None:
        return None
    *kind, measured = key.split("|")
    words = frozenset(measured.split(" "))
    if not is_of_harm(words, lexicon):
        return key
    names = names_of_measures(row["kind"], lexicon) | cue_words("harms", lexicon)
    told = words - (words_of_happening(row[CLAUSE], lexicon) - names)
    return "|".join((*kind, " ".join(sorted(told))))


def _is_difference(row: Mapping[str, Any]) -> bool:
    """Whether a figure is by how much something differs, and not how much of it there is."""
    return row["kind"] in _AMOUNTS and _DIFFERING.match(row[AFTER]) is not None


def _key_of(row: Mapping[str, Any], lexicon: Lexicon) -> str | None:
    clause = row[CLAUSE]
    indicator = indicator_in_its_clause(row, lexicon)
    is_counted = row["kind"] == "count" and clause != ""
    if is_counted and _OF_THEM.match(row[AFTER]) and (they := _who_they_are(row[BEFORE], lexicon)):
        row, indicator = {**row, "unit": they, "indicator": they}, they
    said = content_words(indicator, lexicon) - content_words(row["subject"] or "", lexicon)
    is_bare = is_counted and said <= content_words(row["unit"], lexicon) | cue_words("dealing", lexicon)
    is_share = row["kind"] == "percent" and clause != "" and indicator.startswith("share of ")
    if (own := key_of_a_thing(row, said, lexicon)) is not None:
        return own
    own_clause = clause if row[IS_ALONE] else ""
    indicator = in_full(indicator, row, said)
    if (
        row["kind"] == "percent"
        and clause
        and _OF_GDP.match(row[AFTER])
        and _GDP not in content_words(indicator, lexicon)
    ):
        indicator = f"{indicator} {_GDP}"
    label = _Label(
        kind=row["kind"],
        unit=in_adverbs(row["unit"]) if is_counted else row["unit"],
        indicator=indicator,
        subject=row["subject"] or "",
        forms=deciding_forms(row["kind"], lexicon).intersection(
            in_standard(own_clause, lexicon).replace(_AS_PART_OF, " ").split()
        ),
        unit_is_guessed=is_counted and not all_words(row["unit"], lexicon) <= all_words(clause, lexicon),
        verb=_verb(row, lexicon) if is_bare else predicate(row[AFTER], lexicon) if is_share else "",
        whole=_whole(row),
        rate=rate_of(row, lexicon),
        places=row[PLACES],
    )
    if row["kind"] == "count" and (of_act := _key_of_what_hit(row, label, lexicon)):
        return of_act
    if own_clause and (narrower := _key_by_all_words(label, row, lexicon)):
        return narrower
    key = _of_the_event(_key(label, lexicon), row, lexicon)
    if own_clause and is_bare and _is_apposed(row, lexicon):
        of_all = _key_by_clause(label, own_clause, lexicon)
        return of_all if of_all != key else None
    if not own_clause or (key and not _says_little(key, row, lexicon)):
        return key
    return _key_by_clause(label, own_clause, lexicon) or _key_of_what_is_had(row, label, lexicon) or key


def _of_the_event(key: str | None, row: Mapping[str, Any], lexicon: Lexicon) -> str | None:
    """The key; of visitors, as of an event where the clause names one: who comes to a festival attends it. Who attends
    a museum visits it.
    """
    clause = row[CLAUSE]
    if key == _ATTENDANCE and all_words(row["subject"] or "", lexicon) & cue_words("visited", lexicon):
        return _VISITORS
    if key is None or not key.startswith("count||") or _occasion(lexicon).search(clause) is None:
        return key
    words = frozenset(key.removeprefix("count||").split(" "))
    return f"count||{' '.join(sorted(words - {'visitor'} | {'attendance'}))}" if "visitor" in words else key


def _is_apposed(row: Mapping[str, Any], lexicon: Lexicon) -> bool:
    """Whether a number of people only says in another way what the clause before it tells: "cut a tenth of its staff,
    or 40 employees".
    """
    is_bare = all_words(row[AFTER], lexicon) <= cue_words("concerned", lexicon)
    return bool(row[IS_APPOSED]) and is_bare and re.fullmatch(rf"\s*{hedges(lexicon)}", row[BEFORE]) is not None


def _key_of_what_hit(row: Mapping[str, Any], label: _Label, lexicon: Lexicon) -> str | None:
    """What came upon people, where the clause says no more of them: "the layoffs hit 40 workers"."""
    before = row[BEFORE]
    found = _hitting(lexicon).match(before)
    if found is None or not content_words(label.unit, lexicon) <= cue_words("concerned", lexicon):
        return None
    counted = label._replace(verb="", indicator=label.unit)
    key = _key_by_clause(counted, f"{found['act']} {label.unit}", lexicon)
    return key if key != _key(counted, lexicon) else None


def _who_they_are(before: str, lexicon: Lexicon) -> str:
    """The people that the clause names before so many "of them"; empty where it names none."""
    people = cue_words("concerned", lexicon)
    return next((word for word in reversed(before.split()) if all_words(word, lexicon) & people), "")


def _key_of_what_is_had(row: Mapping[str, Any], label: _Label, lexicon: Lexicon) -> str | None:
    """What the clause only says that the subject has so many of: "has 603 beds", "there are 40 berths at the port"."""
    words = content_words(label.unit, lexicon)
    is_thing = label.kind == "count" and bool(words) and not label.unit_is_guessed
    said = content_words(label.indicator, lexicon) - content_words(label.subject, lexicon)
    if not is_thing or words & cue_words("dealing", lexicon) or not said - _of_having(lexicon) <= words:
        return None
    is_total = (row["indicator"] or "").startswith("number of ")
    recorded = lexicon.cues["comparisons"]["indicators"]["recorded"]
    is_had = is_total or _having(lexicon).search(row[BEFORE]) or row[AFTER].startswith(f"-{label.unit}")
    is_had = is_had or _WORKING.match(row[AFTER]) or predicate(row[AFTER], lexicon).partition(" ")[0] in recorded
    return f"count||{' '.join(sorted(words))} {HAD}" if is_had else None


def _says_little(key: str, row: Mapping[str, Any], lexicon: Lexicon) -> bool:
    """Whether a key names no measure, but only people or money, and no verb says what they did or what it was for."""
    words = frozenset(key.split("|")[2].split(" "))
    if not words.isdisjoint(names_of_measures(row["kind"], lexicon)):
        return False
    if row["kind"] == "count" and words - _of_having(lexicon) <= content_words(row["unit"], lexicon):
        return True
    vague = cue_words("vague", lexicon)
    if row["kind"] == "measure":
        return len(words - content_words(row["unit"], lexicon)) < _SAYING_ENOUGH
    if row["kind"] == "money":
        return words - {_MONEY} <= vague | cue_words("light", lexicon)
    return not words.isdisjoint(_people(lexicon)) and _verb(row, lexicon) in {"", *vague}


def _verb(row: Mapping[str, Any], lexicon: Lexicon) -> str:
    """What is done with what is only counted."""
    return governing_verb(row[BEFORE], lexicon) or predicate(row[AFTER], lexicon)


def _whole(row: Mapping[str, Any]) -> str:
    """That of which a figure is said to be some; a percentage always is."""
    found = _OF_A_WHOLE.match(row[AFTER]) if row["kind"] != "percent" else None
    return found["whole"] if found else ""


@lru_cache(maxsize=65_536)
def _key(label: _Label, lexicon: Lexicon) -> str | None:
    """What the indicator says, and the unit, if it is told or needed."""
    told, beside = _told(label), _beside(label, lexicon)
    said = label.indicator if label.unit_is_guessed else told
    words = measure(label.kind, said, beside, label.forms, lexicon)
    if label.unit_is_guessed and not _are_telling(words, lexicon):
        words = measure(label.kind, told, beside, label.forms, lexicon)
    return _written(label, words, lexicon)


def _key_by_clause(label: _Label, clause: str, lexicon: Lexicon) -> str | None:
    """What the clause says where the indicator says too little."""
    beside = _beside(label, lexicon)
    return _written(label, measure_of_clause(label.kind, _told(label), beside, clause, lexicon), lexicon)


def _key_by_all_words(label: _Label, row: Mapping[str, Any], lexicon: Lexicon) -> str | None:
    """What the figure's words and those of its clause say together, and of the clause that a phrase with it opens."""
    clause = f"{row[CLAUSE]} {row[MAIN]}"
    words = narrower_measure(label.kind, _told(label), _beside(label, lexicon), clause, lexicon)
    return _written(label, words, lexicon) if words else None


def _beside(label: _Label, lexicon: Lexicon) -> frozenset[str]:
    """The words of the subject, which say nothing of what is measured, unless that is what is counted: the cars that
    "Larch Cars" built; and the places that are told besides, which the scope holds."""
    counted = content_words(label.unit.rpartition(" ")[2], lexicon) if label.kind == "count" else frozenset[str]()
    named = content_words(label.subject, lexicon) | content_words(label.places, lexicon)
    return (named | _legal_forms(lexicon)) - counted


def _told(label: _Label) -> str:
    unit = label.unit if label.kind in {"count", "measure"} else ""
    return f"{label.indicator} {unit} {label.verb}"


def _written(label: _Label, words: frozenset[str], lexicon: Lexicon) -> str | None:
    """The key of these words; None where they are too few. That something is measured in a year is said elsewhere in
    the row.
    """
    words = _without_dates(words)
    rate = label.rate
    if label.kind == "percent" and _GDP in words:
        words -= {_SHARE}
    if label.kind == "money" and not rate and (often := words & _OFTEN.keys()):
        words, rate = words - often, _OFTEN[min(often)]
    if _are_telling(words - {_MONEY}, lexicon):
        words -= {_MONEY}
    can_grow = label.kind == "money" or not words.isdisjoint(cue_words("stocks", lexicon))
    if can_grow and not all_words(label.indicator, lexicon).isdisjoint(cue_words("increments", lexicon)):
        words |= {_ON_TOP}
    is_of_none = words.isdisjoint(names_of_measures(label.kind, lexicon))
    if label.kind == "money" and is_of_none and _PRICED.search(label.indicator):
        words = words - cue_words("pricing", lexicon) | {PRICE}
    is_only_put = _MONEY in words and words - {_MONEY} <= cue_words("putting", lexicon)
    if is_only_put or not _are_telling(words - {_ON_TOP}, lexicon):
        return None
    if label.whole and not words.isdisjoint(content_words(label.whole, lexicon)):
        words |= {PART}
    dimension = _dimension(label.kind, label.unit, lexicon) if label.kind != "count" else ""
    if _CAPACITY in words:
        dimension = dimension.removesuffix(_A_YEAR)
    reckoned = content_words(rate, lexicon) - {_EVERY} or all_words(rate, lexicon)
    return f"{label.kind}|{'/'.join((dimension, *sorted(reckoned)))}|{' '.join(sorted(words - reckoned or words))}"


def _without_dates(words: frozenset[str]) -> frozenset[str]:
    """The words without years, months and days, which the row has as its period."""
    dates = words & _MONTHS_AND_DAYS
    days = frozenset(word for word in words if dates and word.isdigit())
    return frozenset(word for word in words if not _YEAR.match(word)) - dates - days


def _dimension(kind: str, unit: str, lexicon: Lexicon) -> str:
    """The unit in one spelling, whether it is told to be metric or not; of what has units, the base unit."""
    for spelt, standard in _SPELLINGS:
        unit = unit.replace(spelt, standard)
    return in_base(unit, lexicon).base if kind in IN_UNITS else unit


def _are_telling(words: Set[str], lexicon: Lexicon) -> bool:
    """Whether the words say what is measured."""
    return len(words) > 1 or not words.isdisjoint(cue_words("sufficient", lexicon))


@lru_cache(maxsize=4)
def _legal_forms(lexicon: Lexicon) -> frozenset[str]:
    """Words behind the name of a company that say nothing of what is measured: "deliveries at Acme plc"."""
    forms = lexicon.cues["name_cues"]["organisation"]["legal_forms"].split()
    return content_words(" ".join(form for form in forms if form not in {"Company", "Limited"}), lexicon)


@lru_cache(maxsize=4)
def _occasion(lexicon: Lexicon) -> re.Pattern[str]:
    """An event that people come to."""
    return re.compile(rf"\b(?:{one_of(lexicon.cues['comparisons']['indicators']['occasions'])})s?\b")


@lru_cache(maxsize=4)
def _having(lexicon: Lexicon) -> re.Pattern[str]:
    """Right before a number: that its subject has so many of something."""
    having = one_of(lexicon.cues["comparisons"]["indicators"]["having"])
    wholes = one_of(lexicon.cues["comparisons"]["indicators"]["wholes"])
    return re.compile(
        rf"\b(?:{having})\s+(?:(?:an?|its|their)\s+(?:[a-z-]+\s+)?(?:{wholes})\s+of\s+)?{hedges(lexicon)}$",
        re.IGNORECASE,
    )


@lru_cache(maxsize=4)
def _of_having(lexicon: Lexicon) -> frozenset[str]:
    """Words that add nothing to a number of things, but that its subject has them."""
    cues = lexicon.cues["comparisons"]["indicators"]
    return words_of((*cues["having"], *cues["wholes"], "work"), lexicon)


@lru_cache(maxsize=4)
def _hitting(lexicon: Lexicon) -> re.Pattern[str]:
    """Up to a number of people: what came upon them, and no words that only open the clause."""
    cues = lexicon.cues["comparisons"]
    attendant, hitting = one_of(cues["scopes"]["attendant"]), one_of(cues["indicators"]["hitting"])
    return re.compile(
        rf"\s*(?!(?i:{attendant})\b)(?P<act>[^,;:]+?)\s(?:(?:has|have|had|also)\s)?(?:{hitting})\s+{hedges(lexicon)}$"
    )


@lru_cache(maxsize=4)
def _people(lexicon: Lexicon) -> frozenset[str]:
    return content_words("people", lexicon)
