"""Figures: what each quantity says, about whom, for when, and who says so.

What belongs here: going through the sentences that hold a quantity. How each part is found stands in `subjects`,
`indicators`, `periods`, `sources` and `wholes`; what one figure takes over from another, in `takeover`; amounts said
twice, in `restatements`.
"""

from bisect import bisect_left
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from itertools import chain

from tidybrief.extraction.confidence import figure_confidence
from tidybrief.extraction.figures.anaphora import Anaphors, anaphors
from tidybrief.extraction.figures.background import asides, heard_by, is_baseline, is_of_what_came_before, telling
from tidybrief.extraction.figures.called import CommonNouns
from tidybrief.extraction.figures.citations import without_citations
from tidybrief.extraction.figures.continued_measures import measured_before
from tidybrief.extraction.figures.coreference import with_taken_up
from tidybrief.extraction.figures.countries import countries_among
from tidybrief.extraction.figures.dated_sections import dates_section
from tidybrief.extraction.figures.datelines import Row, apart_from, bylines, mastheads, without_datelines
from tidybrief.extraction.figures.definitions import defined_unit, of_definition
from tidybrief.extraction.figures.indicators import NO_INDICATOR, indicator_of
from tidybrief.extraction.figures.lately import Opener, leading_of, named_lately, opener_after
from tidybrief.extraction.figures.limits import with_limits_read
from tidybrief.extraction.figures.name_roles import named_places
from tidybrief.extraction.figures.periods import Before, period_of
from tidybrief.extraction.figures.ranking import Ranker, learnt_ranker
from tidybrief.extraction.figures.reporters import informants
from tidybrief.extraction.figures.restatements import restated
from tidybrief.extraction.figures.results import ToldResults
from tidybrief.extraction.figures.section_subjects import named_alone, section_spoken_of, section_subjects
from tidybrief.extraction.figures.sentence_view import (
    NOBODY,
    WORLD,
    Previous,
    SentenceView,
    Topic,
    speaks_of_the_world,
)
from tidybrief.extraction.figures.sources import source_of, with_one_carried_source
from tidybrief.extraction.figures.spokespersons import interviewed, organisation_of
from tidybrief.extraction.figures.subjects import name_of, subject_of, topic_of
from tidybrief.extraction.figures.summed_parts import with_summed_wholes
from tidybrief.extraction.figures.tables import in_tables
from tidybrief.extraction.figures.takeover import taken_over
from tidybrief.extraction.figures.terms import TERM, Terms
from tidybrief.extraction.figures.told_periods import results_for, results_told, teller_of
from tidybrief.extraction.figures.wholes import stated_whole
from tidybrief.extraction.grammar.clauses import Clauses
from tidybrief.extraction.grammar.sources_named import Source
from tidybrief.extraction.grammar.spans import spans_of
from tidybrief.extraction.grammar.word_classes import Words, grammar_words
from tidybrief.extraction.records import Entity, Figure, Mention, Quantity, Sentence, TemporalExpression
from tidybrief.lexicon import Lexicon
from tidybrief.reading.document import Document

_WINDOW = 2000
_REMEMBERED_NAMES = 30
_RECENT_DATES = 3
_RECENT_FIGURES = 8
_MEMORY = 50


@dataclass(slots=True)
class _Paragraph:
    """What the paragraph has said so far."""

    start: int
    figures: list[Figure] = field(default_factory=list)
    before: Figure | None = None
    """The last figure of the paragraphs before."""
    told_before: Figure | None = None
    """The last of them that is not only what another is compared with."""
    dates: list[TemporalExpression] = field(default_factory=list)
    """The dates of its sentences so far."""
    heading_dates: Sequence[TemporalExpression] = ()
    """Those of the heading above it, or of the title."""
    dated_heading: bool = False
    """Whether that heading says no more than of when all below it is told."""
    opener: Opener | None = None
    """What the sentence right before opens with."""
    label: str = ""
    """The entity that its label names: "Acme: The company …"."""
    section: str = ""
    """The entity that the heading above it names and nothing else."""
    speaks_for: str = ""
    """The organisation of the person whom its label names."""


@dataclass(frozen=True, slots=True)
class _Reader:
    """What is known of the document, and of language, while its sentences are read."""

    document: Document
    words: Words
    anaphors: Anaphors
    ranker: Ranker
    names: Mapping[str, str]
    sources: Mapping[int, tuple[Source, ...]]
    topic: Topic
    mentions: list[Mention]
    """In the order of the text, with the nouns that take them up."""
    leads: dict[str, int]
    """The last sentence that each entity has opened."""
    cited: set[str]
    """The entities that were given as a source."""
    called: CommonNouns
    terms: Terms
    results: dict[str, TemporalExpression]
    """The period whose results each entity was last said to tell."""
    told_results: ToldResults


def find_figures(  # noqa: PLR0917 - what the document holds
    document: Document,
    sentences: tuple[Sentence, ...],
    entities: tuple[Entity, ...],
    mentions: tuple[Mention, ...],
    dates: tuple[TemporalExpression, ...],
    quantities: tuple[Quantity, ...],
    sources: Mapping[int, tuple[Source, ...]],
    lexicon: Lexicon,
    ranker: Ranker | None = None,
) -> tuple[Figure, ...]:
    """One figure for each quantity outside page furniture, in the order of the text.

    `sources` are those of each sentence, by its number. `ranker` answers in place of the learnt one, as in training.
    """
    if not quantities:
        return ()
    text, words, countries = document.text, grammar_words(lexicon), countries_among(entities, lexicon)
    behind = without_datelines(sentences, _by_sentence(mentions), countries, text)
    written = {**behind, **bylines(sentences)}
    dates, mentions = (
        without_citations(apart_from(written, dates), mentions, text),
        apart_from({**written, **mastheads(sentences)}, mentions),
    )
    by_name, anaphoric = sorted(mentions, key=_start), anaphors(lexicon)
    called = CommonNouns(by_name, text, words)
    in_order = with_taken_up(text, sentences, by_name, called, anaphoric.of_the_state)
    reader = _Reader(
        document,
        words,
        anaphoric,
        ranker or learnt_ranker(),
        {entity.entity_id: entity.name for entity in entities},
        sources,
        topic_of(in_order, sentences[0].end, text, countries, informants(mentions, sources, text, words.bodies)),
        in_order,
        {},
        set(),
        called,
        Terms(text),
        {},
        ToldResults(),
    )
    mentions_of, dates_of, quantities_of = _by_sentence(mentions), _by_sentence(dates), _by_sentence(quantities)
    sections, answering = section_subjects(sentences, mentions_of), interviewed(sentences, sources)
    figures: list[Figure] = []
    paragraph = _Paragraph(0)
    before: Sentence | None = None
    heading_dates: Sequence[TemporalExpression] = ()
    dated_heading, section = False, ""
    for row in sentences:
        if before is not None and "\n" in text[before.end : row.start]:
            last = figures[-1] if figures else None
            told = next((row for row in reversed(figures[-_RECENT_FIGURES:]) if not is_baseline(row, text)), last)
            paragraph = _Paragraph(row.start, [], last, told, [], heading_dates, dated_heading, section=section)
        before = row
        sentence = behind.get(row.sentence_no, row)
        if sentence.kind == "heading" or sentence.sentence_no == 0:
            of_heading = dates_of.get(sentence.sentence_no, [])[-1:]
            heading_dates = of_heading or heading_dates
            if of_heading or (sentence.kind == "heading" and not sentence.text.endswith(":")):
                dated_heading = any(dates_section(row, sentence) for row in of_heading)
        inside = mentions_of.get(sentence.sentence_no, [])
        if sentence.kind == "heading":
            paragraph.label = named_alone(sentence, inside, (":",))
            paragraph.speaks_for = organisation_of(paragraph.label, in_order, text)
        elif sentence.sentence_no in answering:
            paragraph.label = answering[sentence.sentence_no]
            paragraph.speaks_for = organisation_of(paragraph.label, in_order, text)
        section = sections.get(sentence.sentence_no, section)
        found: list[Figure] = []
        if sentence.sentence_no in quantities_of:
            found = _figures_of_long_sentence(
                sentence,
                inside,
                dates_of.get(sentence.sentence_no, []),
                quantities_of[sentence.sentence_no],
                paragraph,
                reader,
            )
            figures.extend(found)
            paragraph.figures.extend(found)
        if sentence.sentence_no in dates_of:
            paragraph.dates.extend(telling(dates_of[sentence.sentence_no], found, text))
        silent = {source.entity_id for source in reader.sources.get(sentence.sentence_no, ())}
        reader.cited.update(silent)
        leading = leading_of(inside, silent, sentence)
        if leading is not None:
            reader.leads[leading.entity_id] = sentence.sentence_no
        paragraph.opener = opener_after(sentence, inside, silent, paragraph.opener, tells=bool(found))
        _remember_results(sentence, inside, dates_of.get(sentence.sentence_no, []), found, reader)
    return in_tables(with_summed_wholes(figures, text), text, by_name, dates, reader.names)


def _remember_results(
    sentence: Sentence,
    inside: list[Mention],
    dates: list[TemporalExpression],
    found: list[Figure],
    reader: _Reader,
) -> None:
    """Keeps the period whose results a sentence tells, for the entity that tells them."""
    results = results_told(dates, sentence, reader.words, reader.document.text) if dates else None
    if results is not None and (told_by := teller_of(found, inside)) is not None:
        reader.results[told_by] = results


def _by_sentence(rows: tuple[Row, ...]) -> dict[int, list[Row]]:
    by_number: dict[int, list[Row]] = {}
    for row in rows:
        by_number.setdefault(row.sentence_no, []).append(row)
    return by_number


def _figures_of_long_sentence(  # noqa: PLR0917 - what the sentence holds
    sentence: Sentence,
    inside: list[Mention],
    dates: list[TemporalExpression],
    quantities: list[Quantity],
    paragraph: _Paragraph,
    reader: _Reader,
) -> list[Figure]:
    """The figures of a sentence; one beyond all measure is read window by window, so that time stays linear."""
    if sentence.end - sentence.start <= 2 * _WINDOW:
        return _figures_of_sentence(sentence, inside, dates, quantities, paragraph, reader)
    text = reader.document.text
    found: list[Figure] = []
    first = 0
    while first < len(quantities):
        last = bisect_left(quantities, quantities[first].start + _WINDOW, key=_start)
        start = max(sentence.start, quantities[first].start - _WINDOW // 2)
        end = min(sentence.end, quantities[last - 1].end + _WINDOW // 2)
        window = replace(sentence, start=start, end=end, text=text[start:end])
        near_dates = dates[bisect_left(dates, start, key=_start) : bisect_left(dates, end, key=_start)]
        near_names = inside[bisect_left(inside, start, key=_start) : bisect_left(inside, end, key=_start)]
        found += _figures_of_sentence(window, near_names, near_dates, quantities[first:last], paragraph, reader)
        first = last
    return found


def _start(row: Mention | TemporalExpression | Quantity) -> int:
    return row.start


def _figures_of_sentence(  # noqa: PLR0917 - what the sentence holds
    sentence: Sentence,
    inside: list[Mention],
    dates: list[TemporalExpression],
    quantities: list[Quantity],
    paragraph: _Paragraph,
    reader: _Reader,
) -> list[Figure]:
    text = reader.document.text
    clauses = Clauses(text, sentence, spans_of(quantities, dates, inside), reader.words)
    first_name = bisect_left(reader.mentions, sentence.start, key=_start)
    earlier = reader.mentions[max(0, first_name - _REMEMBERED_NAMES) : first_name]
    view = SentenceView(
        clauses,
        with_limits_read(clauses, quantities),
        named_places(inside, clauses),
        earlier,
        named_lately(earlier, reader.leads, reader.cited, sentence.sentence_no, paragraph.start),
        reader.leads,
        reader.sources.get(sentence.sentence_no, ()),
        reader.words.worldwide.search(sentence.text) is not None,
        speaks_of_the_world(sentence, inside),
        reader.called,
        reader.terms,
        reader.told_results,
        paragraph.label,
        paragraph.opener,
        section_spoken_of(paragraph.section, paragraph.start, earlier, reader.cited),
        paragraph.speaks_for,
    )
    continuing = reader.words.anaphoric_opening.match(sentence.text) is not None
    aside = asides(dates, sentence, text, reader.words.acts_of_origin)
    found: list[Figure] = []
    for place, quantity in enumerate(quantities):
        previous = quantities[place - 1] if place else None
        following = quantities[place + 1] if place + 1 < len(quantities) else None
        figure = restated(quantity, previous, found[-1], text) if previous is not None else None
        if figure is None:
            figure = _figure(quantity, view, dates, aside, (previous, following), found, paragraph, reader)
            figure = taken_over(figure, found, paragraph.figures, text, continuing=continuing)
            unit = defined_unit(quantity, (previous, following), text)
            figure = of_definition(figure, unit) if unit else figure
        found.append(figure)
        reader.told_results.hear(figure, reader.words)
    return with_one_carried_source(found, view)


def _figure(  # noqa: PLR0917 - what the sentence holds
    quantity: Quantity,
    view: SentenceView,
    dates: list[TemporalExpression],
    aside: list[tuple[int, int]],
    neighbours: tuple[Quantity | None, Quantity | None],
    found: list[Figure],
    paragraph: _Paragraph,
    reader: _Reader,
) -> Figure:
    clauses, sentence = view.clauses, view.clauses.sentence
    earlier, distance = _figure_before(found, paragraph)
    subject_id, subject, subject_confidence = subject_of(
        quantity,
        neighbours,
        view,
        reader.topic,
        Previous(_subject_key(earlier), earlier.kind, earlier.end, distance) if earlier is not None else None,
        reader.anaphors,
        reader.ranker,
    )
    if subject_id is not None:
        subject = name_of(subject_id, reader.names)
    source = source_of(quantity, view, earlier, distance, subject_id, [*paragraph.figures, *found], reader.ranker)
    measured, near = measured_before(quantity, found[-_RECENT_FIGURES:], earlier, distance, view)
    around = clauses if view.is_limit(quantity.start) else view.limited
    indicator = indicator_of(quantity, around, measured, near, reader.ranker)
    lately = heard_by(found[-_RECENT_FIGURES:], aside, quantity)
    told = [row for row in lately if not is_baseline(row, clauses.text)]
    period = period_of(
        quantity,
        [row for row in heard_by(dates, aside, quantity) if not is_of_what_came_before(row, quantity, clauses.text)],
        clauses,
        _before(told, paragraph, sentence, subject_id or subject, reader),
        reader.document.published_on,
        reader.ranker,
    )
    confidence = figure_confidence(quantity, has_subject=subject is not None, has_indicator=indicator is not None)
    return Figure(
        sentence.sentence_no, quantity.start, quantity.end, quantity.text, quantity.kind, quantity.value,
        quantity.value_high, quantity.unit, quantity.qualifier, subject_id, subject,
        indicator[0] if indicator else None, period.start, period.end,
        source[0] if source else None, source[1] if source else None,
        stated_whole(quantity, neighbours[1], neighbours[0], clauses), sentence.factuality or "asserted",
        quantity.method, confidence, subject_confidence, indicator[1] if indicator else NO_INDICATOR,
    )  # fmt: skip


def _before(
    told: list[Figure], paragraph: _Paragraph, sentence: Sentence, subject: str | None, reader: _Reader
) -> Before:
    """What the times told before a figure are; `told` are the last figures of its sentence that may pass one on."""
    text = reader.document.text
    earlier, distance = _figure_before(told, paragraph)
    if distance == "paragraph":
        earlier = next(
            (row for row in reversed(paragraph.figures[-_RECENT_FIGURES:]) if not is_baseline(row, text)), earlier
        )
    elif distance == "document":
        earlier = paragraph.told_before
    dated = next(
        (
            row
            for row in chain(reversed(told), reversed(paragraph.figures[-_MEMORY:]))
            if (row.time_start or row.time_end) and not is_baseline(row, text)
        ),
        None,
    )
    recent = [
        (sentence.sentence_no - row.sentence_no, row)
        for row in paragraph.dates[-_RECENT_DATES:]
        if sentence.sentence_no - row.sentence_no <= _RECENT_DATES and (row.date_start or row.date_end)
    ]
    is_named = reader.names.get(subject or "", "") in sentence.text
    results = results_for(subject, reader.results, is_named=subject is not None and is_named)
    return Before(earlier, distance, dated, recent, paragraph.heading_dates, subject, paragraph.dated_heading, results)


def _figure_before(found: list[Figure], paragraph: _Paragraph) -> tuple[Figure | None, str]:
    """The figure before, and how far off it stands."""
    if found:
        return found[-1], "sentence"
    if paragraph.figures:
        return paragraph.figures[-1], "paragraph"
    return paragraph.before, "document"


def _subject_key(figure: Figure) -> str:
    if figure.subject_id is not None or figure.subject is None:
        return figure.subject_id or NOBODY
    return WORLD if figure.subject == WORLD else TERM + figure.subject
