"""The bottom line as Dagster shows it, beside the asset of the briefing."""

from pathlib import Path

import dagster as dg

from sample_documents import project
from tidybrief.orchestration.instance import open_instance
from tidybrief.orchestration.refresh import refresh


def test_the_asset_tells_the_bottom_line_with_path_and_link_also_when_nothing_changed(tmp_path: Path) -> None:
    settings = project(tmp_path)
    for is_new in (True, False):
        assert refresh(settings).new == is_new
        with open_instance(settings.outputs) as instance:
            event = instance.get_latest_materialization_event(dg.AssetKey("briefing"))
        assert event is not None
        assert event.asset_materialization is not None
        told = event.asset_materialization.metadata
        link = (settings.reports / "briefing.html").absolute().as_uri()
        assert isinstance(told["bottom line"], dg.MarkdownMetadataValue)
        assert "1. " in str(told["bottom line"].value)
        assert f"[Open the briefing]({link})" in str(told["bottom line"].value)
        assert told["page"].value == str((settings.reports / "briefing.html").absolute())
