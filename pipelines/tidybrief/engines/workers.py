"""Worker processes: what kills or hangs one costs its batch another try, not the run.

What belongs here: starting and ending processes, handing batches to them, and finding the item that ends them. What is
done with a batch is the caller's function.

The pool of the standard library breaks as a whole when a worker dies, and cannot tell with which batch. Here each
worker has a pipe of its own and one batch at a time. A crew of workers stays for all the work of a run, so that what
they have loaded is loaded once.
"""

import gc
import multiprocessing
import os
import signal
import threading
import time
from collections import deque
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import suppress
from dataclasses import dataclass
from itertools import islice
from multiprocessing.connection import Connection, wait
from typing import Any, Final, Generic, TypeVar

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


class Crew:
    """So many worker processes at most (0: one for each core that this process may use).

    They start when there is something for them to do, unless they are told before. Use it as a context manager, which
    ends them.
    """

    def __init__(self, size: int) -> None:
        self.size = size or cores()
        self._staff: list[_Worker[Any]] = []
        self._one_at_a_time = threading.Lock()

    def __enter__(self) -> "Crew":
        return self

    def __exit__(self, *_: object) -> None:
        self._dismiss(list(self._staff))

    @property
    def is_at_hand(self) -> bool:
        """Whether some of them have started."""
        return bool(self._staff)

    def start(self, number: int, prepare: Callable[[], None]) -> None:
        """Starts so many, each of which prepares itself for what comes. `prepare` must be picklable and small; what
        goes wrong in it comes up again in the work."""
        self._staff += [_Worker(None, prepare) for _ in range(min(number, self.size))]

    def work(
        self,
        function: Callable[[Sequence[Item]], bytes],
        batches: Iterable[Sequence[Item]],
        *,
        patience: Callable[[Sequence[Item]], float],
    ) -> Iterator[Done[Item] | Failed[Item]]:
        """What the function returns for each batch, in the order in which they end; every item is in one outcome.

        `function` and the items must be picklable; batches are made as workers get to them. A batch that ends its
        worker, or takes longer than the seconds that `patience` allows it on a machine that does nothing else, is tried
        again, then in halves, until the item that does it stands alone and has failed. A piece of work that another
        thread brings waits for the end of this one. Raises WorkersDoNotStart.
        """
        with self._one_at_a_time:
            yield from self._work(function, batches, patience)

    def _work(
        self,
        function: Callable[[Sequence[Item]], bytes],
        batches: Iterable[Sequence[Item]],
        patience: Callable[[Sequence[Item]], float],
    ) -> Iterator[Done[Item] | Failed[Item]]:
        upcoming = map(Task, batches)
        tasks: deque[Task[Item]] = deque()
        failed_starts = 0
        for worker in self._staff:
            worker.prepare(function)
        try:
            while True:
                tasks.extend(islice(upcoming, max(0, self.size - len(tasks))))
                if not tasks and not any(worker.task for worker in self._staff):
                    return
                idle = [worker for worker in self._staff if worker.task is None]
                missing = min(self.size - len(self._staff), len(tasks) - len(idle))
                self._staff += [_Worker(function) for _ in range(missing)]
                for worker in [worker for worker in idle if worker.is_ready][: len(tasks)]:
                    worker.begin(tasks.popleft(), patience)
                for worker in _heard_of([worker for worker in self._staff if worker.task or not worker.is_ready]):
                    task, answer = worker.task, worker.answer()
                    if not isinstance(answer, Lost):
                        failed_starts = 0 if worker.is_ready else failed_starts
                        if task:
                            yield Done(task.items, answer)
                        continue
                    self._dismiss([worker])
                    if task is None:
                        failed_starts += not worker.was_ready
                        if failed_starts == _FAILED_STARTS:
                            raise WorkersDoNotStart(f"no worker process starts: {answer.how}")
                        continue
                    task = Task(task.items, task.tries + 1)
                    if task.failed:
                        yield Failed(task.items[0], answer.how, answer.seconds)
                    else:
                        tasks.extendleft(reversed(task.to_try_again()))
        finally:
            self._dismiss([worker for worker in self._staff if worker.task])

    def _dismiss(self, workers: "Iterable[_Worker[Any]]") -> None:
        for worker in workers:
            self._staff.remove(worker)
            worker.end()


def each(function: Callable[[Item], None], items: Iterable[Item], crew: Crew, *, seconds: float) -> None:
    """Applies the function to all items, in the processes of the crew; here to those that end a process, or take
    longer than so many seconds there."""
    batches = ((item,) for item in items)
    for outcome in crew.work(_Each(function), batches, patience=lambda _: seconds):
        if isinstance(outcome, Failed):
            function(outcome.item)


@dataclass(frozen=True, slots=True)
class _Each(Generic[Item]):
    """A function of one item that returns nothing, in the form that workers apply."""

    function: Callable[[Item], None]

    def __call__(self, items: Sequence[Item]) -> bytes:
        for item in items:
            self.function(item)
        return b""


def cores() -> int:
    """How many cores this process may use."""
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1


class _Worker(Generic[Item]):
    """A process, the pipe to it, and the task it has been given.

    The function goes through this pipe: it is too large for the one by which a process is started, on which the parent
    would wait for ever if the child died.
    """

    def __init__(
        self, function: Callable[[Sequence[Item]], bytes] | None, prepare: Callable[[], None] | None = None
    ) -> None:
        self.pipe, end = _SPAWN.Pipe()
        self._function = function
        self._process = _SPAWN.Process(target=_serve, args=(end, prepare), daemon=True)
        self._process.start()
        end.close()  # so that the pipe ends with the process
        self.task: Task[Item] | None = None
        self._is_here = self.is_ready = self.was_ready = False
        self._loading = 0
        self._allow(_START_WITHIN)

    def prepare(self, function: Callable[[Sequence[Item]], bytes]) -> None:
        """Has it load the function that it is to apply from now on. It must be without a task."""
        if function is not self._function:
            self._function = function
            self.is_ready = False
            self._allow(_START_WITHIN)
            if self._is_here:
                self._send_function()

    def begin(self, task: Task[Item], patience: Callable[[Sequence[Item]], float]) -> None:
        self.task = task
        self._allow(patience(task.items))
        with suppress(OSError):  # it has died, which its pipe will tell
            self.pipe.send((False, task.items))

    def answer(self) -> bytes | Lost:
        """What has come, or why nothing will. The worker is then without a task."""
        self.task = None
        if not self.pipe.poll():
            return Lost("its process did not answer", self._seconds)
        try:
            answer = self.pipe.recv_bytes()
            if not self.is_ready:
                if answer == _HERE:
                    self._is_here = True
                    self._send_function()
                else:
                    self._loading -= 1
                self.is_ready = self._loading == 0
                self.was_ready = self.was_ready or self.is_ready
            return answer
        except (EOFError, OSError):
            self._process.join(_START_WITHIN)
            return Lost(f"its process ended with exit code {self._process.exitcode}")

    def _send_function(self) -> None:
        self._loading += 1
        with suppress(OSError):
            self.pipe.send((True, self._function))

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


def _serve(pipe: Connection, prepare: Callable[[], None] | None) -> None:
    """The life of a worker: it ends when nobody holds the other end of its pipe."""
    # An interrupt at the terminal is for the parent, which ends its workers.
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    gc.set_threshold(50_000)
    if prepare:
        with suppress(Exception):
            prepare()
    try:
        pipe.send_bytes(_HERE)
        while True:
            is_function, told = pipe.recv()
            if is_function:
                function = told
            pipe.send_bytes(_READY if is_function else function(told))
    except (EOFError, BrokenPipeError, ConnectionResetError):
        return
