"""One point on which several documents speak, and the row that tells it.

What belongs here: what all kinds of comparison have in common: evidence, independent sources, support, ids,
words. Which statements speak about one point is decided in the module of each kind.
"""

import hashlib
from collections.abc import Sequence
from dataclasses import asdict, dataclass
from typing import Final

from tidybrief.corpus.voices import Voice, count_apart

_COUNT_WORDS: Final = ("no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten")
_MAY_SHARE_ORIGIN: Final = "They may share an origin, so this counts as one source."
_ONE_SENTENCE: Final = "They say it in the same sentence, so this counts as one source."
_ONE_VOICE: Final = "They have one publisher and no two authors, so this counts as one source."


@dataclass(frozen=True, slots=True)
class Statement:
    """One row of figures, dates or relations as evidence. `value` is what it says, `voice` who stands behind it."""

    row_id: str
    doc_id: str
    start: int
    end: int
    value: str
    text: str
    voice: Voice


def point(
    subject_id: str, attribute: str, verdict: str, statements: Sequence[Statement], note: str
) -> dict[str, object]:
    """The row of `comparisons` for the verdict on these statements.

    An agreement of documents that may share an origin, or in one long sentence, becomes `derivative`; neither they nor
    documents of one author at one publisher add a second source.
    """
    independent = count_apart(statement.voice.marks for statement in statements)
    if verdict == "agree" and len({statement.voice.source_group for statement in statements}) == 1:
        verdict, note = "derivative", f"{note} {_MAY_SHARE_ORIGIN}"
    elif verdict == "agree" and count_apart(statement.voice.origins for statement in statements) == 1:
        verdict, note = "derivative", f"{note} {_ONE_SENTENCE}"
    elif verdict == "agree" and independent == 1:
        note = f"{note} {_ONE_VOICE}"
    agreed = independent > 1 and verdict != "look_alike"
    support = "disputed" if verdict == "conflict" else "corroborated" if agreed else "single_source"
    ordered = sorted(statements, key=lambda statement: (statement.doc_id, statement.start, statement.row_id))
    said = "\0".join((subject_id, attribute, verdict, *sorted(statement.row_id for statement in ordered)))
    return {
        "comparison_id": f"comparison-{hashlib.sha256(said.encode()).hexdigest()[:16]}",
        "subject_id": subject_id,
        "attribute": attribute,
        "verdict": verdict,
        "support": support,
        "source_groups": independent,
        "evidence": [evidence_of(statement) for statement in ordered],
        "note": note,
    }


def evidence_of(statement: Statement) -> dict[str, object]:
    """The statement as a row of the column `evidence`."""
    row = asdict(statement)
    del row["voice"]
    return row


def documents_in_words(statements: Sequence[Statement]) -> str:
    """How many documents speak, as the beginning of a sentence: "Two documents"."""
    count = len({statement.doc_id for statement in statements})
    return f"{_COUNT_WORDS[count].capitalize() if count < len(_COUNT_WORDS) else f'{count:,}'} documents"


def listed(values: Sequence[str]) -> str:
    """The values, each once, as a list in a sentence: "a, b and c"."""
    distinct = list(dict.fromkeys(values))
    if len(distinct) == 1:
        return distinct[0]
    return f"{', '.join(distinct[:-1])} and {distinct[-1]}"
