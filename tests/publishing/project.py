"""A project folder with one way to publish the sample tables, for tests of what is published."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import polars as pl

from sample_tables import TEXTS, sample_tables
from tidybrief import publishing
from tidybrief.publishing import Fingerprint, Run
from tidybrief.reading import Document
from tidybrief.validation import validate

DOCUMENTS = [Document(doc_id, "0" * 64, "text/plain", text) for doc_id, text in TEXTS.items()]


def method(title: str = "Briefing", documents: list[Document] = DOCUMENTS, **settings: str) -> Fingerprint:
    return publishing.fingerprint(documents, [], lexicon_digest="1" * 64, settings={"title": title, **settings})


@dataclass(frozen=True)
class Project:
    """The outputs and reports of one project."""

    root: Path

    @property
    def outputs(self) -> Path:
        return self.root / "outputs"

    @property
    def reports(self) -> Path:
        return self.root / "reports"

    def publish(
        self,
        title: str = "Briefing",
        tables: Mapping[str, pl.DataFrame] | None = None,
        settings: Mapping[str, str] | None = None,
        **options: Any,
    ) -> Run:
        """Publishes the tables under this title: another title is another fingerprint."""
        with publishing.lock(self.outputs, timeout=5):
            run = publishing.next_run(self.outputs, method(title, **(settings or {})))
            return publishing.publish(
                self.outputs,
                self.reports,
                run,
                validate(tables or sample_tables(), max_reject_share=0.05),
                fingerprint=method(title, **(settings or {})),
                briefing=f"<!doctype html><title>{title} {run.run_id}</title>",
                evidence={"a.html": "<!doctype html><title>a.txt</title>"},
                started_at=datetime.now(UTC),
                **options,
            )

    def latest(self) -> Run:
        run = publishing.latest(self.outputs)
        assert run is not None
        return run

    def run_ids(self) -> list[str]:
        return sorted(path.name for path in (self.outputs / "runs").iterdir())
