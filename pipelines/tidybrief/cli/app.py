"""The commands.

What belongs here: arguments, options and what each command answers. Dagster and Polars are imported by the
command that needs them, so that help and wrong usage answer at once.
"""

import gc
import signal
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Final

import typer

from tidybrief import __version__
from tidybrief.cli import answers, evaluation, publications
from tidybrief.cli.exits import Exit, Refusal, told
from tidybrief.cli.lexicon import commands as lexicon_commands
from tidybrief.cli.progress import watched
from tidybrief.cli.publications import run_folder
from tidybrief.lexicon import load_lexicon
from tidybrief.settings import Settings, load_settings

if TYPE_CHECKING:
    from tidybrief.orchestration.refresh import Refreshed

Raw = Annotated[Path | None, typer.Argument(help="Folder of the documents.", show_default="raw")]
Outputs = Annotated[Path | None, typer.Option(help="Folder of the publications.", show_default="outputs")]
Reports = Annotated[Path | None, typer.Option(help="Folder the briefing is linked into.", show_default="reports")]
AsJson = Annotated[bool, typer.Option("--json", help="Answer in JSON, on stdout.")]

app: Final = typer.Typer(
    name="tidybrief",
    no_args_is_help=True,
    add_completion=True,
    pretty_exceptions_enable=False,
    help="A folder of documents in; tidy tables and a briefing out, every number grounded in its words.",
    epilog="Exit codes: 0 done, 1 what was asked for does not hold, 2 wrong usage or settings, "
    "3 no usable input, 4 crash, 5 another run is at work.",
)
app.add_typer(lexicon_commands, name="lexicon")
for command in (publications.diff, publications.explain, publications.history):
    app.command()(command)


def main() -> None:
    """Runs the command line."""
    # A short run makes many objects that stay until its end; looking through them for cycles costs a tenth of its time.
    gc.set_threshold(50_000)
    app()


def _show_version(wanted: bool) -> None:
    if wanted:
        typer.echo(f"tidybrief {__version__}")
        raise typer.Exit


@app.callback()
def _options(
    version: Annotated[
        bool,
        typer.Option("--version", callback=_show_version, is_eager=True, help="Say which version this is."),
    ] = False,
) -> None: ...


@app.command()
def run(raw: Raw = None, outputs: Outputs = None, reports: Reports = None, as_json: AsJson = False) -> None:
    """Read the documents, make the tables and the briefing, and publish them where anything changed."""
    with told(as_json=as_json):
        settings = load_settings(raw=raw, outputs=outputs, reports=reports)
        load_lexicon(settings.lexicon)  # what is wrong with it is wrong usage, and said before anything runs
        refreshed = _refresh(settings)
        typer.echo(answers.of_run(refreshed, settings, as_json=as_json))


@app.command()
def verify(
    run_id: Annotated[
        str | None,
        typer.Argument(metavar="[RUN]", help="The run_id of a publication.", show_default="the latest"),
    ] = None,
    outputs: Outputs = None,
    as_json: AsJson = False,
) -> None:
    """Check a publication again: hashes, schemas, references, and the words of every row."""
    with told(as_json=as_json):
        from tidybrief import publishing

        folder = run_folder(load_settings(outputs=outputs).outputs, run_id)
        checks = publishing.verify(folder)
        typer.echo(answers.of_verify(folder.name, checks, as_json=as_json))
    if not all(check.passed for check in checks):
        raise typer.Exit(Exit.DOES_NOT_HOLD)


@app.command()
def evaluate(
    gold: Annotated[Path, typer.Argument(metavar="GOLD", help="Folder of annotation made by hand.")],
    run_id: Annotated[
        str | None,
        typer.Argument(metavar="[RUN]", help="The run_id of a publication.", show_default="the latest"),
    ] = None,
    outputs: Outputs = None,
    errors: Annotated[int, typer.Option(help="How many errors of each kind to show a measure.", min=0)] = 0,
    as_json: AsJson = False,
) -> None:
    """Measure a publication against your own annotation: precision, recall and F1 of every layer."""
    with told(as_json=as_json):
        folder = run_folder(load_settings(outputs=outputs).outputs, run_id)
        typer.echo(evaluation.of_evaluation(folder, gold, errors=errors, as_json=as_json))


@app.command()
def ui(
    raw: Raw = None,
    outputs: Outputs = None,
    reports: Reports = None,
    port: Annotated[int, typer.Option(help="Port on this machine.", min=1, max=65535)] = 3000,
) -> None:
    """Show the asset graph, the checks and the run history in a browser, until interrupted.

    The schedule and the sensor of the raw folder are at work as long as the UI runs.
    """
    with told(as_json=False):
        from tidybrief.orchestration.server import HOST, DidNotStart, is_free, server

        settings = load_settings(raw=raw, outputs=outputs, reports=reports)
        if not is_free(port):
            raise Refusal(
                Exit.WRONG_USAGE, f"port {port} is in use", f"Name another one: tidybrief ui --port {port + 1}"
            )
        # A shell that starts this in the background lets it ignore interrupts; the server has to hear them.
        for ending in (signal.SIGINT, signal.SIGTERM):
            signal.signal(ending, signal.default_int_handler)
        try:
            with server(settings, port) as process:
                typer.echo(f"http://{HOST}:{port}")
                process.wait()
        except DidNotStart as error:
            raise Refusal(Exit.CRASH, str(error), f"Read why: {error.log}") from error
        except KeyboardInterrupt:
            typer.echo("The UI has ended.", err=True)


def _refresh(settings: Settings) -> "Refreshed":
    from tidybrief.orchestration import failures
    from tidybrief.orchestration.refresh import Crashed, NothingPublished, refresh
    from tidybrief.publishing import Locked

    try:
        with watched() as narrate:
            return refresh(settings, narrate)
    except Locked as error:
        raise Refusal(
            Exit.LOCKED,
            f"{settings.outputs}: another run did not end within {settings.lock_wait_seconds:g} seconds",
            "Wait for it to end, then run again; or name another folder with --outputs.",
        ) from error
    except NothingPublished as error:
        code = {failures.BLOCKED: Exit.DOES_NOT_HOLD, failures.NO_USABLE_INPUT: Exit.NO_USABLE_INPUT}[error.reason]
        raise Refusal(code, str(error), error.next_step) from error
    except Crashed as error:
        raise Refusal(
            Exit.CRASH,
            str(error),
            f"The last publication stays. Look at the run: tidybrief ui --outputs {settings.outputs}",
        ) from error
