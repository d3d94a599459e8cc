"""Which blocks are headings and labels, and the path of headings above each row.

What belongs here: document structure read from form. What a heading claims stands in `factuality`.
"""

import re
from functools import lru_cache

from tidybrief.extraction.sentences.segmentation import Block
from tidybrief.lexicon import Lexicon

SEPARATOR = " › "
_UNDERLINED_BELOW = re.compile(r"[^\S\n]*\n[^\S\n]*(={3,}|-{3,})[^\S\n]*(?:\n|$)")
_LABEL = re.compile(
    r"[^\s:.!?;](?:[^:.!?;\n]|(?<=\b[A-Z])\.|(?<=\bM[rRsS])\.|(?<=\bMRS)\.|(?<=\bDR)\.){0,110}:[*_]{0,3}(?=\s|$)"
)
_WORD = re.compile(r"[^\W\d_][\w’'&+.-]*")
_ENDS_PROSE = re.compile(r"""[.!?…;,。！？](?:["'”’»)\]*_]|\[\^?\w{1,8}\])*$""")
_ADDRESS = re.compile(r"\S@\S|://")
_STOP_INSIDE = re.compile(r"[a-z)”]{2}[.!?]\s+[A-Z]")
_ARTICLES_AND_PREPOSITIONS = (
    "a",
    "an",
    "the",
    "and",
    "as",
    "at",
    "but",
    "by",
    "for",
    "from",
    "in",
    "into",
    "of",
    "on",
)
_SMALL_WORDS = frozenset(
    (*_ARTICLES_AND_PREPOSITIONS, "or", "over", "per", "to", "up", "vs", "via", "with", "is", "are")
)
CAPITALS_LEVEL = 7
_TITLE_LEVEL = 8
_LABEL_LEVEL = 9
_LONGEST_HEADING = 140
_LONGEST_TITLE = 300
_LONGEST_LABEL = 115
_MOST_LABEL_WORDS = 7
_MOST_LABEL_WORDS_IN_CAPITALS = 16


@lru_cache(maxsize=4)
def _clause_words(lexicon: Lexicon) -> frozenset[str]:
    return frozenset((*lexicon.cues["segmentation"]["clause_words"], *lexicon.cues["factuality"]["says"]))


def heading_level(text: str, block: Block, following: Block | None, *, is_first: bool) -> int:
    """The level of a block that is a heading, 1 being the highest; 0 for a block that is none."""
    content = text[block.start : block.end]
    if block.mark == "heading":
        return block.level
    if len(content) > _LONGEST_TITLE or block.mark in ("bullet", "turn", "row") or "\n" in content:
        return 0
    underline = _UNDERLINED_BELOW.match(text, block.end)
    if underline and not _ENDS_PROSE.search(content):
        return 1 if "=" in underline[1] else 2
    return _level_by_form(content, block, following, is_first=is_first)


def _level_by_form(content: str, block: Block, following: Block | None, *, is_first: bool) -> int:
    if is_first:
        is_prose = content.endswith(":") or (_ENDS_PROSE.search(content) and not content.endswith("?"))
        return 0 if is_prose else _TITLE_LEVEL
    if not _looks_like_title(content, block, following):
        return 0
    if block.mark == "number":
        return min(_TITLE_LEVEL, CAPITALS_LEVEL + block.level - 1)
    return CAPITALS_LEVEL if content.isupper() else _TITLE_LEVEL


def _looks_like_title(content: str, block: Block, following: Block | None) -> bool:
    if len(content) > _LONGEST_HEADING or (block.mark == "number" and not _opens_section(block, following)):
        return False
    words = _WORD.findall(content)
    if (
        not words
        or len(words) > 18
        or _STOP_INSIDE.search(content)
        or _ADDRESS.search(content)
        or (_ENDS_PROSE.search(content) and not content.endswith("?"))
    ):
        return False
    if not (content[0].isupper() or content[0].isdigit() or content[0] in "“\"‘'"):
        return content[:1].islower() and content[1:2].isupper()
    if content.endswith(":"):
        return content.isupper() or (len(words) <= 6 and following is not None and not following.mark)
    if content.isupper() or len(words) <= 8:
        return True
    capitalised = sum(word[0].isupper() or word.lower() in _SMALL_WORDS for word in words)
    return capitalised >= 0.7 * len(words) or (following is not None and _followed_by_prose(block, following))


def _opens_section(block: Block, following: Block | None) -> bool:
    return block.level > 0 and following is not None and not following.mark and _followed_by_prose(block, following)


def _followed_by_prose(block: Block, following: Block | None) -> bool:
    return following is not None and following.end - following.start > block.end - block.start


def label_end(text: str, block: Block, lexicon: Lexicon, *, in_list: bool) -> int | None:
    """Where the label that opens the block ends, its colon included; None where there is none."""
    may_be_labelled = text.find(":", block.start, min(block.end, block.start + _LONGEST_LABEL)) > 0
    label = _LABEL.match(text, block.start, block.end) if may_be_labelled else None
    if not label or not _is_label(label.group(), lexicon, in_list=in_list):
        return None
    rest = text[label.end() : block.end].lstrip()
    if not rest:
        return label.end() if in_list or label.group().isupper() else None
    return label.end() if in_list or not rest[0].islower() else None


def _is_label(words_before_colon: str, lexicon: Lexicon, *, in_list: bool) -> bool:
    """Whether the words name something: in capitals, or few, without a verb, and outside a list with a capital."""
    words = _WORD.findall(words_before_colon)
    if words_before_colon.count("(") > words_before_colon.count(")"):  # "Alder Mining (NYSE: …"
        return False
    if words_before_colon.isupper():
        return 0 < len(words) <= _MOST_LABEL_WORDS_IN_CAPITALS
    if not 0 < len(words) <= _MOST_LABEL_WORDS or not (in_list or words[0][0].isupper()):
        return False
    return _clause_words(lexicon).isdisjoint(word.lower() for word in words)


@lru_cache(maxsize=4)
def _speakers(lexicon: Lexicon) -> tuple[frozenset[str], frozenset[str]]:
    """What speakers are called without their name, and titles that stand before it."""
    titles = lexicon.cues.get("name_cues", {}).get("person", {}).get("titles", "")
    return frozenset(lexicon.cues["segmentation"]["speakers"]), frozenset(titles.split())


def names_speaker(label: str, lexicon: Lexicon) -> bool:
    """Whether a label before a colon is a title with a name, or what a speaker is called: "Dr. Doe:", "Moderator:"."""
    roles, titles = _speakers(lexicon)
    words = _WORD.findall(label)
    if len(words) == 1:
        return words[0].lower() in roles
    return len(words) > 1 and words[0].rstrip(".") in titles and all(word[0].isupper() for word in words)


class SectionPath:
    """The headings above the row that is being read; `text` has their titles, the highest first."""

    def __init__(self) -> None:
        self._levels: list[tuple[int, str]] = []
        self.text = ""

    def enter(self, level: int, title: str) -> None:
        """Goes on below a heading of this level; deeper and equal ones end."""
        self.leave(level)
        self._levels.append((level, title.strip(" *_#").rstrip(":").strip()))
        self._write()

    def leave(self, level: int) -> None:
        """Ends the headings of this level and below."""
        if self._levels and self._levels[-1][0] >= level:
            while self._levels and self._levels[-1][0] >= level:
                self._levels.pop()
            self._write()

    def enter_label(self, title: str) -> None:
        """Goes on below a label before a colon."""
        self.enter(_LABEL_LEVEL, title)

    def leave_label(self) -> None:
        """Ends the label that stands above, if any."""
        self.leave(_LABEL_LEVEL)

    def _write(self) -> None:
        self.text = SEPARATOR.join(title for _, title in self._levels)
