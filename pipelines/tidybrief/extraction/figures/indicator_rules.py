"""The ways in which a text says what a quantity measures, one rule each, by the shallow grammar of `clauses`.

What belongs here: choosing and joining words around a quantity. Which rule to believe is decided in `indicators`.
"""

from collections.abc import Callable, Mapping

from tidybrief.extraction.figures.measured_subjects import measured_subject, subject_phrase
from tidybrief.extraction.grammar.clauses import Clauses
from tidybrief.extraction.grammar.frames import past_insertion, past_rate, past_span
from tidybrief.extraction.grammar.phrases import (
    behind_subject,
    opens_subject,
    past_brackets,
    past_names,
    past_participle,
    past_whole,
    tail_end,
    verb_phrase,
)
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
    TO,
    VERB,
)
from tidybrief.extraction.records import Quantity

_HAVING = frozenset({"has", "have", "had"})
_EMPTY_VERBS = frozenset({
    "is", "are", "was", "were", "be", "has", "have", "had", "include", "includes", "included", "including", "involve",
    "involves", "make", "makes",
})  # fmt: skip
_ALSO_TAKING = frozenset({"add", "admit", "claim"})
"""Verbs of saying that also do something to what is counted: "claimed 40 lives"."""
_OF_PURPOSE = frozenset({"in", "into", "on", "for", "toward", "towards", "behind", "against", "per"})
_BEHIND_RANKS = frozenset({"place", "position", "in", "for", "by", "the", "worldwide"})
_COMPARING = frozenset({
    "more", "less", "as", "higher", "lower", "faster", "larger", "greater", "the", "better", "cheaper",
})  # fmt: skip
_ENDS_OF_COMPARISONS = frozenset({DATE, AUXILIARY, VERB, ",", ".", ";", ")"})
_LONGEST_COMPARISON = 7
_RELATIVE = frozenset({"who", "that", "which"})
_FARTHEST_TAIL = 4
_DIMENSIONS = {
    "long": "length", "wide": "width", "tall": "height", "high": "height", "deep": "depth", "thick": "thickness",
}  # fmt: skip


def _counted(quantity: Quantity, first: int, after: int, clauses: Clauses) -> str | None:  # noqa: PLR0911 - one return a case
    """The counted noun phrase, what goes on after it, and the verb that says what was done with it."""
    if clauses.kind(after) == OF and clauses.word(after + 1) in ("them", "these", "those", "whom", "which"):
        return _uncounted(quantity, first, after + 2, clauses)
    start = past_whole(past_brackets(after, clauses), clauses)
    while clauses.kind(start) in ("-", "'", OF, DETERMINER, ADVERB):
        start += 1
    last = clauses.phrase_after(start)
    if last < start or clauses.kind(after) in (PREPOSITION, TO):
        return _uncounted(quantity, first, after, clauses)
    end = tail_end(last, clauses)
    phrase = clauses.slice(start, end)
    end_of_subject = past_insertion(end, clauses)
    left = clauses.before_qualifiers(first)
    is_in_aside = clauses.word(left - 1) in _RELATIVE  # "the plant, which employs 900 people, will"
    verb = (
        end_of_subject + 1 + (clauses.kind(end + 1) == "," and clauses.kind(end + 2) == AUXILIARY and not is_in_aside)
    )
    if clauses.kind(verb) in (AUXILIARY, VERB) and opens_subject(first, clauses):
        main = clauses.main_verb(verb)
        if clauses.word(main) not in _EMPTY_VERBS:
            return f"{phrase} {verb_phrase(main, clauses)}"
        complement = tail_end(clauses.phrase_after(main + 1), clauses)
        joint = "with " if clauses.word(main) in _HAVING and clauses.kind(main + 1) != PARTICIPLE else ""
        return f"{phrase} {joint}{clauses.slice(main + 1, complement)}" if complement > main else phrase
    verb = clauses.verb_before(left + 1)
    light = clauses.kind(left) == OF and last == start and clauses.word(left - 1) in clauses.vocabulary.light_nouns
    if light and verb >= 0 and clauses.word(verb) in clauses.vocabulary.measuring_verbs:
        return subject_phrase(first, clauses) or phrase
    if clauses.kind(left) == NOUN or verb < 0 or first - verb > 9 or clauses.kind(verb) == AUXILIARY:
        return phrase
    participle = past_participle(verb, clauses)
    says = clauses.vocabulary.stating.get(clauses.word(verb)) == "states"
    is_said = says and clauses.base(verb) not in _ALSO_TAKING
    if not participle or is_said or clauses.word(verb) in _EMPTY_VERBS:
        return phrase
    if any(clauses.kind(middle) in (PREPOSITION, OF, TO) for middle in range(verb + 1, left + 1)):
        return phrase
    things = last if clauses.kind(last + 1) != OF else end
    phrase = f"{clauses.slice(start, things)} {participle} {clauses.slice(things + 1, end)}".rstrip()
    subject = clauses.subject_phrase(verb + 1)
    if (
        len(phrase.split()) <= 3
        and past_rate(last + 1, clauses) == last + 1
        and subject is not None
        and all(clauses.kind(p) == NOUN for p in range(subject[0], subject[1] + 1))
    ):
        return f"{phrase} by the {clauses.slice(*subject)}"
    return phrase


def _uncounted(quantity: Quantity, first: int, after: int, clauses: Clauses) -> str | None:
    """A bare number: "the number of deaths was 33,000", "killed at least 62", "1720 had been discharged"."""
    unit = "" if quantity.unit == "number" or quantity.kind in ("money", "percent") else plural(quantity.unit)
    if clauses.kind(after) in (AUXILIARY, VERB, PARTICIPLE) and opens_subject(first, clauses):
        return f"{unit} {verb_phrase(clauses.main_verb(after), clauses)}"
    verb = clauses.verb_before(clauses.before_qualifiers(first) + 1)
    if verb < 0:
        return None
    word = clauses.word(verb)
    if clauses.kind(verb) == AUXILIARY or word in clauses.vocabulary.measuring_verbs:
        return measured_subject(quantity, first, after, clauses)
    return f"{unit} {past_participle(verb, clauses) or word}" if unit else None


def _labelled(quantity: Quantity, first: int, after: int, clauses: Clauses) -> str | None:
    """ "Loss of life: $1.11 trillion": the label before the colon."""
    left = clauses.before_qualifiers(first)
    if left < 0:
        before = clauses.text[max(0, clauses.sentence.start - 90) : clauses.sentence.start].rstrip(" *_")
        label = before[:-1].rpartition("\n")[2].strip(" -*•–_\t") if before.endswith(":") else ""
        return label if 0 < len(label.split()) <= 9 else None
    if clauses.kind(left) == ":":
        return clauses.slice(max(0, clauses.phrase_before(left, 8)), left - 1)
    return None


def _headed(quantity: Quantity, first: int, after: int, clauses: Clauses) -> str | None:
    """ "a $5 billion investment program", "a 4% share of the retail market"."""
    start = past_brackets(after, clauses)
    while clauses.kind(start) == "-" or clauses.word(start) == "worth":
        start += 1
    dimension = _DIMENSIONS.get(clauses.word(start), "") if quantity.kind == "measure" else ""
    if dimension:
        last = clauses.phrase_after(start + 1)
        return f"{dimension} of the {clauses.slice(start + 1, last)}" if last > start else dimension
    if clauses.word(start) == "in" and quantity.kind == "money" and _names_a_thing(start + 1, clauses):
        start += 1
    if clauses.kind(start) in (OF, DETERMINER) and quantity.kind == "money":
        start += 1
    last = clauses.phrase_after(start)
    if last < start or (clauses.kind(start) in (DETERMINER, CONJUNCTION, NAME) and clauses.kind(last) == NAME):
        return None
    phrase = clauses.slice(start, tail_end(last, clauses, 10))
    if len(phrase.split()) > 1:
        return phrase
    if clauses.kind(last + 1) == OF and clauses.kind(last + 2) == QUANTITY:
        end = clauses.phrase_after(last + 3)
        if end > last + 2:
            return f"{phrase} of {clauses.slice(last + 3, tail_end(end, clauses, 4))}"
    subject = clauses.subject_phrase(first)
    if subject is None or clauses.kind(subject[1]) == NAME:
        return phrase
    return f"{phrase} of {clauses.slice(*subject)}"


def _names_a_thing(place: int, clauses: Clauses) -> bool:
    kind = clauses.kind(place)
    return kind in (NOUN, GERUND, PARTICIPLE) or (kind == NAME and clauses.kind(place + 1) == NOUN)


def _of_what(quantity: Quantity, first: int, after: int, clauses: Clauses) -> str | None:
    """ "80,000 tons of lean beef from …", "200 years of diplomatic relations"."""
    if clauses.kind(after) != OF:
        return None
    start = after + 1
    last = clauses.phrase_after(start)
    if last < start:
        return None
    phrase = clauses.slice(start, tail_end(last, clauses, 10))
    verb = clauses.verb_before(clauses.before_qualifiers(first) + 1)
    if verb >= 0 and first - verb <= 5 and clauses.kind(verb) != AUXILIARY and clauses.word(verb) not in _EMPTY_VERBS:
        return f"{phrase} {past_participle(verb, clauses)}"
    return phrase


def _hyphenated(quantity: Quantity, first: int, after: int, clauses: Clauses) -> str | None:
    if "-" in quantity.text or clauses.kind(after) == "-":
        start = after + (clauses.kind(after) == "-")
        last = clauses.phrase_after(start)
        return clauses.slice(start, last) if last >= start else None
    return None


def _of_noun(quantity: Quantity, first: int, after: int, clauses: Clauses) -> str | None:
    """ "at a cost of one billion", "losses of 2 percent"; through light nouns ("an average of") to the subject."""
    left = clauses.before_qualifiers(first)
    if clauses.kind(left) != OF:
        return None
    head = clauses.phrase_before(left)
    noun = clauses.word(left - 1)
    if noun in clauses.vocabulary.light_nouns:
        subject = subject_phrase(left, clauses)
        return f"{noun} of {subject}" if subject and noun in ("value", "average", "median", "rate") else subject
    if head >= left:
        return None
    phrase = clauses.slice(head, left - 1)
    tail = tail_end(after - 1, clauses)
    return f"{phrase} {clauses.slice(after, tail)}" if tail >= after and clauses.kind(after) == PREPOSITION else phrase


def _verbal(quantity: Quantity, first: int, after: int, clauses: Clauses) -> str | None:
    """ "will invest $5 billion to build …", "cost Americans $2.7 trillion": the verb's noun and its object."""
    left = clauses.before_qualifiers(first)
    verb = clauses.verb_before(clauses.before_qualifiers(first) + 1)
    if (
        verb < 0
        or left - verb > 3
        or clauses.kind(after) in (NOUN, NAME, "-")
        or clauses.kind(left) in (OF, PREPOSITION)
    ):
        return None
    lemma = clauses.base(verb)
    noun = clauses.vocabulary.noun_of_verb(lemma, quantity.kind)
    if not noun or (clauses.kind(verb) == AUXILIARY):
        return None
    if lemma == "cost":
        return f"cost of {subject_phrase(verb + 1, clauses) or ''}"
    start = past_span(after + 2 if clauses.word(after) in ("per", "a", "each") else after, clauses)
    while clauses.kind(start) == DATE or (
        clauses.kind(start) in (PREPOSITION, TO, OF) and start - after < _FARTHEST_TAIL
    ):
        start += 1
    stray = clauses.kind(start - 1) == PREPOSITION and clauses.word(start - 1) not in _OF_PURPOSE
    if stray or clauses.kind(start) == CONJUNCTION or (clauses.kind(start) == VERB and clauses.word(start - 1) != "to"):
        start = len(clauses.words)
    last = tail_end(start if clauses.kind(start) == VERB else clauses.phrase_after(start), clauses)
    tail = clauses.slice(start, last) if last >= start else ""
    if not tail or clauses.kind(start) == VERB:
        noun = noun.removesuffix(" for").removesuffix(" to").removesuffix(" in").removesuffix(" of").removesuffix(" on")
    if clauses.kind(start) == VERB:
        tail = f"to {tail}"
    subject = clauses.subject_phrase(verb + 1) if clauses.kind(verb - 1) != TO else None
    if subject is not None and NAME not in clauses.classes[subject[0] : subject[1] + 1] and subject[1] - subject[0] < 4:
        return f"{noun} {tail} by {clauses.slice(*subject)}"
    return f"{noun} {tail}"


def _share(quantity: Quantity, first: int, after: int, clauses: Clauses) -> str | None:
    """ "93 percent of opioid deaths are caused by …": what it is a share of, and what is said of that share."""
    opening = _share_of_opening(first, after, clauses)
    if opening is not None:
        return opening
    after = past_brackets(after, clauses)
    if clauses.kind(after) != OF:
        return None
    last = clauses.phrase_after(after + 1)
    if last <= after:
        return None
    phrase = clauses.slice(after + 1, tail_end(last, clauses))
    if opens_subject(first, clauses):
        verb = clauses.verb_after(tail_end(last, clauses) + 1)
        if verb >= 0:
            main = clauses.main_verb(verb)
            return f"{phrase} {behind_subject(main, max(main, tail_end(main, clauses)), clauses)}"
    subject = subject_phrase(first, clauses)
    left = clauses.before_qualifiers(first)
    if clauses.kind(left) == OF and clauses.kind(left - 1) == NOUN:
        return f"{clauses.word(left - 1)} {phrase}"
    return f"{subject} {phrase}" if subject and len(subject) < 50 else phrase


def _ranked(quantity: Quantity, first: int, after: int, clauses: Clauses) -> str | None:
    """ "second in the number of patents", "the second-largest economy"."""
    start = after
    while clauses.kind(start) in ("-", ADVERB) or clauses.word(start) in _BEHIND_RANKS:
        start += 1
    last = clauses.phrase_after(start)
    return clauses.slice(start, tail_end(last, clauses, 4)) if last >= start else None


def _compared(quantity: Quantity, first: int, after: int, clauses: Clauses) -> str | None:
    """ "50 times more potent than heroin"."""
    if clauses.word(after) not in _COMPARING:
        return None
    reach = range(after, min(len(clauses.classes), after + _LONGEST_COMPARISON))
    end = next((place for place in reach if clauses.classes[place] in _ENDS_OF_COMPARISONS), reach.stop)
    return clauses.slice(after, end - 1)


def _object(quantity: Quantity, first: int, after: int, clauses: Clauses) -> str | None:
    """The verb and its object: "expand the output of its plant by a third"."""
    left = clauses.before_qualifiers(first)
    verb = clauses.verb_before(clauses.before_qualifiers(first) + 1)
    if verb < 0:
        return None
    if verb < left:
        return clauses.slice(verb, left - (clauses.kind(left) in (PREPOSITION, TO, OF)))
    tail = tail_end(after - 1, clauses)
    lemma = clauses.vocabulary.lemmas.get(clauses.word(verb), "")
    noun = clauses.vocabulary.noun_of_verb(lemma, quantity.kind)
    if noun and clauses.kind(after) in (PREPOSITION, TO, OF):
        return f"{noun} {clauses.slice(after + 1, tail)}"
    return clauses.slice(after, tail) if tail >= after else subject_phrase(first, clauses)


def _nearest(quantity: Quantity, first: int, after: int, clauses: Clauses) -> str | None:
    """The noun phrase after the quantity, or the one before it."""
    last = clauses.phrase_after(after)
    if last >= after:
        return clauses.slice(after, last)
    left = clauses.before_qualifiers(first)
    while left >= 0 and clauses.kind(left) in (PREPOSITION, TO, OF, VERB, AUXILIARY, "(", ",", PARTICIPLE, ADVERB):
        left -= 1
    head = clauses.phrase_before(left + 1)
    return clauses.slice(head, left) if head <= left else ""


def _change(quantity: Quantity, first: int, after: int, clauses: Clauses) -> str | None:
    """ "Revenue rose 12%", "sales were down by a third": the noun of the change, and what changed."""
    left = clauses.before_qualifiers(first)
    if clauses.word(left) == "by":
        left = clauses.before_qualifiers(left)
    verb = left if clauses.word(left) in clauses.vocabulary.nouns_of_changes else clauses.verb_before(left + 1)
    noun = clauses.vocabulary.nouns_of_changes.get(clauses.word(verb)) if verb >= 0 and left - verb <= 3 else None
    if noun is None:
        return None
    if clauses.kind(verb) not in (VERB, PARTICIPLE):
        subject = clauses.subject_phrase(first)
    elif any(kind in (NOUN, NAME) for kind in clauses.classes[verb + 1 : left + 1]):
        return None
    else:
        subject = clauses.subject_phrase(verb + 1)
    return f"{noun} {_without_owner(*subject, clauses)}" if subject is not None else None


def _without_owner(first: int, last: int, clauses: Clauses) -> str:
    """A noun phrase without the names that it belongs to ("Meridian's shares", "Halden shares")."""
    start = past_names(first, last, clauses)
    return clauses.slice(start if clauses.kind(start) in (NOUN, GERUND) else first, last)


def _subject(quantity: Quantity, first: int, after: int, clauses: Clauses) -> str | None:
    """The subject of the clause, whatever its verb says, without its owner."""
    subject = clauses.subject_phrase(first)
    return _without_owner(*subject, clauses) if subject is not None else None


def _share_of_opening(first: int, after: int, clauses: Clauses) -> str | None:
    """ "Of this total cost, 41 percent is attributed to deaths"."""
    if clauses.kind(0) != OF or clauses.kind(clauses.before_qualifiers(first)) not in (",", CONJUNCTION):
        return None
    last = clauses.phrase_after(1)
    after = past_brackets(after, clauses)
    if last < 1 or clauses.kind(after) not in (AUXILIARY, VERB):
        return None
    main = clauses.main_verb(after)
    return f"{clauses.slice(1, last)} {behind_subject(main, max(main, tail_end(main, clauses)), clauses)}"


_Rule = Callable[[Quantity, int, int, Clauses], str | None]
RULES: Mapping[str, _Rule] = {
    "counted": _counted,
    "labelled": _labelled,
    "of what": _of_what,
    "share": _share,
    "ranked": _ranked,
    "compared": _compared,
    "hyphenated": _hyphenated,
    "verbal": _verbal,
    "headed": _headed,
    "noun of": _of_noun,
    "measured": measured_subject,
    "object": _object,
    "nearest": _nearest,
    "change": _change,
    "subject": _subject,
}
"""The rules by name."""
