"""Names beside a quantity that say of whom it holds: in brackets, in lists, as receivers, in the counted phrase.

What belongs here: the patterns that hold by themselves. What is weighed stands in `subject_candidates`.
"""

import re
from collections.abc import Iterator, Sequence

from tidybrief.extraction.figures.transfers import is_transferred
from tidybrief.extraction.grammar.clauses import Clauses
from tidybrief.extraction.grammar.word_classes import (
    ADVERB,
    APOSTROPHES,
    AUXILIARY,
    CONJUNCTION,
    DATE,
    DETERMINER,
    NAME,
    NOUN,
    OF,
    PARTICIPLE,
    PREPOSITION,
    QUANTITY,
    VERB,
)
from tidybrief.extraction.records import Mention, Quantity

_POINTING = frozenset({"former", "latter", "first", "second", "other", "same"})
Neighbours = tuple[Quantity | None, Quantity | None]
FOLLOWER = "follower"
"""Who comes next in a ranking: "followed by Acme with 9%"."""
LISTED = frozenset({"named in a list", "in its own place"})
"""Whom each of several holds for: "49% for A, 53% for B", "900 marched in Oslo, 40 in Rome"."""
CERTAIN = LISTED | {"before a bracket", "before a dash", "respectively", "owner of what is left out", FOLLOWER}
"""The patterns that leave no doubt."""

_ACTS = frozenset({VERB, PARTICIPLE, AUXILIARY})
_APPOSED = re.compile(r"[ ]?\((?:[a-z]+ ){0,4}$")
_AFTER_DASH = re.compile(r"[ ]?[–—-][ ](?:[a-z]+ ){0,3}$")
_ALONE = re.compile(r"(?:[ ](?!and\b|to\b|of\b)[a-z]+){0,2}(?=[,;.)\n]|$|[ ]and\b)")
"""What is behind an amount that stands in a list of names with dashes: its unit at most."""
_FOLLOWING_NAME = re.compile(
    r"\s+(?:for|in|at|by|among|of|from)\s+(?:the\s+|patients\s+treated\s+with\s+|those\s+(?:in|with|on)\s+)?$"
)
_COUNTED_IN = re.compile(
    r"(?:[ ](?!in\b|at\b)[a-z][\w-]*){0,3}[ ](?:in|at)[ ](?:the[ ])?(?:[a-z]+[ ](?:across|throughout|around|of)[ ])?"
)
_CONTRASTED = re.compile(r"\b(?:compared (?:to|with)|versus|against|and) (?:[a-z]+ ){0,2}$")
_DIFFERING = re.compile(
    r"[ ](?:for|in|at|among|by|with)[ ](?:the[ ])?(?:[a-z]+[ ]treated[ ]with[ ]|those[ ](?:in|on|with)[ ])?"
    r"(?P<what>[\w’'-]+(?:[ ][\w’'-]+){0,3}?)(?=,|;|\.|[ ]and\b|$)"
)
_GAPPED = re.compile(r",?[ ](?:(?:for|by|with|at|of|about|around|some|only|nearly|over|an?|additional)[ ]){0,3}$")
_OWNER_OF_GAP = re.compile(
    r"(?:['’]s?)[ ](?:(?:by|at|to|about|around|some|only|nearly|over|more|less|than|just|roughly)[ ]){0,4}$"
)
_LINK_OF_NAMES = re.compile(r",?[ ](?:and[ ])?(?:the[ ])?")
_WITHIN_LISTS = frozenset({NOUN, CONJUNCTION, ",", "-"})
_LONGEST_GAP_OF_LIST = 6
_FOLLOWED = frozenset({"followed", "trailed"})
_HAVING = frozenset({"with", "at", "on"})
_BEFORE_FOLLOWERS = frozenset({"by", "behind"})
_OF_FOLLOWERS = frozenset(
    (NAME, NOUN, DETERMINER, QUANTITY, PREPOSITION, OF, CONJUNCTION, ADVERB, DATE, "-", ",", "(", ")", "’", "'")
)
_LONGEST_RANKING = 40
_JOINS = re.compile(r"(?:,|;|\band|\bwhile|\bbut)[ ](?:in[ ])?(?:the[ ])?$")


def beside(
    quantity: Quantity, names: Sequence[Mention], neighbours: Neighbours, clauses: Clauses
) -> Iterator[tuple[Mention, str]]:
    """Names that stand in such a place, each with the name of the pattern."""
    text = clauses.text
    for mention in reversed(names):
        if mention.end < quantity.start <= mention.end + 30:
            if _APPOSED.fullmatch(text, mention.end, quantity.start):
                yield mention, "before a bracket"
            if _is_dashed(mention, quantity, clauses):
                yield mention, "before a dash"
            is_owner = quantity.kind != "rank" and _OWNER_OF_GAP.fullmatch(text, mention.end, quantity.start)
            if is_owner and _JOINS.search(text, max(clauses.sentence.start, mention.start - 12), mention.start):
                yield mention, "owner of what is left out"
            is_left_out = _GAPPED.fullmatch(text, mention.end, quantity.start) and _JOINS.search(
                text, max(clauses.sentence.start, mention.start - 12), mention.start
            )
            if _is_follower(mention, quantity, neighbours[0], clauses):
                yield mention, FOLLOWER
            elif is_left_out and not is_transferred(quantity, clauses):
                yield mention, "gapped"
            break
    following = _in_series(quantity, names, neighbours, clauses)
    if following is not None:
        yield following, "named in a list"
    own_place = _in_own_place(quantity, names, neighbours, text)
    if own_place is not None:
        yield own_place, "in its own place"
    receiver = _receiver(quantity, names, clauses)
    if receiver is not None:
        yield receiver, "receiver"
    counted = _in_counted_phrase(quantity, names, clauses)
    if counted is not None:
        yield counted, "in the counted phrase"
    respective = _respective(quantity, names, clauses)
    if respective is not None:
        yield respective, "respectively"


def _is_dashed(mention: Mention, quantity: Quantity, clauses: Clauses) -> bool:
    """ "the Labour Party – 6.7%;": an amount alone between a name with a dash and a comma or the end."""
    if _AFTER_DASH.fullmatch(clauses.text, mention.end, quantity.start) is None:
        return False
    return _ALONE.match(clauses.text, quantity.end, clauses.sentence.end) is not None


def _is_follower(mention: Mention, quantity: Quantity, before: Quantity | None, clauses: Clauses) -> bool:
    """ "A holds 53%, followed by B with 38% and C on 9%", "ahead of B at 38%", where A has told its own before."""
    having = clauses.before_qualifiers(clauses.at(quantity.start))
    while clauses.kind(having) in (OF, NOUN, DETERMINER):
        having -= 1  # "with a share of"
    place = having - 1 - (clauses.word(having - 1) == ",")
    if clauses.word(having) not in _HAVING or clauses.at(mention.start) != place:
        return False
    first = place - 1
    while clauses.kind(first) in (NOUN, DETERMINER):
        first -= 1
    if clauses.kind(first) == PREPOSITION and clauses.word(first) not in _BEFORE_FOLLOWERS:
        return False
    for left in range(first, max(0, first - _LONGEST_RANKING), -1):
        word = clauses.words[left]
        if word == "by":
            return clauses.word(left - 1 - (clauses.kind(left - 1) == ADVERB)) in _FOLLOWED
        if word == "behind" or (word == "of" and clauses.word(left - 1) == "ahead"):
            return before is not None and before.kind == quantity.kind and QUANTITY in clauses.classes[:left]
        if clauses.classes[left] not in _OF_FOLLOWERS:
            return False
    return False


def text_of_series(quantity: Quantity, neighbours: Neighbours, clauses: Clauses) -> str | None:
    """What differs in a list of its like ("53% for B, 29% for C"): the words after it; None outside a list, and where
    only the time differs.
    """
    own = _differing(quantity, clauses)
    twins = _twins(quantity, neighbours, clauses) if quantity.kind == "percent" else []
    return own if own is not None and any(_differing(twin, clauses) not in (None, own) for twin in twins) else None


def _twins(quantity: Quantity, neighbours: Neighbours, clauses: Clauses) -> list[Quantity]:
    """The neighbours of its kind that no other name owns."""
    return [
        other
        for other in neighbours
        if other is not None and other.kind == quantity.kind and not _is_of_another(quantity, other, clauses)
    ]


def _is_of_another(one: Quantity, other: Quantity, clauses: Clauses) -> bool:
    """Whether a name with what it owns or does stands between: "Acme's stock rose 6% in Leeds, while Halden's …"."""
    first, last = clauses.at(min(one.end, other.end)), clauses.at(max(one.start, other.start))
    return any(
        clauses.classes[place] == NAME
        and (clauses.word(place + 1) in APOSTROPHES or clauses.kind(place + 1) in _ACTS)
        and not (clauses.kind(place - 1) == OF and clauses.kind(place - 2) == QUANTITY)  # "9% of Ghana's output"
        for place in range(first, last)
    )


def _differing(quantity: Quantity, clauses: Clauses) -> str | None:
    found = _DIFFERING.match(clauses.text, quantity.end, quantity.end + 70)
    if found is None or clauses.kind(clauses.at(found.start("what"))) == DATE or found["what"] in _POINTING:
        return None
    return found["what"]


def _in_series(
    quantity: Quantity, names: Sequence[Mention], neighbours: Neighbours, clauses: Clauses
) -> Mention | None:
    """ "49% for A, 53% for B": the name after the quantity, where its neighbour of the same kind has one as well."""
    text = clauses.text
    twins = _twins(quantity, neighbours, clauses)
    if not twins:
        return None
    name = _name_following(quantity, names, text)
    if name is None:
        return None
    if any(_name_following(twin, names, text) not in (None, name) for twin in twins):
        return name
    return name if _CONTRASTED.search(text, max(0, quantity.start - 30), quantity.start) else None


def _name_following(quantity: Quantity, names: Sequence[Mention], text: str) -> Mention | None:
    for mention in names:
        if quantity.end < mention.start <= quantity.end + 45:
            return mention if _FOLLOWING_NAME.fullmatch(text, quantity.end, mention.start) else None
    return None


def _in_own_place(quantity: Quantity, names: Sequence[Mention], neighbours: Neighbours, text: str) -> Mention | None:
    """The place behind a count, where the count beside it has another: "900 people in Oslo, 40 in Rome"."""
    if quantity.kind != "count":
        return None
    own = _place_behind(quantity, names, text)
    twins = [
        other for other in neighbours if other is not None and (other.kind, other.unit) == ("count", quantity.unit)
    ]
    others = (_place_behind(other, names, text) for other in twins)
    return own if own is not None and any(other not in (None, own) for other in others) else None


def _place_behind(quantity: Quantity, names: Sequence[Mention], text: str) -> Mention | None:
    following = next((mention for mention in names if mention.start > quantity.end), None)
    if following is None or following.type != "PLACE":
        return None
    return following if _COUNTED_IN.fullmatch(text, quantity.end, following.start) is not None else None


def _receiver(quantity: Quantity, names: Sequence[Mention], clauses: Clauses) -> Mention | None:
    """ "saved Americans over $180 billion": the name between a verb and the amount."""
    left = clauses.before_qualifiers(clauses.at(quantity.start))
    if quantity.kind != "money" or clauses.kind(left) != NAME or clauses.kind(left - 1) not in (VERB, PARTICIPLE):
        return None
    return next((m for m in names if m.start == clauses.starts[left] and m.type in ("PLACE", "ORG")), None)


def _in_counted_phrase(quantity: Quantity, names: Sequence[Mention], clauses: Clauses) -> Mention | None:
    """ "62 Halden outlets"."""
    start = clauses.at(quantity.end)
    last = clauses.phrase_after(start, 5)
    if last < start:
        return None
    end = clauses.ends[last]
    return next((m for m in names if quantity.end <= m.start < end and m.type in ("ORG", "PLACE")), None)


def _respective(quantity: Quantity, names: Sequence[Mention], clauses: Clauses) -> Mention | None:
    """ "A, B and C sent two, six and nine, respectively": the name of the same rank as the quantity."""
    if "respectively" not in clauses.text[quantity.end : clauses.sentence.end]:
        return None
    own = clauses.at(quantity.start)
    listed = [*reversed(list(_listed(own, -1, clauses))), own, *_listed(own, 1, clauses)]
    leading = [mention for mention in names if mention.end <= clauses.starts[listed[0]]]
    joined = 1
    while joined < len(leading) and _is_joined(leading[-joined - 1], leading[-joined], clauses.text):
        joined += 1
    return leading[listed.index(own) - len(listed)] if joined == len(listed) > 1 else None


def _listed(own: int, step: int, clauses: Clauses) -> Iterator[int]:
    """The quantities that stand in a list with one, on one side of it."""
    place = last = own
    while abs(place - last) <= _LONGEST_GAP_OF_LIST:
        place += step
        if clauses.kind(place) == QUANTITY:
            last = place
            yield place
        elif clauses.kind(place) not in _WITHIN_LISTS and clauses.word(place) not in clauses.vocabulary.qualifiers:
            return


def _is_joined(one: Mention, other: Mention, text: str) -> bool:
    return _LINK_OF_NAMES.fullmatch(text, one.end, other.start) is not None
