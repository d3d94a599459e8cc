"""Validation: holds tables to what their models declare, and says what it found.

What belongs here: the rules that follow from `schemas`, and what becomes of the rows that break them. What
does not: writing anything anywhere (`publishing`).
"""

from tidybrief.validation.checks import Check, blocking
from tidybrief.validation.gate import Validated, examine, validate
from tidybrief.validation.memory import Memory

__all__ = ["Check", "Memory", "Validated", "blocking", "examine", "validate"]
