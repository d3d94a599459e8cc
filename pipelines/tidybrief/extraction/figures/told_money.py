"""What an amount of money is where the words beside it name it: "$9 million in legal costs", "at a $9 billion
valuation", "beating the $9 billion that analysts expected", "traded at $9".

What belongs here: such wordings and the indicator of each. Results told by a verb of earning, raising or spending stand
in `told_results`.
"""

from tidybrief.extraction.figures.changes import level_of_earlier
from tidybrief.extraction.figures.named_measures import nouns_for
from tidybrief.extraction.figures.owners import without_owner
from tidybrief.extraction.grammar.clauses import Clauses
from tidybrief.extraction.grammar.phrases import is_passive, past_participle, tail_end
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
    PRONOUN,
    SUBORDINATOR,
    VERB,
)
from tidybrief.extraction.records import Figure, Quantity

_PUTTING = frozenset(
    {"invest", "spend", "put", "pour", "sink", "plough", "plow", "inject", "deposit", "hold", "keep", "trade"}
)
_NO_THINGS = frozenset({
    "total", "all", "addition", "return", "exchange", "cash", "stages", "phases", "instalments", "installments", "part",
    "full", "advance", "fact", "turn", "response", "support", "favour", "favor", "line", "comparison", "contrast",
    "value", "size", "today", "terms", "person", "way", "order", "time", "times", "money", "world", "country", "region",
    "area", "city", "sector", "industry", "market", "economy", "round", "rounds", "case", "cases", "month", "year",
    "quarter",
})  # fmt: skip
_VALUING = frozenset({"value", "values", "valued", "valuing"})
_LONGEST_VALUED = 8
_TRADING = {"export": "exports", "import": "imports"}
_LOSING = frozenset({"lose", "forgo", "forfeit", "forego"})
_THINGS = frozenset({NOUN, NAME, OF, DETERMINER, "-"})
_LEADING_TO_VALUATIONS = frozenset({"at", "a", "an"})
_WORTH = "worth"
_CLOSING = frozenset({NOUN, NAME, VERB})
_OPENING_RELATIVES = frozenset({DETERMINER, NAME, PRONOUN})
_OPENING = frozenset({"", ",", ".", ";", CONJUNCTION, SUBORDINATOR, DETERMINER})
_PARTICIPLES = {
    "expectation": "expected", "estimate": "estimated", "projection": "projected", "forecast": "forecast",
    "guidance": "expected", "target": "aimed at", "goal": "aimed at",
}  # fmt: skip
_GIVEN = {"save": "savings for", "pay": "payment to", "owe": "debt to", "lend": "lending to"}
"""What somebody has of an amount who stands between the verb and it."""


def told_money(quantity: Quantity, first: int, after: int, clauses: Clauses) -> str:
    """What the amount from word `first` to before `after` is; "" where more than one answer is possible."""
    if quantity.kind != "money":
        return ""
    return (
        _in_things(first, after, clauses)
        or _valuation(first, clauses)
        or _valuation_at(first, after, clauses)
        or _traded_at(first, clauses)
        or _of_named(first, after, clauses)
        or _undergone(first, after, clauses)
        or _worth(first, clauses)
        or _cost_to(first, clauses)
        or _by_verb(first, after, clauses)
    )


def told_expectation(quantity: Quantity, first: int, after: int, clauses: Clauses, earlier: Figure | None) -> str:
    """ "beating estimates of $9 million", "the $9 million (that) analysts forecast", "Analysts expected $9 million":
    what `earlier`, the figure before, measures, as it was expected; "" where none of them is told.
    """
    words = clauses.vocabulary
    left = clauses.before_qualifiers(first)
    of_noun = clauses.kind(left) == OF and clauses.word(left - 1).removesuffix("s") in words.nouns_of_foresight
    verb = next((place for place in range(first - 1, left - 1, -1) if _foresees(place, clauses)), -1)
    foreseen = (
        _PARTICIPLES.get(clauses.word(left - 1).removesuffix("s"), "") * (clauses.kind(left - 2) not in (NOUN, NAME))
        if of_noun
        else _foreseen_behind(after, clauses)
        or (f"{past_participle(verb, clauses)}{_foreseer(verb, clauses)}" if verb >= 0 else "")
    )
    if not foreseen or earlier is None or (earlier.kind, earlier.unit) != (quantity.kind, quantity.unit):
        return ""
    measured = level_of_earlier(earlier) if quantity.sentence_no - earlier.sentence_no <= 1 else ""
    is_foreseen = any(words.lemmas.get(word, word) in words.verbs_of_foresight for word in measured.split())
    return f"{measured} {foreseen}" if measured and not is_foreseen else measured


def _foresees(place: int, clauses: Clauses) -> bool:
    return clauses.base(place) in clauses.vocabulary.verbs_of_foresight


def _foreseer(verb: int, clauses: Clauses) -> str:
    """ "Analysts had expected": by whom, where that is no name but of a kind."""
    start = clauses.subject_end(verb)
    first = clauses.phrase_before(start)
    is_alone = first == start - 1 and clauses.kind(first) == NOUN and clauses.kind(first - 1) in _OPENING
    is_alone = is_alone and clauses.word(first) not in clauses.vocabulary.takers
    return f" by {clauses.word(first)}" if is_alone else ""


def _foreseen_behind(after: int, clauses: Clauses) -> str:
    """ "forecast by analysts", "(that) analysts had expected" behind an amount: by whom it was expected."""
    if _foresees(after, clauses):
        return clauses.slice(after, clauses.phrase_after(after + 2)) if clauses.word(after + 1) == "by" else ""
    start = after + (clauses.word(after) == "that")
    last = clauses.phrase_after(start, 4)
    verb = last + 1
    while clauses.kind(verb) in (AUXILIARY, ADVERB):
        verb += 1
    tells = last >= start and _foresees(verb, clauses) and clauses.kind(verb + 1) not in (NOUN, DETERMINER, NAME)
    return f"{past_participle(verb, clauses)} by {clauses.slice(start, last)}" if tells else ""


def _in_things(first: int, after: int, clauses: Clauses) -> str:
    """ "caused $9 million in damage", "and $9 million in legal costs": what the money is in."""
    left = clauses.before_qualifiers(first)
    if clauses.word(after) != "in" or clauses.kind(left) == OF:
        return ""
    verb = clauses.verb_before(first)
    if verb >= 0 and clauses.base(verb) in _PUTTING:
        return ""
    start = after + 1
    last = clauses.phrase_after(start)
    head = next((place - 1 for place in range(start + 1, last) if clauses.kind(place) == OF), last)
    opens = clauses.kind(start) not in (DETERMINER, DATE, NAME)
    if last < start or not opens or clauses.kind(head) != NOUN or not _is_thing(start, head, clauses):
        return ""
    end = tail_end(last, clauses, 9)
    if clauses.kind(end) not in _CLOSING or clauses.kind(last + 1) in _OPENING_RELATIVES:
        return ""
    things = clauses.slice(start, end).partition(" on behalf")[0]
    return f"{things} lost" if verb >= 0 and clauses.base(verb) in _LOSING else things


def _is_thing(start: int, head: int, clauses: Clauses) -> bool:
    word = clauses.word(head)
    words = clauses.vocabulary
    measures = nouns_for("money", words.measuring_nouns)
    named = word in measures or word.removesuffix("s") in measures
    return named and word not in _NO_THINGS and word not in words.takers and clauses.word(start) not in _NO_THINGS


def _valuation(first: int, clauses: Clauses) -> str:
    """ "valued Acme at $5 billion", "Acme was valued at $5 billion"."""
    left = clauses.before_qualifiers(first)
    if clauses.word(left) != "at":
        return ""
    reach = range(left - 1, max(-1, left - _LONGEST_VALUED), -1)
    verb = next((place for place in reach if clauses.word(place) in _VALUING), -1)
    if verb < 0:
        return ""
    if verb == left - 1:
        start = clauses.subject_end(verb) - 1
        is_owner = clauses.kind(start) in (NAME, PRONOUN) or clauses.word(start) in clauses.vocabulary.takers
        return "valuation" if is_owner and clauses.kind(start - 1) not in (PREPOSITION, OF) else ""
    is_named = all(kind in (NAME, DETERMINER) for kind in clauses.classes[verb + 1 : left])
    is_named = is_named or clauses.word(left - 1) in clauses.vocabulary.takers
    return "valuation" if is_named else ""


def _valuation_at(first: int, after: int, clauses: Clauses) -> str:
    """ "raised money at a $9 billion (post-money) valuation"."""
    last = clauses.phrase_after(after, 4)
    is_told = last >= after and clauses.word(last) == "valuation" and clauses.kind(last + 1) != OF
    led = clauses.word(first - 1) in _LEADING_TO_VALUATIONS and clauses.word(clauses.before_qualifiers(first)) == "at"
    return clauses.slice(after, last) if is_told and led else ""


def _traded_at(first: int, clauses: Clauses) -> str:
    """ "the shares traded at $9", "changed hands at $9": the price."""
    left = clauses.before_qualifiers(first)
    if clauses.word(left) != "at":
        return ""
    changes_hands = clauses.word(left - 1) == "hands" and clauses.base(left - 2) in ("change", "exchange")
    verb = left - 2 if changes_hands else left - 1
    if not changes_hands and (clauses.base(verb) != "trade" or clauses.kind(verb) not in (VERB, PARTICIPLE, "?", NOUN)):
        return ""
    subject = clauses.subject_phrase(verb + 1)
    is_thing = subject is not None and _THINGS.issuperset(clauses.classes[subject[0] : subject[1] + 1])
    of_thing = is_thing and subject is not None and clauses.kind(subject[0]) == NOUN
    who = clauses.slice(*subject) if of_thing and subject is not None else "it"
    return f"price at which {who} {clauses.slice(verb, left - 1)}"


def _of_named(first: int, after: int, clauses: Clauses) -> str:
    """ "the $9 billion Chips Act": the value of what has a name."""
    led = clauses.kind(first - 1) == DETERMINER or clauses.word(first - 1) in ("a", "an", "the")
    is_name = (
        clauses.kind(after) == NAME and clauses.kind(after + 1) not in (NOUN, NAME) and clauses.word(after + 1) != "s"
    )
    return f"value of the {clauses.slice(after, after)}" if led and is_name else ""


def _undergone(first: int, after: int, clauses: Clauses) -> str:
    """ "while $9 million was generated by chips": what was done to the money."""
    left = clauses.before_qualifiers(first)
    main = clauses.main_verb(after)
    opens = clauses.kind(left) in ("", ",", "s", "c") and clauses.kind(after) == AUXILIARY
    if not opens or main == after or not is_passive(main, clauses) or clauses.word(main + 1) != "by":
        return ""
    return f"money {clauses.slice(main, clauses.phrase_after(main + 2))}"


def _by_verb(first: int, after: int, clauses: Clauses) -> str:
    """ "exported $9 million (worth of tea)", "fined him $9 million": the noun of the verb, and of what."""
    left = clauses.before_qualifiers(first)
    trade = _TRADING.get(clauses.base(left), "") if clauses.kind(left) in (VERB, PARTICIPLE, GERUND) else ""
    if trade:
        start = after + (clauses.word(after) == "worth")
        last = clauses.phrase_after(start + 1) if clauses.kind(start) == OF else -1
        return f"{trade} of {clauses.slice(start + 1, last)}" if last > start else trade
    verb = clauses.verb_before(first)
    fines = verb >= 0 and clauses.base(verb) == "fine" and clauses.kind(verb) in (VERB, PARTICIPLE)
    object_only = all(kind in _THINGS or kind == PRONOUN for kind in clauses.classes[verb + 1 : left + 1])
    return "fine" if fines and object_only and clauses.kind(after) not in (NOUN, OF) else ""


def _cost_to(first: int, clauses: Clauses) -> str:
    """ "The outage cost airlines $9 million": what costs so much, and whom; also "saved airlines $9
    million", "pays clerks $9".
    """
    left = clauses.before_qualifiers(first)
    start = clauses.phrase_before(left + 1)
    verb = start - 1 - (clauses.kind(start - 1) == DETERMINER)
    is_told = clauses.kind(left) in (NOUN, NAME) and start <= left and clauses.kind(verb) != NOUN
    if is_told and (noun := _GIVEN.get(clauses.base(verb))):
        return f"{noun} {clauses.slice(start, left)}"
    if not is_told or clauses.base(verb) != "cost":
        return ""
    subject = clauses.subject_phrase(verb + 1)
    is_thing = subject is not None and NAME not in clauses.classes[subject[0] : subject[1] + 1]
    what = f" of {clauses.slice(*subject)}" if subject is not None and is_thing else ""
    return f"cost{what} to {clauses.slice(start, left)}"


def _worth(first: int, clauses: Clauses) -> str:
    """ "9,000 tonnes of steel worth $9 million": the value of the goods."""
    left = clauses.before_qualifiers(first)
    if (
        clauses.word(left) != _WORTH
        or clauses.kind(left - 1) != NOUN
        or clauses.word(left - 1) in clauses.vocabulary.takers
    ):
        return ""
    start = clauses.phrase_before(left)
    what = without_owner(start, left - 1, clauses)
    measures = nouns_for("money", clauses.vocabulary.measuring_nouns)
    return f"value of {what}" if what and clauses.word(left - 1) not in measures else ""
