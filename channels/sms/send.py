"""Brings things to people by SMS, through Twilio."""

from collections.abc import Callable, Sequence
from datetime import datetime

from channels.contents import Content
from channels.sms.render import messages_of
from channels.twilio import TwilioLine
from commerce.deliveries import DeliveryKind, Outgoing, Part

Allowed = Callable[[Outgoing, datetime], Content | Part]
"""Returns what may be sent now: the content, or a part with a registered text (`said`)."""


class SmsSender:
    """Fills `commerce.deliveries.Sender`."""

    def __init__(self, line: TwilioLine, *, number: str, status_url: str, allowed: Allowed) -> None:
        """Take the account, who it is from, where Twilio tells, and who knows the rules."""
        service = number.startswith("MG")
        self._line = line
        self._from = {"messaging_service_sid" if service else "from_": number}
        self._status_url = status_url
        self._allowed = allowed

    def parts(self, outgoing: Outgoing, now: datetime) -> Sequence[Part]:
        """Return the messages that make it up, in order."""
        if outgoing.kind is DeliveryKind.REDRAW:
            return []
        allowed = self._allowed(outgoing, now)
        if isinstance(allowed, Content):
            return messages_of(allowed)
        # The text reaches Twilio word for word as registered; the operators compare it.
        return [{"text": allowed["said"]}]

    def send(self, outgoing: Outgoing, part: Part, key: str) -> str:
        """Hand over one message and return Twilio's id of it.

        Raises:
            Later: Twilio does not take it now.
            Refusal: Twilio will not take it.
        """
        return self._line.send(
            to=outgoing.address, body=part["text"], status_callback=self._status_url, **self._from
        )
