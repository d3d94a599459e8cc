"""Phrases around a quantity: where they end, and how they read once cut out of their sentence.

What belongs here: pieces that several rules of `indicators` share.
"""

import re
from functools import lru_cache

from tidybrief.extraction.grammar.asides import closing_of
from tidybrief.extraction.grammar.clauses import Clauses
from tidybrief.extraction.grammar.word_classes import (
    ADVERB,
    AUXILIARY,
    BEING,
    CONJUNCTION,
    DATE,
    DETERMINER,
    GERUND,
    MARKS_OF_OWNERS,
    NAME,
    NOUN,
    OF,
    PARTICIPLE,
    PREPOSITION,
    QUANTITY,
    SUBORDINATOR,
    TO,
    VERB,
    regular_past,
)

_LONGEST = 90
_EDGES = " ,;:.-–—()[]\"“”'’?!*"
_TWICE = re.compile(r"\b(\w++(?: \w++){0,2}?)(?: \1\b)+")
_BRACKETS = re.compile(r"\([^()]*\)")
_OF_PERIOD = re.compile(
    r"(?<=\w) (?:for|in|during|over) (?:the|its) "
    r"(?:(?:(?:full|past|financial|fiscal)[ -])?(?:quarter|year|month)|current|just-ended|latest|fiscal)$"
)
"""The rest of a time once its date is cut off, or a time without a date."""
_OF_TIME = re.compile(
    r"(?<=\w) (?:for the (?:first|second|third|fourth|fifth|last|next) time"
    r"|(?:in|over|for) (?:the )?(?:coming|recent|past) (?:years|months|weeks|days)"
    r"|(?:in|over|from|for) the (?:same|previous|prior|corresponding)(?: (?:period|quarter|month|week|year|time))?"
    r"|over this time|so far)$"
)
_TIMES = (
    "time", "years", "months", "weeks", "days", "same", "previous", "prior", "corresponding", "period", "quarter",
    "month", "week", "year", "so far",
)  # fmt: skip
"""How what `_OF_TIME` cuts off can end."""
_PERIODS = ("quarter", "year", "month", "current", "just-ended", "latest", "fiscal")
_LOOSE_FIRST = frozenset({
    "the", "a", "an", "least", "its", "their", "his", "her", "our", "these", "those", "this", "that", "and", "of", "in",
    "for", "is", "are", "was", "were", "be", "reported", "posted", "announced", "booked", "s",
})  # fmt: skip
_LOOSE_LAST = frozenset({
    "the", "a", "an", "its", "their", "his", "her", "our", "my", "your", "this", "that", "these", "those", "of", "in",
    "on", "at", "by", "for", "to", "from", "with", "into", "over", "under", "during", "through", "between", "among",
    "within", "and", "or", "but", "since", "as", "per", "than", "who", "which", "was", "were", "is", "are", "be",
    "been", "will", "has", "have", "had", "next", "last", "past", "more", "less", "about", "around", "only", "also",
    "while", "when", "not", "accounted", "worth",
    "previous", "coming", "another", "estimated", "after", "above", "below", "along", "prior", "onto",
    "across", "toward", "towards",
})  # fmt: skip
WHEREABOUTS = frozenset(
    {"abroad", "overseas", "worldwide", "nationwide", "statewide", "globally", "online", "offshore"}
)
"""Adverbs that say of what stands before them where it is."""
_TAIL_BREAKS = frozenset((VERB, AUXILIARY, SUBORDINATOR, QUANTITY, CONJUNCTION, *',;:().?!—–"”“'))
_GOING_ON = frozenset({NOUN, NAME, PARTICIPLE, GERUND})
_MODALS = frozenset({"will", "would", "can", "could", "may", "might", "must", "shall", "should"})
_ARTICLES = frozenset({"a", "an", "the"})
_IN_FULL = {"ca": "can", "wo": "will", "sha": "shall"}
_CLAUSE = 15
_CLAUSE_BREAKS = frozenset({SUBORDINATOR, ";", ":", "—", "–", "."})
_OF_OWNERS = MARKS_OF_OWNERS | {"-"}
_BEFORE_SUBJECTS = frozenset((CONJUNCTION, SUBORDINATOR, PREPOSITION, DATE, NOUN, NAME, VERB, *',;:—–-("“'))
_TAIL_STOPS = frozenset({"since", "until", "than", "compared", "as", "according", "via"})


@lru_cache(maxsize=8192)
def tidy(words: str) -> str:
    """Words cut out of a sentence without brackets, articles and loose ends; "" where nothing is left."""
    if not words:
        return ""
    if "(" in words:
        words = _BRACKETS.sub(" ", words).partition("(")[0]
    parts = words.split()
    words = _without_loose_start(" ".join(parts).strip(_EDGES))
    may_repeat = len(set(parts)) < len(parts) or not "".join(parts).isalnum()
    if may_repeat and _TWICE.search(words):
        words = _TWICE.sub(r"\1", words)
    if len(words) > _LONGEST:
        words = words[:_LONGEST].rsplit(" ", 1)[0]
    words = _without_loose_end(words)
    if words.endswith(_PERIODS):
        words = _OF_PERIOD.sub("", words)
    if words.endswith(_TIMES):
        words = _OF_TIME.sub("", words)
    return words.strip(_EDGES) if any(map(str.isalpha, words)) else ""


def _without_loose_start(words: str) -> str:
    while True:
        first, _, rest = words.partition(" ")
        loose = first.lower()
        if not rest or (loose not in _LOOSE_FIRST and (loose != "at" or not rest.lower().startswith("least "))):
            return words
        words = rest


def _without_loose_end(words: str) -> str:
    while True:
        rest, _, last = words.rpartition(" ")
        if rest and (last in _LOOSE_LAST or (last in ("least", "most") and rest.endswith(" at"))):
            words = rest
        elif last.endswith(("'", "’", "'s", "’s")):
            words = words[: -2 if last.endswith("s") else -1]
        else:
            return words


def tail_end(last: int, clauses: Clauses, limit: int = 7) -> int:
    """Where the phrases end that go on after a noun phrase: prepositions, participles, infinitives, up to a break."""
    classes, words = clauses.classes, clauses.words
    end = last
    for right in range(last + 1, min(len(classes), last + 1 + limit)):
        kind = classes[right]
        if kind in _GOING_ON and words[right] not in _TAIL_STOPS:
            end = right
            continue
        before = classes[right - 1] if right else ""
        if kind == AUXILIARY and before == TO:
            continue
        if kind == CONJUNCTION and _joins_names(right, clauses):
            continue
        if words[right] in _ARTICLES and before in (NOUN, NAME) and not words[right - 1].endswith(("ing", "s'")):
            break  # "with 52 seats (the party)"
        infinitive = kind == VERB and (before in (TO, AUXILIARY) or words[right - 1] == "help")
        word = words[right]
        if (kind in _TAIL_BREAKS and not infinitive) or word in _TAIL_STOPS:
            break
        if kind == DATE or (kind == PREPOSITION and clauses.kind(right + 1) == DATE):
            break
        if word == "by" and not (before == PARTICIPLE and clauses.kind(right + 1) in (DETERMINER, NAME, NOUN)):
            break
        if infinitive:
            end = right
    if clauses.kind(end) == VERB and clauses.kind(end - 1) == TO and clauses.kind(end + 1) in (DETERMINER, NOUN, NAME):
        target = clauses.phrase_after(end + 1 + (clauses.kind(end + 1) == DETERMINER))
        return target if target > end + 1 else max(last, end - 2)
    return end


def _joins_names(place: int, clauses: Clauses) -> bool:
    """Whether "and" joins two nouns of one phrase, not two clauses."""
    return (
        clauses.kind(place - 1) in (NOUN, NAME)
        and clauses.kind(place + 1) in (NOUN, NAME)
        and clauses.kind(place + 2) not in (VERB, AUXILIARY, ADVERB)
    )


def past_participle(verb: int, clauses: Clauses) -> str:
    """The past participle of the verb at a position, with its particle; "" where neither lexicon nor ending tells."""
    word = clauses.word(verb)
    participle = clauses.vocabulary.participles.get(word, word if word.endswith("ed") else "")
    if not participle and clauses.kind(verb) == VERB and _foretells(verb, clauses):
        participle = regular_past(word)
    particle = clauses.lemma(verb).partition(" ")[2]
    phrase = f"{participle} {particle}" if participle and particle else participle
    return f"not {phrase}" if phrase and _is_denied(verb, clauses) else phrase


def _foretells(verb: int, clauses: Clauses) -> bool:
    """Whether a verb stands in its base form: "will furlough", "to furlough"."""
    return clauses.word(verb - 1) in _MODALS or clauses.kind(verb - 1) == TO


def _is_denied(verb: int, clauses: Clauses) -> bool:
    """Whether a verb is denied by the word before it: "did not reach", "couldn't find"."""
    before = clauses.word(verb - 1)
    return before in ("not", "never") or before.endswith(("n't", "n’t"))


def inside_phrase(place: int, words: str, clauses: Clauses) -> str:
    """Words that begin at a position as they read inside a phrase: what opens the sentence in lower case, unless it is
    a name.
    """
    is_name = clauses.kind(place) == NAME or words[:2].isupper()
    return words if is_name or not words else words[0].lower() + words[1:]


def past_adverbs(place: int, clauses: Clauses) -> int:
    """The first position from one on that holds no adverb."""
    while clauses.kind(place) == ADVERB:
        place += 1
    return place


def before_adverbs(place: int, clauses: Clauses) -> int:
    """The last position up to one that holds no adverb."""
    while clauses.kind(place) == ADVERB:
        place -= 1
    return place


def past_brackets(place: int, clauses: Clauses) -> int:
    """The position after a bracket that opens at a position."""
    closing = closing_of(place, clauses.words) if clauses.word(place) == "(" else -1
    return closing + 1 if closing >= 0 else place


def past_names(first: int, last: int, clauses: Clauses) -> int:
    """Where a phrase goes on behind the names that open it as owners: "Acme's shares", "Acme shares"; its last word at
    the latest.
    """
    while first < last and (clauses.classes[first] == NAME or clauses.words[first] in _OF_OWNERS):
        first += 1
    return first


def past_whole(place: int, clauses: Clauses) -> int:
    """The position after the number of the whole in "7 out of 20 suspected cases"."""
    start = place + (clauses.word(place) == "out")
    if clauses.kind(start) != OF:
        return place
    for right in range(start + 1, min(len(clauses.classes), start + 7)):
        if clauses.kind(right) == QUANTITY:
            return right + 1
        if clauses.kind(right) in (VERB, AUXILIARY, ",", ";", ".", "(", PREPOSITION):
            break
    return place


def opens_subject(first: int, clauses: Clauses) -> bool:
    """Whether a quantity's noun phrase is the subject of what follows: no verb stands before it in its clause, and no
    "with" that only adds it (", with 300 students, is").
    """
    left = clauses.before_qualifiers(first)
    if clauses.word(left) in WHEREABOUTS:
        left -= 1
    if clauses.word(left) == "that":
        return True
    if clauses.word(left) == "with" and clauses.kind(left - 1) == ",":
        return False
    return left < 0 or clauses.kind(left) in _BEFORE_SUBJECTS


def verb_phrase(main: int, clauses: Clauses) -> str:
    """A verb with its object or what goes on after it, as it reads behind its subject."""
    last = clauses.phrase_after(main + 1)
    if last <= main:
        last = tail_end(main, clauses, 6)
    return behind_subject(main, max(main, last), clauses)


def behind_subject(main: int, last: int, clauses: Clauses) -> str:
    """What a verb says, from its main word on, as it reads behind its subject in one noun phrase: "that rely on them",
    "to expand output", "that managed to survive", "caused by a leak".
    """
    words = clauses.slice(main, last)
    if clauses.kind(main - 1) == TO:
        tried = clauses.kind(main - 2) == PARTICIPLE and not is_passive(main - 2, clauses)
        return f"that {clauses.slice(main - 2, last)}" if tried else f"to {words}"
    if _is_denied(main, clauses):
        return f"not {words}" if is_passive(main, clauses) else f"that {_auxiliary(main, clauses)} not {words}"
    acts = clauses.kind(main) == VERB or (clauses.kind(main) == PARTICIPLE and _is_finite(main, clauses))
    acts = acts and not clauses.words[main].endswith("ing")
    return f"that {words}" if acts and not is_passive(main, clauses) else words


def _auxiliary(main: int, clauses: Clauses) -> str:
    """The auxiliary of a denied verb in full: "did" of "did not" and "didn't"."""
    before = clauses.word(main - 1)
    return clauses.word(main - 2) if before in ("not", "never") else _IN_FULL.get(before[:-3], before[:-3])


def _is_finite(participle: int, clauses: Clauses) -> bool:
    """Whether a form such as "agreed" is the verb of its clause: it has an object, or the clause has no other verb."""
    if clauses.kind(participle + 1) in (DETERMINER, NOUN, NAME, QUANTITY):
        return True
    for kind in clauses.classes[participle + 1 : participle + _CLAUSE]:
        if kind in (VERB, AUXILIARY):
            return False
        if kind in _CLAUSE_BREAKS:
            break
    return True


def is_passive(main: int, clauses: Clauses) -> bool:
    """Whether a form of "be" stands among the words before a participle that is no infinitive."""
    if clauses.kind(main - 1) == TO:  # "is expected to plant"
        return False
    return any(clauses.words[place] in BEING for place in range(max(0, main - 3), main))
