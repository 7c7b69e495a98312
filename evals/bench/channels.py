"""Whole turns by a messenger, with the server killed half-way: is anything lost, or said twice?

Posts updates as Telegram does, signed with the webhook's secret, to real `superecom serve`
processes on this machine, whose Bot API is the double. Each conversation asks its next question
when the last was answered, as people do; each question names an order of its own, by which its
answer is known.
"""

import asyncio
import json
import os
import random
import signal
import subprocess
import sys
import tempfile
import time
from collections import Counter
from collections.abc import AsyncIterator, Iterator, Sequence
from contextlib import asynccontextmanager, contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, Final

import httpx
import uvicorn
from rich.console import Console
from sqlalchemy import func, select

from app.doubles.telegram import Json, Telegram
from app.settings import Settings
from app.shops import the_shop
from app.wiring import open_database
from commerce import people
from commerce.access import Role
from commerce.db import session_factory
from commerce.db.tables import MessageRow, OrderRow, PersonRow

SECRET: Final = "the-secret-of-the-bench"
FIRST_CHAT: Final = 500_000
AT_ONCE: Final = 64
"""Questions that are open at the same time at the edge."""
PATIENCE: Final = 240.0
"""Seconds after which a question counts as lost; what a killed server held is taken up in 120."""
_COMMAND = Path(sys.executable).with_name("superecom")


@dataclass(slots=True)
class Phase:
    """What was measured while questions came at one pace."""

    name: str
    turns: int = 0
    lost: int = 0
    seconds: float = 0.0
    """Until 95 of 100 turns had ended."""
    acks: list[float] = field(default_factory=list)
    """Seconds from the post to its acknowledgement."""
    whole: list[float] = field(default_factory=list)
    """Seconds from the post to the answer at the messenger."""
    ends: list[float] = field(default_factory=list)
    """When each turn ended."""
    kills: int = 0
    servers_ms: float = 0.0
    """CPU of all servers for one turn; 0 where one was killed, and its figure with it."""
    street_ms: float = 0.0
    """CPU for one turn of those who post, and of the double that stands for the vendor."""

    def figures(self) -> dict[str, float]:
        """Return them in milliseconds and turns a second."""
        return {
            "turns": self.turns, "lost": self.lost, "kills": self.kills,
            "turns_a_second": round(0.95 * self.turns / self.seconds, 1) if self.seconds else 0.0,
            "ack_p50_ms": _ms(self.acks, 0.5), "ack_p99_ms": _ms(self.acks, 0.99),
            "turn_p50_ms": _ms(self.whole, 0.5), "turn_p99_ms": _ms(self.whole, 0.99),
            "servers_cpu_ms_a_turn": round(self.servers_ms, 1),
            "street_cpu_ms_a_turn": round(self.street_ms, 1),
        }  # fmt: skip


class Listening(Telegram):
    """The Bot API that tells who waits that something was taken."""

    def __init__(self) -> None:
        """Begin with nobody waiting."""
        super().__init__()
        self.heard: dict[str, list[str]] = {}

    def _take(self, method: str, given: Json) -> Any:
        answer = super()._take(method, given)
        one = self.taken.pop()
        self.heard.setdefault(one.chat, []).append(one.seen)
        return answer

    async def hears(self, chat: int, number: str) -> None:
        """Wait until an answer in a chat names an order."""
        while not self.count(chat, number):
            await asyncio.sleep(0.01)

    def count(self, chat: int, number: str) -> int:
        """Return how many messages of a chat name an order."""
        return sum(number in text for text in self.heard.get(str(chat), ()))


@dataclass
class Servers:
    """Server processes over one shop, on ports of their own."""

    environment: dict[str, str]
    ports: Sequence[int]
    processes: dict[int, subprocess.Popen[bytes]] = field(default_factory=dict)

    def start(self, port: int) -> None:
        """Start one."""
        self.processes[port] = subprocess.Popen(
            [_COMMAND, "serve", "--port", str(port)], env=self.environment,
            stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL,
        )  # fmt: skip

    def kill(self, port: int) -> None:
        """Kill one as a power cut would."""
        process = self.processes[port]
        process.send_signal(signal.SIGKILL)
        process.wait()

    def cpu_ms(self) -> float:
        """Return the CPU they have used."""
        import psutil

        used = [psutil.Process(process.pid).cpu_times() for process in self.processes.values()]
        return 1000 * sum(float(one.user + one.system) for one in used)

    def stop(self) -> None:
        """End all of them."""
        for process in self.processes.values():
            process.kill()
            process.wait()


@dataclass
class Street:
    """Everybody who writes, and the messenger they write by."""

    vendor: Listening
    servers: Servers
    client: httpx.AsyncClient
    numbers: Sequence[str]
    asked: Counter[int] = field(default_factory=Counter)
    """How many questions each chat has asked."""

    async def turn(self, chat: int, phase: Phase) -> None:
        """Ask one question and wait for its answer."""
        number = self.numbers[(chat * 31 + self.asked[chat]) % len(self.numbers)]
        self.asked[chat] += 1
        update = self.vendor.message(chat, f"show order {number}")
        began = time.perf_counter()
        await self._post(update, phase)
        try:
            async with asyncio.timeout(PATIENCE):
                await self.vendor.hears(chat, number)
        except TimeoutError:
            phase.lost += 1
            return
        phase.turns += 1
        phase.ends.append(time.perf_counter())
        phase.whole.append(phase.ends[-1] - began)

    async def _post(self, update: Json, phase: Phase) -> None:
        """Post until it is taken, as the Bot API does."""
        headers = {"X-Telegram-Bot-Api-Secret-Token": SECRET}
        while True:
            port = random.choice(self.servers.ports)
            began = time.perf_counter()
            try:
                answer = await self.client.post(
                    f"http://127.0.0.1:{port}/hooks/telegram/updates", json=update, headers=headers
                )
            except httpx.TransportError:
                await asyncio.sleep(0.25)
                continue
            if answer.is_success:
                phase.acks.append(time.perf_counter() - began)
                return
            await asyncio.sleep(0.25)


def run(
    *,
    conversations: int,
    rate: float,
    database_url: str,
    as_json: bool,
    servers: int = 0,
    orders: int = 400,
) -> None:
    """Measure, and print what was found."""
    console = Console(stderr=True, highlight=False)
    with tempfile.TemporaryDirectory(prefix="superecom-bench-") as folder:
        found = asyncio.run(
            _measured(
                Path(folder), conversations=conversations, rate=rate, orders=orders,
                database_url=database_url, console=console,
                servers=servers or (2 if database_url else 1),
            )
        )  # fmt: skip
    if as_json:
        print(json.dumps(found))  # noqa: T201
        return
    console.print({key: value for key, value in found.items() if key != "phases"})


async def _measured(
    folder: Path, *, conversations: int, rate: float, orders: int, database_url: str,
    servers: int, console: Console,
) -> dict[str, Any]:  # fmt: skip
    vendor = Listening()
    async with _serving(vendor) as api:
        environment = _environment(folder, api, database_url, vendor.token)
        console.print("Making the shop…")
        _superecom(environment, "demo", "--orders", str(orders))
        settings = Settings(home=folder, database_url=database_url)
        numbers = _known(settings, conversations)
        ports = [_free_port() for _ in range(servers)]
        shop = Servers(environment, ports)
        limits = httpx.Limits(max_connections=AT_ONCE * 2)
        async with httpx.AsyncClient(timeout=30, limits=limits) as client:
            street = Street(vendor, shop, client, numbers)
            with _started(shop):
                await _until_up(client, ports)
                chats = [FIRST_CHAT + place for place in range(conversations)]
                warm = Phase("warm")
                console.print("Warming up…")
                for chat in chats[: 4 * len(ports)]:
                    await street.turn(chat, warm)
                phases = []
                for name, pace, killed in (
                    ("bounded", rate, False), ("edge", 0.0, False), ("killed", rate, True),
                ):  # fmt: skip
                    console.print(f"{name}…")
                    phases.append(Phase(name))
                    await _phase(street, phases[-1], chats, pace, killed=killed)
                    console.print(phases[-1].figures())
        return {
            "database": "postgresql" if database_url else "sqlite", "servers": len(ports),
            "conversations": conversations,
            "phases": {phase.name: phase.figures() for phase in phases},
            **_truth(settings, street),
        }  # fmt: skip


async def _phase(
    street: Street, phase: Phase, chats: Sequence[int], pace: float, *, killed: bool
) -> None:
    """Have every chat ask one question, with or without one server killed half-way."""
    open_at_once = asyncio.Semaphore(AT_ONCE)
    asking: list[asyncio.Task[None]] = []
    began = time.perf_counter()
    servers_before, street_before = street.servers.cpu_ms(), time.process_time()
    killing: asyncio.Task[None] | None = None

    async def ask(chat: int) -> None:
        async with open_at_once:
            await street.turn(chat, phase)

    for place, chat in enumerate(chats):
        if pace:
            await asyncio.sleep(max(began + place / pace - time.perf_counter(), 0))
        else:
            await _room(asking)
        asking.append(asyncio.create_task(ask(chat)))
        if killed and place == len(chats) // 2:
            killing = asyncio.create_task(_kill(street, phase))
    await asyncio.gather(*asking)
    # Those a killed server held end minutes later, which says nothing of the pace.
    ends = sorted(phase.ends)
    phase.seconds = ends[int(len(ends) * 0.95)] - began if ends else 0.0
    turns = max(phase.turns, 1)
    phase.street_ms = 1000 * (time.process_time() - street_before) / turns
    if killing is not None:
        await killing
    else:
        phase.servers_ms = (street.servers.cpu_ms() - servers_before) / turns


async def _room(asking: Sequence[asyncio.Task[None]]) -> None:
    """Wait until fewer questions are open than may be."""
    while sum(not one.done() for one in asking[-AT_ONCE * 2 :]) >= AT_ONCE:
        await asyncio.sleep(0.005)


async def _kill(street: Street, phase: Phase) -> None:
    port = street.servers.ports[0]
    await asyncio.to_thread(street.servers.kill, port)
    phase.kills += 1
    street.servers.start(port)
    await _until_up(street.client, [port])


def _truth(settings: Settings, street: Street) -> dict[str, int]:
    """Return what the database and the messenger say of lost, doubled and disordered answers."""
    engine = open_database(settings)
    with session_factory(engine)() as session:
        shop = the_shop(session, settings.shop)
        rows = session.execute(
            select(MessageRow.direction, func.count())
            .where(MessageRow.shop_id == shop.id, MessageRow.conversation_id.like("telegram-%"))
            .group_by(MessageRow.direction)
        )
        found = {row[0]: int(row[1]) for row in rows}
    engine.dispose()
    again = disorder = 0
    for chat, asked in street.asked.items():
        wanted = [
            street.numbers[(chat * 31 + place) % len(street.numbers)] for place in range(asked)
        ]
        heard = [
            number for text in street.vendor.heard.get(str(chat), ())
            for number in wanted if number in text
        ]  # fmt: skip
        once = list(dict.fromkeys(heard))
        again += len(heard) - len(once)
        disorder += once != wanted
    return {
        "questions": sum(street.asked.values()), "received": found.get("in", 0),
        "answered": found.get("out", 0), "messages_sent_again": again,
        "conversations_out_of_order": disorder,
    }  # fmt: skip


def _known(settings: Settings, conversations: int) -> Sequence[str]:
    """Have every chat be known as the owner; return the numbers of the shop's orders."""
    engine = open_database(settings)
    with session_factory(engine)() as session:
        shop = the_shop(session, settings.shop)
        owner = session.scalars(
            select(PersonRow).where(
                PersonRow.shop_id == shop.id, PersonRow.role == Role.OWNER.value
            )
        ).first()
        assert owner is not None, "The demo shop has an owner."
        for place in range(conversations):
            people.add_identity(session, owner, "telegram", str(FIRST_CHAT + place))
        numbers = session.scalars(
            select(OrderRow.number).where(OrderRow.shop_id == shop.id).order_by(OrderRow.id)
        ).all()
        session.commit()
    engine.dispose()
    return numbers


def _environment(folder: Path, api: str, database_url: str, token: str) -> dict[str, str]:
    return {
        **os.environ, "SUPERECOM_HOME": str(folder), "SUPERECOM_DATABASE_URL": database_url,
        "SUPERECOM_BRAIN": "planner", "SUPERECOM_BURST_SECONDS": "0",
        "SUPERECOM_SCORES_TRAIN": "off", "SUPERECOM_TELEGRAM_TOKEN": token,
        "SUPERECOM_TELEGRAM_UPDATES": "webhook", "SUPERECOM_TELEGRAM_SECRET": SECRET,
        "SUPERECOM_TELEGRAM_API_URL": api, "SUPERECOM_PUBLIC_URL": "https://ops.example.in",
    }  # fmt: skip


def _superecom(environment: dict[str, str], *arguments: str) -> None:
    subprocess.run(
        [_COMMAND, *arguments], env=environment, check=True, stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )  # fmt: skip


@contextmanager
def _started(servers: Servers) -> Iterator[None]:
    try:
        for port in servers.ports:
            servers.start(port)
        yield
    finally:
        servers.stop()


@asynccontextmanager
async def _serving(vendor: Telegram) -> AsyncIterator[str]:
    """Serve the Bot API on this loop."""
    config = uvicorn.Config(
        vendor.app, host="127.0.0.1", port=0, log_level="critical", ws="none", access_log=False,
        timeout_graceful_shutdown=1,
    )  # fmt: skip
    server = uvicorn.Server(config)
    running = asyncio.create_task(server.serve())
    while not server.started:
        await asyncio.sleep(0.01)
    try:
        yield f"http://127.0.0.1:{server.servers[0].sockets[0].getsockname()[1]}"
    finally:
        server.should_exit = True
        await running


async def _until_up(client: httpx.AsyncClient, ports: Sequence[int]) -> None:
    async with asyncio.timeout(90):
        for port in ports:
            while True:
                try:
                    answer = await client.get(
                        f"http://127.0.0.1:{port}/healthz", headers={"Host": "ops.example.in"}
                    )
                    if answer.is_success:
                        break
                except httpx.TransportError:
                    pass
                await asyncio.sleep(0.1)


def _free_port() -> int:
    import socket

    with socket.socket() as one:
        one.bind(("127.0.0.1", 0))
        port: int = one.getsockname()[1]
    return port


def _ms(seconds: Sequence[float], part: float) -> float:
    if not seconds:
        return 0.0
    ordered = sorted(seconds)
    return round(1_000 * ordered[min(int(len(ordered) * part), len(ordered) - 1)], 1)
