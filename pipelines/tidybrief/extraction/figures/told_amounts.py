"""What a quantity measures where a relative clause, a possessive, brackets or a comparison leave no choice: "the $9
million that Acme earmarked for roads", "Acme's $9 million valuation".

What belongs here: such wordings and the indicator of each. Levels and results told by their own verb stand in
`told_measures`, changes in `changes`.
"""

from tidybrief.extraction.figures.changes import level_of_earlier
from tidybrief.extraction.figures.comparisons import told_comparison
from tidybrief.extraction.figures.deeds import deed_of
from tidybrief.extraction.figures.named_measures import nouns_for
from tidybrief.extraction.figures.owners import without_owner
from tidybrief.extraction.figures.told_dimensions import told_dimension
from tidybrief.extraction.figures.told_durations import told_duration
from tidybrief.extraction.figures.whereabouts import where_done
from tidybrief.extraction.grammar.clauses import Clauses
from tidybrief.extraction.grammar.frames import past_rate, past_time
from tidybrief.extraction.grammar.phrases import (
    is_passive,
    opens_subject,
    past_adverbs,
    past_brackets,
    past_participle,
    tail_end,
)
from tidybrief.extraction.grammar.plurals import plural
from tidybrief.extraction.grammar.word_classes import (
    ADVERB,
    APOSTROPHES,
    AUXILIARY,
    BEING,
    CONJUNCTION,
    DASHES,
    DATE,
    DETERMINER,
    GERUND,
    IS_OR_WAS,
    MARKS_OF_OWNERS,
    NAME,
    NOUN,
    NOUN_OR_VERB,
    OF,
    PARTICIPLE,
    PREPOSITION,
    PRONOUN,
    QUANTITY,
    TO,
    VERB,
)
from tidybrief.extraction.records import Figure, Quantity

_RELATIVE = frozenset({"that", "which"})
_OPENING_SUBJECTS = frozenset({NAME, DETERMINER, PRONOUN})
_IN_SUBJECTS = frozenset({NAME, DETERMINER, NOUN, PRONOUN, "-", *APOSTROPHES})
_RELATIVE_WHO = frozenset({"who", "that", "which"})
_FINDING = frozenset({"find", "identify", "count", "have", "list", "leave", "mean", "affect", "involve"})
_OF_WHOM = frozenset({"which", "whom", "them", "these", "those"})
_LONGEST_RELATIVE = 16
_SAYING = frozenset({"say", "tell", "note", "add", "report", "claim", "estimate", "write", "think", "believe"})
_NEAR = frozenset({"close", "near"})
_LONGEST_ASIDE = 14
_AMOUNTING = frozenset({"amounting", "totaling", "totalling", "adding", "coming", "worth"})


def told_amount(quantity: Quantity, first: int, after: int, clauses: Clauses, earlier: Figure | None) -> str:
    """What the quantity from word `first` to before `after` measures; "" where more than one answer is possible.

    `earlier` is the figure before it.
    """
    kind = quantity.kind
    if kind == "duration":
        return told_duration(quantity, first, after, clauses, earlier)
    if kind == "multiple":
        is_near = earlier is not None and earlier.sentence_no == quantity.sentence_no
        return told_comparison(first, after, clauses, earlier if is_near else None)
    if kind == "measure":
        return told_dimension(quantity, first, after, clauses)
    if kind == "percent":
        return (
            _listed_share(quantity, first, after, clauses, earlier)
            or _predicate(first, after, clauses)
            or _cost(first, after, clauses)
        )
    if kind == "money":
        return (
            _owned(first, after, clauses)
            or _opening_thing(first, after, clauses)
            or _in_relative_clause(after, clauses)
            or _amounting(first, after, clauses)
        )
    return (
        _part_that_acts(quantity, after, clauses)
        or _described(first, after, clauses)
        or _past_dashes(first, after, clauses)
        or _part_of_opening(first, after, clauses)
        or where_done(quantity, first, after, clauses)
    )


def _listed_share(quantity: Quantity, first: int, after: int, clauses: Clauses, earlier: Figure | None) -> str:
    """ "But Acme still trails Arden (9%)", "Arden and Oslo come close to 9%": the share told before."""
    if earlier is None or earlier.kind != "percent" or quantity.sentence_no - earlier.sentence_no > 1:
        return ""
    measured = "" if _names_a_measure(clauses) else level_of_earlier(earlier)
    if not measured:
        return ""
    left = clauses.before_qualifiers(first)
    in_brackets = clauses.word(first - 1) == "(" and clauses.word(after) == ")" and clauses.kind(first - 2) == NAME
    is_level = (
        left > 0
        and clauses.word(left) in ("to", "at")
        and (
            clauses.word(left - 1) in _NEAR
            or clauses.base(left - 1) in clauses.vocabulary.verbs_of_level_with_preposition
        )
    )
    verb = clauses.verb_before(first) if is_level else -1
    of_names = verb > 0 and all(kind in (NAME, CONJUNCTION, ",", DETERMINER, ADVERB) for kind in clauses.classes[:verb])
    return measured if in_brackets or of_names else ""


def _names_a_measure(clauses: Clauses) -> bool:
    """Whether a sentence says itself what its shares are of."""
    measures = nouns_for("percent", clauses.vocabulary.measuring_nouns)
    return not measures.isdisjoint(clauses.words)


def _predicate(first: int, after: int, clauses: Clauses) -> str:
    """ "The border is 100% closed": what is so, and how."""
    left = clauses.before_qualifiers(first)
    ends = clauses.kind(after + 1) in ("", ".", ",", ";", CONJUNCTION)
    is_predicate = clauses.word(left) in IS_OR_WAS and clauses.kind(after) in (NOUN, PARTICIPLE, VERB) and ends
    if not is_predicate or clauses.word(after) in nouns_for("percent", clauses.vocabulary.measuring_nouns):
        return ""
    subject = clauses.subject_phrase(left + 1)
    if subject is None or clauses.kind(subject[1]) != NOUN:
        return ""
    whose = without_owner(*subject, clauses)
    return f"{whose} {clauses.word(after)}" if whose else ""


def _cost(first: int, after: int, clauses: Clauses) -> str:
    """ "Bread cost 4 percent more": the change of its cost."""
    verb = clauses.before_qualifiers(first)
    change = {"more": "increase in", "less": "fall in"}.get(clauses.word(after), "")
    subject = clauses.subject_phrase(first) if change and clauses.base(verb) == "cost" else None
    return f"{change} cost of {clauses.slice(*subject)}" if subject is not None else ""


def _opening_thing(first: int, after: int, clauses: Clauses) -> str:
    """ "A $9 million steel plant is going up": the thing of so much that opens the clause."""
    last = clauses.phrase_after(after)
    joined = (place for place in range(after + 1, last) if clauses.kind(place) == PARTICIPLE)
    inner = next(joined, -1)
    if inner > 0 and clauses.kind(inner - 1) == NOUN and clauses.verb_after(last + 1) < 0:
        last = inner - 1  # "the round included money from": the verb of the clause
    verb = last + 1
    has_article = clauses.kind(first - 1) == DETERMINER or clauses.word(first - 1) in ("a", "an")
    is_opening = has_article and opens_subject(first, clauses)
    if not is_opening or clauses.kind(after) != NOUN or clauses.kind(last) != NOUN:
        return ""
    main = clauses.main_verb(verb)
    is_done_to = clauses.kind(main) == PARTICIPLE and is_passive(main, clauses)
    acts = clauses.kind(verb) in (VERB, AUXILIARY) and not is_done_to
    has_object = clauses.kind(verb) == PARTICIPLE and clauses.kind(verb + 1) in (DETERMINER, NOUN, NAME)
    return clauses.slice(after, last) if acts or has_object else ""


def _owned(first: int, after: int, clauses: Clauses) -> str:
    """ "behind Acme's $9 million valuation": the noun of an amount that belongs to a name."""
    if clauses.word(first - 1) not in MARKS_OF_OWNERS or NAME not in clauses.classes[max(0, first - 3) : first]:
        return ""
    last = clauses.phrase_after(after)
    if last < after or clauses.kind(last) != NOUN or clauses.kind(after) != NOUN:
        return ""
    measures = nouns_for("money", clauses.vocabulary.measuring_nouns)
    head = next((place - 1 for place in range(after + 1, last) if clauses.kind(place) == OF), last)
    end = last if clauses.kind(last + 1) not in (TO, PREPOSITION) else tail_end(last, clauses, 6)
    return clauses.slice(after, end) if clauses.word(head) in measures else ""


def _in_relative_clause(after: int, clauses: Clauses) -> str:
    """ "the $9 million (in grants) that the state has set aside for roads": what was done with it, and what for."""
    start, things = after, "money"
    if clauses.word(start) == "in" and clauses.kind(start + 1) == NOUN:
        last = clauses.phrase_after(start + 1)
        things, start = clauses.slice(start + 1, last), last + 1
        if clauses.kind(last) == NAME or clauses.kind(start) == OF:
            return ""
    verb = _verb_of_relative(start, clauses)
    if clauses.base(verb) == "value":
        return "valuation"
    participle = past_participle(verb, clauses) if verb >= 0 and clauses.base(verb) not in _SAYING else ""
    rest = _past_times(verb + 1 + (" " in clauses.lemma(verb)), clauses)
    if not participle or clauses.kind(rest) in (NOUN, NAME, DETERMINER, QUANTITY):
        return ""
    end = tail_end(rest, clauses, 8) if clauses.kind(rest) in (TO, PREPOSITION) else -1
    return f"{things} {participle} {clauses.slice(rest, end)}".rstrip()


def _verb_of_relative(start: int, clauses: Clauses) -> int:
    """The verb of a relative clause that begins at a position, with or without its pronoun; -1 for none."""
    start += clauses.word(start) in _RELATIVE
    if clauses.kind(start) not in _OPENING_SUBJECTS or past_rate(start, clauses) > start:
        return -1
    place = start
    while place < start + _LONGEST_RELATIVE and clauses.kind(place) in _IN_SUBJECTS:
        place += 1
    if clauses.kind(place - 1) == DETERMINER:
        return -1
    while clauses.kind(place) in (AUXILIARY, ADVERB):
        place += 1
    acts = clauses.kind(place) == PARTICIPLE or (clauses.kind(place) == VERB and clauses.kind(place - 1) != TO)
    return place if acts else -1


def _past_times(place: int, clauses: Clauses) -> int:
    """The position behind the dates and spans of time that stand from a position on."""
    while clauses.kind(place) in (DATE, ADVERB) or past_time(place, clauses) > place:
        place = max(place + 1, past_time(place, clauses))
    return place


def _amounting(first: int, after: int, clauses: Clauses) -> str:
    """ "pledges amounting to $9 million to fund schools": the noun before, and what for."""
    left = clauses.before_qualifiers(first)
    while clauses.word(left) in ("to", "up"):
        left -= 1
    is_noun = clauses.kind(left - 1) == NOUN or (
        clauses.kind(left - 1) == VERB and clauses.kind(left - 2) in (VERB, PARTICIPLE, DETERMINER)
    )
    if clauses.word(left) not in _AMOUNTING or not is_noun:
        return ""
    start = min(clauses.phrase_before(left), left - 1)
    what = without_owner(start, left - 1, clauses)
    place = past_brackets(after, clauses)
    if clauses.word(place) in ("in", "of"):
        return ""
    leads = clauses.kind(place) == TO and clauses.kind(place + 1) == VERB
    return f"{what} {clauses.slice(place, tail_end(place, clauses, 5))}" if what and leads else what


def _part_that_acts(quantity: Quantity, after: int, clauses: Clauses) -> str:
    """ "286 of which trade under another name": the things, and what they do."""
    verb = after + 2
    may_act = clauses.kind(verb) == VERB or clauses.vocabulary.classes.get(clauses.word(verb)) == NOUN_OR_VERB
    if clauses.kind(after) != OF or clauses.word(after + 1) not in _OF_WHOM or not may_act:
        return ""
    end = tail_end(verb, clauses)
    return f"{plural(quantity.unit)} that {clauses.slice(verb, end)}" if quantity.unit != "number" else ""


def _described(first: int, after: int, clauses: Clauses) -> str:
    """ "There are 900 clinics that offer it", "for 12 states that had voted": the things, and what they do, where the
    verb before them says nothing but that they exist, or does nothing to them.
    """
    relative = after
    while clauses.kind(relative) == NOUN:
        relative += 1
    verb = past_adverbs(relative + 1, clauses)
    if relative == after or clauses.word(relative) not in _RELATIVE_WHO or clauses.kind(verb) not in (VERB, AUXILIARY):
        return ""
    left = clauses.before_qualifiers(first)
    only_exist = clauses.word(left) in BEING or clauses.base(left) in _FINDING
    if not only_exist and clauses.kind(left) not in (OF, PREPOSITION, TO):
        return ""
    does = deed_of(verb, clauses)
    return f"{clauses.slice(after, relative - 1)} {does}" if does else ""


def _part_of_opening(first: int, after: int, clauses: Clauses) -> str:
    """ "Of the new patients, 74 (people) were in Arden, and 68 elsewhere": the whole, and where the part is."""
    left = clauses.before_qualifiers(first)
    last = clauses.phrase_after(1)
    if clauses.word(0) != "of" or clauses.word(last + 1) != "," or clauses.kind(left) not in (",", CONJUNCTION):
        return ""
    start = 1 + (clauses.kind(1) == DETERMINER)
    verb = max(after, clauses.phrase_after(after) + 1)
    is_placed = clauses.word(verb) in IS_OR_WAS and clauses.kind(verb + 1) == PREPOSITION
    end = tail_end(verb, clauses, 5)
    return f"{clauses.slice(start, last)} {clauses.slice(verb + 1, end)}" if is_placed and end > verb else ""


def _past_dashes(first: int, after: int, clauses: Clauses) -> str:
    """ "900 clerks — 50 of them new — are working without pay": the things, and what they do."""
    last = clauses.phrase_after(after)
    opening = last + 1
    if last < after or clauses.word(opening) not in DASHES or clauses.before_qualifiers(first) >= 0:
        return ""
    reach = range(opening + 1, min(len(clauses.words), opening + _LONGEST_ASIDE))
    closing = next((place for place in reach if clauses.word(place) in DASHES), -1)
    if closing < 0 or clauses.kind(closing + 1) not in (AUXILIARY, VERB):
        return ""
    main = clauses.main_verb(closing + 1)
    end = tail_end(main, clauses)
    acts = clauses.kind(main) in (VERB, PARTICIPLE, GERUND)
    does = clauses.slice(main, end) if acts else ""
    joint = "that " if clauses.kind(main) == VERB else ""
    return f"{clauses.slice(after, last)} {joint}{does}" if does else ""
