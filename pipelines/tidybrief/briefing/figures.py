"""Figures as a reader meets them: one in words, with support, flags and quote.

What belongs here: the view of one figure. What does not: all of them and which weigh most (`figure_table`), which
charts and cards are made of them (`key_figures`), what opens the page (`statements`), which words are fit to be a label
(`labels`).
"""

import re
from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from typing import Final

from tidybrief.briefing import readings, wording
from tidybrief.briefing.labels import names_in_part, names_what_it_counts, rate_behind
from tidybrief.briefing.library import CONTEXT_CHARACTERS, Library, Quote, Source
from tidybrief.briefing.sentences import HEADINGS, Sentence
from tidybrief.briefing.support import ATTRIBUTED, Support
from tidybrief.briefing.tolls import is_toll
from tidybrief.extraction.grammar.plurals import plural
from tidybrief.lexicon import load_lexicon

MEASURED: Final = ("money", "percent", "count", "multiple", "measure")
"""The kinds that tell something of a subject by themselves."""
LABELLED: Final = ("money", "percent", "count", "measure")
"""Those of them that a label may stand beside; a multiple is of two things."""
_MOST_IN_WORDS: Final = 12
_MOST_IN_DIGITS: Final = 9
"""The highest numbers in words and in digits that are taken for a count of what their sentence names."""
_MISPRINT: Final = re.compile(r"\d,\d{4}")
_LONGEST_SPEAKER: Final = 60
_RATED: Final = ("money", "measure")
"""The kinds that are stated for one of something."""


def has_misprint(text: str) -> bool:
    """Whether a number stands in the text whose digits are not grouped as those of any number."""
    return _MISPRINT.search(text) is not None


@dataclass(frozen=True, slots=True)
class FigureView:
    """One quantity in words. `share` is the part of a stated whole in percent, derived; None without a whole.

    `of_total` is None, too, where a number of the sentence is misprinted. `subject` and `indicator` are what the
    program reads; `named` and `measured` are what of them the sentence itself says, so that it may stand beside the
    number: "" where that is nothing. `reach` is how many characters lie between
    the number and whom it is about. `is_period_told`: its sentence names the period, which else was taken over from
    another one.
    """

    figure_id: str
    source: Source
    sentence: Sentence | None
    start: int
    end: int
    kind: str
    value: float
    value_high: float | None
    unit: str
    qualifier: str
    subject_id: str | None
    subject: str | None
    indicator: str | None
    time_start: date | None
    time_end: date | None
    is_period_told: bool
    attributed_to: str | None
    of_total: float | None
    named: str
    reach: int
    measured: str
    confidence: float
    subject_confidence: float
    indicator_confidence: float
    support: Support
    weight: float

    @property
    def row_anchor(self) -> str:
        """The id of its row in the table of all figures."""
        return f"r-{self.figure_id}"

    @property
    def href(self) -> str:
        """Where its words stand in the evidence."""
        return self.source.mark_href(self.figure_id)

    @property
    def rounded(self) -> tuple[object, ...]:
        """What another figure with the same key would say again, as of one subject and period none tells $67.2 billion
        from $67.22 billion; a figure of nobody is like no other."""
        whose = self.subject or self.figure_id
        return (whose, self.kind, self.unit, self.time_start, self.time_end, f"{self.value:.1e}")

    @property
    def is_fact(self) -> bool:
        """Whether it may be reported: neither imagined nor asked nor page furniture."""
        return "hypothetical" not in self.support.flags and (self.sentence is None or self.sentence.states_a_fact)

    @property
    def hedge(self) -> str | None:
        """The source's own hedge, sought in front of the number within its sentence."""
        floor = self.sentence.start if self.sentence else 0
        return wording.hedge_before(self.source.text[floor : self.start], self.qualifier)

    @property
    def rate(self) -> str:
        """What it is stated for one of ("per pound"); "" where that is nothing."""
        return rate_behind(self.source.text, self.end, self.unit) if self.kind in _RATED else ""

    @property
    def said(self) -> str:
        """The number in the words of its source, in one line."""
        return " ".join(self.source.text[self.start : self.end].split())

    @property
    def is_indefinite(self) -> bool:
        """Whether its source says no number, but only of what size it is: "tens of millions", "Billion Dollar"."""
        words, (sizes, open_sizes) = re.split(r"[\s-]", self.said.casefold()), _sizes()
        return words[0] in sizes or (not any(map(str.isdigit, self.said)) and not open_sizes.isdisjoint(words))

    @property
    def is_misprinted(self) -> bool:
        """Whether its digits are not grouped as those of any number: "20,0000"."""
        return has_misprint(self.said)

    @property
    def is_open(self) -> bool:
        """Whether its source leaves open which number it is: it says none, or a misprinted one ("20,0000")."""
        return self.is_indefinite or self.is_misprinted

    @property
    def is_minor(self) -> bool:
        """Whether it says little by itself: an age, a duration or a rank, no number but a size, a number of a heading,
        or a small one in words, which counts what its sentence names ("two leaders")."""
        is_small = self.kind == "count" and self.value <= _MOST_IN_WORDS and not any(map(str.isdigit, self.said))
        is_heading = self.sentence is not None and self.sentence.kind in HEADINGS
        return self.kind not in MEASURED or self.is_indefinite or is_small or is_heading

    @property
    def may_stand_out(self) -> bool:
        """Whether it says enough to open the page or have a card: no minor one, and no small count but of the dead or
        of a whole."""
        if is_toll(self.kind, self.sentence, self.start, self.end):
            return not self.is_indefinite
        is_small = self.kind == "count" and self.value <= _MOST_IN_DIGITS and not self.of_total
        return not self.is_minor and not (is_small and self.support.key != "corroborated")

    @property
    def words(self) -> str:
        """The value with qualifier and unit, and what it is for one of; a share in words that is no whole percentage
        stays in them ("two thirds" has no digits behind the point), and so does what is no number ("billions") or a
        misprinted one ("20,0000").
        """
        said = self.said
        if self.is_open:
            return f"“{said}”"
        if self.kind == "percent" and self.value % 1 and not any(character.isdigit() for character in said):
            return wording.hedged(said, self.qualifier, self.hedge)
        quantity = wording.quantity(self.kind, self.value, self.value_high, self.unit, self.qualifier, hedge=self.hedge)
        return f"{quantity} {self.rate}".strip()

    @property
    def headline(self) -> str:
        """The value as a headline: without its counted noun where that does not stand right behind it."""
        is_whole = self.kind != "count" or names_what_it_counts(self.source.text, self.end, self.unit)
        return self.words if is_whole else self.amount

    @property
    def amount(self) -> str:
        """The value; without its noun where it is a count."""
        if self.kind != "count" or self.is_open:
            return self.words
        return wording.quantity("count", self.value, self.value_high, "", self.qualifier, hedge=self.hedge)

    @property
    def label(self) -> str:
        """What it is about, in words that its sentence says: "Halden – sale price"; "" where that is nothing, or was
        not read surely enough."""
        read = self.label_read(readings.LEAST_READING)
        return wording.sentence(read) if read == self.measured else read

    def label_read(self, least: float) -> str:
        """The same in the middle of a sentence, if each part of it was read as surely as this."""
        if min(self.indicator_confidence, self.subject_confidence if self.named else 1.0) < least:
            return ""
        if self.named and self.measured and self.named.casefold() not in self.measured.casefold():
            return f"{self.named} – {self.measured}"
        return self.measured

    @property
    def subject_read(self) -> readings.Read | None:
        """Whom or what the program takes it to be about; None where that is a guess, or there is no number."""
        return None if self.is_indefinite else readings.subject_read(self.subject, self.subject_confidence)

    @property
    def indicator_read(self) -> readings.Read | None:
        """What the program takes it to measure; None where that is a guess or no phrase, or there is no number."""
        read = readings.indicator_read(self.indicator, self.indicator_confidence)
        return None if self.is_indefinite else read

    @property
    def exact(self) -> str:
        """The value in full digits; "" where the words say it as exactly."""
        digits = wording.number(self.value)
        if digits in self.words.split("–")[0] and self.value_high is None:
            return ""
        high = f"–{wording.number(self.value_high)}" if self.value_high is not None else ""
        return f"{digits}{high} {self.unit}"

    @property
    def period(self) -> str:
        """The period it holds for, or ""."""
        return wording.period(self.time_start, self.time_end)

    @property
    def attributed_read(self) -> readings.Read | None:
        """Whom its source is taken to name for it, surely where its own sentence names them; None for nobody."""
        if not self.attributed_to:
            return None
        name = wording.shortened(self.attributed_to, _LONGEST_SPEAKER)
        return readings.Read(name, self.sentence is not None and names_in_part(self.sentence.text, self.attributed_to))

    @property
    def is_attributed(self) -> bool:
        """Whether its source passes it on from somebody, named or not."""
        return ATTRIBUTED in self.support.flags

    @property
    def period_read(self) -> readings.Read | None:
        """The period it is taken to hold for, surely where its own sentence names it; None for none."""
        return readings.Read(self.period, self.is_period_told) if self.period else None

    @property
    def share(self) -> float | None:
        """Its part of the stated whole in percent; None where the text states no whole or the part is no number."""
        if not self.of_total or self.value_high is not None or self.kind == "percent":
            return None
        share = 100 * self.value / self.of_total
        return share if 0 <= share <= 100 else None

    @property
    def share_formula(self) -> str:
        """How the share was computed, as much a bound as the part: "at least 70% = 38,000 / 54,000"."""
        if self.share is None or self.of_total is None:
            return ""
        percent = wording.number(float(f"{self.share:.2g}") if self.share < 99.5 else round(self.share, 1))
        bound = wording.QUALIFIER_WORDS.get(self.qualifier, "")
        part, whole = map(wording.compact_number, (self.value, self.of_total))
        return f"{bound} {percent}% = {part} / {whole}".strip()

    def quote(self, library: Library, context: int = CONTEXT_CHARACTERS) -> Quote:
        """The words of its source."""
        return library.quote(self.source.doc_id, self.start, self.end, self.figure_id, context=context)

    @property
    def whole(self) -> str:
        """The stated whole it is a part of, in words; "" without one."""
        if not self.of_total or self.kind == "percent":
            return ""
        kind = "money" if self.kind == "money" else "count"
        words = wording.bare_quantity(kind, self.of_total, None, self.unit)
        return words if kind == "money" else words.removesuffix(f" {plural(self.unit)}")


@lru_cache(maxsize=1)
def _sizes() -> tuple[frozenset[str], frozenset[str]]:
    """Words that name a size and no number where they stand first ("million"), and those that do so anywhere
    ("dozens")."""
    quantities = load_lexicon().cues["quantities"]
    return frozenset((*quantities["magnitudes"], *quantities["indefinite"])), frozenset(quantities["indefinite"])
