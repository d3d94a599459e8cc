"""Parts of a whole that nothing but their sum ties to it."""

import pytest
from tests.sample_figures import figures_in


@pytest.mark.parametrize(
    ("text", "wholes"),
    [
        pytest.param(
            "Income rose to £88.4 million. Tickets brought £24.1 million, and broadcasters paid £39.7 million. "
            "The remaining £24.6 million came from sponsors.",
            [None, 88.4e6, 88.4e6, 88.4e6],
            id="parts in two sentences",
        ),
        pytest.param(
            "Sales were $51.2 billion against a forecast of $49.1 billion. Of that, $43 billion came from chips and "
            "$8.2 billion from cables.",
            [None, None, 51.2e9, 51.2e9],
            id="not of the last amount",
        ),
        pytest.param("It has 300 staff, 180 in Leeds and 120 in York.", [None, 300, 300], id="without their noun"),
        pytest.param(
            "It spends €30 million: €10 million on roads and €20 million on rail.", [None, 30e6, 30e6], id="a list"
        ),
        pytest.param(
            "It grants €30 million to towns, €10 million to farms and €20 million to ports.",
            [None] * 3,
            id="a sum by chance",
        ),
        pytest.param("Sales rose by $5 million to $20 million from $15 million.", [None] * 3, id="a change"),
        pytest.param("It runs 12 labs. It closed seven offices and five shops.", [None] * 3, id="other things"),
        pytest.param(
            "It raised $41.7 million. Then $0 million came from Kent, $0 million from Essex and $0 million from Devon.",
            [None] * 4,
            id="parts of nothing",
        ),
        pytest.param("The values are 3, 4 and 7.", [None] * 3, id="bare numbers"),
    ],
)
def test_wholes(text: str, wholes: list[float | None]) -> None:
    assert [row.of_total for row in figures_in(text)] == wholes
