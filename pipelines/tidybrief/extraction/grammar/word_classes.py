"""Classes of words: by closed lists and, for other words, by their ending.

What belongs here: what one word can be by itself. What its neighbours make of it stands in `clauses`.
"""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import lru_cache

from tidybrief.extraction.alternation import in_either_case, one_of
from tidybrief.extraction.grammar.plurals import plural
from tidybrief.lexicon import Lexicon

DETERMINER, PREPOSITION, OF, TO, CONJUNCTION, SUBORDINATOR = "d", "p", "o", "t", "c", "s"
AUXILIARY, VERB, PARTICIPLE, GERUND, PRONOUN, ADVERB = "x", "v", "e", "g", "r", "a"
NOUN, NAME, QUANTITY, DATE = "n", "m", "q", "T"
NOUN_OR_VERB = "?"
APOSTROPHES = frozenset("'’")
DASHES = frozenset("—–")
IS_OR_WAS = frozenset({"is", "are", "was", "were"})
BEING = IS_OR_WAS | {"be", "been", "being"}
OWNING = frozenset({"its", "their", "his", "her", "our", "my", "your"})
MARKS_OF_OWNERS = APOSTROPHES | {"s"}
"""What stands behind an owner, each a word of its own."""


@dataclass(frozen=True, slots=True)
class Words:
    """The word classes of the lexicon, and the sets that single rules ask for."""

    classes: Mapping[str, str]
    participles: Mapping[str, str]
    lemmas: Mapping[str, str]
    qualifiers: frozenset[str]
    light_nouns: frozenset[str]
    matters: frozenset[str]
    """Goods, substances, diseases and technologies, which figures are about without a name."""
    measuring_verbs: frozenset[str]
    phrasal_verbs: frozenset[str]
    """The base form of verbs with their particle."""
    nouns_of_verbs: Mapping[str, str]
    nouns_of_verbs_with_money: Mapping[str, str]
    takers: frozenset[str]
    """Common nouns for organisations and persons, in the singular: they are no measure."""
    aged_without_name: frozenset[str]
    """Common nouns for persons and animals whose age is told without their name, in both numbers."""
    nouns_of_changes: Mapping[str, str]
    own_changes: frozenset[str]
    """The base form of verbs that say of their subject, without an object, that it changed."""
    change_nouns: frozenset[str]
    """Nouns that tell a change themselves: "a 12 percent rise"."""
    verbs_of_undergoing: frozenset[str]
    """The base form of verbs whose subject the change is of that their object names."""
    verbs_of_earning: frozenset[str]
    """The base form of verbs of getting what stands behind "in": "generated $9 million in revenue"."""
    verbs_of_level: frozenset[str]
    """The base form of verbs that tell a level: "sales exceeded 900"."""
    verbs_of_level_with_preposition: frozenset[str]
    """The same with "at" or "to": "sales stood at 900"."""
    verbs_of_rating: frozenset[str]
    """The base form of verbs by which somebody measures or rates another: "which Forbes values at $9 billion"."""
    verbs_of_naming_a_level: frozenset[str]
    """The base form of verbs by which somebody names a level: "put the toll at 40"."""
    nouns_of_foresight: frozenset[str]
    """What is foreseen or aimed at."""
    verbs_of_foresight: frozenset[str]
    """The base form of verbs of foretelling."""
    words_of_planning: frozenset[str]
    """The base form of words with an infinitive of what is yet to be done: "plans to create"."""
    verbs_of_making_up: frozenset[str]
    """What a part does to its whole: "chips make up 24% of sales"."""
    verbs_of_supplying: frozenset[str]
    """What a source does for a share of a whole: "wind generated 17% of power"."""
    verbs_of_giving: frozenset[str]
    """The base form of verbs with two objects whose subject has the amount: "lent Kenya $9 million"."""
    verbs_of_burdening: frozenset[str]
    """The same where it is the first object that has it: "fined Acme $9 million"."""
    populations: frozenset[str]
    """People and firms at large, in the plural: a share of them is not about who asked them."""
    action_nouns: frozenset[str]
    agents_at_large: frozenset[str]
    trades_at_large: frozenset[str]
    """Organisations and states at large, in the plural: "wants member states to invest"."""
    city_states: frozenset[str]
    """Countries and the like that are a city as well, written as in entity ids."""
    built_things: frozenset[str]
    """What is built in a country, region or city, and is none."""
    measures_of_lands: frozenset[str]
    """Words for what only a country or region has: "turnout"."""
    seated_bodies: frozenset[str]
    """Nouns for bodies that a text names with the city that they sit in."""
    nouns_of_business: frozenset[str]
    """Nouns for organisations that earn money."""
    words_of_public_bodies: frozenset[str]
    """Words in the names of bodies that do not."""
    nouns_of_bodies: frozenset[str]
    """Nouns that a body goes by only if its name holds them: "the court"."""
    words_of_investors: frozenset[str]
    """Words in the names of those who put money into others."""
    verbs_of_answering: frozenset[str]
    """What people who are asked do, in the plural: "43% cite cost"."""
    raising_verbs: frozenset[str]
    """The base form of verbs whose passive only tells how an infinitive holds: "is expected to rise"."""
    only_showing: frozenset[str]
    """Nouns whose figures are about something else: "the survey showed a rise"."""
    publications: frozenset[str]
    """The last word in the names of publications and inquiries."""
    offices_of_others: frozenset[str]
    """Words in the names of offices that count for others."""
    bodies: frozenset[str]
    """Words in the names of public bodies and learned ones, which tell of others more than of themselves."""
    verbs_of_moving: frozenset[str]
    """The base form of verbs that change nothing themselves: "closed down 3%"."""
    states: frozenset[str]
    """What stands behind counted people or things in place of a noun: "12 dead"."""
    leading_to_states: frozenset[str]
    """The base form of verbs that put things into such a state."""
    acts_of_origin: frozenset[str]
    """Participles that say how something came about."""
    nouns_of_accounts: frozenset[str]
    """What opens a sentence with its date: "In its accounts for 2023"."""
    anaphoric_opening: re.Pattern[str]
    worldwide: re.Pattern[str]
    price_base: frozenset[str]
    nouns_by_ending: frozenset[str]
    offices: re.Pattern[str]
    stating_results: frozenset[str]
    """Verbs by which a text tells a result and does nothing to it: "posted revenues"."""
    measuring_nouns: Mapping[str, frozenset[str]]
    """Nouns that say what is measured, in both numbers, by the kind of figure that they go with."""
    paired_nouns: frozenset[str]
    """Two nouns that name one thing together: "research and development"."""
    own_results: frozenset[str]
    """What an organisation earns, loses and pays out."""
    deducted: frozenset[str]
    """What a result is told before or after: "profit before tax"."""
    own_spending: frozenset[str]
    """What else is told with it: "capital expenditure", "operating margin"."""
    imposed_amounts: frozenset[str]
    """What one party sets and another bears or gets: "fine", "loan"."""
    results_at_large: frozenset[str]
    """Words that make such a result one of a country or an industry: "retail sales"."""
    stating: Mapping[str, str]
    """Verbs by which a source says something: "states", or "may state" for those that also act."""

    def noun_of_verb(self, lemma: str, kind: str) -> str:
        """The noun for what a verb does with a quantity of a kind ("investment in"); "" where it has none."""
        usual = self.nouns_of_verbs.get(lemma, "")
        return self.nouns_of_verbs_with_money.get(lemma, usual) if kind == "money" else usual


@lru_cache(maxsize=4)
def grammar_words(lexicon: Lexicon) -> Words:
    """The words of this lexicon, compiled once."""
    cues, reporting = lexicon.cues["figures"], lexicon.cues["attribution"]
    classes: dict[str, str] = {}
    participles: dict[str, str] = {}
    lemmas: dict[str, str] = {}
    doubling = frozenset(cues["doubling_verbs"])
    for verb in cues["verbs"]:
        for form, kind in _forms(verb):
            classes[form] = kind
            lemmas[form] = verb
            participles[form] = regular_past(verb, doubling)
    for verb, (past, participle) in cues["irregular_verbs"].items():
        for form, _ in (*_forms(verb), (past, VERB), (participle, VERB)):
            classes.setdefault(form, VERB)
            if form == verb or form not in cues["irregular_verbs"]:
                lemmas[form], participles[form] = verb, participle
    for verb in {phrasal.partition(" ")[0] for phrasal in cues["phrasal_verbs"]}:
        for form, _ in _forms(verb):
            lemmas.setdefault(form, verb)
    nouns_by_ending = frozenset(cues["nouns_by_ending"])
    classes.update({form: NOUN for form in nouns_by_ending if classes.get(form) == GERUND})
    for form in cues["nouns_or_verbs"]:
        classes[form] = NOUN_OR_VERB
    for kind, name in (
        (ADVERB, "adverbs"), (PREPOSITION, "prepositions"), (CONJUNCTION, "conjunctions"),
        (SUBORDINATOR, "subordinators"), (AUXILIARY, "auxiliaries"), (PRONOUN, "pronouns"), (DETERMINER, "determiners"),
    ):  # fmt: skip
        classes.update(dict.fromkeys(cues[name], kind))
    classes["of"], classes["to"] = OF, TO
    return Words(
        classes=classes,
        participles=participles,
        lemmas=lemmas,
        qualifiers=frozenset(cues["qualifiers"]),
        light_nouns=frozenset(cues["light_nouns"]),
        matters=frozenset(cues["matters"]),
        measuring_verbs=frozenset(form for form in classes if lemmas.get(form, form) in set(cues["measuring_verbs"])),
        phrasal_verbs=frozenset(cues["phrasal_verbs"]),
        nouns_of_verbs=cues["nouns_of_verbs"],
        nouns_of_verbs_with_money=cues["nouns_of_verbs_with_money"],
        takers=frozenset(lexicon.cues["common_nouns"]["org"] + lexicon.cues["common_nouns"]["person"]) - {"fund"},
        city_states=frozenset(name.lower().replace(" ", "-") for name in lexicon.cues["common_nouns"]["city_states"]),
        aged_without_name=_in_both_numbers(lexicon.cues["common_nouns"]["aged_without_name"]),
        nouns_of_changes=_of_all_forms(cues["nouns_of_changes"], lemmas),
        own_changes=frozenset(cues["verbs_of_own_change"]),
        change_nouns=frozenset(cues["change_nouns"]),
        verbs_of_undergoing=frozenset(cues["verbs_of_undergoing"]),
        verbs_of_earning=frozenset(cues["verbs_of_earning"]),
        verbs_of_level=frozenset(cues["verbs_of_level"]),
        verbs_of_level_with_preposition=frozenset(cues["verbs_of_level_with_preposition"]),
        verbs_of_rating=frozenset(cues["verbs_of_rating"]),
        verbs_of_naming_a_level=frozenset(cues["verbs_of_naming_a_level"]),
        nouns_of_foresight=frozenset(cues["nouns_of_foresight"]),
        verbs_of_foresight=frozenset(cues["verbs_of_foresight"]),
        words_of_planning=frozenset(cues["words_of_planning"]),
        verbs_of_making_up=frozenset(cues["verbs_of_making_up"]),
        verbs_of_supplying=frozenset(cues["verbs_of_supplying"]),
        verbs_of_giving=frozenset(cues["verbs_of_giving"]),
        verbs_of_burdening=frozenset(cues["verbs_of_burdening"]),
        populations=frozenset(cues["populations"]),
        action_nouns=frozenset(cues["action_nouns"]),
        agents_at_large=frozenset(cues["agents_at_large"]),
        trades_at_large=frozenset(cues["trades_at_large"]),
        built_things=frozenset(cues["built_things"]),
        measures_of_lands=frozenset(cues["measures_of_lands"]),
        seated_bodies=frozenset(cues["seated_bodies"]),
        nouns_of_business=frozenset(cues["nouns_of_business"]),
        words_of_public_bodies=frozenset(cues["words_of_public_bodies"]),
        nouns_of_bodies=frozenset(cues["nouns_of_bodies"]),
        words_of_investors=frozenset(cues["words_of_investors"]),
        verbs_of_answering=frozenset(cues["verbs_of_answering"]),
        raising_verbs=frozenset(cues["raising_verbs"]),
        only_showing=frozenset(cues["only_showing"]),
        publications=frozenset(cues["publications"]),
        offices_of_others=frozenset(cues["offices_of_others"]),
        bodies=frozenset(cues["bodies"]),
        verbs_of_moving=frozenset(cues["verbs_of_moving"]),
        states=frozenset(cues["states"]),
        leading_to_states=frozenset(cues["verbs_leading_to_states"]),
        acts_of_origin=frozenset(cues["acts_of_origin"]),
        nouns_of_accounts=frozenset(cues["nouns_of_accounts"]),
        anaphoric_opening=re.compile(rf"[\"“]?(?:{one_of(in_either_case(cues['anaphoric_openings']))})\b"),
        worldwide=re.compile(rf"\b(?:{one_of(cues['worldwide'])})\b"),
        price_base=frozenset(cues["price_base_words"]),
        nouns_by_ending=nouns_by_ending,
        offices=re.compile(rf"\b(?:{one_of(cues['public_offices'])})[ ]$"),
        stating_results=frozenset(cues["verbs_stating_results"]),
        measuring_nouns={kind: _in_both_numbers(nouns) for kind, nouns in cues["measuring_nouns"].items()},
        paired_nouns=frozenset(cues["paired_nouns"]),
        own_results=frozenset(cues["own_results"]),
        deducted=frozenset(cues["deducted"]),
        own_spending=frozenset(cues["own_spending"]),
        imposed_amounts=frozenset(cues["imposed_amounts"]),
        results_at_large=frozenset(cues["results_at_large"]),
        stating={verb: "may state" if verb in reporting["acts"] else "states" for verb in reporting["reporting_verbs"]},
    )


def _in_both_numbers(nouns: Iterable[str]) -> frozenset[str]:
    return frozenset(form for noun in nouns for form in (noun, plural(noun)))


def _of_all_forms(nouns: Mapping[str, str], lemmas: Mapping[str, str]) -> Mapping[str, str]:
    """The noun of each verb under all forms of the verb."""
    return {form: nouns[lemma] for form, lemma in lemmas.items() if lemma in nouns} | dict(nouns)


_CLOSED_SYLLABLE = re.compile(r"[^aeiou]*[aeiou][bdgklmnprt]")


def regular_past(verb: str, doubling: frozenset[str] = frozenset()) -> str:
    """The regular past: "ship" and the verbs of `doubling` double their last letter."""
    if verb in doubling or _CLOSED_SYLLABLE.fullmatch(verb):
        return verb + verb[-1] + "ed"
    if verb.endswith("e"):
        return verb + "d"
    if verb.endswith("y") and verb[-2] not in "aeiou":
        return verb[:-1] + "ied"
    return verb + "ed"


def _forms(verb: str) -> Iterable[tuple[str, str]]:
    stem = verb.removesuffix("e")
    third = (
        verb[:-1] + "ies"
        if verb.endswith("y") and verb[-2] not in "aeiou"
        else (verb + "es" if verb.endswith(("s", "sh", "ch", "x", "z", "o")) else verb + "s")
    )
    yield from ((verb, VERB), (third, VERB), (regular_past(verb), PARTICIPLE), (stem + "ing", GERUND))
    if verb[-1] in "tpgnlmbd" and verb[-2:-1] in tuple("aeiou"):
        yield from ((verb + verb[-1] + "ed", PARTICIPLE), (verb + verb[-1] + "ing", GERUND))


_CONTRACTED = re.compile(
    r"\w+n['’]t|(?:i|you|he|she|it|we|they|there|that|here|what|who|where)['’](?:s|re|ve|ll|d|m)|let['’]s"
)


def is_contracted(word: str) -> bool:
    """Whether a word in lower case holds an auxiliary: "don't", "we've"."""
    return ("'" in word or "’" in word) and _CONTRACTED.fullmatch(word) is not None


def class_by_ending(word: str, surface: str, words: Words) -> str:
    """The class of a word that no list holds; punctuation is its own class."""
    if not word[0].isalpha():
        return NOUN if word[0].isdigit() else word
    if is_contracted(word):
        return AUXILIARY
    if surface != word or len(word) <= 4 or word in words.nouns_by_ending:
        return NOUN
    if word.endswith("ly"):
        return ADVERB
    if word.endswith("ed"):
        return PARTICIPLE
    return GERUND if word.endswith("ing") else NOUN


def class_of(word: str, words: Words) -> str:
    """The class of a word in lower case by itself: that of the lists, else by its ending."""
    return words.classes.get(word) or class_by_ending(word, word, words)
