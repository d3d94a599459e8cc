"""Reading: from a file's bytes to a `Document`, or to the reason why there is none."""

from tidybrief.reading.document import Document, Reject

__all__ = ["Document", "Reject"]
