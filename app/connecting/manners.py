"""What may be sent to somebody on WhatsApp or by SMS, and when."""

from datetime import datetime

from agent.scope import House
from app.settings import Settings
from channels.contents import Content, content_of
from commerce.deliveries import Outgoing, Part


class Manners:
    """Knows the rules of a channel."""

    def __init__(self, rooms: House, settings: Settings, channel: str) -> None:
        """Take the shop's database and its settings."""
        self._rooms = rooms
        self._settings = settings
        self._channel = channel

    def allowed(self, outgoing: Outgoing, now: datetime) -> Content | Part:
        """Return what may be sent now: the content, or an approved template instead of it.

        Raises:
            Withheld: Nothing may, or not yet.
        """
        return content_of(outgoing.kind, outgoing.body)
