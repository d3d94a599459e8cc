"""dateparser: dates in running text, told that it is English."""

from collections.abc import Callable, Sequence
from importlib.metadata import version

VERSIONS = {"dateparser": version("dateparser")}


def load(_: Sequence[str]) -> Callable[[str], object]:
    from dateparser.search import search_dates

    return lambda text: search_dates(text, languages=["en"])
