"""What the RTO score looks at is what was known when the order was placed, and nothing later."""

from datetime import timedelta

import numpy as np
import pytest
from sqlalchemy import select

from commerce.db.tables import CustomerRow, OrderRow
from commerce.scoring import quality, queries_rto_asked
from commerce.scoring import queries_rto_risk as queries
from commerce.scoring.additive import Scorecard
from commerce.scoring.history import Moments, NotYetKnown
from commerce.scoring.linking import linked
from commerce.scoring.places import counted, nothing_before
from commerce.scoring.rto_orders import FEATURES, Seen, orders_of, seen
from commerce.scoring.rto_risk import RtoRisk, ended_of
from commerce.vocabulary import PaymentMethod, ShipmentStatus
from tests.builders import Shop


def _past(shop: Shop) -> list[OrderRow]:
    """Add buyers with parcels that ended, two of whom share an address, and orders since."""
    asha, bina = shop.customer("Asha Rao"), shop.customer("Bina Sen")
    chitra = shop.customer("Chitra Das")
    _ended(shop, asha, days=60, back=True)
    _ended(shop, asha, days=50, back=False)
    _ended(shop, bina, days=40, back=True)
    _ended(shop, chitra, days=12, back=True, pincode="302001", state="Rajasthan")
    return [
        _placed(shop, asha, days=45),
        _placed(shop, bina, days=3),
        _placed(shop, chitra, days=5, pincode="302001", state="Rajasthan"),
        _placed(shop, chitra, days=5, pincode="302001", state="Kerala", line1="ghar ke paas"),
    ]


def _placed(shop: Shop, customer: CustomerRow, *, days: float, pincode: str = "411001",
            state: str = "Maharashtra", line1: str = "12 MG Road") -> OrderRow:  # fmt: skip
    address = shop.address(customer, pincode=pincode, state=state, line1=line1)
    return shop.order(
        customer=customer, address=address, payment=PaymentMethod.COD,
        placed_at=shop.now - timedelta(days=days),
    )  # fmt: skip


def _ended(shop: Shop, customer: CustomerRow, *, days: float, back: bool, pincode: str = "411001",
           state: str = "Maharashtra") -> None:  # fmt: skip
    order = _placed(shop, customer, days=days, pincode=pincode, state=state)
    parcel = shop.parcel(order, status=ShipmentStatus.DELIVERED)
    parcel.delivered_at = None if back else shop.now - timedelta(days=days - 4)
    parcel.rto_at = shop.now - timedelta(days=days - 9) if back else None
    shop.session.flush()


def _walked(shop: Shop) -> tuple[list[int], Seen]:
    orders = orders_of(queries.load(shop.context()), shop.context().zone)
    return orders.ids.tolist(), seen(orders, nothing_before(ended_of(orders)))


def _served(shop: Shop, orders: list[OrderRow]) -> Seen:
    """Return what a score learnt ten days ago sees of orders."""
    return _learnt(shop).asked(shop.context(), [o.id for o in orders])[1]


def _learnt(shop: Shop) -> RtoRisk:
    every = orders_of(queries.load(shop.context()), shop.context().zone)
    learnt = np.datetime64((shop.now - timedelta(days=10)).replace(tzinfo=None), "D")
    places = counted(ended_of(every), learnt.astype("datetime64[us]"))
    card = Scorecard(features=(), edges=(), points=(), base=0.0)
    return RtoRisk(card=card, places=places)


def test_one_asked_by_sql_shows_what_walking_the_past_shows(shop: Shop) -> None:
    orders = _past(shop)
    ids, walked = _walked(shop)
    asked = _served(shop, orders)
    rows = [ids.index(order.id) for order in orders]
    same = [
        name for name in (one.name for one in FEATURES)
        if walked.columns[name][rows].tolist() == pytest.approx(
            asked.columns[name].tolist(), nan_ok=True
        )
    ]  # fmt: skip
    assert same == [one.name for one in FEATURES]
    assert asked.columns["person_rate"][1] > asked.columns["person_rate"][0]
    assert asked.columns["linked_people"].tolist() == [0, 1, 0, 0]
    assert asked.counts["person_rate"].tolist() == [2, 1, 0, 0]
    assert asked.columns["pincode_fits"].tolist() == [1, 1, 1, 0]
    assert asked.columns["address_house"].tolist() == [1, 1, 1, 0]


def test_in_batch_an_order_shows_what_it_shows_alone(
    shop: Shop, monkeypatch: pytest.MonkeyPatch
) -> None:
    orders = _past(shop)
    alone = [_served(shop, [order]) for order in orders]
    together = _served(shop, orders)
    monkeypatch.setattr(queries_rto_asked, "_MANY", len(orders))
    ids, in_one_pass = _learnt(shop).asked(shop.context(), [order.id for order in orders])
    assert ids.tolist() == [order.id for order in orders]
    for feature in FEATURES:
        one_by_one = [one.columns[feature.name].tolist()[0] for one in alone]
        for many in (together, in_one_pass):
            shown = many.columns[feature.name].tolist()
            assert shown == pytest.approx(one_by_one, nan_ok=True)
    assert in_one_pass.counts["linked_rate"].tolist() == together.counts["linked_rate"].tolist()


def test_what_happens_later_changes_nothing_of_what_was_known(shop: Shop) -> None:
    orders = _past(shop)
    ids, before = _walked(shop)
    buyer = select(CustomerRow).where(
        CustomerRow.shop_id == shop.id, CustomerRow.id == orders[0].customer_id
    )
    _ended(shop, shop.session.scalars(buyer).one(), days=2, back=True)
    after_ids, after = _walked(shop)
    rows = [after_ids.index(one) for one in ids]
    for feature in FEATURES:
        now = after.columns[feature.name][rows].tolist()
        assert now == pytest.approx(before.columns[feature.name].tolist(), nan_ok=True)


def test_how_an_order_ended_is_not_known_when_it_is_placed(shop: Shop) -> None:
    _past(shop)
    orders = orders_of(queries.load(shop.context()), shop.context().zone)
    with pytest.raises(NotYetKnown, match="came_back"):
        orders.outcomes.of("came_back")


def test_what_very_many_share_links_nobody() -> None:
    buyers = np.arange(12, dtype=np.int64)
    warehouse = np.full(12, 77, dtype=np.int64)
    placed = np.arange(12).astype("datetime64[D]").astype("datetime64[us]")
    ended: Moments = np.arange(1, 13).astype("datetime64[D]").astype("datetime64[us]")
    found = linked(buyers, (warehouse,), placed, ended, np.ones(12))
    assert found[:, 2].tolist() == [*range(10), 0, 0]
    assert found[9].tolist() == [8, 8, 9]


@pytest.mark.parametrize("text", ["asdfgh jkl", "ghjtrdk colony", "aaaaa nagar", "qwerty road 12"])
def test_letters_typed_at_random_are_seen(text: str) -> None:
    assert quality.gibberish(text)


@pytest.mark.parametrize(
    "text", ["B-12, Vrindavan Society", "H.No. 4, Jyotirling Chowk", "मकान 5, गली 2", "Strng Rd"]
)
def test_real_addresses_are_not_called_gibberish(text: str) -> None:
    assert not quality.gibberish(text)


@pytest.mark.parametrize(
    ("phone", "fits"),
    [("+919876501234", True), ("9999999999", False), ("+919876543210", False),
     ("1234567890", False), ("+912227781234", False)],
)  # fmt: skip
def test_a_phone_that_nobody_can_have_is_seen(phone: str, fits: bool) -> None:
    assert quality.callable_phone(phone) is fits
