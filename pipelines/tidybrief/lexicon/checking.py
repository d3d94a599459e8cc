"""What an expert should know about a lexicon before it is used.

What belongs here: names that get in each other's way, and names that texts use for something else. What an entry
must say stands in `entries`.
"""

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from tidybrief import vocabulary
from tidybrief.lexicon.entries import Content, Entry, Name
from tidybrief.lexicon.problems import Problem, Source


@dataclass(frozen=True, slots=True)
class Count:
    """How many names there are of a type, and in how many forms."""

    names: int
    surfaces: int


@dataclass(frozen=True, slots=True)
class Report:
    """Files, names by type, and problems: the errors first, then in the order of the files."""

    files: tuple[str, ...]
    counts: Mapping[str, Count]
    problems: tuple[Problem, ...]

    @property
    def holds(self) -> bool:
        """Whether the files can be used."""
        return not any(problem.is_error for problem in self.problems)


def report(contents: Mapping[Source, Content], package: Iterable[Name], is_ordinary: Callable[[str], bool]) -> Report:
    """What the files hold, and what to mend or think about in them.

    `package` are the names that they win over; `is_ordinary` says whether prose mostly writes a word in lower case.
    """
    entries = [entry for content in contents.values() for entry in content.entries]
    problems = [
        *(problem for content in contents.values() for problem in content.problems),
        *find_clashes(entries),
        *_doubts(entries, is_ordinary),
        *_takeovers(entries, package),
    ]
    order = {source.file: number for number, source in enumerate(contents)}
    problems.sort(key=lambda problem: (not problem.is_error, order[problem.file], problem.line))
    return Report(tuple(order), dict(_counts(entries)), tuple(problems))


def joined(reports: Sequence[Report]) -> Report:
    """One report of several groups of files."""
    counts: dict[str, Count] = {}
    for one in reports:
        for entity_type, count in one.counts.items():
            before = counts.get(entity_type, Count(0, 0))
            counts[entity_type] = Count(before.names + count.names, before.surfaces + count.surfaces)
    problems = [problem for one in reports for problem in one.problems]
    return Report(
        files=tuple(file for one in reports for file in one.files),
        counts=counts,
        problems=tuple(sorted(problems, key=lambda problem: not problem.is_error)),
    )


def find_clashes(entries: Iterable[Entry]) -> Iterator[Problem]:
    """Surface forms of two names of one type; between names of different types the context decides."""
    first: dict[tuple[str, str], Entry] = {}
    for entry in entries:
        for surface in dict.fromkeys(entry.name.surfaces):
            other = first.setdefault((surface, entry.name.type), entry)
            if other is entry:
                continue
            place = f"{other.source.file}, line {other.line(surface)}"
            if other.name.name == entry.name.name:
                cause, remedy = f"'{entry.name.name}' is listed already: {place}", "Make one entry of the two."
            else:
                cause = f"'{surface}' of '{entry.name.name}' is a form of '{other.name.name}', too: {place}"
                remedy = f"Leave the form to one {entry.name.type} of the two."
            yield entry.source.problem(cause, remedy, entry.line(surface))


def _doubts(entries: Iterable[Entry], is_ordinary: Callable[[str], bool]) -> Iterator[Problem]:
    for entry in entries:
        listed = Counter(entry.name.surfaces)
        for surface, times in listed.items():
            doubt = _doubt(surface, times, is_ordinary)
            if doubt:
                cause, remedy = doubt
                yield entry.source.problem(f"'{surface}' {cause}", remedy, entry.line(surface), is_error=False)


def _doubt(surface: str, times: int, is_ordinary: Callable[[str], bool]) -> tuple[str, str] | None:
    if times > 1:
        return "is listed twice in its entry", "Remove one of the two."
    if not any(character.isalnum() for character in surface):
        return "has no letter and no digit", "Remove it; it would be found between words."
    if len(surface) == 1:
        return "is one letter", "Remove it, or give a longer form: initials and list labels look the same."
    if surface in (surface.lower(), surface.capitalize()) and is_ordinary(surface):
        return "is an ordinary word", "Keep it if texts mostly mean the name; the start of a sentence looks the same."
    return None


def _takeovers(entries: Iterable[Entry], package: Iterable[Name]) -> Iterator[Problem]:
    owners = {surface: name for name in package for surface in name.surfaces}
    for entry in entries:
        for surface in dict.fromkeys(entry.name.surfaces):
            owner = owners.get(surface)
            if owner and (owner.name, owner.type) != (entry.name.name, entry.name.type):
                yield entry.source.problem(
                    f"'{surface}' is now '{entry.name.name}' ({entry.name.type}), no longer '{owner.name}' "
                    f"({owner.type}) of the package",
                    "Keep it if that is what your texts mean.",
                    entry.line(surface),
                    is_error=False,
                )


def _counts(entries: Sequence[Entry]) -> Iterator[tuple[str, Count]]:
    for entity_type in vocabulary.ENTITY_TYPES:
        names = [entry.name for entry in entries if entry.name.type == entity_type]
        if names:
            yield entity_type, Count(len(names), len({surface for name in names for surface in name.surfaces}))
