"""Annotated sentences made from templates: contexts that openly licensed annotated text hardly has.

What belongs here: filling `tagger_templates.txt` with names from open lists and coined ones. The choice depends on a
fixed seed only.
"""

import random
import re
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import Any

from tidybrief.extraction.names.cues import name_cues
from tidybrief.extraction.names.gazetteers import known_places
from tidybrief.lexicon import Lexicon

_SLOT = re.compile(r"\[([A-Z]+)\]")
_TYPES = {
    **dict.fromkeys(("ORG", "INS", "NEWS", "TEAM", "PARTY", "BAND", "UNI", "ACR"), "ORG"),
    **dict.fromkeys(("PER", "SUR"), "PERSON"),
    **dict.fromkeys(("PRO", "DRUG"), "PRODUCT"),
    **dict.fromkeys(("LOC", "CAP"), "PLACE"),
    "NORP": "NORP",
    "POL": "POLICY",
    "EVT": "EVENT",
    "WRK": "WORK",
}


def _words(listing: str) -> list[str]:
    return listing.split()


def _entries(listing: str) -> list[str]:
    return [" ".join(entry.split()) for entry in listing.split(";")]


_SYLLABLES = _words(
    """
    al an ar ba be bri ca cam cen che co con cor da del di do dra el en er fa fi fo ga gi gra ha hel ho in is ja ka
    ken ki ko la len li lo lu ma me mi mo mon na ne ni no nor o ol or pa pe pha po qu ra re ri ro ru sa se sha si so
    sta su ta te ter ti to tra tri tu u un va ve vi vo wa wi xi ya yo yu za ze zen zi zo
    """
)
_COMPANY_WORDS = _words(
    """
    Technologies Technology Robotics Energy Systems Labs Group Holdings Capital Partners Bank Motors Air Airlines
    Pharmaceuticals Therapeutics Biosciences Semiconductor Software Networks Media Foods Shipping Aerospace
    Industries International Corporation Corp Inc Inc. Ltd Limited AG AI Health Logistics Insurance Management
    Studios Digital Data Cloud Solutions Electric Gas Oil Ocean Mining Steel Telecom Mobile Games Entertainment
    Retail Stores Engineering Ventures Cybersecurity Chemicals Paper Textiles Offshore Marine Maritime Naval Subsea
    Social Mobility Analytics Dynamics Biologics Genomics Diagnostics Materials Composites Photonics Optics Farms Agri
    Dairy Brewing Coffee Fashion Freight Transport Rail Rentals Realty Properties Estates Homes Hotels Travel Cruises
    Learning Education Interactive Vision Space Satellite Orbital Defence Instruments Devices Medical Care Wind Solar
    Hydrogen Power Renewables Water Timber Cement Glass Packaging Tools Forge Foundry Yards Trading Commodities
    Advisors Advisory Wealth Equity Credit Payments Markets Research Intelligence Computing Hosting Security Audio
    """
)
_CAMEL = _words(
    """
    Cloud Deep Open Mind Leaf Light Smart Peak Data Net Bio Gen Quantum Micro Hyper North Block Code Pay Snap Go Fin
    Health Green Sun Star Blue Red Swift Bolt Crest Base Path Grid Link Works Flow Stack Logic Wave Scale Point Max
    Brain Bridge Home Ride Field Ship
    """
)
_THINGS = _words(
    """
    Falcon Heron Otter Cedar Maple Granite Harbor Harbour Summit Beacon Anchor Compass Ember Willow Raven Orchard
    Lantern Copper Silver Iron Amber Crystal Cobalt Crown Castle Bridge Prairie Canyon Delta Glacier Aurora Comet
    Zenith Vertex Apex Vector Prism Pioneer Frontier Heritage Liberty Union Atlas Titan Phoenix Griffin Lynx Wolf
    Badger Swan Osprey Salmon Coral Pearl Clover Birch Juniper Saffron Thistle Cobble Kite Arrow Hammer Northern
    Southern Eastern Western Clear True Prime First Broad Long Stone Wood Lake Field
    """
)
_TOPICS = _entries(
    """
    Marine Biology; Rural Development; Food Safety and Hygiene; Foreign Trade; Health; Health and Welfare; Finance;
    Finance and Planning; Energy; Science and Culture; Transport Policy; Industry and Tourism; Education; Mental
    Health; Peace and Conflict Studies; Cyber Defence; Human Rights; Statistics; Agriculture; Labor; Trade; Nuclear
    Safety; Polar Research; Machine Learning; Tropical Medicine; Heart and Lung Diseases; Small Businesses; Climate
    Change; Regional Planning; Consumer Rights; Land and Water Management; Cancer Research; Defence; the
    Environment; Justice; Internal Security; Transport; Weights and Measures; Applied Sciences; Law; Oceanography;
    Forestry and Fisheries; Media Freedom
    """
)
_BODIES = _words(
    """
    Ministry Department Institute Center Centre Centers Bureau Office Agency Council Academy Committee Commission
    """
)
_BODY_ENDS = _entries(
    """
    Commission; Authority; Agency; Institute; Council; Committee; Administration; Bureau; Laboratory; Party; Union;
    Federation; Association; Foundation; Society; Ministry; Center; Control Centre; Policy Forum; Task Force;
    Academy of Arts; Board
    """
)
_BODY_STARTS = _entries(
    """
    National; Federal; European; International; Central; Royal; World; American; Global; African; Democratic;
    Progressive; Republican; State; Foreign; Civil Aviation; Food and Drug; Atlantic; Pacific; Environmental;
    Emergency; Nuclear; Digital; Consumer; Securities
    """
)
_NEWS_ENDS = _words(
    """
    Times Post News Herald Tribune Mail Daily Journal Observer Review Today Gazette Courier Weekly Wire Standard
    Monitor Express Star
    """
)
_POLICY_STARTS = _entries(
    """
    National; Clean; Digital; Consumer; Fair; Data; Free; Open; Healthy; Rural; Safe; Strategic; Farm; Regional;
    Public; Global; Green; Federal; Cyber; New; Advanced; Coastal; Comprehensive; Family; Urban; Marine
    """
)
_POLICY_MIDDLES = _entries(
    """
    Machine Learning; Energy; Data Protection; Trade; Roads; Security; Services; Housing; Air; Cities; Schools;
    Innovation; Investment; Markets; Climate; Health; Soils; Care; Water; Skills; Competition; Growth; Forests;
    Privacy; Transport; Wages; Fisheries
    """
)
_POLICY_ENDS = _entries(
    """
    Act; Plan; Initiative; Strategy; Program; Programme; Regulation; Law; Agreement; Treaty; Directive; Framework;
    Policy; Bill; Deal; Partnership Agreement; Charter; Protocol; Action Plan; Accord; Convention; Roadmap; Code;
    Measures; Pact
    """
)
_EVENT_MIDDLES = _entries(
    """
    Economic; Rail Safety; Climate; Machine Learning; Trade; Health; Security; Technology; Energy; Film; Music;
    Peace; Nuclear; Robotics; Investment; Leaders; Food; Book; Motor; Open; Games; Data
    """
)
_EVENT_ENDS = _words(
    """
    Summit Conference Forum Congress Expo Fair Festival Championships Cup Games Symposium Week Dialogue Convention
    Awards
    """
)
_STORMS = _words("Hurricane Cyclone Typhoon Storm")
_PLACE_ENDS = _words("ville burg stad grad pur abad ia ford ton wick heim dorf vik mouth shire stan land by nitsa tia")
_CHINESE_SURNAMES = _words(
    """
    Wang Li Zhang Liu Chen Yang Huang Zhao Wu Zhou Xu Sun Ma Zhu Hu Guo He Lin Luo Zheng Liang Xie Song Tang Deng Han
    Feng Cao Peng Zeng Xiao Tian Dong Pan Yuan Cai Jiang Yu Du Ye Cheng Wei Su Lu Ding Ren Shen Yao Lyu Cui Shi
    """
)
_PINYIN = _words(
    """
    ai an bai bin bo chang chao chen cheng chun da dan dong fang fei feng gang guang guo hai han hao hong hua hui jia
    jian jie jin jing jun kai lan lei li lian liang lin ling long mei min ming na ning peng ping qi qian qiang qing rong
    rui shan shu tao ting wei wen xia xiang xiao xin xing xiu xue yan yang yi ying yong yu yuan yue yun ze zhen zhi
    """
)
_WORK_WORDS = _words(
    """
    The State Future World Long Road Power Night Children War Peace River Age Empire Dreams Machine Human Secret
    House Silent Story Mind Light Last Great Economy Numbers Silence Garden Shadow Winter Kingdom Stars Memory
    """
)
_TEAM_ENDS = _words(
    """
    United City Rovers Wanderers Athletic FC Town Albion Rangers Lions Tigers Eagles Giants Bears Bulls Hawks Sharks
    Kings Warriors Sox Reds Blues Stars Knights Panthers Dynamo Sporting Real Olympique Racing
    """
)
_PARTY_KINDS = _entries(
    """
    Democratic; Liberal; Conservative; Labour; Labor; Socialist; Green; National; People's; Republican; Communist;
    Social Democratic; Christian Democratic; Progressive; Freedom; Radical; Centre; Workers'; Independence; Reform;
    Popular; Nationalist; Farmers'
    """
)
_WORK_ENDS = ["Report", "Outlook", "Index", "Review", "Survey", "Atlas", "Study", "Bulletin", "Yearbook"]


class _Fillers:
    """One filler for each slot."""

    def __init__(self, lexicon: Lexicon, lists: dict[str, Sequence[str]], seed: int) -> None:
        self._random = random.Random(seed)
        self._lists = lists
        self._given = sorted(name_cues(lexicon).given_names)
        places = known_places(lexicon)
        self._places = sorted(
            surface for surface, place in places.items() if place.form == "name" and not place.is_people
        )
        self._adjectives = sorted(
            surface for surface, place in places.items() if place.form == "adjective" and not place.is_people
        )
        self._lexicon: dict[str, list[str]] = {}
        for name in lexicon.names:
            self._lexicon.setdefault(name.type, []).extend((name.name, *name.aliases, *name.acronyms))

    def __call__(self, slot: str) -> str:
        makers: dict[str, Callable[[], str]] = {
            "ORG": self._company,
            "INS": self._institution,
            "NEWS": self._outlet,
            "PER": self._person,
            "SUR": self._surname,
            "LOC": self._place,
            "CAP": lambda: self._place().upper(),
            "NORP": lambda: self._one(self._adjectives),
            "PRO": self._product,
            "DRUG": self._drug,
            "POL": self._policy,
            "EVT": self._event,
            "WRK": self._work,
            "TEAM": self._team,
            "PARTY": self._party,
            "BAND": self._band,
            "UNI": self._university,
            "ACR": self._acronym,
        }
        return makers[slot]()

    def _one(self, options: Sequence[str]) -> str:
        return self._random.choice(options)

    def _chance(self, share: float) -> bool:
        return self._random.random() < share

    def _listed(self, kind: str, share: float) -> str | None:
        names = self._lexicon.get(kind)
        return self._one(names) if names and self._chance(share) else None

    def _coined(self) -> str:
        return "".join(self._one(_SYLLABLES) for _ in range(self._random.randint(2, 4))).capitalize()

    def _company(self) -> str:  # noqa: PLR0911
        roll = self._random.random()
        if roll < 0.2:
            return self._listed("ORG", 1) or self._coined()
        if roll < 0.45:
            return self._one(self._lists["companies"])
        if roll < 0.57:
            return self._coined()
        if roll < 0.6:
            return self._one(_THINGS)
        if roll < 0.75:
            start = self._one(_THINGS) if self._chance(0.35) else self._coined()
            return f"{start} {self._one(_COMPANY_WORDS)}"
        if roll < 0.83:
            return self._one(_CAMEL) + self._one([word if self._chance(0.6) else word.lower() for word in _CAMEL])
        if roll < 0.86:
            return self._one(["i", "e", "4", "01.", "3", "x"]) + self._one(_CAMEL)
        if roll < 0.91:
            return "".join(self._one("ABCDEFGHIKLMNOPRSTUV") for _ in range(self._random.randint(2, 4))) + (
                f" {self._one(_COMPANY_WORDS)}" if self._chance(0.5) else ""
            )
        if roll < 0.95:
            return (
                f"{self._surname()} & {self._surname()}"
                if self._chance(0.5)
                else f"{self._surname()} {self._one(_COMPANY_WORDS)}"
            )
        return f"{self._one(self._adjectives if self._chance(0.4) else self._places)} {self._one(_COMPANY_WORDS)}"

    def _institution(self) -> str:  # noqa: PLR0911
        roll = self._random.random()
        if roll < 0.15:
            return self._listed("ORG", 1) or self._coined()
        if roll < 0.4:
            return f"{self._one(_BODIES)} {self._one(['of', 'for', 'for', 'of'])} {self._one(_TOPICS)}"
        if roll < 0.6:
            return f"{self._one(_BODY_STARTS)} {self._one(_BODY_ENDS)}"
        if roll < 0.7:
            return f"{self._one(self._adjectives)} {self._one(_BODIES)} {self._one(['of', 'for'])} {self._one(_TOPICS)}"
        if roll < 0.78:
            return f"{self._one(self._adjectives)} {self._one(_BODY_STARTS)} {self._one(_BODY_ENDS)}"
        if roll < 0.9:
            return self._one(self._lists["universities"])
        if roll < 0.94:
            return f"University of {self._place()}"
        return "".join(self._one("ABCDEFGHIKLMNOPRSTUW") for _ in range(self._random.randint(3, 5)))

    def _outlet(self) -> str:
        start = self._one([self._place(), self._place(), self._coined(), "Daily", "Global", "Tech", "Morning"])
        return f"{start} {self._one(_NEWS_ENDS).replace('-', ' ')}"

    def _person(self) -> str:
        known = self._listed("PERSON", 0.1)
        if known:
            return known
        if self._chance(0.07):
            given = "".join(self._one(_PINYIN) for _ in range(self._random.randint(1, 2)))
            return f"{self._one(_CHINESE_SURNAMES)} {given.capitalize()}"
        given = self._one(self._given) if self._chance(0.8) else self._coined()
        middle = f" {self._one('ABCDEFGHJKLMPRSTW')}." if self._chance(0.08) else ""
        return f"{given}{middle} {self._surname()}"

    def _surname(self) -> str:
        return self._one(self._lists["surnames"]) if self._chance(0.5) else self._coined()

    def _place(self) -> str:
        if self._chance(0.15):
            return f"{self._coined()}{self._one(_PLACE_ENDS)}" if self._chance(0.7) else self._coined()
        return self._one(self._places if self._chance(0.5) else self._lists["cities"])

    def _product(self) -> str:
        known = self._listed("PRODUCT", 0.4)
        if known:
            return known
        name = self._coined() if self._chance(0.6) else self._one(_CAMEL) + self._one(_CAMEL)
        number = self._random.randint(1, 12)
        forms = (
            name,
            name,
            f"{name} {number}",
            f"{name}-{number}",
            f"{name} {number}.{number % 5}",
            f"{name} Pro",
            f"{name}GPT",
            f"{name[0]}{number}",
            f"{name} {self._one(['Bot', 'X', 'II', 'Lite', 'Star', 'Cloud', 'Vision', 'Wing', 'Plus'])}",
        )
        return self._one(forms)

    def _drug(self) -> str:
        letters = "".join(self._one("ABCDEGHKLMNPRSTVXZ") for _ in range(self._random.randint(2, 4)))
        digits = self._random.randint(10, 999)
        stem = self._coined()
        return self._one(
            (f"{letters}-{digits}", f"{letters}{digits}", f"{stem}mab", f"{stem}nib", f"{letters}-{digits}B")
        )

    def _team(self) -> str:
        end = self._one(_TEAM_ENDS)
        return self._place() if self._chance(0.3) else f"{self._place()} {end}" if self._chance(0.9) else end

    def _party(self) -> str:
        kind = self._one(_PARTY_KINDS)
        forms = (
            f"{kind} Party",
            f"{self._one(self._adjectives)} {kind} Party",
            f"{kind} Party of {self._place()}",
            f"{kind}s",
            f"{self._one(_BODY_STARTS)} {self._one(['Front', 'Union', 'Alliance', 'Movement', 'Rally', 'League'])}",
            f"{kind} {self._one(['Union', 'Alliance', 'Movement', 'Coalition', 'Front'])}",
            f"{self._coined()} {self._coined()}",
            f"Movement for {self._one(_WORK_WORDS[2:])}",
            f"{self._place()} First",
            f"Party of {self._one(_TOPICS)}",
        )
        return self._one(forms)

    def _band(self) -> str:
        word, other = self._random.sample(_WORK_WORDS[1:], 2)
        return self._one(
            (
                f"The {word}s",
                f"{word} {other}",
                self._coined(),
                f"{self._coined()} {self._coined()}",
                f"{self._surname()} Quartet",
            )
        )

    def _university(self) -> str:
        return (
            self._one(self._lists["universities"])
            if self._chance(0.6)
            else self._one(
                (
                    f"University of {self._place()}",
                    f"{self._place()} University",
                    f"{self._surname()} College",
                    self._place(),
                    f"{self._place()} Institute of Technology",
                    f"{self._place()} School of {self._one(_TOPICS)}",
                )
            )
        )

    def _acronym(self) -> str:
        return "".join(self._one("ABCDEFGHIKLMNOPRSTUVW") for _ in range(self._random.randint(2, 5)))

    def _policy(self) -> str:
        known = self._listed("POLICY", 0.3)
        if known:
            return known
        owner = f"{self._one(self._adjectives + self._places)} " if self._chance(0.1) else ""
        end = f"{self._one(_POLICY_MIDDLES)} {self._one(_POLICY_ENDS)}"
        return owner + (f"{self._one(_POLICY_STARTS)} {end}" if self._chance(0.7) else end)

    def _event(self) -> str:
        known = self._listed("EVENT", 0.35)
        if known:
            return known
        if self._chance(0.15):
            return f"{self._one(_STORMS)} {self._one(self._given)}"
        start = self._one(
            [
                self._place(),
                "World",
                "Global",
                "International",
                "European",
                "Asian",
                "Annual",
                self._one(self._adjectives),
            ]
        )
        return f"{start} {self._one(_EVENT_MIDDLES)} {self._one(_EVENT_ENDS)}" + (
            f" {self._random.randint(1990, 2030)}" if self._chance(0.1) else ""
        )

    def _work(self) -> str:
        known = self._listed("WORK", 0.3)
        if known:
            return known
        words = self._random.sample(_WORK_WORDS[1:], 2)
        forms = (
            f"The {words[0]} of {words[1]}",
            f"The {words[0]} {words[1]}",
            f"{words[0]} and {words[1]}",
            f"A {words[0]} in the {words[1]}",
            f"{self._one(_BODY_STARTS)} {self._one(_EVENT_MIDDLES)} {self._one(_WORK_ENDS)}",
            f"Journal of {self._one(_TOPICS)}",
        )
        return self._one(forms)


_SENTENCES_TOGETHER = 5


def silver_records(
    templates: Path, lexicon: Lexicon, lists: dict[str, Sequence[str]], rounds: int
) -> Iterator[dict[str, Any]]:
    """Records in the format of the annotated files, each template filled `rounds` times."""
    lines = _lines(templates)
    fillers = _Fillers(lexicon, lists, seed=11)
    for _ in range(rounds):
        for number, line in enumerate(lines):
            yield {**_filled([line], fillers, {}), "group": number}


def silver_documents(
    templates: Path, lexicon: Lexicon, lists: dict[str, Sequence[str]], rounds: int
) -> Iterator[dict[str, Any]]:
    """Records of several sentences in which a company, a person and a product return, mostly by a short form.

    A record is made of templates with even numbers, or of templates with odd ones.
    """
    lines = _lines(templates)
    fillers = _Fillers(lexicon, lists, seed=13)
    chance = random.Random(17)
    for number in range(rounds * len(lines) // _SENTENCES_TOGETHER):
        group = number % 2
        chosen = chance.sample(lines[group::2], _SENTENCES_TOGETHER)
        company, person = fillers("ORG"), fillers("PER")
        short = company.split()[0] if company.split()[-1] in _COMPANY_WORDS else company
        surname = person.split()[-1]
        returning = {
            "ORG": [company, *[short if chance.random() < 0.7 else company for _ in range(3)]],
            "PER": [person],
            "SUR": [surname, surname],
            "PRO": [fillers("PRO")] * 2,
        }
        yield {**_filled(chosen, fillers, returning), "group": group}


def _lines(templates: Path) -> list[str]:
    return [line for line in templates.read_text(encoding="utf-8").splitlines() if line and not line.startswith("#")]


def _filled(lines: Sequence[str], fillers: "_Fillers", returning: dict[str, list[str]]) -> dict[str, Any]:
    """The lines with their slots filled: the first slot of a kind in a line by the next name that returns, if any."""
    text, mentions = "", []
    for line in lines:
        position = 0
        met: set[str] = set()
        for slot in _SLOT.finditer(line):
            kind = slot.group(1)
            text += line[position : slot.start()]
            name = returning[kind].pop(0) if returning.get(kind) and kind not in met else fillers(kind)
            met.add(kind)
            mentions.append({"start": len(text), "end": len(text) + len(name), "type": _TYPES[kind]})
            text += name
            position = slot.end()
        text += line[position:] + "\n"
    return {"text": text.rstrip("\n"), "mentions": mentions, "scope": {}}
