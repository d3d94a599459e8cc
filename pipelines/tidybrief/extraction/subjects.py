"""Whom or what a figure is about, as an entity where the text names one.

What belongs here: choosing among the names of sentence, paragraph and document by shallow grammar.
"""

import re
from collections import Counter
from collections.abc import Mapping, Sequence

from tidybrief.extraction.attribution import Source
from tidybrief.extraction.clauses import Clauses
from tidybrief.extraction.records import Mention, Quantity
from tidybrief.extraction.word_classes import AUXILIARY, NAME, PARTICIPLE, VERB

_SUBJECT_TYPES = frozenset({"ORG", "PLACE", "PRODUCT", "PERSON", "POLICY", "EVENT", "WORK"})
_VERBS = frozenset({VERB, AUXILIARY, PARTICIPLE})
_TAKES_UP_SOURCE = re.compile(r"\b(?:it|its|they|their|he|she|his|her|we|our)\b")
_REACH = 80
_RELATIVE_VERB = re.compile(r",[ ](?:which |who )?(?:is|was|are|were|has|had|will)\b")
_FRAME = re.compile(
    r"\b(?:according to|per|citing|by|with|under|from|via|through|in|on|at|for|to|of|like|as|against|between|than)"
    r"\s+(?:the\s+|its\s+|an?\s+)?$",
    re.IGNORECASE,
)
_POSSESSIVE = re.compile(r"['’]s?(?=[ ])")
_LOCATES = re.compile(r"\b(?:in|across|throughout|of|to|from|for|among|over|around)[ ](?:the[ ]|all[ ])?$")
_FOLLOWING_NAME = re.compile(
    r"\s+(?:for|in|at|by|among|of)\s+(?:the\s+|patients\s+treated\s+with\s+|those\s+(?:in|with|on)\s+)?$"
)
_APPOSED = re.compile(r"[ ]?\((?:[a-z]+ ){0,4}$")


def main_subject(mentions: Sequence[Mention], title_end: int) -> str | None:
    """The entity that a document is about: the one it names most, those of its title before others.

    In a title a name counts more than the adjective of a place ("Greek").
    """
    counts: Counter[str] = Counter()
    boosts: dict[str, int] = {}
    entity_of: dict[str, str] = {}
    for mention in mentions:
        kind, _, slug = mention.entity_id.partition(":")
        titled = mention.start < title_end
        if mention.type in ("ORG", "PLACE") or (titled and mention.type == "PRODUCT"):
            counts[slug] += 1
            if kind in ("org", "place") or slug not in entity_of:
                entity_of.setdefault(slug, mention.entity_id)
            if titled:
                by_name = mention.form != "adjective" or slug == "-".join(mention.text.lower().split())
                boosts[slug] = max(4 if by_name else 2, boosts.get(slug, 1))
    return entity_of[max(counts, key=lambda slug: counts[slug] * boosts.get(slug, 1))] if counts else None


def subject_of(  # noqa: PLR0911 - one return a case
    quantity: Quantity,
    clauses: Clauses,
    inside: Sequence[Mention],
    sources: Sequence[Source],
    neighbours: tuple[Quantity | None, Quantity | None],
) -> tuple[Mention, float] | None:
    """The name in the quantity's sentence that it is about, with the probability of that; None where none fits."""
    offices = clauses.vocabulary.offices
    candidates = [
        mention
        for mention in inside
        if mention.type in _SUBJECT_TYPES
        and not (
            mention.type == "PERSON"
            and quantity.kind != "age"
            and offices.search(clauses.text[max(0, mention.start - 30) : mention.start])
        )
    ]
    if not candidates:
        return None
    text = clauses.text
    apposed = _apposed(quantity, candidates, text)
    if apposed is not None:
        return apposed, 0.9
    following = _in_series(quantity, candidates, neighbours, text)
    if following is not None:
        return following, 0.85
    if quantity.kind == "age":
        return _aged(quantity, candidates)
    silent = {
        source.entity_id
        for source in sources
        if not source.carried
        and source.start <= quantity.start < source.end
        and not _speaks_of_itself(source, quantity, text)
    }
    clause_start = _clause_start(quantity, clauses)
    receiver = _receiver(quantity, candidates, clauses)
    if receiver is not None:
        return receiver, 0.75
    before = [m for m in candidates if m.end <= quantity.start and m.entity_id not in silent]
    grammatical = [m for m in before if m.start >= clause_start] or before
    best = _best_before(grammatical, quantity, clauses)
    if best is not None:
        return best
    if before and grammatical is not before:
        best = _best_before(before, quantity, clauses)
        if best is not None:
            return best[0], best[1] * 0.8
    inverted = next((m for m in candidates if m.start >= quantity.end and _opens_main_clause(m, clauses)), None)
    if inverted is not None and not before:
        return inverted, 0.8
    within = _in_counted_phrase(quantity, candidates, clauses)
    if within is not None:
        return within, 0.6
    ceiling = _clause_end(quantity, clauses)
    after = [
        m for m in candidates if quantity.end <= m.start < ceiling and m.entity_id not in silent and m.type != "PERSON"
    ]
    places = [
        m
        for m in after
        if m.type == "PLACE"
        and _LOCATES.search(text, max(quantity.end - 1, m.start - 16), m.start)
        and not _verb_between(quantity, m, clauses)
    ]
    if places:
        return places[0], 0.5
    if before:
        return before[0], 0.45
    return (after[0], 0.35) if after and after[0].start - quantity.end < 60 else None


def _apposed(quantity: Quantity, candidates: Sequence[Mention], text: str) -> Mention | None:
    """ "South Korea (just over 4,000)"."""
    for mention in reversed(candidates):
        if mention.end < quantity.start <= mention.end + 30:
            return mention if _APPOSED.fullmatch(text[mention.end : quantity.start]) else None
    return None


def _in_series(
    quantity: Quantity, candidates: Sequence[Mention], neighbours: tuple[Quantity | None, Quantity | None], text: str
) -> Mention | None:
    """ "49% for A, 53% for B": the name after the quantity, where its neighbour of the same kind has one as well."""
    twins = [other for other in neighbours if other is not None and other.kind == quantity.kind]
    if not twins:
        return None
    name = _name_following(quantity, candidates, text)
    if name is None:
        return None
    if any(_name_following(twin, candidates, text) not in (None, name) for twin in twins):
        return name
    return name if _CONTRASTED.search(text, max(0, quantity.start - 30), quantity.start) else None


_CONTRASTED = re.compile(r"\b(?:compared (?:to|with)|versus|against|and) (?:[a-z]+ ){0,2}$")
_DIFFERING = re.compile(
    r"[ ](?:for|in|at|among|by|with)[ ](?:the[ ])?(?:[a-z]+[ ]treated[ ]with[ ]|those[ ](?:in|on|with)[ ])?"
    r"(?P<what>[\w’'-]+(?:[ ][\w’'-]+){0,3}?)(?=,|;|\.|[ ]and\b|$)"
)


def text_of_series(quantity: Quantity, neighbours: tuple[Quantity | None, Quantity | None], text: str) -> str | None:
    """What differs in a list of its like ("53% for B, 29% for C"): the words after it; None outside a list."""
    own = _DIFFERING.match(text, quantity.end, quantity.end + 70)
    if own is None:
        return None
    for other in neighbours:
        if other is not None and other.kind == quantity.kind == "percent":
            theirs = _DIFFERING.match(text, other.end, other.end + 70)
            if theirs is not None and theirs.group("what") != own.group("what"):
                return own.group("what")
    return None


def _name_following(quantity: Quantity, candidates: Sequence[Mention], text: str) -> Mention | None:
    for mention in candidates:
        if quantity.end < mention.start <= quantity.end + 45:
            return mention if _FOLLOWING_NAME.fullmatch(text[quantity.end : mention.start]) else None
    return None


def _aged(quantity: Quantity, candidates: Sequence[Mention]) -> tuple[Mention, float] | None:
    """Whose age it is: the nearest person of the sentence."""
    people = [mention for mention in candidates if mention.type == "PERSON"]
    if not people:
        return None
    return min(people, key=lambda m: min(abs(m.end - quantity.start), abs(m.start - quantity.end))), 0.75


def _receiver(quantity: Quantity, candidates: Sequence[Mention], clauses: Clauses) -> Mention | None:
    """ "saved Americans over $180 billion": the name between a verb and the amount."""
    left = clauses.before_qualifiers(clauses.at(quantity.start))
    if quantity.kind != "money" or clauses.kind(left) != NAME or clauses.kind(left - 1) not in (VERB, PARTICIPLE):
        return None
    return next((m for m in candidates if m.start == clauses.starts[left] and m.type in ("PLACE", "ORG")), None)


def _clause_start(quantity: Quantity, clauses: Clauses) -> int:
    """Where the clause of a quantity begins: after a semicolon, a contrast, or a comma with a new subject and verb."""
    place = clauses.at(quantity.start)
    for left in range(place - 1, max(-1, place - _REACH), -1):
        kind, word = clauses.classes[left], clauses.words[left]
        if kind in (";", ":", "—", "–") or word in ("but", "while", "whereas", "although", "though"):
            return clauses.ends[left]
        before = left - 1 - (clauses.kind(left - 1) == ",")
        if kind == "c" and clauses.kind(before) == NAME and clauses.kind(left + 1) == NAME:
            continue
        if kind in (",", "c") and word in (",", "and") and _opens_clause(left + 1, place, clauses):
            return clauses.ends[left]
    return clauses.sentence.start


def _opens_clause(first: int, place: int, clauses: Clauses) -> bool:
    """Whether a name and then its verb stand between a comma and a quantity."""
    seen_name = False
    for right in range(first, min(first + 7, place)):
        kind = clauses.classes[right]
        if kind == NAME:
            seen_name = True
        elif kind in _VERBS:
            return seen_name
        elif kind in (",", "s", "p", "o", "t", "c"):
            return False
    return False


def _best_before(names: Sequence[Mention], quantity: Quantity, clauses: Clauses) -> tuple[Mention, float] | None:
    """The likeliest among the names before a quantity, by place, case and what follows them."""
    if not names:
        return None
    text = clauses.text
    scores = [0.1 * order / len(names) for order in range(len(names))]
    scores[0] += 0.3
    head = 0
    framed: set[int] = set()
    for order, mention in enumerate(names):
        joined = order > 0 and _coordinated(names[order - 1], mention, text)
        head = head if joined else order
        scores[order] += _evidence(mention, names, quantity, clauses) - 0.3 * joined
        if _is_framed(mention, clauses) or (joined and head in framed):
            framed.add(order)
            scores[order] -= 0.7
        if _acts(mention, clauses):
            scores[head] += 1.0
    best = max(range(len(names)), key=lambda order: (scores[order], -order))
    return (names[best], min(0.9, 0.6 + 0.15 * scores[best])) if scores[best] > -0.35 else None


def _opens_main_clause(mention: Mention, clauses: Clauses) -> bool:
    """ "With 6,000 patents, the USA is second": the subject after the comma that ends an opening phrase."""
    before = clauses.text[clauses.sentence.start : mention.start]
    return (
        _OPENING.match(before.rpartition(",")[0]) is not None
        and before.endswith((", ", ", the "))
        and _acts(mention, clauses)
    )


def _follows_verb(mention: Mention, clauses: Clauses) -> bool:
    """Whether a verb stands before the name in its sentence, so that it is no part of the subject."""
    place = clauses.at(mention.start)
    kinds = clauses.classes[max(0, place - _REACH) : place]
    return VERB in kinds or AUXILIARY in kinds or PARTICIPLE in kinds


def _verb_between(quantity: Quantity, mention: Mention, clauses: Clauses) -> bool:
    kinds = clauses.classes[clauses.at(quantity.end) : clauses.at(mention.start)]
    return VERB in kinds or AUXILIARY in kinds


def _acts(mention: Mention, clauses: Clauses) -> bool:
    """Whether a verb follows the name."""
    after = clauses.text[mention.end : mention.end + 30]
    return clauses.kind(clauses.at(mention.end)) in _VERBS or _RELATIVE_VERB.match(after) is not None


def _is_framed(mention: Mention, clauses: Clauses) -> bool:
    """Whether a preposition makes the name a circumstance."""
    before = clauses.text[max(clauses.sentence.start, mention.start - 24) : mention.start]
    return _FRAME.search(before) is not None and not before.endswith(("by ", "by the "))


def _evidence(mention: Mention, names: Sequence[Mention], quantity: Quantity, clauses: Clauses) -> float:
    """What case, type and place of a name say for or against it."""
    text = clauses.text
    score = 0.7 if _POSSESSIVE.match(text, mention.end) else 0.0
    if mention.form == "adjective" and _follows_verb(mention, clauses):
        score -= 0.4
    elif mention.form == "adjective":
        score += -0.5 if _names_next(mention, names, text) else 0.5
    if text[max(clauses.sentence.start, mention.start - 7) : mention.start].endswith(("by ", "by the ")):
        score -= 0.3
    if mention.type == "PERSON":
        score -= 0.7
    return score - 1.0 if _in_opening(mention, quantity, clauses) else score


_OPENING = re.compile(
    r"\s*(?:Since|When|After|While|As|Under|Before|Thanks|With|Because|If|In|On|At|For|"
    r"Through|By|To|Despite|Following|During|Although)\b[^,]*$"
)


def _in_opening(mention: Mention, quantity: Quantity, clauses: Clauses) -> bool:
    """Whether a name stands in the phrase that opens the sentence, before the comma that ends it."""
    text = clauses.text
    return (
        _OPENING.match(text[clauses.sentence.start : mention.start]) is not None
        and "," in text[mention.end : quantity.start]
    )


def _names_next(mention: Mention, names: Sequence[Mention], text: str) -> bool:
    """Whether another name ends the noun phrase that a place's adjective opens ("Greek gas producer Energean")."""
    return any(
        0 < other.start - mention.end < 40 and re.fullmatch(r"[ ](?:[a-z-]+ ){0,4}", text[mention.end : other.start])
        for other in names
    )


def _speaks_of_itself(source: Source, quantity: Quantity, text: str) -> bool:
    """ "The company said it had sold 20": a source takes itself up with a pronoun."""
    return _TAKES_UP_SOURCE.search(text, max(source.start, quantity.start - 300), quantity.start) is not None


def _coordinated(first: Mention, second: Mention, text: str) -> bool:
    return text[first.end : second.start] in (" and ", ", ", ", and ", " & ", " or ")


def _in_counted_phrase(quantity: Quantity, candidates: Sequence[Mention], clauses: Clauses) -> Mention | None:
    """ "62 Tesco outlets"."""
    start = clauses.at(quantity.end)
    last = clauses.phrase_after(start, 5)
    if last < start:
        return None
    end = clauses.ends[last]
    return next((m for m in candidates if quantity.end <= m.start < end and m.type in ("ORG", "PLACE")), None)


def _clause_end(quantity: Quantity, clauses: Clauses) -> int:
    """Where the clause of a quantity ends: before a relative clause, a contrast or a semicolon."""
    first = clauses.at(quantity.end)
    for right in range(first, min(len(clauses.classes), first + _REACH)):
        if clauses.classes[right] in (";", ":", "—", "–") or clauses.words[right] in (
            "which",
            "while",
            "whereas",
            "but",
            "who",
            "although",
        ):
            return clauses.starts[right]
    return clauses.sentence.end


def name_of(entity_id: str, names: Mapping[str, str]) -> str:
    """The canonical name of an entity."""
    return names.get(entity_id, entity_id.partition(":")[2])
