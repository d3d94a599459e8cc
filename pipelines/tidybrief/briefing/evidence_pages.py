"""The pages of documents whose texts do not stand in the briefing itself, made for some documents at a time.

What belongs here: which documents go together, and all that their pages are made from, in a form that another process
can take. What does not: the marks (`evidence`), and whether a page must be made (`made_from`).
"""

from collections import ChainMap
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass

from tidybrief.briefing.content import Content
from tidybrief.briefing.evidence import Marker, Rows
from tidybrief.briefing.figures import FigureView
from tidybrief.briefing.library import Source
from tidybrief.briefing.rendering import assets, environment
from tidybrief.engines.batches import in_batches


@dataclass(frozen=True, slots=True)
class Pages:
    """Some documents, their rows, and the facts that each states."""

    sources: tuple[Source, ...]
    rows: Rows
    facts: tuple[tuple[FigureView, ...], ...]


@dataclass(frozen=True, slots=True)
class PageMaker:
    """Makes pages; `write` takes the name and the HTML of each.

    `names` are those of the entities, `targets` says where in the briefing the way back from a mark leads.
    """

    version: str
    names: Mapping[str, str]
    targets: dict[str, str]
    write: Callable[[str, str], None]

    def __call__(self, pages: Pages) -> None:
        template = environment().get_template("evidence_page.html.j2")
        marker = Marker(pages.rows, self.names)
        for source, facts in zip(pages.sources, pages.facts, strict=True):
            own = {figure.figure_id: f"#{figure.row_anchor}" for figure in facts}
            # No copy for each document: the more there are, the more targets.
            marked = marker.mark(source, ChainMap(own, self.targets))
            html = template.render(content=self, assets=assets(), marked=marked, facts=facts)
            self.write(str(source.text_file), html)


def page_maker(content: Content, write: Callable[[str, str], None]) -> PageMaker:
    """What makes the pages of this briefing."""
    hrefs = {href: f"../briefing.html{href}" for href in content.targets.values()}
    beside = {mark: hrefs[href] for mark, href in content.targets.items()}
    return PageMaker(content.version, content.rows.names, beside, write)


def in_parts(sources: Iterable[Source], content: Content) -> Iterator[Pages]:
    """These documents with all that their pages are made from, a few at a time."""
    for some in in_batches(sources):
        facts = tuple(content.facts_of(source.doc_id) for source in some)
        yield Pages(tuple(some), content.rows.of(some), facts)
