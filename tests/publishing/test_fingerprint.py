"""What makes two runs the same."""

from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from publishing.project import DOCUMENTS, method
from tidybrief import publishing
from tidybrief.reading import Document, Reject

FIRST, SECOND = DOCUMENTS
UNREADABLE = Reject("c.bin", "reading", "BINARY", "the file is not text", "Remove it.")


def digest(*documents: Document, rejects: tuple[Reject, ...] = (), **changes: Any) -> str:
    given: dict[str, Any] = {"lexicon_digest": "1" * 64, "settings": {"title": "T"}} | changes
    return publishing.fingerprint(documents, rejects, **given).digest


def test_the_order_of_input_does_not_count() -> None:
    assert digest(FIRST, SECOND) == digest(SECOND, FIRST)


@pytest.mark.parametrize(
    "other",
    [
        pytest.param(digest(FIRST), id="a document less"),
        pytest.param(digest(FIRST, replace(SECOND, sha256="2" * 64)), id="another content"),
        pytest.param(digest(FIRST, replace(SECOND, doc_id="z.txt")), id="another name"),
        pytest.param(digest(FIRST, replace(SECOND, published_on=date(2024, 1, 1))), id="another date"),
        pytest.param(digest(FIRST, replace(SECOND, publisher="P")), id="another publisher"),
        pytest.param(digest(FIRST, SECOND, rejects=(UNREADABLE,)), id="a rejected input more"),
        pytest.param(digest(FIRST, SECOND, lexicon_digest="2" * 64), id="another lexicon"),
        pytest.param(digest(FIRST, SECOND, settings={"title": "U"}), id="other settings"),
    ],
)
def test_what_counts(other: str) -> None:
    assert digest(FIRST, SECOND) != other


def test_the_method_names_versions_of_all_libraries_and_of_the_code() -> None:
    told = method().method
    assert {"polars", "pandera", "pycountry"} <= told["libraries"].keys()
    assert len(told["source"]) == len(told["lexicon"]) == 64
    assert "pytest" not in told["libraries"]
