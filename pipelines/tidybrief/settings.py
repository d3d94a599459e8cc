"""The settings of a project: its `tidybrief.toml` as one typed, frozen value.

What belongs here: what a user may set, what it means, its bounds and where it came from. What a setting does
stands in the room that uses it. A command-line flag wins over the environment (`TIDYBRIEF_OUTPUTS`, …), that
over the file, that over the default. The file is `tidybrief.toml`, or the table `[tool.tidybrief]` of a
`pyproject.toml`. Paths in the file are relative to the file, all others to the working folder.
"""

import json
import os
import re
import tomllib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, fields, replace
from difflib import get_close_matches
from pathlib import Path
from typing import Any, Final, get_type_hints

from tidybrief.vocabulary import RECORD_FIELDS

SETTINGS_FILE: Final = "tidybrief.toml"
PROJECT_FILE: Final = "pyproject.toml"
TABLE_OF_PROJECT_FILE: Final = "tool.tidybrief"
ENVIRONMENT_PREFIX: Final = "TIDYBRIEF_"
JSON_SCHEMA_DIALECT: Final = "http://json-schema.org/draft-07/schema#"
ENDLESS: Final = float("inf")


class SettingsError(ValueError):
    """A setting that cannot be used: where it stands and what is wrong, and the next step."""

    def __init__(self, cause: str, next_step: str) -> None:
        super().__init__(f"{cause}. {next_step}")
        self.cause = cause
        self.next_step = next_step


def _setting(
    default: Any,
    meaning: str,
    *,
    low: float = -ENDLESS,
    high: float = ENDLESS,
    like: str = "",
    example: str = "…",
    is_published: bool = False,
    is_secret: bool = False,
) -> Any:
    """A field with what it means. `like` is the pattern of a text, `example` one that is not the default;
    `is_published` marks what a publication says or depends on, `is_secret` what is shown to nobody."""
    stated = {"meaning": meaning, "low": low, "high": high, "like": like, "example": example}
    return field(default=default, metadata={**stated, "is_published": is_published, "is_secret": is_secret})


@dataclass(frozen=True, slots=True)
class Settings:
    """What a run works on and within which bounds. A text that is empty is not stated."""

    title: str = _setting("Briefing", "Title of the briefing and of the publication", is_published=True)
    description: str = _setting("", "What the publication is about, in a sentence or two", is_published=True)
    publisher: str = _setting("", "Who publishes: a person or an organisation", is_published=True)
    licence: str = _setting(
        "", 'Licence of the tables: an SPDX identifier such as "CC-BY-4.0", or an address', is_published=True
    )
    citation: str = _setting("", "How the publication is to be cited", is_published=True)
    raw: Path = _setting(Path("raw"), "Folder of the documents")
    outputs: Path = _setting(Path("outputs"), "Folder of the publications and their history")
    reports: Path = _setting(Path("reports"), "Folder that the latest briefing is linked into")
    lexicon: tuple[Path, ...] = _setting((), "Files of names that win over those of the package")
    columns: tuple[tuple[str, str], ...] = _setting(
        (), "Columns of a table of texts: what they hold and their name, the first present one of several counting"
    )
    keep_runs: int = _setting(10, "Publications that are kept, the latest included", low=1)
    max_reject_share: float = _setting(
        0.05, "Share of rejected rows (0 to 1) above which nothing is published", low=0, high=1, is_published=True
    )
    max_file_bytes: int = _setting(20 * 1024 * 1024, "Size in bytes above which a file is not read", low=1)
    lock_wait_seconds: float = _setting(60.0, "Seconds that a run waits for another one to end", low=0, high=24 * 3600)
    workers: int = _setting(0, "Processes at work at a time; 0 is one for each core", low=0, high=1024)
    engine: str = _setting(
        "local",
        'Where they run: "local"; "ray", a Ray started on this machine; or "ray:" and the address of a cluster',
        like=r"local|ray(:.+)?",
    )
    publish_to: str = _setting(
        "",
        "Address of a folder, on an object store or elsewhere, that each publication is copied to",
        like=r"[a-z][a-z0-9+.-]*://\S+",
        example="s3://bucket/folder",
    )
    failure_webhook: str = _setting(
        "",
        "Address that is sent a JSON object when a run fails",
        like=r"https?://\S+",
        example="https://example.org/hook",
        is_secret=True,
    )
    failure_email: str = _setting(
        "", "Who gets an e-mail when a run fails", like=r"[^@\s]+@[^@\s]+", example="team@example.org"
    )
    mail_server: str = _setting(
        "smtp://localhost",
        'Server that sends it: "smtp://host:port", or "smtps://user:password@host"',
        like=r"smtps?://\S+",
        is_secret=True,
    )

    @property
    def published(self) -> dict[str, Any]:
        """The settings that a publication says or depends on, as far as they are stated."""
        values = {each.name: getattr(self, each.name) for each in fields(self) if each.metadata["is_published"]}
        return {name: value for name, value in values.items() if value != ""}


@dataclass(frozen=True, slots=True)
class InForce:
    """One setting with its value and where that comes from: "default", "flag", a variable or a file."""

    name: str
    value: Any
    origin: str
    meaning: str
    example: str

    @property
    def shown(self) -> Any:
        """The value as TOML and JSON have it; not that of a secret."""
        is_hidden = _FIELDS[self.name].metadata["is_secret"] and self.origin != "default"
        return "(hidden)" if is_hidden else as_plain(self.value)


KINDS: Final[Mapping[str, Any]] = get_type_hints(Settings)
PATHS: Final = KINDS["lexicon"]
COLUMNS: Final = KINDS["columns"]
_FIELDS: Final = {each.name: each for each in fields(Settings)}


def load_settings(file: Path | None = None, *, environment: Mapping[str, str] = os.environ, **flags: Any) -> Settings:
    """The settings of `file`, of the environment and of the flags that are not None.

    Without `file`, those of the working folder: `tidybrief.toml`, or else `[tool.tidybrief]` in its
    `pyproject.toml`. Raises SettingsError for a file that does not parse, an unknown key, a value of the wrong
    type or out of bounds, and where both files have settings.
    """
    return Settings(**{each.name: each.value for each in settings_in_force(file, environment=environment, **flags)})


def settings_in_force(
    file: Path | None = None, *, environment: Mapping[str, str] = os.environ, **flags: Any
) -> list[InForce]:
    """Each setting with its value and where that comes from. Raises like `load_settings`."""
    file = file or settings_file()
    given = {name: (value, str(file)) for name, value in (_from_file(file) if file else {}).items()}
    given |= {name: (value, _variable(name)) for name, value in _from_environment(environment).items()}
    given |= {name: (value, "flag") for name, value in flags.items() if value is not None}
    for name, (value, _) in given.items():
        _hold(name, value)
    return [
        replace(each, value=given[each.name][0], origin=given[each.name][1]) if each.name in given else each
        for each in defaults()
    ]


def defaults() -> list[InForce]:
    """Each setting as it is where nobody sets it."""
    return [
        InForce(name, each.default, "default", each.metadata["meaning"], each.metadata["example"])
        for name, each in _FIELDS.items()
    ]


def changed(settings: Settings, values: Mapping[str, Any]) -> Settings:
    """The settings with some values of the right types set anew. Raises SettingsError for one out of bounds."""
    for name, value in values.items():
        if value != getattr(settings, name):
            _hold(name, value)
    return replace(settings, **values)


def _hold(name: str, value: Any) -> None:
    stated = _FIELDS[name].metadata
    low, high = stated["low"], stated["high"]
    if isinstance(value, int | float) and not low <= value <= high:
        bounds = f"at least {low:g}" if high == ENDLESS else f"{low:g} to {high:g}"
        raise SettingsError(f"{name}: {value} is out of bounds", f"Set it to {bounds}.")
    if not re.fullmatch(stated["like"] or ".*", str(value), re.DOTALL):
        told = "what is set" if stated["is_secret"] else repr(value)
        raise SettingsError(f"{name}: {told} means nothing", f"It is: {stated['meaning']}.")


def settings_file(folder: Path = Path()) -> Path | None:
    """The file of a folder that holds the settings; None where there is none. Raises SettingsError for two."""
    own, shared = folder / SETTINGS_FILE, folder / PROJECT_FILE
    in_shared = shared.is_file() and "tidybrief" in _parse(shared).get("tool", {})
    if in_shared and own.exists():
        raise SettingsError(
            f"{shared}: [{TABLE_OF_PROJECT_FILE}] and {own} both hold settings", "Keep one of them: delete the other."
        )
    return shared if in_shared else own if own.exists() else None


def json_schema() -> dict[str, Any]:
    """The JSON Schema of `tidybrief.toml`, for editors that check and complete it."""
    return {
        "$schema": JSON_SCHEMA_DIALECT,
        "title": f"Settings of tidybrief ({SETTINGS_FILE})",
        "type": "object",
        "additionalProperties": False,
        "properties": {name: _property(each) for name, each in _FIELDS.items()},
    }


def _property(each: Any) -> dict[str, Any]:
    kind = KINDS[each.name]
    forms: dict[Any, dict[str, Any]] = {
        int: {"type": "integer"},
        float: {"type": "number"},
        PATHS: {"type": "array", "items": {"type": "string", "minLength": 1}},
        COLUMNS: {
            "type": "object",
            "propertyNames": {"enum": list(RECORD_FIELDS)},
            "additionalProperties": {"type": ["string", "array"], "items": {"type": "string"}},
        },
    }
    bounds = {"minimum": each.metadata["low"], "maximum": each.metadata["high"]}
    return {
        **forms.get(kind, {"type": "string", "minLength": 1}),
        **{name: bound for name, bound in bounds.items() if abs(bound) != ENDLESS},
        **({"pattern": f"^({each.metadata['like']})$"} if each.metadata["like"] else {}),
        "description": each.metadata["meaning"],
        **({"default": as_plain(each.default)} if each.default != "" and kind != COLUMNS else {}),
    }


def as_plain(value: Any) -> Any:
    """The value of a setting as TOML and JSON have it."""
    if isinstance(value, tuple) and value and isinstance(value[0], tuple):
        return {field: [column for named, column in value if named == field] for field, _ in value}
    if isinstance(value, tuple):
        return [as_plain(each) for each in value]
    return value.as_posix() if isinstance(value, Path) else value


def as_environment(settings: Settings) -> dict[str, str]:
    """The variables that give another process the same settings, wherever it works; paths made absolute."""
    texts = {name: _as_text(getattr(settings, name)) for name in KINDS}
    return {_variable(name): text for name, text in texts.items() if text or KINDS[name] in {PATHS, COLUMNS}}


def _variable(name: str) -> str:
    return f"{ENVIRONMENT_PREFIX}{name.upper()}"


def _as_text(value: Any) -> str:
    if isinstance(value, tuple) and value and isinstance(value[0], tuple):
        return json.dumps(as_plain(value))
    if isinstance(value, tuple):
        return os.pathsep.join(map(_as_text, value))
    return str(value.absolute() if isinstance(value, Path) else value)


def _parse(file: Path) -> dict[str, Any]:
    try:
        return tomllib.loads(file.read_bytes().decode("utf-8-sig"))
    except FileNotFoundError:
        return {}
    except OSError as error:
        raise SettingsError(f"{file}: {error.strerror}", "Make it a file that can be read.") from error
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise SettingsError(f"{file}: not valid TOML: {error}", "Mend this place, then run again.") from error


def _from_file(file: Path) -> dict[str, Any]:
    table = _parse(file)
    if file.name == PROJECT_FILE:
        table = table.get("tool", {}).get("tidybrief", {})
    _refuse_unknown(file, table)
    values = {name: _typed(f"{file}: {name}", value, KINDS[name]) for name, value in table.items()}
    return {name: _beside(file, value) for name, value in values.items()}


def _beside(file: Path, value: Any) -> Any:
    """The value with its paths, where it has any, relative to the folder of the file."""
    if isinstance(value, tuple):
        return tuple(file.parent / each if isinstance(each, Path) else each for each in value)
    return file.parent / value if isinstance(value, Path) else value


def _from_environment(environment: Mapping[str, str]) -> dict[str, Any]:
    given = {
        variable.removeprefix(ENVIRONMENT_PREFIX).lower(): text
        for variable, text in environment.items()
        if variable.startswith(ENVIRONMENT_PREFIX)
    }
    _refuse_unknown("environment", given)
    return {name: _parsed(f"environment: {_variable(name)}", text, KINDS[name]) for name, text in given.items()}


def _parsed(place: str, text: str, kind: Any) -> Any:
    if kind == PATHS:
        return tuple(Path(path) for path in text.split(os.pathsep) if path)
    if kind == COLUMNS:
        return _typed(place, _loaded(text) if text else {}, kind)
    try:
        value = kind(text) if kind in {int, float} else text
    except ValueError:
        value = text
    return _typed(place, value, kind)


def _loaded(text: str) -> Any:
    try:
        return json.loads(text)
    except ValueError:
        return text


def _refuse_unknown(place: object, names: Iterable[str]) -> None:
    for name in names:
        if name not in KINDS:
            near = get_close_matches(name, KINDS, n=1)
            hint = f"Did you mean '{near[0]}'?" if near else f"Known settings: {', '.join(KINDS)}."
            raise SettingsError(f"{place}: unknown setting '{name}'", hint)


def _typed(place: str, value: Any, kind: Any) -> Any:
    if kind == PATHS and isinstance(value, list) and all(isinstance(path, str) and path for path in value):
        return tuple(map(Path, value))
    if kind == COLUMNS and isinstance(value, dict):
        return _columns(place, value)
    if kind is Path and isinstance(value, str) and value:
        return Path(value)
    if kind is float and type(value) is int:
        return float(value)
    if type(value) is kind and value != "":
        return value
    wanted = {
        str: "a text",
        Path: "a path",
        int: "a whole number",
        float: "a number",
        PATHS: "a list of paths",
        COLUMNS: "a table of column names",
    }[kind]
    raise SettingsError(f"{place}: {value!r} is not {wanted}", f"Write {wanted} here.")


def _columns(place: str, table: Mapping[str, Any]) -> tuple[tuple[str, str], ...]:
    pairs: list[tuple[str, str]] = []
    for field_, named in table.items():
        names = named if isinstance(named, list) else [named]
        if field_ not in RECORD_FIELDS:
            raise SettingsError(f"{place}: nothing is called '{field_}'", f"Known: {', '.join(RECORD_FIELDS)}.")
        if not names or not all(isinstance(name, str) and name for name in names):
            raise SettingsError(f"{place}: {field_}: {named!r} is no name of a column", "Write one name, or a list.")
        pairs += [(field_, name) for name in names]
    return tuple(pairs)
