"""E-mail, as the suite of all channels drives it, against a real SMTP server on this machine."""

import asyncio
from collections.abc import AsyncIterator, Mapping, Sequence
from contextlib import asynccontextmanager
from email import message_from_bytes, policy
from email.message import EmailMessage
from typing import Any, NoReturn

from aiosmtpd.smtp import SMTP, Envelope, Session
from starlette.applications import Starlette
from starlette.types import ASGIApp

from app.connecting import Connector
from app.connecting.email import connect_email
from tests.channels.driver import Post


class EmailDriver:
    """Fills `tests.channels.driver.Driver`; the SMTP server lives beside an empty app."""

    channel = "email"
    sender = address = "asha@example.in"
    receives = False
    is_timed = False

    def __init__(self) -> None:
        self.connector: Connector = connect_email
        self.letters: list[EmailMessage] = []
        self.trouble: list[str] = []
        """What the next letters are answered with."""
        self._port = 0

    @property
    def app(self) -> ASGIApp:
        """An app with nothing in it, for the loop it is served on."""
        return Starlette(lifespan=self._listening)

    def settings(self, vendor: str) -> Mapping[str, Any]:
        """Return the settings."""
        return {
            "email_host": "127.0.0.1", "email_port": self._port, "email_security": "none",
            "email_from": "Asha Kurtis <care@asha.example>",
        }  # fmt: skip

    def taken(self) -> Sequence[str]:
        """Return the plain words of each letter."""
        return [plain_of(letter) for letter in self.letters]

    def fail(self, times: int) -> None:
        """Be down."""
        self.trouble += ["421 Service not available"] * times

    def limit(self, seconds: int) -> bool:
        """SMTP names no seconds."""
        return False

    async def handle_DATA(self, server: SMTP, session: Session, envelope: Envelope) -> str:
        """Take a letter, or say what is wrong."""
        if self.trouble:
            return self.trouble.pop(0)
        letter = message_from_bytes(envelope.original_content or b"", policy=policy.default)
        assert isinstance(letter, EmailMessage)
        self.letters.append(letter)
        return "250 OK"

    @asynccontextmanager
    async def _listening(self, _app: Starlette) -> AsyncIterator[None]:
        loop = asyncio.get_running_loop()
        listening = await loop.create_server(
            lambda: SMTP(self, enable_SMTPUTF8=True, hostname="localhost"), "127.0.0.1", 0
        )
        self._port = listening.sockets[0].getsockname()[1]
        async with listening:
            yield

    def says(self, *_: object) -> NoReturn:
        """Nobody writes here."""
        raise NotImplementedError

    replies = sends_unknown = presses = with_wrong_secret = tampered = says

    def tokens(self) -> Sequence[str]:
        """Letters have no buttons."""
        return []


def plain_of(letter: EmailMessage) -> str:
    """Return the plain words of a letter."""
    body = letter.get_body(("plain",))
    assert body is not None
    return str(body.get_content()).strip()


__all__ = ["EmailDriver", "Post", "plain_of"]
