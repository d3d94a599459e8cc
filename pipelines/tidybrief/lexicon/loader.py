"""Reads the lexicon's TOML files into one immutable value.

What belongs here: which files make a lexicon, and how a user's own names are merged with those of the package. What a
layer makes of its cues (compiled patterns, automata) is made in that layer, once per lexicon.
"""

import hashlib
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cache, lru_cache
from importlib.resources import files
from pathlib import Path
from typing import Any, SupportsIndex

from tidybrief.lexicon.checking import Report, find_clashes, joined, report
from tidybrief.lexicon.entries import Content, Entry, Name, read_entries
from tidybrief.lexicon.problems import LexiconError, Problem, Source


@dataclass(frozen=True, eq=False)
class Lexicon:
    """All names, the cues of each layer by file stem, and a digest of both; the files of the user's `own` that are part
    of it, None where it comes from no files.

    Compared by identity, so that a layer can cache what it compiles from it. In another process it is read anew, once,
    whatever it comes with.
    """

    names: tuple[Name, ...]
    cues: Mapping[str, Mapping[str, Any]]
    digest: str
    own: tuple[Source, ...] | None = None

    def __reduce_ex__(self, protocol: SupportsIndex) -> str | tuple[Any, ...]:
        return super().__reduce_ex__(protocol) if self.own is None else (_lexicon, (self.own,))


def load_lexicon(own: Iterable[Path] = ()) -> Lexicon:
    """The lexicon that comes with the package, with the names of the files `own` in front.

    A name of those files that the package has, too, is made one with it; a surface form that the package gives to
    another name is theirs. Raises LexiconError where a file cannot be used.
    """
    return _lexicon(tuple(map(_source, own)))


def check_lexicon(own: Iterable[Path], is_ordinary: Callable[[str], bool], *, with_package: bool) -> Report:
    """What a user's files hold, and the package's where asked for, with all that is wrong or doubtful in them.

    `is_ordinary` says whether prose mostly writes a word in lower case. Raises LexiconError where a file cannot be
    read.
    """
    sources = tuple(map(_source, own))
    contents = {source: _read_own(source) for source in sources}
    packaged = {source: read_entries(source) for source in _package_sources()}
    names = [entry.name for content in packaged.values() for entry in content.entries]
    reports = [report(packaged, (), is_ordinary)] if with_package else []
    return joined((*reports, report(contents, names, is_ordinary)))


def _source(path: Path) -> Source:
    """A user's lexicon file. Raises LexiconError where it cannot be read."""
    try:
        return Source(str(path), path.read_bytes().decode("utf-8-sig").replace("\r\n", "\n"))
    except OSError as error:
        problem = Problem(str(path), 0, str(error.strerror), "Name a file that can be read.")
        raise LexiconError([problem]) from error
    except UnicodeDecodeError as error:
        line = error.object.count(b"\n", 0, error.start) + 1
        raise LexiconError([Problem(str(path), line, "not UTF-8", "Save the file as UTF-8.")]) from error


@cache
def _package_sources() -> tuple[Source, ...]:
    """The files that come with the package, in the order of their names."""
    found = (entry for entry in files(__package__).iterdir() if entry.name.endswith(".toml"))
    return tuple(
        Source(entry.name, entry.read_text(encoding="utf-8")) for entry in sorted(found, key=lambda entry: entry.name)
    )


def _lexicon(own: tuple[Source, ...]) -> Lexicon:
    return _extended(own) if own else _package()


@cache
def _package() -> Lexicon:
    contents = [read_entries(source) for source in _package_sources()]
    entries = _usable(contents)
    cues = {
        source.file.removesuffix(".toml"): content.cues
        for source, content in zip(_package_sources(), contents, strict=True)
        if content.cues
    }
    return Lexicon(tuple(entry.name for entry in entries), cues, _digest(_package_sources()), ())


@lru_cache(maxsize=4)
def _extended(sources: tuple[Source, ...]) -> Lexicon:
    contents = [_read_own(source) for source in sources]
    own = [entry.name for entry in _usable(contents)]
    package = _package()
    known = {(name.name, name.type): name for name in package.names}
    taken = {surface for name in own for surface in name.surfaces}
    return Lexicon(
        names=(
            *(_one(name, known.get((name.name, name.type)), taken) for name in own),
            *(
                _without(name, taken)
                for name in package.names
                if not any((name.name, name.type) == (mine.name, mine.type) for mine in own)
            ),
        ),
        cues=package.cues,
        digest=hashlib.sha256(f"{package.digest}{_digest(sources)}".encode()).hexdigest(),
        own=sources,
    )


def _read_own(source: Source) -> Content:
    """The content of a user's file, which may hold nothing but names."""
    content = read_entries(source)
    strange = [
        source.problem(f"unknown key '{key}'", "A lexicon file of your own holds [[name]] entries only.")
        for key in content.cues or ()
    ]
    return replace(content, problems=(*content.problems, *strange))


def _usable(contents: Sequence[Content]) -> list[Entry]:
    entries = [entry for content in contents for entry in content.entries]
    problems = [*(problem for content in contents for problem in content.problems), *find_clashes(entries)]
    if problems:
        raise LexiconError(problems)
    return entries


def _one(own: Name, known: Name | None, taken: set[str]) -> Name:
    """The user's name with what the package knows of the same one beside."""
    if known is None:
        return own
    rest = _without(known, taken)
    return Name(
        own.name,
        own.type,
        aliases=own.aliases + rest.aliases,
        acronyms=own.acronyms + rest.acronyms,
        adjectives=own.adjectives + rest.adjectives,
        external_id=own.external_id or known.external_id,
        country=own.country or known.country,
    )


def _without(name: Name, taken: set[str]) -> Name:
    if taken.isdisjoint(name.surfaces):
        return name
    return replace(
        name,
        aliases=tuple(alias for alias in name.aliases if alias not in taken),
        acronyms=tuple(acronym for acronym in name.acronyms if acronym not in taken),
        adjectives=tuple(adjective for adjective in name.adjectives if adjective not in taken),
    )


def _digest(sources: Iterable[Source]) -> str:
    """The digest of contents; what a user calls a file, and where it lies, does not count."""
    digest = hashlib.sha256()
    for source in sources:
        digest.update(hashlib.sha256(source.text.encode()).digest())
    return digest.hexdigest()
