"""What may be sent to somebody on WhatsApp or by SMS, and when."""

import threading
import time
from datetime import datetime, timedelta
from typing import Final
from zoneinfo import ZoneInfo

from sqlalchemy.orm import Session

from agent.scope import House
from app.settings import Settings
from channels.contents import Content, PromptBody, content_of
from commerce import messaging, words
from commerce.customers import Purpose
from commerce.db.tables import ShopRow
from commerce.deliveries import Outgoing, Part, Withheld
from commerce.errors import Refused

_AWAKE: Final = timedelta(minutes=10)
"""Who wrote so lately is not woken by an answer."""
_DAY: Final = timedelta(hours=24)
_LATER: Final = timedelta(hours=1)
_MARKETING: Final = "marketing"
_ANSWER: Final = "answer"
_CODE: Final = "code"


class Manners:
    """Knows the rules of a channel. Safe to use from several threads."""

    def __init__(self, rooms: House, settings: Settings, channel: str) -> None:
        """Take the shop's database and its settings."""
        self._rooms = rooms
        self._settings = settings
        self._channel = channel
        self._has_window = channel == "whatsapp"
        self._only_registered = channel == "sms" and settings.sms_dlt
        self._pace = Pace(settings.messages_to_carrier_per_second)

    def allowed(self, outgoing: Outgoing, now: datetime) -> Content | Part:
        """Return what may be sent now: the content, or an approved template instead of it.

        Raises:
            Withheld: Nothing may, or not yet.
        """
        seconds = self._pace.wait()
        if seconds:
            raise Withheld(_say("messaging-paced"), until=now + timedelta(seconds=seconds))
        content = content_of(outgoing.kind, outgoing.body)
        with self._rooms.sessions() as session:
            if content.prompt is not None:
                self._check(session, outgoing, content.prompt, now)
            return self._in_words(session, outgoing, content, now)

    def _check(
        self, session: Session, outgoing: Outgoing, prompt: PromptBody, now: datetime
    ) -> None:
        """Let pass what they asked for; of the rest, what they want, by day, not too often."""
        if prompt.purpose == _ANSWER:
            return
        purpose = Purpose.OFFERS if prompt.purpose == _MARKETING else Purpose.SERVICE
        if messaging.stopped(session, outgoing.shop_id, self._channel, outgoing.address, purpose):
            raise Withheld(_say("messaging-not-wanted"))
        awake = outgoing.heard_at is not None and now < outgoing.heard_at + _AWAKE
        if awake or prompt.template == _CODE:
            return
        shop = session.get(ShopRow, outgoing.shop_id)
        zone = ZoneInfo(shop.zone if shop is not None else "Asia/Kolkata")
        until = messaging.quiet_until(
            now, zone, self._settings.quiet_from, self._settings.quiet_until
        )
        if until is not None:
            raise Withheld(_say("messaging-quiet"), until=until)
        said = messaging.first_words_since(
            session, outgoing.shop_id, self._channel, outgoing.address, now - _DAY
        )
        if said >= self._settings.prompts_a_day:
            raise Withheld(_say("messaging-enough-today", most=said), until=now + _LATER)

    def _in_words(
        self, session: Session, outgoing: Outgoing, content: Content, now: datetime
    ) -> Content | Part:
        free = not self._has_window or messaging.is_open(outgoing.heard_at, now)
        if free and not self._only_registered:
            return content
        prompt = content.prompt
        if prompt is None or not prompt.template:
            raise Withheld(_say(f"messaging-no-text-{self._channel}"))
        template = messaging.approved(
            session, outgoing.shop_id, self._channel, prompt.template,
            tuple(dict.fromkeys((prompt.language, words.FALLBACK))),
        )  # fmt: skip
        if template is None:
            raise Withheld(_say("messaging-no-template", name=prompt.template))
        try:
            values = messaging.values_of(template.body, prompt.variables)
        except Refused as error:
            raise Withheld(str(error)) from error
        return {
            "template": template.vendor_id, "variables": dict(values),
            "language": template.language,
            "said": messaging.filled(template.body, prompt.variables),
        }  # fmt: skip


class Pace:
    """Lets so many through each second, a second's worth at once."""

    def __init__(self, per_second: float) -> None:
        """Take how many."""
        self._rate = per_second
        self._most = max(per_second, 1.0)
        self._left = self._most
        self._at = time.monotonic()
        self._lock = threading.Lock()

    def wait(self) -> float:
        """Take one and return 0, or return for how many seconds there is none."""
        with self._lock:
            now = time.monotonic()
            self._left = min(self._most, self._left + (now - self._at) * self._rate)
            self._at = now
            if self._left < 1:
                return (1 - self._left) / self._rate
            self._left -= 1
            return 0.0


def _say(key: str, **values: str | int) -> str:
    return words.say(words.FALLBACK, key, **values)
