"""The labels of a transcript's speakers: "ADEYEMI:" is the Folake Adeyemi whom the text names in full.

What belongs here: the type of a name that stands alone before a colon. Which rows a label speaks for stands in
`grammar.speakers`.
"""

from collections.abc import Sequence

from tidybrief.extraction.names.linking import NameSpan


def with_speakers_named(spans: Sequence[NameSpan], text: str) -> list[NameSpan]:
    """The spans, those that are a label with the surname of a person whom the text names in full as that person's."""
    if not any(_is_label(span, text) for span in spans):
        return list(spans)
    surnames = {span.text.split()[-1].casefold() for span in spans if span.type == "PERSON" and " " in span.text}
    return [
        span._replace(type="PERSON", form="name", known=None)
        if _is_label(span, text) and span.text.casefold() in surnames
        else span
        for span in spans
    ]


def _is_label(span: NameSpan, text: str) -> bool:
    is_alone = text[span.end : span.end + 1] == ":" and (span.start == 0 or text[span.start - 1] == "\n")
    return is_alone and " " not in span.text
