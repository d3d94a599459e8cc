"""Recognizers-Text: numbers, percentages, currencies, dimensions, ages, dates and times."""

from collections.abc import Callable, Sequence
from importlib.metadata import version

VERSIONS = {"recognizers-text-suite": version("recognizers-text-suite")}


def load(_: Sequence[str]) -> Callable[[str], object]:
    import recognizers_suite as suite

    english = suite.Culture.English
    finders = (
        suite.recognize_number,
        suite.recognize_percentage,
        suite.recognize_currency,
        suite.recognize_dimension,
        suite.recognize_age,
        suite.recognize_datetime,
    )
    return lambda text: [finder(text, english) for finder in finders]
