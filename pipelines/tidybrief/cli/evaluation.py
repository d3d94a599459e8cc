"""`tidybrief evaluate`: how a publication fares against annotation made by hand.

What belongs here: the command, the table, the errors in their words, the JSON. What is counted stands in `evaluation`.
"""

from collections.abc import Iterator, Mapping
from itertools import islice
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any, Final

import typer

from tidybrief.cli.answers import as_json_text
from tidybrief.cli.exits import Exit, Refusal, told
from tidybrief.cli.options import AsJson, Outputs, RunId
from tidybrief.cli.publications import run_folder
from tidybrief.settings import load_settings

if TYPE_CHECKING:
    from tidybrief.evaluation import Score

TOLD: Final[Mapping[str, tuple[str, ...]]] = {
    "mentions": ("type", "canonical"),
    "figures": (
        *("kind", "value", "value_high", "unit", "qualifier", "subject", "indicator"),
        *("time", "time_start", "time_end", "attributed_to", "of_total"),
    ),
    "dates": ("iso_start", "iso_end", "date_start", "date_end", "precision", "role"),
    "relations": ("subject", "predicate", "object"),
    "sentences": ("standing", "kind", "factuality"),
    "conflicts": ("subject", "subject_id", "attribute", "verdict"),
}
"""What is told of an annotation or a row of each layer, beside its words."""
_CONTEXT: Final = 32
_HEADINGS: Final = ("P", "R", "F1", "right", "found", "gold")

Documents = Mapping[str, str]


def evaluate(
    gold: Annotated[Path, typer.Argument(metavar="GOLD", help="Folder of annotation made by hand.")],
    run_id: RunId = None,
    outputs: Outputs = None,
    errors: Annotated[int, typer.Option(help="How many errors of each kind to show a measure.", min=0)] = 0,
    as_json: AsJson = False,
) -> None:
    """Measure a publication. Precision, recall and F1 of every layer against annotation of your own.

    \b
    Examples:
      tidybrief evaluate annotation
      tidybrief evaluate annotation --errors 5
    """
    with told(as_json=as_json):
        folder = run_folder(load_settings(outputs=outputs).outputs, run_id)
        typer.echo(of_evaluation(folder, gold, errors=errors, as_json=as_json))


def of_evaluation(folder: Path, gold_folder: Path, *, errors: int, as_json: bool) -> str:
    """Precision, recall and F1 of each layer, and `errors` examples of each kind of error a measure.

    Raises Refusal where the gold folder cannot be used.
    """
    from tidybrief import publishing
    from tidybrief.evaluation import GoldError, evaluate, load_gold

    tables = publishing.load(folder)
    documents: Documents = dict(tables["documents"].select("doc_id", "text").iter_rows())
    try:
        gold = load_gold(gold_folder, documents)
    except GoldError as error:
        raise Refusal(
            Exit.WRONG_USAGE, str(error), "Mend the annotation, or name the publication it was made for."
        ) from error
    scores = evaluate(tables, gold).scores
    if as_json:
        return as_json_text(
            run_id=folder.name,
            gold=str(gold_folder),
            documents=sorted(gold.doc_ids.values()),
            scores=[score.as_json() | (_examples(score, errors) if errors else {}) for score in scores],
        )
    width = max(len(score.measure) for score in scores)
    lines = [
        f"{folder.name} against {gold_folder}, {len(gold.doc_ids)} of {len(documents)} documents annotated",
        f"{'layer':<10} {'measure':<{width}} {''.join(f'{heading:>7}' for heading in _HEADINGS)}",
    ]
    told: set[str] = set()  # one error is often one under several measures
    for score in scores:
        lines.append(f"{score.layer:<10} {score.measure:<{width}} {_numbers(score)}")
        for kind in _errors(score, gold.doc_ids, documents):
            fresh = list(islice((error for error in kind if error not in told), errors))
            told.update(fresh)
            lines += fresh
    return "\n".join(lines)


def _numbers(score: "Score") -> str:
    ratios = (f"{'–' if ratio is None else f'{ratio:.3f}':>7}" for ratio in (score.precision, score.recall, score.f1))
    return "".join(ratios) + "".join(f"{count:>7,}" for count in (score.matched, score.predicted, score.gold))


def _examples(score: "Score", most: int) -> dict[str, Any]:
    return {
        "missed": score.missed[:most],
        "extra": score.extra[:most],
        "differing": [{"annotated": gold, "found": row} for gold, row in score.differing[:most]],
    }


def _errors(score: "Score", doc_ids: Mapping[str, str], documents: Documents) -> Iterator[Iterator[str]]:
    """Each kind of error of a measure in the words of the text: missed, extra, differing."""
    for kind, rows in (("missed ", score.missed), ("extra  ", score.extra)):
        yield (f"    {kind} {_quoted(row, doc_ids, documents)}\n            {_told(score.layer, row)}" for row in rows)
    yield (
        f"    differs {_quoted(gold, doc_ids, documents)}\n"
        f"            annotated {_told(score.layer, gold, row)}\n"
        f"            found     {_told(score.layer, row, gold)}"
        for gold, row in score.differing
    )


def _told(layer: str, row: Mapping[str, Any], other: Mapping[str, Any] | None = None) -> str:
    """What the row says, or only what it says otherwise than the other."""
    said = {name: row[name] for name in TOLD[layer] if row.get(name) is not None}
    if other is not None:
        said = {name: value for name, value in said.items() if other.get(name) != value}
    return ", ".join(f"{name} {value}" for name, value in said.items()) or "nothing"


def _quoted(row: Mapping[str, Any], doc_ids: Mapping[str, str], documents: Documents) -> str:
    """Each place of the row with its words in brackets, on one line."""
    quotes = []
    for place in row.get("values") or row.get("evidence") or (row,):
        doc_id = place.get("doc_id") or doc_ids[place["doc"]]
        text, start, end = documents[doc_id], place["start"], place["end"]
        before, after = text[max(0, start - _CONTEXT) : start], text[end : end + _CONTEXT]
        quotes.append(f"{doc_id} {start}–{end}: {' '.join(f'{before}[{text[start:end]}]{after}'.split())}")
    return " | ".join(quotes)
