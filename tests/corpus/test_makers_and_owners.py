"""To whom a company belongs and who developed a product, told by two documents in their own words."""

import pytest

from short_texts import verdicts

OWNER = "Orvela Foods is a subsidiary of {}."
MAKER = "{} developed the Quellan X2 smartphone."
ONE, OTHER = "Larch Holdings", "Ivory Industries"


@pytest.mark.parametrize(
    ("plain", "telling"),
    [
        (OWNER, "The food producer Orvela Foods belongs entirely to {}."),
        (OWNER, "{} owns the whole of Orvela Foods."),
        (OWNER, "Orvela Foods is owned outright by {}."),
        (OWNER, "{} is the sole owner of Orvela Foods."),
        (OWNER, "Orvela Foods makes soup. The company belongs to {}."),
        (OWNER, "The parent company of Orvela Foods is {}."),
        (MAKER, "The smartphone Quellan X2 is a development of {}."),
        (MAKER, "The Quellan X2, developed by {}, won prizes."),
        (MAKER, "The developer of the Quellan X2 is {}."),
        (MAKER, "The Quellan X2 is a smartphone developed by {}."),
        (MAKER, "The Quellan X2, which {} developed, won prizes."),
    ],
)
def test_one_owner_and_one_maker(plain: str, telling: str) -> None:
    assert "agree" in verdicts(plain.format(ONE), telling.format(ONE))
    assert "conflict" in verdicts(plain.format(ONE), telling.format(OTHER))


@pytest.mark.parametrize(
    ("plain", "telling"),
    [
        (OWNER, "Until 2020, Orvela Foods was a subsidiary of {}."),
        (OWNER, "{} owns 30 percent of Orvela Foods."),
        (OWNER, "Orvela Foods is half owned by {}."),
        (OWNER, "{} has made a bid for Orvela Foods."),
        (OWNER, "A subsidiary of Orvela Foods is owned by {}."),
        (OWNER, "The building of Orvela Foods belongs to {}."),
        (OWNER, "{} is the former parent company of Orvela Foods."),
        (OWNER, "{} supplies Orvela Foods with parts."),
        (OWNER, "Orvela Foods belongs entirely to {}. It had been a subsidiary of Larch Holdings."),
        (MAKER, "{} sells the Quellan X2 in Norland."),
        (MAKER, "{} makes the battery of the Quellan X2."),
        (MAKER, "{} co-developed the Quellan X2."),
        (MAKER, "The camera of the Quellan X2 was developed by {}."),
        (MAKER, "A charger for the Quellan X2 was developed by {}."),
        (MAKER, "{} developed the Quellan X2. Larch Holdings had a part in it."),
    ],
)
def test_what_is_no_other_owner_or_maker(plain: str, telling: str) -> None:
    assert "conflict" not in verdicts(plain.format(ONE), telling.format(OTHER))
