"""Stretches that one source speaks for beyond the sentence that names it: a quotation of several sentences or
paragraphs, and the list that a sentence with a source leads to.

What belongs here: where such a stretch begins and ends. Which source a sentence names is found in `attribution`.
"""

import re
from collections.abc import Mapping, MutableMapping, Sequence

from tidybrief.extraction.grammar.sources_named import REVISES, THROUGH, Source
from tidybrief.extraction.records import Mention, Sentence

_CLOSING = {"“": "”", '"': '"'}
_LETTERS = re.compile(r"[A-Za-z]{2}")
_SPEAKING = frozenset({"before the verb", "after the verb", "pronoun", "noun"})
_LONGEST_SPEECH = 12
_LABEL = re.compile(r"(?:From|As|Per|And)?[ ]?(?:[A-Z][\w.’'-]*[ ]|the[ ]|of[ ]){0,5}$")
_LONGEST_LABEL = 120
_TO_FOLLOW = re.compile(r"\bfollowing\b[^.;]{0,40}:$")
_MOST_PARAGRAPHS = 12


def add_stretches(
    found: MutableMapping[int, tuple[Source, ...]],
    sentences: Sequence[Sentence],
    labels: Mapping[int, Mention],
    names: Mapping[str, str],
    text: str,
) -> None:
    """Adds, to the sources found for sentences, those of quotations and of lists that stand in other sentences.

    `labels` holds the last name of each sentence that ends with a colon.
    """
    _Stretches(found, sentences, labels, names, text).add()


class _Stretches:
    """Goes through the sentences of a document once."""

    def __init__(
        self,
        found: MutableMapping[int, tuple[Source, ...]],
        sentences: Sequence[Sentence],
        labels: Mapping[int, Mention],
        names: Mapping[str, str],
        text: str,
    ) -> None:
        self.found, self.sentences, self.labels, self.names, self.text = found, sentences, labels, names, text

    def add(self) -> None:
        """Adds the sources of all stretches."""
        speaker: Source | None = None
        place = 0
        while place < len(self.sentences):
            sentence = self.sentences[place]
            if sentence.text[0] in _CLOSING:
                last, closed = self._speech(place)
                speaker = self._teller(last, closed) or (speaker if self._is_all_quoted(last, closed) else None)
                if speaker is not None:
                    self._give(speaker, range(place, last + 1))
                place = last + 1
                continue
            speaker = self._announced(sentence) or self._telling(sentence)
            if sentence.text.endswith(":"):
                self._give_list(place)
            place += 1

    def _speech(self, first: int) -> tuple[int, int]:
        """The last sentence of a quotation that a sentence opens, within its paragraph, and where it closes (-1: it
        does not).
        """
        opening = self.sentences[first].text[0]
        closing = _CLOSING[opening]
        start = self.sentences[first].start + 1
        last = first
        while True:
            closed = self.text.find(closing, start, self.sentences[last].end)
            if closed >= 0 or last + 1 == len(self.sentences) or last - first == _LONGEST_SPEECH:
                return last, closed
            following = self.sentences[last + 1]
            if "\n" in self.text[self.sentences[last].end : following.start]:
                return last, -1
            start, last = following.start, last + 1

    def _is_all_quoted(self, last: int, closed: int) -> bool:
        """Whether nothing stands behind a quotation in its last sentence."""
        return closed < 0 or _LETTERS.search(self.text, closed, self.sentences[last].end) is None

    def _teller(self, last: int, closed: int) -> Source | None:
        """The source that is named behind a quotation ("…," said Smith)."""
        if closed < 0:
            return None
        own = self.found.get(self.sentences[last].sentence_no, ())
        return next((one for one in own if not one.carried and one.manner in _SPEAKING and one.named_at > closed), None)

    def _telling(self, sentence: Sentence) -> Source | None:
        """The source whose words a sentence ends with ("Smith said that "the rest …")."""
        own = self.found.get(sentence.sentence_no, ())
        if not sentence.text.endswith(("”", '"')):
            return None
        return next((one for one in own if not one.carried and one.manner in _SPEAKING), None)

    def _announced(self, sentence: Sentence) -> Source | None:
        """Who a sentence or a label with a colon gives the word to ("Smith said:", "From the Gazette:")."""
        named = self.labels.get(sentence.sentence_no)
        if named is None:
            return None
        own = next((one for one in self.found.get(sentence.sentence_no, ()) if not one.carried), None)
        if own is not None:
            return own
        is_label = (
            sentence.end - sentence.start < _LONGEST_LABEL
            and named.type in ("PERSON", "ORG", "WORK")
            and self.text[named.end : sentence.end].strip(" *_") == ":"
            and _LABEL.fullmatch(self.text, sentence.start, named.start) is not None
        )
        if not is_label:
            return None
        name = self.names.get(named.entity_id, named.text)
        return Source(named.entity_id, name, False, sentence.start, sentence.end, THROUGH, named_at=named.start)

    def _give_list(self, lead: int) -> None:
        """Gives the source of a sentence that ends with a colon to the items of the list behind it."""
        sentence = self.sentences[lead]
        own = [one for one in self.found.get(sentence.sentence_no, ()) if not one.carried and one.end >= sentence.end]
        if not own or own[-1].manner == REVISES:
            return
        behind = range(lead + 1, len(self.sentences))
        end = next((place for place in behind if self.sentences[place].kind != "list_item"), len(self.sentences))
        if end == lead + 1 and _TO_FOLLOW.search(sentence.text):
            end = self._end_of_short_paragraphs(end)
        self._give(own[-1], range(lead + 1, end))

    def _end_of_short_paragraphs(self, first: int) -> int:
        """Where the paragraphs of one sentence each, which a sentence with a colon leads to, end."""
        last = min(first + _MOST_PARAGRAPHS, len(self.sentences))
        for place in range(first, last):
            row = self.sentences[place]
            after = self.sentences[place + 1].start if place + 1 < len(self.sentences) else len(self.text)
            ends = place + 1 == len(self.sentences) or "\n" in self.text[row.end : after]
            if row.kind != "paragraph" or not ends:
                return place
        return last

    def _give(self, source: Source, places: range) -> None:
        """Gives a source to the sentences of a stretch that name none themselves."""
        for place in places:
            row = self.sentences[place]
            own = self.found.get(row.sentence_no, ())
            if any(not one.carried for one in own):
                continue
            given = source._replace(carried=True, start=row.start, end=row.end, manner=THROUGH, distance=1)
            self.found[row.sentence_no] = (given,)
