"""The phrases of a frame as words: without their owner, with their article, alone and with what goes on after them.

What belongs here: how a phrase reads inside an indicator. Which phrases are put together stands in `indicator_frames`.
"""

from collections.abc import Iterator

from tidybrief.extraction.grammar.clauses import Clauses
from tidybrief.extraction.grammar.frames import Frame, Phrase
from tidybrief.extraction.grammar.phrases import past_names
from tidybrief.extraction.grammar.word_classes import AUXILIARY, NAME, NOUN, OF

_ARTICLES = frozenset({"the", "a", "an"})


def what_follows(frame: Frame, clauses: Clauses) -> str:
    """What follows, with its preposition and article."""
    following = frame.following
    return f"{frame.link} {with_article(following.first, following.end, clauses)}" if following is not None else ""


def places(frame: Frame) -> Iterator[tuple[str, Phrase]]:
    """The phrases of a frame by the names of their places."""
    for name, phrase in (
        ("subject", frame.subject), ("object", frame.object), ("following", frame.following), ("counted", frame.counted)
    ):  # fmt: skip
        if phrase is not None:
            yield name, phrase


def short_and_long(pattern: str, head: str, theme: Phrase, clauses: Clauses) -> Iterator[tuple[str, str]]:
    """A head with a phrase alone, and with what goes on after the phrase."""
    first = without_owner(theme, clauses)
    for name, end in ((pattern, theme.last), (f"{pattern} with tail", theme.end)):
        if end > theme.last or name == pattern:
            yield name, f"{head} {with_article(first, end, clauses)}".strip()


def with_article(first: int, last: int, clauses: Clauses) -> str:
    """Words with the article that stands before them."""
    if clauses.word(first - 1) not in _ARTICLES:
        return clauses.slice(first, last)
    return f"{clauses.words[first - 1]} {clauses.slice(first, last)}"


def without_owner(phrase: Phrase, clauses: Clauses) -> int:
    """Where a phrase starts without the name that owns it."""
    return past_names(phrase.first, phrase.last, clauses)


def is_name(phrase: Phrase, clauses: Clauses) -> bool:
    """Whether a phrase is nothing but a name."""
    return all(kind == NAME for kind in clauses.classes[phrase.first : phrase.last + 1])


def words_of(phrase: Phrase, clauses: Clauses) -> str:
    """The words of a phrase without the name that owns it."""
    return clauses.slice(without_owner(phrase, clauses), phrase.last)


def says_how_many(frame: Frame, clauses: Clauses) -> bool:
    """Whether a noun of measure is the subject of a verb that states a number: "output was 5,000 cars"."""
    last = frame.subject.last if frame.subject is not None else -1
    if clauses.kind(last) != NOUN or (clauses.kind(last + 1) == OF and clauses.kind(last + 2) == NOUN):
        return False
    return clauses.kind(frame.verb) == AUXILIARY or clauses.word(frame.verb) in clauses.vocabulary.measuring_verbs
