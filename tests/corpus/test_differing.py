"""Which rows of two publications are held against each other."""

import polars as pl

from tidybrief import corpus
from tidybrief.corpus import Edition
from tidybrief.corpus.differing import differing_points
from told import Told, tables

KEPT = "Loomworks employs 90 people.\nThreadly counted 30 customers."
NAMES = {"Loomworks": "ORG", "Threadly": "ORG"}


def edition(*staff: tuple[str, int]) -> Edition:
    documents = [Told("kept", KEPT, NAMES).figure("30", 30, "customer", "Threadly", "customers")]
    documents[0].figure("90", 90, "person", "Loomworks", "employees")
    for doc_id, number in staff:
        text = f"Loomworks employs {number} people."
        documents.append(Told(doc_id, text, {"Loomworks": "ORG"}))
        documents[-1].figure(str(number), number, "person", "Loomworks", "employees")
    linked = corpus.link(tables(*documents))
    return Edition({**linked, "comparisons": corpus.compare(linked)})


def subjects(one: Edition) -> set[str]:
    return set(one.tables["figures"]["subject"])


def test_rows_about_what_nothing_differs_on_are_left_out() -> None:
    before, after = differing_points(edition(("a", 91)), edition(("a", 92)))
    assert subjects(before) == subjects(after) == {"Loomworks"}
    assert before.tables["figures"].height == after.tables["figures"].height == 2


def test_what_another_document_said_before_is_not_new() -> None:
    found = corpus.changes(edition(), edition(("a", 90)))
    assert found.filter(pl.col("kind") == "figure").is_empty()
