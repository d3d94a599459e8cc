"""Publications copied to another place: a folder, and a server that speaks S3."""

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import fsspec
import polars as pl
import pytest
from moto.server import ThreadedMotoServer
from typer.testing import CliRunner, Result

from publishing.project import Project
from sample_documents import options
from sample_documents import project as project_of
from tidybrief import publishing
from tidybrief.cli.app import app
from tidybrief.cli.exits import Exit
from tidybrief.publishing import copies

BUCKET = "briefings"


@pytest.fixture(scope="module")
def store() -> Iterator[str]:
    """The address of a server that speaks S3 on this machine."""
    server = ThreadedMotoServer("127.0.0.1", port=0, verbose=False)
    server.start()
    host, port = server.get_host_and_port()
    yield f"http://{host}:{port}"
    server.stop()


@pytest.fixture(params=["file", "s3"])
def address(request: pytest.FixtureRequest, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> str:
    """Where to copy to: a folder that is not there yet, or one of an empty bucket."""
    if request.param == "file":
        return (tmp_path / "elsewhere" / "copies").as_uri()
    variables = {
        "AWS_ENDPOINT_URL": request.getfixturevalue("store"),
        "AWS_ACCESS_KEY_ID": "key",
        "AWS_SECRET_ACCESS_KEY": "secret",
        "AWS_DEFAULT_REGION": "us-east-1",
    }
    for name, value in variables.items():
        monkeypatch.setenv(name, value)
    fsspec.filesystem("s3", skip_instance_cache=True).mkdir(f"{BUCKET}-{abs(hash(tmp_path))}")
    return f"s3://{BUCKET}-{abs(hash(tmp_path))}/chips"


def opened(address: str) -> tuple[Any, str]:
    system, root = fsspec.core.url_to_fs(address)
    system.invalidate_cache()
    return system, root


def test_a_copy_is_the_publication_byte_for_byte_with_what_leads_to_it(project: Project, address: str) -> None:
    first, second = project.publish("One"), project.publish("Two")
    assert copies.copy(first, address)
    assert copies.copy(second, address)
    assert not copies.copy(second, address), "is there already"
    system, root = opened(address)
    assert json.loads(system.cat_file(f"{root}/latest.json")) == {"run_id": second.run_id}
    for run in (first, second):
        for path in run.folder.rglob("*"):
            if path.is_file():
                name = path.relative_to(run.folder).as_posix()
                assert system.cat_file(f"{root}/runs/{run.run_id}/{name}") == path.read_bytes()


@pytest.mark.skipif(not Path("/proc/self/mem").exists(), reason="no file that cannot be read to its end")
def test_what_leads_to_a_publication_is_written_when_all_of_it_is_there(project: Project, address: str) -> None:
    first, second = project.publish("One"), project.publish("Two")
    copies.copy(first, address)
    unreadable = second.folder / "evidence" / "unreadable.html"
    unreadable.symlink_to("/proc/self/mem")
    with pytest.raises(copies.NotCopied):
        copies.copy(second, address)
    assert copies.look(address) == first.run_id
    unreadable.unlink()
    assert copies.copy(second, address), "what is missing is copied by the next run"
    assert copies.look(address) == second.run_id


def tidybrief(*arguments: object, address: str) -> Result:
    return CliRunner().invoke(app, [str(argument) for argument in arguments], env={"TIDYBRIEF_PUBLISH_TO": address})


@pytest.mark.parametrize("address", ["s3"], indirect=True)
def test_a_run_copies_what_it_publishes_and_what_an_earlier_one_could_not(tmp_path: Path, address: str) -> None:
    settings = project_of(tmp_path)
    assert tidybrief("run", *options(settings), address="file:///proc/no/such").exit_code == Exit.DOES_NOT_HOLD
    run = publishing.latest(settings.outputs)
    assert run, "published, if not copied"
    result = tidybrief("run", *options(settings), "--json", address=address)
    assert result.exit_code == Exit.DONE, result.stderr
    answer = json.loads(result.stdout)
    assert (answer["new"], answer["copied_to"]) == (False, address)
    assert copies.look(address) == run.run_id


def test_polars_reads_the_tables_where_they_lie(project: Project, address: str) -> None:
    run = project.publish()
    copies.copy(run, address)
    latest = json.loads(fsspec.open(f"{address}/latest.json").open().read())["run_id"]
    figures = pl.scan_parquet(f"{address}/runs/{latest}/figures.parquet").select("figure_id", "value").collect()
    assert figures.equals(publishing.load(run.folder)["figures"].select("figure_id", "value"))


@pytest.mark.parametrize("address", ["s3"], indirect=True)
def test_a_purged_document_is_gone_from_the_copies_too(
    tmp_path: Path, address: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    settings = project_of(tmp_path)
    assert tidybrief("run", *options(settings), address=address).exit_code == Exit.DONE
    kept = copies.look(address)
    secret = "Brightmere Robotics"
    (settings.raw / "private.txt").write_text(f"{secret} was founded in Bergen in 2019.\n")
    assert tidybrief("run", *options(settings), address=address).exit_code == Exit.DONE
    gone = copies.look(address)
    assert f"{address} {gone}" in tidybrief("purge", "private.txt", address=address).stdout
    assert copies.look(address) == gone, "without --yes it only says what would go"
    answer = json.loads(tidybrief("purge", "private.txt", "--yes", "--json", address=address).stdout)
    assert answer["copies"] == [gone]
    system, root = opened(address)
    left = {path: system.cat_file(path) for path in system.find(root)}
    assert not [path for path, content in left.items() if secret.encode() in content]
    assert {path.partition("/runs/")[2].partition("/")[0] for path in left} == {kept}
    assert copies.look(address) is None


def test_a_copy_that_cannot_be_reached_keeps_a_document_from_being_purged(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    settings = project_of(tmp_path)
    (tmp_path / "file").write_text("")
    address = (tmp_path / "file" / "inside").as_uri()
    result = tidybrief("purge", "wire.txt", "--yes", address=address)
    assert result.exit_code == Exit.DOES_NOT_HOLD, result.output
    assert (settings.raw / "wire.txt").exists()


@pytest.mark.parametrize(
    ("address", "told"),
    [
        pytest.param("nosuch://bucket/x", "Protocol not known", id="a protocol that there is not"),
        pytest.param("gs://bucket/x", "gcsfs", id="a driver that is not installed"),
    ],
)
def test_an_address_that_nothing_can_write_to_is_wrong_usage(tmp_path: Path, address: str, told: str) -> None:
    settings = project_of(tmp_path)
    result = tidybrief("run", *options(settings), address=address)
    assert result.exit_code == Exit.WRONG_USAGE
    assert told in result.stderr
    assert not settings.outputs.exists()
    assert told in tidybrief("doctor", *options(settings), address=address).stdout
