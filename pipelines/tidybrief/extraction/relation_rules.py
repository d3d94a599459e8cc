"""The patterns that state a relation between two names.

What belongs here: one table of patterns over a sentence's view. `<O>` stands for one name of a type (O organisation,
P person, L place, A place as adjective, D product, Y policy, W work, E event; several letters: any of them), `<O+>`
for a coordination of them, `<w3>` for up to three words that join nothing, `%makes%` for a list of cues of the
lexicon, `<>` within brackets for the beginning of a mark.
Offices and fields, which are words and not names, stand in `occupations` and `specialities`.
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import lru_cache

from tidybrief.extraction.relation_view import CLOSE, OPEN
from tidybrief.lexicon import Lexicon

_PLACEHOLDER = re.compile(r"<([A-Z]+)(\+?)>")
_WORDS = re.compile(r"<w(\d)>")
_CUES = re.compile(r"%(\w+)%")
_JOINS = r"(?:, and |,? and |,? or |, | & |,? as well as (?:the )?)"
_WORD = (
    r"(?:(?!(?:at|for|of|with|by|in|from|and|or|to|on|that|which|who|said|says|is|was|has|have|not|no|than|against|while|when"
    r"|rival|rivals|competitor|competitors)\b)[\w'&.-]+ )"
)
_ARTICLE = r"(?:the |an? )?"
_GENTLE = r"(?:also |now |recently |already |just |first |since |successfully |jointly |originally |later |then |currently )?"


@dataclass(frozen=True, slots=True)
class Rule:
    """One pattern of one predicate. Groups `subject` and `object` hold the marks; `literal` holds words instead.

    `confidence` is the share of right rows that the pattern gave on annotated text, smoothed.
    """

    name: str
    predicate: str
    pattern: re.Pattern[str]
    confidence: float
    anchors: frozenset[str]
    named_like: frozenset[str]


_LOCATED = (
    ("kind_before_name", rf"(?P<object><AL>) <w4>%organisation_nouns%,? ['\"“]?(?P<subject><O>)", 0.92, ""),
    ("based", rf"(?P<object><AL>)-(?:based|headquartered) <w4>(?P<subject><OP>)", 0.95, ""),
    ("owner_place", r"(?P<object><AL>)'s (?:<w3>%organisation_nouns%,? )?(?P<subject><O>)", 0.85, ""),
    ("seat", r"(?P<subject><O>),? (?:which is |who is |is |was |are )?(?:based|headquartered|located|situated|incorporated) in (?:the )?(?P<object><L>)", 0.95, ""),
    ("apposition", rf"(?P<subject><O>),? (?:which is |is |was )?(?:an? |the |one of )<w3>(?P<object><AL>)(?:-based|'s)? <w4>%organisation_nouns%", 0.92, ""),
    ("examples", r"(?P<object><AL>) <w4>%organisation_plurals%,? (?:like|such as|including) (?:the )?(?P<subject><O+>)", 0.92, ""),
    ("institution", r"(?P<subject><O>) in (?:the )?(?P<object><L>)", 0.8, "institution_name_words"),
    ("event_or_policy", r"(?P<subject><YE>)(?: (?:initiative|programme|program|plan|strategy|summit|conference|exhibition|expo|forum))? in (?:the )?(?P<object><L>)", 0.85, ""),
    ("headquarters", r"(?P<subject><O>)'s (?P<object><AL>) (?:headquarters|head office)", 0.9, ""),
    ("headquarters_in", r"(?P<subject><O>)'s (?:global |main )?(?:headquarters|head office) in (?:the )?(?P<object><L>)", 0.9, ""),
    ("person_from", r"(?P<subject><P>), an? (?:[\w'-]+ ){1,5}?(?:from|based in|living in) (?:the )?(?P<object><L>)", 0.9, ""),
)
_DEVELOPS = (
    ("made", rf"(?P<subject><O+>),? (?:which |who |that )?(?:has |have |had )?{_GENTLE}%made% (?:<O>'s )?(?:the |an? )?<w4>(?:, )?(?:such as |including |like |called |named |dubbed )?(?:the |an? |<O>'s )?(?P<object><D+>)", 0.9, ""),
    ("makes", rf"(?P<subject><O+>),? (?:which |who |that )?{_GENTLE}%makes% (?:<O>'s )?(?:the |an? )?<w4>(?:, )?(?:such as |including |like |called |named |dubbed )?(?:the |an? )?(?P<object><D+>)", 0.85, ""),
    ("owner", r"(?P<subject><O>)'s (?!%not_made%\b)<w4>(?:, )?(?:such as )?(?:the )?['\"“]?(?P<object><D+>)", 0.88, ""),
    ("owners_launch", r"(?P<subject><O>)'s (?:\w+ )?(?:release|launch|development|rollout|unveiling|introduction|creation|debut) of (?:the |<O>'s )?<w3>(?P<object><D+>)", 0.9, ""),
    ("maker_before_product", r"(?P<subject><O>) (?P<object><D>)", 0.85, ""),
    ("made_by", rf"(?P<object><D>)(?: \w+)?(?:,? \([^)]{{0,60}}\))?(?:, (?:(?:an?|the) )?[^;.()<>]{{0,120}}?)?,? (?:which |that )?(?:is |was |were |are |has been |being )?{_GENTLE}%made_by% by (?:the )?(?:<AL> )?<w3>(?P<subject><O+>)", 0.88, ""),
    ("maker_of", r"(?P<subject><O>),? (?:is |was )?(?:the |an? )?<w3>(?:maker|developer|creator|company|start-?up|firm|manufacturer|lab) (?:of|behind) (?:the )?<w3>(?P<object><D+>)", 0.92, ""),
    ("product_maker", r"(?P<object><D>)[ -](?:maker|developer|creator|owner|operator),? (?P<subject><O>)", 0.93, ""),
    ("product_of_owner", r"(?P<object><D>), (?P<subject><O>)'s ", 0.9, ""),
)
_PART_OF = (
    ("owners_unit", r"(?P<object><O>)'s (?:<AL> )?<w4>%unit_nouns%,? (?P<subject><O>)", 0.92, ""),
    ("unit_behind_name", r"(?P<object><O>)'s <w4>(?P<subject><O>) %unit_nouns%", 0.9, ""),
    ("unit_by_name", r"(?P<object><O>)'s (?P<subject><O>)", 0.88, "unit_name_words"),
    ("unit_of", rf"(?P<subject><O+>),? (?:which is |is |are |was |were )?{_GENTLE}(?:an? |the |one of )?<w4>(?:%unit_nouns%|part) of (?:the )?<w1>(?P<object><O>)", 0.88, ""),
    ("owned_by", rf"(?P<subject><O>),? (?:which is |is |was )?{_GENTLE}(?:wholly |majority[- ]|partly )?owned by (?:the )?<w4>(?P<object><O>)", 0.9, ""),
    ("owned", r"(?P<object><O>)-owned <w4>(?P<subject><O>)", 0.93, ""),
    ("unit_between", r"(?P<object><O>) (?:subsidiary|unit|division|affiliate|brand),? (?P<subject><O>)", 0.92, ""),
    ("parent", r"(?P<subject><O>)'s (?:parent|owner)(?: company| firm| group)?,? (?P<object><O>)", 0.93, ""),
)
_SPUN_OFF = (
    ("spun_off", r"(?P<subject><O>),? (?:which )?(?:was |is |has been |were )?(?:recently )?spun (?:off|out) (?:from|of|by) (?:the )?(?P<object><O>)", 0.93, ""),
    ("spin_off_of", r"(?P<subject><O>),? (?:is |was )?an? <w3>(?:spin-?off|spin-?out) (?:of|from) (?:the )?(?P<object><O>)", 0.93, ""),
    ("spins_off", r"(?P<object><O>) (?:has |had )?spun (?:off|out) <w3>(?P<subject><O>)", 0.9, ""),
    ("now_independent", r"(?:[Oo]riginally|[Ff]ormerly|[Ii]nitially|[Ff]irst) (?:an? )?<w2>(?:developed|founded|created|started|incubated|launched|part|unit|division|project|owned) (?:by|at|within|inside|of) (?P<object><O>), (?P<subject><OD>) (?:is now|is today|became|has become|has since become) (?:an? )?(?:independent|separate|stand-?alone)", 0.9, ""),
)
_COMPETES = (
    ("competes", rf"(?P<subject><OD+>),? (?:which |that )?(?:also )?(?:competes?|competed|is competing|are competing|vies?) (?:directly |fiercely )?(?:with|against) (?:the )?<w4>(?:like |such as |including )?(?P<object><OD+>)", 0.9, ""),
    ("owners_rival", r"(?P<subject><OD>)'s <w3>(?:rivals?|competitors?),?(?: such as| like| including)? (?P<object><OD+>)", 0.92, ""),
    ("rival_to", r"(?P<subject><OD>),? (?:is |was )?(?:an? |the )?<w3>(?:rival|competitor|alternative|challenger|answer) (?:to|of) (?:the )?(?:<O>'s )?(?P<object><OD+>)", 0.9, ""),
    ("rival_between", r"(?P<subject><OD>) (?:rival|competitor),? (?P<object><OD>)", 0.9, ""),
    ("rivals", r"(?P<subject><OD>) (?:rivals|challenges) (?:<O>'s )?(?P<object><OD+>)", 0.85, ""),
)
_BACKS = (
    ("backed", r"(?P<subject><O>)-(?:backed|funded|financed) <w3>(?P<object><OD>)", 0.95, ""),
    ("backed_by", r"(?P<object><OD>),? (?:which is |which was |is |was |are )?(?:partly |also )?(?:backed|funded|financed|bankrolled) by (?:the )?<w4>(?P<subject><O+>)", 0.9, ""),
    ("invested", r"(?P<subject><O+>),? (?:which )?(?:has |have |had )?(?:also )?(?:invests|invested|poured|injected|pumped|put)(?: [^;,:<>]{1,40}?)? (?:in|into) (?:the )?<w4>(?P<object><OD+>)", 0.88, ""),
    ("stake", r"(?P<subject><O+>),? (?:which )?(?:has|have|holds?|owns?|held|owned|bought|acquired|took|takes|controls) [^;:<>]{0,50}?(?:stake|shareholding|shares|interest) in (?:the )?<w3>(?P<object><O>)", 0.9, ""),
    ("investor_in", r"(?P<subject><O>),? (?:is |was )?(?:an? |the )?<w4>(?:investor|shareholder|backer) (?:in|of) (?:the )?(?P<object><OD>)", 0.9, ""),
    ("funds", r"(?P<subject><O>) (?:funds|finances|funded|financed|backs|backed) (?:the )?<w3>(?P<object><OD>)", 0.82, ""),
)
_ISSUED = (
    ("owner", r"(?P<subject><ALO>)(?: (?:government|administration|parliament|authorities))?'s <w4>['\"“]?(?P<object><Y+>)", 0.88, ""),
    ("issued", rf"(?P<subject><LO+>),? (?:which )?(?:has |have |had )?{_GENTLE}(?:%issued%|%issues%) (?:the |an? |<LO>'s )?<w4>['\"“]?(?P<object><Y+>)", 0.88, ""),
    ("government_issued", rf"(?P<subject><AL>) (?:government|parliament|cabinet|lawmakers|legislature|authorities|regulators|ministry) (?:has |have )?{_GENTLE}(?:%issued%|%issues%) (?:the |an? |<LO>'s )?<w4>['\"“]?(?P<object><Y+>)", 0.9, ""),
    ("issued_by", r"(?P<object><Y>),? (?:which )?(?:is |was |were |has been )?(?:first )?%issued%(?: [^;:.<>]{0,30}?)? by (?:the )?<w2>(?P<subject><LOA>)", 0.9, ""),
    ("signing", r"^(?:The )?(?P<subject><L>) (?:[^;:.<>]{1,60} )?signing of (?:the )?(?P<object><Y>)", 0.85, ""),
    ("adjective", r"(?P<subject><A>) (?P<object><Y>)", 0.8, ""),
)
_PUBLISHED = (
    ("owners_work", r"(?P<subject><O>)(?:'s)? <w3>(?:%report_nouns%)(?:,| titled| called| entitled)? ['\"“]?(?P<object><W>)", 0.93, ""),
    ("owners_report", r"(?P<subject><O>)(?:'s)? (?:\d{4} )?(?:(?:new|latest|annual|quarterly|monthly|recent|first|second|own|joint) )?(?P<literal>%report_nouns%)\b(?!(?:,| titled| called) ['\"“]?<W>)", 0.9, ""),
    ("report_by", r"(?P<literal>%report_nouns%) (?:that was |which was )?(?:%published% )?(?:\w+ )?by (?:the )?<w2>(?P<subject><O+>)", 0.9, ""),
    ("work_by", r"(?P<object><W>)['\"”]?,?['\"”]? (?:which was |is |was )?(?:first )?%published% (?:\w+ )?by (?:the )?<w2>(?P<subject><O+>)", 0.93, ""),
    ("publishes", rf"(?P<subject><O+>),? (?:which )?(?:has |have |had )?{_GENTLE}%published% (?:<O>'s |an? |the )?<w4>['\"“]?(?P<object><W>)", 0.92, ""),
    ("publishes_report", rf"(?P<subject><O+>),? (?:which )?(?:has |have |had )?{_GENTLE}%published% (?:<O>'s |an? |the )?<w3>(?P<literal>%report_nouns%)\b", 0.88, ""),
)
_AUTHORED = (
    ("written_by", r"(?P<object><W>)['\"”,]{0,3} (?:which was |is |was )?(?:authored|written|co-authored|penned|compiled) by <w2>(?P<subject><P+>)", 0.95, ""),
    ("author_of", r"(?P<subject><P>),? (?:who is |is |was )?(?:the |an? )?<w2>(?:author|co-author) of (?:the )?<w3>['\"“]?(?P<object><W>)", 0.93, ""),
    ("owners_book", r"(?P<subject><P>)'s <w3>(?:book|memoir|novel|paper|article|study|report|essay|biography),? ['\"“]?(?P<object><W>)", 0.92, ""),
)
_TABLE = {
    "located_in": _LOCATED,
    "develops": _DEVELOPS,
    "part_of": _PART_OF,
    "spun_off_from": _SPUN_OFF,
    "competes_with": _COMPETES,
    "backs": _BACKS,
    "issued": _ISSUED,
    "published": _PUBLISHED,
    "authored": _AUTHORED,
}


@lru_cache(maxsize=4)
def rules(lexicon: Lexicon) -> tuple[Rule, ...]:
    """All patterns, compiled with the cues of the lexicon."""
    return tuple(_compiled(lexicon))


def _compiled(lexicon: Lexicon) -> Iterator[Rule]:
    cues = dict(lexicon.cues["relations"])
    cues["organisation_plurals"] = [_plural(noun) for noun in cues["organisation_nouns"]]
    for predicate, table in _TABLE.items():
        for name, template, confidence, named_like in table:
            yield Rule(
                name=f"{predicate}:{name}",
                predicate=predicate,
                pattern=compiled(template, cues),
                confidence=confidence,
                anchors=frozenset("".join(found[1] for found in _PLACEHOLDER.finditer(template) if found[1] in "DYWPE")),
                named_like=frozenset(cues[named_like]) if named_like else frozenset(),
            )


def compiled(template: str, cues: dict[str, list[str]]) -> re.Pattern[str]:
    """The regular expression that a template of this module stands for."""
    expression = _CUES.sub(lambda found: f"(?:{_any(cues[found[1]])})", template)
    expression = _WORDS.sub(lambda found: f"{_WORD}{{0,{found[1]}}}", expression)
    expression = _PLACEHOLDER.sub(lambda found: _marks(found[1], found[2]), expression)
    return re.compile(expression.replace("<>", OPEN))


def _marks(types: str, many: str) -> str:
    mark = f"{OPEN}[{types}]\\d+{CLOSE}"
    return f"{mark}(?:{_JOINS}{mark})*" if many else mark


def _any(words: Iterable[str]) -> str:
    return "|".join(re.escape(word) for word in sorted(set(words), key=lambda word: (-len(word), word)))


def _plural(noun: str) -> str:
    if noun.endswith("y") and noun[-2] not in "aeiou":
        return f"{noun[:-1]}ies"
    return f"{noun}es" if noun.endswith(("s", "ch", "x")) else f"{noun}s"
