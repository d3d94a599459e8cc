"""tidybrief turns a folder of raw documents into tidy Parquet tables and an HTML briefing.

One corridor. Text goes in at one end, nothing flows back, and each room knows only the rooms to its left:

    vocabulary, settings, lexicon → reading → extraction → schemas, dictionary, validation → engines → corpus
        → evaluation → briefing → publishing → orchestration → cli

`reading` turns bytes into a `Document`; `extraction` is pure and turns a document into an `Extraction`
whose every row is grounded in its span; `schemas` declares each published column once, `dictionary` derives
from it, `validation` holds rows to it; `engines` maps extraction over documents; `corpus` works across
documents; `evaluation` measures tables against annotation; `briefing` turns them into HTML; `publishing`
swaps in all or nothing; `orchestration` is the only room that has heard of Dagster; `cli` is the front door.
"""

from importlib.metadata import version

__version__ = version("tidybrief")
