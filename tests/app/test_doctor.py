"""The doctor finds what is wrong, and says what would put it right."""

import json
from datetime import timedelta
from pathlib import Path

import pytest
from sqlalchemy import update
from sqlalchemy.orm import Session
from typer.testing import CliRunner

from app import doctor, waiting
from app.cli import cli
from app.doctor import State
from app.settings import Settings
from app.wiring import utc_now
from commerce import records
from commerce.db.tables import AuditRow, OutboxRow
from tests.builders import Shop


async def examined(url: str, home: Path, **settings: object) -> dict[str, doctor.Check]:
    home.mkdir(mode=0o700, exist_ok=True)
    chosen = Settings(database_url=url, home=home, **settings)  # type: ignore[arg-type]
    return {check.name: check for check in await doctor.examine(chosen)}


async def test_a_whole_installation_fails_nothing(
    shop: Shop, database_url: str, tmp_path: Path
) -> None:
    shop.session.commit()
    checks = await examined(database_url, tmp_path / "home")
    assert [check.name for check in checks.values() if check.state is State.FAIL] == []
    assert {"database", "schema", "shop", "outbox", "clock", "planner", "llm"} <= set(checks)


async def test_a_message_that_nobody_sends_is_found(
    shop: Shop, session: Session, database_url: str, tmp_path: Path
) -> None:
    now = utc_now()
    for key, status in (("late", waiting.WAITING), ("given-up", waiting.DEAD)):
        session.add(
            OutboxRow(
                shop_id=shop.id, port="courier", destination="DTDC", payload={},
                idempotency_key=key, status=status, tries=0, next_at=now - timedelta(hours=1),
                sent_at=None, reference=None, error=None,
            )
        )  # fmt: skip
    session.commit()
    checks = await examined(database_url, tmp_path / "home")
    assert checks["outbox"].state is State.FAIL
    assert checks["outbox"].says == "1 wait, 1 given up, the oldest due for 60 min"
    assert checks["worker"].state is State.FAIL


async def test_a_line_changed_in_the_log_is_found(
    shop: Shop, session: Session, database_url: str, tmp_path: Path
) -> None:
    long_ago = utc_now() - timedelta(hours=1)
    for subject in ("1001", "1002"):
        records.note(session, shop_id=shop.id, action="cancel", subject=subject, now=long_ago)
    session.flush()
    records.seal(session, shop.id, utc_now())
    session.commit()
    whole = await examined(database_url, tmp_path / "home")
    assert whole["audit log"].state is State.OK
    assert whole["audit log"].says.startswith("2 lines as they were sealed, newest seal ")
    session.execute(
        update(AuditRow)
        .where(AuditRow.shop_id == shop.id, AuditRow.subject == "1001")
        .values(subject="1003")
    )
    session.commit()
    changed = await examined(database_url, tmp_path / "home")
    assert changed["audit log"].state is State.FAIL


@pytest.mark.parametrize(
    ("settings", "name", "state"),
    [
        ({"metrics_token": "short"}, "secrets", State.WARN),
        ({"public_url": "http://ops.example.in"}, "address", State.FAIL),
        ({"host": "0.0.0.0"}, "address", State.WARN),
        ({"brain": "openai"}, "llm", State.FAIL),
    ],
)
async def test_a_doubtful_setting_is_found(
    tmp_path: Path, settings: dict[str, str], name: str, state: State
) -> None:
    checks = await examined("", tmp_path / "home", **settings)
    assert checks[name].state is state
    assert checks[name].fix


async def test_a_home_that_others_can_read_is_found(tmp_path: Path) -> None:
    (tmp_path / "home").mkdir(mode=0o755)
    checks = await examined("", tmp_path / "home")
    assert checks["home"].fix == f"chmod 700 {tmp_path / 'home'}"


def test_without_a_shop_it_says_what_to_do_and_exits_with_one() -> None:
    done = CliRunner().invoke(cli, ["doctor", "--json"])
    found = json.loads(done.stdout)
    assert (done.exit_code, found["state"]) == (1, "fail")
    database = next(check for check in found["checks"] if check["name"] == "database")
    assert "superecom demo" in database["fix"]
