"""What Dagster is told about the pipeline."""

from datetime import timedelta
from pathlib import Path

import dagster as dg
import polars as pl
import pytest

from sample_documents import DOCUMENTS, project
from sample_tables import sample_tables
from tidybrief import dictionary, publishing, schemas
from tidybrief.orchestration.automation import content_digest, watch
from tidybrief.orchestration.checks import AGGREGATES, CHECKS, results
from tidybrief.orchestration.pipeline import pipeline
from tidybrief.settings import Settings
from tidybrief.validation import validate

DEFINITIONS = pipeline(Settings())
GRAPH = DEFINITIONS.resolve_asset_graph()
CORRIDOR = ("sources", "extraction", "synthesis", "publication")


def test_nothing_flows_back_through_the_groups() -> None:
    for key in GRAPH.get_all_asset_keys():
        node = GRAPH.get(key)
        assert node.description
        assert all(
            CORRIDOR.index(GRAPH.get(parent).group_name) <= CORRIDOR.index(node.group_name)
            for parent in node.parent_keys
        )


@pytest.mark.parametrize("table", schemas.TABLES)
def test_a_table_shows_its_columns(table: str) -> None:
    shown = GRAPH.get(dg.AssetKey(table)).metadata["dagster/column_schema"]
    described = dictionary.describe(table).columns
    assert [(column.name, column.type) for column in shown.columns] == [
        (column.name, column.type) for column in described
    ]
    assert all(column.description for column in shown.columns)


def test_every_check_of_the_gate_is_shown() -> None:
    made = validate(sample_tables(), max_reject_share=0).checks
    for check in made:
        assert any(check.name in AGGREGATES[name] for name in CHECKS[check.table]), f"{check.table}.{check.name}"
    for table, names in CHECKS.items():
        assert all(result.passed for result in results(made, table))
        assert {key.name for key in GRAPH.asset_check_keys if key.asset_key == dg.AssetKey(table)} == set(names)


def test_failing_rows_are_shown_with_their_number_and_samples() -> None:
    tables = dict(sample_tables())
    tables["dates"] = tables["dates"].with_columns(role=pl.lit("someday"))
    by_name = {result.check_name: result for result in results(validate(tables, max_reject_share=1).checks, "dates")}
    schema = by_name["schema"]
    assert not schema.passed
    assert schema.metadata["failing rows: rules"].value == sample_tables()["dates"].height
    assert "role" in schema.metadata["samples"].records[0].data["reason"]


def test_it_runs_daily_and_when_the_folder_changes() -> None:
    schedule = DEFINITIONS.resolve_schedule_def("every_morning")
    sensor = DEFINITIONS.resolve_sensor_def("raw_folder")
    assert (schedule.job_name, sensor.job_name) == ("refresh", "refresh")
    assert schedule.default_status is dg.DefaultScheduleStatus.RUNNING
    assert sensor.default_status is dg.DefaultSensorStatus.RUNNING
    assert sensor.minimum_interval_seconds < timedelta(minutes=1).total_seconds()
    policy = GRAPH.get(dg.AssetKey("briefing")).freshness_policy
    assert timedelta(days=1) < policy.warn_window.to_timedelta() < policy.fail_window.to_timedelta()


def refreshed(settings: Settings, **config: object) -> dg.ExecuteInProcessResult:
    """A run started in the launchpad with these settings."""
    with dg.DagsterInstance.ephemeral() as instance:
        return (
            pipeline(settings)
            .resolve_job_def("refresh")
            .execute_in_process(
                run_config={"resources": {"batch": {"config": config}}}, instance=instance, raise_on_error=False
            )
        )


def test_a_run_may_set_for_itself_what_the_project_file_sets(tmp_path: Path) -> None:
    settings = project(tmp_path, title="Of the project", max_reject_share=0.5)
    assert refreshed(settings, title="Of this run").success
    run = publishing.latest(settings.outputs)
    assert run
    stated = publishing.read_record(run.folder)["settings"]
    assert (stated["title"], stated["max_reject_share"]) == ("Of this run", 0.5)


@pytest.mark.parametrize(
    "config",
    [
        pytest.param({"max_reject_share": 2.0}, id="out of bounds"),
        pytest.param({"engine": "spark"}, id="an engine that there is not"),
    ],
)
def test_a_run_is_held_to_the_same_bounds(tmp_path: Path, config: dict[str, object]) -> None:
    settings = project(tmp_path)
    assert not refreshed(settings, **config).success
    assert not publishing.latest(settings.outputs)


def test_whoever_is_told_of_failures_owns_the_assets() -> None:
    owned = pipeline(Settings(failure_email="team@example.org")).resolve_asset_graph()
    for key in owned.get_all_asset_keys():
        assert list(owned.get(key).owners) == ["team@example.org"]
        assert owned.get(key).tags["tidybrief/schema_version"] == schemas.SCHEMA_VERSION


def tick(raw: Path, cursor: str | None) -> tuple[bool, str]:
    """Whether a look at the folder requests a run, and the cursor after it."""
    with dg.build_sensor_context(cursor=cursor) as context:
        data = watch(raw).evaluate_tick(context)
    assert all(request.run_key is None for request in data.run_requests or ())
    return bool(data.run_requests), data.cursor or ""


def test_the_sensor_runs_again_when_a_folder_goes_back_to_an_earlier_state(tmp_path: Path) -> None:
    raw = project(tmp_path).raw
    requested, first = tick(raw, None)
    assert requested
    assert tick(raw, first) == (False, first)
    (raw / "third.txt").write_text("Nordlicht AI was founded in 2019.\n")
    requested, second = tick(raw, first)
    assert requested
    (raw / "third.txt").unlink()
    assert tick(raw, second) == (True, first)


@pytest.mark.parametrize("folder", ["nowhere", "empty"])
def test_the_sensor_waits_for_a_folder_with_documents(tmp_path: Path, folder: str) -> None:
    (tmp_path / "empty").mkdir()
    assert tick(tmp_path / folder, None) == (False, "")
    raw = project(tmp_path).raw
    for path in raw.iterdir():
        path.unlink()
    assert tick(raw, "of a folder with documents")[0], "that all are gone is told by a run"


def test_the_digest_is_that_of_names_and_contents(tmp_path: Path) -> None:
    raw = project(tmp_path).raw
    digests = [content_digest(raw)]

    (raw / ".hidden").write_text("not looked at")
    (raw / "wire.txt").write_text(DOCUMENTS["wire.txt"])
    assert content_digest(raw) == digests[0]

    (raw / "sources.toml").write_text("")
    digests.append(content_digest(raw))
    content = (raw / "wire.txt").read_bytes()
    (raw / "wire.txt").write_bytes(content.replace(b"Oslo", b"Rome"))
    digests.append(content_digest(raw))
    (raw / "wire.txt").rename(raw / "renamed.txt")
    digests.append(content_digest(raw))
    (raw / "loop").symlink_to(raw / "loop")
    digests.append(content_digest(raw))
    assert len(set(digests)) == len(digests)
