"""The channel simulator: messengers and a courier that exist only beside the demo shop.

Everything goes the real way: our senders speak over HTTP to doubles of the vendors, and these post
their signed webhooks back to the very server that is tried.
"""

import asyncio
import secrets
from collections.abc import Callable, Mapping
from contextlib import suppress
from datetime import datetime
from functools import partial
from ipaddress import ip_address
from typing import Any, Final

import structlog
from pydantic import SecretStr
from sqlalchemy.orm import Session
from starlette.applications import Starlette
from starlette.routing import Mount

from app.doubles.delhivery import DelhiveryDouble
from app.doubles.slack import TEAM, SlackDouble
from app.doubles.twilio import Twilio
from app.settings import Settings
from app.simulator.pages import pages
from app.simulator.phones import Phones
from app.simulator.play import SUPPORT, Played
from app.simulator.stage import AGENT, OnStage, known_on_slack, let_it_be_day, set_stage
from app.simulator.texts import approve
from commerce import people
from commerce.context import Context
from commerce.db.tables import ShopRow

log = structlog.get_logger()

NUMBER: Final = "+919800000100"
"""The shop's on WhatsApp."""
CARRY_EVERY: Final = 0.7
"""Seconds between looks for messages that the phones have got."""


def wanted(settings: Settings, *, demo: bool) -> bool:
    """Tell whether the simulator is served: for the demo shop alone, and for this machine alone.

    Where a real messenger or courier is connected there is nothing to pretend.
    """
    real = (
        settings.whatsapp_carrier, settings.slack_bot_token.get_secret_value(),
        settings.delhivery_token.get_secret_value(), settings.public_url,
    )  # fmt: skip
    return settings.simulator == "auto" and demo and _is_here(settings.host) and not any(real)


class Simulator:
    """The doubles, and the play that is given with them."""

    def __init__(self, port: int) -> None:
        """Pretend accounts on the server that will listen on a port of this machine."""
        self._here = f"http://127.0.0.1:{port}"
        self._twilio = Twilio(token=secrets.token_hex(16), number=NUMBER)
        self._slack = SlackDouble(
            token=f"xoxb-{secrets.token_hex(12)}", secret=secrets.token_hex(16)
        )
        self._courier = DelhiveryDouble(token=secrets.token_hex(16))
        self._courier_key = secrets.token_hex(16)
        self._slack.hooks = f"{self._here}/hooks/slack"
        self._phones = Phones(self._twilio, f"{self._here}/hooks/whatsapp/messages")
        self._morning: Callable[[], None] = lambda: None
        self._carrying: asyncio.Task[None] | None = None

    def connected(self, settings: Settings) -> Settings:
        """Return settings by which the pretended accounts are connected like real ones."""
        vendors = f"{self._here}/simulator"
        return settings.model_copy(
            update={
                "public_url": self._here,
                "whatsapp_carrier": "twilio", "whatsapp_number": NUMBER,
                "twilio_account_sid": self._twilio.account,
                "twilio_auth_token": SecretStr(self._twilio.token),
                "twilio_url": f"{vendors}/twilio", "twilio_content_url": f"{vendors}/twilio",
                "slack_bot_token": SecretStr(self._slack.token),
                "slack_signing_secret": SecretStr(self._slack.secret),
                "slack_api_url": f"{vendors}/slack/api/", "slack_handover_channel": SUPPORT,
                "delhivery_token": SecretStr(self._courier.token),
                "delhivery_url": f"{vendors}/delhivery",
                "delhivery_webhook_secret": SecretStr(self._courier_key),
                "quiet_from": 0, "quiet_until": 0, "prompts_a_day": 100,
            }
        )  # fmt: skip

    def open(
        self, sessions: Callable[[], Session], clock: Callable[[], datetime], shop_id: int
    ) -> Starlette | None:
        """Set the stage and return what is served under `/simulator`.

        `None` where the shop has no parcel on its way to play with.
        """
        with sessions() as session:
            shop = session.get_one(ShopRow, shop_id)
            stage = set_stage(session, shop, clock())
            if stage is None:
                return None
            self._slack.open_channel(SUPPORT, AGENT)
            agent = self._slack.join(AGENT, stage.agent)
            assert agent == f"{TEAM}:{AGENT}"
            known_on_slack(session, shop, stage.agent_person, agent)
            owner = people.actor_by_id(session, shop_id, stage.seller_person)
            assert owner is not None, "The seller was found among the shop's people."
            ctx = Context(session=session, actor=owner, now=clock(), shop_name=shop.name)
            approve(ctx, self._twilio)
            session.commit()
        play = Played(
            stage, self._phones, self._slack, push=self._push, sessions=sessions, clock=clock
        )
        self._morning = partial(self._let_it_be_day, sessions, clock, stage)
        page = pages(play)
        vendors = [
            Mount("/twilio", self._twilio.app), Mount("/slack", self._slack.app),
            Mount("/delhivery", self._courier.app),
        ]  # fmt: skip
        return Starlette(routes=[*vendors, *page.routes])

    def start(self) -> None:
        """Have phones tell that they have got what was sent."""
        self._carrying = asyncio.create_task(self._carry())

    async def stop(self) -> None:
        """Have them tell no more."""
        if self._carrying is not None:
            self._carrying.cancel()
            with suppress(asyncio.CancelledError):
                await self._carrying

    def _push(self, body: Mapping[str, Any]) -> None:
        header = Settings.model_fields["delhivery_webhook_header"].default
        self._courier.push(f"{self._here}/hooks/delhivery", header, self._courier_key, body)

    def _let_it_be_day(
        self, sessions: Callable[[], Session], clock: Callable[[], datetime], stage: OnStage
    ) -> None:
        with sessions() as session:
            let_it_be_day(session, stage, clock())
            session.commit()

    async def _carry(self) -> None:
        while True:
            try:
                await asyncio.to_thread(self._morning)
                await self._phones.carry()
            except Exception as error:
                # The server may not listen yet, or no more.
                log.debug("phones could not tell", exc_info=error)
            await asyncio.sleep(CARRY_EVERY)


def _is_here(host: str) -> bool:
    try:
        return ip_address(host).is_loopback
    except ValueError:
        return host == "localhost"
