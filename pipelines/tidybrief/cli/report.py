"""`tidybrief report`: the page of a publication once more.

What belongs here: the command and its answer. What the page is made from is told in `publishing`.
"""

import webbrowser
from pathlib import Path
from typing import Annotated

import typer

from tidybrief.cli.answers import as_json_text
from tidybrief.cli.exits import Exit, Refusal, told
from tidybrief.cli.options import AsJson, Outputs, RunId
from tidybrief.cli.publications import run_folder
from tidybrief.settings import load_settings


def report(
    run_id: RunId = None,
    outputs: Outputs = None,
    reports: Annotated[Path | None, typer.Option(help="Folder that gets the page.", show_default="reports")] = None,
    show: Annotated[bool, typer.Option("--open", help="Open the page in the browser.")] = False,
    as_json: AsJson = False,
) -> None:
    """Make a briefing again. From the published tables alone, in REPORTS/RUN.

    \b
    Examples:
      tidybrief report
      tidybrief report 0007-3f9c2a1b --open

    The publication itself stays as it is, and nothing is read or extracted anew.
    """
    with told(as_json=as_json):
        from tidybrief import publishing
        from tidybrief.publishing import pages

        settings = load_settings(outputs=outputs, reports=reports)
        run = publishing.read_run(run_folder(settings.outputs, run_id))
        if run is None:
            raise Refusal(Exit.WRONG_USAGE, f"{run_id}: its run.json cannot be read", "Name another publication.")
        page = pages.remake_page(run, settings.keep_runs)
        path = pages.write_page(page, run, settings.reports / run.run_id)
        same = pages.is_as_published(page, run)
        if as_json:
            typer.echo(as_json_text(run_id=run.run_id, briefing=str(path), as_published=same))
        else:
            word = "the same bytes as published" if same else "not the same bytes as published"
            typer.echo(f"Made the briefing of {run.run_id} again: {word}\n  briefing   {path}")
        if show and not webbrowser.open(path.absolute().as_uri()):
            raise Refusal(Exit.DOES_NOT_HOLD, "no browser could be started", f"Open {path} yourself.")
