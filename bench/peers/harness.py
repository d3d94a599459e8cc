"""Measures one extractor in this process: start-up, throughput and memory. Standard library alone.

What belongs here: the clock, the same for all. Each extractor stands in a module of its own, with a function `load`
that gives a function from a text to what was found.

    python harness.py MODULE TEXTS.json SECONDS
"""

import importlib
import json
import resource
import sys
import time
import warnings
from pathlib import Path

WARM = "The harbour of Vellmar handled 40,000 boxes in March 2021, 12 percent more than in 2020."


def main(module: str, file: str, seconds: float) -> None:
    warnings.simplefilter("ignore")
    texts = json.loads(Path(file).read_text(encoding="utf-8"))
    read = used()
    find = importlib.import_module(module).load(texts)
    find(WARM)
    started = used()
    characters = documents = 0
    before = time.process_time()
    spent = 0.0
    for text in texts:
        find(text)
        characters, documents = characters + len(text), documents + 1
        spent = time.process_time() - before
        if spent > seconds:
            break
    print(
        json.dumps(
            {
                "start_cpu_s": round(started - read + START_OF_PYTHON, 2),
                "kb_per_cpu_s": round(characters / 1000 / spent, 1),
                "documents": documents,
                "cpu_s": round(spent, 1),
                "peak_mb": round(resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024),
                "versions": importlib.import_module(module).VERSIONS,
            }
        )
    )


def used() -> float:
    """CPU seconds of this process so far."""
    usage = resource.getrusage(resource.RUSAGE_SELF)
    return usage.ru_utime + usage.ru_stime


START_OF_PYTHON = used()

if __name__ == "__main__":
    main(sys.argv[1], sys.argv[2], float(sys.argv[3]))
