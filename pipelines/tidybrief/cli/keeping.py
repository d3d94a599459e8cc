"""`tidybrief pin` and `tidybrief purge`: which publications stay, and what must not.

What belongs here: the commands and their answers. What is removed is decided in `publishing`.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Annotated

import typer

from tidybrief.cli.answers import as_json_text
from tidybrief.cli.exits import Exit, Refusal, told
from tidybrief.cli.options import AsJson, Outputs, RunId
from tidybrief.cli.publications import run_folder
from tidybrief.settings import load_settings


def pin(
    run_id: RunId = None,
    off: Annotated[bool, typer.Option("--off", help="Let it go again.")] = False,
    outputs: Outputs = None,
    as_json: AsJson = False,
) -> None:
    """Keep a publication. It stays however many come after it.

    \b
    Examples:
      tidybrief pin
      tidybrief pin 0007-3f9c2a1b
      tidybrief pin 0007-3f9c2a1b --off
    """
    with told(as_json=as_json):
        from tidybrief import publishing
        from tidybrief.publishing import keeping

        settings = load_settings(outputs=outputs)
        folder = run_folder(settings.outputs, run_id)
        try:
            with publishing.lock(settings.outputs, timeout=settings.lock_wait_seconds):
                run_ids = sorted(keeping.pin(settings.outputs, folder.name, keep=not off))
        except publishing.Locked as error:
            raise Refusal(Exit.LOCKED, str(error), "Wait for it to end, then try again.") from error
        answer = f"Pinned: {', '.join(run_ids) or 'none'}"
        typer.echo(as_json_text(run_id=folder.name, pinned=run_ids) if as_json else answer)


def purge(
    document: Annotated[str, typer.Argument(metavar="DOC", help="The doc_id of a document: its path in raw/.")],
    yes: Annotated[bool, typer.Option("--yes", help="Do it; without this, only say what would go.")] = False,
    outputs: Outputs = None,
    as_json: AsJson = False,
) -> None:
    """Remove a document and all that was made of it. Its file, publications with it, their copies, caches, history.

    \b
    Examples:
      tidybrief purge letters/private.txt
      tidybrief purge letters/private.txt --yes && tidybrief run

    A publication is one whole: each that has the document goes, pinned or not. This cannot be undone.
    """
    with told(as_json=as_json):
        from tidybrief import publishing
        from tidybrief.publishing import copies, keeping

        settings = load_settings(outputs=outputs)
        inside, file = "!/" in document, settings.raw / document
        if inside and (settings.raw / document.partition("!/")[0]).exists():
            archive = document.partition("!/")[0]
            raise Refusal(Exit.WRONG_USAGE, f"{document}: lies inside {archive}", "Take it out of the file first.")
        affected = keeping.publications_with(settings.outputs, document)
        with _reached(settings.publish_to):
            copied = copies.copies_with(settings.publish_to, document) if settings.publish_to else []
        is_inside = file.parent.resolve().is_relative_to(settings.raw.resolve())
        if not is_inside or not (affected or copied or file.is_file()):
            raise Refusal(Exit.WRONG_USAGE, f"{document}: no such document", "Name its doc_id: the path in raw/.")
        if yes:
            try:
                with (
                    publishing.lock(settings.outputs, timeout=settings.lock_wait_seconds),
                    _reached(settings.publish_to),
                ):
                    file.unlink(missing_ok=True)
                    keeping.purge(settings.outputs, settings.reports, document)
                    if copied:
                        copies.remove_copies(settings.publish_to, document)
            except publishing.Locked as error:
                raise Refusal(Exit.LOCKED, str(error), "Wait for it to end, then try again.") from error
        run_ids = [folder.name for folder in affected]
        told_runs = f"the publications {', '.join(run_ids) or 'none'}"
        if copied:
            told_runs += f", and at {settings.publish_to} {', '.join(copied)}"
        answer = (
            f"Removed {document}, caches, history, and {told_runs}. Next: tidybrief run"
            if yes
            else f"Would remove {file}, caches, history, and {told_runs}. To do it: --yes"
        )
        if as_json:
            answer = as_json_text(document=document, done=yes, publications=run_ids, copies=copied)
        typer.echo(answer)


@contextmanager
def _reached(address: str) -> Iterator[None]:
    """Refuses where the place of the copies cannot be reached."""
    from tidybrief.publishing import copies

    try:
        yield
    except copies.NotCopied as error:
        raise Refusal(Exit.DOES_NOT_HOLD, f"{address}: {error}", "Mend this, then purge again.") from error
