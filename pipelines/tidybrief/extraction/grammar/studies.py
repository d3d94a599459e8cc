"""Who has made a study that a text goes on to tell of: who asks others, whose survey it is, where its researchers work.

What belongs here: a maker whom no verb of saying goes with. Sources that say something stand in `attribution`; what
"the study" takes up, in `taken_up_sources`.
"""

from collections.abc import Mapping, Sequence

from tidybrief.extraction.grammar.attribution_cues import Cues
from tidybrief.extraction.grammar.sources_named import BEFORE_VERB, Source
from tidybrief.extraction.grammar.taken_up_sources import source_named
from tidybrief.extraction.records import Mention, Sentence

_LONGEST_LEAD = 70


def who_asks(  # noqa: PLR0917 - what the sentence holds
    text: str,
    sentence: Sentence,
    words: frozenset[str],
    inside: Sequence[Mention],
    names: Mapping[str, str],
    cues: Cues,
) -> Source | None:
    """Who asks others in a sentence ("Acme polled 900 voters.") or has made the study that it is about ("A study by
    Acme looked at smoke."): the next sentences tell what was found.
    """
    if words.isdisjoint(cues.asking_words):
        return None
    asking = (
        one
        for one in inside
        if one.type == "ORG"
        and (
            cues.asking.match(text, one.end, sentence.end)
            or cues.study_from.search(text, max(sentence.start, one.start - _LONGEST_LEAD), one.start)
        )
    )
    asker = next(asking, None)
    if asker is None:
        return None
    return source_named(asker, names, (sentence.start, sentence.end), BEFORE_VERB)._replace(finding=True)


def who_researches(
    text: str, words: frozenset[str], inside: Sequence[Mention], names: Mapping[str, str], cues: Cues
) -> tuple[str, str] | None:
    """The entity id and name of where those work, or the first of them, whom a sentence calls researchers or the like
    ("a team from Acme"), or of whose study it speaks; None where it does not.
    """
    if not inside or words.isdisjoint(cues.research_words):
        return None
    for mention in inside:
        start = max(0, mention.start - _LONGEST_LEAD)
        if mention.type == "ORG" and (
            cues.researchers.search(text, start, mention.start) or cues.study_from.search(text, start, mention.start)
        ):
            return mention.entity_id, names.get(mention.entity_id, mention.text)
    return None
