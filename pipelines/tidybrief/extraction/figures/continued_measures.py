"""What a quantity measures where the one before it says so: "It was 9%", "and by 900 in Oslo", "24% of the total".

What belongs here: such wordings, as far as grammar leaves no choice. Changes and comparisons stand in `changes`.
"""

import re
from collections.abc import Sequence

from tidybrief.extraction.figures.changes import UNDERSTOOD, level_of_earlier
from tidybrief.extraction.figures.restatements import is_rate_of
from tidybrief.extraction.figures.sentence_view import SentenceView
from tidybrief.extraction.figures.whereabouts import tells_where
from tidybrief.extraction.grammar.clauses import Clauses
from tidybrief.extraction.grammar.word_classes import (
    ADVERB,
    AUXILIARY,
    CONJUNCTION,
    DATE,
    DETERMINER,
    GERUND,
    NAME,
    NOUN,
    OF,
    PARTICIPLE,
    PREPOSITION,
    VERB,
)
from tidybrief.extraction.records import Figure, Quantity

_PRONOUNS = frozenset({"it", "this", "that"})
_HAVING = frozenset({"has", "have", "had"})
_ENDS = frozenset({"", ".", ",", ";", CONJUNCTION, DATE})
_SETTING = frozenset({"in", "for", "at", "on"})
_BEFORE_CLAUSE = frozenset({"", ",", ";", CONJUNCTION, DATE})
_IN_PHRASE = frozenset({PREPOSITION, DETERMINER, NAME, NOUN, OF, CONJUNCTION, ",", DATE, ADVERB, "(", ")"})
_WHEREABOUTS = re.compile(r" (?:in|for|at|among) (?:the )?[A-Z][\w .’'-]*$")
_SHARE = re.compile(r"share of (?P<whole>.+?)(?: (?:from|by|that|\w+ed by) .*)?$")
_LEADING = frozenset({"by", "to", "at", "from"})
_OF_TIME = frozenset({"duration", "age"})
_CHANGES = frozenset({"increase", "rise", "growth", "gain", "jump", "fall", "drop", "decline", "decrease", "reduction"})
_LEVELS = frozenset({"rate", "share", "proportion", "level", "ratio"})
_TOTALS = frozenset({"total", "whole", "sum", "overall"})


def measured_before(
    quantity: Quantity, lately: Sequence[Figure], earlier: Figure | None, distance: str, view: SentenceView
) -> tuple[Figure | None, str]:
    """The figure before whose measure may go on: not that of what limits a noun or tells where, and for a percentage,
    which is no share or change of a length of time, not that of one; and how far off it stands.

    `lately` are the last figures of the sentence, `earlier` is the figure before at a `distance`.
    """
    if distance != "sentence":
        return earlier, distance
    passed = _OF_TIME if quantity.kind == "percent" else frozenset[str]()
    before = [None, *lately]
    for row, last in zip(reversed(lately), reversed(before[:-1]), strict=True):
        is_apart = row.kind in passed or view.is_limit(row.start) or is_rate_of(row, last)
        if not is_apart and (last is None or not tells_where(row, last, quantity, view.clauses)):
            return row, distance
    return None, "document"


def has_own_verb(quantity: Quantity, first: int, clauses: Clauses, earlier: Figure) -> bool:
    """Whether a quantity is the object of a verb behind the figure before it, which measures something else: "holds 9
    tonnes and will generate 40 watts", "which produced 9 tonnes"; verbs of a level may go on with what it was of.
    """
    if earlier.sentence_no != quantity.sentence_no or quantity.kind not in ("money", "measure", "count"):
        return False
    verb = clauses.before_qualifiers(first)
    words = clauses.vocabulary
    acts = clauses.kind(verb) in (VERB, PARTICIPLE, GERUND) and verb >= clauses.at(earlier.end)
    tells = words.own_changes | words.verbs_of_level | words.verbs_of_level_with_preposition | words.stating_results
    return acts and clauses.base(verb) not in tells


def of_earlier_measure(indicator: str, quantity: Quantity, earlier: Figure | None) -> str:
    """The indicator with what the figure before measures, where it is no more than a change or a level of something:
    "a gain of 3%", "the rate was 9%"; "" elsewhere.
    """
    if earlier is None or quantity.kind != "percent" or quantity.sentence_no - earlier.sentence_no > 1:
        return ""
    measured = level_of_earlier(earlier)
    if not measured or " " not in measured or earlier.kind in _OF_TIME:
        return ""
    word = indicator.lower()
    if word in _CHANGES:
        return "" if word in measured else f"{word} in {measured}"
    return measured if word in _LEVELS and earlier.kind == "percent" and word in measured else ""


def continued_measure(quantity: Quantity, first: int, after: int, clauses: Clauses, earlier: Figure | None) -> str:
    """What `earlier`, the figure before, measures, where the quantity from word `first` to before `after` measures the
    same; "" where that is not certain.
    """
    if earlier is None or not earlier.indicator or earlier.indicator_confidence < UNDERSTOOD:
        return ""
    if (earlier.kind, earlier.unit) != (quantity.kind, quantity.unit) or clauses.kind(after) in (OF, NOUN):
        return ""
    left = clauses.before_qualifiers(first)
    if _is_level_of_pronoun(left, clauses) and quantity.sentence_no - earlier.sentence_no <= 1:
        return earlier.indicator if _ends_level(after, clauses) else ""
    is_elsewhere = clauses.word(after) in ("in", "among") and clauses.kind(_past_article(after + 1, clauses)) == NAME
    if earlier.sentence_no != quantity.sentence_no or not is_elsewhere or not _is_coordinated(left, earlier, clauses):
        return ""
    place = _WHEREABOUTS.search(earlier.indicator)
    is_behind = place is not None and clauses.text.startswith(place[0], earlier.end)
    return earlier.indicator[: place.start()] if place is not None and is_behind else earlier.indicator


def _past_article(place: int, clauses: Clauses) -> int:
    return place + (clauses.kind(place) == DETERMINER)


def _ends_level(after: int, clauses: Clauses) -> bool:
    """Whether nothing, or only when or where, is told behind a level: not "$3 million over budget"."""
    if clauses.kind(after) in _ENDS:
        return True
    return clauses.word(after) in _SETTING and clauses.kind(_past_article(after + 1, clauses)) in (NAME, DATE)


def _is_level_of_pronoun(left: int, clauses: Clauses) -> bool:
    """Whether a pronoun has the level that the word at a position tells: "It was", "This stood at"."""
    verb = left - (clauses.word(left) in _LEADING)
    words = clauses.vocabulary
    verbs = words.verbs_of_level if verb == left else words.verbs_of_level_with_preposition
    tells = clauses.base(verb) in verbs or (
        verb == left and clauses.kind(verb) == AUXILIARY and clauses.word(verb) not in _HAVING
    )
    while clauses.kind(verb - 1) in (AUXILIARY, ADVERB):
        verb -= 1
    return tells and clauses.word(verb - 1) in _PRONOUNS and clauses.kind(verb - 2) in _BEFORE_CLAUSE


def _is_coordinated(left: int, earlier: Figure, clauses: Clauses) -> bool:
    """Whether only a place, and "and", stand between two quantities: "by 900 in Oslo and by 400 in Bergen"."""
    joint = left - (clauses.word(left) in _LEADING)
    between = clauses.classes[clauses.at(earlier.end) : joint + 1]
    led_before = clauses.word(clauses.before_qualifiers(clauses.at(earlier.start)))
    is_led_alike = (clauses.word(left) if left > joint else "") == (led_before if led_before in _LEADING else "")
    return (
        is_led_alike
        and clauses.kind(joint) in (CONJUNCTION, ",")
        and _IN_PHRASE.issuperset(between)
        and between[:1] == [PREPOSITION]
    )


def whole_of_earlier(after: int, clauses: Clauses, earlier: Figure | None) -> str:
    """ "24% of the total": the whole of the share before."""
    end = after + 1 + (clauses.kind(after + 1) == DETERMINER)
    is_total = (
        clauses.kind(after) == OF and clauses.word(end) in _TOTALS and clauses.kind(end + 1) not in (NOUN, OF, NAME)
    )
    told = _SHARE.match(earlier.indicator or "") if is_total and earlier is not None else None
    return told["whole"] if told is not None else ""
