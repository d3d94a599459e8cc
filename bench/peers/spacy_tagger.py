"""spaCy with its small tagger of names (the convolutional network of `sm` pipelines), trained for a moment on the names
that the ruler marks in the same texts. What it learns is worth little; how long it takes does not depend on that.
"""

import random
from collections.abc import Callable, Sequence

import spacy_ruler

VERSIONS = spacy_ruler.VERSIONS
TRAINED_ON = 20
LONGEST = 3_000


def load(texts: Sequence[str]) -> Callable[[str], object]:
    import spacy
    from spacy.training import Example

    random.seed(0)
    spacy.util.fix_random_seed(0)
    ruler = spacy_ruler.load(texts)
    pipeline = spacy.blank("en")
    pipeline.max_length = 100_000_000
    pipeline.add_pipe("sentencizer")
    pipeline.add_pipe("ner")
    examples = []
    for text in texts[:TRAINED_ON]:
        marked = ruler(text[:LONGEST])
        entities = [(span.start_char, span.end_char, span.label_) for span in marked.ents]
        examples.append(Example.from_dict(pipeline.make_doc(text[:LONGEST]), {"entities": entities}))
    optimizer = pipeline.initialize(lambda: examples)
    for _ in range(3):
        pipeline.update(examples, sgd=optimizer)
    return pipeline
