"""How well, and at what cost, documents are held against each other: a corpus in which it is known what is planted.

What belongs here: invented documents with planted copies, retellings, agreements and contradictions, and how many of
them are found. The sentences here are for measuring; no rule was written for them.

    python bench/together.py 1000
"""

import argparse
import json
import random
import resource
import time
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from datetime import date, timedelta
from hashlib import sha256

from tidybrief import corpus, engines
from tidybrief.lexicon import load_lexicon
from tidybrief.reading import Document

SHARE = 0.05
"""Of the documents that are copies, and as many that are retellings, agree, or contradict another."""
ONSETS = ("B", "D", "F", "G", "H", "K", "L", "M", "N", "P", "R", "S", "T", "V", "Br", "Dr", "Kr", "Pl", "St", "Tr")
VOWELS = ("a", "e", "i", "o", "u", "ae", "ei", "ou")
CODAS = ("l", "n", "r", "s", "m", "nd", "rk", "lt", "sk", "v")
BRANCHES = ("Ferries", "Shipyards", "Breweries", "Railways", "Foods", "Timber", "Textiles", "Airlines")
POINTS = ("revenue", "staff")
"""What a document may give once more."""
TAKINGS = {
    "first": (
        "In 2023, the revenue of {company} was ${revenue} million.",
        "{company} reported revenue of ${revenue} million for 2023.",
        "The revenue of {company} came to ${revenue} million in 2023.",
        "{company}'s revenue reached ${revenue} million in 2023.",
        "Revenue at {company} totalled US${revenue}m in 2023.",
        "{company} closed 2023 with a turnover of {revenue} million dollars.",
    ),
    "second": (
        "With revenue of ${revenue} million, {company} had its best year in 2023.",
        "For 2023, {company} posted revenues of ${revenue} million.",
        "{company} turned over ${revenue} million in 2023.",
        "Revenues of {company} stood at ${revenue}m for the year 2023.",
        "The turnover of {company} in 2023: ${revenue} million.",
        "In 2023, revenues at {company} amounted to ${revenue} million, the owners said.",
    ),
}
PAYROLL = {
    "first": (
        "{company} employed {staff} people at the end of 2023.",
        "At the end of 2023, {company} had {staff} employees.",
        "{company} had a staff of {staff} at the end of 2023.",
        "By the end of 2023, {staff} people worked for {company}.",
    ),
    "second": (
        "{company} counted {staff} workers at the end of 2023.",
        "The workforce of {company} numbered {staff} at the end of 2023.",
        "As of 31 December 2023, {company} employed {staff} people.",
        "{company} ended 2023 with {staff} employees.",
        "At the end of 2023, {staff} people were employed at {company}.",
        "{company} had {staff} people on its payroll by the end of 2023.",
    ),
}
"""Ways of saying it, in two sets; of the second, none was seen when the words for the first were found."""
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
    revenue: int
    staff: int
    routes: int
    opened: date


@dataclass
class Planted:
    """The documents, and which of them were planted as what, as pairs of doc_ids."""

    documents: list[Document] = field(default_factory=list)
    pairs: set[frozenset[str]] = field(default_factory=set)
    agreements: set[frozenset[str]] = field(default_factory=set)
    conflicts: set[frozenset[str]] = field(default_factory=set)

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
        first = planted.add(report(story, chance, wordings), day)
        # One of four plants a story; each adds one document.
        kind = chance.random() * (1 - SHARE * 4) / SHARE
        later = day + timedelta(days=chance.randrange(1, 20))
        if kind < 1:
            planted.pairs.add(frozenset({first, planted.add(copy(planted.documents[-1].text, chance), later)}))
        elif kind < 2:
            planted.pairs.add(frozenset({first, planted.add(retelling(story), later)}))
        elif kind < 3:
            again = aside(story, chance.choice(POINTS), chance, wordings)
            planted.agreements.add(frozenset({first, planted.add(again, later)}))
        elif kind < 4:
            otherwise = aside(contradicted(story, chance), chance.choice(POINTS), chance, wordings)
            planted.conflicts.add(frozenset({first, planted.add(otherwise, later)}))
    return planted


def contradicted(story: Story, chance: random.Random) -> Story:
    """The story with other values."""
    factor = chance.choice((0.6, 0.75, 1.3, 1.6))
    return replace(story, revenue=round(story.revenue * factor), staff=round(story.staff * factor))


def invent(chance: random.Random) -> Iterator[Story]:
    """Stories of which no two share a name."""
    used: set[str] = set()

    def name(syllables: int) -> str:
        while True:
            made = "".join(
                chance.choice(ONSETS).lower() + chance.choice(VOWELS) + (chance.choice(CODAS) if last else "")
                for last in (number == syllables - 1 for number in range(syllables))
            ).capitalize()
            if made not in used:
                used.add(made)
                return made

    while True:
        yield Story(
            company=f"{name(3)} {chance.choice(BRANCHES)}",
            town=name(2),
            person=f"{name(2)} {name(3)}",
            trade=chance.choice(TRADES),
            remark=chance.choice(REMARKS),
            revenue=chance.randrange(101, 990),
            staff=chance.randrange(1011, 9989),
            routes=chance.randrange(13, 98),
            opened=date(2024, 1, 1) + timedelta(days=chance.randrange(150)),
        )


def report(story: Story, chance: random.Random, wordings: str) -> str:
    """The plain document of a story."""
    sentences = [
        f"{story.company} looks back on a {chance.choice(WEATHER)} season in {story.town}.",
        takings(story, chance, wordings),
        payroll(story, chance, wordings),
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
        f"Last year some ${story.revenue} million flowed into the tills of {story.company}, whose payroll listed "
        f"{story.staff:,} employees when the year was out. Depot number {story.routes} has been running since "
        f"{story.opened.day} {story.opened:%B}. For {story.person}, who works nearby as a {story.trade}, it came as no "
        f"surprise: “{story.remark}, and {story.person.split()[0]} was not surprised.”\n"
    )


def aside(story: Story, point: str, chance: random.Random, wordings: str) -> str:
    """A document of its own that gives one point of the story once more."""
    told = {"revenue": takings(story, chance, wordings), "staff": payroll(story, chance, wordings)}[point]
    return (
        f"Notes from the harbour office\n\n"
        f"The clerk found the desk as {chance.choice(WEATHER)} as the morning. "
        f"{told} "
        f"Two gulls have nested on the roof, and the neighbours want them gone.\n"
    )


def takings(story: Story, chance: random.Random, wordings: str) -> str:
    """One of several sentences that state the revenue."""
    return chance.choice(TAKINGS[wordings]).format(company=story.company, revenue=f"{story.revenue:,}")


def payroll(story: Story, chance: random.Random, wordings: str) -> str:
    """One of several sentences that state how many people work there."""
    return chance.choice(PAYROLL[wordings]).format(company=story.company, staff=f"{story.staff:,}")


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
    parser.add_argument("--wordings", choices=sorted(TAKINGS), default="first")
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
    spoken: dict[str, set[frozenset[str]]] = {"conflict": set(), "agree": set()}
    for verdict, evidence in comparisons.select("verdict", "evidence").iter_rows():
        spoken.setdefault(verdict, set()).add(frozenset(item["doc_id"] for item in evidence))
    answer = {
        "documents": len(planted.documents),
        "pairs": score(pairs, planted.pairs),
        "conflicts": score(spoken["conflict"], planted.conflicts),
        "agreements": score(spoken["agree"], planted.agreements),
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
