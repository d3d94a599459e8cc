"""However many processes there are and whatever is known already, the tables are the same."""

from dataclasses import replace
from functools import partial
from pathlib import Path

import polars as pl
import pytest

from perilous import ENDLESS, FAULTY, LETHAL, extract_perilously
from tidybrief.engines import batches, extract_all, local
from tidybrief.engines.batches import BATCH_SIZE, in_batches, packed, unpacked
from tidybrief.engines.cache import Cache
from tidybrief.engines.workers import Crew
from tidybrief.lexicon import load_lexicon
from tidybrief.reading import Document

LEXICON = load_lexicon()
SAID = (
    "Nordlicht AI opened laboratory {0} in Oslo in March 2021. It employs {0} people, {1} percent more than in 2020.\n"
)


def corpus(number: int, sentences: int = 4) -> list[Document]:
    """Documents of some sentences each, each its own."""
    texts = ["".join(SAID.format(place, 1 + (place + at) % 90) for at in range(sentences)) for place in range(number)]
    return [
        Document(f"{place:03}.txt", f"{place:064x}", "text/plain", text, language="en")
        for place, text in enumerate(texts)
    ]


DOCUMENTS = corpus(12)


def same(one: dict[str, pl.DataFrame], other: dict[str, pl.DataFrame]) -> bool:
    return list(one) == list(other) and all(
        frame.schema == other[name].schema and frame.equals(other[name]) for name, frame in one.items()
    )


@pytest.fixture
def cache(tmp_path: Path) -> Cache:
    return Cache(tmp_path / "cache", "0" * 64)


@pytest.fixture
def _always_in_workers(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(local, "SERIAL_BELOW", 0)
    monkeypatch.setattr(batches, "BATCH_SIZE", 4_000)


@pytest.mark.usefixtures("_always_in_workers")
def test_workers_and_this_process_find_the_same() -> None:
    documents = corpus(8, sentences=60)
    assert len(list(in_batches(documents))) > 1
    with Crew(2) as crew:
        assert same(extract_all(documents, LEXICON, crew=crew), extract_all(documents, LEXICON))


@pytest.mark.usefixtures("_always_in_workers")
@pytest.mark.parametrize(
    ("sentence", "code", "told"),
    [
        pytest.param(LETHAL, "EXTRACTOR_CRASH", "its process ended with exit code -9", id="killed"),
        pytest.param(ENDLESS, "TIMEOUT", "did not end within 3 seconds", id="hung"),
        pytest.param(FAULTY, "EXTRACTOR_CRASH", "ZeroDivisionError in _meet: by the test", id="raised"),
    ],
)
def test_a_document_that_cannot_be_extracted_is_told_and_the_rest_is_there(
    cache: Cache, sentence: str, code: str, told: str
) -> None:
    documents = [*DOCUMENTS[:3], replace(DOCUMENTS[3], text=f"Oslo grew. {sentence}"), *DOCUMENTS[4:6]]
    with Crew(2) as crew:
        tables = extract_all(documents, LEXICON, crew=crew, extract=extract_perilously, patience=3.0, cache=cache)
    [reject] = tables["rejects"].to_dicts()
    assert (reject["doc_id"], reject["stage"], reject["code"]) == ("003.txt", "extraction", code)
    assert told in reject["message"]
    assert tables["documents"]["doc_id"].to_list() == [document.doc_id for document in documents]
    others = extract_all([*documents[:3], *documents[4:]], LEXICON)
    assert tables["figures"].equals(others["figures"])


def test_an_extractor_that_raises_is_survived_in_this_process_too() -> None:
    tables = extract_all([replace(DOCUMENTS[0], text=FAULTY)], LEXICON, extract=extract_perilously)
    assert tables["rejects"]["code"].to_list() == ["EXTRACTOR_CRASH"]


def test_what_is_known_is_not_extracted_again(cache: Cache) -> None:
    before = extract_all(DOCUMENTS, LEXICON, cache=cache)
    forbidden = partial(_refuse, {document.doc_id for document in DOCUMENTS})
    assert same(extract_all(DOCUMENTS, LEXICON, cache=cache, extract=forbidden), before)


@pytest.mark.parametrize(
    "change",
    [
        pytest.param({"text": "Oslo has 12 lakes."}, id="text"),
        pytest.param({"sha256": "f" * 64}, id="bytes"),
        pytest.param({"title": "Lakes"}, id="provenance"),
        pytest.param({"doc_id": "0031.txt"}, id="name"),
    ],
)
def test_what_changed_is_extracted_again_and_nothing_else(cache: Cache, change: dict[str, str]) -> None:
    extract_all(DOCUMENTS, LEXICON, cache=cache)
    changed = replace(DOCUMENTS[3], **change)
    documents = [*DOCUMENTS[:3], changed, *DOCUMENTS[4:]]
    forbidden = partial(_refuse, {document.doc_id for document in documents if document is not changed})
    tables = extract_all(documents, LEXICON, cache=cache, extract=forbidden)
    assert not tables["rejects"].height
    assert same(tables, extract_all(documents, LEXICON))


def test_removed_documents_leave_tables_and_cache(cache: Cache, tmp_path: Path) -> None:
    extract_all(DOCUMENTS, LEXICON, cache=cache)
    assert same(extract_all(DOCUMENTS[:2], LEXICON, cache=cache), extract_all(DOCUMENTS[:2], LEXICON))
    assert {doc_id for tables in stored(tmp_path) for doc_id in tables["documents"]["doc_id"]} == {"000.txt", "001.txt"}


def test_the_cache_stays_as_small_as_the_corpus(cache: Cache, tmp_path: Path) -> None:
    documents = DOCUMENTS
    for turn in range(8):
        documents = [*documents[1:], replace(documents[0], doc_id=f"1{turn:02}.txt")]
        extract_all(documents, LEXICON, cache=cache)
    [tables] = stored(tmp_path)
    assert sorted(tables["documents"]["doc_id"]) == sorted(document.doc_id for document in documents)


def test_another_method_starts_anew_and_forgets_the_one_before(tmp_path: Path) -> None:
    for method in ("1" * 64, "2" * 64):
        fresh = Cache(tmp_path / "cache", method)
        assert not fresh.load(DOCUMENTS)
        extract_all(DOCUMENTS, LEXICON, cache=fresh)
    assert [path.name for path in (tmp_path / "cache").iterdir()] == ["2" * 16]


@pytest.mark.parametrize("damage", ["cut", "changed", "foreign", "empty", "of another form", "a folder"])
def test_what_is_damaged_or_foreign_is_made_again(cache: Cache, tmp_path: Path, damage: str) -> None:
    before = extract_all(DOCUMENTS, LEXICON, cache=cache)
    [path] = (tmp_path / "cache").rglob("*.tables")
    content = path.read_bytes()
    match damage:
        case "cut":
            path.write_bytes(content[:-100])
        case "changed":
            path.write_bytes(content.replace(b"Oslo", b"Rome", 1))
        case "foreign":
            path.with_name("other.tables").write_bytes(content)
            path.unlink()
        case "empty":
            path.write_bytes(b"")
        case "of another form":
            path.unlink()
            cache.keep(packed({"documents": pl.DataFrame({"doc_id": ["000.txt"]})}))
        case "a folder":
            path.unlink()
            path.mkdir()
    assert not cache.load(DOCUMENTS)
    assert same(extract_all(DOCUMENTS, LEXICON, cache=cache), before)
    [path] = (tmp_path / "cache").rglob("*.tables")
    assert same(unpacked(path.read_bytes()), before)


def test_a_corpus_is_cut_into_batches_in_its_order() -> None:
    documents = [
        replace(DOCUMENTS[0], doc_id=str(at), text="x" * size) for at, size in enumerate((10, BATCH_SIZE, 7, 5))
    ]
    found = [[document.doc_id for document in batch] for batch in in_batches(documents)]
    assert found == [["0"], ["1"], ["2", "3"]]


def test_progress_is_told_with_rate_and_time_left() -> None:
    told: list[str] = []
    extract_all(DOCUMENTS, LEXICON, narrate=told.append)
    assert told[0] == "extracting from 12 documents"
    assert told[-1].startswith("extracted 12 of 12 documents, ")
    assert told[-1].endswith("KB a second, 0 s left")


def stored(folder: Path) -> list[dict[str, pl.DataFrame]]:
    return [unpacked(path.read_bytes()) for path in sorted((folder / "cache").rglob("*.tables"))]


def _refuse(known: set[str], document: Document, lexicon: object) -> object:
    assert document.doc_id not in known, "was known"
    return extract_perilously(document, LEXICON)
