"""Reading a file in from the command line, with a progress bar and a plain account of it."""

from pathlib import Path
from zoneinfo import ZoneInfo

from rich.console import Console
from rich.progress import BarColumn, DownloadColumn, Progress, TextColumn, TimeRemainingColumn
from rich.table import Table
from sqlalchemy import select
from sqlalchemy.orm import Session

from app.settings import Settings
from app.shops import at_terminal, found_shop, the_shop
from app.wiring import open_database, utc_now
from commerce import imports, people
from commerce.context import Context
from commerce.db import session_factory
from commerce.db.tables import ShopRow
from commerce.errors import NotFound
from commerce.imports import ImportOutcome, Kind

_console = Console(highlight=False, soft_wrap=True)


def import_file(
    kind: Kind, file: Path, *, dry_run: bool, refused_file: Path | None, day_first: bool | None
) -> None:
    """Read a file into the shop; where there is no shop yet, into a new one.

    Raises:
        commerce.errors.BadFile: It is not a file of that kind.
    """
    settings = Settings()
    beside = refused_file or file.with_name(f"{file.stem}-refused.csv")
    with session_factory(open_database(settings))() as session:
        ctx = _context(session, settings)
        with _bar() as bar:
            task = bar.add_task(f"Reading {file.name}", total=file.stat().st_size)
            outcome = imports.run(
                ctx,
                kind,
                file,
                dry_run=dry_run,
                refused_file=beside,
                day_first=day_first,
                progress=lambda done, total: bar.update(task, completed=done, total=total),
            )
        if dry_run:
            session.rollback()
        else:
            session.commit()
    _tell(outcome)


def _bar() -> Progress:
    columns = (TextColumn("{task.description}"), BarColumn(), DownloadColumn())
    return Progress(*columns, TimeRemainingColumn(), console=Console(stderr=True))


def _context(session: Session, settings: Settings) -> Context:
    now = utc_now()
    if session.scalar(select(ShopRow.id).limit(1)) is None:
        found_shop(session, name=settings.shop or "My shop", now=now)
    shop = the_shop(session, settings.shop)
    actor = people.actor_for(
        session, "terminal", at_terminal(session, shop, "seller", customer=None, now=now)
    )
    if actor is None:
        raise NotFound("error-stranger")
    return Context(
        session=session,
        actor=actor,
        now=now,
        zone=ZoneInfo(shop.zone),
        currency=shop.currency,
        channel="terminal",
    )


def _tell(outcome: ImportOutcome) -> None:
    """Say what happened, or would: counts, what was assumed, what was refused and where it is."""
    if outcome.dry_run:
        _console.print("Trial run: nothing was written.", style="bold yellow")
    table = Table(show_edge=False)
    for heading in ("", "added", "changed", "unchanged", "refused"):
        table.add_column(heading, justify="right" if heading else "left")
    for name, counts in (("records", outcome.records), ("rows", outcome.rows)):
        cells = (counts.added, counts.changed, counts.unchanged, counts.refused)
        table.add_row(name, *(f"{cell:,}" for cell in cells))
    _console.print(table)
    _console.print(outcome.summary, markup=False)
    for warning in outcome.warnings:
        _console.print(f"! {warning}", style="yellow", markup=False)
    for refusal in outcome.refusals:
        subject = f" {refusal.subject}" if refusal.subject else ""
        line = f"✕ line {refusal.line}{subject}: {refusal.reason}"
        _console.print(line, style="red", markup=False)
    if outcome.refused_file is not None:
        _console.print(f"Refused rows, with reasons: {outcome.refused_file}", markup=False)
