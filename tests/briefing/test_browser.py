"""The page in a real browser, where there is one: own script runs under its policy, the sources' does not."""

import os
import shutil
import subprocess
from pathlib import Path

import pytest

import briefing_corpora as corpus
from page_reader import Page
from tidybrief.briefing import render

BROWSER = next(
    (path for name in ("chromium", "chromium-browser", "google-chrome") if (path := shutil.which(name))), None
)

pytestmark = pytest.mark.skipif(
    BROWSER is None, reason="no chromium on the path: install one to see the page in a browser"
)


def seen(folder: Path, html: str, *flags: str) -> str:
    """The document as the browser has it once its scripts have run."""
    assert BROWSER is not None
    (folder / "briefing.html").write_text(html, encoding="utf-8")
    command = [
        BROWSER, "--headless", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run",
        "--disable-background-networking", "--disable-component-update", "--disable-sync", "--disable-dev-shm-usage",
        f"--user-data-dir={folder / 'profile'}", *flags, "--dump-dom", (folder / "briefing.html").as_uri(),
    ]  # fmt: skip
    environment = {**os.environ, "HOME": str(folder)}
    done = subprocess.run(command, capture_output=True, text=True, timeout=120, check=True, env=environment)
    return done.stdout


def test_own_script_runs_and_hostile_text_does_not(tmp_path: Path) -> None:
    html = render(corpus.hostile(), title=corpus.HOSTILE, checks=(), version="0.1.0").html
    page = Page(seen(tmp_path, html))
    filters = [attributes for _, attributes in page.elements if "data-filters" in attributes]
    assert filters
    assert all("hidden" not in attributes for attributes in filters)
    assert any(tag == "button" for tag, _ in page.elements)
    assert not any(tag == "img" for tag, _ in page.elements)
    assert "<script>alert(1)</script>" in page.text
