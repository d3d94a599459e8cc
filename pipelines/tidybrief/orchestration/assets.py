"""The assets: one a published table, then the briefing and the publication.

What belongs here: which asset stands on which, and one call into the room that does the work. What does not:
how it is done, and the form of what the UI shows (`described`, `checks`).

The job `refresh` leaves alone what is published already; an asset materialised by hand is made anew and
staged.
"""

from collections.abc import Iterable, Iterator, Mapping
from concurrent.futures import ThreadPoolExecutor
from dataclasses import asdict
from datetime import timedelta
from pathlib import Path
from typing import Any, Final

import dagster as dg
import polars as pl

from tidybrief import corpus, dictionary, engines, publishing, schemas, validation
from tidybrief.orchestration import checks, described, failures
from tidybrief.orchestration.batch import COMPARED, Batch
from tidybrief.orchestration.memory import give_back
from tidybrief.orchestration.storage import FROM_STAGING, IO_MANAGER, Made, ready_tables_only
from tidybrief.publishing import Run, copies, pages
from tidybrief.publishing.earlier_pages import EarlierPages, StagedPages, keep_pages
from tidybrief.validation import Check, Validated

Results = Iterator[dg.MaterializeResult[Any] | dg.AssetCheckResult]

REFRESH: Final = "refresh"
UPSTREAM: Final[Mapping[str, tuple[str, ...]]] = {
    "documents": ("raw",),
    "rejects": ("raw",),
    "sentences": ("documents",),
    "mentions": ("sentences",),
    "figures": ("sentences",),
    "dates": ("sentences",),
    "relations": ("sentences",),
    "entities": ("mentions",),
    "document_pairs": ("sentences", "mentions", "figures"),
}
"""What each table of the pass over the text is made from."""
GROUPS: Final = {
    "raw": "sources",
    "documents": "sources",
    "rejects": "sources",
    "sentences": "extraction",
    "mentions": "extraction",
    "figures": "extraction",
    "dates": "extraction",
    "relations": "extraction",
    "entities": "synthesis",
    "document_pairs": "synthesis",
    "comparisons": "synthesis",
    "derived_figures": "synthesis",
    "changes": "synthesis",
    "judgements": "synthesis",
    "briefing": "publication",
    "publication": "publication",
}
EXTRACTED: Final = tuple(UPSTREAM)
TOGETHER: Final = ("comparisons", "derived_figures", "changes", "judgements")
CORRECTED: Final = "corrected"
"""The staged frame that says how many rows each judgement changed before the documents were compared."""
BRIEFING: Final = "briefing.html"
LATE_AFTER: Final = timedelta(hours=26)
STALE_AFTER: Final = timedelta(hours=48)
"""The schedule is daily: a run may be late by two hours, and one may fail, before somebody must look."""

raw = dg.AssetSpec(
    "raw",
    group_name=GROUPS["raw"],
    kinds={"file"},
    description="The documents that go in, and sources.toml with the title, publisher and date of each.",
)


def _table(name: str, deps: tuple[str, ...] = ()) -> dg.AssetSpec:
    return dg.AssetSpec(
        name,
        deps=deps,
        group_name=GROUPS[name],
        kinds={"polars", "parquet"},
        description=dictionary.describe(name).description,
        metadata={**FROM_STAGING, "dagster/column_schema": described.column_schema(name)},
    )


@dg.multi_asset(
    name="one_pass_over_the_text",
    specs=[_table(name, deps) for name, deps in UPSTREAM.items()],
    check_specs=checks.specs(EXTRACTED),
    can_subset=True,
    required_resource_keys={"batch"},
)
def extracted_tables(context: dg.AssetExecutionContext) -> Results:
    """Reads the documents, extracts what each states, and links what they name."""
    batch: Batch = context.resources.batch
    if published := _to_keep(context):
        for name in EXTRACTED:
            yield from _kept(context, name, published)
        return
    if not batch.documents:
        raise failures.no_usable_input(batch.settings.raw, batch.rejects)
    context.log_event(dg.AssetObservation("raw", metadata=_inputs(batch)))
    tables = _extract(batch)
    complete = _complete(tables)
    with ThreadPoolExecutor(1) as beside:  # tables are looked at while they are written, and comparing begins
        gate = beside.submit(batch.validate, complete)
        for name in EXTRACTED:
            if dg.AssetKey(name) in context.selected_asset_keys:
                yield _made(batch, name, tables.pop(name))
        if context.job_name == REFRESH:
            batch.begin_comparing(complete)
        found = gate.result().checks
    for name in EXTRACTED:
        yield from _checked(context, name, found)
    _stop_where_blocked(found)


@dg.multi_asset(
    name="what_documents_say_together",
    ins={name: dg.AssetIn() for name in COMPARED},
    specs=[_table(name, COMPARED) for name in TOGETHER],
    check_specs=checks.specs(TOGETHER),
    can_subset=True,
    required_resource_keys={"batch"},
)
def joint_tables(context: dg.AssetExecutionContext, **tables: pl.LazyFrame) -> Results:
    """Points on which several documents speak, what can be computed from them, and what is not as it was before."""
    batch: Batch = context.resources.batch
    if published := _to_keep(context):
        for name in TOGETHER:
            yield from _kept(context, name, published)
        return
    batch.narrate("comparing the documents")
    joint = _compare(batch, _collected(tables))
    give_back()
    for name in TOGETHER:
        if dg.AssetKey(name) in context.selected_asset_keys:
            yield _made(batch, name, joint[name])
    validated = batch.validated if batch.is_staged else batch.validate(_complete(_collected(tables) | joint))
    for name in TOGETHER:
        yield from _checked(context, name, validated.checks)


@dg.asset(
    deps=[*EXTRACTED, *TOGETHER],
    group_name=GROUPS["briefing"],
    kinds={"html"},
    io_manager_key=IO_MANAGER,
    freshness_policy=dg.FreshnessPolicy.time_window(fail_window=STALE_AFTER, warn_window=LATE_AFTER),
    required_resource_keys={"batch"},
)
def briefing(context: dg.AssetExecutionContext) -> Results:
    """The page for reading, in which every name and every number leads to its words."""
    batch: Batch = context.resources.batch
    if published := _to_keep(context):
        yield dg.MaterializeResult(
            metadata={**described.page_as_before(context), "kept from": published.run_id},
            data_version=dg.DataVersion(published.digest),
        )
        return
    batch.narrate("writing the briefing")
    validated = _validated(batch)
    give_back()
    settings = batch.settings
    run = publishing.next_run(settings.outputs, batch.fingerprint)
    earlier = EarlierPages.of(settings.outputs, batch.fingerprint.method_digest)
    staged = StagedPages(batch.staging.folder / "pages")
    page = pages.make_page(
        run,
        validated.tables,
        title=settings.title,
        checks=validated.checks,
        keep=settings.keep_runs,
        made_before=earlier.made_from,
        write=staged.write,
        crew=batch.crew,
        known=batch.known_rows,
    )
    staged.write(BRIEFING, page.html)
    same = {file: earlier.paths[file] for file in page.unchanged}
    known = {file: earlier.sha256[file] for file in page.unchanged}
    yield dg.MaterializeResult(
        value=Made(_listed(staged.paths | same, page.made_from, known)),
        metadata={
            **described.page(page.bottom_line, settings.reports / BRIEFING),
            "bytes written": sum(path.stat().st_size for path in staged.paths.values()),
            "files written": len(staged.paths),
            "files that stay": len(page.unchanged),
        },
        data_version=dg.DataVersion(batch.fingerprint.digest),
    )


@dg.asset(deps=["briefing"], group_name=GROUPS["publication"], kinds={"file"}, required_resource_keys={"batch"})
def publication(context: dg.AssetExecutionContext) -> Results:
    """The run folder that `outputs/latest` leads to: swapped in as a whole, or not at all."""
    batch: Batch = context.resources.batch
    settings = batch.settings
    run = batch.published
    if run is None:
        batch.narrate("publishing")
        with ready_tables_only():
            staged = batch.scan("briefing").collect()
        evidence = {file: Path(path) for file, path in staged.select("file", "path").iter_rows()}
        validated = _validated(batch)
        give_back()
        run = publishing.publish(
            settings.outputs,
            settings.reports,
            publishing.next_run(settings.outputs, batch.fingerprint),
            validated,
            fingerprint=batch.fingerprint,
            briefing=evidence.pop(BRIEFING).read_text(encoding="utf-8"),
            evidence=evidence,
            started_at=batch.started_at,
            keep=settings.keep_runs,
            sha256=dict(staged.select("file", "sha256").drop_nulls().iter_rows()),
        )
        made_from = dict(staged.select("file", "made_from").drop_nulls().iter_rows())
        keep_pages(settings.outputs, run, batch.fingerprint.method_digest, made_from)
    page = publishing.link_briefing(run, settings.reports)
    _copy(batch, run)
    yield dg.MaterializeResult(
        metadata={
            "run_id": run.run_id,
            "new": batch.published is None,
            "folder": dg.MetadataValue.path(run.folder.absolute()),
            "briefing": dg.MetadataValue.url(page.absolute().as_uri()),
        },
        data_version=dg.DataVersion(run.digest),
    )


def _copy(batch: Batch, run: Run) -> None:
    """Makes the copy of the publications have this one; raises Failure where it cannot."""
    if address := batch.settings.publish_to:
        batch.narrate(f"copying to {address}")
        try:
            copies.copy(run, address)
        except copies.NotCopied as error:
            raise failures.not_copied(run.run_id, address, error) from error


def _listed(paths: Mapping[str, Path], made_from: Mapping[str, str], sha256: Mapping[str, str]) -> pl.DataFrame:
    """The pages on their way to publication: where each lies, what it was made from, and the digest of its bytes where
    that is known."""
    rows = [(file, str(path), made_from.get(file), sha256.get(file)) for file, path in paths.items()]
    columns = ("file", "path", "made_from", "sha256")
    return pl.DataFrame(rows, schema=dict.fromkeys(columns, pl.String), orient="row")


def _to_keep(context: dg.AssetExecutionContext) -> Run | None:
    """The publication that a refresh leaves as it is, because it has this input and method already."""
    batch: Batch = context.resources.batch
    return batch.published if context.job_name == REFRESH else None


def _inputs(batch: Batch) -> dict[str, dg.MetadataValue]:
    return {
        "folder": dg.MetadataValue.path(batch.settings.raw.absolute()),
        "documents": dg.MetadataValue.int(len(batch.documents)),
        "rejected inputs": dg.MetadataValue.int(len(batch.rejects)),
    }


def _extract(batch: Batch) -> dict[str, pl.DataFrame]:
    """All tables that one pass over the text fills."""
    tables = engines.extract_all(
        batch.documents,
        batch.lexicon,
        engine=batch.settings.engine,
        crew=batch.crew,
        cache=batch.cache,
        narrate=batch.narrate,
    )
    batch.documents.clear()
    batch.narrate("linking what the documents name")
    not_read = pl.DataFrame(list(map(asdict, batch.rejects)), schema=dictionary.polars_schema("rejects"))
    rejected = pl.concat([not_read, tables["rejects"]])
    linked = {**corpus.link(tables, batch.lexicon), "rejects": rejected}
    del tables
    corrected, changed = corpus.apply_judgements(linked, batch.judgements)
    if batch.judgements:
        batch.staging.write(CORRECTED, changed)
    give_back()
    return corrected


def _compare(batch: Batch, extracted: Mapping[str, pl.DataFrame]) -> dict[str, pl.DataFrame]:
    """All tables that need the tables of the pass over the text."""
    begun = batch.comparing(extracted)
    measured = begun.measured.result()
    compared = corpus.compare(extracted, batch.lexicon, measured=measured, others=begun.others.result())
    comparisons, settled = corpus.settle(compared, batch.judgements)
    derived = corpus.derive(extracted, batch.lexicon, measured=measured)
    joint = {"comparisons": comparisons, "derived_figures": derived}
    joint["judgements"] = corpus.judged({**extracted, **joint}, batch.judgements, {**_corrected(batch), **settled})
    joint["changes"] = _changes(batch, {**extracted, **joint})
    return joint


def _corrected(batch: Batch) -> dict[str, int]:
    """How many rows each judgement changed before the documents were compared."""
    if not batch.judgements:
        return {}
    with ready_tables_only():
        return dict(batch.staging.scan(CORRECTED).collect().iter_rows())


def _changes(batch: Batch, tables: Mapping[str, pl.DataFrame]) -> pl.DataFrame:
    """What differs from the publication before, of the rows that pass the gate."""
    before = batch.before()
    if before is None:
        return dictionary.empty("changes")
    passed = batch.validate(_complete(tables)).tables
    return corpus.changes(before, batch.edition(passed), batch.lexicon)


def _collected(tables: Mapping[str, pl.LazyFrame]) -> dict[str, pl.DataFrame]:
    return {name: table.collect() for name, table in tables.items()}


def _complete(tables: Mapping[str, pl.DataFrame]) -> dict[str, pl.DataFrame]:
    """These tables, and those of the contract that are not among them without rows."""
    return {name: tables[name] if name in tables else dictionary.empty(name) for name in schemas.TABLES}


def _validated(batch: Batch) -> Validated:
    """All staged tables, held to their rules; raises Failure where they may not be published."""
    with ready_tables_only():
        validated = batch.validated
    _stop_where_blocked(validated.checks)
    return validated


def _stop_where_blocked(found: Iterable[Check]) -> None:
    if blocking := validation.blocking(found):
        raise failures.blocked(blocking)


def _made(batch: Batch, name: str, frame: pl.DataFrame) -> dg.MaterializeResult[Made]:
    return dg.MaterializeResult(
        asset_key=name,
        value=Made(frame),
        metadata=described.rows_of(frame.lazy()),
        data_version=dg.DataVersion(batch.fingerprint.digest),
    )


def _kept(context: dg.AssetExecutionContext, name: str, published: Run) -> Results:
    batch: Batch = context.resources.batch
    path = published.folder.absolute() / f"{name}.parquet"
    if dg.AssetKey(name) in context.selected_asset_keys:
        yield dg.MaterializeResult(
            asset_key=name,
            value=None,
            metadata={
                **described.rows_of(pl.scan_parquet(path)),
                "kept from": published.run_id,
                "path": dg.MetadataValue.path(path),
            },
            data_version=dg.DataVersion(published.digest),
        )
    yield from _checked(context, name, batch.published_checks)


def _checked(context: dg.AssetExecutionContext, table: str, found: Iterable[Check]) -> Results:
    """The asset checks of a table that were asked for."""
    for result in checks.results(found, table):
        if dg.AssetCheckKey(dg.AssetKey(table), result.check_name or "") in context.selected_asset_check_keys:
            yield result
