"""Gold annotation as it lies on disk.

What belongs here: finding and reading the files, and refusing what cannot be measured against. What a row is
worth is decided in `layers`.
"""

import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path, PurePosixPath
from typing import Any, Final

NEEDED: Final[Mapping[str, tuple[str, ...]]] = {
    "mentions": ("doc", "start", "end", "text", "type", "canonical"),
    "figures": ("doc", "start", "end", "kind", "value", "unit"),
    "dates": ("doc", "start", "end", "iso_start", "iso_end", "precision", "role"),
    "relations": ("doc", "ev_start", "ev_end", "subject", "predicate", "object"),
    "sentences": ("doc", "start", "end", "standing"),
    "conflicts": ("subject", "attribute", "verdict", "values"),
}
"""The layers that can be annotated, and what an annotation of each must say."""

_OFFSETS: Final = ("start", "end", "ev_start", "ev_end")
_KINDS: Final = {"value": int | float | None, "values": list}
"""What is no text."""

Annotation = Mapping[str, Any]


class GoldError(ValueError):
    """A gold folder that cannot be used; the message says which file or document and why."""


@dataclass(frozen=True)
class Gold:
    """Annotations and optional readings by layer, and the published document each `doc` stands for."""

    annotations: Mapping[str, tuple[Annotation, ...]]
    optional: Mapping[str, tuple[Annotation, ...]]
    doc_ids: Mapping[str, str]


def load_gold(folder: Path, documents: Mapping[str, str]) -> Gold:
    """The annotations of a folder, their documents found among the published ones (texts by `doc_id`).

    Raises GoldError where the folder holds no annotation, a line does not say what an annotation of its layer
    must, an annotated document is not, or not uniquely, among the published ones, or the annotated words do
    not stand at their place in it.
    """
    if not folder.is_dir():
        raise GoldError(f"{folder}: no such folder")
    annotations = {layer: _rows(folder / f"{layer}.jsonl", layer) for layer in NEEDED}
    optional = {layer: _rows(folder / f"{layer}-optional.jsonl", layer) for layer in NEEDED}
    annotated = {doc for rows in annotations.values() for row in rows for doc, _, _ in places(row)}
    if not annotated:
        raise GoldError(f"{folder}: no annotation in {', '.join(f'{layer}.jsonl' for layer in NEEDED)}")
    published = sorted(documents)
    doc_ids = {doc: _published_document(doc, published) for doc in sorted(annotated)}
    for layer, rows in annotations.items():
        for row in rows:
            _refuse_misplaced(folder / f"{layer}.jsonl", row, doc_ids, documents)
    return Gold(annotations, optional, doc_ids)


def places(annotation: Annotation) -> Iterator[tuple[str, int, int]]:
    """Document, start and end of each stretch of text that an annotation is about."""
    for place in annotation.get("values", (annotation,)):
        prefix = "ev_" if "ev_start" in place else ""
        yield place["doc"], place[f"{prefix}start"], place[f"{prefix}end"]


def _rows(path: Path, layer: str) -> tuple[Annotation, ...]:
    try:
        lines = path.read_text(encoding="utf-8").split("\n")
    except FileNotFoundError:
        return ()
    except (OSError, UnicodeDecodeError) as error:
        raise GoldError(f"{path}: {error}") from error
    return tuple(
        _row(f"{path}, line {number}", line, layer) for number, line in enumerate(lines, start=1) if line.strip()
    )


def _row(line_of: str, line: str, layer: str) -> Annotation:
    try:
        row = json.loads(line)
    except (json.JSONDecodeError, RecursionError) as error:
        raise GoldError(f"{line_of}: not JSON: {error}") from error
    for needed in NEEDED[layer]:
        if not isinstance(row, dict) or needed not in row:
            raise GoldError(f"{line_of}: an annotation of {layer} is an object with {needed!r}")
        if needed not in _OFFSETS and not isinstance(row[needed], _KINDS.get(needed, str | None)):
            raise GoldError(f"{line_of}: {needed!r} cannot be {row[needed]!r}")
    annotation: Annotation = row
    try:
        offsets = [(start, end) for _, start, end in places(annotation)]
    except (KeyError, TypeError) as error:
        raise GoldError(f"{line_of}: each of the 'values' is an object with 'doc', 'start' and 'end'") from error
    if not all(type(start) is type(end) is int and 0 <= start < end for start, end in offsets):
        raise GoldError(f"{line_of}: start and end are not two code points, one before the other")
    return annotation


def _published_document(doc: str, published: list[str]) -> str:
    found = [doc_id for doc_id in published if PurePosixPath(doc_id).name.startswith(str(doc))]
    if len(found) != 1:
        raise GoldError(
            f"document {doc!r} of the gold: {len(found)} published documents have a name that starts with it"
        )
    return found[0]


def _refuse_misplaced(
    path: Path, annotation: Annotation, doc_ids: Mapping[str, str], documents: Mapping[str, str]
) -> None:
    """Offsets made for another version of the document would count every row as wrong."""
    for doc, start, end in places(annotation):
        found = documents[doc_ids[doc]][start:end]
        if len(found) < end - start or annotation.get("text", found) != found:
            told = annotation.get("text", f"{end - start} characters")
            raise GoldError(f"{path}: {doc}, {start} to {end}: {told!r} is annotated, the published text has {found!r}")
