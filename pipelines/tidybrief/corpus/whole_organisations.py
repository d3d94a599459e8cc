"""Sentences that tell where an organisation has its seat, or to whom it belongs.

What belongs here: telling such a sentence from one of a part ("the sales team of Acme is based in Oslo", "a third of
Acme belongs to …"), of several seats, or of another time. Only a sentence that says nothing else counts.
"""

import re
from collections.abc import Mapping
from functools import lru_cache
from typing import Final

from tidybrief.extraction.alternation import one_of
from tidybrief.extraction.figures.datelines import end_of_dateline
from tidybrief.lexicon import Lexicon

_WORD: Final = re.compile(r"[^\W_]+")
_END: Final = re.compile(r"\s*(?:$|[.;!?)]|,\s(?![A-Z]))")
"""After the value: another name behind a comma says where the place lies, or is a second one."""
_BASED: Final = re.compile(r"-based\s+(?:(?:company|firm|group)\s+)?")
_SAYING_MORE: Final = re.compile(r"['’]|\s+(?!(?:is|has|said|will|was|had|[a-z]+ed)\b)")
"""After the organisation: a name of a part of it, or of what belongs to it."""
_PART: Final = re.compile(r"\b(?:subsidiary|unit)\b", re.IGNORECASE)
"""Before both names: what is told of a part of the one, or of what the other owns."""
_TOPIC: Final = re.compile(r"(?:(?:The|This) (?:company|firm|group|business)|It)(?= )")
_SPEAKING: Final = re.compile(
    r"(?:an?|the)\s+(?:spokes(?:man|woman|person)|representative)\s+(?:for|of)\s+$", re.IGNORECASE
)


def tells_of_the_whole(kind: str, sentence: str, name: str, value: str, lexicon: Lexicon) -> bool:
    """Whether a sentence plainly gives that value for the organisation of that name; `kind` is "seat" or "owner"."""
    cues = _cues(lexicon)
    sentence = sentence[end_of_dateline(sentence) :]
    places = _place_of(sentence, name) or _place_of_topic(sentence), _place_of(sentence, value)
    if None in places or not re.search(rf"\b(?:{one_of(cues[kind])})\b", sentence, re.IGNORECASE):
        return False
    if re.search(rf"\b(?:{one_of(cues['not_wholly_now'])})\b", sentence, re.IGNORECASE):
        return False
    of_name, of_value = (place for place in places if place is not None)
    (low, first_end), (second, high) = sorted((of_name, of_value))
    between, after = sentence[first_end:second], sentence[high:]
    before = _SPEAKING.sub("", sentence[:low])
    if low == of_name[0]:
        before = _kind(lexicon).sub("", before)
    else:
        between = _kind(lexicon).sub("", between)
    words = frozenset(word.lower() for word in _WORD.findall(f"{before} {between}"))
    is_of_a_part = kind == "owner" and _PART.search(before) is not None
    is_plain = words <= frozenset(cues["plain"]) and not is_of_a_part and not re.search(r"[;:.!?]", between)
    if kind == "seat" and of_value < of_name and _BASED.fullmatch(between):
        return is_plain and _SAYING_MORE.match(after) is None
    return is_plain and _END.match(after) is not None


def _place_of(sentence: str, name: str) -> tuple[int, int] | None:
    """Where the name stands, which may be in a shorter form than the one that is known."""
    found = re.search(rf"\b{re.escape(name.partition(' ')[0])}(?!\w)", sentence)
    if found is None:
        return None
    parts = name.split()
    forms = (" ".join(parts[:count]) for count in range(len(parts), 0, -1))
    return found.start(), found.start() + next(len(form) for form in forms if sentence.startswith(form, found.start()))


def _place_of_topic(sentence: str) -> tuple[int, int] | None:
    """Where a sentence that does not name the organisation speaks of it."""
    found = _TOPIC.match(sentence)
    return found.span() if found else None


@lru_cache(maxsize=4)
def _kind(lexicon: Lexicon) -> re.Pattern[str]:
    """What sort of organisation it is, before its name; no word for a part of one."""
    relations = lexicon.cues["relations"]
    nouns = {*relations["organisation_nouns"], *_cues(lexicon)["kinds"]} - {*relations["unit_nouns"]}
    return re.compile(rf"\b[Tt]he (?:(?!of\b)[a-z][a-z-]* ){{0,2}}(?:{one_of(nouns)}|[a-z]+(?:maker|builder|grower)) $")


@lru_cache(maxsize=4)
def _cues(lexicon: Lexicon) -> Mapping[str, list[str]]:
    cues: Mapping[str, list[str]] = lexicon.cues["comparisons"]["organisations"]
    return cues
