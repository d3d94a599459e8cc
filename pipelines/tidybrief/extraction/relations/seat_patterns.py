"""Patterns of where an organisation, a person, an event or a policy has its place.

What belongs here: `located_in`. The language of the patterns stands in `phrases`.
"""

from typing import Final

from tidybrief.extraction.relations.phrases import (
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
        "all_based",
        r"(?P<subject><O+>),? (?:are )?(?:all |both )(?:based|headquartered|located) in (?:the )?(?P<object><L>)",
        0.93,
    ),
    Template(
        "with_headquarters",
        r"(?P<subject><O>), (?:with (?:<O>'s )?|whose )headquarters (?:are )?in (?:the )?(?P<object><L>)",
        0.93,
    ),
    Template("owners_kind_based", r"(?P<subject><O>), <O>'s <w2>(?P<object><L>)-based ", 0.92),
    Template("owner_place_behind", rf"(?P<subject><O>), (?P<object><AL>)'s <w4>{KIND}", 0.88),
    Template(
        "apposition",
        rf"(?P<subject><O>)<aside>{IS}(?:an? |the |one of )<w3>(?P<object><AL>)(?:-based|'s)? "
        rf"<w4>{KIND}(?!,? {QUOTE}<O>)",
        0.92,
    ),
    Template(
        "examples",
        r"(?P<object><AL>) <w4>%organisation_plurals%,? (?:like|such as|including) (?:the )?(?P<subject><O+>)",
        0.92,
    ),
    Template("institution", r"(?P<subject><O>),? in (?:the )?(?P<object><L>)", 0.8, "institution_name_words"),
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
        r"(?P<subject><O>)'s (?:global |main )?(?:headquarters|head office) (?:is |are )?in (?:the )?(?P<object><L>)",
        0.9,
    ),
    Template(
        "person_from",
        r"(?P<subject><P>), an? (?:[\w'-]+ ){1,5}?(?:from|based in|living in) (?:the )?(?P<object><L>)",
        0.9,
    ),
    Template("persons_from", r"(?P<subject><P+>), (?:both |all )from (?:the )?(?P<object><L>)", 0.9),
    Template(
        "based_kind", r"(?P<subject><O>)(?:,| is| was) (?:an?|the) <w2>(?P<object><AL>)-(?:based|headquartered) ", 0.93
    ),
    Template(
        "fronted_seat",
        r"(?:Based|Headquartered|Located) (?:in|near|outside) (?:the )?(?P<object><L>)(?:, <L>)?(?:,|(?: and|,) "
        r"[a-z][^;:<>,]{1,60},) "
        r"(?:the )?<w4>(?P<subject><O+>)",
        0.93,
    ),
    Template(
        "founded_in",
        r"(?P<subject><O+>)<aside>(?:was |were )?(?:founded|established|set up|started|incorporated|formed)"
        r"(?: [^;:<>]{1,30}?)? in (?:the )?(?P<object><L>)",
        0.85,
    ),
    Template("nationality", r"(?P<object><A>) (?P<subject><O>)", 0.85, "institution_name_words"),
    Template("of_place", r"(?<!of )(?P<subject><O>) of (?P<object><L>)(?=[,.;:]|$| [a-z]+(?:s|ed) )", 0.78),
    Template(
        "seat_there",
        r"(?P<object><L>) [^;:<>]{1,80},? (?:and|but) (?:the )?(?P<subject><O+>) (?:has|have) (?:(?:its|their"
        r"|<O>'s) )?(?:\w+ )?"
        r"(?:headquarters|head offices?|seats?) there",
        0.9,
    ),
    Template(
        "place_of_seat",
        r"(?P<object><L>), where (?:the )?(?P<subject><O+>) (?:(?:is|are) (?:based|headquartered|located)|(?:has"
        r"|have) "
        r"(?:its |their |<O>'s )(?:\w+ )?(?:headquarters|head offices?|seats?))",
        0.92,
    ),
    Template(
        "has_seat",
        r"(?P<subject><O+>)<gap>(?:which )?(?:has|have|had|keeps|keep|moved|maintains) (?:<O>'s |its |their |a "
        r")?(?:\w+ )?"
        r"(?:headquarters|head offices?|seats?) (?:in|to) (?:the )?(?P<object><L>)",
        0.92,
    ),
    Template(
        "home", r"(?P<object><L>)(?:,| is|, which is) (?:the )?home (?:of|to) (?:the )?<w3>(?P<subject><O+>)", 0.88
    ),
    Template(
        "from_seat",
        r"[Ff]rom (?:its|their) (?:\w+ )?(?:headquarters|head office) in (?:the )?(?P<object><L>), "
        r"(?:the )?(?P<subject><O>)",
        0.9,
    ),
    Template(
        "headquarters_of",
        r"(?:headquarters|head office) of (?:the )?<w3>(?P<subject><O>) "
        r"(?:(?:is |are )(?:located |situated )?)?in (?:the )?(?P<object><L>)",
        0.92,
    ),
    Template(
        "home_of_seat",
        r"(?P<object><L>)(?:,| is|, which is) (?:the )?(?:home (?:of|to)|seat of) the (?:\w+ )?"
        r"(?:headquarters|head office) of (?:the )?<w3>(?P<subject><O>)",
        0.92,
    ),
    Template(
        "resident",
        r"(?P<subject><P>)<gap>(?:who )?(?:now |currently |still )?(?:lives|live|resides|is based) in (?:the "
        r")?(?P<object><L>)",
        0.9,
    ),
    Template(
        "event_in_place",
        r"[Ii]n (?:the )?(?P<object><L>)[^;:.<>]{0,30} at (?:the )?<w3>(?P<subject><E>)",
        0.85,
    ),
    Template(
        "event_held",
        r"(?P<subject><E>)<aside>(?:which )?(?:is |was |were |will be )?(?:being )?(?:held|hosted|took place"
        r"|takes place|opened|convened|staged)"
        r"[^;:<>]{0,40}? in (?:the )?(?P<object><L>)",
        0.88,
    ),
    Template(
        "host",
        r"(?P<object><L>) (?:hosts|hosted|is hosting|staged|has hosted|will host|is to host) "
        r"(?:the )?<w4>(?P<subject><E>)",
        0.88,
    ),
    Template("place_in_brackets", r"(?P<subject><O>) \((?P<object><L>), <L>\)", 0.88),
)
