"""A sentence as the patterns of relations see it: its names replaced by typed marks, its pronouns by what they mean.

What belongs here: the encoding and the way back to the text. What the patterns are stands in `relation_rules` and
the modules beside it.
"""

import re
from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass

from tidybrief.extraction.records import Mention

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
_MARK = re.compile(f"{OPEN}([A-Z])(\\d+){CLOSE}")
_PLAIN = str.maketrans(
    {"’": "'", "‘": "'", "\u00a0": " ", "\n": " ", "\t": " ", OPEN: " ", CLOSE: " ", BLANK: " ", "‑": "-"}
)
_APPOSITION = re.compile(
    f"(?<={CLOSE}), (?:(?:the|an?|which|who|formerly|now|then|best|also|once|headquartered|based|founded|owned|backed"
    f"|led|known|one of|part of|maker|developer|parent|whose)\\b|{OPEN}[A-Z]\\d+{CLOSE}'s )[^,;:.()]{{2,120}},"
    r"(?= (?!(?:and|or|but|with|who|which|while|as well)\b)[a-z])"
)
_BRACKETED_ALIAS = re.compile(r"\s?[(/]\s?$")
_DEFINITE = re.compile(
    r"(?:(?:The|This) (?:company|firm|start-?up|group|corporation|retailer|chain|bank|lab|agency|carmaker|chipmaker"
    r"|developer|maker)(?!\w| (?:of|that|which|behind|said to))"
    r"|It(?= (?:has|is|was|also|focuses|speciali|develop|provides|makes|owns|operates))|Its(?= ))"
)
_POSSESSIVE_PRONOUN = re.compile(r"\bits(?= )")
_OBLIQUE = re.compile(
    r"\b(?:with|to|by|of|from|for|in|like|against|on|at|than|as|into|between|over|via|including) (?:the |an? )?$"
)


@dataclass(frozen=True, slots=True)
class Name:
    """What one mark of a view stands for."""

    entity_id: str
    type: str
    text: str
    confidence: float
    is_resolved: bool


class View:
    """One sentence with its names as marks.

    `text` is what patterns run over; `clause` is the same, of equal length, with what stands between commas behind a
    name blanked out, so that a subject meets its verb.
    """

    def __init__(self, sentence: str, start: int, mentions: Sequence[Mention], topic: Mention | None) -> None:
        """`start` is the sentence's offset, `topic` what "the company" or "it" would mean at its beginning."""
        self.names: list[Name] = []
        self._sentence = sentence
        self._pieces: list[str] = []
        self._length = 0
        self._encoded_at: list[int] = []
        self._original_at: list[int] = []
        self._encode(sentence, start, mentions, topic)
        self.text = "".join(self._pieces)
        self.clause = _APPOSITION.sub(lambda found: BLANK * len(found.group()), self.text)

    def _encode(self, sentence: str, start: int, mentions: Sequence[Mention], topic: Mention | None) -> None:
        position = 0
        definite = _DEFINITE.match(sentence) if topic else None
        if definite and topic and not any(mention.start - start < definite.end() for mention in mentions):
            self._add_mark(topic, 0, is_resolved=True)
            if definite.group() == "Its":
                self._add_plain("'s", definite.end())
            position = definite.end()
        subject: Mention | None = topic if definite else None
        for index, mention in enumerate(mentions):
            left, right = mention.start - start, mention.end - start
            if left < position:
                continue
            self._add_text(sentence, position, left, subject)
            if index and self._is_alias_of_previous(sentence, mention, mentions[index - 1], left, start):
                self._add_plain(" " * (right - left), left)
            else:
                self._add_mark(mention, left)
                if mention.type == "ORG" and not _OBLIQUE.search(sentence, max(0, left - 20), left):
                    subject = mention
            position = right
        self._add_text(sentence, position, len(sentence), subject)

    def _is_alias_of_previous(self, sentence: str, mention: Mention, previous: Mention, left: int, start: int) -> bool:
        between = sentence[previous.end - start : left]
        return mention.entity_id == previous.entity_id and _BRACKETED_ALIAS.fullmatch(between) is not None

    def _add_mark(self, mention: Mention, original: int, *, is_resolved: bool = False) -> None:
        code = _ADJECTIVE_CODE if mention.form == "adjective" else _CODES[mention.type]
        self._note(original)
        self._append(f"{OPEN}{code}{len(self.names)}{CLOSE}")
        self.names.append(Name(mention.entity_id, mention.type, mention.text, mention.confidence, is_resolved))

    def _add_text(self, sentence: str, start: int, end: int, subject: Mention | None) -> None:
        position = start
        if subject is not None:
            for pronoun in _POSSESSIVE_PRONOUN.finditer(sentence, start, end):
                self._add_plain(sentence[position : pronoun.start()], position)
                self._add_mark(subject, pronoun.start(), is_resolved=True)
                self._add_plain("'s", pronoun.end())
                position = pronoun.end()
        self._add_plain(sentence[position:end], position)

    def _add_plain(self, text: str, original: int) -> None:
        self._note(original)
        self._append(text.translate(_PLAIN))

    def _note(self, original: int) -> None:
        self._encoded_at.append(self._length)
        self._original_at.append(original)

    def _append(self, piece: str) -> None:
        self._pieces.append(piece)
        self._length += len(piece)

    def types(self) -> frozenset[str]:
        """The letters of the types of names in the sentence."""
        return frozenset(mark[1] for mark in _MARK.finditer(self.text))

    def marks(self, encoded: str) -> list[Name]:
        """The names that the marks in a stretch of the view stand for, in order."""
        return [self.names[int(mark[2])] for mark in _MARK.finditer(encoded)]

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
