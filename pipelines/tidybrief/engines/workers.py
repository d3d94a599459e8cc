"""Worker processes: what kills or hangs one costs its batch another try, not the run.

What belongs here: starting and ending processes, handing batches to them, and finding the item that ends them. What is
done with a batch is the caller's function.

The pool of the standard library breaks as a whole when a worker dies, and cannot tell with which batch. Here each
worker has a pipe of its own and one batch at a time.
"""

import gc
import multiprocessing
import os
import signal
import time
from collections import deque
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import suppress
from dataclasses import dataclass
from multiprocessing.connection import Connection, wait
from typing import Final, Generic, TypeVar

Item = TypeVar("Item")

TRIES: Final = 2
"""How often a batch is tried as a whole before it is halved: a worker may have been killed for another's memory."""
_START_WITHIN: Final = 120.0
_FAILED_STARTS: Final = 3
_HERE: Final = b"here"
_READY: Final = b""
_SPAWN: Final = multiprocessing.get_context("spawn")
"""Never fork: Polars runs threads, and a forked child may wait for one of them for ever."""


@dataclass(frozen=True, slots=True)
class Done(Generic[Item]):
    """A batch, or a part of one that was tried again, and what the function returned for it."""

    items: Sequence[Item]
    result: bytes


@dataclass(frozen=True, slots=True)
class Failed(Generic[Item]):
    """The item that ended its worker (`how` says with what), or was not done within `seconds`."""

    item: Item
    how: str
    seconds: float | None


class WorkersDoNotStart(RuntimeError):
    """Worker processes end before they are given anything to do."""


@dataclass(frozen=True, slots=True)
class Task(Generic[Item]):
    """A batch, and how often it was tried."""

    items: Sequence[Item]
    tries: int = 0

    @property
    def failed(self) -> bool:
        """Whether one item is left, and it does it."""
        return len(self.items) == 1 and self.tries >= TRIES

    def to_try_again(self) -> "list[Task[Item]]":
        """The whole once more, or its halves."""
        middle = len(self.items) // 2
        if self.tries < TRIES:
            return [self]
        return [Task(self.items[:middle], self.tries), Task(self.items[middle:], self.tries)]


@dataclass(frozen=True, slots=True)
class Lost:
    """Why nothing came of a batch; `seconds` is what it was allowed where it took longer."""

    how: str
    seconds: float | None = None


def work(
    function: Callable[[Sequence[Item]], bytes],
    batches: Iterable[Sequence[Item]],
    *,
    workers: int,
    patience: Callable[[Sequence[Item]], float],
) -> Iterator[Done[Item] | Failed[Item]]:
    """What the function returns for each batch, in the order in which they end; every item is in one outcome.

    `function` and the items must be picklable. A batch that ends its worker, or takes longer than the seconds that
    `patience` allows it on a machine that does nothing else, is tried again, then in halves, until the item that does
    it stands alone and has failed.
    Raises WorkersDoNotStart.
    """
    tasks = deque(Task(batch) for batch in batches)
    staff: list[_Worker[Item]] = []
    failed_starts = 0
    try:
        while tasks or any(worker.task for worker in staff):
            idle = [worker for worker in staff if worker.task is None]
            staff += [_Worker(function) for _ in range(min(workers - len(staff), len(tasks) - len(idle)))]
            for worker in [worker for worker in idle if worker.is_ready][: len(tasks)]:
                worker.begin(tasks.popleft(), patience)
            for worker in _heard_of([worker for worker in staff if worker.task or not worker.is_ready]):
                task, answer = worker.task, worker.answer()
                if not isinstance(answer, Lost):
                    failed_starts = 0 if worker.is_ready else failed_starts
                    if task:
                        yield Done(task.items, answer)
                    continue
                staff.remove(worker)
                worker.end()
                if task is None:
                    failed_starts += 1
                    if failed_starts == _FAILED_STARTS:
                        raise WorkersDoNotStart(f"no worker process starts: {answer.how}")
                    continue
                task = Task(task.items, task.tries + 1)
                if task.failed:
                    yield Failed(task.items[0], answer.how, answer.seconds)
                else:
                    tasks.extendleft(reversed(task.to_try_again()))
    finally:
        for worker in staff:
            worker.end()


class _Worker(Generic[Item]):
    """A process, the pipe to it, and the task it has been given.

    The function goes through this pipe: it is too large for the one by which a process is started, on which the parent
    would wait for ever if the child died.
    """

    def __init__(self, function: Callable[[Sequence[Item]], bytes]) -> None:
        self.pipe, end = _SPAWN.Pipe()
        self._function = function
        self._process = _SPAWN.Process(target=_serve, args=(end,), daemon=True)
        self._process.start()
        end.close()  # so that the pipe ends with the process
        self.task: Task[Item] | None = None
        self.is_ready = False
        self._allow(_START_WITHIN)

    def begin(self, task: Task[Item], patience: Callable[[Sequence[Item]], float]) -> None:
        self.task = task
        self._allow(patience(task.items))
        with suppress(OSError):  # it has died, which its pipe will tell
            self.pipe.send(task.items)

    def answer(self) -> bytes | Lost:
        """What has come, or why nothing will. The worker is then without a task."""
        self.task = None
        if not self.pipe.poll():
            return Lost("its process did not answer", self._seconds)
        try:
            answer = self.pipe.recv_bytes()
            if not self.is_ready:
                if answer == _HERE:
                    self.pipe.send(self._function)
                self.is_ready = answer == _READY
            return answer
        except (EOFError, OSError):
            self._process.join(_START_WITHIN)
            return Lost(f"its process ended with exit code {self._process.exitcode}")

    def end(self) -> None:
        self.pipe.close()
        self._process.kill()
        self._process.join()
        self._process.close()

    def _allow(self, seconds: float) -> None:
        self._seconds = seconds
        self.deadline = time.monotonic() + seconds * _crowding()


def _crowding() -> float:
    """How many processes share a core of this machine, at least one: each of them takes as much longer."""
    return max(1.0, os.getloadavg()[0] / (os.cpu_count() or 1)) if hasattr(os, "getloadavg") else 1.0


def _heard_of(workers: Sequence[_Worker[Item]]) -> list[_Worker[Item]]:
    """The workers that have answered, died or run out of time, as soon as there is one."""
    by_pipe = {worker.pipe: worker for worker in workers}
    left = min(worker.deadline for worker in workers) - time.monotonic()
    ready = {by_pipe[pipe] for pipe in wait(list(by_pipe), timeout=max(0.0, left)) if isinstance(pipe, Connection)}
    now = time.monotonic()
    return [worker for worker in workers if worker in ready or worker.deadline <= now]


def _serve(pipe: Connection) -> None:
    """The life of a worker: it ends when nobody holds the other end of its pipe."""
    signal.signal(
        signal.SIGINT, signal.SIG_IGN
    )  # an interrupt at the terminal is for the parent, which ends its workers
    gc.set_threshold(50_000)
    try:
        pipe.send_bytes(_HERE)
        function = pipe.recv()
        pipe.send_bytes(_READY)
        while True:
            pipe.send_bytes(function(pipe.recv()))
    except (EOFError, BrokenPipeError, ConnectionResetError):
        return
