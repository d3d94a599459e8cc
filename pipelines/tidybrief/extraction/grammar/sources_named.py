"""A source as the text names it, and the stretch of text it speaks for.

What belongs here: the record. How sources are found stands in `attribution`.
"""

from typing import NamedTuple

REVISES = "revises"
"""The manner of a source that says no more than its own outlook: it does not go on."""
CITED = "cited"
"""The manner of a source that stands behind its sentence in brackets, as it were (", per Reuters"): nor does it."""
BEFORE_VERB = "before the verb"
"""The manner of a source whose name stands before a verb of saying."""
SPEAKER = "speaker"
"""The manner of a source that the label of a transcript names."""
THROUGH = "through"
"""The manner of a source whose quotation or list goes on through a sentence that does not name it."""


class Source(NamedTuple):
    """A named source and the stretch of text (document offsets) it speaks for.

    `carried` says that an earlier sentence of the paragraph names it.
    """

    entity_id: str
    name: str
    carried: bool
    start: int
    end: int
    manner: str = "said"
    """How the text names it: behind "opening" words, "before the verb" of saying or "after the verb", by a "pronoun", a
    "noun" or its "report", or only "cited" behind its sentence; one that "revises" its outlook; for a carried source,
    whether the sentence is "linked" to the one before or "loose"; a "speaker" is named by the label above; one that
    speaks "through" a sentence, by the start or end of its quotation or list."""
    distance: int = 0
    """How many sentences ago it was named."""
    named_at: int = 0
    """Where the text names it."""
    finding: bool = False
    """Whether the sentence that names it tells what it has found out, as by a survey."""
