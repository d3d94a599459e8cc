"""The written forms of dates, as regular expressions: one that finds where a date may stand, others that read it there.

What belongs here: the forms. What they mean stands in `dates` and `relative_dates`; names of days and words that
tell a year from a count are data, in `lexicon/dates.toml`.

No pattern nests quantifiers, so that each reads hostile text in linear time.
"""

import re

from tidybrief.extraction.anchors import AnchoredPattern

MONTHS = (
    "January", "February", "March", "April", "May", "June",
    "July", "August", "September", "October", "November", "December",
)  # fmt: skip
WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
_SHORT_MONTHS = ("Jan", "Feb", "Mar", "Apr", "Jun", "Jul", "Aug", "Sept", "Sep", "Oct", "Nov", "Dec")
_SHORT_WEEKDAYS = ("Mon", "Tues", "Tue", "Weds", "Wed", "Thurs", "Thur", "Thu", "Fri", "Sat", "Sun")
SEASONS = {"spring": "spring", "summer": "summer", "autumn": "autumn", "fall": "autumn", "winter": "winter"}
ORDINALS = (
    "first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth", "eleventh",
    "twelfth", "thirteenth", "fourteenth", "fifteenth", "sixteenth", "seventeenth", "eighteenth", "nineteenth",
    "twentieth", "twenty-first", "twenty-second", "twenty-third", "twenty-fourth", "twenty-fifth", "twenty-sixth",
    "twenty-seventh", "twenty-eighth", "twenty-ninth", "thirtieth", "thirty-first",
)  # fmt: skip
CARDINALS = (
    "zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve",
    "thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen",
)  # fmt: skip
TENS = ("twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety")

MONTH_NUMBER = {name.lower(): number for number, name in enumerate(MONTHS, start=1)} | {
    name.lower(): next(n for n, full in enumerate(MONTHS, start=1) if full.startswith(name[:3]))
    for name in _SHORT_MONTHS
}
WEEKDAY_NUMBER = {
    name.lower(): next(n for n, full in enumerate(WEEKDAYS) if full.startswith(name[:3]))
    for name in WEEKDAYS + _SHORT_WEEKDAYS
}
SHORT_MONTHS = frozenset(name.lower() for name in _SHORT_MONTHS)
SHORT_WEEKDAYS = frozenset(name.lower() for name in _SHORT_WEEKDAYS)
ORDINAL_NUMBER = {word: number for number, word in enumerate(ORDINALS, start=1)} | {
    word.replace("-", " "): number for number, word in enumerate(ORDINALS, start=1) if "-" in word
}
CARDINAL_NUMBER = {word: number for number, word in enumerate(CARDINALS)} | {
    "a": 1,
    "an": 1,
    "couple": 2,
    "couple of": 2,
}
CARDINAL_NUMBER |= {word: 10 * number for number, word in enumerate(TENS, start=2)}


def count_of(words: str) -> int | None:
    """The number that a match of COUNT names."""
    if words.isdigit():
        return int(words)
    word = " ".join(words.lower().replace("-", " ").split())
    tens, _, ones = word.partition(" ")
    if tens in TENS and ones:
        return CARDINAL_NUMBER[tens] + CARDINAL_NUMBER[ones]
    return CARDINAL_NUMBER.get(word.removeprefix("a "))


def _cased(words: tuple[str, ...]) -> str:
    forms = {form for word in words for form in (word.capitalize(), word.upper(), *([word.lower()] * (len(word) > 4)))}
    forms |= {
        "may",
        "june",
        "july",
        "fall",
        "jan",
        "feb",
        "apr",
        "jun",
        "jul",
        "aug",
        "sept",
        "oct",
        "nov",
        "dec",
    } & {word.lower() for word in words}
    return "|".join(f"{first}(?:{'|'.join(_rests(forms, first))})" for first in sorted({form[0] for form in forms}))


def _rests(forms: set[str], first: str) -> list[str]:
    return sorted((form[1:] for form in forms if form[0] == first), key=lambda rest: (-len(rest), rest))


S = r"(?:[^\S\n]{1,3}|[^\S\n]?\n(?!\n))"
"""Space within a date: never over a blank line."""

DASH = r"[-–—]"
MONTH = f"(?:{_cased(MONTHS + _SHORT_MONTHS)})"
WEEKDAY = f"(?:{_cased(WEEKDAYS)})"
ANY_WEEKDAY = f"(?:{_cased(WEEKDAYS + _SHORT_WEEKDAYS)})"
ORDINAL = "(?:" + "|".join(sorted(ORDINAL_NUMBER, key=len, reverse=True)) + ")"
DAY_DIGITS = r"(?:3[01]|[12]\d|0?[1-9])(?:st|nd|rd|th)?"
YEAR_DIGITS = r"(?:[12]\d{3})"
NUMBER_WORD = (
    f"(?:(?:{'|'.join(TENS)})(?:[ -](?:{'|'.join(CARDINALS[1:10])})(?![a-z]))?|"
    + "|".join(sorted(CARDINALS[1:], key=len, reverse=True))
    + ")"
)
COUNT = rf"(?:\d{{1,4}}|(?:a )?couple(?: of)?|{NUMBER_WORD}|an?)"
YEAR_CENTURIES = ("fifteen", "sixteen", "seventeen", "eighteen", "nineteen", "twenty")
_LOW_NUMBER = f"(?:{'|'.join(sorted(CARDINALS[1:10], key=len, reverse=True))})"
_TWO_DIGITS = (
    f"(?:(?:{'|'.join(TENS)})(?:[ -]{_LOW_NUMBER}(?![a-z]))?|{'|'.join(sorted(CARDINALS[10:], key=len, reverse=True))})"
)
SPELLED_YEAR = (
    rf"(?:[Tt]wo[ -]thousand[ -](?:and[ ])?(?:{_TWO_DIGITS}|{_LOW_NUMBER})|"
    rf"(?:{'|'.join(YEAR_CENTURIES)})(?:[ -]hundred)?[ -](?:(?:and|oh)[ ])?{_TWO_DIGITS}|"
    rf"(?:{'|'.join(YEAR_CENTURIES[:-1])})[ ]oh[ -]{_LOW_NUMBER})"
)
PART_OF_DAY_WORD = "(?:morning|afternoon|evening|night)"
_WHICH_YEAR = (
    rf"(?:(?:of{S}|in{S})?(?P<which>this|last|next|the{S}same|the{S}previous|the{S}preceding|the{S}following){S}year)"
)

_OPENINGS = (
    "jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec", "mon", "tue", "wed", "thu",
    "fri", "sat", "sun", "days", "week", "fort", "year", "decade", "centur", "month", "half", "quarter", "spring",
    "summer", "autumn", "fall", "winter", "today", "tonight", "yesterday", "tomorrow", "this ", "last ", "ago", "hence",
    "from now", "back", "fiscal ", "financial ", "twent", "thirt", "fift", "sixt", "sevent", "eight", "ninet",
    "two thousand", "two-thousand",
)  # fmt: skip
_MARKS = ("FY", "AD", *(f"{letter}{number}" for letter in "QqH" for number in range(1, 5)))

_BACK_TO = r"[- ](?:[a-z]+ing|to|in|into|from|at|on|up|down|home|with|by|and|when|then|against)\b"  # no time then
ANCHOR = AnchoredPattern(
    r"\b(?:"
    rf"(?P<month>{_cased(MONTHS + _SHORT_MONTHS)})(?![A-Za-z])"
    rf"|(?P<weekday>{_cased(WEEKDAYS + _SHORT_WEEKDAYS)})(?![A-Za-z])"
    r"|(?P<units>(?:day|week|fortnight|month|quarter|year|decade)s(?![A-Za-z]))"
    rf"|(?P<unit>weekend|week|fortnight|month|quarter|year|decade|century|Century|centuries|half)(?![A-Za-z])"
    rf"|(?P<season>{_cased(tuple(SEASONS))})(?![A-Za-z])"
    r"|(?P<day>(?:[Tt]oday|TODAY|[Tt]onight|[Yy]esterday|[Tt]omorrow)(?![A-Za-z]))"
    r"|(?P<this>(?:[Tt]his|[Ll]ast)[ ](?:morning|afternoon|evening|night)(?![A-Za-z]))"
    rf"|(?P<ago>ago|hence|from now|back(?!{_BACK_TO}))(?![A-Za-z])"
    r"|(?P<fiscal>(?:[Ff]iscal|[Ff]inancial)[ ](?:[Yy]ear[ ](?:\(FY\)[ ])?)?(?=\d)|FY[ ]?(?=[’']?\d\d))"
    r"|(?P<quarter>(?:[QHq]|[Qq]uarter[ ])[1-4](?![\w.]\w|\w)|(?:[1-4]Q|[12]H)(?=[ ]?[’']?\d\d))"
    r"|(?=\d)(?:(?P<month_day_span>\d{1,2}/\d{1,2}[ ]?[-–][ ]?\d{1,2}/\d{1,2}(?:/|,?[ ])(?:19|20)\d\d"
    r"(?![\d/%-]|[.,]\d))"
    r"|(?P<numeric>\d{4}(?:-\d{1,2}-|/\d{1,2}/|\.\d{1,2}\.)\d{1,2}(?![\d/]|[.-]\d)"
    r"|\d{1,2}(?:-\d{1,2}-|/\d{1,2}/|\.\d{1,2}\.)(?:\d{4}|\d{2})(?![\d/]|\.\d))"
    r"|(?P<compact>(?:19|20)\d\d(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01])(?![\w/%-]|[.,]\d))"
    r"|(?P<month_year>(?:0?[1-9]|1[0-2])[-/](?:19|20)\d\d(?![\d/%-]|[.,]\d))"
    r"|(?P<ordinal_day>(?:3[01]|[12]\d|[1-9])(?:st|nd|rd|th)(?![\w-]))"
    r"|(?P<short_year>(?<=[’'‘])\d\d(?![\w’'%-]|[.,]\d))"
    r"|(?P<month_day>\d{1,2}/\d{1,2}(?![\w/%°]|[.,-]\d))"
    r"|(?P<decade>(?:(?:1\d|20)\d|[2-9])0[’']?s(?![A-Za-z]))"
    r"|(?P<era>\d{1,4}[ ]?(?:BCE?|AD|CE|B\.C\.(?:E\.)?|A\.D\.|C\.E\.)(?![A-Za-z]|-[a-z]))"
    rf"|(?P<year>{YEAR_DIGITS})(?![\d%]|[.,:]\d))"
    r"|(?P<decade_word>(?:[Tt]went|[Tt]hirt|[Ff]ort|[Ff]ift|[Ss]ixt|[Ss]event|[Ee]ight|[Nn]inet)ies(?![A-Za-z]))"
    rf"|(?P<spelled>{SPELLED_YEAR})(?![\w-])"
    r"|AD[ ]?(?P<anno>\d{1,4}(?!\d))"
    r")",
    {*_MARKS, *(form for word in _OPENINGS for form in (word, word.capitalize(), word.upper()))},
)
"""The word or number that a date is built around; what stands before and after it is read from there.

What its words begin with is told beside it, so that it is tried at few places of a text only.
"""

DAY_AFTER_MONTH = re.compile(
    rf"\.?(?:{S}|[-/]|(?<=\.)|(?=\d{{1,2}}\s?,\s?{YEAR_DIGITS}(?!\d)))(?:the{S})?(?P<day>{DAY_DIGITS})(?![\d:%]|[.,]\d{{3}}(?!\d)|\.\d|{S}(?:percent|per|million|billion|[ap]\.?m\.?\b))"
    rf"(?:{S}?{DASH}{S}?(?P<last_month>{MONTH})\.?{S}(?P<far_day>{DAY_DIGITS})|"
    rf"{S}?(?:{DASH}|to|through|and|&|,){S}?(?P<last_day>{DAY_DIGITS})(?![\d:%]|[.,]\d|{S}(?:[a-z]+s\b(?<!was)(?<!has)|percent|million|people)))?"
    rf"(?:{S}?[-,/]?(?:{S}of|{S}in)?{S}?(?P<year>{YEAR_DIGITS})(?![\d%]|[.,]\d)(?:{S}?{DASH}{S}?(?P<until>{YEAR_DIGITS})(?!\d))?)?"
)
ORDINAL_AFTER_MONTH = re.compile(
    rf"{S}(?:the{S})?(?P<ordinal>{ORDINAL})(?![a-z-])(?:{S}?,?{S}(?P<year>{YEAR_DIGITS})(?!\d))?"
)
CARDINAL_AFTER_MONTH = re.compile(
    rf"{S}(?P<day>{NUMBER_WORD})(?=[^\S\n]?(?:[.;:!?)\n]|$)|[^\S\n]?,?{S}{YEAR_DIGITS}(?!\d))"
)
CARDINAL_BEFORE_MONTH = re.compile(rf"(?<![\w-])(?P<day>{NUMBER_WORD}){S}$", re.IGNORECASE)
YEAR_AFTER_MONTH = re.compile(
    rf"(?:\.?(?:{S}?{DASH}{S}?(?P<last_month>{MONTH})\.?)?(?:{S}?,)?(?:{S}of|{S}in)?(?:{S}|[-/]|(?<=\.))(?P<year>{YEAR_DIGITS})"
    rf"(?![\d%]|[.,]\d)(?:{S}?{DASH}{S}?(?P<end_month>{MONTH})\.?{S}(?P<end_year>{YEAR_DIGITS})(?!\d))?)"
)
MONTHS_IN_WORDS = re.compile(rf"{S}(?:to|through|until|till){S}(?P<last_month>{MONTH})(?![A-Za-z])")
AND_MONTH = re.compile(rf"{S}and{S}(?P<last_month>{MONTH})(?![A-Za-z])")
BETWEEN_BEFORE = re.compile(rf"(?<![\w-])between{S}$", re.IGNORECASE)
MONTHS_ONLY = re.compile(rf"\.?(?:{S}?{DASH}{S}?|-to-)(?P<last_month>{MONTH})\.?(?![A-Za-z])")
DAY_BEFORE_MONTH = re.compile(
    rf"(?<![\w.,/$€£-])(?<!\d:)(?:(?:(?P<first>{DAY_DIGITS}|{ORDINAL}){S}?(?:{DASH}|to|through|until|till|and|&){S}?(?:the{S})?)?"
    rf"(?:(?P<day>{DAY_DIGITS})|(?P<ordinal>{ORDINAL})))"
    rf"(?:{S}of{S}|{S}|-)?$"
)
DAY_BEFORE_MONTH_ENDINGS = tuple(
    f"{ending}{link}" for ending in (*"0123456789", "st", "nd", "rd", "th") for link in ("", " of", "-")
)
YEAR_AFTER_DAY_MONTH = re.compile(rf"(?:\.?{S}?,?(?:{S}of|{S}in)?(?:{S}|-|/)(?P<year>{YEAR_DIGITS})(?![\d%]|[.,]\d))")
WHICH_YEAR = re.compile(rf"{S}?,?{S}{_WHICH_YEAR}(?![A-Za-z])")
PLAIN_YEAR = re.compile(rf"{S}?,?(?:{S}of|{S}in)?(?:{S}|-|/)(?P<year>{YEAR_DIGITS})(?![\d%]|[.,]\d)")
YEAR_RANGE = re.compile(rf"(?:{S}?{DASH}{S}?|/|~)(?P<until>{YEAR_DIGITS}|\d\d)(?![\d%]|[.,]\d|[A-Za-z]|{DASH}\d)")
SHORT_YEAR = re.compile(r"[ ]?[’']?(?P<until>\d{4}|\d\d)(?![\d%]|[.,]\d)(?:[/–-](?P<last>\d{4}|\d\d)(?!\d))?")
AFTER_WEEKDAY = re.compile(
    rf"(?:\.?{S}?,?{S}(?:the{S})?)(?=(?P<month>{MONTH})(?![A-Za-z])|(?:the )?\d|{ORDINAL}{S}of{S})"
)
DAY_THEN_MONTH = re.compile(rf"(?P<day>{DAY_DIGITS})(?:{S}of)?{S}(?P<month>{MONTH})(?![A-Za-z])")
NUMERIC = re.compile(
    r"(?P<a>\d{1,4})(?P<mark>[-/.])(?P<b>\d{1,2})[-/.](?P<c>\d{1,4})(?:T\d\d:\d\d(?::\d\d)?(?:Z|[+-]\d\d:?\d\d)?)?"
)
YEAR_MONTH = re.compile(r"[-/](?P<month>0[1-9]|1[0-2])(?![\d/-])")
PARTS_OF_DAY = re.compile(rf"{S}{PART_OF_DAY_WORD}s(?![A-Za-z])")
ON_WEEKDAY = re.compile(rf",?{S}(?:on{S})?(?P<weekday>{WEEKDAY})(?![A-Za-z])")
YEAR_FURTHER_ON = re.compile(
    rf"{S}(?:to|through|until|till|and|or){S}(?:the{S})?(?:{DAY_DIGITS}{S}(?:of{S})?)?{MONTH}(?:{S}{DAY_DIGITS})?"
    rf"(?:{S}?,)?(?:{S}of|{S}in)?{S}(?P<year>{YEAR_DIGITS})(?![\d%]|[.,]\d)"
)
WEEK_OF = re.compile(
    rf"{S}(?:of|in){S}(?:the{S}year{S})?(?:(?P<month>{MONTH})(?:\.|{S}of|,)?)?(?:{S}?(?P<year>{YEAR_DIGITS})(?![\d%]|[.,]\d))?(?![A-Za-z])"
)
PART_OF_DAY = re.compile(rf"{S}{PART_OF_DAY_WORD}(?![A-Za-z])")
AND_A_HALF = re.compile(rf"{S}and{S}a{S}half(?![A-Za-z-])")
OF_WEEK = re.compile(rf"{S}(?:(?:of|from){S})?(?P<which>this|last|next){S}week(?![A-Za-z])")
DEICTIC_BEFORE = re.compile(
    rf"(?<![\w-])(?:this{S}(?=past|coming|upcoming))?(?P<which>this|last|next|past|previous|preceding|coming|upcoming|following|current|same|prior)"
    rf"(?:{S}(?:coming|upcoming))?{S}(?:(?P<year_kind>fiscal|financial|calendar){S})?$",
    re.IGNORECASE,
)
THE_BEFORE = re.compile(rf"(?<![\w-])the{S}$", re.IGNORECASE)
NARROWING_BEFORE = re.compile(
    rf"(?<![\w-])(?:(?:early|late|earlier|later)(?:{S}in|{S}on)?(?:{S}the)?(?:{S}|-)|mid(?:{S}|-|)|"
    rf"(?:end|beginning|start|middle|close|turn){S}of{S}(?:the{S})?|(?:year-)?end-|year-end{S}(?:of{S})?)$",
    re.IGNORECASE,
)
_NARROWING_WORDS = ("early", "late", "earlier", "later")
NARROWING_ENDINGS = (
    "-", "mid", "year-end", *_NARROWING_WORDS,
    *(f"{word}{link}" for word in _NARROWING_WORDS for link in (" in", " on", " in the", " on the", " the")),
    *(f"{word} of{the}" for word in ("end", "beginning", "start", "middle", "close", "turn") for the in ("", " the")),
)  # fmt: skip
HALF_ENDINGS = ("half of", "half of the")
DECADE_OF_BEFORE = re.compile(rf"(?<![\w-])(?P<number>{ORDINAL}|last|final){S}decade{S}of{S}the{S}$", re.IGNORECASE)
HALF_BEFORE = re.compile(rf"(?<![\w-])(?P<half>first|second|latter){S}half{S}of{S}(?:the{S})?$", re.IGNORECASE)
TAIL_BEFORE = re.compile(
    rf"(?<![\w-])(?:(?:by|at|until|before|since){S}(?:the{S})?(?P<bare>(?:end|start|beginning){S}of)|"
    rf"(?P<tail>(?:end|beginning|start|middle|close|rest|remainder){S}of{S}the|(?:early|late|earlier|later){S}in{S}the)){S}$",
    re.IGNORECASE,
)
PART_BEFORE = re.compile(
    rf"(?<![\w-])(?P<part>first|second|third|fourth|1st|2nd|3rd|4th|latter|last|final)(?:{S}|-)$",
    re.IGNORECASE,
)
OF_PERIOD = re.compile(
    rf"{S}?,?(?:{S}of)?(?:{S}the)?{S}(?:(?P<kind>fiscal|financial|calendar){S})?(?:year{S})?"
    rf"(?:(?P<year>{YEAR_DIGITS})(?:[/–-](?P<until>\d{{2,4}}))?(?![\w%]|[.,]\d)|(?P<which>this|last|next){S}(?:fiscal{S}|financial{S})?year(?![A-Za-z]))"
)
NOWADAYS_BEFORE = re.compile(
    r"\b(?:still|even|of|exists?|existing|continu(?:es?|ing)|remains?|known|available|alive|than ever|world|"
    r"live|lives|living|seen|visible|works?|working|used?|today is|way)(?:[ ][a-z]+)?[ ]$"
)
NOWADAYS_AFTER = re.compile(
    r"(?:,[ ]|[ ])(?:[^.,;:!?\n]{0,60}?[ ])??(?P<verb>is|are|has|have|remains?|still|lives?|makes?|can|may|"
    r"continues?|exists?|announces?|marks?|will|was|were|had|did|does|do|\w+ed|\w+ing)\b(?P<next>[ ]\w+)?"
)
IN_CENTURIES_BEFORE = re.compile(
    rf"(?<![\w-])(?P<first>\d{{1,2}}(?:st|nd|rd|th)|{ORDINAL})(?:{S}?{DASH}{S}?|{S}(?:to|and|or|through){S})"
    rf"(?:the{S})?(?:(?:early|mid|late)(?:{S}|-))?(?P<number>\d{{1,2}}(?:st|nd|rd|th)|{ORDINAL})(?:{S}|-)$",
    re.IGNORECASE,
)
IN_CENTURY_BEFORE = re.compile(
    rf"(?:(?<![\w-])|(?<=mid-)|(?<=early-)|(?<=late-))(?P<number>\d{{1,2}}(?:st|nd|rd|th)|{ORDINAL})(?:{S}|-)$",
    re.IGNORECASE,
)
BEFORE_CHRIST = re.compile(r"[ ](?:BCE?|B\.C\.)(?![A-Za-z])")
SEASON_YEAR = re.compile(rf"(?:{S}of)?{S}(?P<year>{YEAR_DIGITS})(?:{DASH}\d\d(?!\d))?(?![\d%]|[.,]\d)")
DATE_PREPOSITION_BEFORE = re.compile(
    rf"(?<![\w-])(?:in|since|by|until|till|during|from|between|through|throughout|of|before|after|to|and|or|for|on|around|"
    rf"ended|ending|every|each|per|as{S}of|early|late|mid){S}(?:the{S})?$|mid-$",
    re.IGNORECASE,
)
SEASON_PREPOSITION_BEFORE = re.compile(
    rf"(?<![\w-])(?:in|since|by|until|during|throughout|from|over|before|after|early|late|mid)(?:{S}the)?{S}$|mid-$",
    re.IGNORECASE,
)
DATE_BEFORE_SEASON = re.compile(rf"^{S}(?:to|through|until){S}$")
"""All between the date before and the season that ends its span: "from 2002 to fall 2008"."""
BEHIND_DECLINE = re.compile(
    rf"{S}(?:in|of){S}(?:the{S})?[a-z]+(?:{S}[a-z]+)?{S}(?:is|was|has|had|means|meant|shows?|showed|reflects?|reflected|comes?|came|"
    r"follows?|followed|makes?|made|becomes?|became)\b"
)
"""What goes on after a fall that is no season: "this fall in enrolment"."""
WEEKLY_BEFORE = re.compile(
    r"\b(?:per|a|each|every) week\b(?! (?:from|before|after|ago)\b)[^.;:!?]{0,40}$|\bweekly\b[^.;:!?]{0,40}$",
    re.IGNORECASE,
)
HABIT_BEFORE = re.compile(
    rf"(?<![\w-])(?:every|each|any|an?|most|another|per|(?:every|each){S}(?:other|second|third)){S}$", re.IGNORECASE
)
ROLE_BEFORE = re.compile(
    rf"(?<![\w-])(?:(?P<as_of>as{S}(?:of|at|on))|(?P<since>since|starting(?:{S}(?:in|on|from))?|ever{S}since|"
    rf"beginning(?:{S}(?:in|on|from))?|no{S}(?:earlier|sooner){S}than|effective(?:{S}(?:on|from))?|dating{S}(?:back{S})?(?:to|from))|"
    rf"(?P<until>until|till|by|through|thru|up{S}to|no{S}later{S}than|before|prior{S}to))"
    rf"(?:{S}(?:at{S}least|about|around|roughly))?(?:{S}(?:the|its|their))?(?:{S}year)?{S}$",
    re.IGNORECASE,
)
ROLE_ENDINGS = (
    "as of", "as at", "as on", "since", "starting", "beginning", "effective", "starting in", "starting on",
    "starting from",
    "beginning in", "beginning on", "beginning from", "effective on", "effective from", "dating to", "dating from",
    "back to", "back from", "until", "till", "by", "through", "thru", "up to", "than", "before", "prior to", "least",
    "about", "around", "roughly", "the", "its", "their", "year",
)  # fmt: skip
SINCE_EVENT_BEFORE = re.compile(
    rf"(?<![\w-])since{S}(?:the|its|his|her|their){S}(?P<event>[\w' -]{{3,60}}){S}(?:on|in|of)(?:{S}the)?{S}$",
    re.IGNORECASE,
)
FROM_BEFORE = re.compile(rf"(?<![\w-])from(?:{S}the)?{S}$", re.IGNORECASE)
ONWARD = re.compile(rf"{S}(?:onwards?|forward|on)(?![A-Za-z])")
YEAR_CUE_BEFORE = re.compile(
    rf"(?<![\w-])(?P<cue>in|since|by|until|till|during|throughout|circa|ca|early|late|mid|around|through|"
    rf"(?P<weak>before|after|from|between|of|year|for|to|than|and|or|on|with|over|about|vs|versus|at|election))\.?"
    rf"{S}(?:the{S})?(?:year{S})?(?:about{S}|around{S})?$|(?:mid|end)-$",
    re.IGNORECASE,
)
DETERMINER_BEFORE = re.compile(
    rf"(?<![\w-])(?:the|an?|its|their|his|her|our|this|that|[\w.]+['’]s?){S}$", re.IGNORECASE
)
LAST_WORD = re.compile(r"([\w.’'&-]+)[^\S\n]+$")
NEXT_WORD = re.compile(rf"{S}([A-Za-z][\w’'-]*)")
FUTURE_OR_PAST = re.compile(
    r"\b(?:(?P<future>[Ww]ill|won[’']t|[Ss]hall|going to|[Ll]et[’']s|[Ll]et us|"
    r"(?:is|are|be) (?:scheduled|expected|set|due|slated|planned|likely|poised|to)\b|"
    r"(?:was|were) (?:forecast|predicted|projected|likely) to\b|"
    r"(?:[Ss]hould|[Mm]ust|[Cc]ould|[Mm]ay|[Mm]ight) be(?: [a-z]+ly)?(?: [a-z]+(?:ed|en|t)\b)?|"
    r"(?:may|might|could|would) (?!(?:not|have|be|also have)\b)[a-z]+|"
    r"(?:plan|hope|aim|intend|expect|want)s? to|"
    r"(?:expects?|forecasts|projects|predicts|anticipates?)(?= (?:(?:the|its|a|net|total|adjusted|full) ){0,2}$)|"
    r"(?:expect|forecast|predict|project)s? (?:[a-z]+ ){1,3}to [a-z]+|upcoming|(?:re)?scheduled (?:to|for)|[’']ll|"
    r"(?:due|start|begin|reopen|resume|expected|payable)(?= (?:on |by |in |out |out on |the )?$)|"
    r"(?<!became )(?<!was )(?<!were )(?<!been )effective(?= (?:on |from )?$)|"
    r"(?:opens|begins|starts|convenes|resumes|kicks off|takes (?:place|effect)|goes on sale|expires|arrives|returns|"
    r"ends|closes|concludes|finishes|votes|hosts|launches|meets|reopens|debuts|premieres)\b)"
    r"(?:(?: [a-z]+){0,2} be(?: [a-z]+ly)? [a-z]+)?|"
    r"(?P<past>was|were|had|has|have|did|said|says|told|began|went|came|took|made|gave|saw|held|won|lost|met|rose|fell|"
    r"left|found|wrote|spoke|sent|led|became|got|spent|kept|grew|built|paid|ran|stood|brought|bought|fought|taught|caught|"
    r"sold|chose|broke|drew|drove|flew|knew|threw|sat|dealt|felt|heard|sought|sank|shot|"
    r"(?!(?:hundred|indeed|need|exceed|proceed|succeed|feed|seed|speed|breed|bleed|weed|sacred|kindred|naked|aged)\b)"
    r"[a-z]{2,}ed))\b"
)
