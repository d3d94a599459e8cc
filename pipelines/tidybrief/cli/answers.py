"""What the commands answer, for people and as JSON.

What belongs here: the summary of a run and of a verification. The JSON has a `schema_version`: a key that
goes or changes its meaning is a new major version of it.
"""

import json
from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Any, Final

if TYPE_CHECKING:
    import polars as pl

    from tidybrief.orchestration.refresh import Refreshed
    from tidybrief.settings import Settings
    from tidybrief.validation import Check

SCHEMA_VERSION: Final = "1.0"
TOLD: Final = 5
"""Documents that nothing came of, as many as a run names."""


def of_run(refreshed: "Refreshed", settings: "Settings", *, as_json: bool) -> str:
    """What is published now, and whether this run published it."""
    import polars as pl

    from tidybrief import publishing

    tables = publishing.load(refreshed.run.folder, ("comparisons", "judgements", "rejects"))
    rows = publishing.count_rows(refreshed.run.folder)
    judgements = dict(tables["judgements"].group_by("status").len().sort("status").iter_rows())
    conflicts = tables["comparisons"].filter(pl.col("verdict") == "conflict").height
    briefing = settings.reports / "briefing.html"
    if as_json:
        return as_json_text(
            run_id=refreshed.run.run_id,
            new=refreshed.new,
            folder=str(refreshed.run.folder),
            briefing=str(briefing),
            copied_to=settings.publish_to or None,
            rows=rows,
            conflicts=conflicts,
            judgements=judgements,
        )
    told = ", ".join(f"{count:,} {name}" for name, count in rows.items() if name not in {"documents", "rejects"})
    return "\n".join(
        (
            f"Published {refreshed.run.run_id}"
            if refreshed.new
            else f"Unchanged: {refreshed.run.run_id} is up to date",
            f"  documents  {rows['documents']:,}",
            f"  rows       {told}",
            f"  conflicts  {conflicts:,}",
            f"  rejects    {rows['rejects']:,}",
            *_turned_away(tables["rejects"].filter(pl.col("stage").is_in(["reading", "extraction"]))),
            *([f"  judgements {_counted(judgements)}"] if judgements else []),
            f"  tables     {refreshed.run.folder}",
            f"  briefing   {briefing}",
            *([f"  copied to  {settings.publish_to}"] if settings.publish_to else []),
        )
    )


def _turned_away(rejects: "pl.DataFrame") -> list[str]:
    """The first documents that nothing came of, each with what to do."""
    rows = rejects.select("doc_id", "code", "remedy").head(TOLD).iter_rows()
    lines = [f"             {doc_id}: {code} → {remedy}" for doc_id, code, remedy in rows]
    more = rejects.height - TOLD
    return [*lines, f"             and {more:,} more: look at rejects.parquet"] if more > 0 else lines


def _counted(judgements: Mapping[str, int]) -> str:
    """How many judgements have each status, with the next step where some are gone."""
    told = ", ".join(f"{count:,} {status}" for status, count in judgements.items())
    return f"{told}; look at status in judgements.parquet" if "gone" in judgements else told


def of_verify(run_id: str, checks: Sequence["Check"], *, as_json: bool) -> str:
    """Whether a publication is what it says."""
    failed = [check for check in checks if not check.passed]
    if as_json:
        found = [
            {
                "table": check.table,
                "check": check.name,
                "failing_rows": check.failing_rows,
                "samples": check.samples,
            }
            for check in failed
        ]
        return as_json_text(run_id=run_id, holds=not failed, checks=len(checks), failed=found)
    if not failed:
        return f"{run_id} holds: {len(checks)} checks, none failed"
    lines = [f"{run_id} does not hold: {len(failed)} of {len(checks)} checks failed"]
    for check in failed:
        lines.append(f"  {check.table}.{check.name}: {check.failing_rows} of {check.rows} rows: {check.description}")
        lines += [f"    {sample.get('reason', sample)}" for sample in check.samples]
    return "\n".join(lines)


def as_json_text(**answer: Any) -> str:
    """An answer for scripts."""
    return json.dumps({"schema_version": SCHEMA_VERSION, **answer}, ensure_ascii=False, default=str)
