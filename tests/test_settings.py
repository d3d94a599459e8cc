from dataclasses import replace
from pathlib import Path

import jsonschema
import pytest

from tidybrief.settings import Settings, SettingsError, as_environment, json_schema, load_settings, settings_in_force


def load(folder: Path, content: str, environment: dict[str, str] | None = None, **flags: object) -> Settings:
    file = folder / "tidybrief.toml"
    file.write_text(content)
    return load_settings(file, environment=environment or {}, **flags)


def test_without_a_file_the_defaults_hold(tmp_path: Path) -> None:
    assert load_settings(tmp_path / "tidybrief.toml", environment={}) == Settings()


def test_flag_wins_over_environment_over_file_over_default(tmp_path: Path) -> None:
    settings = load(
        tmp_path,
        'title = "file"\nkeep_runs = 3\nmax_reject_share = 1\n',
        {"TIDYBRIEF_TITLE": "environment", "TIDYBRIEF_KEEP_RUNS": "4", "HOME": "/"},
        title="flag",
        raw=None,
    )
    assert settings == Settings(title="flag", keep_runs=4, max_reject_share=1.0)


def test_paths_in_the_file_are_relative_to_it(tmp_path: Path) -> None:
    settings = load(tmp_path, 'raw = "texts"\noutputs = "/srv/out"\nlexicon = ["a.toml", "/srv/b.toml"]\n')
    assert (settings.raw, settings.outputs) == (tmp_path / "texts", Path("/srv/out"))
    assert settings.lexicon == (tmp_path / "a.toml", Path("/srv/b.toml"))


def test_columns_of_tables_of_texts(tmp_path: Path) -> None:
    settings = load(tmp_path, '[columns]\ntext = ["body", "abstract"]\ntitle = "headline"\n')
    assert settings.columns == (("text", "body"), ("text", "abstract"), ("title", "headline"))


def test_another_process_gets_the_same_settings(tmp_path: Path) -> None:
    settings = Settings(title="A & B", raw=tmp_path / "texts", outputs=tmp_path, reports=tmp_path, max_reject_share=0.2)
    named = replace(settings, licence="CC-BY-4.0", lexicon=(tmp_path / "a.toml", tmp_path / "b.toml"))
    mapped = replace(settings, columns=(("text", "body"), ("title", "headline")))
    for given in (settings, named, mapped):
        assert load_settings(tmp_path / "none.toml", environment=as_environment(given)) == given


def test_each_setting_says_where_it_comes_from(tmp_path: Path) -> None:
    file = tmp_path / "tidybrief.toml"
    file.write_text('title = "file"\nkeep_runs = 3\n')
    given = settings_in_force(file, environment={"TIDYBRIEF_KEEP_RUNS": "4"}, raw=tmp_path)
    origins = {each.name: (each.value, each.origin) for each in given}
    assert origins["title"] == ("file", str(file))
    assert origins["keep_runs"] == (4, "TIDYBRIEF_KEEP_RUNS")
    assert origins["raw"] == (tmp_path, "flag")
    assert origins["workers"] == (0, "default")


def test_a_python_project_keeps_its_settings_where_its_tools_do(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "pyproject.toml").write_text('[project]\nname = "x"\n[tool.tidybrief]\ntitle = "shared"\n')
    assert load_settings(environment={}).title == "shared"
    (tmp_path / "tidybrief.toml").write_text('title = "own"\n')
    with pytest.raises(SettingsError, match="both hold settings"):
        load_settings(environment={})
    (tmp_path / "pyproject.toml").write_text('[project]\nname = "x"\n')
    assert load_settings(environment={}).title == "own"


@pytest.mark.parametrize(
    ("content", "is_valid"),
    [
        pytest.param({"title": "x", "raw": "texts", "lexicon": ["a.toml"], "max_reject_share": 0.5}, True, id="sound"),
        pytest.param({"titel": "x"}, False, id="a typing error"),
        pytest.param({"keep_runs": 0}, False, id="below its bound"),
        pytest.param({"title": ""}, False, id="empty text"),
        pytest.param({"lexicon": "a.toml"}, False, id="path for list"),
    ],
)
def test_an_editor_that_knows_the_schema_says_what_loading_says(
    tmp_path: Path, content: dict[str, object], is_valid: bool
) -> None:
    jsonschema.Draft7Validator.check_schema(json_schema())
    assert jsonschema.Draft7Validator(json_schema()).is_valid(content) is is_valid
    written = "".join(f"{name} = {value!r}\n" for name, value in content.items())
    if is_valid:
        load(tmp_path, written)
    else:
        with pytest.raises(SettingsError):
            load(tmp_path, written)


@pytest.mark.parametrize(
    ("content", "environment", "told"),
    [
        pytest.param("titel = 'x'", {}, "unknown setting 'titel'. Did you mean 'title'?", id="a typing error"),
        pytest.param("zzz = 1", {}, "unknown setting 'zzz'. Known settings: title,", id="a key like no other"),
        pytest.param("title = 1", {}, "title: 1 is not a text", id="number for text"),
        pytest.param("title = ''", {}, "title: '' is not a text", id="empty text"),
        pytest.param("lexicon = 'a.toml'", {}, "lexicon: 'a.toml' is not a list of paths", id="path for list"),
        pytest.param("lexicon = ['']", {}, "lexicon: [''] is not a list of paths", id="list with an empty path"),
        pytest.param("raw = []", {}, "raw: [] is not a path", id="list for path"),
        pytest.param("keep_runs = 1.5", {}, "keep_runs: 1.5 is not a whole number", id="fraction for whole number"),
        pytest.param("keep_runs = true", {}, "keep_runs: True is not a whole number", id="truth for number"),
        pytest.param("keep_runs = 0", {}, "keep_runs: 0 is out of bounds", id="below its bound"),
        pytest.param("max_reject_share = nan", {}, "max_reject_share: nan is out of bounds", id="no number at all"),
        pytest.param("engine = 'spark'", {}, "engine: 'spark' means nothing", id="an engine that there is not"),
        pytest.param("publish_to = 'bucket'", {}, "publish_to: 'bucket' means nothing", id="a folder for an address"),
        pytest.param("failure_email = 'ada'", {}, "failure_email: 'ada' means nothing", id="a name for an address"),
        pytest.param(
            "failure_webhook = 'hooks/1'",
            {},
            "failure_webhook: what is set means nothing",
            id="a secret is not repeated",
        ),
        pytest.param("mail_server = 'localhost'", {}, "mail_server: what is set", id="a server without its protocol"),
        pytest.param("columns = 'body'", {}, "columns: 'body' is not a table of column names", id="text for table"),
        pytest.param("columns.body = 'a'", {}, "nothing is called 'body'. Known: text, id,", id="an unknown column"),
        pytest.param("columns.text = [1]", {}, "text: [1] is no name of a column", id="a column that is no name"),
        pytest.param("title = ", {}, "not valid TOML", id="broken TOML"),
        pytest.param(
            "", {"TIDYBRIEF_KEEP_RUNS": "many"}, "'many' is not a whole number", id="variable that is no number"
        ),
        pytest.param("", {"TIDYBRIEF_OUTPUT": "x"}, "Did you mean 'outputs'?", id="unknown variable"),
    ],
)
def test_what_cannot_be_used_is_named_with_the_next_step(
    tmp_path: Path, content: str, environment: dict[str, str], told: str
) -> None:
    with pytest.raises(SettingsError) as caught:
        load(tmp_path, content, environment)
    assert told in str(caught.value)
    assert caught.value.next_step
