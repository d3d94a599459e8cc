"""Prices of what one organisation bought of another, and the shares that it has in it.

What belongs here: telling, by the two names in the clause of a figure and its words, that it is the price of a deal
between them, or what the one has of the other. Which of the two a text makes the subject of its sentence does not
matter to the deal.
"""

import re
from collections.abc import Mapping, Set
from functools import lru_cache
from typing import Any, Final

import polars as pl

from tidybrief.corpus.clauses import BEFORE, CLAUSE, CONTEXT, MAIN
from tidybrief.corpus.known_names import full_names, named_in, names_in
from tidybrief.corpus.words import content_words, cue_words, words_of
from tidybrief.extraction.alternation import one_of
from tidybrief.extraction.grammar.word_classes import grammar_words
from tidybrief.lexicon import Lexicon

_PARTIES: Final = ("ORG", "PRODUCT", "PERSON")
_DEAL: Final = "acquisition"
_GIFT: Final = "grant"
_STAKE: Final = "stake"
_OF_HOLDINGS: Final = frozenset({"share", "stake"})
_TURNOVER: Final = re.compile(r"\b[Ss]ales\b(?!\s(?:price|agreement)\b)")
"""What a party takes in, whoever buys that party."""

_Row = Mapping[str, Any]


def with_deals(figures: pl.DataFrame, tables: Mapping[str, pl.DataFrame], lexicon: Lexicon) -> pl.DataFrame:
    """The figures, which have a `clause` and a `key`; prices of deals with one party as their subject, and the other in
    their key, and so shares that one organisation has in another. Where a clause only tells the price, the sentence
    with which it goes on tells of what.
    """
    goes_on = pl.when(pl.col("key").is_null() & (pl.col(CONTEXT) != "")).then(pl.concat_str(pl.lit(" "), CONTEXT))
    whole = figures.with_columns(pl.concat_str(CLAUSE, MAIN, goes_on.otherwise(pl.lit(""))).alias(CLAUSE))
    is_told = pl.col(CLAUSE).str.contains(_telling(lexicon).pattern)
    held = pl.col(CLAUSE).str.contains(_holding(lexicon).pattern)
    is_of_money, is_share = pl.col("kind") == "money", pl.col("kind") == "percent"
    amounts = whole.filter((is_of_money & is_told) | (is_share & held & ~is_told)).join(
        tables["sentences"].select("doc_id", "sentence_no", pl.col("text").alias("sentence")),
        on=["doc_id", "sentence_no"],
    )
    if amounts.is_empty():
        return figures
    before = amounts.filter(pl.col(CONTEXT) != "").with_columns(pl.col("sentence_no") - 1)
    named, known = named_in(pl.concat([amounts, before]), tables["mentions"], _PARTIES), full_names(tables["entities"])
    names = dict(tables["entities"].select("entity_id", "name").iter_rows())
    deals: dict[str, tuple[str, str]] = {}
    for row in amounts.iter_rows(named=True):
        numbers = (row["sentence_no"], row["sentence_no"] - 1)
        told = [mention for number in numbers for mention in named.get((row["doc_id"], number), ())]
        parties = {which for text, which in told if text in row[CLAUSE]}
        parties |= {known[name] for _, _, name in names_in(row[CLAUSE], known)}
        if row["kind"] == "percent":
            if (holding := _holding_of_two(row, parties, names, lexicon)) is not None:
                deals[row["figure_id"]] = holding
            continue
        is_deal_of_two = (
            len(parties) == 2 and row["subject_id"] in parties and not _buys_another_thing(row, names, parties, lexicon)
        )
        if is_deal_of_two and _is_price(row, lexicon) and _may_deal(parties, row[CLAUSE], lexicon):
            one, other = sorted(parties)
            deals[row["figure_id"]] = one, f"money|{row['unit']}|{_DEAL} {other}{_reckoned(row, lexicon)}"
        elif is_deal_of_two and _is_gift(row, lexicon):
            one, other = sorted(parties)
            deals[row["figure_id"]] = one, f"money|{row['unit']}|{_GIFT} {other}{_reckoned(row, lexicon)}"
    about = {figure_id: one for figure_id, (one, _) in deals.items()}
    keys = {figure_id: key for figure_id, (_, key) in deals.items()}
    subjects = {figure_id: names[one] for figure_id, one in about.items()}
    return figures.with_columns(
        pl.col("figure_id").replace_strict(told, default=pl.col(column), return_dtype=pl.String).alias(column)
        for column, told in (("subject_id", about), ("subject", subjects), ("key", keys))
    )


def _holding_of_two(row: _Row, parties: Set[str], names: Mapping[str, str], lexicon: Lexicon) -> tuple[str, str] | None:
    """Who has the share, and the key for it: that in the other one; None where more is said than that it is theirs."""
    if len(parties) != 2 or not all(which.startswith("org:") for which in parties):
        return None
    moves = cue_words("turning", lexicon) | words_of(grammar_words(lexicon).nouns_of_changes, lexicon)
    if not content_words(row[CLAUSE], lexicon).isdisjoint(moves):
        return None
    words = content_words(row["indicator"] or "", lexicon) - _OF_HOLDINGS
    named = content_words(" ".join(names[which] for which in parties), lexicon)
    owned = [
        which
        for which in parties
        if re.search(rf"\b(?:of|in)\s(?:the\s)?{re.escape(names[which])}(?!['’]s)", row[CLAUSE])
    ]
    if len(owned) != 1 or not words <= named | words_of(_cues(lexicon)["holding"], lexicon):
        return None
    return next(iter(parties - set(owned))), f"percent|{row['unit']}|{_STAKE} {owned[0]}"


def _may_deal(parties: Set[str], clause: str, lexicon: Lexicon) -> bool:
    """Whether the two are organisations or goods, or one is a person who changes clubs."""
    persons = sum(which.startswith("person:") for which in parties)
    return persons == 0 or (persons == 1 and _transferring(lexicon).search(clause) is not None)


def is_deal(key: str) -> bool:
    """Whether a `key` is that of the price of a deal of which both parties are known."""
    return key.split("|")[2].startswith(_DEAL) and is_of_two(key)


def is_of_two(key: str) -> bool:
    """Whether a `key` is that of an amount that went from one known party to another."""
    return ":" in key.split("|")[2]


def _buys_another_thing(row: _Row, names: Mapping[str, str], parties: Set[str], lexicon: Lexicon) -> bool:
    """Whether the clause that a phrase with the price opens does not say that one of the two is what is bought."""
    if not row[MAIN]:
        return False
    bought = one_of([names[which] for which in parties])
    buying = one_of(_cues(lexicon)["verbs"])
    plain = r"(?:(?!(?:of|in|from|at|by|on|for|with)\s)[a-z-]+\s){0,3}"
    return re.search(rf"\b(?:{buying})\s{plain}(?:{bought})(?!['’]|\w)", row[MAIN]) is None


def _reckoned(row: _Row, lexicon: Lexicon) -> str:
    """What sets an amount apart from the plain one: the words of its sentence that reckon it in another way."""
    otherwise = re.findall(rf"\b(?:{one_of(_cues(lexicon)['otherwise'])})\b", row["sentence"], re.IGNORECASE)
    return "".join(f" {words.lower()}" for words in sorted(set(otherwise)))


def _is_gift(row: _Row, lexicon: Lexicon) -> bool:
    """Whether the indicator says nothing but that it was given, and to whom or by whom."""
    given, words = words_of(_cues(lexicon)["gifts"], lexicon), content_words(row["indicator"] or "", lexicon)
    names = content_words(" ".join(re.findall(r"\b[A-Z]\S*", row[CLAUSE])), lexicon)
    return not words.isdisjoint(given) and words <= given | names


def words_of_deals(lexicon: Lexicon) -> frozenset[str]:
    """The words by which the price of a deal is told."""
    cues = _cues(lexicon)
    return words_of((*cues["gifts"], *cues["verbs"], *cues["paying"], *cues["transfers"], *cues["prices"]), lexicon)


def _is_price(row: _Row, lexicon: Lexicon) -> bool:
    """Whether the indicator says nothing but that it is a price, and of what, which the clause says as well."""
    if _TURNOVER.search(row[BEFORE]):
        return False
    words = content_words(row["indicator"] or "", lexicon) - words_of(_cues(lexicon)["prices"], lexicon)
    names = content_words(" ".join(re.findall(r"\b[A-Z]\S*", row[CLAUSE])), lexicon)
    return words <= names


@lru_cache(maxsize=4)
def _telling(lexicon: Lexicon) -> re.Pattern[str]:
    cues = _cues(lexicon)
    buying, paying, moving, giving = (one_of(cues[name]) for name in ("verbs", "paying", "transfers", "gifts"))
    return re.compile(rf"(?i)\b(?:(?:{buying})\b|(?:{paying})\b.*\bfor\b|(?:{moving}|{giving})\b)")


@lru_cache(maxsize=4)
def _holding(lexicon: Lexicon) -> re.Pattern[str]:
    return re.compile(rf"\b(?:{one_of(_cues(lexicon)['holding'])})\b")


@lru_cache(maxsize=4)
def _transferring(lexicon: Lexicon) -> re.Pattern[str]:
    return re.compile(rf"(?i)\b(?:{one_of(_cues(lexicon)['transfers'])})\b")


def _cues(lexicon: Lexicon) -> Mapping[str, list[str]]:
    cues: Mapping[str, list[str]] = lexicon.cues["comparisons"]["deals"]
    return cues
