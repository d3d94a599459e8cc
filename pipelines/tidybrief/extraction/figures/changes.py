"""Changes, and the levels they lead from and to, where grammar leaves no choice: "imports were up 3 percent", "sales
fell by 5 percent", "the rate rose to 5 percent from 4 percent".

What belongs here: the verb or adverb of a change right before a number, and what changed. All other ways in which a
change is told are candidates (`indicator_frames`).
"""

import re

from tidybrief.extraction.figures.owners import before_owner, without_owner
from tidybrief.extraction.grammar.asides import opening_of
from tidybrief.extraction.grammar.clauses import Clauses
from tidybrief.extraction.grammar.frames import RATES, base_of_rate, phrase_until
from tidybrief.extraction.grammar.phrases import is_passive, past_names, tail_end
from tidybrief.extraction.grammar.word_classes import (
    ADVERB,
    APOSTROPHES,
    AUXILIARY,
    CONJUNCTION,
    DASHES,
    DATE,
    DETERMINER,
    GERUND,
    MARKS_OF_OWNERS,
    NAME,
    NOUN,
    OF,
    PARTICIPLE,
    PREPOSITION,
    PRONOUN,
    QUANTITY,
    TO,
    VERB,
)
from tidybrief.extraction.records import Figure, Quantity

MORE = frozenset({"more", "higher", "larger", "greater", "up", "longer", "above", "faster", "better"})
LESS = frozenset({"less", "fewer", "lower", "smaller", "down", "below", "shorter", "worse", "lighter"})
SURE = 0.83
"""How often an indicator is right where grammar leaves no choice: 520 of 621 in the annotated texts."""
_DEARER = {"cheaper": "fall in price of", "dearer": "rise in price of", "costlier": "rise in price of"}
_HIGHER, _LOWER = MORE - {"more", "above", "faster", "better"}, LESS - {"less", "fewer", "below", "worse"}
_LEVELS = frozenset({"to", "from"})
_PAST_A_LEVEL = frozenset({"above", "below", "past", "beneath", "beyond", "under"})
_AT_RATES = frozenset({"money", "measure"})
_OWN = frozenset({"its", "their", "his", "her", "our", "the"})
_IN_OBJECT = frozenset({DETERMINER, NOUN, NAME, PREPOSITION, OF, ADVERB, PRONOUN, "-"})
OF_LEVELS = frozenset({"percent", "money", "count", "measure"})
_IN_PHRASE = frozenset({DETERMINER, PREPOSITION, OF, TO, NOUN, NAME, "-", *APOSTROPHES})
_LISTED = frozenset({NOUN, NAME, ",", "-"})
_BETWEEN = frozenset({QUANTITY, DATE, PREPOSITION, TO, ADVERB, DETERMINER, ",", "(", ")"})
_FARTHEST = 14
UNDERSTOOD = 0.5
"""How sure the indicator of a figure must be to be taken up as it is."""
_SHORT_FOR_EARLIER = frozenset(
    {"figure", "number", "indicator", "measure", "total", "amount", "rate", "level", "share", "sum", "count", "toll"}
)
_OPENING_CLAUSES = frozenset({"that", "after", "before", "since", "until", "as", "because", "when", "while", "if"})
_SHARES = re.compile(r"(?:shares|stock)\b(?! price)", re.IGNORECASE)
_BRINGING = frozenset({"bring", "brings", "brought", "bringing", "taking", "takes", "took"})
_AFTER_OTHERS = frozenset({"having", "after", "before", "since"})
"""What leads to an earlier change of the same: "rose 4%, having fallen 3%", "after falling 3%"."""
_BEFORE_APPOSED = DASHES | {","}
_TRADED = frozenset({"day", "session", "week", "month", "quarter", "year"})
"""What shares end up or down: "closed the day up 2%"."""
_MULTIPLYING = frozenset({"halve", "double", "triple", "treble", "quadruple"})
_SHIFTING = frozenset({"change", "move", "shift"})
_MEANS = frozenset({"average", "median", "mean"})
_GOING = frozenset({"go up", "go down", "come down"})
_CHANGES = (
    "share of ", "growth of ", "contraction of ",
    *(f"{noun} in " for noun in (
        "increase", "fall", "drop", "rise", "decline", "climb", "jump", "surge", "leap", "gain", "advance", "decrease",
        "plunge", "slide", "dip", "slump", "rally", "rebound", "cut", "reduction",
    )),
)  # fmt: skip


def told_change(quantity: Quantity, first: int, after: int, clauses: Clauses, earlier: Figure | None) -> str:
    """What a quantity is the change, or a level, of; "" where it is neither, or more than one answer is possible.

    The quantity stands from word `first` to before `after`; `earlier` is the figure before it.
    """
    apposed = _apposed_amount(quantity, first, clauses, earlier) if quantity.kind != "percent" else ""
    apposed = apposed or _change_at_a_rate(quantity, first, after, clauses, earlier)
    is_counted = quantity.kind != "percent" and clauses.kind(after) == NOUN and clauses.word(after) not in LESS
    if apposed or clauses.kind(after) in (OF, "-") or clauses.word(after) in RATES or is_counted:
        return apposed
    left = _past_direction(first, clauses)
    led_by = clauses.word(left)
    if led_by == "against" or clauses.word(left - 1) == "compared":
        names_it = clauses.kind(after) == PREPOSITION and clauses.kind(after + 1) in (NOUN, GERUND, DETERMINER)
        has_own = names_it or (quantity.kind == "percent" and clauses.kind(after) == NOUN)
        return "" if has_own else _compared(quantity, earlier)
    passes_level = clauses.word(first - 1) in _PAST_A_LEVEL
    if clauses.base(left) in clauses.vocabulary.own_changes and (passes_level or quantity.kind == "money"):
        return (
            _past_level(quantity, left, clauses, earlier) if passes_level else _change_by_verb(left, clauses, earlier)
        )
    if led_by in _LEVELS:
        if earlier is not None and (earlier.kind, earlier.unit) != (quantity.kind, quantity.unit):
            earlier = None
        level = _level(left, clauses, earlier) if quantity.kind in OF_LEVELS else ""
        return f"price of {level}" if quantity.kind == "money" and _SHARES.match(level) else level
    if quantity.kind == "percent":
        return _change_of_percent(first, after, left, clauses, earlier)
    return _difference(quantity, after, clauses, earlier) or _change_of_amount(quantity, first, left, clauses, earlier)


def _past_level(quantity: Quantity, verb: int, clauses: Clauses, earlier: Figure | None) -> str:
    """ "The rate fell below 9%"; of "overtaking coal, which fell below 9%" what was told before, of coal."""
    if clauses.word(clauses.subject_end(verb) - 1) not in ("which", "that"):
        return _of_subject("", verb, clauses, earlier)
    alike = earlier is not None and (earlier.kind, earlier.unit) == (quantity.kind, quantity.unit)
    return level_of_earlier(earlier) if alike else ""


def _change_of_amount(quantity: Quantity, first: int, left: int, clauses: Clauses, earlier: Figure | None) -> str:
    """ "Sales rose by 900", "imports were up by 900"."""
    if quantity.kind not in OF_LEVELS or clauses.word(left) != "by":
        return ""
    left = clauses.before_qualifiers(left)
    return (
        _change_by_verb(left, clauses, earlier)
        or _change_of_object(left, clauses)
        or _apposed(first, left, clauses, earlier)
    )


def _change_at_a_rate(quantity: Quantity, first: int, after: int, clauses: Clauses, earlier: Figure | None) -> str:
    """ "Output fell in May by 40 barrels a day", "rents rose by £40 a month"."""
    left = _past_direction(first, clauses)
    if not base_of_rate(after, clauses) or quantity.kind not in _AT_RATES or clauses.word(left) != "by":
        return ""
    left = clauses.before_qualifiers(left)
    return _change_by_verb(_past_date(left, clauses), clauses, earlier) or _change_of_object(left, clauses)


def _past_date(place: int, clauses: Clauses) -> int:
    """Left of a position, past a date and its preposition: "fell in March (by)"."""
    if clauses.kind(place) != DATE:
        return place
    return place - 1 - (clauses.kind(place - 1) == PREPOSITION)


def _change_of_object(left: int, clauses: Clauses) -> str:
    """ "increased its sales in India by 59%": the noun of the change, and the object of its verb."""
    verb = clauses.verb_before(left + 1)
    noun = clauses.vocabulary.nouns_of_changes.get(clauses.word(verb), "") if verb >= 0 else ""
    start, end = verb + 1, _past_date(left, clauses)
    if not noun or clauses.word(start) not in _OWN or not _IN_OBJECT.issuperset(clauses.classes[start : end + 1]):
        return ""
    head = clauses.phrase_after(start + 1)
    if not start < head <= end or clauses.kind(head) != NOUN or clauses.word(head) in clauses.vocabulary.takers:
        return ""
    return f"{noun} {clauses.slice(start + 1, end)}"


def _apposed_amount(quantity: Quantity, first: int, clauses: Clauses, earlier: Figure | None) -> str:
    """ "debt was $9 million, down $2 million", "petrol costs $3 a gallon — up more than $1 a gallon"."""
    left = _past_direction(first, clauses)
    direction = next((place for place in range(first - 1, left - 1, -1) if clauses.word(place) in ("up", "down")), -1)
    if quantity.kind not in OF_LEVELS or direction < 0 or clauses.word(direction + 1) in _LEVELS:
        return ""
    return _apposed(first, left, clauses, earlier) if clauses.word(direction - 1) in _BEFORE_APPOSED else ""


def _change_of_percent(first: int, after: int, left: int, clauses: Clauses, earlier: Figure | None) -> str:
    is_led = clauses.word(left) == "by"
    if is_led:
        left = clauses.before_qualifiers(left)
    return (
        _change_by_verb(left, clauses, earlier)
        or (_change_of_object(left, clauses) if is_led else "")
        or _apposed(first, left, clauses, earlier)
        or _higher(left, after, clauses)
    )


def _compared(quantity: Quantity, earlier: Figure | None) -> str:
    """ "5%, compared with 7% in January": what the figure before says."""
    if earlier is None or earlier.indicator is None or earlier.sentence_no != quantity.sentence_no:
        return ""
    return earlier.indicator if (earlier.kind, earlier.unit) == (quantity.kind, quantity.unit) else ""


def _difference(quantity: Quantity, after: int, clauses: Clauses, earlier: Figure | None) -> str:
    """ "9 homicides, four fewer than in 2022": the change of what the figure before counts."""
    noun = {"fewer": "fall in", "less": "fall in", "more": "increase in"}.get(clauses.word(after), "")
    if not noun or earlier is None or earlier.indicator is None or earlier.sentence_no != quantity.sentence_no:
        return ""
    ends = noun == "fall in" and clauses.kind(after + 1) in ("", ".", ",")
    is_compared = ends or clauses.word(after + 1) in ("than", "before")
    alike = (earlier.kind, earlier.unit) == (quantity.kind, quantity.unit)
    return f"{noun} {without_change(earlier.indicator)}" if is_compared and alike else ""


def _past_direction(first: int, clauses: Clauses) -> int:
    """The last word before a number that is no qualifier of it; "edged up to 5%" bounds nothing."""
    moves = clauses.word(first - 1) == "to" and clauses.word(first - 2) in ("up", "down")
    if moves and clauses.kind(first - 3) in (VERB, PARTICIPLE, GERUND):
        return first - 1
    left = clauses.before_qualifiers(first)
    if clauses.kind(left) == OF and clauses.word(left - 1) in _MEANS:  # "rose by an average of 5%"
        left -= 2 + (clauses.kind(left - 2) == DETERMINER or clauses.word(left - 2) in ("a", "an"))
    return left


def without_change(indicator: str) -> str:
    """An indicator without the change that it names: "fall in shares" speaks of shares."""
    return next((indicator[len(head) :] for head in _CHANGES if indicator.startswith(head)), indicator)


def _change_by_verb(left: int, clauses: Clauses, earlier: Figure | None) -> str:
    """ "Sales rose 5%", "edged up by 5%": the noun of the change, and the subject of its verb."""
    if clauses.base(left) in clauses.vocabulary.verbs_of_moving and clauses.word(left + 1) in ("up", "down"):
        return _of_subject(clauses.vocabulary.nouns_of_changes[clauses.word(left + 1)], left, clauses, earlier)
    verb = left - (clauses.word(left) in ("up", "down"))
    noun = clauses.vocabulary.nouns_of_changes.get(clauses.word(left))
    is_verb = clauses.kind(verb) in (VERB, PARTICIPLE) and not (verb < left and _may_be_noun(verb, clauses))
    if noun is None or not is_verb:
        return ""
    return _of_subject(noun, verb, clauses, earlier)


def _apposed(first: int, nearest: int, clauses: Clauses, earlier: Figure | None) -> str:
    """ "revenue of $3 billion, up 12%", "imports were up 3.5%", "with net income up by 8%": a change without a verb."""
    changes = clauses.vocabulary.nouns_of_changes
    left = next((place for place in range(first - 1, nearest - 1, -1) if clauses.word(place) in changes), -1)
    if left < 0 or clauses.kind(left) in (VERB, PARTICIPLE) or clauses.word(left + 1) == "to":
        return ""
    noun = changes[clauses.word(left)]
    if clauses.kind(left) == GERUND and (told := _of_subject(noun, left, clauses, earlier)):
        return told
    moves = clauses.base(left - 1) in clauses.vocabulary.verbs_of_moving
    before = left - 1 - (clauses.kind(left - 1) == ADVERB)
    if moves or clauses.kind(before) == AUXILIARY:
        return _of_subject(noun, left - 1 if moves else before, clauses, earlier)
    head = clauses.phrase_before(left - _may_be_noun(left - 1, clauses))
    if head < left:
        is_time = clauses.word(left - 1) in _TRADED
        return _of_subject(noun, head, clauses, earlier) if is_time else f"{noun} {clauses.slice(head, left - 1)}"
    if earlier is None or earlier.indicator is None or clauses.word(left - 1) not in _BEFORE_APPOSED:
        return ""
    return f"{noun} {without_change(earlier.indicator)}"


def _may_be_noun(place: int, clauses: Clauses) -> bool:
    """Whether what looks like a verb is a noun before "up" or "down": "with bank hacks down 5%"."""
    is_plain = clauses.kind(place) == VERB and clauses.word(place).endswith("s") and clauses.kind(place - 1) == NOUN
    return is_plain and clauses.base(place) not in clauses.vocabulary.nouns_of_changes


def _higher(left: int, after: int, clauses: Clauses) -> str:
    """ "prices were 8 percent higher than", "bread was 8 percent cheaper"."""
    word = clauses.word(after)
    noun = "increase in" if word in _HIGHER else "fall in" if word in _LOWER else _DEARER.get(word, "")
    if word == "more" and clauses.word(after + 1) in ("expensive", "costly"):
        noun = "rise in price of"
    return _of_subject(noun, left, clauses, None) if noun and clauses.kind(left) == AUXILIARY else ""


def _level(led_by: int, clauses: Clauses, earlier: Figure | None) -> str:
    """ "The rate rose to 5% from 4%": the subject of a verb of change; of ", down from 5%" and "an increase
    from 5%" what was told before.
    """
    if clauses.word(led_by - 1) in ("up", "down") and clauses.kind(led_by - 2) == ",":
        return earlier.indicator or "" if earlier is not None else ""
    if clauses.word(led_by - 1) in clauses.vocabulary.change_nouns and clauses.word(led_by) == "from":
        return level_of_earlier(earlier)
    verb = clauses.verb_before(led_by)
    if verb < 0 or led_by - verb > _FARTHEST:
        return ""
    return _level_of_object(verb, led_by, clauses, earlier) or _level_of_subject(verb, led_by, clauses, earlier)


def _level_of_subject(verb: int, led_by: int, clauses: Clauses, earlier: Figure | None) -> str:
    """ "The rate rose to 5%": the subject of a verb that says of it that it changed."""
    base = clauses.base(verb)
    changes = base in clauses.vocabulary.own_changes | _SHIFTING | _MULTIPLYING or clauses.lemma(verb) in _GOING
    changes = changes or (base in clauses.vocabulary.nouns_of_changes and is_passive(verb, clauses))
    is_near = clauses.kind(verb) != GERUND and _BETWEEN.issuperset(clauses.classes[verb + 1 : led_by])
    return _of_subject("", verb, clauses, earlier) if changes and is_near else ""


def _level_of_object(verb: int, led_by: int, clauses: Clauses, earlier: Figure | None) -> str:
    """ "cut the number of offices from 9 to 4", "raised interest rates to 5%": the object of the verb; of "bringing the
    total to 9" that of what was told before.
    """
    start = verb + 1 + (clauses.kind(verb + 1) == DETERMINER or clauses.word(verb + 1) in _OWN)
    last = clauses.phrase_after(start)
    stops = (p for p in range(last + 1, led_by) if clauses.word(p) in _LEVELS and clauses.kind(p + 1) == QUANTITY)
    stop = next(stops, led_by)
    if _IN_PHRASE.issuperset(clauses.classes[last + 1 : stop]):  # "raised the toll from the virus to 50"
        last = max(last, tail_end(last, clauses, stop - last - 1))
    if last < start or last + 1 != stop or not _BETWEEN.issuperset(clauses.classes[stop:led_by]):
        return ""
    if clauses.word(verb) in _BRINGING:
        is_total = start == last and clauses.word(last) in _SHORT_FOR_EARLIER
        return f"total {level_of_earlier(earlier)}" if is_total and level_of_earlier(earlier) else ""
    changes = clauses.base(verb) in clauses.vocabulary.nouns_of_changes or clauses.word(verb) in (
        clauses.vocabulary.nouns_of_changes
    )
    is_thing = clauses.kind(last) == NOUN and clauses.word(last) not in clauses.vocabulary.takers
    return without_owner(start, last, clauses) if changes and is_thing else ""


def level_of_earlier(earlier: Figure | None) -> str:
    """What the figure before measures, or is the change of; "" where it is not understood."""
    if earlier is None or not earlier.indicator or earlier.indicator_confidence < UNDERSTOOD:
        return ""
    return earlier.indicator if earlier.indicator.startswith("share of ") else without_change(earlier.indicator)


def _of_subject(noun: str, verb: int, clauses: Clauses, earlier: Figure | None) -> str:
    """The noun of a change and the subject of a verb, which is more than a name."""
    start = clauses.subject_end(verb)
    opening = start - (clauses.word(start) != "having")
    if clauses.word(opening) in _AFTER_OTHERS and (opening == start or clauses.kind(verb) in (GERUND, PARTICIPLE)):
        main = clauses.verb_before(opening)
        return _of_subject(noun, main, clauses, earlier) if main >= 0 and clauses.kind(main) != GERUND else ""
    if clauses.kind(start) == TO:  # "on track to grow by": what grows stands further off
        return ""
    taken_up = _taken_up(start, clauses, earlier)
    if taken_up:
        return f"{noun} {taken_up}".strip()
    subject = _subject(start, verb, clauses)
    if subject is not None and clauses.word(subject[1]) in MARKS_OF_OWNERS:
        return f"{noun} {without_change(earlier.indicator or '')}".strip() if earlier is not None else ""
    is_cut = subject is not None and QUANTITY in clauses.classes[max(0, subject[0] - 2) : subject[0]]
    is_cut = is_cut and subject is not None and OF in clauses.classes[subject[0] - 1 : subject[0] + 1]
    if (
        subject is None
        or is_cut
        or clauses.kind(subject[0] - 1) == DATE
        or clauses.word(subject[0] - 1) in MARKS_OF_OWNERS
    ):
        return ""
    changed = _changing_thing(*subject, verb, clauses)
    return f"{noun} {changed}".strip() if changed else ""


def _changing_thing(start: int, end: int, verb: int, clauses: Clauses) -> str:
    """The noun phrase of what changed, out of the subject of a verb; "" where that is whom a name or common noun means
    ("the chipmaker Acme rose").
    """
    first = past_names(start, end, clauses)
    last = before_owner(first, end, clauses)
    if clauses.kind(verb) == GERUND and "with" in clauses.words[first:last]:
        first = last - clauses.words[first : last + 1][::-1].index("with") + 1
    if clauses.kind(first) in (PREPOSITION, OF):
        first = start
    openings = (place + 1 for place in range(last - 1, first, -1) if clauses.word(place) in _OPENING_CLAUSES)
    first = next((place for place in openings if clauses.word(place) not in clauses.vocabulary.deducted), first)
    holds_noun = any(clauses.kind(place) in (NOUN, GERUND) for place in range(first, last + 1))
    head = next((place - 1 for place in range(first + 1, last) if clauses.kind(place) in (OF, PREPOSITION)), last)
    head -= clauses.kind(head) == NAME
    is_somebody = clauses.word(head).removesuffix("s") in clauses.vocabulary.takers
    return "" if is_somebody or not holds_noun else clauses.slice(first, last)


def _subject(start: int, verb: int, clauses: Clauses) -> tuple[int, int] | None:
    """First and last word of a verb's subject; past what stands between commas before it."""
    if clauses.kind(start - 1) != "," or clauses.kind(verb) != PARTICIPLE:
        subject = clauses.subject_phrase(verb + 1)
        return (_start_of_list(*subject, clauses), subject[1]) if subject is not None else None
    opening = opening_of(start - 1, clauses.words)
    found = phrase_until(opening - 1, clauses) if opening > 0 else None
    return (found.first, found.end) if found is not None else None


def _start_of_list(first: int, last: int, clauses: Clauses) -> int:
    """The first word of a subject whose last word is given: of "prices of oil, coal and gas" all of it."""
    if clauses.word(first - 1) != "," or CONJUNCTION not in clauses.classes[first : last + 1]:
        return first
    place = first - 1
    while clauses.kind(place) in _LISTED:
        place -= 1
    start = clauses.phrase_before(place) if clauses.kind(place) == OF and place < first - 1 else place
    return start if start < place else first


def _taken_up(end: int, clauses: Clauses, earlier: Figure | None) -> str:
    """ "those to Japan rose": the head of the indicator before with what it is of now; of "it" all of it."""
    if earlier is None or earlier.indicator is None:
        return ""
    takes_up = clauses.word(end - 2) in ("this", "that") and clauses.word(end - 1) in _SHORT_FOR_EARLIER
    alone = clauses.word(end - 1) in ("they", "it") or (end == 1 and clauses.word(0) in ("that", "this"))
    if takes_up or alone:
        return without_change(earlier.indicator) if earlier.indicator_confidence >= UNDERSTOOD else ""
    start = next((left for left in range(end - 1, max(-1, end - _FARTHEST), -1) if clauses.word(left) == "those"), -1)
    if start < 0:
        return ""
    if clauses.kind(start + 1) not in (PREPOSITION, OF, TO) or not _IN_PHRASE.issuperset(clauses.classes[start:end]):
        return ""
    head = re.split(rf" {clauses.word(start + 1)} ", without_change(earlier.indicator), maxsplit=1)[0]
    return f"{head} {clauses.slice(start + 1, end - 1)}"
