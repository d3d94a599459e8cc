"""Corpus: what several documents say together.

What belongs here: everything that needs more than one document: which names mean the same thing, which
documents may share an origin, on which points they agree or contradict each other, and what an analyst decided.
What one document states is found in `extraction`.
"""

from tidybrief.corpus.changes import changes
from tidybrief.corpus.comparisons import compare, points_without_figures
from tidybrief.corpus.correcting import judgements_beside
from tidybrief.corpus.derived_figures import derive
from tidybrief.corpus.editions import NEEDED, Edition
from tidybrief.corpus.judging import apply_judgements, judged, settle
from tidybrief.corpus.linking import link
from tidybrief.corpus.measured import measured_figures

__all__ = [
    "NEEDED",
    "Edition",
    "apply_judgements",
    "changes",
    "compare",
    "derive",
    "judged",
    "judgements_beside",
    "link",
    "measured_figures",
    "points_without_figures",
    "settle",
]
