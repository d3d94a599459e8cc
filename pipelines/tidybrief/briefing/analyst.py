"""What an analyst decided and noted, in words, apart from what the program derived.

What belongs here: the wording of judgements, and where that which each refers to stands on the page. What does not:
applying them, and telling which refer to nothing (`corpus`).
"""

import json
from collections.abc import Container, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Final

import polars as pl

from tidybrief.briefing import wording
from tidybrief.briefing.actors import Actors
from tidybrief.briefing.agreements import Point
from tidybrief.briefing.library import TABLE_CONTEXT, Library
from tidybrief.corpus.correcting import ROW_TABLES

MOST_JUDGEMENTS: Final = 60
MOST_CHARACTERS: Final = 1200
_KIND_WORDS: Final = {
    "reject": "Rejected",
    "correct": "Corrected",
    "merge": "Merged",
    "split": "Split",
    "confirm": "Confirmed conflict",
    "dismiss": "Dismissed conflict",
    "note": "Note",
}


@dataclass(frozen=True, slots=True)
class Target:
    """What a judgement refers to; `href` is None where it stands nowhere on the page, `source` is "" where `text` are
    no words of a source.
    """

    text: str
    href: str | None = None
    source: str = ""


@dataclass(frozen=True, slots=True)
class JudgementView:
    """One judgement: what is decided about what, what it says instead, why, and who signs. "" where there is none."""

    judgement_id: str
    kind: str
    target: Target
    instead: str
    why: str
    signed: str
    changed: str


@dataclass(frozen=True, slots=True)
class Judged:
    """The analyst's notes and decisions, and those of both that refer to nothing, the latest first.

    `summary` is one sentence on all, "" where there are none; `more` counts those not shown.
    """

    summary: str
    notes: tuple[JudgementView, ...]
    decisions: tuple[JudgementView, ...]
    gone: tuple[JudgementView, ...]
    more: int


def view_judgements(
    tables: Mapping[str, pl.DataFrame], points: Sequence[Point], shown: Container[str], actors: Actors, library: Library
) -> Judged:
    """All judgements of the publication, as far as there is room for each group.

    `shown` has the ids of the points that stand on the page.
    """
    rows = tables["judgements"].sort("decided_on", "judgement_id", descending=[True, False]).to_dicts()
    if not rows:
        return Judged("", (), (), (), 0)
    by_status = {status: [row for row in rows if row["status"] == status] for status in ("noted", "applied", "gone")}
    targets = _Targets(tables, points, shown, actors, library)
    notes, decisions, gone = (
        tuple(_view(row, targets) for row in group[:MOST_JUDGEMENTS]) for group in by_status.values()
    )
    counts = {status: len(group) for status, group in by_status.items()}
    return Judged(_summary(counts), notes, decisions, gone, len(rows) - len(notes) - len(decisions) - len(gone))


def _summary(counts: Mapping[str, int]) -> str:
    told = [
        *([f"made {wording.count(counts['applied'], 'decision')}"] if counts["applied"] else []),
        *([f"wrote {wording.count(counts['noted'], 'note')}"] if counts["noted"] else []),
    ]
    gone = counts["gone"]
    lost = f"{wording.sentence(wording.count(gone, 'judgement'))} {'refers' if gone == 1 else 'refer'} to what is gone."
    return " ".join([*([f"An analyst {wording.joined(told)}."] if told else []), *([lost] if gone else [])])


def _view(row: Mapping[str, Any], targets: "_Targets") -> JudgementView:
    terms: Mapping[str, Any] = json.loads(row["terms"]) if row["terms"] else {}
    changed = row["changed_rows"]
    return JudgementView(
        judgement_id=row["judgement_id"],
        kind=_KIND_WORDS[row["kind"]],
        target=targets.of(row["target"]),
        instead=wording.shortened(_instead(row["kind"], terms, row["target"]), MOST_CHARACTERS),
        why=wording.shortened(row["why"], MOST_CHARACTERS),
        signed=f"{wording.shortened(row['who'], 120)}, {wording.day(row['decided_on'])}",
        changed=f"{wording.count(changed, 'row')} changed" if changed else "",
    )


def _instead(kind: str, terms: Mapping[str, Any], target: str | None) -> str:
    """What the judgement puts in the place of what was there."""
    if kind == "correct":
        return ", ".join(f"{column} is {_value(value)}" for column, value in terms["set"].items())
    if kind == "merge":
        return f"one with {wording.joined([one for one in terms['entities'] if one != target])}"
    if kind == "split":
        texts = wording.joined([f"“{text}”" for text in terms.get("texts", ())], "or")
        documents = wording.joined(terms.get("documents", ()))
        return " ".join(["where", *([texts, "stands"] if texts else []), *(["in", documents] if documents else [])]) + (
            f": {terms['name']}"
        )
    return ""


def _value(value: object) -> str:
    return f"{value:,}" if isinstance(value, (int, float)) and not isinstance(value, bool) else str(value)


class _Targets:
    """Looks up what judgements refer to."""

    def __init__(
        self,
        tables: Mapping[str, pl.DataFrame],
        points: Sequence[Point],
        shown: Container[str],
        actors: Actors,
        library: Library,
    ) -> None:
        self._tables, self._library, self._shown = tables, library, shown
        self._topics = {point.comparison_id: wording.sentence(point.topic) for point in points}
        self._names = dict(tables["entities"].select("entity_id", "name").iter_rows())
        self._anchors = {actor.entity_id: f"#{actor.anchor}" for actor in (*actors.told, *actors.listed)}
        self._rejected = _rejected_rows(tables["rejects"])

    def of(self, target: str | None) -> Target:
        """What the id means to a reader; the id itself where there is nothing more to say."""
        if target is None:
            return Target("")
        if source := self._library.by_id.get(target):
            return Target(source.label, source.text_href)
        if target in self._topics:
            return Target(wording.shortened(self._topics[target], 160), f"#{target}" if target in self._shown else None)
        if target in self._names:
            return Target(wording.shortened(self._names[target], 120), self._anchors.get(target))
        row = self._row(target)
        if row is None or row["doc_id"] not in self._library.by_id:
            return Target(wording.shortened(target, 120))
        quote = self._library.quote(row["doc_id"], row["start"], row["end"], context=TABLE_CONTEXT)
        return Target(wording.shortened(quote.words, 160), quote.href, quote.source.label)

    def _row(self, target: str) -> Mapping[str, Any] | None:
        """The row of this id, be it published or rejected."""
        for table, key in ROW_TABLES.items():
            found = self._tables[table].filter(pl.col(key) == target)
            if not found.is_empty():
                return found.row(0, named=True)
        return self._rejected.get(target)


def _rejected_rows(rejects: pl.DataFrame) -> dict[str, Mapping[str, Any]]:
    """The rows that an analyst rejected, by their ids."""
    rows = [json.loads(row) for row in rejects.filter(pl.col("stage") == "judgement")["row"].drop_nulls()]
    return {row[key]: row for row in rows for key in ROW_TABLES.values() if key in row}
