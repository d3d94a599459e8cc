"""Quantities: numbers with their unit and qualifier, before anyone asks what they say.

`finding` is the door. `numbers` reads numbers, `units` and `counted_nouns` what they count, `hedges` how exact they
are, `guards` what is no figure.
"""

from tidybrief.extraction.quantities.finding import find_quantities

__all__ = ["find_quantities"]
