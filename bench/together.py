"""How well, and at what cost, documents are held against each other: a corpus in which it is known what is planted.

What belongs here: invented documents with planted copies, retellings, agreements and contradictions, and how many of
them are found. What tells the points that are compared stands in `wordings.toml`.

    python bench/together.py 1000
"""

import argparse
import json
import math
import random
import resource
import time
import tomllib
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date, timedelta
from hashlib import sha256
from pathlib import Path

from tidybrief import corpus, engines, vocabulary
from tidybrief.lexicon import load_lexicon
from tidybrief.reading import Document

SHARE = 0.05
"""Of the documents that are copies, and as many that are retellings, agree, contradict another, or only seem to."""
YEAR_OF_NEWS = 2024
ONSETS = ("B", "D", "F", "G", "H", "K", "L", "M", "N", "P", "R", "S", "T", "V", "Br", "Dr", "Kr", "Pl", "St", "Tr")
VOWELS = ("a", "e", "i", "o", "u", "ae", "ei", "ou")
CODAS = ("l", "n", "r", "s", "m", "nd", "rk", "lt", "sk", "v")
BRANCHES = ("Ferries", "Shipyards", "Breweries", "Railways", "Foods", "Timber", "Textiles", "Airlines")
TRIES = 10
"""Of as many syllables, before a name gets one more."""
GOODS = ("bicycles", "tractors", "pianos", "scooters", "printers", "wardrobes")
WORDINGS = tomllib.loads(Path(__file__).with_name("wordings.toml").read_text(encoding="utf-8"))
"""Ways of saying it, by set and by point; words were sought for with all of them at hand."""
MOST_POINTS = 4
"""That one document tells."""
RANGES = tomllib.loads(Path(__file__).with_name("ranges.toml").read_text(encoding="utf-8"))
"""Of the values of each point that is a number; whole numbers, or tenths."""
DAYS = ("began", "launched", "bridge_opened", "acquired_on", "died_on")
"""Points that are a day of the year of the news."""
YEARS = ("founded", "university_founded")
"""Points that are a year."""
NAMED = ("trade", "headquarters", "parent", "maker")
"""Points that are a name."""
CITIES = ("Oslo", "Lisbon", "Toronto", "Nairobi", "Osaka", "Warsaw", "Lima", "Jakarta")
TRADES = ("beekeeper", "locksmith", "florist", "welder", "midwife", "tailor", "baker", "plumber")
WEATHER = ("windy", "mild", "grey", "frosty", "bright", "humid")
REMARKS = (
    "We had packed the car twice before anybody thought of the dog",
    "Nobody here believed that the old crane would ever turn again",
    "My neighbours laughed when I painted the whole fence green",
    "Half of the night shift went fishing once the whistle blew",
)


@dataclass(frozen=True)
class Story:
    """What a document is about."""

    company: str
    town: str
    person: str
    trade: str
    remark: str
    routes: int
    opened: date
    names: Mapping[str, str]
    values: Mapping[str, float | date]
    named: Mapping[str, str]
    named_otherwise: Mapping[str, str]


@dataclass
class Planted:
    """The documents, and which of them were planted as what, as pairs of doc_ids, those on one point by that point."""

    documents: list[Document] = field(default_factory=list)
    pairs: set[frozenset[str]] = field(default_factory=set)
    agreements: dict[frozenset[str], str] = field(default_factory=dict)
    conflicts: dict[frozenset[str], str] = field(default_factory=dict)
    look_alikes: dict[frozenset[str], str] = field(default_factory=dict)

    def point_of(self, pair: frozenset[str]) -> str | None:
        """The point that was planted in the two documents."""
        return self.agreements.get(pair) or self.conflicts.get(pair) or self.look_alikes.get(pair)

    def add(self, text: str, day: date) -> str:
        """Takes a document in, and returns its doc_id."""
        doc_id = f"{len(self.documents):06d}.txt"
        digest = sha256(text.encode()).hexdigest()
        self.documents.append(
            Document(doc_id, digest, "text/plain", text, published_on=day, published_on_source="sources", language="en")
        )
        return doc_id


def plant(size: int, seed: int = 7, wordings: str = "first") -> Planted:
    """A corpus of so many documents in one set of wordings."""
    chance = random.Random(seed)
    planted = Planted()
    stories = invent(chance)
    while len(planted.documents) < size:
        story, day = next(stories), date(2024, 6, 1) + timedelta(days=chance.randrange(300))
        points = chance.sample(sorted(WORDINGS[wordings]), min(MOST_POINTS, len(WORDINGS[wordings])))
        first = planted.add(report(story, points, chance, wordings), day)
        # One of five plants a story; each adds one document.
        kind = chance.random() * (1 - SHARE * 5) / SHARE
        later = day + timedelta(days=chance.randrange(1, 20))
        point = chance.choice(points)
        if kind < 1:
            planted.pairs.add(frozenset({first, planted.add(copy(planted.documents[-1].text, chance), later)}))
        elif kind < 2:
            planted.pairs.add(frozenset({first, planted.add(retelling(story), later)}))
        elif kind < 3:
            again = aside(told(story, point, chance, wordings), chance)
            planted.agreements[frozenset({first, planted.add(again, later)})] = point
        elif kind < 4:
            otherwise = aside(told(contradicted(story, chance), point, chance, wordings), chance)
            planted.conflicts[frozenset({first, planted.add(otherwise, later)})] = point
        elif kind < 5 and "apart" in WORDINGS[wordings][point]:
            beside = aside(told(contradicted(story, chance), point, chance, wordings, "apart"), chance)
            planted.look_alikes[frozenset({first, planted.add(beside, later)})] = point
    return planted


def contradicted(story: Story, chance: random.Random) -> Story:
    """The story with other values."""
    factor = chance.choice((0.6, 0.75, 1.3, 1.6))
    shift = chance.choice((-9, -5, 5, 9))
    return replace(
        story,
        values={point: other(value, factor, shift) for point, value in story.values.items()},
        named=story.named_otherwise,
    )


def other(value: float | date, factor: float, shift: int) -> float | date:
    """Another value of the same kind: a number by the factor, a year or a day by the shift."""
    if isinstance(value, date):
        return value + timedelta(days=shift) if value.year == YEAR_OF_NEWS else value.replace(value.year + shift)
    return round(value * factor) if isinstance(value, int) else round(value * factor, 1)


def invent(chance: random.Random) -> Iterator[Story]:
    """Stories of which no two share a name."""
    used: set[str] = set()

    def name(syllables: int) -> str:
        tried = 0
        while True:
            # Short names run out in a large corpus.
            last = syllables + tried // TRIES - 1
            made = "".join(
                chance.choice(ONSETS).lower() + chance.choice(VOWELS) + (chance.choice(CODAS) if number == last else "")
                for number in range(last + 1)
            ).capitalize()
            if made not in used:
                used.add(made)
                return made
            tried += 1

    while True:
        cities, trades = chance.sample(CITIES, 2), chance.sample(TRADES, 2)
        owners = [f"{name(3)} {branch}" for branch in chance.sample(BRANCHES, 2)]
        named, named_otherwise = (
            {"trade": trade, "headquarters": city, "parent": owner, "maker": owner}
            for trade, city, owner in zip(trades, cities, owners, strict=True)
        )
        yield Story(
            company=f"{name(3)} {chance.choice(BRANCHES)}",
            town=name(2),
            person=f"{name(2)} {name(3)}",
            trade=chance.choice(TRADES),
            remark=chance.choice(REMARKS),
            routes=chance.randrange(13, 98),
            opened=date(2024, 1, 1) + timedelta(days=chance.randrange(150)),
            names={
                "goods": chance.choice(GOODS),
                "bought": f"{name(2)} {chance.choice(BRANCHES)}",
                "boss": f"{name(2)} {name(2)}",
                "startup": name(3),
                "plant": name(2),
                "storm": name(2),
                "region": f"{name(2)}ia",
                "hospital": f"{name(2)} General Hospital",
                "university": f"{name(2)} University",
                "airport": f"{name(2)} Airport",
                "club": f"{name(2)} United",
                "union": f"{name(2)} Workers' Union",
                "product": f"{name(2)} {chance.randrange(2, 9)}",
            },
            values=values(chance),
            named=named,
            named_otherwise=named_otherwise,
        )


def values(chance: random.Random) -> dict[str, float | date]:
    """A value for every point."""
    numbers: dict[str, float | date] = {
        point: round(chance.uniform(low, high), None if isinstance(low, int) else 1)
        for point, (low, high) in RANGES.items()
    }
    years = {point: date(chance.randrange(1871, 1998), 1, 1) for point in YEARS}
    return numbers | years | {point: date(YEAR_OF_NEWS, 3, chance.randrange(11, 21)) for point in DAYS}


def report(story: Story, points: Sequence[str], chance: random.Random, wordings: str) -> str:
    """The plain document of a story."""
    sentences = [
        f"{story.company} looks back on a {chance.choice(WEATHER)} season in {story.town}.",
        *(told(story, point, chance, wordings) for point in points),
        f"On {story.opened:%B} {story.opened.day}, 2024, the company opened its {story.routes}th depot.",
        (
            f"“{story.remark}, and {story.person.split()[0]} was not surprised,” said {story.person}, a local "
            f"{story.trade}."
        ),
        f"The weather stayed {chance.choice(WEATHER)} until the gates closed.",
    ]
    return f"A season at {story.company}\n\n{' '.join(sentences)}\n"


def copy(text: str, chance: random.Random) -> str:
    """The same text under another headline, with a line added."""
    _, _, body = text.partition("\n\n")
    return f"In other news, {chance.choice(WEATHER)} days\n\n{body.strip()} Readers may write to the editor.\n"


def retelling(story: Story) -> str:
    """The same in other words and another order of words, in the same order of points."""
    return (
        f"What {story.company} is up to\n\n"
        f"Last year some ${digits(story.values['revenue'])} million flowed into the tills of {story.company}, whose "
        f"payroll listed {digits(story.values['staff'])} employees when the year was out. Depot number {story.routes} "
        f"has been running since {story.opened.day} {story.opened:%B}. For {story.person}, who works nearby as a "
        f"{story.trade}, it came as no surprise: “{story.remark}, and {story.person.split()[0]} was not surprised.”\n"
    )


def aside(sentence: str, chance: random.Random) -> str:
    """A document of its own that has this sentence."""
    return (
        f"Notes from the harbour office\n\n"
        f"The clerk found the desk as {chance.choice(WEATHER)} as the morning. "
        f"{sentence} "
        f"Two gulls have nested on the roof, and the neighbours want them gone.\n"
    )


def told(story: Story, point: str, chance: random.Random, wordings: str, kind: str = "told") -> str:
    """One of several sentences that state the value of the point."""
    return fill(chance.choice(WORDINGS[wordings][point][kind]), story, point)


def fill(wording: str, story: Story, point: str) -> str:
    """The wording with the names and the value of the story."""
    ways = {"value": story.named[point]} if point in story.named else written(story.values[point])
    return wording.format(company=story.company, town=story.town, **story.names, **ways)


def written(value: float | date) -> dict[str, str]:
    """Ways of writing a value: in digits, as millions written out, rounded, in cents, or as a day, month first."""
    if isinstance(value, date):
        return {"value": digits(value), "us": f"{value:%B} {value.day}, {value.year}"}
    rounded = round(value, 1 - math.floor(math.log10(value)))
    exact, cents = f"{round(value * 1_000_000):,}", f"{value / 100:.2f}"
    return {"value": digits(value), "exact": exact, "about": f"{rounded:,}", "cents": cents}


def digits(value: float | date) -> str:
    """A value as a text writes it: a number, a year, or a day of the year of the news."""
    if isinstance(value, date):
        return f"{value.day} {value:%B} {value.year}" if value.year == YEAR_OF_NEWS else str(value.year)
    return f"{value:,}"


def score(found: set[frozenset[str]], planted: set[frozenset[str]]) -> dict[str, float]:
    """Precision and recall of pairs of documents."""
    right = len(found & planted)
    return {
        "planted": len(planted),
        "found": len(found),
        "precision": round(right / len(found), 4) if found else 1.0,
        "recall": round(right / len(planted), 4) if planted else 1.0,
    }


def main() -> None:
    """Measures one size and prints the figures as JSON; a process a size, so that memory is that of the size."""
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("size", type=int, help="number of documents")
    parser.add_argument("--seed", type=int, default=7)
    parser.add_argument("--wordings", choices=sorted(WORDINGS), default="first")
    arguments = parser.parse_args()
    planted = plant(arguments.size, arguments.seed, arguments.wordings)
    lexicon = load_lexicon()
    started = time.process_time()
    extracted = engines.extract_all(planted.documents, lexicon)
    peak_before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    after_extraction = time.process_time()
    tables = corpus.link(extracted, lexicon)
    after_linking = time.process_time()
    comparisons = corpus.compare(tables, lexicon)
    after_comparing = time.process_time()
    pairs = {frozenset(pair) for pair in tables["document_pairs"].select("doc_id", "other_doc_id").iter_rows()}
    spoken: dict[str, set[frozenset[str]]] = {"conflict": set(), "agree": set(), "derivative": set()}
    for attribute, verdict, evidence in comparisons.select("attribute", "verdict", "evidence").iter_rows():
        of_two = frozenset(item["doc_id"] for item in evidence)
        # Every document has a quotation of a person who has a trade, and a deal says who belongs to whom.
        if attribute not in vocabulary.PREDICATES or planted.point_of(of_two) in NAMED:
            spoken.setdefault(verdict, set()).add(of_two)
    # Who says it in the same long sentence adds no source; the two agree nevertheless.
    agreements = spoken["agree"] | (spoken["derivative"] - planted.pairs)
    answer = {
        "documents": len(planted.documents),
        "pairs": score(pairs, planted.pairs),
        "conflicts": score(spoken["conflict"], set(planted.conflicts)),
        "agreements": score(agreements, set(planted.agreements)),
        "look_alikes": {
            "planted": len(planted.look_alikes),
            "taken_for_conflicts": len(spoken["conflict"] & set(planted.look_alikes)),
            "taken_for_agreements": len(agreements & set(planted.look_alikes)),
        },
        "cpu_seconds": {
            "extraction": round(after_extraction - started, 1),
            "linking": round(after_linking - after_extraction, 1),
            "comparing": round(after_comparing - after_linking, 1),
        },
        "peak_mib": {
            "extraction": peak_before // 1024,
            "all": resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024,
        },
    }
    print(json.dumps(answer, indent=2))


if __name__ == "__main__":
    main()
