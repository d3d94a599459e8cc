"""Publishing: all or nothing.

What belongs here: the only code that writes `outputs/runs` and `outputs/latest`: staging, lock, atomic
swap, history, descriptors, and the check of what was published. What does not: what the tables say, and
what the briefing looks like.

A run, in the order of calls:

    with lock(outputs, timeout=60):
        method = fingerprint(documents, rejects, lexicon_digest=lexicon.digest, settings={...})
        if is_current(outputs, method): link_briefing(latest(outputs), reports); done
        staging = Staging.of(outputs, method)        # assets write and scan their tables here
        validated = validate(staging.read_all(), max_reject_share=...)
        run = next_run(outputs, method)              # the id is known before the briefing is written
        publish(outputs, reports, run, validated, briefing=html, evidence=pages, ...)
"""

from tidybrief.publishing.fingerprint import Fingerprint, fingerprint
from tidybrief.publishing.history import (
    Locked,
    Run,
    count_rows,
    is_current,
    latest,
    load,
    lock,
    method_of,
    next_run,
    read_record,
    read_run,
    run_folders,
)
from tidybrief.publishing.publication import GateClosed, link_briefing, publish
from tidybrief.publishing.staging import MixedTables, Staging
from tidybrief.publishing.verification import verify

__all__ = [
    "Fingerprint",
    "GateClosed",
    "Locked",
    "MixedTables",
    "Run",
    "Staging",
    "count_rows",
    "fingerprint",
    "is_current",
    "latest",
    "link_briefing",
    "load",
    "lock",
    "method_of",
    "next_run",
    "publish",
    "read_record",
    "read_run",
    "run_folders",
    "verify",
]
