"""Which places of a document are countries.

What belongs here: telling them from cities and regions, as far as a list of states or the lexicon knows them.
"""

from collections.abc import Iterable

from tidybrief.extraction.records import Entity
from tidybrief.lexicon import Lexicon
from tidybrief.vocabulary import COUNTRY_CODE


def countries_among(entities: Iterable[Entity], lexicon: Lexicon) -> frozenset[str]:
    """The entity ids of the countries among some entities."""
    called = frozenset(lexicon.cues["common_nouns"]["called_countries"])
    return frozenset(
        entity.entity_id
        for entity in entities
        if (entity.external_id or "").startswith(COUNTRY_CODE) or (entity.type == "PLACE" and entity.name in called)
    )
