"""Prints how extraction fares on every benchmark file of a folder, one line a layer and file.

    python tools/panel.py FOLDER

Each file is JSONL, one text a line: `{id, text, dct?, mentions?, figures?, dates?, ignore?, scope?}`, offsets in code
points. `dct` is the day of the document; `scope` says which fields, figure kinds and mention types are annotated, and
the rest is left out of the count; an unpaired row that overlaps an `ignore` span counts neither way. KB/s is thousands
of bytes of the file per CPU second.
"""

import argparse
import json
import time
from collections.abc import Iterator, Mapping
from dataclasses import asdict
from datetime import date
from pathlib import Path
from typing import Any

from tidybrief.evaluation.pairing import Same, pair
from tidybrief.evaluation.sameness import overlaps, same_number, same_span, same_unit
from tidybrief.evaluation.scores import Score
from tidybrief.extraction import extract
from tidybrief.extraction.quantities.units import unit_table
from tidybrief.lexicon import load_lexicon
from tidybrief.reading import Document

Record = Mapping[str, Any]
UNTYPED = "MISC"
PREFIXES: Mapping[str, float] = {
    "micro": 1e-6,
    "milli": 1e-3,
    "centi": 1e-2,
    "kilo": 1e3,
    "mega": 1e6,
    "giga": 1e9,
    "": 1.0,
}
BASE_UNITS = ("meter", "gram", "liter", "watt", "hertz", "byte", "bit")
SMALLER_UNITS: Mapping[str, tuple[str, float]] = {
    "second": ("second", 1), "minute": ("second", 60), "hour": ("second", 3600), "day": ("second", 86400),
    "week": ("second", 604800), "month": ("second", 2592000), "year": ("second", 31536000),
    "inch": ("inch", 1), "foot": ("inch", 12), "yard": ("inch", 36), "mile": ("inch", 63360),
    "ounce": ("ounce", 1), "pound": ("ounce", 16), "stone": ("ounce", 224),
}  # fmt: skip


def value(gold: Record, row: Record) -> bool:
    """Overlap, and the same number."""
    readings = [gold.get("value"), *gold.get("alt_values", ())]
    return overlaps(gold, row) and (
        gold.get("value") is None
        or (
            any(same_number(reading, row["value"]) for reading in readings)
            and (gold.get("indefinite") or same_number(gold.get("value_high"), row["value_high"]))
        )
    )


def amount(gold: Record, row: Record) -> bool:
    """The same value, or one that says as much in another unit: 0.002 kilograms are 2 grams, 1.5 hours 90 minutes."""
    if value(gold, row):
        return True
    ours, theirs = _base_unit(row["unit"]), _base_unit(gold.get("unit"))
    if not overlaps(gold, row) or ours is None or theirs is None or ours[0] != theirs[0] or gold.get("value") is None:
        return False
    return same_number(gold["value"] * theirs[1], row["value"] * ours[1]) and row["value_high"] is None


def _base_unit(name: str | None) -> tuple[str, float] | None:
    """The unit that a unit is so many of; None where it is not known."""
    name = _canonical(name or "")
    if name in SMALLER_UNITS:
        return SMALLER_UNITS[name]
    for prefix, factor in PREFIXES.items():
        if name.startswith(prefix) and name.removeprefix(prefix) in BASE_UNITS:
            return name.removeprefix(prefix), factor
    return None


def _canonical(name: str) -> str:
    """The lexicon's name of a unit that a benchmark calls by a sign, a plural or in another spelling."""
    known = unit_table(load_lexicon()).named(name)
    return (known[0] if known is not None else name.lower()).replace("metre", "meter").replace("litre", "liter")


def unit(gold: Record, row: Record) -> bool:
    """The same value, and the same unit where the annotation has one."""
    return value(gold, row) and (
        gold.get("unit") is None
        or same_unit(gold["unit"], row["unit"])
        or _canonical(gold["unit"]) == _canonical(row["unit"])
    )


def start(gold: Record, row: Record) -> bool:
    """Overlap, and the same first day."""
    readings = gold.get("alts") or [[gold.get("iso_start"), None]]
    return overlaps(gold, row) and any(str(row["date_start"]) == reading[0] for reading in readings)


def typed(gold: Record, row: Record) -> bool:
    """The same span, and the same type where the annotation's is one of ours."""
    return same_span(gold, row) and _coarse(gold["type"]) == _coarse(row["type"])


MEASURES: Mapping[str, Mapping[str, Same]] = {
    "mentions": {"exact span": same_span, "exact span and type": typed},
    "figures": {"overlap": overlaps, "value": value, "amount in any unit": amount, "value and unit": unit},
    "dates": {"overlap": overlaps, "start": start},
}


def _coarse(entity_type: str) -> str:
    return entity_type if entity_type in ("ORG", "PERSON", "PLACE") else UNTYPED


def extracted(record: Record) -> dict[str, list[dict[str, Any]]]:
    """The rows of the record's text by layer."""
    published_on = date.fromisoformat(record["dct"]) if record.get("dct") else None
    document = Document(record["id"], "0" * 64, "text/plain", record["text"], published_on=published_on)
    extraction = extract(document, load_lexicon())
    return {layer: [asdict(row) for row in getattr(extraction, layer)] for layer in MEASURES}


def within_scope(layer: str, row: Record, scope: Record) -> bool:
    """Whether the file annotates rows of this kind."""
    if layer == "figures" and scope.get("figure_kinds"):
        return row["kind"] in scope["figure_kinds"]
    if layer == "mentions" and scope.get("mention_types"):
        return _coarse(row["type"]) in scope["mention_types"]
    return True


def scores(path: Path) -> Iterator[Score]:
    """The scores of one file, all its layers and measures."""
    counts: dict[tuple[str, str], list[int]] = {}
    for line in path.read_text(encoding="utf-8").splitlines():
        record = json.loads(line)
        rows, scope = extracted(record), record.get("scope", {})
        for layer in scope.get("fields") or [layer for layer in MEASURES if layer in record]:
            gold = [row for row in record.get(layer, ()) if "start" in row]
            found = [row for row in rows[layer] if within_scope(layer, row, scope)]
            ignored = [span for span in record.get("ignore", ()) if span.get("field", "mentions") == layer]
            for measure, same in MEASURES[layer].items():
                pairs = pair(gold, found, same)
                paired = {id(row) for _, row in pairs}
                extra = [
                    row for row in found if id(row) not in paired and not any(overlaps(span, row) for span in ignored)
                ]
                count = counts.setdefault((layer, measure), [0, 0, 0])
                count[0] += len(pairs)
                count[1] += len(pairs) + len(extra)
                count[2] += len(gold)
    for (layer, measure), (matched, predicted, annotated) in counts.items():
        yield Score(layer, measure, matched, predicted, annotated)


def main() -> None:
    """Prints the panel."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("folder", type=Path, help="folder of benchmark files, *.jsonl")
    load_lexicon()
    print(f"{'set':32}{'layer':10}{'measure':22}{'P':>7}{'R':>7}{'F1':>7}{'gold':>7}{'KB/s':>7}")
    for path in sorted(parser.parse_args().folder.glob("*.jsonl")):
        began = time.process_time()
        measured = list(scores(path))
        speed = path.stat().st_size / 1000 / (time.process_time() - began)
        for score in measured:
            ratios = "".join(f"{ratio or 0:7.3f}" for ratio in (score.precision, score.recall, score.f1))
            print(f"{path.stem:32}{score.layer:10}{score.measure:22}{ratios}{score.gold:7}{speed:7.0f}")


if __name__ == "__main__":
    main()
