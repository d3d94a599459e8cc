"""Names that neither lexicon nor tagger knows: rare words that stand where a name stands.

What belongs here: what place, form and neighbours of a capitalised word say against the tagger, which takes it for no
name. Further places of the same name are found in `consistency`.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby
from operator import attrgetter
from typing import NamedTuple

import numpy as np

from tidybrief.extraction.names.cues import NameCues
from tidybrief.extraction.names.decisions import opens_clause
from tidybrief.extraction.names.document_case import DocumentCase
from tidybrief.extraction.names.fragments import is_amount
from tidybrief.extraction.names.grammar import HYPHENS, is_glued, is_name_like
from tidybrief.extraction.names.readings import Reading, Spans
from tidybrief.extraction.names.short_forms import is_acronym
from tidybrief.extraction.names.stated_types import called_body, presented_type
from tidybrief.extraction.names.tag_readings import OF_OUR_TYPES, after_titles, with_number
from tidybrief.extraction.names.tagger import Tag
from tidybrief.extraction.names.word_case import is_mostly_lower_case, is_often_capitalised, is_unknown
from tidybrief.extraction.tokens import POSSESSIVES, Tokens, words_of

_LIKELY = 0.2
_POSSIBLE = 0.05
_SHARE_RIGHT = 0.75
"""How many of these readings are names, on annotated documents."""
_OPENING_APPOSITION = words_of("the a an its which whose who")
_SINGULAR_VERBS = words_of("is has was says said")
_SENTENCE_ENDS = frozenset('.!?"”’)')
_PLURAL = re.compile(r"\w*(?:\d|[A-Z]{2})s")  # "A220s", "SUVs": kinds of things
_SHORTEST = 3
_LEAST_SUM = 1e-6
# Nouns for organisations that are terms of science as well: "Markov chain".
_TERMS = words_of(
    """
    network chain operator group groups label union unit band club team provider supplier maker developer institution
    organization organisation organizations organisations institute school college department giant company
    """
)
_BEFORE_HANDLES = frozenset("#/@")


class Doubts(NamedTuple):
    """What the tagger doubts in a document, with the tagger's types in the order of `Tag.types`."""

    tags: Sequence[Tag]
    types: Sequence[str]


def overlooked(
    doubts: Doubts, readings: Sequence[Reading], sentences: Sequence[Tokens], case: DocumentCase, cues: NameCues
) -> list[Reading]:
    """Readings of what the tagger doubts and the document shows to be a name, in order of their place."""
    ours = [number for number, kind in enumerate(doubts.types) if kind in OF_OUR_TYPES]
    by_sentence = {number: Spans(list(those)) for number, those in groupby(readings, key=attrgetter("sentence"))}
    nothing = Spans()
    found = []
    for doubt in _joined(_in_prose(doubts.tags, sentences), sentences):
        tokens, known = sentences[doubt.sentence], by_sentence.get(doubt.sentence, nothing)
        first = after_titles(tokens.words, doubt.first, doubt.last, cues)
        if first != doubt.first:
            doubt = doubt._replace(first=first)  # noqa: PLW2901
        if not _may_be_name(tokens, doubt, known, case, cues):
            continue
        announced = _announced_type(tokens.words, doubt.first, doubt.last, cues)
        place = _Place(tokens, doubt, known, ours, sentences)
        is_told = announced == "PRODUCT" or (announced == "ORG" and place.likely() > _LIKELY)
        if is_told or _is_name(place, announced, cues):
            shares = doubt.types * (_SHARE_RIGHT / max(float(doubt.types.sum()), _LEAST_SUM))
            if announced is not None:
                shares = np.array([_SHARE_RIGHT if kind == announced else 0.01 for kind in doubts.types], np.float32)
            best = doubts.types[max(ours, key=lambda number: shares[number])]
            tag = doubt._replace(type=best, probability=_SHARE_RIGHT, types=shares)
            last = with_number(tokens.words, doubt.last)
            found.append(Reading(tag.sentence, tag.first, last, best, "tagger", _SHARE_RIGHT, tag=tag))
    return found


class _Place(NamedTuple):
    """Where a doubt stands: its sentence and all others, known names beside it, the numbers of the types of ours."""

    tokens: Tokens
    doubt: Tag
    known: Spans
    ours: Sequence[int]
    sentences: Sequence[Tokens]

    def likely(self) -> float:
        """How likely it is a name of one of our types."""
        return float(self.doubt.types[self.ours].sum())

    def may_come_back(self) -> bool:
        """Whether it is possibly a name and the document has the first word again."""
        word = self.tokens.words[self.doubt.first]
        return self.likely() > _POSSIBLE and sum(tokens.words.count(word) for tokens in self.sentences) > 1


def _announced_type(words: Sequence[str], first: int, last: int, cues: NameCues) -> str | None:
    """The type that a title before the name tells, or the common noun beside it: "the regulator X", "the X firm"; that
    of a thing presented before its name.
    """
    before = words[first - 1] if first else ""
    after = words[last] if last < len(words) else ""
    if _is_title(before, cues):
        return "PERSON"
    if after in cues.nouns["ORG"] and after not in _TERMS and not is_acronym(words[first]):
        return "ORG"
    told = next((kind for kind in ("ORG", "PLACE") if before in cues.nouns[kind]), None)
    return told or presented_type(words, first, last, cues) or called_body(words, first, last, cues)


def _is_title(word: str, cues: NameCues) -> bool:
    return word[:1].isupper() and word.rstrip(".") in cues.titles


def _in_prose(doubts: Sequence[Tag], sentences: Sequence[Tokens]) -> Iterator[Tag]:
    """The doubts in sentences of running prose, whose capitals tell something."""
    for number, those in groupby(doubts, key=attrgetter("sentence")):
        if _is_whole_sentence(sentences[number]):
            yield from those


def _joined(doubts: Iterable[Tag], sentences: Sequence[Tokens]) -> Iterator[Tag]:
    """The doubts, those side by side or with a hyphen between them as one, with a number behind a hyphen."""
    current: Tag | None = None
    for doubt in doubts:
        tokens = sentences[doubt.sentence]
        if doubt.last + 1 < len(tokens) and tokens.words[doubt.last] in HYPHENS and is_glued(tokens, doubt.last):
            numbered = tokens.words[doubt.last + 1].isdigit() and len(tokens.words[doubt.first]) > 1
            doubt = doubt._replace(last=doubt.last + 2 * numbered)  # noqa: PLW2901
        if current is not None and current.sentence == doubt.sentence:
            between = sentences[doubt.sentence].words[current.last : doubt.first]
            if len(between) == 0 or (len(between) == 1 and between[0] in HYPHENS):
                likelier = max(current, doubt, key=lambda tag: tag.probability)
                current = likelier._replace(first=current.first, last=doubt.last)
                continue
        if current is not None:
            yield current
        current = doubt
    if current is not None:
        yield current


def _may_be_name(tokens: Tokens, doubt: Tag, known: Spans, case: DocumentCase, cues: NameCues) -> bool:
    """Whether the words are a whole run of capitals, rare, and never in lower case in the document."""
    words = tokens.words
    inside = [word for word in words[doubt.first : doubt.last] if word not in HYPHENS]
    if any(known.at(place) for place in range(doubt.first, doubt.last)):
        return False
    if not is_name_like(inside[0]) or inside[0][0].isdigit() or len("".join(inside)) < _SHORTEST:
        return False
    if any(_is_common(word, case, cues) for word in inside) or is_amount(words, doubt.first, cues):
        return False
    before = words[doubt.first - 1] if doubt.first else ""
    after = words[doubt.last] if doubt.last < len(words) else ""
    if before in HYPHENS and doubt.first and tokens.end(doubt.first - 1) == tokens.starts[doubt.first]:
        return False
    if after in HYPHENS and tokens.end(doubt.last - 1) == tokens.starts[doubt.last]:
        return False
    is_described = _is_title(before, cues) or any(one.form == "adjective" for one in known.at(doubt.first - 1))
    follows_name = is_name_like(before) and not is_described
    return not follows_name and not is_name_like(after)


def _is_common(word: str, case: DocumentCase, cues: NameCues) -> bool:
    """Whether the word is no rare name: common by the lexicon or in the document, a title, or for kinds of things."""
    return (
        word in cues.never
        or word in cues.no_names
        or word.lower() in cues.function_words
        or case.tells_in_lower_case(word)
        or word.rstrip(".") in cues.titles
        or _PLURAL.fullmatch(word) is not None
    )


def _is_whole_sentence(tokens: Tokens) -> bool:
    """Whether the sentence is one of running prose, so that its capitals tell something."""
    words = tokens.words
    if tokens.title_case or tokens.all_capitals or _SENTENCE_ENDS.isdisjoint(words[-2:]):
        return False
    begins = next((word for word in words if word[0].isalpha()), "")
    return begins[:1].isupper()


def _is_name(place: _Place, announced: str | None, cues: NameCues) -> bool:
    words, doubt = place.tokens.words, place.doubt
    inside = [word for word in words[doubt.first : doubt.last] if word not in HYPHENS]
    is_subject = _is_subject(words, doubt, place.known)
    is_rare = any(is_unknown(word) for word in inside)
    if opens_clause(words, doubt.first):
        return is_rare and is_subject and (place.likely() > _LIKELY or place.may_come_back())
    likely = place.likely()
    if 2 * likely < float(doubt.types.sum()):
        return is_rare and is_subject and likely > _LIKELY
    before, after = words[doubt.first - 1], words[doubt.last : doubt.last + 1]
    if before in _BEFORE_HANDLES:
        return False
    if is_acronym(inside[0]):
        is_amount = any(word[0].isdigit() for word in (before, *after))
        return not is_amount and (announced is not None or (likely > _LIKELY and is_rare and is_subject))
    if is_rare:
        return announced is not None or likely > _LIKELY
    is_common_head = any(inside[0] in heads for heads in cues.heads.values())
    return likely > _LIKELY and is_subject and not is_common_head and all(map(is_often_capitalised, inside))


def _is_subject(words: Sequence[str], doubt: Tag, known: Spans) -> bool:
    """Whether what follows the first word of a sentence follows the name of one thing rather than a common noun."""
    following = words[doubt.last : doubt.last + 2]
    if len(following) < 2:
        return False
    if following[0] in POSSESSIVES:
        return True
    if _looks_plural(words[doubt.last - 1]):
        return following[0] in _SINGULAR_VERBS
    if following[0] == ",":
        return following[1] in _OPENING_APPOSITION
    if following[0] == "of":
        return any(reading.type == "PLACE" for reading in known.at(doubt.last + 1))
    return following[0] in _SINGULAR_VERBS or _is_finite(following[0])


def _looks_plural(word: str) -> bool:
    """Whether the word ends as plurals do: "Frigates", unlike "Paris"."""
    return word.endswith("s") and not word.endswith(("ss", "is", "us"))


def _is_finite(word: str) -> bool:
    """Whether the word may be a verb that agrees with one thing: "raises", "supplied"."""
    if word.endswith("ed"):
        return is_mostly_lower_case(word)
    return word.endswith("s") and not word.endswith("ss") and is_mostly_lower_case(word[:-1])
