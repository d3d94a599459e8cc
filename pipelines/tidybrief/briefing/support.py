"""Who stands behind a row: its support, by rule from the comparisons, and its flags.

What belongs here: the words single source, corroborated, disputed, and attributed, hedged, forecast, aim, possibility,
date inferred, corrected by hand. What does not: judgements of likelihood; a program has none.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
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


def told_bounds(
    dates: pl.DataFrame, figures: pl.DataFrame
) -> tuple[dict[tuple[str, int], set[date]], dict[tuple[str, int], set[date]]]:
    """By document and sentence of the figures that hold for a period, the bounds of the times that it names; and of
    those of them that name no year, so that the program completed them."""
    dated = figures.filter(pl.any_horizontal(pl.col("time_start", "time_end").is_not_null()))
    completed = dates.filter(pl.col("date_start").is_not_null()).join(
        dated, on=["doc_id", "sentence_no"], how="semi", maintain_order="left"
    )
    nameless = completed.filter(~pl.col("text").str.contains(r"\d{4}|\d0s\b"))
    return _bounds(completed), _bounds(nameless)


def _bounds(dates: pl.DataFrame) -> dict[tuple[str, int], set[date]]:
    found: dict[tuple[str, int], set[date]] = {}
    for doc_id, number, start, end in dates.select("doc_id", "sentence_no", "date_start", "date_end").iter_rows():
        found.setdefault((doc_id, number), set()).update(bound for bound in (start, end) if bound)
    return found
