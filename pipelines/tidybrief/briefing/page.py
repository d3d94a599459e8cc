"""From content to HTML: the files of a briefing.

What belongs here: which files there are, and what each is drawn from. What does not: what is said (`content`), how it
looks (`templates/`), and what all pages are drawn with (`rendering`).
"""

import json
import re
from collections import deque
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any, Final
from weakref import proxy

from markupsafe import Markup

from tidybrief.briefing import wording
from tidybrief.briefing.content import Content
from tidybrief.briefing.evidence import Marker
from tidybrief.briefing.evidence_pages import in_parts, page_maker
from tidybrief.briefing.rendering import assets, environment
from tidybrief.engines.workers import Crew, each

MANY: Final = 1_000_000
"""Characters of texts whose pages are made as fast here as by workers, which have to load what they are made with."""
_PATIENCE: Final = 120.0
"""Seconds that the pages of some documents may take, a hundred times what they do."""


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


_MARKDOWN = re.compile(r"([\\`*_{}\[\]<>()#+!|~&$-])")


def draw(
    content: Content,
    made_from: Mapping[str, str],
    made_before: Mapping[str, str],
    write: Callable[[str, str], None] | None,
    crew: Crew | None,
) -> Briefing:
    """The briefing as HTML: the same content gives the same bytes."""
    unchanged = frozenset(file for file, digest in made_from.items() if made_before.get(file) == digest)
    pages: dict[str, str] = {}
    write = write or pages.__setitem__
    sources = content.library.sources
    anew = [source for source in sources if source.text_file and source.text_file not in unchanged]
    parts, make = in_parts(anew, content), page_maker(content, write)
    if crew and crew.size > 1 and sum(len(source.text) for source in anew) > MANY:
        each(make, parts, crew, seconds=_PATIENCE)
    else:
        deque(map(make, parts), maxlen=0)
    inline = [source for source in sources if source.text_file is None]
    marker = Marker(content.rows.of(inline), content.rows.names)
    # Templates and their macros hold each other, and what they are told, until Python looks for garbage.
    told = proxy(content)
    if made_from:
        listed = environment().get_template("evidence_list.html.j2")
        write("index.html", listed.render(content=told, assets=assets()))
    html = (
        environment()
        .get_template("briefing.html.j2")
        .render(
            content=told,
            assets=assets(),
            inline=[marker.mark(source, content.targets) for source in inline],
            outside=len(made_from),
            description=Markup(_as_data_block(content.description)),
        )
    )
    return Briefing(html, pages, made_from, unchanged, _in_markdown(content))


def _in_markdown(content: Content) -> str:
    """The bottom line as a numbered list, with the support and the sources of each item."""
    lines = [
        f"{number}. {_plain(item.text)} *({_plain(', '.join((item.support.words, *item.support.flags)))}: "
        f"{_plain(wording.few(item.sources))})*"
        for number, item in enumerate(content.bottom_line, start=1)
    ]
    opening = filter(None, (content.lede, content.quality.status, content.quality.estimates))
    return "\n".join([" ".join(map(_plain, opening)), "", *lines])


def _plain(text: str) -> str:
    """Text that Markdown does not read as anything else."""
    return _MARKDOWN.sub(r"\\\1", wording.visible(" ".join(text.split())))


def _as_data_block(data: Mapping[str, Any]) -> str:
    """JSON that cannot close the element it stands in."""
    text = json.dumps(data, ensure_ascii=True, separators=(",", ":"))
    return text.replace("&", "\\u0026").replace("<", "\\u003c").replace(">", "\\u003e")
