"""The section on data quality says how often rows are right, and on what that was measured."""

import json
from pathlib import Path

import briefing_corpora as corpus
import tidybrief
from page_reader import Page
from tidybrief.briefing import render

TOLD = json.loads((Path(tidybrief.__file__).parent / "briefing" / "accuracy.json").read_text())


def test_the_measured_accuracy_is_told_with_its_documents() -> None:
    html = render(corpus.harbour(), title="Vellmar", checks=(), version="0.1.0").html
    quality = html[html.index('id="data-quality"') : html.index('id="method"')]
    assert TOLD["measured_on"] in quality
    assert TOLD["caveat"] in quality
    assert quality.count('<tr><th scope="row">', quality.index('id="accuracy"')) == len(TOLD["measures"])
    for row in TOLD["measures"]:
        shown = "–" if row["precision"] is None else f"{100 * row['precision']:.0f}%"
        assert f'{row["name"]}</th><td class="num">{shown}</td>' in quality
    assert "accuracy" in Page(html).ids
