"""`tidybrief lexicon`: what a domain expert asks about the names and words that extraction goes by.

What belongs here: the command and its answer. What is an error, and what is doubtful, is said in `lexicon`.
"""

from collections.abc import Sequence
from pathlib import Path
from typing import Annotated, Final

import typer

from tidybrief.cli.answers import as_json_text
from tidybrief.cli.exits import Exit, told
from tidybrief.cli.options import AsJson
from tidybrief.lexicon import Report, check_lexicon
from tidybrief.settings import load_settings

commands: Final = typer.Typer(no_args_is_help=True, help="The names and words that extraction goes by.")


@commands.callback()
def _group() -> None: ...


@commands.command()
def check(
    files: Annotated[
        list[Path] | None,
        typer.Argument(
            metavar="FILE", help="Lexicon files of your own.", show_default="those of the package and the project"
        ),
    ] = None,
    as_json: AsJson = False,
) -> None:
    """Check lexicon files: what cannot be used, what is doubtful, and how many names there are of each type.

    \b
    Examples:
      tidybrief lexicon check
      tidybrief lexicon check my-names.toml
    """
    with told(as_json=as_json):
        from tidybrief.extraction.names.word_case import is_mostly_lower_case

        own = files or load_settings().lexicon
        report = check_lexicon(own, is_mostly_lower_case, with_package=not files)
        typer.echo(_answer(report, own, as_json=as_json))
    if not report.holds:
        raise typer.Exit(Exit.DOES_NOT_HOLD)


def _answer(report: Report, own: Sequence[Path], *, as_json: bool) -> str:
    """The report; in words, who has files of their own is not told what is doubtful in those of the package."""
    errors = [problem for problem in report.problems if problem.is_error]
    theirs = {str(file) for file in own}
    warnings = [each for each in report.problems if not each.is_error and (not own or each.file in theirs)]
    if as_json:
        told_problems = [
            {
                "severity": "error" if problem.is_error else "warning",
                "file": problem.file,
                "line": problem.line,
                "cause": problem.cause,
                "remedy": problem.remedy,
            }
            for problem in report.problems
        ]
        counts = {kind: {"names": count.names, "forms": count.surfaces} for kind, count in report.counts.items()}
        return as_json_text(holds=report.holds, files=report.files, counts=counts, problems=told_problems)
    lines = []
    for severity, problems in (("error", errors), ("warning", warnings)):
        for problem in problems:
            lines += [f"{severity}: {problem}", f"  → {problem.remedy}"]
    lines.append(f"{'type':<10}{'names':>8}{'forms':>8}")
    lines += [f"{kind:<10}{count.names:>8,}{count.surfaces:>8,}" for kind, count in report.counts.items()]
    files = f"{len(report.files)} file{'' if len(report.files) == 1 else 's'}"
    verdict = "can be used" if report.holds else "cannot be used"
    lines.append(f"{files}: {verdict}, errors: {len(errors)}, warnings: {len(warnings)}")
    return "\n".join(lines)
