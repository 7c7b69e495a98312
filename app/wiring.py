"""The only file that knows what fills which port: database, couriers, brain."""

import os
import secrets
import threading
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager, nullcontext, suppress
from datetime import UTC, datetime, timedelta
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Protocol

from sqlalchemy import Engine
from sqlalchemy.orm import Session, sessionmaker

from agent.assistant import Assistant
from agent.brains import FallbackBrain, NarrowedBrain, Narrowing, QuickBrain
from agent.budget import Budget, ShopPurse
from agent.checkpoints import open_checkpoints
from agent.llm import ChatModel
from agent.scope import House
from agent.watching import Nobody, Watcher
from app.reporting import report
from app.sealing import ShopSeal
from app.settings import Settings
from commerce import parcels
from commerce.db import migrate, open_engine, session_factory
from commerce.files import Shelf
from commerce.ports import Courier, Messenger, Payments, Ports, Tracker
from commerce.scoring.blobs import FileBlobs
from commerce.scoring.blobs_in_database import DatabaseBlobs
from commerce.scoring.keeping import Scorers
from commerce.scoring.store import Store
from commerce.vocabulary import CourierType
from knowledge.collections import Collections
from tools import TOOLS

if TYPE_CHECKING:
    from app.durable import WorkflowWork
    from integrations.webhooks import HttpWebhooks


def utc_now() -> datetime:
    """Return the time it is."""
    return datetime.now(UTC)


def open_database(settings: Settings) -> Engine:
    """Open the shop's database, brought to the newest schema."""
    settings.home.mkdir(mode=0o700, parents=True, exist_ok=True)
    engine = open_engine(settings.database)
    migrate(engine)
    return engine


def score_store(settings: Settings, engine: Engine) -> Store:
    """Open where the versions of scores lie.

    Raises:
        Refused: They are to lie in an object store that cannot be opened.
    """
    match settings.scores_store:
        case "file":
            return Store(FileBlobs(settings.scores))
        case "database":
            return Store(DatabaseBlobs(engine))
        case url:
            from integrations.objectstore import ObjectBlobs

            return Store(ObjectBlobs(url))


def ports(settings: Settings, engine: Engine, *, demo: bool) -> Ports:
    """Connect couriers, messengers, the payment provider and the shelf of files.

    Couriers and payments that are not set up are pretended ones for the demo shop, files to see
    to by hand else. Messages to customers are kept in a file for somebody to send.
    """
    from integrations.manual import ManualMessenger

    connected = _couriers(settings)
    return Ports(
        couriers={"*": _other_couriers(settings, demo=demo), **connected},
        trackers=connected,
        messengers={
            "*": ManualMessenger(settings.home / "messages"),
            **_queued(settings, engine),
        },
        payments=_payments(settings, demo=demo),
        webhooks=webhooks(settings),
        shelf=Shelf(root=settings.files, most=settings.file_megabytes * 1024 * 1024),
        scorers=Scorers(score_store(settings, engine)),
        seal=ShopSeal(settings.home / "keys"),
        public_url=settings.public_url.rstrip("/"),
        collections=Collections(
            settings.home / "knowledge", url=settings.chroma_url,
            in_memory=settings.knowledge_in_memory,
        ),
    )  # fmt: skip


def webhooks(settings: Settings) -> "HttpWebhooks":
    """Return who tells other programs, with this installation's own secret."""
    from integrations.webhooks import HttpWebhooks

    return HttpWebhooks(partial(_secret, settings.webhook_key))


def _secret(file: Path) -> bytes:
    """Return what a file keeps secret, made when it is first wanted."""
    file.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
    with suppress(FileExistsError):
        made = os.open(file, os.O_CREAT | os.O_EXCL | os.O_WRONLY, 0o600)
        with os.fdopen(made, "wb") as stream:
            stream.write(secrets.token_hex(32).encode())
    return file.read_bytes()


def workflow_work(
    settings: Settings, rooms: House, connected: Callable[[], frozenset[str]]
) -> "WorkflowWork":
    """Return what carries workflows on.

    Args:
        settings: What is set.
        rooms: The database and what is connected.
        connected: The messengers there are.
    """
    from app.durable import WorkflowWork
    from commerce.workflows import Hands, Shopfloor

    floor = Shopfloor(
        sessions=rooms.sessions, ports=rooms.ports, clock=rooms.clock,
        hands=Hands(connected=connected, report=report),
    )  # fmt: skip
    return WorkflowWork(
        floor, url=settings.durable_database, folder=settings.workers,
        at_once=settings.workflows_at_once,
    )  # fmt: skip


def _queued(settings: Settings, engine: Engine) -> dict[str, Messenger]:
    """Return who brings letters on channels that are set up, by channel."""
    from app.queued import QueuedMessenger

    set_up = {
        "email": bool(settings.email_host),
        "whatsapp": bool(settings.whatsapp_carrier),
        "sms": bool(settings.sms_number),
    }
    sessions = session_factory(engine)
    return {
        channel: QueuedMessenger(channel, sessions, utc_now)
        for channel, is_set_up in set_up.items()
        if is_set_up
    }


class _ConnectedCourier(Courier, Tracker, Protocol):
    """A courier that is told and asked."""


def _couriers(settings: Settings) -> dict[str, _ConnectedCourier]:
    """Return the couriers that are set up.

    Raises:
        NotFound: No courier is called as a setting says.
    """
    found: dict[str, _ConnectedCourier] = {}
    if token := settings.delhivery_token.get_secret_value():
        from integrations.delhivery import Delhivery

        found[CourierType.DELHIVERY] = Delhivery(token, base_url=settings.delhivery_url)
    if settings.shiprocket_email:
        from integrations.shiprocket import Shiprocket

        rocket = Shiprocket(
            settings.shiprocket_email, settings.shiprocket_password.get_secret_value(),
            base_url=settings.shiprocket_url,
        )  # fmt: skip
        for name in _through_shiprocket(settings):
            found.setdefault(name, rocket)
    return found


def _through_shiprocket(settings: Settings) -> list[CourierType]:
    """Return the couriers whose parcels are booked through Shiprocket."""
    said = settings.shiprocket_couriers.strip()
    if said == "*":
        return list(CourierType)
    others = [parcels.find_courier(name) for name in said.split(",") if name.strip()]
    return [CourierType.SHIPROCKET, *others]


def _other_couriers(settings: Settings, *, demo: bool) -> Courier:
    if demo:
        from integrations.demo_courier import DemoCourier

        return DemoCourier()
    from integrations.manual import ManualCourier

    return ManualCourier(settings.home / "courier-requests")


def _payments(settings: Settings, *, demo: bool) -> Payments:
    if settings.razorpay_key_id:
        from integrations.razorpay import Razorpay

        return Razorpay(
            settings.razorpay_key_id, settings.razorpay_key_secret.get_secret_value(),
            base_url=settings.razorpay_url, prefix=settings.razorpay_prefix,
        )  # fmt: skip
    if demo:
        from integrations.demo_payments import DemoPayments

        return DemoPayments()
    from integrations.manual import ManualPayments

    return ManualPayments(settings.home / "payment-requests")


@asynccontextmanager
async def open_brain(
    settings: Settings,
    sessions: sessionmaker[Session] | None = None,
    *,
    warm: bool = False,
    prompt: str | None = None,
) -> AsyncIterator[ChatModel]:
    """Open who thinks: the planner, or an LLM with the planner behind it.

    Args:
        sessions: Of the shop's books of what thinking costs; without them only a turn is limited.
        warm: Let the planner load what it needs in a thread now, not at the first message.
        prompt: A system prompt in place of `prompts/system.md`.
    """
    from agent.planner import Planner

    planner = Planner(cache=settings.cache)
    if warm:
        threading.Thread(target=planner.warm, args=(TOOLS,), name="warm", daemon=True).start()
    if not settings.uses_openai:
        yield planner
        return
    async with open_llm(settings, planner, sessions, prompt=prompt) as llm:
        careful = FallbackBrain(llm, planner)
        yield QuickBrain(planner, careful) if settings.fast_path else careful


@asynccontextmanager
async def open_llm(
    settings: Settings,
    narrowing: Narrowing,
    sessions: sessionmaker[Session] | None = None,
    *,
    prompt: str | None = None,
) -> AsyncIterator[ChatModel]:
    """Open the LLM of the settings, alone.

    Args:
        narrowing: Tells the likely tools, where the model is to see only some.
        sessions: As of `open_brain`, like `prompt`.
        prompt: As there.
    """
    from agent.openai_brain import Limits, OpenAIBrain

    llm = OpenAIBrain(
        api_key=settings.openai_api_key.get_secret_value(),
        base_url=settings.openai_base_url or None,
        model=settings.openai_model,
        limits=Limits.within(settings.openai_timeout_seconds),
        shop_name=lambda ctx: ctx.shop_name,
        purse=ShopPurse(_budget(settings), sessions),
        prompt=prompt,
        by_schema=settings.openai_tools == "schema",
    )
    most = settings.openai_most_tools
    try:
        yield NarrowedBrain(llm, narrowing, most) if most else llm
    finally:
        await llm.aclose()


def _budget(settings: Settings) -> Budget:
    return Budget(
        tokens_per_turn=settings.openai_turn_tokens,
        per_turn=settings.openai_turn_rupees,
        per_conversation=settings.openai_conversation_rupees,
        per_day=settings.openai_day_rupees,
        per_month=settings.openai_month_rupees,
        price_in=settings.openai_price_in,
        price_out=settings.openai_price_out,
    )


def house(
    settings: Settings,
    engine: Engine,
    *,
    demo: bool,
    clock: Callable[[], datetime] = utc_now,
    watcher: Watcher | None = None,
) -> House:
    """Return what all turns share."""
    return House(
        sessions=session_factory(engine),
        catalogue={tool.name: tool for tool in TOOLS},
        clock=clock,
        ports=ports(settings, engine, demo=demo),
        approval_for=timedelta(minutes=settings.approval_minutes),
        watcher=watcher or Nobody(),
    )


@asynccontextmanager
async def open_assistant(
    settings: Settings,
    rooms: House,
    *,
    burst_seconds: float = 0.0,
    dry_run: bool = False,
    model: ChatModel | None = None,
    warm: bool = False,
) -> AsyncIterator[Assistant]:
    """Open the assistant over a house, with its store of waiting runs and its brain."""
    async with (
        open_checkpoints(settings.database, settings.checkpoints_file) as checkpoints,
        open_brain(settings, rooms.sessions, warm=warm)
        if model is None
        else nullcontext(model) as thinks,
    ):
        yield Assistant(rooms, thinks, checkpoints, burst_seconds=burst_seconds, dry_run=dry_run)
