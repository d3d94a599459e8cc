"""What a section is about whose heading is nothing but a name: "BANGLADESH", "Acme Robotics".

What belongs here: which lines head such a section. Whether a figure is about it stands in `subjects`.
"""

from collections.abc import Collection, Mapping, Sequence

from tidybrief.extraction.records import Mention, Sentence

_HEADINGS = frozenset({"heading", "caption"})
_NO_TOPIC = frozenset({"PERSON", "WORK"})
"""A line with a person's name tells who writes, one with a title what is quoted."""
_ENDS = ("", ":")


def section_subjects(sentences: Sequence[Sentence], mentions: Mapping[int, Sequence[Mention]]) -> Mapping[int, str]:
    """For each heading, by its `sentence_no`, the entity that it names and nothing else; "" for any other heading.

    A lone line may as well tell who publishes the text, or where it was written: none where there is no second.
    """
    named: dict[int, str] = {}
    for sentence in sentences[1:]:
        if sentence.kind in _HEADINGS:
            inside = mentions.get(sentence.sentence_no, ())
            entity_id = "" if inside and inside[0].type in _NO_TOPIC else named_alone(sentence, inside, _ENDS)
            if sentence.kind == "heading" or entity_id:
                named[sentence.sentence_no] = entity_id
    return named if len({*named.values()} - {""}) > 1 else {}


def named_alone(sentence: Sentence, inside: Sequence[Mention], ends: Collection[str]) -> str:
    """The entity of a line that is one name with one of these ends; "" for any other line."""
    is_one = len(inside) == 1 and inside[0].start == sentence.start
    return inside[0].entity_id if is_one and sentence.text[len(inside[0].text) :] in ends else ""


def section_spoken_of(section: str, start: int, earlier: Sequence[Mention], cited: Collection[str]) -> str:
    """The entity of the section, as long as the paragraph that starts there has named nobody else but who says so
    (`cited`); `earlier` are the names before a sentence of it.
    """
    spoken_of = {mention.entity_id for mention in earlier if mention.start >= start}
    return section if spoken_of <= {section, *cited} else ""
