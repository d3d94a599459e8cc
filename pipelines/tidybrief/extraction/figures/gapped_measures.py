"""What a quantity measures whose clause leaves out the verb of the one before: "Exports rose 4% and imports 6%", "sales
of vans fell by 9%, those of lorries by 12%".

What belongs here: such clauses, which have a subject of their own. Quantities that go on with the same measure stand in
`continued_measures`.
"""

from tidybrief.extraction.figures.changes import without_change
from tidybrief.extraction.figures.owners import without_owner
from tidybrief.extraction.grammar.clauses import Clauses
from tidybrief.extraction.grammar.word_classes import (
    ADVERB,
    CONJUNCTION,
    DATE,
    DETERMINER,
    GERUND,
    IS_OR_WAS,
    NAME,
    NOUN,
    NOUN_OR_VERB,
    OF,
    PREPOSITION,
    QUANTITY,
    SUBORDINATOR,
    TO,
)
from tidybrief.extraction.records import Figure, Quantity

_ENDS = frozenset({"", ".", ",", ";", ")", PREPOSITION, CONJUNCTION, SUBORDINATOR, DATE})
_JOINTS = frozenset({",", ";", CONJUNCTION})
_LINKS = frozenset({"to", "by", "at", "from"})
_LEVELS = frozenset({"to", "at", "from"})
_IN_SUBJECTS = frozenset({NOUN, NAME, GERUND, OF, "-"})
_BETWEEN = frozenset({PREPOSITION, TO, DATE, DETERMINER, NAME, NOUN, OF, QUANTITY, ADVERB, ","})
_TIMES = frozenset({"year", "years", "month", "quarter", "week", "day", "half", "period", "total", "rest"})
_LONGEST = 6


def told_gapped(quantity: Quantity, first: int, after: int, clauses: Clauses, earlier: Figure | None) -> str:
    """What the quantity from word `first` to before `after` measures, by the words before it and what `earlier`, the
    figure before, measures; "" where its clause leaves nothing out.
    """
    if earlier is None or not earlier.indicator or earlier.sentence_no != quantity.sentence_no:
        return ""
    if (earlier.kind, earlier.unit) != (quantity.kind, quantity.unit) or clauses.kind(after) not in _ENDS:
        return ""
    left = clauses.before_qualifiers(first)
    link = clauses.word(left) if clauses.word(left) in _LINKS else ""
    subject = _subject_before(left - bool(link), clauses.at(earlier.end), clauses)
    theme = without_change(earlier.indicator)
    if subject is None or theme not in clauses.text[clauses.sentence.start : earlier.start]:
        return ""
    change = earlier.indicator.removesuffix(theme)
    before = clauses.before_qualifiers(clauses.at(earlier.start))
    is_level = clauses.kind(subject[1]) == NOUN and (
        clauses.word(before) in _LEVELS or clauses.word(before) in IS_OR_WAS
    )
    if not (change or is_level) or (link == "to") != (clauses.word(before) == "to"):
        return ""
    things = without_owner(*subject, clauses)
    if clauses.kind(subject[0]) == OF:  # "those of lorries"
        things = f"{theme.partition(' of ')[0]} {clauses.slice(*subject)}"
    return f"{change}{things}" if things else ""


def _subject_before(end: int, behind: int, clauses: Clauses) -> tuple[int, int] | None:
    """First and last word of a noun phrase that ends at a position and stands alone in its clause, behind a figure that
    ends before another position; None for none.
    """
    may_be_noun = clauses.vocabulary.classes.get(clauses.word(end)) == NOUN_OR_VERB  # "and imports 6%"
    start = end + (not may_be_noun)
    while end - start < _LONGEST and clauses.kind(start - 1) in _IN_SUBJECTS:
        start -= 1
    takes_up = clauses.word(start - 1) == "those"
    joint = start - 1 - (clauses.kind(start - 1) == DETERMINER or takes_up)
    is_joined = clauses.kind(joint) in _JOINTS and _BETWEEN.issuperset(clauses.classes[behind:joint])
    is_noun = (clauses.kind(end) == NOUN or may_be_noun) and clauses.word(end) not in _TIMES
    is_subject = behind <= joint < start <= end and takes_up == (clauses.kind(start) == OF)
    return (start, end) if is_noun and is_joined and is_subject else None
