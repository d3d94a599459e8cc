"""What a sentence itself calls a name: "the chatbot Zed", "Zed, a chatbot by …", "the start-up Acme".

What belongs here: the type that a noun right beside a name tells, which for relations counts more than the type the
name was given, and the one that a verb or an owner tells, which counts more than a doubtful type: only companies are
"a subsidiary of" one. Finding and typing names stands in `mentions`.
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
_SURE = 0.95
"""From this confidence on, the type of a name stands, whatever is said of it."""


@dataclass(frozen=True, slots=True)
class ToldTypes:
    """The nouns that tell a type, before a name and in an apposition behind it."""

    before: tuple[tuple[str, re.Pattern[str]], ...]
    behind: tuple[tuple[str, re.Pattern[str]], ...]
    last_letters: frozenset[str]
    """Those that the nouns end in, two of each."""
    said_before: tuple[tuple[str, re.Pattern[str]], ...]
    """What is said of a thing of a type only, right before its name and right behind it."""
    said_behind: tuple[tuple[str, re.Pattern[str]], ...]

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
        return self._as_said(sentence, left, right) or mention.type if mention.confidence < _SURE else mention.type

    def _as_said(self, sentence: str, left: int, right: int) -> str | None:
        """The same by what is said of the name; None where that may be said of anything."""
        for told, words in self.said_before:
            if words.search(sentence, max(0, left - _REACH_BEFORE), left):
                return told
        for told, words in self.said_behind:
            if words.match(sentence, right, right + _REACH_BEHIND):
                return told
        return None


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
        said_before=tuple(
            (told, re.compile(rf"\b(?:{one_of(cues[name])}) (?:the )?$"))
            for told, name in (("ORG", "said_of_organisations_before"), ("PRODUCT", "said_of_products_before"))
        ),
        said_behind=tuple(
            (told, re.compile(rf"(?:{one_of(cues[name])})(?!\w)"))
            for told, name in (("ORG", "said_of_organisations_behind"), ("PRODUCT", "said_of_products_behind"))
        ),
    )
