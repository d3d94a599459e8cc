"""Relations as news words them: appointments, callings, investments and launches, and what only looks like them."""

import pytest

from annotated_names import triples


@pytest.mark.parametrize(
    ("annotated", "expected"),
    [
        pytest.param("Independent MP [P Ann Lund] left.", ("Ann Lund", "occupation", "Independent MP"), id="member"),
        pytest.param("They met PM [P Bo Lund] there.", ("Bo Lund", "occupation", "PM"), id="prime minister in short"),
        pytest.param(
            "The astrophysicist [P Ann Lund] wrote it.", ("Ann Lund", "occupation", "astrophysicist"), id="science"
        ),
        pytest.param(
            "[O Acme] named board member [P Ann Lund] as its interim president and CEO.",
            ("Ann Lund", "occupation", "interim president and CEO"),
            id="named with what somebody is already",
        ),
        pytest.param(
            "[P Ann Lund] has been recruited as president of [O Acme].",
            ("Ann Lund", "occupation", "president of Acme"),
            id="recruited",
        ),
        pytest.param(
            '"It is so," wrote lead author [P Ann Lund] on Monday.',
            ("Ann Lund", "occupation", "lead author"),
            id="wrote",
        ),
        pytest.param("[O Acme] previously invested in [O Beta].", ("Acme", "backs", "Beta"), id="invested before"),
        pytest.param(
            "In June, [O Acme] announced a $14 million investment in AI firm [O Beta].",
            ("Acme", "backs", "Beta"),
            id="announced an investment",
        ),
        pytest.param(
            "[O Acme] launched its first chatbot in [L Oslo], [D Zed], on Monday.",
            ("Acme", "develops", "Zed"),
            id="launched in a place",
        ),
        pytest.param(
            "The ruling lets [O Acme] sell its fast [D Zed] processor abroad.",
            ("Acme", "develops", "Zed"),
            id="sells its product",
        ),
        pytest.param(
            "As chief executive of [O Acme], [P Ann Lund] answers to owners.",
            ("Ann Lund", "occupation", "chief executive of Acme"),
            id="an office in front",
        ),
        pytest.param(
            "The mayor of [L Oslo] is [P Ann Lund].",
            ("Ann Lund", "occupation", "mayor of Oslo"),
            id="an office as subject",
        ),
        pytest.param(
            "[O Acme] is run by [P Ann Lund] as chief executive.",
            ("Ann Lund", "occupation", "chief executive"),
            id="run by somebody as what they are",
        ),
        pytest.param(
            "At the helm of [O Acme] stands chief executive [P Ann Lund].",
            ("Ann Lund", "occupation", "chief executive"),
            id="a verb before the title",
        ),
        pytest.param(
            "[P Ann Lund] holds the post of health minister.",
            ("Ann Lund", "occupation", "health minister"),
            id="a post that is held",
        ),
        pytest.param("[O Acme] belongs entirely to [O Beta].", ("Acme", "part_of", "Beta"), id="entirely"),
        pytest.param("[O Acme] owns the whole of [O Beta].", ("Beta", "part_of", "Acme"), id="the whole"),
        pytest.param("[O Acme] is owned outright by [O Beta].", ("Acme", "part_of", "Beta"), id="outright"),
        pytest.param("The maker of [D Zed] is [O Acme].", ("Acme", "develops", "Zed"), id="the maker is"),
        pytest.param("[D Zed] is a development of [O Acme].", ("Acme", "develops", "Zed"), id="a development"),
        pytest.param("[D Zed] is a chatbot developed by [O Acme].", ("Acme", "develops", "Zed"), id="by its kind"),
        pytest.param(
            "[L Oslo] is home to the headquarters of [O Acme].", ("Acme", "located_in", "Oslo"), id="home of a seat"
        ),
    ],
)
def test_stated(annotated: str, expected: tuple[str, str, str]) -> None:
    assert expected in triples(f"The town met on Monday morning. {annotated}")


@pytest.mark.parametrize(
    "annotated",
    [
        pytest.param("At 5 PM [P Ann Lund] left.", id="hour"),
        pytest.param("[P Ann Lund] is an excellent manager.", id="opinion of a manager"),
        pytest.param("[P Ann Lund] is a great teacher, they say.", id="opinion of a teacher"),
        pytest.param("[P Ann Lund] was confirmed dead on Monday.", id="confirmed otherwise"),
        pytest.param("[O Labor] now leads in [L Flynn] by nine votes.", id="leads in a constituency"),
        pytest.param("[O Acme] announced a planned investment in [O Beta].", id="planned investment"),
        pytest.param("[O Acme] made an investment in [O Beta]'s mill.", id="investment in what another owns"),
        pytest.param("[O Acme] will launch its [D Zed] integration in May.", id="integration of another's product"),
        pytest.param("[O Acme]'s [D Zed] ban began on Monday.", id="ban of another's product"),
        pytest.param("[O Acme] was hired to sell the [D Zed].", id="sells what is not its own"),
        pytest.param("The camera of [D Zed] was developed by [O Acme].", id="a part is made by"),
        pytest.param("The son of the mayor is [P Ann Lund].", id="somebody of the office"),
        pytest.param("As a child, [P Ann Lund] lived in [L Oslo].", id="no office in front"),
    ],
)
def test_not_stated(annotated: str) -> None:
    assert triples(f"The town met on Monday morning. {annotated}") == set()
