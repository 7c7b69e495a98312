"""What every payment provider must do, whoever is behind it."""

import csv
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from commerce.errors import Rejected, Unavailable
from commerce.money import Money
from commerce.ports import LinkRequest, LinkState, Payments, Refund
from integrations.demo_payments import DemoPayments
from integrations.manual import ManualPayments

NOW = datetime(2026, 11, 22, 9, 0, tzinfo=UTC)


def refund(key: str = "r1", *, amount: int = 50_000, paid: int = 79_900) -> Refund:
    return Refund(key=key, order="1042", amount=Money(amount), paid=Money(paid))


def link(key: str = "l1", *, phone: str | None = "+919822012345") -> LinkRequest:
    return LinkRequest(
        key=key, order="1042", amount=Money(79_900), name="Asha Rao", phone=phone, email=None,
        expires_at=NOW + timedelta(days=2),
    )  # fmt: skip


@pytest.fixture(params=["demo_payments", "manual"])
def provider(request: pytest.FixtureRequest, tmp_path: Path) -> Payments:
    if request.param == "manual":
        return ManualPayments(tmp_path / "out")
    return DemoPayments(clock=lambda: NOW)


def test_the_same_key_again_is_the_same_refund(provider: Payments) -> None:
    first = provider.refund(refund("r1", amount=10_000))
    assert provider.refund(refund("r2", amount=10_000)) != first
    assert provider.refund(refund("r1", amount=10_000)) == first


def test_the_same_key_again_is_the_same_link(provider: Payments) -> None:
    first = provider.send_link(link("l1"))
    assert provider.send_link(link("l2")) != first
    assert provider.send_link(link("l1")) == first


def test_a_link_nobody_paid_is_open(provider: Payments) -> None:
    provider.send_link(link())
    assert provider.link_state("l1") is LinkState.OPEN
    assert provider.link_state("unknown") is LinkState.OPEN


def test_the_demo_provider_gives_back_no_more_than_was_paid() -> None:
    provider = DemoPayments()
    provider.refund(refund("r1"))
    provider.refund(refund("r1"))
    with pytest.raises(Rejected, match="₹799 paid"):
        provider.refund(refund("r2"))


def test_the_demo_provider_sends_no_link_to_nobody() -> None:
    with pytest.raises(Rejected):
        DemoPayments(clock=lambda: NOW).send_link(link(phone=None))


def test_a_link_is_paid_once_the_customer_pays_and_over_once_its_time_is() -> None:
    provider = DemoPayments(clock=lambda: NOW)
    provider.send_link(link("l1"))
    provider.pay("l1")
    assert provider.link_state("l1") is LinkState.PAID
    late = DemoPayments(clock=lambda: NOW)
    late.send_link(link("l2"))
    late._clock = lambda: NOW + timedelta(days=3)
    assert late.link_state("l2") is LinkState.EXPIRED


def test_by_hand_everything_that_must_be_known_stands_on_a_line(tmp_path: Path) -> None:
    provider = ManualPayments(tmp_path)
    provider.refund(refund())
    provider.send_link(link())
    with (tmp_path / "payment-requests.csv").open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    assert [(r["what"], r["order"], r["amount"], r["request_key"]) for r in rows] == [
        ("refund", "1042", "500.00", "r1"),
        ("payment link", "1042", "799.00", "l1"),
    ]
    assert rows[1]["phone"] == "'+919822012345"


def test_a_file_that_cannot_be_written_is_tried_again_later(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("", encoding="utf-8")
    with pytest.raises(Unavailable):
        ManualPayments(tmp_path / "file").refund(refund())
