"""What is already known of a sentence, as spans with their word class.

What belongs here: putting quantities, dates and names in one order. What stands around them is classed in `clauses`.
"""

from collections.abc import Iterable

from tidybrief.extraction.grammar.word_classes import DATE, NAME, QUANTITY
from tidybrief.extraction.records import Mention, Quantity, TemporalExpression


def spans_of(
    quantities: Iterable[Quantity], dates: Iterable[TemporalExpression], mentions: Iterable[Mention]
) -> list[tuple[int, int, str]]:
    """Quantities, dates and names as one list in the order of the text; where they overlap, a quantity goes first."""
    ranked = [(quantity.start, 0, quantity.end, QUANTITY) for quantity in quantities]
    ranked += [(row.start, 1, row.end, DATE) for row in dates]
    ranked += [(mention.start, 2, mention.end, NAME) for mention in mentions]
    chosen: list[tuple[int, int, str]] = []
    ranks: list[int] = []
    for start, rank, end, kind in sorted(ranked):
        if chosen and start < chosen[-1][1]:
            if rank >= ranks[-1]:
                continue
            chosen.pop()
            ranks.pop()
        chosen.append((start, end, kind))
        ranks.append(rank)
    return chosen
