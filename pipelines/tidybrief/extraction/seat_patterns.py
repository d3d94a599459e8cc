"""Patterns of where an organisation, a person, an event or a policy has its place.

What belongs here: `located_in`. The language of the patterns stands in `relation_phrases`.
"""

from typing import Final

from tidybrief.extraction.relation_phrases import (
    IS,
    KIND,
    QUOTE,
    Template,
)

LOCATED_IN: Final = (
    Template("kind_before_name", rf"(?P<object><AL>) <w4>{KIND},? {QUOTE}(?P<subject><O>)", 0.92),
    Template("based", r"(?P<object><AL>)-(?:based|headquartered) <w4>(?P<subject><OP>)", 0.95),
    Template("owner_place", rf"(?P<object><AL>)'s (?:<w3>{KIND},? )?(?P<subject><O>)", 0.85),
    Template(
        "seat",
        rf"(?P<subject><O>)<aside>{IS}(?:based|headquartered|located|situated|incorporated) in (?:the )?"
        r"(?P<object><L>)",
        0.95,
    ),
    Template(
        "seat_of_clause",
        r"(?P<subject><O>)<gap>(?:is|was) (?:based|headquartered|located) in (?:the )?(?P<object><L>)",
        0.95,
    ),
    Template(
        "kind_based",
        rf"(?P<subject><O>)<aside>{IS}an? (?:[\w'&-]+ ){{1,6}}?(?:based|headquartered) in (?:the )?(?P<object><L>)",
        0.93,
    ),
    Template(
        "kind_in_place",
        rf"(?P<subject><O>)<aside>{IS}(?:an? |the |one of the )<w4>(?:{KIND}|%organisation_plurals%) in (?:the )?"
        r"(?P<object><L>)",
        0.88,
    ),
    Template(
        "all_of_place",
        r"(?P<subject><O+>)<aside>(?:are )?(?:all |both )(?P<object><A>) <w3>%organisation_plurals%",
        0.9,
    ),
    Template(
        "with_headquarters",
        r"(?P<subject><O>), (?:with (?:<O>'s )?|whose )headquarters (?:are )?in (?:the )?(?P<object><L>)",
        0.93,
    ),
    Template("owner_place_behind", rf"(?P<subject><O>), (?P<object><AL>)'s <w4>{KIND}", 0.88),
    Template(
        "apposition",
        rf"(?P<subject><O>)<aside>{IS}(?:an? |the |one of )<w3>(?P<object><AL>)(?:-based|'s)? <w4>{KIND}",
        0.92,
    ),
    Template(
        "examples",
        r"(?P<object><AL>) <w4>%organisation_plurals%,? (?:like|such as|including) (?:the )?(?P<subject><O+>)",
        0.92,
    ),
    Template("institution", r"(?P<subject><O>) in (?:the )?(?P<object><L>)", 0.8, "institution_name_words"),
    Template(
        "kind_behind_name",
        r"(?P<subject><O>) (?:chain|subsidiary|branch|plant|campus|factory) in (?:the )?(?P<object><L>)",
        0.85,
    ),
    Template(
        "event_or_policy",
        r"(?P<subject><YE>)(?: (?:initiative|program|programme|plan|strategy|summit|conference|expo|forum))?"
        r"(?:,? (?:was |is )?(?:held|hosted|taking place))? in (?:the )?(?P<object><L>)",
        0.85,
    ),
    Template("headquarters", r"(?P<subject><O>)'s (?P<object><AL>) (?:headquarters|head office)", 0.9),
    Template(
        "headquarters_in",
        r"(?P<subject><O>)'s (?:global |main )?(?:headquarters|head office) in (?:the )?(?P<object><L>)",
        0.9,
    ),
    Template(
        "person_from",
        r"(?P<subject><P>), an? (?:[\w'-]+ ){1,5}?(?:from|based in|living in) (?:the )?(?P<object><L>)",
        0.9,
    ),
)
