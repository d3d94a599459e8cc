"""Every kind of change between two publications, and all that is none."""

from collections.abc import Callable, Mapping
from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from tidybrief import corpus, schemas
from told import YEAR_2024, Told, tables

YEAR_2023 = (date(2023, 1, 1), date(2023, 12, 31))
METHOD = {"version": "1.0.0", "lexicon": "0a1b2c3d"}
NEXT_METHOD = METHOD | {"lexicon": "ffffffff"}


def edition(*documents: Told, method: Mapping[str, str] = METHOD) -> corpus.Edition:
    linked = corpus.link(tables(*documents))
    return corpus.Edition({**linked, "comparisons": corpus.compare(linked)}, method)


def found(before: corpus.Edition | None, after: corpus.Edition) -> list[dict[str, Any]]:
    frame = corpus.changes(before, after)
    schemas.Changes.validate(frame)
    return frame.to_dicts()


def told(doc_id: str = "a", text: str = "Acme took in $85 million.", **figure: Any) -> Told:
    """A document with one figure."""
    given = {"value": 8.5e7, "unit": "USD", "kind": "money", "subject": "Acme", "indicator": "annual revenue"}
    return Told(doc_id, text, {"Acme": "ORG"}).figure("$85 million", **given | {"time": YEAR_2024} | figure)


def employing(obj: str, **more: Any) -> Told:
    return Told("a", f"Ilse Varga, {obj}, spoke.", {"Ilse Varga": "PERSON"}).relation(
        "Ilse Varga", "occupation", obj, **more
    )


def making(*products: str) -> Told:
    names = dict.fromkeys(products, "PRODUCT") | {"Acme": "ORG"}
    document = Told("a", "\n".join(f"Acme makes {product}." for product in products), names)
    for product in products:
        document.relation("Acme", "develops", product)
    return document


def named(name: str, kind: str, *aliases: str) -> Told:
    return Told("a", f"{name} grew.", {name: kind}, aliases={name: aliases})


OTHER = "Acme took in $85 million, it said."


@pytest.mark.parametrize(
    ("before", "after", "kind", "expected"),
    [
        pytest.param([told()], [told(text=OTHER)], "figure", [], id="figure: another sentence"),
        pytest.param([told()], [told(text="Well.\n" + OTHER)], "figure", [], id="figure: another place"),
        pytest.param([told()], [told("b")], "figure", [], id="figure: another document"),
        pytest.param([told()], [told(), told("b")], "figure", [], id="figure: said once more"),
        pytest.param(
            [told()], [told(text=OTHER, indicator="revenue per annum")], "figure", [], id="figure: in other words"
        ),
        pytest.param(
            [told()],
            [told(text=OTHER, value=9e7)],
            "figure",
            [("changed", "85,000,000 USD", "90,000,000 USD")],
            id="figure: another value",
        ),
        pytest.param(
            [told()],
            [told(text=OTHER, qualifier="at_least")],
            "figure",
            [("changed", "85,000,000 USD", "at least 85,000,000 USD")],
            id="figure: hedged now",
        ),
        pytest.param(
            [told(factuality="forecast")],
            [told(text=OTHER)],
            "figure",
            [("changed", "85,000,000 USD (forecast)", "85,000,000 USD")],
            id="figure: a forecast come true",
        ),
        pytest.param(
            [told()],
            [told(text=OTHER, value=9e7, time=YEAR_2023)],
            "figure",
            [("gone", "85,000,000 USD", None), ("new", None, "90,000,000 USD")],
            id="figure: another year is another point",
        ),
        pytest.param([], [told()], "figure", [("new", None, "85,000,000 USD")], id="figure: new"),
        pytest.param([told()], [], "figure", [("gone", "85,000,000 USD", None)], id="figure: gone"),
        pytest.param(
            [told(), told("b", value=7e7)],
            [told(text=OTHER, value=6e7), told("b", text=OTHER, value=5e7)],
            "figure",
            [
                ("gone", "70,000,000 USD", None),
                ("gone", "85,000,000 USD", None),
                ("new", None, "50,000,000 USD"),
                ("new", None, "60,000,000 USD"),
            ],
            id="figure: several values, which became which is open",
        ),
        pytest.param(
            [named("Acme", "ORG")],
            [named("Acme", "ORG"), Told("b", "Orno.", {"Orno": "PLACE"})],
            "entity",
            [("new", None, "Orno (PLACE)")],
            id="entity: new",
        ),
        pytest.param([named("Acme", "ORG")], [], "entity", [("gone", "Acme (ORG)", None)], id="entity: gone"),
        pytest.param(
            [named("Acme", "ORG")],
            [named("Acme", "PRODUCT")],
            "entity",
            [("changed", "Acme (ORG)", "Acme (PRODUCT)")],
            id="entity: another type",
        ),
        pytest.param(
            [named("Acme", "ORG", "ACM")],
            [named("Acme Holdings of Orno", "ORG", "ACM")],
            "entity",
            [("changed", "Acme (ORG)", "Acme Holdings of Orno (ORG)")],
            id="entity: another name",
        ),
        pytest.param(
            [employing("nurse")],
            [employing("lawyer")],
            "relation",
            [("changed", "nurse", "lawyer")],
            id="relation: changed where there is one at a time",
        ),
        pytest.param(
            [making("Ark", "Bow")],
            [making("Ark", "Cog")],
            "relation",
            [("gone", "Bow", None), ("new", None, "Cog")],
            id="relation: one of many",
        ),
        pytest.param([making("Ark")], [making("Ark", "Bow")], "relation", [("new", None, "Bow")], id="relation: new"),
        pytest.param([making("Ark", "Bow")], [making("Ark")], "relation", [("gone", "Bow", None)], id="relation: gone"),
        pytest.param(
            [employing("nurse", factuality="forecast")],
            [employing("nurse")],
            "relation",
            [("changed", "nurse (forecast)", "nurse")],
            id="relation: a forecast come true",
        ),
        pytest.param(
            [told(), told("b")],
            [told(), told("b", text=OTHER, value=5.8e7)],
            "conflict",
            [("new", None, "58,000,000 USD and 85,000,000 USD")],
            id="conflict: new",
        ),
        pytest.param(
            [told(), told("b", value=5.8e7)],
            [told(), told("b", text=OTHER)],
            "conflict",
            [("gone", "58,000,000 USD and 85,000,000 USD", None)],
            id="conflict: settled",
        ),
        pytest.param(
            [told(), told("b", value=5.8e7)],
            [told(), told("b", text=OTHER, value=3.1e7)],
            "conflict",
            [("changed", "58,000,000 USD and 85,000,000 USD", "31,000,000 USD and 85,000,000 USD")],
            id="conflict: other values",
        ),
        pytest.param([told()], [told(), told("b", text=OTHER)], "document", [("new", None, "b")], id="document: new"),
        pytest.param([told()], [], "document", [("gone", "a", None)], id="document: gone"),
        pytest.param([told()], [told("z")], "document", [], id="document: renamed"),
    ],
)
def test_a_change_of_the_sources(
    before: list[Told], after: list[Told], kind: str, expected: list[tuple[str, str | None, str | None]]
) -> None:
    rows = [row for row in found(edition(*before), edition(*after)) if row["kind"] == kind]
    assert sorted((row["change"], row["before"], row["after"]) for row in rows) == sorted(expected)
    assert {row["cause"] for row in rows} <= {"sources"}
    for row in rows:
        assert (row["row_id"] is None) == (row["change"] == "gone")
        assert row["note"].endswith(".")


@pytest.mark.parametrize(
    ("text", "surface", "name", "figure"),
    [
        pytest.param(
            "Ilse Varga, {}, spoke.",
            "45",
            ("Ilse Varga", "PERSON"),
            {"kind": "age", "unit": "year", "indicator": "age"},
            id="age of a person",
        ),
        pytest.param(
            "The Ark 2 costs {}.",
            "$45",
            ("Ark 2", "PRODUCT"),
            {"kind": "money", "unit": "USD", "indicator": "cost"},
            id="price of a product",
        ),
        pytest.param(
            "Orno Bridge was built for {}.",
            "$45",
            ("Orno Bridge", "PLACE"),
            {"kind": "money", "unit": "USD", "indicator": "cost built"},
            id="cost of a bridge",
        ),
        pytest.param(
            "In Acme, {} of them died.",
            "45",
            ("Acme", "ORG"),
            {"unit": "person", "indicator": "deaths"},
            id="harm to some",
        ),
        pytest.param(
            "Sales of Acme grew by {}.",
            "45 percent",
            ("Acme", "ORG"),
            {"kind": "percent", "unit": "percent", "indicator": "growth of sales"},
            id="share",
        ),
    ],
)
def test_a_figure_of_any_kind_changes(
    text: str, surface: str, name: tuple[str, str], figure: Mapping[str, Any]
) -> None:
    def saying(value: int) -> Told:
        words = surface.replace("45", str(value))
        document = Told("a", text.format(words), dict([name]))
        return document.figure(words, **{"value": value, "subject": name[0], **figure})

    rows = [row for row in found(edition(saying(45)), edition(saying(46))) if row["kind"] == "figure"]
    assert [(row["change"], row["subject"]) for row in rows] == [("changed", name[0])]


def test_a_changed_document_is_told_by_its_bytes() -> None:
    rows = found(edition(told()), edition(told(text=OTHER)))
    assert [(row["kind"], row["change"], row["subject"]) for row in rows] == [("document", "changed", "a")]


def test_a_corrected_day_of_publication_is_a_change_of_the_document() -> None:
    later = replace(told(), published_on=date(2024, 5, 2))
    (row,) = found(edition(told()), edition(later))
    assert (row["kind"], row["before"], row["after"]) == (
        "document",
        "published on unknown",
        "published on 2024-05-02",
    )
    assert row["note"] == "Changed: document a: published on unknown, now published on 2024-05-02."


@pytest.mark.parametrize(
    "again",
    [
        pytest.param(lambda documents: edition(*documents), id="a rerun"),
        pytest.param(lambda documents: edition(*reversed(documents)), id="re-ordered input"),
        pytest.param(
            lambda documents: edition(*(replace(told, doc_id=f"moved/{9 - int(told.doc_id)}") for told in documents)),
            id="renamed files, which re-orders them",
        ),
    ],
)
def test_no_change(again: Callable[[list[Told]], corpus.Edition]) -> None:
    documents = [told(), told("b", value=5.8e7), employing("nurse"), making("Ark")]
    documents = [replace(document, doc_id=f"{number}") for number, document in enumerate(documents)]
    assert found(edition(*documents), again(documents)) == []


def test_the_first_publication_has_no_changes() -> None:
    assert found(None, edition(told())) == []


def test_a_change_of_method_is_told_apart() -> None:
    """The same bytes, read as another value: the method. A document that came: the sources."""
    before = edition(told())
    reread = edition(told(value=9e7), Told("c", "Orno.", {"Orno": "PLACE"}), method=NEXT_METHOD)
    causes = {(row["kind"], row["change"]): row["cause"] for row in found(before, reread)}
    assert causes == {
        ("method", "changed"): "method",
        ("figure", "changed"): "method",
        ("document", "new"): "sources",
        ("entity", "new"): "sources",
    }


def test_a_copy_of_a_known_document_is_a_change_of_the_sources() -> None:
    rows = found(edition(told()), edition(told(), told("b"), method=NEXT_METHOD))
    assert [row["cause"] for row in rows if row["kind"] == "document"] == ["sources"]


def test_the_method_is_named_with_both_states() -> None:
    (row,) = found(edition(told()), edition(told(), method=NEXT_METHOD))
    assert (row["attribute"], row["before"], row["after"]) == ("lexicon", "0a1b2c3d", "ffffffff")
