"""Sentences: where each starts and ends, what it is on its page, and how it puts what it says.

`rows` is the door; `segmentation` cuts, `sections` and `furniture` say what a row is, `factuality` how it is meant.
"""

from tidybrief.extraction.sentences.rows import find_sentences

__all__ = ["find_sentences"]
