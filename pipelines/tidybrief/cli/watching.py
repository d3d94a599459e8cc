"""`tidybrief watch`: a publication whenever something changed.

What belongs here: the command, and what it looks at. What a run does is the same as in `tidybrief run`.
"""

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Annotated, Final

import typer

from tidybrief.cli import answers
from tidybrief.cli.exits import Exit, Refusal, told
from tidybrief.cli.options import AsJson, Outputs, Quiet, Raw, Reports
from tidybrief.cli.running import refresh_once
from tidybrief.settings import SETTINGS_FILE, Settings, SettingsError, load_settings, settings_file

LOOK_EVERY: Final = 500
"""Milliseconds between two looks at the settings and lexicon files, which lie outside the raw folder."""
PATIENCE: Final = 20
"""So many times the time without a change is waited for one, then a run starts amid changes."""


def watch(
    raw: Raw = None,
    outputs: Outputs = None,
    reports: Reports = None,
    settle: Annotated[float, typer.Option(help="Seconds without a change before a run.", min=0.05, max=3600)] = 1.0,
    quiet: Quiet = False,
    as_json: AsJson = False,
) -> None:
    """Publish whenever a document or a setting changed. The first run is at once; stop it with Ctrl+C.

    \b
    Examples:
      tidybrief watch
      tidybrief watch texts --settle 5
      tidybrief watch --json

    What goes wrong in a run is told, and the next change is waited for.
    """

    def settings() -> Settings:
        return load_settings(raw=raw, outputs=outputs, reports=reports)

    with told(as_json=as_json):
        if not settings().raw.is_dir():
            raise Refusal(Exit.NO_USABLE_INPUT, f"{settings().raw}: no such folder", "Make it, or name another one.")
        try:
            for _ in _changes(settings, settle):
                _publish(settings, quiet=quiet, as_json=as_json)
        except KeyboardInterrupt:
            if not quiet:
                typer.echo("Watching has ended.", err=True)


def _publish(settings: Callable[[], Settings], *, quiet: bool, as_json: bool) -> None:
    """One run; what goes wrong in it is told and ends nothing."""
    try:
        with told(as_json=as_json):
            current = settings()
            typer.echo(answers.of_run(refresh_once(current, quiet=quiet), current, as_json=as_json))
    except typer.Exit as ending:
        if ending.exit_code == Exit.INTERRUPTED:
            raise KeyboardInterrupt from None
    if not quiet:
        typer.echo("Waiting for changes.", err=True)


def _changes(settings: Callable[[], Settings], settle: float) -> Iterator[None]:
    """Once at the beginning, and then whenever something that a run reads has changed and come to rest."""
    from watchfiles import watch as watch_folder

    step = int(settle * 1000)
    seen = None
    # The folder is watched from before the first run on, so that no change during a run is missed.
    for changes in watch_folder(
        settings().raw, step=step, debounce=step * PATIENCE, rust_timeout=LOOK_EVERY, yield_on_timeout=True
    ):
        state = _state(settings)
        if changes or state != seen:
            seen = state
            yield


def _state(settings: Callable[[], Settings]) -> dict[Path, tuple[int, int]]:
    """When the files beside the documents were written, and their sizes."""
    try:
        named = (settings_file(), *settings().lexicon)
    except SettingsError:
        named = (Path(SETTINGS_FILE),)
    present = [path for path in named if path and path.is_file()]
    return {path: (path.stat().st_mtime_ns, path.stat().st_size) for path in present}
