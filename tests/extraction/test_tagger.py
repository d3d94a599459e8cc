"""The tagger: its weights file, its decoding, and the candidate runs it looks at."""

import time
from itertools import pairwise

import numpy as np
import pytest

from sample_names import WITHOUT_NAMES
from tidybrief.extraction.names.tagger import NameTagger
from tidybrief.extraction.names.tagger_features import shape
from tidybrief.extraction.names.tagger_runs import LONGEST_RUN, find_candidate_runs
from tidybrief.extraction.names.tagger_weights import load_weights, pack, unpack
from tidybrief.extraction.records import Sentence
from tidybrief.extraction.tokens import Tokens, tokenise


def _tokens(text: str) -> Tokens:
    return tokenise(text, [Sentence(0, 0, len(text), text, "paragraph", "", "asserted")])[0]


@pytest.mark.parametrize(
    ("text", "words"),
    [
        pytest.param("the U.S. ship", ["the", "U.S.", "ship"], id="abbreviation"),
        pytest.param("Ms. O’Brien’s dog", ["Ms.", "O’Brien", "’s", "dog"], id="apostrophe inside and possessive"),
        pytest.param("UK-based AT&T", ["UK", "-", "based", "AT&T"], id="hyphen is a border"),
        pytest.param("Face++ and AI+", ["Face++", "and", "AI+"], id="signs at the end"),
        pytest.param("01.AI and GPT-4.5", ["01.AI", "and", "GPT", "-", "4.5"], id="figures in names"),
        pytest.param("in 2019, John F. Kennedy", ["in", "2019", ",", "John", "F.", "Kennedy"], id="initial"),
        pytest.param("Acme Inc. grew.", ["Acme", "Inc.", "grew", "."], id="company ending"),
    ],
)
def test_tokens(text: str, words: list[str]) -> None:
    assert list(_tokens(text).words) == words


@pytest.mark.parametrize(
    ("text", "runs"),
    [
        pytest.param("we saw Bank of Korea staff", [["Bank", "of", "Korea"]], id="connector inside"),
        pytest.param("Baidu, Alibaba", [["Baidu"], ["Alibaba"]], id="comma ends a run"),
        pytest.param(
            "the 2006 Kenyan general election",
            [["2006", "Kenyan", "general", "election"]],
            id="year and lower-case head",
        ),
        pytest.param("members of al-Qaeda fled", [["al", "-", "Qaeda"]], id="lower-case article of a name"),
        pytest.param("no name here", [], id="none"),
    ],
)
def test_candidate_runs(text: str, runs: list[list[str]]) -> None:
    words = _tokens(text).words
    assert [list(words[first:last]) for first, last in find_candidate_runs(words)] == runs


def test_runs_never_overlap_and_stay_short() -> None:
    words = ["Of", "A", "and"] * 500
    runs = find_candidate_runs(words)
    assert all(last - first <= LONGEST_RUN + 2 for first, last in runs)
    assert all(before[1] <= after[0] for before, after in pairwise(runs))


def test_shape_shortens_repetitions() -> None:
    assert shape("McDonald123") == "XxXxxdd"


def test_inside_labels_only_follow_their_beginning() -> None:
    labels = ("O", "B-ORG", "I-ORG")
    scores = np.array([[0.0, 0.0, 9.0]])
    arrays = {
        "labels": np.frombuffer("\n".join(labels).encode(), dtype=np.uint8),
        "features": np.frombuffer(b"bias", dtype=np.uint8),
        **{name: np.frombuffer(b"", dtype=np.uint8) for name in ("classes", "case", "clusters", "phrases")},
        "rows": np.array([0, 0, 0], dtype=np.int32),
        "columns": np.array([0, 1, 2], dtype=np.int8),
        "values": scores[0].astype(np.float16),
        "transitions": np.zeros((3, 3), dtype=np.float16),
    }
    tagger = NameTagger(unpack(pack(arrays)), WITHOUT_NAMES)
    [tag] = tagger.tag([_tokens("Alpha Beta Gamma")])
    assert (tag.first, tag.last, tag.type) == (0, 3, "ORG")
    assert 0 < tag.probability <= 1


def test_packing_the_same_arrays_gives_the_same_bytes() -> None:
    arrays = {"values": np.arange(5, dtype=np.float16)}
    assert pack(arrays) == pack({"values": np.arange(5, dtype=np.float16)})


def test_the_package_brings_weights_that_load_fast() -> None:
    load_weights.cache_clear()
    started = time.process_time()
    weights = load_weights()
    assert weights is not None
    NameTagger(weights, WITHOUT_NAMES)
    assert time.process_time() - started < 1.0
    assert {"B-ORG", "B-PERSON", "B-PLACE", "B-PRODUCT", "B-POLICY", "B-WORK", "B-EVENT"} <= set(weights.labels)
