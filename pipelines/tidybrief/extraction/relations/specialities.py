"""The fields an organisation works in, as the text words them.

What belongs here: finding the field behind its cue and parting coordinated fields. Whose field it is stands here too,
since it depends on where the cue stands.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from typing import NamedTuple

import ahocorasick_rs

from tidybrief.extraction.relations.rules import compile_template
from tidybrief.extraction.relations.view import CLOSE, OPEN, Name, View
from tidybrief.lexicon import Lexicon

_NEXT_VERB = "and (?:is|are|has|have|was|provides|offers|develops|aims)"
_END_OF_FIELD = re.compile(
    r"[;:()\"“”—–]|\.(?:\s|$)"
    r"|, (?:which|who|where|with|including|such as|as well as|while|but|making|driven|offering|providing|helping"
    rf"|enabling|{_NEXT_VERB})\b"
    rf"| (?:that|which|who|with an|to help|to make|through|by|since|across|after|while|because|{_NEXT_VERB})\b"
)
_AND = re.compile(r",? and |, | as well as ")
_FOR = re.compile(r" (?:for|in|to|of|from|across) ")
_FOCUS = re.compile(
    rf"^(?:(?:{OPEN}O\d+{CLOSE}'s|its|the|an?|strong|advanced|cutting-edge|leading|innovative|heavy) )*"
    r"(?:focus|emphasis|concentration|work|expertise) (?:on|in) ",
    re.IGNORECASE,
)
_ARTICLE = re.compile(
    r"^(?:the |an? |its |their |both |areas? (?:like|such as) |fields? (?:like|such as) )+", re.IGNORECASE
)
_ACTIVITY = re.compile(
    r"^(?:in|on|at|by|for|with) |^\w+ing (?:\w+ )?(?:into|its|their|the|an?|how|what|that|to|with|on)\b"
)
_CLAUSE = re.compile(r"[a-z]+s (?:.* )?(?:among|its|their|the|an?)\b")
_LEADS_IN = re.compile(r"\b(?:leads|excels) in $")  # a contest or a constituency as well as a field
_LONGEST_LEAD = 12
_NAME_ONLY = re.compile(f"{OPEN}[A-Z]\\d+{CLOSE}")
_LONGEST_FIELD = 12
_WHERE_SOMEBODY_WORKS = (" at ", " at the ")  # "a manager at Acme, focusing on chips"
_BEHIND_NAMES = frozenset({"apposition", "company", "leader", "maker"})
_LONGEST_COORDINATION = 600


class Speciality(NamedTuple):
    """An organisation (None: whoever the section's label names), a field, and where both stand in the view."""

    organisation: Name | None
    field: str
    rule: str
    confidence: float
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class _Patterns:
    rules: tuple[tuple[str, re.Pattern[str], float], ...]
    cues: ahocorasick_rs.AhoCorasick
    """Where it finds nothing in a sentence, the rules do not either."""
    inseparable: frozenset[str]


@lru_cache(maxsize=4)
def _patterns(lexicon: Lexicon) -> _Patterns:
    cues = dict(lexicon.cues["relations"])
    cues["Specializing"] = [_capitalised(cue) for cue in cues["specializing"]]
    cues["Specializes"] = [_capitalised(cue) for cue in cues["specializes"] if not cue.startswith(("is ", "are "))]
    verbs = ("specializes", "specializing", "Specializes", "Specializing")
    telling = (
        *(f"{maker} of" for maker in cues["makers"]),
        *cues["leaders"],
        *(cue for verb in verbs for cue in cues[verb]),
    )
    templates = (
        ("verb", r"(?P<subject><O+>),? (?:which |that |also |now |currently |mainly |primarily )*%specializes% ", 0.9),
        (
            "company",
            (
                r"(?P<subject><O>),? (?:is |was )?(?:now )?(?:an? |the )<w5>%organisation_nouns% "
                r"%specializing% "
            ),
            0.9,
        ),
        ("apposition", r"(?P<subject><O>)(?:, (?:which |is |was )?| (?:is|was) )%specializing% ", 0.9),
        (
            "leader",
            r"(?P<subject><O>)(?:, (?:which is |which was )?| is | was )(?:an? |the |one of the )<w3>%leaders% ",
            0.88,
        ),
        (
            "maker",
            (
                r"(?P<subject><O>)(?:, (?:which is |which was )?| is | was )(?:an? |the )(?:<AL>(?:-based)? )?<w3>"
                r"%makers% of (?!<)"
            ),
            0.82,
        ),
        ("second_verb", r"^(?:The )?(?P<subject><O>) [a-z][^;:()]{1,140}? and (?:now |also )?%specializes% ", 0.85),
        ("fronted", r"^%Specializing% (?=[^;]{1,120}, (?P<subject><O>))", 0.9),
        ("label", r"^%Specializes% ", 0.92),
    )
    return _Patterns(
        tuple((name, compile_template(template, cues), confidence) for name, template, confidence in templates),
        ahocorasick_rs.AhoCorasick([f"{cue} " for cue in telling]),
        frozenset(cues["inseparable"]),
    )


def _capitalised(cue: str) -> str:
    return cue[0].upper() + cue[1:]


def find_specialities(view: View, lexicon: Lexicon) -> Iterator[Speciality]:
    """Every field that the sentence gives an organisation, coordinated fields apart."""
    patterns = _patterns(lexicon)
    if not ("O" in view.types or view.topic) or not patterns.cues.find_matches_as_indexes(view.text):
        return
    for rule, pattern, confidence in patterns.rules:
        for found in pattern.finditer(view.text):
            if rule == "apposition" and view.text.endswith(_WHERE_SOMEBODY_WORKS, 0, found.start("subject")):
                continue
            limit = found.start("subject") - 2 if rule == "fronted" else len(view.text)
            organisations: list[Name | None] = [None] if rule == "label" else [*view.marks(found["subject"], "O")]
            in_commas = rule in _BEHIND_NAMES and view.text.startswith(",", found.end("subject"))
            for field in _fields(
                view, found.end(), limit, patterns.inseparable, in_commas=in_commas, must_be_plain=rule == "maker"
            ):
                for organisation in organisations:
                    yield Speciality(organisation, field, rule, confidence, found.start(), found.end())


def _fields(
    view: View, start: int, limit: int, inseparable: frozenset[str], *, in_commas: bool, must_be_plain: bool
) -> Iterator[str]:
    limit = min(limit, start + _LONGEST_COORDINATION)
    stop = _END_OF_FIELD.search(view.text, start, limit)
    end = stop.start() if stop else limit
    focus = _FOCUS.match(view.text[start:end])
    if focus:
        start += focus.end()
    for left, right in _parts(view.text, start, end, inseparable, in_commas=in_commas):
        if OPEN in view.text[left:right] and must_be_plain:
            return
        if _LEADS_IN.search(view.text, max(0, start - _LONGEST_LEAD), start) and _NAME_ONLY.fullmatch(
            view.text, left, right
        ):
            return
        words = _ARTICLE.sub("", view.words(left, right).strip(" ,."))
        if _ACTIVITY.match(words):
            return
        if words and words.count(" ") < _LONGEST_FIELD and not _CLAUSE.match(words):
            yield words


def _parts(
    text: str, start: int, end: int, inseparable: frozenset[str], *, in_commas: bool
) -> Iterator[tuple[int, int]]:
    """The stretches of a coordination "A", "A and B" or "A, B and C"; a field that says what it is for ends it.

    `in_commas`: a comma must close the coordination, or its first comma does.
    """
    joints = [joint for joint in _AND.finditer(text, start, end) if not _is_inside(text, joint, start, inseparable)]
    last = next((number for number, joint in enumerate(joints) if joint.group() != ", "), -1)
    if in_commas and last + 1 >= len(joints) and any(joint.group() == ", " for joint in joints):
        last = -1
    if in_commas and last + 1 < len(joints):
        end = joints[last + 1].start()
    position = start
    for joint in joints[: last + 1]:
        if _FOR.search(text, position, joint.start()):
            yield position, end
            return
        yield position, joint.start()
        position = joint.end()
    is_open = _FOR.search(text, position, end) is not None
    yield position, joints[last + 1].start() if last + 1 < len(joints) and not is_open else end


def _is_inside(text: str, joint: re.Match[str], start: int, inseparable: frozenset[str]) -> bool:
    window = text[max(start, joint.start() - 20) : joint.end() + 20].lower()
    return any(phrase in window for phrase in inseparable)
