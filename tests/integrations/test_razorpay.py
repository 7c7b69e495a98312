"""Razorpay's door through its own SDK: links, refunds, and what it signs."""

import json
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from app.doubles.razorpay import RazorpayDouble
from commerce.errors import Rejected, Unavailable
from commerce.money import Money
from commerce.ports import LinkClosing, LinkNews, LinkRequest, LinkState, Refund, RefundNews
from integrations.razorpay import Razorpay, read_event, signed
from tests.channels.web.serving import serving

ROOT = Path(__file__).parents[2]
BODY = '{"id":820982911946154508,"note":"₹1,949 café"}'.encode()
SIGNATURE = "4f266cc2075fb9e3cf2cb4885f0ad574071cfbfd220ce1e295b03b5cbd8d122b"


@pytest.fixture
def account() -> RazorpayDouble:
    return RazorpayDouble()


@pytest.fixture
def address(account: RazorpayDouble) -> Iterator[str]:
    with serving(account.app) as address:
        yield address


@pytest.fixture
def door(account: RazorpayDouble, address: str) -> Razorpay:
    return Razorpay(account.key_id, account.key_secret, base_url=address, prefix="kn-")


def link(key: str = "link:1:1", amount: int = 71_910) -> LinkRequest:
    return LinkRequest(
        key=key, order="1042", amount=Money(amount), name="Asha Rao", phone="+919822012345",
        email=None, expires_at=datetime.now(UTC) + timedelta(days=2),
    )  # fmt: skip


def refund(key: str, amount: int, by: str | None = "link:1:1") -> Refund:
    return Refund(key=key, order="1042", amount=Money(amount), paid=Money(71_910), link=by)


def test_a_link_is_made_in_paise_once_and_known_by_our_reference(
    account: RazorpayDouble, door: Razorpay
) -> None:
    assert door.send_link(link()) == door.send_link(link())
    (made,) = account.links.values()
    assert (made["amount"], made["currency"], made["reference_id"], made["accept_partial"]) == (
        71_910, "INR", "kn-link:1:1", False,
    )  # fmt: skip
    assert made["customer"] == {"name": "Asha Rao", "contact": "+919822012345"}
    assert made["notify"] == {"sms": True, "email": False}


def test_a_link_there_is_over_another_amount_is_not_taken_for_ours(door: Razorpay) -> None:
    door.send_link(link())
    with pytest.raises(Rejected, match="another amount"):
        door.send_link(link(amount=10_000))


def test_a_link_is_open_then_paid_and_what_is_paid_cannot_be_closed(
    account: RazorpayDouble, door: Razorpay
) -> None:
    door.send_link(link())
    assert door.link_state("link:1:1") is LinkState.OPEN
    event = account.pay("kn-link:1:1")
    assert door.link_state("link:1:1") is LinkState.PAID
    news = LinkNews(key="link:1:1", state=LinkState.PAID, paid=Money(71_910))
    assert read_event(event, "kn-") == news
    assert read_event(event, "other-") is None
    with pytest.raises(Rejected, match="was paid"):
        door.close_link(LinkClosing(key="c1", link="link:1:1", order="1042"))


def test_a_closed_link_is_over_and_may_be_closed_again(door: Razorpay) -> None:
    door.send_link(link())
    closing = LinkClosing(key="c1", link="link:1:1", order="1042")
    assert door.close_link(closing) == door.close_link(closing)
    assert door.link_state("link:1:1") is LinkState.EXPIRED
    assert door.close_link(LinkClosing(key="c2", link="never made", order="1042")) == "none"


def test_a_refund_goes_to_the_payment_of_the_link_once_a_key(
    account: RazorpayDouble, door: Razorpay
) -> None:
    door.send_link(link())
    account.pay("kn-link:1:1")
    assert door.refund(refund("refund:1:2", 10_000)) == door.refund(refund("refund:1:2", 10_000))
    assert [one["amount"] for one in account.refunds.values()] == [10_000]
    with pytest.raises(Rejected, match="greater than the refund payment amount"):
        door.refund(refund("refund:1:3", 70_000))


def test_what_was_not_paid_by_a_link_of_ours_cannot_be_given_back(
    account: RazorpayDouble, door: Razorpay
) -> None:
    door.send_link(link())
    for by in (None, "link:1:1", "link:9:9"):
        with pytest.raises(Rejected, match="not paid by a link of ours"):
            door.refund(refund("r", 100, by))
    assert account.refunds == {}


@pytest.mark.parametrize("status", [409, 429, 500, 502])
def test_razorpay_in_trouble_is_asked_again_later(
    account: RazorpayDouble, door: Razorpay, status: int, capsys: pytest.CaptureFixture[str]
) -> None:
    account.failing = status
    with pytest.raises(Unavailable, match=str(status)):
        door.send_link(link())
    assert capsys.readouterr().out == ""


def test_wrong_keys_wait_for_better_ones_and_nothing_is_printed(
    address: str, capsys: pytest.CaptureFixture[str]
) -> None:
    with pytest.raises(Unavailable, match="does not let us in"):
        Razorpay("rzp_test_double", "wrong", base_url=address).check()
    with pytest.raises(Unavailable, match="ConnectionError"):
        Razorpay("rzp_test_double", "x", base_url="http://127.0.0.1:9").check()
    assert capsys.readouterr().out == ""


def test_the_signature_is_of_the_bytes_as_they_came() -> None:
    assert signed(BODY, SIGNATURE, ["test_secret_123"])
    # While a secret is changed both are good.
    assert signed(BODY, SIGNATURE, ["new", "test_secret_123"])
    assert not signed(BODY, SIGNATURE, ["", "other"])
    assert not signed(BODY.replace(b",", b", ", 1), SIGNATURE, ["test_secret_123"])
    assert not signed(BODY + b"\xff", SIGNATURE, ["test_secret_123"])
    assert not signed(BODY, "é", ["test_secret_123"])


def test_a_recorded_payment_is_read_in_paise() -> None:
    file = ROOT / "integrations/razorpay/recordings/payment_link_paid.json"
    news = read_event(json.loads(file.read_text(encoding="utf-8")))
    assert news == LinkNews(key="link:1:1", state=LinkState.PAID, paid=Money(71_910))


def test_a_refund_that_failed_after_all_is_read_by_our_key() -> None:
    entity = {"id": "rfnd_1", "notes": {"superecom_key": "refund:1:2"}}
    event = {"event": "refund.failed", "payload": {"refund": {"entity": entity}}}
    assert read_event(event) == RefundNews(key="refund:1:2", why="rfnd_1: refund failed")
    assert read_event({"event": "payment.captured"}) is None
    with pytest.raises(ValueError, match="no payment_link"):
        read_event({"event": "payment_link.paid", "payload": []})
