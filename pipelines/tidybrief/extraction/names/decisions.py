"""Which of the readings of a sentence's words become mentions: known names, tags, and what grammar finds.

What belongs here: the decision between sources for one sentence. Evidence from the whole document comes after it, in
`consistency`.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from tidybrief.extraction.names.borders import (
    POSSESSIVES,
    bodies_of_states,
    coordinated,
    is_general,
    with_branches,
    with_nationality,
    with_purpose,
    without_owner,
    without_prefixed,
    without_seat,
    without_state,
)
from tidybrief.extraction.names.cues import NameCues
from tidybrief.extraction.names.document_case import DocumentCase
from tidybrief.extraction.names.fragments import names_nothing
from tidybrief.extraction.names.gazetteers import american_states
from tidybrief.extraction.names.grammar import DANGLING, HYPHENS, is_name_like
from tidybrief.extraction.names.matching import KnownName
from tidybrief.extraction.names.readings import Reading, Spans, covers
from tidybrief.extraction.names.tagger import Tag
from tidybrief.extraction.names.types import is_award, is_body, type_by_words
from tidybrief.extraction.names.word_case import is_mostly_lower_case, is_unknown
from tidybrief.extraction.tokens import Tokens, words_of

OF_OUR_TYPES = frozenset({"ORG", "PERSON", "PLACE", "PRODUCT", "POLICY", "WORK", "EVENT"})
_LEAST_PROBABILITY = 0.4
_LEAST_SUM = 0.6
_LONGEST_TITLE = 4
_LONGEST_PERSON = 4
_SURE = 0.9
_SURE_OF_WORK = 0.97  # titles of works have words for laws and meetings in them, and are rarer than those
_BEFORE_CLAUSE = frozenset({":", "•", "·", "–", "—", "“", '"', "?", "!", "|", "*"})
_SURE_OF_PART = 0.6
_OFFICES = words_of(
    "Secretary Secretaries Undersecretary Minister Ministers Envoy Envoys Adviser Advisers Advisor Advisors Coordinator"
)
_DEPARTMENTS = words_of(
    """
    State Defense Defence Labor Labour Commerce Energy Education Health Services Agriculture Transportation Transport
    Interior Treasury Security Affairs Justice War Finance Trade Development Environment Culture Industry Information
    """
)
_SURELY_LAWS = frozenset({"Act", "Acts"})
_LAWS = words_of("Act Acts Agreement Agreements Accord Accords Treaty Pact Directive Regulation Bill Law Charter")
_AGREED = 0.99  # where lexicon or places and the tagger say the same


@dataclass(frozen=True, slots=True)
class Evidence:
    """What the sources say of one sentence: known names, the tagger's tags, and what patterns of grammar find."""

    tokens: Tokens
    known: Sequence[Reading]
    tags: Sequence[Tag]
    patterns: Sequence[Reading]
    types: Sequence[str] = ()
    """The types of the tagger, in the order of `Tag.types`."""

    def __bool__(self) -> bool:
        """Whether any source says anything."""
        return bool(self.known or self.tags or self.patterns)


def decide(evidence: Evidence, cues: NameCues, case: DocumentCase) -> list[Reading]:
    """The readings of one sentence that hold, without overlap, in order."""
    tokens, words, known = evidence.tokens, evidence.tokens.words, Spans(evidence.known)
    longer = [reading for reading in evidence.patterns if reading.method == "grammar"]
    longer += bodies_of_states(tokens, evidence.known, cues)
    tagged = _tags_and_runs(
        [reading for tag in evidence.tags for reading in _from_tag(tokens, tag, evidence.types, cues)],
        longer,
        words,
        cues,
    )
    tagged = [part for tag in tagged for part in coordinated(tag, words, cues)]
    tagged = _without_covered([with_purpose(tag, tokens, known, cues) for tag in tagged])
    tagged = [without_seat(tag, words, known, cues) for tag in tagged]
    tagged = [part for tag in tagged for part in without_owner(tag, words, known, cues)]
    tagged = [with_nationality(tag, words, known, cues) for tag in tagged]
    tagged = [without_prefixed(without_state(tag, words, known), tokens, known) for tag in tagged]
    tagged = [tag for tag in tagged if not _is_common_words(tokens, tag, cues, case)]
    holding = _known_that_hold(tokens, evidence.known, tagged, cues)
    if not tokens.all_capitals:
        holding += _states_after_cities(words, (*holding, *tagged))
    held = Spans(holding)
    tagged = [
        tag
        for tag in tagged
        if not any(covers(reading, tag) or tokens.all_capitals for reading in held.touching(tag))
        and not _is_made_of_known(words, tag, held)
    ]
    ranked = sorted(
        (*holding, *tagged, *(reading for reading in evidence.patterns if reading.method != "grammar")),
        key=lambda reading: (-_rank(reading), -(reading.last - reading.first), reading.first),
    )
    taken: set[int] = set()
    chosen: list[Reading] = []
    for reading in ranked:
        covered = range(reading.first, reading.last)
        if taken.isdisjoint(covered):
            taken.update(covered)
            chosen.append(reading)
    return with_branches(sorted(chosen, key=lambda reading: reading.first), tokens)


def _tags_and_runs(
    tags: Sequence[Reading], runs: Sequence[Reading], words: Sequence[str], cues: NameCues
) -> list[Reading]:
    """The tags, less those inside a longer run of known form, and the runs that no other tag touches."""
    forms = Spans([run for run in runs if not _is_split(run, tags, words, cues)])
    kept = [
        tag
        for tag in tags
        if not any(covers(run, tag) and run.last - run.first > tag.last - tag.first for run in forms.touching(tag))
    ]
    touched = Spans(kept)
    return kept + [run for run in runs if not touched.touching(run)]


def _without_covered(tags: Sequence[Reading]) -> list[Reading]:
    """The tags, less those that lie inside a longer one."""
    spans = Spans(tags)
    return [
        tag
        for tag in tags
        if not any(
            covers(other, tag) and other.last - other.first > tag.last - tag.first for other in spans.touching(tag)
        )
    ]


def _is_split(run: Reading, tags: Sequence[Reading], words: Sequence[str], cues: NameCues) -> bool:
    """Whether the tagger sees an organisation of its own behind an "and" of the run."""
    return any(
        covers(run, tag)
        and run.first < tag.first
        and words[tag.first - 1] == "and"
        and tag.confidence > _SURE_OF_PART
        and type_by_words(words[tag.first : tag.last], cues) == "ORG"
        for tag in tags
    )


def _rank(reading: Reading) -> float:
    return reading.confidence + (1.0 if reading.method.startswith("grammar:") else 0.0)


def _is_common_words(tokens: Tokens, tag: Reading, cues: NameCues, case: DocumentCase) -> bool:
    """Whether a tag in a heading consists of words that the document writes in lower case elsewhere."""
    inside = tokens.words[tag.first : tag.last]
    if tag.type in {"PERSON", "POLICY"} and tag.confidence > _SURE:
        return False
    if tag.method == "tagger" and is_general(inside, cues):
        return True
    if not tokens.title_case and not opens_clause(tokens.words, tag.first):
        return False
    if not tokens.title_case and any(word not in cues.never for word in inside[1:]):
        return False
    return all(_is_ordinary(word, cues, case) for word in inside if word[0].isalpha())


def opens_clause(words: Sequence[str], first: int) -> bool:
    """Whether the word is capitalised because a sentence, a quotation or an item of a list begins with it."""
    return first == 0 or words[first - 1] in _BEFORE_CLAUSE


def _is_ordinary(word: str, cues: NameCues, case: DocumentCase) -> bool:
    """Whether the word is no name by itself: the document, or else prose, writes it in lower case."""
    if word in cues.never or word.lower() in case.lower:
        return True
    return word not in case.capitalised and word[1:].islower() and is_mostly_lower_case(word)


def _from_tag(tokens: Tokens, tag: Tag, types: Sequence[str], cues: NameCues) -> list[Reading]:
    """The tag as a reading, with borders as the guideline draws them; nothing where it is no name of our types."""
    words = tokens.words
    first, last = tag.first, tag.last
    if last - first == 1 and tag.type not in OF_OUR_TYPES:
        return []
    while (
        first < last
        and (words[first] in {"the", "The", "a", "A", "an"} or words[first] in HYPHENS)
        and tag.type != "WORK"
    ):
        first += 1
    while first < last and (
        words[last - 1] in HYPHENS
        or words[last - 1] in POSSESSIVES
        or words[last - 1] in {"&", "of", "and", "for", "the"}
        or (words[last - 1] in cues.generic and words[last - 1] != "States")
        or (words[last - 1] in DANGLING and tag.type != "WORK")
    ):
        last -= 1
    if tag.type != "WORK":
        first, last = _without_dates(words, first, last, cues)
    kind = tag.type
    begin = _after_department(words, first, last)
    holds_office = begin > first
    if holds_office:
        first, kind = begin, "PERSON"
    named = _after_titles(words, first, last, cues)
    if kind == "PERSON" or (named > first and words[named] in cues.given_names and _ends_person(words, last, cues)):
        first, last, kind = named, _with_hyphened_part(tokens, last), "PERSON"
    if _is_office(words[first:last], cues):
        return []
    if is_award(words[first:last], cues):
        kind = "EVENT"
    if kind == "OTHER" and last - first > 1 and words[last - 1] in _LAWS:
        kind = "POLICY"
    if first >= last or kind not in OF_OUR_TYPES or not _is_likely(words[first:last], tag, types):
        return []
    if names_nothing(words, first, last, kind, cues):
        return []
    entity_type = kind if kind != tag.type or kind == "PERSON" else _corrected_type(words, first, last, tag, cues)
    if entity_type != "WORK" and last - first > 1 and words[first] in {"The", "the"}:
        first += 1
    found = Reading(tag.sentence, first, last, entity_type, "tagger", tag.probability, tag=tag)
    return [replace(found, tag=None) if holds_office else found]


def _is_likely(words: Sequence[str], tag: Tag, types: Sequence[str]) -> bool:
    """Whether the tag is probable enough: with its type or, where a word is rare, with all types of ours together."""
    if tag.probability >= _LEAST_PROBABILITY:
        return True
    if not any(is_unknown(word) for word in words):
        return False
    return sum(float(share) for kind, share in zip(types, tag.types, strict=True) if kind in OF_OUR_TYPES) > _LEAST_SUM


def _after_department(words: Sequence[str], first: int, last: int) -> int:
    """Where the name begins that follows an office: "Secretary of" | "Defense Amara Diallo"; `last` if none follows."""
    if first < 2 or words[first - 1] not in {"of", "for"} or words[first - 2] not in _OFFICES:
        return first
    ends = [position for position in range(first, last) if words[position] in _DEPARTMENTS]
    if not ends:
        return first
    return ends[-1] + 1 if is_name_like(words[min(ends[-1] + 1, last - 1)]) else last


def _ends_person(words: Sequence[str], last: int, cues: NameCues) -> bool:
    """Whether the word before `last` may end a person's name: "King Edward", not "Prince Edward Island election"."""
    return words[last - 1][0].isupper() and not any(words[last - 1] in heads for heads in cues.heads.values())


def _after_titles(words: Sequence[str], first: int, last: int, cues: NameCues) -> int:
    """Where the name begins that follows titles: "Vice President Harris", "Senators Feinstein"."""
    begin = first
    for position in range(first, min(first + _LONGEST_TITLE, last - 1)):
        bare = words[position].rstrip(".")
        if bare in cues.titles or bare.removesuffix("s") in cues.titles:
            begin = position + 1
    if begin == first + 1 and words[first] in cues.given_names and last - first == 2:
        return first
    return begin


def _is_office(words: Sequence[str], cues: NameCues) -> bool:
    """Whether the words name an office or a job, not who holds it: "Program Manager", "Secretary of State"."""
    link = next((position for position, word in enumerate(words) if word in {"of", "for"}), len(words))
    if not link > 0:
        return False
    head = words[link - 1]
    if link == len(words) == 1:
        return head.capitalize() in cues.titles or head.capitalize() in cues.never
    if link == len(words) and head in cues.heads["ORG"]:
        return False
    role = head.lower()
    return role in cues.roles or role.removesuffix("s") in cues.roles or (head in cues.titles and link < len(words))


def _without_dates(words: Sequence[str], first: int, last: int, cues: NameCues) -> tuple[int, int]:
    """The span without days and months at its edges ("December 6 National Appeal"); a person may be called May."""
    while first < last and words[first] in cues.months and not _is_year(words[first + 1 : first + 2]):
        first += 1
        if first < last and words[first].isdigit():
            first += 1
    while first + 1 < last and words[last - 1] in cues.months and words[first] not in cues.given_names:
        last -= 1
    return first, last


def _is_year(words: Sequence[str]) -> bool:
    return any(len(word) == 4 and word.isdigit() for word in words)


def _with_hyphened_part(tokens: Tokens, last: int) -> int:
    """Where a person's name ends whose second part is in lower case after a hyphen ("Kim Jong-un")."""
    words = tokens.words
    glued = last + 1 < len(words) and words[last] in HYPHENS and tokens.end(last - 1) == tokens.starts[last]
    if glued and tokens.end(last) == tokens.starts[last + 1] and words[last + 1].islower() and len(words[last + 1]) < 4:
        return last + 2
    return last


def _corrected_type(words: Sequence[str], first: int, last: int, tag: Tag, cues: NameCues) -> str:
    """The tag's type, unless the name's own head word says another that the tagger has seldom seen."""
    own = type_by_words(words[first:last], cues)
    if own == "POLICY" and words[last - 1] in _SURELY_LAWS:
        return own
    if own == "PERSON" and tag.type == "PLACE" and last - first < _LONGEST_PERSON:
        return own
    if (
        own in {"POLICY", "EVENT", "PLACE"}
        and tag.type in {"ORG", "WORK", "PLACE", "PRODUCT", "EVENT", "POLICY"}
        and tag.probability < (_SURE_OF_WORK if tag.type == "WORK" else _SURE)
    ):
        return own
    return tag.type


def _known_that_hold(
    tokens: Tokens, known: Sequence[Reading], tagged: Sequence[Reading], cues: NameCues
) -> list[Reading]:
    """Known names, less those that a tag contradicts: a longer name around them, or surely another type."""
    words = tokens.words
    sure = 1.0 if tokens.all_capitals else _SURE if tokens.title_case else 0.0
    tags, names = Spans(tagged), Spans(known)
    holding: list[Reading] = []
    for reading in known:
        if reading.type == "PERSON":
            reading = replace(reading, first=_after_titles(words, reading.first, reading.last, cues))  # noqa: PLW2901
        rivals = tags.touching(reading)
        same = [tag for tag in rivals if (tag.first, tag.last) == (reading.first, reading.last)]
        if any(
            _is_part_of(words, reading, tag, cues, sure) and not _is_made_of_known(words, tag, names) for tag in rivals
        ):
            continue
        if same and same[0].type != reading.type and _is_overruled(reading, same[0]):
            continue
        agreed = bool(same) and same[0].type == reading.type
        holding.append(replace(reading, confidence=_AGREED) if agreed else reading)
    return holding


def _states_after_cities(words: Sequence[str], readings: Sequence[Reading]) -> list[Reading]:
    """States by their two letters after a place and a comma: "Boise, ID"."""
    states, found = american_states(), []
    for city in readings:
        if city.type == "PLACE" and city.form == "name" and words[city.last : city.last + 1] == [","]:
            state = states.get(words[city.last + 1]) if city.last + 1 < len(words) else None
            if state is not None:
                known = KnownName(state.name, "PLACE", state.form, "gazetteer", state.external_id)
                place = city.last + 1
                found.append(Reading(city.sentence, place, place + 1, "PLACE", "gazetteer", _AGREED, "acronym", known))
    return found


def _is_overruled(reading: Reading, tag: Reading) -> bool:
    """Whether the tagger's type is believed against a place's: for states only where a person has the same name."""
    if reading.method != "gazetteer" or reading.known is None or reading.last - reading.first > 1:
        return False
    is_state = (reading.known.external_id or "").startswith("iso3166:")
    return tag.confidence > _SURE and (tag.type == "PERSON" or not is_state)


def _is_made_of_known(words: Sequence[str], tag: Reading, known: Spans) -> bool:
    """Whether names of the lexicon cover the whole tag but "and": "SpaceX Crew Dragon", "Medicare and Medicaid"."""
    parts = [reading for reading in known.touching(tag) if reading.method == "lexicon" and covers(tag, reading)]
    joints = sum(word in {"and", ","} for word in words[tag.first : tag.last])
    return len(parts) > 1 and sum(part.last - part.first for part in parts) + joints == tag.last - tag.first


def _is_part_of(words: Sequence[str], reading: Reading, around: Reading, cues: NameCues, sure: float) -> bool:
    """Whether a known name is only a part of the longer one that the tagger sees, or is less than `sure` of."""
    if around.first > reading.first or around.last < reading.last:
        return False
    if around.last - around.first <= reading.last - reading.first:
        return False
    if around.confidence < sure and type_by_words(words[around.first : around.last], cues) is None:
        return False
    if reading.method == "gazetteer":
        return around.confidence > 0.5 or is_body(words[around.first : around.last], cues)
    return around.confidence > 0.6 and (around.type == reading.type or reading.last - reading.first == 1)
