"""Names: every mention of a named thing, its type, and which thing it is.

What belongs here: the order in which the sources of evidence speak, and the decision between them. The sources stand in
modules of their own: known names (`name_matching`), runs of capitals (`name_grammar`) and their types (`name_types`);
which mentions name one thing is decided in `linking`.
"""

from collections.abc import Iterator, Sequence

from tidybrief.extraction.linking import NameSpan, is_acronym, link
from tidybrief.extraction.name_cues import NameCues, name_cues
from tidybrief.extraction.name_grammar import (
    HYPHENS,
    DocumentCase,
    document_case,
    find_runs,
    is_all_capitals,
    is_name_like,
    is_title_case,
)
from tidybrief.extraction.name_matching import KnownName, name_matcher
from tidybrief.extraction.name_types import type_by_context, type_by_words
from tidybrief.extraction.records import Entity, Mention, Sentence
from tidybrief.extraction.tokens import Tokens, token_range, tokenise
from tidybrief.lexicon import Lexicon
from tidybrief.reading.document import Document

_CONFIDENCE = {"lexicon": 0.92, "gazetteer": 0.94, "grammar": 0.7}


def find_mentions(
    document: Document, sentences: tuple[Sentence, ...], lexicon: Lexicon
) -> tuple[tuple[Entity, ...], tuple[Mention, ...]]:
    """The named things of a document, sorted by id, and their mentions, sorted by place.

    Mentions never overlap, and each lies inside one sentence.
    """
    tokenised = tokenise(document.text, sentences)
    cues = name_cues(lexicon)
    case = document_case(tokenised)
    known = _known_by_sentence(document.text, sentences, lexicon)
    spans: list[NameSpan] = []
    for sentence, tokens, matches in zip(sentences, tokenised, known, strict=True):
        spans.extend(_names_of_sentence(document.text, sentence, tokens, matches, cues, case))
    entities, ids, forms = link(spans)
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
            span.confidence,
        )
        for index, span in enumerate(spans)
    )
    return entities, mentions


def _known_by_sentence(
    text: str, sentences: Sequence[Sentence], lexicon: Lexicon
) -> Iterator[list[tuple[int, int, KnownName]]]:
    matches = name_matcher(lexicon).find(text)
    position = 0
    for sentence in sentences:
        while position < len(matches) and matches[position][0] < sentence.start:
            position += 1
        inside = []
        while position < len(matches) and matches[position][0] < sentence.end:
            if matches[position][1] <= sentence.end:
                inside.append(matches[position])
            position += 1
        yield inside


def _names_of_sentence(
    text: str,
    sentence: Sentence,
    tokens: Tokens,
    matches: list[tuple[int, int, KnownName]],
    cues: NameCues,
    case: DocumentCase,
) -> list[NameSpan]:
    words = tokens.words
    spans: list[NameSpan] = []
    shouting = is_title_case(words) or is_all_capitals(words)
    reached = 0
    by_first = {}
    for start, end, known in matches:
        first, last = token_range(tokens, start, end)
        if first < last and tokens.starts[first] == start and tokens.ends[last - 1] == end:
            by_first[first] = (last, known)
    runs = {run.first: run.last for run in find_runs(tokens, cues, case)}
    position = 0
    while position < len(words):
        run_last = runs.get(position)
        if position in by_first:
            last, known = by_first[position]
            extended = _known_inside_run(words, position, last, known, run_last, cues)
            if extended is None:
                spans.append(_known_span(text, sentence, tokens, position, last, known, words))
                position = last
                if run_last is not None and run_last > last:
                    runs.setdefault(last, run_last)
                continue
        if run_last is not None and not (shouting and sentence.kind == "heading"):
            # a run ends where a known name of its own begins, unless the run as a whole says what it is
            for span in _typed_run(text, sentence, tokens, position, run_last, by_first, cues, shouting):
                spans.append(span)
            position = max(
                position + 1, min(run_last, _next_known(by_first, position, run_last, words, cues))
            )
            if position < run_last and position not in by_first:
                runs.setdefault(position, run_last)
            continue
        position += 1
    return spans


def _next_known(
    by_first: dict[int, tuple[int, KnownName]], first: int, last: int, words: Sequence[str], cues: NameCues
) -> int:
    if type_by_words(words[first:last], cues) is not None:
        return last
    return min((start for start in by_first if first < start < last), default=last)


def _known_inside_run(
    words: Sequence[str], first: int, last: int, known: KnownName, run_last: int | None, cues: NameCues
) -> str | None:
    """The type of a longer name that the known name is only a part of, or None."""
    if run_last is None or run_last <= last or words[last] in HYPHENS:
        return None
    entity_type = type_by_words(words[first:run_last], cues)
    if entity_type in {"ORG", "POLICY", "EVENT", "WORK"} and known.type == "PLACE":
        return entity_type
    return None


def _known_span(
    text: str,
    sentence: Sentence,
    tokens: Tokens,
    first: int,
    last: int,
    known: KnownName,
    words: Sequence[str],
) -> NameSpan:
    start, end = tokens.starts[first], tokens.ends[last - 1]
    form = known.form
    if known.type == "PLACE" and form != "adjective" and _is_modifier(words, last):
        form = "adjective"
    return NameSpan(
        sentence.sentence_no,
        start,
        end,
        text[start:end],
        known.type,
        form,
        known.source,
        _CONFIDENCE[known.source],
        known,
    )


def _is_modifier(words: Sequence[str], last: int) -> bool:
    """Whether a place stands directly before a noun that it modifies."""
    return False


def _typed_run(
    text: str,
    sentence: Sentence,
    tokens: Tokens,
    first: int,
    run_last: int,
    by_first: dict[int, tuple[int, KnownName]],
    cues: NameCues,
    shouting: bool,
) -> list[NameSpan]:
    words = tokens.words
    last = min(run_last, _next_known(by_first, first, run_last, words, cues))
    titled = False
    while first < last and words[first].rstrip(".") in cues.titles and first + 1 < last:
        first += 1
        titled = True
    while first < last and (
        words[last - 1] in HYPHENS or words[last - 1] == "&" or words[last - 1].islower()
    ):
        last -= 1
    if first >= last:
        return []
    inside = words[first:last]
    if all(word in cues.never or word.rstrip(".") in cues.titles for word in inside):
        return []
    entity_type = "PERSON" if titled else None
    entity_type = entity_type or type_by_words(inside, cues) or type_by_context(words, first, last, cues)
    if entity_type is None:
        if shouting:
            return []
        entity_type = _type_by_shape(inside, cues)
    start, end = tokens.starts[first], tokens.ends[last - 1]
    form = "acronym" if is_acronym(text[start:end]) else "name"
    return [
        NameSpan(
            sentence.sentence_no,
            start,
            end,
            text[start:end],
            entity_type,
            form,
            "grammar",
            _CONFIDENCE["grammar"],
        )
    ]


def _type_by_shape(words: Sequence[str], cues: NameCues) -> str:
    if len(words) == 1 and words[0] in cues.given_names:
        return "PERSON"
    if 2 <= len(words) <= 3 and all(
        word.isalpha() and not word.isupper() and is_name_like(word) for word in words
    ):
        return "PERSON" if words[0] in cues.given_names else "ORG"
    return "ORG"
