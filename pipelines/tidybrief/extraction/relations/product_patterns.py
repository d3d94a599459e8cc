"""Patterns of who makes a product and what it competes with.

What belongs here: `develops` and `competes_with`. The language of the patterns stands in `phrases`.
"""

from typing import Final

from tidybrief.extraction.relations.phrases import (
    BRIEFLY,
    HAS,
    ITS,
    NO_DEALING,
    NOT_OF_A_PART,
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
    Template(
        "made_in_place",
        rf"(?P<subject><O+>)<gap>{HAS}{BRIEFLY}%made% {ITS}{THE}<w3>%product_nouns% in (?:the )?<AL>, "
        r"(?:called |named )?(?P<object><D+>)",
        0.88,
    ),
    Template(
        "sells_its",
        r"(?P<subject><O>) (?:to |will |can |could |would |may )?"
        r"(?:sell|ship|export|launch|release|offer|market|update|upgrade|discontinue)(?:s|ed|ing|d)? its <w3>"
        rf"(?P<object><D+>){NO_DEALING}",
        0.85,
    ),
    Template(
        "owner", rf"(?P<subject><O>)'s (?!%not_made%\b){SUCH_AS}(?:the )?{QUOTE}(?P<object><D+>){NO_DEALING}", 0.88
    ),
    Template(
        "owners_launch",
        r"(?P<subject><O>)'s (?:\w+ )?(?:release|launch|development|rollout|unveiling|introduction|creation) of "
        rf"{ITS}{THE}<w3>(?P<object><D+>)",
        0.9,
    ),
    Template("maker_before_product", r"(?P<subject><O>) (?P<object><D>)", 0.85),
    Template(
        "made_by",
        rf"{NOT_OF_A_PART}(?P<object><D+>)(?: \w+)?(?:, (?:[^;.()<>]|<AL>){{0,140}}?)?,? (?:which |that )?"
        rf"(?:is |was |were |are |has been |being )?{BRIEFLY}%made_by% by (?:the )?(?:<w2>(?:researchers"
        r"|engineers|scientists|developers|teams?) (?:at|from|of) (?:the )?)?(?:<AL>(?:-based)? )?<w3>"
        r"(?P<subject><O+>)",
        0.88,
    ),
    Template(
        "made_in_front",
        r"(?:^|[.;:] )%Made_by% by (?:the )?(?:<w2>(?:researchers|engineers|scientists|developers|teams?) "
        r"(?:at|from|of) (?:the )?)?(?:<AL>(?:-based)? )?<w3>(?P<subject><O+>)(?: in [^,;:<>]{1,30})?, "
        r"(?:the )?<w2>(?P<object><D>)",
        0.9,
    ),
    Template(
        "maker_of",
        rf"(?P<subject><O>)<aside>(?:is |was )?{THE}(?:<AL>(?:-based)? )?<w3>"
        r"(?:(?:maker|developer|creator|owner|publisher|operator|producer|builder|designer|manufacturer)s? (?:of"
        r"|behind)"
        r"|(?:company|start-?up|firm|lab|group|team|studio) behind) (?:the )?<w4>(?P<object><D+>)",
        0.92,
    ),
    Template(
        "product_maker",
        r"(?P<object><D>)(?:'s (?:<A> )?|[ -])(?:maker|developer|creator|owner|operator|parent)(?: company)?,? "
        r"(?P<subject><O>)",
        0.93,
    ),
    Template(
        "product_maker_behind",
        r"(?P<subject><O>), (?P<object><D>)'s (?:<A> )?(?:maker|developer|creator|owner|operator|parent)\b",
        0.92,
    ),
    Template(
        "kind_made_by",
        r"(?P<object><D>) (?:is|was) (?:an?|the) (?:[^;:.()<>,]|<AL>){0,60}? %made_by% by (?:the )?"
        r"(?:<AL>(?:-based)? )?<w3>(?P<subject><O+>)",
        0.9,
    ),
    Template(
        "maker_is",
        r"(?:^|[.;:] )[Tt]he (?:maker|developer|creator|designer|manufacturer) of (?:the )?<w3>(?P<object><D>) is "
        r"(?:the )?(?:<AL>(?:-based)? )?<w3>(?P<subject><O>)(?=[,.;]|$)",
        0.9,
    ),
    Template(
        "creation_of",
        r"(?P<object><D>)<aside>(?:is |was )(?:an? |the )<w1>(?:development|creation|invention|product|brainchild) "
        r"(?:of|by|from) (?:the )?(?:<AL>(?:-based)? )?<w3>(?P<subject><O+>)(?=[,.;]|$)",
        0.88,
    ),
    Template("product_of_owner", r"(?P<object><D>), (?P<subject><O>)'s (?!<w4><D>)", 0.9),
    Template(
        "relative_clause",
        r"(?P<object><D+>)(?: [a-z-]+){0,2}(?:, (?:an?|the|its|which)\b(?:[^;:()<>,]|<AL>){0,90}?)?,? (?:that"
        r"|which) (?:the )?"
        rf"(?:<AL>(?:-based)? )?<w2>(?P<subject><O+>) (?:has |had )?{BRIEFLY}(?:%made%|%makes%)",
        0.9,
    ),
    Template(
        "made_with_partner",
        r"(?P<object><D>)(?:, (?:an?|the)\b(?:[^;:()<>,]|<AL>){0,90}?)? (?:that|which) <O> (?:has |had "
        r")?(?:%made%|%makes%) "
        r"(?:jointly |together )?with (?:the )?<w3>(?P<subject><O+>)",
        0.88,
    ),
    Template(
        "makes_with_partner",
        rf"<O><gap>{HAS}{BRIEFLY}(?:%made%|%makes%) {ITS}{THE}<w4>(?P<object><D+>) (?:jointly |together |in "
        r"partnership |in "
        r"collaboration )with (?:the )?<w3>(?P<subject><O+>)",
        0.88,
    ),
    Template("whose", r"(?P<subject><O>),? whose (?!%not_made%\b)<w4>(?P<object><D+>)", 0.88),
    Template("model_of_topic", r"(?P<object><D>), (?P<subject><O>)'s <w3>%product_nouns%\b", 0.9),
    Template(
        "product_from",
        r"(?P<object><D+>),? (?:an? |the )<w3>%product_nouns% (?:from|by) (?:the )?(?:<AL>(?:-based)? "
        r")?<w3>(?P<subject><O+>)",
        0.9,
    ),
    Template(
        "launch_by",
        r"(?:launch|release|debut|introduction|unveiling|development|rollout) of (?:the "
        r")?<w3>(?P<object><D>)[^;:.<>]{0,30} by (?:the )?"
        r"<w3>(?P<subject><O>)",
        0.88,
    ),
    Template(
        "began_to_make",
        rf"(?P<subject><O+>)<gap>{HAS}(?:began|begun|started|begins|starts) (?:selling|shipping|offering"
        r"|producing|building|testing"
        rf"|training|developing|making|manufacturing) {ITS}{THE}{SUCH_AS}(?P<object><D+>)",
        0.88,
    ),
    Template(
        "company_behind",
        r"(?:company|firm|start-?up|lab|group|team|maker|developer) (?:behind|of) (?:the )?<w3>(?P<object><D+>), "
        r"(?P<subject><O>)",
        0.9,
    ),
)
COMPETES_WITH: Final = (
    Template(
        "competes",
        r"(?P<subject><OD+>)(?: [a-z]+)?<gap>(?:which |that )?(?:also )?(?:competes?|competed|(?:is|are) "
        r"(?:competing|vying"
        r"|battling|in competition)|vies?) (?:directly |fiercely |mainly |head-on )?(?:with|against) (?:the "
        r")?<w4>(?:like |such as |including )?(?P<object><OD+>)",
        0.9,
    ),
    Template(
        "owners_rival",
        r"(?P<subject><OD>)'s <w3>(?:rivals?|competitors?),?(?: such as| like| includ\w+)? (?P<object><OD+>)",
        0.92,
    ),
    Template(
        "rival_to",
        rf"(?P<subject><OD+>)<aside>(?:is |was |are |were )?(?:among |one of )?{THE}<w3>"
        r"(?:rivals?|competitors?|alternatives?|challengers?|answer) (?:to|of) "
        rf"(?:the )?{ITS}(?P<object><OD+>)",
        0.9,
    ),
    Template("rival_of_owner", r"(?P<subject><OD>), (?P<object><OD>)'s <w3>(?:rival|competitor)", 0.9),
    Template("rival_between", r"(?P<subject><OD>) (?:rival|competitor),? (?P<object><OD>)", 0.9),
    Template("rivals", rf"(?P<subject><OD>) (?:rivals|challenges) {ITS}(?P<object><OD+>)", 0.85),
    Template(
        "each_other",
        rf"(?P<subject><OD>) and (?:the )?{ITS}(?P<object><OD>) (?:are (?:rivals|competitors|competing)|compete)\b(?! "
        r"with| against)",
        0.9,
    ),
    Template(
        "to_compete",
        r"[Tt]o (?:compete (?:directly )?with|rival|challenge|take on) (?:the )?(?P<object><OD>)(?:'s [a-z ]+)?, "
        r"(?:the )?(?P<subject><OD>)",
        0.85,
    ),
    Template(
        "rivals_are",
        r"(?P<subject><OD>)'s <w3>(?:rivals|competitors) (?:are|include|includes|also include) (?:the "
        r")?<w2>(?P<object><OD+>)",
        0.92,
    ),
    Template(
        "faces_competition",
        r"(?P<subject><OD>)<gap>(?:which )?(?:also |now )?(?:faces|face|faced|is facing) <w3>competition from "
        r"(?:the )?<w4>"
        r"(?:like |such as |including )?(?P<object><OD+>)",
        0.88,
    ),
)
