"""How many contradictions of two short texts are found, and how many are seen where there is none.

What belongs here: reading pairs of texts that were written for this (`contradictions.toml`) as two documents each, and
counting. Documents in plenty are in `together.py`.

    python bench/contradictions.py
"""

import json
import tomllib
from datetime import date
from hashlib import sha256
from pathlib import Path

from tidybrief import corpus, engines
from tidybrief.lexicon import load_lexicon
from tidybrief.reading import Document

PAIRS = Path(__file__).with_suffix(".toml")
PUBLISHED_ON = (date(2024, 7, 1), date(2024, 7, 3))
HEADLINES = ("Report of the day", "Notes of the week")


def pairs(name: str) -> list[list[str]]:
    """The pairs of this list."""
    listed: list[list[str]] = tomllib.loads(PAIRS.read_text(encoding="utf-8"))[name]
    return listed


def are_opposed(pair: list[str]) -> bool:
    """Whether a conflict is reported for the two texts."""
    documents = []
    for number, (headline, text, day) in enumerate(zip(HEADLINES, pair, PUBLISHED_ON, strict=True)):
        whole = f"{headline}\n\n{text}\n"
        digest = sha256(whole.encode()).hexdigest()
        documents.append(
            Document(
                f"{number}.txt",
                digest,
                "text/plain",
                whole,
                published_on=day,
                published_on_source="sources",
                language="en",
            )
        )
    compared = corpus.compare(corpus.link(engines.extract_all(documents, load_lexicon())))
    return "conflict" in compared["verdict"].to_list()


def main() -> None:
    """Prints the counts as JSON, and the pairs that were judged wrongly."""
    missed = [pair for pair in pairs("contradict") if not are_opposed(pair)]
    false = [pair for pair in pairs("go_together") if are_opposed(pair)]
    counts = {
        "contradict": len(pairs("contradict")),
        "found": len(pairs("contradict")) - len(missed),
        "go_together": len(pairs("go_together")),
        "false_conflicts": len(false),
    }
    print(json.dumps({**counts, "missed": missed, "false": false}, indent=2, ensure_ascii=False))


if __name__ == "__main__":
    main()
