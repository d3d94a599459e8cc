"""Bytes to text: character encodings, byte order marks, newlines, and what is no text."""

from contextlib import suppress

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tidybrief.reading.decoding import decode
from tidybrief.reading.problem import InputError

CURLY = "The ministry’s café budget – “modest”, it says – rose by £5 million in the spring."


@pytest.mark.parametrize(
    ("content", "text"),
    [
        pytest.param(CURLY.encode(), CURLY, id="UTF-8"),
        pytest.param(b"\xef\xbb\xbf" + CURLY.encode(), CURLY, id="UTF-8 with byte order mark"),
        pytest.param(CURLY.encode("utf-16"), CURLY, id="UTF-16 with byte order mark"),
        pytest.param(b"\xfe\xff" + CURLY.encode("utf-16-be"), CURLY, id="UTF-16 big-endian with byte order mark"),
        pytest.param(CURLY.encode("utf-32"), CURLY, id="UTF-32 with byte order mark"),
        pytest.param(CURLY.encode("utf-16-le"), CURLY, id="UTF-16 without byte order mark"),
        pytest.param(CURLY.encode("cp1252"), CURLY, id="Windows-1252 quotes"),
        pytest.param("Two cafés paid £3 in Zürich.".encode("latin-1"), "Two cafés paid £3 in Zürich.", id="Latin-1"),
        pytest.param(b"one\r\ntwo\rthree\nfour", "one\ntwo\nthree\nfour", id="CRLF, CR and LF"),
        pytest.param(
            "a\u2028b\u2029c\x85d\x0ce".encode(), "a\u2028b\u2029c\x85d\x0ce", id="Unicode line separators stay"
        ),
        pytest.param(b"  kept \t\n\n", "  kept \t\n\n", id="white space stays"),
        pytest.param("𝔸 is one code point".encode(), "𝔸 is one code point", id="beyond the basic plane"),
    ],
)
def test_text(content: bytes, text: str) -> None:
    assert decode(content) == text


@pytest.mark.parametrize(
    ("content", "code"),
    [
        pytest.param(b"", "EMPTY", id="no bytes"),
        pytest.param(b" \r\n\t\n", "EMPTY", id="only white space"),
        pytest.param(b"\xef\xbb\xbf", "EMPTY", id="only a byte order mark"),
        pytest.param("\u200b\ufeff".encode(), "EMPTY", id="only invisible characters"),
        pytest.param(b"%PDF-1.7\n1 0 obj", "BINARY", id="a PDF under the name of a text"),
        pytest.param(b"PK\x03\x04" + bytes(range(256)), "BINARY", id="a ZIP archive"),
        pytest.param(b"header\0\0\0\x01body text", "BINARY", id="zero bytes"),
        pytest.param(b"\x01\x02\x03\x04 text " * 50, "BINARY", id="control characters"),
        pytest.param(b"\xff\xfeA\x00\x00", "UNDECODABLE", id="a byte order mark that the bytes belie"),
    ],
)
def test_no_text(content: bytes, code: str) -> None:
    with pytest.raises(InputError) as raised:
        decode(content)
    assert raised.value.code == code
    assert raised.value.message
    assert raised.value.remedy


@given(st.binary(max_size=300))
def test_any_bytes_are_text_or_say_why_not(content: bytes) -> None:
    with suppress(InputError):
        text = decode(content)
        assert "\r" not in text
        assert "\0" not in text
        assert text.encode()


@given(st.text(alphabet=st.characters(exclude_characters="\0\x7f\ufeff", min_codepoint=32, exclude_categories=["Cs"])))
def test_utf_8_comes_back_unchanged(text: str) -> None:
    assert decode(f"Text: {text}".encode()) == f"Text: {text}"
