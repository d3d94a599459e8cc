"""How the command line as a whole behaves.

What belongs here: what holds for every command, wrong usage above all. The commands stand in the other modules.
"""

import sys
from collections.abc import Sequence
from typing import Any, Final

import typer
from typer.core import TyperGroup

from tidybrief.cli.exits import Exit, Refusal, tell

JSON_FLAG: Final = "--json"


class Commands(TyperGroup):
    """All commands. Who asks for JSON gets wrong usage in JSON too."""

    def main(
        self,
        args: Sequence[str] | None = None,
        prog_name: str | None = None,
        complete_var: str | None = None,
        standalone_mode: bool = True,
        windows_expand_args: bool = True,
        **extra: Any,
    ) -> Any:
        """Runs the command that the arguments name, and ends the process unless `standalone_mode` is off."""
        arguments = sys.argv[1:] if args is None else list(args)
        if JSON_FLAG not in arguments or not standalone_mode:
            return super().main(arguments, prog_name, complete_var, standalone_mode, windows_expand_args, **extra)
        try:
            exit_code = super().main(arguments, prog_name, complete_var, False, windows_expand_args, **extra)
        except typer.TyperException as error:
            tell(Refusal(Exit.WRONG_USAGE, _message(error), f"See {_help(arguments)}"), as_json=True)
            sys.exit(Exit.WRONG_USAGE)
        sys.exit(exit_code or Exit.DONE)


def _message(error: typer.TyperException) -> str:
    told = getattr(error, "format_message", error.__str__)()
    return str(told).rstrip(".") or "no command is named"


def _help(arguments: Sequence[str]) -> str:
    named = [argument for argument in arguments[:1] if not argument.startswith("-")]
    return " ".join(["tidybrief", *named, "--help"])
