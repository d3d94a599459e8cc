"""What a sentence itself calls a name: "the chatbot Zed", "Zed, a chatbot by …", "the start-up Acme".

What belongs here: the type that a noun right beside a name tells, which for relations counts more than the type the
name was given. Finding and typing names stands in `mentions`.
"""

import re
from dataclasses import dataclass
from functools import lru_cache

from tidybrief.extraction.alternation import one_of
from tidybrief.extraction.records import Mention
from tidybrief.lexicon import Lexicon

_MAY_BE_CALLED_OTHERWISE = frozenset({"ORG", "PERSON", "PRODUCT", "WORK", "PLACE"})
_REACH_BEFORE = 32
_REACH_BEHIND = 90
_OPENS_APPOSITION = (", a", ", t", "’, ", '", ')


@dataclass(frozen=True, slots=True)
class ToldTypes:
    """The nouns that tell a type, before a name and in an apposition behind it."""

    before: tuple[tuple[str, re.Pattern[str]], ...]
    behind: tuple[tuple[str, re.Pattern[str]], ...]
    last_letters: frozenset[str]
    """Those that the nouns end in, two of each."""

    def of(self, sentence: str, left: int, right: int, mention: Mention) -> str:
        """The type that the words around `sentence[left:right]` tell; that of the mention where they tell none."""
        if mention.type not in _MAY_BE_CALLED_OTHERWISE or mention.form == "adjective":
            return mention.type
        if left and sentence[left - 1] == " " and sentence[left - 3 : left - 1] in self.last_letters:
            for told, noun in self.before:
                if noun.search(sentence, max(0, left - _REACH_BEFORE), left):
                    return told
        if sentence.startswith(_OPENS_APPOSITION, right):
            for told, noun in self.behind:
                if noun.match(sentence, right, right + _REACH_BEHIND):
                    return told
        return mention.type


@lru_cache(maxsize=4)
def told_types(lexicon: Lexicon) -> ToldTypes:
    """The nouns of the lexicon; what may call a person ("investor") tells no organisation."""
    cues = lexicon.cues["relations"]
    organisations = set(cues["organisation_nouns"]) - set(cues["occupations"]) - set(cues["product_nouns"])
    nouns = (("PRODUCT", one_of(cues["telling_product_nouns"])), ("ORG", one_of(sorted(organisations))))
    return ToldTypes(
        before=tuple((told, re.compile(rf"(?<![\w-])(?:{some}) $")) for told, some in nouns),
        behind=tuple(
            (
                told,
                re.compile(
                    rf"[’”\"']?, (?:an?|the) "
                    rf"(?:(?!(?:of|for|behind|in|on|at|and|to|with|by)\b)[\w’'-]+ ){{0,4}}?(?:{some})"
                    r"(?=[,.;:]| (?:that|which|by|from|of|in|built|made|developed|based|backed|founded|owned|for)\b)"
                ),
            )
            for told, some in nouns
        ),
        last_letters=frozenset(noun[-2:] for noun in (*cues["telling_product_nouns"], *organisations)),
    )
