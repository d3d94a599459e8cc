"""Names: every mention of a named thing, its type, and which thing it is.

What belongs here: the order of the steps. Known names are found in `matching`, unknown ones by `tagger` and
`patterns`; `decisions` chooses between their readings of a sentence, `consistency` holds them to the
whole document, `place_forms` tells adjectives from names, `linking` says which mentions name one thing.
"""

import re
from bisect import bisect_right
from collections.abc import Iterator, Mapping, Sequence

from tidybrief.extraction.confidence import name_confidence
from tidybrief.extraction.names.acronyms import fitting
from tidybrief.extraction.names.consistency import consistent, repeated, typed_by_document
from tidybrief.extraction.names.cues import name_cues
from tidybrief.extraction.names.decisions import Evidence, decide
from tidybrief.extraction.names.document_case import DocumentCase
from tidybrief.extraction.names.landmarks import with_landmarks_in_short
from tidybrief.extraction.names.linking import NameSpan, link
from tidybrief.extraction.names.listed_bodies import with_listed_bodies
from tidybrief.extraction.names.matching import name_matcher
from tidybrief.extraction.names.namesakes import with_namesakes
from tidybrief.extraction.names.overlooked import Doubts, overlooked
from tidybrief.extraction.names.patterns import (
    abbreviations_of_phrases,
    find_definitions,
    find_patterns,
    is_common_phrase,
)
from tidybrief.extraction.names.place_forms import is_modifier
from tidybrief.extraction.names.readings import Reading
from tidybrief.extraction.names.shared_names import owned
from tidybrief.extraction.names.short_forms import is_acronym
from tidybrief.extraction.names.speakers_labels import with_speakers_named
from tidybrief.extraction.names.storms import with_storms_in_short
from tidybrief.extraction.names.tagger import Tag, name_tagger
from tidybrief.extraction.names.versions import with_told_versions
from tidybrief.extraction.names.whole_names import with_own_genitives
from tidybrief.extraction.records import Entity, Mention, Sentence
from tidybrief.extraction.tokens import Tokens, exact_range, tokenise
from tidybrief.lexicon import Lexicon
from tidybrief.reading.document import Document

_ADDRESS = re.compile(r"(?:https?://|\bwww\.)\S++|(?<![\w.+-])[\w.+-]++@[\w-]++(?:\.[\w-]++)++")
_ARTICLES = ("The", "the")
_PRIOR = {"lexicon": 0.94, "gazetteer": 0.95}


def find_mentions(
    document: Document, sentences: tuple[Sentence, ...], lexicon: Lexicon
) -> tuple[tuple[Entity, ...], tuple[Mention, ...]]:
    """The named things of a document, sorted by id, and their mentions, sorted by place.

    Mentions never overlap, and each lies inside one sentence.
    """
    spans, definitions = find_spans(document, sentences, lexicon)
    entities, ids, forms = link(spans, definitions)
    mentions = tuple(
        Mention(
            span.sentence_no,
            span.start,
            span.end,
            span.text,
            ids[index],
            span.type,
            forms[index],
            span.method,
            name_confidence(span.confidence) if span.method == "tagger" else round(span.confidence, 4),
        )
        for index, span in enumerate(spans)
    )
    return entities, mentions


def find_spans(
    document: Document, sentences: Sequence[Sentence], lexicon: Lexicon
) -> tuple[list[NameSpan], Mapping[int, int]]:
    """The occurrences of names in order of their place, those of the tagger with its own confidence, not yet linked.

    Beside them, the index of each alias that the text defines, with the index of the name that it stands for.
    """
    tokenised = tokenise(document.text, sentences)
    readings = _outside_addresses(document.text, _readings(document.text, sentences, tokenised, lexicon), tokenised)
    found = [_span(document.text, sentences, tokenised, reading) for reading in readings]
    spans = with_speakers_named(found, document.text)
    return spans, find_definitions(readings, tokenised)


def _outside_addresses(text: str, readings: list[Reading], tokenised: Sequence[Tokens]) -> list[Reading]:
    """The readings that are no part of a web or mail address."""
    addresses = [found.span() for found in _ADDRESS.finditer(text)] if _has_address(text) else []
    if not addresses:
        return readings
    begins = [begin for begin, _ in addresses]

    def is_outside(reading: Reading) -> bool:
        start = tokenised[reading.sentence].starts[reading.first]
        before = bisect_right(begins, start) - 1
        return before < 0 or addresses[before][1] <= start

    return [reading for reading in readings if is_outside(reading)]


def _has_address(text: str) -> bool:
    return any(sign in text for sign in ("@", "://", "www."))


def _readings(text: str, sentences: Sequence[Sentence], tokenised: Sequence[Tokens], lexicon: Lexicon) -> list[Reading]:
    cues = name_cues(lexicon)
    tagger = name_tagger(lexicon)
    case = DocumentCase.of(tokenised)
    tags, doubts = tagger.tag_and_doubt(tokenised, case) if tagger is not None else ([], [])
    types = tagger.types if tagger is not None else ()
    by_sentence: list[list[Tag]] = [[] for _ in sentences]
    for tag in tags:
        by_sentence[tag.sentence].append(tag)
    abbreviations = abbreviations_of_phrases(tokenised, cues)
    readings: list[Reading] = []
    for number, (tokens, known) in enumerate(zip(tokenised, _known(text, sentences, tokenised, lexicon), strict=True)):
        tagged, patterns = by_sentence[number], find_patterns(number, tokens, cues, case)
        if known or tagged or patterns:
            chosen = decide(Evidence(tokens, known, tagged, patterns, types), cues, case)
            chosen = [one for one in chosen if not is_common_phrase(tokens.words, one, cues)]
            named = _without_phrases(chosen, tokens.words, abbreviations)
            readings += (_without_article(one, tokens.words) for one in named)
    readings = consistent(readings, tokenised, cues)
    if tagger is not None:
        found = overlooked(Doubts(doubts, tagger.types), readings, tokenised, case, cues)
        readings = sorted(
            (*readings, *(one for one in found if tokenised[one.sentence].words[one.first] not in abbreviations)),
            key=lambda reading: (reading.sentence, reading.first),
        )
    if tagger is not None and tagger.typer is not None:
        readings = typed_by_document(readings, tokenised, tagger, cues)
    readings = with_namesakes(readings, tokenised, cues)
    readings = with_storms_in_short(readings, tokenised, cues)
    readings = with_landmarks_in_short(readings, tokenised)
    readings = with_told_versions(readings, tokenised, cues)
    readings = repeated(with_own_genitives(readings, tokenised), tokenised, case, cues)
    readings = with_listed_bodies(readings, tokenised, lexicon)
    return fitting(owned(readings, tokenised, lexicon), tokenised, lexicon)


def _without_phrases(
    readings: Sequence[Reading], words: Sequence[str], abbreviations: frozenset[str]
) -> Sequence[Reading]:
    """The readings, less abbreviations of what is no name."""
    if not abbreviations:
        return readings
    return [one for one in readings if one.last - one.first > 1 or words[one.first] not in abbreviations]


def _without_article(reading: Reading, words: Sequence[str]) -> Reading:
    """The reading, of a body less the article with which it is known: "The Guardian"."""
    has_article = reading.type == "ORG" and reading.last - reading.first > 1 and words[reading.first] in _ARTICLES
    return reading._replace(first=reading.first + 1) if has_article else reading


def _known(
    text: str, sentences: Sequence[Sentence], tokenised: Sequence[Tokens], lexicon: Lexicon
) -> Iterator[list[Reading]]:
    """Known names of each sentence, where they begin and end at borders of tokens."""
    matches = name_matcher(lexicon).find(text)
    position = 0
    for number, (sentence, tokens) in enumerate(zip(sentences, tokenised, strict=True)):
        inside: list[Reading] = []
        while position < len(matches) and matches[position][0] < sentence.end:
            start, end, known = matches[position]
            position += 1
            if start < sentence.start or end > sentence.end:
                continue
            exact = exact_range(tokens, start, end)
            if exact is not None:
                prior = _PRIOR[known.source]
                inside.append(Reading(number, *exact, known.type, known.source, prior, known.form, known))
        yield inside


def _span(text: str, sentences: Sequence[Sentence], tokenised: Sequence[Tokens], reading: Reading) -> NameSpan:
    tokens = tokenised[reading.sentence]
    start, end = tokens.starts[reading.first], tokens.end(reading.last - 1)
    surface = text[start:end]
    form = reading.form
    if reading.type == "PLACE" and form != "adjective" and is_modifier(tokens, reading.first, reading.last):
        form = "adjective"
    elif form == "name" and is_acronym(surface):
        form = "acronym"
    return NameSpan(
        sentences[reading.sentence].sentence_no,
        start,
        end,
        surface,
        reading.type,
        form,
        reading.method,
        reading.confidence,
        reading.known,
    )
