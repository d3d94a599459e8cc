"""The language in which the patterns of relations are written: templates, and the phrases they share.

What belongs here: what several patterns use. The patterns stand in the modules named after what they state; how a
template becomes a regular expression in `rules`.

`<O>` stands for one name of a type (O organisation, P person, L place, A place as adjective, D product, Y policy,
W work, E event; several letters: any of them), `<O+>` for a coordination of them, `<w3>` for up to three words that
join nothing, `%made%` for a list of cues of the lexicon, `<>` within brackets for the beginning of any name,
`<gap>` for whatever stands between commas between a name and its verb, `<aside>` for the same or a mere comma.
"""

from typing import NamedTuple


class Template(NamedTuple):
    """One pattern. Groups `subject` and `object` hold names, `literal` holds words that are the object themselves.

    A group that is missing stands for what the paragraph is about. `confidence` is the smoothed share of right rows
    among those it gave on annotated text; `named_like` is the list of cues of which one must be a word of the
    subject's name.
    """

    name: str
    expression: str
    confidence: float
    named_like: str = ""


THE = "(?:the |an? )?"
QUOTE = "['\"“]?"
IS = "(?:which is |which was |who is |is |was |are |were )?"
HAS = "(?:which |who |that )?(?:has |have |had )?"
BRIEFLY = (
    "(?:also |now |recently |already |just |first |since |successfully |jointly |originally |later |then |currently "
    "|both |previously |earlier |separately )?"
)
SUCH_AS = (
    r"(?:<w3>[\w-]+,? (?:such as |including |like |called |named |dubbed |known as )"
    r"|<w3>(?:versions?|editions?|updates?|previews?|prototypes?) (?:of|to) (?:the )?<w2>"
    r"|<w3>[\w-]+, |<w4>)"
)
ITS = "(?:<O>'s )?"
KIND = "(?:%organisation_nouns%|[a-z]+(?:maker|builder|grower))\\b"
UNIT = "%unit_nouns%\\b"
REPORT = "%report_nouns%"
AGE_OF_REPORT = "(?:\\d{4} )?(?:(?:new|latest|annual|quarterly|monthly|recent|first|second|own|joint) )?"
OF_STATE = "(?:government|administration|parliament|cabinet|lawmakers|legislature|authorities|regulators)"
NO_DEALING = "(?! (?:integration|deal|rival|competitor|plugin|partnership|contract|ban)s?\\b)"
NO_USE = (
    r"(?!(?: \([^()]*\))? (?:programs?|programmes?|funding|funds|grants?|benefits|requirements|compliance|money"
    r"|provisions|credits?|investments?|implementation|obligations?)\b)"
)
"""A law of which somebody has a use ("its Acme Act funding") need not be theirs."""
NO_PERSON = "(?! (?:[\\w'-]+ ){0,4}<P>)"
WHOLLY = "(?:wholly |entirely |fully |completely |solely |outright |in full |directly )"
NO_LONGER = "(?! until\\b)"
NO_VERB = "(?!(?:[a-z]+ ){1,2}(?:an?|the|its|any|all) )"
"""What follows a name is said of it: no verb with an object of its own ("ruled out a spin-off of …")."""
NOT_OF_A_PART = (
    "(?:"
    + "".join(f"(?<! {word} )(?<! {word} the )" for word in ("of", "for", "in", "to", "with"))
    + "|(?!<D+>(?: \\w+)? (?:is|was|were|are|has|have) ))"
)
"""A product of which a whole sentence tells is its subject, and not what a part of it is of ("the camera of …")."""
NOT_SOLD = "".join(
    f"(?<!{verb} )"
    for verb in ("sold", "sell", "sells", "selling", "exited", "divested", "dumped", "offloaded", "sold off")
)
"""No verb of giving up stands before what somebody has."""
RAISED = (
    "(?:raised|raises|secured|secures|closed|closes|received|receives|completed|landed|collected|obtained|drew|announced"
    "|announces|attracted)"
)
ROUND = "(?:round|financing|funding|fundraising|investment|raise|[Ss]eries [A-H])"
MONEY_AHEAD = f"(?=[^;:<>]{{0,80}}(?:[$€£¥₹₩]|\\d|{ROUND}|capital|loan|grant|money|million|billion))"
