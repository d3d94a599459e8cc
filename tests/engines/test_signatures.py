"""What documents are recognised by."""

import polars as pl
import pytest

from tidybrief.engines.signatures import SCHEMA, signatures

LONG = "The ferry to the northern islands left the old harbour at 7 in the morning"
COLUMNS = {"doc_id": pl.String, "kind": pl.String, "text": pl.String}


def signed(*rows: tuple[str, str, str]) -> pl.DataFrame:
    return signatures(pl.DataFrame(rows, schema=COLUMNS, orient="row"))


def test_no_documents_have_no_signatures() -> None:
    assert signed().schema == pl.Schema(SCHEMA)


@pytest.mark.parametrize(
    ("other", "is_recognised"),
    [
        pytest.param(f"“{LONG.upper()}”!", True, id="other case and signs"),
        pytest.param(LONG.replace("northern", "southern"), False, id="another word"),
        pytest.param("The ferry left at 7", False, id="too short"),
    ],
)
def test_a_sentence_is_recognised_by_its_words(other: str, is_recognised: bool) -> None:
    told = signed(("a", "paragraph", LONG), ("b", "paragraph", other))
    one, two = ({row["said"] for row in rows or ()} for rows in told["sentences"].to_list())
    assert (one == two) is is_recognised


def test_a_signature_is_that_of_the_document_alone() -> None:
    rows = [("a", "paragraph", LONG), ("b", "paragraph", "Two gulls nest on the roof"), ("b", "boilerplate", "Menu")]
    together = signed(*rows)
    assert together.rows() == [row for doc_id in "ab" for row in signed(*(r for r in rows if r[0] == doc_id)).rows()]
    assert together["words"].to_list() == [15, 6]
