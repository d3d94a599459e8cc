"""`docs/corrections.md` shows files that can be used, and every kind of correction."""

import re
from pathlib import Path

from tidybrief import vocabulary
from tidybrief.reading.judgements import KEYS, read_judgements

GUIDE = (Path(__file__).parent.parent / "docs" / "corrections.md").read_text()


def test_the_files_shown_can_be_used(tmp_path: Path) -> None:
    for block in re.findall(r"```toml\n# raw/(.*?)```", GUIDE, flags=re.DOTALL):
        name = re.match(r"[a-z.]+\.toml", block)
        assert name
        (tmp_path / name[0]).write_text(f"# {block}")
    shown = {judgement.kind for judgement in read_judgements(tmp_path)}
    assert shown | {"confirm"} == set(vocabulary.JUDGEMENT_KINDS) == {*KEYS, "note"}


def test_each_status_is_told() -> None:
    assert all(f"`{status}`" in GUIDE for status in vocabulary.JUDGEMENT_STATUSES)
