"""The page in a real browser: accessible, silent, navigable, with and without script, on a phone and on paper."""

import shutil
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Literal

import polars as pl
import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Page, sync_playwright

import briefing_corpora as corpus
from tidybrief.briefing import render

CHROMIUM = next(
    (path for name in ("chromium", "chromium-browser", "google-chrome") if (path := shutil.which(name))), None
)
pytestmark = pytest.mark.skipif(
    CHROMIUM is None, reason="no Chromium on the path; install one to test the page in a browser: apt install chromium"
)

Tables = dict[str, pl.DataFrame]
CORPORA: dict[str, Callable[[], Tables]] = {
    "three sources": corpus.harbour,
    "one dull document": corpus.dull,
    "no document": corpus.empty,
    "hostile text": corpus.hostile,
    "changes and their course": corpus.changed,
    "judgements of an analyst": corpus.judged,
    "many documents": lambda: corpus.large(420, figures=5),
}
EVERY_CORPUS = pytest.mark.parametrize("name", CORPORA)


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    # Not for the whole session: while it is at work, no other test could start an event loop.
    with sync_playwright() as playwright:
        started = playwright.chromium.launch(executable_path=CHROMIUM, args=["--no-sandbox"])
        yield started
        started.close()


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Callable[[str], Path]:
    """The briefing of a corpus on the disk, with its evidence pages."""
    made: dict[str, Path] = {}

    def of(name: str) -> Path:
        if name not in made:
            folder = tmp_path_factory.mktemp("briefing")
            title = corpus.HOSTILE if name == "hostile text" else "Vellmar"
            past = corpus.changed_past() if name == "changes and their course" else None
            page = render(CORPORA[name](), title=title, checks=(), version="0.1.0", past=past)
            (folder / "evidence").mkdir()
            (folder / "briefing.html").write_text(page.html, encoding="utf-8")
            for file, html in page.evidence.items():
                (folder / "evidence" / file).write_text(html, encoding="utf-8")
            made[name] = folder / "briefing.html"
        return made[name]

    return of


@pytest.fixture
def visit(browser: Browser, site: Callable[[str], Path]) -> Iterator[Callable[..., Page]]:
    """Opens the briefing of a corpus; options are those of a browser context."""
    contexts = []

    def of(name: str, beside: str = "", **options: object) -> Page:
        context = browser.new_context(**options)  # type: ignore[arg-type]
        contexts.append(context)
        page = context.new_page()
        page.goto((site(name).parent / beside if beside else site(name)).as_uri())
        return page

    yield of
    for context in contexts:
        context.close()


def open_all(page: Page) -> None:
    page.evaluate("document.querySelectorAll('details').forEach(part => { part.open = true; })")


def an_evidence_page(briefing: Path) -> str:
    return next(f"evidence/{path.name}" for path in sorted(briefing.parent.glob("evidence/text-*.html")))


def in_view(page: Page, element_id: str) -> bool:
    page.wait_for_function("id => document.getElementById(id)?.getClientRects().length > 0", arg=element_id)
    found: bool = page.evaluate(
        """id => {
          const box = document.getElementById(id).getBoundingClientRect();
          return box.top >= 0 && box.bottom <= innerHeight;
        }""",
        element_id,
    )
    return found


class TestAccessibility:
    @pytest.mark.parametrize("scheme", ["light", "dark"])
    @EVERY_CORPUS
    def test_axe_finds_nothing(self, visit: Callable[..., Page], name: str, scheme: str) -> None:
        page = visit(name, color_scheme=scheme)
        if name != "many documents":  # there, what is folded is more of what the others have, and takes a minute
            open_all(page)
        assert violations(page) == []

    @pytest.mark.parametrize("scheme", ["light", "dark"])
    def test_axe_finds_nothing_beside_the_briefing(
        self, visit: Callable[..., Page], site: Callable[[str], Path], scheme: str
    ) -> None:
        for beside in ("evidence/index.html", an_evidence_page(site("many documents"))):
            assert violations(visit("many documents", beside, color_scheme=scheme)) == []

    def test_marks_are_reached_and_explained_by_keyboard(self, visit: Callable[..., Page]) -> None:
        page = visit("three sources")
        open_all(page)
        card = page.locator("#explanation")
        page.locator(".full a.f").first.focus()
        assert "4.2" in card.inner_text()
        assert "Port of Vellmar" in card.inner_text()
        page.keyboard.press("Escape")
        assert card.is_hidden()


def violations(page: Page) -> list[str]:
    found = Axe().run(page).response["violations"]
    return [f"{rule['id']}: {node['target']}" for rule in found for node in rule["nodes"][:3]]


@EVERY_CORPUS
def test_nothing_is_asked_for_but_the_page_itself(browser: Browser, site: Callable[[str], Path], name: str) -> None:
    page = browser.new_page()
    asked: list[str] = []
    said: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    page.on("console", lambda message: said.append(message.text))
    page.on("pageerror", lambda error: said.append(str(error)))
    page.on("dialog", lambda dialog: said.append(dialog.message))
    page.goto(site(name).as_uri())
    open_all(page)
    page.mouse.wheel(0, 5000)
    page.close()
    assert asked == [site(name).as_uri()]
    assert said == []


class TestNavigation:
    def test_a_number_leads_to_its_mark_and_the_mark_to_its_row(self, visit: Callable[..., Page]) -> None:
        page = visit("three sources")
        link = page.locator("#bottom-line .statement a").first
        mark = str(link.get_attribute("href")).removeprefix("#")
        link.click()
        assert in_view(page, mark)
        page.locator(f"#{mark}").click()
        assert in_view(page, f"r-{mark}")
        page.go_back()
        assert in_view(page, mark)

    def test_a_document_on_a_page_of_its_own_links_its_numbers_and_leads_back(self, visit: Callable[..., Page]) -> None:
        page = visit("many documents", "evidence/index.html")
        page.locator("#documents a[href^='text-']").first.click()
        link = page.locator("td.value a").first
        mark = str(link.get_attribute("href")).removeprefix("#")
        link.click()
        assert in_view(page, mark)
        page.locator(f"#{mark}").click()
        assert in_view(page, f"r-{mark}")
        page.get_by_role("link", name="Back to the briefing").click()
        assert page.url.endswith("briefing.html#evidence")

    def test_a_mark_of_the_timeline_opens_the_folded_table(self, visit: Callable[..., Page]) -> None:
        page = visit("three sources")
        link = page.locator("#timeline svg a").first
        link.click()
        assert in_view(page, str(link.get_attribute("href")).removeprefix("#"))


def test_coverage_and_what_each_document_says_are_seen_on_a_narrow_screen(visit: Callable[..., Page]) -> None:
    page = visit("three sources", viewport={"width": 320, "height": 640})
    heads, key = page.locator("#coverage thead a"), page.locator("#actors .key li")
    assert heads.all_inner_texts() == ["1", "2", "3"]
    assert [head.get_attribute("title") for head in heads.all()] == [
        "Port of Vellmar grows",
        "Harbour note",
        "wire.txt",
    ]
    assert key.all_inner_texts() == ["Vellmar Gazette", "Harbour note", "Coastal Wire"]
    assert page.locator("#coverage td a:visible").count() > 3
    assert page.locator("ol.gists li:visible q").count() == 3


def test_what_a_figure_lacks_is_seen(visit: Callable[..., Page]) -> None:
    shown = visit("three sources").evaluate(
        """() => Array.from(document.querySelectorAll("#figure-table td:nth-child(5):empty"),
                          cell => getComputedStyle(cell, "::after").content)"""
    )
    assert set(shown) == {'"– none read"'}


class TestTables:
    def test_a_filter_keeps_rows_with_all_words_and_counts_them(self, visit: Callable[..., Page]) -> None:
        page = visit("many documents")
        words = ("depot", "77", "bay")
        page.get_by_label("Filter figures").fill(" ".join(words))
        shown = page.locator("#figure-table tbody tr[id]:visible")
        texts = shown.all_inner_texts()
        assert texts
        assert all(word in text.lower() for text in texts for word in words)
        assert page.locator("output[for=filter-figures]").inner_text() == f"{len(texts)} of 500 rows"
        page.get_by_label("Filter figures").fill("")
        assert shown.count() == 500

    def test_a_row_that_is_filtered_out_is_shown_when_a_link_leads_to_it(self, visit: Callable[..., Page]) -> None:
        page = visit("three sources")
        groups = page.locator("#figure-table tr.group:visible")
        assert groups.count() > 1
        page.get_by_label("Filter figures").fill("nothing has these words")
        assert groups.count() == 0
        row = str(page.locator("#figure-table tbody tr[id]").first.get_attribute("id"))
        page.evaluate("id => { location.hash = id; }", row)
        assert in_view(page, row)

    def test_values_are_sorted_as_numbers_both_ways(self, visit: Callable[..., Page]) -> None:
        page = visit("three sources")
        keys = "cells => cells.map(cell => Number(cell.dataset.key))"
        values = page.locator("#figure-table tbody td.value")
        head = page.locator("#figure-table th button").first
        head.click()
        rising = values.evaluate_all(keys)
        assert rising == sorted(rising)
        assert len(set(rising)) > 2
        head.click()
        assert values.evaluate_all(keys) == sorted(rising, reverse=True)
        assert page.locator("#figure-table th").first.get_attribute("aria-sort") == "descending"

    def test_a_layer_is_hidden_when_it_is_not_wanted(self, visit: Callable[..., Page]) -> None:
        page = visit("three sources")
        open_all(page)
        mark = page.locator(".full a.f").first
        ground = "mark => getComputedStyle(mark).backgroundColor"
        before = mark.evaluate(ground)
        page.locator("#show-figure").uncheck()
        assert mark.evaluate(ground) != before


class TestWithoutScript:
    def test_everything_can_be_read_and_reached(self, visit: Callable[..., Page]) -> None:
        page = visit("three sources", java_script_enabled=False)
        assert page.get_by_label("Filter figures").is_hidden()
        assert page.locator("#figure-table tbody tr[id]").count() == 5
        text = page.locator("details.text").first
        text.locator("summary").click()
        assert text.locator(".full").is_visible()
        link = page.locator("#bottom-line .statement a").first
        link.click()
        assert page.locator(f"id={str(link.get_attribute('href')).removeprefix('#')}").is_visible()


@EVERY_CORPUS
def test_the_page_fits_a_narrow_screen(visit: Callable[..., Page], name: str) -> None:
    page = visit(name, viewport={"width": 320, "height": 640})
    open_all(page)
    assert page.evaluate("document.documentElement.scrollWidth") <= 320


@pytest.mark.parametrize("media", ["screen", "print"])
def test_a_figure_keeps_its_readings_on_narrow_screens_and_paper(
    visit: Callable[..., Page], media: Literal["screen", "print"]
) -> None:
    page = visit("three sources", viewport={"width": 320, "height": 640})
    page.emulate_media(media=media)
    row = page.locator("#figure-table tbody tr[id]").first
    for cell in ("value", "words"):
        assert row.locator(f"td.{cell}").is_visible()
    told = {
        page.evaluate("cell => getComputedStyle(cell, '::before').content", cell.element_handle())
        for cell in page.locator("#figure-table td:not(:empty)").all()
        if cell.is_visible()
    }
    assert {'"Subject:"', '"Measure:"', '"Period:"'} <= told


def test_an_evidence_page_fits_a_narrow_screen(visit: Callable[..., Page], site: Callable[[str], Path]) -> None:
    for beside in ("evidence/index.html", an_evidence_page(site("many documents"))):
        page = visit("many documents", beside, viewport={"width": 320, "height": 640})
        assert page.evaluate("document.documentElement.scrollWidth") <= 320


@pytest.mark.parametrize("name", ["three sources", "one dull document", "hostile text"])
def test_the_page_prints_light_and_without_its_controls(visit: Callable[..., Page], name: str) -> None:
    page = visit(name, color_scheme="dark")
    page.emulate_media(media="print", color_scheme="dark")
    assert page.evaluate("getComputedStyle(document.body).backgroundColor") == "rgb(255, 255, 255)"
    assert page.get_by_role("navigation").is_hidden()
    assert page.get_by_text("in its text", exact=True).and_(page.locator(":visible")).count() == 0
    assert page.locator("h1").is_visible()
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")
    assert page.pdf(prefer_css_page_size=True).startswith(b"%PDF")


def test_paper_has_a_text_only_where_the_reader_opened_it(visit: Callable[..., Page]) -> None:
    page = visit("three sources")
    page.emulate_media(media="print")
    evidence = page.locator("#evidence")
    assert evidence.is_hidden()
    assert page.locator("#bottom-line .tags").first.is_visible()
    page.evaluate("document.querySelector('#evidence details').open = true")
    assert evidence.is_visible()
    assert page.locator("#evidence details").nth(1).is_hidden()


def test_hostile_text_stays_text(visit: Callable[..., Page]) -> None:
    page = visit("hostile text")
    open_all(page)
    assert "<script>alert(1)</script>" in page.locator("h1").inner_text()
    assert page.locator("img, iframe, object, form").count() == 0
    assert page.locator("a[href^='javascript' i]").count() == 0
    assert "<script>alert(1)</script>" in page.title()


def test_the_large_page_stays_within_its_budget_of_nodes(visit: Callable[..., Page]) -> None:
    assert visit("many documents").evaluate("document.querySelectorAll('*').length") < 20_000
