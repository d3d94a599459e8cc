"""What extraction costs beside what a user would take instead: one run, one machine, the same documents.

What belongs here: setting up an environment for each extractor, running them one after the other, and the table. What
each of them does stands in `peers/`; they do not do the same, so read what they find beside it.

    python bench/speed.py [FOLDER]        the documents of this folder instead of raw/, repeated with edits
"""

import json
import platform
import subprocess
import sys
import tempfile
from pathlib import Path
from typing import Any

from material import RAW, documents

HERE = Path(__file__).parent
ENVIRONMENTS = HERE.parent / "build" / "bench"
OURS = "ours"
PEERS = {
    OURS: (),
    "quantulum": ("quantulum3==0.10.0",),
    "recognizers": ("recognizers-text-suite==1.0.2a2", "emoji==1.7.0"),
    "dates": ("dateparser==1.5.0",),
    "spacy_ruler": ("spacy==3.8.18",),
    "spacy_tagger": ("spacy==3.8.18",),
}
"""Each module of `peers/` with what its environment needs; ours runs in this one."""
NUMBER = 3_000
SECONDS = 10.0
"""CPU seconds after which an extractor may stop: the slow ones see fewer of the documents, in the same order."""


def main(folder: Path) -> None:
    measured = {}
    with tempfile.TemporaryDirectory() as scratch:
        file = Path(scratch, "texts.json")
        file.write_text(json.dumps(documents(NUMBER, folder)), encoding="utf-8")
        for peer, needed in PEERS.items():
            print(f"{peer} …", file=sys.stderr)
            measured[peer] = measure(peer, python_with(needed), file)
    print(table(measured))
    print(f"\n{platform.python_implementation()} {platform.python_version()}, {processor()}.")


def python_with(needed: tuple[str, ...]) -> Path:
    """The interpreter of an environment that has just this; made where there is none."""
    if not needed:
        return Path(sys.executable)
    folder = ENVIRONMENTS / "_".join(needed)
    python = folder / "bin" / "python"
    if not (folder / "ready").exists():
        subprocess.run([sys.executable, "-m", "venv", str(folder)], check=True)
        subprocess.run([python, "-m", "pip", "install", "--disable-pip-version-check", "--quiet", *needed], check=True)
        (folder / "ready").touch()
    return python


def measure(peer: str, python: Path, texts: Path) -> dict[str, Any]:
    command = [python, HERE / "peers" / "harness.py", peer, texts, str(SECONDS)]
    done = subprocess.run(command, check=True, capture_output=True, text=True)
    measured: dict[str, Any] = json.loads(done.stdout.splitlines()[-1])
    return measured


def table(measured: dict[str, dict[str, Any]]) -> str:
    ours = measured[OURS]["kb_per_cpu_s"]
    rows = [
        f"| {', '.join(f'{name} {version}' for name, version in of['versions'].items())} ({peer}) "
        f"| {of['kb_per_cpu_s']:,} | {ours / of['kb_per_cpu_s']:.1f} | {of['peak_mb']:,} | {of['start_cpu_s']} "
        f"| {1e6 * of['cpu_s'] / of['documents'] / 3600:,.1f} | {of['documents']:,} |"
        for peer, of in measured.items()
    ]
    head = [
        "| extractor | KB per CPU second | ours is … times as fast | peak MB | start, CPU s | CPU h a million | read |",
        "|---|---|---|---|---|---|---|",
    ]
    return "\n".join([*head, *rows])


def processor() -> str:
    """The name of the processor, where the system tells."""
    try:
        lines = Path("/proc/cpuinfo").read_text(encoding="utf-8").splitlines()
    except OSError:
        return platform.processor()
    return next((line.partition(":")[2].strip() for line in lines if line.startswith("model name")), platform.machine())


if __name__ == "__main__":
    main(Path(sys.argv[1]) if len(sys.argv) > 1 else RAW)
