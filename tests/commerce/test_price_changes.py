"""Prices that change now or on their day, go back, and are held by MRP and margin."""

from datetime import date, datetime, timedelta

import pytest
from sqlalchemy import Engine, select
from sqlalchemy.orm import Session, sessionmaker

from commerce import pricing
from commerce.access import Role
from commerce.db import session_factory
from commerce.db.tables import (
    AuditRow,
    CompetitorPriceRow,
    PlannedPriceRow,
    PriceChangeRow,
    VariantRow,
)
from commerce.errors import NotAllowed, NotFound, Refused
from commerce.money import Money
from commerce.pricing import PriceStatus
from tests.builders import Shop


def _rupees(amount: int) -> Money:
    return Money(amount * 100, "INR")


def _kurti(shop: Shop) -> VariantRow:
    return shop.variant("KRT-1", "Cotton Kurti", price=800, cost=300, mrp=1299)


def _price(shop: Shop, sku: str) -> int | None:
    return shop.session.scalar(
        select(VariantRow.price_minor).where(VariantRow.shop_id == shop.id, VariantRow.sku == sku)
    )


def _steps(shop: Shop) -> list[str]:
    steps = select(PriceChangeRow.why).where(PriceChangeRow.shop_id == shop.id)
    return list(shop.session.scalars(steps.order_by(PriceChangeRow.id)))


@pytest.fixture
def sessions(engine: Engine) -> sessionmaker[Session]:
    return session_factory(engine)


def test_a_price_change_is_written_down_and_can_go_back(shop: Shop) -> None:
    _kurti(shop)
    ctx = shop.context()
    change = pricing.set_price(ctx, "KRT-1", _rupees(779))
    assert _price(shop, "KRT-1") == 77_900
    assert (change.before, change.after) == ({"price_minor": 80_000}, {"price_minor": 77_900})
    pricing.undo_set(ctx, change)
    assert _price(shop, "KRT-1") == 80_000
    assert _steps(shop) == ["set", "undone"]
    done = select(AuditRow.action).where(AuditRow.shop_id == shop.id).order_by(AuditRow.id)
    assert shop.session.scalars(done).all() == ["set_price", "undo_set_price"]


@pytest.mark.parametrize(
    ("amount", "key"),
    [(1300, "error-price-above-mrp"), (0, "error-price-nothing"), (350, "error-price-below-floor"),
     (800, "error-price-same")],
)  # fmt: skip
def test_a_price_that_may_not_be_is_refused_and_nothing_changes(
    shop: Shop, amount: int, key: str
) -> None:
    _kurti(shop)
    with pytest.raises(Refused) as refused:
        pricing.set_price(shop.context(), "KRT-1", _rupees(amount))
    assert refused.value.key == key
    assert _price(shop, "KRT-1") == 80_000
    assert _steps(shop) == []


def test_whoever_may_not_change_prices_learns_no_costs(shop: Shop) -> None:
    _kurti(shop)
    ctx = shop.context(shop.actor(Role.OPERATOR))
    for asked in (pricing.advise, pricing.plan_cancel):
        with pytest.raises(NotAllowed):
            asked(ctx, "KRT-1")
    with pytest.raises(NotAllowed):
        pricing.set_price(ctx, "KRT-1", _rupees(700))


def test_guards_that_a_price_goes_through_are_said_before_the_yes(shop: Shop) -> None:
    saree = shop.variant("SAR-1", "Silk Saree", price=2399, cost=900, mrp=3999)
    shop.session.add(
        CompetitorPriceRow(
            shop_id=shop.id, variant_id=saree.id, competitor="Myntra", price_minor=240_000,
            at=shop.now - timedelta(days=2),
        )
    )  # fmt: skip
    change = pricing.plan_set(shop.context(), "SAR-1", _rupees(2999))
    far, tax, band = change.warnings
    assert far.startswith("This moves the price by 25% at once")
    assert tax == "Above ₹2,500 GST is 18% instead of 5%."
    assert band == "This is 25% above what competitors ask on average (₹2,400)."
    assert _price(shop, "SAR-1") == 239_900


def test_a_planned_price_holds_from_the_beginning_of_its_day(
    shop: Shop, sessions: sessionmaker[Session]
) -> None:
    _kurti(shop)
    ctx = shop.context()
    pricing.set_price(ctx, "KRT-1", _rupees(749), date(2026, 11, 25))
    shop.session.commit()
    begins = datetime.fromisoformat("2026-11-24T18:30:00+00:00")
    assert pricing.apply_due(sessions, begins - timedelta(seconds=1)) == 0
    assert pricing.apply_due(sessions, begins) == 1
    assert pricing.apply_due(sessions, begins) == 0
    assert _price(shop, "KRT-1") == 74_900
    (status,) = shop.session.scalars(
        select(PlannedPriceRow.status).where(PlannedPriceRow.shop_id == shop.id)
    )
    assert status == PriceStatus.APPLIED


def test_a_planned_price_above_the_mrp_of_its_day_is_refused(
    shop: Shop, sessions: sessionmaker[Session]
) -> None:
    kurti, ctx = _kurti(shop), shop.context()
    pricing.set_price(ctx, "KRT-1", _rupees(1099), date(2026, 11, 25))
    kurti.mrp_minor = 99_900
    shop.session.commit()
    pricing.apply_due(sessions, shop.now + timedelta(days=9))
    assert _price(shop, "KRT-1") == 80_000
    (status,) = shop.session.scalars(
        select(PlannedPriceRow.status).where(PlannedPriceRow.shop_id == shop.id)
    )
    assert status == PriceStatus.REFUSED


def test_a_planned_price_is_called_off_and_planned_again(shop: Shop) -> None:
    _kurti(shop)
    ctx = shop.context()
    pricing.set_price(ctx, "KRT-1", _rupees(749), date(2026, 12, 1))
    change = pricing.cancel_planned(ctx, "KRT-1")
    assert pricing.list_changes(ctx) == ()
    pricing.undo_cancel_planned(ctx, change)
    (step,) = pricing.list_changes(ctx)
    assert (step.status, step.price) == (PriceStatus.SCHEDULED, _rupees(749))
    with pytest.raises(NotFound):
        pricing.cancel_planned(ctx, "KRT-1", date(2026, 12, 2))


def test_what_a_change_did_is_told_beside_its_category(shop: Shop) -> None:
    kurti = _kurti(shop)
    other = shop.variant("KRT-2", "Other Kurti", price=800, cost=300)
    changed = shop.now - timedelta(days=20)
    pricing.set_price(shop.at(changed).context(), "KRT-1", _rupees(749))
    for days, sold in ((30, 10), (10, 20)):
        shop.order(
            variant=kurti, quantity=sold, total=8000, placed_at=shop.now - timedelta(days=days)
        )
        shop.order(
            variant=other, quantity=50, total=40000, placed_at=shop.now - timedelta(days=days)
        )
    (step,) = pricing.list_changes(shop.context(), "KRT-1")
    assert step.measured is not None
    assert (step.measured.before, step.measured.after) == (10, 20)
    assert step.measured.effect == pytest.approx(1.0)


def test_where_nothing_was_learnt_no_price_is_advised(shop: Shop) -> None:
    kurti = _kurti(shop)
    shop.order(variant=kurti, total=800)
    advice = pricing.advise(shop.context(), "KRT-1")
    assert advice.verdict is pricing.Verdict.UNKNOWN
    assert (advice.best, advice.curve, advice.parts) == (None, (), ())
    assert advice.floor == _rupees(359)
