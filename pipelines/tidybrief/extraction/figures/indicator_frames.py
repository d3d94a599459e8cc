"""Indicators put together from the clause of a quantity: a head, and what it is of.

What belongs here: the patterns of head and complement. The clause is read in `frames`; the nouns that stand for verbs
are data of the lexicon; the choice is made in `indicators`.
"""

from collections.abc import Iterator, Sequence

from tidybrief.extraction.figures.changes import LESS, MORE, without_change
from tidybrief.extraction.figures.frame_phrases import (
    is_name,
    places,
    says_how_many,
    short_and_long,
    what_follows,
    words_of,
)
from tidybrief.extraction.figures.indicator_durations import duration_candidates
from tidybrief.extraction.figures.states import state_behind
from tidybrief.extraction.figures.told_dimensions import dimension_of
from tidybrief.extraction.figures.whereabouts import is_whereabouts
from tidybrief.extraction.grammar.clauses import Clauses
from tidybrief.extraction.grammar.frames import Frame, Phrase, base_of_rate
from tidybrief.extraction.grammar.phrases import WHEREABOUTS, behind_subject, past_participle, tail_end
from tidybrief.extraction.grammar.plurals import plural
from tidybrief.extraction.grammar.word_classes import (
    IS_OR_WAS,
    NAME,
    NOUN,
    OF,
    PARTICIPLE,
    PREPOSITION,
    TO,
)
from tidybrief.extraction.records import Figure, Quantity

_OTHERS = frozenset({"others", "other", "more", "ones"})
_PRICE = "price of"
_SALES = frozenset({"sale of", "sales of"})
_COSTING = frozenset({"cost", "fetch", "be", "is", "was", "reach", "hit", "top"})
_DONE_TO = (" in", " on", " to", " for")
_LONGEST = 12
_LEADING_TO = frozenset({"lead", "contribute", "amount", "come", "add", "rise", "fall", "grow", "climb", "swell"})
_HOLDING = frozenset({"include", "involve", "comprise", "contain"})


def frame_candidates(  # noqa: PLR0917 - what stands around a number
    quantity: Quantity, first: int, after: int, clauses: Clauses, frame: Frame, earlier: Figure | None
) -> Iterator[tuple[str, Sequence[str]]]:
    """Phrases made of the frame's parts, each with the features of its pattern."""
    kind = quantity.kind
    verb = frame.lemma or "none"
    side = "opens" if frame.opens else "passive" if frame.passive else "active" if frame.verb >= 0 else "verbless"
    right = clauses.kind(after) or "nothing"
    left = clauses.kind(clauses.before_qualifiers(first)) or "nothing"
    for pattern, words in _patterns(quantity, first, after, clauses, frame, earlier):
        if 0 < len(words.split()) <= _LONGEST:
            yield words, _of_pattern(pattern, kind, verb, side, frame.link or "none", left, right)


def _of_pattern(pattern: str, kind: str, verb: str, side: str, link: str, left: str, right: str) -> tuple[str, ...]:  # noqa: PLR0917 - what stands around a number
    """The features of a pattern by the kind of quantity, its verb, and what stands around it."""
    return (
        pattern, f"{pattern}, {kind}", f"{pattern}, verb {verb}", f"{pattern}, {kind}, {side}",
        f"{pattern}, link {link}", f"{pattern}, right {right}", f"{pattern}, left {left}",
    )  # fmt: skip


def _patterns(  # noqa: PLR0917 - what stands around a number
    quantity: Quantity, first: int, after: int, clauses: Clauses, frame: Frame, earlier: Figure | None
) -> Iterator[tuple[str, str]]:
    kind = quantity.kind
    noun = _noun_of_verb(kind, first, clauses, frame)
    nothing_done = _only_states(kind, first, clauses, frame) or _is_what_is_said(frame, clauses)
    participle = "" if nothing_done else past_participle(frame.verb, clauses)
    before = earlier.indicator if earlier is not None and earlier.indicator else ""
    yield from _changes(after, clauses, frame, without_change(before))
    yield from _named_by_verb(noun, clauses, frame)
    if kind == "percent":
        of_group = earlier is not None and earlier.unit != "point"
        yield from _shares(clauses, frame, participle, without_change(before) if of_group else "")
    elif kind == "duration":
        yield from duration_candidates(first, after, clauses, frame, participle)
    elif kind in ("count", "measure") or (kind == "money" and noun != _PRICE and not _tells_its_measure(noun, frame)):
        yield from _counted(quantity, clauses, frame, participle)
    yield from _nouns_beside(clauses.before_qualifiers(first), after, clauses, frame)
    if frame.subject is not None:
        yield from short_and_long("subject of the verb", "", frame.subject, clauses)
    if frame.object is not None:
        yield from short_and_long("object of the verb", "", frame.object, clauses)
        if frame.subject is not None and participle and not frame.opens:
            yield "object and participle", f"{words_of(frame.object, clauses)} {participle}"
    if kind == "money" and not _names_its_measure(first, noun, clauses, frame):
        measures = clauses.vocabulary.measuring_nouns.get("money", ())
        for name, theme in places(frame):
            is_payer = name == "subject" and _acts_on_amount(first, theme, clauses, frame)
            if name != "counted" and not is_payer and clauses.word(theme.last) not in measures:
                yield f"price of {name}", f"price of {words_of(theme, clauses)}"
    yield from _rates(after, clauses, frame, noun)
    if before:
        yield from _taken_up(kind, before, clauses, frame)


def _acts_on_amount(first: int, subject: Phrase, clauses: Clauses, frame: Frame) -> bool:
    """Whether a named subject does something to an amount: "Acme put up $9 million"; what costs so much does not."""
    behind = frame.verb + (" " in frame.lemma)
    is_object = clauses.before_qualifiers(first) == behind and not frame.passive and frame.verb >= 0
    return is_object and frame.lemma not in _COSTING and is_name(subject, clauses)


def _named_by_verb(noun: str, clauses: Clauses, frame: Frame) -> Iterator[tuple[str, str]]:
    """ "Investors valued Acme at $5 billion": the noun of the verb, and what it is of."""
    if not noun:
        return
    for name, theme in places(frame):
        is_doer = name == "subject" and not frame.passive and _does(theme, noun, clauses)
        if not is_doer and (name != "subject" or frame.object is None or frame.passive):
            yield from short_and_long(f"noun of the verb and {name}", noun, theme, clauses)
    yield "noun of the verb", noun


def _does(subject: Phrase, noun: str, clauses: Clauses) -> bool:
    """Whether a subject does to another what the noun tells: "Acme invested $5 billion" is no investment in Acme."""
    return _is_taker(subject, clauses) or (noun.endswith(_DONE_TO) and is_name(subject, clauses))


def _names_its_measure(first: int, noun: str, clauses: Clauses, frame: Frame) -> bool:
    """Whether the clause says what an amount of money is: "posted revenues of", "turned over"."""
    left = clauses.before_qualifiers(first)
    by_noun = clauses.kind(left) == OF and clauses.kind(left - 1) == NOUN
    return by_noun or _tells_its_measure(noun, frame) or frame.lemma in clauses.vocabulary.stating_results


def _tells_its_measure(noun: str, frame: Frame) -> bool:
    """Whether a verb of two words says what an amount of money is, be it not its price: "turned over"."""
    return " " in frame.lemma and noun not in ("", _PRICE)


def _noun_of_verb(kind: str, first: int, clauses: Clauses, frame: Frame) -> str:
    """The noun for what a verb does; what is sold "for" an amount has a price."""
    noun = clauses.vocabulary.noun_of_verb(frame.lemma, kind)
    priced = kind == "money" and noun in _SALES and clauses.word(clauses.before_qualifiers(first)) == "for"
    return _PRICE if priced else noun


def _only_leads(quantity: Quantity, clauses: Clauses, frame: Frame) -> bool:
    """Whether what is counted does not belong to the subject: money, and what the subject led to."""
    return quantity.kind == "money" or clauses.base(frame.verb) in _LEADING_TO


def _only_states(kind: str, first: int, clauses: Clauses, frame: Frame) -> bool:
    """Whether a verb does nothing to an amount or a share: "posted revenues of $3 billion", "stood at 5%"."""
    if kind == "count":
        leads = clauses.kind(clauses.before_qualifiers(first)) == TO
        return leads and not frame.passive and not frame.opens and clauses.base(frame.verb) in _LEADING_TO
    if kind not in ("money", "percent"):
        return False
    led = clauses.kind(clauses.before_qualifiers(first)) in (PREPOSITION, TO)
    return frame.lemma in clauses.vocabulary.stating_results or (led and not frame.passive and not frame.opens)


def _changes(after: int, clauses: Clauses, frame: Frame, before: str) -> Iterator[tuple[str, str]]:
    """ "Sales rose 5%", "cut its costs by 3%", "37% more than": the noun of the change, and what changed."""
    changes = clauses.vocabulary.nouns_of_changes
    change = changes.get(clauses.word(frame.verb)) or changes.get(frame.lemma, "")
    head = change or _change_after(after, frame.counted, clauses)
    if not head:
        return
    if not change and frame.counted is not None:
        yield from short_and_long("change of counted", head, frame.counted, clauses)
    elif frame.object is not None:
        yield from short_and_long("change of object", head, frame.object, clauses)
    if frame.subject is not None and not (is_name(frame.subject, clauses) or _is_taker(frame.subject, clauses)):
        yield from short_and_long("change of subject", head, frame.subject, clauses)
    if before:
        yield "change of the indicator before", f"{head} {before}"


def _nouns_beside(left: int, after: int, clauses: Clauses, frame: Frame) -> Iterator[tuple[str, str]]:
    """ "at a cost of one billion", "in a 900-million deal", "revenue, 72 million": the noun beside the number."""
    if clauses.kind(left) == OF and clauses.kind(left - 1) == NOUN:
        head = _joined(max(clauses.phrase_before(left), left - 3), clauses)
        yield from _headed("noun before", clauses.slice(head, left - 1), frame, clauses)
    elif clauses.kind(left) == PREPOSITION and clauses.kind(after) == NOUN and frame.counted is not None:
        yield from _headed("noun after", clauses.slice(frame.counted.first, frame.counted.last), frame, clauses)
    elif clauses.kind(left) == NOUN and left > frame.verb >= 0:
        yield from _headed("noun apposed", clauses.word(left), frame, clauses)
    elif clauses.kind(left) == "," == clauses.kind(after) and clauses.kind(left - 1) == NAME:
        yield "number apposed to a name", "age"


def _rates(after: int, clauses: Clauses, frame: Frame, noun: str) -> Iterator[tuple[str, str]]:
    """ "$31 per share", "14 million a year": the noun of the verb, the price, or what is priced, and its base."""
    rate = _rate(after, frame.counted, clauses)
    if not rate:
        return
    for name, theme in places(frame):
        if name in ("object", "subject"):
            yield f"{name} and rate", f"{words_of(theme, clauses)} {rate}"
    yield "price and rate", f"price {rate}"
    if noun:
        head = f"{noun.rsplit(' ', 1)[0]} {rate}"
        yield "noun of the verb and rate", head
        if frame.following is not None:
            yield "noun of the verb, rate and following", f"{head} {what_follows(frame, clauses)}"


def _taken_up(kind: str, before: str, clauses: Clauses, frame: Frame) -> Iterator[tuple[str, str]]:
    """The indicator before, with another head or tail."""
    bare = without_change(before)
    if bare != before:
        yield "indicator before without its change", bare
    if frame.following is not None:
        yield "indicator before with another tail", f"{_cut(bare)} {what_follows(frame, clauses)}"
    if frame.counted is not None and kind == "count":
        head = clauses.slice(frame.counted.first, frame.counted.last)
        yield "indicator before with another head", f"{head} {_tail_of(before)}"


def _shares(clauses: Clauses, frame: Frame, participle: str, bare: str) -> Iterator[tuple[str, str]]:
    """What a percentage is a share of, and what is said of that share."""
    subject, target, following = frame.subject, frame.object, frame.following
    if following is not None and frame.link == "of":
        yield from short_and_long("share of following", "share of", following, clauses)
        whole = clauses.slice(following.first, following.last)
        if participle:
            yield "share of following and participle", f"share of {whole} {participle}"
            if frame.opens:
                end = max(frame.verb, tail_end(frame.verb, clauses))
                does = behind_subject(frame.verb, end, clauses)
                yield "share of following and what it does", f"share of {whole} {does}"
                yield "following and what it does", f"{whole} {does}"
            elif subject is not None:
                yield "share of following by subject", f"share of {whole} {participle} by {words_of(subject, clauses)}"
        elif frame.opens:
            end = tail_end(frame.verb, clauses)
            yield "following and what it is", f"{whole} {clauses.slice(frame.verb + 1, end)}"
        if subject is not None and not frame.opens:
            yield "subject as share of following", f"{words_of(subject, clauses)} as share of {whole}"
        yield "stake in following", f"stake in {whole}"
        if bare:
            yield "indicator before as share of following", f"{_cut(bare)} as share of {whole}"
    elif subject is not None:
        yield from short_and_long("share of subject", "share of", subject, clauses)
    if target is not None and clauses.kind(target.last + 1) != OF:
        yield from short_and_long("share of object", "share of", target, clauses)
    if bare:
        yield "share of the indicator before", f"share of {bare}"
        if frame.opens and frame.verb >= 0:
            end = max(frame.verb, tail_end(frame.verb, clauses))
            yield "indicator before and what it does", f"{_cut(bare)} {behind_subject(frame.verb, end, clauses)}"


def _counted(quantity: Quantity, clauses: Clauses, frame: Frame, participle: str) -> Iterator[tuple[str, str]]:
    """What was counted, with what it does, or what was done to it, by whom, and where."""
    things = _things(quantity, clauses, frame)
    if not things:
        return
    led_by = clauses.word(clauses.before_qualifiers(clauses.at(quantity.start)))
    is_for = led_by == "for" and quantity.kind == "count" and frame.object is not None  # "lowers costs for 9 families"
    tells_where = is_for or is_whereabouts(quantity, clauses)
    if _belongs_to_noun(quantity, clauses) or tells_where:
        participle = ""
    tail = what_follows(frame, clauses) if frame.counted is not None or frame.link != "of" else ""
    yield "counted", things
    if frame.counted is None and (state := state_behind(clauses.at(quantity.end), clauses)):
        yield "counted and participle", f"{things} {state}"
    if tail:
        yield "counted with tail", f"{things} {tail}"
    if participle:
        yield "counted and participle", f"{things} {participle}"
    if frame.verb >= 0 and frame.opens and (led_by == "from" or not tells_where):
        end = max(frame.verb, tail_end(frame.verb, clauses))
        is_undergone = quantity.kind == "money" and clauses.kind(frame.verb) == PARTICIPLE
        does = clauses.slice(frame.verb, end) if is_undergone else behind_subject(frame.verb, end, clauses)
        yield "counted and what it does", f"{things} {does}"
        if frame.object is not None:
            yield "counted, verb and object", f"{things} {behind_subject(frame.verb, frame.object.last, clauses)}"
        if tail:
            yield "counted with tail and what it does", f"{things} {tail} {does}"
    elif participle:
        yield from _undergone(f"{things} {participle}", tail, clauses, frame)
    elif (
        frame.subject is not None and frame.verb >= 0 and not tells_where and not _only_leads(quantity, clauses, frame)
    ):
        yield "counted of subject", f"{things} of {words_of(frame.subject, clauses)}"
    if frame.subject is not None and says_how_many(frame, clauses):
        yield "subject of counted", f"{clauses.word(frame.subject.last)} of {things}"


def _is_what_is_said(frame: Frame, clauses: Clauses) -> bool:
    """ "The bank said 300 clerks …", "This includes 300 clerks": nothing is done to what is counted."""
    if frame.lemma in _HOLDING and not frame.opens:
        return True
    return not frame.passive and clauses.vocabulary.stating.get(clauses.word(frame.verb)) == "states"


def _belongs_to_noun(quantity: Quantity, clauses: Clauses) -> bool:
    """ "a town of 4,000 people": what the verb does is not done to what is counted."""
    left = clauses.before_qualifiers(clauses.at(quantity.start))
    light = clauses.vocabulary.light_nouns
    return clauses.kind(left) == OF and clauses.kind(left - 1) == NOUN and clauses.word(left - 1) not in light


def _undergone(head: str, tail: str, clauses: Clauses, frame: Frame) -> Iterator[tuple[str, str]]:
    """What was done to the counted things, with who did it, where, and in what course of events."""
    if tail:
        yield "counted, participle and tail", f"{head} {tail}"
    if frame.subject is not None:
        yield from short_and_long("counted, participle and subject", f"{head} by", frame.subject, clauses)
        if tail:
            yield "counted, participle, subject and tail", f"{head} by {words_of(frame.subject, clauses)} {tail}"
    if frame.event is not None:
        yield from short_and_long("counted, participle and event", f"{head} in", frame.event, clauses)
    if frame.object is not None:
        yield "counted, participle and object", f"{head} {words_of(frame.object, clauses)}"


def _things(quantity: Quantity, clauses: Clauses, frame: Frame) -> str:
    """The counted noun as the text, or the unit, has it; "" where neither does."""
    counted, following = frame.counted, frame.following
    if counted is not None and clauses.word(counted.last) not in _OTHERS:
        return clauses.slice(counted.first, counted.last + (clauses.word(counted.last + 1) in WHEREABOUTS))
    if quantity.kind == "money":
        return "money"
    if quantity.kind == "measure" and clauses.before_qualifiers(clauses.at(quantity.start)) == frame.verb >= 0:
        levels, verb = clauses.vocabulary.verbs_of_level, clauses.word(frame.verb)
        is_level = verb in IS_OR_WAS or clauses.base(frame.verb) in levels
        dimension = "" if is_level else dimension_of(quantity.unit)
        if dimension not in ("", "distance", "temperature"):
            return dimension
    if quantity.unit and quantity.unit != "number":
        return plural(quantity.unit)
    return clauses.slice(following.first, following.last) if following is not None and frame.link == "of" else ""


def _is_taker(phrase: Phrase, clauses: Clauses) -> bool:
    """Whether a phrase is one for an organisation or a person by what it is: "the start-up (Acme)"."""
    head = phrase.last - (clauses.kind(phrase.last) == NAME)
    return clauses.word(head) in clauses.vocabulary.takers


def _joined(start: int, clauses: Clauses) -> int:
    """Where a phrase starts that would else begin at or behind the "and" of two nouns that are one thing."""
    joint = start if clauses.word(start) == "and" else start - 1
    return joint - 1 if clauses.word(joint) == "and" and clauses.kind(joint) == NOUN else start


def _headed(pattern: str, head: str, frame: Frame, clauses: Clauses) -> Iterator[tuple[str, str]]:
    """A noun that names the measure, of the subject, of the object, and of what follows."""
    changes = clauses.vocabulary.nouns_of_changes
    joint = "in" if head.rsplit(" ", 1)[-1].lower() in changes else "of"
    yield pattern, head
    for name, theme in (("subject", frame.subject), ("object", frame.object)):
        if theme is not None and words_of(theme, clauses) not in head:
            yield from short_and_long(f"{pattern} of {name}", f"{head} {joint}", theme, clauses)
    if frame.following is not None and frame.link:
        yield f"{pattern} with following", f"{head} {what_follows(frame, clauses)}"


def _change_after(after: int, counted: Phrase | None, clauses: Clauses) -> str:
    """The change that a comparison behind the number names ("37% more than", "2.8 percent fewer")."""
    for place in (after, counted.last + 1 if counted else after):
        word = clauses.word(place)
        if word in MORE:
            return "increase in"
        if word in LESS:
            return "fall in"
    return ""


def _rate(after: int, counted: Phrase | None, clauses: Clauses) -> str:
    """ "per share", "a day", as the text goes on after the number or what it counts."""
    for place in (after, counted.last + 1 if counted else after):
        if base := base_of_rate(place, clauses):
            return f"per {base}"
    return ""


def _cut(indicator: str) -> str:
    """An indicator without what goes on after its head."""
    parts = indicator.split()
    joints = ("of", "in", "for", "to", "by", "from", "at", "with", "on", "among")
    place = next((at for at in range(len(parts) - 1, 0, -1) if parts[at] in joints), len(parts))
    return " ".join(parts[:place])


def _tail_of(indicator: str) -> str:
    """What goes on after an indicator's first noun phrase."""
    parts = indicator.split()
    place = next(
        (at for at in range(1, len(parts)) if parts[at] in ("of", "in", "for", "by", "from", "at", "with", "on")
         or parts[at].endswith("ed")), len(parts),
    )  # fmt: skip
    return " ".join(parts[place:])
