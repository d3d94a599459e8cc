"""Units of measure, time, information and money, by the names and signs that texts give them.

What belongs here: which unit stands at a place of a text, and which currency a sign or name means. What is counted
without a unit stands in `counted_nouns`.
"""

import re
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

from babel import Locale

from tidybrief.lexicon import Lexicon

_WORDS = re.compile(r"(?:\s?[-‐‑]\s?|\s{1,2})?[{<\[(]?([^\W\d_]{1,24})")
_SYMBOL = re.compile(
    r"(?:\s|-){0,2}[{<]?("
    r"[°º˚]\s?(?:[CFK](?!\w)|[Cc]elsius|[Ff]ahrenheit)?"
    r"|%-points?|[%％‰℃℉″′]|''"
    r"|(?:sq|cu|fl)\.?\s[a-z]{1,2}\.?(?!\w)"
    r"|[kp]\.[gp]\.?s?(?!\w)|[kp]\.m\.?(?!\w)"
    r"|[a-zA-ZµμΩÅ]+\^?[²³23]?(?![\w²³])(?:/[a-zA-Zµμ]+\^?[²³23]?(?!\w))*"
    r")"
)
_FOURTH_PART = re.compile(r"-(?:point|percentage|percent|final|mile|century|inch|pound|share|turn)")
_FIRST = re.compile(r"(?<!1)1$")  # "21st" is an ordinal, "11st" a weight
_DIVISION = re.compile(r"([^/]+)((?:/[^/]+)+)")
_BEHIND_SIGN = re.compile(r"[\s&−-]+$")
_SUM = re.compile(r"\d{1,3}(?:,\d{3})+(?!\d)|\d+(?:\.\d+)?\s?(?:million|billion|trillion|bn|mn|m)\b")
_SPACED = re.compile(r"[\s\u00a0]")


@dataclass(frozen=True, slots=True)
class Unit:
    """A unit that stands in a text: canonical singular name, figure kind, and where its surface form ends.

    `factor` is what a number has to be multiplied with (0.01 for cents); `noun` says that the unit is a currency's
    bare noun, which a country may still change.
    """

    name: str
    kind: str
    end: int
    factor: float = 1.0
    noun: str = ""
    is_symbol: bool = False


class UnitTable:
    """All units of one lexicon, by word and by symbol."""

    def __init__(self, cues: Any) -> None:
        self._by_word: dict[str, list[tuple[str, str, str]]] = {}
        self._by_symbol: dict[str, tuple[str, str]] = {}
        self.time = frozenset(cues["denominators"]["time"])
        self.indefinite = {f"{name}s": name for name in cues["indefinite"]["units"]}
        self._hundredths: dict[str, list[str]] = cues["currency"]["hundredths"]
        self.local: dict[str, dict[str, str]] = cues["currency"]["local"]
        self.only_local = frozenset(cues["currency"]["only_local"])
        irregular = cues["currency"]["irregular_plurals"].items()
        self.noun_of_currency = {plural: noun for noun, plural in irregular} | cues["currency"]["abbreviated"]
        """The noun in the singular by its irregular plural or its abbreviation ("Rs")."""
        self._factors = {symbol: float(entry["factor"]) for symbol, entry in cues["scaled_symbols"].items()}
        self._by_symbol |= {symbol: (entry["unit"], "measure") for symbol, entry in cues["scaled_symbols"].items()}
        self._add_prefixed(cues)
        for kind in ("measure", "duration", "percent"):
            for name, entry in cues[kind].items():
                self._add(name, kind, entry)
        self._add_currencies(cues["currency"])
        for forms in self._by_word.values():
            forms.sort(key=lambda form: -len(form[0]))

    def _add_prefixed(self, cues: Any) -> None:
        prefixes: dict[str, str] = cues["prefixes"]
        for base, entry in cues["prefixed"].items():
            self._add(
                base,
                "measure",
                {"words": entry.get("words", ()), "symbols": [entry["symbol"]] if entry["symbol"] else []},
            )
            for prefix in entry["prefixes"]:
                words = [prefix + word for word in entry.get("words", ())]
                symbol = entry["symbol"]
                symbols = [prefixes[prefix] + symbol] if symbol else []
                if symbols and prefixes[prefix] == "μ":
                    symbols.append("µ" + symbol)
                self._add(prefix + base, "measure", {"words": words, "symbols": symbols})

    def _add(self, name: str, kind: str, entry: Any) -> None:
        singulars = [] if entry.get("only_symbols") else [name, *entry.get("words", ())]
        for word in singulars:
            for form in (word, f"{word}s"):
                self._add_form(form, name, kind)
                if " " in form and kind != "duration":
                    self._add_form(form.replace(" ", "-"), name, kind)
        for plural in entry.get("plurals", ()):
            self._add_form(plural, name, kind)
        for symbol in entry.get("symbols", ()):
            self._by_symbol[symbol] = (name, kind)

    def _add_form(self, form: str, name: str, kind: str) -> None:
        first = re.match(r"[^\W\d_]+", form)
        if first is not None:
            entry = (form, name, kind)
            forms = self._by_word.setdefault(first[0], [])
            if all(known != form for known, _, _ in forms):
                forms.append(entry)

    def _add_currencies(self, cues: Any) -> None:
        irregular: dict[str, str] = cues["irregular_plurals"]
        self.currency_words: dict[str, str] = {}
        for code, words in cues["names"].items():
            for word in words:
                for form in {word, f"{word}s", irregular.get(word, word)}:
                    self.currency_words[form] = code
        register = _register_of_currencies()
        for code, names in register:
            for form in names:
                self.currency_words.setdefault(form, code)
            self.currency_words.setdefault(code.lower(), code)
        for form, code in self.currency_words.items():
            kind = "money"
            first = re.match(r"[^\W\d_]+", form)
            if first is not None and (form, code, kind) not in (forms := self._by_word.setdefault(first[0], [])):
                forms.append((form, code, kind))
        self.codes = frozenset(self.currency_words.values())
        self._signs: dict[str, str] = cues["signs"]
        prefixes: dict[str, str] = {**cues["signs"], **cues["prefixes"]}
        self._prefixes = {**prefixes, **{code.lower(): code for code in self.codes}}
        signs = "|".join(re.escape(sign) for sign in sorted(prefixes, key=len, reverse=True) if not sign[0].isalpha())
        self._letters: dict[str, str] = cues["letters"]
        spaced = frozenset(cues["prefixes_with_space"])
        letters = "|".join(
            re.escape(sign[:-1]) + r"\s?" + re.escape(sign[-1]) if sign in spaced else re.escape(sign)
            for sign in sorted(prefixes, key=len, reverse=True)
            if sign[0].isalpha()
        )
        codes = "|".join(sorted(code.lower() for code in self.codes if len(code) == 3))
        self._prefix = re.compile(rf"(?:(?<![^\W_])(?:{letters}|{codes})|{signs})(?:\s{{0,2}}|&)(?:[-−]\s?)?$")
        self._prefix_tail = frozenset([sign[-1] for sign in prefixes] + [code[-1].lower() for code in self.codes])
        self._suffix_sign = re.compile(
            rf"\s?(us\$|{signs}|rm(?![a-z])|rs\.?(?![a-z])|zł|kč|l\.e\.)(?!\d|\s\d(?!\d?\s?(?:cents?|c)\b))"
        )
        self._million_code = re.compile(r"\s?([mk])(usd|eur|gbp|sek|nok|dkk|chf|aud|cad)(?![a-z])")

    def currency_before(self, text: str, low: str, start: int) -> tuple[int, str, str] | None:
        """A currency sign, code or prefix that ends at `start`: where it begins, its code and the sign itself."""
        letter = text[start - 1 : start]
        if letter in self._letters and not text[start - 2 : start - 1].isalnum() and _SUM.match(low, start):
            return start - 1, self._letters[letter], letter
        return self._sign_before(text, low, start)

    def _sign_before(self, text: str, low: str, start: int) -> tuple[int, str, str] | None:
        left = low[max(0, start - 12) : start]
        bare = left.rstrip(" \t\n\u00a0&-−")
        if not bare or bare[-1] not in self._prefix_tail or len(left) - len(bare) > 3:
            return None
        if bare[-1].isalpha() and bare.rsplit(None, 1)[-1].lstrip("([{“\"'‘—–-/~<>=+") not in self._prefixes:
            return None
        match = self._prefix.search(left)
        if match is None:
            return None
        begin = start - len(left) + match.start()
        sign = _BEHIND_SIGN.sub("", match[0])
        code = self._prefixes.get(_SPACED.sub("", sign))
        if code is None:
            return None
        is_no_code = (  # "top 5", "rm 5", "CVE-2021"
            sign in _ORDINARY or (len(sign) < 3 and not text[begin].isupper()) or low.startswith("-", begin + len(sign))
        )
        if sign.isalpha() and is_no_code:
            return None
        return begin, code, sign

    def prefix_code(self, sign: str) -> str:
        """The code of the currency that a sign or prefix, in lower case, stands for."""
        return self._prefixes[sign]

    def currency_after(self, low: str, at: int, end: int) -> Unit | None:
        """A currency sign right behind a number."""
        if (million := self._million_code.match(low, at, end)) is not None:
            return Unit(million[2].upper(), "money", million.end(), 1e6 if million[1] == "m" else 1e3)
        match = self._suffix_sign.match(low, at, end)
        if match is None:
            return None
        return Unit(self._prefixes[match[1]], "money", match.end(), noun=match[1])

    def unit_at(self, text: str, low: str, at: int, end: int) -> Unit | None:
        """The unit whose surface form begins at `at`, behind at most a space or a hyphen."""
        word = _WORDS.match(low, at, end)
        if word is not None:
            forms = self._by_word.get(word[1])
            if forms is not None:
                begin = word.start(1)
                for form, name, kind in forms:
                    stop = begin + len(form)
                    if stop <= end and _same_words(low, begin, form) and (stop == end or not _continues(low, stop)):
                        if name == "quarter" and _FOURTH_PART.match(low, stop, end):
                            return None
                        unit = self._word_unit(text, form, name, kind, begin, stop)
                        if unit is not None:
                            return unit
                        break
        symbol = _SYMBOL.match(text, at, end)
        return self._symbol_unit(text, symbol, at, end) if symbol is not None else None

    def _word_unit(self, text: str, form: str, name: str, kind: str, begin: int, stop: int) -> Unit | None:  # noqa: PLR0917
        if kind == "money" and len(form) == 3 and form.upper() == name and not text[begin:stop].isupper():
            return None
        return Unit(name, kind, stop, noun=form if kind == "money" else "")

    def _symbol_unit(self, text: str, match: re.Match[str], at: int, end: int) -> Unit | None:  # noqa: PLR0911
        symbol, glued, stop = match[1].replace("^", ""), match.start(1) == at, match.end(1)
        spaced = _SPACED.sub(" ", symbol)
        found = self._by_symbol.get(symbol) or self._by_symbol.get(spaced)
        if found is None and spaced[-1] == ".":
            found, stop = self._by_symbol.get(spaced[:-1]), stop - 1
        if found is None and symbol[-1:] in "23" and not symbol[-1:].isascii():
            return None
        if found is None and symbol[0] in "°º˚":
            scale = {"c": "celsius", "f": "fahrenheit", "k": "kelvin"}.get(symbol[1:].strip().lower()[:1], "degree")
            return Unit(scale, "measure", match.end(1) if scale != "degree" else match.start(1) + 1, is_symbol=True)
        if found is None and (parts := _DIVISION.fullmatch(symbol)):
            return self._quotient(parts, match)
        if found is None:
            return None
        if len(symbol) == 1 and not _single_letter_fits(symbol, text, match, glued):
            return None
        if symbol == "st" and (not glued or _FIRST.search(text, max(0, at - 3), at)):
            return None
        if symbol == "in" and not glued and not _ENDS_LENGTH.match(text, match.end(1), end):
            return None
        return Unit(found[0], found[1], stop, self._factors.get(symbol, 1.0), is_symbol=True)

    def _quotient(self, parts: re.Match[str], match: re.Match[str]) -> Unit | None:
        """ "mg/L", "tons/year", "mg/kg/day"."""
        top = self.named(parts[1])
        bottoms = [self.named(part) for part in parts[2][1:].split("/")]
        if top is None:
            return None
        if any(bottom is None for bottom in bottoms):
            return Unit(top[0], top[1], match.start(1) + len(parts[1]), is_symbol=True)
        name = " per ".join([top[0], *(bottom[0] for bottom in bottoms if bottom is not None)])
        return Unit(name, "measure" if top[1] == "duration" else top[1], match.end(1), is_symbol=True)

    def named(self, form: str) -> tuple[str, str] | None:
        """Name and kind of the unit that has this symbol or word."""
        if (found := self._by_symbol.get(form)) is not None:
            return found
        low = form.lower()
        for known, name, kind in self._by_word.get(low.split(" ")[0].split("-")[0], ()):
            if known == low:
                return name, kind
        return None

    def hundredth_at(self, text: str, low: str, at: int, end: int, currency: str) -> Unit | None:
        """ "cents", "pence" behind a number, of `currency` where it has them."""
        match = _HUNDREDTH.match(low, at, end)
        if match is None:
            return None
        word = _HUNDREDTH_NAMES.get(match[1], match[1].rstrip("s"))
        codes = self._hundredths.get(word)
        if (
            codes is None
            or text.startswith(("Cent", "C "), match.start(1))
            or (match[1] == "c" and match.start(1) > at)
        ):
            return None
        return Unit(currency if currency in codes else codes[0], "money", match.end(1), 0.01)


_HUNDREDTH = re.compile(
    r"(?:\s|-){0,2}(cents?|pence|penny|pennies|paisas?|paise|sens?|kopeks?|kopecks?|¢|c(?!\w))(?![a-z])"
)
_HUNDREDTH_NAMES = {
    "¢": "cent",
    "c": "cent",
    "pennies": "penny",
    "paise": "paisa",
    "kopecks": "kopek",
    "kopeck": "kopek",
}
_ORDINARY = frozenset(
    ("all", "top", "try", "mad", "cup", "pen", "sos", "bob", "mop", "lak", "bam", "sit", "gel", "mur", "ron", "amd")
)


_ENDS_LENGTH = re.compile(r"\s*(?:$|[.,;)]|[x×]\s|(?:long|wide|tall|deep|high|thick|more or less)\b)")


def _same_words(low: str, begin: int, form: str) -> bool:
    if low.startswith(form, begin):
        return True
    if " " not in form:
        return False
    return _SPACED.sub(" ", low[begin : begin + len(form)]) == form


def _continues(low: str, stop: int) -> bool:
    return low[stop].isalnum() or low[stop] == "_"


def _single_letter_fits(symbol: str, text: str, match: re.Match[str], glued: bool) -> bool:
    """Whether one letter behind a number is a unit there: "5 m", "20g", not "1990s" or "plan 5 B"."""
    following = text[match.end(1) : match.end(1) + 2]
    if following[:1] == "." and following[1:].isalpha():
        return False
    if symbol == "s":
        return not glued or "." in text[max(0, match.start() - 4) : match.start()]
    if symbol == "K":
        return not glued and text[match.start(1) - 1].isspace()
    if symbol in ("V", "W", "J", "N", "B", "F", "M"):
        goes_on = symbol in "VW" and following[:1] == " " and following[1:].islower()  # "100 W less"
        stands_alone = glued or not following.strip() or following[0] in ",.;)"
        return goes_on or (symbol not in "BFM" and stands_alone)
    if symbol in ("t", "h", "l", "L", "g", "m"):
        return not following.startswith(("'", "’", "-"))
    return True


def _register_of_currencies() -> list[tuple[str, list[str]]]:
    """Codes of the register of currencies with their English names, singular and plural, in lower case.

    Names with a bracket ("Chinese yuan (offshore)", "Mexican silver peso (1861–1992)") are no everyday names.
    """
    locale = Locale("en")
    plurals: dict[str, dict[str, str]] = locale._data["currency_names_plural"]
    return [
        (code, [form.lower() for form in {name, *plurals.get(code, {}).values()} if "(" not in form])
        for code, name in locale.currencies.items()
    ]


@lru_cache(maxsize=4)
def unit_table(lexicon: Lexicon) -> UnitTable:
    """The units by this lexicon."""
    return UnitTable(lexicon.cues["units"])
