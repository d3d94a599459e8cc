"""Measures that need no word more.

What belongs here: what a thing costs, how old a person is, how much an economy grew and what a ministry spent, where
the clause says nothing else. Other measures are told by their words, in `keys`.
"""

import re
from collections.abc import Mapping, Set
from typing import Any, Final

from tidybrief.corpus.clauses import AFTER, BEFORE, CLAUSE, MAIN
from tidybrief.corpus.rates import rate_of
from tidybrief.corpus.words import all_words, content_words, cue_words
from tidybrief.lexicon import Lexicon

_COST_OR_PRICE: Final = frozenset({"cost", "price"})
"""Words for what something costs, as against what somebody pays."""
_NAMED_LIKE_PRODUCTS: Final = ("org:", "person:", "work:")
"""What a product may be taken for of which a text tells no more than the name."""
PRICE: Final = "price"
"""In a key: what the subject costs whoever buys it."""
BUILDING: Final = "building-cost"
"""In a key: what it cost to build the subject."""
_OPENED_PLAINLY: Final = re.compile(r"\s*(?:On [A-Z]|In (?:[A-Z]|\d{4})|From [A-Z]|Since |According to )")
"""Opens a clause with its day or with who tells it."""
_IS_OF_AGE: Final = re.compile(
    r"(?:\b(?:is|[Tt]he|[Aa]n?)|(?:^|[A-Z]\S+\s)[Aa]ged)\s+(?:now\s+|about\s+)?(?:only\s+|just\s+|aged\s+)?$"
)
"""Before the age that somebody has now, and not when something was done ("won her first race aged 19")."""
_COMPARED: Final = re.compile(r"\s(?:more|less|above|below|over|under)\b")
"""Behind an amount: that it is by how much something differs."""
_AT_THE_AGE: Final = re.compile(r"^(?:At|Now at)\s(?:the age of\s)?$")
"""Opens the clause of somebody's age, which is that of now if the clause goes on in the present tense."""
_NOW: Final = re.compile(r"^\s*(?:is|has been|remains|still|lives|works|leads|runs)\s")
_AGED: Final = re.compile(r"\s*(?:now\s+)?aged\s+$")
"""The same in an apposition: "The painter Anna Holt, aged 70, was released"."""
_RELATED_TO: Final = re.compile(r"\b(?:of|to|with|by)\s+$")
_WHAT_IT_IS: Final = re.compile(r"(?:(?:The|An?) [a-z-]+ )?")
_PUBLIC_BODIES: Final = re.compile(r"\b(?:Ministry|Department|Agency|Council|Government|Authority|Parliament)\b")
_SPENDING: Final = frozenset({"spending"})
"""Of a public body, all that it spends, where nothing else is said."""
_GROWTH: Final = frozenset({"growth"})
"""Of a country, that of its economy, where nothing else is said."""


def in_full(indicator: str, row: Mapping[str, Any], said: Set[str]) -> str:
    """The indicator with the word that its subject makes needless: the growth of a country is that of its economy, the
    spending of a ministry all that it spends.
    """
    if said == _GROWTH and row["kind"] == "percent" and (row["subject_id"] or "").startswith("place:"):
        return f"economic {indicator}"
    if said == _SPENDING and row["kind"] == "money" and _PUBLIC_BODIES.search(row["subject"] or ""):
        return f"public {indicator}"
    return indicator


def key_of_a_thing(row: Mapping[str, Any], said: Set[str], lexicon: Lexicon) -> str | None:
    """What a place that was built cost, what a product does, and how old a person is: where nothing else is said, that
    says enough.
    """
    subject_id = row["subject_id"] or ""
    if row["kind"] == "money" and subject_id.startswith("place:") and said & cue_words("built", lexicon):
        said |= content_words(row[BEFORE], lexicon) - content_words(row["subject"] or "", lexicon)
        is_all = said <= cue_words("building", lexicon) and not (_COMPARED.match(row[AFTER]) or rate_of(row, lexicon))
        is_built = row["subject"].rpartition(" ")[2].lower() in cue_words("works", lexicon)
        if "cost" in said or (is_all and is_built):
            return f"money|{row['unit']}|{BUILDING}" if is_all else None
    if row["kind"] == "money" and subject_id.startswith("product:"):
        return f"money|{row['unit']}|{PRICE}" if _is_plain_price(row, said, lexicon) else None
    is_named = subject_id.startswith(_NAMED_LIKE_PRODUCTS) and row["subject"] in row[CLAUSE]
    is_priced = is_named and not said.isdisjoint(_COST_OR_PRICE)
    if row["kind"] == "money" and is_priced and _is_plain_price(row, said, lexicon):
        return f"money|{row['unit']}|{PRICE}"
    if row["kind"] == "age" and subject_id.startswith("person:") and " " in (row["subject"] or ""):
        before, after = row[BEFORE], row[AFTER]
        opening = row[CLAUSE].partition(f"{row['subject']} {before}")[0]
        is_apposed = _AGED.match(before) and after in {"", "."} and _WHAT_IT_IS.fullmatch(opening)
        is_bare = not (before.strip() or after.strip() or _RELATED_TO.search(opening))
        is_opening = _AT_THE_AGE.match(before) and _NOW.match(row[MAIN].partition(row["subject"])[2])
        is_present = is_apposed or is_bare or is_opening or _IS_OF_AGE.search(before)
        is_of_another = re.search(rf"\b(?:of|to|with|by|for)\s{re.escape(row['subject'])}\b", row[CLAUSE]) is not None
        return f"age|{row['unit']}|age" if is_present and not is_of_another else None
    return None


def _is_plain_price(row: Mapping[str, Any], said: Set[str], lexicon: Lexicon) -> bool:
    """Whether nothing is said but that a product costs so much: not how long for, for whom, nor with what."""
    sides = (row[side].replace(row["subject"], " ") for side in (BEFORE, AFTER))
    told, more = (all_words(words, lexicon) for words in sides)
    opening = row[CLAUSE].partition(row[BEFORE] or "\0")[0]
    if opening.strip() and not _OPENED_PLAINLY.match(opening):
        return False
    return bool(said) and said | told <= cue_words("pricing", lexicon) and not more and not rate_of(row, lexicon)
