"""The metadata block that may open a file.

What belongs here: finding the block and reading its simple entries, between `---` lines (YAML's `key: value`)
or `+++` lines (TOML). The block stays part of the document's text, so that offsets hold; `span` tells the
other rooms where it ends.
"""

import re
import tomllib
from collections.abc import Mapping
from typing import Final

from tidybrief.reading.problem import InputError

_FENCES: Final = ("---", "+++")
_LONGEST_BLOCK: Final = 20_000
_ENTRY: Final = re.compile(r"(?P<key>[A-Za-z_][\w -]{0,60}?)[ \t]*:(?:[ \t]+(?P<value>.*))?$")
_CONTINUATION: Final = re.compile(r"\s*$|\s*#|\s+\S|- ")
_TOML_ENTRY: Final = re.compile(r"^[\w\"'.-]+[ \t]*=", re.MULTILINE)


def span(text: str) -> tuple[int, int] | None:
    """Where the block stands, both fences and the newline after it included, or None where there is none.

    Pure. The block starts at 0. A text that opens with a rule but goes on in prose has no block.
    """
    fence = text[:3]
    if fence not in _FENCES or text[3 : text.find("\n")].strip():
        return None
    head = text[:_LONGEST_BLOCK]
    closing = re.compile(rf"^{re.escape(fence)}[ \t]*(?:\n|\Z)", re.MULTILINE).search(head, 4)
    if closing is None:
        return None
    body = text[text.find("\n") + 1 : closing.start()]
    return (0, closing.end()) if _is_block(fence, body) else None


def entries(text: str) -> Mapping[str, object]:
    """What the block states, by lower-case key; nothing where there is no block. Nested values are left out.

    Raises InputError (BAD_FRONT_MATTER) where a TOML block does not parse.
    """
    block = span(text)
    if block is None:
        return {}
    lines = text[: block[1]].splitlines()
    body = "\n".join(lines[1:-1])
    if text.startswith("+++"):
        return _toml(body)
    return {
        entry["key"].lower(): value
        for line in lines[1:-1]
        if (entry := _ENTRY.match(line)) and (value := _scalar(entry["value"] or ""))
    }


def _is_block(fence: str, body: str) -> bool:
    if fence == "+++":
        return _TOML_ENTRY.search(body) is not None
    lines = body.split("\n")
    entry_count = sum(_ENTRY.match(line) is not None for line in lines)
    return entry_count > 0 and all(_ENTRY.match(line) or _CONTINUATION.match(line) for line in lines)


def _toml(body: str) -> Mapping[str, object]:
    try:
        return {key.lower(): value for key, value in tomllib.loads(body).items()}
    except tomllib.TOMLDecodeError as error:
        raise InputError(
            "BAD_FRONT_MATTER",
            f"the metadata block at the top of the file is no valid TOML: {error}",
            "Correct the block between the +++ lines, or delete it.",
        ) from error


def _scalar(value: str) -> str:
    value = value.strip()
    if len(value) >= 2 and value[0] == value[-1] and value[0] in "\"'":
        return value[1:-1]
    if value[:1] in {"[", "{", "|", ">", "&", "*"}:
        return ""
    return value.split(" #", 1)[0].rstrip()
