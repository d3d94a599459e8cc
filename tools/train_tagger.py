"""Rebuilds the weights of the name tagger from a folder of annotated texts.

    python tools/train_tagger.py ANNOTATED... --lists LISTS --unlabelled TEXTS --out name_tagger.bin

ANNOTATED are JSONL files or folders of them, one record a line: `{"text", "mentions": [{"start", "end", "type",
"fine"}], "ignore": [...], "scope": {"mention_types": [...]}}`. LISTS holds `cities.csv`, `listed-companies.csv`,
`surnames-us.csv`, `universities.csv`; TEXTS are plain text files, or .tar.xz archives of them.
A tagger of the sets that were annotated by hand corrects the one that was not. Two taggers, each of half of the
material, find the names that the second stage is trained on; a third, of all of it, is kept. Needs python-crfsuite
beside the package; docs/tagger.md names the data and its licences. The same input gives the same bytes.
"""

import os

os.environ.setdefault("OMP_NUM_THREADS", "1")  # sums of several threads differ in their last bits
os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")

import argparse
import sys
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from label_cleaning import settle_types
from tagger_corpus import CUES, LEXICON, TYPES, Example, examples_of, impute, is_unchecked, read_records
from tagger_crf import Features, NoModel, arrays_of, train
from tagger_lists import case_levels, clusters, name_lists, silver_lists, unlabelled_texts, word_statistics
from tagger_silver import silver_documents, silver_records
from typer_training import typer_arrays, typing_items

from tidybrief.extraction.names.tagger import NameTagger
from tidybrief.extraction.names.tagger_features import Words
from tidybrief.extraction.names.tagger_weights import pack, unpack
from tidybrief.lexicon import Lexicon

HALF_ITERATIONS = 60
SMALLEST = 0.01  # of the scores that are kept
TYPER_C1, TYPER_C2, TYPER_ITERATIONS = 0.2, 5.0, 50
LEFT_OUT = ("wnut17",)  # sets whose names are too unlike those of prose to help
TEMPLATES = Path(__file__).with_name("tagger_templates.txt")
UNNAMED = Lexicon((), LEXICON.cues, "")


@dataclass(frozen=True)
class Workshop:
    """What every tagger of one build is made with: lists and statistics, features, strengths of the penalties."""

    texts: Mapping[str, str]
    words: Words
    features: Features
    c1: float
    c2: float

    @staticmethod
    def of(options: argparse.Namespace, examples: Iterable[Example]) -> "Workshop":
        """From the lists, the texts without annotation, and the examples themselves."""
        own_texts = (" ".join(tokens.words) for example in examples for tokens in example.sentences)
        inside, sentences = word_statistics([*unlabelled_texts(options.unlabelled), *own_texts])
        listed = name_lists(options.lists, inside)
        texts = {"case": case_levels(inside), "clusters": clusters(sentences, inside), **listed}
        bare = unpack(pack(arrays_of(NoModel, texts, 0)))
        words = Words(LEXICON, bare.lists)
        return Workshop(texts, words, Features(words, bare.phrases), options.c1, options.c2)

    def arrays(self, examples: Sequence[Example], iterations: int, smallest: float = 0) -> dict[str, Any]:
        """The arrays of a weights file, of a first stage trained on the examples."""
        info = train(examples, self.features, iterations, self.c1, self.c2)
        return arrays_of(info, dict(self.texts), smallest)

    def tagger(self, examples: Sequence[Example], iterations: int, smallest: float = 0) -> NameTagger:
        """A first stage trained on the examples."""
        return NameTagger(unpack(pack(self.arrays(examples, iterations, smallest))), LEXICON)


def settle_labels(workshop: Workshop, examples: Sequence[Example], iterations: int) -> None:
    """Fills in what a set does not annotate, and settles the types of labels that nobody has checked."""
    impute(examples, workshop.tagger([example for example in examples if example.complete], iterations // 2))
    print("imputed", file=sys.stderr)
    unchecked = [example for example in examples if is_unchecked(example.source)]
    if unchecked:
        checked = [example for example in examples if not is_unchecked(example.source)]
        changed = settle_types(unchecked, workshop.tagger(checked, HALF_ITERATIONS))
        print(f"types of {changed} names settled", file=sys.stderr)


def second_stage(workshop: Workshop, examples: Sequence[Example], documents: Iterable[Example]) -> dict[str, Any]:
    """The second stage's arrays, learned from names as taggers see them that were trained on the other half."""
    halves = [
        workshop.tagger([example for example in examples if example.half == number], HALF_ITERATIONS, SMALLEST)
        for number in (0, 1)
    ]
    typed = [*(example for example in examples if example.source != "silver" and "btc" not in example.source)]
    items = (
        item
        for example in (*typed, *documents)
        for item in typing_items(example, halves[1 - example.half], workshop.words, CUES)
    )
    arrays = typer_arrays(items, halves[0].types, TYPER_C1, TYPER_C2, TYPER_ITERATIONS)
    print("typer trained", file=sys.stderr)
    return arrays


def evaluate(tagger: NameTagger, examples: Iterable[Example]) -> None:
    """Prints exact-span and exact-span-and-type figures by source."""
    counts: dict[str, Counter[str]] = {}
    for example in examples:
        tally = counts.setdefault(example.source, Counter())
        scope = {"ORG", "PERSON", "PLACE"} if not example.complete else set(TYPES) - {"NORP"}
        coarse = lambda kind: kind if kind in {"ORG", "PERSON", "PLACE"} else "MISC"  # noqa: E731
        found = {
            (t.sentence, t.first, t.last): coarse(t.type) for t in tagger.tag(example.sentences) if t.type in scope
        }
        gold = {}
        for number, row in enumerate(example.labels):
            for first, label in enumerate(row):
                if label.startswith("B-") and label[2:] in scope:
                    last = first + 1
                    while last < len(row) and row[last].startswith("I-"):
                        last += 1
                    gold[number, first, last] = coarse(label[2:])
        tally.update(
            found=len(found),
            gold=len(gold),
            span=len(found.keys() & gold.keys()),
            both=len(found.items() & gold.items()),
        )
    for source, tally in counts.items():
        scores = [2 * tally[hit] / max(1, tally["found"] + tally["gold"]) for hit in ("span", "both")]
        print(
            f"{source:32s} span {scores[0]:.3f}  span+type {scores[1]:.3f}  gold {tally['gold']}",
            file=sys.stderr,
        )


def options_of_call() -> argparse.Namespace:
    """What the script is called with."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").split("\n", 1)[0])
    parser.add_argument("annotated", nargs="+", type=Path)
    parser.add_argument("--lists", type=Path, required=True)
    parser.add_argument("--unlabelled", nargs="*", type=Path, default=[])
    parser.add_argument("--out", type=Path, required=True)
    parser.add_argument("--hold-out", default="", help="sources whose name contains this are scored, not trained on")
    parser.add_argument("--silver", type=int, default=16, help="times that each template is filled")
    parser.add_argument("--silver-documents", type=int, default=14, help="times for documents of the second stage")
    parser.add_argument("--iterations", type=int, default=80)
    parser.add_argument("--c1", type=float, default=0.08)
    parser.add_argument("--c2", type=float, default=0.02)
    return parser.parse_args()


def main() -> None:
    options = options_of_call()
    paths = [
        entry for path in options.annotated for entry in (sorted(path.glob("*.jsonl")) if path.is_dir() else [path])
    ]
    records = read_records(path for path in paths if not any(word in path.stem for word in LEFT_OUT))
    held = {source for source in records for word in options.hold_out.split(",") if word and word in source}
    test = [example for source in records if source in held for example in examples_of(source, records[source])]
    examples = [example for source in records if source not in held for example in examples_of(source, records[source])]
    lists = silver_lists(options.lists)
    examples += examples_of("silver", silver_records(TEMPLATES, UNNAMED, lists, options.silver))
    workshop = Workshop.of(options, examples)
    settle_labels(workshop, examples, options.iterations)
    documents = examples_of("silver", silver_documents(TEMPLATES, UNNAMED, lists, options.silver_documents))
    typer = second_stage(workshop, examples, documents)
    content = pack({**workshop.arrays(examples, options.iterations, SMALLEST), **typer})
    options.out.write_bytes(content)
    print(f"{len(content)} bytes", file=sys.stderr)
    evaluate(NameTagger(unpack(content), LEXICON), test)


if __name__ == "__main__":
    main()
