"""The digest of everything that decides what a run publishes.

What belongs here: which facts of input and method count. Clock times, paths of this machine and file dates do not.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from tidybrief.reading import Document
from tidybrief.reading.document import Reject


@dataclass(frozen=True, slots=True)
class Fingerprint:
    """Input and method of a run. `digest` (64 hex digits) is equal where both are.

    `inputs` has a row per document (doc_id, sha256, provenance) and per rejected input; `method` has the package's version, the digests of
    its source code and lexicon, the versions of the libraries it stands on; `settings` is what the caller chose.
    """

    digest: str
    inputs: tuple[Mapping[str, Any], ...]
    method: Mapping[str, Any]
    settings: Mapping[str, Any]


def fingerprint(
    documents: Iterable[Document],
    rejects: Iterable[Reject],
    *,
    lexicon_digest: str,
    settings: Mapping[str, Any],
) -> Fingerprint:
    """The fingerprint of a run over these inputs. `settings` are those that change what is published, as plain JSON values."""
    raise NotImplementedError
