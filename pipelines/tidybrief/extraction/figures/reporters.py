"""Who asks others, or writes of them, in a document: "Acme's survey", "a report by Acme", "Acme polled 800 voters".

What belongs here: finding them. What they tell is hardly ever about themselves (`subject_candidates`).
"""

import re
from collections.abc import Sequence

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
_LONGEST_ANALYSTS = 24
_AT = ("at ", "at the ", "with ", "with the ")
_REACH = 80
_TYPES = frozenset({"ORG", "PERSON", "WORK", "POLICY"})


def reporters(mentions: Sequence[Mention], text: str) -> frozenset[str]:
    """The entity ids of those who ask or write of others."""
    return frozenset(mention.entity_id for mention in mentions if _reports(mention, text))


def speaks_through_analysts(mention: Mention, text: str) -> bool:
    """Whether a name only tells who judges others: "analysts at Acme expect"."""
    before = text[max(0, mention.start - _LONGEST_ANALYSTS) : mention.start]
    return before.endswith(_AT) and _ANALYSTS.search(before) is not None


def _reports(mention: Mention, text: str) -> bool:
    if speaks_through_analysts(mention, text):
        return True
    if mention.type not in _TYPES:
        return False
    if _BEHIND.match(text, mention.end) is not None:
        return True
    before = text[max(0, mention.start - _REACH) : mention.start]
    return before.endswith(_BEFORE_ENDINGS) and _BEFORE.search(before) is not None
