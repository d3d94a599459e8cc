"""Properties that one thing has for long.

What belongs here: telling by the words around the name of a subject to which one thing of the subject a lasting
property belongs: "the capacity of the power plant of Acme", and not of one of several.
"""

import re
from collections.abc import Mapping
from typing import Any, Final

from tidybrief.corpus.clauses import CLAUSE
from tidybrief.corpus.words import all_words, base_of, cue_words
from tidybrief.extraction.grammar.word_classes import NOUN_OR_VERB, grammar_words
from tidybrief.lexicon import Lexicon

_THE_THING_OF: Final = re.compile(r"\b[Tt]he\s(?P<thing>(?:[a-z-]+\s){1,8}?)of\s(?:the\s)?$")
_ITS_THING: Final = re.compile(r"['’]s?\s(?P<thing>(?:[a-z-]+\s){1,3})")

_THINGS: Final = ("place:", "product:")
"""Subjects that are a thing themselves, and do not have several: a bridge has one length. A town has several works. So
are those that are called after what they are: "Sandmoor Wind Farm"."""


def one_thing(figure: Mapping[str, Any], lexicon: Lexicon) -> frozenset[str]:
    """The words for the thing that the `clause` of a figure names as the only one of its subject; none where the figure
    is of no lasting property, or the clause leaves open which thing is meant.
    """
    lasting = cue_words("lasting", lexicon)
    if figure["kind"] != "measure" or lasting.isdisjoint(figure["key"].split("|")[2].split(" ")):
        return frozenset()
    if figure["subject_id"].startswith(_THINGS):
        others = all_words(figure[CLAUSE], lexicon) - all_words(figure["subject"], lexicon)
        return frozenset({figure["subject_id"]}) | (others & cue_words("works", lexicon))
    if not all_words(figure["subject"].rpartition(" ")[2], lexicon).isdisjoint(cue_words("works", lexicon)):
        return frozenset({figure["subject_id"]})
    before, _, after = figure[CLAUSE].partition(figure["subject"])
    found, is_its = _THE_THING_OF.search(before), _ITS_THING.match(after)
    if found and (thing := all_words(found["thing"], lexicon) - lasting):
        return thing
    return all_words(_up_to_the_verb(is_its["thing"], lexicon), lexicon) - lasting if is_its else frozenset()


def _up_to_the_verb(words: str, lexicon: Lexicon) -> str:
    grammar, light = grammar_words(lexicon), cue_words("light", lexicon)
    phrase: list[str] = []
    for word in words.split():
        is_verb = word in grammar.classes and grammar.classes[word] != NOUN_OR_VERB
        if is_verb or base_of(word, lexicon) in light:
            break
        phrase.append(word)
    return " ".join(phrase)
