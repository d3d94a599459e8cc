"""Whether a place's name stands before a noun that it modifies ("Florida company", "U.S. exports").

What belongs here: the form of a place's name in its sentence. Adjectives proper ("Chinese") are known to `gazetteers`.
"""

import re

from tidybrief.extraction.names.grammar import HYPHENS, is_name_like
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
    withdrew far ahead abroad alone away last next earlier later offset
    """
)
# What a place is, after its name: the name is the head ("Hainan province").
_KINDS = words_of(
    "province city county district prefecture river island islands lake peninsula valley municipality pipeline town"
)
_NOUNS_IN_ING = words_of(
    "meeting hearing housing shipping funding training manufacturing mining banking building farming fishing"
)
_DETERMINERS = frozenset({"the", "a", "an", "in", "by", "of", "for", "with", "'s", "’s"})
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
        and tokens.end(first - 1) == tokens.starts[first]
        and is_name_like(following)
    ):
        return True
    if following in _KINDS:
        return False
    if not _may_be_noun(following):
        return following.isupper() and len(following) > 1 and following.isalpha() and _is_short(words[first])
    before = words[first - 1] if first else ""
    return (
        not _PLURAL_OR_VERB.search(following)
        or _is_short(words[first])
        or (before in _DETERMINERS and last < len(words) - 1)
    )


def _may_be_noun(word: str) -> bool:
    """Whether a word after a place may be a noun, rather than a verb, an adverb or a function word."""
    if not _WORD.fullmatch(word) or word in _NOT_A_NOUN:
        return False
    return word in _NOUNS_IN_ING or not _VERB_ENDING.search(word)


def _is_short(word: str) -> bool:
    """Whether the name is one that prose uses before nouns throughout ("U.S.", "UK")."""
    return word.replace(".", "").isupper()


def _joins_modifiers(tokens: Tokens, hyphen: int) -> bool:
    """Whether a hyphen joins two places before a noun ("U.S.-Peru relationship")."""
    after = hyphen + 1
    return after < len(tokens) and tokens.words[after][:1].isupper() and tokens.end(hyphen - 1) == tokens.starts[hyphen]
