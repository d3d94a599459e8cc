"""quantulum3: quantities with their units, without its optional classifier."""

from collections.abc import Callable, Sequence
from importlib.metadata import version

VERSIONS = {"quantulum3": version("quantulum3")}


def load(_: Sequence[str]) -> Callable[[str], object]:
    from quantulum3 import parser

    return parser.parse
