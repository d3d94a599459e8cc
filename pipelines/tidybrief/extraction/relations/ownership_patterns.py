"""Patterns of which organisation belongs to which, came out of it, or is paid for by it.

What belongs here: `part_of`, `spun_off_from` and `backs`. The language of the patterns stands in
`phrases`.
"""

from typing import Final

from tidybrief.extraction.relations.phrases import (
    BRIEFLY,
    HAS,
    IS,
    MONEY_AHEAD,
    NO_LONGER,
    NO_VERB,
    NOT_SOLD,
    RAISED,
    ROUND,
    THE,
    UNIT,
    WHOLLY,
    Template,
)

PART_OF: Final = (
    Template("owners_unit", rf"(?P<object><O>)'s (?:<AL> )?<w4>{UNIT},? (?P<subject><O>)", 0.92),
    Template("unit_of_owner", rf"(?P<subject><O>), (?P<object><O>)'s <w4>{UNIT}", 0.9),
    Template("unit_called", rf"(?P<subject><O>)<aside>{IS}an? <w2>(?P<object><O>) {UNIT}", 0.9),
    Template("unit_behind_name", rf"(?P<object><O>)'s <w4>(?P<subject><O>) {UNIT}", 0.9),
    Template("unit_by_name", r"(?P<object><O>)'s? (?P<subject><O>)", 0.88, "unit_name_words"),
    Template(
        "unit_of",
        rf"(?P<subject><O+>)<aside>(?:{IS}|became |has become ){BRIEFLY}(?:an? |the |one of )?{NO_VERB}<w4>"
        rf"(?:{UNIT}|part) of "
        rf"(?:<AL>(?:'s)? )?(?:the )?<w1>(?P<object><O>){NO_LONGER}",
        0.88,
    ),
    Template(
        "owned_by",
        rf"(?P<subject><O>)<aside>{IS}{BRIEFLY}(?:majority[- ]|partly |{WHOLLY})?owned {WHOLLY}?by "
        rf"(?:the )?<w4>(?P<object><O>){NO_LONGER}",
        0.9,
    ),
    Template(
        "both_owned_by",
        rf"(?P<subject><O+>),? (?:(?:which )?(?:are|were) (?:both |all )?|both |all )(?:majority-)?{WHOLLY}?owned "
        rf"{WHOLLY}?by (?:the )?<w4>(?P<object><O>){NO_LONGER}",
        0.9,
    ),
    Template("owned", r"(?P<object><O>)-owned <w4>(?P<subject><O>)", 0.93),
    Template(
        "unit_between",
        r"(?P<object><O>) (?:subsidiary|unit|division|affiliate|brand),? (?P<subject><O>)",
        0.92,
    ),
    Template(
        "parent", r"(?P<subject><O>)'s (?:parent|owner)(?: company| firm| group)?(?:,| is)? (?P<object><O>)", 0.93
    ),
    Template(
        "is_parent",
        rf"(?P<object><O>)<aside>{IS}the (?:parent|owner)(?: company| firm| group)? of (?:the )?(?P<subject><O+>)"
        r"(?=[,.;)]|$|\s*\n| and | which )",
        0.9,
    ),
    Template(
        "parent_is",
        r"(?:parent|owner)(?: company| firm| group)? of (?:the )?(?P<subject><O>) is (?:the )?(?P<object><O>)"
        r"(?=[,.;)]|$|\s*\n| and | which )",
        0.9,
    ),
    Template(
        "belongs_to",
        rf"(?P<subject><O+>)<gap>(?:which )?(?:now )?(?:belongs|belong|belonged) {WHOLLY}?to (?:the )?<w3>"
        rf"(?P<object><O>){NO_LONGER}",
        0.85,
    ),
    Template(
        "owns_whole",
        rf"(?P<object><O>)<gap>{HAS}(?:also )?(?:owns|controls|holds) "
        r"(?:the whole|all|100 ?%|100 per ?cent|the entirety) of (?:the )?<w3>"
        r"(?P<subject><O>)(?!'s| %product_nouns%s?\b)",
        0.9,
    ),
    Template(
        "sole_owner",
        r"(?P<object><O>)<aside>(?:is )?the sole (?:owner|shareholder) of (?:the )?<w3>(?P<subject><O>)"
        r"(?=[,.;)]|$|\s*\n| and | which )",
        0.9,
    ),
    Template(
        "takes_over",
        rf"(?P<object><O>)<gap>{HAS}{BRIEFLY}(?:completed|finalised|finalized|closed|concluded) (?:the |<O>'s )?"
        r"(?:[\w$€£.-]+ ){0,4}?(?:acquisition|takeover|purchase) of (?:the )?<w4>(?P<subject><O>)"
        r"(?!'s| %product_nouns%s?\b)",
        0.85,
    ),
    Template("company_of_owner", r"(?P<subject><O>), an? (?P<object><O>) (?:company|business|brand|unit)\b", 0.88),
    Template(
        "owns",
        rf"(?P<object><O>)<gap>{HAS}(?:also )?(?:owns|acquired|bought|took over) (?:the )?<w4>(?P<subject><O>)"
        r"(?!'s| %product_nouns%s?\b)",
        0.8,
    ),
    Template(
        "owned_in_clause",
        r"(?P<subject><O>), which (?:the )?<w2>(?P<object><O>) (?:has |had )?(?:owns|owned|bought|acquired)\b",
        0.85,
    ),
    Template(
        "acquired_by",
        rf"(?P<subject><O>)<aside>{IS}(?:been )?{BRIEFLY}(?:acquired|bought|taken over) by (?:the "
        r")?<w4>(?P<object><O>)",
        0.82,
    ),
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
    Template(
        "spin_off_by_name",
        r"(?P<subject><O>), (?:(?:an?|the) )?<w2>(?P<object><O>)(?:'s)? (?:spin-?off|spin-?out)\b",
        0.9,
    ),
    Template("spin_off_before_name", r"(?P<object><O>)(?:'s)? (?:spin-?off|spin-?out),? (?P<subject><O>)", 0.9),
    Template(
        "completes_spin_off",
        rf"(?P<object><O>)<gap>{HAS}(?:completed|finished|carried out|closed) (?:the |its |an? )?<w1>"
        r"(?:spin-?off|spin-?out|demerger) of (?:the )?<w3>(?P<subject><O>)",
        0.9,
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
    Template(
        "grew_out_of",
        r"(?P<subject><O>)<gap>(?:which )?(?:grew out of|split from|split off from|emerged from) (?:the "
        r")?<w1>(?P<object><O>)",
        0.85,
    ),
    Template(
        "spun_off_owner",
        r"[Ss]pun (?:off|out) (?:from|of|by) (?:the )?(?P<object><O>)(?: in \d{4})?, (?:the )?(?P<subject><O>)",
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
        rf"(?P<subject><O+>)<gap>{HAS}{BRIEFLY}"
        r"(?:(?:(?:will|would|is to|are to|(?:has |have )?agreed to) (?:also )?)?invest|(?:is|are) investing"
        r"|invests|invested|poured|injected|pumped|put)"
        r"(?: [^;,:<>]{1,40}?)? (?:in|into) (?:the )?<w4>(?P<object><OD+>)",
        0.88,
    ),
    Template(
        "announced_investment",
        rf"(?P<subject><O+>)<gap>{HAS}{BRIEFLY}(?:announced|made|completed|confirmed|disclosed) (?:an? |its |another )"
        r"(?!planned|proposed|possible|potential|non)[^;,:<>]{0,40}?investment in (?:the )?<w4>(?P<object><OD>)(?!'s)",
        0.85,
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
        rf"(?P<subject><O+>)<aside>(?:is |was |are |were )?(?:among |one of )?{THE}<w4>"
        r"(?:investor|shareholder|backer)s? (?:in|of) (?:the )?(?P<object><OD>)",
        0.9,
    ),
    Template(
        "in_which",
        r"(?P<object><O>), in which (?:the )?<w2>(?:<A> )?<w2>(?P<subject><O+>) (?:also |already |still )?"
        r"(?:has|have|holds?|owns?|held|owned|bought|acquired|took|invested|controls?)\b",
        0.9,
    ),
    Template(
        "funds",
        r"(?P<subject><O>)<gap>(?:funds|finances|funded|financed|backs|backed) (?:the )?<w3>(?P<object><OD>)",
        0.82,
    ),
    Template(
        "raised_from",
        rf"(?P<object><O>)<gap>{HAS}{BRIEFLY}{RAISED} {MONEY_AHEAD}[^;:<>]{{1,110}}? (?:(?:co-)?led by|from"
        r"|backed by) (?:the )?<w4>"
        r"(?P<subject><O+>)",
        0.9,
    ),
    Template(
        "raised_with",
        rf"(?P<object><O>)<gap>{HAS}{BRIEFLY}{RAISED} {MONEY_AHEAD}[^;:]{{1,160}}?(?:with participation (?:from"
        r"|by)|joined by|alongside"
        r"|and from|with support from|with backing from) (?:the )?<w4>(?P<subject><O+>)",
        0.88,
    ),
    Template(
        "raised_while_investing",
        rf"(?P<object><O>)<gap>{HAS}{BRIEFLY}{RAISED} {MONEY_AHEAD}[^:<>]{{1,110}}?[;,] (?:and |with "
        r")?(?P<subject><O+>) "
        r"(?:invested|contributed|put in|provided|supplied|investing|contributing|putting in|providing|leading|led) ",
        0.85,
    ),
    Template(
        "round_led_by",
        rf"(?P<object><O>)'s [^;:<>]{{0,50}}?{ROUND}\b[^;:<>]{{0,30}}? (?:was |is |were )?(?:co-)?led by (?:the "
        r")?<w4>(?P<subject><O+>)",
        0.92,
    ),
    Template(
        "leads_round",
        rf"(?P<subject><O+>)<gap>{HAS}(?:led|co-led|leads|joined|joins|participated in|took part in) "
        rf"(?P<object><O>)'s [^;:<>]{{0,40}}?{ROUND}\b",
        0.9,
    ),
    Template(
        "round_of_topic",
        rf"^(?:The|This|That) [^;:<>,]{{0,50}}?{ROUND}\b[^;:<>]{{0,30}}? (?:was |is |were )?(?:co-)?led by "
        r"(?:the )?<w4>(?P<subject><O+>)",
        0.85,
    ),
    Template(
        "investors_of_topic",
        r"^[^;:<>,]{0,30}?[Ii]nvestors,? (?:<w3>)?(?P<subject><O+>),? (?:also |both |all )?(?:took part"
        r"|participated|joined|invested|contributed)\b",
        0.85,
    ),
    Template(
        "took_part_for_topic",
        rf"^[^;:<>,]{{0,30}}?(?P<subject><O+>),? (?:also |both |all )?(?:took part in|participated in|joined"
        r"|contributed to|invested in) (?:the|this|that) "
        rf"(?:[\w-]+ ){{0,2}}?{ROUND}\b",
        0.85,
    ),
    Template(
        "investors_include",
        r"(?P<object><O>)'s <w3>(?:investors|backers|shareholders) (?:are|include|included|also include) (?:the "
        r")?<w3>(?P<subject><O+>)",
        0.92,
    ),
    Template(
        "counts_among",
        r"(?P<object><O>)<gap>(?:which )?counts (?:the )?<w2>(?P<subject><O+>) (?:among|as) (?:<O>'s |one of "
        r")?<w4>(?:investors?|backers?|shareholders?)",
        0.92,
    ),
    Template(
        "whose_investors",
        r"(?P<object><O>),? whose <w3>(?:investors?|backers?|shareholders?) "
        r"(?:are|is|were|was|include|includes|included) (?:the )?<w3>(?P<subject><O+>)",
        0.92,
    ),
    Template(
        "kind_backed_by",
        r"(?P<object><OD>), (?:an?|the|which is|now)\b(?:[^;:.()<>,]|<AL>){0,80}? (?:backed|funded|financed"
        r"|bankrolled) by (?:the )?<w4>"
        r"(?P<subject><O+>)",
        0.9,
    ),
    Template(
        "share_of",
        rf"(?P<subject><O+>)<gap>{HAS}{BRIEFLY}(?:still )?(?:bought|acquired|buys|acquires|took|takes|owns?"
        r"|owned|holds?|held|controls?|purchased)"
        r" (?:an? |some |about |around |roughly |nearly |almost |another |over |more than |the remaining |just )*"
        r"[\d.,]+ ?(?:%|percent|per cent) (?:of|stake in|interest in) (?:the )?<w3>(?P<object><O>)",
        0.9,
    ),
    Template(
        "paid_for_share",
        rf"(?P<subject><O+>)<gap>{HAS}{BRIEFLY}(?:paid|pays) [^;:<>]{{1,50}}? for (?:an? )?"
        r"[\d.]+ ?(?:%|percent|per cent) (?:of|stake in) (?:the )?<w3>(?P<object><O>)",
        0.9,
    ),
    Template(
        "share_of_topic",
        r"^(?P<subject><O>) (?:still |now |also )?(?:owns|holds|controls|bought|acquired) (?:an? |about |some "
        r")?[\d.,]+ ?(?:%|percent|per cent)"
        r"(?=[,.]| and | stake[,.])",
        0.75,
    ),
    Template("portfolio", r"(?P<object><O>), an? <w1>(?P<subject><O>)(?:'s)? portfolio (?:company|firm)\b", 0.9),
    Template("of_portfolio", r"(?P<subject><O>)(?:'s)? portfolio (?:company|firm),? (?P<object><O>)", 0.9),
    Template(
        "owners_stake",
        rf"{NOT_SOLD}"
        r"(?P<subject><O>)'s (?!planned|proposed|possible|potential)[^;:<>]{0,60}?(?:stake|investments?"
        r"|shareholding|holding) in (?:the )?<w3>"
        r"(?P<object><OD>)",
        0.85,
    ),
    Template("shareholder", r"(?P<object><O>)'s <w3>(?:shareholder|investor|backer),? (?P<subject><O>)", 0.9),
    Template("shareholder_behind", r"(?P<subject><O>), (?P<object><O>)'s <w3>(?:shareholder|investor|backer)\b", 0.9),
    Template(
        "share_owned_by",
        r"(?P<object><O>)(?:, | is | was )[\d.]+ ?(?:%|percent|per cent)[ -](?:owned|held|controlled) by (?:the "
        r")?<w3>(?P<subject><O+>)",
        0.9,
    ),
)
