"""WhatsApp through Meta's Cloud API, as the suite of all channels drives it."""

import json
from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import Any

from starlette.types import ASGIApp

from app.connecting.whatsapp import connect_whatsapp
from app.doubles.meta import Json, Meta
from app.messengers import Messengers
from app.settings import Settings
from channels.connected import Connected
from channels.contents import content_of
from tests.channels.driver import Post
from tests.channels.whatsapp_driver import ASHA, PATH


class MetaDriver:
    """Fills `tests.channels.driver.Driver`."""

    channel = "whatsapp"
    sender = ASHA
    address = ASHA
    receives = True
    is_timed = False

    def __init__(self) -> None:
        self.vendor = Meta()

    def connector(self, settings: Settings, messengers: Messengers) -> Connected | None:
        """Connect without WhatsApp's rules, which other tests are about."""
        return connect_whatsapp(
            settings,
            messengers,
            allowed=lambda outgoing, _: content_of(outgoing.kind, outgoing.body),
        )

    @property
    def app(self) -> ASGIApp:
        """Meta."""
        return self.vendor.app

    def settings(self, vendor: str) -> Mapping[str, Any]:
        """Return settings while the app's secret is exchanged."""
        return {
            "whatsapp_carrier": "meta", "whatsapp_token": self.vendor.token,
            "whatsapp_phone_id": self.vendor.phone_id, "whatsapp_api_url": vendor,
            "whatsapp_app_secret": f"the-next-one, {self.vendor.app_secret}",
            "whatsapp_verify_token": "typed-at-meta", "whatsapp_business_id": self.vendor.business,
        }  # fmt: skip

    def says(self, text: str, at: datetime) -> Post:
        """Return a message."""
        return self.posted(self.vendor.message(ASHA, int(at.timestamp()), text={"body": text}))

    def replies(self, text: str, to: str, at: datetime) -> Post:
        """Return a message that quotes another."""
        context = {"from": "15550001111", "id": to}
        at_second = int(at.timestamp())
        return self.posted(
            self.vendor.message(ASHA, at_second, text={"body": text}, context=context)
        )

    def sends_unknown(self, at: datetime) -> Post:
        """Return a sticker."""
        sticker = {"id": "1", "mime_type": "image/webp"}
        at_second = int(at.timestamp())
        return self.posted(self.vendor.message(ASHA, at_second, "sticker", sticker=sticker))

    def presses(self, token: str, at: datetime) -> Post:
        """Return a pressed button."""
        reply = {"type": "button_reply", "button_reply": {"id": token, "title": "Tap"}}
        at_second = int(at.timestamp())
        return self.posted(self.vendor.message(ASHA, at_second, "interactive", interactive=reply))

    def with_wrong_secret(self, post: Post) -> Post:
        """Return it signed by somebody else."""
        headers = self.vendor.headers(post.body, "somebody-elses-secret")
        return Post(path=post.path, body=post.body, headers=headers)

    def tampered(self, post: Post) -> Post:
        """Return it with one letter changed."""
        body = post.body.replace(b"all orders", b"All orders")
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
        self.vendor.trouble.append({"status": 429, "code": 130429, "seconds": seconds})
        return True

    def posted(self, body: Json) -> Post:
        """Return a body as Meta posts it."""
        raw = json.dumps(body).encode()
        return Post(path=PATH, body=raw, headers=self.vendor.headers(raw))
