"""Risk in chat: reasons that add up, rules beside what was learnt, decisions that can be undone."""

from collections.abc import Callable
from dataclasses import replace
from datetime import datetime, timedelta
from pathlib import Path

import numpy as np
import pytest
from sqlalchemy import Engine, select

from commerce import orders, risk, settings
from commerce.db import session_factory
from commerce.db.tables import OrderHistoryRow, OrderRow, PersonRow
from commerce.errors import Refused
from commerce.ports import Ports
from commerce.risk import Remedy, RiskDecision
from commerce.scoring import Evaluation, Figure, Scorers, Store, Trained
from commerce.scoring.additive import Scorecard
from commerce.scoring.blobs import FileBlobs
from commerce.scoring.places import Ended, amounts_of, counted
from commerce.scoring.rto_orders import FEATURES
from commerce.settings import Setting
from commerce.vocabulary import OrderStatus, PaymentMethod
from commerce.words import LANGUAGES
from tests.builders import Shop
from tests.conftest import database_url  # noqa: F401  # On both.
from tools.risk import (
    ExplainRisk,
    ReviewOrder,
    RiskyOrders,
    explain_risk,
    review_order,
    risky_orders,
)


@pytest.fixture
def taught(shop: Shop, tmp_path: Path) -> Shop:
    """A shop whose score knows that COD comes back, and what it knows of one pincode."""
    store = Store(FileBlobs(tmp_path))
    store.add(shop.id, "rto_risk", _trained(shop), shop.now)
    store.serve(shop.id, "rto_risk", 1)
    return shop.with_ports(Ports(scorers=Scorers(store)))


def _trained(shop: Shop) -> Trained:
    points = {"cod": [-2.0, 1.0, 0.0], "address_house": [0.5, -0.1, 0.0]}
    numbers = [one.kind == "number" for one in FEATURES]
    edges = [np.array([0.5]) if number else np.array([], dtype=np.str_) for number in numbers]
    card = Scorecard(
        features=FEATURES, edges=tuple(edges), base=-1.5,
        points=tuple(
            np.array(points.get(one.name, [0.0, 0.0, 0.0] if number else [0.0]))
            for one, number in zip(FEATURES, numbers, strict=True)
        ),
    )  # fmt: skip
    today = np.datetime64(shop.now.replace(tzinfo=None), "D").astype("datetime64[us]")
    place = {
        name: np.array([value] * 4, dtype=object)
        for name, value in {"state": "maharashtra", "city": "pune", "pincode": "411001",
                            "courier": "Delhivery"}.items()
    }  # fmt: skip
    ended = Ended(
        where=place, at=np.full(4, today - np.timedelta64(5, "D")),
        amounts=amounts_of(np.array([1.0, 1, 1, 0]), np.ones(4), np.full(4, 3.0)),
    )  # fmt: skip
    figure = Figure(name="AUC", score=0.7, baseline=0.6)
    return Trained(
        arrays={**card.dump(), **counted(ended, today).dump()}, rows=900, data_hash="abc",
        features=tuple(one.name for one in FEATURES),
        evaluation=Evaluation(decides="AUC", figures=(figure,), baseline="table", rows=200),
    )  # fmt: skip


def status_of(shop: Shop, number: str) -> str | None:
    return shop.session.scalar(
        select(OrderRow.status).where(OrderRow.shop_id == shop.id, OrderRow.number == number)
    )


def test_reasons_and_rules_add_up_to_the_score(taught: Shop) -> None:
    customer = taught.customer(phone="+919999999999")
    address = taught.address(customer, line1="asdfgh jkl", state="Kerala")
    taught.order("1042", customer=customer, address=address)
    score = risk.assess(taught.context(), "1042").score
    added = score.base + sum(reason.points for reason in score.reasons)
    assert added == pytest.approx(score.value, abs=1e-12)
    rules = {one.feature for one in score.reasons if one.feature.startswith("rule_")}
    assert rules == {"rule_gibberish", "rule_phone", "rule_pincode"}
    assert score.value > 0.75


def test_paid_in_advance_it_would_be_less(taught: Shop) -> None:
    taught.order("1042")
    found = risk.assess(taught.context(), "1042")
    prepaid = 1 / (1 + np.exp(1.5 + 2.0 + 0.1))
    assert found.remedies == {Remedy.PREPAID: pytest.approx(prepaid)}


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_rate_is_told_with_what_it_rests_on(taught: Shop, language: str) -> None:
    taught.order("1042")
    result = explain_risk.run(taught.context(language=language), ExplainRisk(order="1042"))
    assert "35" in result.says
    assert result.facts["score"] == 35
    assert result.facts["would_be"]["Prepaid"] == pytest.approx(0.0266, abs=1e-3)
    assert len(result.cards) == 3


def test_only_open_orders_that_reach_the_score_are_listed(taught: Shop) -> None:
    taught.order("1", total=700)
    taught.order("2", payment=PaymentMethod.UPI)
    taught.order("3", status=OrderStatus.DELIVERED)
    result = risky_orders.run(taught.context(), RiskyOrders(period="today", min_score=30))
    assert [one["number"] for one in result.facts["orders"]] == ["1"]
    assert (result.facts["looked_at"], result.facts["at_stake_rupees"]) == (2, 700)


def test_without_a_score_it_says_that_it_does_not_know(shop: Shop) -> None:
    shop.order("1042")
    with pytest.raises(Refused, match="do not know the risk"):
        explain_risk.run(shop.context(), ExplainRisk(order="1042"))


@pytest.mark.parametrize(
    ("decision", "status"),
    [
        (RiskDecision.VERIFY, "OnHold"),
        (RiskDecision.HOLD, "OnHold"),
        (RiskDecision.CANCEL, "Cancelled"),
        (RiskDecision.FLAG, "Pending"),
        (RiskDecision.APPROVE, "Confirmed"),
    ],
)
def test_a_decision_is_done_and_taken_back(shop: Shop, decision: RiskDecision, status: str) -> None:
    shop.order("1042", status=OrderStatus.PENDING)
    result = review_order.run(shop.context(), ReviewOrder(order="1042", decision=decision))
    assert result.change is not None
    assert status_of(shop, "1042") == status
    risk.undo_review(shop.context(), result.change)
    assert status_of(shop, "1042") == "Pending"


def test_a_preview_changes_nothing(shop: Shop) -> None:
    shop.order("1042", status=OrderStatus.PENDING)
    assert review_order.preview is not None
    preview: Callable[..., object] = review_order.preview
    preview(shop.context(), ReviewOrder(order="1042", decision=RiskDecision.CANCEL))
    assert status_of(shop, "1042") == "Pending"


def test_what_was_rated_beside_the_server_is_listed_as_if_rated_now(taught: Shop) -> None:
    taught.order("1")
    taught.order("2", payment=PaymentMethod.UPI)
    asked = RiskyOrders(period="today", min_score=1)
    before = risky_orders.run(taught.context(), asked).facts
    assert _rate(taught, taught.now) == 2
    assert _rate(taught, taught.now) == 0
    assert risky_orders.run(taught.context(), asked).facts == before
    assert [one["number"] for one in before["orders"]] == ["1", "2"]


def test_an_order_that_moved_on_is_rated_again(taught: Shop) -> None:
    order = taught.order("1")
    _rate(taught, taught.now)
    moved = taught.now + timedelta(minutes=5)
    taught.session.add(
        OrderHistoryRow(
            shop_id=taught.id, order_id=order.id, status="Processing", at=moved, reason=""
        )
    )
    assert _rate(taught, moved) == 1
    assert _rate(taught, moved) == 0


def test_a_shop_that_has_learnt_nothing_has_nothing_rated(shop: Shop) -> None:
    shop.order("1")
    assert _rate(shop, shop.now) == 0


def test_a_rule_cancels_what_nobody_confirmed_and_no_more_a_day(taught: Shop) -> None:
    later = _with_rule(taught, "30% above 500, 2 a day")
    for number, rupees in (("1", 900), ("2", 900), ("3", 900), ("4", 400)):
        _waiting(taught, number, total=rupees)
    _waiting(taught, "5", payment=PaymentMethod.UPI)
    _waiting(taught, "6", status=OrderStatus.CONFIRMED)
    _rate(taught, taught.now + timedelta(minutes=1))
    assert _cancel(taught, taught.now + timedelta(minutes=59)) == 0
    assert _cancel(taught, later) == 2
    assert _cancel(taught, later) == 0
    standing = [status_of(taught, str(number)) for number in range(1, 7)]
    assert standing == ["Cancelled", "Cancelled", "Pending", "Pending", "Pending", "Confirmed"]
    assert _cancel(taught, later + timedelta(days=1)) == 1


def test_without_a_rule_nothing_is_cancelled(taught: Shop) -> None:
    _waiting(taught, "1")
    _rate(taught, taught.now + timedelta(minutes=1))
    assert _cancel(taught, taught.now + timedelta(days=2)) == 0
    assert status_of(taught, "1") == "Pending"


def test_orders_from_before_the_rule_are_left_alone(taught: Shop) -> None:
    _waiting(taught, "1", placed_at=taught.now - timedelta(hours=1))
    later = _with_rule(taught, "30%")
    _rate(taught, taught.now + timedelta(minutes=1))
    assert _cancel(taught, later) == 0


def test_a_rule_whose_author_may_no_longer_cancel_rests(taught: Shop) -> None:
    later = _with_rule(taught, "30%")
    _waiting(taught, "1")
    _rate(taught, taught.now + timedelta(minutes=1))
    author = select(PersonRow).where(PersonRow.shop_id == taught.id)
    for person in taught.session.scalars(author):
        person.is_active = False
    assert _cancel(taught, later) == 0


def test_what_a_rule_cancelled_says_so_and_comes_back_for_good_when_approved(taught: Shop) -> None:
    later = _with_rule(taught, "30% above 500")
    _waiting(taught, "1042")
    _rate(taught, taught.now + timedelta(minutes=1))
    assert _cancel(taught, later) == 1
    shown = orders.show(replace(taught.context(), now=later), "1042")
    assert "rule" in (shown.cancel_reason or "")
    review_order.run(
        replace(taught.context(), now=later + timedelta(hours=2)),
        ReviewOrder(order="1042", decision=RiskDecision.APPROVE),
    )
    taught.session.flush()
    assert status_of(taught, "1042") == "Pending"
    assert _cancel(taught, later + timedelta(hours=3)) == 0
    assert status_of(taught, "1042") == "Pending"


def _waiting(
    shop: Shop, number: str, *, total: int = 900, payment: PaymentMethod = PaymentMethod.COD,
    status: OrderStatus = OrderStatus.PENDING, placed_at: datetime | None = None,
) -> None:  # fmt: skip
    """Add an order that was placed just now, each by a buyer of their own."""
    shop.order(
        number, customer=shop.customer(phone=f"+9198100{int(number):05}"), total=total,
        payment=payment, status=status, placed_at=placed_at or shop.now,
    )  # fmt: skip


def _with_rule(shop: Shop, rule: str) -> datetime:
    """Write a rule; return a moment from which it has left enough time."""
    settings.change_setting(shop.context(), Setting.AUTO_CANCEL, rule)
    return shop.now + timedelta(minutes=61)


def _cancel(shop: Shop, now: datetime) -> int:
    ports = shop.context().ports
    shop.session.commit()
    engine = shop.session.get_bind()
    assert isinstance(engine, Engine)
    done = risk.cancel_by_rule(session_factory(engine), ports, now)
    shop.session.expire_all()
    return done


def _rate(shop: Shop, now: datetime) -> int:
    ports = shop.context().ports
    shop.session.commit()
    engine = shop.session.get_bind()
    assert isinstance(engine, Engine)
    return risk.rate_open(session_factory(engine), ports, now)
