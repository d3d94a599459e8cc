"""From bytes to text.

What belongs here: byte order marks, character encodings, newlines, and telling text from binary data. What
the text means belongs to the modules of the formats.
"""

import codecs
import re
from typing import Final

from charset_normalizer import CharsetMatch, from_bytes

from tidybrief.reading.problem import InputError, empty

_BYTE_ORDER_MARKS: Final = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),  # before UTF-16, whose mark is its beginning
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_SIGNATURES: Final = {
    b"%PDF-": "a PDF",
    b"PK\x03\x04": "a ZIP archive or office document",
    b"\x89PNG": "a PNG image",
    b"\xff\xd8\xff": "a JPEG image",
    b"GIF8": "a GIF image",
    b"\x1f\x8b": "a gzip archive",
    b"\xd0\xcf\x11\xe0": "an office document",
    b"{\\rtf": "a rich text document",
    b"PAR1": "a Parquet file",
}
_CONTROL: Final = re.compile(r"[\x00-\x08\x0e-\x1a\x1c-\x1f\x7f]")
_MOST_CONTROLS: Final = 0.005
_CLOSE_CALL: Final = 0.05
_MOST_COMMON_LEGACY: Final = "cp1252"


def decode(content: bytes) -> str:
    """The text of a file, newlines as `\\n` and nothing else changed; a byte order mark is no part of it.

    Raises InputError (EMPTY, BINARY, UNDECODABLE).
    """
    if not content:
        raise empty()
    for signature, meaning in _SIGNATURES.items():
        if content.startswith(signature):
            raise _binary(f"the file is {meaning} under the name of a text")
    text = _characters(content).replace("\r\n", "\n").replace("\r", "\n")
    controls = len(_CONTROL.findall(text))
    if "\0" in text or controls > _MOST_CONTROLS * len(text):
        raise _binary("the file holds control characters that no text has")
    if not any(character.isprintable() and not character.isspace() for character in text):
        raise empty()
    return text


def _characters(content: bytes) -> str:
    for mark, encoding in _BYTE_ORDER_MARKS:
        if content.startswith(mark):
            return _decoded(content, encoding)
    try:
        text = content.decode("utf-8")
        if "\0" not in text:
            return text
    except UnicodeDecodeError:
        pass
    guess = _guessed_encoding(content)
    if guess is not None:
        return _decoded(content, guess)
    if b"\0" in content:
        raise _binary("the file holds zero bytes")
    raise _undecodable("no character encoding fits its bytes")


def _decoded(content: bytes, encoding: str) -> str:
    try:
        return content.decode(encoding)
    except UnicodeDecodeError as error:
        raise _undecodable(f"the file begins as {encoding} and breaks off at byte {error.start:,}") from error


def _guessed_encoding(content: bytes) -> str | None:
    candidates = list(from_bytes(content))
    if not candidates:
        return None
    best = candidates[0]
    # A few accents or curly quotes fit many single-byte encodings alike; the most widespread one is the
    # likeliest.
    if any(_MOST_COMMON_LEGACY in _names(match) and match.chaos <= best.chaos + _CLOSE_CALL for match in candidates):
        return _MOST_COMMON_LEGACY
    return best.encoding


def _names(match: CharsetMatch) -> list[str]:
    return [match.encoding, *match.could_be_from_charset]


def _binary(message: str) -> InputError:
    return InputError("BINARY", message, "Convert the document to plain text, saved as UTF-8, with a name in .txt.")


def _undecodable(message: str) -> InputError:
    return InputError("UNDECODABLE", message, "Open the file in an editor and save it as UTF-8.")
