"""Real processes: all the work is done, and the item that ends them is found."""

import os
import signal
import sys
import time
from collections.abc import Callable, Iterator
from multiprocessing import active_children
from pathlib import Path

import pytest

from perilous import ENDLESS, LETHAL, Touch, Unloadable, backwards, breathe, join, stumble
from tidybrief.engines.workers import Crew, Done, Failed, WorkersDoNotStart, each

PATIENCE = 2.0


def outcomes(items: list[str], a_batch: int = 5) -> tuple[list[str], dict[str, Failed[str]]]:
    """The words of what was done, sorted, and what failed."""
    batches = [items[start : start + a_batch] for start in range(0, len(items), a_batch)]
    done, failed = [], {}
    with Crew(2) as crew:
        for outcome in crew.work(join, batches, patience=lambda _: PATIENCE):
            if isinstance(outcome, Failed):
                failed[outcome.item] = outcome
            else:
                assert outcome.result.decode() == " ".join(outcome.items)
                done += outcome.items
    assert not active_children()
    return sorted(done), failed


def test_every_batch_is_done_once() -> None:
    items = [f"{number:02}" for number in range(23)]
    assert outcomes(items) == (items, {})


@pytest.mark.parametrize("place", [0, 4, 11, 12])
def test_an_item_that_kills_is_found_and_the_rest_is_done(place: int) -> None:
    items = [f"{number:02}" for number in range(12)]
    done, failed = outcomes([*items[:place], LETHAL, *items[place:]])
    assert done == items
    assert list(failed) == [LETHAL]
    assert (failed[LETHAL].how, failed[LETHAL].seconds) == ("its process ended with exit code -9", None)


def test_an_item_that_hangs_is_found_and_the_rest_is_done() -> None:
    items = [f"{number:02}" for number in range(6)]
    done, failed = outcomes([*items, ENDLESS], a_batch=3)
    assert done == items
    assert [(item, told.seconds) for item, told in failed.items()] == [(ENDLESS, PATIENCE)]


def test_a_worker_killed_by_another_hand_costs_nothing_but_time() -> None:
    batches = [[f"{number:02}"] for number in range(8)]
    killed, done = False, []
    with Crew(2) as crew:
        for outcome in crew.work(join, batches, patience=lambda _: 30.0):
            assert isinstance(outcome, Done)
            done += outcome.items
            if not killed:
                killed = True
                for child in active_children():
                    assert child.pid is not None
                    os.kill(child.pid, signal.SIGKILL)
    assert sorted(done) == sorted(item for [item] in batches)


def test_a_crew_stays_for_other_work() -> None:
    with Crew(2) as crew:
        first = [outcome.result for outcome in crew.work(join, [["a", "b"]], patience=lambda _: 30.0)]
        staff = active_children()
        second = [outcome.result for outcome in crew.work(backwards, [["a", "b"]], patience=lambda _: 30.0)]
        assert (first, second) == ([b"a b"], [b"b a"])
        assert active_children() == staff
    assert not active_children()


@pytest.mark.parametrize("prepare", [pytest.param(breathe, id="ready"), pytest.param(stumble, id="not ready")])
def test_a_crew_that_was_started_ahead_does_the_work(prepare: Callable[[], None]) -> None:
    with Crew(2) as crew:
        crew.start(1, prepare)
        staff = active_children()
        assert [outcome.result for outcome in crew.work(join, [["a", "b"]], patience=lambda _: 30.0)] == [b"a b"]
        assert active_children() == staff
    assert not active_children()


def test_work_that_was_broken_off_leaves_the_crew_fit_for_more() -> None:
    with Crew(2) as crew:
        running = crew.work(join, [["a"], [ENDLESS]], patience=lambda _: 60.0)
        next(running)
        running.close()
        again = crew.work(backwards, [["a", "b"], ["c", "d"]], patience=lambda _: 60.0)
        assert sorted(outcome.result for outcome in again) == [b"b a", b"d c"]


def test_batches_are_made_as_workers_get_to_them() -> None:
    made = []

    def batches() -> Iterator[list[str]]:
        for number in range(9):
            made.append(number)
            yield [str(number)]

    with Crew(1) as crew:
        for done, _ in enumerate(crew.work(join, batches(), patience=lambda _: 30.0), start=1):
            assert len(made) <= done + 2


def test_each_item_is_met_though_one_kills_its_worker(tmp_path: Path) -> None:
    with Crew(2) as crew:
        each(Touch(tmp_path, os.getpid()), [LETHAL, "a", "b"], crew, seconds=30.0)
    assert sorted(path.name for path in tmp_path.iterdir()) == sorted([LETHAL, "a", "b"])


def test_no_worker_outlives_work_that_nobody_waits_for() -> None:
    with Crew(2) as crew:
        running = crew.work(join, [["a"], [ENDLESS]], patience=lambda _: 60.0)
        next(running)
        started = time.monotonic()
        running.close()
    assert not active_children()
    assert time.monotonic() - started < 10


def test_workers_that_do_not_start_are_told_from_items_that_kill() -> None:
    with Crew(1) as crew, pytest.raises(WorkersDoNotStart, match="exit code 7"):
        list(crew.work(Unloadable(), [["a"]], patience=lambda _: PATIENCE))


def test_a_worker_that_dies_before_it_has_read_what_to_do_is_not_waited_for(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys.modules["__main__"], "__file__", "no_such_program.py", raising=False)
    monkeypatch.setattr(sys.modules["__main__"], "__spec__", None)
    with Crew(1) as crew, pytest.raises(WorkersDoNotStart, match="exit code 1"):
        list(crew.work(Unloadable(bytes(1_000_000)), [["a"]], patience=lambda _: PATIENCE))
