"""Who says so, for one figure: chosen among the sources of its sentence, the one that carries on, and nobody.

What belongs here: the candidates, their features and the choice. The sources of sentences are found in `attribution`.
"""

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import replace

from tidybrief.extraction.figures.ranking import Candidate, Ranker
from tidybrief.extraction.figures.sentence_view import SentenceView
from tidybrief.extraction.figures.told_periods import OF_RESULTS, is_price_of_shares, is_result
from tidybrief.extraction.grammar.sources_named import BEFORE_VERB, SPEAKER, THROUGH, Source
from tidybrief.extraction.records import Figure, Quantity

_FEW = 3
_SHARE = re.compile(r"\d%|\bper ?cent\b")
_PART_OF_IT = re.compile(
    r"\b(?:[Oo]f|[Aa]mong|[Oo]ut[ ]of)[ ](?:(?:them|these|those)\b|(?:this|that|the[ ]total)(?=[,.;]))|"
    r"\b[Tt]he[ ](?:rest|remainder|others)\b"
)
_SAYING = frozenset({BEFORE_VERB, "after the verb", "opening"})
_ACTORS = frozenset({"ORG", "PERSON"})
_NOBODY = ("", "")
_SPEAKS = re.compile(r"\b(?:[Ww]e|[Oo]ur|I|[Mm]y)\b")
_OUTLOOK = re.compile(r"\b(?:will|would|could|expects?|is expected|forecast|projected|likely|should)\b")


def source_of(  # noqa: PLR0917 - what a source can come from
    quantity: Quantity,
    view: SentenceView,
    earlier: Figure | None,
    distance: str,
    subject_id: str | None,
    paragraph: Sequence[Figure],
    ranker: Ranker,
) -> tuple[str, str] | None:
    """Entity id and name of the source of a figure about a subject, the speaker of a transcript where nobody else is
    cited; None where the text names none. `paragraph` are the figures before it in its paragraph.
    """
    found: dict[tuple[str, str], list[str]] = {}
    sentence = view.clauses.sentence
    speaker = next(((one.entity_id, one.name) for one in view.sources if one.manner == SPEAKER), None)
    through = next((one for one in view.sources if one.manner == THROUGH), None)
    if through is not None:
        return through.entity_id, through.name
    if not view.sources and _source_before(earlier, distance) is None:
        return None
    is_price = subject_id is not None and is_price_of_shares(quantity, view.clauses)

    def goes_on(entity_id: str) -> bool:
        return not _speaks_of_itself(entity_id, paragraph, subject_id) and not (is_price and entity_id == subject_id)

    speaking = [
        source
        for source in view.sources
        if source.manner != SPEAKER and (not source.carried or goes_on(source.entity_id))
    ]
    told, silent = _still_speaking(speaking, quantity)
    if (sure := _surely_carried(quantity, view, told, subject_id)) is not None:
        return sure.entity_id, sure.name
    before = _source_before(earlier, distance) if speaker is None else None
    if before is not None and (before[0] in silent or not goes_on(before[0])):
        before = None
    if not told and before is None:
        return speaker
    setting = _setting(view, any(not source.carried for source in view.sources))
    for order, source in enumerate(told):
        features = found.setdefault((source.entity_id, source.name), [])
        covers = source.start <= quantity.start < source.end
        state = "carried" if source.carried else "own"
        features += [
            f"{state}, {source.manner}, {'covers' if covers else 'does not cover'}",
            f"{state}, {'covers' if covers else 'does not cover'}",
            f"{state}, {sentence.factuality}",
            f"{state}, kind {source.entity_id.partition(':')[0]}",
        ]
        if source.carried:
            features += [f"carried {source.manner}, {setting}, over {min(source.distance, 3)}"]
            features += [f"carried, {setting}", f"carried over {min(source.distance, 3)} sentences"]
        if order == 0:
            features.append(f"first of {min(len(told), 2)}")
    if before is not None:
        found.setdefault(before, []).extend(
            (
                f"source before in the {distance}",
                f"source before in the {distance}, {setting}",
            )
        )
    nobody = ["nobody", f"nobody, {sentence.factuality}", f"nobody, {setting}"]
    if earlier is not None and earlier.attributed_to_id is None and distance != "document":
        nobody.append(f"nobody before in the {distance}")
    if quantity.kind in ("age", "duration", "rank"):
        nobody.append(f"nobody, {quantity.kind}")
    candidates = [Candidate(_NOBODY, nobody), *(Candidate(key, features) for key, features in found.items())]
    answer, _ = ranker.choose("source", quantity.start, candidates)
    return speaker if answer == _NOBODY else answer


def _still_speaking(told: Sequence[Source], quantity: Quantity) -> tuple[Sequence[Source], frozenset[str]]:
    """The sources of a sentence without those whose clause has ended before a quantity or is yet to come; and who those
    are.
    """
    ended = [
        one
        for one in told
        if not one.carried and one.manner in _SAYING and (one.end <= quantity.start or one.start >= quantity.end)
    ]
    if not ended:
        return told, frozenset()
    speaking = [one for one in told if one not in ended]
    return speaking, frozenset(one.entity_id for one in ended) - {one.entity_id for one in speaking}


def _surely_carried(
    quantity: Quantity, view: SentenceView, told: Sequence[Source], subject_id: str | None
) -> Source | None:
    """The one source that goes on: who found out shares among many, for the next share; who told of a number, for a
    part of it; who told of its results, for the next of them.
    """
    if len(told) != 1 or not told[0].carried:
        return None
    source, text = told[0], view.clauses.sentence.text
    is_share = quantity.kind == "percent" or _SHARE.search(text) is not None
    if source.finding and is_share and _OUTLOOK.search(text) is None:
        return source
    if source.distance == 1 and _PART_OF_IT.search(text) is not None:
        return source
    is_own = source.entity_id == subject_id and quantity.kind in OF_RESULTS
    return source if is_own and is_result(quantity, view.clauses) else None


def with_one_carried_source(figures: list[Figure], view: SentenceView) -> list[Figure]:
    """The figures of a sentence that names no source of its own, and nobody who acts: all have the one that most of
    them take over.
    """
    if any(not source.carried for source in view.sources) or len(figures) < _FEW:
        return figures
    if any(named.acts and named.mention.type in _ACTORS for named in view.named):
        return figures
    counts = Counter((figure.attributed_to_id, figure.attributed_to) for figure in figures)
    (most, name), times = counts.most_common(1)[0]
    if most is None or times * 2 <= len(figures) or len(counts) != 2 or (None, None) not in counts:
        return figures
    return [replace(figure, attributed_to_id=most, attributed_to=name) for figure in figures]


def _speaks_of_itself(source: str, told: Sequence[Figure], subject_id: str | None) -> bool:
    """Whether an organisation has told of nobody but itself in the figures before, and this one is about another."""
    if subject_id is None or subject_id == source or not (source.startswith("org:") and subject_id.startswith("org:")):
        return False
    subjects = {figure.subject_id for figure in told if figure.attributed_to_id == source}
    return subjects == {source}


def _source_before(earlier: Figure | None, distance: str) -> tuple[str, str] | None:
    """Who is given for the figure before, within the paragraph."""
    if earlier is None or earlier.attributed_to_id is None or distance == "document":
        return None
    return earlier.attributed_to_id, earlier.attributed_to or ""


def _setting(view: SentenceView, has_own: bool) -> str:
    """How the sentence stands to what was said before it."""
    if has_own:
        return "own source"
    text = view.clauses.sentence.text
    if text[:1] in '"“' or text.endswith(('"', "”")) or _SPEAKS.search(text):
        return "quoted"
    return "outlook" if _OUTLOOK.search(text) else "plain"
