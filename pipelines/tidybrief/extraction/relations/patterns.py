"""The table of patterns that state a relation between two names, by predicate.

What belongs here: nothing but the table. Offices and fields, which are words and not names, stand in `occupations`
and `specialities`.
"""

from collections.abc import Mapping
from typing import Final

from tidybrief.extraction.relations.ownership_patterns import BACKS, PART_OF, SPUN_OFF_FROM
from tidybrief.extraction.relations.phrases import Template
from tidybrief.extraction.relations.product_patterns import COMPETES_WITH, DEVELOPS
from tidybrief.extraction.relations.publication_patterns import AUTHORED, ISSUED, PUBLISHED
from tidybrief.extraction.relations.seat_patterns import LOCATED_IN

PATTERNS: Final[Mapping[str, tuple[Template, ...]]] = {
    "located_in": LOCATED_IN,
    "develops": DEVELOPS,
    "part_of": PART_OF,
    "spun_off_from": SPUN_OFF_FROM,
    "competes_with": COMPETES_WITH,
    "backs": BACKS,
    "issued": ISSUED,
    "published": PUBLISHED,
    "authored": AUTHORED,
}
