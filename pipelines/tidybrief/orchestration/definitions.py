"""The entry point of Dagster's tools: the pipeline over the project of the working folder.

What belongs here: nothing else. The settings come from `tidybrief.toml` and the environment.
"""

from typing import Final

from tidybrief.orchestration.pipeline import pipeline
from tidybrief.settings import load_settings

defs: Final = pipeline(load_settings())
