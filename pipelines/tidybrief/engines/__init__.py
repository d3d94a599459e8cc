"""Engines: map extraction over documents and hand on columns.

What belongs here: where and how many at a time. What is extracted is decided in `extraction`; what the columns are, in
`schemas`.
"""

from tidybrief.engines.local import extract_all

__all__ = ["extract_all"]
