"""What a user sees while a run is at work.

What belongs here: a line on stderr that says what is being done, on a terminal only. Logs and pipes stay
clean.
"""

import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager


@contextmanager
def watched(*, quiet: bool) -> Iterator[Callable[[str], None]]:
    """What to call with a few words about each step."""
    if quiet or not sys.stderr.isatty():
        yield _ignore
        return
    from rich.console import Console

    with Console(stderr=True).status("starting") as status:
        yield status.update


def _ignore(_: str) -> None:
    """Nobody watches."""
