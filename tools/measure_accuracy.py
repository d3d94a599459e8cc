"""Measures the example documents against their annotation and writes down what the package says of its own accuracy.

    python tools/measure_accuracy.py

Writes `briefing/accuracy.json`, which the briefing shows, and the table in `docs/method.md`; raises the floors in
`tests/gold/floors.json` under which no figure may fall. Run it when extraction has changed; tests hold all three to
what is measured.
"""

import json
import math
import re
from collections.abc import Mapping
from pathlib import Path

import tidybrief
from tidybrief.evaluation import Evaluation
from tidybrief.evaluation.accuracy import accuracy_of, as_markdown
from tidybrief.evaluation.measuring import measure
from tidybrief.lexicon import load_lexicon
from tidybrief.reading import read_folder

ROOT = Path(__file__).parent.parent
FIGURES = Path(tidybrief.__file__).parent / "briefing" / "accuracy.json"
GUIDE = ROOT / "docs" / "method.md"
FLOORS = ROOT / "tests" / "gold" / "floors.json"
MARGIN = 0.02
TABLE = re.compile(r"(<!-- accuracy: .*? -->\n).*?(<!-- end of accuracy -->)", re.DOTALL)


def raised(floors: Mapping[str, Mapping[str, float]], evaluation: Evaluation) -> dict[str, dict[str, float]]:
    """The floors, each raised to a little under its figure where that lies higher."""
    return {
        layer: {
            measure: max(floor, math.floor(100 * ((evaluation.score(layer, measure).f1 or 0) - MARGIN)) / 100)
            for measure, floor in named.items()
        }
        for layer, named in floors.items()
    }


def main() -> None:
    """Measures and writes."""
    documents, _ = read_folder(ROOT / "raw")
    evaluation = measure(ROOT / "raw", ROOT / "tests" / "gold", load_lexicon())
    accuracy = accuracy_of(evaluation, documents=len(documents))
    FIGURES.write_text(json.dumps(accuracy, indent=2, ensure_ascii=False) + "\n")
    table = as_markdown(accuracy)
    GUIDE.write_text(TABLE.sub(lambda found: f"{found[1]}{table}\n{found[2]}", GUIDE.read_text()))
    FLOORS.write_text(json.dumps(raised(json.loads(FLOORS.read_text()), evaluation), indent=2) + "\n")
    print(table)


if __name__ == "__main__":
    main()
