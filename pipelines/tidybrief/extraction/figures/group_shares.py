"""Shares of a group that does something: "62% of nurses said they use it", "and 28 percent plan to".

What belongs here: whom such a percentage is of and what they do, also where the group stands in another place. Shares
of a whole that does nothing are candidates.
"""

import re

from tidybrief.extraction.figures.deeds import BREAKS, MODAL, deed_of, end_of_deed
from tidybrief.extraction.figures.named_measures import nouns_for
from tidybrief.extraction.grammar.clauses import Clauses
from tidybrief.extraction.grammar.phrases import before_adverbs, opens_subject, past_adverbs, tail_end
from tidybrief.extraction.grammar.plurals import plural
from tidybrief.extraction.grammar.word_classes import (
    AUXILIARY,
    CONJUNCTION,
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
    SUBORDINATOR,
    TO,
    VERB,
)
from tidybrief.extraction.records import Figure, Quantity

_BEFORE = re.compile(r"(?P<group>share(?: of .{2,60}?)?) (?:that (?P<deed>\w+ (?P<object>.+)|.+)|\w{3,}ing )")
_ANAPHORIC = frozenset({"them", "these", "those", "which", "whom"})
_PLURALS = frozenset({"people", "women", "men", "children", "police", "staff", "those"})
_ASKED = frozenset({"aged", "asked", "interviewed", "polled", "queried", "questioned", "surveyed"})
_PARTS = frozenset({"most", "many", "majority", "half", "some", "few"})
_SINGULAR = frozenset({"is", "was", "has", "does"})
_TOLD_BY = frozenset({"find", "show"})
_RELATIVE = frozenset({"who", "that", "which"})
_PRONOUN = re.compile(r" (?:it|them)(?= (?:for|in|at|on|to|with|by|as)\b|$)")
_USING = re.compile(r"^\w{2,}ing (?!to\b)")
_TAIL = re.compile(r" (?:for|in|at|on|to|with|by|as|from|every|each) .*")
_BESIDE = frozenset({"including", "against", "versus", "and", "but"})
_FINITE = frozenset({VERB, AUXILIARY})
_OBJECTS = frozenset({NOUN, NAME, DETERMINER, PREPOSITION, SUBORDINATOR, TO, PRONOUN, GERUND})
_WHEREABOUTS = frozenset({PREPOSITION, DETERMINER, NAME})
_ONLY_PARTICIPLES = (
    "given", "driven", "taken", "seen", "shown", "grown", "known", "written", "broken", "chosen", "stolen", "born",
)  # fmt: skip
_AMONG = re.compile(r"(?P<measure>(?!share).+?) (?:among|for) ")
_OPENING_CLAUSES = frozenset({"after", "before", "since", "until", "because"})
_OLDER = frozenset({"older", "over", "above", "up", "younger", "under"})
_HALVES = frozenset({"half", "quarter", "third", "Half", "two-thirds", "three-quarters"})
_ONE_IN = re.compile(r"\w+ ([a-z][a-z -]*?) (?:in|out of) \w+$")
_SHORT = 4
_REACH = 8
_LONGEST = 12


def group_share(quantity: Quantity, first: int, after: int, clauses: Clauses, earlier: Figure | None) -> str:
    """ "share of nurses that use it" for a percentage from word `first` to before `after`; "" where no group does
    anything. `earlier` is the figure before it.
    """
    if quantity.kind != "percent" or (clauses.word(first - 1) == "(" and clauses.word(after) == ")"):
        return _of_group_before(first, after, clauses) if quantity.kind == "percent" else ""
    left = clauses.before_qualifiers(first)
    before = _share_before(quantity, earlier)
    is_counted = (
        (clauses.kind(after) == NOUN or _is_people(after, clauses))
        and not _answers(after, clauses)
        and "%" not in quantity.text
    )
    if is_counted or (clauses.kind(after) == OF and not _takes_up(after + 1, clauses)):
        group, verb = group_named(after + (not is_counted), clauses)
        if verb < 0 and group and before is not None and before["deed"] and _stands_beside(left, clauses):
            return f"share of {group} that {before['deed']}"
        if verb < 0 and group and (told := _with_gerund(after + (not is_counted), left, clauses)):
            return told
        whose = f"share of {group}" if group else ""
    else:
        group = _group_in_front(left, clauses) or _group_inside(quantity)
        if not group and (clauses.kind(after) == OF or (before is None and quantity.text in _HALVES)):
            group = _counted_before(quantity, earlier)
        if clauses.kind(after) == PREPOSITION and clauses.kind(after + 1) == NAME:  # "one worker in seven in Spain"
            after += 2
        whose = f"share of {group}" if group else before["group"] if before is not None else ""
        verb = past_adverbs(after + 2 * (clauses.kind(after) == OF), clauses)
    if whose and clauses.kind(verb) == GERUND and clauses.word(left) in ("with", "and"):
        return f"{whose} {clauses.slice(verb, end_of_deed(verb, clauses))}"
    whose = whose or _asked_before(left, clauses)
    if not whose and (clauses.base(verb) in clauses.vocabulary.verbs_of_answering or _is_helping(verb, clauses)):
        whose = "share"
    if not whose or not _acts(verb, clauses) or not _opens(first, left, clauses):
        return ""
    deed = deed_of(verb, clauses)
    if clauses.kind(verb) == AUXILIARY and whose.endswith("ed") and not deed.startswith("that "):
        deed = f"that {clauses.word(verb)} {deed}"
    if before is not None and before["object"] and deed.count(" ") > 1:
        deed = _PRONOUN.sub(f" {_without_tail(before['object'])}", deed, count=1)
    return f"{whose} {deed}" if deed else ""


def _is_people(place: int, clauses: Clauses) -> bool:
    """ "3 in 10 Americans": people called by their country."""
    return clauses.kind(place) == NAME and clauses.slice(place, place).endswith(("ans", "ese", "ians", "is", "ns"))


def _group_inside(quantity: Quantity) -> str:
    """The workers of "one worker in seven"."""
    found = _ONE_IN.match(quantity.text)
    return plural(found[1]) if found is not None else ""


def _of_group_before(first: int, after: int, clauses: Clauses) -> str:
    """ "Most clerks (72%) say so": the group in front of the brackets, and what it does."""
    start = opening = clauses.phrase_before(first - 1)
    while clauses.word(start) in _PARTS or clauses.kind(start) in (OF, DETERMINER):
        start += 1
    verb, people = past_adverbs(after + 1, clauses), clauses.word(first - 2)
    is_part = start > opening or clauses.word(opening - 1) in _PARTS
    is_group = start < first - 1 and _is_plural(people) and (is_part or people in clauses.vocabulary.populations)
    deed = deed_of(verb, clauses) if is_group and _acts(verb, clauses) else ""
    return f"share of {clauses.slice(start, first - 2)} {deed}" if deed else ""


def _asked_before(left: int, clauses: Clauses) -> str:
    """ "A survey of 2,000 clerks found that 45% had": the people who were asked; "" where nobody was."""
    told_by = left - (clauses.word(left) == "that")
    if clauses.base(told_by) not in _TOLD_BY:
        return ""
    asked = (place for place in range(told_by - 1, 0, -1) if clauses.word(place) in clauses.vocabulary.populations)
    people = next(asked, 0)
    is_asked = clauses.kind(people - 1) in (QUANTITY, OF) or clauses.word(people - 1) in _ASKED
    return f"share of {clauses.word(people)}" if is_asked else ""


def _counted_before(quantity: Quantity, earlier: Figure | None) -> str:
    """The counted things of the figure before, which "of them" takes up; "" where they are no group."""
    is_near = earlier is not None and quantity.sentence_no - earlier.sentence_no <= 1
    is_count = earlier is not None and is_near and earlier.kind == "count"
    things = plural(earlier.unit) if earlier is not None and is_count and earlier.unit != "number" else ""
    return things if _is_plural(things.rpartition(" ")[2]) else ""


def _without_tail(words: str) -> str:
    """The tools of "using tools for work"."""
    return _TAIL.sub("", _USING.sub("", words))


def _stands_beside(left: int, clauses: Clauses) -> bool:
    """Whether a share only stands beside the one before: "and 9% of men", "compared to 9% of those with a car"."""
    left = before_adverbs(left, clauses)
    return clauses.word(left) in _BESIDE or clauses.word(left - 1) == "compared"


def _with_gerund(start: int, left: int, clauses: Clauses) -> str:
    """ "with 9% of adults aged under 40 reporting usage"."""
    end = clauses.phrase_after(start)
    while end >= start and clauses.word(end) in _ASKED:
        end -= 1
    gerund = next((place for place in range(end + 1, end + _REACH) if clauses.kind(place) == GERUND), -1)
    if clauses.word(left) not in ("with", "and") or gerund < 0 or _past_age(end, clauses) != gerund - 1:
        return ""
    return f"share of {clauses.slice(start, end_of_deed(gerund, clauses))}"


def measure_among(quantity: Quantity, first: int, after: int, clauses: Clauses, earlier: Figure | None) -> str:
    """ "Use falls with age: 62% among those aged 20 to 39, 25% for older people": what is so much, and among whom."""
    start = after + 1 + (clauses.kind(after + 1) == DETERMINER and clauses.word(after + 1) != "those")
    if quantity.kind != "percent" or clauses.word(after) not in ("among", "for"):
        return ""
    end = start if clauses.word(start) == "those" else clauses.phrase_after(start, 4)
    while end > start and (clauses.word(end) in _ASKED or not clauses.word(end)):
        end -= 1
    if end < start or (clauses.word(end) not in clauses.vocabulary.populations and clauses.word(end) != "those"):
        return ""
    measures = nouns_for("percent", clauses.vocabulary.measuring_nouns)
    before = _AMONG.match(earlier.indicator or "") if _is_near(quantity, earlier) and earlier is not None else None
    own = (clauses.word(place) for place in range(first) if clauses.word(place) in measures)
    measure = before["measure"] if before is not None else next(own, "")
    return f"{measure} {clauses.word(after)} {clauses.slice(start, _past_age(end, clauses))}" if measure else ""


def _past_age(end: int, clauses: Clauses) -> int:
    """The last word of the age told behind a group ("aged under 30", "65 and older"); that of the group for none."""
    place = end + 1 + (clauses.word(end + 1) in _ASKED)
    while clauses.kind(place) == PREPOSITION:
        place += 1
    if clauses.word(place) or clauses.kind(place) not in (QUANTITY, NOUN):
        return end
    goes_on = clauses.kind(place + 1) == CONJUNCTION and clauses.word(place + 2) in _OLDER
    return place + 2 * goes_on


def _is_near(quantity: Quantity, earlier: Figure | None) -> bool:
    return earlier is not None and earlier.sentence_no == quantity.sentence_no


def _is_helping(verb: int, clauses: Clauses) -> bool:
    """ "three-quarters would let it drive": before a verb of what people say or think, where no group is named."""
    following = past_adverbs(verb + 1, clauses)
    return clauses.word(verb) in MODAL and clauses.base(following) in clauses.vocabulary.verbs_of_answering


def _share_before(quantity: Quantity, earlier: Figure | None) -> re.Match[str] | None:
    """The parts of the share right before, whose group may go on."""
    if earlier is None or earlier.kind != "percent" or quantity.sentence_no - earlier.sentence_no > 1:
        return None
    return _BEFORE.match(earlier.indicator or "")


def _opens(first: int, left: int, clauses: Clauses) -> bool:
    """Whether a share is the subject of what follows, not the object of what stands before it."""
    kind = clauses.kind(left)
    if kind in (VERB, PARTICIPLE):
        return clauses.word(left) in clauses.vocabulary.stating or clauses.base(left) in _TOLD_BY
    return (kind != PREPOSITION and opens_subject(first, clauses)) or clauses.word(left) in _OPENING_CLAUSES


def _takes_up(place: int, clauses: Clauses) -> bool:
    """Whether a pronoun stands for the group: "of them", "of those", not "of those surveyed", "of those judges"."""
    if clauses.word(place) != "those":
        return clauses.word(place) in _ANAPHORIC
    is_described = clauses.word(place + 1).endswith("ing") or (
        clauses.kind(place + 1) == PARTICIPLE and _is_reduced(place + 1, clauses)
    )
    return not (is_described or clauses.word(place + 1) in ("who", "with") or _names_those(place, clauses))


def _names_those(place: int, clauses: Clauses) -> bool:
    """ "those confirmed judges"."""
    end = clauses.phrase_after(place + 1)
    return clauses.word(place) == "those" and end > place and _is_plural(clauses.slice(end, end))


def group_named(start: int, clauses: Clauses) -> tuple[str, int]:
    """The group named from a position on, and the place of the verb that tells what it does, -1 for none; "" where
    what is named is no group.
    """
    start += clauses.kind(start) == DETERMINER and (clauses.word(start) != "those" or _names_those(start, clauses))
    start += clauses.kind(start) == QUANTITY and clauses.kind(start + 1) == NOUN  # "half of the 60 pledges"
    end = start if clauses.word(start) == "those" else clauses.phrase_after(start)
    is_owner = clauses.word(end) in MARKS_OF_OWNERS or clauses.word(end).endswith(("'s", "’s"))
    if is_owner and clauses.kind(end + 1) == QUANTITY:  # "half of Guam's 40,000 residents"
        return group_named(end + 2, clauses)
    ends = (place for place in range(start + 1, end + 1) if _acts(place, clauses) or clauses.word(place) in _ASKED)
    end = min(end, next(ends, end + 1) - 1)
    head = next((place for place in range(start, end) if clauses.kind(place + 1) == OF), end)
    if end < start or not _is_plural(clauses.slice(head, head).lower()):
        return "", -1
    verb = _verb_of_group(end + 1, clauses)
    last = before_adverbs(verb - 1, clauses)
    with_it = clauses.classes[end + 1 : last + 1]
    is_part = len(with_it) <= _SHORT or clauses.word(end + 1) in _RELATIVE or clauses.word(end + 1) == "with"
    is_told = is_part and not {",", NAME, DATE}.intersection(with_it)
    if verb < 0 and clauses.word(end) == "those":
        return clauses.slice(start, tail_end(end, clauses, _REACH)), verb
    return clauses.slice(start, last if is_told and verb > 0 else end), verb


def _is_plural(head: str) -> bool:
    return head in _PLURALS or (len(head) > 2 and head.endswith("s") and not head.endswith(("ss", "us", "'s", "’s")))


def _verb_of_group(place: int, clauses: Clauses) -> int:
    """The finite verb of the group that ends before a position, past what is said of it; -1 for none."""
    is_relative = clauses.word(place) in _RELATIVE
    verbs = 1 - (is_relative or clauses.kind(place) == PRONOUN)  # "nurses we asked"
    commas = 0
    for right in range(place + is_relative, place + _LONGEST):
        kind = clauses.kind(right)
        if kind in BREAKS or (kind == QUANTITY and clauses.word(right - 1) not in ("aged", "than", "over", "under")):
            return -1
        if kind == ",":
            commas += 1
        if kind in (",", CONJUNCTION) and not _is_listed(right, commas, clauses):
            return -1
        if _acts(right, clauses) and clauses.kind(right - 1) != AUXILIARY:
            if verbs:
                return right
            verbs += 1
    return -1


def _is_listed(place: int, commas: int, clauses: Clauses) -> bool:
    """Whether a comma or "and" stands in a list of nouns: "from banks, insurers, and brokers"."""
    if clauses.kind(place + 1) == CONJUNCTION:
        return commas > 1
    is_joint = clauses.kind(place - 1) in (NOUN, NAME, ",") and clauses.kind(place + 1) in (NOUN, NAME)
    if clauses.kind(place) == CONJUNCTION:
        return is_joint and clauses.word(place) in ("and", "or")
    return is_joint and CONJUNCTION in clauses.classes[place + 1 : place + _SHORT + 1]


def _acts(place: int, clauses: Clauses) -> bool:
    """Whether a word tells what a group before it does: a finite verb in the plural, or a noun that is one here."""
    kind, word = clauses.kind(place), clauses.word(place)
    if kind == AUXILIARY:
        return word not in _SINGULAR and not word.endswith("ing") and clauses.kind(place - 1) != TO
    if kind == VERB:
        is_third_person = word.endswith("s") and clauses.base(place) != word
        is_participle = clauses.vocabulary.participles.get(word) == word and _is_reduced(place, clauses)
        return not is_third_person and not is_participle and clauses.kind(place - 1) not in (TO, AUXILIARY)
    return (kind == PARTICIPLE and not _is_reduced(place, clauses)) or _answers(place, clauses)


def _answers(place: int, clauses: Clauses) -> bool:
    """Whether a word that may be a noun is a verb here: "of users report weekly use", "43% cite cost"."""
    left = before_adverbs(place - 1, clauses)
    before = clauses.slice(left, left).lower()
    of_group = clauses.kind(left) == QUANTITY or _is_plural(before) or before in _ASKED
    is_noun = clauses.kind(place) == NOUN and clauses.word(place) in clauses.vocabulary.verbs_of_answering
    if not is_noun or not of_group or clauses.kind(place + 1) not in _OBJECTS:
        return False
    following = clauses.verb_after(place + 1)
    return following < 0 or clauses.kind(following - 1) == TO


def _is_reduced(participle: int, clauses: Clauses) -> bool:
    """Whether a participle only describes the group: "companies surveyed said"."""
    word = clauses.word(participle)
    if word in _ASKED or clauses.word(participle + 1) == "by" or word.endswith(_ONLY_PARTICIPLES):
        return True
    if clauses.kind(participle + 1) in (DETERMINER, NOUN, NAME, PRONOUN, SUBORDINATOR, TO, QUANTITY):
        return False
    named = False
    for kind in clauses.classes[participle + 1 : participle + _REACH]:
        if kind in BREAKS or kind in (",", CONJUNCTION):
            return False
        if kind in _FINITE or (kind == PARTICIPLE and named):
            return True
        named = named or kind in (NOUN, NAME, DATE)
    return False


def _group_in_front(comma: int, clauses: Clauses) -> str:
    """ "Among clerks, 28 percent": the whole of a share, in the opening of the sentence."""
    if clauses.kind(comma) != "," or clauses.word(0) not in ("among", "of"):
        return ""
    if clauses.word(1) == "those":
        return clauses.slice(1, comma - 1) if clauses.word(comma - 1) in _ASKED else ""
    start = 1 + (clauses.kind(1) == DETERMINER)
    end = clauses.phrase_after(start)
    is_all = _WHEREABOUTS.issuperset(clauses.classes[end + 1 : comma]) and _is_plural(clauses.word(end))
    return clauses.slice(start, end) if is_all and clauses.word(end) not in clauses.vocabulary.only_showing else ""
