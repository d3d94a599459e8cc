"""Whether a place's name stands before a noun that it modifies ("Florida company", "U.S. exports").

What belongs here: the form of a place's name in its sentence. Adjectives proper ("Chinese") are known to `gazetteers`.
"""

import re

from tidybrief.extraction.name_grammar import HYPHENS, is_name_like
from tidybrief.extraction.tokens import Tokens, words_of

_WORD = re.compile(r"[a-z][a-z-]+")
# After a place these begin a verb phrase, a clause or a phrase of their own, so that the place is a head.
_NOT_A_NOUN = words_of(
    """
    is are was were be been has have had do does did will would can could may might must should shall not and or but
    nor so yet as at by for from in into of off on onto out over per than that then there to up upon via when where
    whether which while who whom whose why with within without after again against already also although among an
    any around because before behind below between both during each early either even ever every few here how
    however if inside instead its just last late later like many more most much near never now often once only other
    our outside own rather same since some still such the their them these they this those though through throughout
    today together tomorrow too toward towards under until very we well what yesterday you your he she his her it a
    i said says told announced called agreed began became came made took gave got went saw won lost led left held
    set put kept let became remains remain plays play faces face signed makes make takes take leads lead aims aim
    seeks seek wants want plans needs need continues continue leverages expects calls gets goes gives comes becomes
    seems hopes claims denies rejects votes joined joins home fell rose grew met shot fought sent spent bought sold
    paid built taught thought stood understood ran began knew showed shown drew flew hit cut hurt quit won beat
    broke spoke chose drove rode wrote threw slept woke sought caught brought heard felt meant spread swept struck
    withdrew far ahead abroad alone away last next
    """
)
_VERB_ENDING = re.compile(r"(?:ed|ing|ly)$")
_PLURAL_OR_VERB = re.compile(r"[^s]s$")


def is_modifier(tokens: Tokens, first: int, last: int) -> bool:
    """Whether the name at tokens `first:last` modifies the noun after it."""
    words = tokens.words
    if last >= len(words):
        return False
    following = words[last]
    if following in HYPHENS:
        return _joins_modifiers(tokens, last)
    if (
        first
        and words[first - 1] in HYPHENS
        and tokens.ends[first - 1] == tokens.starts[first]
        and is_name_like(following)
    ):
        return True
    if not _WORD.fullmatch(following) or following in _NOT_A_NOUN or _VERB_ENDING.search(following):
        return following.isupper() and len(following) > 1 and following.isalpha() and _is_short(words[first])
    if _PLURAL_OR_VERB.search(following):
        return _is_short(words[first]) or (
            first > 0
            and words[first - 1] in {"the", "a", "an", "in", "by", "of", "for", "with"}
            and last < len(words) - 1
        )
    return True


def _is_short(word: str) -> bool:
    """Whether the name is one that prose uses before nouns throughout ("U.S.", "UK")."""
    return word.replace(".", "").isupper()


def _joins_modifiers(tokens: Tokens, hyphen: int) -> bool:
    """Whether a hyphen joins two places before a noun ("U.S.-Peru relationship")."""
    after = hyphen + 1
    return (
        after < len(tokens) and tokens.words[after][:1].isupper() and tokens.ends[hyphen - 1] == tokens.starts[hyphen]
    )
