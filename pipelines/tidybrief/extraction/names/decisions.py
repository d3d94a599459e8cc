"""Which of the readings of a sentence's words become mentions: known names, tags, and what grammar finds.

What belongs here: the decision between sources for one sentence. Evidence from the whole document comes after it, in
`consistency`.
"""

from collections.abc import Sequence
from itertools import pairwise
from operator import attrgetter
from typing import NamedTuple

from tidybrief.extraction.names.borders import (
    as_branch,
    as_known_company,
    behind_known,
    bodies_of_states,
    coordinated,
    governments,
    is_branch,
    is_general,
    meetings_of_bodies,
    with_branches,
    with_first_subject,
    with_legal_forms,
    with_nationality,
    with_partners,
    without_day,
    without_known_partner,
    without_owner,
    without_prefixed,
    without_seat,
    without_state,
)
from tidybrief.extraction.names.cues import NameCues
from tidybrief.extraction.names.document_case import DocumentCase
from tidybrief.extraction.names.gazetteers import american_states
from tidybrief.extraction.names.matching import KnownName
from tidybrief.extraction.names.purposes import with_purpose
from tidybrief.extraction.names.readings import Reading, Spans, covers
from tidybrief.extraction.names.short_forms import initials, is_acronym
from tidybrief.extraction.names.tag_readings import after_titles, read_tag
from tidybrief.extraction.names.tagger import Tag
from tidybrief.extraction.names.types import is_body, is_year, type_by_words
from tidybrief.extraction.names.versions import with_version
from tidybrief.extraction.names.whole_names import (
    spelt_by_acronyms,
    with_defined_acronyms,
    with_neighbours,
    with_years_of_laws,
    without_measure,
)
from tidybrief.extraction.names.word_case import is_mostly_lower_case, is_often_in_lower_case
from tidybrief.extraction.tokens import Tokens
from tidybrief.vocabulary import COUNTRY_CODE

_SURE = 0.9
_BEFORE_CLAUSE = frozenset({":", "•", "·", "–", "—", "“", '"', "?", "!", "|", "*"})
_SURE_OF_PART = 0.6
_TWO_WORDS = 2
_BEHIND_PLURALS = frozenset(
    {"in", "of", "at", "across", "near", "with", "that", "who", "which", "around", "throughout"}
)
_TOLD_BY_FORM = frozenset({"WORK", "EVENT"})
_AGREED = 0.99  # where lexicon or places and the tagger say the same
_KNOWN = frozenset({"lexicon", "gazetteer"})
_BY_PLACE = attrgetter("first")


class Evidence(NamedTuple):
    """What the sources say of one sentence: known names, the tagger's tags, and what patterns of grammar find."""

    tokens: Tokens
    known: Sequence[Reading]
    tags: Sequence[Tag]
    patterns: Sequence[Reading]
    types: Sequence[str] = ()
    """The types of the tagger, in the order of `Tag.types`."""


def decide(evidence: Evidence, cues: NameCues, case: DocumentCase) -> list[Reading]:
    """The readings of one sentence that hold, without overlap, in order."""
    tokens, words, known = evidence.tokens, evidence.tokens.words, Spans(evidence.known)
    longer = [reading for reading in evidence.patterns if reading.method == "grammar"]
    longer += bodies_of_states(tokens, evidence.known, cues)
    longer += governments(tokens, evidence.known)
    longer += meetings_of_bodies(tokens, evidence.known, cues)
    tagged = _tags_and_runs(
        [reading for tag in evidence.tags for reading in read_tag(tokens, tag, evidence.types, cues)],
        longer,
        words,
        cues,
    )
    tagged = [
        with_purpose(with_first_subject(without_measure(part, words, cues), tokens, known, cues), tokens, known, cues)
        for tag in tagged
        for part in coordinated(without_day(behind_known(tag, words, known), words), words, cues)
    ]
    tagged = [
        as_branch(as_known_company(_as_body_of_state(part, tokens, known, cues), words, known, cues), known)
        for tag in _without_covered(tagged)
        for part in without_owner(without_seat(tag, words, known, cues), words, known, cues)
    ]
    tagged = [tag for tag in tagged if not _is_common_words(tokens, tag, cues, case)]
    tagged = [with_version(tag, tokens, cues) for tag in tagged]
    holding = [with_version(one, tokens, cues) for one in _known_that_hold(tokens, evidence.known, tagged, cues)]
    if not tokens.all_capitals:
        holding += _states_behind_names(words, (*holding, *tagged, *evidence.patterns), cues)
    held = Spans(holding)
    tagged = [
        tag
        for tag in tagged
        if not any(covers(reading, tag) or tokens.all_capitals for reading in held.touching(tag))
        and not _is_crossed(tag, held)
        and not _is_made_of_known(words, tag, held)
    ]
    patterns = [one for one in evidence.patterns if one.method != "grammar" and not _is_inside_known(one, held)]
    chosen = with_legal_forms(_without_overlap([*holding, *tagged, *patterns]), words, cues)
    chosen = with_years_of_laws(chosen, words)
    whole = with_neighbours(with_branches(with_partners(chosen, words), tokens), tokens, cues)
    return with_defined_acronyms(spelt_by_acronyms(whole, words), words) if "(" in words else whole


def _as_body_of_state(tag: Reading, tokens: Tokens, known: Spans, cues: NameCues) -> Reading:
    """The tag with or without its state's name, as it is a part of the name of a body or not."""
    if tag.type == "ORG":
        tag = without_state(with_nationality(tag, tokens.words, known, cues), tokens.words, known, cues)
    return without_prefixed(without_known_partner(tag, tokens.words, known), tokens, known)


def _without_overlap(readings: Sequence[Reading]) -> list[Reading]:
    """The readings in order; of those that share words, only the likelier, or else the longer."""
    in_order = sorted(readings, key=_BY_PLACE)
    if all(before.last <= after.first for before, after in pairwise(in_order)):
        return in_order
    taken: set[int] = set()
    chosen: list[Reading] = []
    for reading in sorted(readings, key=lambda one: (-_rank(one), one.first - one.last, one.first)):
        covered = range(reading.first, reading.last)
        if taken.isdisjoint(covered):
            taken.update(covered)
            chosen.append(reading)
    return sorted(chosen, key=_BY_PLACE)


def _tags_and_runs(
    tags: Sequence[Reading], runs: Sequence[Reading], words: Sequence[str], cues: NameCues
) -> list[Reading]:
    """The tags, less those inside a longer run of known form, and the runs that no other tag touches."""
    if not runs:
        return list(tags)
    forms = Spans([run for run in runs if not _is_split(run, tags, words, cues)])
    kept = [tag for tag in tags if not any(_is_longer(run, tag) for run in forms.touching(tag))]
    touched = Spans(kept)
    return kept + [run for run in runs if not touched.touching(run)]


def _is_longer(run: Reading, tag: Reading) -> bool:
    """Whether the run has the tag in it, or says by its form what the same words name: a report, a storm."""
    return covers(run, tag) and run.last - run.first + (run.type in _TOLD_BY_FORM) > tag.last - tag.first


def _without_covered(tags: Sequence[Reading]) -> list[Reading]:
    """The tags, less those that lie inside a longer one."""
    if len(tags) == 1:
        return list(tags)
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
        run.first < tag.first
        and words[tag.first - 1] == "and"
        and covers(run, tag)
        and tag.confidence > _SURE_OF_PART
        and type_by_words(words[tag.first : tag.last], cues) == "ORG"
        for tag in tags
    )


def _rank(reading: Reading) -> float:
    return reading.confidence + (1.0 if reading.method.startswith("grammar:") else 0.0)


def _is_common_words(tokens: Tokens, tag: Reading, cues: NameCues, case: DocumentCase) -> bool:
    """Whether a tag in a heading consists of words that the document writes in lower case elsewhere."""
    inside = tokens.words[tag.first : tag.last]
    if tag.type in {"PERSON", "ORG"} and _opens_phrase(tokens.words, tag, cues):
        return True
    if tag.type in {"PERSON", "POLICY"} and tag.confidence > _SURE:
        return False
    if tag.method == "tagger" and is_general(inside, cues):
        return True
    is_heading = tokens.title_case or tag.last - tag.first >= len(tokens) - (tokens.words[-1] == ":")
    if not is_heading and not opens_clause(tokens.words, tag.first):
        return False
    if not is_heading and any(word not in cues.never for word in inside[1:]):
        return False
    return all(_is_ordinary(word, cues, case) for word in inside if word[0].isalpha())


def _opens_phrase(words: Sequence[str], tag: Reading, cues: NameCues) -> bool:
    """Whether a word that may be common opens a clause and describes the noun behind it ("Public debt stood"), or is
    described by a phrase behind it ("Laboratories in three cities tested").
    """
    word, following = words[tag.first], words[tag.last : tag.last + 1]
    if tag.last - tag.first > 1 or not opens_clause(words, tag.first) or not is_often_in_lower_case(word):
        return False
    if word in cues.given_names or word in cues.surnames or not following:
        return False
    if tag.type == "ORG":
        return word.endswith("s") and following[0] in _BEHIND_PLURALS
    acts = following[0] in cues.speech or following[0] in cues.acts or following[0].endswith(("ed", "s"))
    return following[0].isalpha() and following[0].islower() and following[0] not in cues.function_words and not acts


def opens_clause(words: Sequence[str], first: int) -> bool:
    """Whether the word is capitalised because a sentence, a quotation or an item of a list begins with it."""
    return first == 0 or words[first - 1] in _BEFORE_CLAUSE


def _is_ordinary(word: str, cues: NameCues, case: DocumentCase) -> bool:
    """Whether the word is no name by itself: the document, or else prose, writes it in lower case."""
    if word in cues.never or case.tells_in_lower_case(word):
        return True
    return not (word[:1].isupper() and word in case.inside) and word[1:].islower() and is_mostly_lower_case(word)


def _known_that_hold(
    tokens: Tokens, known: Sequence[Reading], tagged: Sequence[Reading], cues: NameCues
) -> list[Reading]:
    """Known names, less those that a tag contradicts: a longer name around them, or surely another type."""
    if not known:
        return []
    words = tokens.words
    sure = 1.0 if tokens.all_capitals else _SURE if tokens.title_case else 0.0
    names = Spans(known)
    tags = Spans([tag for tag in tagged if not _is_crossed(tag, names)])
    holding: list[Reading] = []
    for reading in known:
        if reading.type == "PERSON":
            reading = reading._replace(first=after_titles(words, reading.first, reading.last, cues))  # noqa: PLW2901
        rivals = tags.touching(reading)
        same = [tag for tag in rivals if (tag.first, tag.last) == (reading.first, reading.last)]
        if any(
            (_is_part_of(words, reading, tag, cues, sure) or is_branch(reading, tag, names))
            and not _is_made_of_known(words, tag, names)
            for tag in rivals
        ):
            continue
        if same and same[0].type != reading.type and _is_overruled(reading, same[0]):
            continue
        agreed = bool(same) and same[0].type == reading.type
        holding.append(reading._replace(confidence=_AGREED) if agreed else reading)
    return holding


def _is_crossed(tag: Reading, known: Spans) -> bool:
    """Whether a longer name of the lexicon lies across the tag's border: "Thai Food | and Drug Administration"."""
    return any(
        one.method == "lexicon" and one.last - one.first > tag.last - tag.first and not covers(one, tag)
        for one in known.touching(tag)
    )


def _is_inside_known(pattern: Reading, known: Spans) -> bool:
    """Whether a longer name of the lexicon holds what a pattern has found: "General | Services Administration"."""
    return any(
        one.method == "lexicon" and covers(one, pattern) and one.last - one.first > pattern.last - pattern.first
        for one in known.touching(pattern)
    )


def _states_behind_names(words: Sequence[str], readings: Sequence[Reading], cues: NameCues) -> list[Reading]:
    """States in short behind a place and a comma, or in brackets: "Boise, ID", "Salem, Ore.", "Alder College (VA)"."""
    states, found = american_states(), []
    for name in readings:
        following = words[name.last : name.last + 3]
        is_city = name.type == "PLACE" and name.form == "name" and following[:1] == [","]
        if len(following) > 1 and (is_city or _is_in_brackets(following, words[name.first : name.last])):
            stop = following[2:] == ["."] and not following[1].endswith(".")
            is_in_news = is_city and following[1] in cues.states and (stop or following[1].endswith("."))
            state = states.get(cues.states[following[1]] if is_in_news else following[1])
            if state is not None:
                form = "alias" if is_in_news else "acronym"
                known = KnownName(state.name, "PLACE", form, "gazetteer", state.external_id)
                first = name.last + 1
                last = first + 1 + (is_in_news and stop)
                found.append(Reading(name.sentence, first, last, "PLACE", "gazetteer", _AGREED, form, known))
    return found


def _is_in_brackets(following: Sequence[str], name: Sequence[str]) -> bool:
    """Whether one word in brackets follows the name that does not stand for it: "Marine Authority (MA)"."""
    return following[0] == "(" and following[2:] == [")"] and initials(" ".join(name)) != following[1]


def _is_overruled(reading: Reading, tag: Reading) -> bool:
    """Whether the tagger's type is believed against a place's: for states only where a person has the same name."""
    is_of_one_word = reading.last - reading.first == 1
    if reading.method != "gazetteer" or reading.known is None or not is_of_one_word or reading.known_as_people():
        return False
    is_state = (reading.known.external_id or "").startswith(COUNTRY_CODE)
    return tag.confidence > _SURE and (tag.type == "PERSON" or not is_state)


def _is_made_of_known(words: Sequence[str], tag: Reading, known: Spans) -> bool:
    """Whether names of the lexicon cover the whole tag but "and": "SpaceX Crew Dragon", "Medicare and Medicaid"; or
    places that "and" joins: "Ohio and Michigan".
    """
    parts = [reading for reading in known.touching(tag) if reading.method in _KNOWN and covers(tag, reading)]
    joints = sum(word in {"and", ","} for word in words[tag.first : tag.last])
    is_country_and_company = (  # "U.S. | Nestlé"
        tag.last - tag.first == _TWO_WORDS
        and parts[:1] != []
        and parts[0].type == "PLACE"
        and is_acronym(words[tag.first])
    )
    is_joined = joints > 0 or all(part.method == "lexicon" for part in parts[is_country_and_company:])
    covered = sum(part.last - part.first for part in parts) + joints
    return len(parts) > 1 and is_joined and covered == tag.last - tag.first


def _is_part_of(words: Sequence[str], reading: Reading, around: Reading, cues: NameCues, sure: float) -> bool:
    """Whether a known name is only a part of the longer one that the tagger sees, or is less than `sure` of."""
    if around.first > reading.first or around.last < reading.last:
        return False
    if around.last - around.first <= reading.last - reading.first:
        return False
    if around.confidence < sure and type_by_words(words[around.first : around.last], cues) is None:
        return False
    if reading.method == "gazetteer":
        named = around.confidence if sure or around.tag is None else around.tag.likely
        return named > 0.5 or is_body(words[around.first : around.last], cues)
    is_dated = around.type == "EVENT" and is_year(words[around.last - 1])
    head = words[around.last - 1 - is_dated].capitalize()
    if around.type in {"EVENT", "POLICY"} and head in cues.heads[around.type]:
        return is_dated or around.confidence > 0.6
    return around.confidence > 0.6 and (around.type == reading.type or reading.last - reading.first == 1)
