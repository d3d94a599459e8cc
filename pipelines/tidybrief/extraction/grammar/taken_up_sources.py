"""Sources that a sentence takes up from before: "he said", "it said", "the data shows", "the report found", "the
company said", "according to its annual report".

What belongs here: whom such words mean. Sources that a sentence calls by their names stand in `attribution`.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

from tidybrief.extraction.grammar.attribution_cues import Cues
from tidybrief.extraction.grammar.source_scopes import clause_around, scope_of_opening, scope_of_outlook
from tidybrief.extraction.grammar.sources_named import BEFORE_VERB, REVISES, Source
from tidybrief.extraction.records import Mention, Sentence

_PERSONS = frozenset({"he", "He", "she", "She"})
_THINGS = frozenset({"it", "It"})
_SHORTEST_OPENING = 8
_OPENS_SENTENCE = re.compile(r"(?:^|\n|[.!?][”\"’]? )(?:[Tt]he )?$")
_APPOSED = re.compile(r",[ ](?:an?|the|its)[ ](?:[\w-]+[ ]?){1,6}")
_LONGEST_PUBLICATION = 80
_NEAR = 2
"""How many sentences before one a report that it takes up may have been published."""


class Named(NamedTuple):
    """Whom the text has named before a sentence: what pronouns and common nouns in it may take up."""

    person: Mention | None
    organisation: Mention | None
    study: tuple[str, str] | None
    """Whose study was told of last; `report`, the report that was cited last, or who was."""
    report: tuple[str, str] | None
    earlier: Sequence[Mention]
    """Those that the text has named last, in its order."""
    carried: Source | None
    """The source that the paragraph has named last."""
    topic: Mention | None
    """The organisation that was spoken of last, not only cited."""


def taken_up_sources(  # noqa: PLR0917 - what the sentence holds
    text: str,
    sentence: Sentence,
    words: frozenset[str],
    inside: Sequence[Mention],
    names: Mapping[str, str],
    cues: Cues,
    before: Named,
) -> Iterator[Source]:
    """The sources that a sentence, of these words, takes up from before it, or from its own beginning."""
    if not words.isdisjoint(_PERSONS):
        for pronoun in cues.pronoun.finditer(text, sentence.start, sentence.end):
            person = _person_meant(text, pronoun.start(), inside, before)
            if person is not None:
                yield source_named(person, names, (sentence.start, sentence.end), "pronoun")
    taken_up = (
        _of_paragraph(text, sentence, words, cues, before)
        or _of_it(text, sentence, words, inside, names, cues, before)
        or _of_own_paper(text, sentence, words, inside, names, cues, before)
        or _of_report(text, sentence, words, names, cues, before)
        or _of_organisation(text, sentence, words, inside, names, cues, before)
    )
    if taken_up is not None:
        yield taken_up


def _person_meant(text: str, at: int, inside: Sequence[Mention], before: Named) -> Mention | None:
    """Whom "he" means there: the first person of its sentence, if nobody was named before or it stands in a relative
    clause ("the budget, which he said would …"); else who was named last.
    """
    if before.person is not None and not text.endswith(("which ", "whom ", "whose "), 0, at):
        return before.person
    own = (one for one in inside if one.type == "PERSON" and one.end <= at)
    return next(own, before.person)


def source_named(mention: Mention, names: Mapping[str, str], scope: tuple[int, int], manner: str) -> Source:
    """The source that a mention names, for a stretch of text."""
    name = names.get(mention.entity_id, mention.text)
    return Source(mention.entity_id, name, False, *scope, manner, named_at=mention.start)


def _of_paragraph(text: str, sentence: Sentence, words: frozenset[str], cues: Cues, before: Named) -> Source | None:
    """The source of the paragraph where "it said" or "the data shows" takes it up."""
    carried = before.carried
    if carried is None or carried.entity_id.startswith("person:"):
        return None
    finds = not words.isdisjoint(cues.finding_words) and cues.findings.search(text, sentence.start, sentence.end)
    says = carried.manner == BEFORE_VERB and _opens_sentence(text, carried.named_at)
    if finds or (says and cues.it_says.match(text, sentence.start, sentence.end)):
        manner = "report" if finds else "pronoun"
        return carried._replace(carried=False, start=sentence.start, end=sentence.end, manner=manner, distance=0)
    return None


def _of_it(  # noqa: PLR0917 - what the sentence holds
    text: str,
    sentence: Sentence,
    words: frozenset[str],
    inside: Sequence[Mention],
    names: Mapping[str, str],
    cues: Cues,
    before: Named,
) -> Source | None:
    """Whom "it" means in "It also says", "…, it added" and "a plant which it said would open": the organisation named
    before it in its sentence, the source of the paragraph, or who opens the sentence before.
    """
    if words.isdisjoint(_THINGS):
        return None
    aside = cues.it_said_aside.search(text, sentence.start, sentence.end)
    opening = cues.it_says.match(text, sentence.start, sentence.end)
    if aside is None and opening is None:
        return None
    start = sentence.start
    if aside is not None:
        own = next((one for one in reversed(inside) if one.type == "ORG" and one.end <= aside.start()), None)
        is_relative = aside.group().startswith("which")
        if own is not None:
            return source_named(own, names, (aside.start() if is_relative else start, sentence.end), "pronoun")
        start = aside.start() if is_relative else start
        carried = before.carried
        if carried is not None and not carried.entity_id.startswith("person:"):
            return carried._replace(carried=False, start=start, end=sentence.end, manner="pronoun", distance=0)
    topic = before.topic
    if topic is None or topic.sentence_no < sentence.sentence_no - 1 or not _opens_sentence(text, topic.start):
        return None
    return source_named(topic, names, (start, sentence.end), "pronoun")


def _of_own_paper(  # noqa: PLR0917 - what the sentence holds
    text: str,
    sentence: Sentence,
    words: frozenset[str],
    inside: Sequence[Mention],
    names: Mapping[str, str],
    cues: Cues,
    before: Named,
) -> Source | None:
    """Who is spoken of, where its own paper is cited."""
    if words.isdisjoint(cues.own_paper_words):
        return None
    paper = cues.own_paper.search(text, sentence.start, sentence.end)
    if paper is None:
        return None
    own = (mention for mention in inside if mention.type == "ORG" and mention.end < paper.start())
    owner = next(own, before.topic)
    if owner is None:
        return None
    scope = scope_of_opening(text, sentence, paper, paper.end())
    return source_named(owner, names, scope, "opening")._replace(named_at=paper.start())


def _of_report(  # noqa: PLR0917 - what the sentence holds
    text: str, sentence: Sentence, words: frozenset[str], names: Mapping[str, str], cues: Cues, before: Named
) -> Source | None:
    """The report named before, or who published it or the data, where "the report" or "the data" says something."""
    reports = not words.isdisjoint(cues.report_words) and cues.report.search(text, sentence.start, sentence.end)
    finds = not words.isdisjoint(cues.finding_words) and cues.findings.search(text, sentence.start, sentence.end)
    if not (reports or finds):
        return None
    publisher = next((one for one in reversed(before.earlier) if _publishes(one, sentence, text, cues)), None)
    if publisher is not None:
        return source_named(publisher, names, (sentence.start, sentence.end), "report")
    meant = before.report
    if reports and (meant is None or not words.isdisjoint(cues.research_words)):
        meant = before.study or meant
    if not reports or meant is None:
        return None
    return Source(*meant, False, sentence.start, sentence.end, "report")


def _publishes(mention: Mention, sentence: Sentence, text: str, cues: Cues) -> bool:
    """Whether a name right before a sentence is that of who published a report: "Acme released its annual survey"."""
    if mention.type != "ORG" or mention.sentence_no < sentence.sentence_no - _NEAR:
        return False
    if cues.publishing.match(text, mention.end) is not None:
        return True
    return cues.published_by.search(text[max(0, mention.start - _LONGEST_PUBLICATION) : mention.start]) is not None


def _of_organisation(  # noqa: PLR0917 - what the sentence holds
    text: str,
    sentence: Sentence,
    words: frozenset[str],
    inside: Sequence[Mention],
    names: Mapping[str, str],
    cues: Cues,
    before: Named,
) -> Source | None:
    """The organisation that "the company said" takes up."""
    if words.isdisjoint(cues.organisation_words):
        return None
    said = cues.organisation.search(text, sentence.start, sentence.end)
    meant = _meant(said, text, inside, before, names, cues) if said is not None else None
    if said is None or meant is None:
        return None
    if said["revised"]:
        return source_named(meant, names, scope_of_outlook(said, sentence, text), REVISES)
    return source_named(meant, names, clause_around(text, sentence, said), "noun")


def _opens_sentence(text: str, at: int) -> bool:
    return _OPENS_SENTENCE.search(text[max(0, at - _SHORTEST_OPENING) : at]) is not None


def _meant(  # noqa: PLR0917 - what the sentence holds
    said: re.Match[str],
    text: str,
    inside: Sequence[Mention],
    named: Named,
    names: Mapping[str, str],
    cues: Cues,
) -> Mention | None:
    """The organisation that a common noun takes up: one called so, one of the same sentence, the one named before; only
    one called so, where the noun is part of the name of what it means ("the union") or tells its trade ("the energy
    regulator").
    """
    noun = said["noun"] or said["cited"]
    before = [mention for mention in inside if mention.end <= said.start() and mention.type == "ORG"]
    earlier = (mention for mention in reversed(named.earlier) if mention.type == "ORG")
    in_full = names if noun in cues.nouns_in_names else {}
    called = (one for one in (*reversed(before), *earlier) if _goes_by(noun, one, text, in_full))
    tells_trade = (said["kind"] or said["kind_cited"]) and noun in cues.nouns_of_trades
    is_any = noun not in cues.nouns_in_names and not tells_trade
    return next(called, (before[-1] if before else named.organisation) if is_any else None)


def _goes_by(noun: str, mention: Mention, text: str, names: Mapping[str, str]) -> bool:
    """Whether a noun is in the name of an organisation, or right behind it: "Statnett, the grid operator"."""
    name = f"{mention.text} {names.get(mention.entity_id, '')}".lower()
    behind = _APPOSED.match(text, mention.end)
    return noun in name or (behind is not None and noun in behind[0].split())
