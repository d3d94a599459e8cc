"""The tables of what documents say together, and of what follows from it."""

from typing import Annotated

import polars as pl

from tidybrief import vocabulary
from tidybrief.schemas.columns import (
    EVIDENCE,
    SHARED_PASSAGE,
    Compared,
    Evidenced,
    Table,
    column,
    doc_id_column,
    entity_reference,
    holds,
)


class DocumentPairs(Compared):
    """One row per two documents that may share an origin, and reason to think so."""

    pair_id: pl.String = column("Stable while the documents keep their names", key=True)
    doc_id: pl.String = doc_id_column()
    other_doc_id: pl.String = column("The other document", references="documents.doc_id")
    kind: pl.String = column("What they have in common", one_of=vocabulary.PAIR_KINDS)
    strength: pl.String = column("What may follow from it", one_of=vocabulary.PAIR_STRENGTHS)
    similarity: pl.Float32 = column("How much of what is looked at they share", unit="share", ge=0, le=1)
    evidence: Annotated[pl.List, SHARED_PASSAGE] = column(
        "Sentences of both that show it, a few, each with what it has in common with one of the other document"
    )
    note: pl.String = column("The judgement in a sentence", str_length={"min_value": 1})

    @holds("a document is paired with itself")
    def pairs_two(cls) -> pl.Expr:  # noqa: N805 - pandera makes it a class method
        return pl.col("doc_id") != pl.col("other_doc_id")


class Comparisons(Compared):
    """One row per point on which two or more documents speak."""

    comparison_id: pl.String = column("Stable while the point and its evidence are unchanged", key=True)
    subject_id: pl.String = entity_reference("who or what the point is about", nullable=False)
    attribute: pl.String = column("What is compared: an indicator or a predicate", str_length={"min_value": 1})
    verdict: pl.String = column("What the documents say together", one_of=vocabulary.VERDICTS)
    support: pl.String = column("How many independent sources stand behind it", one_of=vocabulary.SUPPORTS)
    source_groups: pl.Int32 = column("Independent groups of documents that speak", unit="group", ge=1)
    evidence: Annotated[pl.List, EVIDENCE] = column("The rows compared, each with its place and its value as text")
    note: pl.String = column("The alignment and the reason of the verdict, in a sentence", nullable=True)


class DerivedFigures(Evidenced):
    """One row per value that is computed from stated ones; no document states it."""

    derived_id: pl.String = column("Stable while the figures it rests on say the same", key=True)
    kind: pl.String = column("How it is computed", one_of=vocabulary.DERIVED_KINDS)
    value: pl.Float64 = column("The result", unit="see unit")
    unit: pl.String = column(
        "'percent' for a share, 'times' for a ratio; for a difference the unit of its figures, or 'percentage point'",
        str_length={"min_value": 1},
    )
    qualifier: pl.String = column("How exact it is, given its figures", one_of=vocabulary.QUALIFIERS)
    subject_id: pl.String = entity_reference("who or what it is about")
    subject: pl.String = column("Who or what it is about", nullable=True)
    indicator: pl.String = column("What is measured, in the words of the first figure", nullable=True)
    formula: pl.String = column("What is computed from what, in words", str_length={"min_value": 1})
    calculation: pl.String = column("The same in numbers; the result rounded for reading", str_length={"min_value": 1})
    evidence: Annotated[pl.List, EVIDENCE] = column("The figures it rests on, in the order of the formula")
    confidence: pl.Float32 = column("Probability that all its figures are right", unit="probability", ge=0, le=1)

    @holds("value is not a finite number")
    def finite_value(cls) -> pl.Expr:  # noqa: N805 - pandera makes it a class method
        return pl.col("value").is_finite()


class Changes(Table):
    """One row per difference from the publication before, by what is said and not by where it stands."""

    change_id: pl.String = column("Stable while the difference is the same", key=True)
    kind: pl.String = column("What differs", one_of=vocabulary.CHANGED_KINDS)
    change: pl.String = column("How it differs", one_of=vocabulary.CHANGES)
    cause: pl.String = column("Where the difference comes from", one_of=vocabulary.CAUSES)
    subject: pl.String = column("Who or what it is about; null for the method", nullable=True)
    attribute: pl.String = column("Indicator with its period, predicate, or part of the method", nullable=True)
    before: pl.String = column("What was said before; null where it is new", nullable=True)
    after: pl.String = column("What is said now; null where it is gone", nullable=True)
    row_id_before: pl.String = column("Id of the row in the publication before", nullable=True)
    row_id: pl.String = column("Id of the row in this publication", nullable=True)
    note: pl.String = column("The difference in a sentence", str_length={"min_value": 1})

    @holds("before and after do not fit the kind of change")
    def sides_fit(cls) -> pl.Expr:  # noqa: N805 - pandera makes it a class method
        is_new, is_gone = pl.col("change") == "new", pl.col("change") == "gone"
        return (pl.col("before").is_null() == is_new) & (pl.col("after").is_null() == is_gone)


class Judgements(Table):
    """One row per decision or note of an analyst, and what became of it."""

    judgement_id: pl.String = column("Stable while the judgement says the same", key=True)
    kind: pl.String = column("What is decided", one_of=vocabulary.JUDGEMENT_KINDS)
    target: pl.String = column("Id of what it refers to; null for a note about everything", nullable=True)
    terms: pl.String = column("What else it says, as JSON", nullable=True)
    who: pl.String = column("Who decided", str_length={"min_value": 1})
    decided_on: pl.Date = column("Day of the decision")
    why: pl.String = column("The reason; of a note, its text", str_length={"min_value": 1})
    status: pl.String = column("What became of it", one_of=vocabulary.JUDGEMENT_STATUSES)
    changed_rows: pl.Int32 = column("Rows that it changed", unit="row", ge=0)
