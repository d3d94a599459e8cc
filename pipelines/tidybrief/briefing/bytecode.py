"""The templates as Python compiled them, kept where it keeps its own modules.

What belongs here: where they are kept, and whether. That a file is still of its template is seen to by Jinja.
"""

import sys
from contextlib import suppress
from importlib.util import cache_from_source
from pathlib import Path
from pickle import UnpicklingError

from jinja2.bccache import Bucket, FileSystemBytecodeCache


class BesideModules(FileSystemBytecodeCache):
    """A file for each template in the `__pycache__` of this package; none where Python writes none for modules, or
    cannot."""

    def __init__(self) -> None:
        self._folder = Path(cache_from_source(__file__)).parent
        super().__init__(str(self._folder))

    def load_bytecode(self, bucket: Bucket) -> None:
        """Takes what is kept of a template if it can be read."""
        with suppress(OSError, EOFError, UnpicklingError):
            super().load_bytecode(bucket)

    def dump_bytecode(self, bucket: Bucket) -> None:
        """Keeps a compiled template if it can be kept."""
        if not sys.dont_write_bytecode:
            with suppress(OSError):
                self._folder.mkdir(parents=True, exist_ok=True)
                super().dump_bytecode(bucket)
