"""The briefing: tables in, one self-contained HTML page out, every number and name linked to its words.

What belongs here: what is said (`content` and a module for each section), charts (`charts` has the arithmetic, the SVG
is a macro), and the page (`page`, `templates/`). What does not: extracting, comparing, checking, and writing files.
"""

from collections.abc import Callable, Mapping, Sequence

import polars as pl

from tidybrief.briefing.content import compose
from tidybrief.briefing.made_from import page_digests
from tidybrief.briefing.page import Briefing, draw
from tidybrief.briefing.past import Past
from tidybrief.engines.known_rows import KnownRows
from tidybrief.engines.workers import Crew
from tidybrief.validation import Check

__all__ = ["Briefing", "Past", "render"]


def render(
    tables: Mapping[str, pl.DataFrame],
    *,
    title: str,
    checks: Sequence[Check],
    version: str,
    past: Past | None = None,
    made_before: Mapping[str, str] | None = None,
    write: Callable[[str, str], None] | None = None,
    crew: Crew | None = None,
    known: KnownRows | None = None,
) -> Briefing:
    """The briefing of one publication. The same tables, title, checks, version and past give the same bytes.

    `tables` holds every table of `schemas.TABLES`; `past` is what earlier publications said, none where this is the
    first. Documents beyond the inline budget are pages in `evidence`; one that `made_before`, by the same program,
    says was made from the same is not made again. `write` takes each of these pages, name and HTML, as soon as it is
    made; `evidence` is then empty, so that they are never all in memory. Where there are many, the processes of a
    `crew` make them, and `write` is called there. `known` has what earlier runs worked out from single rows.
    """
    content = compose(tables, title=title, checks=checks, version=version, past=past or Past(), known=known)
    return draw(content, page_digests(content, tables), made_before or {}, write, crew)
