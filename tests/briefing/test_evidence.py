"""Texts cut into marked segments: nothing lost, nothing nested, each span reachable."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

import briefing_corpora as corpus
from tidybrief.briefing.actors import numbered_mentions
from tidybrief.briefing.evidence import AllRows, Marker, Span, segments
from tidybrief.briefing.library import Library, anchor, web_address

TEXT = "Aster Line paid $3.1 billion in May 2023."


def span(layer: str, start: int, end: int) -> Span:
    return Span(f"{layer}-{start}-{end}", layer, start, end, layer, f"#r-{layer}")


spans = st.lists(
    st.builds(
        lambda layer, place, length: span(layer, place, place + length),
        st.sampled_from(["figure", "date", "name"]),
        st.integers(0, len(TEXT) - 1),
        st.integers(1, len(TEXT)),
    ),
    max_size=12,
    unique_by=lambda s: s.mark,
)


@given(spans)
def test_segments_joined_are_the_text(given_spans: list[Span]) -> None:
    assert "".join(piece.text for piece in segments(TEXT, 0, len(TEXT), given_spans)) == TEXT


@given(spans)
def test_every_span_has_its_mark_once(given_spans: list[Span]) -> None:
    marks = [mark for piece in segments(TEXT, 0, len(TEXT), given_spans) for mark in piece.marks]
    assert sorted(marks) == sorted(s.mark for s in given_spans)


def test_overlapping_spans_share_a_segment() -> None:
    pieces = segments("abcdef", 0, 6, [span("name", 0, 4), span("figure", 2, 6)])
    assert [(piece.text, piece.layers) for piece in pieces] == [
        ("ab", ("name",)),
        ("cd", ("figure", "name")),
        ("ef", ("figure",)),
    ]


@pytest.mark.parametrize("make", [corpus.harbour, corpus.hostile, corpus.dull])
def test_marked_text_is_the_document(make: object) -> None:
    assert callable(make)
    tables = make()
    library = Library(tables)
    rows = AllRows(tables, numbered_mentions(tables["mentions"]), library)
    marker = Marker(rows.of(library.sources), rows.names)
    for source in library.sources:
        marked = marker.mark(source, {})
        assert "".join(piece.text for passage in marked.passages for piece in passage.segments) == source.text


def test_anchors_are_safe_and_differ() -> None:
    keys = ["a/b.txt", "a-b.txt", "A/B.txt", "a b.txt", "日本.txt", "", "org:a", "org-a", "x" * 500]
    anchors = [anchor("text", key) for key in keys]
    assert len(set(anchors)) == len(keys)
    assert all(len(one) < 60 and one.replace("-", "").isalnum() and one.isascii() for one in anchors)


def test_web_addresses_keep_their_words() -> None:
    assert web_address("https://example.org/a?b=1#c") == "https://example.org/a?b=1#c"
    assert web_address(None) is None
