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
            "[O Acme], in which the fund [O Beta] holds 60 percent, objected.",
            ("Beta", "backs", "Acme"),
            id="in which it holds a share",
        ),
        pytest.param(
            "[O Acme] and [O Beta] are among the backers of [O Ceta].",
            ("Acme", "backs", "Ceta"),
            id="among the backers",
        ),
        pytest.param(
            "[O Acme] said it would invest $4 billion in [O Beta].",
            ("Acme", "backs", "Beta"),
            id="said it would invest",
        ),
        pytest.param(
            "[O Acme] is backed by [O Beta], [O Ceta] and [P Ann Lund].",
            ("Ceta", "backs", "Acme"),
            id="a person among the backers",
        ),
        pytest.param(
            "[O Acme] raised $5m from [O Beta], [O Ceta] and others.",
            ("Ceta", "backs", "Acme"),
            id="others among the backers",
        ),
        pytest.param(
            "[O Acme], whose largest shareholders were [O Beta] and [O Ceta], failed.",
            ("Ceta", "backs", "Acme"),
            id="shareholders of the past",
        ),
        pytest.param(
            "[O Acme], part of [L Norway]'s [O Beta], agreed.",
            ("Acme", "part_of", "Beta"),
            id="part of a country's body",
        ),
        pytest.param(
            "[O Acme] and [O Beta], both owned by [O Ceta], agreed.", ("Acme", "part_of", "Ceta"), id="both owned by"
        ),
        pytest.param(
            "[O Acme] completed its acquisition of [O Beta] in May.",
            ("Beta", "part_of", "Acme"),
            id="completed an acquisition",
        ),
        pytest.param(
            "[O Acme], [O Beta]'s [L Oslo]-based lab, grew.",
            ("Acme", "located_in", "Oslo"),
            id="an owner's lab and its seat",
        ),
        pytest.param("[O Acme] has taped out its new chip, the [D Zed].", ("Acme", "develops", "Zed"), id="taped out"),
        pytest.param(
            "Developed by a team at [O Acme], [D Zed] is free.",
            ("Acme", "develops", "Zed"),
            id="developed by, in front",
        ),
        pytest.param("[D Zed]'s maker, [O Acme], apologised.", ("Acme", "develops", "Zed"), id="a product's maker"),
        pytest.param(
            "[D Zed] and [D Yod] are the main rivals of [D Xen].", ("Yod", "competes_with", "Xen"), id="several rivals"
        ),
        pytest.param(
            "[O Acme]'s [D Zed] and [O Beta]'s [D Yod] compete for users.",
            ("Zed", "competes_with", "Yod"),
            id="products of two owners compete",
        ),
        pytest.param(
            "[O Acme], the world leader in lithography machines, fell by 3%.",
            ("Acme", "specializes_in", "lithography machines"),
            id="leader in a field",
        ),
        pytest.param(
            "[O Acme], a firm that specialises in drones, bought a mill in June.",
            ("Acme", "specializes_in", "drones"),
            id="a field closed by a comma",
        ),
        pytest.param(
            "The minister for digital affairs, [P Ann Lund], agreed.",
            ("Ann Lund", "occupation", "minister for digital affairs"),
            id="an office for something",
        ),
        pytest.param(
            "[P Ann Lund], a fellow at [O Acme] and author of three books, agreed.",
            ("Ann Lund", "occupation", "fellow at Acme"),
            id="the first of two offices",
        ),
        pytest.param(
            "[P Ann Lund], professor of law and former judge, agreed.",
            ("Ann Lund", "occupation", "former judge"),
            id="the second of two offices",
        ),
        pytest.param(
            "[P Ann Lund] was named chief executive of [O Acme] on Monday.",
            ("Ann Lund", "occupation", "chief executive of Acme"),
            id="an office and its day",
        ),
        pytest.param(
            "[P Ann Lund] became mayor after winning twice.",
            ("Ann Lund", "occupation", "mayor"),
            id="an office and what came before",
        ),
        pytest.param(
            "The paper, written by [P Ann Lund] and [P Bo Lund], was called [W Zest].",
            ("Bo Lund", "authored", "Zest"),
            id="written by two and titled",
        ),
        pytest.param(
            "[P Ann Lund], who chaired the body, is a former secretary of state.",
            ("Ann Lund", "occupation", "former secretary of state"),
            id="an office behind a relative clause",
        ),
        pytest.param(
            "[P Ann Lund] (1910-1990) was a linguist and was born in Ulm.",
            ("Ann Lund", "occupation", "linguist"),
            id="an office behind the years of a life",
        ),
        pytest.param("[D Zed]'s parent [O Acme] agreed.", ("Acme", "develops", "Zed"), id="a product's parent"),
        pytest.param(
            "[O Acme], [D Zed]'s owner, agreed.", ("Acme", "develops", "Zed"), id="a product's owner behind a comma"
        ),
        pytest.param("[O Acme] became part of [O Beta] in May.", ("Acme", "part_of", "Beta"), id="became part"),
        pytest.param(
            "[O Acme] paid $3 billion for 49 percent of [O Beta].", ("Acme", "backs", "Beta"), id="paid for a share"
        ),
        pytest.param(
            "[O Acme] and [O Beta], both based in [L Oslo], agreed.", ("Acme", "located_in", "Oslo"), id="both based"
        ),
        pytest.param(
            "In its [W Zest] the [O Acme] cut its forecast.", ("Acme", "published", "Zest"), id="in its report"
        ),
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
        pytest.param(
            "The chief of the tribe was met by his rival, [P Ann Lund], in May.",
            id="no office of whom the clause names later",
        ),
        pytest.param("Owned by [P Ann Lund], [D Zed] won the race.", id="owned by somebody, in front"),
        pytest.param("[O Acme] dropped its acquisition of [O Beta].", id="an acquisition that did not happen"),
        pytest.param("[O Acme] considered whether to invest in [O Beta].", id="considered investing"),
        pytest.param("[O Acme] wants a part of its [Y Chip Act] funding.", id="funding by a law of others"),
        pytest.param(
            "[P Ann Lund] of [L Oslo], a manager at [O Acme], focusing on chips, left.", id="focus of a person"
        ),
        pytest.param("Then Dr. King, [P Rosa Parks], and others marched.", id="surname in a list"),
        pytest.param("As a child, [P Ann Lund] lived in [L Oslo].", id="no office in front"),
    ],
)
def test_not_stated(annotated: str) -> None:
    assert triples(f"The town met on Monday morning. {annotated}") == set()
