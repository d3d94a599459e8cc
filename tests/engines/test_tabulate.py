"""Records become columns: the same values, in the order of documents, under ids that outlive other sentences."""

from dataclasses import fields, replace

import pytest

from sample_documents import DOCUMENTS
from tidybrief import dictionary
from tidybrief.engines.tabulate import tabulate
from tidybrief.extraction import extract
from tidybrief.lexicon import load_lexicon
from tidybrief.reading import Document

OF_DOCUMENTS = [
    Document(doc_id, "0" * 64, "text/plain", text, language="en") for doc_id, text in reversed(DOCUMENTS.items())
]
EXTRACTIONS = [(document, extract(document, load_lexicon())) for document in OF_DOCUMENTS]
TABLES = tabulate(EXTRACTIONS)


def test_the_columns_are_those_of_the_contract() -> None:
    extracted = {"documents", "sentences", "entities", "mentions", "figures", "dates", "relations", "rejects"}
    assert TABLES.keys() == extracted | {"signatures"}
    for name in extracted - {"entities"}:
        assert TABLES[name].schema == dictionary.polars_schema(name)
    assert TABLES["entities"].columns == ["doc_id", *dictionary.polars_schema("entities")]


@pytest.mark.parametrize("layer", ["sentences", "entities", "mentions", "figures", "dates", "relations"])
def test_every_record_is_a_row(layer: str) -> None:
    in_order = sorted(EXTRACTIONS, key=lambda pair: pair[0].doc_id)
    records = [(document.doc_id, record) for document, told in in_order for record in getattr(told, layer)]
    names = [
        field.name
        for field in fields(records[0][1])
        if field.name != "aliases" and not field.name.endswith("confidence")
    ]
    rows = [tuple(getattr(record, name) for name in names) for _, record in records]
    assert TABLES[layer].select(names).rows() == rows
    assert TABLES[layer]["doc_id"].to_list() == [doc_id for doc_id, _ in records]


def test_documents_are_described() -> None:
    assert TABLES["documents"].select("doc_id", "text").rows() == [
        (name, DOCUMENTS[name]) for name in sorted(DOCUMENTS)
    ]
    sentences = {document.doc_id: len(told.sentences) for document, told in EXTRACTIONS}
    for row in TABLES["documents"].iter_rows(named=True):
        assert row["char_count"] == len(DOCUMENTS[row["doc_id"]])
        assert row["sentence_count"] == sentences[row["doc_id"]]


def test_ids_outlive_a_change_elsewhere_and_tell_repetitions_apart() -> None:
    [document] = [document for document in OF_DOCUMENTS if document.doc_id == "wire.txt"]
    changed = replace(document, text=f"{document.text}It was founded in 2019. It was founded in 2019.\n")
    before, after = (tabulate([(told, extract(told, load_lexicon()))])["dates"] for told in (document, changed))
    assert set(before["date_id"]) < set(after["date_id"])
    assert after["date_id"].n_unique() == after.height
