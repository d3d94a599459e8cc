"""The page as a whole: safe, navigable, accessible as far as its source shows, small, and the same every time."""

import base64
import hashlib
import json
import re
from collections import Counter
from collections.abc import Callable
from itertools import pairwise
from typing import Any
from urllib.parse import unquote

import polars as pl
import pytest

import briefing_corpora as corpus
from page_reader import Page
from tidybrief.briefing import Briefing, render
from tidybrief.validation import Check

Tables = dict[str, pl.DataFrame]
CHECKS = (
    Check("figures", "rules", "Values are within their ranges", "error", passed=True, failing_rows=0, rows=7),
    Check("dates", "coverage", "Every document yields something", "warn", passed=False, failing_rows=1, rows=5),
)
CORPORA = [
    pytest.param(corpus.harbour, id="three sources"),
    pytest.param(corpus.dull, id="one dull document"),
    pytest.param(corpus.empty, id="no document"),
    pytest.param(corpus.hostile, id="hostile text"),
    pytest.param(lambda: corpus.large(60), id="sixty documents"),
    pytest.param(corpus.judged, id="judgements of an analyst"),
    pytest.param(lambda: corpus.judged(corpus.HOSTILE, corpus.HOSTILE), id="hostile judgements"),
]


def briefing(tables: Tables, title: str = "Vellmar") -> Briefing:
    return render(tables, title=title, checks=CHECKS, version="0.1.0")


@pytest.mark.parametrize("make", CORPORA)
class TestEveryPage:
    def test_no_value_is_shown_as_the_program_writes_it(self, make: Callable[[], Tables]) -> None:
        made = briefing(make())
        for html in (made.html, *made.evidence.values()):
            assert re.findall(r"\w+\(\w+=[^)]{0,40}|None</td>|is_sure", Page(html).text) == []

    def test_ids_are_unique(self, make: Callable[[], Tables]) -> None:
        made = briefing(make())
        for html in (made.html, *made.evidence.values()):
            assert [one for one, count in Counter(Page(html).ids).items() if count > 1] == []

    def test_every_internal_link_resolves(self, make: Callable[[], Tables]) -> None:
        made = briefing(make())
        pages = {"briefing.html": Page(made.html)} | {
            f"evidence/{name}": Page(html) for name, html in made.evidence.items()
        }
        ids = {name: set(page.ids) for name, page in pages.items()}
        broken = []
        for name, page in pages.items():
            for link in page.links:
                if link.startswith("http") or link.endswith((".parquet", "datapackage.json")):
                    continue
                file, _, place = link.partition("#")
                folder = "evidence/" if name.startswith("evidence/") else ""
                target = f"{folder}{file}".replace("evidence/../", "") if file else name
                if target not in ids or (place and unquote(place) not in ids[target]):
                    broken.append((name, link))
        assert broken == []

    def test_headings_are_in_order_with_one_h1(self, make: Callable[[], Tables]) -> None:
        made = briefing(make())
        for html in (made.html, *made.evidence.values()):
            levels = Page(html).headings
            assert levels.count(1) == 1
            assert levels[0] == 1
            assert all(after <= before + 1 for before, after in pairwise(levels))

    def test_tags_are_nested(self, make: Callable[[], Tables]) -> None:
        made = briefing(make())
        for html in (made.html, *made.evidence.values()):
            assert Page(html).misnested == []

    def test_tables_have_captions_and_scopes(self, make: Callable[[], Tables]) -> None:
        page = Page(briefing(make()).html)
        tags = Counter(tag for tag, _ in page.elements)
        assert tags["table"] == tags["caption"]
        assert all("scope" in attributes for tag, attributes in page.elements if tag == "th")

    def test_only_own_scripts_and_no_inline_handlers(self, make: Callable[[], Tables]) -> None:
        page = Page(briefing(make()).html)
        scripts = [attributes for tag, attributes in page.elements if tag == "script"]
        assert scripts == [{"type": "application/ld+json"}, {}]
        assert not any(
            name.startswith("on") or name in ("style", "src", "srcdoc", "action")
            for _, attributes in page.elements
            for name in attributes
        )
        assert not {"img", "iframe", "object", "embed", "link", "form"} & {tag for tag, _ in page.elements}

    def test_same_bytes_twice(self, make: Callable[[], Tables]) -> None:
        tables = make()
        assert briefing(tables) == briefing(tables)

    def test_every_section_stands_in_order(self, make: Callable[[], Tables]) -> None:
        tables = make()
        page = Page(briefing(tables).html)
        assert [attributes["id"] for tag, attributes in page.elements if tag == "section"] == [
            "bottom-line",
            "changes",
            "key-figures",
            "agreements",
            "timeline",
            "actors",
            "gaps",
            *(["judgements"] if tables["judgements"].height else []),
            "sources",
            "figures",
            "evidence",
            "data-quality",
            "method",
        ]

    def test_drawings_have_title_and_description(self, make: Callable[[], Tables]) -> None:
        page = Page(briefing(make()).html)
        ids = set(page.ids)
        drawings = [a for tag, a in page.elements if tag == "svg" and "role" in a]
        for attributes in drawings:
            assert {attributes["aria-labelledby"], attributes["aria-describedby"]} <= ids


class TestHostileText:
    def test_stays_text(self) -> None:
        page = Page(briefing(corpus.hostile(), title=corpus.HOSTILE).html)
        assert "<script>alert(1)</script>" in page.text
        assert "<img src=x onerror=alert(2)>" in page.text
        assert "{{ 7 * 7 }} {% raw %}" in page.text

    def test_no_link_leads_out_of_the_web(self) -> None:
        links = Page(briefing(corpus.hostile()).html).links
        assert not any("javascript" in link.split("#")[0] for link in links)

    def test_control_and_direction_characters_are_shown_not_obeyed(self) -> None:
        made = briefing(corpus.hostile(), title=corpus.HOSTILE)
        assert not set("\x00\x07\u202e\u2066") & set(made.html)
        assert "⟦U+202E⟧evil⟦U+2066⟧" in made.html
        assert "␀␇" in made.html

    def test_data_block_cannot_be_closed(self) -> None:
        html = briefing(corpus.hostile(), title=corpus.HOSTILE).html
        block = re.search(r'<script type="application/ld\+json">(.*?)</script>', html, re.DOTALL)
        assert block is not None
        assert json.loads(block[1])["name"] == corpus.HOSTILE
        assert "<" not in block[1]

    def test_policy_allows_nothing_but_the_own_style_and_script(self) -> None:
        html = briefing(corpus.hostile()).html
        style = re.search(r"<style>(.*?)</style>", html, re.DOTALL)
        script = re.search(r"<script>(.*?)</script>", html, re.DOTALL)
        assert style is not None
        assert script is not None
        hashes = [base64.b64encode(hashlib.sha256(m[1].encode()).digest()).decode() for m in (style, script)]
        assert (
            f"content=\"default-src 'none'; style-src 'sha256-{hashes[0]}'; script-src 'sha256-{hashes[1]}'; "
            "base-uri 'none'; form-action 'none'\"" in html.replace("&#39;", "'").replace("&#x27;", "'")
        )

    @pytest.mark.parametrize(
        ("address", "kept"),
        [
            pytest.param("https://example.org/a?b=1", True, id="https"),
            pytest.param("HTTP://example.org", True, id="upper case"),
            pytest.param("javascript:alert(1)", False, id="javascript"),
            pytest.param(" javascript:alert(1)", False, id="leading space"),
            pytest.param("java\nscript:alert(1)", False, id="line break"),
            pytest.param("data:text/html,x", False, id="data"),
            pytest.param("//example.org", False, id="no scheme"),
            pytest.param("https://[broken", False, id="broken host"),
            pytest.param("file:///etc/passwd", False, id="file"),
        ],
    )
    def test_only_web_addresses_become_links(self, address: str, kept: bool) -> None:
        tables = corpus.harbour()
        tables["documents"] = tables["documents"].with_columns(url=pl.lit(address))
        outward = [
            attributes for tag, attributes in Page(briefing(tables).html).elements if tag == "a" and "rel" in attributes
        ]
        assert bool(outward) == kept
        assert all("noreferrer" in attributes["rel"] for attributes in outward)


class TestBottomLineInMarkdown:
    def test_has_each_item_with_its_support(self) -> None:
        lines = briefing(corpus.harbour()).bottom_line.splitlines()
        assert lines[2].startswith("1. The Port of Vellmar handled 4.2 million")
        assert lines[2].endswith("*(corroborated, attributed: Vellmar Gazette · Coastal Wire)*")

    def test_keeps_hostile_text_from_being_markup(self) -> None:
        told = briefing(corpus.hostile()).bottom_line
        assert "\\<script\\>" in told
        assert re.search(r"(?<!\\)[<>\[\]]", told) is None


class TestBudgets:
    def test_three_documents_are_small(self) -> None:
        made = briefing(corpus.harbour())
        assert len(made.html.encode()) < 100_000
        assert made.evidence == {}

    def test_many_documents_stay_within_nodes_and_get_pages_of_their_own(self) -> None:
        made = briefing(corpus.large(700, figures=5))
        page = Page(made.html)
        assert len(page.elements) < 20_000
        assert len(made.html.encode()) < 5_000_000
        assert len(made.evidence) > 300
        assert "index.html" in made.evidence
        rows = [a["id"] for tag, a in page.elements if tag == "tr" and a.get("id", "").startswith("r-figure")]
        assert len(rows) == 500
        assert "figures.parquet" in page.links


class TestFactuality:
    def test_imagined_numbers_and_furniture_are_no_facts(self) -> None:
        html = briefing(corpus.harbour()).html
        facts = html[: html.index('id="figures"')] + re.sub(
            r"<details>.*?</details>",
            "",
            html[html.index('id="figures"') : html.index('id="evidence"')],
            flags=re.DOTALL,
        )
        facts = re.sub(r"<details><summary>Imagined times.*?</details>", "", facts, flags=re.DOTALL)
        assert "900" not in Page(facts).text
        assert "50%" not in Page(facts).text
        assert "2080" not in Page(facts).text

    def test_imagined_passages_say_so_in_the_evidence(self) -> None:
        page = Page(briefing(corpus.harbour()).html)
        titles = [attributes.get("title") for tag, attributes in page.elements if tag == "span"]
        assert "imagined, not reported as a fact" in titles
        assert "page furniture, not reported" in titles


class TestNumbersLeadToTheirWordsAndBack:
    def test_each_figure_has_a_mark_and_a_row(self) -> None:
        tables = corpus.harbour()
        page = Page(briefing(tables).html)
        by_id = {attributes["id"]: (tag, attributes) for tag, attributes in page.elements if "id" in attributes}
        for figure_id in tables["figures"]["figure_id"]:
            tag, attributes = by_id[figure_id]
            assert tag == "a"
            assert attributes["href"] == f"#r-{figure_id}"
            assert f"r-{figure_id}" in by_id
            assert f"#{figure_id}" in page.links

    def test_marks_survive_a_change_of_place(self) -> None:
        tables = corpus.harbour()
        shifted = dict(tables)
        moved = pl.col("start", "end") + 5
        shifted["documents"] = tables["documents"].with_columns(text="Note\n" + pl.col("text"))
        for name in ("sentences", "mentions", "figures", "dates", "relations"):
            shifted[name] = tables[name].with_columns(moved)
        shifted["comparisons"] = tables["comparisons"].clear()
        ids = set(Page(briefing(tables).html).ids)
        kept = {one for one in ids if re.match(r"(?:n|s|figure|date|e|source|text)-", one)}
        assert kept <= set(Page(briefing(shifted).html).ids)


class TestTokens:
    @pytest.mark.parametrize("scheme", ["light", "dark", "print"])
    @pytest.mark.parametrize(
        ("text", "ground"),
        [
            (text, ground)
            for text in ("ink", "ink-soft", "accent", "alert", "good")
            for ground in ("paper", "surface", "accent-wash", "alert-wash", "sunken")
        ]
        + [("ink", "mark-figure"), ("ink", "mark-date"), ("ink", "mark-target"), ("ink-soft", "mark-figure")],
    )
    def test_text_has_contrast(self, scheme: str, text: str, ground: str) -> None:
        tokens = _tokens(scheme)
        assert _contrast(tokens[text], tokens[ground]) >= 4.5

    @pytest.mark.parametrize("scheme", ["light", "dark"])
    def test_marks_have_contrast(self, scheme: str) -> None:
        tokens = _tokens(scheme)
        assert _contrast(tokens["line-strong"], tokens["surface"]) >= 3
        assert _contrast(tokens["accent"], tokens["surface"]) >= 3


def _tokens(scheme: str) -> dict[str, str]:
    html = briefing(corpus.empty()).html
    blocks = re.findall(r":root ?\{(.*?)\}", html, re.DOTALL)
    chosen = {"light": blocks[0], "dark": blocks[0] + blocks[1], "print": blocks[0] + blocks[2]}[scheme]
    return dict(re.findall(r"--([\w-]+): ?(#[0-9a-f]{6})", chosen))


def _contrast(one: str, other: str) -> float:
    def luminance(colour: str) -> float:
        channels = (int(colour[i : i + 2], 16) / 255 for i in (1, 3, 5))
        red, green, blue = (c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in channels)
        return 0.2126 * red + 0.7152 * green + 0.0722 * blue

    light, dark = sorted((luminance(one), luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


@pytest.mark.parametrize(
    ("row", "told"),
    [
        pytest.param({}, ["said by the document itself"], id="itself"),
        pytest.param({"attributed_to": "Aster Line"}, ["according to Aster Line"], id="somebody named"),
        pytest.param({"factuality": "attributed"}, ["name not read"], id="somebody unnamed"),
        pytest.param({"confidence": 0.82}, ["est. 82%"], id="read less surely"),
    ],
)
def test_a_card_tells_who_says_it_and_how_surely_it_was_read(row: dict[str, Any], told: list[str]) -> None:
    made = corpus.Corpus()
    made.document("a.txt", ["Aster Line stored 40,000 crates.", "The quay cost 70 million crowns."])
    made.figure("a.txt", "40,000", "count", 40_000, "crate", **row)
    html = briefing(made.tables()).html
    (card,) = re.findall(r'<li class="card"><p class="figure">.*?</li>', html, re.DOTALL)
    words = re.sub(r"<[^>]+>", "", card)
    assert all(part in words for part in told)
    assert ("est." in words) == ("confidence" in row)
