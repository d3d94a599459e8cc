"""Names as reports write them: bodies joined by "and", seas called after lands, firms behind the noun of a trade."""

import pytest

from sample_names import LEXICON, typed


@pytest.mark.parametrize(
    ("text", "name", "kind"),
    [
        pytest.param(
            "The Truth and Reconciliation Commission met in Lund.",
            "Truth and Reconciliation Commission",
            "ORG",
            id="first subject of a body",
        ),
        pytest.param(
            "The Bureau of Alcohol, Tobacco, Firearms and Explosives searched the yard.",
            "Bureau of Alcohol, Tobacco, Firearms and Explosives",
            "ORG",
            id="enumerated subjects",
        ),
        pytest.param("The wreck lies in the Irish Sea.", "Irish Sea", "PLACE", id="sea called after a land"),
        pytest.param("Ships crossed the Java Sea.", "Java Sea", "PLACE", id="sea called after what has other meanings"),
        pytest.param("Korvane Law Firm advised the buyers.", "Korvane Law Firm", "ORG", id="law firm"),
        pytest.param(
            "The 9th U.S. Circuit Court of Appeals ruled on it.",
            "U.S. Circuit Court of Appeals",
            "ORG",
            id="court of appeals",
        ),
        pytest.param("Korvane Attorneys advised the buyers.", "Korvane Attorneys", "ORG", id="attorneys"),
        pytest.param("Chipmaker Vellum said sales rose.", "Vellum", "ORG", id="trade that opens the sentence"),
        pytest.param("She left Procter and Gamble in May.", "Procter and Gamble", "ORG", id="and for an ampersand"),
    ],
)
def test_borders_and_types(text: str, name: str, kind: str) -> None:
    assert (name, kind) in typed(text, LEXICON)


@pytest.mark.parametrize(
    ("text", "name"),
    [
        pytest.param("They asked African-American and Hispanic voters.", "African-American and Hispanic", id="peoples"),
        pytest.param("EBITDA rose to $9 million.", "EBITDA", id="measure of results"),
        pytest.param("Profit was $29.5 Mln. in May.", "Mln", id="magnitude"),
        pytest.param(
            "The College of the Mainland and Galveston College merged.",
            "Mainland and Galveston College",
            id="two names of bodies",
        ),
    ],
)
def test_what_is_no_name(text: str, name: str) -> None:
    assert name not in {found for found, _ in typed(text, LEXICON)}
