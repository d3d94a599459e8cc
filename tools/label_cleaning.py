"""Cleaning of labels that a machine has made: borders as the guideline draws them, types that the rest agrees with.

What belongs here: what is wrong in the same way throughout a set that nobody has checked. Reading sets that were
annotated by hand stands in `train_tagger`.
"""

from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import Protocol

from tidybrief.extraction.names.cues import NameCues
from tidybrief.extraction.names.grammar import HYPHENS
from tidybrief.extraction.names.tagger import NameTagger
from tidybrief.extraction.names.tagger_runs import is_candidate
from tidybrief.extraction.tokens import Tokens, words_of

_COARSE = ("ORG", "PERSON", "PLACE")
_PARTICLES = words_of("al el ul ad ash von van de la di bin")
_OFFICES = frozenset({"Secretary", "Secretaries", "Minister", "Ministers"})
# Words before a person's name and behind the name of a body that a machine takes into it.
_RANKS = words_of(
    """
    Captain General Colonel Major Lieutenant Sergeant Admiral Commander Corporal President Minister Senator Secretary
    Ambassador Mr Mrs Ms Dr King Queen Sheikh Ayatollah Pope Archbishop Judge Justice Professor Chancellor Premier
    """
)
_POSTS = words_of("Secretary General President Minister Chairman Director Ambassador Spokesman Commissioner Chief")
_LINKS = frozenset({"of", "for"})
_OWN_LABEL = 3  # what the label of a mention itself counts, in labels of the same name elsewhere
_FLOOR = 0.02  # of the judge's probability of a type, which may be wrong, too
_MARGIN = 1.5


class Labelled(Protocol):
    """A text with the label of every token."""

    sentences: list[Tokens]
    labels: list[list[str]]


def labelled_names(row: Sequence[str]) -> Iterator[tuple[int, int, str]]:
    """First and last (exclusive) token and type of each name in the labels of a sentence."""
    for first, label in enumerate(row):
        if label.startswith("B-"):
            last = first + 1
            while last < len(row) and row[last].startswith("I-"):
                last += 1
            yield first, last, label[2:]


def guideline_borders(
    words: Sequence[str], first: int, last: int, kind: str, cues: NameCues
) -> tuple[int, int, str] | None:
    """The span and type without titles, directions and dates; None where it is an office or a date, and no name."""
    while first < last and not is_candidate(words[first]) and words[first] not in _PARTICLES:
        first += 1
    while kind != "PERSON" and last > first + 1 and (words[last - 1] in _POSTS or words[last - 1] in HYPHENS):
        last -= 1
    inside = words[first:last]
    if all(word in cues.months or word in HYPHENS or word[0].isdigit() for word in inside):
        return None
    after_office = first > 1 and words[first - 1] in _LINKS and words[first - 2] in _OFFICES
    before_office = last < len(words) and words[last] in _OFFICES and kind == "ORG" and len(inside) == 1
    if after_office or before_office:
        return None
    if len(inside) > 1 and inside[0].rstrip(".") in _RANKS and not _is_named_after(inside, cues):
        kind = "PERSON"
    return first, last, kind


def _is_named_after(words: Sequence[str], cues: NameCues) -> bool:
    """Whether a body or a place bears the name of a person with a title: "King Fahd University"."""
    return not _LINKS.isdisjoint(words) or words[-1] in cues.heads["ORG"] or words[-1] in cues.heads["PLACE"]


def settle_types(examples: Sequence[Labelled], judge: NameTagger) -> int:
    """Gives each name the type that a tagger of checked material and the labels of the same name agree on.

    Returns how many names changed theirs.
    """
    labels: dict[str, Counter[str]] = defaultdict(Counter)
    for tokens, row in _rows(examples):
        for first, last, kind in labelled_names(row):
            labels[" ".join(tokens.words[first:last])][kind] += 1
    changed = 0
    for example in examples:
        tags = {(tag.sentence, tag.first, tag.last): tag for tag in judge.tag(example.sentences)}
        for number, (tokens, row) in enumerate(zip(example.sentences, example.labels, strict=True)):
            for first, last, kind in list(labelled_names(row)):
                tag = tags.get((number, first, last))
                judged = {} if tag is None else dict(zip(judge.types, map(float, tag.types), strict=True))
                score = _score_of(kind, labels[" ".join(tokens.words[first:last])], judged)
                best = max(_COARSE, key=score)
                if kind in _COARSE and score(best) > _MARGIN * score(kind):
                    row[first:last] = [f"B-{best}"] + [f"I-{best}"] * (last - first - 1)
                    changed += 1
    return changed


def _rows(examples: Iterable[Labelled]) -> Iterator[tuple[Tokens, list[str]]]:
    for example in examples:
        yield from zip(example.sentences, example.labels, strict=True)


def _score_of(own: str, labels: Counter[str], judged: dict[str, float]) -> Callable[[str], float]:
    """How likely a type is by the labels of the name and by the judge, who may not have seen it."""

    def score(kind: str) -> float:
        counted = labels[kind] + (_OWN_LABEL - 1) * (kind == own) + 0.5
        return counted * (judged.get(kind, 0.0 if judged else 1 / len(_COARSE)) + _FLOOR)

    return score
