"""E-mail messages: the text, what the headers say, and what is attached.

What belongs here: which part of a message is its text. An attachment is a file inside the message, read like any other.
"""

import re
from collections.abc import Iterator
from datetime import UTC, date
from email import policy
from email.message import EmailMessage, MIMEPart
from email.parser import BytesParser
from typing import Final

from tidybrief.reading import prose
from tidybrief.reading.decoding import decode
from tidybrief.reading.facts import Facts, in_words
from tidybrief.reading.parts import Content, Options, Part
from tidybrief.reading.problem import InputError

_UNSAFE: Final = re.compile(r"[\x00-\x1f/\\]+|!(?=/)")
_SUFFIXES: Final = {"text/plain": ".txt", "text/html": ".html", "application/pdf": ".pdf", "message/rfc822": ".eml"}


def read_mail(content: bytes, _: Options) -> Iterator[Part]:
    """The message, then its attachments. Raises InputError (BROKEN) where there is no message."""
    message = BytesParser(policy=policy.default).parsebytes(content)
    if not isinstance(message, EmailMessage) or not message.keys() or message.get("From", message.get("Date")) is None:
        raise InputError(
            "BROKEN", "the file has no headers of a message", "Save the message anew from the mail program as .eml."
        )
    subject = in_words(_header(message, "Subject"))
    heading = [prose.heading(subject, 1)] if subject else []
    text, _spans = prose.written([*heading, *_body(message)])
    yield Part("", Content(text, stated=(_facts(message, subject),)))
    for number, part in enumerate(message.iter_attachments(), start=1):
        if _is_file(part):
            yield Part(_name(part, number), _bytes(part))


def _facts(message: EmailMessage, subject: str | None) -> Facts:
    sender = getattr(message.get("From"), "addresses", ())
    names = [str(address.display_name or address.addr_spec) for address in sender]
    return Facts("email_header", title=subject, author=in_words(names), published_on=_day(message))


def _header(message: EmailMessage, name: str) -> str:
    try:
        return str(message.get(name, ""))
    except (ValueError, AttributeError, IndexError, KeyError, TypeError):
        return ""


def _day(message: EmailMessage) -> date | None:
    """The day the message was sent, by the sender's clock."""
    sent = getattr(message.get("Date"), "datetime", None)
    return (sent if sent.tzinfo else sent.replace(tzinfo=UTC)).date() if sent else None


def _body(message: EmailMessage) -> list[prose.Block]:
    plain, page = message.get_body(("plain",)), message.get_body(("html",))
    blocks = _of_plain(plain) if plain is not None else []
    if page is None:
        return blocks
    from tidybrief.reading.web import page_blocks  # noqa: PLC0415 - most messages have a plain text

    written = _text(page)
    if sum(len(block.text) for block in blocks) * 3 >= len(re.sub(r"<[^>]*>", "", written)):
        return blocks
    return page_blocks(written) or blocks


def _text(part: MIMEPart) -> str:
    content = part.get_payload(decode=True)
    content = content if isinstance(content, bytes) else b""
    named = part.get_content_charset()
    try:
        return prose.sound(content.decode(named)) if named else decode(content)
    except (LookupError, UnicodeDecodeError):
        return decode(content)
    except InputError:
        return ""


def _of_plain(part: MIMEPart) -> list[prose.Block]:
    text = _text(part)
    if part.get_param("format") == "flowed":
        text = _unflowed(text, delsp=str(part.get_param("delsp", "no")).lower() == "yes")
    return [prose.Block("paragraph", text.strip())] if text.strip() else []


def _unflowed(text: str, *, delsp: bool) -> str:
    """The text with its soft line ends, those after a blank, taken out (RFC 3676)."""
    lines: list[str] = []
    goes_on = False
    for line in text.split("\n"):
        content = line.removeprefix(" ")
        if goes_on and not content.startswith(">"):
            lines[-1] += content
        else:
            lines.append(content)
        goes_on = content.endswith(" ") and content != "-- "
        if goes_on and delsp:
            lines[-1] = lines[-1][:-1]
    return "\n".join(lines)


def _is_file(part: MIMEPart) -> bool:
    """Whether the part is a file for the reader, and no picture of the message's own looks."""
    return part.get_content_disposition() == "attachment" or (
        part.get_content_maintype() != "image" and part.get("Content-ID") is None
    )


def _name(part: MIMEPart, number: int) -> str:
    try:
        given = part.get_filename() or ""
    except (ValueError, TypeError, LookupError):
        given = ""
    name = _UNSAFE.sub("_", prose.sound(given)).strip(" ._")
    return name or f"attachment-{number}{_SUFFIXES.get(part.get_content_type(), '')}"


def _bytes(part: MIMEPart) -> bytes:
    if part.get_content_type() == "message/rfc822":
        (inner,) = part.iter_parts()
        return inner.as_bytes()
    content = part.get_payload(decode=True)
    return content if isinstance(content, bytes) else b""
