"""Documents that tell the same in other words.

What belongs here: what two documents share that two writers hardly come upon independently: a private person, a
quotation, several particular names and figures in the same order. What everybody writes about (offices, organisations,
well-known names, round numbers) is no sign of a common origin.
"""

import re
from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from functools import lru_cache
from typing import Any, Final

import polars as pl

from tidybrief.corpus.grouping import rows_by
from tidybrief.corpus.pairs import DERIVATIVE, RELATED, Pair, SharedPoint
from tidybrief.corpus.words import content_words
from tidybrief.lexicon import Lexicon

_MOST_DOCUMENTS: Final = 4
_TELLING: Final = ("person", "quotation", "long quotation")
_WEIGHTS: Final[Mapping[str, float]] = {
    "person": 2.0,
    "quotation": 1.5,
    "long quotation": 2.0,
    "name": 0.5,
    "figure": 0.5,
}
_SAME_WORDS: Final = 1.0
_ENOUGH: Final = 3.0
_RETOLD: Final = 5.0
_STRONG: Final = 2.0
_POINTS_IN_ORDER: Final = 6
_IN_ORDER: Final = 0.8
_SHARED_WORDS: Final = 2
_QUOTATION: Final = r"[“\"]([^“”\"\n]{30,400})[”\"]"
_WORDS_OF_A_QUOTATION: Final = 6
_WORDS_OF_A_LONG_ONE: Final = 12
_TELLING_DIGITS: Final = 2
_DIGITS_WITHOUT_A_UNIT: Final = 4
_FEWEST_FIGURES: Final = 3
_SHARED_FIGURES: Final = 0.5
_FORTUNE: Final = 1e6


def retellings(tables: Mapping[str, pl.DataFrame], lexicon: Lexicon) -> Iterator[Pair]:
    """Pairs of documents that share enough of what is particular; expects corpus-wide entities."""
    points = pl.concat([_names(tables, lexicon), _quotations(tables), _figures(tables)])
    rare = (
        points.sort("doc_id", "start")
        .unique(["doc_id", "point"], keep="first", maintain_order=True)
        .filter(pl.col("doc_id").len().over("point").is_between(2, _MOST_DOCUMENTS))
    )
    shared = (
        rare.join(rare.select("doc_id", "point", "start"), on="point", suffix="_other")
        .filter(pl.col("doc_id") < pl.col("doc_id_other"))
        .sort("doc_id", "doc_id_other", "start")
        .filter((pl.col("kind") != "figure") | pl.struct("doc_id", "doc_id_other", "kind", "start").is_first_distinct())
    )
    contexts = _contexts(tables, shared, lexicon)
    figure_counts = dict(
        points.filter(pl.col("kind") == "figure").group_by("doc_id").agg(pl.col("start").n_unique()).iter_rows()
    )
    for (one, other), group in rows_by(shared, "doc_id", "doc_id_other").items():
        fewer_figures = min(figure_counts.get(one, 0), figure_counts.get(other, 0))
        pair = _judge(one, other, group, contexts, fewer_figures)
        if pair is not None:
            yield pair


def _judge(
    one: str,
    other: str,
    shared: Sequence[Mapping[str, Any]],
    contexts: Mapping[tuple[str, str], frozenset[str]],
    fewer_figures: int,
) -> Pair | None:
    kinds = [row["kind"] for row in shared]
    telling = sum(_WEIGHTS[kind] for kind in kinds if kind in _TELLING)
    score = sum(_WEIGHTS[kind] for kind in kinds)
    for row in shared:
        alike = contexts.get((one, row["point"]), frozenset()) & contexts.get((other, row["point"]), frozenset())
        if row["kind"] == "person" and len(alike) >= _SHARED_WORDS:
            score += _SAME_WORDS
    in_order = _longest_rise([row["start_other"] for row in shared]) / len(shared)
    same_course = len(shared) >= _POINTS_IN_ORDER and in_order >= _IN_ORDER
    same_figures = kinds.count("figure") >= max(_FEWEST_FIGURES, _SHARED_FIGURES * fewer_figures)
    if score < _ENOUGH or not (telling >= _STRONG or (same_course and same_figures)):
        return None
    retold = score >= _RETOLD and (same_course or same_figures)
    points = [SharedPoint(row["said"], row["start"], row["start_other"]) for row in shared]
    return Pair(one, other, "same_points", min(1.0, score / 10), DERIVATIVE if retold else RELATED, tuple(points))


def _names(tables: Mapping[str, pl.DataFrame], lexicon: Lexicon) -> pl.DataFrame:
    """Names that no lexicon knows; persons only by full name, and as a `person` only where they seem private."""
    mentions = tables["mentions"].filter(pl.col("form") != "adjective")
    unknown = mentions.join(
        tables["entities"].select(
            "entity_id", "name", "external_id", "document_count", pl.col("type").alias("entity_type")
        ),
        on="entity_id",
    ).filter(
        pl.col("document_count").is_between(2, _MOST_DOCUMENTS),
        pl.col("external_id").is_null(),
        ~pl.col("name").is_in([name.name for name in lexicon.names]),
        pl.col("entity_type") != "PLACE",
        (pl.col("entity_type") != "PERSON") | pl.col("name").str.contains(" ", literal=True),
    )
    public = (
        unknown.filter(pl.col("entity_type") == "PERSON", pl.col("text") == pl.col("name"))
        .join(
            tables["sentences"].select("doc_id", "sentence_no", "text"), on=["doc_id", "sentence_no"], suffix="_around"
        )
        .join(
            mentions.filter(pl.col("type") == "ORG").select("doc_id", "sentence_no").unique().with_columns(of_org=True),
            on=["doc_id", "sentence_no"],
            how="left",
        )
        .filter(
            pl.col("of_org").is_not_null() | pl.col("text_around").str.to_lowercase().str.contains(_offices(lexicon))
        )
    )
    known = pl.concat([public["entity_id"], _no_private_persons(tables)]).unique().implode()
    return unknown.select(
        "doc_id",
        pl.col("entity_id").alias("point"),
        pl.when((pl.col("entity_type") == "PERSON") & ~pl.col("entity_id").is_in(known))
        .then(pl.lit("person"))
        .otherwise(pl.lit("name"))
        .alias("kind"),
        "start",
        pl.col("name").alias("said"),
    )


def _no_private_persons(tables: Mapping[str, pl.DataFrame]) -> pl.Series:
    """What is measured in millions of money, or elsewhere taken for something else than a person."""
    rich = tables["figures"].filter(pl.col("kind") == "money", pl.col("value") >= _FORTUNE)
    taken_for_several = tables["entities"].filter(pl.col("type").n_unique().over("name") > 1)
    return pl.concat([rich["subject_id"].drop_nulls(), taken_for_several["entity_id"]])


@lru_cache(maxsize=4)
def _offices(lexicon: Lexicon) -> str:
    words = "|".join(re.escape(word) for word in lexicon.cues["comparisons"]["persons"]["offices"])
    return rf"\b(?:{words})s?\b"


def _quotations(tables: Mapping[str, pl.DataFrame]) -> pl.DataFrame:
    quotations = (
        tables["sentences"]
        .filter(pl.col("kind") != "boilerplate")
        .select("doc_id", "start", pl.col("text").str.extract_all(_QUOTATION).alias("quotations"))
        .explode("quotations", empty_as_null=False)
        .drop_nulls()
    )
    said = pl.col("quotations").str.to_lowercase().str.replace_all(r"[^\p{L}\p{N}]+", " ").str.strip_chars()
    words = said.str.count_matches(" ") + 1
    return quotations.filter(words >= _WORDS_OF_A_QUOTATION).select(
        "doc_id",
        said.alias("point"),
        pl.when(words >= _WORDS_OF_A_LONG_ONE)
        .then(pl.lit("long quotation"))
        .otherwise(pl.lit("quotation"))
        .alias("kind"),
        "start",
        pl.col("quotations").alias("said"),
    )


def _figures(tables: Mapping[str, pl.DataFrame]) -> pl.DataFrame:
    """Figures with so many digits that they are no coincidence: of themselves, and as figures of their subject.

    With more digits, or of one subject, they are the same whatever they are said to count.
    """
    number = pl.col("value").cast(pl.String).str.replace(r"e.*$", "").str.replace_all(r"\D", "").str.strip_chars("0")
    told = (
        tables["figures"]
        .with_columns(number.str.len_chars().alias("digits"), (pl.col("kind") == "count").alias("is_count"))
        .filter(pl.col("digits") >= _TELLING_DIGITS, pl.col("factuality").is_in(["asserted", "attributed", "forecast"]))
    )
    counts = pl.col("is_count") & (pl.col("digits") >= _DIGITS_WITHOUT_A_UNIT)
    return pl.concat(
        [
            _points_of(told, pl.when(counts).then(pl.lit("of")).otherwise(pl.col("unit"))),
            _points_of(told.filter(pl.col("subject_id").is_not_null()), pl.col("subject_id")),
        ]
    )


def _points_of(figures: pl.DataFrame, what: pl.Expr) -> pl.DataFrame:
    return figures.select(
        "doc_id",
        pl.format("{} {} {}", "kind", what, pl.col("value").cast(pl.String)).alias("point"),
        pl.lit("figure").alias("kind"),
        "start",
        pl.col("text").alias("said"),
    )


def _contexts(
    tables: Mapping[str, pl.DataFrame], shared: pl.DataFrame, lexicon: Lexicon
) -> Mapping[tuple[str, str], frozenset[str]]:
    """The words around each shared person, by document: names left out, short words too."""
    persons = shared.filter(pl.col("kind") == "person")
    wanted = pl.concat(
        [persons.select("doc_id", "point"), persons.select(pl.col("doc_id_other").alias("doc_id"), "point")]
    ).unique()
    sentences = (
        tables["mentions"]
        .join(wanted, left_on=["doc_id", "entity_id"], right_on=["doc_id", "point"])
        .select("doc_id", "entity_id", "sentence_no")
        .unique()
        .join(tables["sentences"].select("doc_id", "sentence_no", "text"), on=["doc_id", "sentence_no"])
        .sort("doc_id", "entity_id", "sentence_no")
    )
    words: dict[tuple[str, str], set[str]] = defaultdict(set)
    for row in sentences.iter_rows(named=True):
        name = set(row["entity_id"].partition(":")[2].split("-"))
        found = content_words(row["text"], lexicon)
        words[row["doc_id"], row["entity_id"]] |= {word for word in found if len(word) > 3 and word not in name}
    return {key: frozenset(found) for key, found in words.items()}


def _longest_rise(positions: Sequence[int]) -> int:
    """Length of the longest run of points that come in the same order in both documents."""
    ends: list[int] = []
    for position in positions:
        place = bisect_left(ends, position)
        ends[place : place + 1] = [position]
    return len(ends)
