"""The README of a publication: what a stranger who finds the folder needs to know.

What belongs here: what the template is given. Its words stand in the template, what columns mean in `dictionary`.
"""

from collections.abc import Mapping
from datetime import date
from functools import cache
from typing import Any, Final

from jinja2 import Environment, PackageLoader, StrictUndefined, Template

from tidybrief import __version__, dictionary

README: Final = "README.md"


def readme(package: Mapping[str, Any], settings: Mapping[str, Any], as_of: date | None) -> str:
    """The text, from the data package of a publication, its settings and the day it is as of."""
    resources = package["resources"]
    return _template().render(
        package=package,
        rows={resource["name"]: resource["rows"] for resource in resources},
        tables=[dictionary.describe(resource["name"]) for resource in resources],
        as_of=as_of,
        version=__version__,
        **{name: settings.get(name) for name in ("publisher", "licence", "citation")},
    )


@cache
def _template() -> Template:
    environment = Environment(
        loader=PackageLoader("tidybrief", "publishing/templates"),
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
        autoescape=False,
    )
    return environment.get_template("README.md.j2")
