"""The closed sets every other room speaks in.

What belongs here: values that a published column may take, as plain tuples of strings, and what each means.
What does not: words of the language that the texts are written in (those are data, in `lexicon/`).
"""

from typing import Final

ENTITY_TYPES: Final = {
    "ORG": "company, government body, agency, university, fund, news outlet, standards body",
    "PERSON": "a person's name, without title",
    "PLACE": "country, region, city, named facility; adjectival forms are linked to their place",
    "PRODUCT": "named product, service, AI model, chip or chip series",
    "POLICY": "named law, regulation, treaty, plan, strategy, initiative or official programme",
    "WORK": "titled report, book, paper, dataset or benchmark",
    "EVENT": "named meeting, conference, election, mission",
}
MENTION_FORMS: Final = {
    "name": "the canonical or another full name",
    "alias": "a short form or another name of the same thing",
    "acronym": "an acronym or initialism",
    "adjective": "a place used before a noun or in its adjectival form",
}
FIGURE_KINDS: Final = {
    "money": "an amount in a currency",
    "percent": "a share of a hundred, fractions in words included",
    "count": "a number of counted things",
    "duration": "a length of time",
    "age": "an age of a person or thing, in years unless the unit says otherwise",
    "multiple": "a factor: times, -fold, doubled",
    "rank": "a place in an order",
    "measure": "a quantity in a physical or information unit",
}
QUALIFIERS: Final = {
    "exact": "stated without a hedge",
    "approx": "about, around, roughly, an estimated",
    "at_least": "over, more than, at least, just over",
    "at_most": "under, up to, nearly, almost, at most",
}
COUNTRY_CODE: Final = "iso3166:"
"""What an external id opens with that is the alpha-3 code of a country."""
SUBDIVISION_CODE: Final = "iso3166-2:"
"""The same of a state, province or region of one."""
DATE_PRECISIONS: Final = ("day", "week", "month", "quarter", "year", "decade")
DATE_ROLES: Final = {
    "at": "the time of what is told",
    "since": "the start of a period that goes on",
    "until": "the end or the target of a period",
    "as_of": "the day a state of affairs holds for",
}
PREDICATES: Final = {
    "develops": "ORG makes PRODUCT",
    "part_of": "ORG is a unit, lab, subsidiary or owned spin-off of ORG",
    "spun_off_from": "ORG was separated from ORG",
    "specializes_in": "ORG works in a field, as the text words it",
    "located_in": "ORG, PERSON, EVENT or POLICY is in PLACE",
    "authored": "PERSON wrote WORK",
    "published": "ORG issued WORK or a report",
    "occupation": "PERSON does or holds, as the text words it",
    "issued": "ORG or PLACE put POLICY in force",
    "competes_with": "PRODUCT or ORG is a rival of PRODUCT or ORG",
    "backs": "ORG invests in, funds or owns a stake in ORG or PRODUCT",
}
SENTENCE_KINDS: Final = {
    "heading": "a title, section heading or label before a colon",
    "paragraph": "a sentence of running text",
    "list_item": "a bulleted or numbered item, or a sentence of one",
    "question": "a sentence that asks",
    "caption": "a picture caption, photo credit, dateline",
    "boilerplate": "page furniture: advertisements, navigation, reading time, calls to share",
}
FACTUALITIES: Final = {
    "asserted": "stated as so",
    "attributed": "stated as somebody's words or finding",
    "forecast": "about what will or may come",
    "hypothetical": "imagined",
}
PUBLISHED_ON_SOURCES: Final = {
    "sources": "sources.toml states it",
    "metadata": "the file's own metadata states it",
    "text": "read from the dateline of the text",
}
RECORD_FIELDS: Final = ("text", "id", "title", "author", "publisher", "published_on", "url", "licence")
"""What a column of a table of texts may hold."""
FACT_ORIGINS: Final = {
    "sources": "sources.toml",
    "front_matter": "the metadata block at the top of a text file",
    "record": "a column of the table, or a key of the JSON object, that holds the text",
    "json_ld": "schema.org data in the page (JSON-LD)",
    "open_graph": "an OpenGraph property of the page",
    "meta_tag": "a meta tag or a link of the page's head",
    "html_element": "an element of the page: its title, first heading, byline or time",
    "pdf_info": "the information dictionary of the PDF",
    "word_properties": "the properties of the Word document",
    "email_header": "a header of the message",
    "text": "read off the first lines of the text",
}
VERDICTS: Final = {
    "agree": "the values are compatible under their qualifiers",
    "conflict": "the points match and the values do not",
    "changed": "the same point as of another day",
    "derivative": "one document repeats the other",
    "look_alike": "similar, but not the same point",
}
PAIR_KINDS: Final = {
    "same_text": "the running texts are largely the same",
    "same_sentences": "several long sentences are the same",
    "same_points": "particular names, quotations and figures are the same, in other words",
}
PAIR_STRENGTHS: Final = {
    "derivative": "one document may repeat the other",
    "related": "both may draw on one source",
}
DERIVED_KINDS: Final = {
    "share": "a part by the whole that is stated with it",
    "ratio": "one value by another of the same kind, of another subject",
    "difference": "a value less the same value of an earlier period",
}
CHANGED_KINDS: Final = {
    "document": "a document that went in, or what is known of it",
    "entity": "a thing that the documents name",
    "figure": "a quantity that they state",
    "relation": "a triple that they state",
    "conflict": "a point on which they contradict each other",
    "method": "how documents are read: version, program, lexicon, libraries, settings",
}
CHANGES: Final = {
    "new": "not said before",
    "gone": "said no longer",
    "changed": "another value on the same point",
}
CAUSES: Final = {
    "sources": "the documents say something else",
    "method": "the documents are read in another way",
}
JUDGEMENT_KINDS: Final = {
    "merge": "entities are one and the same",
    "split": "some mentions of an entity mean another one",
    "reject": "a row is wrong",
    "correct": "a row says something else",
    "confirm": "a conflict is one",
    "dismiss": "a conflict is none",
    "note": "a judgement of the analyst's own",
}
JUDGEMENT_STATUSES: Final = {
    "applied": "the tables are as it says",
    "gone": "what it refers to is not there, or cannot become what it says",
    "noted": "it changes nothing, and what it is about is there",
}
SUPPORTS: Final = {
    "corroborated": "two or more independent groups of sources tell the same, hedges such as “about” allowed for",
    "disputed": "sources contradict each other",
    "single_source": "one independent group of sources only",
}
REJECT_STAGES: Final = {
    "reading": "the input could not be read",
    "extraction": "the document was read, nothing was extracted from it",
    "judgement": "an analyst rejected a row",
    "validation": "a row broke a rule of its table",
}
REJECT_CODES: Final = {
    "EMPTY": "the file holds no text",
    "BINARY": "the file is not text",
    "UNDECODABLE": "no character encoding fits the bytes",
    "TOO_LARGE": "the file is over the size limit",
    "UNREADABLE": "the operating system refused to open the file",
    "BROKEN": "the file is damaged, or not of the format that its name says",
    "ENCRYPTED": "the file is protected by a password",
    "NO_TEXT_LAYER": "the PDF, or some of its pages, are pictures without text",
    "ARCHIVE_LIMIT": "what lies inside the file is too much, too deep, or packed too tightly",
    "UNSAFE_PATH": "a name inside an archive leads out of it",
    "NO_TEXT_COLUMN": "the table of texts has no column that holds them",
    "OUTSIDE_FOLDER": "the link leads out of the raw folder",
    "UNSUPPORTED_FORMAT": "no reader for this file type",
    "BAD_FRONT_MATTER": "the metadata block at the top of the file does not parse",
    "LANGUAGE_NOT_SUPPORTED": "the language of the document is not extracted",
    "EXTRACTOR_CRASH": "extraction of the document ended in an error",
    "TIMEOUT": "extraction of the document did not end in time",
    "BAD_SOURCES": "sources.toml does not parse, or an entry does not say what it must",
    "SOURCE_WITHOUT_FILE": "sources.toml describes a file that is not there",
    "REJECTED_BY_ANALYST": "an analyst rejected the row, in corrections.toml",
    "ROW_RULE": "a row breaks a rule of its table",
}
