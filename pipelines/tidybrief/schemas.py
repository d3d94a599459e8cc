"""One pandera model a table: the single place where a published column is described.

What belongs here: names, types, meanings, units, allowed values, keys and references. All else derives from it: Polars
and Arrow schemas, file metadata, the data dictionary, `datapackage.json`, what the Dagster UI shows.
"""

import re
from collections.abc import Callable, Mapping
from typing import Annotated, Any, Final

import pandera.polars as pa
import polars as pl
from pandera.api.polars.types import PolarsData

from tidybrief import vocabulary

SCHEMA_VERSION: Final = "1.1.0"

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


def _doc_id(*, key: bool = False, references: str | None = "documents.doc_id") -> Any:
    return column(
        "Path of the document relative to the raw folder; a member of an archive after '!/'",
        key=key,
        references=references,
        str_length={"min_value": 1},
    )


def _sentence_no() -> Any:
    return column("Sentence in which the row starts, counted from 0 in its document", ge=0)


def _start() -> Any:
    return column("Where the surface form starts in documents.text", unit="code point", ge=0)


def _end() -> Any:
    return column("Where the surface form ends in documents.text (exclusive)", unit="code point", ge=1)


def _text() -> Any:
    return column("The surface form, equal to documents.text[start:end]", str_length={"min_value": 1})


def _method() -> Any:
    return column("The rule or model that found the row", str_length={"min_value": 1})


def _confidence() -> Any:
    return column("Estimated probability that the row is right", unit="probability", ge=0, le=1)


def _entity_reference(role: str, *, nullable: bool = True) -> Any:
    return column(f"Entity id of {role}", references="entities.entity_id", nullable=nullable)


def _factuality() -> Any:
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


class Documents(Table):
    """One row per document that could be read."""

    doc_id: pl.String = _doc_id(key=True, references=None)
    sha256: pl.String = column("SHA-256 of the file's bytes", str_matches=r"^[0-9a-f]{64}$")
    media_type: pl.String = column("Media type of the file", str_length={"min_value": 1})
    title: pl.String = column("Title", nullable=True)
    author: pl.String = column("Author", nullable=True)
    publisher: pl.String = column("Publisher", nullable=True)
    published_on: pl.Date = column("Day of publication", nullable=True)
    published_on_source: pl.String = column(
        "How the day of publication is known", one_of=vocabulary.PUBLISHED_ON_SOURCES, nullable=True
    )
    url: pl.String = column("Address the document came from", nullable=True)
    licence: pl.String = column("Licence of the document", nullable=True)
    language: pl.String = column("Language of the text, ISO 639-1", str_matches=r"^[a-z]{2}$", nullable=True)
    char_count: pl.Int32 = column("Length of the text", unit="code point", ge=1)
    sentence_count: pl.Int32 = column("Number of rows in sentences", unit="sentence", ge=0)
    text: pl.String = column("The decoded text with newlines as \\n", str_length={"min_value": 1})
    derived_from: pl.String = column("The document that this one repeats", references="documents.doc_id", nullable=True)
    source_group: pl.String = column(
        "Documents that may share an origin have the same group: the doc_id of its first member",
        references="documents.doc_id",
    )

    @holds("char_count is not the length of text")
    def counts_its_characters(cls) -> pl.Expr:  # noqa: N805 - pandera makes it a class method
        return pl.col("char_count") == pl.col("text").str.len_chars()


class Sentences(Spanned):
    """One row per sentence, heading, list item or piece of page furniture."""

    doc_id: pl.String = _doc_id(key=True)
    sentence_no: pl.Int32 = column("Number of the sentence, counted from 0 in its document", key=True, ge=0)
    start: pl.Int32 = _start()
    end: pl.Int32 = _end()
    text: pl.String = _text()
    page: pl.Int32 = column("Page, where the format has pages", ge=1, nullable=True)
    section: pl.String = column("Heading path, ' › ' between levels; empty above the first heading")
    kind: pl.String = column("What the sentence is on its page", one_of=vocabulary.SENTENCE_KINDS)
    factuality: pl.String = column(
        "How the sentence puts what it says; null where it states nothing",
        one_of=vocabulary.FACTUALITIES,
        nullable=True,
    )


class Entities(Table):
    """One row per real-world thing that the documents name."""

    entity_id: pl.String = column("Stable slug of type and canonical name", key=True, str_matches=r"^[a-z]+:.+$")
    name: pl.String = column("Canonical name: the fullest well-known form", str_length={"min_value": 1})
    type: pl.String = column("What kind of thing it is", one_of=vocabulary.ENTITY_TYPES)
    aliases: Annotated[pl.List, pl.String] = column("Other forms that the documents use, sorted")
    external_id: pl.String = column("Identifier in a public register, as the lexicon states it", nullable=True)
    mention_count: pl.Int32 = column("Number of mentions", unit="mention", ge=0)
    document_count: pl.Int32 = column("Number of documents that name it", unit="document", ge=0)

    @holds("aliases is a list with gaps")
    def aliases_without_gaps(cls) -> pl.Expr:  # noqa: N805 - pandera makes it a class method
        return ~pl.col("aliases").list.eval(pl.element().is_null()).list.any()


class Mentions(Spanned):
    """One row per occurrence of an entity."""

    doc_id: pl.String = _doc_id(key=True)
    sentence_no: pl.Int32 = _sentence_no()
    start: pl.Int32 = column("Where the surface form starts in documents.text", unit="code point", key=True, ge=0)
    end: pl.Int32 = column(
        "Where the surface form ends in documents.text (exclusive)", unit="code point", key=True, ge=1
    )
    text: pl.String = _text()
    entity_id: pl.String = _entity_reference("the thing named", nullable=False)
    type: pl.String = column("What kind of thing it is here", one_of=vocabulary.ENTITY_TYPES)
    form: pl.String = column("How it is named here", one_of=vocabulary.MENTION_FORMS)
    method: pl.String = _method()
    confidence: pl.Float32 = _confidence()


class Figures(Spanned):
    """One row per quantity that a document states about the world."""

    figure_id: pl.String = column("Stable while its sentence is unchanged", key=True)
    doc_id: pl.String = _doc_id()
    sentence_no: pl.Int32 = _sentence_no()
    start: pl.Int32 = _start()
    end: pl.Int32 = _end()
    text: pl.String = _text()
    kind: pl.String = column("What kind of quantity it is", one_of=vocabulary.FIGURE_KINDS)
    value: pl.Float64 = column("Number with its magnitude applied; the low end of a range", unit="see unit")
    value_high: pl.Float64 = column("High end of a range; null otherwise", unit="see unit", nullable=True)
    unit: pl.String = column(
        "ISO 4217 code, 'percent', 'times', 'rank', a physical unit, or the counted noun in the singular",
        str_length={"min_value": 1},
    )
    qualifier: pl.String = column("How exact the source is", one_of=vocabulary.QUALIFIERS)
    subject_id: pl.String = _entity_reference("who or what the figure is about")
    subject: pl.String = column("Who or what the figure is about", nullable=True)
    indicator: pl.String = column("What is measured, in the words of the text", nullable=True)
    time_start: pl.Date = column("First day of the period; null where open or unstated", nullable=True)
    time_end: pl.Date = column("Last day of the period; null where open or unstated", nullable=True)
    attributed_to_id: pl.String = _entity_reference("the source that the text names")
    attributed_to: pl.String = column("The source that the text names", nullable=True)
    of_total: pl.Float64 = column("Value of the stated whole this is a part of", unit="see unit", nullable=True)
    factuality: pl.String = _factuality()
    method: pl.String = _method()
    confidence: pl.Float32 = _confidence()

    @holds("value is not a finite number")
    def finite_value(cls) -> pl.Expr:  # noqa: N805 - pandera makes it a class method
        return pl.col("value").is_finite()

    @holds("value_high is not a finite number")
    def finite_value_high(cls) -> pl.Expr:  # noqa: N805 - pandera makes it a class method
        return pl.col("value_high").is_finite()

    @holds("of_total is not a finite number")
    def finite_of_total(cls) -> pl.Expr:  # noqa: N805 - pandera makes it a class method
        return pl.col("of_total").is_finite()

    @holds("value_high is below value")
    def low_end_first(cls) -> pl.Expr:  # noqa: N805 - pandera makes it a class method
        return pl.col("value") <= pl.col("value_high")

    @holds("time_end is before time_start")
    def period_in_order(cls) -> pl.Expr:  # noqa: N805 - pandera makes it a class method
        return pl.col("time_start") <= pl.col("time_end")


class Dates(Spanned):
    """One row per temporal expression."""

    date_id: pl.String = column("Stable while its sentence is unchanged", key=True)
    doc_id: pl.String = _doc_id()
    sentence_no: pl.Int32 = _sentence_no()
    start: pl.Int32 = _start()
    end: pl.Int32 = _end()
    text: pl.String = _text()
    date_start: pl.Date = column("First day of the period; null where it cannot be resolved", nullable=True)
    date_end: pl.Date = column("Last day of the period; null where it cannot be resolved", nullable=True)
    precision: pl.String = column("How fine the expression is", one_of=vocabulary.DATE_PRECISIONS)
    role: pl.String = column("How the time bears on what is told", one_of=vocabulary.DATE_ROLES)
    method: pl.String = _method()
    confidence: pl.Float32 = _confidence()

    @holds("date_end is before date_start")
    def period_in_order(cls) -> pl.Expr:  # noqa: N805 - pandera makes it a class method
        return pl.col("date_start") <= pl.col("date_end")


class Relations(Spanned):
    """One row per triple that a sentence states."""

    relation_id: pl.String = column("Stable while its sentence is unchanged", key=True)
    subject_id: pl.String = _entity_reference("the subject", nullable=False)
    predicate: pl.String = column("What holds between subject and object", one_of=vocabulary.PREDICATES)
    object_id: pl.String = _entity_reference("the object; null for a literal")
    object: pl.String = column("Canonical name of the object, or the words of the text", str_length={"min_value": 1})
    doc_id: pl.String = _doc_id()
    sentence_no: pl.Int32 = _sentence_no()
    start: pl.Int32 = column("Where the evidence starts in documents.text", unit="code point", ge=0)
    end: pl.Int32 = column("Where the evidence ends in documents.text (exclusive)", unit="code point", ge=1)
    attributed_to_id: pl.String = _entity_reference("the source that the text names")
    attributed_to: pl.String = column("The source that the text names", nullable=True)
    factuality: pl.String = _factuality()
    method: pl.String = _method()
    confidence: pl.Float32 = _confidence()


class Evidenced(Table):
    """A table whose rows rest on several places in documents."""

    @holds("fewer than two places are evidence")
    def rests_on_two(cls) -> pl.Expr:  # noqa: N805 - pandera makes it a class method
        return pl.col("evidence").list.len() >= 2

    @holds("evidence is a list with gaps")
    def evidence_without_gaps(cls) -> pl.Expr:  # noqa: N805 - pandera makes it a class method
        return ~pl.col("evidence").list.eval(pl.element().is_null()).list.any()


class DocumentPairs(Evidenced):
    """One row per two documents that may share an origin, and reason to think so."""

    pair_id: pl.String = column("Stable while the documents keep their names", key=True)
    doc_id: pl.String = _doc_id()
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


class Comparisons(Evidenced):
    """One row per point on which two or more documents speak."""

    comparison_id: pl.String = column("Stable while the point and its evidence are unchanged", key=True)
    subject_id: pl.String = _entity_reference("who or what the point is about", nullable=False)
    attribute: pl.String = column("What is compared: an indicator or a predicate", str_length={"min_value": 1})
    verdict: pl.String = column("What the documents say together", one_of=vocabulary.VERDICTS)
    support: pl.String = column("How many independent sources stand behind it", one_of=vocabulary.SUPPORTS)
    source_groups: pl.Int32 = column("Independent groups of documents that speak", unit="group", ge=1)
    evidence: Annotated[pl.List, EVIDENCE] = column("The rows compared, each with its place and its value as text")
    note: pl.String = column("The alignment and the reason of the verdict, in a sentence", nullable=True)


class Rejects(Table):
    """One row per input, or per row, that was not published."""

    doc_id: pl.String = _doc_id(references=None)
    stage: pl.String = column("Where it was turned away", one_of=vocabulary.REJECT_STAGES)
    code: pl.String = column("Machine-readable reason", one_of=vocabulary.REJECT_CODES)
    message: pl.String = column("What is wrong", str_length={"min_value": 1})
    remedy: pl.String = column("What the user can do", str_length={"min_value": 1})
    row: pl.String = column("The rejected row as JSON", nullable=True)


TABLES: Final[Mapping[str, type[Table]]] = {
    re.sub(r"(?<=[a-z])(?=[A-Z])", "_", model.__name__).lower(): model
    for model in (
        Documents,
        Sentences,
        Entities,
        Mentions,
        Figures,
        Dates,
        Relations,
        DocumentPairs,
        Comparisons,
        Rejects,
    )
}
"""Every published table by its name, which is also its asset key and its file's stem; in the order of the corridor."""
