"""What couriers and the payment provider tell, over HTTP as they tell it, and what it moves."""

import json
import shutil
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import timedelta
from pathlib import Path
from typing import TypeVar

import httpx
import pytest
from pydantic import SecretStr
from sqlalchemy import inspect, select
from sqlalchemy.orm import Session
from starlette.applications import Starlette
from typer.testing import CliRunner

from agent.scope import House
from app.cli import cli
from app.doubles.delhivery import DelhiveryDouble
from app.doubles.razorpay import RazorpayDouble
from app.doubles.shiprocket import ShiprocketDouble
from app.settings import Settings
from app.vendors.checks import findings
from app.vendors.hooks import Hooks
from app.vendors.polling import Poller
from app.wiring import ports
from commerce import arrivals, orders, outbox
from commerce.db import open_engine, session_factory
from commerce.db.tables import (
    ArrivalRow,
    EventRow,
    NdrCaseRow,
    OrderRow,
    ScanRow,
    ShipmentRow,
    UnmappedCodeRow,
)
from commerce.ports import Ports
from commerce.vocabulary import CourierType, OrderStatus, PaymentStatus, ShipmentStatus
from integrations.delhivery import Delhivery
from integrations.razorpay import Razorpay
from tests.builders import Shop
from tests.channels.web.serving import serving
from tests.conftest import NOW

AWB = "59629792084"
Row = TypeVar("Row", ShipmentRow, OrderRow)


@pytest.fixture
def database_url(sqlite_template: Path, tmp_path: Path) -> str:
    """SQLite alone: what is told and asked over HTTP is not SQL."""
    path = tmp_path / "shop.db"
    shutil.copy(sqlite_template, path)
    return f"sqlite:///{path}"


@dataclass(frozen=True, slots=True, kw_only=True)
class Listening:
    """A server with our webhooks, and the worker's step behind it."""

    shop: Shop
    hooks: Hooks
    address: str

    def refreshed(self, row: Row) -> str:
        """Bring a row to what stands in the database now, and return its status."""
        return again(self.shop, row).status

    def count(self, table: type[ScanRow | NdrCaseRow | ArrivalRow]) -> int:
        """Return how many rows a table has for the shop."""
        self.shop.session.rollback()
        return len(
            self.shop.session.scalars(select(table).where(table.shop_id == self.shop.id)).all()
        )


def again(shop: Shop, row: Row) -> Row:
    """Read a row anew."""
    identity = inspect(row).identity
    assert identity is not None
    shop.session.rollback()
    table = type(row)
    return shop.session.scalars(
        select(table)
        .where(table.shop_id == shop.id, table.id == identity[0])
        .execution_options(populate_existing=True)
    ).one()


def settings(**more: object) -> Settings:
    secrets = {
        "shiprocket_webhook_secret": SecretStr("old-key,new-key"),
        "delhivery_webhook_secret": SecretStr("delhivery-key"),
        "razorpay_webhook_secret": SecretStr("webhook-secret"),
    }
    return Settings(**{**secrets, **more})  # type: ignore[arg-type]  # test shorthand


def rooms(shop: Shop, outside: Ports | None = None) -> House:
    return House(
        sessions=session_factory(shop.session.get_bind().engine), catalogue={},
        clock=lambda: NOW, ports=outside or Ports(),
    )  # fmt: skip


@pytest.fixture
def listening(shop: Shop) -> Iterator[Listening]:
    shop.session.commit()
    hooks = Hooks(rooms(shop), settings())
    with serving(Starlette(routes=hooks.routes)) as address:
        yield Listening(shop=shop, hooks=hooks, address=address)


def sent(shop: Shop) -> ShipmentRow:
    parcel = shop.parcel(awb=AWB, courier=CourierType.SHIPROCKET, status=ShipmentStatus.IN_TRANSIT)
    for scan in shop.session.scalars(select(ScanRow).where(ScanRow.shop_id == shop.id)):
        scan.at = parcel.last_scan_at = NOW - timedelta(days=2)
    shop.session.commit()
    return parcel


def rocket_says(status_id: int, at: str, code: str = "EOD-6") -> dict[str, object]:
    scan = {"date": at, "status": code, "activity": "said", "sr-status": str(status_id)}
    return {"awb": AWB, "courier_name": "Delhivery Surface", "scans": [scan], "is_return": 0}


def test_a_failed_delivery_told_twice_is_acknowledged_twice_and_taken_in_once(
    listening: Listening,
) -> None:
    parcel, rocket = sent(listening.shop), ShiprocketDouble()
    failed = rocket_says(21, "2026-11-21 17:30:00")
    for key in ("old-key", "new-key"):
        assert rocket.push(f"{listening.address}/parcels", key, failed).status_code == 200
    # Nothing is taken in before the acknowledgement.
    assert listening.refreshed(parcel) == ShipmentStatus.IN_TRANSIT
    assert listening.hooks.work_off() == 1
    assert listening.refreshed(parcel) == ShipmentStatus.DELIVERY_FAILED
    late = rocket_says(17, "2026-11-21 09:00:00", "OFD")
    rocket.push(f"{listening.address}/shiprocket", "new-key", late)
    listening.hooks.work_off()
    assert listening.refreshed(parcel) == ShipmentStatus.DELIVERY_FAILED
    assert (listening.count(ScanRow), listening.count(NdrCaseRow)) == (3, 1)


@pytest.mark.parametrize("key", ["", "wrong", "old-key,new-key", "é"])
def test_a_wrong_key_is_shown_out_without_a_hint_and_nothing_is_kept(
    listening: Listening, key: str
) -> None:
    answer = httpx.post(
        f"{listening.address}/shiprocket", json=rocket_says(7, "2026-11-21 17:30:00"),
        headers=[(b"x-api-key", key.encode())],
    )  # fmt: skip
    assert (answer.status_code, answer.content) == (401, b"")
    assert listening.count(ArrivalRow) == 0


def test_what_is_too_long_or_no_message_is_not_kept(listening: Listening) -> None:
    where, key = f"{listening.address}/shiprocket", {"x-api-key": "new-key"}
    assert httpx.post(where, content=b"x" * 1_000_001, headers=key).status_code == 413
    assert httpx.post(where, content=b"[1]", headers=key).status_code == 400
    assert httpx.post(where, content=b"{", headers=key).status_code == 400
    assert httpx.get(where, headers=key).status_code == 405
    assert listening.count(ArrivalRow) == 0


def test_a_hook_without_a_secret_is_no_door(shop: Shop) -> None:
    assert Hooks(rooms(shop), Settings()).routes == []


def test_delhivery_tells_by_the_header_that_was_agreed(listening: Listening) -> None:
    parcel = sent(listening.shop)
    status = {
        "Status": "Delivered", "StatusDateTime": "2026-11-21T17:30:42.767", "StatusType": "DL",
        "StatusLocation": "Pune", "Instructions": "Delivered to consignee",
    }  # fmt: skip
    body = {"Shipment": {"Status": status, "NSLCode": "EOD-135", "ReferenceNo": "", "AWB": AWB}}
    where = f"{listening.address}/delhivery"
    assert DelhiveryDouble().push(where, "X-Webhook-Token", "delhivery-key", body).is_success
    listening.hooks.work_off()
    assert listening.refreshed(parcel) == ShipmentStatus.DELIVERED


def test_a_parcel_nobody_knows_is_looked_for_again_and_then_given_up(
    session: Session, listening: Listening
) -> None:
    ShiprocketDouble().push(
        f"{listening.address}/parcels", "new-key", rocket_says(7, "2026-11-21 17:30:00")
    )
    assert listening.hooks.work_off() == 0
    row = session.scalars(select(ArrivalRow).where(ArrivalRow.shop_id == listening.shop.id)).one()
    assert (row.status, row.tries) == ("waiting", 1)
    assert row.error == f"No parcel has the AWB {AWB}, and no order its number."
    assert row.next_at > NOW
    # Messengers' own work never sees it.
    assert arrivals.due(session, NOW + timedelta(days=1)) == []
    assert arrivals.told(session, listening.shop.id, "hook:shiprocket") == (NOW, 1, 0)


@dataclass(frozen=True, slots=True, kw_only=True)
class Paying:
    """A COD order on its way, with a payment link out at Razorpay's stand-in."""

    listening: Listening
    razorpay: RazorpayDouble
    delhivery: DelhiveryDouble
    order: OrderRow
    ports: Ports

    def tell(self, event: dict[str, object], id: str = "evt_1") -> httpx.Response:
        """Have an event told, and taken in."""
        answer = self.razorpay.push(f"{self.listening.address}/razorpay", event, id=id)
        self.listening.hooks.work_off()
        return answer

    def events(self, kind: str) -> list[dict[str, object]]:
        shop = self.listening.shop
        shop.session.rollback()
        found = select(EventRow.payload).where(EventRow.shop_id == shop.id, EventRow.kind == kind)
        return list(shop.session.scalars(found))


@pytest.fixture
def paying(shop: Shop) -> Iterator[Paying]:
    account, courier = RazorpayDouble(clock=NOW.timestamp), DelhiveryDouble()
    with serving(account.app) as bank, serving(courier.app) as depot:
        outside = Ports(
            couriers={"Delhivery": Delhivery(courier.token, base_url=depot)},
            payments=Razorpay(account.key_id, account.key_secret, base_url=bank),
        )
        order = shop.order("1042", status=OrderStatus.SHIPPED)
        shop.parcel(order, awb=AWB, courier=CourierType.DELHIVERY)
        orders.send_link(shop.with_ports(outside).context(), "1042", 10)
        shop.session.commit()
        house = rooms(shop, outside)
        outbox.deliver_due(house.sessions, outside, NOW, 50)
        orders.settle_payments(house.sessions, outside, NOW)
        hooks = Hooks(house, settings())
        with serving(Starlette(routes=hooks.routes)) as address:
            listening = Listening(shop=shop, hooks=hooks, address=address)
            yield Paying(
                listening=listening, razorpay=account, delhivery=courier, order=order, ports=outside
            )


def reference(paying: Paying) -> str:
    (link,) = paying.razorpay.links.values()
    return str(link["reference_id"])


def test_a_paid_link_makes_the_order_prepaid_and_the_courier_collects_nothing(
    paying: Paying,
) -> None:
    event = paying.razorpay.pay(reference(paying))
    for _ in range(2):
        assert paying.tell(event).status_code == 200
    paying.listening.refreshed(paying.order)
    assert (paying.order.payment_status, paying.order.total_minor) == (PaymentStatus.PAID, 71_910)
    assert paying.events("order.paid") == [{"minor": 71_910, "courier_still_collects": []}]
    outbox.deliver_due(rooms(paying.listening.shop).sessions, paying.ports, NOW, 50)
    assert paying.delhivery.asked == [{"waybill": AWB, "pt": "Pre-paid", "cod": 0}]


def test_an_amount_other_than_was_asked_for_pays_nothing_and_is_told(paying: Paying) -> None:
    event = paying.razorpay.pay(reference(paying))
    event["payload"]["payment_link"]["entity"]["amount_paid"] = 100
    paying.tell(event)
    paying.listening.refreshed(paying.order)
    assert paying.order.payment_status == PaymentStatus.COD_PENDING
    assert paying.events("order.paid_otherwise") == [{"minor": 100, "asked": 71_910}]
    # What it says from now on is not believed either: somebody looks.
    orders.settle_payments(
        rooms(paying.listening.shop).sessions, paying.ports, NOW + timedelta(minutes=9)
    )
    paying.listening.refreshed(paying.order)
    assert paying.order.payment_status == PaymentStatus.COD_PENDING


def test_an_event_that_razorpay_did_not_sign_pays_nothing(paying: Paying) -> None:
    event = paying.razorpay.pay(reference(paying))
    paying.razorpay.webhook_secret = "guessed"
    assert paying.tell(event).status_code == 401
    assert paying.listening.count(ArrivalRow) == 0


def test_a_refund_that_failed_after_all_counts_as_not_given_back(paying: Paying) -> None:
    shop = paying.listening.shop
    paying.tell(paying.razorpay.pay(reference(paying)))
    paying.listening.refreshed(paying.order)
    orders.refund(shop.with_ports(paying.ports).context(), "1042")
    shop.session.commit()
    sessions = rooms(shop).sessions
    outbox.deliver_due(sessions, paying.ports, NOW, 50)
    orders.settle_payments(sessions, paying.ports, NOW)
    paying.listening.refreshed(paying.order)
    assert paying.order.payment_status == PaymentStatus.REFUNDED
    (given,) = paying.razorpay.refunds.values()
    paying.tell(paying.razorpay.event("refund.failed", refund=given), id="evt_2")
    paying.listening.refreshed(paying.order)
    assert (paying.order.payment_status, paying.order.refunded_minor) == (PaymentStatus.PAID, 0)


def test_a_courier_that_was_silent_is_asked_and_the_gap_is_filled(shop: Shop) -> None:
    courier = DelhiveryDouble()
    parcels = [
        shop.parcel(awb=f"7000{number}", courier=CourierType.DELHIVERY) for number in range(3)
    ]
    fresh, *silent = parcels
    for parcel in silent:
        parcel.last_scan_at = NOW - timedelta(days=2)
        for scan in shop.session.scalars(
            select(ScanRow).where(ScanRow.shop_id == shop.id, ScanRow.shipment_id == parcel.id)
        ):
            scan.at = NOW - timedelta(days=2)
    shop.session.commit()
    for parcel in parcels:
        courier.scans[parcel.awb] = [
            {"ScanType": "DL", "Scan": "Delivered", "StatusCode": "EOD-135",
             "StatusDateTime": "2026-11-21T17:30:42.767"},
        ]  # fmt: skip
    with serving(courier.app) as depot:
        outside = Ports(trackers={"Delhivery": Delhivery(courier.token, base_url=depot)})
        poller = Poller(rooms(shop, outside), settings(courier_poll_parcels=1))
        first, second = poller.round(), poller.round()
        assert [(one.asked, one.moved) for one in (*first, *second)] == [(1, 1), (1, 1)]
        courier.failing = 500
        again(shop, fresh)
        fresh.last_scan_at = None
        shop.session.commit()
        (failed,) = poller.round()
        assert (failed.asked, failed.failed) == (
            0, "Delhivery does not answer (HTTP 500). It is tried again.",
        )  # fmt: skip
    assert [again(shop, parcel).status for parcel in parcels] == [
        "InTransit", "Delivered", "Delivered",
    ]  # fmt: skip


def test_a_doctor_looks_at_logins_secrets_and_the_address(tmp_path: Path) -> None:
    with serving(ShiprocketDouble().app) as address:
        found = {
            one.name: one
            for one in findings(
                settings(
                    shiprocket_email="api@shop.example", shiprocket_password=SecretStr("wrong"),
                    shiprocket_url=f"{address}/v1/external", razorpay_key_id="rzp_test_double",
                    razorpay_webhook_secret=SecretStr(""), public_url="https://ops.krishna.example",
                    shiprocket_webhook_secret=SecretStr("a-token-of-many-letters"),
                ),
                ask=True,
            )
            if one.name != "razorpay"
        }  # fmt: skip
    assert {name: one.state for name, one in found.items()} == {
        "shiprocket": "fail", "shiprocket webhook": "ok", "shiprocket address": "warn",
        "razorpay webhook": "warn",
    }  # fmt: skip
    assert found["shiprocket webhook"].says == "https://ops.krishna.example/hooks/parcels"
    assert found["razorpay webhook"].fix.startswith("openssl rand -hex 24")


def test_the_command_line_polls_and_says_how_couriers_stand(
    shop: Shop, monkeypatch: pytest.MonkeyPatch, database_url: str
) -> None:
    parcel = sent(shop)
    courier = DelhiveryDouble()
    parcel.courier = "Delhivery"
    shop.session.add(
        UnmappedCodeRow(
            shop_id=shop.id, courier="Delhivery", raw_code="EOD-999", raw_text="Drone landed",
            seen=2, first_at=NOW, last_at=NOW,
        )
    )  # fmt: skip
    shop.session.commit()
    with serving(courier.app) as depot:
        for name, value in {
            "DATABASE_URL": database_url, "DELHIVERY_TOKEN": courier.token, "DELHIVERY_URL": depot,
        }.items():  # fmt: skip
            monkeypatch.setenv(f"SUPERECOM_{name}", value)
        told = CliRunner().invoke(cli, ["couriers", "status", "--json"])
        polled = CliRunner().invoke(cli, ["couriers", "poll"])
        courier.token = "another"
        refused = CliRunner().invoke(cli, ["couriers", "poll"])
    (one,) = json.loads(told.output)["couriers"]
    assert (one["courier"], one["silent"], one["cannot"], one["unknown"]) == (
        "Delhivery", 1, ["report_fake_attempt"], ["EOD-999 Drone landed ×2"],
    )  # fmt: skip
    assert polled.output == "Delhivery: asked about 1, 0 new scans, 0 moved on.\n"
    assert (polled.exit_code, refused.exit_code) == (0, 1)


def test_parcels_booked_through_shiprocket_are_asked_about_there(tmp_path: Path) -> None:
    engine = open_engine(f"sqlite:///{tmp_path / 'none.db'}")
    chosen = settings(
        shiprocket_email="a@b.example", shiprocket_couriers="blue dart, DTDC",
        delhivery_token=SecretStr("x"),
    )  # fmt: skip
    doors = ports(chosen, engine, demo=False).couriers
    engine.dispose()
    names = {name: type(door).__name__ for name, door in doors.items()}
    assert names == {
        "*": "ManualCourier", "Delhivery": "Delhivery", "Shiprocket": "Shiprocket",
        "BlueDart": "Shiprocket", "DTDC": "Shiprocket",
    }  # fmt: skip
    assert doors["BlueDart"] is doors["Shiprocket"]
