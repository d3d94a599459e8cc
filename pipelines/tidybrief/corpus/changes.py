"""What one publication says and another does not.

What belongs here: holding two publications against each other, by what they say and not by where it stands. What a
publication says is read in `editions`.
"""

import hashlib
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from typing import Final

import polars as pl

from tidybrief import dictionary
from tidybrief.corpus import editions
from tidybrief.corpus.differing import differing_entities, differing_points
from tidybrief.corpus.editions import Edition, Said
from tidybrief.corpus.points import listed
from tidybrief.lexicon import Lexicon, load_lexicon

_NOTES: Final[Mapping[str, str]] = {
    "new": "New: {about}{after}.",
    "gone": "No longer: {about}{before}.",
    "changed": "Changed: {about}{before}, now {after}.",
}

_Change = tuple[Said | None, Said | None]


def changes(before: Edition | None, after: Edition, lexicon: Lexicon | None = None) -> pl.DataFrame:
    """One row per difference, of schema `Changes`, in the contract's order.

    Empty where there is no publication before, or one that lacks tables that are compared. The lexicon that comes with
    the package is used where none is given.
    """
    if before is None or not before.is_readable or not after.is_readable:
        return dictionary.empty("changes")
    lexicon = lexicon or load_lexicon()
    renamed, of_entities = _entities(*differing_entities(before, after))
    old, new = differing_points(before, after)
    causes = _Causes(before, after)
    found: list[tuple[str, Iterable[_Change]]] = [("entity", of_entities)]
    for kind, read in (
        ("figure", editions.figures),
        ("relation", editions.relations),
        ("conflict", editions.conflicts),
    ):
        found.append((kind, _differences(list(read(old, lexicon, renamed)), list(read(new, lexicon, {})))))
    rows = [_row("method", old, new, "method") for old, new in _of_method(before.method, after.method)]
    rows += [_row("document", old, new, "sources") for old, new in _documents(before, after)]
    rows += [_row(kind, old, new, causes.of(old, new)) for kind, differing in found for old, new in differing]
    distinct = {str(row["change_id"]): row for row in rows}
    frame = pl.DataFrame(list(distinct.values()), schema=dictionary.polars_schema("changes"))
    return frame.sort(dictionary.sort_order("changes"))


def _differences(before: Sequence[Said], after: Sequence[Said]) -> Iterator[_Change]:
    """What is said in one of them only; as changed where there is one value on a point before, and another after."""
    old, new = _without_common(before, after)
    old, new = _without_reworded(old, new)
    points: dict[tuple[object, ...], tuple[list[Said], list[Said]]] = defaultdict(lambda: ([], []))
    for side, said in ((0, old), (1, new)):
        for saying in said:
            points[saying.about][side].append(saying)
    for gone, come in points.values():
        if len(gone) == len(come) == 1:
            yield gone[0], come[0]
        else:
            yield from ((saying, None) for saying in gone)
            yield from ((None, saying) for saying in come)


def _without_common(before: Sequence[Said], after: Sequence[Said]) -> tuple[list[Said], list[Said]]:
    """What is in one of them only; what several documents say is said once, by all of them."""
    old, new = _alike(before), _alike(after)
    return (
        [_once(alike) for key, alike in old.items() if key not in new],
        [_once(alike) for key, alike in new.items() if key not in old],
    )


def _alike(sayings: Iterable[Said]) -> dict[tuple[object, ...], list[Said]]:
    alike: dict[tuple[object, ...], list[Said]] = defaultdict(list)
    for saying in sayings:
        alike[saying.about, saying.state].append(saying)
    return alike


def _once(alike: Sequence[Said]) -> Said:
    return replace(alike[0], documents=frozenset().union(*(saying.documents for saying in alike)))


def _without_reworded(before: Sequence[Said], after: Sequence[Said]) -> tuple[list[Said], list[Said]]:
    """The same value of the same subject under an indicator that shares a word is the same figure in other words."""
    candidates: dict[tuple[object, ...], list[Said]] = defaultdict(list)
    for saying in after:
        if saying.loosely:
            candidates[saying.loosely].append(saying)
    old: list[Said] = []
    met: set[int] = set()
    for saying in before:
        alike = (
            other
            for other in candidates.get(saying.loosely, ())
            if id(other) not in met and (saying.words & other.words or not (saying.words or other.words))
        )
        other = next(alike, None)
        if other is None:
            old.append(saying)
        else:
            met.add(id(other))
    return old, [saying for saying in after if id(saying) not in met]


def _entities(before: Edition, after: Edition) -> tuple[dict[str, str], list[_Change]]:
    """The ids that stand for the same thing under another one now, and what changed of the things.

    A thing that is gone is the same as a new one if they share a name and neither could be another.
    """
    old, new = editions.things(before), editions.things(after)
    old_names, new_names = editions.names(before), editions.names(after)
    by_name: dict[str, set[str]] = defaultdict(set)
    for entity_id in new.keys() - old.keys():
        for name in new_names[entity_id]:
            by_name[name].add(entity_id)
    renamed: dict[str, str] = {}
    for entity_id in sorted(old.keys() - new.keys()):
        candidates = {other for name in old_names[entity_id] for other in by_name.get(name, ())} - set(renamed.values())
        if len(candidates) == 1:
            renamed[entity_id] = candidates.pop()
    differing: list[_Change] = []
    for entity_id, saying in old.items():
        now = new.get(renamed.get(entity_id, entity_id))
        if now is None or now.state != saying.state:
            differing.append((saying, now))
    known = old.keys() | renamed.values()
    differing += [(None, saying) for entity_id, saying in new.items() if entity_id not in known]
    return renamed, differing


def _documents(before: Edition, after: Edition) -> Iterator[_Change]:
    """Documents by their bytes first, then by their path: a renamed file is no change."""
    old, new = editions.sources(before), editions.sources(after)
    left = {doc_id: known for doc_id, known in old.items() if new.get(doc_id) != known}
    come = {doc_id: known for doc_id, known in new.items() if old.get(doc_id) != known}
    keys: tuple[Callable[[str, tuple[object, ...]], object], ...] = (
        lambda _, known: known,
        lambda _, known: known[0],
        lambda doc_id, _: doc_id,
    )
    for key in keys:
        by_key = {key(doc_id, known): doc_id for doc_id, known in come.items()}
        for doc_id, known in list(left.items()):
            now = by_key.pop(key(doc_id, known), None)
            if now is not None:
                if known != come[now]:
                    yield _document(doc_id, known, come[now]), _document(now, come[now], known)
                del left[doc_id], come[now]
    yield from ((_document(doc_id, known), None) for doc_id, known in left.items())
    yield from ((None, _document(doc_id, known)) for doc_id, known in come.items())


def _document(doc_id: str, known: tuple[object, ...], other: tuple[object, ...] = ()) -> Said:
    """A document; beside another state of it, by what differs."""
    sha256, *provenance = known
    told = [
        f"{name.replace('_', ' ')} {value or 'unknown'}"
        for name, value, theirs in zip(editions.PROVENANCE, provenance, other[1:], strict=False)
        if value != theirs
    ]
    value = listed(told) if told else f"sha256 {str(sha256)[:8]}" if other else doc_id
    return Said((doc_id,), known, str(provenance[0] or doc_id), None, value, doc_id, frozenset({doc_id}))


def _of_method(before: Mapping[str, str], after: Mapping[str, str]) -> Iterator[_Change]:
    for name in sorted(before.keys() | after.keys()):
        if before.get(name) != after.get(name):
            yield _part_of_method(name, before), _part_of_method(name, after)


def _part_of_method(name: str, method: Mapping[str, str]) -> Said | None:
    if name not in method:
        return None
    return Said((name,), (method[name],), None, name, method[name], None, frozenset())


class _Causes:
    """Why something differs: because the sources do, or because they are read in another way."""

    def __init__(self, before: Edition, after: Edition) -> None:
        self._old, self._new = editions.sources(before), editions.sources(after)
        self._known_before, self._known_after = set(self._old.values()), set(self._new.values())
        self._same_method = before.method == after.method
        self._same_sources = self._known_before == self._known_after

    def of(self, old: Said | None, new: Said | None) -> str:
        """`method` where nothing else can be the cause, or where all documents that say it are unchanged."""
        if self._same_method:
            return "sources"
        if self._same_sources:
            return "method"
        come = {self._new.get(doc_id) for doc_id in (new.documents if new else ())} - self._known_before
        left = {self._old.get(doc_id) for doc_id in (old.documents if old else ())} - self._known_after
        return "sources" if come or left else "method"


def _row(kind: str, old: Said | None, new: Said | None, cause: str) -> dict[str, object]:
    change = "new" if old is None else "gone" if new is None else "changed"
    before, after = old.value if old else None, new.value if new else None
    row_id_before, row_id = old.row_id if old else None, new.row_id if new else None
    [said, *_] = filter(None, (new, old))
    said_of = (kind, change, said.subject, said.attribute, before, after, said.row_id)
    subject = said.subject if kind != "document" else said.row_id if change == "changed" else None
    named = " · ".join(filter(None, (None if kind == "entity" else subject, said.attribute)))
    note = _NOTES[change].format(about=f"{kind} {named}: " if named else f"{kind} ", before=before, after=after)
    return {
        "change_id": f"change-{hashlib.sha256(repr(said_of).encode()).hexdigest()[:16]}",
        "kind": kind,
        "change": change,
        "cause": cause,
        "subject": said.subject,
        "attribute": said.attribute,
        "before": before,
        "after": after,
        "row_id_before": row_id_before,
        "row_id": row_id,
        "note": note,
    }
