"""From the table of patterns to regular expressions over a sentence's view.

What belongs here: the small language of templates, compiled once per lexicon. The templates stand in
`patterns`.
"""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property, lru_cache

from tidybrief.extraction.relations.cue_words import CueFinder, cue_words
from tidybrief.extraction.relations.patterns import PATTERNS
from tidybrief.extraction.relations.view import BLANK, CLOSE, OPEN
from tidybrief.lexicon import Lexicon

_NAME = re.compile(r"<([A-Z]+)(\+?)>")
_NEEDED = re.compile(r"\(\?P<(subject|object)><([A-Z]+)")
_WORDS = re.compile(r"<w(\d)>")
_CUES = re.compile(r"%(\w+)%")
_OTHERS = "(?:others?|several|some|a number|various|existing|individual|private|angel|unnamed)\\b"
_LAST_JOINT = r"(?:,? and |,? or | & |,? as well as )(?:the )?"
_MOST_JOINED = 15
_NEVER_BETWEEN = (
    "at|for|of|with|by|in|from|and|or|to|on|that|which|who|said|says|is|was|has|have|not|no|than|against|while|when"
    "|rival|rivals|competitor|competitors"
)
_WORD = rf"(?:(?!(?:{_NEVER_BETWEEN})\b)[\w'&.-]+ |{OPEN}(?:A\d+{CLOSE}|[AL]\d+{CLOSE}-based) )"


@dataclass(frozen=True)
class Rule:
    """One pattern of one predicate, compiled when a sentence first asks for it.

    `named_like` holds words of which the subject's name must have one, `needs` the types (as letters of marks) of
    which the sentence must name one for its subject and one for its object, `cue_words` what it must hold one of, if
    any; `in_text`, `in_clause`: runs over that side of the `View`; `in_clause_of_name` finds the same in a relative
    clause behind the name, which is an aside to what the rest of the sentence says: "Acme, which has bought …".
    """

    name: str
    predicate: str
    expression: str
    confidence: float
    named_like: frozenset[str]
    needs: Mapping[str, frozenset[str]]
    cue_words: frozenset[str]
    in_text: bool
    in_clause: bool
    cues: Mapping[str, Sequence[str]]

    @cached_property
    def pattern(self) -> re.Pattern[str]:
        return compile_template(self.expression, self.cues)

    @cached_property
    def in_clause_of_name(self) -> re.Pattern[str] | None:
        if self.in_text:
            return None
        return compile_template(self.expression.replace("<gap>", ", (?=which |who |that )"), self.cues)


@lru_cache(maxsize=4)
def rules(lexicon: Lexicon) -> tuple[Rule, ...]:
    """All patterns, with the cues of the lexicon."""
    return tuple(_rules(lexicon))


def rules_for(lexicon: Lexicon, types: str, text: str) -> Sequence[Rule]:
    """The patterns that can apply to the text of a `View` with names of these types."""
    if not _rules_of(lexicon, types):
        return ()
    return _rules_with(lexicon, types, _cue_finder(lexicon).held_by(text))


@lru_cache(maxsize=4096)
def _rules_with(lexicon: Lexicon, types: str, held: frozenset[str]) -> tuple[Rule, ...]:
    """The patterns that can apply to a text with names of these types that holds these cue words."""
    fillable = _rules_of(lexicon, types)
    return tuple(rule for rule in fillable if not (rule.cue_words and rule.cue_words.isdisjoint(held)))


@lru_cache(maxsize=4)
def _cue_finder(lexicon: Lexicon) -> CueFinder:
    return CueFinder(word for rule in rules(lexicon) for word in rule.cue_words)


@lru_cache(maxsize=512)
def _rules_of(lexicon: Lexicon, types: str) -> tuple[Rule, ...]:
    """The patterns whose names can be of these types."""
    return tuple(rule for rule in rules(lexicon) if _can_be_filled(tuple(rule.needs.values()), types))


def _can_be_filled(needs: Sequence[frozenset[str]], types: str) -> bool:
    """Whether each group of a pattern finds a name of its own."""
    if not needs:
        return True
    return any(_can_be_filled(needs[1:], types.replace(letter, "", 1)) for letter in set(types) & needs[0])


def _rules(lexicon: Lexicon) -> Iterator[Rule]:
    cues = dict(lexicon.cues["relations"])
    cues["Made_by"] = [cue.capitalize() for cue in cues["made_by"]]
    cues["organisation_plurals"] = [_plural(noun) for noun in cues["organisation_nouns"]]
    for predicate, templates in PATTERNS.items():
        for template in templates:
            yield Rule(
                name=f"{predicate}:{template.name}",
                predicate=predicate,
                expression=template.expression,
                confidence=template.confidence,
                named_like=frozenset(cues[template.named_like] if template.named_like else ()),
                needs={role: frozenset(types) for role, types in _NEEDED.findall(template.expression)},
                cue_words=cue_words(template.expression, cues),
                in_text="<gap>" not in template.expression,
                in_clause="<gap>" in template.expression or "<aside>" in template.expression,
                cues=cues,
            )


def compile_template(template: str, cues: Mapping[str, Sequence[str]]) -> re.Pattern[str]:
    """The regular expression that a template stands for. Raises KeyError where it names no list of cues."""
    expression = _CUES.sub(lambda found: f"(?:{_any(cues[found[1]])})", template)
    expression = _WORDS.sub(lambda found: f"{_WORD}{{0,{found[1]}}}", expression)
    expression = expression.replace("<gap>", f"(?:,|{BLANK}+)? ").replace("<aside>", f"(?:,|{BLANK}+)? ")
    expression = _NAME.sub(lambda found: _names(found[1], many=bool(found[2])), expression)
    return re.compile(expression.replace("<>", OPEN))


def _names(types: str, *, many: bool) -> str:
    name = f"{OPEN}[{types}]\\d+{CLOSE}"
    if not many:
        return name
    kind, kind_behind = (f"{_WORD}{{0,2}}", "(?: [a-z-]+)?") if types == "D" else ("", "")
    listed = f"{OPEN}[{types}P]\\d+{CLOSE}"
    next_name = f"{kind_behind}, (?:the )?{kind}{listed}"
    return f"{name}(?:(?:{next_name}){{0,{_MOST_JOINED}}}{kind_behind}{_LAST_JOINT}(?:{kind}{listed}|{_OTHERS}))?"


def _any(words: Iterable[str]) -> str:
    return "|".join(re.escape(word) for word in sorted(set(words), key=lambda word: (-len(word), word)))


def _plural(noun: str) -> str:
    if noun.endswith("y") and noun[-2] not in "aeiou":
        return f"{noun[:-1]}ies"
    return f"{noun}es" if noun.endswith(("s", "ch", "x")) else f"{noun}s"
