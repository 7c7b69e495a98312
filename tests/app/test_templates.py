"""The shop's texts at WhatsApp: put in, looked up at the carrier, and listed."""

from pathlib import Path

import pytest
from sqlalchemy import Engine
from sqlalchemy.orm import Session
from typer.testing import CliRunner

from app.cli import cli
from app.connecting.whatsapp_checks import whatsapp_findings
from app.doubles.twilio import Twilio
from app.settings import Settings
from tests.builders import Shop
from tests.channels.web.serving import serving

pytestmark = pytest.mark.usefixtures("only_sqlite")


@pytest.fixture
def only_sqlite(engine: Engine) -> None:
    """What is said to a carrier has nothing to do with which database is behind it."""
    if engine.dialect.name != "sqlite":
        pytest.skip("On SQLite.")


def test_a_text_is_put_in_and_stands_as_the_carrier_decided(
    session: Session, shop: Shop, database_url: str, tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:  # fmt: skip
    session.commit()
    vendor = Twilio(contents={"HX1": {"sid": "HX1", "approval_requests": {"status": "approved"}}})
    text = tmp_path / "text.txt"
    text.write_text("Namaste {name}, order {order} nahi pahunch saka.", "utf-8")
    with serving(vendor.app) as address:
        for name, value in {
            "HOME": str(tmp_path), "DATABASE_URL": database_url, "WHATSAPP_CARRIER": "twilio",
            "TWILIO_ACCOUNT_SID": vendor.account, "TWILIO_AUTH_TOKEN": vendor.token,
            "TWILIO_CONTENT_URL": address, "TWILIO_URL": address,
            "PUBLIC_URL": "https://ops.example.in",
        }.items():  # fmt: skip
            monkeypatch.setenv(f"SUPERECOM_{name}", value)
        run = CliRunner()
        put = ["templates", "add", "delivery_failed", "HX1", str(text), "--language", "hi-Latn"]
        assert run.invoke(cli, put).exit_code == 0
        synced = run.invoke(cli, ["templates", "sync"])
        assert "delivery_failed (hi-Latn): approved" in synced.output
        listed = run.invoke(cli, ["templates", "list"])
        assert "approved" in listed.output
        found = {one.name: one.says for one in whatsapp_findings(Settings(), ask=True)}
    assert found["whatsapp templates"] == "1 approved"
