"""Which names of different documents mean the same thing, and that every table points to it."""

import polars as pl
import pytest

from short_texts import document
from tidybrief import corpus, dictionary, engines
from tidybrief.lexicon import load_lexicon
from told import Told, tables

HEALTH = "World Health Organization"


def naming(doc_id: str, name: str, entity_type: str = "ORG", *aliases: str) -> Told:
    text = f"{name} spoke." + "".join(f"\n{alias} spoke." for alias in aliases)
    return Told(doc_id, text, {name: entity_type}, aliases={name: aliases} if aliases else {})


@pytest.mark.parametrize(
    ("documents", "names"),
    [
        pytest.param([naming("a", "Acme"), naming("b", "Acme")], ["Acme"], id="same name"),
        pytest.param([naming("a", "Acme Inc."), naming("b", "Acme"), naming("c", "Acme")], ["Acme"], id="legal form"),
        pytest.param(
            [naming("a", HEALTH), naming("b", "World Health Organisation"), naming("c", HEALTH)],
            [HEALTH],
            id="spelling",
        ),
        pytest.param(
            [
                naming("a", "Tarvo's Harbour Fund"),
                naming("b", "Harbour Fund of Tarvo"),
                naming("c", "Harbour Fund of Tarvo"),
            ],
            ["Harbour Fund of Tarvo"],
            id="owner before and behind",
        ),
        pytest.param([naming("a", "Café Müller"), naming("b", "Cafe Muller")], ["Café Müller"], id="accents"),
        pytest.param(
            [naming("a", "Tromsø Łódź"), naming("b", "Tromso Lodz")],
            ["Tromsø Łódź"],
            id="letters that have no plain part",
        ),
        pytest.param(
            [naming("a", HEALTH, "ORG", "WHO"), naming("b", "WHO")], [HEALTH], id="acronym that one document expands"
        ),
        pytest.param(
            [
                naming("a", "Royal Art Society", "ORG", "RAS"),
                naming("b", "Rail Alliance South", "ORG", "RAS"),
                naming("c", "RAS"),
            ],
            ["RAS", "Rail Alliance South", "Royal Art Society"],
            id="acronym that two documents expand in two ways",
        ),
        pytest.param([naming("a", "Acme"), naming("b", "Acme", "PRODUCT")], ["Acme", "Acme"], id="another type"),
        pytest.param(
            [naming("a", "Jo Berg", "PERSON"), naming("b", "Jo Berg", "PRODUCT")],
            ["Jo Berg"],
            id="a full name taken for another type",
        ),
        pytest.param(
            [naming("a", "Berg Ferries"), naming("b", "Berg Ferries", "PLACE"), naming("c", "Berg Ferries")],
            ["Berg Ferries"],
            id="a full name taken for a place",
        ),
        pytest.param(
            [naming("a", "Jo Berg", "PERSON"), naming("b", "Jo Berg", "PLACE")],
            ["Jo Berg", "Jo Berg"],
            id="a place of that name",
        ),
        pytest.param(
            [naming("a", "Jo Berg", "PERSON"), naming("b", "Berg", "PERSON")], ["Berg", "Jo Berg"], id="a surname alone"
        ),
    ],
)
def test_names(documents: list[Told], names: list[str]) -> None:
    linked = corpus.link(tables(*documents))
    assert sorted(linked["entities"]["name"]) == names
    assert set(linked["mentions"]["entity_id"]) == set(linked["entities"]["entity_id"])


def test_counts_and_other_forms() -> None:
    linked = corpus.link(tables(naming("a", HEALTH, "ORG", "WHO"), naming("b", "WHO"), naming("c", HEALTH)))
    (entity,) = linked["entities"].to_dicts()
    assert entity["entity_id"] == "org:world-health-organization"
    assert entity["aliases"] == ["WHO"]
    assert (entity["mention_count"], entity["document_count"]) == (4, 3)


def test_every_reference_moves_with_its_name() -> None:
    maker = Told("a", "Acme Inc. makes Ply.", {"Acme Inc.": "ORG", "Ply": "PRODUCT"})
    maker.relation("Acme Inc.", "develops", "Ply").figure("Ply", 5, "unit", "Acme Inc.", "units made")
    other = Told("b", "Acme grew.\nAcme is there.", {"Acme": "ORG"})
    backer = Told("c", "Bond backs Acme Inc.", {"Bond": "ORG", "Acme Inc.": "ORG"}).relation(
        "Bond", "backs", "Acme Inc."
    )
    linked = corpus.link(tables(maker, other, backer, naming("d", "Acme"), naming("e", "Acme")))
    assert linked["figures"].select("subject_id", "subject").row(0) == ("org:acme", "Acme")
    backs = linked["relations"].filter(pl.col("predicate") == "backs")
    assert backs.select("object_id", "object").row(0) == ("org:acme", "Acme")
    assert linked["entities"].schema == dictionary.polars_schema("entities")


@pytest.mark.parametrize(
    ("text", "names", "subject"),
    [
        pytest.param("The sales of Berg Ferries came to 85 coins.", {}, "Berg Ferries", id="a name not seen as one"),
        pytest.param("The sales of Berg came to 85 coins.", {}, None, id="a part of it"),
        pytest.param("The sales of Bergen Ferries came to 85 coins.", {}, None, id="another name"),
        pytest.param("Berg Ferries paid 85 coins to Acme.", {"Acme": "ORG"}, None, id="beside another name"),
        pytest.param("In Orno, Berg Ferries took in 85 coins.", {"Orno": "PLACE"}, "Berg Ferries", id="beside a place"),
        pytest.param("Berg Ferries sold 85 coins.", {"Berg": "PLACE"}, "Berg Ferries", id="a piece taken for a place"),
        pytest.param("Jo Berg sold 85 coins.", {}, None, id="a name of a place"),
        pytest.param("Berg Ferries and Sund Lines sold 85 coins.", {}, None, id="two such names"),
    ],
)
def test_a_subject_that_another_document_names(text: str, names: dict[str, str], subject: str | None) -> None:
    known = [naming("b", "Berg Ferries"), naming("c", "Sund Lines"), naming("d", "Jo Berg", "PLACE")]
    telling = Told("a", text, names).figure("85", 85, "coin", "Berg" if "Berg" in names else None, "sales")
    other = Told("e", "Salto has 12 mills.", {"Salto": "PLACE"}).figure("12", 12, "mill", "Salto", "mills")
    figure, another = corpus.link(tables(telling, other, *known))["figures"].to_dicts()
    assert figure["subject"] == subject
    assert figure["subject_id"] == (subject and "org:berg-ferries")
    assert (another["subject_id"], another["subject"]) == ("place:salto", "Salto")


def test_a_subject_without_an_entity_is_kept() -> None:
    text = "The World Bank expects data centres to use 90 terawatt-hours of power."
    figures = corpus.link(engines.extract_all([document(0, text)], load_lexicon()))["figures"]
    assert figures["subject"].to_list() == ["data centres"]


def test_no_documents() -> None:
    linked = corpus.link(tables())
    assert corpus.compare(linked).schema == dictionary.polars_schema("comparisons")
