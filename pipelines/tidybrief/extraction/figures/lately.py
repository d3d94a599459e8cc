"""The names before a sentence: how far back, how often, and whether they opened a sentence or were cited.

What belongs here: what holds of them for all figures of the sentence. What else speaks for a name stands in
`subject_candidates`.
"""

import re
from collections import Counter
from collections.abc import Container, Mapping, Sequence
from functools import lru_cache
from typing import NamedTuple

from tidybrief.extraction.records import Mention, Sentence

_FARTHEST = 8
_BEHIND_PREPOSITION = re.compile(
    r"\b(?:in|at|near|of|for|with|from|on|by|around|outside|to|into|between|under)[ ](?:the[ ])?$"
)
_BEFORE_OPENER = re.compile(r"(?:(?:The|A|An)[ ](?:[a-z-]+[ ]){0,3})?")
_BEHIND_FRONTED = re.compile(
    r"(?:In|At|On|For|With|By|Under|Unlike|Like|After|Before|Since|During|Across|From|Despite|Besides|"
    r"[A-Z][a-z]+ed[ ]by|[A-Z][a-z]+(?:ed|t)[ ](?:in|at|near|with|after|from))[ ][^,;:]{2,60},[ ]"
    r"(?:the[ ])?(?:[a-z-]+[ ]){0,2}"
)
"""Before a name that acts behind a phrase that opens its sentence: "Founded by two brothers in Leeds, Acme"."""


class Opener(NamedTuple):
    """The entity whose name a sentence begins with, and the types of the others that it names: of all, which a noun may
    mean, and of those that stand behind no preposition, which a pronoun may.
    """

    entity_id: str
    beside: frozenset[str]
    acted_on: frozenset[str]

    def is_meant_by(self, types: frozenset[str], noun: str) -> bool:
        """Whether an anaphor that fits names of these types can mean nobody else in that sentence."""
        fits = self.entity_id.partition(":")[0].upper() in types
        return fits and types.isdisjoint(self.beside if noun else self.acted_on)


class Lately(NamedTuple):
    """How a name stands before a sentence."""

    distance: int
    """How many sentences ago it was named, three for more."""
    last: bool
    in_paragraph: bool
    led: int
    """How many sentences ago it opened one; 0 for never."""
    led_last: bool
    times: int
    cited: bool


def named_lately(
    earlier: Sequence[Mention], leads: Mapping[str, int], cited: Container[str], sentence_no: int, paragraph_start: int
) -> list[tuple[str, Lately]]:
    """The names before a sentence, the nearest first, each once. `leads` holds the last sentence that each entity has
    opened, `cited` the entities that sentences before give as their source.
    """
    found: dict[str, Lately] = {}
    counts = Counter([mention.entity_id for mention in earlier])
    latest = max([leads.get(entity_id, -1) for entity_id in counts], default=-1)
    for mention in reversed(earlier):
        entity_id = mention.entity_id
        if entity_id in found:
            continue
        if len(found) >= _FARTHEST:
            break
        lead = leads.get(entity_id)
        found[entity_id] = Lately(
            min(sentence_no - mention.sentence_no, 3),
            not found,
            mention.start >= paragraph_start,
            min(sentence_no - lead, 3) if lead is not None else 0,
            lead is not None and lead == latest,
            min(counts[entity_id], 4),
            entity_id in cited,
        )
    return list(found.items())


def leading_of(inside: Sequence[Mention], silent: Container[str], sentence: Sentence) -> Mention | None:
    """The first name of a sentence behind what is fronted in it, but for adjectives and those who only say so
    (`silent`); None where it has none.
    """
    names = [one for one in inside if one.form != "adjective" and one.entity_id not in silent]
    behind = (one for one in names[1:3] if _BEHIND_FRONTED.fullmatch(sentence.text, 0, one.start - sentence.start))
    return next(behind, names[0] if names else None)


def opener_after(
    sentence: Sentence, inside: Sequence[Mention], silent: Container[str], before: Opener | None, *, tells: bool
) -> Opener | None:
    """What a sentence opens with, for the next one: the organisation that says its figures (`tells`), else what leads
    it; what opened the one `before` where it names nobody and begins with a pronoun for that.
    """
    if not inside:
        return before if sentence.text.startswith("It ") else None
    is_teller = tells and inside[0].type == "ORG" and inside[0].entity_id in silent
    leading = inside[0] if is_teller else leading_of(inside, silent, sentence)
    return _opener_of(leading, inside, sentence) if leading is not None else None


def _opener_of(leading: Mention, inside: Sequence[Mention], sentence: Sentence) -> Opener | None:
    """The name that a sentence begins with, or with an article and nouns right before it ("The city of Leeds"), or
    behind what is fronted.
    """
    place = leading.start - sentence.start
    if not (_BEFORE_OPENER.fullmatch(sentence.text, 0, place) or _BEHIND_FRONTED.fullmatch(sentence.text, 0, place)):
        return None
    others = [one for one in inside if one.entity_id != leading.entity_id and one.form != "adjective"]
    beside = [one for one in others if _BEHIND_PREPOSITION.search(sentence.text, 0, one.start - sentence.start) is None]
    return Opener(leading.entity_id, *(frozenset(one.type for one in names) for names in (others, beside)))


@lru_cache(maxsize=4096)
def features_of(named: Lately, setting: str) -> tuple[str, ...]:
    """The features of a name before the sentence."""
    far = f"named {named.distance} before"
    features = [far, f"{far}, {setting}", f"named {named.times} times lately"]
    if named.last:
        features.append("named last")
    if named.in_paragraph:
        features.append(f"named in the paragraph, {setting}")
    if named.led:
        features += [f"led {named.led} before", f"led {named.led} before, {setting}"]
    if named.led_last:
        features += ["led last", f"led last, {setting}"]
    if named.cited:
        features += ["cited before", f"cited before, {setting}"]
    return tuple(features)
