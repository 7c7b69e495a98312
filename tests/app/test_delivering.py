"""Whoever runs the server sees what was given up and why, and has it tried again."""

import json
from datetime import UTC, datetime
from pathlib import Path

import pytest
from typer.testing import CliRunner

from app.cli import whole
from app.settings import Settings
from app.shops import found_shop
from app.wiring import open_database
from commerce import deliveries
from commerce.db import session_factory
from commerce.db.tables import DeliveryRow
from commerce.deliveries import DeliveryKind, DeliveryStatus

NOW = datetime(2026, 11, 22, 9, 0, tzinfo=UTC)


@pytest.fixture
def given_up() -> int:
    """The number of something that was given up in the only shop of this machine."""
    engine = open_database(Settings())
    with session_factory(engine)() as session:
        shop = found_shop(session, name="Asha Kurtis", now=NOW)
        deliveries.put(
            session, shop_id=shop.id, channel="telegram", address="77001", conversation=None,
            kind=DeliveryKind.PROMPT, body={"text": "Your parcel [b]came back[/b].\nWhen?"},
            key="prompt:1", now=NOW, not_before=NOW,
        )  # fmt: skip
        row = session.query(DeliveryRow).filter(DeliveryRow.shop_id == shop.id).one()
        row.status, row.error, row.error_code = "dead", "This person has blocked us.", "403"
        row.tries = 1
        session.commit()
        number = int(row.id)
    engine.dispose()
    return number


def run(*arguments: str) -> str:
    """Run `superecom deliveries` and return what it printed."""
    done = CliRunner().invoke(whole(), ["deliveries", *arguments], env={"COLUMNS": "200"})
    assert done.exit_code == 0, done.output
    return done.output


def test_what_was_given_up_is_shown_with_its_reason_and_sent_again(
    given_up: int, tmp_path: Path
) -> None:
    shown = run()
    assert "This person has blocked us." in shown
    assert "Your parcel [b]came back[/b]. When?" in shown
    assert "One is tried again." in run("resend", str(given_up))
    told = json.loads(run("list", "--json"))
    assert told["counts"] == {DeliveryStatus.WAITING: 1}
    assert [line["number"] for line in told["waiting"]] == [given_up]
    assert "Nothing was given up." in run("resend", "--all")
