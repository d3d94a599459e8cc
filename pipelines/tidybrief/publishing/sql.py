"""The publication for who speaks SQL: `views.sql`, in DuckDB's dialect.

What belongs here: views over the Parquet files, what they and their columns mean as comments, and joins that everybody
needs. What columns mean comes from `dictionary`.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Final

from tidybrief import dictionary

VIEWS: Final = "views.sql"
_OF_DOCUMENT: Final = "d.title, d.publisher, d.published_on, d.url, d.source_group"
_SENTENCE: Final = "JOIN sentences AS s USING (doc_id, sentence_no) JOIN documents AS d USING (doc_id)"


@dataclass(frozen=True, slots=True)
class Join:
    """A view over several tables: what a row of it is, and the query."""

    meaning: str
    tables: tuple[str, ...]
    query: str


def _quoted(table: str, alias: str) -> Join:
    return Join(
        f"{table} with the sentence that says it and the document it stands in",
        (table, "sentences", "documents"),
        f"SELECT {alias}.*, s.text AS quote, s.section, {_OF_DOCUMENT} FROM {table} AS {alias} {_SENTENCE}",
    )


JOINS: Final[Mapping[str, Join]] = {
    "figures_with_quotes": _quoted("figures", "f"),
    "dates_with_quotes": _quoted("dates", "t"),
    "relations_with_quotes": _quoted("relations", "r"),
    "mentions_with_names": Join(
        "mentions with the canonical name, and the document they stand in",
        ("mentions", "entities", "documents"),
        f"SELECT m.*, e.name, e.external_id, {_OF_DOCUMENT} "
        "FROM mentions AS m JOIN entities AS e USING (entity_id) JOIN documents AS d USING (doc_id)",
    ),
    "compared_places": Join(
        "comparisons, a row for each place that is held against the others",
        ("comparisons", "documents"),
        "SELECT c.comparison_id, c.subject_id, c.attribute, c.verdict, c.support, c.note, "
        f"e.row_id, e.doc_id, e.start, e.end, e.value, e.text AS quote, {_OF_DOCUMENT} "
        "FROM (SELECT *, unnest(evidence) AS e FROM comparisons) AS c JOIN documents AS d ON d.doc_id = e.doc_id",
    ),
}


def views(tables: Iterable[str], run_id: str) -> str:
    """The statements that make a view of each of these tables and of what joins them, in a folder of the files."""
    tables = list(tables)
    lines = [
        f"-- Views over publication {run_id}. In the folder of the publication: duckdb -init {VIEWS}",
        *(f"CREATE OR REPLACE VIEW {name} AS SELECT * FROM read_parquet('{name}.parquet');" for name in tables),
        *comments(tables, "VIEW"),
        *joins(tables),
    ]
    return "\n".join(lines) + "\n"


def comments(tables: Iterable[str], kind: str) -> Iterator[str]:
    """The statements that say of each table and column what it means; `kind` is TABLE or VIEW."""
    for name in tables:
        described = dictionary.describe(name)
        yield f"COMMENT ON {kind} {name} IS {literal(described.description)};"
        for column in described.columns:
            unit = f" [{column.unit}]" if column.unit else ""
            yield f'COMMENT ON COLUMN {name}."{column.name}" IS {literal(column.description + unit)};'


def joins(tables: Iterable[str]) -> Iterator[str]:
    """The statements that make the joins for which all tables are there."""
    present = set(tables)
    for name, join in JOINS.items():
        if present.issuperset(join.tables):
            yield f"CREATE OR REPLACE VIEW {name} AS {join.query};"
            yield f"COMMENT ON VIEW {name} IS {literal(join.meaning)};"


def literal(text: str) -> str:
    """The text as SQL has it."""
    return "'" + text.replace("'", "''") + "'"
