"""The table of patterns that state a relation between two names.

What belongs here: which words around two names state which predicate, and how sure that is. How a template becomes a
regular expression stands in `relation_rules`; offices and fields, which are words and not names, in `occupations` and
`specialities`.

`<O>` stands for one name of a type (O organisation, P person, L place, A place as adjective, D product, Y policy,
W work, E event; several letters: any of them), `<O+>` for a coordination of them, `<w3>` for up to three words that
join nothing, `%made%` for a list of cues of the lexicon, `<>` within brackets for the beginning of any name,
`<gap>` for whatever stands between commas behind a name.
"""

from typing import Final, NamedTuple


class Template(NamedTuple):
    """One pattern. Groups `subject` and `object` hold names, `literal` holds words that are the object themselves.

    `confidence` is the smoothed share of right rows among those it gave on annotated text; `named_like` is the list
    of cues of which one must be a word of the subject's name.
    """

    name: str
    expression: str
    confidence: float
    named_like: str = ""


_THE = "(?:the |an? )?"
_QUOTE = "['\"“]?"
_IS = "(?:which is |which was |who is |is |was |are |were )?"
_HAS = "(?:which |who |that )?(?:has |have |had )?"
_BRIEFLY = (
    "(?:also |now |recently |already |just |first |since |successfully |jointly |originally |later |then |currently "
    "|both )?"
)
_SUCH_AS = "(?:<w3>[\\w-]+,? (?:such as |including |like |called |named |dubbed |known as )|<w3>[\\w-]+, |<w4>)"
_ITS = "(?:<O>'s )?"
_KIND = "%organisation_nouns%\\b"
_UNIT = "%unit_nouns%\\b"
_REPORT = "%report_nouns%"
_AGE_OF_REPORT = "(?:\\d{4} )?(?:(?:new|latest|annual|quarterly|monthly|recent|first|second|own|joint) )?"
_OF_STATE = "(?:government|administration|parliament|cabinet|lawmakers|legislature|authorities|regulators)"
_NO_PERSON = "(?! (?:[\\w'-]+ ){0,4}<P>)"

PATTERNS: Final[dict[str, tuple[Template, ...]]] = {
    "located_in": (
        Template("kind_before_name", rf"(?P<object><AL>) <w4>{_KIND},? {_QUOTE}(?P<subject><O>)", 0.92),
        Template("based", r"(?P<object><AL>)-(?:based|headquartered) <w4>(?P<subject><OP>)", 0.95),
        Template("owner_place", rf"(?P<object><AL>)'s (?:<w3>{_KIND},? )?(?P<subject><O>)", 0.85),
        Template(
            "seat",
            rf"(?P<subject><O>),? {_IS}(?:based|headquartered|located|situated|incorporated) in (?:the )?"
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
            rf"(?P<subject><O>),? {_IS}an? (?:[\w'&-]+ ){{1,6}}?(?:based|headquartered) in (?:the )?(?P<object><L>)",
            0.93,
        ),
        Template(
            "kind_in_place",
            rf"(?P<subject><O>),? {_IS}(?:an? |the |one of the )<w4>(?:{_KIND}|%organisation_plurals%) in (?:the )?"
            r"(?P<object><L>)",
            0.88,
        ),
        Template(
            "all_of_place",
            r"(?P<subject><O+>),? (?:are )?(?:all |both )(?P<object><A>) <w3>%organisation_plurals%",
            0.9,
        ),
        Template(
            "with_headquarters",
            r"(?P<subject><O>), (?:with (?:<O>'s )?|whose )headquarters (?:are )?in (?:the )?(?P<object><L>)",
            0.93,
        ),
        Template("owner_place_behind", rf"(?P<subject><O>), (?P<object><AL>)'s <w4>{_KIND}", 0.88),
        Template(
            "apposition",
            rf"(?P<subject><O>),? {_IS}(?:an? |the |one of )<w3>(?P<object><AL>)(?:-based|'s)? <w4>{_KIND}",
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
    ),
    "develops": (
        Template(
            "made", rf"(?P<subject><O+>)<gap>{_HAS}{_BRIEFLY}%made% {_ITS}{_THE}{_SUCH_AS}{_THE}(?P<object><D+>)", 0.9
        ),
        Template(
            "makes",
            rf"(?P<subject><O+>)<gap>(?:which |that )?{_BRIEFLY}%makes% {_ITS}{_THE}{_SUCH_AS}{_THE}(?P<object><D+>)",
            0.85,
        ),
        Template("owner", rf"(?P<subject><O>)'s (?!%not_made%\b){_SUCH_AS}(?:the )?{_QUOTE}(?P<object><D+>)", 0.88),
        Template(
            "owners_launch",
            r"(?P<subject><O>)'s (?:\w+ )?(?:release|launch|development|rollout|unveiling|introduction|creation) of "
            rf"{_ITS}{_THE}<w3>(?P<object><D+>)",
            0.9,
        ),
        Template("maker_before_product", r"(?P<subject><O>) (?P<object><D>)", 0.85),
        Template(
            "made_by",
            r"(?P<object><D+>)(?: \w+)?(?:, (?:[^;.()<>]|<AL>){0,140}?)?,? (?:which |that )?"
            rf"(?:is |was |were |are |has been |being )?{_BRIEFLY}%made_by% by (?:the )?(?:<AL>(?:-based)? )?<w3>"
            r"(?P<subject><O+>)",
            0.88,
        ),
        Template(
            "maker_of",
            rf"(?P<subject><O>),? (?:is |was )?{_THE}<w3>"
            r"(?:maker|developer|creator|company|start-?up|firm|manufacturer|lab)"
            r" (?:of|behind) (?:the )?<w3>(?P<object><D+>)",
            0.92,
        ),
        Template(
            "product_maker", r"(?P<object><D>)[ -](?:maker|developer|creator|owner|operator),? (?P<subject><O>)", 0.93
        ),
        Template("product_of_owner", r"(?P<object><D>), (?P<subject><O>)'s ", 0.9),
    ),
    "part_of": (
        Template("owners_unit", rf"(?P<object><O>)'s (?:<AL> )?<w4>{_UNIT},? (?P<subject><O>)", 0.92),
        Template("unit_of_owner", rf"(?P<subject><O>), (?P<object><O>)'s <w4>{_UNIT}", 0.9),
        Template("unit_called", rf"(?P<subject><O>),? {_IS}an? <w2>(?P<object><O>) {_UNIT}", 0.9),
        Template("unit_behind_name", rf"(?P<object><O>)'s <w4>(?P<subject><O>) {_UNIT}", 0.9),
        Template("unit_by_name", r"(?P<object><O>)'s (?P<subject><O>)", 0.88, "unit_name_words"),
        Template(
            "unit_of",
            rf"(?P<subject><O+>),? {_IS}{_BRIEFLY}(?:an? |the |one of )?<w4>(?:{_UNIT}|part) of (?:the )?<w1>"
            r"(?P<object><O>)",
            0.88,
        ),
        Template(
            "owned_by",
            rf"(?P<subject><O>),? {_IS}{_BRIEFLY}(?:wholly |majority[- ]|partly )?owned by (?:the )?<w4>"
            r"(?P<object><O>)",
            0.9,
        ),
        Template("owned", r"(?P<object><O>)-owned <w4>(?P<subject><O>)", 0.93),
        Template(
            "unit_between", r"(?P<object><O>) (?:subsidiary|unit|division|affiliate|brand),? (?P<subject><O>)", 0.92
        ),
        Template("parent", r"(?P<subject><O>)'s (?:parent|owner)(?: company| firm| group)?,? (?P<object><O>)", 0.93),
    ),
    "spun_off_from": (
        Template(
            "spun_off",
            rf"(?P<subject><O>),? {_HAS}(?:was |is |were |been )?{_BRIEFLY}spun (?:off|out) (?:from|of|by) "
            r"(?:the )?(?P<object><O>)",
            0.93,
        ),
        Template(
            "spin_off_of",
            r"(?P<subject><O>),? (?:is |was )?an? <w3>(?:spin-?off|spin-?out) (?:of|from) (?:the )?"
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
    ),
    "competes_with": (
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
            rf"(?P<subject><OD>),? (?:is |was )?{_THE}<w3>(?:rival|competitor|alternative|challenger|answer) (?:to|of) "
            rf"(?:the )?{_ITS}(?P<object><OD+>)",
            0.9,
        ),
        Template("rival_of_owner", r"(?P<subject><OD>), (?P<object><OD>)'s <w3>(?:rival|competitor)", 0.9),
        Template("rival_between", r"(?P<subject><OD>) (?:rival|competitor),? (?P<object><OD>)", 0.9),
        Template("rivals", rf"(?P<subject><OD>) (?:rivals|challenges) {_ITS}(?P<object><OD+>)", 0.85),
    ),
    "backs": (
        Template("backed", r"(?P<subject><O>)-(?:backed|funded|financed) <w3>(?P<object><OD>)", 0.95),
        Template(
            "backed_by",
            rf"(?P<object><OD>),? {_IS}(?:partly |also )?(?:backed|funded|financed|bankrolled) by (?:the )?<w4>"
            r"(?P<subject><O+>)",
            0.9,
        ),
        Template(
            "invested",
            rf"(?P<subject><O+>)<gap>{_HAS}(?:also )?(?:invests|invested|poured|injected|pumped|put)"
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
            rf"(?P<subject><O>),? (?:is |was )?{_THE}<w4>(?:investor|shareholder|backer) (?:in|of) (?:the )?"
            r"(?P<object><OD>)",
            0.9,
        ),
        Template(
            "funds",
            r"(?P<subject><O>)<gap>(?:funds|finances|funded|financed|backs|backed) (?:the )?<w3>(?P<object><OD>)",
            0.82,
        ),
    ),
    "issued": (
        Template("owner", rf"(?P<subject><ALO>)(?: {_OF_STATE})?'s <w4>{_QUOTE}(?P<object><Y+>)", 0.88),
        Template(
            "issued",
            rf"(?P<subject><LO+>)<gap>{_HAS}{_BRIEFLY}(?:%issued%|%issues%) (?:<LO>'s )?{_THE}<w4>{_QUOTE}"
            r"(?P<object><Y+>)",
            0.88,
        ),
        Template(
            "government_issued",
            rf"(?P<subject><AL>) {_OF_STATE} (?:has |have )?{_BRIEFLY}(?:%issued%|%issues%) (?:<LO>'s )?{_THE}<w4>"
            rf"{_QUOTE}(?P<object><Y+>)",
            0.9,
        ),
        Template(
            "issued_by",
            r"(?P<object><Y>),? (?:which )?(?:is |was |were |has been )?(?:first )?%issued%(?: [^;:.<>]{0,30}?)? by "
            r"(?:the )?<w2>(?P<subject><LOA>)",
            0.9,
        ),
        Template(
            "signing", r"^(?:The )?(?P<subject><L>) (?:[^;:.<>]{1,60} )?signing of (?:the )?(?P<object><Y>)", 0.85
        ),
        Template("adjective", r"(?P<subject><A>) (?P<object><Y>)", 0.7),
    ),
    "published": (
        Template(
            "owners_work",
            rf"(?P<subject><O>)(?:'s)? <w3>{_REPORT}(?:,| titled| called| entitled)? {_QUOTE}(?P<object><W>)",
            0.93,
        ),
        Template(
            "owners_report",
            rf"(?P<subject><O>)(?:'s)? {_AGE_OF_REPORT}(?P<literal>{_REPORT})\b(?!(?:,| titled| called) {_QUOTE}<W>)",
            0.9,
        ),
        Template(
            "report_by",
            rf"(?P<literal>{_REPORT}) (?:that was |which was )?(?:%published% )?(?:\w+ )?by (?:the )?<w2>"
            rf"(?P<subject><O+>){_NO_PERSON}",
            0.9,
        ),
        Template(
            "report_from",
            rf"(?P<literal>report|study|survey|poll|paper) from (?:the )?<w2>(?P<subject><O>){_NO_PERSON}",
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
            rf"(?P<subject><O+>)<gap>{_HAS}{_BRIEFLY}%published% {_ITS}{_THE}<w4>{_QUOTE}(?P<object><W>)",
            0.92,
        ),
        Template(
            "publishes_report",
            rf"(?P<subject><O+>)<gap>{_HAS}{_BRIEFLY}%published% {_ITS}{_THE}<w3>(?P<literal>{_REPORT})\b",
            0.88,
        ),
    ),
    "authored": (
        Template(
            "written_by",
            r"(?P<object><W>)['\"”,]{0,3} (?:which was |is |was )?(?:authored|written|co-authored|penned|compiled) by "
            r"<w2>(?P<subject><P+>)",
            0.95,
        ),
        Template(
            "author_of",
            rf"(?P<subject><P>),? (?:who is |is |was )?{_THE}<w2>(?:author|co-author) of (?:the )?<w3>{_QUOTE}"
            r"(?P<object><W>)",
            0.93,
        ),
        Template(
            "own_book",
            rf"(?:his|her|their) <w2>(?:book|memoir|novel|paper|article|study|report|essay),? {_QUOTE}(?P<object><W>)"
            r"['\"”]?, (?P<subject><P>)",
            0.9,
        ),
        Template(
            "owners_book",
            r"(?P<subject><P>)'s <w3>(?:book|memoir|novel|paper|article|study|report|essay|biography),? "
            rf"{_QUOTE}(?P<object><W>)",
            0.92,
        ),
    ),
}
