"""Relations: what a sentence states between names, in which direction, and what keeps it from stating it."""

import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from annotated_names import extracted, triples
from tidybrief.extraction.records import Entity, Mention
from tidybrief.extraction.relations.triples import find_relations
from tidybrief.extraction.sentences.rows import find_sentences
from tidybrief.lexicon import load_lexicon
from tidybrief.reading.document import Document
from tidybrief.vocabulary import FACTUALITIES, PREDICATES


@pytest.mark.parametrize(
    ("annotated", "expected"),
    [
        pytest.param(
            "[P Ann Lee], president of [O Acme], left.", ("Ann Lee", "occupation", "president of Acme"), id="apposition"
        ),
        pytest.param("Energy minister [P Ann Lee] left.", ("Ann Lee", "occupation", "Energy minister"), id="title"),
        pytest.param(
            "[O Acme] founder [P Ann Lee] left.", ("Ann Lee", "occupation", "Acme founder"), id="title with employer"
        ),
        pytest.param(
            "The [A Danish] prime minister [P Ann Lee] left.",
            ("Ann Lee", "occupation", "prime minister"),
            id="title without its place",
        ),
        pytest.param(
            "Secretary of State [P Ann Lee] left.", ("Ann Lee", "occupation", "Secretary of State"), id="title with of"
        ),
        pytest.param("[P Ann Lee] is a chemist.", ("Ann Lee", "occupation", "chemist"), id="statement of office"),
        pytest.param(
            "Two pilots, [P Ann Lee] and [P Bo Day], left.", ("Bo Day", "occupation", "pilot"), id="plural office"
        ),
        pytest.param(
            "A law expert and former judge, [P Ann Lee], left.",
            ("Ann Lee", "occupation", "law expert"),
            id="coordinated titles",
        ),
        pytest.param(
            "[O Acme] appointed [P Ann Lee] as chief executive.",
            ("Ann Lee", "occupation", "chief executive"),
            id="appointment",
        ),
        pytest.param(
            "The [A Danish] toy maker [O Acme] grew.", ("Acme", "located_in", "Danish"), id="kind before name"
        ),
        pytest.param("[L Oslo]-based [O Acme] grew.", ("Acme", "located_in", "Oslo"), id="based"),
        pytest.param("[O Acme] is headquartered in [L Oslo].", ("Acme", "located_in", "Oslo"), id="headquartered"),
        pytest.param(
            "[O Acme], a [A Danish] bank, grew.", ("Acme", "located_in", "Danish"), id="apposition with place"
        ),
        pytest.param(
            "Big [A Danish] banks like [O Acme], [O Beta] and [O Gamma] grew.",
            ("Gamma", "located_in", "Danish"),
            id="coordinated examples",
        ),
        pytest.param("[L Chile]'s [O Acme] grew.", ("Acme", "located_in", "Chile"), id="place as owner"),
        pytest.param(
            "[O Acme Institute] in [L Oslo] grew.", ("Acme Institute", "located_in", "Oslo"), id="institution in place"
        ),
        pytest.param("[O Acme] has developed [D Zed], a phone.", ("Acme", "develops", "Zed"), id="developed"),
        pytest.param("[O Acme]’s long-awaited [D Zed] sold well.", ("Acme", "develops", "Zed"), id="owner of product"),
        pytest.param(
            "[D Zed], a phone made by the [A Danish] firm [O Acme], sold well.",
            ("Acme", "develops", "Zed"),
            id="passive",
        ),
        pytest.param("[O Acme] makes chips, such as the [D Zed] series.", ("Acme", "develops", "Zed"), id="such as"),
        pytest.param("[O Acme] sells its robot, [D Zed].", ("Acme", "develops", "Zed"), id="its product"),
        pytest.param("[O Acme]'s research lab, [O Beta], grew.", ("Beta", "part_of", "Acme"), id="owner's unit"),
        pytest.param("[O Beta], a subsidiary of [O Acme], grew.", ("Beta", "part_of", "Acme"), id="subsidiary of"),
        pytest.param("[O Acme] will merge shops into its [O Beta] chain.", ("Beta", "part_of", "Acme"), id="its chain"),
        pytest.param("[O Beta] is owned by [O Acme].", ("Beta", "part_of", "Acme"), id="owned by"),
        pytest.param("[O Beta], the tool arm of [O Acme], sold [D Zed].", ("Beta", "part_of", "Acme"), id="arm of"),
        pytest.param("[O Beta], [O Acme]'s tool unit, grew.", ("Beta", "part_of", "Acme"), id="unit behind its name"),
        pytest.param("[O Beta], an [O Acme] subsidiary, grew.", ("Beta", "part_of", "Acme"), id="kind behind owner"),
        pytest.param("[O Beta] was spun off from [O Acme].", ("Beta", "spun_off_from", "Acme"), id="spun off"),
        pytest.param(
            "[O Acme] focuses on optics, robotics, and medical imaging.",
            ("Acme", "specializes_in", "medical imaging"),
            id="coordinated fields",
        ),
        pytest.param(
            "[O Acme] specializes in research and development.",
            ("Acme", "specializes_in", "research and development"),
            id="fields that stay together",
        ),
        pytest.param(
            "Specializing in optics, [O Acme] grew.", ("Acme", "specializes_in", "optics"), id="fronted field"
        ),
        pytest.param(
            "[O Acme] is known for its strong focus on optics.",
            ("Acme", "specializes_in", "optics"),
            id="known for its focus on",
        ),
        pytest.param("[O Acme]-backed [O Beta] grew.", ("Acme", "backs", "Beta"), id="backed"),
        pytest.param("[O Beta] is backed by [O Acme] and [O Gamma].", ("Gamma", "backs", "Beta"), id="backed by"),
        pytest.param("[O Acme] invested $2 million in [O Beta].", ("Acme", "backs", "Beta"), id="invested"),
        pytest.param("[O Acme] competes with [O Beta].", ("Acme", "competes_with", "Beta"), id="competes"),
        pytest.param("[L Chile] passed the [Y Water Act].", ("Chile", "issued", "Water Act"), id="passed an act"),
        pytest.param(
            "[L Chile] and the [L Peru] are signing a [Y Water Deal].",
            ("Peru", "issued", "Water Deal"),
            id="both sides sign",
        ),
        pytest.param("[L Chile]’s [Y Water Act] helps.", ("Chile", "issued", "Water Act"), id="owner of a policy"),
        pytest.param(
            "The [Y Water Act] was adopted by [L Chile].", ("Chile", "issued", "Water Act"), id="policy adopted by"
        ),
        pytest.param(
            "A report published by [O Acme] says so.", ("Acme", "published", "report"), id="report published by"
        ),
        pytest.param("A 2017 [O Acme] study says so.", ("Acme", "published", "study"), id="study of an organisation"),
        pytest.param("[O Acme]'s report, ‘[W Rivers]’, came out.", ("Acme", "published", "Rivers"), id="titled report"),
        pytest.param(
            "‘[W Rivers],’ written by [P Ann Lee], sold well.", ("Ann Lee", "authored", "Rivers"), id="written by"
        ),
    ],
)
def test_stated(annotated: str, expected: tuple[str, str, str]) -> None:
    assert expected in triples(f"The town met on Monday morning. {annotated}")


@pytest.mark.parametrize(
    "annotated",
    [
        pytest.param("[O Acme] has not developed [D Zed].", id="negation"),
        pytest.param("[O Acme] never invested in [O Beta].", id="never"),
        pytest.param("Has [O Acme] developed [D Zed]?", id="question"),
        pytest.param("If [O Acme] developed [D Zed], it would be rich.", id="condition"),
        pytest.param("Imagine that [O Acme] developed [D Zed].", id="imagined"),
        pytest.param("[O Beta], a former subsidiary of [O Acme], grew.", id="former unit"),
        pytest.param("[O Acme]'s use of [D Zed] grew.", id="user, not maker"),
        pytest.param("[O Acme] met [O Beta] in [L Oslo].", id="meeting place"),
        pytest.param("[O Acme] sued the founder of the club.", id="office without a person"),
        pytest.param("The president met [P Ann Lee].", id="office of somebody else"),
        pytest.param("Thousands came to remember [P Ann Lee], who died.", id="verb before a person"),
        pytest.param("The plan focuses on water for [L Oslo].", id="field of no organisation"),
        pytest.param("[O Acme] and [O Beta] have developed models like [D Zed] and [D Yar].", id="who made which"),
        pytest.param("[O Acme] and [O Beta] are based in [L Oslo] and [L Rome], respectively.", id="who sits where"),
    ],
)
def test_not_stated(annotated: str) -> None:
    assert triples(f"The town met on Monday morning. {annotated}") == set()


@pytest.mark.parametrize(
    ("annotated", "expected"),
    [
        pytest.param(
            "[O Beta], the tool arm of [O Acme], launched [D Zed].",
            {("Beta", "part_of", "Acme"), ("Beta", "develops", "Zed")},
            id="the subject of the verb stands before the apposition",
        ),
        pytest.param(
            "[O Acme], best known for its maps, grew and hired.",
            {("Acme", "specializes_in", "maps")},
            id="a field ends with its apposition",
        ),
        pytest.param(
            "[O Acme] specializes in maps and counts banks among its clients.",
            {("Acme", "specializes_in", "maps")},
            id="a coordinated verb is no field",
        ),
        pytest.param(
            "[O Acme] appointed [P Ann Lee] its new chief scientist.",
            {("Ann Lee", "occupation", "chief scientist")},
            id="an office without its owner's pronoun",
        ),
        pytest.param(
            "[O Acme] and [O Beta] developed [D Zed] and [D Yar], respectively.",
            {("Acme", "develops", "Zed"), ("Beta", "develops", "Yar")},
            id="each has made its own",
        ),
        pytest.param(
            "[O Acme] and [O Beta] developed [D Zed].",
            {("Acme", "develops", "Zed"), ("Beta", "develops", "Zed")},
            id="two have made one",
        ),
        pytest.param(
            "[P Ann Lee], 45, a chemist at [O Acme], left.",
            {("Ann Lee", "occupation", "chemist at Acme")},
            id="an age between name and office",
        ),
    ],
)
def test_stated_and_nothing_else(annotated: str, expected: set[tuple[str, str, str]]) -> None:
    assert triples(f"The town met on Monday morning. {annotated}") == expected


def test_the_company_is_the_one_its_label_names() -> None:
    text = "Makers of the North\n\n- [O Acme]:\n- Specializes in optics. The company’s [D Zed] sells well."
    assert triples(text) == {("Acme", "specializes_in", "optics"), ("Acme", "develops", "Zed")}


def test_the_company_is_the_one_its_paragraph_speaks_of() -> None:
    assert ("Acme", "develops", "Zed") in triples("[O Acme] grew last year. The company launched [D Zed] in May.")
    assert triples("[O Acme] met [O Beta] there.\n\nThe company launched [D Zed] in May.") == set()


def test_a_byline_names_the_author_of_the_document() -> None:
    assert ("Ann Lee", "authored", "Rivers Rise Again in the North") in triples(
        "Rivers Rise Again in the North\nBy [P Ann Lee]\nThe water rose on Monday."
    )


def test_rows_take_the_factuality_of_their_sentence_and_its_span() -> None:
    (row,) = extracted("The town met. Energy minister [P Ann Lee] will resign.")
    assert (row.factuality, row.start, row.end) == ("forecast", 14, 50)


def test_an_alias_in_brackets_does_not_part_a_pattern() -> None:
    document = Document("a.txt", "", "text/plain", "A study by the Acme Institute (AI) came out.")
    sentences = find_sentences(document, load_lexicon())
    mentions = tuple(
        Mention(0, start, end, document.text[start:end], "org:acme", "ORG", "name", "test", 1.0)
        for start, end in ((15, 29), (31, 33))
    )
    acme = Entity("org:acme", "Acme Institute", "ORG")
    rows = find_relations(document, sentences, (acme,), mentions, {}, load_lexicon())
    assert [(row.predicate, row.object) for row in rows] == [("published", "study")]


_NAMES = st.sampled_from(
    ["[O Acme]", "[P Ann Lee]", "[L Oslo]", "[A Danish]", "[D Zed]", "[Y Water Act]", "[W Rivers]"]
)
_WORDS = st.sampled_from(
    [
        "'s",
        "’s",
        ",",
        "its",
        "The company",
        "developed",
        "president",
        "of",
        "by",
        "in",
        "and",
        "-based",
        "report",
        "(",
        ")",
        ".",
    ]
)


@given(st.lists(_NAMES | _WORDS, max_size=30).map(" ".join))
@settings(max_examples=150, deadline=None)
def test_rows_are_valid_whatever_the_words(annotated: str) -> None:
    for row in extracted(annotated):
        assert row.predicate in PREDICATES
        assert row.factuality in FACTUALITIES
        assert 0 < row.confidence <= 1
        assert row.object
        assert row.object_id != row.subject_id


@pytest.mark.parametrize(
    "unit",
    [
        "[O Acme] and ",
        "[O Acme], ",
        "president ",
        "[P Ann Lee], a ",
        "[D Zed] made , ",
        "its ",
        "[O Acme], the maker of [D Zed], ",
        "[O Acme] raised $5 million in a round, ",
        "[O Acme], which has ",
        "[O Acme] (",
        "[O Acme] said it ",
    ],
)
def test_hostile_sentences_take_linear_time(unit: str) -> None:
    started = time.process_time()
    extracted(unit * 2_000)
    assert time.process_time() - started < 10
