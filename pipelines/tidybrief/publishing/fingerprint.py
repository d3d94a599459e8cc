"""The digest of everything that decides what a run publishes.

What belongs here: which facts of input and method count. Clock times, paths of this machine and file dates
do not.
"""

import hashlib
import json
import re
from collections.abc import Iterable, Mapping
from dataclasses import asdict, dataclass, fields
from functools import cache
from importlib.metadata import requires, version
from pathlib import Path
from typing import Any, Final

import tidybrief
from tidybrief import schemas
from tidybrief.reading import Document
from tidybrief.reading.document import Reject

PACKAGE: Final = Path(tidybrief.__file__).parent
NOT_SOURCE: Final = {"__pycache__", "example"}
_PROVENANCE: Final = [field.name for field in fields(Document) if field.name not in {"text", "layout"}]


@dataclass(frozen=True, slots=True)
class Fingerprint:
    """Input and method of a run. `digest` (64 hex digits) is equal where both are.

    `inputs` has a row per document (doc_id, sha256, provenance) and per rejected input; `method` has the
    package's version, the digests of its source code and lexicon, and the versions of the libraries it
    stands on; `settings` is what the caller chose.
    """

    digest: str
    inputs: tuple[Mapping[str, Any], ...]
    method: Mapping[str, Any]
    settings: Mapping[str, Any]

    @property
    def method_digest(self) -> str:
        """Equal where the same documents are read in the same way (64 hex digits), whatever the settings."""
        return digest_of(self.method)


def method_in_force(lexicon_digest: str) -> dict[str, Any]:
    """The program, the lexicon and the libraries by which documents are read now."""
    return {
        "version": tidybrief.__version__,
        "schema_version": schemas.SCHEMA_VERSION,
        "source": _source_digest(),
        "lexicon": lexicon_digest,
        "libraries": _libraries(),
    }


def digest_of(method: Mapping[str, Any]) -> str:
    """Equal for methods that read the same documents in the same way (64 hex digits)."""
    return hashlib.sha256(_canonical(method).encode()).hexdigest()


def fingerprint(
    documents: Iterable[Document],
    rejects: Iterable[Reject],
    *,
    lexicon_digest: str,
    settings: Mapping[str, Any],
) -> Fingerprint:
    """The fingerprint of a run over these inputs.

    `settings` are those that change what is published, as plain JSON values.
    """
    read = [_provenance(document) for document in documents]
    turned_away = [asdict(reject) for reject in rejects]
    inputs = tuple(sorted(read + turned_away, key=_canonical))
    method = method_in_force(lexicon_digest)
    decisive = _canonical({"inputs": inputs, "method": method, "settings": settings})
    return Fingerprint(hashlib.sha256(decisive.encode()).hexdigest(), inputs, method, dict(settings))


def _provenance(document: Document) -> dict[str, Any]:
    """All that is known of a document but its text and layout, which follow from its bytes and the method."""
    facts = {name: getattr(document, name) for name in _PROVENANCE}
    day = document.published_on
    return facts | {"published_on": day.isoformat() if day else None}


def _canonical(value: Any) -> str:
    return json.dumps(value, sort_keys=True, ensure_ascii=True, separators=(",", ":"))


@cache
def _source_digest() -> str:
    """The digest of the package's own files: code, lexicon, templates, weights; not of the documents to try."""
    digest = hashlib.sha256()
    for path in sorted(PACKAGE.rglob("*")):
        if path.is_file() and NOT_SOURCE.isdisjoint(path.parts):
            digest.update(path.relative_to(PACKAGE).as_posix().encode() + b"\0")
            digest.update(hashlib.sha256(path.read_bytes()).digest())
    return digest.hexdigest()


@cache
def _libraries() -> Mapping[str, str]:
    """The installed versions of what the package requires, by name."""
    needed = (line for line in requires("tidybrief") or () if "extra ==" not in line)
    names = sorted(re.split(r"[^\w.-]", line, maxsplit=1)[0] for line in needed)
    return {name: version(name) for name in names}
