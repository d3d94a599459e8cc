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
