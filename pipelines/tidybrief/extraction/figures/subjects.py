"""Who or what a figure is about: chosen among the names of its sentence, those before it, the topic and the world.

What belongs here: what a document is about, and the choice. The candidates stand in `subject_candidates`, whole
patterns in `series`, what a pronoun can mean in `anaphora`.
"""

import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence

from tidybrief.extraction.figures.anaphora import Anaphors
from tidybrief.extraction.figures.antecedents import CALLED, OPENER, Antecedents, Resolved
from tidybrief.extraction.figures.clause_subjects import (
    AGED,
    ITSELF,
    NAMELESS,
    OWNER,
    RELATIVE,
    acts,
    resolved_subject,
)
from tidybrief.extraction.figures.foretold_agents import agents_at_large, foretold_agent
from tidybrief.extraction.figures.lands import is_of_a_land, of_lands
from tidybrief.extraction.figures.populations import Population, is_population, population_of
from tidybrief.extraction.figures.ranking import Candidate, Ranker
from tidybrief.extraction.figures.reporters import reporters
from tidybrief.extraction.figures.results import tells_more_results
from tidybrief.extraction.figures.sentence_view import EVERYWHERE, NOBODY, WORLD, Previous, SentenceView, Topic
from tidybrief.extraction.figures.series import CERTAIN, FOLLOWER, LISTED, Neighbours, beside, text_of_series
from tidybrief.extraction.figures.spokespersons import of_answer
from tidybrief.extraction.figures.subject_candidates import is_yet_to_be_named, subject_candidates
from tidybrief.extraction.figures.terms import TERM
from tidybrief.extraction.figures.told_subjects import (
    agent_of_participle,
    goes_on_from_main_clause,
    stands_behind_with,
    told_subject,
    unnamed_person,
)
from tidybrief.extraction.grammar.clauses import Clauses
from tidybrief.extraction.grammar.sources_named import CITED
from tidybrief.extraction.grammar.word_classes import AUXILIARY, BEING, NAME, NOUN, PARTICIPLE, VERB
from tidybrief.extraction.records import Mention, Quantity

_OF_A_CERTAIN_PATTERN = 0.85
"""52 of 61 in the annotated texts."""
_WITHOUT_ID: Mapping[str, str | None] = {NOBODY: None, WORLD: WORLD}
_REACH = 4
_TELLS_TITLE = re.compile(
    r"(?:['’]s?)?[ ](?:data|figures|report(?:s|ed)?|sa(?:ys|id)|shows?|finds|found|warns?|study|survey)\b"
)
"""Behind a name of a title that only tells who says it."""
_WHEREABOUTS = re.compile(r"[ ](?:in|at|near|around|outside|off)[ ](?:the[ ])?(?:[a-z-]+[ ]){0,2}$")
"""Before a place that tells no more than where something happened."""
_ONLY_CITED = frozenset({"opening", CITED})
_ASKING = frozenset({"survey", "poll", "surveyed", "polled", "respondents"})
_ON_MAPS = "gazetteer"
_ACTORS = frozenset({"ORG", "PERSON"})
_ACTING_PRONOUNS = frozenset({"he", "He", "she", "She", "it", "It", "they", "They", "we", "We", "I"})
_OF_TIME = frozenset({"duration", "age"})
_GLOBAL_TITLE = re.compile(r"\b(?:global|world|international|worldwide)\b", re.IGNORECASE)


def topic_of(
    mentions: Sequence[Mention], title_end: int, text: str, countries: frozenset[str], informing: frozenset[str]
) -> Topic:
    """What a document speaks of most; in its title a name counts more than the adjective of a place ("Greek").

    `countries` are those it names, `informing` who is named for what he tells of others.
    """
    counts: Counter[str] = Counter()
    titled: dict[str, int] = {}
    first_named: dict[str, int] = {}
    for mention in mentions:
        counts[mention.entity_id] += 1
        first_named[mention.entity_id] = min(mention.start, first_named.get(mention.entity_id, mention.start))
        if mention.start < title_end and _TELLS_TITLE.match(text, mention.end, title_end) is None:
            boost = 2 if mention.form == "adjective" else 4
            titled[mention.entity_id] = max(boost, titled.get(mention.entity_id, 0))
    ranked = sorted(counts, key=lambda entity_id: (-counts[entity_id] * titled.get(entity_id, 1), entity_id))
    return Topic(
        {entity_id: rank for rank, entity_id in enumerate(ranked[:5])},
        frozenset(titled),
        next(iter(titled), ""),
        _GLOBAL_TITLE.search(text, 0, title_end) is not None,
        reporters(mentions, text),
        countries,
        informing,
        first_named,
        frozenset(mention.entity_id for mention in mentions if mention.method == _ON_MAPS and mention.type == "PLACE"),
    )


def subject_of(  # noqa: PLR0917 - what a figure may be about depends on all of it
    quantity: Quantity,
    neighbours: Neighbours,
    view: SentenceView,
    topic: Topic,
    previous: Previous | None,
    anaphors: Anaphors,
    ranker: Ranker,
) -> tuple[str | None, str | None, float]:
    """The subject's entity id, its words where no entity says it ("world"), and the probability that it is right."""
    clauses = view.clauses
    patterns = list(beside(quantity, [named.mention for named in view.named], neighbours, clauses))
    for mention, pattern in patterns:
        is_only_where = pattern == FOLLOWER and _is_only_where(mention, previous)
        if pattern in CERTAIN and not is_only_where and not _is_where_one_acts(quantity, mention, pattern, view):
            return mention.entity_id, None, _OF_A_CERTAIN_PATTERN
    told = told_subject(quantity, view.named, clauses) or agent_of_participle(quantity, view.named, clauses)
    wording = _wording(quantity, neighbours, view, is_told=told != "")
    if wording is not None or told:
        return (None, wording, _OF_A_CERTAIN_PATTERN) if wording is not None else (told, None, _OF_A_CERTAIN_PATTERN)
    antecedents = Antecedents(
        view.earlier,
        view.leads,
        view.opener if _may_go_on(quantity, view, previous) else None,
        previous.subject if previous is not None else "",
        previous is not None and previous.distance != "document",
        [one for one in topic.ranks if not is_yet_to_be_named(one, view, topic)],
        [source.entity_id for source in view.sources],
        view.called,
        topic.countries,
        topic.lands,
    )
    gapped = next((mention for mention, pattern in patterns if pattern == "gapped"), None)
    resolved = (
        resolved_subject(quantity, view.named, clauses, antecedents, anaphors)
        if gapped is None
        else Resolved(gapped.entity_id, "gapped", "named")
    )
    if resolved.how in (ITSELF, NAMELESS):
        return None, resolved.entity_id or None, _OF_A_CERTAIN_PATTERN
    telling = {*topic.reporters, *antecedents.speakers}
    is_actor = (
        resolved.how in (RELATIVE, AGED, OWNER)
        or (resolved.how == CALLED and (resolved.setting == "thing" or resolved.entity_id not in telling))
        or (resolved.how == OPENER and not _is_only_said(quantity, clauses))
        or _reports_own_result(quantity, resolved, clauses)
        or (resolved.how == "subject" and _is_apposed(resolved.entity_id, view))
        or (resolved.how == "subject" and goes_on_from_main_clause(quantity, clauses))
        or (resolved.how == "subject" and resolved.entity_id not in telling and stands_behind_with(quantity, clauses))
        or (resolved.how == "subject, may state" and resolved.entity_id.startswith("place:"))  # "Ghana counted 96 dead"
    )
    population = population_of(quantity, clauses, of_anyone=_asks_anyone(view, topic, previous))
    is_answer = view.label.startswith("person:")
    certain = of_answer(quantity, view, resolved, previous) if is_answer and population is None else ""
    if not certain and is_actor:
        certain = resolved.entity_id
    elif not is_answer and resolved.setting not in ("named", "bare"):
        certain = view.label
    if certain:
        return certain, None, _OF_A_CERTAIN_PATTERN
    carried = _carried(quantity, view, resolved, topic, previous, is_of_group=population is not None)
    if carried:
        return carried, None, _OF_A_CERTAIN_PATTERN
    if population is None and previous is not None and _is_at_large(previous.subject, clauses):
        previous = None
    candidates = subject_candidates(quantity, patterns, view, resolved, topic, previous)
    if population is not None:
        candidates = list(_of_population(candidates, population, view, previous))
    elif is_of_a_land(quantity, clauses):
        candidates = of_lands(candidates, topic) or candidates
    answer, probability = ranker.choose("subject", quantity.start, candidates)
    is_worlds = view.worldwide or view.global_words or topic.worldwide
    if population is not None and population.words and answer in ((NOBODY,) if is_worlds else (NOBODY, WORLD)):
        answer = TERM + population.words
    without_id = _WITHOUT_ID.get(answer) or (answer.removeprefix(TERM) if answer.startswith(TERM) else None)
    has_id = without_id is None and answer not in _WITHOUT_ID
    return answer if has_id else None, without_id, probability


def _is_apposed(entity_id: str, view: SentenceView) -> bool:
    """ "The second largest union, Acme, lost": whether a name stands between commas behind what it is, and acts."""
    clauses = view.clauses
    return any(
        (clauses.kind(one.place - 2), clauses.word(one.place - 1), clauses.word(one.place + 1)) == (NOUN, ",", ",")
        and clauses.kind(one.place + 2) in (VERB, PARTICIPLE, AUXILIARY)
        for one in view.named
        if one.mention.entity_id == entity_id and one.mention.type != "PERSON"
    )


def _asks_anyone(view: SentenceView, topic: Topic, previous: Previous | None) -> bool:
    """Whether a sentence tells of people who were asked, and of no organisation but those who asked or say so."""
    telling = {*topic.reporters, *(source.entity_id for source in view.sources)}
    goes_on = previous is not None and previous.kind == "percent" and previous.subject.startswith(TERM)
    asks = goes_on or bool(topic.reporters) or not _ASKING.isdisjoint(view.clauses.words)
    return asks and all(one.mention.type != "ORG" or one.mention.entity_id in telling for one in view.named)


def _is_only_where(follower: Mention, previous: Previous | None) -> bool:
    """Whether a place is where an organisation has what is told: "it sold 9 in Ghana, followed by Mali with 4"."""
    own = previous.subject if previous is not None and previous.distance == "sentence" else ""
    return follower.type == "PLACE" and own.startswith("org:")


def _is_where_one_acts(quantity: Quantity, mention: Mention, pattern: str, view: SentenceView) -> bool:
    """Whether a place in a list is where somebody has what is counted: "Acme has 9 shops in Ghana and 4 in Mali"."""
    if pattern not in LISTED or mention.type != "PLACE" or quantity.kind != "count":
        return False
    if not _ACTING_PRONOUNS.isdisjoint(view.clauses.words[: view.clauses.at(quantity.start)]):
        return True
    return any("subject" in one.features and one.mention.type in _ACTORS for one in view.named)


def _may_go_on(quantity: Quantity, view: SentenceView, previous: Previous | None) -> bool:
    """Whether a sentence may go on with what opened the one before: not with a second figure, nor where it tells how
    long something is that the one before brought in ("plans a tunnel. It would be 40 km long"), or how another's
    measure went on ("Acme said output in Ghana had risen by 2%. It fell by 3% in May").
    """
    clauses = view.clauses
    verb = clauses.verb_before(clauses.at(quantity.start))
    is_size = quantity.kind == "measure" and clauses.word(clauses.main_verb(max(0, verb))) in BEING
    if is_size or previous is None or previous.distance == "document" or view.opener is None:
        return not is_size
    is_of_another = previous.subject != view.opener.entity_id
    return previous.distance != "sentence" and not (is_of_another and verb >= 0 and not acts(verb, clauses))


def _is_only_said(quantity: Quantity, clauses: Clauses) -> bool:
    """Whether a verb of saying stands right before a figure, which need not be of who says it: "It predicts that 7
    million will die".
    """
    left = clauses.before_qualifiers(clauses.at(quantity.start))
    return clauses.word(left - (clauses.word(left) == "that")) in clauses.vocabulary.stating


def _setting_of(view: SentenceView, resolved: Resolved, topic: Topic, previous: Previous | None) -> str:
    """The country that a document is set in, for a sentence that names nobody behind one of a place in it that has had
    its say: "In Leeds two people drowned. Some 540 homes were flooded."; "" elsewhere.
    """
    if resolved.setting != "bare" or view.named or previous is None or previous.distance == "document":
        return ""
    place = previous.subject
    if not place.startswith("place:") or place in topic.countries or place in topic.titled:
        return ""
    named = next((mention for mention in reversed(view.earlier) if mention.entity_id == place), None)
    if named is None or _WHEREABOUTS.search(view.clauses.text, max(0, named.start - 40), named.start) is None:
        return ""
    return next((one for one in topic.ranks if one in topic.countries and one in topic.titled), "")


def _wording(quantity: Quantity, neighbours: Neighbours, view: SentenceView, *, is_told: bool) -> str | None:
    """The words for whom the construction makes the subject without a name; None where it does not."""
    clauses = view.clauses
    differing = WORLD if _is_counted_worldwide(quantity, clauses) else text_of_series(quantity, neighbours, clauses)
    if differing is not None:
        return differing
    unnamed = unnamed_person(quantity, clauses)
    if unnamed or is_told:
        return unnamed or None
    return foretold_agent(quantity, view.named, clauses) or agents_at_large(quantity, clauses) or None


def _carried(
    quantity: Quantity,
    view: SentenceView,
    resolved: Resolved,
    topic: Topic,
    previous: Previous | None,
    *,
    is_of_group: bool,
) -> str:
    """The entity of which the text surely goes on to speak: that of the heading, of results, or the country."""
    if view.section and view.section not in topic.reporters and _goes_on_under_heading(view, resolved, previous):
        return view.section
    owner = _owner_of_result(quantity, view, resolved, topic, previous)
    return owner or ("" if is_of_group else _setting_of(view, resolved, topic, previous))


def _goes_on_under_heading(view: SentenceView, resolved: Resolved, previous: Previous | None) -> bool:
    """Whether a sentence under a heading that is a name speaks of nobody else: it names nobody but who says so, stands
    for nobody, and the figure before in the paragraph is of nobody else."""
    cited = {source.entity_id for source in view.sources if source.manner in _ONLY_CITED}
    names_others = any(one.mention.entity_id not in {view.section, *cited} for one in view.named)
    goes_on = previous is None or previous.distance == "document" or previous.subject == view.section
    return (resolved.setting == "bare" or bool(view.named)) and not names_others and goes_on


def _owner_of_result(
    quantity: Quantity, view: SentenceView, resolved: Resolved, topic: Topic, previous: Previous | None
) -> str:
    """Whose result a figure tells that says of nobody that it is his; "" where it tells none."""
    if resolved.setting != "bare":
        return ""
    near = previous.subject if previous is not None and previous.distance != "document" else ""
    owner = view.results.owner(near, [one for one in topic.ranks if one in topic.titled])
    goes_on = previous is not None and previous.distance == "sentence" and previous.subject == owner
    since = previous.end if previous is not None and goes_on and view.results.is_last(previous.end) else None
    return owner if owner and tells_more_results(quantity, since, view.clauses) else ""


def _is_at_large(subject: str, clauses: Clauses) -> bool:
    """Whether a subject is people or firms at large, of which nothing goes on but other shares."""
    return subject.startswith(TERM) and is_population(subject.removeprefix(TERM), clauses.vocabulary.populations)


def _of_population(
    candidates: Sequence[Candidate[str]], population: Population, view: SentenceView, previous: Previous | None
) -> Iterator[Candidate[str]]:
    """The candidates that people at large can be of: places, names in their own phrase, whoever they were before; not
    who asked them, nor what they say.
    """
    within = {
        named.mention.entity_id for named in view.named if population.start <= named.mention.start < population.end
    }
    for candidate in candidates:
        answer = candidate.answer
        goes_on = previous is not None and previous.subject == answer and answer.startswith(TERM)
        is_before = goes_on and population.words in ("", answer.removeprefix(TERM))
        if answer in (NOBODY, WORLD) or answer.startswith("place:") or answer in within or is_before:
            yield candidate


def _reports_own_result(quantity: Quantity, resolved: Resolved, clauses: Clauses) -> bool:
    """ "Acme posted a profit of $9 million", "Acme reported $9 million in sales": who tells of it has it."""
    if quantity.kind != "money" or not resolved.how.startswith("subject"):
        return False
    first, after = clauses.at(quantity.start), clauses.at(quantity.end)
    verb = clauses.verb_before(first)
    if verb < 0 or clauses.base(verb) not in clauses.vocabulary.stating_results:
        return False
    told = [*range(verb + 1, first), *(range(after, after + _REACH) if clauses.word(after) == "in" else ())]
    named = any(clauses.kind(place) == NAME for place in (*told, *range(after, after + _REACH)))
    return not named and any(clauses.word(place) in clauses.vocabulary.own_results for place in told)


def _is_counted_worldwide(quantity: Quantity, clauses: Clauses) -> bool:
    """Whether a word such as "worldwide" opens a clause right before a quantity ("says worldwide 155 workers …", not
    "employs worldwide 300"), or "global" the subject of its clause ("Global emissions reached").
    """
    subject = clauses.subject_phrase(clauses.at(quantity.start)) if quantity.kind not in _OF_TIME else None
    if subject is not None and clauses.word(subject[0]) == "global":
        return NAME not in clauses.classes[subject[0] : clauses.at(quantity.start)]
    place = clauses.before_qualifiers(clauses.at(quantity.start))
    before = clauses.word(place - 1)
    opens = clauses.kind(place - 1) in ("", ",") or clauses.vocabulary.stating.get(before) == "states"
    return clauses.word(place) in EVERYWHERE and opens


def name_of(entity_id: str, names: Mapping[str, str]) -> str:
    """The canonical name of an entity."""
    return names.get(entity_id, entity_id.partition(":")[2])
