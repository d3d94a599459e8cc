"""Evaluation: published tables against hand-made annotation, layer by layer.

What belongs here: reading gold files, pairing rows with them, counting. What is right is said by the
annotator; how rows are found is the business of `extraction` and `corpus`.

A gold folder holds `mentions.jsonl`, `figures.jsonl`, `dates.jsonl`, `relations.jsonl` and
`sentences.jsonl`, one annotation a line, each with `doc` (how the file name of its document starts) and
`start`, `end` (code points; relations have `ev_start`, `ev_end`), and `conflicts.jsonl`, one point a line on
which documents agree or contradict each other, with its places in `values`. A file `*-optional.jsonl` beside
them holds readings that count neither way.
"""

from tidybrief.evaluation.gold import Gold, GoldError, load_gold
from tidybrief.evaluation.layers import evaluate
from tidybrief.evaluation.scores import Evaluation, Score

__all__ = ["Evaluation", "Gold", "GoldError", "Score", "evaluate", "load_gold"]
