"""Cards: one figure that stands alone, with its words and what the program reads off them.

What belongs here: what a card says. What does not: which figures get one (`key_figures`).
"""

from dataclasses import dataclass
from typing import Final

from tidybrief.briefing import wording
from tidybrief.briefing.figures import FigureView
from tidybrief.briefing.library import Library, Quote
from tidybrief.briefing.modality import AIM, FORECAST, POSSIBILITY

_CARD_CONTEXT: Final = 140
_READ_AS: Final = {"": "", FORECAST: " a forecast", AIM: " an aim", POSSIBILITY: " a possibility"}


@dataclass(frozen=True, slots=True)
class Card:
    """One figure that stands alone; `share` is its width in percent of a stated whole, derived.

    `details` are what the program reads off the sentence beside the number, `told_as` a forecast and the like, "" as
    so; `lacks_period`: it is told as so, and no period was read for it.
    """

    number: str
    details: tuple[str, ...]
    told_as: str
    lacks_period: bool
    figure: FigureView
    quote: Quote
    share: float | None
    formula: str


def make_card(figure: FigureView, library: Library) -> Card:
    """The card of a figure; what was not read surely is left out of its details."""
    read = (
        figure.label,
        f"of {figure.whole}" if figure.whole else "",
        wording.in_period(figure.time_start, figure.time_end) if figure.is_period_told else "",
    )
    return Card(
        number=figure.headline,
        details=tuple(detail for detail in read if detail) if figure.label else (),
        told_as=_READ_AS[figure.support.modality],
        lacks_period=not figure.period and not figure.support.modality,
        figure=figure,
        quote=figure.quote(library, _CARD_CONTEXT),
        share=None if figure.share is None else round(figure.share, 1),
        formula=figure.share_formula,
    )
