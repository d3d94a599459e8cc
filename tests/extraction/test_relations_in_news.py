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
    ],
)
def test_not_stated(annotated: str) -> None:
    assert triples(f"The town met on Monday morning. {annotated}") == set()
