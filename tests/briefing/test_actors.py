"""Actors and relations: what is told of whom, and what is too thin to be told."""

from typing import Any

import polars as pl
import pytest

import briefing_corpora as corpus
from tidybrief.briefing import Past
from tidybrief.briefing.actors import Actor
from tidybrief.briefing.content import compose

Tables = dict[str, pl.DataFrame]


def actors(tables: Tables) -> dict[str, Actor]:
    view = compose(tables, title="Vellmar", checks=(), version="0.1.0", past=Past()).actors
    return {actor.name: actor for actor in (*view.told, *view.listed)}


def stated(predicate: str, words: str, object_id: str | None = None, **row: Any) -> Tables:
    """One sentence in which Aster Line stands in a relation to the words."""
    made = corpus.Corpus()
    made.document("a.txt", [f"Aster Line, so it is told, {words}."])
    made.entity("org:aster-line", "Aster Line", ("a.txt", "Aster Line"))
    made.relation("a.txt", "org:aster-line", predicate, words, object_id)
    made.rows["relations"][-1].update(row)
    return made.tables()


@pytest.mark.parametrize(
    ("predicate", "words", "row", "is_told"),
    [
        pytest.param("published", "Tides of Vellmar", {}, True, id="a name"),
        pytest.param("published", "report", {}, False, id="a common noun for what it makes"),
        pytest.param("published", "the first survey of tides", {}, True, id="a common noun with its subject"),
        pytest.param("occupation", "carrier", {}, True, id="a common noun for what it is"),
        pytest.param("develops", "Tidemark", {"confidence": 0.6}, False, id="read unsurely"),
    ],
)
def test_a_statement_is_told_where_it_says_something(
    predicate: str, words: str, row: dict[str, Any], is_told: bool
) -> None:
    assert bool(actors(stated(predicate, words, **row))["Aster Line"].statements) == is_told


def test_nobody_is_its_own_source() -> None:
    (statement,) = actors(stated("occupation", "carrier", attributed_to="Aster Line"))["Aster Line"].statements
    assert statement.attributed_to is None


def test_a_place_that_is_only_named_in_somebodys_report_is_not_told() -> None:
    told = stated("located_in", "Orno", attributed_to="Ida Rohn")
    assert not actors(told)["Aster Line"].statements


def test_who_is_described_as_something_needs_no_flag_that_somebody_says_so() -> None:
    (statement,) = actors(stated("occupation", "carrier", factuality="attributed"))["Aster Line"].statements
    assert statement.tags is None


def test_what_is_hardly_ever_said_beside_what_is_always_said_is_not_told() -> None:
    made = corpus.Corpus()
    titles = ["harbour master"] * 30 + ["read harbour master"]
    made.document("a.txt", [f"Ida Rohn, {title}, spoke {n} times." for n, title in enumerate(titles)])
    made.entity("person:ida-rohn", "Ida Rohn", ("a.txt", "Ida Rohn"))
    for number, title in enumerate(titles):
        made.relation("a.txt", "person:ida-rohn", "occupation", title, None)
        made.rows["relations"][-1]["relation_id"] = f"relation-{number}"
    statements = actors(made.tables())["Ida Rohn"].statements
    assert [statement.object for statement in statements] == ["harbour master"]


def named(entity: dict[str, Any], confidence: float = 0.9) -> Actor:
    made = corpus.Corpus()
    made.document("a.txt", ["Nordhafen met Vellmar."])
    made.entity("place:nordhafen", "Nordhafen", ("a.txt", "Nordhafen"))
    made.rows["entities"][-1].update(entity)
    made.rows["mentions"][-1]["confidence"] = confidence
    return actors(made.tables())["Nordhafen"]


@pytest.mark.parametrize(
    ("entity", "confidence", "words"),
    [
        pytest.param({}, 0.9, "place", id="a place"),
        pytest.param({"external_id": "iso3166:NDH"}, 0.9, "country", id="a country"),
        pytest.param({"external_id": "iso3166-2:VE-NH"}, 0.9, "place", id="a part of a country"),
        pytest.param({}, 0.5, "name", id="read unsurely"),
    ],
)
def test_what_kind_of_thing_a_name_stands_for_is_told_where_it_is_sure(
    entity: dict[str, Any], confidence: float, words: str
) -> None:
    assert named(entity, confidence).type_words == words


def test_other_names_are_told_once() -> None:
    aliases = ["NORDHAFEN", "Nordhafen", "N. H.", "NH", "Port of the North"]
    assert named({"aliases": aliases}).aliases == ("N. H.", "Port of the North")


@pytest.mark.parametrize(
    ("name", "aliases", "short"),
    [
        pytest.param("Aster Line", ["AL"], "Aster Line", id="a short name"),
        pytest.param("Society for the Tides of the North", ["Society", "STN"], "STN", id="a long name"),
        pytest.param("Society for the Tides of the North", ["Society"], None, id="a long name without an acronym"),
    ],
)
def test_a_long_name_gives_way_to_its_acronym(name: str, aliases: list[str], short: str | None) -> None:
    made = corpus.Corpus()
    made.document("a.txt", [f"{name} met."])
    made.entity("org:one", name, ("a.txt", name))
    made.rows["entities"][-1]["aliases"] = aliases
    assert actors(made.tables())[name].short_name == (short or name)
