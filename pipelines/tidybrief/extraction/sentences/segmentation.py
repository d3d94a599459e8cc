"""Text to lines, lines to blocks, blocks to sentence spans.

What belongs here: where a row starts and ends, and which mark stands before it. What kind of row it is and
what it claims stand in `sections`, `furniture` and `factuality`.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise

from tidybrief.extraction.alternation import one_of
from tidybrief.lexicon import Lexicon

_LINE = re.compile(r"[^\n\r\v\f\x1c-\x1e\x85\u2028\u2029]+")
_MARK = re.compile(
    r"""[^\S\n]*(?:>[> ]*)?(?:
        (?P<heading>\#{1,6})[^\S\n]+
      | (?P<bullet>[-*+•‣⁃◦▪▫●○·∙–—■□►▶➤✓✔❖]|o(?=[^\S\n]{2}))[^\S\n]+
      | (?P<number>\(?(?:\d{1,3}|[a-zA-Z]|[ivxIVX]{1,5})\)|\d{1,3}\.
          |\d{1,2}(?:\.\d{1,2}){1,4}\.?(?=[^\S\n]+[A-Z]))[^\S\n]+
      | (?P<turn>[QA](?:[.:](?=[^\S\n])|(?=[^\S\n]{2}|\t)))[^\S\n]+
    )?""",
    re.VERBOSE,
)
_EDGE_MARKS = " \t\u00a0\u200b\ufeff*_|`"
_BULLET = re.compile(r"[•‣●▪■►➤]")
_INLINE_BULLET = re.compile(r"\s+[•‣●▪■►➤]\s+")
_STOP = re.compile(
    r"""[.!?…。！？](?:  # the first sign by itself, so that the search goes from one to the next
        (?<=[.!?…])[.!?…]*(?:["'”’»)\]*_]|\[\^?\w{1,8}\])*(?=\s)
      | (?<=[。！？])[。！？]*[”’」』）]*
      | (?<=[a-z][a-z][.!?])["”’)]*(?=[A-Z][a-z]*\s)
    )""",
    re.VERBOSE,
)
_ALPHANUMERIC = re.compile(r"[^\W_]")
_CLOSES_QUOTATION = re.compile(r"[\"”’']")
_SUBSECTION = re.compile(r"\((?:[a-z]|[ivx]{1,5}|\d{1,2})\)\s+[A-Z]")
_DOTTED = re.compile(r"(?:[^\W\d_]\.)+[^\W\d_]")
_WORD = re.compile(r"[^\W\d_][\w’'&+-]*")
_TERMINAL = re.compile(r"""[.!?…。！？]["'”’»)\]*_]*$""")
_OPENS_TOKEN = re.compile(r"[(\"“[‘/—–]")
_LONGEST_TOKEN = 24
_LONGEST_WRAPPED_LINE = 110
_SHORTEST_WRAPPED_LINE = 40


@dataclass(frozen=True, slots=True)
class Block:
    """A line without its mark, or a paragraph whose lines were wrapped: `text[start:end]` is its content.

    `mark` is "", "heading", "bullet", "number", "turn" (a transcript's Q or A) or "row" (of a table);
    `level` counts the "#" of a heading or the depth of a number; `after_blank`: behind an empty line.
    """

    start: int
    end: int
    mark: str
    level: int
    indent: int
    after_blank: bool


@dataclass(frozen=True, slots=True)
class _StopWords:
    never_final: frozenset[str]
    before_number: frozenset[str]
    may_be_final: frozenset[str]
    openers: frozenset[str]
    before_letter: tuple[str, ...]
    speaker_follows: re.Pattern[str]


@lru_cache(maxsize=4)
def _stop_words(lexicon: Lexicon) -> _StopWords:
    cues = lexicon.cues["segmentation"]
    verbs = one_of(cues["speech_verbs"])
    return _StopWords(
        never_final=frozenset(cues["never_final"]),
        before_number=frozenset(cues["before_number"]),
        may_be_final=frozenset(cues["may_be_final"]),
        openers=frozenset(cues["sentence_openers"]),
        before_letter=tuple(f" {word} " for word in cues["before_letter"]),
        speaker_follows=re.compile(rf"[A-Z][\w’'.-]*(?:\s[\w’'.-]+){{0,4}}?\s(?:{verbs})\b"),
    )


def find_blocks(text: str) -> list[Block]:
    """The blocks of a text in order, without blank lines and lines that hold nothing but marks."""
    return _joined(text, list(_lines(text)))


def _lines(text: str) -> Iterator[Block]:
    previous_end = 0
    pending: re.Match[str] | None = None
    for line in _LINE.finditer(text):
        content = line.group().rstrip()
        if not content.strip():
            continue
        after_blank = text.count("\n", previous_end, line.start()) > 1
        previous_end = line.end()
        table_row = content.count("|") > 1 and content.lstrip().startswith("|")
        mark = _MARK.match(content)
        start = mark.end() if mark else 0
        if not _ALPHANUMERIC.search(content, start):
            start = 0
            if not _ALPHANUMERIC.search(content):
                pending = _MARK.match(content + " ")
                continue
            mark = None
        kind = "row" if table_row else (mark.lastgroup or "" if mark else "")
        if kind == "number" and mark and "." in mark["number"][:-1] and _TERMINAL.search(content):
            kind, start = "", len(content) - len(content.lstrip())
        if not kind and pending and pending.lastgroup == "bullet" and not after_blank:
            kind = "bullet"
        pending = None
        level = 0
        if mark and kind == "heading":
            level = len(mark["heading"])
        elif mark and kind == "number":
            level = 0 if ")" in mark["number"] else mark["number"].strip(".").count(".") + 1
        left, right = _trimmed(content, start, len(content))
        indent = len(content) - len(content.lstrip())
        for piece, (a, b) in enumerate(_split_at_inline_bullets(content, left, right)):
            piece_kind = "bullet" if piece else kind
            yield Block(line.start() + a, line.start() + b, piece_kind, level, indent, after_blank and not piece)


def _split_at_inline_bullets(content: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    position = start
    may_hold_bullets = not content.isascii() and _BULLET.search(content, start, end) is not None
    bullets = _INLINE_BULLET.finditer(content, start, end) if may_hold_bullets else ()
    for bullet in bullets:
        if _ALPHANUMERIC.search(content, position, bullet.start()):
            yield position, bullet.start()
            position = bullet.end()
    if _ALPHANUMERIC.search(content, position, end):
        yield position, end


def _trimmed(content: str, start: int, end: int) -> tuple[int, int]:
    while start < end and (content[start] in _EDGE_MARKS or content[start].isspace()):
        start += 1
    while end > start and (content[end - 1] in _EDGE_MARKS or content[end - 1].isspace()):
        end -= 1
    return start, end


def _joined(text: str, lines: list[Block]) -> list[Block]:
    """Lines that a fixed width broke are one block again."""
    joints = [
        (first, second)
        for first, second in pairwise(lines)
        if not second.mark
        and not second.after_blank
        and first.mark not in ("heading", "row")
        and first.end - first.start + first.indent <= _LONGEST_WRAPPED_LINE
        and (_may_be_wrapped(first) or (first.mark and second.indent > first.indent))
    ]
    if not joints:
        return lines
    width = max(first.end - first.start + first.indent for first, _ in joints)
    lowered = sum(text[second.start].islower() for _, second in joints)
    document_is_wrapped = lowered >= 2 and lowered >= 0.4 * len(joints)
    joined: list[Block] = []
    continues = {
        second.start
        for first, second in joints
        if _breaks_mid_sentence(text, first, second)
        or (document_is_wrapped and _did_not_fit(text, first, second, width))
    }
    for line in lines:
        if joined and line.start in continues:
            head = joined[-1]
            joined[-1] = Block(head.start, line.end, head.mark, head.level, head.indent, head.after_blank)
        else:
            joined.append(line)
    return joined


def _may_be_wrapped(line: Block) -> bool:
    return line.end - line.start + line.indent >= _SHORTEST_WRAPPED_LINE


def _breaks_mid_sentence(text: str, first: Block, second: Block) -> bool:
    return text[second.start].islower() and text[first.end - 1] not in ".!?:;"


def _did_not_fit(text: str, first: Block, second: Block, width: int) -> bool:
    word = _WORD.match(text, second.start)
    length = word.end() - word.start() if word else 1
    return first.end - first.start + first.indent + 1 + length > width


def split_sentences(text: str, start: int, end: int, lexicon: Lexicon) -> Iterator[tuple[int, int]]:
    """The spans of the sentences in `text[start:end]`, without the white space between them."""
    words = _stop_words(lexicon)
    position = start
    for stop in _STOP.finditer(text, start, end):
        if stop.end() < end and _ends_sentence(text, stop, position, end, words):
            if _ALPHANUMERIC.search(text, position, stop.end()):
                yield _trimmed(text, position, stop.end())
            position = stop.end()
    if _ALPHANUMERIC.search(text, position, end):
        yield _trimmed(text, position, end)


def _ends_sentence(text: str, stop: re.Match[str], start: int, end: int, words: _StopWords) -> bool:
    marks, following = stop.group(), stop.end()
    while following < end and text[following].isspace():
        following += 1
    if marks[0] in "。！？" or (text.startswith("(", following) and _SUBSECTION.match(text, following, end)):
        return True
    opening = _next_word(text, following, end)
    if _goes_on(marks, opening):
        return False
    is_single = marks in (".", "!") or marks.strip("\"'”’»)]*_") in (".", "!")
    if is_single:
        token = _last_token(text, start, stop.start())
        if marks == "." and token.lower() in words.never_final:
            return False
        is_label = _is_label(token, text, stop.start(), words)
        if not is_label and _belongs_to_word(token, marks, text[following : following + 1], words):
            return opening.lower() in words.openers and not text.startswith(f"{opening[:1]}.", following)
    names_speaker = marks[0] in "!?" and _CLOSES_QUOTATION.search(marks)
    return not (names_speaker and words.speaker_follows.match(text, following, end))


def _goes_on(marks: str, opening: str) -> bool:
    """Whether a small letter follows, or dots in brackets stand for words left out."""
    is_small = opening[:1].islower() and not any(map(str.isupper, opening[1:3]))  # some brands begin small
    return is_small or marks.endswith(("...]", "...)", "…]", "…)"))


def _belongs_to_word(token: str, marks: str, following: str, words: _StopWords) -> bool:
    """Whether the stop marks an abbreviation or initial, so that it ends a sentence only before an opener."""
    is_initial = len(token) == 1 and token.isupper() and token != "I"
    word = token.lower() + ("!" if marks[0] == "!" else "")
    if word in words.before_number and not is_initial:
        return following.isdigit() or word in words.may_be_final
    return is_initial or word in words.may_be_final or bool(_DOTTED.fullmatch(token))


def _is_label(token: str, text: str, stop: int, words: _StopWords) -> bool:
    """Whether a single letter is the label of what the word before it names: "Series B"."""
    before = text[max(0, stop - _LONGEST_TOKEN) : stop - 1]
    return len(token) == 1 and f" {before.lower()}".endswith(words.before_letter)


def _next_word(text: str, position: int, end: int) -> str:
    while position < end and text[position] in "\"'“‘«([*_":
        position += 1
    word = _WORD.match(text, position, end)
    return word.group() if word else ""


def _last_token(text: str, start: int, stop: int) -> str:
    """What stands right before a position, up to white space or a sign that opens a word."""
    before = text[max(start, stop - _LONGEST_TOKEN) : stop]
    if not before or before[-1].isspace():
        return ""
    return _OPENS_TOKEN.split(before.split()[-1])[-1]
