"""Points on which documents agree, contradict each other, or tell of a change."""

from datetime import date
from typing import Any

import polars as pl
import pytest

from tidybrief import corpus, dictionary, schemas
from told import YEAR_2024, Told, tables


def compared(*documents: Told) -> list[dict[str, Any]]:
    comparisons = corpus.compare(corpus.link(tables(*documents)))
    assert comparisons.schema == dictionary.polars_schema("comparisons")
    schemas.Comparisons.validate(comparisons)
    for row in comparisons.iter_rows(named=True):
        assert len({item["doc_id"] for item in row["evidence"]}) > 1
        assert row["note"].endswith(".")
    return comparisons.to_dicts()


def verdicts(*documents: Told) -> list[tuple[str, str]]:
    return sorted((row["verdict"], row["support"]) for row in compared(*documents))


def revenue(doc_id: str, amount: float, published_on: date | None = None, **more: Any) -> Told:
    surface = f"${amount:g} million"
    given = {"unit": "USD", "indicator": "annual revenue", "kind": "money", "time": YEAR_2024, **more}
    document = Told(doc_id, f"Acme of {doc_id} took in {surface}.", {"Acme": "ORG"}, published_on)
    return document.figure(surface, amount * 1e6, subject="Acme", **given)


def raised(amount: float, period: tuple[date | None, date | None]) -> Told:
    """News of April 2024 on a round of funding."""
    return revenue(f"of {amount:g}", amount, date(2024, 4, 2), indicator="raised in a Series B round", time=period)


MARCH = (date(2024, 3, 1), date(2024, 3, 31))
YEAR_2023 = (date(2023, 1, 1), date(2023, 12, 31))
AGREE = [("agree", "corroborated")]
CONFLICT = [("conflict", "disputed")]
CHANGED = [("changed", "corroborated")]


@pytest.mark.parametrize(
    ("one", "other", "expected"),
    [
        pytest.param(revenue("a", 85), revenue("b", 85), AGREE, id="equal"),
        pytest.param(revenue("a", 85), revenue("b", 85.4), AGREE, id="equal after rounding"),
        pytest.param(revenue("a", 85), revenue("b", 58), CONFLICT, id="different"),
        pytest.param(revenue("a", 85), revenue("b", 58, indicator="annual turnover"), CONFLICT, id="a synonym"),
        pytest.param(
            revenue("a", 85),
            revenue("b", 58, indicator="the annual revenue of Acme"),
            CONFLICT,
            id="the subject said twice",
        ),
        pytest.param(revenue("a", 85), revenue("b", 58, indicator="quarterly revenue"), [], id="another indicator"),
        pytest.param(revenue("a", 85), revenue("b", 58, indicator="new annual revenue"), [], id="on top of it"),
        pytest.param(revenue("a", 85), revenue("b", 58, unit="EUR"), [], id="another currency"),
        pytest.param(revenue("a", 85), revenue("b", 8500), [], id="another magnitude"),
        pytest.param(revenue("a", 85), revenue("b", 58, factuality="hypothetical"), [], id="imagined"),
        pytest.param(revenue("a", 85), revenue("b", 58, factuality="forecast"), [], id="expected"),
        pytest.param(revenue("a", 85, qualifier="at_least"), revenue("b", 140), [], id="over a bound"),
        pytest.param(
            revenue("a", 85), revenue("b", 58, time=(date(2023, 1, 1), date(2023, 12, 31))), CHANGED, id="another year"
        ),
        pytest.param(
            revenue("a", 85, time=(None, None)), revenue("b", 58, time=(None, None)), [], id="no period, no day"
        ),
        pytest.param(
            revenue("a", 85, date(2024, 5, 1), time=(None, None)),
            revenue("b", 58, date(2024, 5, 3), time=(None, None)),
            CONFLICT,
            id="no period, news of the same days",
        ),
        pytest.param(
            revenue("a", 85, date(2024, 5, 1)), revenue("b", 58, date(2024, 9, 1)), [], id="while the period goes on"
        ),
        pytest.param(
            revenue("a", 85, date(2024, 5, 1), time=(None, None), indicator="raised in Series B"),
            revenue("b", 58, date(2024, 9, 1), time=(None, None), indicator="raised in Series B"),
            CONFLICT,
            id="an act of payment",
        ),
        pytest.param(
            raised(85, (date(2024, 3, 18), date(2024, 3, 18))),
            raised(58, MARCH),
            CONFLICT,
            id="an act, a day in its month",
        ),
        pytest.param(raised(85, MARCH), raised(58, (None, None)), CONFLICT, id="an act, news of it without a day"),
        pytest.param(
            raised(85, (date(2023, 3, 1), date(2023, 3, 31))), raised(58, (None, None)), [], id="an act of long ago"
        ),
        pytest.param(raised(85, MARCH), raised(58, YEAR_2023), CHANGED, id="two acts"),
        pytest.param(revenue("a", 85), revenue("b", 58, time=MARCH), [], id="a year and a month in it"),
        pytest.param(revenue("a", 85, time=MARCH), revenue("b", 58, time=YEAR_2023), [], id="a month and a year"),
        pytest.param(
            revenue("a", 85), revenue("b", 58, time=(date(2024, 7, 1), date(2025, 6, 30))), [], id="years that overlap"
        ),
        pytest.param(
            revenue("a", 85, date(2024, 5, 1), time=(None, None)),
            revenue("b", 85.4, date(2024, 9, 1), time=(None, None)),
            [],
            id="nearly the same number at some other time",
        ),
    ],
)
def test_figures(one: Told, other: Told, expected: list[tuple[str, str]]) -> None:
    assert verdicts(one, other) == expected


def staff(doc_id: str, number: int, unit: str, indicator: str) -> Told:
    given = {"unit": unit, "kind": "count", "time": YEAR_2024, "value": number}
    return Told(doc_id, f"Acme: {number} {unit} in {doc_id}.", {"Acme": "ORG"}).figure(
        f"{number}", subject="Acme", indicator=indicator, **given
    )


@pytest.mark.parametrize(
    ("one", "other", "expected"),
    [
        pytest.param(("employee", "employees"), ("person", "people employed"), CONFLICT, id="noun and verb"),
        pytest.param(("employee", "staff"), ("person", "people who work for Acme"), CONFLICT, id="who work there"),
        pytest.param(("person", "people working at Acme"), ("worker", "workers"), CONFLICT, id="the subject in one"),
        pytest.param(("employee", "employees"), ("person", "people on the payroll"), CONFLICT, id="on the payroll"),
        pytest.param(("employee", "employees"), ("worker", "workers counted"), CONFLICT, id="counted"),
        pytest.param(("ship", "rise in ships sold"), ("ship", "growth of ship sales"), CONFLICT, id="rise and growth"),
        pytest.param(("ship", "rise in ships sold"), ("ship", "fall in ships sold"), [], id="rise and fall"),
        pytest.param(("ship", "ships sold"), ("ship", "sales of ships"), CONFLICT, id="sold and sales"),
        pytest.param(("inhabitant", "inhabitants"), ("person", "population"), CONFLICT, id="a population"),
        pytest.param(("student", "students"), ("student", "students enrolled at Acme"), CONFLICT, id="enrolled"),
        pytest.param(("student", "students"), ("student", "students admitted"), [], id="admitted"),
        pytest.param(("visitor", "visitors"), ("person", "people who visited Acme"), CONFLICT, id="who visited"),
        pytest.param(("ship", "ships sold"), ("ship", "ships bought"), [], id="sold and bought"),
        pytest.param(("person", "lives lost"), ("person", "people killed"), CONFLICT, id="deaths in other words"),
        pytest.param(("employee", "employees"), ("engineer", "engineers employed"), [], id="some of them"),
    ],
)
def test_one_indicator_in_two_wordings(
    one: tuple[str, str], other: tuple[str, str], expected: list[tuple[str, str]]
) -> None:
    assert verdicts(staff("a", 812, *one), staff("b", 604, *other)) == expected


def test_a_place_without_a_period_is_too_wide_to_contradict() -> None:
    documents = [
        Told(doc_id, f"In Orno the main pipe is {inches}-inch wide.", {"Orno": "PLACE"}, date(2024, 5, 1)).figure(
            f"{inches}-inch", inches, "inch", "Orno", "width of the main pipe", kind="measure"
        )
        for doc_id, inches in (("a", 30), ("b", 20))
    ]
    assert verdicts(*documents) == []


@pytest.mark.parametrize(
    ("subject", "kind", "expected"),
    [("Acme", "ORG", []), pytest.param("Ply", "PRODUCT", CONFLICT, id="a product has one size")],
)
def test_an_organisation_without_a_period_measures_many_things(
    subject: str, kind: str, expected: list[tuple[str, str]]
) -> None:
    documents = [
        Told(doc_id, f"{subject} has a {inches}-inch main pipe.", {subject: kind}, date(2024, 5, 1)).figure(
            f"{inches}-inch", inches, "inch", subject, "width of the main pipe", kind="measure"
        )
        for doc_id, inches in (("a", 30), ("b", 20))
    ]
    assert verdicts(*documents) == expected


def test_a_document_with_two_values_speaks_of_two_things() -> None:
    both = Told("b", "Acme took in $58 million and $21 million.", {"Acme": "ORG"})
    for surface, amount in (("$58 million", 5.8e7), ("$21 million", 2.1e7)):
        both.figure(surface, amount, "USD", "Acme", "annual revenue", kind="money", time=YEAR_2024)
    assert verdicts(revenue("a", 85), both) == []


def test_a_copy_is_no_second_source() -> None:
    text = "Acme grew.\n" + "\n".join(
        f"Sentence {word} of the common text goes here." for word in ("one", "two", "three", "four")
    )
    documents = [
        Told(doc_id, f"{text}\nAcme took in $85 million.", {"Acme": "ORG"}).figure(
            "$85 million", 8.5e7, "USD", "Acme", "annual revenue", kind="money", time=YEAR_2024
        )
        for doc_id in ("a", "b")
    ]
    assert verdicts(*documents) == [("derivative", "single_source")]


@pytest.mark.parametrize(
    ("rest", "expected"),
    [
        pytest.param(
            "as the mills along the old river ran through every night of that long and cold winter.",
            ("derivative", "single_source"),
            id="a long sentence",
        ),
        pytest.param("in the winter.", ("agree", "corroborated"), id="a short one"),
    ],
)
def test_the_same_sentence_is_no_second_source(rest: str, expected: tuple[str, str]) -> None:
    documents = [
        Told(doc_id, f"{before}\nAcme took in $85 million {rest}", {"Acme": "ORG"}).figure(
            "$85 million", 8.5e7, "USD", "Acme", "annual revenue", kind="money", time=YEAR_2024
        )
        for doc_id, before in (
            ("a", "The ice on the canal held until March, and skaters came from all villages around."),
            ("b", "Whoever wants to see a mill at work has to travel far these days, a guide says."),
        )
    ]
    assert verdicts(*documents) == [expected]


def person(doc_id: str, predicate: str, obj: str, published_on: date | None = None, **names: str) -> Told:
    text = f"Ilse Varga, {obj}, spoke in {doc_id}."
    return Told(doc_id, text, {"Ilse Varga": "PERSON", **names}, published_on).relation("Ilse Varga", predicate, obj)


@pytest.mark.parametrize(
    ("one", "other", "verdict"),
    [
        pytest.param("software engineer", "film editor", "conflict", id="two trades"),
        pytest.param("welder", "master baker", "conflict", id="two crafts"),
        pytest.param("tailor", "seamstress", None, id="two words for one craft"),
        pytest.param("software engineer", "engineer", None, id="one trade in two wordings"),
        pytest.param("software engineer", "software engineer", "derivative", id="a private person in the same words"),
        pytest.param("software engineer", "chief executive", None, id="a trade and an office"),
        pytest.param("nurse", "former teacher", None, id="a trade given up"),
        pytest.param("nurse", "mother of three", None, id="no trade"),
    ],
)
def test_occupations(one: str, other: str, verdict: str | None) -> None:
    found = compared(person("a", "occupation", one), person("b", "occupation", other))
    assert [row["verdict"] for row in found] == ([verdict] if verdict else [])


def test_an_occupation_of_another_year_is_a_change() -> None:
    found = verdicts(
        person("a", "occupation", "nurse", date(2015, 1, 1)), person("b", "occupation", "farmer", date(2024, 1, 1))
    )
    assert [verdict for verdict, _ in found] == ["changed"]


def maker(doc_id: str, organisation: str, **more: Any) -> Told:
    text = f"{organisation} develops Ply, says {doc_id}."
    return Told(doc_id, text, {organisation: "ORG", "Ply": "PRODUCT"}, **more).relation(organisation, "develops", "Ply")


def test_two_unconnected_developers_exclude_each_other() -> None:
    (row,) = compared(maker("a", "Acme"), maker("b", "Bond"))
    assert (row["verdict"], row["attribute"], row["subject_id"]) == ("conflict", "developer", "product:ply")


def test_a_name_taken_for_two_types_of_things_is_one_value() -> None:
    documents = [
        Told(doc_id, f"Acme makes Ply, says {doc_id}.", {"Acme": "ORG", "Ply": kind}).relation(
            "Acme", "develops", "Ply"
        )
        for doc_id, kind in (("a", "PRODUCT"), ("b", "PLACE"))
    ]
    assert verdicts(*documents) == AGREE


def test_a_surname_may_be_that_of_two_people() -> None:
    documents = [
        Told(doc_id, f"President Varga spoke in {doc_id}.", {"Varga": "PERSON"}).relation(
            "Varga", "occupation", "President"
        )
        for doc_id in ("a", "b")
    ]
    assert verdicts(*documents) == []


@pytest.mark.parametrize(
    ("obj", "names", "expected"),
    [
        pytest.param("report", {}, [], id="any report"),
        pytest.param("Atlas of Looms", {"Atlas of Looms": "WORK"}, AGREE, id="a titled one"),
    ],
)
def test_what_two_documents_say_was_published(obj: str, names: dict[str, str], expected: list[tuple[str, str]]) -> None:
    documents = [
        Told(doc_id, f"In {doc_id}, Acme published the {obj}.", {"Acme": "ORG", **names}).relation(
            "Acme", "published", obj
        )
        for doc_id in ("a", "b")
    ]
    assert verdicts(*documents) == expected


def test_a_parent_may_stand_for_its_unit() -> None:
    parent = Told("c", "Acme is part of Bond.", {"Acme": "ORG", "Bond": "ORG"}).relation("Acme", "part_of", "Bond")
    assert verdicts(maker("a", "Acme"), maker("b", "Bond"), parent) == []
    assert verdicts(maker("a", "Acme"), maker("b", "Acme Research")) == []


def event(doc_id: str, text: str, surface: str, *days: Any, **more: Any) -> Told:
    return Told(doc_id, text, {"Orno": "PLACE"}, **more).dated(surface, *days)


NOVEMBER = (date(2021, 11, 1), date(2021, 11, 30), "month")


@pytest.mark.parametrize(
    ("one", "other", "attribute"),
    [
        pytest.param(
            event("a", "Orno declared a state of emergency on 3 November.", "3 November", date(2021, 11, 3)),
            event("b", "The state of emergency in Orno began on Wednesday.", "Wednesday", date(2021, 11, 3)),
            "start of the state of emergency",
            id="the same day in other words",
        ),
        pytest.param(
            event("a", "The vaccination drive in Orno started on 3 November.", "3 November", date(2021, 11, 3)),
            event("b", "Orno began its national immunization campaign on 3 November.", "3 November", date(2021, 11, 3)),
            "start of the campaign",
            id="synonyms of the event",
        ),
        pytest.param(
            event("a", "The outbreak in Orno began in November.", "November", *NOVEMBER),
            event("b", "In Orno, the outbreak was confirmed on 16 November.", "16 November", date(2021, 11, 16)),
            "date of the outbreak",
            id="a month in which it began and a day on which it was known",
        ),
        pytest.param(
            event("a", "The outbreak in Orno began in November.", "November", *NOVEMBER),
            event("b", "In Orno, the outbreak started on 16 November.", "16 November", date(2021, 11, 16)),
            "start of the outbreak",
            id="a month and a day in it",
        ),
        pytest.param(
            event("a", "The lockdown in Orno ended on 3 November.", "3 November", date(2021, 11, 3)),
            event("b", "The lockdown in Orno began on 3 November.", "3 November", date(2021, 11, 3)),
            None,
            id="the end and the beginning",
        ),
        pytest.param(
            event("a", "A vaccination campaign began in Orno on 3 November.", "3 November", date(2021, 11, 3)),
            event("b", "A literacy campaign began in Orno on 3 November.", "3 November", date(2021, 11, 3)),
            None,
            id="two campaigns",
        ),
        pytest.param(
            event("a", "Orno marked the 3 November anniversary of the outbreak.", "3 November", date(2021, 11, 3)),
            event("b", "The outbreak in Orno began on 3 November.", "3 November", date(2021, 11, 3)),
            None,
            id="an anniversary",
        ),
        pytest.param(
            event(
                "a",
                "The eruption in Orno began on 3 November.",
                "3 November",
                date(2021, 11, 3),
                published_on=date(2022, 7, 1),
            ),
            event("b", "The eruption in Orno began on 3 November.", "3 November", date(2021, 11, 3)),
            None,
            id="a day without a year long ago",
        ),
        pytest.param(
            event("a", "The election in Orno was held on 3 November.", "3 November", date(2021, 11, 3)),
            event("b", "The election in Orno was held on 9 November.", "9 November", date(2021, 11, 9)),
            None,
            id="two days are no conflict",
        ),
    ],
)
def test_events(one: Told, other: Told, attribute: str | None) -> None:
    found = compared(one, other)
    assert [row["attribute"] for row in found if row["verdict"] == "agree"] == ([attribute] if attribute else [])
    assert not [row for row in found if row["verdict"] == "conflict"]


def news(doc_id: str, text: str, day: int, published_on: date = date(2021, 11, 20)) -> Told:
    return event(doc_id, text, f"{day} November", date(2021, 11, day), published_on=published_on)


BEGAN = "The state of emergency in Orno began on 3 November."


@pytest.mark.parametrize(
    ("other", "verdict"),
    [
        pytest.param(news("b", "Orno's state of emergency started on 7 November.", 7), "conflict", id="another day"),
        pytest.param(news("b", "The state of emergency in Orno started on 3 November.", 3), "agree", id="that day"),
        pytest.param(news("b", "The state of emergency in Orno started on 4 November.", 4), None, id="time zones"),
        pytest.param(news("b", "Orno declared a state of emergency on 7 November.", 7), None, id="declared then"),
        pytest.param(news("b", "The state of emergency in Orno ended on 7 November.", 7), None, id="its end"),
        pytest.param(
            news("b", "The state of emergency in Orno was expected to start on 7 November.", 7),
            None,
            id="expected then",
        ),
        pytest.param(
            news("b", "The state of emergency in Orno began on 7 November.", 7, date(2022, 5, 1)),
            None,
            id="news of another time",
        ),
        pytest.param(
            news("b", "The state of emergency in Orno began on 23 November.", 23),
            None,
            id="a day that one of them could not know",
        ),
        pytest.param(
            news("b", "The strike in Orno began on 7 November.", 7),
            None,
            id="another event",
        ),
    ],
)
def test_days_on_which_an_event_began(other: Told, verdict: str | None) -> None:
    found = compared(news("a", BEGAN, 3), other)
    assert [row["verdict"] for row in found] == ([verdict] if verdict else [])


@pytest.mark.parametrize(
    ("other", "verdict"),
    [
        pytest.param(news("b", "On 7 November, the strike in Orno started.", 7), "conflict", id="the verb after it"),
        pytest.param(news("b", "Workers in Orno went on strike on 7 November.", 7), "conflict", id="entering upon it"),
        pytest.param(
            news("b", "Since 7 November, staff in Orno have been on strike.", 7), "conflict", id="the state since then"
        ),
        pytest.param(news("b", "The strike in Orno was called off on 7 November.", 7), None, id="its end"),
        pytest.param(news("b", "A strike in Orno began on 7 November.", 7), None, id="perhaps another one"),
        pytest.param(news("b", "The strike of the bakers in Orno began on 7 November.", 7), None, id="of some"),
        pytest.param(news("b", "The strike that began in Orno on 7 November goes on.", 7), None, id="one of several"),
        pytest.param(news("b", "Bakers in Orno went on strike on 7 November.", 7), None, id="who entered upon it"),
    ],
)
def test_days_on_which_one_of_many_events_began(other: Told, verdict: str | None) -> None:
    found = compared(news("a", "The strike in Orno began on 3 November.", 3), other)
    assert [row["verdict"] for row in found] == ([verdict] if verdict else [])


def test_ids_depend_on_what_is_said_and_not_on_order() -> None:
    one, other = revenue("a", 85), revenue("b", 58)
    assert compared(one, other) == compared(other, one)
    (before,), (after,) = compared(one, other), compared(one, revenue("b", 59))
    assert before["comparison_id"] != after["comparison_id"]


def test_evidence_stands_in_the_text() -> None:
    documents = [
        revenue("a", 85),
        revenue("b", 58),
        person("c", "occupation", "nurse"),
        person("d", "occupation", "chef"),
    ]
    texts = {document.doc_id: document.text for document in documents}
    found = compared(*documents)
    assert len(found) == 2
    for row in found:
        for item in row["evidence"]:
            assert texts[item["doc_id"]][item["start"] : item["end"]] == item["text"]


def toll(doc_id: str, number: int, published_on: date | None) -> Told:
    text = f"The blast in Acme's mill killed {number} people, says {doc_id}."
    given = {"unit": "person", "kind": "count", "time": (date(2024, 5, 3), date(2024, 5, 3))}
    return Told(doc_id, text, {"Acme": "ORG"}, published_on).figure(
        f"{number}", number, subject="Acme", indicator="people killed in a blast", **given
    )


@pytest.mark.parametrize(
    ("one", "other", "verdict"),
    [
        pytest.param(toll("a", 42, date(2024, 5, 4)), toll("b", 58, date(2024, 5, 4)), "conflict", id="of one day"),
        pytest.param(toll("a", 42, date(2024, 5, 4)), toll("b", 58, date(2024, 5, 6)), "changed", id="of two days"),
        pytest.param(toll("a", 58, date(2024, 5, 4)), toll("b", 42, date(2024, 5, 6)), "conflict", id="fewer later"),
        pytest.param(toll("a", 58, date(2024, 5, 4)), toll("b", 42, date(2024, 5, 16)), None, id="fewer much later"),
        pytest.param(toll("a", 42, date(2025, 5, 4)), toll("b", 58, date(2025, 6, 6)), "conflict", id="long after"),
        pytest.param(toll("a", 42, None), toll("b", 58, date(2024, 5, 6)), None, id="of an unknown day"),
    ],
)
def test_what_is_counted_up(one: Told, other: Told, verdict: str | None) -> None:
    assert [row["verdict"] for row in compared(one, other)] == ([verdict] if verdict else [])


@pytest.mark.parametrize(
    ("one", "other", "expected"),
    [
        pytest.param("money raised in a Series B round", "Series B round", CONFLICT, id="a round"),
        pytest.param("Series A round", "Series B round", [], id="two rounds"),
        pytest.param("money that revenue brought", "revenue brought", CONFLICT, id="money is said of all amounts"),
        pytest.param("value of Acme", "value of the company", CONFLICT, id="what it is worth"),
        pytest.param("value of Acme", "value of the stake", [], id="what a part of it is worth"),
    ],
)
def test_amounts_in_two_wordings(one: str, other: str, expected: list[tuple[str, str]]) -> None:
    assert verdicts(revenue("a", 85, indicator=one), revenue("b", 58, indicator=other)) == expected


def borrowed(doc_id: str, amount: float, indicator: str) -> Told:
    return revenue(doc_id, amount, indicator=indicator, time=(None, None))


@pytest.mark.parametrize(
    ("one", "other", "expected"),
    [
        pytest.param(("size of the fund", 80), ("private investment", 78), ["look_alike"], id="fund and investment"),
        pytest.param(("size of the fund", 80), ("private investment", 60), [], id="amounts far apart"),
        pytest.param(("investment from the fund", 80), ("private investment", 78), [], id="both are named in one"),
        pytest.param(("size of the fund", 80), ("price of the ships", 80), [], id="no instrument"),
    ],
)
def test_look_alikes(one: tuple[str, float], other: tuple[str, float], expected: list[str]) -> None:
    documents = (borrowed(doc_id, amount, indicator) for doc_id, (indicator, amount) in (("a", one), ("b", other)))
    assert verdicts(*documents) == [(verdict, "single_source") for verdict in expected]


@pytest.mark.parametrize(
    ("publishers", "authors", "expected"),
    [
        pytest.param(("Daily", "Weekly"), (None, None), ("corroborated", 2), id="two publishers"),
        pytest.param((None, None), (None, None), ("corroborated", 2), id="unknown publishers"),
        pytest.param(("Daily", "daily"), (None, None), ("single_source", 1), id="one publisher"),
        pytest.param(("Daily", "Daily"), ("Ann Lee", "Bo Roy"), ("corroborated", 2), id="two authors at one publisher"),
        pytest.param(("Daily", "Daily"), ("Ann Lee", "Ann Lee"), ("single_source", 1), id="one author"),
        pytest.param(("Daily", "Weekly", "Daily"), (None,) * 3, ("corroborated", 2), id="one of three publishes twice"),
        pytest.param(("Daily", "Daily"), ("Ann Lee", None), ("single_source", 1), id="one of two is not signed"),
        pytest.param(
            ("Daily",) * 3, ("Ann Lee", None, "Bo Roy"), ("corroborated", 2), id="two authors and one not signed"
        ),
        pytest.param(("Acme", "Acme"), ("Ann Lee", "Bo Roy"), ("single_source", 1), id="a publisher of itself"),
        pytest.param(("The Acme", "Daily"), (None, None), ("corroborated", 2), id="a publisher of itself, and another"),
    ],
)
def test_independent_sources(
    publishers: tuple[str | None, ...], authors: tuple[str | None, ...], expected: tuple[str, int]
) -> None:
    linked = corpus.link(tables(*(revenue(str(number), 85) for number in range(len(publishers)))))
    named = linked["documents"].with_columns(
        pl.Series("publisher", publishers, dtype=pl.String), pl.Series("author", authors, dtype=pl.String)
    )
    (row,) = corpus.compare({**linked, "documents": named}).to_dicts()
    assert row["verdict"] == "agree"
    assert (row["support"], row["source_groups"]) == expected


@pytest.mark.parametrize(
    ("titles", "expected"),
    [
        pytest.param(
            ("Fact Sheet: Harbour Board Opens Quay", "FACT SHEET: Harbour Board Buys Cranes"), 1, id="one series"
        ),
        pytest.param(("Fact Sheet: Harbour Board Opens Quay", "Fact Sheet: Orno Port Opens Quay"), 2, id="two offices"),
        pytest.param(
            ("Acme has a record year", "Acme has a record year behind it"), 2, id="headlines that begin alike"
        ),
        pytest.param((None, None), 2, id="no titles"),
    ],
)
def test_official_documents_of_one_series(titles: tuple[str | None, ...], expected: int) -> None:
    linked = corpus.link(tables(revenue("a", 85), revenue("b", 85)))
    named = linked["documents"].with_columns(pl.Series("title", titles, dtype=pl.String))
    (row,) = corpus.compare({**linked, "documents": named}).to_dicts()
    assert (row["verdict"], row["source_groups"]) == ("agree", expected)


def told_by(doc_id: str, source: str | None) -> Told:
    names = {"Acme": "ORG", "Loom Watch": "ORG", "Mill Office": "ORG"}
    document = Told(doc_id, f"{source} counted 812 looms at Acme of {doc_id}.", names)
    given = {"attributed_to": source, "attributed_to_id": source and f"org:{source.lower().replace(' ', '-')}"}
    return document.figure("812", 812, "loom", "Acme", "looms in use", time=YEAR_2024, **given)


@pytest.mark.parametrize(
    ("one", "other", "expected"),
    [
        pytest.param("Loom Watch", "Mill Office", ("corroborated", 2), id="two sources"),
        pytest.param("Loom Watch", None, ("corroborated", 2), id="a source and none"),
        pytest.param("Loom Watch", "Loom Watch", ("single_source", 1), id="one source"),
    ],
)
def test_the_source_that_documents_name(one: str | None, other: str | None, expected: tuple[str, int]) -> None:
    (row,) = compared(told_by("a", one), told_by("b", other))
    assert (row["support"], row["source_groups"]) == expected
