"""How extraction grows with the length of a document: CPU seconds a megabyte.

python bench/length.py 10000 1000000 10000000
"""

import sys
import time

from material import long_document

from tidybrief.extraction import extract
from tidybrief.lexicon import load_lexicon
from tidybrief.reading import Document

LEAST = 1_000_000
"""Characters that a measurement rests on; shorter documents are read many times."""


def main(lengths: list[int]) -> None:
    lexicon = load_lexicon()
    whole = long_document(max(*lengths, LEAST))
    extract(Document("warm.txt", "", "text/plain", whole[:20_000], language="en"), lexicon)
    for length in lengths:
        parts = [whole[start : start + length] for start in range(0, max(length, LEAST), length)]
        before = time.process_time()
        for part in parts:
            extract(Document("long.txt", "", "text/plain", part, language="en"), lexicon)
        spent = time.process_time() - before
        print(f"| {length:,} characters | {spent / sum(map(len, parts)) * 1e6:.2f} CPU s a million |", flush=True)


if __name__ == "__main__":
    main([int(length) for length in sys.argv[1:]] or [10_000, 100_000, 1_000_000, 10_000_000])
