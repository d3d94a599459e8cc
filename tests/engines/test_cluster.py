"""A real Ray on this machine with two worker processes: the same tables, also where one of them is killed."""

import os
import sys
from collections.abc import Iterator, Mapping
from io import BytesIO
from pathlib import Path

import polars as pl
import pytest

from perilous import LETHAL, KilledOnce, join
from tidybrief.engines import batches, extract_all
from tidybrief.engines.batches import extract_batch, in_batches, unpacked
from tidybrief.engines.cluster import RayIsMissing, work_on_ray
from tidybrief.engines.workers import Done, Failed
from tidybrief.extraction import extract
from tidybrief.lexicon import load_lexicon
from tidybrief.reading import Document

SAID = "Nordlicht AI opened laboratory {0} in Oslo in March 2021. It employs {0} people.\n"
TESTS = Path(__file__).parent.parent


@pytest.fixture(scope="module")
def _two_workers() -> Iterator[None]:
    ray = pytest.importorskip("ray", reason="needs Ray: pip install 'tidybrief[ray]'")
    path = os.pathsep.join([str(TESTS), os.environ.get("PYTHONPATH", "")])
    ray.init(
        address="local",
        num_cpus=2,
        include_dashboard=False,
        log_to_driver=False,
        runtime_env={"env_vars": {"PYTHONPATH": path}},
    )
    yield
    ray.shutdown()


@pytest.fixture
def documents(monkeypatch: pytest.MonkeyPatch) -> list[Document]:
    """Eight documents, a batch each."""
    monkeypatch.setattr(batches, "BATCH_SIZE", 4_000)
    texts = ["".join(SAID.format(1 + at + place) for at in range(40)) for place in range(8)]
    return [Document(f"{place:03}.txt", f"{place:064x}", "text/plain", text) for place, text in enumerate(texts)]


def as_parquet(tables: Mapping[str, pl.DataFrame]) -> dict[str, bytes]:
    files = {name: BytesIO() for name in tables}
    for name, frame in tables.items():
        frame.rechunk().write_parquet(files[name], row_group_size=1_000)
    return {name: file.getvalue() for name, file in files.items()}


@pytest.mark.usefixtures("_two_workers")
@pytest.mark.filterwarnings("ignore")
class TestOnTwoWorkers:
    def test_a_cluster_finds_the_same_as_this_process(self, documents: list[Document]) -> None:
        lexicon = load_lexicon()
        there = extract_all(documents, lexicon, engine="ray")
        assert as_parquet(there) == as_parquet(extract_all(documents, lexicon))

    def test_a_worker_that_is_killed_in_the_middle_changes_nothing(
        self, documents: list[Document], tmp_path: Path
    ) -> None:
        lexicon, killed = load_lexicon(), tmp_path / "killed"
        outcomes = work_on_ray(
            KilledOnce(lexicon, killed), in_batches(documents), address="", workers=2, patience=lambda _: 60.0
        )
        made = {
            outcome.items[0].doc_id: as_parquet(unpacked(outcome.result))
            for outcome in outcomes
            if isinstance(outcome, Done)
        }
        assert killed.exists()
        assert made == {
            batch[0].doc_id: as_parquet(unpacked(extract_batch(batch, lexicon, extract)))
            for batch in in_batches(documents)
        }

    def test_an_item_that_kills_is_found_and_the_rest_is_done(self) -> None:
        items = ["one", "two", LETHAL, "three"]
        outcomes = list(work_on_ray(join, [items[:2], items[2:]], address="", workers=2, patience=lambda _: 60.0))
        assert [outcome.item for outcome in outcomes if isinstance(outcome, Failed)] == [LETHAL]
        done = [item for outcome in outcomes if isinstance(outcome, Done) for item in outcome.items]
        assert sorted(done) == ["one", "three", "two"]


def test_without_ray_it_says_what_to_install(documents: list[Document], monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "ray", None)
    with pytest.raises(RayIsMissing, match=r"pip install 'tidybrief\[ray\]'"):
        extract_all(documents, load_lexicon(), engine="ray")
