"""The command line put together.

What belongs here: which commands there are, in the order of the help. What a command does stands in its module.
"""

import gc
from typing import Annotated, Final

import typer

from tidybrief import __version__
from tidybrief.cli import evaluation, keeping, publications, reference, running
from tidybrief.cli.doctor import doctor
from tidybrief.cli.exporting import export
from tidybrief.cli.groups import Commands
from tidybrief.cli.lexicon import commands as lexicon_commands
from tidybrief.cli.report import report
from tidybrief.cli.starting import init
from tidybrief.cli.watching import watch

app: Final = typer.Typer(
    name="tidybrief",
    cls=Commands,
    no_args_is_help=True,
    add_completion=True,
    pretty_exceptions_enable=False,
    rich_markup_mode=None,
    help="""A folder of documents in; tidy tables and a briefing out, every number grounded in its words.

    \b
    Examples:
      tidybrief init demo --example && cd demo && tidybrief run
      tidybrief run
      tidybrief explain org:baidu
    """,
    epilog="Exit codes: 0 done, 1 what was asked for does not hold, 2 wrong usage or settings, "
    "3 no usable input, 4 crash, 5 another run is at work.",
)
for command in (
    init,
    doctor,
    running.run,
    watch,
    report,
    publications.diff,
    publications.explain,
    publications.history,
    publications.verify,
    evaluation.evaluate,
    export,
    keeping.pin,
    keeping.purge,
    reference.schema,
    reference.rule,
    running.ui,
):
    app.command()(command)
app.add_typer(lexicon_commands, name="lexicon")


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
