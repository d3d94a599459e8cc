"""What a person does or holds, as the text words it: titles, appositions and statements of office.

What belongs here: the grammar of offices around a person's name. The words for offices stand in
`lexicon/relations.toml`.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from typing import NamedTuple

from tidybrief.extraction.relation_view import CLOSE, OPEN, Name, View
from tidybrief.lexicon import Lexicon

_PERSON = re.compile(f"{OPEN}P\\d+{CLOSE}")
_MARK = re.compile(f"{OPEN}[A-Z]\\d+{CLOSE}")
_WORD_BEFORE = re.compile(f"({OPEN}[A-Z]\\d+{CLOSE}(?:'s)?|[\\w][\\w'&.+/-]*)[ ]$")
_OF_COMPLEMENT = re.compile(
    f" of (?:the )?(?:{OPEN}[A-Z]\\d+{CLOSE}|[A-Z][\\w'-]+(?:(?:,? and |, | )[A-Z][\\w'-]+){{0,4}}) ?,? $"
)
_APPOSITION_END = re.compile(
    r"[,;:()\"“”—–]|\.(?:\s|$)| (?:who|which|that|said|says|told|will|would|has|had|is|was|are|were|and (?:the |an? |former )?$)\b"
)
_NEXT_COORDINATED = re.compile(r" and (?:an? |the |former )?(?=[\w' .-]*$)")
_LEADING_ARTICLE = re.compile(r"(?:(?:the|an?|its|their|his|her|our|then|now|currently|also|one of the) )+", re.IGNORECASE)
_LONGEST_TITLE = 8
_LONGEST_APPOSITION = 110
_LOWEST_NAME = 1


class Occupation(NamedTuple):
    """A person, the words for what they do, and the rule that found it."""

    person: Name
    words: str
    rule: str
    confidence: float
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class _Offices:
    heads: frozenset[str]
    plurals: dict[str, str]
    not_in_office: frozenset[str]
    longest_head: int
    statement: re.Pattern[str]
    named: re.Pattern[str]


@lru_cache(maxsize=4)
def _offices(lexicon: Lexicon) -> _Offices:
    cues = lexicon.cues["relations"]
    heads = frozenset(cues["occupations"])
    person = f"(?P<person>{OPEN}P\\d+{CLOSE})"
    return _Offices(
        heads=heads,
        plurals={_plural(head): head for head in heads if " " not in head and head.isalpha()},
        not_in_office=frozenset(cues["not_in_office"]),
        longest_head=max(head.count(" ") for head in heads) + 1,
        statement=re.compile(
            rf"{person},? (?:who )?(?:is|was|became|has been|(?:currently |previously |also |now )*serve[sd] as|has served as"
            rf"|works as|worked as|was named|was appointed|was elected|is currently|was previously|is also) (?=[\w{OPEN}])"
        ),
        named=re.compile(
            rf"\b(?:named|appointed|elected|nominated|hired|promoted|picked|chose) {person} (?:as |to be )?(?=(?:its |the |an? |new |next )*[\w{OPEN}])"
        ),
    )


def _plural(head: str) -> str:
    if head.endswith("man"):
        return f"{head[:-3]}men"
    return f"{head[:-1]}ies" if head.endswith("y") else f"{head}s"


def find_occupations(view: View, lexicon: Lexicon) -> Iterator[Occupation]:
    """Every occupation that the sentence states of a person it names."""
    offices = _offices(lexicon)
    for person in _PERSON.finditer(view.text):
        yield from _title_before(view, person, offices)
        yield from _apposition_behind(view, person, offices)
        yield from _plural_before(view, person, offices)
    for rule, pattern in (("statement", offices.statement), ("named", offices.named)):
        for found in pattern.finditer(view.text):
            for words in _phrases(view, found.end(), offices, needs_article=rule == "statement"):
                yield Occupation(view.marks(found["person"])[0], words, rule, 0.85, found.start(), found.end())


def _title_before(view: View, person: re.Match[str], offices: _Offices) -> Iterator[Occupation]:
    """A title that stands before the name, with or without a comma: "energy minister X", "a law expert, X,"."""
    text, end = view.text, person.start()
    comma = text.endswith(", ", 0, end)
    if comma and not text.startswith(",", person.end()):
        return
    head_end = end - (2 if comma else 1)
    if head_end <= 0 or (not comma and text[head_end] != " "):
        return
    stretch = text[max(0, head_end - 120) : head_end] + " "
    complement = _OF_COMPLEMENT.search(stretch)
    phrase_end = head_end - (len(stretch) - complement.start()) + 1 if complement else head_end
    start = _phrase_start(text, phrase_end, offices)
    if start is None and complement:
        complement, start = None, _phrase_start(text, head_end, offices)
    if start is None:
        return
    words = _without_place(view, start, head_end)
    confidence = 0.9 if comma else 0.95
    for part in words if comma else words[:1]:
        yield Occupation(view.marks(person.group())[0], part, "title", confidence, start, person.end())


def _phrase_start(text: str, end: int, offices: _Offices) -> int | None:
    """Where the office ends at `end` begins; None where no office ends there."""
    start = _head_start(text, end, offices)
    if start is None:
        return None
    taken = 0
    while taken < _LONGEST_TITLE:
        word = _WORD_BEFORE.search(text, max(0, start - 60), start)
        if not word or not _may_modify(word[1], text, word.start(), offices):
            break
        start = word.start()
        taken += 1
        if OPEN in word[1] and not word[1].startswith(f"{OPEN}A"):
            break
    return start


def _head_start(text: str, end: int, offices: _Offices) -> int | None:
    """Where the longest head of an office that ends at `end` begins."""
    best, start = None, end
    for _ in range(offices.longest_head):
        space = text.rfind(" ", max(0, start - 30), start - 1 if start else 0)
        begin = space + 1 if space >= 0 else 0
        word = text[begin:end].strip("\"'“‘(").lower()
        if word in offices.heads:
            best = end - len(word)
        if space < 0:
            break
        start = begin
    return best


def _may_modify(word: str, text: str, start: int, offices: _Offices) -> bool:
    if OPEN in word:
        return word[1] in "OLADE"
    lowered = word.lower()
    if lowered in offices.not_in_office or word.endswith((".", ":")) or word[0].isdigit():
        return False
    return not (lowered.endswith("ed") or lowered.endswith("ly"))


def _without_place(view: View, start: int, end: int) -> list[str]:
    """The words of the office, a bare place before it left out; several where "and" joins offices."""
    text = view.text
    place = re.compile(f"{OPEN}[AL]\\d+{CLOSE}(?:'s)? ").match(text, start, end)
    if place and text[place.end() - 2] != "s":
        start = place.end()
    return [view.words(start, end)]


def _apposition_behind(view: View, person: re.Match[str], offices: _Offices) -> Iterator[Occupation]:
    """An office between commas behind the name: "X, deputy director of Y, said"."""
    comma = view.text[person.end() : person.end() + 2]
    if comma != ", " and comma != " (":
        return
    for words in _phrases(view, person.end() + 2, offices, needs_article=False):
        yield Occupation(view.marks(person.group())[0], words, "apposition", 0.9, person.start(), person.end() + 2)


def _phrases(view: View, start: int, offices: _Offices, *, needs_article: bool) -> Iterator[str]:
    """The office that starts at `start`, its article left out; nothing where the words there hold none."""
    text = view.text
    limit = min(len(text), start + _LONGEST_APPOSITION)
    stop = _APPOSITION_END.search(text, start, limit)
    end = stop.start() if stop else limit
    if not stop and limit < len(text):
        return
    article = _LEADING_ARTICLE.match(text, start, end)
    begin = article.end() if article else start
    head_zone = re.split(r" (?:of|for|at|in|and|to|from|on|with)\b", text[begin:end], maxsplit=1)[0]
    if needs_article and not article and not head_zone[:1].isupper():
        return
    if _PERSON.search(text, begin, end) or not _ends_with_office(head_zone, offices):
        return
    words = view.words(begin, end).rstrip(" ,.")
    if words:
        yield words


def _ends_with_office(zone: str, offices: _Offices) -> bool:
    words = [word for word in _MARK.sub("", zone).split() if word]
    if not words or len(words) > _LONGEST_TITLE or words[0].lower() in ("and", "who", "as"):
        return False
    last = [word.lower().rstrip(".,") for word in words]
    return any(" ".join(last[-count:]) in offices.heads for count in range(1, offices.longest_head + 1))


def _plural_before(view: View, person: re.Match[str], offices: _Offices) -> Iterator[Occupation]:
    """A plural office before a list of names: "two astronauts, X and Y"."""
    before = re.search(f"(\\w+)(?:,|:| like| such as| including)? (?:{OPEN}P\\d+{CLOSE}(?:, | and |, and ))*$", view.text[max(0, person.start() - 160) : person.start()])
    if before and before[1].lower() in offices.plurals:
        words = offices.plurals[before[1].lower()]
        yield Occupation(view.marks(person.group())[0], words, "plural", 0.85, person.start(), person.end())
