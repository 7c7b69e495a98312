"""What messengers did not take, in chat and on its page: seen, explained and sent again."""

import shutil
from datetime import timedelta
from pathlib import Path

import pytest
from sqlalchemy import select

from commerce.access import Role
from commerce.db.tables import AuditRow, DeliveryRow
from commerce.deliveries import DeliveryLot
from commerce.errors import NotAllowed, NotFound
from tests.builders import Shop
from tools.cards import TableCard
from tools.deliveries import ListDeliveries, ResendDelivery, list_deliveries, resend_delivery


@pytest.fixture
def database_url(sqlite_template: Path, tmp_path: Path) -> str:
    """SQLite alone: the SQL beneath is tested on both in tests/commerce/deliveries."""
    path = tmp_path / "shop.db"
    shutil.copy(sqlite_template, path)
    return f"sqlite:///{path}"


def put(shop: Shop, key: str, status: str = "dead", why: str | None = "The number is none.") -> int:
    row = DeliveryRow(
        shop_id=shop.id, channel="whatsapp", address="+919812345678", conversation_id=None,
        kind="prompt", body={"text": f"Hello {key}"}, idempotency_key=key, status=status, tries=8,
        next_at=shop.now - timedelta(hours=1), error_code="63024", error=why,
        created_at=shop.now - timedelta(hours=2),
    )  # fmt: skip
    shop.session.add(row)
    shop.session.flush()
    return row.id


def statuses(shop: Shop) -> dict[str, str]:
    shop.session.expire_all()
    rows = shop.session.scalars(select(DeliveryRow).where(DeliveryRow.shop_id == shop.id))
    return {row.idempotency_key: row.status for row in rows}


def test_what_was_given_up_stands_in_a_table_with_its_reason_and_a_button(shop: Shop) -> None:
    number = put(shop, "a")
    put(shop, "b", status="sent", why=None)
    result = list_deliveries.run(shop.context(), ListDeliveries())
    assert (result.facts["count"], result.says) == (1, "One message was given up.")
    (table,) = result.cards
    assert isinstance(table, TableCard)
    assert table.rows == (
        (
            str(number), "WhatsApp", "+919812345678", "Hello a", "8", "",
            "The number is none. (63024)",
        ),
    )  # fmt: skip
    assert [tap.tap.arguments for tap in table.taps if tap.tap] == [{"number": number}]


def test_one_is_sent_again_and_the_rest_stays(shop: Shop) -> None:
    number = put(shop, "a")
    put(shop, "b")
    resend_delivery.run(shop.context(), ResendDelivery(number=number))
    assert statuses(shop) == {"a": "waiting", "b": "dead"}
    actions = shop.session.scalars(select(AuditRow.action).where(AuditRow.shop_id == shop.id))
    assert list(actions) == ["resend_delivery"]


def test_without_a_number_all_are_sent_again_after_a_yes_that_counts_them(shop: Shop) -> None:
    put(shop, "a")
    put(shop, "b")
    assert resend_delivery.preview is not None
    preview = resend_delivery.preview(shop.context(), ResendDelivery())
    assert preview.title == "Send 2 given up messages again"
    resend_delivery.run(shop.context(), ResendDelivery())
    assert set(statuses(shop).values()) == {"waiting"}


def test_what_was_not_given_up_is_not_sent_twice(shop: Shop) -> None:
    number = put(shop, "a", status="sent", why=None)
    with pytest.raises(NotFound):
        resend_delivery.run(shop.context(), ResendDelivery(number=number))
    assert statuses(shop) == {"a": "sent"}


def test_another_shops_messages_are_neither_seen_nor_sent(shop: Shop) -> None:
    other = Shop.open(shop.session, now=shop.now, name="Another")
    number = put(other, "theirs")
    assert list_deliveries.run(shop.context(), ListDeliveries()).facts["count"] == 0
    with pytest.raises(NotFound):
        resend_delivery.run(shop.context(), ResendDelivery(number=number))
    assert statuses(other) == {"theirs": "dead"}


def test_an_agent_is_shown_nothing_of_it(shop: Shop) -> None:
    put(shop, "a")
    with pytest.raises(NotAllowed):
        list_deliveries.run(shop.context(shop.actor(Role.NDR_AGENT)), ListDeliveries())


def test_what_waits_says_when_it_is_tried_next(shop: Shop) -> None:
    put(shop, "a", status="waiting", why=None)
    result = list_deliveries.run(shop.context(), ListDeliveries(lot=DeliveryLot.WAITING))
    assert result.facts["messages"][0]["next_at"] == "2026-11-22T13:30:00+05:30"
