"""What is worth making once for all tests."""

from pathlib import Path

import pytest

from tidybrief.evaluation import Evaluation
from tidybrief.evaluation.measuring import measure
from tidybrief.lexicon import load_lexicon


@pytest.fixture(scope="session")
def measured() -> Evaluation:
    """The example documents against their annotation."""
    here = Path(__file__).parent
    return measure(here.parent / "raw", here / "gold", load_lexicon())
