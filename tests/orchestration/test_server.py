"""A real UI process on loopback, asked what its browser asks."""

import json
import signal
import socket
import subprocess
import sys
import time
import urllib.request
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

from sample_documents import options, project
from tidybrief import publishing, schemas
from tidybrief.orchestration.checks import CHECKS
from tidybrief.orchestration.server import HOST, is_free
from tidybrief.settings import Settings

PATIENCE = 120
LAUNCH = """
mutation {
  launchRun(executionParams: {
    selector: {repositoryName: "__repository__", repositoryLocationName: "tidybrief", jobName: "refresh"}
    mode: "default"
  }) { __typename ... on LaunchRunSuccess { run { runId } } }
}
"""


@pytest.fixture(scope="module")
def settings(tmp_path_factory: pytest.TempPathFactory) -> Settings:
    return project(tmp_path_factory.mktemp("ui"))


@pytest.fixture(scope="module")
def port() -> int:
    with socket.socket() as probe:
        probe.bind((HOST, 0))
        number: int = probe.getsockname()[1]
        return number


@pytest.fixture(scope="module")
def ui(settings: Settings, port: int) -> Iterator[Callable[[str], Any]]:
    """Asks the UI by GraphQL. It was started as a user would, and ends when the user ends it."""
    command = [sys.executable, "-c", "from tidybrief.cli import main; main()", "ui", *options(settings)]
    process = subprocess.Popen([*command, "--port", str(port)], stdout=subprocess.PIPE, text=True)
    assert process.stdout
    assert process.stdout.readline().strip() == f"http://{HOST}:{port}"

    def ask(query: str) -> Any:
        request = urllib.request.Request(
            f"http://{HOST}:{port}/graphql",
            json.dumps({"query": query}).encode(),
            {"Content-Type": "application/json"},
        )
        with urllib.request.urlopen(request, timeout=PATIENCE) as response:
            return json.load(response)["data"]

    yield ask
    process.send_signal(signal.SIGTERM)
    with process:
        assert process.wait(PATIENCE) == 0
    assert is_free(port)


def wait_for(condition: Callable[[], Any]) -> Any:
    deadline = time.monotonic() + PATIENCE
    while not (found := condition()):
        assert time.monotonic() < deadline
        time.sleep(0.5)
    return found


def test_assets_and_checks_are_there(ui: Callable[[str], Any]) -> None:
    nodes = wait_for(
        lambda: ui(
            "{ assetNodes { assetKey { path } groupName"
            " assetChecksOrError { ... on AssetChecks { checks { name } } } internalFreshnessPolicy { __typename } } }"
        )["assetNodes"]
    )
    by_name = {node["assetKey"]["path"][0]: node for node in nodes}
    assert set(by_name) == {*schemas.TABLES, "raw", "briefing", "publication"}
    for table in schemas.TABLES:
        assert {check["name"] for check in by_name[table]["assetChecksOrError"]["checks"]} == {*CHECKS[table]}
    assert by_name["briefing"]["internalFreshnessPolicy"]


def test_job_schedule_and_sensor_are_there_and_at_work(ui: Callable[[str], Any]) -> None:
    (repository,) = ui(
        "{ repositoriesOrError { ... on RepositoryConnection { nodes { jobs { name }"
        " schedules { name scheduleState { status } } sensors { name sensorState { status } } } } } }"
    )["repositoriesOrError"]["nodes"]
    assert "refresh" in {job["name"] for job in repository["jobs"]}
    assert repository["schedules"] == [{"name": "every_morning", "scheduleState": {"status": "RUNNING"}}]
    sensors = {sensor["name"]: sensor["sensorState"]["status"] for sensor in repository["sensors"]}
    assert sensors["raw_folder"] == "RUNNING"


def test_a_run_launched_there_publishes(ui: Callable[[str], Any], settings: Settings) -> None:
    launched = ui(LAUNCH)["launchRun"]
    assert launched["__typename"] == "LaunchRunSuccess"
    run_id = launched["run"]["runId"]

    def status() -> str | None:
        run = ui(f'{{ runOrError(runId: "{run_id}") {{ ... on Run {{ status }} }} }}')["runOrError"]
        return run["status"] if run["status"] in {"SUCCESS", "FAILURE", "CANCELED"} else None

    assert wait_for(status) == "SUCCESS"
    assert publishing.latest(settings.outputs)


def test_the_history_lies_in_the_outputs_folder_and_tells_nobody(ui: Callable[[str], Any], settings: Settings) -> None:
    assert ui("{ instance { executablePath } canShowNux: shouldShowNux }")["canShowNux"] is False
    assert (settings.outputs / ".dagster" / "history").is_dir()
    assert "telemetry: {enabled: false}" in Path(settings.outputs, ".dagster", "dagster.yaml").read_text()
