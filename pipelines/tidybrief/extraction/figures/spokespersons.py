"""For whom the speaker of a transcript says "we": the organisation that the text names with the person.

What belongs here: finding it, and which figures of an answer are about it. What a label in a list names stands in
`subjects`.
"""

import re
from collections.abc import Mapping, Sequence

from tidybrief.extraction.figures.antecedents import Resolved
from tidybrief.extraction.figures.sentence_view import Previous, SentenceView
from tidybrief.extraction.grammar.sources_named import SPEAKER, Source
from tidybrief.extraction.records import Mention, Quantity, Sentence

_OURSELVES = re.compile(r"\b(?:(?P<several>[Ww]e|[Oo]ur|[Uu]s)|I|[Mm]y|[Mm]e|[Mm]ine)\b")
_IS_LEVEL = re.compile(r"\b[Ii]t (?:was|is|were|stood|stands)\b")
"""What goes on with the measure before: "Our median is 19. In 2019 it was 41"."""
_ASKS = re.compile(
    r"(?:['’]s?)?(?:[ ](?:reporter|correspondent|editor|journalist|has|have|recently|also|\w+day)|[ ][A-Z][\w.-]+){0,4}"
    r"[ ](?:interview|talk|sp[eo]|sat|met|meets|asked|caught)"
)
"""Behind who puts the questions: "Acme News correspondent Ann Lund interviewed"."""
_NO_THINGS = frozenset({"PERSON", "PLACE"})


def interviewed(sentences: Sequence[Sentence], sources: Mapping[int, Sequence[Source]]) -> Mapping[int, str]:
    """The entity that speaks in each row of an interview without labels, by `sentence_no`; none where a label tells."""
    if any(row.kind == "heading" and row.text.endswith(":") for row in sentences):
        return {}
    return {number: one.entity_id for number, those in sources.items() for one in those if one.manner == SPEAKER}


def organisation_of(person: str, mentions: Sequence[Mention], text: str) -> str:
    """The organisation first named in a sentence with a person, or else the first of the text, but for who asks the
    questions; "" for none, and for who is no person. `mentions` are in the order of the text.
    """
    if not person.startswith("person:"):
        return ""
    with_person = {mention.sentence_no for mention in mentions if mention.entity_id == person}
    organisations = [one for one in mentions if one.type == "ORG" and _ASKS.match(text, one.end) is None]
    beside = (mention for mention in organisations if mention.sentence_no in with_person)
    found = next(beside, organisations[0] if organisations else None)
    return found.entity_id if found is not None else ""


def of_answer(quantity: Quantity, view: SentenceView, resolved: Resolved, previous: Previous | None) -> str:
    """Whom a figure in an answer of a transcript is about: with "I" who speaks, with "we" the organisation, with "it"
    what the question named, and the organisation where nobody is named nor taken up, unless the answer has told of
    another; "" where that does not tell.
    """
    text, sentence = view.clauses.text, view.clauses.sentence
    if resolved.setting == "speaker":
        said = list(_OURSELVES.finditer(text, sentence.start, quantity.start))
        near = said[-1] if said else _OURSELVES.search(text, quantity.end, sentence.end)
        return view.speaks_for if near is not None and near["several"] else view.label
    goes_on = previous is None or previous.distance == "document" or previous.subject == view.speaks_for
    if resolved.setting == "thing" and not resolved.noun:
        asked = _asked_about(view)
        is_level = _IS_LEVEL.search(text, sentence.start, quantity.start) is not None
        return "" if not (asked or goes_on) or view.named else view.speaks_for if is_level or not asked else asked
    return view.speaks_for if resolved.setting == "bare" and not view.named and goes_on else ""


def _asked_about(view: SentenceView) -> str:
    """The last organisation, product, law or event that the line before the label names, if the answer names none."""
    places = [place for place, mention in enumerate(view.earlier) if mention.entity_id == view.label]
    if not places:
        return ""
    label = view.earlier[places[-1]]
    asked = [one for one in view.earlier[: places[-1]] if one.type not in _NO_THINGS]
    answered = [one for one in view.earlier[places[-1] + 1 :] if one.type not in _NO_THINGS]
    if not asked or answered or "\n" in view.clauses.text[asked[-1].end : label.start].strip():
        return ""
    return asked[-1].entity_id
