"""Text to lines, lines to blocks, blocks to sentence spans.

What belongs here: where a row starts and ends, and which mark stands before it. What kind of row it is and what it
claims stand in `sections`, `furniture` and `factuality`.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from tidybrief.lexicon import Lexicon

_LINE = re.compile(r"[^\n\r\v\f\x1c-\x1e\x85\u2028\u2029]+")
_MARK = re.compile(
    r"""[^\S\n]*(?:>[> ]*)?(?:
        (?P<heading>\#{1,6})[^\S\n]+
      | (?P<bullet>[-*+•‣⁃◦▪▫●○·∙–—■□►▶➤✓✔❖]|o(?=[^\S\n]{2}))[^\S\n]+
      | (?P<number>\(?(?:\d{1,3}|[a-zA-Z]|[ivxIVX]{1,5})\)|\d{1,3}\.|\d{1,2}(?:\.\d{1,2}){1,4}\.?(?=[^\S\n]+[A-Z]))[^\S\n]+
      | (?P<turn>[QA](?:[.:](?=[^\S\n])|(?=[^\S\n]{2}|\t)))[^\S\n]+
    )?""",
    re.VERBOSE,
)
_EDGE_MARKS = " \t\u00a0\u200b\ufeff*_|`"
_INLINE_BULLET = re.compile(r"\s+[•‣●▪■►➤]\s+")
_STOP = re.compile(
    r"""(?:[.!?…]+(?:["'”’»)\]*_]|\[\d{1,3}\])*(?=\s)
      | [。！？]+[”’」』）]*
      | (?<=[a-z][a-z])[.!?]["”’)]*(?=[A-Z][a-z]*\s)
    )""",
    re.VERBOSE,
)
_DOTTED = re.compile(r"(?:[^\W\d_]\.)+[^\W\d_]")
_WORD = re.compile(r"[^\W\d_][\w’'&+-]*")
_TERMINAL = re.compile(r"""[.!?…。！？]["'”’»)\]*_]*$""")
_LONGEST_WRAPPED_LINE = 110
_SHORTEST_WRAPPED_LINE = 40


@dataclass(frozen=True, slots=True)
class Block:
    """A line without its mark, or a paragraph whose lines were wrapped: `text[start:end]` is its content.

    `mark` is "", "heading", "bullet", "number", "turn" (a transcript's Q or A) or "row" (of a table); `level` counts the
    "#" of a heading or the depth of a number; `after_blank` says that an empty line stands before it.
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
    speaker_follows: re.Pattern[str]


@lru_cache(maxsize=4)
def _stop_words(lexicon: Lexicon) -> _StopWords:
    cues = lexicon.cues["segmentation"]
    verbs = "|".join(map(re.escape, cues["speech_verbs"]))
    return _StopWords(
        never_final=frozenset(cues["never_final"]),
        before_number=frozenset(cues["before_number"]),
        may_be_final=frozenset(cues["may_be_final"]),
        openers=frozenset(cues["sentence_openers"]),
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
        if not any(map(str.isalnum, content[start:])):
            start = 0
            if not any(map(str.isalnum, content)):
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
            level = mark["number"].strip("().").count(".") + 1
        left, right = _trimmed(content, start, len(content))
        indent = len(content) - len(content.lstrip())
        for piece, (a, b) in enumerate(_split_at_inline_bullets(content, left, right)):
            piece_kind = (
                "bullet"
                if piece or _INLINE_BULLET.search(content, left, right) and kind == "bullet"
                else kind
            )
            yield Block(
                line.start() + a, line.start() + b, piece_kind, level, indent, after_blank and not piece
            )


def _split_at_inline_bullets(content: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    position = start
    for bullet in _INLINE_BULLET.finditer(content, start, end):
        if any(map(str.isalnum, content[position : bullet.start()])):
            yield position, bullet.start()
            position = bullet.end()
    if any(map(str.isalnum, content[position:end])):
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
        for first, second in zip(lines, lines[1:], strict=False)
        if not second.mark
        and not second.after_blank
        and first.mark not in ("heading", "row")
        and _SHORTEST_WRAPPED_LINE <= first.end - first.start + first.indent <= _LONGEST_WRAPPED_LINE
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
        or document_is_wrapped
        and _did_not_fit(text, first, second, width)
    }
    for line in lines:
        if joined and line.start in continues:
            head = joined[-1]
            joined[-1] = Block(head.start, line.end, head.mark, head.level, head.indent, head.after_blank)
        else:
            joined.append(line)
    return joined


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
        if stop.end() < end and _ends_sentence(text, stop.start(), stop.end(), position, end, words):
            left, right = _trimmed(text, position, stop.end())
            if any(map(str.isalnum, text[left:right])):
                yield left, right
                position = stop.end()
    left, right = _trimmed(text, position, end)
    if any(map(str.isalnum, text[left:right])):
        yield left, right


def _ends_sentence(
    text: str, stop: int, after: int, sentence_start: int, end: int, words: _StopWords
) -> bool:
    following = after
    while following < end and text[following].isspace():
        following += 1
    if following >= end:
        return False
    marks = text[stop:after]
    if marks[0] in "。！？":
        return True
    opening = _next_word(text, following, end)
    if opening and opening[0].islower() and not (len(opening) > 1 and any(map(str.isupper, opening[1:3]))):
        return False
    if marks.endswith(("...]", "...)", "…]", "…)")):
        return False
    if marks[0] in "!?" and any(closer in marks for closer in "\"”’'"):
        return not words.speaker_follows.match(text, following, end)
    if marks.strip("\"'”’»)]*_") not in (".", "!"):
        return True
    token = _last_token(text, sentence_start, stop)
    if marks[0] == "!":
        token += "!"
    lowered = token.lower()
    if lowered in words.never_final and marks == ".":
        return False
    if lowered in words.before_number and text[following].isdigit() and marks == ".":
        return False
    is_initial = len(token) == 1 and token.isupper() and token != "I"
    if is_initial or lowered in words.may_be_final or _DOTTED.fullmatch(token):
        return (
            bool(opening)
            and opening.lower() in words.openers
            and text[following : following + 2] != f"{opening}."
        )
    return True


def _next_word(text: str, position: int, end: int) -> str:
    while position < end and text[position] in "\"'“‘«([*_":
        position += 1
    word = _WORD.match(text, position, end)
    return word.group() if word else ""


def _last_token(text: str, start: int, stop: int) -> str:
    left = stop
    limit = max(start, stop - 24)
    while left > limit and not text[left - 1].isspace() and text[left - 1] not in '("“[‘/—–':
        left -= 1
    return text[left:stop]
