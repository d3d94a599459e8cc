"""What is wrong with a lexicon file, where, and what to do about it.

What belongs here: the form of a problem, and finding its line. What counts as a problem stands in `entries` and
`checking`.
"""

import re
import tomllib
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Final

_NAME_KEY: Final = re.compile(r"""(?<![\w.-])name\s*=\s*("(?:[^"\\\n]|\\.)*"|'[^'\n]*')""")
_ENTRY_START: Final = re.compile(r"\s*(?:\[\[\s*name\s*\]\]|(?:name\s*=\s*\[\s*)?\{)")


@dataclass(frozen=True, slots=True)
class Problem:
    """One thing to mend (`is_error`) or to think about. `line` counts from 1; 0 is the file."""

    file: str
    line: int
    cause: str
    remedy: str
    is_error: bool = True

    def __str__(self) -> str:
        return f"{self.file}{f', line {self.line}' if self.line else ''}: {self.cause}"


class LexiconError(ValueError):
    """Lexicon files that cannot be used; the message names file and line, `next_step` says what to do."""

    def __init__(self, problems: Sequence[Problem]) -> None:
        first, *others = problems
        more = f" ({len(others)} more: tidybrief lexicon check)" if others else ""
        super().__init__(f"{first}{more}. {first.remedy}")
        self.cause = f"{first}{more}"
        self.next_step = first.remedy


@dataclass(frozen=True, slots=True)
class Source:
    """A lexicon file as it lies there: what to call it, and its text."""

    file: str
    text: str

    def line(self, number: int, name: str = "", word: str = "") -> int:
        """The line of the `number`th entry (counted from 0), or of a key or form in it, as well as it can be told."""
        lines = self.text.split("\n")
        starts = [at for at, line in enumerate(lines) if _ENTRY_START.match(line)]
        begins = starts[number] if number < len(starts) else self._line_of_name(lines, name)
        ends = next((start for start in starts if start > begins), len(lines))
        key = re.compile(rf"(?<![\w-]){re.escape(word)}\s*=")
        as_key = (at for at in range(begins, ends) if word and key.search(lines[at]))
        as_value = (at for at in range(begins, ends) if word and word in lines[at])
        return next(as_key, next(as_value, begins)) + 1

    def problem(self, cause: str, remedy: str, line: int = 1, *, is_error: bool = True) -> Problem:
        """A problem of this file."""
        return Problem(self.file, line, cause, remedy, is_error)

    def _line_of_name(self, lines: Sequence[str], name: str) -> int:
        return next((at for at, found in self._names(lines) if found == name), 0)

    @staticmethod
    def _names(lines: Sequence[str]) -> Iterator[tuple[int, str]]:
        for at, line in enumerate(lines):
            for quoted in _NAME_KEY.findall(line):
                yield at, tomllib.loads(f"name = {quoted}")["name"]
