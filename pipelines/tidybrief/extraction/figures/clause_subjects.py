"""The grammatical subject of the clause that holds a quantity, and whom it stands for.

What belongs here: finding the subject of the governing verb by shallow grammar, and taking a pronoun or common noun in
it back to a name. How far to trust the answer is learnt (`subject_candidates`).
"""

from collections.abc import Iterator, Mapping, Sequence

from tidybrief.extraction.figures.anaphora import Anaphor, Anaphors
from tidybrief.extraction.figures.antecedents import CALLED, Antecedents, Resolved, taken_back
from tidybrief.extraction.figures.name_roles import NamedPlace
from tidybrief.extraction.figures.owned_parts import owner_behind
from tidybrief.extraction.grammar.asides import closing_of, opening_of
from tidybrief.extraction.grammar.clauses import Clauses
from tidybrief.extraction.grammar.word_classes import (
    AUXILIARY,
    BEING,
    CONJUNCTION,
    DASHES,
    DATE,
    DETERMINER,
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
from tidybrief.extraction.records import Mention, Quantity

_BREAKS = frozenset(';:—–“”"(')
_RELATIVE = frozenset({"which", "who", "that", "whose", "where"})
_OF_RELATIVES = frozenset({SUBORDINATOR, PRONOUN})
_FROM_THERE = frozenset({"of", "from"})
_BEFORE_RELATIVE_NAMES = frozenset({"including", "like", "with", "by", "from", "than"})
"""Behind them a relative clause is about the name, not about what the name is a part of ("the head of Acme, who …")."""
_DEFINITE = frozenset({"the", "this"})
_ANYTHING = frozenset({"ORG", "PLACE", "PRODUCT", "POLICY", "WORK", "EVENT"})
_MOST_VERBS = 4
_RIGHT_BEHIND = 4
NAMELESS = "by no name"
"""How it was found that a subject has no name: "the startup" of a text that names none."""
_COMPANIES = frozenset({"ORG"})
_THEY = frozenset({"it", "they"})
_HAVING = frozenset({"has", "have", "had"})
RELATIVE = "name of a relative clause"
"""How the subject of "Acme, which raised $3 million," was found."""
AGED = "by the noun behind its age"
"""How the subject of "the 14-month-old company" was found."""
OWNER = "by the owner of a whole behind its part"
"""How the subject of "half of its beans come" was found."""
ITSELF = "by its common noun"
"""How a subject was found that no name goes by: "the quake struck at a depth of 9 km". It has no entity."""


def resolved_subject(  # noqa: PLR0911, PLR0912 - one return a way
    quantity: Quantity, named: Sequence[NamedPlace], clauses: Clauses, antecedents: Antecedents, anaphors: Anaphors
) -> Resolved:
    """Whom the subject of the quantity's clause stands for."""
    at = clauses.at(quantity.start)
    aged = _aged(quantity, at, named, clauses, antecedents, anaphors)
    if aged is not None:
        return aged
    owner = owner_behind(quantity, clauses, anaphors)
    owning = taken_back(owner, named, antecedents, anaphors, clauses) if owner is not None else None
    if owning is not None and owning.entity_id:
        return owning._replace(how=OWNER)
    by_place = {name.place: name for name in named}
    start = end = at = _before_measuring_clause(at, by_place, clauses)
    opening = ""
    for count, (start, end) in enumerate(_subject_regions(at, clauses)):
        found = _of_region(start, end, by_place, clauses)
        if found is not None and found[0].mention.type == "PLACE" and _is_of_persons(end, clauses):
            continue
        anaphor = anaphors.first(clauses.text, _offset(start, clauses), _offset(end, clauses))
        if found is not None and not _only_describes(found[0], anaphor):
            how = f"{found[1]}, {found[0].stating}" if found[0].stating else found[1]
            if count == 0 and end - start == 1 and _is_relative(end, at, found[0].mention, clauses):
                how = RELATIVE
            return Resolved(found[0].mention.entity_id, how, "named")
        if anaphor.refers:
            describing = found[0].mention.entity_id if found is not None else ""
            if not describing and _stands_for_itself(anaphor, end, antecedents, anaphors, clauses):
                return Resolved(anaphor.noun, ITSELF, "bare")
            back = taken_back(anaphor, named, antecedents, anaphors, clauses)
            if not back.entity_id and _is_nameless(anaphor, start, antecedents, anaphors, clauses):
                return Resolved("", NAMELESS, "bare")
            opens = anaphor.start == _offset(start, clauses)
            return back._replace(describing=describing, noun=anaphor.noun if opens else "")
        called = _called_by_name(start, end, antecedents, clauses)
        if called:
            return Resolved(called, CALLED, "thing", _ANYTHING)
        if count == 0 and end > start:
            opening = _opening(start, clauses)
            break
    framed = _frame(named, at, clauses)
    if framed is not None:
        return Resolved(framed.mention.entity_id, "opening phrase", "bare", opening=opening)
    anaphor = anaphors.first(clauses.text, clauses.sentence.start, quantity.start)
    if anaphor.refers:
        back = taken_back(anaphor, named, antecedents, anaphors, clauses)
        return Resolved(back.entity_id, f"loosely, {back.how}", back.setting, back.types)
    return Resolved("", "bare", "bare", opening=opening)


def _called_by_name(start: int, end: int, antecedents: Antecedents, clauses: Clauses) -> str:
    """The one name that holds the noun of a definite phrase: "the viaduct" of the Brede Viaduct; "" for none."""
    if clauses.word(start) not in _DEFINITE or end - start != 2 or clauses.kind(start + 1) != NOUN:
        return ""
    return antecedents.called.one_of_kind(clauses.word(start + 1), clauses.starts[start])


def _aged(  # noqa: PLR0917 - whom a noun stands for depends on all of it
    quantity: Quantity,
    at: int,
    named: Sequence[NamedPlace],
    clauses: Clauses,
    antecedents: Antecedents,
    anaphors: Anaphors,
) -> Resolved | None:
    """Whom the noun behind an age takes up: "the 14-month-old company"."""
    if quantity.kind != "age" or clauses.word(at - 1) != "the":
        return None
    anaphor = anaphors.first(clauses.text, clauses.starts[at - 1], clauses.sentence.end)
    if not anaphor.noun or anaphor.start != clauses.starts[at - 1]:
        return None
    found = taken_back(anaphor, named, antecedents, anaphors, clauses)
    return found if "PERSON" in anaphor.types else found._replace(how=AGED)


def _before_measuring_clause(at: int, by_place: Mapping[int, NamedPlace], clauses: Clauses) -> int:
    """A position outside the relative clause of who only measures what the clause is about: "the quake, which the
    Geological Survey measured at magnitude 6", "Acme, which Forbes values at $9 billion".
    """
    verb = clauses.verb_before(at)
    name = next((one for one in by_place.values() if 0 <= verb == one.verb), None)
    if name is None or clauses.base(clauses.main_verb(verb)) not in clauses.vocabulary.verbs_of_rating:
        return at
    pronoun = name.place - 1
    while clauses.kind(pronoun) in (DETERMINER, NOUN):
        pronoun -= 1
    return pronoun - (clauses.word(pronoun - 1) == ",") if clauses.word(pronoun) in ("which", "that") else at


def _stands_for_itself(
    anaphor: Anaphor, end: int, antecedents: Antecedents, anaphors: Anaphors, clauses: Clauses
) -> bool:
    """Whether an anaphor that ends its phrase is a thing that the text has given no name."""
    if anaphor.noun not in anaphors.without_name or clauses.at(anaphor.end) < end:
        return False
    if antecedents.called.last(anaphor.noun, anaphor.start):
        return False
    return not any(_may_go_by(anaphor.noun, mention) for mention in antecedents.earlier)


def _is_nameless(anaphor: Anaphor, start: int, antecedents: Antecedents, anaphors: Anaphors, clauses: Clauses) -> bool:
    """Whether a company opens its clause in a text that has named none ("The startup has offices in Paris and 120
    employees"); a body of the state is the country's that the text has named.
    """
    if anaphor.types != _COMPANIES or anaphor.start != _offset(start, clauses):
        return False
    if clauses.kind(clauses.at(anaphor.end)) == OF:
        return False
    is_of_state = anaphor.noun in anaphors.of_the_state
    return not (is_of_state and any(one.type == "PLACE" for one in antecedents.earlier))


def _may_go_by(noun: str, mention: Mention) -> bool:
    """Whether a name may be that of a thing called by a noun: an event, a product, "Storm Eunice", "Aswan Dam"."""
    own = mention.text.lower().split()
    return mention.type in ("EVENT", "PRODUCT") or noun in (own[0], own[-1])


def _is_relative(place: int, at: int, name: Mention, clauses: Clauses) -> bool:
    """Whether a relative clause about a name begins behind it, and not one about what the name is a part of, nor about
    somebody who says what stands there: "Acme, which raised", not "the head of Acme, who raised", "Ada Lund, who said",
    "Ada Lund, who runs Acme, said".
    """
    if clauses.kind(place - 2) in (PREPOSITION, OF) and clauses.word(place - 2) not in _BEFORE_RELATIVE_NAMES:
        return False
    if name.type == "PERSON" and clauses.word(place) in _FROM_THERE:  # "Ada Lund of Peru, who"
        place += 2 + (clauses.kind(place + 1) == DETERMINER)
    closing = closing_of(place, clauses.words) if clauses.kind(place) == "," else -1
    place += clauses.kind(place) == ","
    pronoun = "who" if name.type == "PERSON" else "which"
    verbs = (place + 1, closing + 1) if 0 <= closing < at else (place + 1,)
    tells = pronoun == "who" and any(
        clauses.word(clauses.main_verb(verb)) in clauses.vocabulary.stating for verb in verbs
    )
    return clauses.word(place) == pronoun and clauses.kind(place) in _OF_RELATIVES and not tells


def _is_of_persons(place: int, clauses: Clauses) -> bool:
    """Whether "who" begins there, which no place can be."""
    return clauses.word(place + (clauses.kind(place) == ",")) == "who"


def _opening(place: int, clauses: Clauses) -> str:
    """How a subject without a name opens, which tells whether it belongs to something named before."""
    kind = clauses.kind(place)
    if kind == DETERMINER:
        return "indefinite" if clauses.words[place] in ("a", "an", "some", "no") else "definite"
    return "counted" if kind == QUANTITY else "plain"


def _only_describes(name: NamedPlace, anaphor: Anaphor) -> bool:
    """Whether a place only tells which company or person is taken up ("the Munich company")."""
    return (
        anaphor.noun != ""
        and anaphor.start <= name.mention.start < anaphor.end
        and name.mention.type not in anaphor.types
    )


def _offset(place: int, clauses: Clauses) -> int:
    return clauses.starts[place] if place < len(clauses.starts) else clauses.sentence.end


def _subject_regions(at: int, clauses: Clauses) -> Iterator[tuple[int, int]]:
    """Where the subjects of the verbs before a place stand, the nearest first; without a verb, the phrase itself."""
    right = at
    verbs = 0
    for left in range(at - 1, -2, -1):
        kind = clauses.kind(left)
        if left < 0 or kind in _BREAKS or clauses.words[left] in ("but", "while", "whereas"):
            if verbs == 0:
                yield _acting_pronoun(left + 1, at, clauses) or (left + 1, at)
            return
        if (
            kind == VERB
            and clauses.kind(left - 1) == TO
            and clauses.kind(left - 2) == NAME
            and at - left < _RIGHT_BEHIND
        ):
            yield left - 2, left - 1  # "required Acme to pay"
            return
        if kind not in (VERB, AUXILIARY) or clauses.kind(left - 1) in (TO, VERB, AUXILIARY) or left >= right:
            continue
        first = clauses.subject_end(left)
        start, end = _noun_phrase_before(first, clauses)
        verbs += 1
        right = start
        if end > start and not _goes_on_with_verb(first, start, clauses):
            yield (end - 1, end) if clauses.word(end - 1) in _THEY and acts(left, clauses) else (start, end)
        if verbs >= _MOST_VERBS:
            return


def acts(verb: int, clauses: Clauses) -> bool:
    """Whether a verb says what its subject does or has, and not what level a measure is at: "In Ghana it was 7%"."""
    main = clauses.main_verb(verb)
    word = clauses.word(main)
    return word in _HAVING or not (word in BEING or word in clauses.vocabulary.measuring_verbs)


def _acting_pronoun(start: int, end: int, clauses: Clauses) -> tuple[int, int] | None:
    """The pronoun before what may be a verb: "In Japan, it gained 2 million"."""
    places = range(start, end - 1)
    found = (one for one in places if clauses.words[one] in _THEY and clauses.classes[one + 1] == PARTICIPLE)
    place = next(found, -1)
    return (place, place + 1) if place >= 0 else None


def _goes_on_with_verb(first: int, start: int, clauses: Clauses) -> bool:
    """Whether before a verb stands the object of the verb before it: "runs a lab in Leeds, employs 300 people"."""
    is_listed = (
        clauses.kind(first) == VERB and clauses.kind(first - 1) == "," and opening_of(first - 1, clauses.words) <= 0
    )
    return is_listed and clauses.kind(start - 1) == VERB


def _antecedent(end: int, clauses: Clauses, *, is_person: bool) -> tuple[int, int] | None:
    """The name that a relative pronoun takes up: the one right before it, or whose home that is ("Ada Lund of Peru,
    who"); None where it is only part of a longer phrase.
    """
    home = end - 2 - (clauses.kind(end - 2) == DETERMINER)
    if is_person and clauses.word(home) in _FROM_THERE and clauses.kind(home - 1) == NAME:
        return home - 1, home
    is_apart = clauses.kind(end - 2) not in (PREPOSITION, OF)
    return (end - 1, end) if is_apart or clauses.word(end - 2) in _BEFORE_RELATIVE_NAMES else None


def _noun_phrase_before(verb: int, clauses: Clauses) -> tuple[int, int]:
    """The phrase before a verb: back to a comma, a break or another verb; across an apposition or relative pronoun."""
    end = verb
    if clauses.kind(end - 1) in _OF_RELATIVES and clauses.words[end - 1] in _RELATIVE:
        is_person = clauses.words[end - 1] == "who"
        end -= 1
        if clauses.kind(end - 1) == ",":
            end -= 1
        antecedent = _antecedent(end, clauses, is_person=is_person) if clauses.kind(end - 1) == NAME else None
        if antecedent is not None:
            return antecedent
    elif clauses.word(end - 1) in DASHES:
        opening = opening_of(end - 1, clauses.words)
        end = opening if opening > 0 else end - 1
    elif clauses.kind(end - 1) == ",":
        opening = opening_of(end - 1, clauses.words)
        if opening == end - 3 and clauses.classes[end - 2] == NAME and clauses.classes[opening - 1] == NOUN:
            return end - 2, end - 1  # "Italy's second bank, Acme, has"
        end = opening if opening > 0 else end - 1
    start = end
    while start > 0:
        kind = clauses.classes[start - 1]
        if kind in _BREAKS or kind in (",", VERB, AUXILIARY, SUBORDINATOR, ")"):
            break
        if kind == PARTICIPLE and clauses.kind(start) in (PREPOSITION, TO, DATE):
            break
        if kind == CONJUNCTION and clauses.kind(start - 2) != NAME:
            break
        if kind == NAME and clauses.kind(start) == DETERMINER:  # "In Ghana the firm"
            break
        start -= 1
    return start, end


def _of_region(
    start: int, end: int, by_place: dict[int, NamedPlace], clauses: Clauses
) -> tuple[NamedPlace, str] | None:
    """The name that a subject phrase is about: its head or owner, or what it is "of"."""
    behind = "head"
    weak: tuple[NamedPlace, str] | None = None
    for place in range(start, end):
        kind = clauses.classes[place]
        if kind in (OF, PREPOSITION, TO):
            behind = "of" if kind == OF else "preposition"
        elif kind == QUANTITY:
            behind = "quantity"
        elif kind == NAME and place in by_place:
            name = by_place[place]
            if name.left == "bracket":  # "the National Grid's (NG) Acme"
                weak = weak or (name, "in the subject behind a bracket")
            elif behind == "head":
                if name.mention.form == "adjective" or (name.modifies and not name.possessive):
                    weak = weak or (name, "adjective of the subject")
                    continue
                if name.possessive:
                    return name, "owner of the subject"
                return name, "subject" if clauses.kind(place + 1) != NOUN else "modifier of the subject"
            weak = weak or (name, f"in the subject behind {behind}")
    return weak


def _frame(named: Sequence[NamedPlace], at: int, clauses: Clauses) -> NamedPlace | None:
    """ "In Sofala, 2,950 cases had been reported": the place of the phrase that opens the clause."""
    for name in reversed(named):
        if name.place < at and name.left in ("in", "at", "on", "for") and name.mention.type == "PLACE":
            between = clauses.classes[name.place + 1 : at]
            if VERB not in between and AUXILIARY not in between:
                return name
    return None
