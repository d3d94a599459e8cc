"""`tidybrief export`: a publication in the formats of other tools.

What belongs here: the command and its answer. How a format is written stands in `publishing`.
"""

from pathlib import Path
from typing import Annotated

import typer

from tidybrief.cli.answers import as_json_text
from tidybrief.cli.exits import Exit, Refusal, told
from tidybrief.cli.options import AsJson, Outputs, RunId
from tidybrief.cli.publications import run_folder
from tidybrief.cli.reference import hint, table_names
from tidybrief.settings import load_settings


def _formats(incomplete: str) -> list[str]:
    from tidybrief.publishing.exports import WRITERS

    return [name for name in WRITERS if name.startswith(incomplete)]


def export(
    form: Annotated[
        str,
        typer.Argument(metavar="FORMAT", help="csv, jsonl, duckdb, xlsx or annotations.", autocompletion=_formats),
    ],
    run_id: RunId = None,
    to: Annotated[Path | None, typer.Option(help="Folder for the files.", show_default="exports/RUN")] = None,
    table: Annotated[
        list[str] | None,
        typer.Option(help="A table; may be given several times.", show_default="all", autocompletion=table_names),
    ] = None,
    outputs: Outputs = None,
    as_json: AsJson = False,
) -> None:
    """Write a publication for other tools. Files of an earlier export are replaced.

    \b
    Examples:
      tidybrief export csv --table figures --table entities
      tidybrief export xlsx
      tidybrief export duckdb --to /tmp
      tidybrief export annotations
    """
    with told(as_json=as_json):
        from tidybrief import publishing
        from tidybrief.publishing import exports

        if form not in exports.WRITERS:
            raise Refusal(Exit.WRONG_USAGE, f"{form}: no such format", f"There are: {', '.join(exports.WRITERS)}")
        folder = run_folder(load_settings(outputs=outputs).outputs, run_id)
        tables = publishing.load(folder)
        for name in table or ():
            if name not in tables:
                raise Refusal(Exit.WRONG_USAGE, f"{name}: no such table", hint(name, tuple(tables), "schema"))
        # Annotations quote the documents, whichever tables are chosen.
        wanted = {*(table or tables), *(["documents"] if form == "annotations" else [])}
        chosen = {name: frame for name, frame in tables.items() if name in wanted}
        try:
            paths = exports.export(chosen, form, to or Path("exports") / folder.name, folder.name)
        except exports.CannotExport as error:
            raise Refusal(Exit.DOES_NOT_HOLD, str(error), error.next_step) from error
        written = [str(path) for path in paths]
        typer.echo(as_json_text(run_id=folder.name, files=written) if as_json else "\n".join(written))
