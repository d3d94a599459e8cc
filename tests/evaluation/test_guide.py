"""`docs/evaluation.md` shows annotation that can be used."""

import json
import re
from pathlib import Path

import pytest

from tidybrief.evaluation import load_gold
from tidybrief.evaluation.gold import NEEDED

GUIDE = (Path(__file__).parent.parent.parent / "docs" / "evaluation.md").read_text()
EXAMPLES = dict(
    re.findall(r"^`(\w+)\.jsonl`:[^`]*(?:`[^`]+`[^`]*)*?```json\n(.*?)\n```", GUIDE, re.MULTILINE | re.DOTALL)
)
DOCUMENTS = {"news.txt": "Kestrel raised over $5 million in 2024.", "wire.txt": "A $4 million round."}


def test_every_layer_has_an_example() -> None:
    assert EXAMPLES.keys() == NEEDED.keys()


@pytest.mark.parametrize("layer", NEEDED)
def test_the_example_can_be_used(tmp_path: Path, layer: str) -> None:
    (tmp_path / f"{layer}.jsonl").write_text(EXAMPLES[layer])
    assert load_gold(tmp_path, DOCUMENTS).annotations[layer] == (json.loads(EXAMPLES[layer]),)
