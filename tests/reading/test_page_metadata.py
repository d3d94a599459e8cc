"""What a page says about itself: front matter, title, dateline, language."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tidybrief.reading import dateline, front_matter, headline, language
from tidybrief.reading.problem import InputError


@pytest.mark.parametrize(
    ("text", "entries"),
    [
        pytest.param(
            "---\ntitle: Chips and dips\nDate: 2024-03-05\n---\nBody",
            {"title": "Chips and dips", "date": "2024-03-05"},
            id="YAML",
        ),
        pytest.param('---\ntitle: "Quoted: yes"\n---\n', {"title": "Quoted: yes"}, id="quoted value with a colon"),
        pytest.param("---\nurl: https://example.org/a#b\n---\n", {"url": "https://example.org/a#b"}, id="an address"),
        pytest.param("---\ntags:\n  - a\n  - b\nauthor: Jo\n---\n", {"author": "Jo"}, id="nested values are left out"),
        pytest.param(
            "---\ntags: [a, b]\nauthor: Jo # me\n---\n", {"author": "Jo"}, id="lists and comments are left out"
        ),
        pytest.param(
            '+++\ntitle = "T"\ndate = 2024-03-05\n+++\nBody', {"title": "T", "date": date(2024, 3, 5)}, id="TOML"
        ),
        pytest.param("---\n\nA rule opens this text.\n\n---\nMore", {}, id="prose between rules"),
        pytest.param("---\ntitle: never closed\nBody", {}, id="not closed"),
        pytest.param("Title: a label\nBody", {}, id="no fence"),
        pytest.param("---- \ntitle: x\n----\n", {}, id="a longer rule"),
        pytest.param("---", {}, id="nothing but a fence"),
    ],
)
def test_front_matter(text: str, entries: dict[str, object]) -> None:
    assert front_matter.entries(text) == entries
    assert (front_matter.span(text) is not None) == bool(entries)


def test_front_matter_ends_where_the_body_begins() -> None:
    text = "---\ntitle: T\n---\nBody"
    block = front_matter.span(text)
    assert block is not None
    assert text[block[1] :] == "Body"


def test_broken_toml_front_matter_says_so() -> None:
    with pytest.raises(InputError, match="no valid TOML") as raised:
        front_matter.entries("+++\ntitle = unquoted words\n+++\nBody")
    assert raised.value.code == "BAD_FRONT_MATTER"


@given(st.text(max_size=200), st.sampled_from(["", "---\n", "+++\n"]))
def test_any_text_has_front_matter_or_not(text: str, opening: str) -> None:
    block = front_matter.span(opening + text)
    assert block is None or 0 == block[0] < block[1] <= len(opening + text)


@pytest.mark.parametrize(
    ("text", "day"),
    [
        pytest.param("A title\n2024-03-05\nBody", date(2024, 3, 5), id="ISO"),
        pytest.param("A title\nSaturday, December 7, 2019 \n\nBody", date(2019, 12, 7), id="weekday, month first"),
        pytest.param("A title\n7 December 2019\n", date(2019, 12, 7), id="day first"),
        pytest.param("A title\nPublished on the 7th of Dec. 2019 at 10:45 GMT\n", date(2019, 12, 7), id="published on"),
        pytest.param("A title\nBy Ada Larsen | March 4, 2024\n", date(2024, 3, 4), id="byline"),
        pytest.param(
            "BERLIN, March 4, 2024 (Newswire) — A firm grew.", date(2024, 3, 4), id="place, day, agency, dash"
        ),
        pytest.param("March 4, 2024 -- A firm grew.", date(2024, 3, 4), id="day and double hyphen"),
        pytest.param(
            "T\nUpdated: 5 May 2024\nPublished: 3 May 2024\n", date(2024, 5, 3), id="publication before update"
        ),
        pytest.param("T\nLast updated 5 May 2024\n", date(2024, 5, 5), id="update where nothing else is given"),
        pytest.param("T\n2024-03-05T09:30:00+01:00\n", date(2024, 3, 5), id="ISO with time and zone"),
        pytest.param("T\nThe law of March 4, 2024 was repealed.\n", None, id="a day inside a sentence"),
        pytest.param("Plan of March 4, 2024\nBody", None, id="a day in a title"),
        pytest.param("T\n03/04/2024\n", None, id="two readings"),
        pytest.param("T\n13/04/2024\n", date(2024, 4, 13), id="one reading with slashes"),
        pytest.param("T\n04/13/2024\n", date(2024, 4, 13), id="one reading with slashes, month first"),
        pytest.param("T\nPublished 3.4.2024\n", date(2024, 4, 3), id="dots, day first"),
        pytest.param("T\nThursday 13.04.2024, 14:30\n", date(2024, 4, 13), id="dots with weekday and clock"),
        pytest.param("T\n2024/04/13\n", date(2024, 4, 13), id="year first with slashes"),
        pytest.param("T\nVersion 3.4.2024.1\n", None, id="version"),
        pytest.param("T\n31.31.2024\n", None, id="no such day"),
        pytest.param("T\n2024-13-40\n", None, id="no day of the calendar"),
        pytest.param("T\nMarch 2024\n", None, id="no day"),
        pytest.param("T\n" + "line\n" * 40 + "2024-03-05\n", None, id="far down"),
        pytest.param("T\nDhaka, 5 March 2024\n", date(2024, 3, 5), id="place"),
        pytest.param("T\nBrussels, Tuesday, 5 March 2024\n", date(2024, 3, 5), id="place and weekday"),
        pytest.param("T\nMarch 5, 2024 · 6 min read\n", date(2024, 3, 5), id="time to read"),
        pytest.param("T\n5 March 2024, 10:45am\n", date(2024, 3, 5), id="clock without a space"),
        pytest.param("T\nPress release – Bonn, 5 March 2024\n", date(2024, 3, 5), id="kind of text and place"),
        pytest.param("T\nMarlow Wire | 5 March 2024 | SEOUL\n", date(2024, 3, 5), id="between publisher and place"),
        pytest.param(
            "T\nMarlow News · Posted: Mar. 5, 2024 6:00 AM MT\n", date(2024, 3, 5), id="zone behind the clock"
        ),
        pytest.param("T\nMarlow Wire / March 5, 2024 / By Ada Larsen\n", date(2024, 3, 5), id="byline behind"),
        pytest.param("T\nThe Marlow Gazette Tue 5 March 2024\n", date(2024, 3, 5), id="publisher before the weekday"),
        pytest.param("T\nReporting period: 29 February to 5 March 2024\n", None, id="end of a period"),
        pytest.param("T\nDeadline for comments: 5 March 2024\n", None, id="deadline"),
        pytest.param("T\nOn 5 March 2024, the council met in Leeds\n", None, id="day that opens a clause"),
        pytest.param("T\n- Fire in Leeds, 5 March 2024\n", None, id="item of a list"),
        pytest.param(
            "T\nThe council of the town met again and closed nine of its schools.\nLeeds, 5 March 2024\n",
            None,
            id="place and day behind prose",
        ),
    ],
)
def test_dateline(text: str, day: date | None) -> None:
    assert dateline.published_on(text) == day


@pytest.mark.parametrize(
    ("text", "title"),
    [
        pytest.param("Chips are back in town\n\nBody text goes on.", "Chips are back in town", id="first line"),
        pytest.param(
            "Advertisement\n\nChips are back in town\nBody.", "Chips are back in town", id="after page furniture"
        ),
        pytest.param("2024-03-05\nChips are back in town\n", "Chips are back in town", id="after the dateline"),
        pytest.param("intro\n# A *marked* title #\n", "A *marked* title", id="Markdown heading"),
        pytest.param("This is a sentence.\nAnd this is one more.", None, id="only sentences"),
        pytest.param("- one item here\n- two items there", None, id="only list items"),
        pytest.param("Report\n", "Report", id="one word where there is no more"),
        pytest.param("Will chips be back soon?\nYes.", "Will chips be back soon?", id="a question"),
        pytest.param("", None, id="nothing"),
    ],
)
def test_title(text: str, title: str | None) -> None:
    assert headline.title(text) == title


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("Shares rose.", "en", id="two English words"),
        pytest.param("Orion 4.0 vs Vega X2", "en", id="only names"),
        pytest.param("The firm said that its plans for the year have not changed. " * 5, "en", id="English prose"),
        pytest.param(
            "Die Regierung hat gestern ein neues Gesetz zur Förderung der Forschung beschlossen.", "de", id="German"
        ),
        pytest.param("Le gouvernement a présenté hier un plan pour la recherche et l'industrie.", "fr", id="French"),
        pytest.param("政府昨天公布了一项支持研究的新计划。", "zh", id="Chinese"),
        pytest.param("12.5 2024 $7", None, id="only numbers"),
        pytest.param("", None, id="nothing"),
    ],
)
def test_language(text: str, expected: str | None) -> None:
    assert language.detect(text) == expected


def test_most_of_the_text_decides() -> None:
    english = "The board has approved the budget, and the work will begin in the spring of this year. " * 200
    german = "Der Vorstand hat den Haushalt beschlossen. "
    assert language.detect(english + german) == "en"


@pytest.mark.parametrize("character", ["a", "-", "\n", " ", "#", "1", ",", "by "])
def test_a_long_run_of_one_character_ends(character: str) -> None:
    text = "---\n" + character * 1_000_000
    assert dateline.published_on(text) is None
    front_matter.span(text)
    headline.title(text)
    language.detect(text)
