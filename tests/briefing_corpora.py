"""Small corpora for the tests of the briefing, built as tables from texts with marked-up spans."""

import hashlib
import json
from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any

import polars as pl

from tidybrief import schemas
from tidybrief.briefing import Past
from tidybrief.corpus import Edition, changes

HOSTILE = (
    "</script><script>alert(1)</script> <img src=x onerror=alert(2)> </style><b>Acme\u202eevil\u2066 &amp; \x00\x07 "
    "{{ 7 * 7 }} {% raw %} ]]> <!-- <a href='javascript:alert(3)'>x</a>"
)


def table(name: str, rows: Sequence[Mapping[str, Any]] = ()) -> pl.DataFrame:
    """A frame with the columns of a table; what a row leaves out is null."""
    columns = {column: field.dtype.type for column, field in schemas.TABLES[name].to_schema().columns.items()}
    return pl.DataFrame([{column: row.get(column) for column in columns} for row in rows], schema=columns)


class Corpus:
    """Documents written sentence by sentence; spans are found by their words, so that every row is grounded."""

    def __init__(self) -> None:
        self.rows: dict[str, list[dict[str, Any]]] = {name: [] for name in schemas.TABLES}
        self._texts: dict[str, str] = {}

    def tables(self) -> dict[str, pl.DataFrame]:
        """The tables of the contract."""
        return {name: table(name, rows) for name, rows in self.rows.items()}

    def document(self, doc_id: str, sentences: Sequence[str | tuple[str, str, str | None]], **fields: Any) -> None:
        """A document of sentences; a tuple gives a sentence's kind and factuality, else it asserts."""
        text = ""
        for number, given in enumerate(sentences):
            words, kind, factuality = (given, "paragraph", "asserted") if isinstance(given, str) else given
            start = len(text)
            text += f"{words}\n"
            self.rows["sentences"].append(
                {
                    "doc_id": doc_id,
                    "sentence_no": number,
                    "start": start,
                    "end": start + len(words),
                    "text": words,
                    "section": "",
                    "kind": kind,
                    "factuality": factuality,
                }
            )
        self._texts[doc_id] = text
        self.rows["documents"].append(
            {
                "doc_id": doc_id,
                "sha256": hashlib.sha256(text.encode()).hexdigest(),
                "media_type": "text/plain",
                "title": doc_id,
                "language": "en",
                "char_count": len(text),
                "sentence_count": len(sentences),
                "text": text,
                "source_group": doc_id,
                **fields,
            }
        )

    def place(self, doc_id: str, words: str, number: int | None = None) -> dict[str, Any]:
        """The place of the words in their sentence, or in the first sentence that has them."""
        sentence = next(
            row
            for row in self.rows["sentences"]
            if row["doc_id"] == doc_id and words in row["text"] and number in (None, row["sentence_no"])
        )
        start = sentence["start"] + sentence["text"].index(words)
        return {
            "doc_id": doc_id,
            "sentence_no": sentence["sentence_no"],
            "start": start,
            "end": start + len(words),
            "text": words,
            "method": "by hand",
            "confidence": 0.9,
        }

    def entity(self, entity_id: str, name: str, *mentions: tuple[str, str]) -> None:
        """An entity with its mentions, each a document and the words there."""
        kind = entity_id.partition(":")[0].upper()
        for doc_id, words in mentions:
            self.rows["mentions"].append(
                {**self.place(doc_id, words), "entity_id": entity_id, "type": kind, "form": "name"}
            )
        self.rows["entities"].append(
            {
                "entity_id": entity_id,
                "name": name,
                "type": kind,
                "aliases": [],
                "mention_count": len(mentions),
                "document_count": len({doc_id for doc_id, _ in mentions}),
            }
        )

    def figure(self, doc_id: str, words: str, kind: str, value: float, unit: str, **fields: Any) -> str:
        """A figure at the words; returns its id."""
        place = self.place(doc_id, words, fields.pop("sentence", None))
        figure_id = f"figure-{hashlib.sha256(f'{doc_id}{place}'.encode()).hexdigest()[:16]}"
        self.rows["figures"].append(
            {
                **place,
                "figure_id": figure_id,
                "kind": kind,
                "value": value,
                "unit": unit,
                "qualifier": "exact",
                "subject_confidence": 0.9,
                "indicator_confidence": 0.9,
                "factuality": "asserted",
                **fields,
            }
        )
        return figure_id

    def date(self, doc_id: str, words: str, start: date | None, end: date | None, role: str = "at") -> None:
        """A date at the words."""
        self.rows["dates"].append(
            {
                **self.place(doc_id, words),
                "date_id": f"date-{hashlib.sha256(f'{doc_id}{words}'.encode()).hexdigest()[:16]}",
                "date_start": start,
                "date_end": end,
                "precision": "day",
                "role": role,
            }
        )

    def relation(self, doc_id: str, subject_id: str, predicate: str, words: str, object_id: str | None) -> None:
        """A relation that the sentence with the words states."""
        place = self.place(doc_id, words)
        sentence = self.rows["sentences"]
        whole = next(row for row in sentence if row["doc_id"] == doc_id and row["sentence_no"] == place["sentence_no"])
        key = f"{doc_id}{subject_id}{predicate}{words}"
        self.rows["relations"].append(
            {
                **place,
                "start": whole["start"],
                "end": whole["end"],
                "relation_id": f"relation-{hashlib.sha256(key.encode()).hexdigest()[:16]}",
                "subject_id": subject_id,
                "predicate": predicate,
                "object_id": object_id,
                "object": words,
                "factuality": "asserted",
            }
        )

    def comparison(self, subject_id: str, attribute: str, verdict: str, *evidence: tuple[str, str, str, str]) -> None:
        """A point of comparison; evidence is row id, document, words and value."""
        support = {"agree": "corroborated", "conflict": "disputed"}.get(verdict, "single_source")
        self.rows["comparisons"].append(
            {
                "comparison_id": f"comparison-{hashlib.sha256(f'{subject_id}{attribute}'.encode()).hexdigest()[:16]}",
                "subject_id": subject_id,
                "attribute": attribute,
                "verdict": verdict,
                "support": support,
                "source_groups": len({doc_id for _, doc_id, _, _ in evidence}),
                "evidence": [
                    {
                        "row_id": row_id,
                        "doc_id": doc_id,
                        **{key: self.place(doc_id, words)[key] for key in ("start", "end", "text")},
                        "value": value,
                    }
                    for row_id, doc_id, words, value in evidence
                ],
            }
        )


def harbour() -> dict[str, pl.DataFrame]:
    """Three sources about a made-up port: an agreement, a conflict, parts of a whole, a fancy, furniture, targets."""
    corpus = Corpus()
    corpus.document(
        "gazette.txt",
        [
            ("Port of Vellmar grows", "heading", "asserted"),
            "The Port of Vellmar handled 4.2 million containers in 2023, said Aster Line.",
            "Of these, just over 1.4 million containers were empty.",
            "Captain Ida Rohn, a harbour master, expects a second quay by 2030.",
            ("Imagine the Vellmar of 2080, where 900 ships dock themselves.", "paragraph", "hypothetical"),
            ("Advertisement: 50 % off all cruises", "boilerplate", None),
            "Nordhafen moved about 2.5 million containers in 2023.",
        ],
        title="Port of Vellmar grows",
        publisher="Vellmar Gazette",
        published_on=date(2024, 2, 3),
        published_on_source="sources",
        url="https://example.org/vellmar?a=1&b=2",
    )
    corpus.document(
        "wire.txt",
        [
            "In 2023 some 4.2 million containers passed the Port of Vellmar.",
            "Ida Rohn is a dock engineer.",
            "Aster Line paid at least $3.1 billion for the quay last spring.",
        ],
        publisher="Coastal Wire",
        published_on=date(2024, 3, 9),
        published_on_source="text",
    )
    corpus.document("note.txt", ["The Port of Vellmar opened on 4 May 1961."], title="Harbour note")
    corpus.entity(
        "place:port-of-vellmar",
        "Port of Vellmar",
        ("gazette.txt", "Port of Vellmar"),
        ("wire.txt", "Port of Vellmar"),
        ("note.txt", "Port of Vellmar"),
    )
    corpus.entity("org:aster-line", "Aster Line", ("gazette.txt", "Aster Line"), ("wire.txt", "Aster Line"))
    corpus.entity("person:ida-rohn", "Ida Rohn", ("gazette.txt", "Ida Rohn"), ("wire.txt", "Ida Rohn"))
    corpus.entity("place:nordhafen", "Nordhafen", ("gazette.txt", "Nordhafen"))
    year = {"time_start": date(2023, 1, 1), "time_end": date(2023, 12, 31)}
    port = {"subject_id": "place:port-of-vellmar", "subject": "Port of Vellmar", "indicator": "containers handled"}
    first = corpus.figure(
        "gazette.txt",
        "4.2 million",
        "count",
        4.2e6,
        "container",
        **port,
        **year,
        attributed_to="Aster Line",
        attributed_to_id="org:aster-line",
    )
    corpus.figure(
        "gazette.txt",
        "1.4 million",
        "count",
        1.4e6,
        "container",
        subject="Port of Vellmar",
        indicator="empty containers",
        of_total=4.2e6,
        qualifier="at_least",
    )
    corpus.figure(
        "gazette.txt",
        "2.5 million",
        "count",
        2.5e6,
        "container",
        subject_id="place:nordhafen",
        subject="Nordhafen",
        indicator="containers handled",
        qualifier="approx",
        **year,
    )
    corpus.figure(
        "gazette.txt", "900", "count", 900, "ship", factuality="hypothetical", subject="Vellmar", indicator="ships"
    )
    corpus.figure("gazette.txt", "50 %", "percent", 50, "percent")
    second = corpus.figure("wire.txt", "4.2 million", "count", 4.2e6, "container", qualifier="approx", **port, **year)
    corpus.figure(
        "wire.txt",
        "$3.1 billion",
        "money",
        3.1e9,
        "USD",
        subject_id="org:aster-line",
        subject="Aster Line",
        indicator="price of the quay",
        qualifier="at_least",
        time_start=date(2023, 3, 1),
        time_end=date(2023, 5, 31),
    )
    corpus.date("gazette.txt", "2023", *year.values())
    corpus.date("gazette.txt", "2030", date(2030, 1, 1), date(2030, 12, 31), "until")
    corpus.date("gazette.txt", "2080", date(2080, 1, 1), date(2080, 12, 31))
    corpus.date("wire.txt", "last spring", date(2023, 3, 1), date(2023, 5, 31))
    corpus.date("note.txt", "4 May 1961", date(1961, 5, 4), date(1961, 5, 4))
    corpus.relation("gazette.txt", "person:ida-rohn", "occupation", "harbour master", None)
    corpus.relation("wire.txt", "person:ida-rohn", "occupation", "dock engineer", None)
    corpus.comparison(
        "place:port-of-vellmar",
        "containers handled",
        "agree",
        (first, "gazette.txt", "4.2 million", "4200000"),
        (second, "wire.txt", "4.2 million", "4200000"),
    )
    corpus.comparison(
        "person:ida-rohn",
        "occupation",
        "conflict",
        ("relation-1", "gazette.txt", "harbour master", "harbour master"),
        ("relation-2", "wire.txt", "dock engineer", "dock engineer"),
    )
    return corpus.tables()


def judged(who: str = "Ada Finch", why: str = "Seen on the page.") -> dict[str, pl.DataFrame]:
    """The three sources with an analyst's hand on each kind of thing, once in vain."""
    tables = harbour()
    wrong, right = (tables["figures"].row(row, named=True) for row in (6, 1))
    relation = tables["relations"]["relation_id"][0]
    point = tables["comparisons"].filter(pl.col("verdict") == "conflict")["comparison_id"].item()
    reject = {"doc_id": wrong["doc_id"], "stage": "judgement", "code": "REJECTED_BY_ANALYST", "message": "Rejected."}
    reject |= {"remedy": "Nothing is to be done.", "row": json.dumps(wrong, default=str)}
    corrected = {"set": {"value": 1400000, "qualifier": "approx"}}
    mentioned = {"into": "org:aster", "name": "Aster", "texts": ["Aster Line"], "documents": ["wire.txt"]}
    given = [
        ("reject", wrong["figure_id"], None, "applied"),
        ("correct", right["figure_id"], corrected, "applied"),
        ("merge", "org:aster-line", {"entities": ["org:aster-lines", "org:aster-line"]}, "applied"),
        ("split", "org:aster-line", mentioned, "applied"),
        ("confirm", point, None, "applied"),
        ("correct", "figure-0", corrected, "gone"),
        ("note", relation, None, "noted"),
        ("note", "place:port-of-vellmar", None, "noted"),
        ("note", "wire.txt", None, "noted"),
        ("note", None, None, "noted"),
    ]
    rows = [
        {
            "judgement_id": f"judgement-{number}",
            "kind": kind,
            "target": target,
            "terms": json.dumps(terms) if terms else None,
            "who": who,
            "decided_on": date(2025, 3, 1 + number),
            "why": why,
            "status": status,
            "changed_rows": int(status == "applied"),
        }
        for number, (kind, target, terms, status) in enumerate(given)
    ]
    by_hand = pl.col("figure_id") == right["figure_id"]
    method = pl.when(by_hand).then(pl.lit("analyst")).otherwise(pl.col("method")).alias("method")
    figures = tables["figures"].filter(pl.col("figure_id") != wrong["figure_id"]).with_columns(method)
    return tables | {"figures": figures, "rejects": table("rejects", [reject]), "judgements": table("judgements", rows)}


def hostile() -> dict[str, pl.DataFrame]:
    """One document whose every field tries to break out of the page."""
    corpus = Corpus()
    corpus.document(
        f"{HOSTILE}.txt",
        [HOSTILE, "It earned 12 " + HOSTILE],
        title=HOSTILE,
        publisher=HOSTILE,
        author=HOSTILE,
        url="javascript:alert(1)",
        licence=HOSTILE,
    )
    doc_id = f"{HOSTILE}.txt"
    corpus.entity(f"org:{HOSTILE}", HOSTILE, (doc_id, "Acme"))
    corpus.figure(doc_id, "12", "count", 12, HOSTILE, subject=HOSTILE, indicator=HOSTILE, attributed_to=HOSTILE)
    corpus.relation(doc_id, f"org:{HOSTILE}", "develops", "Acme", None)
    corpus.rows["rejects"].append(
        {"doc_id": HOSTILE, "stage": "reading", "code": "BINARY", "message": HOSTILE, "remedy": HOSTILE}
    )
    return corpus.tables()


def dull() -> dict[str, pl.DataFrame]:
    """One document that says nothing countable."""
    corpus = Corpus()
    corpus.document("note.txt", ["It rained, and nobody came."])
    return corpus.tables()


def empty() -> dict[str, pl.DataFrame]:
    """No document at all."""
    return Corpus().tables()


def large(documents: int, figures: int = 4) -> dict[str, pl.DataFrame]:
    """Many documents with some figures each."""
    corpus = Corpus()
    for number in range(documents):
        doc_id = f"report-{number:05}.txt"
        sentences = [f"Depot {number} stored {1000 + 7 * number + 3 * n} crates in bay {n}." for n in range(figures)]
        corpus.document(doc_id, sentences, published_on=date(2020, 1, 1 + number % 28), published_on_source="text")
        for n in range(figures):
            value = 1000 + 7 * number + 3 * n
            corpus.figure(
                doc_id,
                str(value),
                "count",
                value,
                "crate",
                subject=f"Depot {number}",
                indicator=f"crates in bay {n}",
                sentence=n,
            )
        corpus.entity(f"place:depot-{number}", f"Depot {number}", (doc_id, f"Depot {number}"))
    return corpus.tables()


def depot(crates: float = 900, *, factuality: str = "asserted") -> dict[str, pl.DataFrame]:
    """One document about the crates in a depot."""
    corpus = Corpus()
    text = f"Depot Nine stored {crates:,.0f} crates in 2024."
    corpus.document("depot.txt", [text], title="Depot note", published_on=date(2025, 1, 7))
    corpus.entity("place:depot-nine", "Depot Nine", ("depot.txt", "Depot Nine"))
    corpus.figure(
        "depot.txt",
        f"{crates:,.0f}",
        "count",
        crates,
        "crate",
        subject_id="place:depot-nine",
        subject="Depot Nine",
        indicator="crates stored",
        time_start=date(2024, 1, 1),
        time_end=date(2024, 12, 31),
        factuality=factuality,
    )
    return corpus.tables()


def changed() -> dict[str, pl.DataFrame]:
    """A third publication that says another number than the two before it."""
    now = depot(1100)
    return now | {"changes": changes(Edition(depot(1000)), Edition(now))}


def changed_past() -> Past:
    """The two publications before."""
    return Past("0002-1a2b3c4d", [("0001-1a2b3c4d", Edition(depot(900))), ("0002-1a2b3c4d", Edition(depot(1000)))])
