"""Answers about the places of a sentence, each found once.

What belongs here: keeping what many rules ask of the same sentence. What the answers are stands in `clauses`.
"""

from collections.abc import Callable
from functools import wraps
from typing import Any, Protocol, TypeVar


class _Keeping(Protocol):
    kept: dict[tuple[str, int], Any]


Sentence = TypeVar("Sentence", bound=_Keeping)
Answer = TypeVar("Answer")


def kept(find: Callable[[Sentence, int], Answer]) -> Callable[[Sentence, int], Answer]:
    """The method, each of its answers found once and kept with the sentence, whose words do not change any more."""
    name = find.__name__

    @wraps(find)
    def answer(sentence: Sentence, place: int) -> Answer:
        known, key = sentence.kept, (name, place)
        if key not in known:
            known[key] = find(sentence, place)
        found: Answer = known[key]
        return found

    return answer
