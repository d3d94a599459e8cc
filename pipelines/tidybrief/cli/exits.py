"""How a command ends: its exit code, and what it says when it does not get what was asked for.

What belongs here: the exit codes of the contract, the same in every command, and from which exception each
comes.
"""

import sys
import traceback
from collections.abc import Iterator
from contextlib import contextmanager
from enum import IntEnum
from typing import NoReturn

import typer

from tidybrief.cli.answers import as_json_text
from tidybrief.lexicon import LexiconError
from tidybrief.reading.judgements import JudgementsError
from tidybrief.settings import SettingsError


class Exit(IntEnum):
    """What an exit code means."""

    DONE = 0
    DOES_NOT_HOLD = 1
    WRONG_USAGE = 2
    NO_USABLE_INPUT = 3
    CRASH = 4
    LOCKED = 5
    INTERRUPTED = 130


class Refusal(Exception):
    """Why a command ends without what was asked for: subject and cause in `message`, and the next step."""

    def __init__(self, code: Exit, message: str, next_step: str) -> None:
        super().__init__(message)
        self.code = code
        self.message = message
        self.next_step = next_step


@contextmanager
def told(*, as_json: bool) -> Iterator[None]:
    """Turns what goes wrong within into a message and an exit code."""
    try:
        yield
    except Refusal as refusal:
        _end(refusal, as_json=as_json)
    except (SettingsError, LexiconError, JudgementsError) as error:
        _end(Refusal(Exit.WRONG_USAGE, error.cause, error.next_step), as_json=as_json)
    except KeyboardInterrupt:
        _end(Refusal(Exit.INTERRUPTED, "interrupted", "The last publication stays."), as_json=as_json)
    except OSError as error:
        cause = f"{error.filename}: {error.strerror}" if error.filename else str(error)
        _end(Refusal(Exit.CRASH, cause, "Mend this, then run again. The last publication stays."), as_json=as_json)
    except Exception as error:  # whatever it is, the contract has an exit code for it
        place = traceback.extract_tb(error.__traceback__)[-1]
        _end(
            Refusal(
                Exit.CRASH,
                f"{type(error).__name__}: {error} ({place.filename}:{place.lineno})",
                "The last publication stays. Report this as an error of tidybrief.",
            ),
            as_json=as_json,
        )


def tell(refusal: Refusal, *, as_json: bool) -> None:
    """Says on stderr what was refused and why, and as JSON on stdout where that was asked for."""
    if as_json:
        error = {"exit_code": refusal.code, "message": refusal.message, "next_step": refusal.next_step}
        typer.echo(as_json_text(error=error))
    print(f"tidybrief: {refusal.message}", f"  → {refusal.next_step}", sep="\n", file=sys.stderr)


def _end(refusal: Refusal, *, as_json: bool) -> NoReturn:
    tell(refusal, as_json=as_json)
    raise typer.Exit(refusal.code)
