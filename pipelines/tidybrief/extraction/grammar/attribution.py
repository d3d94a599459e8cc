"""Who says so: the source that the text names for a sentence, carried forward within its paragraph.

What belongs here: finding the named source and the stretch of text it speaks for. Whether a sentence counts as
attributed is its factuality (`sentences`). An unnamed source ("officials said") is none.
"""

import re
from bisect import bisect_left
from collections.abc import Iterable, Mapping, Sequence
from itertools import chain, islice

from tidybrief.extraction.alternation import words_in
from tidybrief.extraction.grammar.attribution_cues import Cues, source_cues
from tidybrief.extraction.grammar.name_groups import describes_its_land, head_of_name_group, owners_of_persons
from tidybrief.extraction.grammar.source_scopes import (
    TOLD_BY,
    closes,
    parted,
    scope_before_name,
    scope_of_opening,
    scope_of_outlook,
    starts_clause,
    up_to_unnamed,
)
from tidybrief.extraction.grammar.source_stretches import add_stretches
from tidybrief.extraction.grammar.sources_named import BEFORE_VERB, CITED, REVISES, SPEAKER, Source
from tidybrief.extraction.grammar.speakers import speakers_of
from tidybrief.extraction.grammar.studies import who_asks, who_researches
from tidybrief.extraction.grammar.taken_up_sources import Named, source_named, taken_up_sources
from tidybrief.extraction.records import Entity, Mention, Sentence
from tidybrief.lexicon import Lexicon
from tidybrief.reading.document import Document

_SPEAKERS = frozenset({"ORG", "PERSON", "WORK", "POLICY", "PRODUCT", "PLACE"})
_FINDERS = ("org:", "work:")
_SHORTEST_HEADLINE = 5
_TO_LAST = (": ", " – ", " — ", " - ")
_REACH = 90
_BEHIND_COMMA = re.compile(r",[”\"]?[ ](?:[Tt]he[ ])?$")
_ASIDE = frozenset({"opening", "after the verb", CITED})
_MOST_SOURCES = 20
_REMEMBERED = 60
_CITING = re.compile(
    r"(?:\b(?:according to|in|from|as|by)|,|^) (?:an?|the|its|their)? ?(?:\w+ )?$|^(?:(?:an?|the|new|recent) )?$",
    re.IGNORECASE,
)
_LED_TO = re.compile(r"(?:\b(?:by|via|against|than|with)[ ](?:the[ ])?|\d[ ])$")
_LONGEST_LEAD = 14
_LONGEST_ARTICLE = 4
_JUDGING = re.compile(
    r"\b(?:[Ii]n|[Bb]y|[Oo]n|[Tt]o|[Ff]rom)[ ]"
    r"(?:(?:the|an?)[ ](?:(?:[12]\d{3}|new|recent|latest|large|major)[ ]){0,2})?$"
)
_LONGEST_JUDGING = 24
_TITLE = re.compile(
    r"\b(?:Dr|Mr|Mrs|Ms|Mx|Prof|Professor|Sir|Dame|Lord|Lady|Gen|Col|Capt|Lt|Sgt|Rev|Judge|Justice)\.?[ ]$"
)
_LONGEST_TITLE = 11
_APART = re.compile(r"(?:^|[,”\"’'][ ]|\b[Aa]s[ ])(?:[Tt]he[ ])?$")
_REPORTED = re.compile(r"\b(?:said|says|reported|reports|wrote|writes)(?:[ ]on[ ]\w+)?,[ ]$")
_DESCRIBED = re.compile(
    r"(?:^|[,;”\"][ ]|\b(?:and|but|while|when|as|that)[ ])"
    r"(?:[Tt]he|[Aa]n?|[Hh]is|[Hh]er|[Ii]ts|[\w.-]+['’]s)[ ][^,;]+, (?:the )?$"
)
_LONGEST_STUDY = 110
_ROLE = re.compile(r"[ ](?:(?:its|their|the|a|his|her)[ ])?(?:[a-z’'-]+[ ]){0,6}[a-z’'-]+,[ ]")


def main_source(sources: Sequence[Source]) -> Source | None:
    """The source that speaks for most of a sentence, of all it has; None where no sentence ties it to what it says."""
    tied = [source for source in sources if source.manner != "loose"]
    return max(tied, key=lambda source: (source.manner != SPEAKER, source.end - source.start), default=None)


def find_sources(
    document: Document,
    sentences: tuple[Sentence, ...],
    entities: tuple[Entity, ...],
    mentions: tuple[Mention, ...],
    lexicon: Lexicon,
) -> Mapping[int, tuple[Source, ...]]:
    """All named sources of each sentence that has one, by `sentence_no`, each with what it speaks for."""
    cues, text = source_cues(lexicon), document.text
    names = {entity.entity_id: entity.name for entity in entities}
    ordered = sorted(mentions, key=lambda mention: mention.start)
    starts = [mention.start for mention in ordered]
    by_sentence: dict[int, tuple[Source, ...]] = {}
    labels: dict[int, Mention] = {}
    speakers = speakers_of(sentences, ordered, text)
    carried: Source | None = None
    person: Mention | None = None
    organisation: Mention | None = None
    topic: Mention | None = None
    report: tuple[str, str] | None = None
    study: tuple[str, str] | None = None
    for place, sentence in enumerate(sentences):
        if place and _breaks_paragraph(text, sentences[place - 1], sentence):
            carried = None
        first = bisect_left(starts, sentence.start)
        inside = ordered[first : bisect_left(starts, sentence.end)]
        own: tuple[Source, ...] = ()
        is_cued = cues.any.search(f" {sentence.text}") is not None
        words = words_in(text, sentence.start, sentence.end) if is_cued else frozenset()
        is_headline = (sentence.kind == "heading" or place == 0) and any(one in sentence.text for one in _TO_LAST)
        if (is_cued or is_headline) and sentence.kind != "boilerplate":
            earlier = ordered[max(0, first - _REMEMBERED) : first]
            named = Named(person, organisation, study, report or _last_work(earlier, names), earlier, carried, topic)
            every = chain(
                _named_sources(text, sentence, words, inside, names, cues),
                taken_up_sources(text, sentence, words, inside, names, cues, named),
            )
            found = list(islice(every, _MOST_SOURCES))
            own = tuple(up_to_unnamed(parted(found, cues.against, sentence, text), cues.unnamed_clause, sentence, text))
        if not own and _cites_unnamed(text, sentence, words, cues):
            carried = topic = None
        elif own:
            by_sentence[sentence.sentence_no] = own
            carried = _going_on(own[-1], words, cues)
            if carried is not None and carried.entity_id.startswith(_FINDERS):
                report = (carried.entity_id, carried.name)
        elif (made := who_asks(text, sentence, words, inside, names, cues)) is not None:
            carried = made
        elif carried is not None:
            carried = _carried_into(sentence, carried, text, cues)
            by_sentence[sentence.sentence_no] = (carried,)
        if (speaker := speakers.get(sentence.sentence_no)) is not None:
            by_sentence[sentence.sentence_no] = (
                *by_sentence.get(sentence.sentence_no, ()),
                Source(speaker.entity_id, names[speaker.entity_id], True, sentence.start, sentence.end, SPEAKER),
            )
        if inside and sentence.text.endswith(":"):
            labels[sentence.sentence_no] = inside[-1]
        study = who_researches(text, words, inside, names, cues) or study
        if inside:
            person = next((mention for mention in reversed(inside) if mention.type == "PERSON"), person)
            organisation = _spoken_of(inside, text) or organisation
            topic = _spoken_of(_uncited(inside, own, text), text) or topic
    add_stretches(by_sentence, sentences, labels, names, text)
    return by_sentence


def _carried_into(sentence: Sentence, carried: Source, text: str, cues: Cues) -> Source:
    """The source of the paragraph as it stands to a sentence that names none."""
    linked = sentence.factuality == "attributed" or cues.continuing.match(text, sentence.start) is not None
    return carried._replace(
        carried=True,
        start=sentence.start,
        end=sentence.end,
        manner="linked" if linked else "loose",
        distance=carried.distance + 1,
    )


def _going_on(source: Source, words: frozenset[str], cues: Cues) -> Source | None:
    """The source of a sentence of these words as it speaks on; None where it has had its say."""
    forecasters = not words.isdisjoint(cues.forecasters)
    if source.manner in (REVISES, CITED) or (forecasters and source.manner == "opening"):
        return None
    finding = not forecasters and not words.isdisjoint(cues.studies) and source.entity_id.startswith(_FINDERS)
    return source._replace(finding=finding or source.finding)


def _spoken_of(inside: Sequence[Mention], text: str) -> Mention | None:
    """The first organisation of a sentence that no preposition or number leads to; None where there is none."""
    for mention in inside:
        if mention.type == "ORG" and _LED_TO.search(text, max(0, mention.start - _LONGEST_LEAD), mention.start) is None:
            return mention
    return None


def _uncited(inside: Sequence[Mention], own: Sequence[Source], text: str) -> Sequence[Mention]:
    """The names of a sentence without those that are only cited ("according to Acme", ", Acme data showed")."""
    cited = {
        one.named_at
        for one in own
        if one.manner in _ASIDE or _BEHIND_COMMA.search(text, max(0, one.named_at - 8), one.named_at)
    }
    return [mention for mention in inside if mention.start not in cited] if cited else inside


def _cites_unnamed(text: str, sentence: Sentence, words: frozenset[str], cues: Cues) -> bool:
    """Whether the sentence has a source without a name."""
    may_cite = not words.isdisjoint(cues.unnamed_words)
    return may_cite and cues.unnamed.search(text, sentence.start, sentence.end) is not None


def _last_work(earlier: list[Mention], names: Mapping[str, str]) -> tuple[str, str] | None:
    """The titled report that was named last, as "the report" takes it up."""
    work = next((mention for mention in reversed(earlier) if mention.type == "WORK"), None)
    return (work.entity_id, names.get(work.entity_id, work.text)) if work is not None else None


def _breaks_paragraph(text: str, before: Sentence, sentence: Sentence) -> bool:
    return "\n" in text[before.end : sentence.start]


def _named_sources(  # noqa: PLR0917 - what the sentence holds
    text: str,
    sentence: Sentence,
    words: frozenset[str],
    inside: list[Mention],
    names: Mapping[str, str],
    cues: Cues,
) -> Iterable[Source]:
    """The sources that a sentence calls by their names."""
    if sentence.kind == "heading" or sentence.sentence_no == 0:
        yield from _named_last(text, sentence, inside, names)
    may_open = inside and not words.isdisjoint(cues.opening_words)
    found = _opened(text, sentence, inside, cues) if may_open else ()
    opened = {source.start: (scope, manner) for source, scope, manner in found}
    for mention in inside:
        if mention.start in opened:
            scope, manner = opened[mention.start]
            yield source_named(mention, names, scope, manner)
    described = 0
    owners = owners_of_persons(text, inside, cues)
    for mention in inside:
        if mention.start not in opened and mention.start >= described and mention.start not in owners:
            yield from _speaking(text, sentence, mention, names, cues)
            described = _end_of_description(text, sentence, mention, cues)


def _end_of_description(text: str, sentence: Sentence, mention: Mention, cues: Cues) -> int:
    """How far a name goes on before its verb of saying: "Jane Roe of the Acme Institute said"; 0 if not at all."""
    if not text.startswith((" of ", " from ", " at "), mention.end):
        return 0
    said = cues.verb_after.match(text, mention.end, sentence.end)
    return said.end() if said is not None else 0


def _named_last(text: str, sentence: Sentence, inside: Sequence[Mention], names: Mapping[str, str]) -> Iterable[Source]:
    """The source of a headline, behind a colon or dash at its end: "Prices rose 9% in May: Acme"."""
    last = inside[-1] if inside and inside[-1].end == sentence.end else None
    if last is None or last.type not in ("ORG", "PERSON") or not text.endswith(_TO_LAST, sentence.start, last.start):
        return
    if len(text[sentence.start : last.start].split()) >= _SHORTEST_HEADLINE:
        yield source_named(last, names, (sentence.start, sentence.end), BEFORE_VERB)


def _opened(
    text: str, sentence: Sentence, inside: list[Mention], cues: Cues
) -> Iterable[tuple[Mention, tuple[int, int], str]]:
    """Sources behind opening words ("according to X"), each with what it speaks for and its manner."""
    starts = [mention.start for mention in inside]
    for opening in cues.opening.finditer(text, sentence.start, sentence.end):
        reach = opening.end() + _reach(opening.group()) + 1
        near = inside[bisect_left(starts, opening.end()) : bisect_left(starts, reach)]
        source = next((one for one in near if one.type in _SPEAKERS and not describes_its_land(one, near)), None)
        if source is None or not _leads_to(text[opening.end() : source.start]):
            continue
        if _is_beside_the_point(text, opening, sentence, cues):
            continue
        is_made = opening.group().endswith(" by") and opening.group().lower() != TOLD_BY
        if is_made and not _tells_finding(text, opening, source, sentence, cues):
            continue
        is_cited = opening.group().endswith("per")
        if not is_cited or cues.ends_citation.match(text, source.end, sentence.end) is not None:
            source = head_of_name_group(source, near, text)
            scope = scope_of_opening(text, sentence, opening, source.end)
            yield source, scope, CITED if is_cited else "opening"


def _is_beside_the_point(text: str, opening: re.Match[str], sentence: Sentence, cues: Cues) -> bool:
    """Whether what such words lead to is only worked with ("compared data from Acme"), or cited by who reports it
    ("Reuters said, citing Acme").
    """
    before = text[max(sentence.start, opening.start() - _REACH) : opening.start()]
    if opening.group().endswith(("from", "of")):
        return cues.worked_with.search(before) is not None
    return opening.group() == "citing" and _REPORTED.search(before) is not None


def _tells_finding(text: str, opening: re.Match[str], source: Mention, sentence: Sentence, cues: Cues) -> bool:
    """Whether studies "by" somebody find something, or are cited: not those that are paid for or counted."""
    is_cited = _CITING.search(text[sentence.start : opening.start()]) is not None
    return is_cited or cues.verb_after.match(text, source.end, sentence.end) is not None


def _speaking(
    text: str, sentence: Sentence, mention: Mention, names: Mapping[str, str], cues: Cues
) -> Iterable[Source]:
    """A name as a source, where a verb of saying or a noun of judging goes with it."""
    if mention.type not in _SPEAKERS or (mention.type == "PLACE" and _is_in_phrase(text, mention)):
        return
    if mention.type == "PLACE" and mention.form == "adjective":
        if cues.government.match(text, mention.end, sentence.end):
            yield source_named(mention, names, (starts_clause(text, sentence, mention), sentence.end), BEFORE_VERB)
        return
    if sentence.factuality != "attributed" and cues.act.match(text, mention.end, sentence.end):
        return
    whole = (sentence.start, sentence.end)
    if (manner := _told_in_paper(text, sentence, mention, cues)) is not None:
        yield source_named(mention, names, (starts_clause(text, sentence, mention), sentence.end), manner)
        return
    said = cues.verb_after.match(text, _end_of_name(text, sentence, mention), sentence.end)
    if said is not None and not _is_object(text, mention, said, sentence, cues):
        if said[0].rpartition(" ")[2] in cues.deeds and cues.amount.match(text, said.end(), sentence.end):
            return
        after = starts_clause(text, sentence, mention)
        if said["revised"]:
            yield source_named(mention, names, scope_of_outlook(said, sentence, text), REVISES)
            return
        if after <= mention.start <= after + _LONGEST_ARTICLE and "," in said[0]:
            after = said.end()
        scope = whole if closes(text, sentence, mention) else (after, sentence.end)
        yield source_named(mention, names, scope, BEFORE_VERB)
    elif cues.judgement.match(text, mention.end) is not None and _is_judging(text, sentence, mention):
        yield source_named(mention, names, whole, "opening")
    elif cues.verb_before.search(text[max(sentence.start, mention.start - _REACH) : mention.start]):
        yield source_named(mention, names, scope_before_name(text, sentence, mention), "after the verb")


def _is_judging(text: str, sentence: Sentence, mention: Mention) -> bool:
    """Whether words such as "in" lead to a name, an article between them only where the name is no place's."""
    found = _JUDGING.search(text, max(sentence.start, mention.start - _LONGEST_JUDGING), mention.start)
    return found is not None and (mention.type != "PLACE" or not found[0].endswith((" a ", " an ")))


def _end_of_name(text: str, sentence: Sentence, mention: Mention) -> int:
    """Where a name ends, with the comma behind it where it stands between two: "The mayor, Ana Ruiz, said"."""
    title = _TITLE.search(text, max(sentence.start, mention.start - _LONGEST_TITLE), mention.start)
    start = title.start() if title is not None else mention.start
    is_apposed = (
        mention.type in ("PERSON", "ORG")
        and text.startswith(", ", mention.end)
        and text.endswith((", ", ", the "), sentence.start, start)
        and _DESCRIBED.search(text[max(sentence.start, start - _REACH) : start]) is not None
    )
    return mention.end + is_apposed


def _told_in_paper(text: str, sentence: Sentence, mention: Mention, cues: Cues) -> str | None:
    """How a name tells something by a paper ("Acme's update on Monday had …", "A poll run on Monday by Acme found …"),
    if it does.
    """
    if cues.paper_after.match(text, mention.end, sentence.end) is not None:
        return BEFORE_VERB
    before = text[max(sentence.start, mention.start - _LONGEST_STUDY) : mention.start]
    if " by " not in before:
        return None
    has_made = cues.study_by.search(before) is not None and cues.any.search(text, mention.end, sentence.end) is not None
    return "opening" if has_made else None


def _is_object(text: str, mention: Mention, said: re.Match[str], sentence: Sentence, cues: Cues) -> bool:
    """Whether what may be a verb ends its clause as a noun, the name before it ("beating Acme estimates.")."""
    if said[0].rpartition(" ")[2] not in cues.nouns_as_well or text[said.end() : said.end() + 1] not in (
        ".",
        ",",
        ";",
        "",
    ):
        return False
    return _APART.search(text[max(sentence.start, mention.start - 8) : mention.start]) is None


def _leads_to(between: str) -> bool:
    """Whether opening words reach a name across these words: no clause between, at most its title or role
    ("according to its departing chief executive, X")."""
    return not re.search(r"[;:]|, ", between) or _ROLE.fullmatch(between) is not None


def _reach(opening: str) -> int:
    """How far behind its opening words a source may stand; right behind those that end in "by"."""
    return 24 if opening.lower().endswith(("by", "per")) else _REACH


def _is_in_phrase(text: str, mention: Mention) -> bool:
    return (
        re.search(
            r"\b(?:in|from|of|for|to|with|against|across)[ ](?:the[ ])?$",
            text[max(0, mention.start - 14) : mention.start],
        )
        is not None
    )
