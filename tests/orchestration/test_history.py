"""The history of runs, whoever opens it."""

from pathlib import Path

import dagster as dg

from sample_documents import project
from tidybrief.orchestration.instance import open_instance, prepare_home
from tidybrief.orchestration.refresh import refresh


def test_dagster_finds_the_history_of_a_run_where_it_keeps_its_own(tmp_path: Path) -> None:
    settings = project(tmp_path)
    published = refresh(settings).run
    with dg.DagsterInstance.from_config(str(prepare_home(settings.outputs))) as dagsters_own:
        [run] = dagsters_own.get_runs()
        assert run.status == dg.DagsterRunStatus.SUCCESS
        event = dagsters_own.get_latest_materialization_event(dg.AssetKey("publication"))
        assert event
        assert event.asset_materialization
        assert event.asset_materialization.metadata["run_id"].value == published.run_id
        assert {entry.run_id for entry in dagsters_own.all_logs(run.run_id)} == {run.run_id}


def test_a_history_that_a_user_moved_is_kept_there(tmp_path: Path) -> None:
    settings = project(tmp_path)
    elsewhere = tmp_path / "elsewhere"
    (prepare_home(settings.outputs) / "dagster.yaml").write_text(f"storage: {{sqlite: {{base_dir: {elsewhere}}}}}\n")
    refresh(settings)
    with open_instance(settings.outputs) as instance:
        assert len(instance.get_runs()) == 1
    assert (elsewhere / "history" / "runs.db").is_file()
