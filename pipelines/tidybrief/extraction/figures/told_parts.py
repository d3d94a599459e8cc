"""What a part of a group, or an amount that only says an earlier one in another way, measures: "400 users, of whom 2
pay", "15 percent of its staff, or 900 jobs", "9 homes, 8 percent of the total", "fines of up to 7 percent of turnover".

What belongs here: such wordings and the indicator of each.
"""

from tidybrief.extraction.figures.changes import level_of_earlier
from tidybrief.extraction.figures.deeds import deed_of, end_of_deed
from tidybrief.extraction.figures.named_measures import nouns_for
from tidybrief.extraction.figures.owners import without_owner
from tidybrief.extraction.grammar.clauses import Clauses
from tidybrief.extraction.grammar.frames import base_of_rate
from tidybrief.extraction.grammar.phrases import behind_subject, past_participle, tail_end
from tidybrief.extraction.grammar.plurals import plural
from tidybrief.extraction.grammar.word_classes import (
    AUXILIARY,
    BEING,
    DETERMINER,
    NOUN,
    NOUN_OR_VERB,
    OF,
    PARTICIPLE,
    PREPOSITION,
    VERB,
)
from tidybrief.extraction.records import Figure, Quantity

_WHOLES = frozenset({"total", "whole"})
_OF_WHOM = frozenset({"whom", "which"})
_TAKING_UP = frozenset({"whom", "which", "them"})
_RELATIVE = frozenset({"who", "that", "which"})


def told_part(quantity: Quantity, first: int, after: int, clauses: Clauses, earlier: Figure | None) -> str:
    """What the quantity from word `first` to before `after` measures where it is told as a part of `earlier`, the
    figure before, or restates it; "" elsewhere.
    """
    if quantity.kind == "count":
        return (
            _of_whom(quantity, first, after, clauses)
            or _some_of_them(quantity, after, clauses, earlier)
            or _or_so_many(quantity, first, after, clauses, earlier)
        )
    if quantity.kind == "percent":
        return (
            _as_share(first, after, clauses)
            or _of_the_total(quantity, after, clauses, earlier)
            or _of_those(first, after, clauses)
            or _some_of_them(quantity, after, clauses, earlier)
        )
    return _per_thing(quantity, first, after, clauses, earlier) if quantity.kind == "money" else ""


def _of_whom(quantity: Quantity, first: int, after: int, clauses: Clauses) -> str:
    """ "of whom 2 million pay for it", "of which 500 will be in research": the things, and what they do or where they
    are.
    """
    left = clauses.before_qualifiers(first)
    if clauses.word(left) not in _OF_WHOM or clauses.kind(left - 1) != OF or quantity.unit == "number":
        return ""
    things = plural(quantity.unit)
    main = clauses.main_verb(after)
    acts = clauses.kind(main) in (VERB, PARTICIPLE)
    acts = acts or clauses.vocabulary.classes.get(clauses.word(main)) == NOUN_OR_VERB
    place = main + 1
    if clauses.kind(main) == AUXILIARY and clauses.word(main) in BEING and clauses.kind(place) == PREPOSITION:
        end = tail_end(place, clauses, 5)
        return f"{things} {clauses.slice(place, end)}" if end > place else ""
    if not acts:
        return ""
    end = max(main, tail_end(main, clauses, 6))
    is_plain = clauses.kind(main) not in (VERB, PARTICIPLE)
    return f"{things} {f'that {clauses.slice(main, end)}' if is_plain else behind_subject(main, end, clauses)}"


def _or_so_many(quantity: Quantity, first: int, after: int, clauses: Clauses, earlier: Figure | None) -> str:
    """ "is cutting 15 percent of its staff, or 900 jobs": the things, and what is done to them."""
    left = clauses.before_qualifiers(first)
    is_restated = clauses.word(left) == "or" and clauses.word(left - 1) == ","
    if earlier is None or earlier.kind != "percent" or not is_restated or clauses.kind(after) != NOUN:
        return ""
    verb = clauses.verb_before(clauses.at(earlier.start))
    participle = past_participle(verb, clauses) if verb >= 0 else ""
    return f"{clauses.slice(after, clauses.phrase_after(after))} {participle}" if participle else ""


def _as_share(first: int, after: int, clauses: Clauses) -> str:
    """ "fines of up to 7 percent of global turnover": the noun before, as a share of what stands behind."""
    left = clauses.before_qualifiers(first)
    noun = clauses.word(left - 1)
    measures = nouns_for("money", clauses.vocabulary.measuring_nouns) - clauses.vocabulary.light_nouns
    is_told = clauses.kind(left) == OF and clauses.kind(after) == OF and noun in measures
    if not is_told or clauses.word(left + 1) not in ("up", "at", "as"):
        return ""
    start = after + 1 + (clauses.kind(after + 1) == DETERMINER)
    whole = without_owner(start, clauses.phrase_after(start), clauses)
    return f"{noun} as share of {whole}" if whole else ""


def _of_the_total(quantity: Quantity, after: int, clauses: Clauses, earlier: Figure | None) -> str:
    """ "9 million homes, 8 percent of the total": of all such things."""
    end = after + 1 + (clauses.kind(after + 1) == DETERMINER)
    is_total = clauses.kind(after) == OF and clauses.word(end) in _WHOLES and clauses.kind(end + 1) not in (NOUN, OF)
    if not is_total or earlier is None or earlier.kind != "count" or earlier.sentence_no != quantity.sentence_no:
        return ""
    return f"share of {plural(earlier.unit)}" if earlier.unit != "number" else ""


def _some_of_them(quantity: Quantity, after: int, clauses: Clauses, earlier: Figure | None) -> str:
    """ "60 patients, nine of whom died", "9 days were lost, half of them in transport": what they do or where they are,
    said of what was told before.
    """
    takes_up = clauses.kind(after) == OF and clauses.word(after + 1) in _TAKING_UP
    if takes_up and quantity.kind == "percent" and (told := _of_antecedent(clauses.at(quantity.start), after, clauses)):
        return told
    if not takes_up or earlier is None or earlier.sentence_no != quantity.sentence_no:
        return ""
    verb = after + 2
    acts = clauses.kind(verb) in (VERB, PARTICIPLE, AUXILIARY)
    if quantity.kind == "count" and quantity.unit != "number" and acts and clauses.word(verb) not in BEING:
        does = deed_of(verb, clauses)
        return f"{plural(quantity.unit)} {does}" if does else ""
    end = tail_end(verb, clauses, 5)
    is_placed = clauses.kind(verb) == PREPOSITION and end > verb
    return f"{level_of_earlier(earlier)} {clauses.slice(verb, end)}" if is_placed and level_of_earlier(earlier) else ""


def _of_antecedent(first: int, after: int, clauses: Clauses) -> str:
    """ "the refugees, two-thirds of whom are children": the group before the comma, and what it is or does."""
    comma = clauses.before_qualifiers(first)
    start = clauses.phrase_before(comma)
    is_group = clauses.word(comma) == "," and start < comma and clauses.kind(comma - 1) == NOUN
    verb = after + 2
    acts = clauses.word(after + 1) in _OF_WHOM and clauses.kind(verb) in (VERB, PARTICIPLE, AUXILIARY)
    does = deed_of(verb, clauses) if is_group and acts else ""
    if does and clauses.word(verb) in BEING and not does.startswith("that "):
        does = f"that {clauses.word(verb)} {does}"
    return f"share of {clauses.slice(start, comma - 1)} {does}" if does else ""


def _of_those(first: int, after: int, clauses: Clauses) -> str:
    """ "protected 78 percent of those who had it": those people, and what is done to them."""
    verb = clauses.before_qualifiers(first)
    relative = after + 2
    is_described = clauses.word(relative) in _RELATIVE or clauses.kind(relative) in (PREPOSITION, PARTICIPLE)
    acts = clauses.kind(verb) in (VERB, PARTICIPLE) and clauses.word(verb) not in clauses.vocabulary.stating
    if clauses.kind(after) != OF or clauses.word(after + 1) != "those" or not is_described or not acts:
        return ""
    end = end_of_deed(relative, clauses)
    return f"share of {clauses.slice(after + 1, end)} {past_participle(verb, clauses)}".rstrip()


def _per_thing(quantity: Quantity, first: int, after: int, clauses: Clauses, earlier: Figure | None) -> str:
    """ "$1.5 billion in damages, about $3,000 per book": the same amount, here for each thing."""
    left = clauses.before_qualifiers(first)
    near = earlier is not None and earlier.sentence_no == quantity.sentence_no
    if not near or earlier is None or clauses.word(left) != "," or not base_of_rate(after, clauses):
        return ""
    if (earlier.kind, earlier.unit) != ("money", quantity.unit) or earlier.value < quantity.value:
        return ""
    return level_of_earlier(earlier)
