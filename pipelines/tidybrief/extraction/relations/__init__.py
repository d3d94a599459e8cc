"""Relations: triples that a sentence states.

`triples` is the door. The patterns stand in modules named after what they state; `rules` compiles them over the `view`
of a sentence.
"""

from tidybrief.extraction.relations.triples import find_relations

__all__ = ["find_relations"]
