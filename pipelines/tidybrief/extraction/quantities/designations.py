"""Numbers and letters that kinds of things have in their names: "Ascend 910B chips", "level 2 chargers", "Boeing 737s".

What belongs here: where such a designation ends. The noun phrase that holds it stands in `counted_nouns`.
"""

import re
from typing import Any

_DESIGNATION = re.compile(
    r"[ \u00a0-](?:(?P<inside>(?:\d{1,4}[A-Z]{0,3}|[A-Z]|One|Two|Three)(?= (?P<next>[A-Za-z]{2,})))"
    r"|(?P<plural>\d{1,4}[A-Z]?s)\b)"
)
_JOINING = ("and", "or")
_OWNING = ("'s", "’s")
_CODE = re.compile(r" (\d{1,4}[A-Z]{1,3})(?= [a-z])")
NUMBER_INSIDE = re.compile(r"\d| (?:One|Two|Three)\b")
"""What shows that the name of what is counted has a number in it, which is no count of its own."""


class Designations:
    """Finds designations by the words of one lexicon."""

    def __init__(self, cues: Any, number_words: frozenset[str], months: frozenset[str]) -> None:
        nouns = cues["nouns"]
        self._numbered = frozenset(nouns["numbered"])
        self._before_none = months
        self._behind_none = number_words | frozenset(nouns["after_amounts"])

    def after(self, text: str, word: str, at: int, end: int) -> tuple[int, bool] | None:
        """Where the designation of a kind called `word`, which ends at `at`, ends, and whether it is a plural."""
        if word.endswith(_OWNING) or word.lower() in self._before_none:
            return None
        if not (word[0].isupper() or word in self._numbered):
            return None
        match = _DESIGNATION.match(text, at, end)
        following = "" if match is None or match["next"] is None else match["next"].lower()
        if match is None or following in self._behind_none:
            return None
        if following in _JOINING and self.code_at(text, match.end() + len(f" {following}"), end) is None:
            return None
        return match.end(), match["plural"] is not None

    @staticmethod
    def code_at(text: str, at: int, end: int) -> tuple[str, int, int] | None:
        """The second of two: the "910C" of "Ascend 910B and 910C chips", with its span."""
        code = _CODE.match(text, at, end)
        return None if code is None else (code[1], code.start(1), code.end())
