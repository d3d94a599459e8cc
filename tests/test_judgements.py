"""The analyst's hand: what corrections and notes do to what is published, by whole runs."""

import json
from pathlib import Path
from typing import Any

import polars as pl
import pytest
from typer.testing import CliRunner

from sample_documents import options, project
from tidybrief import publishing
from tidybrief.cli.app import app
from tidybrief.cli.exits import Exit
from tidybrief.corpus.judging import BY_HAND
from tidybrief.settings import Settings

SIGNED = 'who = "Ada"\nwhen = 2025-03-18\nwhy = "Seen on the page."\n'
DOCUMENTS = {
    "one.txt": "Nordlicht AI opened a laboratory in Oslo. Nordlicht AI employed 120 people in 2024.\n",
    "two.txt": "Harbour Weekly says that Nordlicht AI employed 150 people in 2024.\n",
    "three.txt": "Nordlicht Labs is in Bergen. Nordlicht Labs raised $40 million in 2024.\n",
}


@pytest.fixture
def settings(tmp_path: Path) -> Settings:
    settings = project(tmp_path)
    for path in settings.raw.iterdir():
        path.unlink()
    for name, text in DOCUMENTS.items():
        (settings.raw / name).write_text(text)
    return settings


def published(settings: Settings, corrections: str = "", notes: str = "") -> dict[str, pl.DataFrame]:
    """The tables of a run with these judgements; the publication holds."""
    (settings.raw / "corrections.toml").write_text(corrections)
    (settings.raw / "notes.toml").write_text(notes)
    result = CliRunner().invoke(app, ["run", *options(settings), "--json"])
    assert result.exit_code == Exit.DONE, result.stderr
    run = publishing.latest(settings.outputs)
    assert run
    assert all(check.passed for check in publishing.verify(run.folder))
    return publishing.load(run.folder)


def briefing(settings: Settings) -> str:
    return (settings.reports / "briefing.html").read_text()


def judged(tables: dict[str, pl.DataFrame]) -> list[tuple[Any, ...]]:
    return tables["judgements"].select("kind", "status", "changed_rows").sort("kind").rows()


def figure(tables: dict[str, pl.DataFrame], words: str) -> dict[str, Any]:
    return tables["figures"].filter(pl.col("text").str.contains(words, literal=True)).row(0, named=True)


def test_a_rejected_row_is_among_the_rejects_with_who_and_why(settings: Settings) -> None:
    wrong = figure(published(settings), "150")
    tables = published(settings, f'[[reject]]\nrow = "{wrong["figure_id"]}"\n{SIGNED}')
    assert wrong["figure_id"] not in tables["figures"]["figure_id"]
    assert wrong["figure_id"] not in [each["row_id"] for row in tables["comparisons"]["evidence"] for each in row]
    reject = tables["rejects"].filter(pl.col("code") == "REJECTED_BY_ANALYST").row(0, named=True)
    assert "Ada on 2025-03-18: Seen on the page." in reject["message"]
    assert json.loads(reject["row"])["figure_id"] == wrong["figure_id"]
    assert judged(tables) == [("reject", "applied", 1)]


def test_a_corrected_row_says_so_and_keeps_its_words(settings: Settings) -> None:
    wrong = figure(published(settings), "150")
    tables = published(
        settings,
        f'[[correct]]\nrow = "{wrong["figure_id"]}"\nset = {{ value = 120, qualifier = "approx" }}\n{SIGNED}',
    )
    right = figure(tables, "150")
    changed = {name for name, value in right.items() if value != wrong[name]}
    assert (right["value"], right["qualifier"], right["method"], right["confidence"]) == (120, "approx", "analyst", 1)
    assert changed <= {"value", "qualifier", "method", "confidence"}
    assert judged(tables) == [("correct", "applied", 1)]


def test_merged_entities_are_one_with_all_names(settings: Settings) -> None:
    before = published(settings)
    ids = before["entities"].filter(pl.col("name").str.starts_with("Nordlicht"))["entity_id"].to_list()
    assert len(ids) == 2
    into = next(identity for identity in ids if identity.endswith("ai"))
    tables = published(settings, f'[[merge]]\nentities = {json.dumps(ids)}\ninto = "{into}"\n{SIGNED}')
    entity = tables["entities"].filter(pl.col("entity_id") == into).row(0, named=True)
    assert "Nordlicht Labs" in entity["aliases"]
    counted = before["entities"].filter(pl.col("entity_id").is_in(ids))["mention_count"].sum()
    assert entity["mention_count"] == counted
    assert figure(tables, "$40")["subject_id"] == into
    [gone] = set(ids) - {into}
    assert gone not in tables["entities"]["entity_id"]


def test_a_split_takes_mentions_and_what_is_said_of_them(settings: Settings) -> None:
    before = published(settings)
    old = figure(before, "150")["subject_id"]
    tables = published(
        settings,
        f'[[split]]\nentity = "{old}"\ninto = "org:nordlicht-norge"\nname = "Nordlicht Norge"\n'
        f'documents = ["two.txt"]\n{SIGNED}',
    )
    assert (figure(tables, "150")["subject_id"], figure(tables, "120")["subject_id"]) == ("org:nordlicht-norge", old)
    assert figure(tables, "150")["subject"] == "Nordlicht Norge"
    counts = dict(tables["entities"].select("entity_id", "mention_count").iter_rows())
    whole = dict(before["entities"].select("entity_id", "mention_count").iter_rows())[old]
    assert counts[old] + counts["org:nordlicht-norge"] == whole


@pytest.mark.parametrize(
    ("kind", "verdict", "support"),
    [("confirm", "conflict", "disputed"), ("dismiss", "look_alike", "single_source")],
)
def test_a_conflict_tells_who_confirmed_or_dismissed_it(
    settings: Settings, kind: str, verdict: str, support: str
) -> None:
    conflict = published(settings)["comparisons"].filter(pl.col("verdict") == "conflict").row(0, named=True)
    tables = published(settings, f'[[{kind}]]\nconflict = "{conflict["comparison_id"]}"\n{SIGNED}')
    comparison = tables["comparisons"].filter(pl.col("comparison_id") == conflict["comparison_id"]).row(0, named=True)
    assert (comparison["verdict"], comparison["support"]) == (verdict, support)
    assert "by Ada on 2025-03-18: Seen on the page." in comparison["note"]
    assert conflict["note"] in comparison["note"]
    assert judged(tables) == [(kind, "applied", 1)]


@pytest.mark.parametrize(
    "correction",
    [
        pytest.param('[[reject]]\nrow = "figure-0"\n', id="no such row"),
        pytest.param('[[correct]]\nrow = "{figure}"\nset = {{ subject_id = "org:none" }}\n', id="no such subject"),
        pytest.param('[[merge]]\nentities = ["org:none"]\ninto = "org:nordlicht-ai"\n', id="no such entity"),
        pytest.param(
            '[[split]]\nentity = "org:none"\ninto = "org:x"\nname = "X"\ntexts = ["X"]\n', id="nothing to split"
        ),
        pytest.param('[[confirm]]\nconflict = "comparison-0"\n', id="no such conflict"),
    ],
)
def test_what_refers_to_nothing_changes_nothing_and_is_told(settings: Settings, correction: str) -> None:
    before = published(settings)
    tables = published(settings, correction.format(figure=figure(before, "150")["figure_id"]) + SIGNED)
    assert tables["judgements"]["status"].to_list() == ["gone"]
    for name in ("entities", "mentions", "figures", "relations", "dates", "comparisons"):
        assert tables[name].equals(before[name])
    answer = json.loads(CliRunner().invoke(app, ["run", *options(settings), "--json"]).stdout)
    assert answer["judgements"] == {"gone": 1}


def test_a_note_is_published_and_says_whether_what_it_is_about_is_there(settings: Settings) -> None:
    about = figure(published(settings), "150")["figure_id"]
    signed = 'who = "Ada"\nwhen = 2025-03-18\n'
    tables = published(
        settings,
        notes=f'[[note]]\nabout = "{about}"\ntext = "Doubtful."\n{signed}'
        f'[[note]]\nabout = "org:none"\ntext = "Lost."\n{signed}[[note]]\ntext = "In all."\n{signed}',
    )
    noted = dict(tables["judgements"].select("why", "status").iter_rows())
    assert noted == {"Doubtful.": "noted", "Lost.": "gone", "In all.": "noted"}


def test_a_file_that_cannot_be_used_is_wrong_usage(settings: Settings) -> None:
    (settings.raw / "corrections.toml").write_text("[[delete]]\n")
    result = CliRunner().invoke(app, ["run", *options(settings), "--json"])
    assert result.exit_code == Exit.WRONG_USAGE
    assert "corrections.toml" in json.loads(result.stdout)["error"]["message"]


@pytest.mark.parametrize(
    ("correction", "cause", "next_step"),
    [
        pytest.param('value = "40"', "set.value is '40'", "a number without quotes", id="a number in quotes"),
        pytest.param("value = true", "set.value is True", "a number without quotes", id="truth for a number"),
        pytest.param("value = nan", "set.value is nan", "a number without quotes", id="no number at all"),
        pytest.param("unit = 7", "set.unit is 7", "a text in quotes", id="a number for a text"),
        pytest.param('unit = ""', "set.unit is empty", "a text in quotes", id="an empty text"),
        pytest.param(
            'time_start = "2024"', "set.time_start is '2024'", "a date without quotes", id="a year in quotes for a date"
        ),
        pytest.param(
            "time_start = 2024-01-01T00:00:00",
            "set.time_start is datetime",
            "a date without quotes",
            id="a date with a time of day",
        ),
        pytest.param('qualifier = "aprox"', "set.qualifier is 'aprox'", "Did you mean 'approx'?", id="a misspelt word"),
        pytest.param("valeu = 1", "no column 'valeu'", "Did you mean 'value'?", id="a misspelt column"),
        pytest.param("start = 1", "no column 'start' that can be set", "There are: ", id="its place in the document"),
    ],
)
def test_a_value_that_its_column_does_not_take_is_named_before_anything_runs(
    settings: Settings, correction: str, cause: str, next_step: str
) -> None:
    entry = f'[[correct]]\nrow = "figure-0a1b"\nset = {{ {correction} }}\n{SIGNED}'
    (settings.raw / "corrections.toml").write_text(entry)
    result = CliRunner().invoke(app, ["run", *options(settings), "--json"])
    assert result.exit_code == Exit.WRONG_USAGE
    error = json.loads(result.stdout)["error"]
    assert "corrections.toml: [[correct]] number 1: " in error["message"]
    assert cause in error["message"]
    assert next_step in error["next_step"]
    assert not publishing.latest(settings.outputs)


def test_only_rows_with_an_id_of_their_own_are_corrected(settings: Settings) -> None:
    (settings.raw / "corrections.toml").write_text(f'[[reject]]\nrow = "comparison-0a1b"\n{SIGNED}')
    result = CliRunner().invoke(app, ["run", *options(settings)])
    assert result.exit_code == Exit.WRONG_USAGE
    assert "it begins with figure-, date-, relation-" in result.stderr


def test_the_briefing_shows_what_an_analyst_judged(settings: Settings) -> None:
    before = published(settings)
    assert "analyst" not in briefing(settings)
    row, conflict = figure(before, "150")["figure_id"], before["comparisons"]["comparison_id"][0]
    published(
        settings,
        f'[[correct]]\nrow = "{row}"\nset = {{ value = 155 }}\n{SIGNED}[[dismiss]]\nconflict = "{conflict}"\n{SIGNED}',
        '[[note]]\nabout = "two.txt"\ntext = "Counts contractors."\nwho = "Ada"\nwhen = 2025-03-18\n',
    )
    said = briefing(settings)
    for words in ("value is 155", "Seen on the page.", "Counts contractors.", "Ada, 18\u00a0March 2025"):
        assert words in said
    assert "corrected by hand" in said
    assert "or from an analyst’s judgements" in said


def test_the_method_of_a_corrected_row_is_explained() -> None:
    guide = (Path(__file__).parent.parent / "docs" / "method.md").read_text()
    assert f"`{BY_HAND}`" in guide
