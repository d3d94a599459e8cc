"""`tidybrief pin` and `tidybrief purge`: which publications stay, and what must not.

What belongs here: the commands and their answers. What is removed is decided in `publishing`.
"""

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
    """Remove a document and all that was made of it. Its file, kept publications that have it, caches, history.

    \b
    Examples:
      tidybrief purge letters/private.txt
      tidybrief purge letters/private.txt --yes && tidybrief run

    A publication is one whole: each that has the document goes, pinned or not. This cannot be undone.
    """
    with told(as_json=as_json):
        from tidybrief import publishing
        from tidybrief.publishing import keeping

        settings = load_settings(outputs=outputs)
        inside, file = "!/" in document, settings.raw / document
        if inside and (settings.raw / document.partition("!/")[0]).exists():
            archive = document.partition("!/")[0]
            raise Refusal(Exit.WRONG_USAGE, f"{document}: lies inside {archive}", "Take it out of the file first.")
        affected = keeping.publications_with(settings.outputs, document)
        is_inside = file.parent.resolve().is_relative_to(settings.raw.resolve())
        if not is_inside or (not affected and not file.is_file()):
            raise Refusal(Exit.WRONG_USAGE, f"{document}: no such document", "Name its doc_id: the path in raw/.")
        if yes:
            try:
                with publishing.lock(settings.outputs, timeout=settings.lock_wait_seconds):
                    file.unlink(missing_ok=True)
                    keeping.purge(settings.outputs, settings.reports, document)
            except publishing.Locked as error:
                raise Refusal(Exit.LOCKED, str(error), "Wait for it to end, then try again.") from error
        run_ids = [folder.name for folder in affected]
        told_runs = ", ".join(run_ids) or "none"
        answer = (
            f"Removed {document}, caches, history, and the publications {told_runs}. Next: tidybrief run"
            if yes
            else f"Would remove {file}, caches, history, and the publications {told_runs}. To do it: --yes"
        )
        typer.echo(as_json_text(document=document, done=yes, publications=run_ids) if as_json else answer)
