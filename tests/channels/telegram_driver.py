"""Telegram, as the suite of all channels drives it."""

import json
from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import Any

from starlette.types import ASGIApp

from app.connecting.telegram import connect_telegram
from app.doubles.telegram import SECRET_HEADER, Json, Telegram
from tests.channels.driver import Post

SECRET = "a-secret-of-the-webhook"
CHAT = 77_001
PATH = "/hooks/telegram/updates"


class TelegramDriver:
    """Fills `tests.channels.driver.Driver`."""

    channel = "telegram"
    connector = staticmethod(connect_telegram)
    sender = str(CHAT)
    address = str(CHAT)
    receives = True
    is_timed = False

    def __init__(self) -> None:
        self.vendor = Telegram()

    @property
    def app(self) -> ASGIApp:
        """The Bot API."""
        return self.vendor.app

    def settings(self, vendor: str) -> Mapping[str, Any]:
        """Return a webhook's settings, while its secret is exchanged."""
        return {
            "telegram_token": self.vendor.token, "telegram_updates": "webhook",
            "telegram_secret": f"the-next-secret-of-all, {SECRET}", "telegram_api_url": vendor,
            "public_url": "https://ops.example.in",
        }  # fmt: skip

    def says(self, text: str, at: datetime) -> Post:
        """Return a private message."""
        return posted(self.vendor.message(CHAT, text, at=int(at.timestamp())))

    def replies(self, text: str, to: str, at: datetime) -> Post:
        """Return a message that quotes another."""
        said = {"message_id": int(to.partition(":")[2]), "date": int(at.timestamp())}
        answered = {**said, "chat": {"id": CHAT, "type": "private"}, "text": "earlier"}
        update = self.vendor.message(
            CHAT, text, at=int(at.timestamp()), reply_to_message=answered
        )  # fmt: skip
        return posted(update)

    def sends_unknown(self, at: datetime) -> Post:
        """Return a dice."""
        dice = {"emoji": "🎲", "value": 4}
        return posted(self.vendor.message(CHAT, at=int(at.timestamp()), dice=dice))

    def presses(self, token: str, at: datetime) -> Post:
        """Return a pressed button."""
        return posted(self.vendor.press(CHAT, token))

    def with_wrong_secret(self, post: Post) -> Post:
        """Return it with a secret of somebody else's."""
        return Post(path=post.path, body=post.body, headers=_headers("somebody-elses-secret"))

    def tampered(self, post: Post) -> Post:
        """Return it with one letter of its secret changed: bodies are not signed here."""
        return Post(path=post.path, body=post.body, headers=_headers(SECRET[:-1] + "T"))

    def taken(self) -> Sequence[str]:
        """Return what was sent."""
        return [one.seen for one in self.vendor.taken]

    def tokens(self) -> Sequence[str]:
        """Return what the last message's buttons carry."""
        return [token for _, token in self.vendor.taken[-1].buttons]

    def fail(self, times: int) -> None:
        """Be down."""
        self.vendor.trouble += [502] * times

    def limit(self, seconds: int) -> bool:
        """Ask for patience."""
        self.vendor.trouble.append(
            {
                "ok": False, "error_code": 429, "parameters": {"retry_after": seconds},
                "description": f"Too Many Requests: retry after {seconds}",
            }
        )  # fmt: skip
        return True


def posted(update: Json, secret: str = SECRET) -> Post:
    """Return an update as Telegram posts it."""
    return Post(path=PATH, body=json.dumps(update).encode(), headers=_headers(secret))


def _headers(secret: str) -> dict[str, str]:
    return {SECRET_HEADER: secret, "Content-Type": "application/json"}
