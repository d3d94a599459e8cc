"""Quantities that take their unit or hedge from the text around them, and numbers that say nothing."""

import pytest

from tidybrief.extraction.quantities.finding import find_quantities
from tidybrief.extraction.sentences.rows import find_sentences
from tidybrief.lexicon import load_lexicon
from tidybrief.reading import Document


def told(text: str) -> list[tuple[str, float, str, str]]:
    document = Document("a.txt", "", "text/plain", text, language="en")
    lexicon = load_lexicon()
    rows = find_quantities(document, find_sentences(document, lexicon), (), (), lexicon)
    return [(row.text, row.value, row.unit, row.qualifier) for row in rows]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param(
            "Norwegian profit hit 90 million kroner, up from 70 million.",
            [("90 million kroner", 9e7, "NOK", "exact"), ("70 million", 7e7, "NOK", "exact")],
            id="a bare amount goes on with the currency",
        ),
        pytest.param(
            "In Sweden it cost 40 kronor.", [("40 kronor", 40, "SEK", "exact")], id="the crown of the text's country"
        ),
        pytest.param(
            "Costs grew by a third to 9 million euros.",
            [("third", 33.33, "percent", "exact"), ("9 million euros", 9e6, "EUR", "exact")],
            id="a share before the amount it led to",
        ),
        pytest.param(
            "Speeds of 80 kilometres per hour and bursts of up to 120.",
            [
                ("80 kilometres per hour", 80, "kilometer per hour", "exact"),
                ("120", 120, "kilometer per hour", "at_most"),
            ],
            id="a parallel measure, in the spelling of the text",
        ),
        pytest.param(
            "One in every 40 bulbs broke.", [("One in every 40", 2.5, "percent", "exact")], id="one in every N"
        ),
        pytest.param("Eight lamps out of ten failed.", [("Eight", 80, "percent", "exact")], id="N things out of ten"),
        pytest.param(
            "Two million doses of nasal vaccine came, 300,000 of them by ship.",
            [("Two million", 2e6, "dose", "exact"), ("300,000", 3e5, "dose", "exact")],
            id="N of them, and a complement that is no single noun",
        ),
        pytest.param(
            "The shares fell. A fund which owns 4 million of them stayed.",
            [("4 million", 4e6, "share", "exact")],
            id="them of the sentence before, past a verb in -s",
        ),
        pytest.param(
            "Fines reach up to €9 million or 3 percent of sales.",
            [("€9 million", 9e6, "EUR", "at_most"), ("3 percent", 3, "percent", "at_most")],
            id="a restated amount keeps the hedge",
        ),
        pytest.param(
            "Rates rose by half a percentage point.",
            [("half a percentage point", 0.5, "percent", "exact")],
            id="half a percentage point",
        ),
        pytest.param(
            "Oats sold for between $18 and $19.", [("$18 and $19", 18, "USD", "exact")], id="between signed amounts"
        ),
        pytest.param(
            "It went from $5 to $7 billion.",
            [("$5", 5e9, "USD", "exact"), ("$7 billion", 7e9, "USD", "exact")],
            id="a change shares its magnitude",
        ),
        pytest.param(
            "It sold 2.1m vans and hopes for 2.4m in spring.",
            [("2.1m", 2.1e6, "van", "exact"), ("2.4m", 2.4e6, "van", "exact")],
            id="m is million where the text writes so",
        ),
        pytest.param(
            "Bramwell Ferries had a staff of about 4,281 in two ports.",
            [("4,281", 4281, "employee", "approx"), ("two", 2, "port", "exact")],
            id="a group of such a size",
        ),
        pytest.param("It has a crew of 12 divers.", [("12", 12, "diver", "exact")], id="a group of what is counted"),
        pytest.param("It was 41C at noon.", [("41C", 41, "celsius", "exact")], id="degrees without a sign"),
        pytest.param("Three decades passed.", [("Three decades", 3, "decade", "exact")], id="decades"),
        pytest.param("It took about a month.", [("month", 1, "month", "approx")], id="a hedged unit of time"),
        pytest.param("It is more than a mile long.", [("mile", 1, "mile", "at_least")], id="a hedged unit of length"),
        pytest.param("They seized nearly a tonne.", [("tonne", 1, "tonne", "at_most")], id="a hedged unit of mass"),
        pytest.param("A month.", [("month", 1, "month", "exact")], id="a unit as all that is said"),
        pytest.param(
            "It closed more than six years ago.", [("six years", 6, "year", "at_least")], id="a bounded time ago"
        ),
        pytest.param(
            "It is above the 4% of spring.", [("4%", 4, "percent", "exact")], id="compared with a known value"
        ),
        pytest.param(
            "She was the fourth of nine sisters.",
            [("fourth", 4, "rank", "exact"), ("nine", 9, "sister", "exact")],
            id="an ordinal among a number",
        ),
        pytest.param(
            "It fell from fifth to 11th.",
            [("fifth", 5, "rank", "exact"), ("11th", 11, "rank", "exact")],
            id="from rank to rank",
        ),
        pytest.param("It ranks forty-third.", [("forty-third", 43, "rank", "exact")], id="a compound ordinal"),
        pytest.param("Users under 18 paid less.", [("18", 18, "year", "at_most")], id="an age of persons"),
    ],
)
def test_context(text: str, expected: list[tuple[str, float, str, str]]) -> None:
    assert told(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("The nine o'clock show is over.", id="clock time in words"),
        pytest.param("Ring +99 555 012 3456 today.", id="telephone number with a plus"),
        pytest.param("Write to 35.desk@marlow.example today.", id="mail address"),
        pytest.param("Ring (030) 5550 0123 today.", id="telephone number with an area code"),
        pytest.param("The rule reads width: 640px; here.", id="style sheet"),
        pytest.param("We should not have gone in the first place.", id="in the first place"),
        pytest.param("It began about a year ago.", id="a date"),
        pytest.param("A mile of wall fell.", id="a unit that is not hedged"),
        pytest.param("It is about a mile-long wall.", id="a unit within a word"),
    ],
)
def test_no_figure(text: str) -> None:
    assert told(text) == []
