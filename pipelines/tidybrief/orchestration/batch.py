"""What one run works on: one state of input and method, held as long as the outputs folder is locked.

What belongs here: reading the input once, its fingerprint, and where the tables of that fingerprint lie.
"""

from collections.abc import Callable, Iterator, Mapping
from concurrent.futures import Future, ThreadPoolExecutor
from contextlib import contextmanager, nullcontext, suppress
from dataclasses import asdict, dataclass, field
from datetime import UTC, datetime
from functools import cached_property, partial
from typing import Final

import polars as pl

from tidybrief import corpus, publishing, schemas, validation
from tidybrief.corpus import Edition
from tidybrief.engines.cache import Cache
from tidybrief.engines.cluster import LOCAL
from tidybrief.engines.known_files import KnownFiles, is_much
from tidybrief.engines.known_rows import KnownRows
from tidybrief.engines.local import get_ready
from tidybrief.engines.workers import Crew
from tidybrief.lexicon import Lexicon, load_lexicon
from tidybrief.publishing import Fingerprint, Run, Staging
from tidybrief.publishing.fingerprint import digest_of, method_in_force
from tidybrief.publishing.history import read_record
from tidybrief.reading import Document, Options, Reject, read_folder
from tidybrief.reading.judgements import Judgement, digest_of_judgements
from tidybrief.settings import Settings
from tidybrief.validation import Check, Memory, Validated

Narrator = Callable[[str], None]
READ_BEFORE: Final = ".cache/reading"
EXTRACTED_BEFORE: Final = ".cache/extraction"
WORKED_OUT_BEFORE: Final = ".cache/rows"
COMPARED: Final = ("documents", "sentences", "mentions", "figures", "dates", "relations", "entities")
"""The tables that are compared."""


def silence(_: str) -> None:
    """The narrator of runs that nobody watches."""


@dataclass(frozen=True, slots=True)
class Comparing:
    """Under way: the `measured_figures` of tables, and their `points_without_figures`."""

    measured: "Future[pl.DataFrame]"
    others: "Future[pl.DataFrame]"


@dataclass(frozen=True)
class Batch:
    """The input as read, the method, the staging that belongs to both, and the processes that share the work.

    `documents` are there until they are extracted, which is the last that needs their texts.
    `published` is the latest publication where it already has this input and method, else None. `narrate` is
    told what is being done, in a few words.
    """

    settings: Settings
    lexicon: Lexicon
    documents: list[Document]
    judgements: tuple[Judgement, ...]
    rejects: tuple[Reject, ...]
    fingerprint: Fingerprint
    staging: Staging
    published: Run | None
    started_at: datetime
    crew: Crew
    beside: ThreadPoolExecutor
    narrate: Narrator
    _comparing: list[Comparing] = field(default_factory=list)

    def scan(self, table: str) -> pl.LazyFrame:
        """The table of this input and method: staged, or else published.

        Raises FileNotFoundError where it is neither, MixedTables where it was made from something else.
        """
        if self.published and not self.staging.path(table).exists():
            return pl.scan_parquet(self.published.folder / f"{table}.parquet")
        return self.staging.scan(table)

    @property
    def is_staged(self) -> bool:
        """Whether all tables of this input and method lie in staging."""
        return all(self.staging.path(table).is_file() for table in schemas.TABLES)

    def before(self) -> Edition | None:
        """The publication that what is made is held against: the one before; None where it is the first."""
        outputs = self.settings.outputs
        previous = publishing.latest(outputs)
        if self.published:
            folder = self.published.predecessor and self.published.folder.with_name(self.published.predecessor)
            previous = publishing.read_run(folder) if folder else None
        if previous is None:
            return None
        tables = publishing.load(previous.folder, corpus.NEEDED)
        return Edition(tables, publishing.method_of(read_record(previous.folder)))

    def edition(self, tables: Mapping[str, pl.DataFrame]) -> Edition:
        """The tables of this input, with the method they are made by."""
        return Edition(tables, publishing.method_of(asdict(self.fingerprint)))

    def begin_comparing(self, tables: Mapping[str, pl.DataFrame]) -> None:
        """Has what comparing needs of the tables of this input and method, which must be staged or published, worked
        out beside all else. Raises like `scan`."""
        scans = {table: self.scan(table) for table in COMPARED}
        others = self.beside.submit(corpus.points_without_figures, scans, self.lexicon, self.crew)
        measured = self.beside.submit(corpus.measured_figures, tables, self.lexicon, self.known_rows)
        self._comparing.append(Comparing(measured, others))

    def comparing(self, tables: Mapping[str, pl.DataFrame]) -> Comparing:
        """What was begun, else is begun now, and from here on is the caller's alone. Raises like `scan`."""
        if not self._comparing:
            self.begin_comparing(tables)
        return self._comparing.pop()

    @property
    def cache(self) -> Cache:
        """What extraction found in earlier runs over this outputs folder."""
        return Cache(self.settings.outputs / EXTRACTED_BEFORE, self.fingerprint.method_digest)

    @property
    def known_rows(self) -> KnownRows:
        """What earlier runs over this outputs folder worked out from rows."""
        return KnownRows(self.settings.outputs / WORKED_OUT_BEFORE, self.fingerprint.method_digest, self.crew)

    def validate(self, tables: Mapping[str, pl.DataFrame]) -> Validated:
        """The tables held to their rules, within the bounds of the settings."""
        return validation.validate(tables, max_reject_share=self.settings.max_reject_share, memory=self._memory)

    @cached_property
    def _memory(self) -> Memory:
        return Memory()

    @cached_property
    def validated(self) -> Validated:
        """All tables as they lay in staging when first asked for. Raises like `scan`."""
        return self.validate({table: self.scan(table).collect() for table in schemas.TABLES})

    @cached_property
    def published_checks(self) -> tuple[Check, ...]:
        """What the gate found when `published` went through it; none where there is no such publication."""
        return tuple(Check(**found) for found in read_record(self.published.folder)["checks"]) if self.published else ()


@contextmanager
def crew_for(settings: Settings) -> Iterator[Crew]:
    """The processes that share the work of a run.

    Where there is much to read they start at once, to load what extraction needs while this one loads the rest: all of
    them for a first run, else one.
    """
    with Crew(settings.workers) as crew:
        with suppress(OSError):  # which the run will tell
            if settings.engine == LOCAL and crew.size > 1 and is_much(settings.raw):
                is_first = not (settings.outputs / EXTRACTED_BEFORE).is_dir()
                crew.start(crew.size if is_first else 1, partial(get_ready, settings.lexicon))
        yield crew


@contextmanager
def open_batch(settings: Settings, narrate: Narrator = silence, at_hand: Crew | None = None) -> Iterator[Batch]:
    """Locks the outputs folder and reads the input. The crew is that `at_hand`, else one of its own.

    Raises Locked where another run does not end in time, LexiconError and JudgementsError for files of the user's that
    cannot be used, OSError where the raw folder cannot be listed.
    """
    with (
        publishing.lock(settings.outputs, timeout=settings.lock_wait_seconds),
        nullcontext(at_hand) if at_hand else Crew(settings.workers) as crew,
        ThreadPoolExecutor(2) as beside,
    ):
        narrate("reading the documents")
        lexicon = load_lexicon(settings.lexicon)
        judgements = corpus.judgements_beside(settings.raw)
        method = digest_of(method_in_force(lexicon.digest))
        known = KnownFiles(settings.outputs / READ_BEFORE, method)
        options = Options(settings.max_file_bytes, settings.columns)
        known.read_ahead(settings.raw, options, crew)
        documents, rejects = read_folder(settings.raw, options, known.read)
        known.tidy()
        del known  # what it holds of each file is needed no more
        fingerprint = publishing.fingerprint(
            documents,
            rejects,
            lexicon_digest=lexicon.digest,
            settings=settings.published | digest_of_judgements(judgements),
        )
        current = publishing.is_current(settings.outputs, fingerprint)
        yield Batch(
            settings=settings,
            lexicon=lexicon,
            documents=documents,
            judgements=judgements,
            rejects=tuple(rejects),
            fingerprint=fingerprint,
            staging=Staging.of(settings.outputs, fingerprint),
            published=publishing.latest(settings.outputs) if current else None,
            started_at=datetime.now(UTC),
            crew=crew,
            beside=beside,
            narrate=narrate,
        )
