"""Parts that coined names are made of: syllables, endings, words of companies, bodies, laws, meetings and titles.

What belongs here: the parts. How names are put together from them stands in `tagger_silver`.
"""


def words(listing: str) -> list[str]:
    return listing.split()


def entries(listing: str) -> list[str]:
    return [" ".join(entry.split()) for entry in listing.split(";")]


SYLLABLES = words(
    """
    al an ar ba be bri ca cam cen che co con cor da del di do dra el en er fa fi fo ga gi gra ha hel ho in is ja ka
    ken ki ko la len li lo lu ma me mi mo mon na ne ni no nor o ol or pa pe pha po qu ra re ri ro ru sa se sha si so
    sta su ta te ter ti to tra tri tu u un va ve vi vo wa wi xi ya yo yu za ze zen zi zo
    """
)
COMPANY_WORDS = words(
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
CAMEL = words(
    """
    Cloud Deep Open Mind Leaf Light Smart Peak Data Net Bio Gen Quantum Micro Hyper North Block Code Pay Snap Go Fin
    Health Green Sun Star Blue Red Swift Bolt Crest Base Path Grid Link Works Flow Stack Logic Wave Scale Point Max
    Brain Bridge Home Ride Field Ship
    """
)
THINGS = words(
    """
    Falcon Heron Otter Cedar Maple Granite Harbor Harbour Summit Beacon Anchor Compass Ember Willow Raven Orchard
    Lantern Copper Silver Iron Amber Crystal Cobalt Crown Castle Bridge Prairie Canyon Delta Glacier Aurora Comet
    Zenith Vertex Apex Vector Prism Pioneer Frontier Heritage Liberty Union Atlas Titan Phoenix Griffin Lynx Wolf
    Badger Swan Osprey Salmon Coral Pearl Clover Birch Juniper Saffron Thistle Cobble Kite Arrow Hammer Northern
    Southern Eastern Western Clear True Prime First Broad Long Stone Wood Lake Field
    """
)
TOPICS = entries(
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
BODIES = words(
    """
    Ministry Department Institute Center Centre Centers Bureau Office Agency Council Academy Committee Commission
    """
)
BODY_ENDS = entries(
    """
    Commission; Authority; Agency; Institute; Council; Committee; Administration; Bureau; Laboratory; Party; Union;
    Federation; Association; Foundation; Society; Ministry; Center; Control Centre; Policy Forum; Task Force;
    Academy of Arts; Board
    """
)
BODY_STARTS = entries(
    """
    National; Federal; European; International; Central; Royal; World; American; Global; African; Democratic;
    Progressive; Republican; State; Foreign; Civil Aviation; Food and Drug; Atlantic; Pacific; Environmental;
    Emergency; Nuclear; Digital; Consumer; Securities
    """
)
NEWS_ENDS = words(
    """
    Times Post News Herald Tribune Mail Daily Journal Observer Review Today Gazette Courier Weekly Wire Standard
    Monitor Express Star
    """
)
POLICY_STARTS = entries(
    """
    National; Clean; Digital; Consumer; Fair; Data; Free; Open; Healthy; Rural; Safe; Strategic; Farm; Regional;
    Public; Global; Green; Federal; Cyber; New; Advanced; Coastal; Comprehensive; Family; Urban; Marine
    """
)
POLICY_MIDDLES = entries(
    """
    Machine Learning; Energy; Data Protection; Trade; Roads; Security; Services; Housing; Air; Cities; Schools;
    Innovation; Investment; Markets; Climate; Health; Soils; Care; Water; Skills; Competition; Growth; Forests;
    Privacy; Transport; Wages; Fisheries
    """
)
POLICY_ENDS = entries(
    """
    Act; Plan; Initiative; Strategy; Program; Programme; Regulation; Law; Agreement; Treaty; Directive; Framework;
    Policy; Bill; Deal; Partnership Agreement; Charter; Protocol; Action Plan; Accord; Convention; Roadmap; Code;
    Measures; Pact
    """
)
EVENT_MIDDLES = entries(
    """
    Economic; Rail Safety; Climate; Machine Learning; Trade; Health; Security; Technology; Energy; Film; Music;
    Peace; Nuclear; Robotics; Investment; Leaders; Food; Book; Motor; Open; Games; Data
    """
)
EVENT_ENDS = words(
    """
    Summit Conference Forum Congress Expo Fair Festival Championships Cup Games Symposium Week Dialogue Convention
    Awards
    """
)
STORMS = words("Hurricane Cyclone Typhoon Storm")
PLACE_ENDS = words("ville burg stad grad pur abad ia ford ton wick heim dorf vik mouth shire stan land by nitsa tia")
CHINESE_SURNAMES = words(
    """
    Wang Li Zhang Liu Chen Yang Huang Zhao Wu Zhou Xu Sun Ma Zhu Hu Guo He Lin Luo Zheng Liang Xie Song Tang Deng Han
    Feng Cao Peng Zeng Xiao Tian Dong Pan Yuan Cai Jiang Yu Du Ye Cheng Wei Su Lu Ding Ren Shen Yao Lyu Cui Shi
    """
)
PINYIN = words(
    """
    ai an bai bin bo chang chao chen cheng chun da dan dong fang fei feng gang guang guo hai han hao hong hua hui jia
    jian jie jin jing jun kai lan lei li lian liang lin ling long mei min ming na ning peng ping qi qian qiang qing rong
    rui shan shu tao ting wei wen xia xiang xiao xin xing xiu xue yan yang yi ying yong yu yuan yue yun ze zhen zhi
    """
)
WORK_WORDS = words(
    """
    The State Future World Long Road Power Night Children War Peace River Age Empire Dreams Machine Human Secret
    House Silent Story Mind Light Last Great Economy Numbers Silence Garden Shadow Winter Kingdom Stars Memory
    """
)
TEAM_ENDS = words(
    """
    United City Rovers Wanderers Athletic FC Town Albion Rangers Lions Tigers Eagles Giants Bears Bulls Hawks Sharks
    Kings Warriors Sox Reds Blues Stars Knights Panthers Dynamo Sporting Real Olympique Racing
    """
)
PARTY_KINDS = entries(
    """
    Democratic; Liberal; Conservative; Labour; Labor; Socialist; Green; National; People's; Republican; Communist;
    Social Democratic; Christian Democratic; Progressive; Freedom; Radical; Centre; Workers'; Independence; Reform;
    Popular; Nationalist; Farmers'
    """
)
WORK_ENDS = ["Report", "Outlook", "Index", "Review", "Survey", "Atlas", "Study", "Bulletin", "Yearbook"]
