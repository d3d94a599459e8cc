"""Names: which words name a thing, of which type, and which thing it is.

`mentions` is the door. Known names come from `matching`, the rest from the trained `tagger` and from `grammar`;
`decisions` chooses among them, `linking` and `short_forms` say which names mean one thing.
"""

from tidybrief.extraction.names.mentions import find_mentions

__all__ = ["find_mentions"]
