"""The lexicon's files as an expert finds them, and their description."""

import re
from pathlib import Path

import pytest

import tidybrief
from tidybrief import vocabulary
from tidybrief.lexicon.entries import Name, read_entries
from tidybrief.lexicon.problems import Source

ROOT = Path(__file__).parent.parent.parent
FILES = sorted((Path(tidybrief.__file__).parent / "lexicon").glob("*.toml"))
GUIDE = (ROOT / "docs" / "lexicon.md").read_text()


@pytest.mark.parametrize("file", FILES, ids=lambda file: file.stem)
def test_a_file_opens_with_what_it_holds_and_how_it_changes(file: Path) -> None:
    header = re.match(r"(?:#.*\n)+", file.read_text())
    assert header
    assert re.search(r"# To add |[Rr]ebuilt by tools/", header[0])


def test_the_guide_tells_of_all_files_keys_and_types() -> None:
    told = set(re.findall(r"`([\w.]+)`", GUIDE))
    assert {file.name for file in FILES} <= told
    assert set(Name.__dataclass_fields__) <= told
    assert set(vocabulary.ENTITY_TYPES) <= told


@pytest.mark.parametrize("example", re.findall(r"```toml\n# my-names.toml\n(.*?)```", GUIDE, re.DOTALL))
def test_the_example_can_be_used(example: str) -> None:
    content = read_entries(Source("example", example))
    assert len(content.entries) == 2
    assert not content.problems
