"""From a folder of documents and its gold to scores, in this process.

What belongs here: the pipeline's pure steps one after the other, without a run, a history or a publication.
"""

from pathlib import Path

from tidybrief import corpus, engines
from tidybrief.evaluation.gold import load_gold
from tidybrief.evaluation.layers import evaluate
from tidybrief.evaluation.scores import Evaluation
from tidybrief.lexicon import Lexicon
from tidybrief.reading import read_folder


def measure(raw: Path, gold_folder: Path, lexicon: Lexicon) -> Evaluation:
    """The scores of what is extracted from the documents of `raw`. Raises GoldError like `load_gold`."""
    documents, _ = read_folder(raw)
    gold = load_gold(gold_folder, {document.doc_id: document.text for document in documents})
    tables = corpus.link(engines.extract_all(documents, lexicon), lexicon)
    return evaluate({**tables, "comparisons": corpus.compare(tables, lexicon)}, gold)
