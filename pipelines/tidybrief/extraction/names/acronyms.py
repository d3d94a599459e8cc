"""Whether a known acronym means here what the lexicon says: "MAS" is no authority of Singapore in La Paz.

What belongs here: holding known acronyms against the places that the document speaks of. Acronyms that the document
itself spells out are decided in `linking`, names in full that several countries share in `shared_names`.
"""

from collections.abc import Sequence

from tidybrief.extraction.names.cues import NameCues, name_cues
from tidybrief.extraction.names.readings import Reading
from tidybrief.extraction.names.shared_names import countries_in, countries_spoken_of, shared_names
from tidybrief.extraction.names.short_forms import acronyms_of
from tidybrief.extraction.tokens import Tokens
from tidybrief.lexicon import Lexicon

_SHORTEST = 3  # words, or letters of their acronym


def fitting(readings: Sequence[Reading], sentences: Sequence[Tokens], lexicon: Lexicon) -> list[Reading]:
    """The readings; acronyms of bodies of one country lose theirs where the document speaks of others only."""
    cues = name_cues(lexicon)
    doubtful = [_may_mean_else(reading, cues) for reading in readings]
    if not any(doubtful):
        return list(readings)
    spoken_of = countries_spoken_of(readings, sentences, lexicon)
    told = {
        one.known.name for one, doubt in zip(readings, doubtful, strict=True) if not doubt and one.known is not None
    }
    spelled = _spelled_otherwise(readings, sentences)
    found = []
    for reading, doubt in zip(readings, doubtful, strict=True):
        if doubt and reading.known is not None and reading.known.name not in told:
            own = countries_in(reading.known.name, lexicon)
            if " ".join(_words(reading, sentences)) in spelled:
                own = own or shared_names(lexicon).homes.get(reading.known.name, own)
            if own and spoken_of and own.isdisjoint(spoken_of):
                reading = reading._replace(known=None)  # noqa: PLW2901
        found.append(reading)
    return found


def _spelled_otherwise(readings: Sequence[Reading], sentences: Sequence[Tokens]) -> frozenset[str]:
    """The acronyms that the bodies have which the document names in full."""
    bodies = (_words(one, sentences) for one in readings if one.type == "ORG" and one.last - one.first >= _SHORTEST)
    return frozenset(acronym for words in bodies for acronym in acronyms_of(" ".join(words)))


def _words(reading: Reading, sentences: Sequence[Tokens]) -> Sequence[str]:
    return sentences[reading.sentence].words[reading.first : reading.last]


def _may_mean_else(reading: Reading, cues: NameCues) -> bool:
    """Whether other bodies may have the same letters."""
    known = reading.known
    if known is None or known.source != "lexicon" or known.form != "acronym":
        return False
    return known.name.split()[-1] not in cues.company_heads
