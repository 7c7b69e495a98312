"""What comes over the border is made harmless there, and what is said about it in logs."""

import json
import logging
from collections.abc import Iterator
from datetime import UTC, datetime
from io import StringIO
from pathlib import Path

import pytest
import structlog
from pydantic import ValidationError
from sqlalchemy import select
from sqlalchemy.exc import IntegrityError
from sqlalchemy.orm import Session

from agent.messages import Message
from app.logs import configure, discreet
from app.settings import Settings
from commerce.access import Role
from commerce.db.tables import PersonRow
from tests.builders import Shop
from tools.cards import Tap
from tools.orders import ShowOrder

NOBODY_KEEPS = "1042\x00\ud800"
"""PostgreSQL keeps no NUL character, and nothing keeps half of a character."""


def test_what_no_database_keeps_is_left_out_of_messages_buttons_and_arguments() -> None:
    message = Message(
        channel="web", sender="a", conversation="b", text="cancel\x00 1042", provider_id="c",
        received_at=datetime(2026, 11, 22, tzinfo=UTC),
    )  # fmt: skip
    assert message.text == "cancel 1042"
    assert ShowOrder.model_validate({"order": NOBODY_KEEPS}).order == "1042"
    tap = Tap.model_validate({"kind": "call", "arguments": {"order": [NOBODY_KEEPS]}})
    assert tap.arguments == {"order": ["1042"]}


@pytest.mark.parametrize(
    "wrong",
    [
        {"kind": "approve", "id": "x" * 81},
        {"kind": "approve", "id": "a\x00b"},
        {"kind": "undo", "id": "' OR 1=1 --"},
        {"kind": "call", "tool": "cancel_order; drop"},
        {"kind": "call", "arguments": {str(n): n for n in range(41)}},
        {"kind": "grant", "id": "a"},
    ],
)
def test_a_button_that_nobody_drew_is_refused(wrong: dict[str, object]) -> None:
    with pytest.raises(ValidationError):
        Tap.model_validate(wrong)


def test_an_error_of_the_database_does_not_say_whose_row_it_was(
    session: Session, shop: Shop
) -> None:
    shop.person(role=Role.OPERATOR, name="Asha").email = "asha@example.in"
    session.flush()
    shop.person(role=Role.OPERATOR, name="Ravi").email = "asha@example.in"
    with pytest.raises(IntegrityError) as clash:
        session.flush()
    session.rollback()
    statement, _, _ = str(clash.value).partition("DETAIL")
    assert "asha@example.in" not in statement
    assert session.scalars(select(PersonRow).where(PersonRow.shop_id == shop.id)).all() == []


SECRETS = (
    "+919876500001", "9876500001", "asha@example.in", "sk-a-key-nobody-may-read",
    "q3V9yQeZrB0n1m5T8xJ2kLwPzA4sDfGhCvUiOeYtR6M", "a-bearer-token",
)  # fmt: skip
"""A phone number twice, an address, an API key, a session, a token."""


@pytest.fixture
def logged(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[StringIO]:
    """Logs as a server in production writes them."""
    said, before = StringIO(), structlog.get_config()
    monkeypatch.setattr(logging.getLogger(), "handlers", [])
    monkeypatch.setattr("sys.stderr", said)
    configure(Settings(home=tmp_path, log_format="json"))
    structlog.configure(cache_logger_on_first_use=False)
    yield said
    structlog.configure(**before)


def _fail() -> None:
    quoted = "phone +919876500001 (9876500001), mail asha@example.in, Authorization: Bearer "
    raise RuntimeError(f"{quoted}{SECRETS[5]}, key {SECRETS[3]}, session {SECRETS[4]}")


def test_an_error_that_nobody_foresaw_is_logged_without_what_it_quotes(
    logged: StringIO,
) -> None:
    try:
        _fail()
    except RuntimeError as error:
        structlog.get_logger().error("turn failed", turn="t-1", exc_info=error)
        logging.getLogger("channels.web").error("failed, reference %s", "a1", exc_info=error)
    said = logged.getvalue()
    assert [secret for secret in SECRETS if secret in said] == []
    structured, _, plain = said.partition("\n")
    assert json.loads(structured)["turn"] == "t-1"
    assert "in _fail" in structured
    assert "reference a1" in plain
    assert "in _fail" in plain


def test_what_a_database_or_a_model_quotes_is_not_logged() -> None:
    quoted = "duplicate key\nDETAIL:  Key (name)=(Asha Rao) already exists.\nnext"
    assert discreet(quoted) == "duplicate key\nDETAIL:…\nnext"
    with pytest.raises(ValidationError) as wrong:
        ShowOrder.model_validate({"order": {"asha": "12 MG Road"}})
    assert "MG Road" not in discreet(str(wrong.value))
