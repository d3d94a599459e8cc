"""Where one row comes from.

What belongs here: for the id of a figure, relation, comparison, derived figure, pair of documents or entity: what it
says, the quotes it rests on, how words became values, the rule, the support, and what it was compared with.
"""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any, Final

import polars as pl

from tidybrief import vocabulary
from tidybrief.corpus.measured import in_digits, period_in_words, value_in_words

_CONTEXT: Final = 160
_MOST_QUOTES: Final = 20
_KEYS: Final[Mapping[str, str]] = {
    "figures": "figure_id",
    "relations": "relation_id",
    "comparisons": "comparison_id",
    "derived_figures": "derived_id",
    "document_pairs": "pair_id",
    "entities": "entity_id",
}

Tables = Mapping[str, pl.DataFrame]
_Row = Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class Quote:
    """A place in a document, with the words before and after it."""

    doc_id: str
    start: int
    end: int
    before: str
    text: str
    after: str


@dataclass(frozen=True, slots=True)
class Explanation:
    """What is known of one row. `normalisation` are the steps from words to values; `rule` is None where none applies.

    `compared` are the comparisons that the row is evidence of: id, verdict, note.
    """

    row_id: str
    table: str
    says: str
    quotes: tuple[Quote, ...]
    normalisation: tuple[str, ...]
    rule: str | None
    confidence: float | None
    support: str | None
    compared: tuple[Mapping[str, str], ...]


def explain(tables: Tables, row_id: str) -> Explanation | None:
    """The explanation of the row with this id; None where no table has it."""
    for table, key in _KEYS.items():
        if table in tables:
            found = tables[table].filter(pl.col(key) == row_id)
            if not found.is_empty():
                return _explain(tables, table, row_id, found.row(0, named=True))
    return None


def _explain(tables: Tables, table: str, row_id: str, row: _Row) -> Explanation:
    compared = _compared(tables, row_id)
    return Explanation(
        row_id=row_id,
        table=table,
        says=_SAYS[table](row, tables),
        quotes=tuple(_quotes(tables, row)),
        normalisation=tuple(_NORMALISATION[table](row)),
        rule=row.get("method"),
        confidence=row.get("confidence"),
        support=row.get("support") or (_support(compared) if table in ("figures", "relations") else None),
        compared=tuple({name: found[name] for name in ("comparison_id", "verdict", "note")} for found in compared),
    )


def _compared(tables: Tables, row_id: str) -> list[dict[str, Any]]:
    evidence = pl.col("evidence").list.eval(pl.element().struct.field("row_id") == row_id).list.any()
    return tables["comparisons"].filter(evidence).to_dicts()


def _support(compared: list[dict[str, Any]]) -> str:
    found = {row["support"] for row in compared}
    return next((support for support in ("disputed", "corroborated") if support in found), "single_source")


def _quotes(tables: Tables, row: _Row) -> Iterator[Quote]:
    """The places that the row rests on; of an entity, where it is named first in each document."""
    if "evidence" in row:
        places = [(item["doc_id"], item["start"], item["end"]) for item in row["evidence"]]
    elif "doc_id" in row:
        places = [(row["doc_id"], row["start"], row["end"])]
    else:
        named = tables["mentions"].filter(pl.col("entity_id") == row["entity_id"]).sort("doc_id", "start")
        places = named.unique("doc_id", keep="first", maintain_order=True).select("doc_id", "start", "end").rows()
    places = places[:_MOST_QUOTES]
    documents = tables["documents"].filter(pl.col("doc_id").is_in(sorted({doc_id for doc_id, *_ in places})))
    texts = dict(documents.select("doc_id", "text").iter_rows())
    for doc_id, start, end in places:
        text = texts[doc_id]
        before, after = text[max(0, start - _CONTEXT) : start], text[end : end + _CONTEXT]
        yield Quote(doc_id, start, end, before, text[start:end], after)


def _figure(row: _Row, _: Tables) -> str:
    about = f"“{row['indicator'] or row['kind']}” of {row['subject'] or 'an unnamed subject'}"
    by = f", according to {row['attributed_to']}" if row["attributed_to"] else ""
    return f"{about}{period_in_words((row['time_start'], row['time_end']))}: {value_in_words(row)}{by}."


def _relation(row: _Row, tables: Tables) -> str:
    [name] = tables["entities"].filter(pl.col("entity_id") == row["subject_id"])["name"]
    by = f", according to {row['attributed_to']}" if row["attributed_to"] else ""
    return f"{name} · {row['predicate']} · {row['object']}{by}."


def _entity(row: _Row, _: Tables) -> str:
    register = f", {row['external_id']} in a public register" if row["external_id"] else ""
    mentions, documents = (
        f"{row[f'{of}_count']:,} {of}{'s' * (row[f'{of}_count'] != 1)}" for of in ("mention", "document")
    )
    return f"{row['name']} ({row['type']}{register}): {mentions} in {documents}."


def _derived(row: _Row, _: Tables) -> str:
    return f"{row['formula']}: {in_digits(row['value'])} {row['unit']}. This is computed, and stated by no source."


def _steps_of_figure(row: _Row) -> Iterator[str]:
    yield f"“{row['text']}” → {in_digits(row['value'])}: the number with its magnitude"
    if row["value_high"] is not None:
        yield f"a range, up to {in_digits(row['value_high'])}"
    yield f"unit {row['unit']}: {vocabulary.FIGURE_KINDS[row['kind']]}"
    yield f"{row['qualifier']}: {vocabulary.QUALIFIERS[row['qualifier']]}"
    if row["subject_id"]:
        yield f"subject {row['subject']} → {row['subject_id']}"
    if row["time_start"] or row["time_end"]:
        yield f"period{period_in_words((row['time_start'], row['time_end']))}"
    if row["of_total"] is not None:
        yield f"part of a stated whole of {in_digits(row['of_total'])}"
    yield f"{row['factuality']}: {vocabulary.FACTUALITIES[row['factuality']]}"


def _steps_of_relation(row: _Row) -> Iterator[str]:
    yield f"{row['predicate']}: {vocabulary.PREDICATES[row['predicate']]}"
    yield f"object {row['object']} → {row['object_id'] or 'a literal, as the text words it'}"
    yield f"{row['factuality']}: {vocabulary.FACTUALITIES[row['factuality']]}"


def _steps_of_comparison(row: _Row) -> Iterator[str]:
    for item in row["evidence"]:
        yield f"“{item['text']}” in {item['doc_id']} → {item['value']}"
    yield f"{row['verdict']}: {vocabulary.VERDICTS[row['verdict']]}"
    yield f"{row['support']}: {vocabulary.SUPPORTS[row['support']]} (independent groups: {row['source_groups']})"


_SAYS: Final[Mapping[str, Callable[[_Row, Tables], str]]] = {
    "figures": _figure,
    "relations": _relation,
    "comparisons": lambda row, _: str(row["note"] or row["attribute"]),
    "derived_figures": _derived,
    "document_pairs": lambda row, _: f"{row['doc_id']} and {row['other_doc_id']}: {row['note']}",
    "entities": _entity,
}
_NORMALISATION: Final[Mapping[str, Callable[[_Row], Iterator[str]]]] = {
    "figures": _steps_of_figure,
    "relations": _steps_of_relation,
    "comparisons": _steps_of_comparison,
    "derived_figures": lambda row: iter((row["formula"], row["calculation"])),
    "document_pairs": lambda row: iter((f"{row['kind']}: {vocabulary.PAIR_KINDS[row['kind']]}",)),
    "entities": lambda row: (f"also “{alias}”" for alias in row["aliases"]),
}
