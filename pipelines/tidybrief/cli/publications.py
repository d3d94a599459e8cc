"""`tidybrief verify`, `diff`, `explain` and `history`: questions to what is published.

What belongs here: the commands and their answers. What differs, and where a row comes from, is found in `corpus`.
"""

from collections import Counter
from collections.abc import Sequence
from dataclasses import asdict
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any, Final

import typer

from tidybrief.cli.answers import as_json_text, of_verify
from tidybrief.cli.exits import Exit, Refusal, told
from tidybrief.cli.options import AsJson, Outputs, RunId
from tidybrief.lexicon import load_lexicon
from tidybrief.settings import load_settings

if TYPE_CHECKING:
    from tidybrief.corpus import Edition
    from tidybrief.corpus.course import Course
    from tidybrief.corpus.explanation import Explanation

RowId = Annotated[str, typer.Argument(metavar="ID", help="Id of a row, such as figure-… or org:….")]
_ORDER: Final = ("method", "document", "conflict", "figure", "relation", "entity")
_MARKS: Final = {"new": "+", "gone": "−", "changed": "±"}


def verify(
    run_id: RunId = None,
    outputs: Outputs = None,
    as_json: AsJson = False,
) -> None:
    """Check a publication again. That is hashes, schemas, references, and the words of every row.

    \b
    Examples:
      tidybrief verify
      tidybrief verify 0007-3f9c2a1b --json

    Ends with 1 where something does not hold.
    """
    with told(as_json=as_json):
        from tidybrief import publishing

        folder = run_folder(load_settings(outputs=outputs).outputs, run_id)
        checks = publishing.verify(folder)
        typer.echo(of_verify(folder.name, checks, as_json=as_json))
    if not all(check.passed for check in checks):
        raise typer.Exit(Exit.DOES_NOT_HOLD)


def diff(
    run_a: Annotated[
        str | None, typer.Argument(metavar="RUN_A", help="A run_id or run folder.", show_default="the one before")
    ] = None,
    run_b: Annotated[
        str | None, typer.Argument(metavar="RUN_B", help="A run_id or run folder.", show_default="the latest")
    ] = None,
    outputs: Outputs = None,
    as_json: AsJson = False,
    exit_code: Annotated[bool, typer.Option("--exit-code", help="End with 1 where anything differs.")] = False,
) -> None:
    """Say how two publications differ, and whether the sources or the method changed.

    \b
    Examples:
      tidybrief diff
      tidybrief diff 0006-99a0c1d2 0007-3f9c2a1b
      tidybrief diff --exit-code
    """
    with told(as_json=as_json):
        from tidybrief import corpus

        settings = load_settings(outputs=outputs)
        after = run_folder(settings.outputs, run_b)
        before = run_folder(settings.outputs, run_a) if run_a else _before(after)
        differing = corpus.changes(_edition(before), _edition(after), load_lexicon(settings.lexicon)).to_dicts()
        differing.sort(key=lambda row: (_ORDER.index(row["kind"]), row["subject"] or "", row["note"]))
        typer.echo(_of_diff(before.name, after.name, differing, as_json=as_json))
    if exit_code and differing:
        raise typer.Exit(Exit.DOES_NOT_HOLD)


def explain(
    row_id: RowId,
    run_id: Annotated[str | None, typer.Option("--run", help="A run_id.", show_default="the latest")] = None,
    outputs: Outputs = None,
    as_json: AsJson = False,
) -> None:
    """Say where a row comes from. Quotes, offsets, steps, rule, support, and what it was compared with.

    \b
    Examples:
      tidybrief explain figure-4b1f0c9a
      tidybrief explain org:baidu --json
    """
    with told(as_json=as_json):
        from tidybrief import publishing
        from tidybrief.corpus.explanation import explain as explanation_of

        folder = run_folder(load_settings(outputs=outputs).outputs, run_id)
        found = explanation_of(publishing.load(folder), row_id)
        if found is None:
            raise _unknown(row_id, folder.name)
        typer.echo(_of_explanation(folder.name, found, as_json=as_json))


def history(row_id: RowId, outputs: Outputs = None, as_json: AsJson = False) -> None:
    """Say how a row went over time. A figure, relation, entity or conflict, in the publications that are kept.

    \b
    Examples:
      tidybrief history figure-4b1f0c9a
      tidybrief history org:baidu
    """
    with told(as_json=as_json):
        from tidybrief import publishing
        from tidybrief.corpus.course import course

        settings = load_settings(outputs=outputs)
        latest = run_folder(settings.outputs, None)
        kept = [(folder.name, _edition(folder)) for folder in publishing.run_folders(settings.outputs)]
        found = course(kept, row_id, load_lexicon(settings.lexicon))
        if found is None:
            raise _unknown(row_id, latest.name)
        typer.echo(_of_course(row_id, found, as_json=as_json))


def run_folder(outputs: Path, run: str | None) -> Path:
    """The folder of a run by its id or its path; of the latest where none is named. Raises Refusal."""
    from tidybrief import publishing

    if run and publishing.read_record(Path(run)):
        return Path(run)
    latest = publishing.latest(outputs)
    if latest is None:
        raise Refusal(Exit.NO_USABLE_INPUT, f"{outputs}: nothing is published there", "Publish first: tidybrief run")
    if run is None:
        return latest.folder
    known = [folder.name for folder in publishing.run_folders(outputs)]
    if run not in known:
        raise Refusal(
            Exit.WRONG_USAGE, f"{run}: no publication of that name in {outputs}", f"There are: {', '.join(known)}"
        )
    return latest.folder.parent / run


def _before(folder: Path) -> Path:
    from tidybrief import publishing

    predecessor = publishing.read_record(folder).get("predecessor")
    previous = folder.parent / str(predecessor) if predecessor else None
    if previous is None or not previous.is_dir():
        raise Refusal(
            Exit.NO_USABLE_INPUT,
            f"{folder.name}: the publication before it is not kept, or there was none",
            "Name two publications: tidybrief diff RUN_A RUN_B",
        )
    return previous


def _edition(folder: Path) -> "Edition":
    from tidybrief import corpus, publishing

    return corpus.Edition(publishing.load(folder), publishing.method_of(publishing.read_record(folder)))


def _unknown(row_id: str, run_id: str) -> Refusal:
    return Refusal(
        Exit.WRONG_USAGE,
        f"{row_id}: no such row in {run_id}",
        "Ids are in the tables and in the briefing: figure-…, relation-…, comparison-…, org:….",
    )


def _of_diff(before: str, after: str, differing: Sequence[dict[str, Any]], *, as_json: bool) -> str:
    if as_json:
        return as_json_text(before=before, after=after, differs=bool(differing), changes=differing)
    if not differing:
        return f"{before} and {after} say the same"
    lines = []
    for cause, heading in (("sources", "Because the sources changed"), ("method", "Because the method changed")):
        rows = [row for row in differing if row["cause"] == cause]
        if rows:
            lines += [heading, *(f"  {_MARKS[row['change']]} {row['note']}" for row in rows)]
    counts = Counter((row["change"], row["kind"]) for row in differing)
    told = (f"{count:,} {change} {_counted(kind, count)}" for (change, kind), count in sorted(counts.items()))
    lines.append(f"{before} → {after}: {', '.join(told)}")
    return "\n".join(lines)


def _counted(kind: str, count: int) -> str:
    if count == 1:
        return kind
    return "entities" if kind == "entity" else f"{kind}s"


def _of_explanation(run_id: str, found: "Explanation", *, as_json: bool) -> str:
    if as_json:
        return as_json_text(run_id=run_id, **asdict(found))
    lines = [f"{found.row_id} ({found.table} of {run_id})", f"  {found.says}"]
    for quote in found.quotes:
        lines.append(f"  {quote.doc_id}:{quote.start}-{quote.end}")
        lines.append(f"    …{_in_one_line(quote.before)}[{_in_one_line(quote.text)}]{_in_one_line(quote.after)}…")
    lines += [f"  step     {step}" for step in found.normalisation]
    if found.rule:
        lines.append(f"  rule     {found.rule}, confidence {found.confidence:.2f}")
    if found.support:
        lines.append(f"  support  {found.support}")
    for row in found.compared:
        lines.append(f"  compared {row['verdict']} ({row['comparison_id']}): {row['note']}")
    return "\n".join(lines)


def _of_course(row_id: str, found: "Course", *, as_json: bool) -> str:
    if as_json:
        return as_json_text(id=row_id, **asdict(found))
    named = " · ".join(filter(None, (found.subject, found.attribute)))
    lines = [f"{found.kind} {named}"]
    for stage in found.stages:
        said = "; ".join(stage.values) or "not said"
        where = f" ({', '.join(stage.documents)})" if stage.documents else ""
        lines.append(f"  {stage.run_id}  {stage.as_of or 'no day'!s:<10}  {said}{where}")
    return "\n".join(lines)


def _in_one_line(text: str) -> str:
    return text.replace("\n", " ")
