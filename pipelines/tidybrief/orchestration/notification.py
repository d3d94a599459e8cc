"""Telling people that a run failed: a JSON object to a webhook, an e-mail, or neither, as the settings say.

What belongs here: what the message says and how it is sent. What does not: when (`refresh` for runs of the command
line, `automation` for those of the daemon).
"""

import json
import smtplib
import ssl
import urllib.request
from collections.abc import Iterator
from email.message import EmailMessage
from typing import Final
from urllib.parse import SplitResult, unquote, urlsplit

from tidybrief.orchestration.failures import Stop
from tidybrief.settings import Settings

SCHEMA_VERSION: Final = "1.0"
EVENT: Final = "run_failed"
PATIENCE: Final = 15.0
"""Seconds that a server has to answer."""


def tells_of_failures(settings: Settings) -> bool:
    """Whether the settings name anybody to tell."""
    return bool(settings.failure_webhook or settings.failure_email)


def tell_of_failure(settings: Settings, stop: Stop) -> list[str]:
    """Sends why a run stopped to whom the settings name; returns what kept it from being sent, in words.

    A message that cannot be sent raises nothing: it must not hide the failure that it is about.
    """
    return [*_by_webhook(settings, stop), *_by_email(settings, stop)]


def _by_webhook(settings: Settings, stop: Stop) -> Iterator[str]:
    if settings.failure_webhook:
        content = {
            "text": _in_one_line(settings, stop),
            "schema_version": SCHEMA_VERSION,
            "event": EVENT,
            "title": settings.title,
            "outputs": str(settings.outputs.absolute()),
            "reason": stop.reason,
            "message": stop.message,
            "next_step": stop.next_step,
        }
        request = urllib.request.Request(
            settings.failure_webhook,
            json.dumps(content).encode(),
            {"Content-Type": "application/json", "User-Agent": "tidybrief"},
        )
        try:
            with urllib.request.urlopen(request, timeout=PATIENCE):
                pass
        except (OSError, ValueError) as error:
            yield f"The webhook was not told: {error}"


def _by_email(settings: Settings, stop: Stop) -> Iterator[str]:
    if settings.failure_email:
        message = EmailMessage()
        message["Subject"] = " ".join(f"tidybrief: {settings.title}: {stop.reason}".split())
        message["From"] = message["To"] = settings.failure_email
        message.set_content(f"{stop.message}\n\n→ {stop.next_step}\n\nPublications: {settings.outputs.absolute()}\n")
        try:
            _send(message, urlsplit(settings.mail_server))
        except (OSError, ValueError, smtplib.SMTPException) as error:
            yield f"No e-mail was sent: {error}"


def _send(message: EmailMessage, server: SplitResult) -> None:
    """Hands the message to the server. A password goes over no line that is not encrypted."""
    with _connected(server) as connection:
        if server.username:
            if server.scheme != "smtps":
                connection.starttls(context=ssl.create_default_context())
            connection.login(unquote(server.username), unquote(server.password or ""))
        connection.send_message(message)


def _connected(server: SplitResult) -> smtplib.SMTP:
    address = (server.hostname or "", server.port or 0)
    if server.scheme == "smtps":
        return smtplib.SMTP_SSL(*address, timeout=PATIENCE, context=ssl.create_default_context())
    return smtplib.SMTP(*address, timeout=PATIENCE)


def _in_one_line(settings: Settings, stop: Stop) -> str:
    return f"tidybrief: {settings.title}: {stop.message} → {stop.next_step}"
