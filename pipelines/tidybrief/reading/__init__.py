"""Reading: from a file's bytes to a `Document`, or to the reason why there is none.

What belongs here: file formats, character encodings, and what is known about a document before its sentences
are read. What the text says about the world belongs to `extraction`.
"""

from tidybrief.reading.document import Document, Layout, Reject
from tidybrief.reading.files import read
from tidybrief.reading.folder import find_files, read_folder
from tidybrief.reading.parts import MAX_BYTES, Options
from tidybrief.reading.sources import BESIDE_DOCUMENTS, CORRECTIONS_FILE, NOTES_FILE, SOURCES_FILE

__all__ = [
    "BESIDE_DOCUMENTS",
    "CORRECTIONS_FILE",
    "MAX_BYTES",
    "NOTES_FILE",
    "SOURCES_FILE",
    "Document",
    "Layout",
    "Options",
    "Reject",
    "find_files",
    "read",
    "read_folder",
]
