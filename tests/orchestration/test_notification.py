"""Who is told when a run fails: real servers on loopback get what is sent."""

import json
import shutil
import socket
import ssl
import subprocess
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from email import message_from_bytes
from email.policy import default
from http.server import BaseHTTPRequestHandler, HTTPServer
from pathlib import Path
from typing import Any

import dagster as dg
import pytest
from aiosmtpd.controller import Controller
from aiosmtpd.smtp import AuthResult, LoginPassword
from typer.testing import CliRunner

from sample_documents import options, project
from tidybrief.cli.app import app
from tidybrief.cli.exits import Exit
from tidybrief.orchestration.automation import look_out_for_failures
from tidybrief.orchestration.failures import Stop
from tidybrief.orchestration.notification import tell_of_failure
from tidybrief.orchestration.pipeline import pipeline
from tidybrief.settings import Settings

STOP = Stop("BLOCKED", "nothing was published", "Look at the failing rows.")


@pytest.fixture
def hook() -> Iterator[tuple[str, list[Any]]]:
    """The address of a server that keeps what is posted to it, and what it has got."""
    got: list[Any] = []

    class Keeper(BaseHTTPRequestHandler):
        def do_POST(self) -> None:
            got.append(json.loads(self.rfile.read(int(self.headers["Content-Length"]))))
            self.send_response(500 if self.path == "/broken" else 204)
            self.end_headers()

        def log_message(self, *_: object) -> None: ...

    with HTTPServer(("127.0.0.1", 0), Keeper) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{server.server_port}", got
        server.shutdown()


class Mailbox:
    """What a mail server has got, and who logged in."""

    def __init__(self) -> None:
        self.messages: list[Any] = []
        self.logged_in: list[tuple[bytes, bytes]] = []

    async def handle_DATA(self, server: object, session: object, envelope: Any) -> str:  # noqa: N802
        self.messages.append(message_from_bytes(envelope.content, policy=default))
        return "250 OK"

    def authenticate(self, server: object, session: object, envelope: object, way: str, given: Any) -> AuthResult:
        assert isinstance(given, LoginPassword)
        self.logged_in.append((given.login, given.password))
        return AuthResult(success=True)


@contextmanager
def mail_server(**options: Any) -> Iterator[tuple[str, Mailbox]]:
    """Host and port of a server on loopback, and its mailbox."""
    mailbox = Mailbox()
    with socket.socket() as probe:
        probe.bind(("localhost", 0))
        port = probe.getsockname()[1]
    server = Controller(mailbox, "localhost", port, authenticator=mailbox.authenticate, **options)
    server.start()
    try:
        yield f"localhost:{port}", mailbox
    finally:
        server.stop()


@pytest.fixture
def certified(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> ssl.SSLContext:
    """A server's side of encryption, by a certificate that is trusted here."""
    key, certificate = tmp_path / "key.pem", tmp_path / "certificate.pem"
    subprocess.run(
        f"openssl req -x509 -newkey rsa:2048 -nodes -days 2 -subj /CN=localhost -addext subjectAltName=DNS:localhost "
        f"-keyout {key.name} -out {certificate.name}".split(),
        cwd=tmp_path,
        check=True,
        capture_output=True,
    )
    monkeypatch.setenv("SSL_CERT_FILE", str(certificate))
    context = ssl.create_default_context(ssl.Purpose.CLIENT_AUTH)
    context.load_cert_chain(certificate, key)
    return context


def test_nobody_is_told_by_default() -> None:
    assert tell_of_failure(Settings(), STOP) == []
    assert "failed_runs" not in {sensor.name for sensor in pipeline(Settings()).sensors or ()}


def test_a_webhook_gets_why_and_what_to_do(hook: tuple[str, list[Any]], tmp_path: Path) -> None:
    address, got = hook
    settings = Settings(title="Chips", outputs=tmp_path, failure_webhook=address)
    assert tell_of_failure(settings, STOP) == []
    assert got == [
        {
            "text": "tidybrief: Chips: nothing was published → Look at the failing rows.",
            "schema_version": "1.0",
            "event": "run_failed",
            "title": "Chips",
            "outputs": str(tmp_path),
            "reason": "BLOCKED",
            "message": "nothing was published",
            "next_step": "Look at the failing rows.",
        }
    ]


def test_a_mail_gets_there() -> None:
    with mail_server() as (place, mailbox):
        settings = Settings(title="Chips\nand power", failure_email="team@example.org", mail_server=f"smtp://{place}")
        assert tell_of_failure(settings, STOP) == []
    (message,) = mailbox.messages
    assert message["To"] == "team@example.org"
    assert message["Subject"] == "tidybrief: Chips and power: BLOCKED"
    assert "nothing was published\n\n→ Look at the failing rows." in message.get_content().replace("\r", "")


@pytest.mark.skipif(not shutil.which("openssl"), reason="openssl, which makes the certificate, is not installed")
@pytest.mark.parametrize("scheme", ["smtp", "smtps"])
def test_a_password_goes_over_an_encrypted_line(certified: ssl.SSLContext, scheme: str) -> None:
    line = {"ssl_context": certified} if scheme == "smtps" else {"tls_context": certified}
    with mail_server(**line, auth_require_tls=scheme == "smtp") as (place, mailbox):
        settings = Settings(failure_email="team@example.org", mail_server=f"{scheme}://ada:p%40ss@{place}")
        assert tell_of_failure(settings, STOP) == []
    assert mailbox.logged_in == [(b"ada", b"p@ss")]
    assert len(mailbox.messages) == 1


def test_a_password_is_not_told_to_a_server_without_encryption() -> None:
    with mail_server() as (place, mailbox):
        settings = Settings(failure_email="team@example.org", mail_server=f"smtp://ada:secret@{place}")
        (untold,) = tell_of_failure(settings, STOP)
    assert "STARTTLS" in untold
    assert "secret" not in untold
    assert not mailbox.messages


def test_a_failed_run_of_the_command_line_tells(hook: tuple[str, list[Any]], tmp_path: Path) -> None:
    address, got = hook
    settings = project(tmp_path)
    for path in settings.raw.iterdir():
        path.unlink()
    result = CliRunner().invoke(app, ["run", *options(settings)], env={"TIDYBRIEF_FAILURE_WEBHOOK": address})
    assert result.exit_code == Exit.NO_USABLE_INPUT
    assert [(told["reason"], told["message"]) for told in got] == [
        ("NO_USABLE_INPUT", f"{settings.raw}: no documents in this folder")
    ]


@pytest.mark.parametrize("address", ["{hook}/broken", "http://127.0.0.1:9"])
def test_who_cannot_be_told_changes_nothing_but_is_said(
    hook: tuple[str, list[Any]], tmp_path: Path, address: str
) -> None:
    settings = project(tmp_path)
    (settings.raw / "wire.txt").write_bytes(b"\0")
    (settings.raw / "column.md").unlink()
    environment = {"TIDYBRIEF_FAILURE_WEBHOOK": address.format(hook=hook[0])}
    result = CliRunner().invoke(app, ["run", *options(settings)], env=environment)
    assert result.exit_code == Exit.NO_USABLE_INPUT
    assert "tidybrief: The webhook was not told: " in result.stderr
    assert address.format(hook=hook[0]) not in result.stderr


def test_the_daemon_tells_of_runs_that_it_started(hook: tuple[str, list[Any]], tmp_path: Path) -> None:
    """What the daemon does at each look: hand a run that failed to the sensor."""
    address, got = hook
    settings = project(tmp_path, failure_webhook=address)
    (settings.raw / "corrections.toml").write_text("[[delete]]\n")
    sensor = look_out_for_failures(settings)
    assert sensor.name in {each.name for each in pipeline(settings).sensors or ()}
    with dg.DagsterInstance.ephemeral() as instance:
        job = pipeline(settings).resolve_job_def("refresh")
        result = job.execute_in_process(instance=instance, raise_on_error=False)
        context = dg.build_run_status_sensor_context(
            sensor.name, result.get_run_failure_event(), instance, result.dagster_run
        ).for_run_failure()
        sensor(context)
    (told,) = got
    assert told["reason"] == "CRASH"
    assert "before the first step" in told["message"]
    assert "unknown table 'delete'" in told["message"]
