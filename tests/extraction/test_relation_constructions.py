"""Relations: the many constructions in which one and the same thing is stated."""

import pytest

from annotated_names import triples


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
            "[O Acme], a [O Beta College] spinout, hired 20.", ("Acme", "spun_off_from", "Beta College"), id="spinout"
        ),
        pytest.param(
            "[O Beta] completed the spin-off of [O Acme].", ("Acme", "spun_off_from", "Beta"), id="completed spin-off"
        ),
        pytest.param("[O Acme], a [O Beta] portfolio company, grew.", ("Beta", "backs", "Acme"), id="portfolio"),
        pytest.param("[O Beta] raised its stake in [O Acme].", ("Beta", "backs", "Acme"), id="stake raised"),
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
        pytest.param("[O Beta] sold its stake in [O Acme].", id="stake sold"),
        pytest.param("[O Beta] ruled out a spin-off of [O Acme].", id="spin-off ruled out"),
        pytest.param("[O Acme] was a subsidiary of [O Beta] until 2019.", id="subsidiary until then"),
        pytest.param("Customers of [O Acme] trained [D Nimbus] on their data.", id="done by customers"),
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
