"""What every page is drawn with: the Jinja environment, style and script, the content security policy.

What belongs here: what templates may use. What does not: which pages there are (`page`, `evidence_pages`) and how they
look (`templates/`).

Source text is hostile. Every value is escaped, control and direction-changing characters are made visible, and the
policy allows nothing but this program's own style and script, by their hashes.
"""

import base64
import hashlib
import re
from dataclasses import dataclass
from functools import lru_cache
from typing import Final

from jinja2 import Environment, PackageLoader, StrictUndefined
from markupsafe import Markup

from tidybrief import schemas, vocabulary
from tidybrief.briefing import wording
from tidybrief.briefing.actors import LONGEST_SHORT_NAME, MOST_PLACES
from tidybrief.briefing.bytecode import BesideModules
from tidybrief.briefing.content import MOST_FOLDED, MOST_OPEN_POINTS
from tidybrief.briefing.marked_html import as_html
from tidybrief.briefing.readings import LEAST_READING, UNSURE_READING
from tidybrief.briefing.sources import MOST_CARDS
from tidybrief.briefing.telling import LEAST_CONFIDENCE, LEAST_IN_WORDS
from tidybrief.briefing.timeline import MOST_AHEAD

LONGEST_UNBROKEN: Final = 22
"""Characters of a marked number with its unit that stay in one line, on the narrowest screen, too."""
_INDENTATION = re.compile(r"\n\s+")
_SPACE_AROUND_MARKS = re.compile(r"\s*([{};,>])\s*|(:)\s+")
_NEEDLESS = re.compile(r";(?=})|(?<=[\s:(,])0(?=\.\d)")
"""The mark before a brace, and the zero before a point."""


@dataclass(frozen=True, slots=True)
class Assets:
    """The style and script that stand in every page, and the policy that allows just these."""

    style: Markup
    script: Markup
    policy: str


def _shown(value: object) -> object:
    return wording.visible(value) if isinstance(value, str) and not isinstance(value, Markup) else value


@lru_cache(maxsize=1)
def environment() -> Environment:
    """The templates of this room, with what all of them may use."""
    made = Environment(
        loader=PackageLoader("tidybrief.briefing"),
        bytecode_cache=BesideModules(),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        finalize=_shown,
    )
    made.filters |= {
        "as_html": as_html,
        "number": wording.number,
        "digits": wording.digits,
        "count": wording.count,
        "sentence": wording.sentence,
        "shortened": wording.shortened,
        "to_clause": wording.to_clause,
        "day": wording.day,
        "few": wording.few,
    }
    made.globals |= {
        "tables": tuple(schemas.TABLES),
        "schema_version": schemas.SCHEMA_VERSION,
        "vocabulary": vocabulary,
        "least_confidence": LEAST_CONFIDENCE,
        "least_in_words": LEAST_IN_WORDS,
        "least_reading": LEAST_READING,
        "unsure_reading": UNSURE_READING,
        "most_cards": MOST_CARDS,
        "most_places": MOST_PLACES,
        "most_of_name": LONGEST_SHORT_NAME,
        "most_folded": MOST_FOLDED,
        "most_open_points": MOST_OPEN_POINTS,
        "most_ahead": MOST_AHEAD,
        "longest_unbroken": LONGEST_UNBROKEN,
    }
    return made


@lru_cache(maxsize=1)
def assets() -> Assets:
    """The style and script of every page."""
    style, script = (environment().get_template(name).render() for name in ("style.css", "behaviour.js"))
    style, script = _NEEDLESS.sub("", _SPACE_AROUND_MARKS.sub(r"\1\2", style)), _INDENTATION.sub("\n", script)
    policy = (
        f"default-src 'none'; style-src '{_hash(style)}'; script-src '{_hash(script)}'; "
        "base-uri 'none'; form-action 'none'"
    )
    return Assets(Markup(style), Markup(script), policy)


def _hash(text: str) -> str:
    return f"sha256-{base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()}"
