"""The language of a text.

What belongs here: naming it. What is done with a language that is not extracted is decided by the caller.
"""

import re
from functools import cache
from itertools import islice
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from py3langid.langid import LanguageIdentifier

_SAMPLE: Final = 6_000
_SAMPLES: Final = 3
_WORD: Final = re.compile(r"[^\W\d_]+")
_ADDRESS: Final = re.compile(r"\S*(?:://|www\.|@)\S*")
_FUNCTION_WORDS: Final = frozenset(
    _WORD.findall("""
    the and of to that with from by which this these those are were been have has had their its it they would
    could should about into than when what who he she his her you your we our us not but or an as at on for in
    is was be will can more also other all such if there
    """)
)
_UNMISTAKABLE: Final = frozenset(_WORD.findall("the and of that with which this these have has their would"))
_ENGLISH_SHARE: Final = 0.15
_FEWEST_WORDS: Final = 30
_FEWEST_LETTERS: Final = 3
_CERTAIN: Final = 0.9
_END_OF_LATIN: Final = "\u0250"
_WIDESPREAD: Final = frozenset(
    _WORD.findall("""
    ar bg bn ca cs da de el en es et fa fi fr he hi hr hu id it ja ko lt lv ms nl no pl pt ro ru sk sl sr sv
    ta te th tr uk ur vi zh
    """)
)


def detect(text: str) -> str | None:
    """ISO 639-1 code of the language that most of the text is in; None where too few letters tell.

    A short text counts as English unless another language is nearly certain.
    """
    samples = [" ".join(_ADDRESS.sub(" ", sample).split()) for sample in _samples(text)]
    letters = (character for sample in samples for character in sample if character.isalpha())
    if len(list(islice(letters, _FEWEST_LETTERS))) < _FEWEST_LETTERS:
        return None
    languages = [_language(sample) for sample in samples]
    return max(languages, key=languages.count)


def _samples(text: str) -> list[str]:
    if len(text) <= _SAMPLE * _SAMPLES:
        return [text]
    step = (len(text) - _SAMPLE) // (_SAMPLES - 1)
    return [text[start : start + _SAMPLE] for start in range(0, _SAMPLES * step, step)]


def _language(sample: str) -> str:
    # The model takes longer to load than a small corpus to extract, and plain English prose needs none.
    if _is_plainly_english(sample):
        return "en"
    identifier = _identifier()
    language, probability = identifier.classify(sample)
    return language if probability >= _CERTAIN or not _is_mostly_latin(sample) else "en"


def _is_mostly_latin(sample: str) -> bool:
    letters = [character for character in sample if character.isalpha()]
    return sum(character < _END_OF_LATIN for character in letters) * 2 > len(letters)


def _is_plainly_english(sample: str) -> bool:
    words = _WORD.findall(sample.lower())
    return (
        len(words) >= _FEWEST_WORDS
        and sum(word in _FUNCTION_WORDS for word in words) >= _ENGLISH_SHARE * len(words)
        and len(_UNMISTAKABLE.intersection(words)) >= 3
    )


@cache
def _identifier() -> "LanguageIdentifier":
    from py3langid.langid import MODEL_FILE, LanguageIdentifier  # noqa: PLC0415 - costs 0.8 CPU seconds

    identifier = LanguageIdentifier.from_model_file(MODEL_FILE, norm_probs=True)
    identifier.set_languages(_WIDESPREAD & set(identifier.labels))
    return identifier
