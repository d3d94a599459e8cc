"""Relations: what a sentence states between names, in which direction, and what keeps it from stating it."""

import re
import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tidybrief.extraction.records import Entity, Mention, Relation
from tidybrief.extraction.relations import find_relations
from tidybrief.extraction.sentences import find_sentences
from tidybrief.lexicon import load_lexicon
from tidybrief.reading.document import Document
from tidybrief.vocabulary import FACTUALITIES, PREDICATES

_TYPES = {
    "O": "ORG",
    "P": "PERSON",
    "L": "PLACE",
    "A": "PLACE",
    "D": "PRODUCT",
    "Y": "POLICY",
    "W": "WORK",
    "E": "EVENT",
}
_ANNOTATED = re.compile(r"\[([OPLADYWE]) ([^\]]+)\]")


def extracted(annotated: str) -> tuple[Relation, ...]:
    """The relations of a text whose names are annotated as "[O Acme]"; an entity is called what its mention says."""
    text, spans = "", []
    position = 0
    for found in _ANNOTATED.finditer(annotated):
        text += annotated[position : found.start()]
        spans.append((len(text), found[1], found[2]))
        text += found[2]
        position = found.end()
    text += annotated[position:]
    document = Document("a.txt", "", "text/plain", text)
    sentences = find_sentences(document, load_lexicon())
    entities, mentions = {}, []
    for start, code, name in spans:
        number = next(row.sentence_no for row in sentences if row.start <= start < row.end)
        entity_id = f"{_TYPES[code]}:{name}"
        entities[entity_id] = Entity(entity_id, name, _TYPES[code])
        form = "adjective" if code == "A" else "name"
        mentions.append(Mention(number, start, start + len(name), name, entity_id, _TYPES[code], form, "test", 1.0))
    return find_relations(document, sentences, tuple(entities.values()), tuple(mentions), load_lexicon())


def triples(annotated: str) -> set[tuple[str, str, str]]:
    return {(row.subject_id.partition(":")[2], row.predicate, row.object) for row in extracted(annotated)}


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
    rows = find_relations(document, sentences, (Entity("org:acme", "Acme Institute", "ORG"),), mentions, load_lexicon())
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


@pytest.mark.parametrize(
    ("annotated", "expected"),
    [
        pytest.param(
            "[O Acme], the [L Oslo]-based owner of two mills, grew.",
            ("Acme", "located_in", "Oslo"),
            id="place in front of any kind",
        ),
        pytest.param(
            "Based in [L Oslo], [O Acme] sells pumps.",
            ("Acme", "located_in", "Oslo"),
            id="seat in front of the sentence",
        ),
        pytest.param(
            "[O Acme], which is headquartered in [L Oslo], grew.",
            ("Acme", "located_in", "Oslo"),
            id="headquartered in a relative clause",
        ),
        pytest.param(
            "[O Acme] was founded in 2019 in [L Oslo].", ("Acme", "located_in", "Oslo"), id="founded in a place"
        ),
        pytest.param(
            "[O Acme] has its headquarters in [L Oslo].", ("Acme", "located_in", "Oslo"), id="has its headquarters in"
        ),
        pytest.param(
            "[L Oslo] has two mills, and [O Acme] and [O Beta] have their headquarters there.",
            ("Beta", "located_in", "Oslo"),
            id="headquarters there",
        ),
        pytest.param(
            "They met in [L Oslo], where [O Acme] is based.", ("Acme", "located_in", "Oslo"), id="place of a seat"
        ),
        pytest.param("[L Oslo] is home to [O Acme].", ("Acme", "located_in", "Oslo"), id="home of"),
        pytest.param(
            "[O Acme] of [L Oslo] hired 20 people.", ("Acme", "located_in", "Oslo"), id="organisation of a place"
        ),
        pytest.param(
            "The [A Danish] [O Water Commission] sued.",
            ("Water Commission", "located_in", "Danish"),
            id="nationality of an institution",
        ),
        pytest.param(
            "The [O Acme] Summit grew. [P Ann Lee] lives in [L Oslo].",
            ("Ann Lee", "located_in", "Oslo"),
            id="residence",
        ),
        pytest.param(
            "The [E River Summit] was held last week in [L Oslo].",
            ("River Summit", "located_in", "Oslo"),
            id="event held",
        ),
        pytest.param(
            "They spoke in [L Oslo] at the [E River Summit].",
            ("River Summit", "located_in", "Oslo"),
            id="place before its event",
        ),
        pytest.param(
            "[O Acme] grew. The [A Danish] firm hired 20 people.",
            ("Acme", "located_in", "Danish"),
            id="the firm with its country",
        ),
        pytest.param("[O Acme], the maker of the [D Zed] phone, grew.", ("Acme", "develops", "Zed"), id="maker of"),
        pytest.param(
            "[O Acme], the [L Oslo]-based owner of the app [D Zed], grew.",
            ("Acme", "develops", "Zed"),
            id="owner of an app",
        ),
        pytest.param(
            "They await [D Zed], a small robot that [O Acme] is building with [O Beta].",
            ("Acme", "develops", "Zed"),
            id="product in a relative clause",
        ),
        pytest.param(
            "They await [D Zed], a small robot that [O Acme] is building with [O Beta].",
            ("Beta", "develops", "Zed"),
            id="partner in a relative clause",
        ),
        pytest.param(
            "[O Acme], whose [D Zed] model sells well, grew.", ("Acme", "develops", "Zed"), id="whose product"
        ),
        pytest.param(
            "[O Acme] grew. [D Zed], the company's newest model, sells well.",
            ("Acme", "develops", "Zed"),
            id="the company's model",
        ),
        pytest.param(
            "[O Acme], which is based in [L Oslo], sells the [D Zed] phone and the tablet [D Yod].",
            ("Acme", "develops", "Yod"),
            id="coordinated products with their kinds",
        ),
        pytest.param(
            "[O Acme] said on Monday that it has launched [D Zed].", ("Acme", "develops", "Zed"), id="said of itself"
        ),
        pytest.param(
            "[O Acme] was fined by the regulator [O Beta] for its phone [D Zed].",
            ("Acme", "develops", "Zed"),
            id="its owner is the subject, not the agent",
        ),
        pytest.param("[O Acme] began selling its [D Zed] phone.", ("Acme", "develops", "Zed"), id="began selling"),
        pytest.param("The launch of [D Zed] by [O Acme] went well.", ("Acme", "develops", "Zed"), id="launch by"),
        pytest.param(
            "[D Zed], a chatbot from [O Acme], grew.", ("Acme", "develops", "Zed"), id="product from its maker"
        ),
        pytest.param(
            "She uses the chatbot [P Zed], built by [O Acme].",
            ("Acme", "develops", "Zed"),
            id="a noun tells that a name is a product",
        ),
        pytest.param(
            "[O Acme]'s [D Zed] model competes with [D Yod].",
            ("Zed", "competes_with", "Yod"),
            id="product with its kind competes",
        ),
        pytest.param("[O Acme] and [O Beta] are rivals.", ("Acme", "competes_with", "Beta"), id="are rivals"),
        pytest.param(
            "To compete with [O Beta], [O Acme] cut prices.", ("Acme", "competes_with", "Beta"), id="to compete with"
        ),
        pytest.param(
            "[O Acme]'s rivals include [O Beta] and [O Gamma].", ("Acme", "competes_with", "Gamma"), id="rivals include"
        ),
        pytest.param(
            "[O Beta], founded in 2017, is the research arm of [O Acme].",
            ("Beta", "part_of", "Acme"),
            id="copula behind an aside",
        ),
        pytest.param("[O Beta] belongs to [O Acme].", ("Beta", "part_of", "Acme"), id="belongs to"),
        pytest.param(
            "[O Beta], which has 30 shops, was spun off from [O Acme].",
            ("Beta", "spun_off_from", "Acme"),
            id="spun off behind an aside",
        ),
        pytest.param(
            "Spun out of [O Acme] in 2019, [O Beta] grew.", ("Beta", "spun_off_from", "Acme"), id="spun out in front"
        ),
        pytest.param(
            "[O Beta] raised $5 million in a round led by [O Acme] and [O Gamma].",
            ("Gamma", "backs", "Beta"),
            id="raised in a round led by",
        ),
        pytest.param(
            "[O Beta] raised $5 million in a round led by [O Acme], with participation from [O Gamma].",
            ("Gamma", "backs", "Beta"),
            id="participation",
        ),
        pytest.param("[O Beta] raised 3 million euros from [O Acme].", ("Acme", "backs", "Beta"), id="raised from"),
        pytest.param(
            "[O Beta] closed a $4 million round; [O Acme] invested $1 million of that.",
            ("Acme", "backs", "Beta"),
            id="invested of that",
        ),
        pytest.param(
            "[O Beta] grew. The round was led by [O Acme].",
            ("Acme", "backs", "Beta"),
            id="the round of the company before",
        ),
        pytest.param(
            "[O Beta] grew. Existing investors [O Acme] and [O Gamma] also took part.",
            ("Gamma", "backs", "Beta"),
            id="investors who took part",
        ),
        pytest.param("[O Acme] led [O Beta]'s $5 million round.", ("Acme", "backs", "Beta"), id="led a round"),
        pytest.param("[O Acme] bought 60% of [O Beta].", ("Acme", "backs", "Beta"), id="bought a share"),
        pytest.param(
            "Judges study [O Acme]'s purchase of a 26% stake in [O Beta].",
            ("Acme", "backs", "Beta"),
            id="purchase of a stake",
        ),
        pytest.param(
            "[O Beta], a lab in [L Oslo] backed by the fund [O Acme], grew.",
            ("Acme", "backs", "Beta"),
            id="kind backed by",
        ),
        pytest.param("[O Beta]'s investors include [O Acme].", ("Acme", "backs", "Beta"), id="investors include"),
        pytest.param("[O Beta] counts [O Acme] among its backers.", ("Acme", "backs", "Beta"), id="counts among"),
        pytest.param(
            "[O Acme], [O Beta]'s largest shareholder, left.", ("Acme", "backs", "Beta"), id="largest shareholder"
        ),
        pytest.param(
            "The [Y Water Act], which [L Chile] adopted in May, helps.",
            ("Chile", "issued", "Water Act"),
            id="policy in a relative clause",
        ),
        pytest.param(
            "[L Chile]'s parliament passed the [Y Water Act].",
            ("Chile", "issued", "Water Act"),
            id="parliament of a state",
        ),
        pytest.param(
            "Prices rose, the [O Water Board] said in its [W Water Review].",
            ("Water Board", "published", "Water Review"),
            id="said in its work",
        ),
        pytest.param(
            "Prices rose, the [O Water Board] said in a bulletin.",
            ("Water Board", "published", "bulletin"),
            id="said in a report",
        ),
        pytest.param("In a study of mills, [O Acme] found more.", ("Acme", "published", "study"), id="in a study"),
        pytest.param(
            '[O Acme] published the "[W Mill Report]" in May.',
            ("Acme", "published", "Mill Report"),
            id="published a titled work",
        ),
        pytest.param('[P Ann Lee] wrote "[W Rivers]" in May.', ("Ann Lee", "authored", "Rivers"), id="wrote"),
        pytest.param(
            "[W Rivers], a novel by [P Ann Lee], sold well.", ("Ann Lee", "authored", "Rivers"), id="novel by"
        ),
        pytest.param(
            "[P Ann Lee], 34, a market trader, walked.",
            ("Ann Lee", "occupation", "market trader"),
            id="open class of occupations",
        ),
        pytest.param(
            "Pumps fail, said [P Ann Lee], a professor of law at [O Acme].",
            ("Ann Lee", "occupation", "professor of law at Acme"),
            id="speaker with office",
        ),
        pytest.param(
            "[O Acme], founded by lawyer [P Ann Lee], grew.", ("Ann Lee", "occupation", "lawyer"), id="founded by"
        ),
        pytest.param(
            "[O Acme], a maker of warehouse robots, grew.",
            ("Acme", "specializes_in", "warehouse robots"),
            id="maker of a kind of goods",
        ),
        pytest.param(
            "[O Beta] was spun off from [O Acme] in 2020 and focuses on optics.",
            ("Beta", "specializes_in", "optics"),
            id="second verb",
        ),
        pytest.param("[O Acme] ([L Oslo], [L Norway]) makes pumps.", ("Acme", "located_in", "Oslo"), id="paren place"),
        pytest.param(
            "[O Acme] operates from its headquarters in [L Oslo].",
            ("Acme", "located_in", "Oslo"),
            id="O Acme operates from its headquarters in L Oslo.",
        ),
        pytest.param(
            "Dr. [P Ann Lee], a heart surgeon, left.",
            ("Ann Lee", "occupation", "heart surgeon"),
            id="Dr. P Ann Lee, a heart surgeon, left.",
        ),
        pytest.param(
            "[P Ann Lee], a [L Oslo] baker, left.",
            ("Ann Lee", "occupation", "baker"),
            id="P Ann Lee, a L Oslo baker, left.",
        ),
        pytest.param(
            "[P Ann Lee] is head of research at [O Acme].",
            ("Ann Lee", "occupation", "head of research at Acme"),
            id="P Ann Lee is head of research at O Acme.",
        ),
        pytest.param(
            "[D Zed] was developed by researchers at [O Acme].", ("Acme", "develops", "Zed"), id="researchers at"
        ),
        pytest.param(
            "[O Acme]'s new model, called [D Zed], sells.",
            ("Acme", "develops", "Zed"),
            id="O Acme's new model, called D Zed, sells.",
        ),
        pytest.param(
            "[O Acme] released a model called [D Zed].",
            ("Acme", "develops", "Zed"),
            id="O Acme released a model called D Zed.",
        ),
        pytest.param("[O Acme] released a free version of [D Zed].", ("Acme", "develops", "Zed"), id="version of"),
        pytest.param(
            "[O Acme] released two models, [D Zed] and [D Yod].",
            ("Acme", "develops", "Yod"),
            id="O Acme released two models, D Zed and D Yod.",
        ),
        pytest.param(
            "[O Acme] and [O Beta] jointly developed [D Zed].",
            ("Beta", "develops", "Zed"),
            id="O Acme and O Beta jointly developed D Zed.",
        ),
        pytest.param("The company behind [D Zed], [O Acme], grew.", ("Acme", "develops", "Zed"), id="company behind"),
        pytest.param(
            "[O Acme] faces competition from [O Beta] and [O Gamma].",
            ("Acme", "competes_with", "Gamma"),
            id="competition from",
        ),
        pytest.param("[O Acme] owns [O Beta].", ("Beta", "part_of", "Acme"), id="owns"),
        pytest.param("[O Beta], which [O Acme] owns, grew.", ("Beta", "part_of", "Acme"), id="which owns"),
        pytest.param("[O Acme] acquired [O Beta] in 2020.", ("Beta", "part_of", "Acme"), id="acquired"),
        pytest.param(
            "[O Beta], a spin-off from [O Acme], grew.",
            ("Beta", "spun_off_from", "Acme"),
            id="O Beta, a spin-off from O Acme, grew.",
        ),
        pytest.param(
            "[O Beta], which has raised $9 million from [O Acme], grew.",
            ("Acme", "backs", "Beta"),
            id="O Beta, which has raised $9 million from O Acme, grew.",
        ),
        pytest.param(
            "[O Beta] received a $5 million grant from [O Acme].",
            ("Acme", "backs", "Beta"),
            id="O Beta received a $5 million grant from O Acme.",
        ),
        pytest.param(
            "[O Acme] poured $3 million into the [A Danish] start-up [O Beta].",
            ("Acme", "backs", "Beta"),
            id="O Acme poured $3 million into the A Danish start-up O Beta.",
        ),
        pytest.param("[O Beta], 20% owned by [O Acme], grew.", ("Acme", "backs", "Beta"), id="20% owned"),
        pytest.param(
            "[O Acme], a [A Danish] company specialising in optics, grew.",
            ("Acme", "specializes_in", "optics"),
            id="O Acme, a A Danish company specialising in optics, grew.",
        ),
        pytest.param(
            "[L Oslo] will host the [E River Summit].", ("River Summit", "located_in", "Oslo"), id="will host"
        ),
    ],
)
def test_stated_in_other_words(annotated: str, expected: tuple[str, str, str]) -> None:
    assert expected in triples(f"The town met on Monday morning.\n\n{annotated}")


@pytest.mark.parametrize(
    "annotated",
    [
        pytest.param("[O Acme] would buy 60% of [O Beta].", id="would"),
        pytest.param("[O Acme] may launch [D Zed].", id="may"),
        pytest.param("[O Acme] denied that it launched [D Zed].", id="denial"),
        pytest.param("[O Acme] failed to raise $5 million from [O Beta].", id="failed"),
        pytest.param("[O Acme] plans to buy 60% of [O Beta].", id="plan"),
        pytest.param("[O Acme] is not based in [L Oslo].", id="not based"),
        pytest.param("[P Ann Lee], a commuter, left.", id="no occupation"),
        pytest.param("[P Ann Lee] met us, an update on work in hand.", id="no apposition of a person"),
        pytest.param("In it [P Ann Lee], remembers a student.", id="a verb is no office"),
        pytest.param("[O Acme] could be acquired by [O Beta].", id="could be acquired"),
        pytest.param("[W Press Call] by [P Ann Lee] in May.", id="an event that somebody holds"),
        pytest.param("[O Acme] plans to own [O Beta].", id="plans to own"),
        pytest.param("[O Acme] is in talks to raise $5 million from [O Beta].", id="in talks"),
    ],
)
def test_only_said_to_come_or_not_said(annotated: str) -> None:
    assert triples(f"The town met on Monday morning. {annotated}") == set()


@pytest.mark.parametrize(
    ("annotated", "expected"),
    [
        pytest.param(
            "[O Acme], [O Beta] and the [A Danish] firm [O Gamma] grew.",
            {("Gamma", "located_in", "Danish")},
            id="a list is no apposition",
        ),
        pytest.param(
            "[O Acme]'s [D Zed], [O Beta]'s [D Yod] and others sell.",
            {("Acme", "develops", "Zed"), ("Beta", "develops", "Yod")},
            id="owners in a list own what follows them",
        ),
        pytest.param(
            "[O Acme] and [O Beta] compete with [O Gamma].",
            {("Acme", "competes_with", "Gamma"), ("Beta", "competes_with", "Gamma")},
            id="partners against a third",
        ),
    ],
)
def test_lists(annotated: str, expected: set[tuple[str, str, str]]) -> None:
    assert triples(f"The town met on Monday morning. {annotated}") == expected
