"""WhatsApp, connected as the settings say: through Twilio, or Meta's own Cloud API."""

import asyncio
from collections.abc import Mapping, Sequence
from typing import Final

from sqlalchemy import select

from app.connecting.manners import Manners
from app.messengers import Messengers
from app.settings import Settings
from app.shops import the_shop
from channels.connected import Connected
from channels.contents import content_of
from channels.inbound import Inbound
from channels.twilio import SignedForms, TwilioLine
from channels.whatsapp import (
    CHANNEL,
    MEDIA,
    STATUS,
    Allowed,
    MetaLine,
    MetaReceiver,
    MetaWhatsApp,
    Passes,
    ReadFile,
    Thing,
    TwilioReceiver,
    TwilioWhatsApp,
    thing_of,
)
from commerce.db.tables import DeliveryRow
from commerce.deliveries import DeliveryKind
from commerce.errors import Refused

ALWAYS_BUTTONS: Final = 11
"""WhatsApp lists ten things; more are numbered."""


def connect_whatsapp(
    settings: Settings, messengers: Messengers, *, allowed: Allowed | None = None
) -> Connected | None:
    """Return WhatsApp connected, or `None` where no carrier is set.

    `allowed` knows the rules of what may be sent; those of the shop where nobody is named.

    Raises:
        Refused: A setting is missing without which nothing can come or go.
    """
    match settings.whatsapp_carrier:
        case "twilio":
            return _by_twilio(settings, messengers, allowed)
        case "meta":
            return _by_meta(settings, messengers, allowed)
        case _:
            return None


def secrets_of(said: str) -> list[str]:
    """Return the secrets of a setting, any of which is right."""
    return [secret.strip() for secret in said.split(",") if secret.strip()]


def need(key: str, named: Mapping[str, object]) -> None:
    """Refuse to connect while a setting is empty.

    Raises:
        Refused: One is; it is named.
    """
    missing = ", ".join(f"SUPERECOM_{name.upper()}" for name, value in named.items() if not value)
    if missing:
        raise Refused(key, missing=missing)


def twilio_line(settings: Settings) -> TwilioLine:
    """Return the account at Twilio that is set."""
    token, *_ = secrets_of(settings.twilio_auth_token.get_secret_value())
    return TwilioLine(
        settings.twilio_account_sid, token, api_url=settings.twilio_url,
        content_url=settings.twilio_content_url,
    )  # fmt: skip


def _by_twilio(settings: Settings, messengers: Messengers, allowed: Allowed | None) -> Connected:
    tokens = secrets_of(settings.twilio_auth_token.get_secret_value())
    need(
        "error-whatsapp-settings",
        {
            "public_url": settings.public_url, "whatsapp_number": settings.whatsapp_number,
            "twilio_account_sid": settings.twilio_account_sid, "twilio_auth_token": tokens,
        },
    )  # fmt: skip
    rooms = messengers.rooms
    with rooms.sessions() as session:
        shop = the_shop(session, settings.shop).id
    line = twilio_line(settings)
    passes = Passes(tokens[0])
    hooks = f"{settings.public_url.rstrip('/')}/hooks/{CHANNEL}"
    numbers_from = ALWAYS_BUTTONS if settings.whatsapp_buttons == "buttons" else 1
    sender = TwilioWhatsApp(
        line, number=settings.whatsapp_number, status_url=f"{hooks}{STATUS}",
        media_url=f"{hooks}{MEDIA}", passes=passes, clock=rooms.clock, numbers_from=numbers_from,
        allowed=allowed or Manners(rooms, settings, CHANNEL).allowed,
    )  # fmt: skip

    async def keep(inbounds: Sequence[Inbound]) -> None:
        await messengers.intake.keep(shop, inbounds)

    def thing(given: str) -> Thing | None:
        found = passes.read(given, rooms.clock())
        if found is None:
            return None
        delivery, place = found
        with rooms.sessions() as session:
            row = session.scalar(
                select(DeliveryRow).where(
                    DeliveryRow.shop_id == shop, DeliveryRow.id == delivery,
                    DeliveryRow.channel == CHANNEL,
                )
            )  # fmt: skip
            if row is None:
                return None
            content = content_of(DeliveryKind(row.kind), row.body)
        parts = sender.drawn(content, delivery)
        return thing_of(parts[place], shop, reader(messengers)) if place < len(parts) else None

    async def give_out(given: str) -> Thing | None:
        return await asyncio.to_thread(thing, given)

    receiver = TwilioReceiver(
        forms=SignedForms(settings.public_url, tokens), keep=keep, notes=messengers,
        give_out=give_out, clock=rooms.clock,
    )  # fmt: skip
    return Connected(
        channel=CHANNEL, sender=sender, routes=receiver.routes,
        fetch=lambda media: line.fetch(media.id), numbers_from=numbers_from, close=line.close,
    )  # fmt: skip


def meta_line(settings: Settings) -> MetaLine:
    """Return the number at Meta that is set."""
    return MetaLine(
        settings.whatsapp_token.get_secret_value(), settings.whatsapp_phone_id,
        api_url=settings.whatsapp_api_url,
    )  # fmt: skip


def _by_meta(settings: Settings, messengers: Messengers, allowed: Allowed | None) -> Connected:
    secrets = secrets_of(settings.whatsapp_app_secret.get_secret_value())
    verify = settings.whatsapp_verify_token.get_secret_value()
    need(
        "error-whatsapp-settings",
        {
            "whatsapp_token": settings.whatsapp_token.get_secret_value(),
            "whatsapp_phone_id": settings.whatsapp_phone_id, "whatsapp_app_secret": secrets,
            "whatsapp_verify_token": verify,
        },
    )  # fmt: skip
    rooms = messengers.rooms
    with rooms.sessions() as session:
        shop = the_shop(session, settings.shop).id
    line = meta_line(settings)

    async def keep(inbounds: Sequence[Inbound]) -> None:
        await messengers.intake.keep(shop, inbounds)

    async def close() -> None:
        line.close()

    receiver = MetaReceiver(
        line=line, phone_id=settings.whatsapp_phone_id, secrets=secrets, verify_token=verify,
        keep=keep, notes=messengers, clock=rooms.clock,
    )  # fmt: skip
    sender = MetaWhatsApp(
        line, allowed=allowed or Manners(rooms, settings, CHANNEL).allowed,
        read_file=reader(messengers),
    )  # fmt: skip
    return Connected(
        channel=CHANNEL, sender=sender, routes=receiver.routes, close=close,
        fetch=lambda media: line.fetch(media.id), numbers_from=ALWAYS_BUTTONS,
    )  # fmt: skip


def reader(messengers: Messengers) -> ReadFile:
    """Return who reads the shop's files."""

    def read_file(shop_id: int, file: str) -> bytes | None:
        shelf = messengers.rooms.ports.shelf
        path = shelf.path_of(shop_id, file) if shelf is not None else None
        return path.read_bytes() if path is not None and path.is_file() else None

    return read_file
