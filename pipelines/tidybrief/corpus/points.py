"""One point on which several documents speak, and the row that tells it.

What belongs here: what all kinds of comparison have in common: evidence, independent sources, support, ids,
words. Which statements speak about one point is decided in the module of each kind.
"""

import hashlib
from collections.abc import Sequence
from dataclasses import dataclass, fields
from typing import Final

from tidybrief.corpus.voices import Voice, count_apart, independent

_COUNT_WORDS: Final = ("no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten")
_MAY_SHARE_ORIGIN: Final = "They may share an origin, so this counts as one source."
_ONE_SENTENCE: Final = "They say it in the same sentence, so this counts as one source."
_ONE_VOICE: Final = "They have one publisher and no two authors, so this counts as one source."
_OWN_VOICE: Final = "Their publisher speaks of itself, so this counts as one source."
_ONE_SERIES: Final = "They are official documents of one series, so this counts as one source."
_ONE_TELLER: Final = "They name the same source, so this counts as one."
_NOT_APART: Final = "None of them is independent of all others, as far as can be told, so this counts as one source."


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


_EVIDENCE: Final = [field.name for field in fields(Statement) if field.name != "voice"]


def point(
    subject_id: str, attribute: str, verdict: str, statements: Sequence[Statement], note: str
) -> dict[str, object]:
    """The row of `comparisons` for the verdict on these statements.

    An agreement of documents that may share an origin, or in one long sentence, becomes `derivative`; neither they nor
    others of one voice (`voices`) add a second source.
    """
    voices = [statement.voice for statement in statements]
    sources = independent(voices, subject_id)
    if verdict == "agree" and len({voice.source_group for voice in voices}) == 1:
        verdict, note = "derivative", f"{note} {_MAY_SHARE_ORIGIN}"
    elif verdict == "agree" and count_apart(voice.origins for voice in voices) == 1:
        verdict, note = "derivative", f"{note} {_ONE_SENTENCE}"
    elif verdict == "agree" and sources == 1:
        note = f"{note} {_why_one(voices, subject_id)}"
    agreed = sources > 1 and verdict != "look_alike"
    support = "disputed" if verdict == "conflict" else "corroborated" if agreed else "single_source"
    ordered = sorted(statements, key=lambda statement: (statement.doc_id, statement.start, statement.row_id))
    said = "\0".join((subject_id, attribute, verdict, *sorted(statement.row_id for statement in ordered)))
    return {
        "comparison_id": f"comparison-{hashlib.sha256(said.encode()).hexdigest()[:16]}",
        "subject_id": subject_id,
        "attribute": attribute,
        "verdict": verdict,
        "support": support,
        "source_groups": sources,
        "evidence": [evidence_of(statement) for statement in ordered],
        "note": note,
    }


def _why_one(voices: Sequence[Voice], subject_id: str) -> str:
    """What all of them have in common, in a sentence."""
    shared = {kind for kind, _ in frozenset.intersection(*(voice.marks(subject_id) for voice in voices))}
    if "told_by" in shared:
        return _ONE_TELLER
    if "publisher" in shared:
        return _OWN_VOICE
    if "series" in shared:
        return _ONE_SERIES
    return _ONE_VOICE if len({voice.publisher for voice in voices}) == 1 and voices[0].publisher else _NOT_APART


def evidence_of(statement: Statement) -> dict[str, object]:
    """The statement as a row of the column `evidence`."""
    return {name: getattr(statement, name) for name in _EVIDENCE}


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
