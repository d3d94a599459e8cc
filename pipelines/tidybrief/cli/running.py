"""`tidybrief run` and `tidybrief ui`: making publications.

What belongs here: the commands, and what became of a run in terms of the exit codes. Dagster is imported by the command
that needs it, so that help and wrong usage answer at once.
"""

import atexit
import gc
import signal
from typing import TYPE_CHECKING, Annotated

import typer

from tidybrief.cli import answers
from tidybrief.cli.answers import as_json_text
from tidybrief.cli.exits import Exit, Refusal, told
from tidybrief.cli.options import AsJson, Engine, Outputs, Quiet, Raw, Reports, Workers
from tidybrief.cli.progress import watched
from tidybrief.lexicon import load_lexicon
from tidybrief.settings import Settings, load_settings

if TYPE_CHECKING:
    from tidybrief.engines.workers import Crew
    from tidybrief.orchestration.refresh import Refreshed


def run(
    raw: Raw = None,
    outputs: Outputs = None,
    reports: Reports = None,
    workers: Workers = None,
    engine: Engine = None,
    quiet: Quiet = False,
    as_json: AsJson = False,
) -> None:
    """Publish the tables and the briefing. Documents that changed are read; where nothing did, all stays.

    \b
    Examples:
      tidybrief run
      tidybrief run texts --outputs results
      tidybrief run --json
    """
    with told(as_json=as_json):
        settings = load_settings(raw=raw, outputs=outputs, reports=reports, workers=workers, engine=engine)
        _collect_little_garbage()
        from tidybrief.orchestration.batch import crew_for

        gc.freeze()
        with crew_for(settings) as crew:
            refreshed = refresh_once(settings, quiet=quiet, crew=crew)
        typer.echo(answers.of_run(refreshed, settings, as_json=as_json))


def _collect_little_garbage() -> None:
    """A run makes millions of records that live as long as it: the search for cycles among them, which Python repeats
    on the way and at the end of the process, takes seconds and finds none. What is imported after this is frozen: no
    search between two steps looks at it again."""
    gc.set_threshold(1_000_000, 50, 50)
    atexit.register(gc.freeze)


def ui(
    raw: Raw = None,
    outputs: Outputs = None,
    reports: Reports = None,
    port: Annotated[int, typer.Option(help="Port on this machine.", min=1, max=65535)] = 3000,
    quiet: Quiet = False,
    as_json: AsJson = False,
) -> None:
    """Show the pipeline in a browser. Asset graph, checks and run history, until interrupted.

    \b
    Examples:
      tidybrief ui
      tidybrief ui --port 3001

    The schedule and the sensor of the raw folder are at work as long as the UI runs.
    """
    with told(as_json=as_json):
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
                address = f"http://{HOST}:{port}"
                typer.echo(as_json_text(address=address) if as_json else address)
                process.wait()
        except DidNotStart as error:
            raise Refusal(Exit.CRASH, str(error), f"Read why: {error.log}") from error
        except KeyboardInterrupt:
            if not quiet:
                typer.echo("The UI has ended.", err=True)


def refresh_once(settings: Settings, *, quiet: bool, crew: "Crew | None" = None) -> "Refreshed":
    """The latest publication after a run, with the processes of a crew or its own. Raises Refusal with the exit code of
    the contract."""
    # What is wrong with these is wrong usage, and said before anything runs.
    from tidybrief import corpus
    from tidybrief.publishing import copies

    load_lexicon(settings.lexicon)
    corpus.judgements_beside(settings.raw)
    if settings.publish_to:
        copies.hold_address(settings.publish_to)

    from tidybrief.orchestration import failures
    from tidybrief.orchestration.refresh import Crashed, NothingPublished, refresh
    from tidybrief.publishing import Locked

    try:
        with watched(quiet=quiet) as narrate:
            return refresh(settings, narrate, crew)
    except (Locked, NothingPublished, Crashed) as error:
        for note in getattr(error, "__notes__", ()):
            typer.echo(f"tidybrief: {note}", err=True)
        if isinstance(error, Locked):
            raise Refusal(
                Exit.LOCKED,
                f"{settings.outputs}: another run did not end within {settings.lock_wait_seconds:g} seconds",
                "Wait for it to end, then run again; or name another folder with --outputs.",
            ) from error
        if isinstance(error, NothingPublished):
            code = Exit.NO_USABLE_INPUT if error.reason == failures.NO_USABLE_INPUT else Exit.DOES_NOT_HOLD
            raise Refusal(code, str(error), error.next_step) from error
        next_step = f"{failures.LOOK_AT_THE_RUN} --outputs {settings.outputs}"
        raise Refusal(Exit.CRASH, str(error), next_step) from error
