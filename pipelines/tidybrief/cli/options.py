"""Arguments and options that several commands have, each declared once, and what completes them in a shell.

What belongs here: how something is written on the command line. What it does stands in the command.
"""

from pathlib import Path
from typing import Annotated

import typer

from tidybrief.settings import SettingsError, load_settings


def _run_ids(context: typer.Context, incomplete: str) -> list[str]:
    from tidybrief import publishing

    try:
        outputs = load_settings(outputs=context.params.get("outputs")).outputs
    except SettingsError:
        return []
    return [folder.name for folder in publishing.run_folders(outputs) if folder.name.startswith(incomplete)]


Raw = Annotated[Path | None, typer.Argument(metavar="RAW", help="Folder of the documents.", show_default="raw")]
Outputs = Annotated[Path | None, typer.Option(help="Folder of the publications.", show_default="outputs")]
Reports = Annotated[Path | None, typer.Option(help="Folder the briefing is linked into.", show_default="reports")]
Workers = Annotated[int | None, typer.Option(help="Processes at work at a time.", show_default="one for each core")]
Engine = Annotated[
    str | None, typer.Option(help="Where they run: local, ray, or ray:ADDRESS of a cluster.", show_default="local")
]
RunId = Annotated[
    str | None,
    typer.Argument(metavar="RUN", help="A run_id or run folder.", show_default="the latest", autocompletion=_run_ids),
]
AsJson = Annotated[bool, typer.Option("--json", help="Answer in JSON, on stdout; errors too.")]
Quiet = Annotated[bool, typer.Option("--quiet", "-q", help="Say nothing on stderr but errors.")]
