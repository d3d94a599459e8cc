"""Names without accents, for comparing: "Jarosław" and "Jaroslaw", "Tromsø" and "Tromso" are one."""

import unicodedata

_WHOLE_LETTERS = str.maketrans({
    "ł": "l", "Ł": "L", "ø": "o", "Ø": "O", "đ": "d", "Đ": "D", "ħ": "h", "Ħ": "H", "ı": "i", "ð": "d", "Ð": "D",
    "þ": "th", "Þ": "Th", "æ": "ae", "Æ": "Ae", "œ": "oe", "Œ": "Oe", "ß": "ss",
})  # fmt: skip
"""Letters that Unicode does not take apart into a plain letter and an accent."""


def without_accents(name: str) -> str:
    """The name in plain letters, as English prose that spares accents writes it."""
    if name.isascii():
        return name
    plain = name.translate(_WHOLE_LETTERS)
    return "".join(sign for sign in unicodedata.normalize("NFKD", plain) if not unicodedata.combining(sign))
