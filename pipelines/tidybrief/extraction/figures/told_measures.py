"""What a quantity measures where grammar leaves no choice and neither a change nor a state is told: "a volume exceeding
900", "put the toll at 40", "the magnitude 5 quake", "30 miles from the coast", ", a 3 percent increase".

What belongs here: such wordings and the indicator of each. All other ways in which a measure is told are candidates.
"""

from tidybrief.extraction.figures.changes import without_change
from tidybrief.extraction.figures.named_measures import nouns_for
from tidybrief.extraction.grammar.clauses import Clauses
from tidybrief.extraction.grammar.frames import RATES
from tidybrief.extraction.grammar.phrases import is_passive, past_brackets
from tidybrief.extraction.grammar.plurals import plural
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
    QUANTITY,
    SUBORDINATOR,
    TO,
    VERB,
)
from tidybrief.extraction.records import Figure, Quantity

_LENGTHS = frozenset({"mile", "kilometer", "meter", "foot", "yard", "nautical mile"})
_BEARINGS = frozenset({
    "north", "south", "east", "west", "northeast", "northwest", "southeast", "southwest", "north-east", "north-west",
    "south-east", "south-west", "inland", "offshore", "downstream", "upstream", "outside", "away", "off", "from",
})  # fmt: skip
_REACHING = frozenset({"exceed", "top", "surpass", "total", "reach", "near", "approach", "average", "hit"})
_SHORT_FOR_MORE = frozenset({"rate", "share", "number", "total", "level", "ratio", "score", "value"})
_FORESEEN = frozenset({"forecast", "projection", "estimate", "target", "guidance", "goal"})
_BOUNDING = frozenset({"up", "over", "above", "under", "below", "exceeding", "worth", "topping"})
_BEING = frozenset({"is", "was", "are", "were"})
_ENDS = frozenset({"", ".", ",", ";", PREPOSITION, CONJUNCTION, SUBORDINATOR, DATE, ")"})
_COMING = frozenset({"stand", "amount", "come", "remain", "stay", "settle", "sit"})
_SETTING = frozenset({"put", "estimate", "peg", "set", "place"})
_TOLD_BY_STATE = frozenset({"dead", "injured", "wounded", "missing", "killed"})
_CHANGES = frozenset({
    "increase", "decrease", "decline", "rise", "drop", "fall", "jump", "growth", "gain", "spike", "surge", "reduction",
    "slump", "hike", "dip", "expansion", "contraction",
})  # fmt: skip
_UNDERGOING = frozenset({"experience", "suffer", "enjoy", "undergo", "witness", "see", "post", "record", "show"})
_EARNING = frozenset({"generate", "earn", "make", "have", "collect", "draw", "report", "post", "record", "bring in"})
_LONGEST_CHANGE = 6
_UNDERSTOOD = 0.5
_JOINTS = frozenset({"in", "for", "from", "on"})
_OF_TIME = frozenset({"during", "as", "after", "over"})
_OWNS = frozenset({"'", "’", "s"})


def told_measure(quantity: Quantity, first: int, after: int, clauses: Clauses, earlier: Figure | None) -> str:
    """What the quantity from word `first` to before `after` measures; "" where more than one answer is possible.

    `earlier` is the figure before it.
    """
    if quantity.unit == "magnitude":
        return _magnitude(first, after, clauses)
    if quantity.kind == "measure" and quantity.unit in _LENGTHS:
        return _distance(after, clauses)
    if quantity.kind == "percent":
        changed = (
            _change(quantity, first, after, clauses, earlier)
            or _change_of_object(first, clauses)
            or _share_accounted_for(first, after, clauses)
        )
        if changed:
            return changed
    kind = quantity.kind
    return (
        _reached(kind, first, clauses)
        or _set_at(kind, first, after, clauses)
        or _valuation(first, clauses)
        or _bounded(kind, first, after, clauses)
        or _of_chain(kind, first, clauses)
        or _of_noun(kind, first, after, clauses)
        or _result_in(kind, first, after, clauses)
        or _of_state(quantity, first, clauses)
        or _level_of_change(quantity, first, clauses, earlier)
        or _level(kind, first, after, clauses)
    )


def _magnitude(first: int, after: int, clauses: Clauses) -> str:
    """ "the magnitude 5 quake", "a quake of 5 magnitude", "the quake had a magnitude of 5"."""
    start = after
    while clauses.word(start) in ("magnitude", "-"):
        start += 1
    last = clauses.phrase_after(start, 4)
    if last >= start and clauses.kind(last) == NOUN:
        return f"magnitude of the {clauses.word(last)}"
    left = clauses.before_qualifiers(first)
    while clauses.word(left) in ("magnitude", "of", "a", "an", "with", "-"):
        left -= 1
    if clauses.kind(left) == NOUN:
        return f"magnitude of the {clauses.word(left)}"
    subject = clauses.subject_phrase(left + 1)
    is_told = subject is not None and clauses.kind(subject[1]) == NOUN
    return f"magnitude of the {clauses.word(subject[1])}" if subject is not None and is_told else ""


def _distance(after: int, clauses: Clauses) -> str:
    """ "30 miles from the coast", "50 km (30 miles) north of Oslo"."""
    place = past_brackets(after + (clauses.word(after) == ")"), clauses)
    if clauses.word(place) not in _BEARINGS:
        return ""
    end = place + (clauses.word(place) not in ("off", "from", "outside"))
    if clauses.kind(end) not in (OF, PREPOSITION):
        end -= 1
    start = end + 1 + (clauses.kind(end + 1) == DETERMINER)
    last = clauses.phrase_after(start)
    if last < start:
        return "distance"
    bearing = clauses.slice(place, last).removeprefix("away ")
    return f"distance {bearing}"


def _change(quantity: Quantity, first: int, after: int, clauses: Clauses, earlier: Figure | None) -> str:
    """ "$9 billion, a 12 percent increase", "shares suffered a decline of 2 percent": the change, and what changed."""
    left = clauses.before_qualifiers(first)
    noun_at = left - 1 if clauses.kind(left) == OF else _change_behind(after, clauses)
    noun = clauses.word(noun_at)
    if noun not in _CHANGES or clauses.word(max(noun_at, after - 1) + 1) in ("in", "of", "for", "to"):
        return ""
    start = left if noun_at >= after else clauses.phrase_before(left) - 1
    while clauses.kind(start) in (DETERMINER, ADVERB) or clauses.word(start) == "a":
        start -= 1
    if clauses.kind(start) in (",", "—", "–"):
        if earlier is None or not earlier.indicator or earlier.sentence_no != quantity.sentence_no:
            return ""
        is_understood = earlier.indicator_confidence >= _UNDERSTOOD
        return f"{noun} in {without_change(earlier.indicator)}" if is_understood else ""
    if clauses.kind(start) not in (VERB, PARTICIPLE, GERUND) or clauses.base(start) not in _UNDERGOING:
        return ""
    subject = clauses.subject_phrase(start + 1)
    return f"{noun} in {_without_owner(*subject, clauses)}" if subject and _is_measured(subject, clauses) else ""


def _change_of_object(first: int, clauses: Clauses) -> str:
    """ "lifted Acme's shares by 3 percent": the change, and the object of its verb; of "to 3 percent" the object."""
    left = clauses.before_qualifiers(first)
    led_by = clauses.word(left)
    if led_by == "to" and clauses.kind(left - 1) == QUANTITY:
        left = clauses.before_qualifiers(left - 1)
    verb = clauses.verb_before(left)
    noun = clauses.vocabulary.nouns_of_changes.get(clauses.word(verb)) if verb >= 0 else None
    start = verb + 1 + (clauses.kind(verb + 1) == DETERMINER)
    if led_by not in ("by", "to") or noun is None or not start < left:
        return ""
    end = left - (clauses.word(left) in ("by", "to"))
    if clauses.phrase_after(start) != end or clauses.kind(end) != NOUN:
        return ""
    changed = _without_owner(start, end, clauses)
    return f"{noun} {changed}" if led_by == "by" else changed


def _change_behind(after: int, clauses: Clauses) -> int:
    """The last word of the noun phrase behind a percentage; -1 for none."""
    last = clauses.phrase_after(after + (clauses.kind(after) == "-"), _LONGEST_CHANGE)
    return last if last >= after else -1


def _is_measured(phrase: tuple[int, int], clauses: Clauses) -> bool:
    """Whether a phrase ends in a noun that is no organisation or person."""
    return clauses.kind(phrase[1]) == NOUN and clauses.word(phrase[1]) not in clauses.vocabulary.takers


def _without_owner(first: int, last: int, clauses: Clauses) -> str:
    start = first
    while start < last and (clauses.kind(start) == NAME or clauses.word(start) in _OWNS):
        start += 1
    return clauses.slice(start, last)


def _share_accounted_for(first: int, after: int, clauses: Clauses) -> str:
    """ "Diesel cars account for 40 percent": whose share it is, where the text does not say of what."""
    left = clauses.before_qualifiers(first)
    if clauses.word(left) != "for" or clauses.base(left - 1) != "account" or clauses.kind(after) in (OF, NOUN, GERUND):
        return ""
    subject = clauses.subject_phrase(left)
    return f"share of {_without_owner(*subject, clauses)}" if subject and _is_measured(subject, clauses) else ""


def _reached(kind: str, first: int, clauses: Clauses) -> str:
    """ "a market value exceeding $3 trillion": the noun before a gerund that tells its level."""
    verb = clauses.before_qualifiers(first)
    if clauses.kind(verb) != GERUND or clauses.base(verb) not in _REACHING or clauses.kind(verb - 1) != NOUN:
        return ""
    if clauses.word(verb - 1) not in nouns_for(kind, clauses.vocabulary.measuring_nouns):
        return ""
    return _without_owner(clauses.phrase_before(verb), verb - 1, clauses)


def _set_at(kind: str, first: int, after: int, clauses: Clauses) -> str:
    """ "put the casualties in Oslo at 600": the object of the verb, which no verb of its own tells."""
    left = clauses.before_qualifiers(first)
    verb = clauses.verb_before(left)
    if clauses.word(left) != "at" or verb < 0 or clauses.base(verb) not in _SETTING or clauses.word(after) in RATES:
        return ""
    start = verb + 1
    while clauses.kind(start) == DETERMINER:
        start += 1
    head = clauses.phrase_after(start)
    while clauses.kind(head - 1) == NAME or clauses.kind(head) == NAME:
        head -= 1
    measures = nouns_for(kind, clauses.vocabulary.measuring_nouns) - clauses.vocabulary.light_nouns
    return _without_owner(start, left - 1, clauses) if start <= head and clauses.word(head) in measures else ""


def _of_state(quantity: Quantity, first: int, clauses: Clauses) -> str:
    """ "The dead included 22 in Oslo"."""
    verb = clauses.before_qualifiers(first)
    if clauses.base(verb) != "include" or clauses.word(verb - 1) not in _TOLD_BY_STATE:
        return ""
    is_alone = clauses.kind(verb - 2) == DETERMINER and quantity.kind == "count"
    return f"{plural(quantity.unit)} {clauses.word(verb - 1)}" if is_alone and quantity.unit != "number" else ""


def _valuation(first: int, clauses: Clauses) -> str:
    """ "valued Acme at $5 billion", "Acme was valued at $5 billion"."""
    left = clauses.before_qualifiers(first)
    verb = clauses.verb_before(left)
    if clauses.word(left) != "at" or verb < 0 or clauses.base(verb) != "value":
        return ""
    if verb == left - 1:
        start = clauses.subject_end(verb) - 1
        is_alone = clauses.kind(start) == NAME and clauses.kind(start - 1) not in (PREPOSITION, OF)
        return "valuation" if is_alone else ""
    is_named = all(kind in (NAME, DETERMINER) for kind in clauses.classes[verb + 1 : left])
    return "valuation" if is_named else ""


def _of_noun(kind: str, first: int, after: int, clauses: Clauses) -> str:
    """ "introducing fines of up to $9 million": the noun that an amount of money is of."""
    left = clauses.before_qualifiers(first)
    if kind != "money" or clauses.kind(left) != OF or clauses.kind(after) not in _ENDS - {PREPOSITION}:
        return ""
    noun = clauses.word(left - 1)
    start = clauses.phrase_before(left)
    opens = clauses.kind(start) == GERUND and clauses.kind(start - 1) == ","
    is_measure = noun in nouns_for(kind, clauses.vocabulary.measuring_nouns) - clauses.vocabulary.light_nouns
    says_all = noun in clauses.vocabulary.own_results or (opens and is_measure)
    return _without_owner(start + opens, left - 1, clauses) if says_all else ""


def _bounded(kind: str, first: int, after: int, clauses: Clauses) -> str:
    """ "fines up to $9 million", "losses above 5 percent": the noun before what bounds the number."""
    left = clauses.before_qualifiers(first)
    if left == first - 1 or clauses.kind(left) != NOUN or clauses.word(left + 1) not in _BOUNDING:
        return ""
    is_alone = clauses.kind(after) not in (NOUN, OF, NAME, "-")
    measures = nouns_for(kind, clauses.vocabulary.measuring_nouns)
    return (
        _without_owner(clauses.phrase_before(left + 1), left, clauses)
        if is_alone and clauses.word(left) in measures
        else ""
    )


def _of_chain(kind: str, first: int, clauses: Clauses) -> str:
    """ "a loss in chip sales of $8 billion", "an investment in data centres of $5 billion": both nouns."""
    left = clauses.before_qualifiers(first)
    inner = clauses.phrase_before(left)
    if clauses.kind(left) != OF or inner >= left:
        return ""
    joint = inner - 1 - (clauses.kind(inner - 1) == DETERMINER)
    noun = clauses.word(joint - 1)
    measures = nouns_for(kind, clauses.vocabulary.measuring_nouns)
    if clauses.word(joint) not in _JOINTS or clauses.kind(joint - 1) != NOUN or noun not in measures | _CHANGES:
        return ""
    return _without_owner(clauses.phrase_before(joint), left - 1, clauses)


def _result_in(kind: str, first: int, after: int, clauses: Clauses) -> str:
    """ "generated $39 billion in revenue": what follows "in", where nothing goes on after it."""
    verb = clauses.verb_before(first)
    if kind != "money" or clauses.word(after) != "in" or verb < 0 or clauses.lemma(verb) not in _EARNING:
        return ""
    last = clauses.phrase_after(after + 1)
    if clauses.word(last) not in clauses.vocabulary.own_results:
        return ""
    goes_on = clauses.kind(last + 1) in (PREPOSITION, TO, OF) and clauses.kind(last + 2) != DATE
    return "" if goes_on and clauses.word(last + 1) not in _OF_TIME else clauses.slice(after + 1, last)


def _level_of_change(quantity: Quantity, first: int, clauses: Clauses, earlier: Figure | None) -> str:
    """ "a 9 percent rise in revenue, reaching $44 billion": what changed."""
    verb = clauses.before_qualifiers(first)
    if earlier is None or earlier.kind != "percent" or earlier.sentence_no != quantity.sentence_no:
        return ""
    is_level = (
        clauses.kind(verb) == GERUND and clauses.base(verb) in _REACHING and clauses.kind(verb - 1) in (",", DATE)
    )
    if not is_level or quantity.kind == "percent" or not earlier.indicator:
        return ""
    noun, joint, rest = earlier.indicator.partition(" in ")
    return rest if joint and noun.rpartition(" ")[2].lower() in _CHANGES else ""


def _level(kind: str, first: int, after: int, clauses: Clauses) -> str:
    """ "The total number of users in Oslo had reached 684 million": the subject, where it names a measure."""
    left = clauses.before_qualifiers(first)
    if clauses.word(left) == "of" and clauses.word(left - 1) in ("level", "rate"):
        left -= 2 + (clauses.kind(left - 2) == DETERMINER)
    led = clauses.word(left) in ("at", "to")
    verb = left - led
    is_stated = clauses.kind(verb) == AUXILIARY and clauses.word(verb) in _BEING and kind == "percent"
    is_moved = led and clauses.base(verb) in clauses.vocabulary.nouns_of_changes and is_passive(verb, clauses)
    tells = is_stated or is_moved or clauses.base(verb) in (_COMING if led else _REACHING)
    if not tells or clauses.kind(verb) == GERUND or (is_stated and clauses.kind(after) not in _ENDS):
        return ""
    subject = clauses.subject_phrase(verb + 1) if clauses.kind(verb) in (VERB, PARTICIPLE, AUXILIARY) else None
    if subject is None or clauses.word(after) in RATES:
        return ""
    start, last = _past_owner(*subject, clauses), subject[1]
    head = start
    while clauses.kind(head + 1) == NOUN and head < last:
        head += 1
    if clauses.kind(last) == NAME and clauses.word(last - 1) == "in":
        last -= 2
    measures = nouns_for(kind, clauses.vocabulary.measuring_nouns) | _FORESEEN
    is_whole = head == last or clauses.kind(head + 1) in (OF, PREPOSITION)
    says_what = start < last or clauses.word(head) not in (measures - _FORESEEN if is_stated else _SHORT_FOR_MORE)
    return clauses.slice(start, last) if is_whole and says_what and clauses.word(head) in measures else ""


def _past_owner(first: int, last: int, clauses: Clauses) -> int:
    """Where a phrase begins without its articles and owner: "the deposit rate", "Acme's revenue"."""
    start = first
    while start < last and (clauses.kind(start) == DETERMINER or _belongs_to_owner(start, clauses)):
        start += 1
    return start


def _belongs_to_owner(place: int, clauses: Clauses) -> bool:
    return clauses.word(place) in _OWNS or (clauses.kind(place) == NAME and clauses.word(place + 1) in _OWNS)
