"""A few small documents and the folders of a project around them, for tests that run the whole pipeline."""

from pathlib import Path
from typing import Any

from tidybrief.settings import Settings

DOCUMENTS = {
    "wire.txt": (
        "Nordlicht AI opens a laboratory in Oslo\n\n"
        "OSLO, 4 March 2025. Nordlicht AI opened a laboratory in Norway on Tuesday. It employs 120 people "
        "and raised $40 million in 2024.\n"
    ),
    "column.md": (
        "# A laboratory for the north\n\n"
        "Nordlicht AI develops the model Polarstern. According to the Harbour Weekly, the company raised $35 million "
        "in 2024.\n"
    ),
}
SOURCES = '["column.md"]\ntitle = "A laboratory for the north"\npublished_on = 2025-03-09\n'


def project(folder: Path, **changes: Any) -> Settings:
    """The settings of a project in this folder, with the documents in place."""
    settings = Settings(raw=folder / "raw", outputs=folder / "outputs", reports=folder / "reports", **changes)
    settings.raw.mkdir(parents=True)
    for name, text in DOCUMENTS.items():
        (settings.raw / name).write_text(text)
    (settings.raw / "sources.toml").write_text(SOURCES)
    return settings


def options(settings: Settings) -> list[str]:
    """The arguments of `tidybrief run` for this project."""
    return [str(settings.raw), "--outputs", str(settings.outputs), "--reports", str(settings.reports)]
