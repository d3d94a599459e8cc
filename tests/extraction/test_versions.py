"""Versions that make a product or a law another one, and numbers behind a name that are none."""

import pytest

from sample_names import LEXICON, names_of


@pytest.mark.parametrize(
    ("text", "name"),
    [
        pytest.param("The lab beat GPT-4-32K on Monday.", "GPT-4-32K", id="code behind a hyphen"),
        pytest.param("They released Qwen2.5-VL-72B in May.", "Qwen2.5-VL-72B", id="variant and size"),
        pytest.param("They tested Llama 3.3 70B in May.", "Llama 3.3 70B", id="decimal and size"),
        pytest.param("They tested Gemini 2.5 Flash in May.", "Gemini 2.5 Flash", id="decimal and variant"),
        pytest.param("Prices of Grok 4 rose.", "Grok 4", id="whole number before a verb"),
        pytest.param("Nvidia's Blackwell Ultra is new.", "Blackwell Ultra", id="variant of a known product"),
        pytest.param("The Chips Act 2.0 is planned.", "Chips Act 2.0", id="second edition of a law"),
        pytest.param("He spoke at the Alder AI Summit 2025 on Monday.", "Alder AI Summit 2025", id="year of a meeting"),
        pytest.param("He is a partner of Accel India now.", "Accel India", id="branch in a country"),
        pytest.param("Nvidia H100 chips sold well.", "H100", id="maker and product"),
        pytest.param("We now release Tarvo 2, our new family of chatbots.", "Tarvo 2", id="told what it is"),
        pytest.param("They gave Tarvo 2 to all. Tarvo 2 70B is the largest model.", "Tarvo 2", id="a variant is named"),
    ],
)
def test_name_with_its_version(text: str, name: str) -> None:
    entities, mentions = names_of(text, LEXICON)
    assert name in {entities[mention.entity_id].name for mention in mentions if mention.text == name}


@pytest.mark.parametrize(
    ("text", "name"),
    [
        pytest.param("ChatGPT-style bots are many.", "ChatGPT", id="style of a product"),
        pytest.param("GPT-4-based tools are many.", "GPT-4", id="based on a product"),
        pytest.param("They gave Copilot 3 times more work.", "Copilot", id="count of what follows"),
        pytest.param("On WhatsApp 15 people replied.", "WhatsApp", id="count of people"),
        pytest.param("OpenAI US users left.", "OpenAI", id="country of what follows"),
        pytest.param("He spoke at the Alder AI Summit in 2023.", "Alder AI Summit", id="year behind in"),
        pytest.param("iPhone-maker Apple grew.", "iPhone", id="maker behind a hyphen"),
    ],
)
def test_name_without_what_is_no_version(text: str, name: str) -> None:
    _, mentions = names_of(text, LEXICON)
    assert name in {mention.text for mention in mentions}


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        pytest.param("The AI Act 2.0 is planned.", "POLICY", id="law"),
        pytest.param("The lab said that Claude Opus 4.5 lost.", "PRODUCT", id="model called like a person"),
    ],
)
def test_type_of_a_name_with_a_version(text: str, kind: str) -> None:
    _, mentions = names_of(text, LEXICON)
    assert [mention.type for mention in mentions if mention.text[-1].isdigit()] == [kind]
