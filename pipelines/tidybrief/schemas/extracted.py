"""The tables of single documents: what each states, row by row."""

from typing import Annotated

import polars as pl

from tidybrief import vocabulary
from tidybrief.schemas.columns import (
    Spanned,
    Table,
    column,
    confidence_column,
    doc_id_column,
    end_column,
    entity_reference,
    factuality_column,
    holds,
    method_column,
    origin_column,
    sentence_no_column,
    start_column,
    text_column,
)


class Documents(Table):
    """One row per document that could be read."""

    doc_id: pl.String = doc_id_column(key=True, references=None)
    sha256: pl.String = column(
        "SHA-256 of the file's bytes; of the text, for a record of a table of texts", str_matches=r"^[0-9a-f]{64}$"
    )
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
    text: pl.String = column(
        "The text with newlines as \\n; of a format that is no text, headings, items and rows as Markdown marks them",
        str_length={"min_value": 1},
    )
    derived_from: pl.String = column("The document that this one repeats", references="documents.doc_id", nullable=True)
    source_group: pl.String = column(
        "Documents that may share an origin have the same group: the doc_id of its first member",
        references="documents.doc_id",
    )
    title_origin: pl.String = origin_column("the title")
    author_origin: pl.String = origin_column("the author")
    publisher_origin: pl.String = origin_column("the publisher")
    published_on_origin: pl.String = origin_column("the day of publication")
    url_origin: pl.String = origin_column("the address")
    licence_origin: pl.String = origin_column("the licence")

    @holds("char_count is not the length of text")
    def counts_its_characters(cls) -> pl.Expr:  # noqa: N805 - pandera makes it a class method
        return pl.col("char_count") == pl.col("text").str.len_chars()


class Sentences(Spanned):
    """One row per sentence, heading, list item or piece of page furniture."""

    doc_id: pl.String = doc_id_column(key=True)
    sentence_no: pl.Int32 = column("Number of the sentence, counted from 0 in its document", key=True, ge=0)
    start: pl.Int32 = start_column()
    end: pl.Int32 = end_column()
    text: pl.String = text_column()
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

    doc_id: pl.String = doc_id_column(key=True)
    sentence_no: pl.Int32 = sentence_no_column()
    start: pl.Int32 = column("Where the surface form starts in documents.text", unit="code point", key=True, ge=0)
    end: pl.Int32 = column(
        "Where the surface form ends in documents.text (exclusive)", unit="code point", key=True, ge=1
    )
    text: pl.String = text_column()
    entity_id: pl.String = entity_reference("the thing named", nullable=False)
    type: pl.String = column("What kind of thing it is here", one_of=vocabulary.ENTITY_TYPES)
    form: pl.String = column("How it is named here", one_of=vocabulary.MENTION_FORMS)
    method: pl.String = method_column()
    confidence: pl.Float32 = confidence_column()


class Figures(Spanned):
    """One row per quantity that a document states about the world."""

    figure_id: pl.String = column("Stable while its sentence is unchanged", key=True)
    doc_id: pl.String = doc_id_column()
    sentence_no: pl.Int32 = sentence_no_column()
    start: pl.Int32 = start_column()
    end: pl.Int32 = end_column()
    text: pl.String = text_column()
    kind: pl.String = column("What kind of quantity it is", one_of=vocabulary.FIGURE_KINDS)
    value: pl.Float64 = column("Number with its magnitude applied; the low end of a range", unit="see unit")
    value_high: pl.Float64 = column("High end of a range; null otherwise", unit="see unit", nullable=True)
    unit: pl.String = column(
        "ISO 4217 code, 'percent', 'times', 'rank', a physical unit, or the counted noun in the singular",
        str_length={"min_value": 1},
    )
    qualifier: pl.String = column("How exact the source is", one_of=vocabulary.QUALIFIERS)
    subject_id: pl.String = entity_reference("who or what the figure is about")
    subject: pl.String = column("Who or what the figure is about", nullable=True)
    indicator: pl.String = column("What is measured, in the words of the text", nullable=True)
    time_start: pl.Date = column("First day of the period; null where open or unstated", nullable=True)
    time_end: pl.Date = column("Last day of the period; null where open or unstated", nullable=True)
    attributed_to_id: pl.String = entity_reference("the source that the text names")
    attributed_to: pl.String = column("The source that the text names", nullable=True)
    of_total: pl.Float64 = column("Value of the stated whole this is a part of", unit="see unit", nullable=True)
    factuality: pl.String = factuality_column()
    method: pl.String = method_column()
    confidence: pl.Float32 = confidence_column("value, unit and qualifier are right")
    subject_confidence: pl.Float32 = confidence_column("the subject, or that there is none, is right")
    indicator_confidence: pl.Float32 = confidence_column("the indicator, or that there is none, is right")

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
    doc_id: pl.String = doc_id_column()
    sentence_no: pl.Int32 = sentence_no_column()
    start: pl.Int32 = start_column()
    end: pl.Int32 = end_column()
    text: pl.String = text_column()
    date_start: pl.Date = column("First day of the period; null where it cannot be resolved", nullable=True)
    date_end: pl.Date = column("Last day of the period; null where it cannot be resolved", nullable=True)
    precision: pl.String = column("How fine the expression is", one_of=vocabulary.DATE_PRECISIONS)
    role: pl.String = column("How the time bears on what is told", one_of=vocabulary.DATE_ROLES)
    method: pl.String = method_column()
    confidence: pl.Float32 = confidence_column()

    @holds("date_end is before date_start")
    def period_in_order(cls) -> pl.Expr:  # noqa: N805 - pandera makes it a class method
        return pl.col("date_start") <= pl.col("date_end")


class Relations(Spanned):
    """One row per triple that a sentence states."""

    relation_id: pl.String = column("Stable while its sentence is unchanged", key=True)
    subject_id: pl.String = entity_reference("the subject", nullable=False)
    predicate: pl.String = column("What holds between subject and object", one_of=vocabulary.PREDICATES)
    object_id: pl.String = entity_reference("the object; null for a literal")
    object: pl.String = column("Canonical name of the object, or the words of the text", str_length={"min_value": 1})
    doc_id: pl.String = doc_id_column()
    sentence_no: pl.Int32 = sentence_no_column()
    start: pl.Int32 = column("Where the evidence starts in documents.text", unit="code point", ge=0)
    end: pl.Int32 = column("Where the evidence ends in documents.text (exclusive)", unit="code point", ge=1)
    attributed_to_id: pl.String = entity_reference("the source that the text names")
    attributed_to: pl.String = column("The source that the text names", nullable=True)
    factuality: pl.String = factuality_column()
    method: pl.String = method_column()
    confidence: pl.Float32 = confidence_column()


class Rejects(Table):
    """One row per input, or per row, that was not published."""

    doc_id: pl.String = doc_id_column(references=None)
    stage: pl.String = column("Where it was turned away", one_of=vocabulary.REJECT_STAGES)
    code: pl.String = column("Machine-readable reason", one_of=vocabulary.REJECT_CODES)
    message: pl.String = column("What is wrong", str_length={"min_value": 1})
    remedy: pl.String = column("What the user can do", str_length={"min_value": 1})
    row: pl.String = column("The rejected row as JSON", nullable=True)
