"""Parcels in a real shop: tracked, late, stuck, and seen only by whom they concern."""

from datetime import timedelta

import pytest
from sqlalchemy.orm import Session

from commerce import parcels
from commerce.access import Role
from commerce.db.tables import ScanRow
from commerce.errors import Ambiguous, NotAllowed, NotFound
from commerce.money import Money
from commerce.vocabulary import CourierType, NdrReason, OrderStatus, ShipmentStatus
from tests.builders import Shop


@pytest.mark.parametrize(
    "said", ["14312345678", "AWB 1431 2345 678", "1042", "#1042", "order 1042"]
)
def test_a_parcel_is_tracked_by_its_awb_or_its_order(shop: Shop, said: str) -> None:
    shop.parcel(shop.order("1042"), awb="14312345678")
    tracking = parcels.track(shop.context(), said)
    assert tracking.order_number == "1042"
    assert [tracked.parcel.awb for tracked in tracking.parcels] == ["14312345678"]


def test_an_order_of_two_parcels_is_tracked_whole_and_an_awb_alone(shop: Shop) -> None:
    order = shop.order("1042")
    shop.parcel(order, awb="AWB1")
    shop.parcel(order, awb="AWB2")
    ctx = shop.context()
    assert [t.parcel.awb for t in parcels.track(ctx, "1042").parcels] == ["AWB1", "AWB2"]
    assert [t.parcel.awb for t in parcels.track(ctx, "awb2").parcels] == ["AWB2"]


def test_an_order_that_is_not_packed_has_nothing_to_track_yet(shop: Shop) -> None:
    shop.order("1042", status=OrderStatus.CONFIRMED)
    tracking = parcels.track(shop.context(), "1042")
    assert (tracking.order_status, tracking.parcels) == (OrderStatus.CONFIRMED, ())


def test_scans_are_told_in_the_order_they_happened(shop: Shop, session: Session) -> None:
    parcel = shop.parcel(awb="AWB1")
    session.add(
        ScanRow(
            shop_id=shop.id, shipment_id=parcel.id, at=shop.now - timedelta(days=2),
            status="PickedUp", raw_code="X-PPOM", raw_text="Picked up", location="Surat",
        )
    )  # fmt: skip
    session.flush()
    (tracked,) = parcels.track(shop.context(), "AWB1").parcels
    assert [(scan.status, scan.location) for scan in tracked.scans] == [
        (ShipmentStatus.PICKED_UP, "Surat"),
        (ShipmentStatus.IN_TRANSIT, "Pune Hub"),
    ]


def test_tracking_tells_of_a_failed_delivery_that_waits(shop: Shop) -> None:
    parcel = shop.parcel(awb="AWB1", status=ShipmentStatus.DELIVERY_FAILED, attempts=2)
    case = shop.ndr_case(parcel, reason=NdrReason.COD_NOT_READY, attempts=2)
    (tracked,) = parcels.track(shop.context(), "AWB1").parcels
    assert tracked.ndr is not None
    assert (tracked.ndr.reason, tracked.ndr.attempts, tracked.ndr.due_at) == (
        NdrReason.COD_NOT_READY,
        2,
        case.due_at,
    )


def test_a_late_parcel_is_told_so(shop: Shop) -> None:
    shop.parcel(awb="AWB1", promised=timedelta(days=-2, hours=1))
    (tracked,) = parcels.track(shop.context(), "AWB1").parcels
    assert (tracked.lateness.days_late, tracked.lateness.is_stuck) == (2, False)


def test_a_customer_tracks_only_their_own_parcel(shop: Shop) -> None:
    asha = shop.customer("Asha Rao")
    shop.parcel(shop.order("1042", customer=asha), awb="AWB1")
    shop.parcel(shop.order("1043"), awb="AWB2")
    ctx = shop.context(shop.actor(Role.CUSTOMER, customer=asha))
    assert parcels.track(ctx, "1042").parcels[0].parcel.awb == "AWB1"
    for theirs in ("1043", "AWB2", "ends with 1043"):
        with pytest.raises(NotFound):
            parcels.track(ctx, theirs)


def test_what_is_not_theirs_sounds_like_what_does_not_exist(shop: Shop) -> None:
    asha = shop.customer("Asha Rao")
    shop.parcel(shop.order("1043"), awb="AWB2")
    ctx = shop.context(shop.actor(Role.CUSTOMER, customer=asha))
    with pytest.raises(NotFound) as theirs:
        parcels.track(ctx, "AWB2")
    with pytest.raises(NotFound) as nobodys:
        parcels.track(ctx, "AWB9")
    assert str(theirs.value).replace("AWB2", "AWB9") == str(nobodys.value)


def test_another_shops_parcel_is_not_found(shop: Shop, other_shop: Shop) -> None:
    other_shop.parcel(awb="AWB1")
    with pytest.raises(NotFound, match="no parcel or order AWB1"):
        parcels.track(shop.context(), "AWB1")


def test_one_parcel_is_meant_by_an_order_that_has_one(shop: Shop) -> None:
    order = shop.order("1042")
    shop.parcel(order, awb="AWB1")
    ctx = shop.context()
    assert parcels.find_one(ctx, "1042").awb == "AWB1"
    shop.parcel(order, awb="AWB2")
    with pytest.raises(Ambiguous) as error:
        parcels.find_one(ctx, "1042")
    assert error.value.choices == (("AWB1", "AWB1"), ("AWB2", "AWB2"))


def test_an_order_without_a_parcel_says_that_nothing_is_packed(shop: Shop) -> None:
    shop.order("1042")
    with pytest.raises(NotFound, match="Nothing of order 1042 is packed"):
        parcels.find_one(shop.context(), "1042")


def late_awbs(shop: Shop, **wanted: object) -> list[str]:
    found = parcels.late_parcels(shop.context(), **wanted)  # type: ignore[arg-type]
    return [parcel.awb for parcel, _ in found.parcels]


def test_late_parcels_are_those_past_their_promise_or_long_unseen(
    shop: Shop, session: Session
) -> None:
    shop.parcel(awb="in-time")
    shop.parcel(awb="late-2", promised=timedelta(days=-1, hours=-1))
    shop.parcel(awb="late-5", promised=timedelta(days=-4, hours=-1))
    shop.parcel(awb="unseen").last_scan_at = shop.now - timedelta(days=3)
    shop.parcel(awb="delivered", promised=timedelta(days=-9), status=ShipmentStatus.DELIVERED)
    shop.parcel(awb="returning", promised=timedelta(days=-9), status=ShipmentStatus.RTO_IN_TRANSIT)
    session.flush()
    found = parcels.late_parcels(shop.context())
    assert (found.count, found.late, found.value) == (3, 2, Money(239_700))
    assert [(parcel.awb, lateness.days_late) for parcel, lateness in found.parcels] == [
        ("late-5", 5),
        ("late-2", 2),
        ("unseen", 0),
    ]


def test_with_days_only_those_late_or_unseen_for_so_long_are_listed(
    shop: Shop, session: Session
) -> None:
    shop.parcel(awb="late-2", promised=timedelta(days=-1, hours=-1))
    shop.parcel(awb="late-5", promised=timedelta(days=-4, hours=-1))
    shop.parcel(awb="unseen-3").last_scan_at = shop.now - timedelta(days=3)
    shop.parcel(awb="unseen-6").last_scan_at = shop.now - timedelta(days=6)
    session.flush()
    assert late_awbs(shop, days=5) == ["late-5", "unseen-6"]


def test_late_parcels_are_counted_though_few_are_shown(shop: Shop) -> None:
    for days in (2, 3, 4):
        shop.parcel(awb=f"late-{days}", promised=timedelta(days=-days))
    found = parcels.late_parcels(shop.context(), limit=1)
    assert (found.count, [parcel.awb for parcel, _ in found.parcels]) == (3, ["late-4"])


def test_late_parcels_are_chosen_by_courier(shop: Shop) -> None:
    shop.parcel(awb="dlv", promised=timedelta(days=-2))
    shop.parcel(awb="bd", promised=timedelta(days=-2), courier=CourierType.BLUE_DART)
    assert late_awbs(shop, courier=CourierType.BLUE_DART) == ["bd"]


def test_late_parcels_of_another_shop_are_not_listed(shop: Shop, other_shop: Shop) -> None:
    other_shop.parcel(promised=timedelta(days=-2))
    assert parcels.late_parcels(shop.context()).count == 0


def test_a_customer_may_not_list_late_parcels(shop: Shop) -> None:
    asha = shop.customer()
    with pytest.raises(NotAllowed):
        parcels.late_parcels(shop.context(shop.actor(Role.CUSTOMER, customer=asha)))


def test_an_unknown_courier_is_told_those_there_are() -> None:
    with pytest.raises(NotFound, match=r"no courier India Post.*Delhivery"):
        parcels.find_courier("India Post")
