"""The lexicon: what an expert of the domain knows about names and words, as data.

Each `*.toml` beside this file is one subject. Files that hold `[[name]]` tables list names with their type and
aliases; every other file holds the cues of one extraction layer and is named after it (`factuality.toml`,
`relations.toml`, …). The grammar that uses the cues stands in `extraction`.
"""

from tidybrief.lexicon.checking import Report
from tidybrief.lexicon.entries import Name
from tidybrief.lexicon.loader import Lexicon, check_lexicon, load_lexicon
from tidybrief.lexicon.problems import LexiconError

__all__ = ["Lexicon", "LexiconError", "Name", "Report", "check_lexicon", "load_lexicon"]
