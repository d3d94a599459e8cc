"""Names side by side in one phrase, of which one alone is the source: "Acme chair Ann Lund", "the Swedish Food Agency".

What belongs here: which of them that is. Whether it says something stands in `attribution`.
"""

import re
from collections.abc import Sequence
from itertools import pairwise

from tidybrief.extraction.grammar.attribution_cues import Cues
from tidybrief.extraction.records import Mention

_TITLE = re.compile(r"(?:['’]s)?[ ](?:[\w-]+[ ]){0,4}")
_HOLDER = re.compile(r"['’]s?[ ](?:[a-z-]+[ ]){0,4}[a-z-]+,[ ]")
"""What stands between an owner and who holds an office there: "Acme's first head, | Ann Lund,"."""
_BEFORE_PERSON = re.compile(r",[ ](?:[A-Z][a-z]{1,8}\.?[ ])?")
"""What stands between an organisation and the person whose office in it was told: "the head of Acme, Dr | Ann Lund"."""
_OFFICE_AT = re.compile(r"\b(?:[Tt]he|[Aa]n?|[Ii]ts)[ ](?:[a-z-]+[ ]){1,5}(?:of|at|for|with)[ ](?:the[ ])?$")
_LONGEST_OFFICE = 60
_JOINING = re.compile(r"\b(?:and|by|of|in|on|for)\b")


def head_of_name_group(source: Mention, inside: Sequence[Mention], text: str) -> Mention:
    """ "NASA administrator Jim Bridenstine": the person, not the employer before the title."""
    following = next((m for m in inside if m.start > source.end), None)
    if following is not None and following.type == "PERSON" and source.type in ("ORG", "PLACE"):
        between = text[source.end : following.start]
        if _HOLDER.fullmatch(between) and text.startswith(",", following.end):
            return following
        if _TITLE.fullmatch(between) and not _JOINING.search(between):
            return following
    return source


def describes_its_land(place: Mention, names: Sequence[Mention]) -> bool:
    """Whether a place stands right before the organisation whose land it tells: "the Swedish Food Agency", "Ghana's
    Ministry of Finance".
    """
    near = place.end + 1, place.end + len("'s ")
    return place.type == "PLACE" and any(one.type == "ORG" and one.start in near for one in names)


def owners_of_persons(text: str, inside: Sequence[Mention], cues: Cues) -> frozenset[int]:
    """Where the names begin to whom a person belongs that speaks: "said Mercer's Ann Lund", "said Acme chair Ann Lund",
    "the head of Acme, Ann Lund, said"; not "Acme said Ann Lund left".
    """
    persons = {mention.start for mention in inside if mention.type == "PERSON"}
    owners = {
        mention.start
        for mention in inside
        if text.startswith(("'s ", "’s "), mention.end) and mention.end + len("'s ") in persons
    }
    for mention, following in pairwise(inside):
        head = head_of_name_group(mention, (following,), text)
        if (head is not mention and cues.any.search(text, mention.end, head.start) is None) or (
            following.type == "PERSON"
            and text.startswith(",", following.end)
            and _holds_office(mention, following, text)
        ):
            owners.add(mention.start)
    return frozenset(owners)


def _holds_office(body: Mention, person: Mention, text: str) -> bool:
    """Whether the name of a person stands in apposition to an office at a body."""
    if body.type == "PERSON" or _BEFORE_PERSON.fullmatch(text, body.end, person.start) is None:
        return False
    return _OFFICE_AT.search(text, max(0, body.start - _LONGEST_OFFICE), body.start) is not None
