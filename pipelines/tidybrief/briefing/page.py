"""From content to HTML: the Jinja environment, the content security policy, the files of a briefing.

What belongs here: rendering. What does not: what is said (`content`) and how it looks (`templates/`).

Source text is hostile. Every value is escaped, control and direction-changing characters are made visible, and the
policy allows nothing but this program's own style and script, by their hashes.
"""

import base64
import hashlib
import json
import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

from jinja2 import Environment, PackageLoader, StrictUndefined
from markupsafe import Markup

from tidybrief import schemas, vocabulary
from tidybrief.briefing import wording
from tidybrief.briefing.actors import LONGEST_SHORT_NAME, MOST_PLACES
from tidybrief.briefing.bytecode import BesideModules
from tidybrief.briefing.content import MOST_FOLDED, MOST_OPEN_POINTS, Content
from tidybrief.briefing.evidence import MarkedText
from tidybrief.briefing.figures import LEAST_READING
from tidybrief.briefing.marked_html import as_html
from tidybrief.briefing.sources import MOST_CARDS
from tidybrief.briefing.telling import LEAST_CONFIDENCE


@dataclass(frozen=True, slots=True)
class Briefing:
    """The page, and the documents beside it: file name under `evidence/` to HTML.

    `bottom_line` is the first section in Markdown. `made_from` has the digest of what each evidence page is made from,
    also of those in `unchanged`, which were made before and are not in `evidence`.
    """

    html: str
    evidence: Mapping[str, str]
    made_from: Mapping[str, str]
    unchanged: frozenset[str]
    bottom_line: str


@dataclass(frozen=True, slots=True)
class _Assets:
    """The style and script that stand in every page, and the policy that allows just these."""

    style: Markup
    script: Markup
    policy: str


_MARKDOWN = re.compile(r"([\\`*_{}\[\]<>()#+!|~&$-])")
_INDENTATION = re.compile(r"\n\s+")
_SPACE_AROUND_MARKS = re.compile(r"\s*([{};,])\s*|(:)\s+")


def draw(
    content: Content,
    made_from: Mapping[str, str],
    made_before: Mapping[str, str],
    write: Callable[[str, str], None] | None,
) -> Briefing:
    """The briefing as HTML: the same content gives the same bytes."""
    unchanged = frozenset(file for file, digest in made_from.items() if made_before.get(file) == digest)
    environment, assets = _environment(), _assets()
    inline: list[MarkedText] = []
    pages: dict[str, str] = {}
    write = write or pages.__setitem__
    page = environment.get_template("evidence_page.html.j2")
    beside = {mark: f"../briefing.html{href}" for mark, href in content.targets.items()}
    for source in content.library.sources:
        if source.text_file is None:
            inline.append(content.marker.mark(source, content.targets))
            continue
        if source.text_file in unchanged:
            continue
        facts = content.facts_of(source.doc_id)
        own = {figure.figure_id: f"#{figure.row_anchor}" for figure in facts}
        marked = content.marker.mark(source, beside | own)
        write(source.text_file, page.render(content=content, assets=assets, marked=marked, facts=facts))
    if made_from:
        listed = environment.get_template("evidence_list.html.j2")
        write("index.html", listed.render(content=content, assets=assets))
    html = environment.get_template("briefing.html.j2").render(
        content=content,
        assets=assets,
        inline=inline,
        outside=len(made_from),
        description=Markup(_as_data_block(content.description)),
    )
    return Briefing(html, pages, made_from, unchanged, _in_markdown(content))


def _in_markdown(content: Content) -> str:
    """The bottom line as a numbered list, with the support and the sources of each item."""
    lines = [
        f"{number}. {_plain(item.text)} *({_plain(', '.join((item.support.words, *item.support.flags)))}: "
        f"{_plain(wording.few(item.sources))})*"
        for number, item in enumerate(content.bottom_line, start=1)
    ]
    return "\n".join([f"{_plain(content.lede)} {_plain(content.quality.status)}", "", *lines])


def _plain(text: str) -> str:
    """Text that Markdown does not read as anything else."""
    return _MARKDOWN.sub(r"\\\1", wording.visible(" ".join(text.split())))


def _as_data_block(data: Mapping[str, Any]) -> str:
    """JSON that cannot close the element it stands in."""
    text = json.dumps(data, ensure_ascii=True)
    return text.replace("&", "\\u0026").replace("<", "\\u003c").replace(">", "\\u003e")


def _shown(value: object) -> object:
    return wording.visible(value) if isinstance(value, str) and not isinstance(value, Markup) else value


@lru_cache(maxsize=1)
def _environment() -> Environment:
    environment = Environment(
        loader=PackageLoader("tidybrief.briefing"),
        bytecode_cache=BesideModules(),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        finalize=_shown,
    )
    environment.filters |= {
        "as_html": as_html,
        "number": wording.number,
        "digits": wording.digits,
        "count": wording.count,
        "sentence": wording.sentence,
        "shortened": wording.shortened,
        "day": wording.day,
        "few": wording.few,
    }
    environment.globals |= {
        "tables": tuple(schemas.TABLES),
        "schema_version": schemas.SCHEMA_VERSION,
        "vocabulary": vocabulary,
        "least_confidence": LEAST_CONFIDENCE,
        "least_reading": LEAST_READING,
        "most_cards": MOST_CARDS,
        "most_places": MOST_PLACES,
        "most_of_name": LONGEST_SHORT_NAME,
        "most_folded": MOST_FOLDED,
        "most_open_points": MOST_OPEN_POINTS,
    }
    return environment


@lru_cache(maxsize=1)
def _assets() -> _Assets:
    style, script = (_environment().get_template(name).render() for name in ("style.css", "behaviour.js"))
    style, script = _SPACE_AROUND_MARKS.sub(r"\1\2", style), _INDENTATION.sub("\n", script)
    policy = (
        f"default-src 'none'; style-src '{_hash(style)}'; script-src '{_hash(script)}'; "
        "base-uri 'none'; form-action 'none'"
    )
    return _Assets(Markup(style), Markup(script), policy)


def _hash(text: str) -> str:
    return f"sha256-{base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()}"
