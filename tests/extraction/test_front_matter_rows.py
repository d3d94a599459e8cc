"""The metadata block that opens a file is page furniture, and the title after it is the title."""

import pytest

from tidybrief.extraction.sentences.rows import find_sentences
from tidybrief.lexicon import load_lexicon
from tidybrief.reading import Document


@pytest.mark.parametrize(
    "block",
    [
        pytest.param("---\ntitle: Looms and yarn\ndate: 2024-03-05\n---\n", id="YAML"),
        pytest.param('+++\ntitle = "Looms and yarn"\n\ndate = 2024-03-05\n+++\n\n', id="TOML"),
    ],
)
def test_front_matter_states_nothing(block: str) -> None:
    text = f"{block}# Looms are back\n\nThe mill in Orno runs again."
    rows = find_sentences(Document("a.md", "0" * 64, "text/markdown", text), load_lexicon())
    in_block = [row for row in rows if row.start < len(block)]
    assert in_block
    assert {(row.kind, row.factuality) for row in in_block} == {("boilerplate", None)}
    title, *rest = rows[len(in_block) :]
    assert (title.kind, title.text) == ("heading", "Looms are back")
    assert [row.kind for row in rest] == ["paragraph"]
