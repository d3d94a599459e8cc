"""One pandera model a table: the single place where a published column is described.

What belongs here: names, types, meanings, units, allowed values, keys and references. All else derives from it: Polars
and Arrow schemas, file metadata, the data dictionary, `datapackage.json`, what the Dagster UI shows.
"""

import re
from collections.abc import Mapping
from typing import Final

from tidybrief.schemas.columns import Table
from tidybrief.schemas.extracted import Dates, Documents, Entities, Figures, Mentions, Rejects, Relations, Sentences
from tidybrief.schemas.joint import Changes, Comparisons, DerivedFigures, DocumentPairs, Judgements

SCHEMA_VERSION: Final = "1.4.0"

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
        DerivedFigures,
        Changes,
        Judgements,
        Rejects,
    )
}
"""Every published table by its name, which is also its asset key and its file's stem; in the order of the corridor."""

__all__ = [
    "SCHEMA_VERSION",
    "TABLES",
    "Changes",
    "Comparisons",
    "Dates",
    "DerivedFigures",
    "DocumentPairs",
    "Documents",
    "Entities",
    "Figures",
    "Judgements",
    "Mentions",
    "Rejects",
    "Relations",
    "Sentences",
    "Table",
]
