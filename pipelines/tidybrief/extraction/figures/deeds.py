"""What a group does, as it reads behind the group: "that use it every day", "surveyed last year".

What belongs here: from its finite verb on, and where that ends. Whose share it is stands in `group_shares`.
"""

from tidybrief.extraction.grammar.clauses import Clauses
from tidybrief.extraction.grammar.phrases import behind_subject, past_adverbs
from tidybrief.extraction.grammar.word_classes import (
    ADVERB,
    AUXILIARY,
    CONJUNCTION,
    DATE,
    GERUND,
    NAME,
    NOUN,
    OF,
    PARTICIPLE,
    PREPOSITION,
    QUANTITY,
    SUBORDINATOR,
    TO,
    VERB,
)

_DENYING = frozenset({"not", "never"})
_OF_CONTENT = frozenset({"that", "whether", "if", "how", "what", "why"})
_OF_TIME = frozenset({"now", "also", "already", "still", "currently", "then"})
_SAYING = frozenset({NOUN, NAME, VERB, PARTICIPLE, GERUND, QUANTITY})
MODAL = frozenset({"would", "will", "can", "could", "may", "might", "should", "must", "cannot"})
BREAKS = frozenset({"", ".", ";", ":", "(", ")", "—", "–", "-", SUBORDINATOR})
_LONGEST = 12


def deed_of(verb: int, clauses: Clauses) -> str:
    """What a group does, from its finite verb on, as it reads behind it; "" where the verb is left out."""
    main = verb
    while clauses.kind(main) == AUXILIARY and clauses.word(main) not in MODAL:
        following = past_adverbs(main + 1, clauses)
        if clauses.kind(following) not in (VERB, PARTICIPLE, AUXILIARY):
            break
        word = clauses.word(following)
        if clauses.kind(following) == VERB and clauses.vocabulary.participles.get(word) != word:
            break
        main = following
    end = end_of_deed(main, clauses)
    first = main
    while clauses.kind(first - 1) == ADVERB and first - 1 > verb and clauses.word(first - 1) not in _OF_TIME:
        first -= 1
    is_denied = any(
        clauses.word(place) in _DENYING or "n't" in clauses.word(place) for place in range(verb - 1, main + 1)
    )
    if is_denied or clauses.kind(main) == AUXILIARY:
        says_what = any(kind in _SAYING for kind in clauses.classes[main + (clauses.kind(main) == AUXILIARY) : end + 1])
        start = verb - (clauses.word(verb - 1) in _DENYING) if is_denied else main
        return f"that {clauses.slice(start, end)}" if says_what else ""
    if clauses.kind(main) == NOUN:
        return f"that {clauses.slice(main, end)}"
    told = behind_subject(main, end, clauses)
    return told if told.startswith("that ") else clauses.slice(first, end)


def end_of_deed(main: int, clauses: Clauses) -> int:
    """The last word of what is done: before the next clause, the next figure, or what would be too long."""
    end = main
    for right in range(main + 1, main + _LONGEST):
        kind = clauses.kind(right)
        opens_other = kind in BREAKS and not (right == main + 1 and clauses.word(right) in _OF_CONTENT)
        if opens_other or kind in (",", DATE) or (kind == CONJUNCTION and _parts(right, clauses)):
            return right - 1
        if clauses.kind(right + 1) in (PREPOSITION, OF, TO) or kind in (NOUN, NAME):
            end = right
    return end


def _parts(conjunction: int, clauses: Clauses) -> bool:
    """Whether "and" joins two clauses or two figures, not two nouns."""
    start = past_adverbs(conjunction + 1, clauses)
    joined = clauses.classes[start : start + 3]
    return not joined or joined[0] not in (NOUN, NAME, GERUND) or not {VERB, AUXILIARY, QUANTITY}.isdisjoint(joined)
