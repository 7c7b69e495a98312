"""WhatsApp through Twilio, as the suite of all channels drives it."""

from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import Any
from urllib.parse import urlencode

from starlette.types import ASGIApp

from app.connecting.whatsapp import connect_whatsapp
from app.doubles.twilio import Json, Twilio
from app.messengers import Messengers
from app.settings import Settings
from channels.connected import Connected
from channels.contents import content_of
from tests.channels.driver import Post

PUBLIC = "https://ops.example.in"
PATH = "/hooks/whatsapp/messages"
ASHA = "+919876543210"


class WhatsAppDriver:
    """Fills `tests.channels.driver.Driver`."""

    channel = "whatsapp"
    sender = ASHA
    address = ASHA
    receives = True
    is_timed = False

    def __init__(self) -> None:
        self.vendor = Twilio()

    def connector(self, settings: Settings, messengers: Messengers) -> Connected | None:
        """Connect without WhatsApp's rules, which other tests are about."""
        return connect_whatsapp(
            settings,
            messengers,
            allowed=lambda outgoing, _: content_of(outgoing.kind, outgoing.body),
        )

    @property
    def app(self) -> ASGIApp:
        """Twilio."""
        return self.vendor.app

    def settings(self, vendor: str) -> Mapping[str, Any]:
        """Return settings while the auth token is exchanged."""
        return {
            "whatsapp_carrier": "twilio", "whatsapp_number": self.vendor.number,
            "twilio_account_sid": self.vendor.account,
            "twilio_auth_token": f"{self.vendor.token}, the-one-before", "twilio_url": vendor,
            "twilio_content_url": vendor, "public_url": PUBLIC,
            "messages_to_carrier_per_second": 1_000,
        }  # fmt: skip

    def says(self, text: str, at: datetime) -> Post:
        """Return a message."""
        return self.posted(self.vendor.form(ASHA, text))

    def replies(self, text: str, to: str, at: datetime) -> Post:
        """Return a message that quotes another."""
        return self.posted(self.vendor.form(ASHA, text, OriginalRepliedMessageSid=to))

    def sends_unknown(self, at: datetime) -> Post:
        """Return somebody's business card."""
        return self.posted(self.vendor.form(ASHA, MessageType="contacts"))

    def presses(self, token: str, at: datetime) -> Post:
        """Return a pressed button."""
        known = any(token == one for taken in self.vendor.taken for _, one in taken.buttons)
        if known:
            return self.posted(self.vendor.press(ASHA, token))
        form = self.vendor.form(ASHA, "Tap", MessageType="button", ButtonPayload=token)
        return self.posted(form)

    def with_wrong_secret(self, post: Post) -> Post:
        """Return it signed by somebody else."""
        headers = self.vendor.headers(PUBLIC + PATH, {"Body": "x"}, "somebody-elses-token")
        return Post(path=post.path, body=post.body, headers=headers)

    def tampered(self, post: Post) -> Post:
        """Return it with one letter changed."""
        body = post.body.replace(b"Body=a", b"Body=b")
        return Post(path=post.path, body=body, headers=post.headers)

    def taken(self) -> Sequence[str]:
        """Return what was sent."""
        return [one.seen for one in self.vendor.taken]

    def tokens(self) -> Sequence[str]:
        """Return what the last message's buttons carry."""
        return [token for _, token in self.vendor.taken[-1].buttons]

    def fail(self, times: int) -> None:
        """Be down."""
        self.vendor.trouble += [503] * times

    def limit(self, seconds: int) -> bool:
        """Ask for patience."""
        self.vendor.trouble.append({"status": 429, "code": 20429, "seconds": seconds})
        return True

    def posted(self, form: Json, path: str = PATH) -> Post:
        """Return a form as Twilio posts it."""
        headers = self.vendor.headers(PUBLIC + path, form)
        return Post(path=path, body=urlencode(form).encode(), headers=headers)
