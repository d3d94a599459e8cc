"""Who asks others, or writes of them, in a document: "Acme's survey", "a report by Acme", "Acme polled 800 voters",
"data from the Statistics Office".

What belongs here: finding them. What they tell is hardly ever about themselves (`subject_candidates`).
"""

import re
from collections import Counter
from collections.abc import Container, Mapping, Sequence

from tidybrief.extraction.grammar.sources_named import Source
from tidybrief.extraction.records import Mention

_ASKING = "surveys?|polls?|stud(?:y|ies)|analys[ei]s|research"
_BEHIND = re.compile(
    rf"(?:['’]s?)?[ ](?:(?:latest|new|recent|own|online|global)[ ]){{0,3}}(?:{_ASKING})[ ]"
    r"(?:found|finds|shows?|showed|says|said|of|that|reveals?|revealed|suggests?|suggested|estimates?|estimated)\b|"
    r"[ ](?:surveyed|polled)\b"
)
_BEFORE = re.compile(
    rf"\b(?:{_ASKING}|report|paper)[ ](?:[\w,-]+[ ]){{0,4}}?(?:by|from)[ ](?:the[ ])?$|"
    r"\b(?:conducted|commissioned|surveyed|polled)[ ](?:[\w-]+[ ]){0,2}?by[ ](?:the[ ])?$"
)
_BEFORE_ENDINGS = ("by ", "by the ", "from ", "from the ")
_ANALYSTS = re.compile(
    r"\b(?:[Aa]nalysts?|[Ee]conomists?|[Ss]trategists?|[Ff]orecasters?)[ ](?:at|with)[ ](?:the[ ])?$"
)
_RESEARCHERS = re.compile(
    r"\b(?:[Rr]esearchers?|[Ss]cientists?|[Aa]cademics|[Ss]cholars|[Aa] team)[ ](?:at|from)[ ](?:the[ ])?$"
)
_TRADES = (
    r"(?:consultan(?:cy|ts?)|consulting[ ]firm|pollsters?|polling[ ](?:firm|company|group)|think[ -]tank|forecaster|"
    r"(?:market[ -])?researcher|(?:market[ -])?(?:research|intelligence|analytics|data|tracking)[ ]"
    r"(?:firm|company|group|provider|service|outfit))"
)
"""The trades of those who live by telling of others."""
_BEHIND_TRADE = re.compile(rf"\b{_TRADES}[ ,]+$", re.IGNORECASE)
_BEFORE_TRADE = re.compile(rf",[ ](?:an?|the)[ ](?:[\w’'-]+[ ]){{0,3}}{_TRADES}\b", re.IGNORECASE)
_LONGEST_TRADE = 30
_LONGEST_ANALYSTS = 24
_AT = ("at ", "at the ", "with ", "with the ", "from ", "from the ")
_REACH = 80
_TELLING = (
    "report|outlook|data|figure|statistic|survey|bulletin|estimate|review|study|analysis|index|forecast|projection|record|"
    "number|tally|count"
)
_THEIR_WORDS = re.compile(rf"['’]s?(?:[ ][\w-]+){{0,4}}?[ ](?:{_TELLING})s?\b")
_BY_THEM = re.compile(
    r"\b(?:(?:published|released|issued|compiled|collected|recorded|conducted)(?:[ ][\w-]+){0,2}[ ]by|according[ ]to|"
    rf"(?:{_TELLING})s?(?:[ ][\w-]+){{0,2}}?[ ](?:from|by|of))[ ](?:the[ ])?$"
)
_BEFORE_THEM = tuple(f"{joint} {article}" for joint in ("by", "from", "of", "to") for article in ("", "the "))
_MOSTLY = 0.4
"""Of the sentences that name somebody, the share in which he tells something, for one who is named for that."""
_TYPES = frozenset({"ORG", "PERSON", "WORK", "POLICY"})


def reporters(mentions: Sequence[Mention], text: str) -> frozenset[str]:
    """The entity ids of those who ask or write of others."""
    return frozenset(mention.entity_id for mention in mentions if _reports(mention, text))


def speaks_through_analysts(mention: Mention, text: str) -> bool:
    """Whether a name only tells who judges others: "analysts at Acme expect"."""
    before = text[max(0, mention.start - _LONGEST_ANALYSTS) : mention.start]
    return before.endswith(_AT) and _ANALYSTS.search(before) is not None


def informants(
    mentions: Sequence[Mention], sources: Mapping[int, Sequence[Source]], text: str, bodies: Container[str]
) -> frozenset[str]:
    """The entity ids of the persons and public bodies that a document names often for what they tell, seldom for else.

    `sources` are those of each sentence, by its number; `bodies` the words in names of bodies. Firms are none: they
    tell of themselves.
    """
    of_others = {one.entity_id for one in mentions if _tells_of_others(one.entity_id, bodies)}
    told = {(source.entity_id, number) for number, row in sources.items() for source in row if not source.carried}
    told.update(
        (one.entity_id, one.sentence_no) for one in mentions if one.entity_id in of_others and _informs(one, text)
    )
    times = Counter(entity_id for entity_id, _ in told if entity_id in of_others)
    named = Counter(entity_id for entity_id, _ in {(one.entity_id, one.sentence_no) for one in mentions})
    return frozenset(entity_id for entity_id, count in times.items() if count >= _MOSTLY * named[entity_id])


def _tells_of_others(entity_id: str, bodies: Container[str]) -> bool:
    kind, _, name = entity_id.partition(":")
    is_body = "office-of-" in name or any(word in bodies for word in name.split("-"))
    return kind == "person" or (kind != "place" and is_body)


def _informs(mention: Mention, text: str) -> bool:
    if _THEIR_WORDS.match(text, mention.end) is not None:
        return True
    before = text[max(0, mention.start - _REACH) : mention.start]
    return before.endswith(_BEFORE_THEM) and _BY_THEM.search(before) is not None


def _reports(mention: Mention, text: str) -> bool:
    if speaks_through_analysts(mention, text):
        return True
    if mention.type not in _TYPES:
        return False
    if _BEHIND.match(text, mention.end) is not None or _is_of_trade(mention, text):
        return True
    before = text[max(0, mention.start - _REACH) : mention.start]
    if before.endswith(_AT) and _RESEARCHERS.search(before) is not None:
        return True
    return before.endswith(_BEFORE_ENDINGS) and _BEFORE.search(before) is not None


def _is_of_trade(mention: Mention, text: str) -> bool:
    """ "the pollster Acme", "Acme, a consultancy"."""
    if mention.type != "ORG":
        return False
    return (
        _BEHIND_TRADE.search(text, max(0, mention.start - _LONGEST_TRADE), mention.start) is not None
        or _BEFORE_TRADE.match(text, mention.end) is not None
    )
