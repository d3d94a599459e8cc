"""The lexicon: what an expert of the domain knows about names and words, as data.

Each `*.toml` beside this file is one subject. Files that hold `[[name]]` tables list names with their type and
aliases; every other file holds the cues of one extraction layer and is named after it (`factuality.toml`,
`relations.toml`, …). The grammar that uses the cues stands in `extraction`.
"""

from tidybrief.lexicon.loader import Lexicon, LexiconError, Name, load_lexicon

__all__ = ["Lexicon", "LexiconError", "Name", "load_lexicon"]
