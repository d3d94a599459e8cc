"""What the tests of names share: extraction of the names of a text, with and without the names of the lexicon."""

from tidybrief.extraction.names.mentions import find_mentions
from tidybrief.extraction.records import Entity, Mention
from tidybrief.extraction.sentences.rows import find_sentences
from tidybrief.lexicon import Lexicon, load_lexicon
from tidybrief.reading.document import Document

LEXICON = load_lexicon()
WITHOUT_NAMES = Lexicon((), LEXICON.cues, "without names")


def names_of(text: str, lexicon: Lexicon = WITHOUT_NAMES) -> tuple[dict[str, Entity], tuple[Mention, ...]]:
    """The entities of a text by id, and its mentions."""
    document = Document("text.txt", "", "text/plain", text, language="en")
    entities, mentions = find_mentions(document, find_sentences(document, lexicon), lexicon)
    return {entity.entity_id: entity for entity in entities}, mentions


def typed(text: str, lexicon: Lexicon = WITHOUT_NAMES) -> list[tuple[str, str]]:
    """Surface and type of each mention, in order."""
    return [(mention.text, mention.type) for mention in names_of(text, lexicon)[1]]
