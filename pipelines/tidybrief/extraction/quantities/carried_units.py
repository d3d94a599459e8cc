"""What a bare number counts: a noun that stands elsewhere in its sentence or paragraph.

What belongs here: lending units to quantities that have none of their own, from the text around them. Units that
stand at a quantity beside them are lent in `shared_units`. Nothing here changes a value.
"""

import re
from collections.abc import Sequence
from dataclasses import replace

from tidybrief.extraction.quantities.column_units import with_unit_of_heading
from tidybrief.extraction.quantities.denominators import is_over_number
from tidybrief.extraction.quantities.drafts import Draft, Drafter
from tidybrief.extraction.quantities.hedges import ONE_HEDGE
from tidybrief.extraction.quantities.level_nouns import tells_deaths
from tidybrief.extraction.quantities.nouns_before import REACH_OF_NOUNS, NounsBefore, plural_before
from tidybrief.extraction.quantities.shared_units import (
    from_next,
    from_previous,
    with_listed_units,
    with_shared_hedge,
    with_shared_rate,
)
from tidybrief.extraction.quantities.written_tables import WrittenTables
from tidybrief.extraction.records import Sentence

_LINK = re.compile(
    rf"(?:\s{{1,2}}of\s(?:the\s|its\s|their\s)?(?:[\w'’-]+\s){{1,3}}(?:estimated\s)?{ONE_HEDGE}"
    r"|(?:\s(?:[A-Z][\w'’-]*|[a-z-]+)){0,2}(?:\s?,)?\s{1,2}(?:(?:and|or|to|of|out of|in|versus|vs\.?|but|,)\s{1,2})?"
    rf"(?:(?:an?|the|its|their|these|those|another)\s)?{ONE_HEDGE}(?:(?:total\sof|estimated|last|past)\s)?(?:the\s)?)"
)
_RATE = re.compile(
    r"\b(?!(?:the|a|an|its|their|annual|average|national|overall|high|low|higher|lower)\s)([a-z]+) rates?\b"
)
_REACH_OF_RATE = 80
_TO = re.compile(r"\s{1,2}to\s{1,2}")
_NUMBER_OF = re.compile(r"\b(?:numbers?|sales|shipments|deliveries|exports|imports|output|production) of\s")
_NUMBER_DOING = re.compile(
    r"\bthe number (?:waiting|living|working|seeking|claiming|receiving|studying|attending|sleeping|dying|suffering|"
    r"applying|enrolled|employed|infected|affected|homeless|unemployed|out of work|"
    r"in (?:work|jail|prison|hospital|poverty|need))\b[^.;]*$"
)
_PARAGRAPH = re.compile(r"\n\s*\n")
_OF_THEM = re.compile(r"\s{1,2}of (?:them|those|these|whom|which)(?![a-z])")
_ENDS_PHRASE = re.compile(r"\s*(?:[.,;:)]|$)|\s{1,2}(?:in|for|among|on|at|by|and|but|while|a|last|this)\s")
_ALIKE = 100
_POINT = "point"
_LATELY, _MOST_POINTS = 3, 50
_WHO = re.compile(r"\s{1,2}who(?:se)?(?![a-z])")
_INCLUDED = re.compile(rf"\bincluding\s{ONE_HEDGE}$")  # of "37 people, including nine children, and 200 …" the people
_MONEY_AFTER = re.compile(r"\s{1,2}(?:in\s)?(?:[a-z-]+\s){0,2}?([a-z]+)")
_PAID = re.compile(
    r"\s(?:more\s|already\s)?(?:invested|spent|pledged|earmarked|allocated|borrowed|owed|budgeted|squandered)"
    r"(?=\s(?:on|in|for|so|by|each|every|this|last|since)\b|[.,;]|$)"
)
_GROUP_OF = re.compile(rf"\b(?:an?|the|its|their|his|her|our|whose)\s(?:[a-z-]+\s){{0,2}}?([a-z]+)\sof\s{ONE_HEDGE}$")
_LONGEST_GROUP = 70
_NEXT_WORD = re.compile(r"[a-z]+")
_SIZE = re.compile(r"[\s-]strong\b(?:\s(?P<group>[a-z]+))?")
_MORE = (["another"], ["a", "further"], ["an", "additional"], ["the", "remaining"], ["the", "other"])
"""Before an amount of the same as the one before: "Another 640 million goes to schools"."""
_REACH = 400
_HYPHENS = "-‐‑"


def with_carried_units(
    text: str, low: str, drafts: list[tuple[int, Draft]], sentences: Sequence[Sentence], drafter: Drafter
) -> list[tuple[int, Draft]]:
    """The drafts, each with a unit: its own, or the one that the text lends it. Sorted by their spans."""
    drafts = with_listed_units(low, sorted(drafts, key=lambda item: (item[1].start, item[1].end)))
    carrier = _Carrier(text, low, sentences, drafter)
    result: list[tuple[int, Draft]] = []
    for index, (row, found) in enumerate(drafts):
        if (result and found.start < result[-1][1].end) or carrier.only_scales_column(found):
            continue
        following = drafts[index + 1] if index + 1 < len(drafts) else None
        needs_unit = found.unit is None or found.method == "count"
        draft = carrier.lend(row, found, following, result) if needs_unit else found
        if draft is not None:
            earlier = result[-1][1] if result else None
            result.append((row, with_shared_rate(low, with_shared_hedge(low, draft, earlier), earlier)))
    return result


class _Carrier:
    """Finds units for bare numbers of one text."""

    def __init__(self, text: str, low: str, sentences: Sequence[Sentence], drafter: Drafter) -> None:
        self._text, self._low, self._sentences, self._drafter = text, low, sentences, drafter
        self._nouns, self._levels = drafter.tools.nouns, drafter.tools.levels
        self._nouns_before = NounsBefore(text, low, drafter.tools.nouns)
        self._tables = WrittenTables(text)
        self._list_end = -2
        self._list_unit: str | None = None

    def only_scales_column(self, draft: Draft) -> bool:
        """Whether a magnitude stands in the heading of a column alone: "Capacity (million m³)"."""
        has_digits = any(map(str.isdecimal, draft_text(self._text, draft)))
        return not has_digits and self._tables.is_in_headings(draft.start)

    def lend(  # noqa: PLR0911, PLR0912 - one return a source of units
        self, row: int, draft: Draft, following: tuple[int, Draft] | None, before: list[tuple[int, Draft]]
    ) -> Draft | None:
        """The draft with a unit, or None where the number says nothing."""
        if draft.unit is None and (told := self._from_column(draft)) is not None:
            return told
        if draft.method == "indefinite_money":
            return replace(draft, unit=self._currency(before), confidence=0.75)
        if draft.form == "indefinite" and draft.unit is None and _PAID.match(self._low, draft.end):
            return replace(draft, kind="money", unit=self._currency(before), confidence=0.7, method="indefinite_money")
        if (money := self._as_money(row, draft, before)) is not None:
            return money
        if draft.unit == _POINT and (points := self._of_percent(row, draft, before)) is not None:
            return points
        if draft.unit is not None:
            things = self._from_number_of(row, draft) if draft.unit == "unit" else None
            return draft if things is None else replace(draft, unit=things)
        if following is not None and following[1].is_over_number and self._leads_to(draft, following[1]):
            draft = replace(draft, per=following[1].per)
        if draft.is_over_number:
            return self._counted(draft, self._of_rate(row, draft, before), 0.7)
        if (unit := self._from_group(draft) or self._of_whom(row, draft, before)) is not None:
            return self._counted(draft, unit, 0.8)
        if following is not None and (unit := self._behind_measure(row, draft, following)) is not None:
            return self._counted(draft, unit, 0.8)
        if following is not None and (shared := from_next(self._low, row, draft, following)) is not None:
            return shared
        if before and (shared := from_previous(self._low, row, draft, before[-1])) is not None:
            return shared
        if (unit := self._levels.unit(self._low, self._sentences[row].start, draft.start)) is not None:
            return self._counted(draft, unit, 0.75)
        if (unit := self._from_following(row, draft, following)) is not None:
            return self._counted(draft, unit, 0.8)
        if (unit := self._from_number_of(row, draft)) is not None:
            return self._counted(draft, unit, 0.75)
        if (unit := self._of_same_rate(row, draft, before)) is not None:
            return replace(draft, unit=unit, confidence=0.7, method=f"{draft.method}_carried")
        if draft.value % 1:
            return self._plain(row, draft)
        if (unit := self._from_size(row, draft)) is not None:
            return self._counted(draft, unit, 0.6)
        if (unit := self._from_list_heading(row, draft)) is not None:
            return self._counted(draft, unit, 0.7)
        if (unit := self._from_earlier(row, draft, before)) is not None:
            return self._counted(draft, unit, 0.7)
        if self._befalls(row, draft) or draft.form == "indefinite":
            return self._counted(draft, "person", 0.65)
        if (unit := self._nouns_before.nearest(draft, self._sentences[row].start)) is not None:
            return self._counted(draft, unit, 0.55)
        return self._plain(row, draft)

    @staticmethod
    def _counted(draft: Draft, unit: str, confidence: float) -> Draft:
        if draft.per:
            unit = f"{unit} per {draft.per}"
        return replace(draft, unit=unit, confidence=confidence, method=f"{draft.method}_carried")

    def _from_group(self, draft: Draft) -> str | None:
        """ "a staff of 420": what such a group consists of."""
        group = _GROUP_OF.search(self._low[max(0, draft.start - _LONGEST_GROUP) : draft.start])
        return self._nouns.groups.get(group[1]) if group and draft.kind == "count" else None

    def _from_size(self, row: int, draft: Draft) -> str | None:
        """ "a crew 40 strong", "their 386 strong chain": what the group consists of; else the last noun."""
        size = _SIZE.match(self._low, draft.end)
        if size is None or draft.kind != "count":
            return None
        before = self._low[max(self._sentences[row].start, draft.start - REACH_OF_NOUNS) : draft.start].split()
        words = [size["group"], *reversed(before)]
        group = next((self._nouns.groups[word] for word in words if word in self._nouns.groups), None)
        return group or self._nouns_before.nearest(draft, self._sentences[row].start) or "person"

    def _behind_measure(self, row: int, draft: Draft, following: tuple[int, Draft]) -> str | None:
        """ "two 350 MW wind farms": the noun behind the quantity that stands between it and its number."""
        other_row, other = following
        if other_row != row or draft.kind != "count" or other.kind == "count":
            return None
        is_compound = "-" in self._low[other.start : other.end]
        may_be_one_number = self._low[draft.end - 1].isdigit() and self._low[other.start].isdigit()  # "10 5 km"
        if (may_be_one_number and not is_compound) or not self._low[draft.end : other.start].isspace():
            return None
        phrase = self._nouns.phrase_at(self._text, other.end, self._sentences[row].end)
        return phrase.singular if phrase is not None else None

    def _currency(self, before: list[tuple[int, Draft]]) -> str:
        """The currency that the text speaks of: the last one named, else the one it names at all, else the dollar."""
        for _, draft in reversed(before):
            if draft.kind == "money" and draft.unit is not None:
                return draft.unit
        for sign, code in (("€", "EUR"), ("£", "GBP")):
            if sign in self._text and "$" not in self._text:
                return code
        return "USD"

    def _as_money(self, row: int, draft: Draft, before: list[tuple[int, Draft]]) -> Draft | None:
        """A bare "311 million" where the sentence, or the one before it about sums, speaks of money."""
        if draft.magnitude < 1000 or draft.kind != "count" or draft.form == "indefinite" or not before:
            return None
        if draft.value == draft.magnitude and draft.form == "words":
            return None
        last = self._last_amount(row, draft, before)
        if last is None:
            return None
        if draft.unit is not None:
            match = _MONEY_AFTER.match(self._low, draft.end)
            if match is None or match[1] not in self._drafter.tools.nouns.sums:
                return None
        return replace(
            draft,
            kind="money",
            unit=last.unit,
            method="money_carried",
            confidence=0.8,
            unit_start=draft.end,
            unit_end=draft.end,
        )

    def _last_amount(self, row: int, draft: Draft, before: list[tuple[int, Draft]]) -> Draft | None:
        """The amount of money that a bare amount goes on with: no large count between, nothing that befalls persons."""
        for earlier_row, earlier in reversed(before):
            if earlier_row != row:
                break
            if earlier.kind == "money":
                return None if draft.unit is None and self._befalls(row, draft) else earlier
            if earlier.kind == "count" and earlier.magnitude >= 1000:
                return None
        if draft.unit is not None or not before or row - before[-1][0] > 1 or _OF_THEM.match(self._low, draft.end):
            return None
        amount = next((d for r, d in reversed(before) if row - r <= 1 and d.kind == "money"), None)
        if amount is None or _PARAGRAPH.search(self._text, amount.end, draft.start):
            return None
        words = self._low[max(self._sentences[row].start, draft.start - 60) : draft.start].split()
        goes_on = words[-1:] in _MORE or words[-2:] in _MORE
        return amount if goes_on or not self._drafter.tools.nouns.sums.isdisjoint(words) else None

    def _from_following(self, row: int, draft: Draft, following: tuple[int, Draft] | None) -> str | None:
        """The unit of the next quantity where both are coordinated: "2000 Thai and 74 Malaysian stores"."""
        if following is None or following[0] != row:
            return None
        other = following[1]
        if other.kind != "count" or other.unit in (None, "magnitude") or not 0 < other.start - draft.end <= 45:
            return None
        if other.value == draft.value and other.start - draft.end < 14:
            return other.unit.split(" per ")[0]
        link = _LINK.fullmatch(self._text, draft.end, other.start)
        if link is None or (link[0].startswith(" in ") and (draft.value > other.value or self._befalls(row, draft))):
            return None
        return other.unit.split(" per ")[0]

    def _from_column(self, draft: Draft) -> Draft | None:
        """A number in a written table, with the unit that the heading of its column gives."""
        span = self._tables.column_heading(draft.start)
        return None if span is None else with_unit_of_heading(self._text, self._low, draft, span, self._drafter)

    def _from_list_heading(self, row: int, draft: Draft) -> str | None:
        """The unit of a list of labels and numbers ("Kentucky 12,700"): from the line above the list."""
        if not self._is_label_and_number(row, draft):
            return None
        if row - 1 == self._list_end:
            self._list_end = row
            return self._list_unit
        self._list_end, self._list_unit = row, None
        if row:
            above = self._sentences[row - 1]
            number_of = _NUMBER_OF.search(self._low, above.start, above.end)
            at = number_of.end() - 1 if number_of else above.start
            phrase = self._nouns.phrase_at(self._text, at, above.end) if number_of else None
            self._list_unit = phrase.singular if phrase is not None else None
        return self._list_unit

    def _is_label_and_number(self, row: int, draft: Draft) -> bool:
        sentence = self._sentences[row]
        if draft.start - sentence.start > 60 or sentence.end - draft.end > 5:
            return False
        label = self._text[sentence.start : draft.start].split()
        return 0 < len(label) <= 5 and not self._text[draft.end : sentence.end].strip(" .;*") and label[0][0].isupper()

    def _befalls(self, row: int, draft: Draft) -> bool:
        """ "killing 12", "62 dead", "81 had died": what befalls persons."""
        left = self._low[max(self._sentences[row].start, draft.start - 40) : draft.start].split()[-4:]
        right = self._low[draft.end : min(self._sentences[row].end, draft.end + 40)].split()[:4]
        words = {word.strip(".,;:()") for word in left + right}
        is_toll = tells_deaths(self._low, self._sentences[row].start, draft.start)
        return is_toll or not words.isdisjoint(self._nouns.befalling)

    def _of_whom(self, row: int, draft: Draft, before: list[tuple[int, Draft]]) -> str | None:
        """ "five of them": what the last count of the sentence counted, else the nearest noun in the plural, which may
        stand in the sentence before; "the 40 who came": persons.
        """
        who = _WHO.match(self._low, draft.end)
        if draft.kind != "count" or (who is None and _OF_THEM.match(self._low, draft.end) is None):
            return None
        if before and before[-1][0] == row and (unit := self._from_earlier(row, draft, before)) is not None:
            return unit if who is None or self._nouns.is_person(unit) else "person"
        if who is not None:
            return "person"
        for sentence in (self._sentences[row], *([self._sentences[row - 1]] if row else [])):
            stop = min(sentence.end, draft.start)
            noun = plural_before(self._nouns, self._text, max(sentence.start, stop - _REACH), stop)
            if noun is not None:
                return noun.singular
        return None

    def _leads_to(self, draft: Draft, other: Draft) -> bool:
        """ "from 7.8 to 6.3 per 100,000": whether what the other number is over holds for this one too."""
        return draft.unit is None and not draft.per and _TO.fullmatch(self._low, draft.end, other.start) is not None

    def _of_rate(self, row: int, draft: Draft, before: list[tuple[int, Draft]]) -> str:
        """What is counted over a number: "the homicide rate fell to 27 per million", "Deaths rose to 9 per 1,000"."""
        floor = max(self._sentences[row].start, draft.start - _REACH_OF_RATE)
        rates: list[str] = _RATE.findall(self._low, floor, draft.start)
        if rates:
            return rates[-1]
        if before and before[-1][0] == row and before[-1][1].per == draft.per:
            return (before[-1][1].unit or "case").split(" per ")[0]
        return self._nouns_before.nearer(draft, floor) or "case"

    def _of_percent(self, row: int, draft: Draft, before: list[tuple[int, Draft]]) -> Draft | None:
        """ "stood at 23 percent, down two points": points of the share told right before, with their word."""
        shares = [
            (at, share) for at, share in before[-_LATELY:] if row - at <= 1 and share.kind in ("percent", "money")
        ]
        if not shares or shares[-1][1].kind != "percent" or not 0 < draft.value < _MOST_POINTS:
            return None
        if self._low.endswith((" its ", " the ", " their ", " these ", " those "), 0, draft.start):
            return None
        floor = self._sentences[shares[-1][0]].start
        if self._levels.speaks_of_index(self._low, floor, draft.start) or _PARAGRAPH.search(
            self._text, floor, draft.start
        ):
            return None
        return replace(
            draft, kind="percent", unit="percent", end=draft.unit_end, unit_start=draft.unit_end, confidence=0.75
        )

    def _of_same_rate(self, row: int, draft: Draft, before: list[tuple[int, Draft]]) -> str | None:
        """ "14.2 per 100,000 residents, against 9.8 in Peru. Chad has 21": the unit of the rate before."""
        if not before or draft.magnitude > 1 or draft.per or self._befalls(row, draft):
            return None
        earlier_row, earlier = before[-1]
        is_near = row - earlier_row <= 1 and _PARAGRAPH.search(self._text, earlier.end, draft.start) is None
        if earlier.kind != "count" or earlier.unit is None or " per " not in earlier.unit or not is_near:
            return None
        is_rate = is_over_number(earlier.unit.split(" per ", 1)[1])
        is_alike = earlier.value / _ALIKE <= draft.value <= earlier.value * _ALIKE
        return earlier.unit if is_rate and is_alike and _ENDS_PHRASE.match(self._low, draft.end) else None

    def _from_number_of(self, row: int, draft: Draft) -> str | None:
        """ "the number of visitors that year was 33,000", "the number of injured": of persons."""
        floor = max(self._sentences[row].start, draft.start - _REACH)
        last = None
        for match in _NUMBER_OF.finditer(self._low, floor, draft.start):
            last = match
        if last is None:
            return "person" if _NUMBER_DOING.search(self._low, floor, draft.start) else None
        phrase = self._nouns.phrase_at(self._text, last.end() - 1, draft.start)
        if phrase is not None:
            return phrase.singular
        following = _NEXT_WORD.match(self._low, last.end())
        return "person" if following is not None and following[0] in self._nouns.befalling else None

    def _from_earlier(self, row: int, draft: Draft, before: list[tuple[int, Draft]]) -> str | None:
        """The unit of the last count before it in the sentence, or in the same paragraph."""
        for earlier_row, earlier in reversed(before):
            if draft.start - earlier.end > _REACH or row - earlier_row > 2:
                return None
            if earlier.kind != "count" or earlier.unit in (None, "number", "time") or earlier.method == "ratio":
                continue
            if _INCLUDED.search(self._low, max(0, earlier.start - 40), earlier.start):
                continue
            if self._low[earlier.end] in _HYPHENS:  # "the nine-party bloc"
                continue
            if earlier_row != row and _PARAGRAPH.search(self._text, earlier.end, draft.start):
                return None
            unit = earlier.unit.split(" per ")[0]
            if self._befalls(row, draft) and not self._nouns.is_person(unit):
                return None
            return self._nouns_before.nearer(draft, max(earlier.unit_end, draft.start - 60)) or unit
        return None

    def _plain(self, row: int, draft: Draft) -> Draft | None:
        """A number that counts nothing named stays a number where its form shows that it is a value."""
        sentence = self._sentences[row]
        is_alone = draft.start - sentence.start < 40 and sentence.end - draft.end < 40
        shows_value = (
            draft.magnitude > 1
            or draft.qualifier != "exact"
            or "," in draft_text(self._text, draft)
            or "." in draft_text(self._text, draft)
        )
        if not (is_alone or shows_value or draft.value_high is not None):
            return None
        return replace(draft, unit="number", confidence=0.5, method=f"{draft.method}_plain")


def draft_text(text: str, draft: Draft) -> str:
    """The surface form of a draft."""
    return text[draft.start : draft.end]
