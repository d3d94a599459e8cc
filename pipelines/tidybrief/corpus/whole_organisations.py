"""Sentences that tell where an organisation has its seat, or to whom it belongs.

What belongs here: telling such a sentence from one of a part ("the sales team of Acme is based in Oslo", "a third of
Acme belongs to …"), of several seats, or of another time. Only a sentence that says nothing else counts.
"""

import re
from collections.abc import Mapping
from functools import lru_cache
from typing import Final

from tidybrief.extraction.alternation import one_of
from tidybrief.lexicon import Lexicon

_WORD: Final = re.compile(r"[^\W_]+")
_END: Final = re.compile(r"\s*(?:$|[.;!?)]|,\s(?![A-Z]))")
"""After the value: another name behind a comma says where the place lies, or is a second one."""
_BASED: Final = re.compile(r"-based\s+(?:(?:company|firm|group)\s+)?")
_SAYING_MORE: Final = re.compile(r"['’]|\s+(?!(?:is|has|said|will|was|had|[a-z]+ed)\b)")
"""After the organisation: a name of a part of it, or of what belongs to it."""
_SPEAKING: Final = re.compile(
    r"(?:an?|the)\s+(?:spokes(?:man|woman|person)|representative)\s+(?:for|of)\s+$", re.IGNORECASE
)


def tells_of_the_whole(kind: str, sentence: str, name: str, value: str, lexicon: Lexicon) -> bool:
    """Whether a sentence plainly gives that value for the organisation of that name; `kind` is "seat" or "owner"."""
    cues = _cues(lexicon)
    places = _place(sentence, name.partition(" ")[0]), _place(sentence, value)
    if None in places or not re.search(rf"\b(?:{one_of(cues[kind])})\b", sentence, re.IGNORECASE):
        return False
    if re.search(rf"\b(?:{one_of(cues['not_wholly_now'])})\b", sentence, re.IGNORECASE):
        return False
    of_name, of_value = (place for place in places if place is not None)
    of_name = of_name[0], _end_of_name(sentence, of_name[0], name)
    (low, first_end), (second, high) = sorted((of_name, of_value))
    between, after = sentence[first_end:second], sentence[high:]
    before = _SPEAKING.sub("", sentence[:low])
    words = frozenset(word.lower() for word in _WORD.findall(f"{before} {between}"))
    is_plain = words <= frozenset(cues["plain"]) and not re.search(r"[;:.!?]", between)
    if kind == "seat" and of_value < of_name and _BASED.fullmatch(between):
        return is_plain and _SAYING_MORE.match(after) is None
    return is_plain and _END.match(after) is not None


def _place(sentence: str, words: str) -> tuple[int, int] | None:
    found = re.search(rf"\b{re.escape(words)}(?!\w)", sentence)
    return found.span() if found else None


def _end_of_name(sentence: str, start: int, name: str) -> int:
    """Where a name that begins there ends, which may stand in a shorter form than the one that is known."""
    parts = name.split()
    lengths = (len(" ".join(parts[:count])) for count in range(len(parts), 0, -1))
    return start + next(length for length in lengths if name.startswith(sentence[start : start + length]))


@lru_cache(maxsize=4)
def _cues(lexicon: Lexicon) -> Mapping[str, list[str]]:
    cues: Mapping[str, list[str]] = lexicon.cues["comparisons"]["organisations"]
    return cues
