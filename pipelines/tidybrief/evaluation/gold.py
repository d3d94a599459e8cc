"""Gold annotation as it lies on disk.

What belongs here: finding and reading the files. What a row is worth is decided in `layers`.
"""

import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path, PurePosixPath
from typing import Any, Final

LAYERS: Final = ("mentions", "figures", "dates", "relations", "sentences")

Annotation = Mapping[str, Any]


class GoldError(ValueError):
    """A gold folder that cannot be used; the message says which file or document and why."""


@dataclass(frozen=True)
class Gold:
    """Annotations and optional readings by layer, and the published document each `doc` stands for."""

    annotations: Mapping[str, tuple[Annotation, ...]]
    optional: Mapping[str, tuple[Annotation, ...]]
    doc_ids: Mapping[str, str]


def load_gold(folder: Path, doc_ids: Iterable[str]) -> Gold:
    """The annotations of a folder, their documents found among the published `doc_ids`.

    Raises GoldError where the folder holds no annotation, a line is no JSON object with a `doc`, or an
    annotated document is not, or not uniquely, among the published ones.
    """
    annotations = {layer: _rows(folder / f"{layer}.jsonl") for layer in LAYERS}
    optional = {layer: _rows(folder / f"{layer}-optional.jsonl") for layer in LAYERS}
    annotated = sorted({row["doc"] for rows in annotations.values() for row in rows})
    if not annotated:
        raise GoldError(f"{folder}: no annotation in {', '.join(f'{layer}.jsonl' for layer in LAYERS)}")
    published = sorted(doc_ids)
    return Gold(annotations, optional, {doc: _published_document(doc, published) for doc in annotated})


def _rows(path: Path) -> tuple[Annotation, ...]:
    if not path.exists():
        return ()
    rows = []
    for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), start=1):
        if not line.strip():
            continue
        try:
            row = json.loads(line)
        except json.JSONDecodeError as error:
            raise GoldError(f"{path}, line {number}: {error}") from error
        if not isinstance(row, dict) or "doc" not in row:
            raise GoldError(f"{path}, line {number}: an annotation is an object with a 'doc'")
        rows.append(row)
    return tuple(rows)


def _published_document(doc: str, published: list[str]) -> str:
    found = [doc_id for doc_id in published if PurePosixPath(doc_id).name.startswith(doc)]
    if len(found) != 1:
        raise GoldError(
            f"document {doc!r} of the gold: {len(found)} published documents have a name that starts with it"
        )
    return found[0]
