"""What a number counts: the noun phrase behind it, in the singular.

What belongs here: finding the phrase and its singular by the forms of its words. Which number it goes with, and what a
number counts that has no noun of its own, stands in `quantities`.
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

from tidybrief.extraction.quantities.designations import Designations
from tidybrief.extraction.quantities.hedges import ONE_HEDGE
from tidybrief.lexicon import Lexicon

_TOKEN = re.compile(  # "5G", "3D" and "4K" open words too
    r"[ \t\n\u00a0]{1,2}[“\"‘'(\[]?((?:[^\W\d_]|\d[GDK](?!\w))(?:[\w&/+]|[-.'’‐‑](?=\w))*)"
)
_AFTER_HYPHEN = re.compile(r"\s?[-‐‑]\s?([a-z]+)(?![\w])")
_OF = re.compile(r"\s{1,2}of\s{1,2}")
_OF_THE = re.compile(
    r"\s{1,2}(?:of|out of)\s{1,2}(?:a total of\s{1,2}|an estimated\s{1,2})?(?:all\s{1,2})?(?:(?:the|these"
    r"|those|its|their|our|his|her|my|your|such)\s{1,2}(?:last\s|past\s|first\s|next\s|previous\s|top\s|own\s)?)?"
    rf"{ONE_HEDGE}"
)
_DIGITS = re.compile(
    r"[\d.,]*\d(?:\s(?:million|billion|thousand|hundred))?|(?:two|three|four|five|six|seven|eight|nine"
    r"|ten|eleven|twelve|twenty|thirty|forty|fifty|hundred)(?![a-z])"
)
_ABBREVIATION = re.compile(r"(?:[A-Za-z]\.)*[A-Za-z]$")
_ADJECTIVE = re.compile(
    r"(?:al|ive|ous|ic|able|ible|ful|less|ary|ant|ent|ese|ish|ical|lar|est|ied|ned|ted|ded|sed|ked|red|greed"
    r"|led|ly|er|ing)$"
)
_ADJECTIVE_BETWEEN = re.compile(r"(?:ive|al|ary|able|ing)$")  # "monthly active users"
_LISTED_ADJECTIVE = re.compile(r"[a-z-]+(?:al|ive|ous|ic|able|ible|ful|ary|ern)|public|private|large|small|local")
_NEXT_ADJECTIVE = re.compile(rf",[ ](?:and[ ])?(?:{_LISTED_ADJECTIVE.pattern}|[a-z]+ed)\b")
_NOT_NOUN_AFTER_HYPHEN = re.compile(r"(?:[a-z]{2}ed|al|ward|wards|ly|ing)$")
_PARTICLE_BEHIND = re.compile(r"[ ](?:up|out|in|away|behind|back|over|down|off|home)(?![a-z-])(?![ ][a-z]+s\b)")
_OF_ANOTHER_PHRASE = frozenset({"most", "many", "some", "all", "few", "several", "both", "each", "every"})
"""Words that open another phrase behind a plural: "in 36 states | most people"."""
_LONGEST = 7


@dataclass(frozen=True, slots=True)
class NounPhrase:
    """A counted noun phrase of a text: its span, its singular, and whether its form shows that it is a noun."""

    start: int
    end: int
    singular: str
    is_sure: bool = True


_IRREGULAR_HEADS = ("women", "men", "children", "people")


class NounGrammar:
    """Finds counted nouns by one lexicon's forms."""

    def __init__(self, cues: Any, verbs: Iterable[str]) -> None:
        """`verbs` are those of the lexicon in their base form."""
        nouns = cues["nouns"]
        self._verbs = frozenset(verbs)
        self._indefinite = frozenset(cues["indefinite"])
        self._irregular: dict[str, str] = nouns["irregular"]
        self._invariant = frozenset(nouns["invariant"])
        self._not_plural = frozenset(nouns["not_plural"])
        self._modifying = frozenset(nouns["modifying_plurals"])
        self._also_modifying = frozenset(nouns["also_modifying"])
        self._stops = frozenset(nouns["stops"])
        self._skipped = frozenset(nouns["skipped"])
        self._containers = frozenset(nouns["containers"])
        self.placeholders = frozenset(nouns["placeholders"])
        self._hyphen_stops = frozenset(nouns["not_after_hyphen"])
        self._no_counted = frozenset(nouns["no_counted_singulars"])
        self._only_a_word = frozenset(nouns["only_a_word"])
        self.after_zero = frozenset(nouns["after_zero"])
        self.before_name_numbers = tuple(f"{word} " for word in nouns["before_name_numbers"])
        self.number_words = (
            frozenset(cues["number_words"]) | frozenset(cues["magnitudes"]) | frozenset(cues["ordinals"])
        )
        self._months = frozenset(cues["calendar"]["months"])
        self._designations = Designations(cues, self.number_words, self._months)
        self.sums = frozenset(cues["money"]["sums"])
        self.groups: dict[str, str] = nouns["groups"]
        self.befalling = frozenset(nouns["befalling"])
        self.persons = frozenset(nouns["persons"])
        self._no_persons = frozenset(nouns["no_persons"])
        self.before_pronoun_one = frozenset(nouns["before_pronoun_one"])
        self.after_pronoun_one = frozenset(nouns["after_pronoun_one"])

    def singular(self, word: str) -> str:  # noqa: PLR0911
        """The singular of a noun in the plural; a word in the singular as it is."""
        low = word.lower()
        if (irregular := self._irregular.get(low)) is not None:
            return irregular.capitalize() if word[0].isupper() else irregular
        if low in self._invariant or low in self._not_plural:
            return word
        if _is_plural_acronym(word):
            return word[:-1]
        for head in _IRREGULAR_HEADS:
            if low.endswith(head) and len(low) > len(head) + 2:
                return word[: -len(head)] + self._irregular[head]
        if not low.endswith("s") or len(low) < 3:
            return word
        if low.endswith("ies") and len(low) > 4:
            return word[:-3] + "y"
        if low.endswith(("sses", "shes", "ches", "xes", "zzes")):
            return word[:-2]
        if low.endswith(("ss", "us", "is")):
            return word
        return word[:-1]

    def is_plural(self, word: str) -> bool:
        """Whether the form of a word is that of a noun in the plural, or of one that has no other."""
        low = word.lower()
        if low in self._irregular or low in self._invariant:
            return True
        if not low.endswith("s"):
            return low.endswith(_IRREGULAR_HEADS) and len(low) > 5 and low not in self._not_plural
        if "." in low or (len(low) <= 4 and word.isupper()):
            return False
        if _is_plural_acronym(word):
            return True
        return len(low) > 2 and low not in self._not_plural and not low.endswith(("ss", "us", "is", "'s", "’s"))

    def is_person(self, noun: str) -> bool:
        """Whether a counted noun in the singular names people, by its list or its ending."""
        head = noun.split(" of ", maxsplit=1)[0].rsplit(" ", maxsplit=1)[-1].lower()
        ends_so = head.endswith(("er", "or", "ee", "ian", "ant", "ent", "ist", "man", "ican", "one", "ese"))
        return head in self.persons or (ends_so and head not in self._no_persons)

    def is_stop(self, word: str) -> bool:
        """Whether a word cannot be part of a counted noun phrase."""
        return word in self._stops

    def after_hyphen(self, low: str, at: int, end: int) -> NounPhrase | None:
        """The noun of "three-step plan": a singular behind a hyphen."""
        match = _AFTER_HYPHEN.match(low, at, end)
        if match is None:
            return None
        word = match[1]
        if word == "strong":  # "a 30-strong team"
            return NounPhrase(match.start(1), match.end(1), "person")
        if (
            word in self._hyphen_stops
            or word in self._stops
            or word in self.number_words
            or len(word) < 3
            or _NOT_NOUN_AFTER_HYPHEN.search(word)
        ):
            return None
        return NounPhrase(match.start(1), match.end(1), self.singular(word))

    def is_part_of_word(self, low: str, at: int, end: int) -> bool:
        """Whether a hyphen ties the number that ends at `at` into a word that counts nothing: "two-way", "1-in-100"."""
        if low[at : at + 1] not in ("-", "‐", "‑"):
            return False
        match = _AFTER_HYPHEN.match(low, at, end)
        return match is not None and (match[1] in self._only_a_word or low.startswith("in-", match.start(1)))

    def phrase_at(  # noqa: PLR0911, PLR0912 - one return a way in which a phrase ends
        self, text: str, at: int, end: int, *, one: bool = False, article: bool = False
    ) -> NounPhrase | None:
        """The noun phrase behind a number that ends at `at`.

        `one` says that the number is one, so that the noun is a singular; `article` that an article stands before the
        number, so that a singular may follow ("a 250 seat theatre").
        """
        tokens: list[tuple[str, int, int]] = []
        position, closed, joined, last_plural = at, False, False, 0
        while len(tokens) < _LONGEST:
            match = _TOKEN.match(text, position, end)
            if match is None:
                closed = True
                break
            word, begin, stop = match[1], match.start(1), match.end(1)
            low = word.lower()
            if not tokens and low in self._skipped:
                position = stop
                continue
            if not tokens and low.endswith("ed") and _PARTICLE_BEHIND.match(text, stop, end) is not None:
                return None  # "300 | showed up"
            if (
                not tokens and not one and word == "strong" and _PLURAL_BEHIND.match(text, stop, end) is None
            ):  # "was 300 strong"
                return None
            if (
                low in self._stops
                and not (low in self._also_modifying and self._modifies_plural(text, stop, end))
                and not (
                    word.isupper() and len(word) > 1 and not word.islower() and text[at:end] != text[at:end].upper()
                )
            ) or low in self.number_words:
                if low in ("and", "or") and tokens and not (joined or one or self._opens_amount(text, stop, end)):
                    code = self._designations.code_at(text, stop, end)
                    tokens += [(word, begin, stop)] if code is None else [(word, begin, stop), code]
                    position, joined = tokens[-1][2], True
                    continue
                closed = True
                break
            if text[stop : stop + 1] == "." and _ABBREVIATION.fullmatch(word) and len(word) < 6:
                stop += 1
            stop, is_plural = self._end_of_noun(text, word, stop, end)
            tokens.append((text[begin:stop], begin, stop))
            position = stop
            if is_plural and not one:
                following = _TOKEN.match(text, position, end)
                in_bracket = following is not None and text[following.start(1) - 1] in "(["
                leads = following is not None and text.startswith((" that ", " how "), following.end())
                if following is None or in_bracket or not self._goes_on(word, following[1], leads_to_clause=leads):
                    return self._with_coordinated(text, self._of_what(text, tokens, end), end)
                last_plural = len(tokens)
        if last_plural:
            return self._with_coordinated(text, self._of_what(text, tokens[:last_plural], end), end)
        if one:
            return self._singular_head(text, tokens, end, closed=closed)
        if article and tokens and not joined and self._may_be_counted(tokens[0][0]):
            return NounPhrase(tokens[0][1], tokens[0][2], tokens[0][0], is_sure=False)
        return None

    def _opens_amount(self, text: str, at: int, end: int) -> bool:
        """Whether another amount follows: "12 dead and scores wounded"."""
        following = _TOKEN.match(text, at, end)
        return following is not None and following[1] in self._indefinite

    def _end_of_noun(self, text: str, word: str, at: int, end: int) -> tuple[int, bool]:
        """Where a word of a phrase ends with its designation or the comma of a list ("northern, eastern and western
        districts"), and whether it is in the plural.
        """
        if _LISTED_ADJECTIVE.fullmatch(word) and _NEXT_ADJECTIVE.match(text, at, end):
            return at + 1, False
        is_plural = self.is_plural(word)
        numbered = (
            None if is_plural and word.lower() not in self._invariant else self._designations.after(text, word, at, end)
        )
        return (at, is_plural) if numbered is None else numbered

    def _modifies_plural(self, text: str, at: int, end: int) -> bool:
        """Whether a noun in the plural stands right behind a word: "daily flights", "live births"."""
        following = _TOKEN.match(text, at, end)
        if following is not None and following[1].islower() and _ADJECTIVE_BETWEEN.search(following[1]):
            following = _TOKEN.match(text, following.end(1), end)
        return following is not None and following[1].islower() and self.is_plural(following[1])

    def _may_be_counted(self, word: str) -> bool:
        """Whether a singular behind "a 250" or "the 250" may be what is counted: "a 250 seat theatre"."""
        return word.islower() and word not in self._no_counted and _ADJECTIVE.search(word) is None

    def _goes_on(self, word: str, following: str, *, leads_to_clause: bool) -> bool:
        """Whether the plural just read only modifies the noun behind it, which is none before a clause ("300 firms
        reveals that").
        """
        low = following.lower()
        opens_another = low in _OF_ANOTHER_PHRASE or low in self._indefinite
        if opens_another or low in self._stops or low in self._not_plural or low in self.number_words:
            return False
        if leads_to_clause:
            return False
        if self.is_plural(following):
            known = low in self._modifying or word.lower() in self._modifying or word.lower() in self._also_modifying
            return known or word[0].isupper() or self.singular(low) not in self._verbs
        modifies = word.lower() in self._modifying or (word[0].isupper() and word.endswith("ese"))  # "Japanese makers"
        return modifies and following.islower() and not following.endswith("ed")

    def _of_what(self, text: str, tokens: list[tuple[str, int, int]], end: int) -> NounPhrase:
        """The phrase of the tokens, whose last is its head, with the complement that says what is counted."""
        kept = [i for i, (word, _, _) in enumerate(tokens) if word.lower() not in self._skipped or i == len(tokens) - 1]
        while kept and tokens[kept[0]][0].lower() in ("and", "or"):
            kept = kept[1:]
        words = [tokens[i][0] for i in kept]
        begin, stop = tokens[kept[0]][1], tokens[-1][2]
        if (both := _BOTH_SEXES.match(text, tokens[-1][1], end)) is not None:
            return NounPhrase(begin, both.end(), "person")
        words[-1] = self.singular(words[-1])
        if words[-1].lower() in self._containers and (of := _OF.match(text, stop, end)):
            complement = _TOKEN.match(text, of.end() - 1, end)
            if complement and complement[1].islower() and not self.is_no_noun(complement[1]):
                last = complement if self._ends_phrase(text, complement, end) else self._ending(text, complement, end)
                if last is not None:
                    words += ["of", *text[complement.start(1) : last.end(1)].split()]
                    stop = last.end(1)
        return NounPhrase(begin, stop, " ".join(words))

    def _with_coordinated(self, text: str, phrase: NounPhrase, end: int) -> NounPhrase:
        """The phrase with the nouns in the plural that are counted together with it: "300 cafes, bars and hotels"."""
        if _COORDINATING.match(text, phrase.end, end) is None:
            return phrase
        singulars, stop = [phrase.singular], phrase.end
        while (link := _COORDINATING.match(text, stop, end)) is not None:
            words = link["nouns"].split()
            if not self._is_counted_too(words, leads_to_verb=_OF_A_VERB.match(text, link.end()) is not None):
                return phrase
            singulars.append(" ".join((*words[:-1], self.singular(words[-1]))))
            stop = link.end()
            if link["last"]:
                if len({singular.rpartition(" ")[2] for singular in singulars}) < len(singulars):
                    return phrase
                comma = "," if len(singulars) > 2 else ""
                joined = f"{', '.join(singulars[:-1])}{comma} or {singulars[-1]}"
                is_whole = _BEHIND_COORDINATED.match(text, stop, end) is not None
                return NounPhrase(phrase.start, stop, joined, phrase.is_sure) if is_whole else phrase
        return phrase

    def _is_counted_too(self, words: list[str], *, leads_to_verb: bool) -> bool:
        """Whether words are a noun phrase in the plural, and neither a verb with its object ("intends to fund") nor
        another amount.
        """
        if not (self._stops | self.number_words).isdisjoint(words) or words[-1] in {*self._indefinite, "tens"}:
            return False
        opens_with_verb = self.singular(words[0]) in self._verbs or words[0].endswith(("ing", "ed"))
        acts = opens_with_verb and (leads_to_verb or len(words) > 1)
        return not acts and self.is_plural(words[-1]) and not any(map(self.is_plural, words[:-1]))

    def _ends_phrase(self, text: str, word: re.Match[str], end: int) -> bool:
        """Whether a word is a noun phrase of its own: "measles", not the "oral" of "oral vaccine"."""
        following = _TOKEN.match(text, word.end(), end)
        return (
            following is None or not following[1].islower() or following[1] in self._stops or self.is_plural(word[1])
            or following[1].endswith(("ed", "ing", "ly"))
        )  # fmt: skip

    def _ending(self, text: str, word: re.Match[str], end: int) -> re.Match[str] | None:
        """The next word, if it ends the phrase: the "cancer" of "lung cancer"."""
        following = _TOKEN.match(text, word.end(), end)
        ends = following is not None and following[1].islower() and self._ends_phrase(text, following, end)
        return following if ends else None

    def is_no_noun(self, word: str) -> bool:
        """Whether a word ends like an adjective, or cannot be part of a counted noun phrase."""
        return word in self._stops or _ADJECTIVE.search(word) is not None

    def _singular_head(
        self, text: str, tokens: list[tuple[str, int, int]], end: int, *, closed: bool
    ) -> NounPhrase | None:
        """The singular noun behind "one"."""
        while tokens and tokens[0][0].lower() in self._skipped:
            tokens = tokens[1:]
        if not tokens or tokens[0][0].lower() in self._months:
            return None
        if closed and len(tokens) <= 3 and not tokens[-1][0].lower().endswith(("ed", "ly", "s")):
            return self._of_what(text, tokens, end)
        for number, (word, _, _) in enumerate(tokens):
            if not _ADJECTIVE.search(word) and word.islower():
                return NounPhrase(
                    tokens[0][1], tokens[number][2], " ".join(token[0] for token in tokens[: number + 1]), is_sure=False
                )
        return None

    def phrase_of(self, text: str, low: str, at: int, end: int) -> NounPhrase | None:
        """The noun of "thousands of deaths", "two of the treatments", "38,000 of the 54,000 patents"."""
        match = _OF_THE.match(low, at, end)
        if match is None:
            return None
        position = match.end()
        digits = _DIGITS.match(low, position, end)
        if digits is not None:
            position = digits.end()
        return self.phrase_at(text, position if digits else position - 1, end)


_BOTH_SEXES = re.compile(r"(?:men and women|women and men)\b")
_COORDINATING = re.compile(
    r"(?:(?P<last>,?\s{1,2}(?:and|or)\s{1,2})|,\s{1,2})"
    r"(?P<nouns>(?:[a-z][a-z-]+\s){0,2}?[a-z][a-z-]*(?:s|men|women|children|people))(?![\w-])"
)
_BEHIND_COORDINATED = re.compile(  # no verb, which may have the last noun alone for its subject
    r"\s*(?:[.;:!?)—–\"”]|,\s(?!and\b|or\b)|$)|\s{1,2}(?:in|on|at|of|for|from|to|with|without|by|across|around|over|under"
    r"|between|among|through|throughout|that|who|which|whose"
    r"|as|than|near|per|since|during|after|before|within|into|worldwide|nationwide|[a-z]+ing|all"
    r"|(?:an?|each|every|this|last|next)\s(?:day|week|month|quarter|year))(?![\w-])"
)
_OF_A_VERB = re.compile(r"\s(?:to|[a-z]{3,}ing)\s(?!and\b|or\b)")
_PLURAL_BEHIND = re.compile(r"\s[a-z]+s\b")


def _is_plural_acronym(word: str) -> bool:
    """Whether a word in capitals stands in the plural: "GPUs", "MRIs"."""
    return len(word) > 2 and word[-1] == "s" and word[:-1].isupper()


@lru_cache(maxsize=4)
def noun_grammar(lexicon: Lexicon) -> NounGrammar:
    """The grammar of counted nouns by this lexicon."""
    figures = lexicon.cues["figures"]
    return NounGrammar(lexicon.cues["quantities"], (*figures["verbs"], *figures["irregular_verbs"]))
