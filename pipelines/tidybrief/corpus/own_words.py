"""The subject that the clause of a figure names itself.

What belongs here: "83,396 students are enrolled at Ostby University" is about that university, also where the text
spoke of another one before, and also where only other documents tell that the words are a name. How the subject of a
figure is found otherwise is decided in `extraction`.
"""

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from functools import lru_cache
from typing import Any, Final

import polars as pl

from tidybrief.corpus.clauses import AFTER, BEFORE, CLAUSE, IS_ALONE
from tidybrief.corpus.known_names import full_names, names_in
from tidybrief.corpus.paragraphs import first_sentences, opened, topic
from tidybrief.corpus.places import listed_cities
from tidybrief.corpus.words import base_of, content_words, cue_words
from tidybrief.extraction.alternation import one_of
from tidybrief.extraction.grammar.word_classes import grammar_words
from tidybrief.lexicon import Lexicon

_AT_ONCE: Final = 5_000
"""Documents whose names are held in memory at a time."""
_TYPES: Final = ("ORG", "PRODUCT", "PERSON", "PLACE", "EVENT")
_OWNERS: Final = ("ORG", "PRODUCT", "PERSON", "EVENT")
_NAMING: Final = re.compile(
    r"(?:\b(?:of|at|for|(?:exports?|emissions?|damage|losses) from|(?:done|caused) by"
    r"|(?:put|invested|injected|pumped|poured) into)\s+(?:the\s+)?"
    r"|[a-z]+(?:ed|s|d)\s+(?:the\s+)?|^\W*(?:the\s+)?)$",
    re.IGNORECASE,
)
"""What may stand before the name of a subject: "passengers used", "students at", "The"."""
_WHERE_IT_WAS: Final = re.compile(rf"{_NAMING.pattern}|\b(?:in|near|outside)\s+(?:the\s+)?$", re.IGNORECASE)
"""The same for victims, of whom a place has so many: "people killed in a crash near"."""
_TAKEN_UP: Final = re.compile(
    r"\b(?i:it|its|he|she|they|we|i|his|her|their|our|my|which|who|whose|that|this|these|those)\b"
    r"|\b[Tt]he\s+(?!(?:number|total|amount|sum|value|[\w-]+\s+(?:of|at|for|from|in)|[\w-]+\s[\w-]+\s(?:of|at|for)"
    r"|gross\sdomestic\sproduct\sof)\b)[a-z]"
)
"""What may stand for a subject that was named before."""
_FRONTED: Final = re.compile(r"(?:With|At)\s")
_OPENED: Final = re.compile(r"[^,;:.]{0,40},\s+(?:the\s+)?")
"""Between a figure that opens a sentence and the subject of that."""
_DIGIT: Final = re.compile(r"\d")
_HAVING: Final = frozenset({"count", "boast", "see", "record", "register", "log"})
"""Verbs that say of a subject that it has something, beside telling."""
_OURS: Final = re.compile(r"[“\"][^“”\"]*\b(?:[Oo]ur|[Ww]e)\b[^“”\"]*$")
_CAPITALISED: Final = re.compile(r"\b[A-Z]\w{3,}\b")

_Named = Sequence[tuple[str, str, str]]
"""Wording, entity id and type of what a sentence names."""


def named_in_own_words(
    figures: pl.DataFrame, tables: Mapping[str, pl.DataFrame], lexicon: Lexicon
) -> Mapping[str, str]:
    """By `figure_id`, the one entity that the clause of a figure names, where the sentence does not name its subject,
    and has no word that could stand for it; and the one that its paragraph is about, where that names no other.
    """
    names = _single_names(tables["entities"], lexicon), full_names(tables["entities"])
    told = figures.filter(pl.col("indicator").is_not_null(), IS_ALONE)
    documents = told["doc_id"].unique().sort()
    found: dict[str, str] = {}
    for some in documents.to_frame().iter_slices(_AT_ONCE):
        own = {name: tables[name].join(some, on="doc_id", how="semi") for name in ("sentences", "mentions")}
        found.update(_named_in_some(told.join(some, on="doc_id", how="semi"), own, names, lexicon))
    return found


def _named_in_some(
    figures: pl.DataFrame,
    tables: Mapping[str, pl.DataFrame],
    names: tuple[Mapping[str, tuple[str, str]], dict[str, str]],
    lexicon: Lexicon,
) -> Mapping[str, str]:
    """The same of some documents: what their sentences name is held in memory."""
    known, full = names
    place = ["doc_id", "sentence_no"]
    opening = first_sentences(tables["sentences"])
    told = figures.select(place).unique()
    here = pl.concat([told, opened(told, opening)]).unique()
    named: dict[tuple[str, int], list[tuple[str, str, str]]] = defaultdict(list)
    told = tables["mentions"].join(here, on=place, how="semi")
    for doc_id, number, *mention in told.select(*place, "text", "entity_id", "type").iter_rows():
        named[doc_id, number].append((mention[0], mention[1], mention[2]))
    found: dict[str, str] = {}
    texts = tables["sentences"].join(here, on=place, how="semi").select(*place, "text")
    sentences = {(doc_id, number): text for doc_id, number, text in texts.iter_rows()}

    def all_named(sentence: str, beside: _Named) -> _Named:
        fuller = [
            (name, full[name], full[name].partition(":")[0].upper())
            for _, _, name in names_in(sentence, full)
            if not any(name in text for text, _, _ in beside)
        ]
        pieces = [mention for mention in beside if not any(mention[0] in name for name, _, _ in fuller)]
        return [*fuller, *pieces, *_elsewhere_known(sentence, [*beside, *fuller], known)]

    for row in figures.iter_rows(named=True):
        where = row["doc_id"], row["sentence_no"]
        beside = named.get(where, ())
        sentence = sentences.get(where, "")
        own = _own(row, [*beside, *_elsewhere_known(sentence, beside, known)], sentence, lexicon)
        if own is None:
            numbers = range(opening.get(where, row["sentence_no"]), row["sentence_no"] + 1)
            places = [(row["doc_id"], number) for number in numbers]
            paragraph = [(text, all_named(text, named.get(at, ()))) for at in places if (text := sentences.get(at))]
            before = sentence.partition(row["text"])[0]
            own = topic(row["subject_id"], paragraph, before, row[CLAUSE], lexicon) if paragraph else None
        if own is not None:
            found[row["figure_id"]] = own
    return found


def _own(row: Mapping[str, Any], named: _Named, sentence: str, lexicon: Lexicon) -> str | None:
    before = row[BEFORE]
    if _FRONTED.match(before):
        return _acting_after(sentence, row["text"], named)
    if any(which == row["subject_id"] for _, which, _ in named):
        return None
    if _OURS.search(before) or (not before.strip() and _is_label(sentence, row["text"], lexicon)):
        owners = {which for _, which, kind in named if kind in _OWNERS}
        return next(iter(owners)) if len(owners) == 1 else None
    plain = _without(before, named)
    if any(said.search(plain) for said in (_TAKEN_UP, _told_by_its_kind(lexicon), _telling(lexicon))):
        return None
    is_tally = not content_words(row["indicator"], lexicon).isdisjoint(
        cue_words("tallies", lexicon) | cue_words("of_a_place", lexicon)
    )
    naming, could_act = (
        _WHERE_IT_WAS if is_tally else _NAMING,
        [name for name in named if not _is_known_place(name, lexicon)],
    )
    of_a_place = not content_words(row["indicator"], lexicon).isdisjoint(cue_words("of_a_place", lexicon))
    there = row[AFTER] if of_a_place else ""
    for words, candidates in ((row["indicator"], named), (before, could_act), (there, named)):
        meant = {
            which for text, which, kind in candidates if kind in _TYPES and _is_named_as_subject(text, words, naming)
        }
        if meant:
            return next(iter(meant)) if len(meant) == 1 else None
    return None


def _is_label(sentence: str, figure: str, lexicon: Lexicon) -> bool:
    """Whether the sentence gives the figure behind a label, and then only tells who says so."""
    label, _, after = sentence.partition(figure)
    return label.rstrip().endswith(":") and _telling(lexicon).search(after) is not None and _DIGIT.search(after) is None


def _acting_after(sentence: str, figure: str, named: _Named) -> str | None:
    """Who is named right after the phrase that opens the sentence with the figure: "At 526 metres, the bridge …"."""
    _, _, after = sentence.partition(figure)
    opened = _OPENED.match(after)
    return next((which for text, which, _ in named if opened and after.startswith(text, opened.end())), None)


def _is_known_place(named: tuple[str, str, str], lexicon: Lexicon) -> bool:
    """Whether it is a place of the lexicon, which may well tell what is meant: "the Oslo team"."""
    return named[2] == "PLACE" and named[0] in listed_cities(lexicon)


def _is_named_as_subject(name: str, words: str, naming: re.Pattern[str]) -> bool:
    before, found, _ = words.partition(name)
    return bool(found) and naming.search(before) is not None


def _without(words: str, named: _Named) -> str:
    """The words with each name as one capital, so that an article before it takes up nothing."""
    for text, _, _ in named:
        words = words.replace(text, "N")
    return words


def _elsewhere_known(
    sentence: str, beside: _Named, known: Mapping[str, tuple[str, str]]
) -> Iterator[tuple[str, str, str]]:
    """Single names in the sentence that only other documents tell to be names."""
    for found in _CAPITALISED.finditer(sentence):
        if found[0] in known and not any(found[0] in text for text, _, _ in beside):
            yield (found[0], *known[found[0]])


def _single_names(entities: pl.DataFrame, lexicon: Lexicon) -> Mapping[str, tuple[str, str]]:
    """Ids and types of what has a name of one word that is no word of the language."""
    grammar = grammar_words(lexicon)
    names: dict[str, tuple[str, str]] = {}
    for entity_id, kind, name in entities.select("entity_id", "type", "name").iter_rows():
        lowered = name.lower()
        if " " not in name and lowered not in grammar.classes and base_of(lowered, lexicon) not in grammar.classes:
            names[name] = entity_id, kind
    return names


@lru_cache(maxsize=4)
def _told_by_its_kind(lexicon: Lexicon) -> re.Pattern[str]:
    """A noun that takes up what was named before, whatever stands between: "the Ostby start-up"."""
    generic = lexicon.cues["comparisons"]["indicators"]["generic"]
    nouns = one_of([*generic["place"], *generic["org"]])
    return re.compile(rf"\b[Tt]he\s(?:[\w-]+\s){{0,3}}(?:{nouns})\b")


@lru_cache(maxsize=4)
def _telling(lexicon: Lexicon) -> re.Pattern[str]:
    """A verb by which somebody tells of the figures of others."""
    verbs = [verb for verb in grammar_words(lexicon).stating if base_of(verb, lexicon) not in _HAVING]
    return re.compile(rf"\b(?:{one_of(verbs)})\b")
