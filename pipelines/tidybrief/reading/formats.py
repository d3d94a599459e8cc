"""The formats that can be read, by the suffix of the file's name.

What belongs here: which reader and which media type a suffix has. A reader's module is imported when the first file
of its format is met: what a folder does not hold costs no start-up time.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from importlib import import_module
from pathlib import PurePosixPath
from typing import Final, cast

from tidybrief.reading.parts import Reader
from tidybrief.reading.problem import InputError


@dataclass(frozen=True, slots=True)
class Format:
    """One format: its media type, and where its reader is."""

    media_type: str
    module: str
    function: str

    @property
    def reader(self) -> Reader:
        """The function that reads it."""
        return cast(Reader, getattr(import_module(f"tidybrief.reading.{self.module}"), self.function))


_TEXT: Final = Format("text/plain", "text", "read_text")
_MARKDOWN: Final = Format("text/markdown", "text", "read_text")
_HTML: Final = Format("text/html", "web", "read_html")
FORMATS: Final[Mapping[str, Format]] = {
    ".txt": _TEXT,
    ".text": _TEXT,
    ".md": _MARKDOWN,
    ".markdown": _MARKDOWN,
    ".html": _HTML,
    ".htm": _HTML,
    ".xhtml": _HTML,
    ".pdf": Format("application/pdf", "pdf", "read_pdf"),
    ".docx": Format("application/vnd.openxmlformats-officedocument.wordprocessingml.document", "word", "read_docx"),
    ".eml": Format("message/rfc822", "mail", "read_mail"),
    ".zip": Format("application/zip", "archive", "read_zip"),
    ".csv": Format("text/csv", "records", "read_csv"),
    ".tsv": Format("text/tab-separated-values", "records", "read_tsv"),
    ".jsonl": Format("application/jsonl", "records", "read_jsonl"),
    ".ndjson": Format("application/jsonl", "records", "read_jsonl"),
}
_SAVE_AS: Final = {
    **dict.fromkeys((".doc", ".odt", ".rtf", ".pages", ".wpd", ".docm"), "Save it as .docx or .pdf"),
    **dict.fromkeys((".xls", ".xlsx", ".ods", ".numbers", ".parquet"), "Save the table as .csv"),
    **dict.fromkeys((".ppt", ".pptx", ".odp", ".key", ".epub", ".ps", ".djvu"), "Save it as .pdf"),
    **dict.fromkeys((".msg", ".mbox", ".pst"), "Save each message as .eml"),
    **dict.fromkeys((".rar", ".7z", ".tar", ".gz", ".tgz", ".bz2", ".xz"), "Unpack it, or pack it as .zip"),
    **dict.fromkeys((".mht", ".mhtml", ".webarchive"), "Save the page as .html"),
    **dict.fromkeys(
        (".png", ".jpg", ".jpeg", ".tif", ".tiff", ".gif", ".bmp", ".webp", ".heic"),
        "Turn the picture into a PDF with text by OCR (ocrmypdf)",
    ),
    **dict.fromkeys((".json", ".xml", ".yaml"), "Turn its records into .jsonl, one object with a text a line"),
}


def format_of(name: str) -> Format:
    """The format of a file by this name. Raises InputError (UNSUPPORTED_FORMAT)."""
    suffix = PurePosixPath(name).suffix.lower()
    found = FORMATS.get(suffix)
    if found is None:
        advice = _SAVE_AS.get(suffix, "Save its text under a name in .txt")
        raise InputError(
            "UNSUPPORTED_FORMAT",
            f"no reader for files named *{suffix}" if suffix else "the file name has no suffix",
            f"{advice}, or move the file out of the folder. Formats that are read: {', '.join(FORMATS)}.",
        )
    return found
