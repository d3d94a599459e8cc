"""Annotated sentences made from templates: contexts that openly licensed annotated text hardly has.

What belongs here: filling `tagger_templates.txt` with names from open lists and coined ones. The choice depends on a
fixed seed only.
"""

import random
import re
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import Any

from coined_parts import (
    BODIES,
    BODY_ENDS,
    BODY_STARTS,
    CAMEL,
    CHINESE_SURNAMES,
    COMPANY_WORDS,
    EVENT_ENDS,
    EVENT_MIDDLES,
    NEWS_ENDS,
    PARTY_KINDS,
    PINYIN,
    PLACE_ENDS,
    POLICY_ENDS,
    POLICY_MIDDLES,
    POLICY_STARTS,
    STORMS,
    SYLLABLES,
    TEAM_ENDS,
    THINGS,
    TOPICS,
    WORK_ENDS,
    WORK_WORDS,
)

from tidybrief.extraction.names.cues import name_cues
from tidybrief.extraction.names.gazetteers import known_places
from tidybrief.lexicon import Lexicon

_SLOT = re.compile(r"\[([A-Z]+)\]")
_TYPES = {
    **dict.fromkeys(("ORG", "INS", "NEWS", "TEAM", "PARTY", "BAND", "UNI", "ACR"), "ORG"),
    **dict.fromkeys(("PER", "SUR"), "PERSON"),
    **dict.fromkeys(("PRO", "DRUG"), "PRODUCT"),
    **dict.fromkeys(("LOC", "CAP"), "PLACE"),
    "NORP": "NORP",
    "POL": "POLICY",
    "EVT": "EVENT",
    "WRK": "WORK",
}


class _Fillers:
    """One filler for each slot."""

    def __init__(self, lexicon: Lexicon, lists: dict[str, Sequence[str]], seed: int) -> None:
        self._random = random.Random(seed)
        self._lists = lists
        self._given = sorted(name_cues(lexicon).given_names)
        places = known_places(lexicon)
        self._places = sorted(
            surface for surface, place in places.items() if place.form == "name" and not place.is_people
        )
        self._adjectives = sorted(
            surface for surface, place in places.items() if place.form == "adjective" and not place.is_people
        )
        self._lexicon: dict[str, list[str]] = {}
        for name in lexicon.names:
            self._lexicon.setdefault(name.type, []).extend((name.name, *name.aliases, *name.acronyms))

    def __call__(self, slot: str) -> str:
        makers: dict[str, Callable[[], str]] = {
            "ORG": self._company,
            "INS": self._institution,
            "NEWS": self._outlet,
            "PER": self._person,
            "SUR": self._surname,
            "LOC": self._place,
            "CAP": lambda: self._place().upper(),
            "NORP": lambda: self._one(self._adjectives),
            "PRO": self._product,
            "DRUG": self._drug,
            "POL": self._policy,
            "EVT": self._event,
            "WRK": self._work,
            "TEAM": self._team,
            "PARTY": self._party,
            "BAND": self._band,
            "UNI": self._university,
            "ACR": self._acronym,
        }
        return makers[slot]()

    def _one(self, options: Sequence[str]) -> str:
        return self._random.choice(options)

    def _chance(self, share: float) -> bool:
        return self._random.random() < share

    def _listed(self, kind: str, share: float) -> str | None:
        names = self._lexicon.get(kind)
        return self._one(names) if names and self._chance(share) else None

    def _coined(self) -> str:
        return "".join(self._one(SYLLABLES) for _ in range(self._random.randint(2, 4))).capitalize()

    def _company(self) -> str:  # noqa: PLR0911
        roll = self._random.random()
        if roll < 0.2:
            return self._listed("ORG", 1) or self._coined()
        if roll < 0.45:
            return self._one(self._lists["companies"])
        if roll < 0.57:
            return self._coined()
        if roll < 0.6:
            return self._one(THINGS)
        if roll < 0.75:
            start = self._one(THINGS) if self._chance(0.35) else self._coined()
            return f"{start} {self._one(COMPANY_WORDS)}"
        if roll < 0.83:
            return self._one(CAMEL) + self._one([word if self._chance(0.6) else word.lower() for word in CAMEL])
        if roll < 0.86:
            return self._one(["i", "e", "4", "01.", "3", "x"]) + self._one(CAMEL)
        if roll < 0.91:
            return "".join(self._one("ABCDEFGHIKLMNOPRSTUV") for _ in range(self._random.randint(2, 4))) + (
                f" {self._one(COMPANY_WORDS)}" if self._chance(0.5) else ""
            )
        if roll < 0.95:
            return (
                f"{self._surname()} & {self._surname()}"
                if self._chance(0.5)
                else f"{self._surname()} {self._one(COMPANY_WORDS)}"
            )
        return f"{self._one(self._adjectives if self._chance(0.4) else self._places)} {self._one(COMPANY_WORDS)}"

    def _institution(self) -> str:  # noqa: PLR0911
        roll = self._random.random()
        if roll < 0.15:
            return self._listed("ORG", 1) or self._coined()
        if roll < 0.4:
            return f"{self._one(BODIES)} {self._one(['of', 'for', 'for', 'of'])} {self._one(TOPICS)}"
        if roll < 0.6:
            return f"{self._one(BODY_STARTS)} {self._one(BODY_ENDS)}"
        if roll < 0.7:
            return f"{self._one(self._adjectives)} {self._one(BODIES)} {self._one(['of', 'for'])} {self._one(TOPICS)}"
        if roll < 0.78:
            return f"{self._one(self._adjectives)} {self._one(BODY_STARTS)} {self._one(BODY_ENDS)}"
        if roll < 0.9:
            return self._one(self._lists["universities"])
        if roll < 0.94:
            return f"University of {self._place()}"
        return "".join(self._one("ABCDEFGHIKLMNOPRSTUW") for _ in range(self._random.randint(3, 5)))

    def _outlet(self) -> str:
        start = self._one([self._place(), self._place(), self._coined(), "Daily", "Global", "Tech", "Morning"])
        return f"{start} {self._one(NEWS_ENDS).replace('-', ' ')}"

    def _person(self) -> str:
        known = self._listed("PERSON", 0.1)
        if known:
            return known
        if self._chance(0.07):
            given = "".join(self._one(PINYIN) for _ in range(self._random.randint(1, 2)))
            return f"{self._one(CHINESE_SURNAMES)} {given.capitalize()}"
        given = self._one(self._given) if self._chance(0.8) else self._coined()
        middle = f" {self._one('ABCDEFGHJKLMPRSTW')}." if self._chance(0.08) else ""
        return f"{given}{middle} {self._surname()}"

    def _surname(self) -> str:
        return self._one(self._lists["surnames"]) if self._chance(0.5) else self._coined()

    def _place(self) -> str:
        if self._chance(0.15):
            return f"{self._coined()}{self._one(PLACE_ENDS)}" if self._chance(0.7) else self._coined()
        return self._one(self._places if self._chance(0.5) else self._lists["cities"])

    def _product(self) -> str:
        known = self._listed("PRODUCT", 0.4)
        if known:
            return known
        name = self._coined() if self._chance(0.6) else self._one(CAMEL) + self._one(CAMEL)
        number = self._random.randint(1, 12)
        forms = (
            name,
            name,
            f"{name} {number}",
            f"{name}-{number}",
            f"{name} {number}.{number % 5}",
            f"{name} Pro",
            f"{name}GPT",
            f"{name[0]}{number}",
            f"{name} {self._one(['Bot', 'X', 'II', 'Lite', 'Star', 'Cloud', 'Vision', 'Wing', 'Plus'])}",
        )
        return self._one(forms)

    def _drug(self) -> str:
        letters = "".join(self._one("ABCDEGHKLMNPRSTVXZ") for _ in range(self._random.randint(2, 4)))
        digits = self._random.randint(10, 999)
        stem = self._coined()
        return self._one(
            (f"{letters}-{digits}", f"{letters}{digits}", f"{stem}mab", f"{stem}nib", f"{letters}-{digits}B")
        )

    def _team(self) -> str:
        end = self._one(TEAM_ENDS)
        return self._place() if self._chance(0.3) else f"{self._place()} {end}" if self._chance(0.9) else end

    def _party(self) -> str:
        kind = self._one(PARTY_KINDS)
        forms = (
            f"{kind} Party",
            f"{self._one(self._adjectives)} {kind} Party",
            f"{kind} Party of {self._place()}",
            f"{kind}s",
            f"{self._one(BODY_STARTS)} {self._one(['Front', 'Union', 'Alliance', 'Movement', 'Rally', 'League'])}",
            f"{kind} {self._one(['Union', 'Alliance', 'Movement', 'Coalition', 'Front'])}",
            f"{self._coined()} {self._coined()}",
            f"Movement for {self._one(WORK_WORDS[2:])}",
            f"{self._place()} First",
            f"Party of {self._one(TOPICS)}",
        )
        return self._one(forms)

    def _band(self) -> str:
        word, other = self._random.sample(WORK_WORDS[1:], 2)
        return self._one(
            (
                f"The {word}s",
                f"{word} {other}",
                self._coined(),
                f"{self._coined()} {self._coined()}",
                f"{self._surname()} Quartet",
            )
        )

    def _university(self) -> str:
        return (
            self._one(self._lists["universities"])
            if self._chance(0.6)
            else self._one(
                (
                    f"University of {self._place()}",
                    f"{self._place()} University",
                    f"{self._surname()} College",
                    self._place(),
                    f"{self._place()} Institute of Technology",
                    f"{self._place()} School of {self._one(TOPICS)}",
                )
            )
        )

    def _acronym(self) -> str:
        return "".join(self._one("ABCDEFGHIKLMNOPRSTUVW") for _ in range(self._random.randint(2, 5)))

    def _policy(self) -> str:
        known = self._listed("POLICY", 0.3)
        if known:
            return known
        owner = f"{self._one(self._adjectives + self._places)} " if self._chance(0.1) else ""
        end = f"{self._one(POLICY_MIDDLES)} {self._one(POLICY_ENDS)}"
        return owner + (f"{self._one(POLICY_STARTS)} {end}" if self._chance(0.7) else end)

    def _event(self) -> str:
        known = self._listed("EVENT", 0.35)
        if known:
            return known
        if self._chance(0.15):
            return f"{self._one(STORMS)} {self._one(self._given)}"
        start = self._one(
            [
                self._place(),
                "World",
                "Global",
                "International",
                "European",
                "Asian",
                "Annual",
                self._one(self._adjectives),
            ]
        )
        return f"{start} {self._one(EVENT_MIDDLES)} {self._one(EVENT_ENDS)}" + (
            f" {self._random.randint(1990, 2030)}" if self._chance(0.1) else ""
        )

    def _work(self) -> str:
        known = self._listed("WORK", 0.3)
        if known:
            return known
        words = self._random.sample(WORK_WORDS[1:], 2)
        forms = (
            f"The {words[0]} of {words[1]}",
            f"The {words[0]} {words[1]}",
            f"{words[0]} and {words[1]}",
            f"A {words[0]} in the {words[1]}",
            f"{self._one(BODY_STARTS)} {self._one(EVENT_MIDDLES)} {self._one(WORK_ENDS)}",
            f"Journal of {self._one(TOPICS)}",
        )
        return self._one(forms)


_SENTENCES_TOGETHER = 5


def silver_records(
    templates: Path, lexicon: Lexicon, lists: dict[str, Sequence[str]], rounds: int
) -> Iterator[dict[str, Any]]:
    """Records in the format of the annotated files, each template filled `rounds` times."""
    lines = _lines(templates)
    fillers = _Fillers(lexicon, lists, seed=11)
    for _ in range(rounds):
        for number, line in enumerate(lines):
            yield {**_filled([line], fillers, {}), "group": number}


def silver_documents(
    templates: Path, lexicon: Lexicon, lists: dict[str, Sequence[str]], rounds: int
) -> Iterator[dict[str, Any]]:
    """Records of several sentences in which a company, a person and a product return, mostly by a short form.

    A record is made of templates with even numbers, or of templates with odd ones.
    """
    lines = _lines(templates)
    fillers = _Fillers(lexicon, lists, seed=13)
    chance = random.Random(17)
    for number in range(rounds * len(lines) // _SENTENCES_TOGETHER):
        group = number % 2
        chosen = chance.sample(lines[group::2], _SENTENCES_TOGETHER)
        company, person = fillers("ORG"), fillers("PER")
        short = company.split()[0] if company.split()[-1] in COMPANY_WORDS else company
        surname = person.split()[-1]
        returning = {
            "ORG": [company, *[short if chance.random() < 0.7 else company for _ in range(3)]],
            "PER": [person],
            "SUR": [surname, surname],
            "PRO": [fillers("PRO")] * 2,
        }
        yield {**_filled(chosen, fillers, returning), "group": group}


def _lines(templates: Path) -> list[str]:
    return [line for line in templates.read_text(encoding="utf-8").splitlines() if line and not line.startswith("#")]


def _filled(lines: Sequence[str], fillers: "_Fillers", returning: dict[str, list[str]]) -> dict[str, Any]:
    """The lines with their slots filled: the first slot of a kind in a line by the next name that returns, if any."""
    text, mentions = "", []
    for line in lines:
        position = 0
        met: set[str] = set()
        for slot in _SLOT.finditer(line):
            kind = slot.group(1)
            text += line[position : slot.start()]
            name = returning[kind].pop(0) if returning.get(kind) and kind not in met else fillers(kind)
            met.add(kind)
            mentions.append({"start": len(text), "end": len(text) + len(name), "type": _TYPES[kind]})
            text += name
            position = slot.end()
        text += line[position:] + "\n"
    return {"text": text.rstrip("\n"), "mentions": mentions, "scope": {}}
