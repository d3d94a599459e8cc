"""One point on which several documents speak, and the row that tells it.

What belongs here: what all kinds of comparison have in common: evidence, independent sources, support, ids,
words. Which statements speak about one point is decided in the module of each kind.
"""

import hashlib
from collections.abc import Sequence
from dataclasses import asdict, dataclass
from typing import Final

_COUNT_WORDS: Final = ("no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten")
_MAY_SHARE_ORIGIN: Final = "They may share an origin, so this counts as one source."


@dataclass(frozen=True, slots=True)
class Statement:
    """One row of figures, dates or relations as evidence. `value` is what it says, `source_group` who stands
    behind.
    """

    row_id: str
    doc_id: str
    start: int
    end: int
    value: str
    text: str
    source_group: str


def point(
    subject_id: str, attribute: str, verdict: str, statements: Sequence[Statement], note: str
) -> dict[str, object]:
    """The row of `comparisons` for the verdict on these statements.

    An agreement of documents that may share an origin becomes `derivative`: it adds no second source.
    """
    groups = {statement.source_group for statement in statements}
    if verdict == "agree" and len(groups) == 1:
        verdict, note = "derivative", f"{note} {_MAY_SHARE_ORIGIN}"
    support = "disputed" if verdict == "conflict" else "corroborated" if len(groups) > 1 else "single_source"
    ordered = sorted(statements, key=lambda statement: (statement.doc_id, statement.start, statement.row_id))
    said = "\0".join((subject_id, attribute, verdict, *sorted(statement.row_id for statement in ordered)))
    return {
        "comparison_id": f"comparison-{hashlib.sha256(said.encode()).hexdigest()[:16]}",
        "subject_id": subject_id,
        "attribute": attribute,
        "verdict": verdict,
        "support": support,
        "source_groups": len(groups),
        "evidence": [_evidence(statement) for statement in ordered],
        "note": note,
    }


def _evidence(statement: Statement) -> dict[str, object]:
    row = asdict(statement)
    del row["source_group"]
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
