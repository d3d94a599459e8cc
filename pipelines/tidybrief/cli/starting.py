"""`tidybrief init`: a new project folder.

What belongs here: the command, and what its files say before anybody has written into them. Nothing that is there
already is touched.
"""

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Annotated, Final

import typer

from tidybrief.cli.answers import as_json_text
from tidybrief.cli.exits import Exit, Refusal, told
from tidybrief.cli.options import AsJson
from tidybrief.reading import SOURCES_FILE
from tidybrief.settings import COLUMNS, KINDS, SETTINGS_FILE, as_plain, defaults, json_schema, settings_file

EXAMPLES: Final = Path(__file__).parent.parent / "example"
"""Documents to try the program on, written for it; in a checkout a link to them."""
EXAMPLE_TITLE: Final = "AI industry and technology policy"
NAMES_FILE: Final = "names.toml"
SCHEMA_FILE: Final = ".tidybrief.schema.json"
SOURCES: Final = """\
# Where each document comes from: one table a file, named as it lies in this folder. All keys are optional; what
# stands here wins over what is guessed. A date of publication lets "last Tuesday" be resolved.
#
# ["report-on-chips.txt"]
# title = "Report on chips"
# author = "A. Writer"
# publisher = "Example Institute"
# published_on = 2025-03-18
# url = "https://example.org/report"
# licence = "CC-BY-4.0"
"""
NAMES: Final = """\
# Names that only your field knows. They win over those of the package. Check them: tidybrief lexicon check
#
# [[name]]
# name = "Kestrel Dynamics"
# type = "ORG"   # ORG, PERSON, PLACE, PRODUCT, POLICY, WORK or EVENT
# aliases = ["Kestrel", "Kestrel Labs"]
# acronyms = ["KD"]
"""
IGNORED: Final = "/outputs/\n/reports/\n/exports/\n"


def init(
    folder: Annotated[Path, typer.Argument(metavar="DIR", help="Folder of the project.", show_default="here")] = (
        Path()
    ),
    example: Annotated[bool, typer.Option("--example", help="Put documents to try into raw/.")] = False,
    as_json: AsJson = False,
) -> None:
    """Make a project folder. It has raw/ with sources.toml, tidybrief.toml, and a file for names of your own.

    \b
    Examples:
      tidybrief init reports-2025
      tidybrief init demo --example && cd demo && tidybrief run

    What is there already stays as it is.
    """
    with told(as_json=as_json):
        if folder.exists() and not folder.is_dir():
            raise Refusal(Exit.WRONG_USAGE, f"{folder}: not a folder", "Name a folder, there already or new.")
        raw = folder / "raw"
        if example and raw.is_dir() and any(raw.iterdir()):
            raise Refusal(
                Exit.WRONG_USAGE,
                f"{raw}: holds files already, examples are not put among them",
                "Name another folder: tidybrief init DIR --example",
            )
        made, kept = [], []
        for path, content in _contents(folder, example):
            if path.exists() or path.is_symlink():
                kept.append(str(path))
            else:
                path.parent.mkdir(parents=True, exist_ok=True)
                path.write_bytes(content)
                made.append(str(path))
        typer.echo(_answer(folder, made, kept, example=example, as_json=as_json))


def _contents(folder: Path, example: bool) -> Iterator[tuple[Path, bytes]]:
    """What lies in a new project: each file with its bytes."""
    if settings_file(folder) in {None, folder / SETTINGS_FILE}:
        title = EXAMPLE_TITLE if example else folder.resolve().name.replace("-", " ").capitalize() or "Briefing"
        yield folder / SETTINGS_FILE, _settings(title).encode()
        yield folder / SCHEMA_FILE, (json.dumps(json_schema(), indent=2) + "\n").encode()
    if example:
        for path in sorted(EXAMPLES.iterdir()):
            yield folder / "raw" / path.name, path.read_bytes()
    else:
        yield folder / "raw" / SOURCES_FILE, SOURCES.encode()
    yield folder / NAMES_FILE, NAMES.encode()
    yield folder / ".gitignore", IGNORED.encode()


def _settings(title: str) -> str:
    """A settings file that says what may be set, with the defaults as comments."""
    set_here = {"title": title, "lexicon": [NAMES_FILE]}
    lines = [
        f"#:schema ./{SCHEMA_FILE}",
        "# Settings of this project. A line without # counts; the others show the default. Paths are relative to",
        "# this file. A flag (--outputs) and the environment (TIDYBRIEF_OUTPUTS) win over what stands here.",
    ]
    for setting in defaults():
        value = set_here.get(setting.name, as_plain(setting.value))
        value = {} if KINDS[setting.name] == COLUMNS else value
        mark = "" if setting.name in set_here else "# "
        lines += [
            "",
            f"# {setting.meaning}.",
            f"{mark}{setting.name} = {json.dumps(setting.example if value == '' else value, ensure_ascii=False)}",
        ]
    return "\n".join(lines) + "\n"


def _answer(folder: Path, made: list[str], kept: list[str], *, example: bool, as_json: bool) -> str:
    if as_json:
        return as_json_text(folder=str(folder), made=made, kept=kept)
    lines = [f"  made   {path}" for path in made] + [f"  kept   {path}, which was there" for path in kept]
    steps = [] if folder == Path() else [f"cd {folder}"]
    steps += [] if example else ["put documents into raw/"]
    return "\n".join([f"Project in {folder.resolve()}", *lines, f"Next: {', '.join([*steps, 'tidybrief run'])}"])
