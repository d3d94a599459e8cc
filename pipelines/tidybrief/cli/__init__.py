"""The front door: the command `tidybrief`.

What belongs here: what a user types and reads. Answers go to stdout, narration and errors to stderr; exit
codes are those of `exits`. What does not: any work that a room to the left could do.
"""

from tidybrief.cli.app import main

__all__ = ["main"]
