"""SMS through Twilio, as the suite of all channels drives it: nothing there can be pressed."""

from collections.abc import Mapping, Sequence
from typing import Any

from app.connecting.sms import connect_sms
from app.doubles.twilio import Json
from app.messengers import Messengers
from app.settings import Settings
from channels.connected import Connected
from channels.contents import content_of
from tests.channels.driver import Post
from tests.channels.whatsapp_driver import WhatsAppDriver

PATH = "/hooks/sms/messages"


class SmsDriver(WhatsAppDriver):
    """Fills `tests.channels.driver.Driver`."""

    channel = "sms"
    receives = False

    def connector(self, settings: Settings, messengers: Messengers) -> Connected | None:
        """Connect without the rules, which other tests are about."""
        return connect_sms(
            settings,
            messengers,
            allowed=lambda outgoing, _: content_of(outgoing.kind, outgoing.body),
        )

    def settings(self, vendor: str) -> Mapping[str, Any]:
        """Return settings of a number for SMS alone."""
        whole = dict(super().settings(vendor))
        return {**whole, "whatsapp_carrier": "", "sms_number": self.vendor.number}

    def taken(self) -> Sequence[str]:
        """Return what was sent: there is no markup."""
        return [one.text for one in self.vendor.taken]

    def posted(self, form: Json, path: str = PATH) -> Post:
        """Return a form as Twilio posts it."""
        plain = {
            name: value.replace("whatsapp:", "") if name in ("From", "To") else value
            for name, value in form.items()
        }
        return super().posted(plain, path)
