"""A sentence as the patterns of relations see it: its names replaced by typed marks, its pronouns by what they mean.

What belongs here: the encoding and the way back to the text. What the patterns are stands in `rules` and
the modules beside it.
"""

import re
from bisect import bisect_right
from collections.abc import Container, Sequence
from functools import cached_property, lru_cache
from typing import NamedTuple

from tidybrief.extraction.names.told_types import ToldTypes
from tidybrief.extraction.records import Mention
from tidybrief.extraction.relations.taken_up_persons import TakenUp

OPEN, CLOSE, BLANK = "\ue000", "\ue001", "\ue002"
_CODES = {
    "ORG": "O",
    "PERSON": "P",
    "PLACE": "L",
    "PRODUCT": "D",
    "POLICY": "Y",
    "WORK": "W",
    "EVENT": "E",
}
_ADJECTIVE_CODE = "A"
_LETTERS = frozenset((*_CODES.values(), _ADJECTIVE_CODE))
_MARK = re.compile(f"{OPEN}([A-Z])(\\d+){CLOSE}")
_PLAIN = (("’", "'"), ("‘", "'"), *((blank, " ") for blank in ("\u00a0", "\n", "\t", OPEN, CLOSE, BLANK)), ("‑", "-"))
_APPOSITION = re.compile(
    f"{CLOSE}(?:, (?:(?:the|an?|which|who|whose|formerly|now|then|best|also|once|home|one of|part of|maker"
    f"|developer|parent|itself|long|in|[a-z]+ed|led|known|set up|built|\\d{{1,3}})\\b|{OPEN}[A-Z]\\d+{CLOSE}'s )"
    r"(?:[^,;:.()]|\.(?=\w)){2,120},(?= (?!(?:and|or|but|with|who|which|while|as well)\b)[a-z])"
    r"| \([^()]{1,80}\)(?=[ ,])| — [^—;:]{2,120} —(?= [a-z]))"
)
_SAYS_OF_ITSELF = re.compile(
    f"[{CLOSE}{BLANK}],?(?: today| also| has| have)? "
    r"(?:said|says|announced|announces|confirmed|stated|claims|reported)"
    r"(?: today| (?:on|in) \w+(?: \d{1,2})?| earlier this \w+| in a (?:\w+ ){0,2}\w+)? (?:that )?(?:it|they)(?= )"
)
_BRACKETED_ALIAS = re.compile(r"\s?[(/]\s?$")
_DEFINITE = re.compile(
    r"(?:(?:The|This) (?P<place>[A-Z][\w.’'-]*(?: [A-Z][\w.’'-]*){0,2}(?:-based|['’]s)? )?(?:[a-z]+ )?"
    r"(?:company|firm|start-?up|group|corporation|retailer|chain|bank|lab|laboratory|agency|carmaker|chipmaker"
    r"|developer|maker|manufacturer|fund|insurer|airline|lender|publisher|business|think tank|university|institute)"
    r"(?!\w|-| (?:of|that|which|behind|said to))"
    r"|It(?= (?:has|is|was|also|focuses|speciali|develop|provides|makes|owns|operates|raised|closed|launched|released"
    r"|unveiled|built|created|sells|offers|runs|acquired|bought|invested|opened|employs|published|competes|received"
    r"|secured))|Its(?= ))"
)
_POSSESSIVE_PRONOUN = re.compile(r"\bits(?= )")
_POSSESSIVE_DESCRIPTION = re.compile(
    r"\bthe (?:company|firm|start-?up|group|lab|laboratory|bank|carmaker|chipmaker|developer)['’]s(?= )"
)
_OBLIQUE = re.compile(
    r"\b(?:with|to|by|of|from|for|in|like|against|on|at|than|as|into|between|over|via|including) "
    r"(?:(?:the |an? )?(?:[A-Z][\w.-]*(?:['’]s)? )?(?:[\w-]+ ){0,2}(?:company|firm|fund|start-?up|bank|agency|group|lab"
    r"|giant|maker|[a-z]+er|[a-z]+or) |(?:the |an? )?[A-Z][\w.-]*['’]s (?:[a-z-]+ ){0,2}|the [A-Z][\w.-]* "
    r"|(?:the |an? )?)$"
)
_REACH_OF_OBLIQUE = 60
_RELATIVE = re.compile(f"{CLOSE}, (?:which|who|that) ")


class Name(NamedTuple):
    """What one mark of a view stands for."""

    entity_id: str
    type: str
    text: str
    confidence: float
    is_resolved: bool


def in_plain_signs(text: str) -> str:
    """The text, sign by sign, with the white space, apostrophes and hyphens that the patterns write."""
    for sign, plain in _PLAIN:
        text = text.replace(sign, plain)
    return text


@lru_cache(maxsize=4096)
def _types_of(codes: str) -> str:
    return "".join(letter * min(codes.count(letter), 2) for letter in sorted(set(codes)))


def _blanked(aside: re.Match[str]) -> str:
    """As many blanks as an aside has signs, behind the sign that it follows."""
    return aside[0][0] + BLANK * (len(aside[0]) - 1)


def is_oblique(sentence: str, offset: int) -> bool:
    """Whether what stands at the offset depends on a preposition."""
    return _OBLIQUE.search(sentence, max(0, offset - _REACH_OF_OBLIQUE), offset) is not None


def name_of(mention: Mention | None) -> Name | None:
    """The name that a mention found elsewhere gives; None without one."""
    if mention is None:
        return None
    return Name(mention.entity_id, mention.type, mention.text, mention.confidence, is_resolved=True)


class View:
    """One sentence with its names as marks.

    `text` is what patterns run over; `clause` is the same, of equal length, with what stands between commas behind a
    name blanked out, so that a subject meets its verb. `types` are the letters of the types of names in it, sorted;
    twice where there are several of a type.
    """

    def __init__(  # noqa: PLR0917 - what is known of the sentence
        self,
        sentence: str,
        plain: str,
        start: int,
        mentions: Sequence[Mention],
        topic: Mention | None,
        told: ToldTypes,
        person: TakenUp | None = None,
    ) -> None:
        """`plain` is the sentence in plain signs, `start` its offset, `topic` what "the company" or "it" would mean at
        its beginning, `person` whom "he" or "she" takes up there.
        """
        self._told = told
        self.names: list[Name] = []
        self._sentence = sentence
        self._plain = plain
        self._has_possessives = "its " in sentence or "'s " in plain
        self._pieces: list[str] = []
        self._codes = ""
        self._length = 0
        self._encoded_at: list[int] = []
        self._original_at: list[int] = []
        self.topic = name_of(topic)
        self.place_of_topic: Name | None = None
        self._encode(sentence, start, mentions, topic, person)
        self.types = _types_of(self._codes)
        self.text = "".join(self._pieces)

    @cached_property
    def clause(self) -> str:
        """The view without its asides, of equal length."""
        return _SAYS_OF_ITSELF.sub(_blanked, _APPOSITION.sub(_blanked, self.text)) if self._codes else self.text

    @property
    def readings(self) -> tuple[str, ...]:
        """The sentence as it stands and, where it has asides, without them."""
        return (self.text,) if self.clause == self.text else (self.text, self.clause)

    @cached_property
    def has_relative_clause(self) -> bool:
        """Whether a relative clause follows a name."""
        return _RELATIVE.search(self.text) is not None

    def _encode(
        self,
        sentence: str,
        start: int,
        mentions: Sequence[Mention],
        topic: Mention | None,
        person: TakenUp | None,
    ) -> None:
        position = 0
        if person is not None:
            self._add_piece(self._plain[: person.start], 0)
            self._add_mark(person.person, person.start, person.person.type, is_resolved=True)
            position = person.end
        definite = _DEFINITE.match(sentence) if topic and not position else None
        subject: Mention | None = None
        if definite and topic:
            inside = [mention for mention in mentions if mention.start - start < definite.end()]
            if all(one.type == "PLACE" and definite["place"] for one in inside):
                self._add_mark(topic, 0, topic.type, is_resolved=True)
                self.place_of_topic = name_of(inside[0]) if inside else None
                if definite.group() == "Its":
                    self._add_piece("'s", definite.end())
                position = definite.end()
            subject = topic
        previous: Mention | None = None
        for mention in mentions:
            left, right = mention.start - start, mention.end - start
            if left >= position:
                if previous and self._is_alias(sentence, mention, previous, left, start):
                    position = right + (sentence[right : right + 1] == ")")
                else:
                    self._add_text(position, left, subject, topic)
                    type_ = self._told.of(sentence, left, right, mention)
                    self._add_mark(mention, left, type_)
                    if type_ == "ORG" and self._has_possessives and not is_oblique(sentence, left):
                        subject = mention
                    position = right
            previous = mention
        self._add_text(position, len(sentence), subject, topic)

    def _is_alias(self, sentence: str, mention: Mention, previous: Mention, left: int, start: int) -> bool:
        between = sentence[previous.end - start : left]
        return mention.entity_id == previous.entity_id and _BRACKETED_ALIAS.fullmatch(between) is not None

    def _add_mark(self, mention: Mention, original: int, type_: str, *, is_resolved: bool = False) -> None:
        code = _ADJECTIVE_CODE if mention.form == "adjective" else _CODES[type_]
        self._codes += code
        self._add_piece(f"{OPEN}{code}{len(self.names)}{CLOSE}", original)
        self.names.append(Name(mention.entity_id, type_, mention.text, mention.confidence, is_resolved))

    def _add_text(self, start: int, end: int, subject: Mention | None, topic: Mention | None) -> None:
        position = start
        if self._has_possessives:
            for pattern, meant in ((_POSSESSIVE_PRONOUN, subject), (_POSSESSIVE_DESCRIPTION, subject or topic)):
                if meant is None:
                    continue
                for owner in pattern.finditer(self._sentence, position, end):
                    self._add_piece(self._plain[position : owner.start()], position)
                    self._add_mark(meant, owner.start(), meant.type, is_resolved=True)
                    self._add_piece("'s", owner.end())
                    position = owner.end()
        self._add_piece(self._plain[position:end], position)

    def _add_piece(self, piece: str, original: int) -> None:
        self._encoded_at.append(self._length)
        self._original_at.append(original)
        self._pieces.append(piece)
        self._length += len(piece)

    def marks(self, encoded: str, letters: Container[str] = _LETTERS) -> list[Name]:
        """The names that the marks of these letters in a stretch of the view stand for, in order."""
        return [self.names[int(mark[2])] for mark in _MARK.finditer(encoded) if mark[1] in letters]

    def words(self, start: int, end: int) -> str:
        """The words of the text that a stretch of the view stands for, its white space made plain."""
        return " ".join(self._sentence[self._original(start) : self._original(end)].split())

    def _original(self, encoded: int) -> int:
        piece = bisect_right(self._encoded_at, encoded) - 1
        if piece < 0:
            return 0
        offset = encoded - self._encoded_at[piece]
        if piece + 1 < len(self._original_at):
            return min(self._original_at[piece] + offset, self._original_at[piece + 1])
        return self._original_at[piece] + offset
