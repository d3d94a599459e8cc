"""The words without which a template finds nothing, so that most sentences need not be searched with it.

What belongs here: reading these words from a template, in the language that `phrases` describes, and finding them in a
sentence. Since a template may go on where a word seems to end ("spin-?offs?"), they are sought within words.
"""

import re
from collections.abc import Iterable, Iterator, Mapping

import ahocorasick_rs

_PIECE = re.compile(
    r"""(?: %(?P<cues>\w+)%
      | (?P<around>\(\?<?[=!])
      | (?P<opens>\((?:\?:|\?P<\w+>)?)
      | (?P<closes>\))
      | (?P<or>\|)
      | (?:<\w*\+?>|\[[^]]+\]|\\[a-zA-Z]|[.^$])
      | \\?(?P<letter>.)
    )(?P<times>[?*+]\??|\{\d+(?:,\d*)?\}\??)?""",
    re.VERBOSE,
)
_MAY_BE_MISSING = ("?", "*", "{0")
_SHORTEST = 3
_SMALL_LETTERS = re.compile(f"[a-z]{{{_SHORTEST},}}")


class CueFinder:
    """Finds cue words in a sentence, all at once."""

    def __init__(self, cue_words: Iterable[str]) -> None:
        self._cue_words = sorted(set(cue_words))
        self._automaton = ahocorasick_rs.AhoCorasick(self._cue_words)

    def held_by(self, sentence: str) -> frozenset[str]:
        """The cue words that stand in the sentence, as words or within words."""
        found = self._automaton.find_matches_as_indexes(sentence, overlapping=True)
        return frozenset([self._cue_words[number] for number, _, _ in found])


def cue_words(template: str, cues: Mapping[str, Iterable[str]]) -> frozenset[str]:
    """Words in small letters, or parts of words, of which one stands in whatever the template finds; none where it
    needs none.
    """
    return frozenset(_longest_word(phrase) for phrase in _needed(_PIECE.finditer(template), cues))


def _needed(pieces: Iterator[re.Match[str]], cues: Mapping[str, Iterable[str]]) -> frozenset[str]:
    """What is needed up to the bracket that closes, whichever of its branches is taken."""
    branches: list[frozenset[str]] = []
    found: list[frozenset[str]] = []
    run, times = "", None
    for piece in pieces:
        times = piece["times"]
        if piece["letter"] and not times:
            run += piece["letter"]
            continue
        found.append(frozenset((run,)))
        run = ""
        if piece["cues"]:
            found.append(frozenset(cues[piece["cues"]]))
        elif piece["around"]:
            _needed(pieces, cues)
        elif piece["opens"]:
            found.append(_needed(pieces, cues))
        elif piece["or"] or piece["closes"]:
            branches.append(_most_telling(found))
            found = []
            if piece["closes"]:
                break
    else:
        branches.append(_most_telling([*found, frozenset((run,))]))
        times = None
    may_be_missing = times is not None and times.startswith(_MAY_BE_MISSING)
    return frozenset() if may_be_missing or not all(branches) else frozenset().union(*branches)


def _most_telling(found: Iterable[frozenset[str]]) -> frozenset[str]:
    """The phrases that fewest sentences hold by chance, which long ones are; none where all have a short one."""
    best = max(found, key=_shortest)
    return best if _shortest(best) else frozenset()


def _shortest(phrases: frozenset[str]) -> int:
    return min((len(_longest_word(phrase)) for phrase in phrases), default=0)


def _longest_word(phrase: str) -> str:
    return max(_SMALL_LETTERS.findall(phrase), key=len, default="")
