"""Which documents may share an origin, and which only speak of the same."""

from datetime import date

import pytest

from tidybrief import corpus, schemas
from told import Told, tables

WIRE = """Marta Silberhorn has given up her sewing machine.
The 41-year-old from Bremerton now lets Threadly draw the patterns for 27 dollars a month.
"I used to need a week for one coat, and now an afternoon is enough," she says.
Threadly counted 3.4 million customers in April, its owner Loomworks said.
Loomworks trains its models on 5,800 processors in Salto.
Its sales grew by 62 percent to 148 million dollars last year.
Rivals such as Needlepoint Labs call the market crowded."""
NAMES = {"Marta Silberhorn": "PERSON", "Threadly": "PRODUCT", "Loomworks": "ORG", "Needlepoint Labs": "ORG"}


def wire(doc_id: str, text: str = WIRE, published_on: date | None = None) -> Told:
    document = Told(doc_id, text, {name: kind for name, kind in NAMES.items() if name in text}, published_on)
    for surface, value, unit in (
        ("3.4 million", 3.4e6, "customer"),
        ("5,800", 5800, "processor"),
        ("62 percent", 62, "percent"),
        ("148 million", 1.48e8, "dollar"),
    ):
        if surface in text and "Loomworks" in document.names:
            document.figure(surface, value, unit, "Loomworks", "")
    return document


RETOLD = """For Marta Silberhorn of Bremerton, sewing by hand belongs to the past: she has given up her machine.
Threadly draws patterns for her, and Loomworks, which owns it, has 3.4 million customers.
It runs 5,800 processors, and last year its sales rose 62 percent, to 148 million dollars.
The market is crowded, Needlepoint Labs says."""


def origins(*documents: Told) -> dict[str, tuple[str | None, str]]:
    linked = corpus.link(tables(*documents))["documents"]
    return {
        doc_id: (derived_from, source_group)
        for doc_id, derived_from, source_group in linked.select("doc_id", "derived_from", "source_group").iter_rows()
    }


def test_a_copy_is_derived_from_the_earlier() -> None:
    found = origins(wire("a", published_on=date(2024, 5, 2)), wire("b", published_on=date(2024, 5, 1)))
    assert found == {"a": ("b", "a"), "b": (None, "a")}


def test_without_days_the_longer_is_the_origin() -> None:
    shortened = "\n".join(WIRE.split("\n")[:6])
    assert origins(wire("a", shortened), wire("b")) == {"a": ("b", "a"), "b": (None, "a")}


def test_sentences_taken_over_into_a_longer_text() -> None:
    own = "\n".join(f"Our own thought number {word} about cloth goes here." for word in ("one", "two", "three", "four"))
    taken = "\n".join(WIRE.split("\n")[2:6])
    found = origins(wire("a"), wire("b", f"{own}\n{taken}\n{own}"))
    assert found["b"][1] == "a"


def test_a_reworded_retelling() -> None:
    assert origins(wire("a"), wire("b", RETOLD))["b"] == ("a", "a")


def test_the_same_private_person_in_the_same_words() -> None:
    one = Told("a", "Amateur beekeepers like Ilse Varga show the trend.", {"Ilse Varga": "PERSON"})
    other = Told("b", "Ilse Varga is one of many amateur beekeepers with a phone.", {"Ilse Varga": "PERSON"})
    assert origins(one, other) == {"a": (None, "a"), "b": (None, "a")}


SAID = '"We had packed the car twice over before anybody in the whole house thought of the old dog," he said.'


@pytest.mark.parametrize(
    ("one", "other", "linked"),
    [
        pytest.param(
            ("Loomworks sold 5,812 looms.", "loom"), ("5,812 units left Loomworks.", "unit"), True, id="name and number"
        ),
        pytest.param(
            ("Loomworks sold 5,812 looms.", "loom"), ("5,811 units left Loomworks.", "unit"), False, id="name alone"
        ),
    ],
)
def test_a_long_quotation_beside(one: tuple[str, str], other: tuple[str, str], linked: bool) -> None:
    documents = [
        Told(doc_id, f"{text}\n{SAID}", {"Loomworks": "ORG"}).figure(
            text[text.index("5,") :][:5], float(text[text.index("5,") :][:5].replace(",", "")), unit, "Loomworks", ""
        )
        for doc_id, (text, unit) in (("a", one), ("b", other))
    ]
    assert (origins(*documents)["b"][1] == "a") is linked


@pytest.mark.parametrize(
    ("one", "other"),
    [
        pytest.param(
            Told("a", "Prime Minister Ilse Varga opened the bridge on Monday.", {"Ilse Varga": "PERSON"}),
            Told("b", "The bridge that Ilse Varga, the prime minister, opened is closed.", {"Ilse Varga": "PERSON"}),
            id="an office holder",
        ),
        pytest.param(
            Told("a", "Ilse Varga of Loomworks praised the looms.", {"Ilse Varga": "PERSON", "Loomworks": "ORG"}),
            Told("b", "Loomworks sent Ilse Varga to the fair of looms.", {"Ilse Varga": "PERSON", "Loomworks": "ORG"}),
            id="somebody who speaks for an organisation",
        ),
        pytest.param(
            Told("a", "Ilse Varga looms large: revenue came to $85 million.", {"Ilse Varga": "PERSON"}).figure(
                "$85 million", 8.5e7, "USD", "Ilse Varga", "revenue", kind="money"
            ),
            Told("b", "Revenue of Ilse Varga still looms large.", {"Ilse Varga": "PERSON"}),
            id="a company taken for a person",
        ),
        pytest.param(
            Told("a", "Loomworks sold 5,800 looms.", {"Loomworks": "ORG"}).figure(
                "5,800", 5800, "loom", "Loomworks", ""
            ),
            Told("b", "At Loomworks, 5,800 were sold.", {"Loomworks": "ORG"}).figure(
                "5,800", 5800, "loom", "Loomworks", ""
            ),
            id="one figure",
        ),
        pytest.param(
            Told(
                "a",
                "Relief for Salto\nThe governor sent aid to Salto and ordered help for all who were hit by it.",
            ),
            Told(
                "b",
                "Relief for Orno\nThe governor sent aid to Orno and ordered help for all who were hit by it.",
            ),
            id="a form filled in anew",
        ),
    ],
)
def test_no_common_origin(one: Told, other: Told) -> None:
    assert origins(one, other) == {"a": (None, "a"), "b": (None, "b")}


@pytest.mark.parametrize(
    ("one", "other", "kind", "strength"),
    [
        pytest.param(wire("a"), wire("b"), "same_text", "derivative", id="a copy"),
        pytest.param(wire("a"), wire("b", RETOLD), "same_points", "derivative", id="a retelling"),
    ],
)
def test_a_pair_shows_what_it_rests_on(one: Told, other: Told, kind: str, strength: str) -> None:
    pairs = corpus.link(tables(one, other))["document_pairs"]
    schemas.DocumentPairs.validate(pairs)
    (pair,) = [row for row in pairs.to_dicts() if row["kind"] == kind]
    assert (pair["doc_id"], pair["other_doc_id"], pair["strength"]) == ("a", "b", strength)
    assert "may share an origin" in pair["note"]
    texts = {"a": one.text, "b": other.text}
    assert {passage["doc_id"] for passage in pair["evidence"]} == {"a", "b"}
    for passage in pair["evidence"]:
        assert texts[passage["doc_id"]][passage["start"] : passage["end"]] == passage["text"]
        assert passage["value"]


def test_no_pairs_no_rows() -> None:
    assert corpus.link(tables(wire("a")))["document_pairs"].is_empty()
