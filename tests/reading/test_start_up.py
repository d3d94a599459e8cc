"""A run on text files alone pays for no other format."""

import subprocess
import sys
from pathlib import Path

LIBRARIES = ("trafilatura", "lxml", "pypdfium2", "docx", "email", "zipfile", "csv")


def test_readers_are_imported_when_their_format_is_met(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("The harbour authority opened a station in the spring.")
    (tmp_path / "b.md").write_text("# The tides\n\nThey come and go as they have done for years.")
    program = (
        "import sys; from pathlib import Path; from tidybrief.reading import read_folder; before = set(sys.modules); "
        f"assert len(read_folder(Path({str(tmp_path)!r}))[0]) == 2; "
        f"print(*[name for name in {LIBRARIES!r} if name in sys.modules and name not in before or "
        "name in ('trafilatura', 'lxml', 'pypdfium2', 'docx') and name in sys.modules])"
    )
    found = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True)
    assert found.stdout.split() == []
