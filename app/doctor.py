"""Looks whether an installation is as it must be, and says what would put it right."""

import asyncio
import json
import os
import shutil
import stat
import sys
import time
from collections.abc import Callable, Iterator
from dataclasses import asdict, dataclass
from datetime import datetime, timedelta
from enum import StrEnum
from pathlib import Path
from urllib.parse import urlsplit

from rich.console import Console
from rich.table import Table
from sqlalchemy import Engine, func, select
from sqlalchemy.exc import SQLAlchemyError
from sqlalchemy.orm import Session

from app import waiting
from app.settings import Settings
from app.vendors.checks import findings
from app.wiring import utc_now
from commerce import records, workflows
from commerce.db import newest_version, open_engine, session_factory, version_of
from commerce.db.tables import ShopRow
from knowledge.collections import why_silent

_PYTHON = (3, 11)
_MEGABYTE = 1_000_000
_LEAST_FREE, _ENOUGH_FREE = 200 * _MEGABYTE, 1_000 * _MEGABYTE
_SKEW_SECONDS = 5.0
_BEAT_SECONDS = 60.0
_LATE_SECONDS = 300.0
_STUCK_SECONDS = 180.0
_TOKEN_LETTERS = 20
_DIGEST_LETTERS = 16
_LOOPBACK = ("127.0.0.1", "localhost", "::1")


class State(StrEnum):
    """How a check went."""

    OK = "ok"
    WARN = "warn"
    FAIL = "fail"


@dataclass(frozen=True, slots=True, kw_only=True)
class Check:
    """One thing looked at."""

    name: str
    state: State
    says: str
    fix: str = ""
    """What would put it right; empty where nothing is wrong."""


async def examine(
    settings: Settings, *, ask_llm: bool = False, ask_vendors: bool = False
) -> list[Check]:
    """Look at everything; outside, the database, a Chroma server and what is wanted are asked."""
    checks = [_python(), *_home(settings.home), _disk(settings.home), *_doors(settings)]
    checks += await asyncio.to_thread(_in_the_database, settings)
    checks.append(await asyncio.to_thread(_planner))
    checks.append(await asyncio.to_thread(_chroma, settings.chroma_url))
    checks.append(await _llm(settings, ask=ask_llm))
    checks += await asyncio.to_thread(_vendors, settings, ask=ask_vendors)
    return checks


def show(checks: list[Check], *, as_json: bool) -> None:
    """Print what was found."""
    if as_json:
        worst = max(checks, key=lambda check: list(State).index(check.state)).state
        print(json.dumps({"state": worst, "checks": [asdict(check) for check in checks]}))  # noqa: T201
        return
    colours = {State.OK: "green", State.WARN: "yellow", State.FAIL: "bold red"}
    table = Table(show_edge=False)
    for heading in ("", "check", "found", "what to do"):
        table.add_column(heading, overflow="fold")
    for check in checks:
        state = f"[{colours[check.state]}]{check.state}[/]"
        table.add_row(state, check.name, check.says, check.fix)
    Console(highlight=False).print(table)


def _python() -> Check:
    found = ".".join(map(str, sys.version_info[:3]))
    if sys.version_info < _PYTHON:
        return _fail("python", found, "Install Python 3.11 or newer.")
    return _ok("python", found)


def _home(home: Path) -> Iterator[Check]:
    if not home.is_dir():
        yield _warn("home", f"{home} is not there yet", "It is made when a shop is made.")
        return
    if not os.access(home, os.R_OK | os.W_OK | os.X_OK):
        yield _fail("home", f"{home} cannot be written", f"Let this user write it: chown {home}")
        return
    mode = stat.S_IMODE(home.stat().st_mode)
    if mode & 0o077:
        yield _warn("home", f"{home} can be read by others ({mode:o})", f"chmod 700 {home}")
        return
    yield _ok("home", str(home))


def _disk(home: Path) -> Check:
    there = next(folder for folder in (home, *home.parents) if folder.exists())
    free = shutil.disk_usage(there).free
    says = f"{free / _MEGABYTE:,.0f} MB free"
    if free < _LEAST_FREE:
        return _fail("disk", says, "Make room now: SQLite stops writing when the disk is full.")
    if free < _ENOUGH_FREE:
        return _warn("disk", says, "Make room soon.")
    return _ok("disk", says)


def _doors(settings: Settings) -> Iterator[Check]:
    token = settings.metrics_token.get_secret_value()
    if token and len(token) < _TOKEN_LETTERS:
        yield _warn(
            "secrets",
            f"SUPERECOM_METRICS_TOKEN has only {len(token)} letters",
            "Take a random one: openssl rand -hex 24",
        )
    elif (seen := _read_by_others(Path(".env"))) is not None:
        yield _warn("secrets", f".env can be read by others ({seen:o})", "chmod 600 .env")
    else:
        yield _ok("secrets", "kept from others")
    address = urlsplit(settings.public_url)
    if address.scheme == "http" and address.hostname not in _LOOPBACK:
        yield _fail(
            "address", f"{settings.public_url} is not https", "Put TLS in front; see operations.md."
        )
    elif not settings.public_url and settings.host not in _LOOPBACK:
        yield _warn(
            "address",
            f"listens on {settings.host}, and knows no public address",
            "Set SUPERECOM_PUBLIC_URL to how browsers reach it.",
        )
    else:
        yield _ok("address", settings.public_url or f"http://{settings.host}:{settings.port}")


def _read_by_others(file: Path) -> int | None:
    """Return the mode of a file that others can read."""
    if not file.is_file():
        return None
    mode = stat.S_IMODE(file.stat().st_mode)
    return mode if mode & 0o077 else None


def _in_the_database(settings: Settings) -> list[Check]:
    path = settings.home / "shop.db"
    if not settings.database_url and not path.exists():
        return [_fail("database", f"{path} is not there", "Make a shop: superecom demo, or shop.")]
    engine = open_engine(settings.database)
    where = engine.url.render_as_string(hide_password=True)
    try:
        version = version_of(engine)
    except SQLAlchemyError as error:
        engine.dispose()
        kind = type(error).__name__
        return [
            _fail("database", f"{where} does not answer ({kind})", "Start it, or set its address.")
        ]
    try:
        checks = [_ok("database", where), _schema(version)]
        if version == newest_version():
            with session_factory(engine)() as session:
                checks += _at_work(engine, session, settings, utc_now())
        return checks
    finally:
        engine.dispose()


def _schema(version: str | None) -> Check:
    newest = newest_version()
    if version == newest:
        return _ok("schema", newest)
    if version is not None and version > newest:
        return _fail("schema", f"{version}, newer than this program", "Install the newer program.")
    return _fail("schema", f"{version or 'none'}, not {newest}", "superecom migrate")


def _at_work(
    engine: Engine, session: Session, settings: Settings, now: datetime
) -> Iterator[Check]:
    shops = session.scalar(select(func.count(ShopRow.id))) or 0
    if shops:
        yield _ok("shop", f"{shops} in the database")
    else:
        yield _fail("shop", "there is none", "Make one: superecom demo, or superecom shop NAME.")
    yield _clock(engine, session, now)
    yield _outbox(session, now)
    yield _worker(settings.workers, late=waiting.seconds_late(session, now))
    stuck = waiting.conversations_stuck(session, now)
    if stuck:
        yield _warn(
            "conversations",
            f"{stuck} have had no answer for minutes",
            "Is a server or worker running? It takes them up within a minute.",
        )
    else:
        yield _ok("conversations", "none waits too long")
    yield _workflows(session, now)
    yield _audit_log(session)
    yield _ok("approvals", f"{waiting.approvals_waiting(session, now)} wait for a yes")


def _workflows(session: Session, now: datetime) -> Check:
    """Look for runs that should be under way and are not, and for those that failed."""
    found = workflows.health(session, now - timedelta(seconds=_STUCK_SECONDS))
    if found.stuck:
        return _warn(
            "workflows",
            f"{found.stuck} runs should have gone on minutes ago",
            "Is a server or worker running? It takes them up within a minute.",
        )
    if found.failed:
        return _warn(
            "workflows",
            f"{found.failed} runs failed, {found.live} are under way",
            "See why: superecom workflows runs; then superecom workflows retry NUMBER.",
        )
    return _ok("workflows", f"{found.live} runs under way, none stuck")


def _audit_log(session: Session) -> Check:
    """Compare every seal with the lines as they are; the digests can be noted elsewhere."""
    found = [records.verify(session, shop) for shop in session.scalars(select(ShopRow.id)).all()]
    broken = [one.broken_after for one in found if one.broken_after is not None]
    if broken:
        return _fail(
            "audit log",
            f"lines up to number {min(broken)} are not as they were sealed",
            "Somebody changed the log in the database. Compare it with a backup.",
        )
    digests = ", ".join(one.digest[:_DIGEST_LETTERS] for one in found if one.digest)
    sealed = f"{sum(one.lines for one in found)} lines as they were sealed"
    return _ok("audit log", f"{sealed}, newest seal {digests}" if digests else sealed)


def _clock(engine: Engine, session: Session, now: datetime) -> Check:
    if engine.dialect.name == "sqlite":
        return _ok("clock", now.isoformat(timespec="seconds"))
    there = session.scalar(select(func.now()))
    apart = abs((there - now).total_seconds()) if there else 0.0
    if apart > _SKEW_SECONDS:
        return _warn("clock", f"{apart:.0f} s away from the database's", "Let both be set by NTP.")
    return _ok("clock", f"{apart:.1f} s away from the database's")


def _outbox(session: Session, now: datetime) -> Check:
    unsent, dead = (waiting.outbox_count(session, status) for status in waiting.UNSENT)
    late = waiting.seconds_late(session, now)
    says = f"{unsent} wait, {dead} given up"
    if late > _LATE_SECONDS:
        return _fail(
            "outbox", f"{says}, the oldest due for {late / 60:.0f} min", "Start superecom worker."
        )
    if dead:
        return _warn("outbox", says, "See them in the NDR queue (escalated) and in the audit log.")
    return _ok("outbox", says)


def _worker(signs: Path, *, late: float) -> Check:
    seen_at = max((sign.stat().st_mtime for sign in signs.glob("*.alive")), default=None)
    age = None if seen_at is None else time.time() - seen_at
    if age is not None and age < _BEAT_SECONDS:
        return _ok("worker", f"alive {age:.0f} s ago")
    seen = "none on this machine" if age is None else f"not seen for {age / 60:.0f} min"
    make: Callable[..., Check] = _fail if late > _LATE_SECONDS else _warn
    return make("worker", seen, "superecom serve, or superecom worker, does the background work.")


def _planner() -> Check:
    from agent.planner.choose.model import Weights
    from agent.planner.planner import SHIPPED
    from tools import TOOLS

    if not SHIPPED.is_file():
        return _warn("planner", "no weights shipped", "They are trained at the first start.")
    known = set(Weights.load(SHIPPED).classes)
    lacking = {tool.name for tool in TOOLS} - known
    if lacking:
        says = f"the weights lack {len(lacking)} tools, such as {min(lacking)}"
        return _warn("planner", says, "They are trained at the first start, and kept.")
    return _ok("planner", f"knows {len(TOOLS)} tools")


def _chroma(url: str) -> Check:
    if not url:
        return _ok("knowledge", "Chroma in this process, from where comparing all takes too long")
    if (why := why_silent(url)) is not None:
        return _warn(
            "knowledge",
            f"Chroma at {url} does not answer ({why}); passages are compared here",
            "Start it (chroma run), or set SUPERECOM_CHROMA_URL to where it is.",
        )
    return _ok("knowledge", f"Chroma at {url} answers")


def _vendors(settings: Settings, *, ask: bool) -> list[Check]:
    from app.connecting.checks import channel_findings

    looked_at = (findings(settings, ask=ask), channel_findings(settings, ask=ask))
    return [
        Check(name=found.name, state=State(found.state), says=found.says, fix=found.fix)
        for one in looked_at
        for found in one
    ]


async def _llm(settings: Settings, *, ask: bool) -> Check:
    if not settings.uses_openai:
        return _ok("llm", "none: the planner answers alone")
    where = settings.openai_base_url or "OpenAI"
    if not settings.openai_api_key.get_secret_value() and not settings.openai_base_url:
        return _fail("llm", "no key", "Set OPENAI_API_KEY, or SUPERECOM_BRAIN=planner.")
    if not ask:
        return _ok("llm", f"{settings.openai_model} at {where}, not asked (--ask-llm asks)")
    return await _asked(settings, where)


async def _asked(settings: Settings, where: str) -> Check:
    import openai

    client = openai.AsyncOpenAI(
        api_key=settings.openai_api_key.get_secret_value() or "none",
        base_url=settings.openai_base_url or None,
        max_retries=0,
        timeout=10.0,
    )
    try:
        models = {model.id async for model in await client.models.list()}
    except openai.APIError as error:
        # Its own words may repeat the key.
        fix = "Is the address right, and the key? The planner answers meanwhile."
        return _fail("llm", f"{where} does not answer ({type(error).__name__})", fix)
    finally:
        await client.close()
    if settings.openai_model not in models:
        fix = "Set SUPERECOM_OPENAI_MODEL to one that is there."
        return _warn("llm", f"{where} answers, and does not list {settings.openai_model}", fix)
    return _ok("llm", f"{settings.openai_model} at {where}")


def _ok(name: str, says: str) -> Check:
    return Check(name=name, state=State.OK, says=says)


def _warn(name: str, says: str, fix: str) -> Check:
    return Check(name=name, state=State.WARN, says=says, fix=fix)


def _fail(name: str, says: str, fix: str) -> Check:
    return Check(name=name, state=State.FAIL, says=says, fix=fix)
