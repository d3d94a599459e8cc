"""Lexicon files: what they may say, and how a user's own are merged with those of the package."""

import pickle
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tidybrief.extraction import extract
from tidybrief.lexicon import Lexicon, LexiconError, load_lexicon
from tidybrief.lexicon.entries import read_entries
from tidybrief.lexicon.problems import Source
from tidybrief.reading import Document

OWN = """\
# Names of our own.

[[name]]
name = "Kestrel Dynamics"
type = "ORG"
aliases = [
  "Kestrel",
  "Kestrel Labs",
]

[[name]]
name = "Perch"
type = "PRODUCT"
"""


def written(folder: Path, content: str, name: str = "own.toml") -> Path:
    file = folder / name
    file.write_text(content)
    return file


def named(text: str, lexicon: Lexicon) -> set[tuple[str, str, str]]:
    """Words, canonical name and type of each mention."""
    found = extract(Document("a.txt", "0" * 64, "text/plain", text), lexicon)
    names = {entity.entity_id: entity.name for entity in found.entities}
    return {(row.text, names[row.entity_id], row.type) for row in found.mentions}


def test_without_own_files_it_is_the_package_and_always_the_same_one() -> None:
    assert load_lexicon() is load_lexicon(())
    assert len(load_lexicon().names) > 1500


def test_own_names_are_found(tmp_path: Path) -> None:
    lexicon = load_lexicon([written(tmp_path, OWN)])
    assert ("Kestrel", "Kestrel Dynamics", "ORG") in named("Last year Kestrel shipped its first drone.", lexicon)
    assert lexicon.cues == load_lexicon().cues


def test_an_own_form_wins_over_the_package(tmp_path: Path) -> None:
    own = 'name = [{ name = "Intel Bureau", type = "ORG", aliases = ["Intel"] }]'
    text = "Analysts at Intel disagreed with the committee."
    assert ("Intel", "Intel", "ORG") in named(text, load_lexicon())
    assert ("Intel", "Intel Bureau", "ORG") in named(text, load_lexicon([written(tmp_path, own)]))


def test_an_own_alias_of_a_known_name_joins_what_is_known(tmp_path: Path) -> None:
    known = next(name for name in load_lexicon().names if name.aliases and name.acronyms)
    own = f'[[name]]\nname = "{known.name}"\ntype = "{known.type}"\naliases = ["The Old Firm"]\n'
    merged = [name for name in load_lexicon([written(tmp_path, own)]).names if name.name == known.name]
    assert [name.aliases for name in merged] == [("The Old Firm", *known.aliases)]
    assert merged[0].acronyms == known.acronyms


def test_content_and_not_the_place_of_own_files_is_in_the_digest(tmp_path: Path) -> None:
    here, there = written(tmp_path, OWN, "here.toml"), written(tmp_path, OWN, "there.toml")
    other = written(tmp_path, OWN.replace("Perch", "Roost"), "other.toml")
    digests = [load_lexicon(own).digest for own in ([], [here], [there], [other], [other, here][:1])]
    assert digests[1] == digests[2]
    assert len(set(digests)) == 3


@pytest.mark.parametrize(
    ("content", "line", "cause", "remedy"),
    [
        pytest.param('x = "', 1, "not valid TOML", "Mend", id="broken TOML"),
        pytest.param(OWN + "\n=\n", 15, "not valid TOML", "Mend", id="broken TOML further down"),
        pytest.param('name = "Perch"', 1, "'name' stands alone", "[[name]]", id="a name without its table"),
        pytest.param('name = [\n  "Perch",\n]', 1, "'Perch' is no entry", "{ name =", id="a text for a table"),
        pytest.param(
            OWN.replace('aliases = [\n  "Kestrel",', 'aliasses = [\n  "Kestrel",'),
            6, "unknown key 'aliasses'", "Did you mean 'aliases'?", id="a key misspelt",
        ),
        pytest.param(OWN.replace("PRODUCT", "PRODUKT"), 13, "'PRODUKT'", "'PRODUCT'?", id="a type misspelt"),
        pytest.param(OWN.replace("PRODUCT", "org"), 13, "unknown type 'org'", "'ORG'?", id="a type in lower case"),
        pytest.param(OWN.replace('type = "PRODUCT"', ""), 11, "'type' is missing", "Add type", id="no type"),
        pytest.param(OWN.replace('name = "Perch"', ""), 11, "'name' is missing", "Add name", id="no name"),
        pytest.param(OWN.replace('"Perch"', '"Perch "'), 12, "'Perch ' is not a text", "spaces", id="space at its end"),
        pytest.param(OWN + 'aliases = "P"', 14, "not a list", 'aliases = ["', id="a text for a list"),
        pytest.param(OWN + "external_id = 7", 14, "external_id 7 is not a text", "Write", id="a number for a text"),
        pytest.param(
            OWN.replace("PRODUCT", "ORG").replace('"Kestrel Labs"', '"Perch"'),
            12, "'Perch' is a form of 'Kestrel Dynamics', too: own.toml, line 8", "one ORG", id="one form of two names",
        ),
        pytest.param(OWN + OWN, 17, "listed already: own.toml, line 4", "one entry", id="an entry twice"),
        pytest.param('[cues]\nsays = ["avers"]', 1, "unknown key 'cues'", "[[name]]", id="cues in an own file"),
    ],
)  # fmt: skip
def test_what_cannot_be_used_is_named_with_its_line(
    tmp_path: Path, content: str, line: int, cause: str, remedy: str
) -> None:
    with pytest.raises(LexiconError) as caught:
        load_lexicon([written(tmp_path, content)])
    told = caught.value.cause.replace(f"{tmp_path}/", "")
    assert told.startswith(f"own.toml, line {line}: ")
    assert cause in told
    assert remedy in caught.value.next_step


def test_one_form_of_two_types_is_left_to_the_context(tmp_path: Path) -> None:
    own = OWN.replace('"Kestrel Labs"', '"Perch"')
    assert {"ORG", "PRODUCT"} == {
        name.type for name in load_lexicon([written(tmp_path, own)]).names if "Perch" in name.surfaces
    }


@pytest.mark.parametrize(
    ("content", "told"),
    [
        pytest.param(None, "No such file", id="missing"),
        pytest.param(b"# ok\n\xff", "line 2: not UTF-8", id="another encoding"),
    ],
)
def test_a_file_that_cannot_be_read_is_named(tmp_path: Path, content: bytes | None, told: str) -> None:
    file = tmp_path / "own.toml"
    if content is not None:
        file.write_bytes(content)
    with pytest.raises(LexiconError, match=told):
        load_lexicon([file])


@given(st.text(alphabet="name=[]{}\"'\n# ORGtype,.", max_size=80))
def test_no_text_crashes_the_reader(text: str) -> None:
    content = read_entries(Source("own.toml", text))
    assert all(1 <= problem.line <= text.count("\n") + 1 for problem in content.problems)


@pytest.mark.parametrize("files", [pytest.param([], id="of the package"), pytest.param([OWN], id="with own names")])
def test_a_lexicon_that_another_process_sent_is_the_one_that_is_here(tmp_path: Path, files: list[str]) -> None:
    lexicon = load_lexicon([written(tmp_path, content) for content in files])
    assert pickle.loads(pickle.dumps(lexicon)) is lexicon
