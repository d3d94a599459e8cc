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
_BEFORE_OPENER = re.compile(r"(?:(?:The|A|An)[ ](?:[a-z-]+[ ]){0,3})?")


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


def opens(mention: Mention, sentence: Sentence) -> bool:
    """Whether a sentence begins with a name, or with an article and nouns right before it: "The city of Leeds"."""
    return _BEFORE_OPENER.fullmatch(sentence.text, 0, mention.start - sentence.start) is not None


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
