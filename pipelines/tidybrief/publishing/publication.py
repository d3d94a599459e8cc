"""The publication of a run: everything is written beside, then swapped in.

What belongs here: the order of writing that leaves the last good publication whole whenever the process dies.
"""

from collections.abc import Mapping
from datetime import datetime
from pathlib import Path

from tidybrief.publishing.fingerprint import Fingerprint
from tidybrief.publishing.history import Run
from tidybrief.validation import Check, Validated

KEPT_RUNS = 10


class GateClosed(RuntimeError):
    """The tables may not be published; `blocking` says why. Nothing was published."""

    def __init__(self, blocking: tuple[Check, ...]) -> None:
        self.blocking = blocking
        super().__init__("; ".join(f"{check.table}: {check.description}" for check in blocking))


def publish(
    outputs: Path,
    reports: Path,
    run: Run,
    validated: Validated,
    *,
    fingerprint: Fingerprint,
    briefing: str,
    evidence: Mapping[str, str],
    started_at: datetime,
    keep: int = KEPT_RUNS,
) -> Run:
    """Makes the tables and the briefing the latest publication, and returns its run.

    `run` comes from `next_run` under the same lock. `evidence` maps file names to pages that lie in `evidence/` beside the briefing. The last `keep` runs
    stay, older ones go. Raises GateClosed where a check blocks; then nothing changes. Call it while holding the lock.
    """
    raise NotImplementedError


def link_briefing(run: Run, reports: Path) -> Path:
    """Makes `reports/briefing.html` lead to the latest publication's briefing, and returns that path.

    A link through `outputs/latest`; a copy where links cannot be.
    """
    raise NotImplementedError
