"""Reading a file in from the command line, with a progress bar and a plain account of it."""

import sys
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path
from typing import cast
from zoneinfo import ZoneInfo

import typer
from rich.console import Console
from rich.progress import BarColumn, DownloadColumn, Progress, TextColumn, TimeRemainingColumn
from rich.table import Table
from sqlalchemy import select
from sqlalchemy.orm import Session

from app.settings import Settings
from app.shops import at_terminal, found_shop, the_shop
from app.upkeep import add_up
from app.wiring import open_database, utc_now
from commerce import imports, people
from commerce.context import Context
from commerce.db import session_factory
from commerce.db.tables import ShopRow
from commerce.errors import NotFound
from commerce.imports import ImportOutcome, Kind, Opened, Options, Question, opening

_console = Console(highlight=False, soft_wrap=True)


def import_file(
    kind: str | None,
    file: Path,
    *,
    dry_run: bool,
    refused_file: Path | None,
    day_first: bool | None,
    format_name: str = "",
    mapping: str = "",
    columns: Mapping[str, str] | None = None,
    fixed: Mapping[str, str] | None = None,
    save_mapping: str = "",
    sheet: str | None = None,
    again: bool = False,
) -> None:
    """Read a file into the shop; where there is no shop yet, into a new one.

    What the file does not tell is asked, where somebody sits at a terminal to answer.

    Raises:
        commerce.errors.BadFile: It is not a file of that kind, or something has to be said of it.
        commerce.errors.NotAllowed: The kind takes a right that whoever asks lacks.
        commerce.errors.NotFound: No such saved mapping.
    """
    options = Options(
        kind=cast(Kind | None, kind), format=format_name, day_first=day_first,
        columns=columns or {}, fixed=fixed or {}, mapping=mapping, sheet=sheet, again=again,
    )  # fmt: skip
    with at_the_shop() as ctx:
        opened = imports.open_file(ctx, file, options)
        if sys.stdin.isatty():
            opened = _ask(ctx, file, opened)
        outcome = _read(ctx, file, opened.options, dry_run=dry_run, refused_file=refused_file)
        if save_mapping:
            saved = imports.keep_mapping(ctx, opened, name=save_mapping)
        if dry_run:
            ctx.session.rollback()
        else:
            ctx.session.commit()
    _tell(outcome)
    if save_mapping and not dry_run:
        _console.print(f"Kept as the mapping “{saved.name}”; files like it are known now.")


def print_runs(limit: int) -> None:
    """Print what was read in, the newest first."""
    table = Table(show_edge=False)
    for heading in ("run", "when", "kind", "file", "added", "changed", "refused", "undo"):
        table.add_column(heading)
    with at_the_shop() as ctx:
        for run in imports.runs(ctx, limit=limit):
            undo = "taken back" if run.undone_at else "yes" if run.undo.possible else "no"
            counts = (run.records.added, run.records.changed, run.records.refused)
            when = f"{ctx.local(run.at):%d %b %Y %H:%M}"
            cells = (str(run.id), when, run.kind, run.file_name, *map(str, counts), undo)
            table.add_row(*cells)
    _console.print(table)


def undo_run(run: int) -> None:
    """Take a run back, having said what that does.

    Raises:
        commerce.errors.NotFound: No such run.
        commerce.errors.Refused: It cannot be taken back.
    """
    with at_the_shop() as ctx:
        change = imports.undo(ctx, run)
        ctx.session.commit()
    _console.print(f"Taken back: {change.subject} ({change.before['added']:,} rows).", markup=False)


def print_mappings() -> None:
    """Print the saved mappings and what each says."""
    with at_the_shop() as ctx:
        for saved in imports.mappings(ctx):
            _console.print(f"{saved.name} ({saved.kind})", style="bold", markup=False)
            for ours, theirs in saved.columns.items():
                _console.print(f"  {theirs} = {ours}", markup=False)
            for ours, value in saved.fixed.items():
                _console.print(f"  every row: {ours} = {value}", markup=False)


def _read(
    ctx: Context, file: Path, options: Options, *, dry_run: bool, refused_file: Path | None
) -> ImportOutcome:
    with _bar() as bar:
        task = bar.add_task(f"Reading {file.name}", total=file.stat().st_size)
        return imports.read_in(
            ctx,
            file,
            options,
            dry_run=dry_run,
            refused_file=refused_file or file.with_name(f"{file.stem}-refused.csv"),
            progress=lambda done, total: bar.update(task, completed=done, total=total),
        )


def _ask(ctx: Context, file: Path, opened: Opened) -> Opened:
    """Put what the file does not tell to whoever sits at the terminal."""
    while asked := list(opening.questions(ctx, opened, None, seen_before=False)):
        opened = imports.open_file(ctx, file, _answered(ctx, opened, asked[0]))
    _sheet, found = opening.reading_of(ctx, opened)
    for question in opening.questions(ctx, opened, found, seen_before=False):
        if question.about == "dates":
            first = typer.prompt(f"{question.text} (dmy/mdy, empty refuses them)", default="")
            if first in ("dmy", "mdy"):
                return replace(opened, options=replace(opened.options, day_first=first == "dmy"))
    return opened


def _answered(ctx: Context, opened: Opened, question: Question) -> Options:
    """Return the options with an answer to one question."""
    if question.about == "kind":
        kinds = [choice for choice, _ in question.choices]
        kind = typer.prompt(f"{question.text} ({'/'.join(kinds)})")
        return replace(opened.options, kind=cast(Kind, kind.strip()))
    for match in opening.matches(ctx, opened):
        sure = "" if match.confidence == 1 else f" ({match.confidence:.0%})"
        shown = ", ".join(match.examples[:2])
        line = f"  {match.label} ({match.column}) ← {match.header or '?'}{sure}  {shown}"
        _console.print(line, markup=False)
    if question.column:
        theirs = typer.prompt(f"{question.text}\n  [{' | '.join(c for c, _ in question.choices)}]")
        named = {**opened.options.columns, question.column: theirs.strip()}
        return replace(opened.options, columns=named)
    if typer.confirm(question.text, default=True):
        return replace(opened.options, confirmed=True)
    raise typer.Abort


@contextmanager
def at_the_shop() -> Iterator[Context]:
    """Open the shop for whoever sits at this machine; where there is none, a new one."""
    settings = Settings()
    sessions = session_factory(open_database(settings))
    with sessions() as session:
        yield _context(session, settings)
    add_up(sessions, utc_now())


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
        shop_name=shop.name,
        zone=ZoneInfo(shop.zone),
        currency=shop.currency,
        channel="terminal",
    )


def _tell(outcome: ImportOutcome) -> None:
    """Say what happened, or would: counts, what was assumed, what was refused and where it is."""
    if outcome.dry_run:
        _console.print("Trial run: nothing was written.", style="bold yellow")
    _console.print(f"Read as {outcome.kind} ({outcome.format}).", markup=False)
    if outcome.seen_before_at is not None:
        when = f"{outcome.seen_before_at:%d %b %Y %H:%M} UTC"
        _console.print(f"This very file was read in before, on {when}.", style="yellow")
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
    if outcome.undo is not None and outcome.undo.possible:
        undo = f"superecom import undo {outcome.run_id}"
        _console.print(f"To take it back within a day: {undo}", markup=False)
