"""Patterns of who makes a product and what it competes with.

What belongs here: `develops` and `competes_with`. The language of the patterns stands in `relation_phrases`.
"""

from typing import Final

from tidybrief.extraction.relation_phrases import (
    BRIEFLY,
    HAS,
    ITS,
    QUOTE,
    SUCH_AS,
    THE,
    Template,
)

DEVELOPS: Final = (
    Template("made", rf"(?P<subject><O+>)<gap>{HAS}{BRIEFLY}%made% {ITS}{THE}{SUCH_AS}{THE}(?P<object><D+>)", 0.9),
    Template(
        "makes",
        rf"(?P<subject><O+>)<gap>(?:which |that )?{BRIEFLY}%makes% {ITS}{THE}{SUCH_AS}{THE}(?P<object><D+>)",
        0.85,
    ),
    Template("owner", rf"(?P<subject><O>)'s (?!%not_made%\b){SUCH_AS}(?:the )?{QUOTE}(?P<object><D+>)", 0.88),
    Template(
        "owners_launch",
        r"(?P<subject><O>)'s (?:\w+ )?(?:release|launch|development|rollout|unveiling|introduction|creation) of "
        rf"{ITS}{THE}<w3>(?P<object><D+>)",
        0.9,
    ),
    Template("maker_before_product", r"(?P<subject><O>) (?P<object><D>)", 0.85),
    Template(
        "made_by",
        r"(?P<object><D+>)(?: \w+)?(?:, (?:[^;.()<>]|<AL>){0,140}?)?,? (?:which |that )?"
        rf"(?:is |was |were |are |has been |being )?{BRIEFLY}%made_by% by (?:the )?(?:<AL>(?:-based)? )?<w3>"
        r"(?P<subject><O+>)",
        0.88,
    ),
    Template(
        "maker_of",
        rf"(?P<subject><O>)<aside>(?:is |was )?{THE}<w3>"
        r"(?:maker|developer|creator|company|start-?up|firm|manufacturer|lab)"
        r" (?:of|behind) (?:the )?<w3>(?P<object><D+>)",
        0.92,
    ),
    Template(
        "product_maker", r"(?P<object><D>)[ -](?:maker|developer|creator|owner|operator),? (?P<subject><O>)", 0.93
    ),
    Template("product_of_owner", r"(?P<object><D>), (?P<subject><O>)'s ", 0.9),
)
COMPETES_WITH: Final = (
    Template(
        "competes",
        r"(?P<subject><OD+>)<gap>(?:which |that )?(?:also )?(?:competes?|competed|(?:is|are) competing|vies?) "
        r"(?:directly |fiercely )?(?:with|against) (?:the )?<w4>(?:like |such as |including )?(?P<object><OD+>)",
        0.9,
    ),
    Template(
        "owners_rival",
        r"(?P<subject><OD>)'s <w3>(?:rivals?|competitors?),?(?: such as| like| includ\w+)? (?P<object><OD+>)",
        0.92,
    ),
    Template(
        "rival_to",
        rf"(?P<subject><OD>)<aside>(?:is |was )?{THE}<w3>(?:rival|competitor|alternative|challenger|answer) (?:to|of) "
        rf"(?:the )?{ITS}(?P<object><OD+>)",
        0.9,
    ),
    Template("rival_of_owner", r"(?P<subject><OD>), (?P<object><OD>)'s <w3>(?:rival|competitor)", 0.9),
    Template("rival_between", r"(?P<subject><OD>) (?:rival|competitor),? (?P<object><OD>)", 0.9),
    Template("rivals", rf"(?P<subject><OD>) (?:rivals|challenges) {ITS}(?P<object><OD+>)", 0.85),
)
