"""Years in which organisations were founded, as several documents give them."""

from datetime import date

import pytest

from tidybrief import corpus
from told import Told, tables


def told(doc_id: str, text: str, year: int = 2017) -> Told:
    names = {name: "ORG" for name in ("Acme", "Bond Mills") if name in text}
    return Told(doc_id, text, names).dated(f"{year}", date(year, 1, 1), date(year, 12, 31), "year")


PLAIN = told("a", "Acme was founded in 2017 by two weavers.")


@pytest.mark.parametrize(
    ("other", "verdicts"),
    [
        pytest.param(told("b", "Acme, founded in 2017, weaves cloth."), ["agree"], id="a participle"),
        pytest.param(told("b", "Acme, founded in 2019, weaves cloth.", 2019), ["conflict"], id="another year"),
        pytest.param(told("b", "Acme (established in 2019) weaves cloth.", 2019), ["conflict"], id="in brackets"),
        pytest.param(told("b", "Founded in 2019, Acme weaves cloth.", 2019), ["conflict"], id="before the name"),
        pytest.param(told("b", "Two weavers founded Acme in 2019.", 2019), ["conflict"], id="an active verb"),
        pytest.param(told("b", "Acme was originally set up in Orno in 2019.", 2019), ["conflict"], id="with a place"),
        pytest.param(told("b", "In 2019, two weavers founded Acme.", 2019), ["conflict"], id="the date first"),
        pytest.param(told("b", "It was in 2019 that Acme was founded.", 2019), ["conflict"], id="the date in front"),
        pytest.param(told("b", "Acme came into being in 2019.", 2019), ["conflict"], id="without the verb"),
        pytest.param(
            told("b", "Since its founding in 2019, Acme weaves.", 2019), ["conflict"], id="a noun, the name later"
        ),
        pytest.param(
            told("b", "Since Acme's founding in 2019, it weaves.", 2019), ["conflict"], id="a noun of the name"
        ),
        pytest.param(
            told("b", "The history of Acme began in 2019.", 2019), ["conflict"], id="the start of its history"
        ),
        pytest.param(
            told("b", "Acme has been in business since its foundation in 2019.", 2019), ["conflict"], id="since a noun"
        ),
        pytest.param(
            told("b", "In 2019, two weavers set up the textile firm Acme.", 2019), ["conflict"], id="what it is called"
        ),
        pytest.param(told("b", "Acme Ltd dates from 2019.", 2019), ["conflict"], id="a legal form"),
        pytest.param(
            told("b", "In 2019, two weavers set up the foundation of Acme.", 2019), [], id="what it has is not itself"
        ),
        pytest.param(told("b", "The roots of Acme go back to 2012.", 2012), [], id="roots older than itself"),
        pytest.param(told("b", "Since its founding in 2019, a mill of Acme weaves.", 2019), [], id="whose founding"),
        pytest.param(told("b", "In 2019, Acme was sold by those who founded Bond Mills.", 2019), [], id="a later date"),
        pytest.param(told("b", "Acme founded Bond Mills in 2019.", 2019), [], id="what it founded"),
        pytest.param(told("b", "Acme founded a school in 2019.", 2019), [], id="what it founded without a name"),
        pytest.param(told("b", "Acme was founded by weavers; in 2019, it moved.", 2019), [], id="another clause"),
        pytest.param(told("b", "Acme moved in 2019 and was founded before.", 2019), [], id="a date before the verb"),
        pytest.param(told("b", "The school, founded by Acme in 2019, is closed.", 2019), [], id="who founded it"),
        pytest.param(told("b", "Bond Mills was founded in 2019.", 2019), [], id="another organisation"),
    ],
)
def test_founding_years(other: Told, verdicts: list[str]) -> None:
    found = corpus.compare(corpus.link(tables(PLAIN, other)))
    assert found["verdict"].to_list() == verdicts
    assert set(found["attribute"]) <= {"founding year"}


def test_a_document_with_two_years_tells_none() -> None:
    both = told("b", "Acme was founded in 2018 or 2019.", 2019)
    both.dated("2018", date(2018, 1, 1), date(2018, 12, 31), "year")
    assert corpus.compare(corpus.link(tables(PLAIN, both))).is_empty()
