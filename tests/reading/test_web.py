"""Web pages: the main text without the furniture, and what the page says of itself."""

from datetime import date
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from readings import document, recall, reject
from tidybrief.reading.parts import Content, Options
from tidybrief.reading.problem import InputError
from tidybrief.reading.web import read_html

STORY = (
    "The harbour authority opened a pumping station on Tuesday, after nine years of planning and two of building.",
    "It cost 14 million euros, a fifth more than the council had approved when the old dyke was given up.",
    "Four pumps lift 300 litres a second each. At night they rest, and the canal holds what the rain brings.",
    "Yes.",
    "The next station is planned for the northern basin, where ferries tie up between October and March.",
)
FURNITURE = """
<header><nav><ul><li><a href="/">Front page</a></li><li><a href="/sport">Sport</a></li></ul></nav></header>
"""
FOOTER = """
<aside class="related"><h3>Related</h3><ul><li><a href="/a">Ferries return to the bay</a></li>
<li><a href="/b">Council votes on the dyke</a></li></ul></aside>
<footer><p>Coast Daily is a member of the Press Council and answers to its code of conduct.</p></footer>
"""


def page(body: str, head: str = "") -> str:
    return f'<!DOCTYPE html><html lang="en"><head><meta charset="utf-8">{head}</head><body>{body}</body></html>'


def article(*paragraphs: str) -> str:
    return "".join(f"<p>{text}</p>" for text in paragraphs)


def test_main_text_is_whole_and_without_furniture(tmp_path: Path) -> None:
    body = f"{FURNITURE}<main><h1>A station for the harbour</h1>{article(*STORY)}</main>{FOOTER}"
    text = document(tmp_path, "a.html", page(body)).text
    assert text == "\n\n".join(("# A station for the harbour", *STORY))


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        pytest.param("<h2>What it does</h2>", "## What it does", id="heading"),
        pytest.param(
            "<ul><li>One</li><li>Two<ul><li>Deeper</li></ul></li></ul>", "- One\n- Two\n  - Deeper", id="list"
        ),
        pytest.param('<ol start="3"><li>Third</li><li>Fourth</li></ol>', "3. Third\n4. Fourth", id="numbered list"),
        pytest.param(
            "<table><tr><th>Year</th><th>Level</th></tr><tr><td>2023</td><td>1.2 m</td></tr></table>",
            "| Year | Level |\n| 2023 | 1.2 m |",
            id="table",
        ),
        pytest.param("<table><tr><td><p>One.</p><p>Two.</p></td></tr></table>", "One.\n\nTwo.", id="layout table"),
        pytest.param("<div>Loose <b>bold</b> <a href='x'>linked</a> text</div>", "Loose bold linked text", id="inline"),
        pytest.param("<p>First line<br>second line</p>", "First line\nsecond line", id="line break"),
        pytest.param("<p>First<br><br>Second</p>", "First\n\nSecond", id="two line breaks part paragraphs"),
        pytest.param("<p>An area of 5 km<sup>2</sup>.</p>", "An area of 5 km².", id="raised digit"),
        pytest.param("<p>It grew.<sup><a href='#1'>1</a></sup></p>", "It grew.[1]", id="note"),
        pytest.param("<figure><img alt='x'><figcaption>At dawn</figcaption></figure>", "At dawn", id="caption"),
        pytest.param("<p>Fish &amp; chips &#163;5</p>", "Fish & chips £5", id="character references"),
        pytest.param("<dl><dt>Weir</dt><dd>A low dam.</dd></dl>", "Weir\n\n- A low dam.", id="definition list"),
        pytest.param("<p style='display: none'>Unseen</p><p>Seen</p>", "Seen", id="hidden"),
        pytest.param("<script>var a</script><style>p {}</style><p>Seen</p>", "Seen", id="script and style"),
        pytest.param("<pre>a  b\nc</pre>", "a  b\nc", id="preformatted"),
    ],
)
def test_elements(tmp_path: Path, body: str, expected: str) -> None:
    text = document(
        tmp_path, "a.html", page(f"<main>{article(*STORY)}<div>{body}</div>{article(STORY[0])}</main>")
    ).text
    assert text == "\n\n".join((*STORY, expected, STORY[0]))


def test_a_page_of_nothing_but_short_lines_is_whole(tmp_path: Path) -> None:
    lines = ["Rain", "Wind from the west", "Ferries on time"]
    assert document(tmp_path, "a.html", page(article(*lines))).text == "\n\n".join(lines)


def test_a_page_nested_beyond_reason_is_read(tmp_path: Path) -> None:
    assert document(tmp_path, "a.html", page("<div>" * 1000 + STORY[0] + "</div>" * 1000)).text == STORY[0]


def test_a_page_that_is_furniture_by_its_elements_is_still_read(tmp_path: Path) -> None:
    text = document(tmp_path, "a.html", page(f"<form>{article(*STORY)}</form>")).text
    assert recall(" ".join(STORY), text) == 1


JSON_LD = (
    '<script type="application/ld+json">{"@graph": [{"@type": "WebPage", "name": "Site"}, {"@type": "NewsArticle", '
    '"headline": "From data", "author": [{"name": "Lena Moor"}, {"name": "Jo Berg"}], "publisher": {"name": "Coast '
    'Daily"}, "datePublished": "2025-03-04T10:00:00Z", "url": "https://example.org/a", "license": '
    '"https://example.org/by"}]}</script>'
)
OPEN_GRAPH = (
    '<meta property="og:title" content="From the graph"><meta property="og:site_name" content="Bay News">'
    '<meta property="article:published_time" content="2025-02-01"><meta property="og:url" content="https://example.org/b">'
)
META = (
    '<meta name="author" content="Ada Larsen"><meta name="citation_publication_date" content="2024/12/31">'
    '<meta name="DC.title" content="From a tag"><link rel="canonical" href="https://example.org/c">'
    '<link rel="license" href="https://example.org/cc0">'
)
ELEMENTS = '<time itemprop="datePublished" datetime="2024-01-02">x</time><span rel="author">Per Holm</span>'


@pytest.mark.parametrize(
    ("head", "body", "facts"),
    [
        pytest.param(
            JSON_LD + OPEN_GRAPH + META,
            "",
            {
                "title": ("From data", "json_ld"),
                "author": ("Lena Moor, Jo Berg", "json_ld"),
                "publisher": ("Coast Daily", "json_ld"),
                "published_on": (date(2025, 3, 4), "json_ld"),
                "url": ("https://example.org/a", "json_ld"),
                "licence": ("https://example.org/by", "json_ld"),
            },
            id="JSON-LD before all",
        ),
        pytest.param(
            OPEN_GRAPH + META,
            "",
            {
                "title": ("From the graph", "open_graph"),
                "author": ("Ada Larsen", "meta_tag"),
                "publisher": ("Bay News", "open_graph"),
                "published_on": (date(2025, 2, 1), "open_graph"),
                "url": ("https://example.org/b", "open_graph"),
                "licence": ("https://example.org/cc0", "meta_tag"),
            },
            id="OpenGraph before meta tags",
        ),
        pytest.param(
            META,
            ELEMENTS,
            {
                "title": ("From a tag", "meta_tag"),
                "author": ("Ada Larsen", "meta_tag"),
                "published_on": (date(2024, 12, 31), "meta_tag"),
                "url": ("https://example.org/c", "meta_tag"),
                "licence": ("https://example.org/cc0", "meta_tag"),
            },
            id="meta tags",
        ),
        pytest.param(
            "<title>The tides | Coast Daily</title>",
            ELEMENTS,
            {
                "title": ("The tides | Coast Daily", "html_element"),
                "author": ("Per Holm", "html_element"),
                "published_on": (date(2024, 1, 2), "html_element"),
            },
            id="elements",
        ),
        pytest.param(
            "<title>The tides | Coast Daily</title>",
            "<h1>The tides</h1>",
            {"title": ("The tides", "html_element")},
            id="the first heading before the title of the page",
        ),
        pytest.param('<script type="application/ld+json">{"@type": </script>', "", {}, id="broken JSON-LD"),
        pytest.param(
            '<meta property="article:author" content="https://example.org/people/1">',
            "",
            {},
            id="no name but an address",
        ),
    ],
)
def test_metadata(tmp_path: Path, head: str, body: str, facts: dict[str, tuple[object, str]]) -> None:
    read = document(tmp_path, "a.html", page(body + article(*STORY), head))
    for name in ("title", "author", "publisher", "published_on", "url", "licence"):
        assert (getattr(read, name), getattr(read, f"{name}_origin")) == facts.get(name, (None, None)), name
    assert read.published_on_source == ("metadata" if "published_on" in facts else None)


@pytest.mark.parametrize(
    ("encoding", "declared"),
    [
        pytest.param("utf-8", "utf-8", id="UTF-8"),
        pytest.param("cp1252", "iso-8859-1", id="Windows-1252 under the name of Latin-1"),
        pytest.param("utf-16", "utf-16", id="UTF-16"),
        pytest.param("cp1252", "utf-8", id="another encoding than declared"),
        pytest.param("cp1252", "x-unknown", id="an encoding that does not exist"),
    ],
)
def test_encodings(tmp_path: Path, encoding: str, declared: str) -> None:
    sentence = "The café “Zürich” paid £5 to the harbour authority on the first Tuesday of the year."
    source = f'<html><head><meta charset="{declared}"></head><body><p>{sentence}</p></body></html>'
    assert document(tmp_path, "a.html", source.encode(encoding)).text == sentence


@pytest.mark.parametrize(
    ("content", "code"),
    [
        pytest.param("", "EMPTY", id="no bytes"),
        pytest.param("<html><body><script>x</script></body></html>", "EMPTY", id="no text"),
        pytest.param(b"%PDF-1.7 and so on", "BINARY", id="a PDF under the name of a page"),
    ],
)
def test_no_text(tmp_path: Path, content: bytes | str, code: str) -> None:
    assert reject(tmp_path, "a.html", content).code == code


_tags = st.sampled_from(
    [
        "<p>",
        "</p>",
        "<div>",
        "</div>",
        "<ul>",
        "<li>",
        "<table>",
        "<tr>",
        "<td>",
        "<ol>",
        "<dd>",
        "<pre>",
        "<sup>",
        "<br>",
    ]
)


@given(st.lists(_tags | st.text(max_size=20), max_size=40))
def test_any_markup_is_text_or_says_why_not(pieces: list[str]) -> None:
    try:
        (part,) = read_html("".join(pieces).encode("utf-8", "replace"), Options())
    except InputError:
        return
    assert isinstance(part.holds, Content)
    part.holds.text.encode()
    assert "\r" not in part.holds.text
