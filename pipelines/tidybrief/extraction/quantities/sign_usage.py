"""What one text uses signs for that mean different things in different texts: pounds and pence, "m", "pc".

What belongs here: how a text shows that. What follows from it for a number is read in `drafts`.
"""

import re
from functools import cached_property

_STERLING = re.compile(
    r"£|\bgbp\b|\bsterling\b|illion pounds|\bpence\b|\dp (?:an?|per|each) |\dp in the pound\b"
    r"|\b(?:shares?|dividends?) [^\n]{0,200}\s\d[\d.]{0,6}p(?![\w-])"
)
_PRICED = re.compile(
    r"\b(?:pa(?:y|ys|id|ying)|payments?|costs?|costing|pric(?:e|es|ed)|rents?|wages?|salar(?:y|ies)|fees?|tuition|fares?|fine[sd]?"
    r"|dividends?|earn(?:s|ed|ing)?|worth|charg(?:e|es|ed|ing)|spen(?:t|d|ds|ding)|budget|revenues?|profits?|turnover|debts?|owe[sd]?"
    r"|loans?|grants?|donat(?:e|ed|es|ing|ion)|tickets?|valu(?:ed|ation)|invest(?:s|ed|ing|ment)?|let for)\b"
)
_BY_TIME_OR_SHARE = re.compile(
    r"(?:[ ]on average)?[ ](?:an?|per|each|every)[ ](?:share|night|hour|day|week|month|year|ticket|head)\b"
)
_NO_MONEY = re.compile(r"[$€]|\b(?:dollars?|euros?|cents|weigh\w*|heav\w+|luggage|cargo|pressure)\b")
_SENTENCE_END = re.compile(r"[.!?;]\s|\n")
_BESIDE = 60
_STARS = re.compile(r"\bparsecs?\b|\b[km]pc\b|\bgalax|\bstell|\blight[ -]year")
_MILLIONS = re.compile(
    r"[$€£¥]\s?\d[\d.,]*m(?!\w)|\dm (?:people|men|women|children|[a-z]{3,}s)\b"
    r"|\b(?:[Nn]umbers?|[Pp]opulation|[Aa]udience|[Aa]ttendance|[Ss]ubscribers|[Vv]isitors|[Vv]iewers|[Rr]eaders|[Cc]ustomers"
    r"|[Pp]assengers|[Uu]sers|[Vv]oters|[Ww]orkers|[Jj]obless)\b[^.\n]{0,50}\s\d[\d.,]{0,8}m(?!\w)"
)
_METERS = re.compile(
    r"\d\s?m (?:high|long|tall|wide|deep|above|below|away|apart|across|thick|from)\b|\d\smet(?:er|re)s?\b"
)


class SignUsage:
    """The uses of one text, each looked for when first asked for."""

    def __init__(self, text: str, low: str) -> None:
        self._text, self._low = text, low

    @cached_property
    def speaks_of_sterling(self) -> bool:
        """Whether pounds are money in the text, and "p" their hundredth."""
        return _STERLING.search(self._low) is not None

    def is_price(self, start: int, end: int) -> bool:
        """Whether the words around pounds tell that they are money: "cost 240 pounds", "240 pounds a month"."""
        low = self._low
        before = _SENTENCE_END.split(low[max(0, start - _BESIDE) : start])[-1]
        after = _SENTENCE_END.split(low[end : end + _BESIDE])[0]
        if after.startswith(" of ") or _NO_MONEY.search(before) or _NO_MONEY.search(after):
            return False
        return _PRICED.search(before) is not None or _BY_TIME_OR_SHARE.match(after) is not None

    @cached_property
    def speaks_of_stars(self) -> bool:
        """Whether "pc" may be parsecs rather than per cent."""
        return _STARS.search(self._low) is not None

    @cached_property
    def writes_millions(self) -> bool:
        """Whether an "m" glued to a number is a million rather than a meter."""
        return _MILLIONS.search(self._text) is not None and _METERS.search(self._text) is None
