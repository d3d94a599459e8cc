"""Patterns of who put a policy in force, published a report or wrote a work.

What belongs here: `issued`, `published` and `authored`. The language of the patterns stands in `phrases`.
"""

from typing import Final

from tidybrief.extraction.relations.phrases import (
    AGE_OF_REPORT,
    BRIEFLY,
    HAS,
    ITS,
    NO_PERSON,
    NO_USE,
    OF_STATE,
    QUOTE,
    REPORT,
    THE,
    Template,
)

ISSUED: Final = (
    Template("owner", rf"(?P<subject><ALO>)(?: {OF_STATE})?'s <w4>{QUOTE}(?P<object><Y+>){NO_USE}", 0.88),
    Template(
        "issued",
        rf"(?P<subject><LO+>)<gap>{HAS}{BRIEFLY}(?:%issued%|%issues%) (?:<LO>'s )?{THE}<w4>{QUOTE}"
        r"(?P<object><Y+>)",
        0.88,
    ),
    Template(
        "government_issued",
        rf"(?P<subject><AL>) {OF_STATE} (?:has |have )?{BRIEFLY}(?:%issued%|%issues%) (?:<LO>'s )?{THE}<w4>"
        rf"{QUOTE}(?P<object><Y+>)",
        0.9,
    ),
    Template(
        "issued_by",
        r"(?P<object><Y>)<aside>(?:which )?(?:is |was |were |has been )?(?:first )?%issued%(?: [^;:.<>]{0,30}?)? by "
        r"(?:the )?<w2>(?P<subject><LOA>)",
        0.9,
    ),
    Template("signing", r"^(?:The )?(?P<subject><L>) (?:[^;:.<>]{1,60} )?signing of (?:the )?(?P<object><Y>)", 0.85),
    Template("adjective", r"(?P<subject><A>) (?P<object><Y>)", 0.7),
    Template(
        "relative_clause",
        r"(?P<object><Y+>)(?: \([^()]*\))?, which (?:the )?(?P<subject><ALO>)(?:'s)? (?:government |parliament "
        r"|lawmakers )?(?:has |had )?(?:%issued%)",
        0.88,
    ),
)
PUBLISHED: Final = (
    Template(
        "owners_work",
        rf"(?P<subject><O>)(?:'s)? <w3>{REPORT}(?:,| titled| called| entitled)? {QUOTE}(?P<object><W>)",
        0.93,
    ),
    Template(
        "owners_report",
        rf"(?P<subject><O>)(?:'s)? {AGE_OF_REPORT}(?P<literal>{REPORT})\b(?!(?:,| titled| called) {QUOTE}<W>)",
        0.9,
    ),
    Template(
        "report_by",
        rf"(?P<literal>{REPORT}) (?:that was |which was )?(?:%published% )?(?:\w+ )?by (?:the )?<w2>"
        rf"(?P<subject><O+>){NO_PERSON}",
        0.9,
    ),
    Template(
        "report_from",
        rf"(?P<literal>report|study|survey|poll|paper) from (?:the )?<w2>(?P<subject><O>){NO_PERSON}",
        0.85,
    ),
    Template(
        "work_by",
        r"(?P<object><W>)['\"”]?,?['\"”]? (?:which was |is |was )?(?:first )?%published% (?:\w+ )?by (?:the )?<w2>"
        r"(?P<subject><O+>)",
        0.93,
    ),
    Template(
        "publishes",
        rf"(?P<subject><O+>)<gap>{HAS}{BRIEFLY}%published% {ITS}{THE}<w4>{QUOTE}(?P<object><W>)",
        0.92,
    ),
    Template(
        "publishes_report",
        rf"(?P<subject><O+>)<gap>{HAS}{BRIEFLY}%published% {ITS}{THE}<w3>(?P<literal>{REPORT})\b",
        0.88,
    ),
    Template(
        "in_its_work",
        r"[Ii]n (?:its|their) (?:[\w-]+ ){0,2}['\"“]?(?P<object><W>)['\"”]?,? (?:the )?(?P<subject><O>) [a-z]",
        0.9,
    ),
    Template(
        "said_in_work",
        r"(?<!of )(?<!of the )(?P<subject><O>),? (?:%stated%)(?: (?:on|in) \w+)? in (?:<O>'s |an? |the "
        rf"){AGE_OF_REPORT}(?:<w2>{REPORT},? )?{QUOTE}(?P<object><W>)",
        0.9,
    ),
    Template(
        "said_in_report",
        r"(?<!of )(?<!of the )(?P<subject><O>),? (?:%stated%)(?: (?:on|in) \w+)? in (?:<O>'s |an? |the "
        rf")<w2>(?P<literal>{REPORT})\b(?!,? {QUOTE}<W>)",
        0.88,
    ),
    Template(
        "in_a_report",
        rf"^In (?:its |an? |the ){AGE_OF_REPORT}<w2>(?P<literal>{REPORT})\b(?!,? {QUOTE}<W>)[^;:<>]{{0,60}}, "
        r"(?:the )?(?P<subject><O>) (?:%stated%)",
        0.85,
    ),
    Template(
        "in_a_work",
        rf"^In (?:its |an? |the ){AGE_OF_REPORT}(?:<w2>{REPORT},? "
        rf")?{QUOTE}(?P<object><W>)['\"”]?[^;:<>]{{0,40}}, (?:the )?(?P<subject><O>) "
        r"(?:%stated%)",
        0.88,
    ),
    Template("own_work", rf"(?P<subject><O>)'s <w4>{QUOTE}(?P<object><W>)", 0.9),
    Template(
        "kind_of_work_by",
        rf"(?P<object><W>)['\"”]?,['\"”]? (?:an? |the )<w3>{REPORT} (?:from|by) (?:the )?<w2>(?P<subject><O+>)",
        0.9,
    ),
)
AUTHORED: Final = (
    Template(
        "written_by",
        r"(?P<object><W>)['\"”,]{0,3} (?:which was |is |was )?(?:authored|written|co-authored|penned|compiled) by "
        r"<w2>(?P<subject><P+>)",
        0.95,
    ),
    Template(
        "written_by_and_titled",
        rf"(?:authored|written|co-authored|penned|compiled) by <w2>(?P<subject><P+>),? (?:is |was )?"
        rf"(?:called|titled|entitled) {QUOTE}(?P<object><W>)",
        0.95,
    ),
    Template(
        "author_of",
        rf"(?P<subject><P>)<aside>(?:who is |is |was )?{THE}<w2>(?:author|co-author) of (?:the )?<w3>{QUOTE}"
        r"(?P<object><W>)",
        0.93,
    ),
    Template(
        "own_book",
        rf"(?:his|her|their) <w2>(?:book|memoir|novel|paper|article|study|report|essay),? {QUOTE}(?P<object><W>)"
        r"['\"”]?, (?P<subject><P>)",
        0.9,
    ),
    Template(
        "owners_book",
        r"(?P<subject><P>)'s <w3>(?:book|memoir|novel|paper|article|study|report|essay|biography),? "
        rf"{QUOTE}(?P<object><W>)",
        0.92,
    ),
    Template(
        "wrote",
        r"(?P<subject><P+>)<gap>(?:who )?(?:has |had )?(?:also )?(?:wrote|writes|authored|co-authored|co-wrote"
        r"|penned|published|written) "
        rf"(?:the |an? |his |her |their )?<w3>{QUOTE}(?P<object><W>)",
        0.92,
    ),
    Template(
        "work_by",
        r"(?P<object><W>)(?:['\"”],?|,['\"”]|,['\"”]? (?:an?|the) <w3>[a-z]+) by (?:the )?<w3>(?P<subject><P+>)",
        0.9,
    ),
    Template(
        "book_of_person",
        rf"(?P<subject><P>)[^;:<>]{{1,80}} (?:his|her) <w2>(?:book|memoir|novel|paper|article|study|essay),? "
        rf"{QUOTE}(?P<object><W>)",
        0.85,
    ),
)
