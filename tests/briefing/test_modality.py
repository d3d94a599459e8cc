"""Whether the words around a number, a time or a name tell what is or what may come."""

import polars as pl
import pytest

from tidybrief.briefing.modality import has_ended, may_be_modal, modality_of


def told(sentence: str, *, is_time: bool = False) -> str:
    """As what the bracketed place of a sentence is told."""
    start = sentence.index("[")
    text = sentence.replace("[", "").replace("]", "")
    return modality_of(text, start, sentence.index("]") - 1, is_time=is_time)


@pytest.mark.parametrize(
    ("sentence", "modality"),
    [
        pytest.param("The port handled [40] ships.", "", id="a fact"),
        pytest.param("Vellmar Air will buy 12 ferries valued at [$3 million].", "forecast", id="behind a participle"),
        pytest.param("The yard agreed to widen its dock in Orno, creating [300] jobs.", "aim", id="a gerund inherits"),
        pytest.param("The board pledged to spend [$9 million] on cranes.", "aim", id="a pledge"),
        pytest.param("The goal of the drive was to pass [90 percent].", "aim", id="the subject is a goal"),
        pytest.param("The planned depth is [14 metres].", "aim", id="the subject is planned"),
        pytest.param("The expected cost is [$9 million].", "forecast", id="the subject is expected"),
        pytest.param("Orno announced a [$5 million] harbour plan to widen the quay.", "aim", id="the noun is a plan"),
        pytest.param("The mayor said [thousands] of berths could be lost.", "possibility", id="possible, behind"),
        pytest.param("If fares rise by [5 percent], fewer will sail.", "possibility", id="a condition"),
        pytest.param("Now that it has passed, the [$9 million] will go to the yards.", "forecast", id="a subject"),
        pytest.param("The mayor called for 100 percent cover and said [92 percent] had been met.", "", id="said as so"),
        pytest.param("The harbour, which plans to grow, has [30] cranes.", "", id="a plan in passing"),
        pytest.param("The port will merge the yards into its currently [86] strong fleet.", "", id="holds now"),
        pytest.param("The harbour sold [40] ships in May 2020, but may sell more.", "", id="a later clause"),
        pytest.param("The port bought [4] ferries, which will sail in May.", "", id="a relative clause behind"),
        pytest.param("The ferry has room for [40] cars.", "", id="a capacity"),
        pytest.param("The outbreak was expected to end by then, but [40] more fell ill.", "", id="after but"),
        pytest.param("Officials called for calm after [40] sailors drowned.", "", id="after what was done"),
        pytest.param("The pier will open after [40] months.", "forecast", id="after what is to come"),
        pytest.param("The deal to buy Arbol closed in 2021 for [$9 million].", "", id="a deal that closed"),
        pytest.param("The deal to buy [40] ships stands.", "aim", id="a deal"),
        pytest.param("The programme to help fishers cost [$5 million].", "", id="a programme that cost"),
        pytest.param("A total of [40] people who wanted to sail were held.", "", id="people with a wish"),
        pytest.param("Some [40] piers that will be built in Orno.", "forecast", id="defined by what comes"),
        pytest.param("The [two] yards sought to reassure their crews.", "", id="the subject of a wish"),
        pytest.param("The strategy for [2040] aims to lead.", "aim", id="not the subject of a wish"),
        pytest.param("Profit beat the forecast and reached [$4 million].", "", id="a forecast that was beaten"),
        pytest.param("It forecast a profit of [$20 million], up from $19 million.", "forecast", id="a forecast"),
        pytest.param("It forecast a profit of $20 million, up from [$19 million].", "", id="held against"),
        pytest.param("It expects traffic to go up from 40 to [60] ships.", "forecast", id="from and to"),
        pytest.param("By early estimates, trade should grow by [40%].", "forecast", id="should, of an estimate"),
        pytest.param("A ship -- the board plans to buy two -- of [40] tons lies idle.", "", id="a dash of two hyphens"),
    ],
)
def test_a_number_is_told_as_its_verb_tells_it(sentence: str, modality: str) -> None:
    assert told(sentence) == modality


@pytest.mark.parametrize(
    ("sentence", "modality"),
    [
        pytest.param("The strike was expected to end on [3 May], but went on.", "forecast", id="expected in the past"),
        pytest.param("The strike was expected to end, but on [2 May] it went on.", "", id="what came of it"),
        pytest.param("The parties expect a ruling [this year].", "forecast", id="expected"),
        pytest.param("By [2040], the port aims to lead.", "aim", id="the time of a wish"),
        pytest.param("The ferry might sail [this summer].", "possibility", id="possible"),
        pytest.param("The port said in [May 2024] that it would grow.", "", id="when it was said"),
        pytest.param("The cuts announced [today] will help.", "", id="when it was announced"),
        pytest.param("In [May 2024] the port opened.", "", id="a month that is no verb"),
    ],
)
def test_a_time_is_told_as_its_verb_tells_it(sentence: str, modality: str) -> None:
    assert told(sentence, is_time=True) == modality


@pytest.mark.parametrize(
    ("sentence", "name", "ended"),
    [
        pytest.param("In 2015 Aster sold its ferry line Lumen.", "Lumen", True, id="sold"),
        pytest.param("Aster plans to widen its ferry line Lumen.", "Lumen", False, id="kept"),
        pytest.param("Aster is to be sold; Lumen sails on.", "Lumen", False, id="another clause"),
        pytest.param("Aster agreed to cease selling its ferry line Lumen.", "Lumen", False, id="still to come"),
    ],
)
def test_what_is_sold_is_no_part_any_more(sentence: str, name: str, *, ended: bool) -> None:
    assert has_ended(sentence, sentence.index(name)) is ended


@pytest.mark.parametrize("text", ["", "May", "will", "—", "if", "to", "\ufeffmay \u202e40", "1" * 400])
def test_any_text_passes(text: str) -> None:
    assert modality_of(text, 0, len(text)) in ("", "forecast", "aim", "possibility")
    assert pl.select(may_be_modal(pl.lit(text))).item() in (True, False)
