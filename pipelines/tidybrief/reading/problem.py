"""What keeps one input from becoming a document.

What belongs here: the exception that the modules of this room raise, and how it becomes a row of `rejects`.
"""

from tidybrief.reading.document import Reject


class InputError(Exception):
    """Why an input cannot be read: a code of the vocabulary, what is wrong, and what the user can do."""

    def __init__(self, code: str, message: str, remedy: str) -> None:
        super().__init__(message)
        self.code = code
        self.message = message
        self.remedy = remedy

    def reject(self, doc_id: str) -> Reject:
        """The row that tells the user."""
        return Reject(doc_id, "reading", self.code, self.message, self.remedy)


def empty() -> InputError:
    """The problem of a file without a character."""
    return InputError("EMPTY", "the file holds no text", "Delete the file, or save the text into it.")


def too_large(size: int, limit: int) -> InputError:
    """The problem of a file over the limit, both in bytes."""
    return InputError(
        "TOO_LARGE",
        f"the file has {size:,} bytes, the limit is {limit:,}",
        "Split the document, or raise the limit in the settings (max_file_bytes).",
    )
