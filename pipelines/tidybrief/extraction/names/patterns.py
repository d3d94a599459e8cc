"""Names that their form alone gives away: acronyms in brackets, titles in quotes, model names with versions.

What belongs here: patterns precise enough to outrank the tagger. Names known before are `matching`.
"""

from collections.abc import Iterator, Mapping, Sequence
from itertools import pairwise

from tidybrief.extraction.names.cues import NameCues
from tidybrief.extraction.names.document_case import DocumentCase
from tidybrief.extraction.names.fragments import names_nothing
from tidybrief.extraction.names.grammar import DANGLING, HYPHENS, LINKS, Run, find_runs, is_name_like
from tidybrief.extraction.names.orders import NUMBERED, find_orders
from tidybrief.extraction.names.purposes import with_all_purposes
from tidybrief.extraction.names.readings import Reading
from tidybrief.extraction.names.short_forms import is_acronym
from tidybrief.extraction.names.types import is_storm, is_titled, type_by_words, without_whose
from tidybrief.extraction.names.word_case import is_mostly_capitalised, is_mostly_lower_case
from tidybrief.extraction.tokens import POSSESSIVES, Tokens, words_of

_OPENING = frozenset('"“‘«')
_CLOSING = frozenset('"”’»')
_ADMINISTRATION = frozenset({"administration", "Administration"})
_LONGEST_TITLE = 14
_INSIDE_BODIES = frozenset({"of", "for", "and", "&"})
_DASHES = frozenset("-–—")
_LONGEST_DATELINE = 3
_OF_SUBJECTS = frozenset({"Ministry", "Department", "Secretariat", "Committee", "Bureau", "Commission", "Council"})
_BODY_OF_ONE_SUBJECT = 3
_LONGEST_SUBJECT = 2
_WATERS = frozenset({"Sea", "Ocean"})
_STUDIES = frozenset({"trial", "trials", "study", "experiment"})
_SHORTEST_STUDY = 4
_TELLING = _OPENING | _ADMINISTRATION | _WATERS | _STUDIES | NUMBERED
_SHORTEST_BODY = 3
_LONGEST_NAME = 3
_OFFICERS = words_of(
    "Director Secretary Administrator Chairman Chairwoman Chair Commissioner President Spokesman Spokeswoman"
)
_SHORTEST_DATELINE = 4
_LONGEST_SPEAKER = 5
_DATELINE_REACH = 10
_SHORTEST_SPELLED = 3
_TITLED = frozenset({"titled", "entitled"})
_PUBLISHED = frozenset({"published", "wrote", "authored"})
_SHORTEST_SENTENCE = 3


def find_patterns(number: int, tokens: Tokens, cues: NameCues, case: DocumentCase) -> list[Reading]:
    """The readings of sentence `number` that patterns give."""
    words = tokens.words
    found: list[Reading] = []
    telling = _TELLING.intersection(words)
    if not _OPENING.isdisjoint(telling):
        found += _quoted_titles(number, tokens, cues)
    if not _ADMINISTRATION.isdisjoint(telling):
        found += find_administrations(number, tokens, cues)
    if not NUMBERED.isdisjoint(telling):
        found += find_orders(number, words, cues)
    if words and words[0].isupper():
        found += _dateline(number, tokens, cues)
        found += _speaker(number, tokens, cues)
    if not _WATERS.isdisjoint(telling) and not tokens.title_case:
        found += _waters(number, tokens, cues)
    if not _STUDIES.isdisjoint(telling) and not tokens.all_capitals:
        found += _studies(number, tokens)
    if not cues.institution_words.isdisjoint(words):
        found += find_institutions(number, tokens, cues, case)
    return found


def _quoted_titles(number: int, tokens: Tokens, cues: NameCues) -> Iterator[Reading]:
    """A quotation in title case beside a word for a work, or that its own head word makes a plan or a law."""
    words = tokens.words
    position = 0
    while position < len(words):
        if words[position] in _OPENING:
            closing = _closing(words, position)
            if closing:
                inside = words[position + 1 : closing]
                kind = _quoted_kind(words, position, closing, inside, cues)
                if kind:
                    yield Reading(number, position + 1, closing, kind, "grammar:quoted", 0.85)
                position = closing
        position += 1


def _dateline(number: int, tokens: Tokens, cues: NameCues) -> Iterator[Reading]:
    """The place in capitals that a report begins with: "LISBON, June 3 – …", "LISBON (3 June) – …"."""
    words = tokens.words
    last = 0
    while last < min(len(words), _LONGEST_DATELINE) and words[last].isalpha() and words[last].isupper():
        last += 1
    if not last or tokens.all_capitals or sum(map(len, words[:last])) < _SHORTEST_DATELINE:
        return
    following = words[last : last + _DATELINE_REACH]
    dash = next((place for place, word in enumerate(following) if word in _DASHES), len(following))
    is_glued = following[:1] == ["-"] and tokens.end(last - 1) == tokens.starts[last]
    begins_text = not is_glued and dash + 1 < len(following) and following[dash + 1][:1].isupper()
    is_dated = not cues.months.isdisjoint(following[:dash])
    if begins_text and (dash == 0 or (following[0] in {",", "("} and is_dated)):
        yield Reading(number, 0, last, "PLACE", "grammar:dateline", 0.9)


def _waters(number: int, tokens: Tokens, cues: NameCues) -> Iterator[Reading]:
    """A sea by the land or name that it is called after: "the Irish Sea"."""
    words = tokens.words
    for place in range(1, len(words)):
        word = words[place - 1]
        if words[place] in _WATERS and is_name_like(word) and word not in cues.never and not is_mostly_lower_case(word):
            yield Reading(number, place - 1, place + 1, "PLACE", "grammar", 0.8)


def _studies(number: int, tokens: Tokens) -> Iterator[Reading]:
    """A study that is called by a word in capitals: "the HARBOUR trial"."""
    for place, (word, following) in enumerate(pairwise(tokens.words)):
        is_called = following in _STUDIES and word.isupper() and word.isalpha() and len(word) >= _SHORTEST_STUDY
        if is_called and place and tokens.words[place - 1].lower() in {"the", "a", "its", "their"}:
            yield Reading(number, place, place + 1, "WORK", "grammar", 0.8)


def _speaker(number: int, tokens: Tokens, cues: NameCues) -> Iterator[Reading]:
    """Who speaks, in a transcript's label with a title: "SECRETARY DOE:", "MS. DOE:"."""
    words = tokens.words
    if words[-1] != ":" or any(word.isalpha() and not word.isupper() for word in words):
        return
    first = 0
    for position, word in enumerate(words[:_LONGEST_SPEAKER]):
        if word.capitalize() in cues.titles:
            first = position + 1 + (words[position + 1] == ".")
    name = words[first:-1]
    if not first or not 0 < len(name) <= _LONGEST_SPEAKER or not name[-1][0].isalpha():
        return
    if not any(word.lower() in cues.function_words or word.capitalize() in cues.never for word in name):
        yield Reading(number, first, len(words) - 1, "PERSON", "grammar:speaker", 0.9)


def _closing(words: Sequence[str], opening: int) -> int:
    for position in range(opening + 2, min(len(words), opening + _LONGEST_TITLE)):
        if words[position] in _CLOSING:
            return position
    return 0


def _quoted_kind(words: Sequence[str], opening: int, closing: int, inside: Sequence[str], cues: NameCues) -> str | None:
    announcing = words[opening - 1].lower() if opening else ""
    if announcing in cues.nouns["WORK"] or announcing in _TITLED:
        is_title = len(inside) >= _SHORTEST_SENTENCE and inside[0][0].isupper() and inside[-1] not in {",", "."}
        if is_title:
            return "WORK"
    longer = [word for word in inside if len(word) > 3 and not word.isdigit()]
    if not longer or not all(is_name_like(word) for word in longer) or inside[-1] in {",", "."}:
        return None
    if inside[-1] in cues.heads["POLICY"] and len(inside) > 1:
        return "POLICY"
    if announcing in _PUBLISHED and len(inside) >= _SHORTEST_SENTENCE:
        return "WORK"
    before = words[max(0, opening - 3) : opening]
    after = words[closing + 1 : closing + 3]
    if any(word.lower() in cues.nouns["WORK"] for word in (*before, *after)):
        return "WORK"
    return None


def find_definitions(readings: Sequence[Reading], sentences: Sequence[Tokens]) -> Mapping[int, int]:
    """Reading that is an alias in brackets or slashes → the reading just before it that it stands for."""
    definitions: dict[int, int] = {}
    for index in range(1, len(readings)):
        full, short = readings[index - 1], readings[index]
        if full.sentence != short.sentence:
            continue
        words = sentences[full.sentence].words
        between = list(words[full.last : short.first])
        closed = short.last < len(words) and words[short.last] == ")"
        if closed and full.type == short.type == "ORG" and is_acronym(words[short.last - 1]):
            owner = _listed(readings, index, between)
            if owner is not None:
                definitions[index] = definitions.get(owner, owner)
                continue
        is_state = short.form == "acronym" and short.method == "gazetteer" and full.known is None
        if between in (["("], ["(", "the"]) and closed and full.type == short.type and not is_state:
            definitions[index] = index - 1
    return definitions


def _listed(readings: Sequence[Reading], index: int, between: Sequence[str]) -> int | None:
    """The company whose sign on the exchange the reading is: "Vellum (NYSE: VLM)", "Vellum's (VLA) (VLM)"."""
    if between == [":"] and index > 1 and readings[index - 2].sentence == readings[index].sentence:
        return index - 2 if readings[index - 2].type == "ORG" else None
    is_behind_name = between[1:] == ["("] and between[0] in POSSESSIVES
    return index - 1 if is_behind_name or between == [")", "("] else None


def abbreviations_of_phrases(sentences: Sequence[Tokens], cues: NameCues) -> frozenset[str]:
    """Acronyms that the document defines by words in lower case ("opioid use disorder (OUD)"): they name no thing."""
    found = set()
    for tokens in sentences:
        words = tokens.words
        if "(" not in words:
            continue
        for position in range(2, len(words) - 1):
            short = words[position]
            if words[position - 1] == "(" and words[position + 1] == ")" and is_acronym(short):
                letters = short.removesuffix("s").lower()
                phrase = [
                    word for word in words[max(0, position - 1 - 2 * len(letters)) : position - 1] if word[0].isalpha()
                ]
                begins = "".join(word[0] for word in phrase)
                is_common = bool(phrase) and phrase[-1].islower() and begins.lower().endswith(letters)
                if is_common or _is_spelled(phrase, letters, cues):
                    found.add(short)
                    found.add(short.removesuffix("s"))
    return frozenset(found)


def is_common_phrase(words: Sequence[str], reading: Reading, cues: NameCues) -> bool:
    """Whether the name spells out letters that are no name: "Graphics Processing Units (GPUs)", unlike "Central
    Statistics Office (CSO)".
    """
    behind = words[reading.last : reading.last + 3]
    if reading.method != "tagger" or len(behind) < 3 or behind[0] != "(" or behind[2] != ")":
        return False
    if words[reading.last - 1] in cues.heads["ORG"] or words[reading.first] in cues.organisation_openers:
        return False
    letters = "".join(word[0] for word in words[reading.first : reading.last] if word[0].isalpha())
    return behind[1] in cues.never and letters.casefold() == behind[1].removesuffix("s").casefold()


def _is_spelled(phrase: Sequence[str], letters: str, cues: NameCues) -> bool:
    """Whether common words spell the letters with those inside them: "deep ultraviolet lithography", "general AI"."""
    common: list[str] = []
    for word in reversed(phrase[-len(letters) :]):
        is_field = word in cues.never and not common
        if not (word.islower() or is_field or is_mostly_lower_case(word)):
            break
        common.insert(0, word.lower())
        if len(letters) >= _SHORTEST_SPELLED and word[0].lower() == letters[0] and _spell(common, letters):
            return True
    return False


def _spell(words: Sequence[str], letters: str) -> bool:
    """Whether each word, but perhaps the last one, gives its first letter and may give more, in their order."""
    if not letters:
        return len(words) <= 1
    if not words or words[0][0] != letters[0]:
        return False
    inside, taken = words[0][1:], 1
    while not _spell(words[1:], letters[taken:]):
        place = inside.find(letters[taken]) if taken < len(letters) else -1
        if place < 0:
            return False
        inside, taken = inside[place + 1 :], taken + 1
    return True


def find_institutions(number: int, tokens: Tokens, cues: NameCues, case: DocumentCase) -> Iterator[Reading]:
    """Runs whose opening or closing word says what they are: "Center for Data Innovation", "Treaty of Versailles"."""
    words = tokens.words
    for run in (_up_to_its_end(words, found, cues) for found in find_runs(tokens, cues, case)):
        inside = words[run.first : run.last]
        if cues.institution_words.isdisjoint(inside) or not cues.months.isdisjoint(inside):
            continue
        title = _end_of_title(inside, cues)
        kind = "WORK" if title else type_by_words(inside, cues)
        if kind is None or names_nothing(words, run.first, run.last, kind, cues):
            continue
        if kind == "POLICY" and (len(inside) > 2 or "of" in inside) and not tokens.title_case:
            yield Reading(number, run.first, run.last, kind, "grammar", 0.7)
        elif title and not tokens.title_case:
            yield Reading(number, run.first, run.first + title, "WORK", "grammar", 0.75)
        elif kind == "EVENT" and (inside[0] in cues.event_openers or is_storm(inside, cues)):
            yield Reading(number, run.first, run.last, kind, "grammar", 0.75)
        elif kind == "ORG" and any(
            word in {"of", "for"} and before in cues.organisation_openers for before, word in pairwise(inside)
        ):
            yield Reading(number, run.first, run.last, kind, "grammar", 0.8)


def _up_to_its_end(words: Sequence[str], run: Run, cues: NameCues) -> Run:
    """The run as far as the name of a body or a plan goes."""
    while run.last - run.first > 1 and words[run.last - 1] in DANGLING:
        run = Run(run.first, run.last - 1)
    run = Run(run.first, _after_subjects(words, run))
    run = Run(run.first, _before_officer(words, run, cues))
    return Run(run.first, with_all_purposes(words, run.first, run.last, cues))


def _before_officer(words: Sequence[str], run: Run, cues: NameCues) -> int:
    """Where a body's name ends that its officer's title and name follow: "Office of Tides | Director Ann Lund"."""
    for title in range(run.first + _SHORTEST_BODY, run.last - 2):
        name = words[title + 1 : run.last]
        is_name = len(name) <= _LONGEST_NAME and all(word.isalpha() for word in name)
        if (
            words[title] in _OFFICERS
            and words[title - 1] != "the"
            and is_name
            and cues.type_of_head.get(name[-1]) is None
        ):
            return title
    return run.last


def _end_of_title(inside: Sequence[str], cues: NameCues) -> int:
    """How many of the words are the title of a report; none where they are no title."""
    title = inside[: without_whose(inside, cues)]
    return len(title) if is_titled(title, cues) else 0


def _after_subjects(words: Sequence[str], run: Run) -> int:
    """Where a ministry's name ends that enumerates what it is for: "Ministry of Farming, Forestry and Fisheries"."""
    is_of_one = run.last - run.first == _BODY_OF_ONE_SUBJECT and words[run.first + 1] in LINKS
    if words[run.first] not in _OF_SUBJECTS or not is_of_one:
        return run.last
    last = run.last
    while words[last : last + 1] == [","] and (end := _end_of_subject(words, last + 1)) > last + 1:
        last = end
    last += words[last : last + 1] == [","]
    end = _end_of_subject(words, last + 1) if words[last : last + 1] == ["and"] else last
    return _with_land(words, end) if end > last + 1 and last > run.last else run.last


def _with_land(words: Sequence[str], last: int) -> int:
    """Where the name of a ministry ends that says of which country it is, behind all that it is for."""
    end = last + 1
    while words[last : last + 1] == ["of"] and end < len(words) and is_name_like(words[end]):
        end += 1
    return end if end > last + 1 else last


def _end_of_subject(words: Sequence[str], first: int) -> int:
    """Where the words end that prose writes in lower case and a name enumerates with a capital."""
    last = first
    while (
        last < min(len(words), first + _LONGEST_SUBJECT)
        and is_name_like(words[last])
        and not is_mostly_capitalised(words[last])
    ):
        last += 1
    return last


def is_surname_like(word: str) -> bool:
    """Whether the word may be the name of who leads a government."""
    return len(word) > 3 and word[0].isupper() and word[1:].islower() and word.isalpha()


def _is_part_of_body(words: Sequence[str], first: int, cues: NameCues) -> bool:
    """Whether the word before "Administration" is its subject, not its leader: "Federal Aviation Administration"."""
    before = words[first - 1] if first else ""
    officials = any(word.startswith("Official") for word in words[first + 2 : first + 3])
    follows_name = is_name_like(before) and first > 1 and before.rstrip(".") not in cues.titles and before != "The"
    is_ordinary = is_mostly_lower_case(words[first]) or words[first].lower() in cues.function_words
    return is_ordinary or officials or before in _INSIDE_BODIES or follows_name


def find_administrations(number: int, tokens: Tokens, cues: NameCues) -> Iterator[Reading]:
    """Governments by the name of who leads them: "Biden administration"."""
    words = tokens.words
    for position in range(1, len(words)):
        goes_on = words[position + 1 : position + 2] in (["of"], ["for"])
        if words[position] in _ADMINISTRATION and not goes_on and is_surname_like(words[position - 1]):
            first = position - 1
            if first > 1 and words[first - 1] in HYPHENS and is_name_like(words[first - 2]):
                first -= 2
            if _is_part_of_body(words, first, cues):
                continue
            yield Reading(number, first, position + 1, "ORG", "grammar:administration", 0.85)
