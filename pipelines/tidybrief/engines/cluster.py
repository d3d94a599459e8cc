"""Extraction on a cluster of machines, by Ray.

What belongs here: handing batches to Ray, and finding the item that ends a worker there. What is done with a batch is
the caller's function, the same as on one machine.

Ray alone, with no frame library on top: a batch is documents in and packed Arrow out, so there is nothing to plan or
to shuffle, and Ray's own retries do not find the one document of a batch that ends its process.
"""

import gc
import importlib
import time
from collections import deque
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from types import ModuleType
from typing import Any, Final, Generic

from tidybrief.engines.workers import Done, Failed, Item, Lost, Task

LOCAL: Final = "local"
_START_WITHIN: Final = 120.0
"""Seconds that a worker may take to start and to load the lexicon, on top of the patience for its batch."""


class RayIsMissing(RuntimeError):
    """The extra of this package that brings Ray is not installed."""

    def __init__(self) -> None:
        super().__init__("Ray is not installed: pip install 'tidybrief[ray]'")


@dataclass(frozen=True, slots=True)
class _Running(Generic[Item]):
    task: Task[Item]
    seconds: float
    deadline: float


def work_on_ray(
    function: Callable[[Sequence[Item]], bytes],
    batches: Iterable[Sequence[Item]],
    *,
    address: str,
    workers: int,
    patience: Callable[[Sequence[Item]], float],
) -> Iterator[Done[Item] | Failed[Item]]:
    """What the function returns for each batch, in the order in which they end; like `Crew.work`, on a cluster.

    `address` is what Ray takes for one (`auto`, `10.0.0.5:6379`, `ray://head:10001`); where it is empty, Ray starts on
    this machine with `workers` processes. This package must be installed on every machine of
    the cluster in the same version. Raises RayIsMissing.
    """
    ray = _ray()
    is_ours = not ray.is_initialized()
    if is_ours:
        bounds = {"address": address} if address else {"address": LOCAL, "num_cpus": workers}
        ray.init(**bounds, include_dashboard=None if address else False, log_to_driver=False)
    try:
        yield from _work(ray, function, batches, patience)
    finally:
        if is_ours:
            ray.shutdown()


def _work(
    ray: ModuleType,
    function: Callable[[Sequence[Item]], bytes],
    batches: Iterable[Sequence[Item]],
    patience: Callable[[Sequence[Item]], float],
) -> Iterator[Done[Item] | Failed[Item]]:
    # Boxed, so that Ray hands on the reference: a process fetches the function once, not with each batch.
    boxed = [ray.put(function)]
    remote = ray.remote(_apply).options(num_cpus=1, max_retries=0)
    tasks = deque(Task(batch) for batch in batches)
    running: dict[Any, _Running[Item]] = {}
    while tasks or running:
        at_once = max(1, int(ray.cluster_resources().get("CPU", 1)))
        while tasks and len(running) < at_once:
            task = tasks.popleft()
            seconds = patience(task.items)
            running[remote.remote(boxed, task.items)] = _Running(
                task, seconds, time.monotonic() + seconds + _START_WITHIN
            )
        left = min(each.deadline for each in running.values()) - time.monotonic()
        ended, _ = ray.wait(list(running), num_returns=1, timeout=max(0.0, left))
        late = [] if ended else [ref for ref, each in running.items() if each.deadline <= time.monotonic()]
        for ref in (*ended, *late):
            each = running.pop(ref)
            answer = _answer(ray, ref) if ref in ended else _stopped(ray, ref, each.seconds)
            if not isinstance(answer, Lost):
                yield Done(each.task.items, answer)
                continue
            task = Task(each.task.items, each.task.tries + 1)
            if task.failed:
                yield Failed(task.items[0], answer.how, answer.seconds)
            else:
                tasks.extendleft(reversed(task.to_try_again()))


def _answer(ray: ModuleType, ref: Any) -> bytes | Lost:
    try:
        answer: bytes = ray.get(ref)
    except ray.exceptions.RayTaskError:
        raise  # the function does not survive what it should
    except ray.exceptions.RayError as error:
        return Lost(f"its process on the cluster ended: {str(error).splitlines()[0]}")
    return answer


def _stopped(ray: ModuleType, ref: Any, seconds: float) -> Lost:
    ray.cancel(ref, force=True)
    return Lost("its process did not answer", seconds)


def _apply(boxed: Sequence[Any], items: Sequence[Any]) -> bytes:
    """Runs on the cluster."""
    answer: bytes = _fetched(boxed[0])(items)
    return answer


@lru_cache(maxsize=1)
def _fetched(reference: Any) -> Callable[[Sequence[Any]], bytes]:
    # Once a process, as in a worker of this machine: what extraction makes holds hardly a cycle.
    gc.set_threshold(50_000)
    function: Callable[[Sequence[Any]], bytes] = _ray().get(reference)
    return function


def _ray() -> ModuleType:
    try:
        return importlib.import_module("ray")
    except ImportError as error:
        raise RayIsMissing from error
