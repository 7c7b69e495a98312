"""What is held of a customer, from the command line, and erasing who it was."""

import json
import os
from pathlib import Path

import typer
from rich.console import Console

from app.importing import at_the_shop
from app.settings import Settings
from app.wiring import open_database
from commerce import customers, privacy, words
from commerce.db import session_factory
from commerce.errors import Refused
from commerce.files import Shelf

_console = Console(highlight=False, soft_wrap=True)


def show_held(customer: str) -> None:
    """Say how much is held of a customer.

    Raises:
        commerce.errors.NotFound: Nobody fits.
        commerce.errors.Ambiguous: Several do.
    """
    with at_the_shop() as ctx:
        who = customers.the_one(ctx, customer)
        held = privacy.what_is_held(ctx, who)
        _say("privacy-held", name=who.name)
        for name, count in held.counts.items():
            _console.print(f"  {count:>7,}  {name}")


def write_held(customer: str, out: Path) -> None:
    """Write all that is held of a customer as JSON, readable by nobody else on this machine.

    Raises:
        commerce.errors.NotFound: Nobody fits.
        commerce.errors.Ambiguous: Several do.
        FileExistsError: There is such a file.
    """
    with at_the_shop() as ctx:
        who = customers.the_one(ctx, customer)
        held = privacy.what_is_held(ctx, who)
    told = {"customer": dict(held.customer), **{k: list(v) for k, v in held.parts.items()}}
    with os.fdopen(os.open(out, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "w") as file:
        json.dump(told, file, ensure_ascii=False, indent=2)
    _say("privacy-written", name=who.name, file=str(out), count=sum(held.counts.values()))


def erase_customer(customer: str, *, sure: bool) -> None:
    """Erase who a customer is, at once, after asking.

    Raises:
        commerce.errors.NotFound: Nobody fits.
        commerce.errors.Ambiguous: Several do.
        commerce.errors.Refused: Something of theirs is open.
    """
    with at_the_shop() as ctx:
        who = customers.the_one(ctx, customer)
        held = privacy.what_is_held(ctx, who)
        if not sure and not typer.confirm(
            words.say("en", "privacy-sure", name=who.name, count=sum(held.counts.values()))
        ):
            raise typer.Abort
        number = privacy.erasure_of(ctx, who)
        ctx.session.commit()
        shop, now = ctx.actor.shop_id, ctx.now
    settings = Settings()
    engine = open_database(settings)
    done = privacy.erase_now(
        session_factory(engine), Shelf(root=settings.files), shop, number, now
    )  # fmt: skip
    engine.dispose()
    if not done:
        raise Refused("error-erase-too-late")
    _say("privacy-erased", name=who.name)


def _say(key: str, **values: str | int) -> None:
    _console.print(words.say("en", key, **values), markup=False)
