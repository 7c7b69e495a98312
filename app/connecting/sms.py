"""SMS, connected as the settings say, through Twilio."""

from collections.abc import Sequence

from app.connecting.manners import Manners
from app.connecting.whatsapp import need, secrets_of, twilio_line
from app.messengers import Messengers
from app.settings import Settings
from app.shops import the_shop
from channels.connected import Connected
from channels.inbound import Inbound
from channels.sms import CHANNEL, STATUS, Allowed, SmsReceiver, SmsSender
from channels.twilio import SignedForms


def connect_sms(
    settings: Settings, messengers: Messengers, *, allowed: Allowed | None = None
) -> Connected | None:
    """Return SMS connected, or `None` where no number is set.

    `allowed` knows the rules of what may be sent; those of the shop where nobody is named.

    Raises:
        Refused: A setting is missing without which nothing can come or go.
    """
    if not settings.sms_number:
        return None
    tokens = secrets_of(settings.twilio_auth_token.get_secret_value())
    need(
        "error-sms-settings",
        {
            "public_url": settings.public_url, "twilio_auth_token": tokens,
            "twilio_account_sid": settings.twilio_account_sid,
        },
    )  # fmt: skip
    rooms = messengers.rooms
    with rooms.sessions() as session:
        shop = the_shop(session, settings.shop).id

    async def keep(inbounds: Sequence[Inbound]) -> None:
        await messengers.intake.keep(shop, inbounds)

    receiver = SmsReceiver(
        forms=SignedForms(settings.public_url, tokens), keep=keep, notes=messengers,
        clock=rooms.clock,
    )  # fmt: skip
    line = twilio_line(settings)
    sender = SmsSender(
        line, number=settings.sms_number,
        status_url=f"{settings.public_url.rstrip('/')}/hooks/{CHANNEL}{STATUS}",
        allowed=allowed or Manners(rooms, settings, CHANNEL).allowed,
    )  # fmt: skip
    return Connected(
        channel=CHANNEL, sender=sender, routes=receiver.routes, numbers_from=1, close=line.close
    )
