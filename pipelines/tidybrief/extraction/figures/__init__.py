"""Figures: what a quantity says, about whom, for when, and who says so.

`rows` is the door; `subjects`, `indicators`, `periods` and `wholes` each answer one of these questions.
"""

from tidybrief.extraction.figures.rows import find_figures

__all__ = ["find_figures"]
