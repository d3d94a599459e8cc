"""What an evaluation counts as right, missed and extra."""

import json
from pathlib import Path
from typing import Any

import pytest

from sample_tables import place, sample_tables, spoken
from tidybrief.evaluation import GoldError, evaluate, load_gold
from tidybrief.evaluation.sameness import same_name, same_period, same_unit, word_overlap
from tidybrief.evaluation.scores import Score


def annotated(surface: str, doc_id: str = "a.txt", **fields: Any) -> dict[str, Any]:
    span = spoken(doc_id, surface)
    return {"doc": doc_id.removesuffix(".txt"), **{key: span[key] for key in ("start", "end", "text")}, **fields}


def figure(surface: str = "120", doc_id: str = "a.txt", **fields: Any) -> dict[str, Any]:
    employees = {"kind": "count", "value": 120, "unit": "person", "qualifier": "exact"}
    said = {"subject": "Nordlicht AI", "indicator": "employees", "time": "2021/..", "attributed_to": None}
    return annotated(surface, doc_id, **{**employees, **said, **fields})


def score(tmp_path: Path, measure: tuple[str, str], **layers: list[dict[str, Any]]) -> Score:
    for layer, rows in layers.items():
        lines = "".join(json.dumps(row) + "\n" for row in rows)
        (tmp_path / f"{layer.replace('_optional', '-optional')}.jsonl").write_text(lines)
    tables = sample_tables()
    gold = load_gold(tmp_path, dict(tables["documents"].select("doc_id", "text").iter_rows()))
    return evaluate(tables, gold).score(*measure)


@pytest.mark.parametrize(
    ("measure", "change", "matched"),
    [
        pytest.param("value", {}, 1, id="the same value"),
        pytest.param("value", {"value": 121}, 0, id="another value"),
        pytest.param("value", {"value": 121, "value_alt": [120]}, 1, id="another reading of the value"),
        pytest.param("value", {"value_high": 130}, 0, id="a range is no single value"),
        pytest.param("value and unit", {"unit": "people"}, 0, id="another noun"),
        pytest.param("value and unit", {"unit": "employed person"}, 1, id="the same noun with a modifier"),
        pytest.param("value, unit and qualifier", {"qualifier": "approx"}, 0, id="another qualifier"),
        pytest.param("full row", {}, 1, id="subject and indicator too"),
        pytest.param("full row", {"subject": "Harbour Weekly"}, 0, id="another subject"),
        pytest.param("period, of value", {"time": "2022/.."}, 0, id="another period"),
        pytest.param("period, of value", {"time": "2021-01/.."}, 1, id="the same start, an open end"),
        pytest.param("attribution, of value", {"attributed_to": "Harbour Weekly"}, 0, id="a source not found"),
        pytest.param("whole, of value", {"of_total": 400}, 0, id="a whole not found"),
    ],
)
def test_figure_measures(tmp_path: Path, measure: str, change: dict[str, Any], matched: int) -> None:
    assert score(tmp_path, ("figures", measure), figures=[figure(**change)]).matched == matched


def test_a_row_without_annotation_is_extra_and_an_annotation_without_row_is_missed(tmp_path: Path) -> None:
    found = score(
        tmp_path,
        ("dates", "overlap"),
        dates=[annotated("Oslo", iso_start=None, iso_end=None, precision="year", role="at")],
    )
    assert (found.matched, found.predicted, found.gold) == (0, 1, 1)
    assert [row["text"] for row in found.extra] == ["2021"]
    assert [row["precision"] for row in found.missed] == ["year"]


def test_an_optional_reading_counts_neither_way(tmp_path: Path) -> None:
    found = score(
        tmp_path,
        ("mentions", "exact span and type"),
        mentions=[annotated("Nordlicht AI", type="ORG", canonical="Nordlicht AI")],
        mentions_optional=[annotated("Oslo", type="PLACE", canonical="Oslo")],
    )
    assert (found.matched, found.predicted, found.gold) == (1, 1, 1)


@pytest.mark.parametrize(
    ("measure", "counts"),
    [
        pytest.param("type: ORG", (1, 1, 1), id="found"),
        pytest.param("type: WORK", (0, 0, 1), id="missed"),
    ],
)
def test_names_are_counted_by_their_type(tmp_path: Path, measure: str, counts: tuple[int, int, int]) -> None:
    names = [
        annotated("Nordlicht AI", type="ORG", canonical="Nordlicht AI"),
        annotated("Oslo", type="WORK", canonical="Oslo"),
    ]
    found = score(tmp_path, ("mentions", measure), mentions=names)
    assert (found.matched, found.predicted, found.gold) == counts


def test_documents_without_annotation_do_not_count(tmp_path: Path) -> None:
    found = score(tmp_path, ("figures", "value"), figures=[figure()])
    assert found.predicted == 1


def test_relations_are_paired_within_their_evidence(tmp_path: Path) -> None:
    evidence = place("a.txt", "Nordlicht AI opened in Oslo")
    triple = {"doc": "a", "subject": "Nordlicht AI", "predicate": "located_in", "object": "Oslo"}
    inside = {**triple, "ev_start": evidence["start"], "ev_end": evidence["end"]}
    outside = {**triple, "ev_start": evidence["end"] + 2, "ev_end": evidence["end"] + 9}
    found = score(tmp_path, ("relations", "triple"), relations=[inside, outside])
    assert (found.matched, found.gold) == (1, 2)


SENTENCE = {"doc": "a", "start": 0, "end": 7, "standing": "asserted"}
MENTION = {"doc": "a", "start": 0, "end": 7, "text": "Nothing", "type": "ORG", "canonical": "Nothing"}
FIGURE = {"doc": "a", "start": 0, "end": 7, "kind": "count", "value": 0, "unit": "thing"}
POINT = {"subject": "Oslo", "attribute": "area", "verdict": "agree"}


@pytest.mark.parametrize(
    ("file", "content", "message"),
    [
        pytest.param("readme.md", "", "no annotation", id="empty folder"),
        pytest.param("dates.jsonl", "{", "dates.jsonl, line 1: not JSON", id="not JSON"),
        pytest.param("dates.jsonl", "\n\n[]", "dates.jsonl, line 3: .* 'doc'", id="no object"),
        pytest.param("dates.jsonl", '{"start": 1}', "'doc'", id="no document"),
        pytest.param("sentences.jsonl", json.dumps(SENTENCE | {"doc": "z"}), "'z'", id="document not published"),
        pytest.param("sentences.jsonl", json.dumps(SENTENCE | {"doc": ""}), "2 published", id="document not unique"),
        pytest.param("sentences.jsonl", json.dumps(SENTENCE | {"start": "0"}), "start and end", id="offset as text"),
        pytest.param("sentences.jsonl", json.dumps(SENTENCE | {"end": 99}), "published text", id="beyond the end"),
        pytest.param("sentences.jsonl", json.dumps(SENTENCE | {"standing": []}), "cannot be", id="list for a word"),
        pytest.param("mentions.jsonl", json.dumps(MENTION | {"text": "nothing"}), "published text", id="other words"),
        pytest.param("figures.jsonl", json.dumps(FIGURE | {"value": "zero"}), "'zero'", id="text for a number"),
        pytest.param("conflicts.jsonl", json.dumps(POINT | {"values": ["a"]}), "'values'", id="no places"),
    ],
)
def test_unusable_gold_says_where(tmp_path: Path, file: str, content: str, message: str) -> None:
    (tmp_path / file).write_text(content)
    with pytest.raises(GoldError, match=message):
        load_gold(tmp_path, {"a.txt": "Nothing much.", "b.txt": "Less."})


def test_gold_that_is_no_text_says_where(tmp_path: Path) -> None:
    (tmp_path / "dates.jsonl").write_bytes(b"\xff")
    with pytest.raises(GoldError, match=r"dates\.jsonl"):
        load_gold(tmp_path, {})


def point(verdict: str, *surfaces: tuple[str, str]) -> dict[str, Any]:
    spans = [annotated(surface, doc_id) for doc_id, surface in surfaces]
    values = [{key: span[key] for key in ("doc", "start", "end")} for span in spans]
    return {"subject": "Nordlicht AI", "attribute": "staff", "verdict": verdict, "values": values}


STAFF = (("a.txt", "120"), ("b.txt", "about 130"))


@pytest.mark.parametrize(
    ("points", "optional", "counts"),
    [
        pytest.param([point("conflict", *STAFF)], [], (1, 1, 1), id="found"),
        pytest.param([point("agree", *STAFF)], [], (0, 1, 0), id="a false alarm"),
        pytest.param([point("conflict", STAFF[0])], [], (0, 0, 1), id="evidence outside the annotated documents"),
        pytest.param([point("agree", *STAFF)], [point("conflict", *STAFF)], (0, 0, 0), id="may be called a conflict"),
        pytest.param([point("agree", *STAFF)], [point("neither", *STAFF)], (0, 1, 0), id="is neither"),
    ],
)
def test_conflicts_are_known_by_their_places(
    tmp_path: Path, points: list[dict[str, Any]], optional: list[dict[str, Any]], counts: tuple[int, int, int]
) -> None:
    found = score(tmp_path, ("conflicts", "conflicts"), conflicts=points, conflicts_optional=optional)
    assert (found.matched, found.predicted, found.gold) == counts


def test_paired_rows_that_disagree_are_told_together(tmp_path: Path) -> None:
    found = score(tmp_path, ("figures", "subject, of value"), figures=[figure(subject="Harbour Weekly")])
    assert [(one["subject"], other["subject"]) for one, other in found.differing] == [
        ("Harbour Weekly", "Nordlicht AI")
    ]


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        pytest.param("the Harbour Weekly", "Harbour Weekly", True, id="article"),
        pytest.param("Harbour Weeklies", "harbour weekly", True, id="case and number"),
        pytest.param("Shanghai’s rules", "Shanghai rules", True, id="possessive"),
        pytest.param(None, None, True, id="both absent"),
        pytest.param(None, "Oslo", False, id="one absent"),
    ],
)
def test_same_name(one: str | None, other: str | None, same: bool) -> None:
    assert same_name(one, other) is same


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        pytest.param("USD", "usd", True, id="case"),
        pytest.param("patent", "GenAI patent", True, id="modifier"),
        pytest.param("patent", "patent office", False, id="another head"),
        pytest.param("cubic meter per year", "cubic meter per day", False, id="another denominator"),
    ],
)
def test_same_unit(one: str, other: str, same: bool) -> None:
    assert same_unit(one, other) is same


@pytest.mark.parametrize(
    ("annotated_period", "start", "end", "same"),
    [
        pytest.param(None, None, None, True, id="unstated"),
        pytest.param("2014/..", "2014-01-01", None, True, id="open end"),
        pytest.param("../2024", None, "2024-12-31", True, id="open start"),
        pytest.param("2024", "2024-01-01", "2024-12-31", True, id="a year"),
        pytest.param("2024", "2024-01-01", None, False, id="a year is closed"),
    ],
)
def test_same_period(annotated_period: str | None, start: str | None, end: str | None, same: bool) -> None:
    assert same_period(annotated_period, start, end) is same


def test_word_overlap_is_the_f1_of_the_words() -> None:
    assert word_overlap("private AI investment", "investment in AI") == pytest.approx(2 / 3)


def test_ratios_without_a_denominator_are_absent() -> None:
    nothing = Score("dates", "overlap", 0, 0, 0)
    assert (nothing.precision, nothing.recall, nothing.f1) == (None, None, None)
