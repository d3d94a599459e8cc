"""The settings of a project: its `tidybrief.toml` as one typed, frozen value.

What belongs here: what a user may set, what it means, its bounds and where it came from. What a setting does
stands in the room that uses it. A command-line flag wins over the environment (`TIDYBRIEF_OUTPUTS`, …), that
over the file, that over the default. Paths in the file are relative to the file, all others to the working
folder.
"""

import os
import tomllib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from difflib import get_close_matches
from pathlib import Path
from typing import Any, Final, get_type_hints

SETTINGS_FILE: Final = "tidybrief.toml"
ENVIRONMENT_PREFIX: Final = "TIDYBRIEF_"
BOUNDS: Final[Mapping[str, tuple[float, float]]] = {
    "keep_runs": (1, float("inf")),
    "max_reject_share": (0, 1),
    "max_file_bytes": (1, float("inf")),
    "lock_wait_seconds": (0, 24 * 3600),
    "workers": (0, 1024),
}


class SettingsError(ValueError):
    """A setting that cannot be used: where it stands and what is wrong, and the next step."""

    def __init__(self, cause: str, next_step: str) -> None:
        super().__init__(f"{cause}. {next_step}")
        self.cause = cause
        self.next_step = next_step


@dataclass(frozen=True, slots=True)
class Settings:
    """What a run works on and within which bounds.

    `raw` is the folder of the documents, `outputs` that of the publications and their history, `reports` the
    one that the latest briefing is linked into. `keep_runs` counts the publications kept, the latest
    included. Above `max_reject_share` (0 to 1) of rejected rows nothing is published. A run waits
    `lock_wait_seconds` for another one to end. `workers` processes extract at a time; 0 is one for each core.
    `lexicon` are files of names that win over those of the package.
    """

    title: str = "Briefing"
    raw: Path = Path("raw")
    outputs: Path = Path("outputs")
    reports: Path = Path("reports")
    keep_runs: int = 10
    max_reject_share: float = 0.05
    max_file_bytes: int = 20 * 1024 * 1024
    lock_wait_seconds: float = 60.0
    workers: int = 0
    lexicon: tuple[Path, ...] = ()


KINDS: Final[Mapping[str, Any]] = get_type_hints(Settings)
PATHS: Final = KINDS["lexicon"]


def load_settings(
    file: Path = Path(SETTINGS_FILE), *, environment: Mapping[str, str] = os.environ, **flags: Any
) -> Settings:
    """The settings of `file`, where there is one, of the environment and of the flags that are not None.

    Raises SettingsError for a file that does not parse, an unknown key, a value of the wrong type or out of
    bounds.
    """
    values = _from_file(file) | _from_environment(environment)
    values |= {name: value for name, value in flags.items() if value is not None}
    for name, (low, high) in BOUNDS.items():
        if name in values and not low <= values[name] <= high:
            raise SettingsError(f"{name}: {values[name]} is out of bounds", f"Set it to {low} to {high}.")
    return Settings(**values)


def as_environment(settings: Settings) -> dict[str, str]:
    """The variables that give another process the same settings, wherever it works; paths made absolute."""
    return {f"{ENVIRONMENT_PREFIX}{name.upper()}": _as_text(getattr(settings, name)) for name in KINDS}


def _as_text(value: Any) -> str:
    if isinstance(value, tuple):
        return os.pathsep.join(map(_as_text, value))
    return str(value.absolute() if isinstance(value, Path) else value)


def _from_file(file: Path) -> dict[str, Any]:
    try:
        table = tomllib.loads(file.read_bytes().decode("utf-8-sig"))
    except FileNotFoundError:
        return {}
    except OSError as error:
        raise SettingsError(f"{file}: {error.strerror}", "Make it a file that can be read.") from error
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise SettingsError(f"{file}: not valid TOML: {error}", "Mend this place, then run again.") from error
    _refuse_unknown(file, table)
    values = {name: _typed(f"{file}: {name}", value, KINDS[name]) for name, value in table.items()}
    return {name: _beside(file, value) for name, value in values.items()}


def _beside(file: Path, value: Any) -> Any:
    """The value with its paths, where it has any, relative to the folder of the file."""
    if isinstance(value, tuple):
        return tuple(file.parent / path for path in value)
    return file.parent / value if isinstance(value, Path) else value


def _from_environment(environment: Mapping[str, str]) -> dict[str, Any]:
    given = {
        variable.removeprefix(ENVIRONMENT_PREFIX).lower(): text
        for variable, text in environment.items()
        if variable.startswith(ENVIRONMENT_PREFIX)
    }
    _refuse_unknown("environment", given)
    return {
        name: _parsed(f"environment: {ENVIRONMENT_PREFIX}{name.upper()}", text, KINDS[name])
        for name, text in given.items()
    }


def _parsed(place: str, text: str, kind: Any) -> Any:
    if kind == PATHS:
        return tuple(Path(path) for path in text.split(os.pathsep) if path)
    try:
        value = kind(text) if kind in {int, float} else text
    except ValueError:
        value = text
    return _typed(place, value, kind)


def _refuse_unknown(place: object, names: Iterable[str]) -> None:
    for name in names:
        if name not in KINDS:
            near = get_close_matches(name, KINDS, n=1)
            hint = f"Did you mean '{near[0]}'?" if near else f"Known settings: {', '.join(KINDS)}."
            raise SettingsError(f"{place}: unknown setting '{name}'", hint)


def _typed(place: str, value: Any, kind: Any) -> Any:
    if kind == PATHS and isinstance(value, list) and all(isinstance(path, str) and path for path in value):
        return tuple(map(Path, value))
    if kind is Path and isinstance(value, str) and value:
        return Path(value)
    if kind is float and type(value) is int:
        return float(value)
    if type(value) is kind and value != "":
        return value
    wanted = {str: "a text", Path: "a path", int: "a whole number", float: "a number", PATHS: "a list of paths"}[kind]
    raise SettingsError(f"{place}: {value!r} is not {wanted}", f"Write {wanted} here.")
