"""Patterns of which organisation belongs to which, came out of it, or is paid for by it.

What belongs here: `part_of`, `spun_off_from` and `backs`. The language of the patterns stands in
`relation_phrases`.
"""

from typing import Final

from tidybrief.extraction.relation_phrases import (
    BRIEFLY,
    HAS,
    IS,
    THE,
    UNIT,
    Template,
)

PART_OF: Final = (
    Template("owners_unit", rf"(?P<object><O>)'s (?:<AL> )?<w4>{UNIT},? (?P<subject><O>)", 0.92),
    Template("unit_of_owner", rf"(?P<subject><O>), (?P<object><O>)'s <w4>{UNIT}", 0.9),
    Template("unit_called", rf"(?P<subject><O>)<aside>{IS}an? <w2>(?P<object><O>) {UNIT}", 0.9),
    Template("unit_behind_name", rf"(?P<object><O>)'s <w4>(?P<subject><O>) {UNIT}", 0.9),
    Template("unit_by_name", r"(?P<object><O>)'s (?P<subject><O>)", 0.88, "unit_name_words"),
    Template(
        "unit_of",
        rf"(?P<subject><O+>)<aside>{IS}{BRIEFLY}(?:an? |the |one of )?<w4>(?:{UNIT}|part) of (?:the )?<w1>"
        r"(?P<object><O>)",
        0.88,
    ),
    Template(
        "owned_by",
        rf"(?P<subject><O>)<aside>{IS}{BRIEFLY}(?:wholly |majority[- ]|partly )?owned by (?:the )?<w4>"
        r"(?P<object><O>)",
        0.9,
    ),
    Template("owned", r"(?P<object><O>)-owned <w4>(?P<subject><O>)", 0.93),
    Template("unit_between", r"(?P<object><O>) (?:subsidiary|unit|division|affiliate|brand),? (?P<subject><O>)", 0.92),
    Template("parent", r"(?P<subject><O>)'s (?:parent|owner)(?: company| firm| group)?,? (?P<object><O>)", 0.93),
)
SPUN_OFF_FROM: Final = (
    Template(
        "spun_off",
        rf"(?P<subject><O>)<aside>{HAS}(?:was |is |were |been )?{BRIEFLY}spun (?:off|out) (?:from|of|by) "
        r"(?:the )?(?P<object><O>)",
        0.93,
    ),
    Template(
        "spin_off_of",
        r"(?P<subject><O>)<aside>(?:is |was )?an? <w3>(?:spin-?off|spin-?out) (?:of|from) (?:the )?"
        r"(?P<object><O>)",
        0.93,
    ),
    Template("spins_off", r"(?P<object><O>) (?:has |had )?spun (?:off|out) <w3>(?P<subject><O>)", 0.9),
    Template(
        "now_independent",
        r"(?:[Oo]riginally|[Ff]ormerly|[Ii]nitially|[Ff]irst) (?:an? )?<w2>"
        r"(?:developed|founded|created|started|incubated|launched|part|unit|division|project|owned) "
        r"(?:by|at|within|inside|of) (?P<object><O>), (?P<subject><OD>) "
        r"(?:is now|is today|became|has become|has since become) (?:an? )?(?:independent|separate|stand-?alone)",
        0.9,
    ),
)
BACKS: Final = (
    Template("backed", r"(?P<subject><O>)-(?:backed|funded|financed) <w3>(?P<object><OD>)", 0.95),
    Template(
        "backed_by",
        rf"(?P<object><OD>)<aside>{IS}(?:partly |also )?(?:backed|funded|financed|bankrolled) by (?:the )?<w4>"
        r"(?P<subject><O+>)",
        0.9,
    ),
    Template(
        "invested",
        rf"(?P<subject><O+>)<gap>{HAS}(?:also )?(?:invests|invested|poured|injected|pumped|put)"
        r"(?: [^;,:<>]{1,40}?)? (?:in|into) (?:the )?<w4>(?P<object><OD+>)",
        0.88,
    ),
    Template(
        "stake",
        r"(?P<subject><O+>)<gap>(?:which )?(?:has|have|holds?|owns?|held|owned|bought|acquired|took|controls) "
        r"[^;:<>]{0,50}?(?:stake|shareholding|shares|interest) in (?:the )?<w3>(?P<object><O>)",
        0.9,
    ),
    Template(
        "funding_round",
        r"(?P<subject><O+>)<gap>(?:has )?(?:led|co-led|leads|joined) [^;,:<>]{0,50}?round (?:in|for) (?:the )?<w3>"
        r"(?P<object><OD>)",
        0.88,
    ),
    Template(
        "investor_in",
        rf"(?P<subject><O>)<aside>(?:is |was )?{THE}<w4>(?:investor|shareholder|backer) (?:in|of) (?:the )?"
        r"(?P<object><OD>)",
        0.9,
    ),
    Template(
        "funds",
        r"(?P<subject><O>)<gap>(?:funds|finances|funded|financed|backs|backed) (?:the )?<w3>(?P<object><OD>)",
        0.82,
    ),
)
