"""Temporal expressions: where they stand, which days they cover, and in which role.

`expressions` is the door. `grammar` finds where a date may stand, `reading` and the modules named after forms read it,
`calendar_periods` gives the days.
"""

from tidybrief.extraction.dates.expressions import find_dates

__all__ = ["find_dates"]
