"""The rows of a document: sentences, headings, labels, list items, captions and page furniture.

What belongs here: putting together what the modules beside it find, and what carries over from row to row.
Where a row ends stands in `segmentation`, what is a heading in `sections`, what is furniture in `furniture`,
what a sentence claims in `factuality`.
"""

import re
from collections import Counter

from tidybrief.extraction.alternation import words_in
from tidybrief.extraction.records import Sentence
from tidybrief.extraction.sentences import factuality
from tidybrief.extraction.sentences.furniture import is_caption_line, is_credit, is_furniture, repeated_lines
from tidybrief.extraction.sentences.sections import CAPITALS_LEVEL, SectionPath, heading_level, label_end, names_speaker
from tidybrief.extraction.sentences.segmentation import Block, find_blocks, split_sentences
from tidybrief.extraction.tokens import words_of
from tidybrief.lexicon import Lexicon
from tidybrief.reading import front_matter
from tidybrief.reading.document import Document

_LIST_MARKS = ("bullet", "number", "row")
_ASKS = re.compile(r"""\?["'”’»)\]*_]*$""")
_BREAKS_OFF_ASKING = re.compile(
    r"(?:(?:wh[a-z]+|how)\s+(?:is|are|was|were|do|does|did|will|would|can|could|has|have|should)|(?:is|are|do|does|did|can|could|will|would)\s+(?:you|he|she|it|they|we|there|the))\b.{0,80}[—–-]$",
    re.IGNORECASE,
)
_FINITE = words_of("is are was were has have had will would can could may might must should say says said do does did")
_AHEAD_IN_HEADLINE = re.compile(
    r"(?!From )[A-Z][^,:;?!]{1,80}?(?P<before>[\w’'-]+) (?:set |due |poised |likely )?to "
    r"(?!(?:the|a|an|its|their|his|her|our|be)\b)[a-z]{2,}(?![\w-])"
)
_HAS_VERB_BEFORE = re.compile(r" [a-z]{2,}(?<!s)s (?!(?:set |due |poised |likely )?to )\S+ |[$€£¥\d]")
_LONGEST_BARE_HEADING = 6
_MOST_SPACES_IN_PLACE = 3
_LONGEST_TOP = 8
_SHORTEST_FIRST_PARAGRAPH = 100


def find_sentences(document: Document, lexicon: Lexicon) -> tuple[Sentence, ...]:
    """The rows of the document in the order of the text, disjoint, without marks of lists and headings."""
    return tuple(_Reader(document, lexicon).read())


class _Reader:
    """Reads the blocks of one text from top to bottom and keeps what carries over from one to the next."""

    def __init__(self, document: Document, lexicon: Lexicon) -> None:
        text = document.text
        self._text = text
        self._layout = document.layout
        self._lexicon = lexicon
        metadata = front_matter.span(text)
        self._body_start = metadata[1] if metadata else 0
        self._blocks = find_blocks(text)
        self._repeated = repeated_lines(text, self._blocks)
        self._speakers = self._find_speakers()
        self._path = SectionPath()
        self._rows: list[Sentence] = []
        self._quotation_open = False
        self._scene_imagined = False
        self._in_speech = False
        self._label_awaits_text = False
        self._awaits_title = True
        self._frame_of_list: str | None = None

    def read(self) -> list[Sentence]:
        for number, block in enumerate(self._blocks):
            following = self._blocks[number + 1] if number + 1 < len(self._blocks) else None
            if block.start < self._body_start:
                self._add(block.start, block.end, "boilerplate", None)
            else:
                self._read_block(block, following, is_first=self._awaits_title)
        return self._rows

    def _find_speakers(self) -> frozenset[str]:
        """The labels of a transcript's speakers; one that comes back shows the text to be one."""
        labels: Counter[str] = Counter()
        for block in self._blocks:
            if not block.mark:
                end = label_end(self._text, block, self._lexicon, in_list=False)
                label = self._text[block.start : end]
                if end is not None and (label.isupper() or names_speaker(label, self._lexicon)):
                    labels[label] += 1
        return frozenset(labels) if any(times > 1 for times in labels.values()) else frozenset()

    def _read_block(self, block: Block, following: Block | None, *, is_first: bool) -> None:
        text = self._text
        in_margin = self._layout.is_furniture(block.start, block.end)
        if in_margin or is_furniture(text, block, self._repeated, self._lexicon):
            self._add(block.start, block.end, "boilerplate", None)
        elif is_caption_line(text, block) or self._is_place_of_dateline(block, following):
            self._add(block.start, block.end, "caption", factuality.ASSERTED)
        elif not self._is_turn(block) and (level := heading_level(text, block, following, is_first=is_first)):
            self._read_heading(block, level, following, is_title=is_first)
        else:
            self._read_prose(block, following)

    def _is_place_of_dateline(self, block: Block, following: Block | None) -> bool:
        """Whether the block is where the text was written: capitals between the date and the first paragraph."""
        place = self._text[block.start : block.end]
        if block.mark or not place.isupper() or place.count(" ") > _MOST_SPACES_IN_PLACE or not self._rows:
            return False
        stands_at_top = self._rows[-1].kind == "caption" and all(
            row.kind in ("heading", "caption", "boilerplate") for row in self._rows[:_LONGEST_TOP]
        )
        is_before_prose = following is not None and following.end - following.start > _SHORTEST_FIRST_PARAGRAPH
        return stands_at_top and len(self._rows) <= _LONGEST_TOP and is_before_prose

    def _is_turn(self, block: Block) -> bool:
        return any(self._text.startswith(speaker, block.start, block.end) for speaker in self._speakers)

    def _read_heading(self, block: Block, level: int, following: Block | None, *, is_title: bool) -> None:
        heading = self._text[block.start : block.end]
        self._scene_imagined = self._quotation_open = self._in_speech = False
        if not is_title:
            self._path.leave(level)
        if is_credit(self._text, block.start, block.end, self._lexicon):
            self._add(block.start, block.end, "caption", factuality.ASSERTED)
            return
        if self._is_question(block):
            self._add_sentences(block.start, block.end, "heading")
        else:
            self._add(block.start, block.end, "heading", self._claim_of_heading(heading, is_title=is_title))
        if not is_title and not (following and self._is_question(block) and self._is_question(following)):
            self._path.enter(level, heading)

    def _is_question(self, block: Block) -> bool:
        return _ASKS.search(self._text, max(block.start, block.end - 8), block.end) is not None

    def _claim_of_heading(self, heading: str, *, is_title: bool) -> str | None:
        claim = factuality.factuality_of(heading, self._lexicon)
        if claim == factuality.ASSERTED:
            if is_title and self._announces(heading) and not _states_something(heading):
                return factuality.FORECAST
            if heading.count(" ") < _LONGEST_BARE_HEADING and not _states_something(heading):
                return None
            return claim if is_title or _states_something(heading) else None
        return claim

    def _announces(self, heading: str) -> bool:
        """Whether a headline says what somebody is to do: "Acme to close plant", not "Prices climb to peak"."""
        ahead = _AHEAD_IN_HEADLINE.match(heading)
        if ahead is None or _HAS_VERB_BEFORE.search(ahead.group()):
            return False
        return ahead["before"].lower() not in self._lexicon.cues["segmentation"]["leads_to"]

    def _read_prose(self, block: Block, following: Block | None) -> None:
        text, start = self._text, block.start
        in_list = block.mark in _LIST_MARKS
        label = None if block.mark == "row" else label_end(text, block, self._lexicon, in_list=in_list)
        if label is not None and is_credit(text, start, block.end, self._lexicon):
            label = None
        if label is None:
            if not in_list and not self._label_awaits_text:
                self._path.leave_label()
            self._label_awaits_text = False
            self._add_sentences(start, block.end, "list_item" if in_list else "paragraph")
            return
        name = text[start : label - 1]
        is_speaker = text[start:label] in self._speakers
        if is_speaker or (not in_list and name.isupper()):
            self._path.leave(CAPITALS_LEVEL)
            self._add(start, label, "heading", None)
            self._path.enter(CAPITALS_LEVEL, name)
            self._scene_imagined = self._quotation_open = False
            self._in_speech = is_speaker
        else:
            self._path.leave_label()
            self._add(start, label, "list_item" if in_list else "heading", None)
            self._path.enter_label(name)
        self._add_sentences(label, block.end, "list_item" if in_list else "paragraph")
        self._label_awaits_text = block.end <= label + 1
        if not self._label_awaits_text:
            self._path.leave_label()

    def _add_sentences(self, start: int, end: int, kind: str) -> None:
        text = self._text
        spans = list(split_sentences(text, start, end, self._lexicon))
        if kind == "paragraph" and any(is_credit(text, left, right, self._lexicon) for left, right in spans):
            kind = "caption"
        if self._quotation_open and start < end and text[start] not in '“"«':
            self._quotation_open = False
        inside = False
        if kind != "list_item":
            self._frame_of_list = None
        for left, right in spans:
            sentence = text[left:right]
            quoted = inside or (self._quotation_open and left == start)
            inside = _open_quotation_after(sentence, inside)
            if _asks(sentence):
                self._add(left, right, "question", None)
                continue
            claim = factuality.factuality_of(sentence, self._lexicon, in_quotation=quoted or self._in_speech)
            claim = self._in_list(sentence, claim)
            self._add(left, right, kind, self._in_scene(sentence, claim, opens_paragraph=left == start))
        self._quotation_open = inside

    def _in_list(self, sentence: str, claim: str) -> str:
        """An item without a finite verb of its own goes on with the sentence that introduced its list."""
        if sentence.endswith(":"):
            self._frame_of_list = claim
        elif self._frame_of_list and claim == factuality.ASSERTED and not _states_something(sentence):
            return self._frame_of_list
        return claim

    def _in_scene(self, sentence: str, claim: str, *, opens_paragraph: bool) -> str:
        if claim == factuality.HYPOTHETICAL and factuality.invites_to_imagine(sentence, self._lexicon):
            self._scene_imagined = True
        elif self._scene_imagined:
            self._scene_imagined = not factuality.returns_to_fact(
                sentence, self._lexicon, opens_paragraph=opens_paragraph
            )
        return factuality.HYPOTHETICAL if self._scene_imagined else claim

    def _add(self, start: int, end: int, kind: str, claim: str | None) -> None:
        self._awaits_title = self._awaits_title and kind == "boilerplate"
        self._rows.append(Sentence(len(self._rows), start, end, self._text[start:end], kind, self._path.text, claim))


def _asks(sentence: str) -> bool:
    """Whether the sentence is a question, or breaks off while asking one."""
    if sentence[-1] in "—–-":
        return _BREAKS_OFF_ASKING.match(sentence) is not None
    return "?" in sentence[-4:] and _ASKS.search(sentence) is not None


def _states_something(words: str) -> bool:
    """Whether a finite form of the commonest verbs stands among the words."""
    return not _FINITE.isdisjoint(words_in(words.lower()))


def _open_quotation_after(sentence: str, is_open: bool) -> bool:
    """Whether a quotation is open at the end of the sentence, given whether it was at its start."""
    opened, closed = sentence.rfind("“"), sentence.rfind("”")
    if opened >= 0 or closed >= 0:
        return opened > closed
    straight = sentence.count('"')
    if straight:
        straight -= len(re.findall(r"\d\"", sentence)) if not is_open and straight % 2 else 0
        return is_open ^ bool(straight % 2)
    return is_open
