"""Single assets materialised by hand, as from the UI, and refreshes in between."""

from collections.abc import Iterator
from pathlib import Path

import dagster as dg
import pytest

from sample_documents import project
from tidybrief import publishing, schemas
from tidybrief.orchestration.checks import CHECKS
from tidybrief.orchestration.pipeline import pipeline
from tidybrief.settings import Settings

SILENT = {"loggers": {"console": {"config": {"log_level": "CRITICAL"}}}}


@pytest.fixture
def settings(tmp_path: Path) -> Settings:
    return project(tmp_path)


@pytest.fixture
def instance() -> Iterator[dg.DagsterInstance]:
    with dg.DagsterInstance.ephemeral() as instance:
        yield instance


def materialise(settings: Settings, instance: dg.DagsterInstance, *assets: str) -> dg.ExecuteInProcessResult:
    job = pipeline(settings).resolve_implicit_global_asset_job_def()
    selection = [dg.AssetKey(asset) for asset in assets]
    return job.execute_in_process(
        instance=instance,
        asset_selection=selection,
        run_config=SILENT,
        raise_on_error=False,
    )


def refresh(settings: Settings, instance: dg.DagsterInstance) -> dg.ExecuteInProcessResult:
    return pipeline(settings).resolve_job_def("refresh").execute_in_process(instance=instance, raise_on_error=False)


def told(result: dg.ExecuteInProcessResult) -> str:
    """What the failed step says."""
    (failure,) = [event.step_failure_data for event in result.all_events if event.is_step_failure]
    return failure.user_failure_data.description


def staged(settings: Settings) -> set[str]:
    return {path.stem for path in settings.outputs.glob(".staging/*/*.parquet")}


def add_document(settings: Settings) -> None:
    (settings.raw / "third.txt").write_text("Nordlicht AI was founded in 2019.\n")


def test_one_table_is_staged_and_nothing_published(settings: Settings, instance: dg.DagsterInstance) -> None:
    result = materialise(settings, instance, "figures")
    assert result.success
    (evaluation,) = [found for found in result.get_asset_check_evaluations() if found.check_name == "grounding"]
    assert evaluation.passed
    assert staged(settings) == {"figures"}
    assert publishing.latest(settings.outputs) is None


def test_a_check_alone_is_made_without_staging(settings: Settings, instance: dg.DagsterInstance) -> None:
    key = dg.AssetCheckKey(dg.AssetKey("figures"), "grounding")
    selection = dg.AssetSelection.checks(key)
    definitions = dg.Definitions.merge(
        pipeline(settings), dg.Definitions(jobs=[dg.define_asset_job("one_check", selection=selection)])
    )
    result = definitions.resolve_job_def("one_check").execute_in_process(instance=instance, run_config=SILENT)
    assert [found.asset_check_key for found in result.get_asset_check_evaluations()] == [key]
    assert staged(settings) == set()


def test_publication_refuses_what_is_incomplete(settings: Settings, instance: dg.DagsterInstance) -> None:
    materialise(settings, instance, "figures")
    result = materialise(settings, instance, "publication")
    assert not result.success
    assert "Materialise it first, or run the job refresh" in told(result)
    assert publishing.latest(settings.outputs) is None


def test_publication_refuses_to_mix_inputs(settings: Settings, instance: dg.DagsterInstance) -> None:
    materialise(settings, instance, *schemas.TABLES, "briefing")
    add_document(settings)
    materialise(settings, instance, "figures")
    for asset in ("comparisons", "briefing", "publication"):
        assert not materialise(settings, instance, asset).success
    assert publishing.latest(settings.outputs) is None


def test_step_by_step_gives_what_a_refresh_gives(
    settings: Settings, instance: dg.DagsterInstance, tmp_path: Path
) -> None:
    steps = [
        ("documents", "sentences", "rejects"),
        ("entities", "mentions", "document_pairs"),
        ("figures", "dates", "relations"),
    ]
    joint = [("comparisons",), ("derived_figures", "changes"), ("judgements",)]
    for assets in (*steps, *joint, ("briefing",), ("publication",)):
        assert materialise(settings, instance, *assets).success
    at_once = project(tmp_path / "at_once")
    assert refresh(at_once, instance).success
    by_hand, refreshed = publishing.latest(settings.outputs), publishing.latest(at_once.outputs)
    assert by_hand
    assert refreshed
    for path in by_hand.folder.glob("*.parquet"):
        assert path.read_bytes() == (refreshed.folder / path.name).read_bytes()


def test_a_refresh_without_change_materialises_the_briefing_and_publishes_nothing(
    settings: Settings, instance: dg.DagsterInstance
) -> None:
    refresh(settings, instance)
    before = publishing.latest(settings.outputs)
    result = refresh(settings, instance)
    assert result.success
    assert {"briefing", "figures"} <= {
        event.asset_key.to_user_string() for event in result.get_asset_materialization_events()
    }
    assert len(result.get_asset_check_evaluations()) == sum(map(len, CHECKS.values()))
    assert publishing.latest(settings.outputs) == before


def test_going_back_to_an_earlier_input_publishes_it_again(settings: Settings, instance: dg.DagsterInstance) -> None:
    digests = []
    for change in (lambda: None, lambda: add_document(settings), (settings.raw / "third.txt").unlink):
        change()
        assert refresh(settings, instance).success
        run = publishing.latest(settings.outputs)
        assert run
        digests.append(run.digest)
    assert digests[0] == digests[2] != digests[1]
    assert len(list((settings.outputs / "runs").iterdir())) == 3
