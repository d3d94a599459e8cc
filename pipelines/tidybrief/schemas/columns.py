"""How a table is declared.

What belongs here: what columns and rules are made of, the columns that many tables have, and what kinds of table have
in common. The tables stand in the other modules.
"""

from collections.abc import Callable, Mapping
from typing import Any, Final

import pandera.polars as pa
import polars as pl
from pandera.api.polars.types import PolarsData

from tidybrief import vocabulary

EVIDENCE: Final = pl.Struct(
    {
        "row_id": pl.String,
        "doc_id": pl.String,
        "start": pl.Int32,
        "end": pl.Int32,
        "value": pl.String,
        "text": pl.String,
    }
)
SHARED_PASSAGE: Final = pl.Struct(
    {"doc_id": pl.String, "start": pl.Int32, "end": pl.Int32, "value": pl.String, "text": pl.String}
)


def column(
    description: str,
    *,
    unit: str | None = None,
    key: bool = False,
    references: str | None = None,
    one_of: Mapping[str, str] | tuple[str, ...] | None = None,
    nullable: bool = False,
    **checks: Any,
) -> Any:
    """A pandera field that also carries what the column means.

    `key` marks a part of the primary key, `references` the "table.column" a value must exist in, `unit` what a number
    counts. `one_of` closes the vocabulary. Other keywords are pandera's own checks.
    """
    if one_of is not None:
        checks["isin"] = list(one_of)
    return pa.Field(
        description=description,
        nullable=nullable,
        metadata={"unit": unit, "key": key, "references": references},
        **checks,
    )


def doc_id_column(*, key: bool = False, references: str | None = "documents.doc_id") -> Any:
    return column(
        "Path of the document relative to the raw folder; a member of an archive after '!/'",
        key=key,
        references=references,
        str_length={"min_value": 1},
    )


def origin_column(fact: str) -> Any:
    return column(f"Where {fact} was found", one_of=vocabulary.FACT_ORIGINS, nullable=True)


def sentence_no_column() -> Any:
    return column("Sentence in which the row starts, counted from 0 in its document", ge=0)


def start_column() -> Any:
    return column("Where the surface form starts in documents.text", unit="code point", ge=0)


def end_column() -> Any:
    return column("Where the surface form ends in documents.text (exclusive)", unit="code point", ge=1)


def text_column() -> Any:
    return column("The surface form, equal to documents.text[start:end]", str_length={"min_value": 1})


def method_column() -> Any:
    return column("The rule or model that found the row", str_length={"min_value": 1})


def confidence_column(right: str = "the row is right") -> Any:
    return column(f"Estimated probability that {right}", unit="probability", ge=0, le=1)


def entity_reference(role: str, *, nullable: bool = True) -> Any:
    return column(f"Entity id of {role}", references="entities.entity_id", nullable=nullable)


def factuality_column() -> Any:
    return column("How the sentence puts what it says", one_of=vocabulary.FACTUALITIES)


def holds(told: str) -> Callable[[Callable[..., pl.Expr]], Any]:
    """Declares a rule between the columns of a row: a method that gives the expression which is true of a good row.

    `told` is said of a row where it is not. A null result counts as good: presence is a rule of the column.
    """

    def declare(rule: Callable[..., pl.Expr]) -> Any:
        def check(cls: type[pa.DataFrameModel], data: PolarsData) -> pl.LazyFrame:
            return data.lazyframe.select(rule(cls).fill_null(value=True))

        return pa.dataframe_check(error=told)(check)

    return declare


class Table(pa.DataFrameModel):
    """What all tables have in common: the columns declared, all of them, in this order, and no others."""

    class Config:
        strict = True
        ordered = True


class Spanned(Table):
    """A table whose rows have a place in a document."""

    @holds("end is not after start")
    def start_before_end(cls) -> pl.Expr:  # noqa: N805 - pandera makes it a class method
        return pl.col("start") < pl.col("end")


class Evidenced(Table):
    """A table whose rows rest on places in documents."""

    @holds("nothing is evidence")
    def rests_on_something(cls) -> pl.Expr:  # noqa: N805 - pandera makes it a class method
        return pl.col("evidence").list.len() >= 1

    @holds("evidence is a list with gaps")
    def evidence_without_gaps(cls) -> pl.Expr:  # noqa: N805 - pandera makes it a class method
        return ~pl.col("evidence").list.eval(pl.element().is_null()).list.any()


class Compared(Evidenced):
    """A table whose rows hold two or more places against each other."""

    @holds("fewer than two places are evidence")
    def compares_two(cls) -> pl.Expr:  # noqa: N805 - pandera makes it a class method
        return pl.col("evidence").list.len() >= 2
