"""What a quantity measures where grammar leaves no choice and neither a change nor a state is told: "a volume exceeding
900", "put the toll at 40", "the magnitude 5 quake", "30 miles from the coast".

What belongs here: such wordings and the indicator of each. All other ways in which a measure is told are candidates.
"""

from tidybrief.extraction.figures.action_nouns import told_action
from tidybrief.extraction.figures.change_nouns import counts_its_own, told_by_noun
from tidybrief.extraction.figures.continued_measures import continued_measure, whole_of_earlier
from tidybrief.extraction.figures.group_shares import group_share, measure_among
from tidybrief.extraction.figures.named_measures import nouns_for
from tidybrief.extraction.figures.owners import past_owner, without_owner
from tidybrief.extraction.figures.told_dimensions import LENGTHS
from tidybrief.extraction.figures.told_money import told_money
from tidybrief.extraction.figures.told_results import money_meant, money_raised, money_spent, of_segment, result_in
from tidybrief.extraction.grammar.clauses import Clauses
from tidybrief.extraction.grammar.frames import RATES
from tidybrief.extraction.grammar.phrases import is_passive, past_brackets, past_participle, tail_end
from tidybrief.extraction.grammar.plurals import plural
from tidybrief.extraction.grammar.word_classes import (
    AUXILIARY,
    CONJUNCTION,
    DATE,
    DETERMINER,
    GERUND,
    IS_OR_WAS,
    MARKS_OF_OWNERS,
    NAME,
    NOUN,
    OF,
    PARTICIPLE,
    PREPOSITION,
    PRONOUN,
    QUANTITY,
    SUBORDINATOR,
    TO,
    VERB,
)
from tidybrief.extraction.records import Figure, Quantity

_BEARINGS = frozenset({
    "north", "south", "east", "west", "northeast", "northwest", "southeast", "southwest", "north-east", "north-west",
    "south-east", "south-west", "inland", "offshore", "downstream", "upstream", "outside", "away", "off", "from",
})  # fmt: skip
_SHORT_FOR_MORE = frozenset({"rate", "share", "number", "total", "level", "ratio", "score", "value"})
_ONLY_MEASURING = frozenset({"stand", "amount", "total", "number"})
_BOUNDING = frozenset({"up", "over", "above", "under", "below", "exceeding", "worth", "topping"})
_HAVING = frozenset({"with", "and", "having"})
_RECORDING = frozenset({"record", "register", "observe", "report", "recorded", "registered", "observed", "reported"})
_ENDS = frozenset({"", ".", ",", ";", PREPOSITION, CONJUNCTION, SUBORDINATOR, DATE, ")"})
_TOLD_BY_STATE = frozenset({"dead", "injured", "wounded", "missing", "killed"})
_JOINTS = frozenset({"in", "for", "from", "on"})


def told_measure(quantity: Quantity, first: int, after: int, clauses: Clauses, earlier: Figure | None) -> str:
    """What the quantity from word `first` to before `after` measures; "" where more than one answer is possible.

    `earlier` is the figure before it.
    """
    if quantity.unit == "magnitude":
        return _magnitude(first, after, clauses)
    if whose := _of_whose(first, clauses):
        return whose
    if quantity.kind == "measure" and quantity.unit in LENGTHS:
        return _distance(after, clauses)
    if action := told_action(quantity, first, after, clauses):
        return action
    kind = quantity.kind
    if counts_its_own(quantity, after, clauses):
        return (
            told_by_noun(quantity, first, after, clauses, earlier)
            or told_money(quantity, first, after, clauses)
            or _of_state(quantity, first, clauses)
        )
    return (
        told_by_noun(quantity, first, after, clauses, earlier)
        or continued_measure(quantity, first, after, clauses, earlier)
        or _share_accounted_for(kind, first, after, clauses)
        or _share_by(kind, first, after, clauses, earlier)
        or _share_of_whole(kind, first, after, clauses)
        or measure_among(quantity, first, after, clauses, earlier)
        or group_share(quantity, first, after, clauses, earlier)
        or _share_somewhere(kind, after, clauses)
        or _reached(kind, first, clauses)
        or _set_at(kind, first, after, clauses)
        or _bounded(kind, first, after, clauses)
        or _of_chain(kind, first, clauses)
        or _of_noun(kind, first, after, clauses)
        or result_in(kind, first, after, clauses)
        or money_raised(kind, first, after, clauses)
        or money_spent(kind, first, after, clauses)
        or money_meant(kind, first, after, clauses)
        or told_money(quantity, first, after, clauses)
        or _listed(kind, first, clauses)
        or _of_state(quantity, first, clauses)
        or _level(kind, first, after, clauses)
        or _opening_level(kind, first, after, clauses)
    )


def _magnitude(first: int, after: int, clauses: Clauses) -> str:
    """ "the magnitude 5 quake", "a quake of 5 magnitude", "the quake had a magnitude of 5"."""
    start = after
    while clauses.word(start) in ("magnitude", "-"):
        start += 1
    last = clauses.phrase_after(start, 4)
    if last >= start and clauses.kind(last) == NOUN and clauses.word(last) != "one":
        return f"magnitude of the {clauses.word(last)}"
    left = clauses.before_qualifiers(first)
    while clauses.word(left) in ("magnitude", "of", "a", "an", "with", "-"):
        left -= 1
    if clauses.kind(left) == NOUN:
        return f"magnitude of the {clauses.word(left)}"
    subject = clauses.subject_phrase(left + 1)
    is_told = subject is not None and clauses.kind(subject[1]) == NOUN and clauses.word(subject[1]) != "magnitude"
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
    if clauses.kind(last + 1) == TO:  # "ran 10 miles from Oslo to Bergen"
        return ""
    bearing = clauses.slice(place, last).removeprefix("away ")
    return f"distance {bearing}"


def _share_accounted_for(kind: str, first: int, after: int, clauses: Clauses) -> str:
    """ "Diesel cars account for 40 percent": whose share it is, where the text does not say of what."""
    left = clauses.before_qualifiers(first)
    accounts = clauses.word(left) == "for" and clauses.base(left - 1) == "account"
    if kind != "percent" or not accounts or clauses.kind(after) in (OF, NOUN, GERUND):
        return ""
    subject = clauses.subject_phrase(left)
    is_noun = subject is not None and clauses.kind(subject[1]) == NOUN
    if subject is None or not is_noun or clauses.word(subject[1]) in clauses.vocabulary.takers:
        return ""
    whose = without_owner(*subject, clauses)
    return f"share of {whose}" if whose else ""


def _share_by(kind: str, first: int, after: int, clauses: Clauses, earlier: Figure | None) -> str:
    """ "Fossil fuels generated 29% of power", "Chips make up 24% of the total": of what, and whose share it is."""
    left = clauses.before_qualifiers(first)
    verb = left - (clauses.word(left) in ("for", "up"))
    words = clauses.vocabulary
    is_made = clauses.lemma(verb) in words.verbs_of_making_up or clauses.base(verb) in words.verbs_of_making_up
    tells = is_made or clauses.base(verb) in words.verbs_of_supplying
    if kind != "percent" or clauses.kind(after) != OF or not tells:
        return ""
    subject = clauses.subject_phrase(first)
    if subject is None or is_passive(verb, clauses):
        return ""
    classes = clauses.classes[subject[0] : subject[1] + 1]
    is_thing = not {NAME, PRONOUN, QUANTITY, CONJUNCTION}.intersection(classes) and NOUN in classes
    is_joined = clauses.word(subject[0] - 1) in ("and", "or") or clauses.kind(subject[0] - 1) == OF
    start = after + 1 + (clauses.kind(after + 1) == DETERMINER)
    end = clauses.phrase_after(start)
    if is_joined or clauses.kind(end + 1) == QUANTITY or clauses.word(end + 1) in ("with", "from"):
        return ""
    whole = whole_of_earlier(after, clauses, earlier) or without_owner(start, end, clauses)
    points = clauses.word(subject[0] - 1) in ("these", "those", "this") or clauses.word(end) == "s"
    of_people = clauses.word(end) in words.populations
    if not is_thing or points or end < start or of_people or clauses.word(subject[1]) in words.takers:
        return ""
    is_part = is_made and clauses.base(verb) != "represent" and clauses.word(subject[1]) not in words.populations
    how = "from" if is_part or _takes_total(after, clauses) else f"{past_participle(verb, clauses)} by"
    whose = clauses.slice(*subject)
    return f"share of {whole} {how} {whose[0].lower()}{whose[1:]}"


def _share_of_whole(kind: str, first: int, after: int, clauses: Clauses) -> str:
    """ "accounting for 40 percent of Chad's sales": of what, where grammar does not tell whose share it is."""
    left = clauses.before_qualifiers(first)
    accounts = clauses.word(left) == "for" and clauses.base(left - 1) == "account"
    if kind != "percent" or not accounts or clauses.kind(left - 1) != GERUND or clauses.kind(after) != OF:
        return ""
    end = clauses.phrase_after(after + 1)
    whole = clauses.slice(past_owner(after + 1, end, clauses), end) if clauses.kind(end) == NOUN else ""
    return f"share of {whole}" if whole and clauses.kind(end + 1) != QUANTITY else ""


def _takes_total(after: int, clauses: Clauses) -> bool:
    return clauses.word(after + 1 + (clauses.kind(after + 1) == DETERMINER)) == "total"


def _share_somewhere(kind: str, after: int, clauses: Clauses) -> str:
    """ "compared to its 16% share in Hungary": the noun behind the percentage, and where."""
    last = after
    while clauses.kind(last + 1) == NOUN:
        last += 1
    ends = clauses.kind(last + 3) not in (NOUN, NAME) and clauses.word(last + 3) not in MARKS_OF_OWNERS
    is_placed = clauses.word(last + 1) == "in" and clauses.kind(last + 2) == NAME and ends
    measures = nouns_for(kind, clauses.vocabulary.measuring_nouns)
    is_told = kind == "percent" and is_placed and clauses.kind(after) == NOUN and clauses.word(last) in measures
    return clauses.slice(after, last + 2) if is_told else ""


def _reached(kind: str, first: int, clauses: Clauses) -> str:
    """ "a market value exceeding $3 trillion": the noun before a gerund that tells its level."""
    verb = clauses.before_qualifiers(first)
    if (
        clauses.kind(verb) != GERUND
        or clauses.base(verb) not in clauses.vocabulary.verbs_of_level
        or clauses.kind(verb - 1) != NOUN
    ):
        return ""
    if clauses.word(verb - 1) not in nouns_for(kind, clauses.vocabulary.measuring_nouns):
        return ""
    return without_owner(clauses.phrase_before(verb), verb - 1, clauses)


def _set_at(kind: str, first: int, after: int, clauses: Clauses) -> str:
    """ "put the casualties in Oslo at 600": the object of the verb, which no verb of its own tells."""
    left = clauses.before_qualifiers(first)
    verb = clauses.verb_before(left)
    if (
        clauses.word(left) != "at"
        or verb < 0
        or clauses.base(verb) not in clauses.vocabulary.verbs_of_naming_a_level
        or clauses.word(after) in RATES
    ):
        return ""
    start = verb + 1
    while clauses.kind(start) == DETERMINER:
        start += 1
    head = clauses.phrase_after(start)
    while clauses.kind(head - 1) == NAME or clauses.kind(head) == NAME:
        head -= 1
    measures = nouns_for(kind, clauses.vocabulary.measuring_nouns) - clauses.vocabulary.light_nouns
    return without_owner(start, left - 1, clauses) if start <= head and clauses.word(head) in measures else ""


def _of_state(quantity: Quantity, first: int, clauses: Clauses) -> str:
    """ "The dead included 22 in Oslo"."""
    verb = clauses.before_qualifiers(first)
    if clauses.base(verb) != "include" or clauses.word(verb - 1) not in _TOLD_BY_STATE:
        return ""
    is_alone = clauses.kind(verb - 2) == DETERMINER and quantity.kind == "count"
    return f"{plural(quantity.unit)} {clauses.word(verb - 1)}" if is_alone and quantity.unit != "number" else ""


def _of_noun(kind: str, first: int, after: int, clauses: Clauses) -> str:
    """ "introducing fines of up to $9 million", "has a population of 4 million": the noun that a number is of."""
    left = clauses.before_qualifiers(first)
    is_end = clauses.kind(after) in _ENDS - {PREPOSITION} or clauses.word(after) == "("
    if kind not in ("money", "count") or clauses.kind(left) != OF or not is_end:
        return ""
    noun = clauses.word(left - 1)
    start = clauses.phrase_before(left)
    stated = (p for p in range(left - 1, start, -1) if clauses.base(p) in clauses.vocabulary.stating_results)
    start = next(stated, start - 1) + 1
    is_measure = noun in nouns_for(kind, clauses.vocabulary.measuring_nouns) - clauses.vocabulary.light_nouns
    if is_measure and clauses.word(start - 1) in ("a", "an") and _has(start - 2, clauses):
        return without_owner(start, left - 1, clauses)
    opens = clauses.kind(start) == GERUND and clauses.kind(start - 1) == ","
    says_all = noun in clauses.vocabulary.own_results or (opens and is_measure)
    return (
        of_segment(start, clauses) + without_owner(start + opens, left - 1, clauses)
        if says_all and kind == "money"
        else ""
    )


def _has(place: int, clauses: Clauses) -> bool:
    """Whether a word says that something has what follows: "has a budget of", "with a fleet of"."""
    return clauses.word(place) in _HAVING or clauses.base(place) == "have"


def _of_whose(first: int, clauses: Clauses) -> str:
    """ "the lorry, whose range is 500 miles": the noun behind "whose"."""
    verb = clauses.before_qualifiers(first)
    start = clauses.phrase_before(verb)
    is_told = clauses.word(start - 1) == "whose" and clauses.word(verb) in IS_OR_WAS
    return clauses.slice(start, verb - 1) if is_told and start < verb else ""


def _bounded(kind: str, first: int, after: int, clauses: Clauses) -> str:
    """ "fines up to $9 million", "losses above 5 percent", "jewels worth $9": the noun before what bounds it."""
    left = clauses.before_qualifiers(first)
    if clauses.word(left) == "worth":
        left -= 1
    if left == first - 1 or clauses.kind(left) != NOUN or clauses.word(left + 1) not in _BOUNDING:
        return ""
    is_alone = clauses.kind(after) not in (NOUN, OF, NAME, "-")
    measures = nouns_for(kind, clauses.vocabulary.measuring_nouns)
    return (
        without_owner(clauses.phrase_before(left + 1), left, clauses)
        if is_alone and clauses.word(left) in measures
        else ""
    )


def _of_chain(kind: str, first: int, clauses: Clauses) -> str:
    """ "a loss in chip sales of $8 billion", "an investment in data centres of $5 billion": both nouns."""
    left = clauses.before_qualifiers(first)
    inner = clauses.phrase_before(left)
    if clauses.kind(left) != OF or inner >= left or kind not in ("money", "percent"):
        return ""
    joint = inner - 1 - (clauses.kind(inner - 1) == DETERMINER)
    noun = clauses.word(joint - 1)
    measures = nouns_for(kind, clauses.vocabulary.measuring_nouns)
    if QUANTITY in clauses.classes[max(0, joint - 4) : joint]:  # "62 percent of the vote on a turnout of"
        return ""
    if (
        clauses.word(joint) not in _JOINTS
        or clauses.kind(joint - 1) != NOUN
        or noun not in measures | clauses.vocabulary.change_nouns
    ):
        return ""
    return without_owner(clauses.phrase_before(joint), left - 1, clauses)


def _listed(kind: str, first: int, clauses: Clauses) -> str:
    """ "The highest unemployment rates were recorded in Spain (24%)": what was recorded."""
    if kind != "percent" or clauses.word(first - 1) != "(" or clauses.kind(first - 2) != NAME:
        return ""
    verb = next((place for place in range(first - 2, 0, -1) if clauses.base(place) in _RECORDING), -1)
    if verb < 0 or clauses.kind(verb - 1) != AUXILIARY or NAME in clauses.classes[: verb - 1]:
        return ""
    start, last = clauses.phrase_before(verb - 1), verb - 2
    while start < last and clauses.word(start).endswith("est"):
        start += 1
    measures = nouns_for(kind, clauses.vocabulary.measuring_nouns)
    head = clauses.word(last)
    return clauses.slice(start, last) if {head, head.removesuffix("s")} & measures else ""


def _level(kind: str, first: int, after: int, clauses: Clauses) -> str:
    """ "The total number of users in Oslo had reached 684 million": the subject, where it names a measure."""
    verb, is_stated = _verb_of_level(kind, first, clauses)
    if verb < 0 or clauses.word(after) in RATES or (is_stated and clauses.kind(after) not in _ENDS):
        return ""
    subject = clauses.subject_phrase(verb + 1)
    if subject is None:
        return ""
    start, last = past_owner(*subject, clauses), subject[1]
    head = start
    while clauses.kind(head + 1) == NOUN and head < last:
        head += 1
    if clauses.kind(last) == NAME and clauses.word(last - 1) == "in":
        last -= 2
    foreseen = clauses.vocabulary.nouns_of_foresight
    measures = nouns_for(kind, clauses.vocabulary.measuring_nouns)
    is_whole = head == last or clauses.kind(head + 1) in (OF, PREPOSITION)
    says_itself = verb >= 0 and clauses.base(verb) in _ONLY_MEASURING and kind in ("money", "count")
    is_counted = says_itself and clauses.kind(last) == NOUN and clauses.word(head) not in clauses.vocabulary.takers
    says_what = start < last or clauses.word(head) not in (measures - foreseen if is_stated else _SHORT_FOR_MORE)
    is_measure = clauses.word(head) in measures | foreseen or (is_counted and clauses.word(head) not in _SHORT_FOR_MORE)
    return clauses.slice(start, last) if is_whole and says_what and is_measure else ""


def _opening_level(kind: str, first: int, after: int, clauses: Clauses) -> str:
    """ "At 11 percent, inflation in Peru was higher than expected": the subject behind the comma."""
    if clauses.word(0) != "at" or clauses.before_qualifiers(first) != 0 or clauses.word(after) != ",":
        return ""
    start = after + 1 + (clauses.kind(after + 1) == DETERMINER)
    last = clauses.phrase_after(start)
    head = next((place - 1 for place in range(start + 1, last) if clauses.kind(place) == OF), last)
    is_measure = last >= start and clauses.word(head) in nouns_for(kind, clauses.vocabulary.measuring_nouns)
    verb = clauses.verb_after(last + 1)
    is_told = verb >= 0 and clauses.kind(verb) in (AUXILIARY, VERB)
    end = min(tail_end(last, clauses), verb - 1)
    end -= 2 * (clauses.kind(end) == NAME and clauses.word(end - 1) == "in")
    return clauses.slice(past_owner(start, last, clauses), end) if is_measure and is_told else ""


def _verb_of_level(kind: str, first: int, clauses: Clauses) -> tuple[int, bool]:
    """The verb right before a number that tells the level of its subject, and whether it is a form of "be"; -1 for
    none.
    """
    left = clauses.before_qualifiers(first)
    if clauses.word(left) == "of" and clauses.word(left - 1) in ("level", "rate"):
        left -= 2 + (clauses.kind(left - 2) == DETERMINER)
    led = clauses.word(left) in ("at", "to")
    verb = left - led
    words = clauses.vocabulary
    is_stated = clauses.kind(verb) == AUXILIARY and clauses.word(verb) in IS_OR_WAS and kind == "percent"
    is_moved = led and clauses.base(verb) in words.nouns_of_changes and is_passive(verb, clauses)
    verbs = words.verbs_of_level_with_preposition if led else words.verbs_of_level
    tells = (is_moved or clauses.base(verb) in verbs) and clauses.kind(verb) in (VERB, PARTICIPLE)
    return (verb, is_stated) if tells or is_stated else (-1, False)
