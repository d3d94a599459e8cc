"""How far a source speaks: for its sentence, its clause, or what its own words announce.

What belongs here: where what a source says begins and ends. Who the source is stands in `attribution`.
"""

import re
from collections.abc import Sequence
from typing import Final

from tidybrief.extraction.grammar.sources_named import BEFORE_VERB, Source
from tidybrief.extraction.records import Mention, Sentence

TOLD_BY: Final = "told by"
"""Leads to who has told somebody what stands behind the name."""
_STARTS_CLAUSE = re.compile(r"[;,][ ](?:but|and|while|whereas|which|who)\b|,[ ](?:like|including)|;[ ](?:the[ ])?$")
_BEHIND_QUOTATION = re.compile(r"[,?!][”\"’'][ ](?:[a-z-]+[ ]){0,4}$")
_AMOUNT_THAT = re.compile(r"\b(?:the|a|an)[ ][^,;]{0,12}?\d[^,;]{0,30}?[ ](?:that|which)[ ](?:the[ ])?$")
_GOES_ON = re.compile(
    r"[\"“”]|\b(?:adding|noting|saying|stressing|warning|explaining|that)\b"
    r"|\b(?:who|and|but)[ ](?:also[ ])?[a-z]+(?:ed|id)\b"
)
_NEXT_CLAUSE = re.compile(r",? (?:and|but|while|whose|which|after|as)\b|;")


def clause_around(text: str, sentence: Sentence, said: re.Match[str]) -> tuple[int, int]:
    """What "the company said" speaks for: all of its sentence, or what follows a semicolon or contrast before it."""
    before = text[max(sentence.start, said.start() - 400) : said.start()]
    cut = max(before.rfind(";"), before.rfind(", but "), before.rfind(", while "))
    return (said.start() - len(before) + cut + 1 if cut >= 0 else sentence.start), sentence.end


def starts_clause(text: str, sentence: Sentence, mention: Mention) -> int:
    """From where a source before its verb speaks: its own place, that of what it is said to tell ("the $3 billion that
    Acme estimated"), or the sentence's start where it opens it.
    """
    before = text[sentence.start : mention.start]
    if _BEHIND_QUOTATION.search(before) is not None:
        return sentence.start
    if (amount := _AMOUNT_THAT.search(before)) is not None:
        return sentence.start + amount.start()
    return mention.start if _STARTS_CLAUSE.search(before) is not None else sentence.start


def closes(text: str, sentence: Sentence, mention: Mention) -> bool:
    """Whether hardly anything follows a name in its sentence: "…, said Acme on Monday"."""
    return len(text[mention.end : min(sentence.end, mention.end + 60)].split()) <= 3


def scope_of_opening(text: str, sentence: Sentence, opening: re.Match[str], end: int) -> tuple[int, int]:
    """What "according to X" speaks for: all of its sentence, or what follows it where it stands in the middle; what
    somebody is "told by X", up to the next clause.
    """
    start = opening.start()
    if opening.group().lower() == TOLD_BY:
        clause = _NEXT_CLAUSE.search(text, end, sentence.end)
        return start, clause.start() if clause is not None else sentence.end
    if start - sentence.start <= 12:
        return sentence.start, sentence.end
    tail = text[end : min(sentence.end, end + 200)].strip(" .,;)”\"’'\n")
    floor = max(sentence.start, start - 600)
    before = text[floor:start].rstrip()
    if before.endswith(",") and tail and re.match(r"[^.;]{0,20},", text[end : end + 22]):
        if re.search(r"\b(?:including|and|but|while)[ ,]*$", before):
            return start, sentence.end
        return sentence.start, sentence.end
    cut = max(before.rfind(";"), before.rfind(" but "))
    return (floor + cut + 1 if cut > 0 else sentence.start), sentence.end


def scope_before_name(text: str, sentence: Sentence, mention: Mention) -> tuple[int, int]:
    """What "said Ann Lund, a 52-year-old trader" speaks for: not what describes her, unless she goes on to say more."""
    goes_on = _GOES_ON.search(text, mention.end, sentence.end) is not None
    return sentence.start, sentence.end if goes_on else mention.end


def scope_of_outlook(said: re.Match[str], sentence: Sentence, text: str) -> tuple[int, int]:
    """What who revises an outlook says by it: up to the next clause."""
    end = _NEXT_CLAUSE.search(text, said.end("revised"), sentence.end)
    return said.end("revised"), end.start() if end is not None else sentence.end


def up_to_unnamed(
    sources: Sequence[Source], unnamed_clause: re.Pattern[str], sentence: Sentence, text: str
) -> Sequence[Source]:
    """The sources of a sentence, each up to where somebody without a name speaks in it: "Acme put the toll at 9, while
    officials said it was 7".
    """
    found = unnamed_clause.search(text, min(one.named_at for one in sources), sentence.end) if sources else None
    if found is None:
        return sources
    cut = found.start()
    return [one._replace(end=min(one.end, cut)) if one.start < cut and one.named_at < cut else one for one in sources]


def parted(sources: Sequence[Source], against: re.Pattern[str], sentence: Sentence, text: str) -> Sequence[Source]:
    """The sources of a sentence, each up to or from where a result is held against what others had expected: "Acme
    reported $9 million, beating estimates of $8 million, according to FactSet".
    """
    if len(sources) < 2:
        return sources
    sources = _each_in_its_clause(sources)
    found = against.search(text, sentence.start, sentence.end)
    if found is None:
        return sources
    before = [one for one in sources if one.named_at < found.start()]
    if not before or len(before) == len(sources):
        return sources
    cut = found.start()
    return [
        one._replace(end=min(one.end, cut)) if one.named_at < cut else one._replace(start=max(one.start, cut))
        for one in sources
    ]


def _each_in_its_clause(sources: Sequence[Source]) -> Sequence[Source]:
    """The sources of a sentence, each with a verb of its own up to the clause of the next: "Acme said it lost $9
    million, while Halden said it lost nothing".
    """
    openings = sorted(one.start for one in sources if one.manner == BEFORE_VERB and one.start == one.named_at)
    if not openings:
        return sources
    ends = {one: next((at for at in openings if at > one.named_at), one.end) for one in sources}
    return [one._replace(end=min(one.end, ends[one])) if one.manner == BEFORE_VERB else one for one in sources]
