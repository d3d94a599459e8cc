"""ZIP archives: what lies inside is read, what is dangerous is turned away."""

import io
import zipfile
from contextlib import suppress
from pathlib import Path

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from readings import document, reading, reject
from tidybrief.reading import Document, Options, Reject, read_folder
from tidybrief.reading.archive import MOST_MEMBERS, read_zip
from tidybrief.reading.problem import InputError

Members = dict[str, bytes | str]


def packed(members: Members) -> bytes:
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in members.items():
            archive.writestr(zipfile.ZipInfo(name), content, zipfile.ZIP_DEFLATED)
    return file.getvalue()


def nested(depth: int) -> bytes:
    content: bytes = packed({"a.txt": "Deep inside."})
    for _ in range(depth - 1):
        content = packed({"inner.zip": content})
    return content


def codes(outcomes: list[Document | Reject]) -> list[tuple[str, str]]:
    return [(each.doc_id, each.code) for each in outcomes if isinstance(each, Reject)]


def test_files_inside_are_documents(tmp_path: Path) -> None:
    members: Members = {"b.md": "# Title of b\n", "sub/a.txt": "Words of a.", "__MACOSX/sub/a.txt": "x", ".hidden": "x"}
    outcomes = reading(tmp_path, "z.zip", packed(members))
    assert [each.doc_id for each in outcomes] == ["z.zip!/b.md", "z.zip!/sub/a.txt"]
    first = outcomes[0]
    assert isinstance(first, Document)
    assert (first.title, first.media_type, first.text) == ("Title of b", "text/markdown", "# Title of b\n")


@pytest.mark.parametrize(
    ("members", "rejects"),
    [
        pytest.param({"../a.txt": "x"}, [("z.zip!/_/a.txt", "UNSAFE_PATH")], id="a name that climbs out"),
        pytest.param({"/etc/a.txt": "x"}, [("z.zip!/etc/a.txt", "UNSAFE_PATH")], id="an absolute name"),
        pytest.param({"..\\a.txt": "x"}, [("z.zip!/_/a.txt", "UNSAFE_PATH")], id="a name with backslashes"),
        pytest.param({"C:\\a.txt": "x"}, [("z.zip!/C:/a.txt", "UNSAFE_PATH")], id="a name with a drive"),
        pytest.param({"a.txt": bytes(5_000_000)}, [("z.zip!/a.txt", "ARCHIVE_LIMIT")], id="packed too tightly"),
        pytest.param({"a.txt": bytes(30_000_000)}, [("z.zip!/a.txt", "TOO_LARGE")], id="a file too large"),
        pytest.param({"a.xyz": "x"}, [("z.zip!/a.xyz", "UNSUPPORTED_FORMAT")], id="a format without reader"),
        pytest.param({"a.txt": ""}, [("z.zip!/a.txt", "EMPTY")], id="an empty file"),
        pytest.param({}, [], id="nothing inside"),
    ],
)
def test_what_is_turned_away(tmp_path: Path, members: Members, rejects: list[tuple[str, str]]) -> None:
    outcomes = reading(tmp_path, "z.zip", packed({"good.txt": "Good words.", **members}))
    assert codes(outcomes) == rejects
    assert [each.doc_id for each in outcomes if isinstance(each, Document)] == ["z.zip!/good.txt"]


def test_archives_in_archives_as_far_as_the_limit(tmp_path: Path) -> None:
    assert document(tmp_path, "z.zip", nested(3)).doc_id == "z.zip!/inner.zip!/inner.zip!/a.txt"
    assert reject(tmp_path, "z.zip", nested(4)).code == "ARCHIVE_LIMIT"


def test_too_many_files(tmp_path: Path) -> None:
    many: Members = {f"{number}.txt": "x" for number in range(MOST_MEMBERS + 1)}
    assert codes(reading(tmp_path, "z.zip", packed(many))) == [("z.zip", "ARCHIVE_LIMIT")]


def test_too_much_in_all(tmp_path: Path) -> None:
    many: Members = {f"{number}.txt": f"{number} words. " * 60 for number in range(40)}
    outcomes = reading(tmp_path, "z.zip", packed(many), Options(max_bytes=1000))
    assert ("z.zip", "ARCHIVE_LIMIT") in codes(outcomes) or ("z.zip", "TOO_LARGE") in codes(outcomes)
    assert sum(len(each.text) for each in outcomes if isinstance(each, Document)) <= 25_000


def test_names_that_come_twice_stay_apart(tmp_path: Path) -> None:
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w") as archive:
        archive.writestr("a.txt", "One.")
        with pytest.warns(UserWarning, match="Duplicate"):
            archive.writestr("a.txt", "Two.")
    outcomes = reading(tmp_path, "z.zip", file.getvalue())
    assert [each.doc_id for each in outcomes] == ["z.zip!/a.txt", "z.zip!/a (2).txt"]


def test_a_password(tmp_path: Path) -> None:
    content = bytearray(packed({"a.txt": "Secret words."}))
    for signature, flags in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        content[content.index(signature) + flags] |= 1
    assert reject(tmp_path, "z.zip", bytes(content)).code == "ENCRYPTED"


def test_a_size_that_lies(tmp_path: Path) -> None:
    content = bytearray(packed({"a.txt": "0" * 30_000_000}))
    place = content.index(b"PK\x01\x02")
    content[place + 24 : place + 28] = (10).to_bytes(4, "little")
    assert reject(tmp_path, "z.zip", bytes(content)).code in {"ARCHIVE_LIMIT", "BROKEN"}


@pytest.mark.parametrize(
    "content",
    [pytest.param(b"", id="no bytes"), pytest.param(packed({"a.txt": "x" * 100})[:60], id="cut off")],
)
def test_no_archive(tmp_path: Path, content: bytes) -> None:
    assert reject(tmp_path, "z.zip", content).code == "BROKEN"


def test_what_the_sources_say_of_an_archive_holds_inside(tmp_path: Path) -> None:
    (tmp_path / "z.zip").write_bytes(packed({"a.txt": "Words of a.", "b.txt": "Words of b."}))
    (tmp_path / "sources.toml").write_text(
        '["z.zip"]\ntitle = "All"\npublisher = "Coast Daily"\n["z.zip!/b.txt"]\npublisher = "Bay News"\ntitle = "B"\n'
    )
    (first, second), rejects = read_folder(tmp_path)
    assert rejects == []
    assert (first.publisher, first.title == "All") == ("Coast Daily", False)
    assert (second.publisher, second.title) == ("Bay News", "B")


@given(st.binary(max_size=200), st.integers(0, 300))
@example(b"\x00", 144).via("a file without a name")
def test_damaged_archives_never_crash(junk: bytes, place: int) -> None:
    whole = packed({"a.txt": "Words of a.", "b/c.txt": "Words of c."})
    with suppress(InputError):
        for part in read_zip(whole[:place] + junk + whole[place + len(junk) :], Options()):
            assert ".." not in part.name.split("/")
