"""The wordings by which a text names its source, as patterns made of the lexicon's words.

What belongs here: how openings, verbs of saying and nouns of reports stand around a name. Finding the sources with them
is done in `attribution`.
"""

import re
from dataclasses import dataclass
from functools import lru_cache

from tidybrief.extraction.alternation import in_either_case, key_words, one_of
from tidybrief.lexicon import Lexicon


@dataclass(frozen=True, slots=True)
class Cues:
    """Patterns made of the lexicon's words for naming a source."""

    opening: re.Pattern[str]
    verb_after: re.Pattern[str]
    paper_after: re.Pattern[str]
    """ "'s update on Monday had": what a paper of a name does with a figure."""
    study_by: re.Pattern[str]
    """What leads to who has made a study: "A poll conducted on Monday by"."""
    asking: re.Pattern[str]
    """What stands behind who asks others, whose answers the next sentences tell."""
    study_from: re.Pattern[str]
    """What leads to whose study a sentence speaks of: "A recent survey by"."""
    researchers: re.Pattern[str]
    """What leads to where those work who have made one: "scientists mostly from"."""
    asking_words: frozenset[str]
    worked_with: re.Pattern[str]
    """What stands before material that is only worked with."""
    verb_before: re.Pattern[str]
    pronoun: re.Pattern[str]
    organisation: re.Pattern[str]
    any: re.Pattern[str]
    """Sought in the sentence behind a space: to find what is behind a sign between words is faster than to find what is
    at the border of a word."""
    ends_citation: re.Pattern[str]
    """What stands behind a name to which "per" leads as a source."""
    continuing: re.Pattern[str]
    findings: re.Pattern[str]
    """ "The data shows": what the source of the paragraph has found."""
    own_paper: re.Pattern[str]
    """ "According to the earnings release": of the organisation that is spoken of."""
    it_says: re.Pattern[str]
    it_said_aside: re.Pattern[str]
    """ "…, it added", "a plant which it said would open"."""
    publishing: re.Pattern[str]
    """What stands behind who publishes a report; `published_by`, what stands before."""
    published_by: re.Pattern[str]
    deeds: frozenset[str]
    """Verbs of saying by which an amount or a new thing is given, where it is their object; `amount` is that object."""
    amount: re.Pattern[str]
    against: re.Pattern[str]
    """What others had expected, behind a result."""
    studies: frozenset[str]
    """Words of a sentence that tells what somebody has found out; `forecasters`, of one that tells what is expected."""
    forecasters: frozenset[str]
    government: re.Pattern[str]
    """Who speaks for a country, behind its adjective, and a verb of saying."""
    unnamed: re.Pattern[str]
    unnamed_clause: re.Pattern[str]
    """What begins a clause that somebody without a name speaks in."""
    act: re.Pattern[str]
    judgement: re.Pattern[str]
    nouns_as_well: frozenset[str]
    """Verbs of saying that are nouns as often."""
    report: re.Pattern[str]
    opening_words: frozenset[str]
    """Words without which `opening` finds nothing; so for those below."""
    organisation_words: frozenset[str]
    nouns_in_names: frozenset[str]
    """Nouns for organisations that are part of their names."""
    nouns_of_trades: frozenset[str]
    """Nouns for organisations whose trade a word before them tells."""
    report_words: frozenset[str]
    research_words: frozenset[str]
    finding_words: frozenset[str]
    own_paper_words: frozenset[str]
    unnamed_words: frozenset[str]


@lru_cache(maxsize=4)
def source_cues(lexicon: Lexicon) -> Cues:
    """The patterns of this lexicon."""
    table = lexicon.cues["attribution"]
    verbs, issued = one_of(table["reporting_verbs"]), one_of(table["issued"])
    revising = (
        rf"(?:{one_of(table['revising_verbs'])})[ ](?:its|their)[ ](?:[\w-]+[ ]){{0,3}}(?:{one_of(table['outlooks'])})"
    )
    words_of_opening, unnamed = in_either_case(table["openings"]), in_either_case(table["unnamed_sources"])
    openings, organisations = one_of(words_of_opening), one_of(table["organisation_nouns"])
    continuing = one_of(in_either_case(lexicon.cues["figures"]["anaphoric_openings"]))
    apposition = r"(?:[ ]?\([^()]{1,40}\))?(?:,[^,;:]{1,80},|[ ]of[ ][^,.;:]{1,110},)?"
    joined = r"(?:[ ](?:and|of|from|at)(?:[ ]the)?[ ][A-Z][\w.&’'-]*(?:[ ](?:of|for|and|the|[A-Z][\w.&’'-]*)){0,7})?"
    adverbs = (
        "has|have|had|also|further|recently|later|then|first|once|now|again|earlier|already|often|publicly|itself|"
        r"initially|on [A-Z]\w+"
    )
    results = lexicon.cues["figures"]["own_results"]
    told_of = one_of((*results, *table["findings"], *table["outlooks"], *table["told_not_done"]))
    quiet = {*table["acts"], *table["nouns_as_well"], *table["deeds"], "recalled"}
    says = one_of(verb for verb in table["reporting_verbs"] if verb not in quiet)
    reports, judgements = one_of(table["report_nouns"]), one_of(table["judgements"])
    papers = one_of((*table["issued"], *table["papers"], *table["studies_named"]))
    done = one_of((*table["publishing_verbs"], *table["done_to_studies"]))
    publishing, deeds = one_of(table["publishing_verbs"]), one_of(table["deeds"])
    studies_made, made = one_of(table["studies_made"]), one_of(table["done_to_studies"])
    to_report = (
        rf"(?:[\w’'-]+[ ]){{0,5}}?(?:{one_of((*table['report_nouns'], *table['papers'], *table['findings']))})\b"
    )
    telling = (
        *("put", "puts", "placed", "places", "located", "locates", "went on to say"),
        *("accuse", "accuses", "accused", "blame", "blames", "blamed"),
        *table["papers"], *table["report_nouns"], *table["asking_verbs"],
        *table["reporting_verbs"], *table["report_verbs"], *words_of_opening, *table["judgements"], *table["outlooks"],
        *table["studies_named"], *table["studies_made"], *in_either_case(table["researchers"]),
    )  # fmt: skip
    return Cues(
        opening=re.compile(
            rf"\b(?:{openings})\b|\b(?:[Ii]n|[Ff]rom)[ ](?:an?|the|its)[ ](?:[\w-]+[ ]){{0,2}}?"
            rf"(?:(?:{reports}|{one_of(table['papers'])})[ ](?:from|by)|{one_of(table['papers_issued'])}[ ]of)\b|"
            r"(?<=[,(])[ ]?per(?=[ ](?:the[ ])?[A-Z])"
        ),
        verb_after=re.compile(
            rf"(?:,?[ ]et al\.?)?{joined}{apposition}(?:['’]s?)?(?:, (?:who|which))?"
            rf"(?:[ ](?:new|latest|annual|own|official|recent|[12]\d{{3}}))?"
            rf"(?:(?<=['’]s)(?:[ ][a-z\d][\w.’'-]*){{1,4}}?(?=[ ](?:{issued})\b))?"
            rf"(?:[ ](?:{issued})(?:,[ ](?:[^,;:]|(?<=\d),(?=\d)){{1,80}},)?)?"
            r"(?:, led by [^,;.]{1,60},)?(?:[ ][a-z]+(?:[ ][\w’'-]+){1,6}[ ]and)?"
            rf"(?:[ ]in[ ](?:an?|its|their)[ ](?:[\w’'-]+[ ]){{0,4}}?(?:{one_of(table['papers'])}))?"
            rf"(?:[ ]of[ ][^,;.]{{0,20}}\d[^;.]{{0,60}}?(?=[ ](?:{verbs})\b))?"
            rf"(?:,?[ ](?:{done})(?![ ](?:an?|the|its|their)[ ])(?:[ ][\w’'-]+){{1,4}},?(?=[ ](?:{verbs})\b))?"
            rf"(?:[ ](?:{adverbs}))*(?:[ ](?:is|are|was|were)(?=[ ][a-z]+ing\b)(?![ ](?:{deeds})\b))?"
            r"(?:[ ](?:is|are|was|were)[ ](?:quoted|cited)(?:[ ]by[ ][^,;.]{1,40})?[ ]as(?=[ ]\w+ing\b))?"
            rf"[ ](?:(?:{verbs}|(?P<revised>{revising}))\b|puts?(?=[ ][^.;]{{1,80}}[ ]at\b)|"
            r"(?:place[sd]|locate[sd])(?=[ ][^.;,]{1,70}[ ](?:miles|kilomet|km\b|met(?:er|re)s))|"
            r"(?<!and )(?:accuse[sd]?|blame[sd]?)(?![ ](?:of|by|for)\b)(?=[ ][^.;]{1,80}[ ](?:of|for)[ ]))"
        ),
        paper_after=re.compile(
            rf"['’]s?(?:[ ][\w.’'-]+){{0,4}}?[ ](?:{papers})"
            rf"(?:[ ](?:on|of|for|in|from|at)[ ][^,;.]{{1,40}}?)?[ ](?:{one_of(table['placing_verbs'])})\b"
        ),
        study_by=re.compile(
            rf"\b(?:{reports})s?(?:,|,?[ ](?:[\w-]+[ ]){{0,2}}?(?:{one_of(table['done_to_studies'])})"
            r"(?:[ ](?:on|in|last|this)[ ]\w+(?:[ ]\w+)?)?|[ ]of[ ](?:[^,.;]|(?<=\d),(?=\d)){1,50}?)"
            rf"[ ]by[ ](?:(?:the|an?)[ ])?(?:(?!(?:{verbs})\b)[a-z-]+[ ]){{0,3}}$"
        ),
        asking=re.compile(
            rf"(?:[ ](?:{adverbs}))*[ ](?:{one_of(table['asking_verbs'])})[ ]"
            r"(?:(?:more|fewer|around|about|over|some|nearly|almost|than|a|total|of|at|least|in|all|up|to)[ ]){0,4}\d"
        ),
        study_from=re.compile(
            rf"\b(?:{studies_made})(?:,?[ ](?:[\w-]+[ ]){{0,2}}?(?:{made}))?[ ](?:by|from)[ ](?:the[ ])?$"
        ),
        researchers=re.compile(
            rf"\b(?:{one_of(in_either_case(table['researchers']))})(?:[ ][a-z]+)?"
            r"[ ](?:from|at|of|with|led[ ]by)[ ](?:the[ ])?$"
        ),
        asking_words=frozenset((*table["asking_verbs"], *table["studies_made"])),
        worked_with=re.compile(rf"\b(?:{one_of(table['working_verbs'])})[ ](?:[\w’'-]+[ ]){{0,4}}$"),
        verb_before=re.compile(
            rf"[,”\"’'][ ](?:{verbs})(?:[ ][a-z]+)?[ ]"
            r"(?:(?:the|an?|its|their|his|her)[ ](?:[a-z-]+[ ]){0,4}[a-z-]+,[ ]|(?:[A-Za-z.’'-]+[ ]){0,5})$"
        ),
        pronoun=re.compile(
            rf"\b(?:[Hh]e|[Ss]he)(?:[ ](?:also|has|had|later|then|further))?[ ](?:{verbs}|went on to say)\b"
        ),
        organisation=re.compile(
            rf"\b(?:[Tt]he|[Ii]ts|[Tt]his) (?P<kind>(?:[\w-]+ ){{0,2}}?)(?P<noun>{organisations})"
            rf"(?:, (?:which|who|based|owned|led)\b(?:[^,;]|(?<=\d),(?=\d)){{1,90}},(?=[ ](?:{verbs})\b))?"
            rf"(?:(?:['’]s?)?(?:[ ](?:{issued}))?(?:[ ]\w+){{0,2}}?[ ](?:(?:{verbs}|(?P<revised>{revising}))\b|"
            r"puts?(?=[ ][^.;]{1,80}[ ]at\b))|"
            rf"['’]s?[ ](?:{judgements})\b)|"
            rf"\b(?:{openings}) the (?P<kind_cited>(?:[\w-]+ ){{0,2}}?)(?P<cited>{organisations})\b(?! (?:of|for) )"
        ),
        any=re.compile(rf"\W(?:(?:{one_of(telling)})\b|[ ]?per[ ][A-Zt])"),
        ends_citation=re.compile(rf"(?:['’]s?)?(?:[ ](?:{issued}))?(?:[.;)]|,[ ]|$)"),
        report=re.compile(
            rf"\b(?:{openings})[ ]the[ ](?:[\w-]+[ ])?(?:{reports})\b|"
            rf"\b(?:[Tt]he|[Ii]ts|[Tt]heir)[ ](?:(?:[12]\d{{3}}|new|latest|annual|full)[ ])?(?:{reports})"
            r"(?:['’]s?[ ][a-z]+)?"
            rf"(?:[ ](?:also|now|itself|further))?"
            rf"[ ](?:{verbs}|{one_of(table['report_verbs'])})\b"
        ),
        findings=re.compile(
            rf"\b(?:[Tt]he(?:se|ir)?|[Ii]ts)[ ](?:[\w-]+[ ])?(?:{one_of(table['findings'])})"
            rf"(?:[ ](?:also|further))?[ ](?:{verbs}|{one_of(table['report_verbs'])})\b"
        ),
        studies=frozenset(in_either_case(table["studies"])),
        forecasters=frozenset(in_either_case(table["forecasters"])),
        finding_words=key_words(table["findings"]),
        own_paper=re.compile(
            rf"\b(?:{openings})[ ](?:the|its|their)[ ](?:[\w’'-]+[ ]){{0,2}}?(?:{one_of(table['own_papers'])})\b"
            r"(?![ ](?:of|for|from|by)\b)"
        ),
        own_paper_words=key_words(table["own_papers"]),
        it_says=re.compile(
            rf"[\"“]?(?:(?:In|For|On|Last|Earlier|Previously|Overall|Separately)\b"
            r"[^,.;\d]{0,25}(?:\d{4})?,?[ ]it|It)"
            rf"(?:[ ](?:{adverbs}))*[ ](?:(?:{says})\b|(?:{verbs})[ ]that\b)"
        ),
        it_said_aside=re.compile(
            rf"\bwhich[ ]it(?:[ ](?:{adverbs}))*[ ](?:{says})\b|"
            rf",[”\"]?[ ]it(?:[ ](?:{adverbs}))*[ ](?:{verbs})"
            r"(?=[ ](?:on|in|late|earlier|today|yesterday|this|last)\b|[.,;]|$)"
        ),
        publishing=re.compile(
            rf"(?:[ ](?:{adverbs}))*[ ](?:{publishing})[ ](?:(?:an?|the|its|their|this)[ ])?{to_report}"
        ),
        published_by=re.compile(
            rf"\b(?:{reports})s?,?[ ](?:[\w,-]+[ ]){{0,4}}?(?:{publishing})(?:[ ][\w]+){{0,2}}?[ ]by[ ](?:the[ ])?$"
        ),
        deeds=frozenset(table["deeds"]),
        amount=re.compile(
            rf"[ ](?:(?:{one_of(table['amount_leads'])})[ ])?"
            rf"(?:[$€£\d]|(?:{one_of((*table['small_numbers'], *table['announced'], 'new'))})\b)"
            rf"(?![^,.;]{{0,40}}\b(?:{told_of})\b)"
            r"(?![ ]?[\d.]+[ ]?(?:%|per[ ]?cent))(?![^,.;]{0,60}\b(?:would|will|had|have|has|were|was|are|is)\b)"
        ),
        against=re.compile(
            rf",?[ ](?:{one_of(table['against'])})[ ](?:[^.;]|(?<=\d)[.](?=\d)){{0,80}}?"
            rf"\b(?:{one_of((*table['outlooks'], 'analysts'))})\b"
        ),
        government=re.compile(rf"[ ](?:{one_of(table['governments'])})(?:[ ](?:{adverbs}))*[ ](?:{verbs})\b"),
        unnamed_clause=re.compile(
            r"(?:[;,]|[ ](?:while|but|and|whereas))[ ](?:(?:while|but|and|whereas)[ ])?(?:[Tt]he[ ])?"
            r"(?:[\w-]+[ ]){0,2}?"
            rf"(?:{one_of(unnamed)})(?:[ ](?:has|have|had|also))?[ ](?:{verbs}|puts?)\b"
        ),
        unnamed=re.compile(rf"\b(?:{one_of(unnamed)})(?:[ ](?:has|have|had|also))?[ ](?:{verbs})\b"),
        act=re.compile(rf"[^.;]{{0,120}}?\b(?:{one_of(table['acts'])})[ ](?:(?:a|an|the|its|their|plans)\b|\$|€|£)"),
        judgement=re.compile(rf"['’]s?[ ](?:own[ ])?(?:{judgements})\b|[ ](?:{one_of(table['studies_named'])})\b"),
        nouns_as_well=frozenset(table["nouns_as_well"]),
        continuing=re.compile(rf"[\"“]?(?:{continuing})\b"),
        opening_words=key_words((*words_of_opening, *table["report_nouns"], *table["papers"], "per")),
        organisation_words=key_words(table["organisation_nouns"]),
        nouns_in_names=frozenset(table["nouns_in_names"]),
        nouns_of_trades=frozenset(table["nouns_of_trades"]),
        report_words=key_words(table["report_nouns"]),
        research_words=key_words(in_either_case((*table["studies_made"], *table["researchers"]))),
        unnamed_words=key_words(unnamed),
    )
