"""What a person does or holds, as the text words it: titles, appositions and statements of office.

What belongs here: the grammar of offices around a person's name. The words for offices stand in
`lexicon/relations.toml`.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from itertools import chain
from typing import NamedTuple

from tidybrief.extraction.alternation import one_of
from tidybrief.extraction.dates.grammar import MONTHS
from tidybrief.extraction.relations.described_persons import CALLS_A_PERSON
from tidybrief.extraction.relations.view import BLANK, CLOSE, OPEN, Name, View
from tidybrief.lexicon import Lexicon

_MARK = re.compile(f"{OPEN}[A-Z]\\d+{CLOSE}")
_PERSON = re.compile(f"{OPEN}P\\d+{CLOSE}")
_PLACE_IN_FRONT = re.compile(f"{OPEN}[AL]\\d+{CLOSE}(?:'s)? ")
_WORD_BEFORE = re.compile(f"({OPEN}[A-Z]\\d+{CLOSE}(?:'s)?|\\w[\\w'&.+/-]*) $")
_OF_COMPLEMENT = re.compile(
    f" of (?:the )?(?:{OPEN}[A-Z]\\d+{CLOSE}|[A-Z][\\w'-]+(?:(?:,? and |, | )[A-Z][\\w'-]+){{0,4}}) $"
)
_LOWER_COMPLEMENT = re.compile(
    r" (?:of|for) (?:(?:the|its|an?|of|for|and|artificial) )*"
    r"(?:(?!(?:is|was|are|were|has|had|have|said|says|told|by|to|with|who|that|which|from|at|in|on|as)\b)"
    r"[a-z][a-z-]* ){1,5}$"
)
_BEFORE_LIST = re.compile(
    r"(?P<plural>\w+)(?:,|:|(?P<example> like| such as| including))? "
    f"(?P<others>(?:{OPEN}P\\d+{CLOSE}(?:, | and |, and )){{0,8}})$"
)
_BETWEEN_PLURAL_AND_NAME = (" like ", " such as ", " including ", ", ", " and ")
_MORE_OF_LIST = re.compile(f"(?:, | and |, and ){OPEN}P")
_END_OF_OFFICE = re.compile(
    r"[,;:()\"“”—–]|(?<!\b[A-Z])\.(?:\s|$)"
    r"| (?:who|which|that|said|says|told|will|would|has|had|is|was|are|were|born|known|for his|for her|since|until"
    r"|from \d{4}|after|before|following|when|while"
    r"|because|amid|despite|earlier|later|(?:on|last|this|next) [A-Z]\w+day"
    rf"|in (?:{one_of(MONTHS)})"
    r"|by (?:trade|training|profession|day|night)"
    r"|and (?:he|she|they|his|her|their|is|was|has|had)|in \d+)\b"
)
_OPENS_APPOSITION = re.compile(r"(?:, \d{1,3})?, | \(")
_IS = re.compile(r" (?:is|was|has been|currently|previously|also) $")
_BEHIND_SUBJECT = re.compile(r" [a-z]")
_OTHER_SUBJECT = re.compile(r"(?<![.;:,]) (?:of|for|to|by|as|an?) (?:the )?$|\b(?:whose|which|who) $")
_FORMER_BEFORE = re.compile(r"\b[Ff]ormer $")
_OWNED = re.compile(r"^(?:its|their|his|her) (?:new |next |first |current )?", re.IGNORECASE)
_COMPLEMENT = re.compile(r" (?:of|for|at|in|and|to|from|on|with|by)\b")
_AND_OFFICE = re.compile(r" and (?:also )?(?:(?:the|an?|its|their|his|her) )?")
_OF_WHAT = re.compile(r" (?:of|at|in) ")
_INDEFINITE = re.compile(
    r"(?:an?|(?:now|then|also) an?) (?:young |local |retired |veteran |self-employed )?"
    f"(?:{OPEN}[AL]\\d+{CLOSE}(?:-based)? )?"
    r"(?P<words>(?:(?!(?:of|on|in|for|to|with|and|or|from|at|by)\b)[a-z][a-z-]* ){0,3}(?P<head>[a-z][a-z-]{3,}))"
    r"(?=,|\.(?:\s|$)|\)| (?:who|from|in|at|by|with|for|based)\b)"
)
_SCHOLARS = ("ologist", "ographer")
_ARTICLES = frozenset(("a", "an", "the"))
_LEADING_ARTICLE = re.compile(
    r"(?:(?:the|an?|its|their|his|her|our|then|now|currently|also|another|one of the) )+", re.IGNORECASE
)
_LONGEST_TITLE = 8
_BEFORE_CAPITALS = ("the ", "The ", "'s ", "its ", "our ", "Our ", "their ", "his ", "her ", "my ", "My ", "“", '"')
_HOUR = "pm"  # behind a number, no prime minister
_LONGEST_APPOSITION = 110
_REACH_BEFORE = 160
_SMALL_MODIFIERS = frozenset(
    ("deputy", "vice", "former", "acting", "interim", "assistant", "associate", "executive", "ex", "retired", "senior")
)
_ING_MODIFIERS = frozenset(("managing", "acting", "marketing", "engineering", "operating", "founding", "presiding"))


class Occupation(NamedTuple):
    """A person, the words for what they do, the rule that found it, and where that stands in the view."""

    person: Name
    words: str
    rule: str
    confidence: float
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class _Offices:
    heads: frozenset[str]
    plurals: dict[str, str]
    excluded: frozenset[str]
    longest_head: int
    others: frozenset[str]
    opinions: frozenset[str]
    statement: re.Pattern[str]
    naming: re.Pattern[str]
    running: re.Pattern[str]
    fronted: re.Pattern[str]
    named_by_office: re.Pattern[str]


@lru_cache(maxsize=4)
def _offices(lexicon: Lexicon) -> _Offices:
    cues = lexicon.cues["relations"]
    heads = frozenset(cues["occupations"])
    person = f"(?P<person>{OPEN}P\\d+{CLOSE})"
    return _Offices(
        heads=heads,
        plurals={_plural(head): head for head in heads if head.isalpha()},
        excluded=frozenset(cues["not_in_office"]),
        others=frozenset(cues["no_occupations"]),
        opinions=frozenset(cues["opinions"]),
        longest_head=max(head.count(" ") for head in heads) + 1,
        statement=re.compile(
            rf"{person}(?:,|{BLANK}+)? (?:who )?(?:is employed as"
            r"|(?:was|has been|is being) (?:named|appointed|elected|recruited|hired|installed|confirmed)(?: as)?"
            r"|was previously|is (?:currently|also)|is|was|became|has been"
            r"|(?:currently |previously |also |now )?serve[sd] as|has served as"
            r"|(?:has )?worked as|works as|(?:makes|earns) (?:a|his|her) living as"
            r"|(?:currently |also |now )?(?:holds|occupies|fills) the (?:post|position|office|job|role|portfolio) of"
            r") "
        ),
        running=re.compile(
            rf"\b(?:(?:run|led|headed|managed|directed|steered) by|has|have|with) {person} as "
            rf"(?:(?:{OPEN}O\d+{CLOSE}'s|its|their) )?(?=[a-z])"
        ),
        fronted=re.compile(rf"(?:^|[.;:–—-] |, )[Aa]s (?=[\w{OPEN}])"),
        named_by_office=re.compile(rf" (?:is|remains) (?P<person>{OPEN}P\d+{CLOSE})(?=[.,;)]|$| and )"),
        naming=re.compile(
            rf"\b(?:named|appointed|elected|nominated|hired|promoted|chose|recruited|tapped|picked|installed) "
            rf"(?:[a-z][\w-]* ){{0,3}}{person} (?:as |to be )?(?=[\w{OPEN}])"
        ),
    )


def _plural(head: str) -> str:
    if head.endswith("man"):
        return f"{head[:-3]}men"
    return f"{head[:-1]}ies" if head.endswith("y") else f"{head}s"


def find_occupations(view: View, lexicon: Lexicon) -> Iterator[Occupation]:
    """Every occupation that the sentence states of a person it names."""
    if "P" not in view.types:
        return
    offices = _offices(lexicon)
    for person in _PERSON.finditer(view.text):
        yield from _titles_before(view, person, offices)
        yield from _apposition_behind(view, person, offices)
        yield from _plural_before(view, person, offices)
    for rule, pattern in (("statement", offices.statement), ("naming", offices.naming), ("running", offices.running)):
        for found in chain.from_iterable(map(pattern.finditer, view.readings)):
            words = _office_at(view, found.end(), offices, needs_article=_IS.search(found.group()) is not None)
            if words:
                yield Occupation(view.marks(found["person"])[0], words, rule, 0.85, found.start(), found.end())
    yield from _fronted(view, offices)
    yield from _office_as_subject(view, offices)


def _fronted(view: View, offices: _Offices) -> Iterator[Occupation]:
    """An office in front of whose it is: "As chief executive of X, Y answers …"."""
    for opening in offices.fronted.finditer(view.text):
        words = _office_at(view, opening.end(), offices, needs_article=False)
        end = view.text.find(", ", opening.end())
        person = _PERSON.match(view.text, end + 2) if words and end > 0 else None
        if person and _BEHIND_SUBJECT.match(view.text, person.end()):
            yield Occupation(view.marks(person.group())[0], words, "fronted", 0.85, opening.start(), person.end())


def _office_as_subject(view: View, offices: _Offices) -> Iterator[Occupation]:
    """An office that the sentence says who holds: "The chief executive of X is Y."."""
    for found in offices.named_by_office.finditer(view.text):
        start = _start_of_title(view.text, found.start(), offices)
        if start is not None and not _OTHER_SUBJECT.search(view.text, 0, start):
            words = _without_place(view, start, found.start())
            yield Occupation(view.marks(found["person"])[0], words, "subject", 0.85, start, found.end())


def _titles_before(view: View, person: re.Match[str], offices: _Offices) -> Iterator[Occupation]:
    """Titles before the name: "energy minister X"; between commas coordinated ones, too: "expert and author, X,"."""
    text, end = view.text, person.start()
    in_commas = text.endswith(", ", 0, end)
    if in_commas and not text.startswith(",", person.end()):
        return
    end -= 2 if in_commas else 1
    while end > 0:
        start = _start_of_title(text, end, offices)
        if start is None and in_commas:
            start = _start_of_office_for_something(text, end, offices)
        if start is None or (in_commas and _is_of_list(text, start)):
            return
        name = view.marks(person.group())[0]
        yield Occupation(name, _without_place(view, start, end), "title", 0.9, start, person.end())
        if not text.endswith(" and ", 0, start):
            return
        end = start - len(" and ")


def _is_of_list(text: str, start: int) -> bool:
    """Whether a capital begins there what is a name of a list and no office: "Dr. King, Rosa Parks, and others"."""
    return text[start].isupper() and start > 0 and not text.endswith(_BEFORE_CAPITALS, 0, start)


def _start_of_title(text: str, end: int, offices: _Offices) -> int | None:
    """Where the title that ends at `end` begins, "of" and what follows it included; None where there is none."""
    if text[end : end + 1] not in (" ", ","):
        return None
    stretch = text[max(0, end - _REACH_BEFORE) : end] + " "
    complement = _OF_COMPLEMENT.search(stretch) if " of " in stretch else None
    if complement:
        start = _start_of_phrase(text, end - len(stretch) + 1 + complement.start(), offices)
        if start is not None:
            return start
    return _start_of_phrase(text, end, offices)


def _start_of_office_for_something(text: str, end: int, offices: _Offices) -> int | None:
    """Where "minister for digital affairs" begins that ends at `end`; None where nothing such does."""
    stretch = text[max(0, end - _REACH_BEFORE) : end] + " "
    complement = _LOWER_COMPLEMENT.search(stretch)
    return _start_of_phrase(text, end - len(stretch) + 1 + complement.start(), offices) if complement else None


def _start_of_phrase(text: str, end: int, offices: _Offices) -> int | None:
    start = _start_of_head(text, end, offices)
    if start is None:
        return None
    for _ in range(_LONGEST_TITLE):
        word = _WORD_BEFORE.search(text, max(0, start - 60), start)
        if not word or not _may_modify(word[1], text[start], offices):
            break
        start = word.start()
        if word[1].startswith(OPEN) and not word[1].startswith(f"{OPEN}A"):
            former = _FORMER_BEFORE.search(text, max(0, start - 10), start)
            return former.start() if former else start
    return start


def _start_of_head(text: str, end: int, offices: _Offices) -> int | None:
    """Where the longest head of an office that ends at `end` begins."""
    best, start = None, end
    for _ in range(offices.longest_head):
        begin = max(text.rfind(" ", 0, max(start - 1, 0)), text.rfind(",", 0, start)) + 1
        word = text[begin:end].strip("\"'“‘(").lower()
        is_head = word in offices.heads or (word.endswith(_SCHOLARS) and " " not in word)
        if is_head and not (word == _HOUR and text[:begin].rstrip()[-1:].isdigit()):
            best = end - len(word)
        if begin == 0 or text[begin - 1] == ",":
            break
        start = begin
    return best


def _may_modify(word: str, next_letter: str, offices: _Offices) -> bool:
    """Whether the word before a title belongs to it; before a capital letter small words hardly do."""
    if OPEN in word:
        return word[1] in "OLADE"
    lowered = word.lower()
    if lowered in offices.excluded or word.endswith(".") or word[0].isdigit():
        return False
    if word[0].islower() and next_letter.isupper():
        return lowered in _SMALL_MODIFIERS
    if lowered.endswith("ing"):
        return lowered in _ING_MODIFIERS or word[0].isupper()
    return not lowered.endswith(("ed", "ly"))


def _without_place(view: View, start: int, end: int) -> str:
    """The words of the office, a bare place in front of it left out."""
    place = _PLACE_IN_FRONT.match(view.text, start, end)
    return view.words(place.end() if place else start, end)


def _apposition_behind(view: View, person: re.Match[str], offices: _Offices) -> Iterator[Occupation]:
    """An office between commas or in brackets behind the name: "X, deputy director of Y, said"."""
    opening = _OPENS_APPOSITION.match(view.text, person.end())
    if not opening:
        return
    start = opening.end()
    words = _office_at(view, start, offices, needs_article=False)
    rule, confidence = "apposition", 0.9
    if not words:
        words = _occupation_at(view, start, offices)
        rule, confidence = "apposition_by_form", 0.82
    for office in _offices_apart(words, offices):
        yield Occupation(view.marks(person.group())[0], office, rule, confidence, person.start(), start)


def _offices_apart(words: str, offices: _Offices) -> Iterator[str]:
    """The offices of "a fellow at X and author of Y", each by itself; "president and CEO of X" is one."""
    joint = next(
        (
            one
            for one in _AND_OFFICE.finditer(words)
            if _OF_WHAT.search(words, 0, one.start())
            and _ends_with_head(_COMPLEMENT.split(words[one.end() :], maxsplit=1)[0], offices)
        ),
        None,
    )
    if words:
        yield words[: joint.start()] if joint else words
    if joint:
        yield from _offices_apart(words[joint.end() :], offices)


def _occupation_at(view: View, start: int, offices: _Offices) -> str:
    """The words of an indefinite apposition that calls a person what they do by their form: "a market trader"."""
    noun = _INDEFINITE.match(view.text, start)
    if not noun or not CALLS_A_PERSON.search(noun["head"]) or noun["head"].lower() in offices.others:
        return ""
    return view.words(*noun.span("words"))


def _office_at(view: View, start: int, offices: _Offices, *, needs_article: bool) -> str:
    """The office that starts at `start`, its article left out; empty where the words there hold none."""
    text = view.text
    limit = min(len(text), start + _LONGEST_APPOSITION)
    stop = _END_OF_OFFICE.search(text, start, limit)
    if not stop and limit < len(text):
        return ""
    end = stop.start() if stop else limit
    article = _LEADING_ARTICLE.match(text, start, end)
    begin = article.end() if article else start
    zone = _COMPLEMENT.split(text[begin:end], maxsplit=1)[0]
    has_article = article is not None or zone[:1].isupper() or text.startswith(" of ", begin + len(zone))
    if (needs_article and not has_article) or _PERSON.search(text, begin, end):
        return ""
    return (
        _OWNED.sub("", _without_place(view, begin, end), count=1).rstrip(" ,.")
        if _ends_with_head(zone, offices)
        else ""
    )


def _ends_with_head(zone: str, offices: _Offices) -> bool:
    words = [word.lower().rstrip(".,") for word in _MARK.sub("", zone).split()]
    if not words or len(words) > _LONGEST_TITLE or not _ARTICLES.isdisjoint(words):
        return False
    if len(words) > 1 and words[0] in offices.excluded:
        return False
    if not offices.opinions.isdisjoint(words):
        return False
    return any(" ".join(words[-count:]) in offices.heads for count in range(1, offices.longest_head + 1))


def _plural_before(view: View, person: re.Match[str], offices: _Offices) -> Iterator[Occupation]:
    """A plural office before a list of names, or before an example: "two astronauts, X and Y"."""
    goes_on = _MORE_OF_LIST.match(view.text, person.end())
    if not goes_on and not view.text.endswith(_BETWEEN_PLURAL_AND_NAME, 0, person.start()):
        return
    before = _BEFORE_LIST.search(view.text, max(0, person.start() - _REACH_BEFORE), person.start())
    if not before or not (before["plural"].islower() or before.start() == 0):
        return
    is_list = before["example"] or before["others"] or goes_on
    words = offices.plurals.get(before["plural"].lower()) if is_list else None
    if words:
        yield Occupation(view.marks(person.group())[0], words, "plural", 0.85, person.start(), person.end())
