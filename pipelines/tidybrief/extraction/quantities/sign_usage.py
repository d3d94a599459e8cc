"""What one text uses signs for that mean different things in different texts: pounds and pence, "m", "pc".

What belongs here: how a text shows that. What follows from it for a number is read in `drafts`.
"""

import re
from dataclasses import dataclass
from functools import cached_property, lru_cache

from tidybrief.extraction.alternation import one_of
from tidybrief.lexicon import Lexicon

_STERLING = re.compile(
    r"£|\bgbp\b|\bsterling\b|illion pounds|\bpence\b|\dp (?:an?|per|each) |\dp in the pound\b"
    r"|\b(?:shares?|dividends?) [^\n]{0,200}\s\d[\d.]{0,6}p(?![\w-])"
)
_SENTENCE_END = re.compile(r"[.!?;]\s|\n")
_BESIDE = 60
_STARS = re.compile(r"\bparsecs?\b|\b[km]pc\b|\bgalax|\bstell|\blight[ -]year")
_MILLIONS = re.compile(
    r"[$€£¥]\s?\d[\d.,]*m(?!\w)|\dm (?:people|men|women|children)\b"
    r"|\dm (?:(?!wide|long|high|tall|deep)[a-z-]{3,} )?[a-z]{3,}s\b"
    r"|\b(?:[Nn]umbers?|[Pp]opulation|[Aa]udience|[Aa]ttendance|[Ss]ubscribers|[Vv]isitors|[Vv]iewers|[Rr]eaders|[Cc]ustomers"
    r"|[Pp]assengers|[Uu]sers|[Vv]oters|[Ww]orkers|[Jj]obless)\b[^.\n]{0,50}\s\d[\d.,]{0,8}m(?!\w)"
)
_METERS = re.compile(
    r"\d\s?m (?:high|long|tall|wide|deep|above|below|away|apart|across|thick"
    r"|from(?! (?:about |around |just |nearly )?[\d$€£]))\b|\d\smet(?:er|re)s?\b"
)


@dataclass(frozen=True, slots=True)
class _Pounds:
    """What stands before pounds that are paid, and behind them, and beside those that are weighed."""

    priced: re.Pattern[str]
    each: re.Pattern[str]
    is_price: re.Pattern[str]
    weighed: re.Pattern[str]


@lru_cache(maxsize=4)
def _pounds(lexicon: Lexicon) -> _Pounds:
    cues = lexicon.cues["quantities"]["pounds"]
    return _Pounds(
        re.compile(
            rf"\b(?:{one_of(cues['priced'])})\b(?:\s(?:{one_of(cues['between'])}|(?:in|for)\s(?:an?\s|the\s)?[^\s\d]+))*"
            r"(?:\sfor)?\s*$"
        ),
        re.compile(rf"(?:[ ]on average)?[ ](?:an?|per|each|every)[ ](?:{one_of(cues['each'])})\b"),
        re.compile(rf"[ ](?:is|was|will be)[ ](?:the|its)[ ](?:[a-z-]+[ ])?(?:{one_of(cues['prices'])})\b"),
        re.compile(rf"[$€]|\b(?:{one_of(cues['weighed'])})\b"),
    )


class SignUsage:
    """The uses of one text, each looked for when first asked for."""

    def __init__(self, text: str, low: str, lexicon: Lexicon) -> None:
        self._text, self._low = text, low
        self._pounds = _pounds(lexicon)

    @cached_property
    def speaks_of_sterling(self) -> bool:
        """Whether pounds are money in the text, and "p" their hundredth."""
        return _STERLING.search(self._low) is not None

    def is_price(self, start: int, end: int) -> bool:
        """Whether the words around pounds tell that they are money: "cost 240 pounds", "240 pounds a month"."""
        low = self._low
        before = _SENTENCE_END.split(low[max(0, start - _BESIDE) : start])[-1]
        after = _SENTENCE_END.split(low[end : end + _BESIDE])[0]
        weighed = self._pounds.weighed
        if after.startswith(" of ") or weighed.search(before) or weighed.search(after):
            return False
        is_told_after = self._pounds.each.match(after) or self._pounds.is_price.match(after)
        return is_told_after is not None or self._pounds.priced.search(before) is not None

    @cached_property
    def speaks_of_stars(self) -> bool:
        """Whether "pc" may be parsecs rather than per cent."""
        return _STARS.search(self._low) is not None

    @cached_property
    def writes_millions(self) -> bool:
        """Whether an "m" glued to a number is a million rather than a meter."""
        return _MILLIONS.search(self._text) is not None and _METERS.search(self._text) is None
