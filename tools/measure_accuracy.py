"""Measures the example documents against their annotation and writes down what the package says of its own accuracy.

    python tools/measure_accuracy.py

Writes `briefing/accuracy.json`, which the briefing shows, and the table in `docs/method.md`. Run it when extraction has
changed; a test holds both to what is measured.
"""

import json
import re
from pathlib import Path

import tidybrief
from tidybrief.evaluation.accuracy import accuracy_of, as_markdown
from tidybrief.evaluation.measuring import measure
from tidybrief.lexicon import load_lexicon
from tidybrief.reading import read_folder

ROOT = Path(__file__).parent.parent
FIGURES = Path(tidybrief.__file__).parent / "briefing" / "accuracy.json"
GUIDE = ROOT / "docs" / "method.md"
TABLE = re.compile(r"(<!-- accuracy: .*? -->\n).*?(<!-- end of accuracy -->)", re.DOTALL)


def main() -> None:
    """Measures and writes."""
    documents, _ = read_folder(ROOT / "raw")
    accuracy = accuracy_of(measure(ROOT / "raw", ROOT / "tests" / "gold", load_lexicon()), documents=len(documents))
    FIGURES.write_text(json.dumps(accuracy, indent=2, ensure_ascii=False) + "\n")
    table = as_markdown(accuracy)
    GUIDE.write_text(TABLE.sub(lambda found: f"{found[1]}{table}\n{found[2]}", GUIDE.read_text()))
    print(table)


if __name__ == "__main__":
    main()
