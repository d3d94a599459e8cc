"""Who stands behind a row: its support, by rule from the comparisons, and its flags.

What belongs here: the words single source, corroborated, disputed, and attributed, hedged, forecast, aim, possibility,
date inferred, corrected by hand. What does not: judgements of likelihood; a program has none.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, Final

import polars as pl

from tidybrief.briefing.modality import FORECAST, MODALITIES
from tidybrief.corpus.judging import BY_HAND

ATTRIBUTED: Final = "attributed"
CORRECTED_BY_HAND: Final = "corrected by hand"
PUBLISHERS_UNKNOWN: Final = "publishers unknown"
SUPPORT_WORDS: Final = {
    "": "",
    "corroborated": "corroborated",
    "disputed": "disputed",
    "single_source": "single source",
}
SUPPORT_ORDER: Final = {"corroborated": 0, "disputed": 1, "single_source": 2}


@dataclass(frozen=True, slots=True)
class Support:
    """How a row is supported: one of the keys of `SUPPORT_WORDS`, and the flags that hold for it."""

    key: str
    flags: tuple[str, ...] = ()

    @property
    def words(self) -> str:
        """The support as printed."""
        return SUPPORT_WORDS[self.key]

    @property
    def order(self) -> int:
        """Rank by support, strongest first."""
        return SUPPORT_ORDER[self.key]

    @property
    def modality(self) -> str:
        """As what it is told if not as so: a forecast, an aim or a possibility; ""."""
        return next((flag for flag in self.flags if flag in MODALITIES), "")

    @property
    def beside_one_source(self) -> "Support | None":
        """The support as far as it says more than that one source states it; None where it does not."""
        key = "" if self.key == "single_source" else self.key
        return Support(key, self.flags) if key or self.flags else None


def support_by_row(comparisons: pl.DataFrame) -> dict[str, str]:
    """The support of every row that takes part in an agreement or a conflict; a dispute outweighs an agreement."""
    found: dict[str, str] = {}
    for comparison in comparisons.filter(pl.col("verdict").is_in(["agree", "conflict"])).iter_rows(named=True):
        for evidence in comparison["evidence"] or ():
            if found.get(evidence["row_id"]) != "disputed":
                found[evidence["row_id"]] = comparison["support"]
    return found


def flags(row: Mapping[str, Any], *, modality: str, date_inferred: bool) -> tuple[str, ...]:
    """The flags of a figure's row, in a fixed order; `modality` is as what its clause tells it."""
    told_as = modality or (FORECAST if row["factuality"] == FORECAST else "")
    holds = {
        **{kind: kind == told_as for kind in MODALITIES},
        ATTRIBUTED: row["factuality"] == ATTRIBUTED or row["attributed_to"] is not None,
        "hedged": row["qualifier"] != "exact",
        "date inferred": date_inferred,
        CORRECTED_BY_HAND: row["method"] == BY_HAND,
    }
    return tuple(flag for flag, holding in holds.items() if holding)


def with_told_bounds(figures: pl.DataFrame, dates: pl.DataFrame) -> pl.DataFrame:
    """The figures with `is_period_told`: their period begins or ends with one of the times of their sentence; and
    `is_date_inferred`: with one that names no year, so that the program completed it."""
    place = ["doc_id", "sentence_no"]
    names_no_year = ~pl.col("text").str.contains(r"\d{4}|\d0s\b")
    bounds = (
        dates.filter(pl.col("date_start").is_not_null())
        .select(*place, bound=pl.concat_list("date_start", "date_end"), inferred=names_no_year)
        .explode("bound")
        .drop_nulls("bound")
        .group_by(*place, "bound")
        .agg(pl.col("inferred").any())
    )
    beside = figures.select(*place, "time_start", "time_end")
    found = [
        beside.join(bounds, left_on=[*place, bound], right_on=[*place, "bound"], how="left", maintain_order="left")
        for bound in ("time_start", "time_end")
    ]
    inferred = [frame["inferred"] for frame in found]
    return figures.with_columns(
        is_period_told=inferred[0].is_not_null() | inferred[1].is_not_null(),
        is_date_inferred=inferred[0].fill_null(value=False) | inferred[1].fill_null(value=False),
    )
