"""Alerts are opened once a cause, put off, looked after, and go by themselves."""

from datetime import timedelta

import pytest

from commerce import alerts
from commerce.access import Role
from commerce.alerts import AlertKind, AlertPlace, AlertStatus, Signal, Wishes, signals
from commerce.errors import NotFound, Refused
from tests.builders import Shop

DROP = Signal(
    kind=AlertKind.SALES_DROP, cause="channel:Amazon", seen=2, expected=20, low=12, high=28,
    chance=0.0001, value_minor=900_000,
    details={"dimension": "channel", "value": "Amazon", "day": "2026-11-22"},
)  # fmt: skip


def number_of(shop: Shop) -> str:
    return str(alerts.listed(shop.context())[0].id)


def test_the_same_cause_is_one_alert_however_often_it_is_seen(shop: Shop) -> None:
    assert [alerts.keep(shop.context(), [DROP]) for _ in range(3)] == [1, 0, 0]
    assert len(alerts.listed(shop.context())) == 1


def test_an_alert_goes_by_itself_and_comes_back_as_a_new_one(shop: Shop) -> None:
    alerts.keep(shop.context(), [DROP])
    alerts.keep(shop.context(), [])
    assert list(alerts.listed(shop.context())) == []
    assert alerts.keep(shop.context(), [DROP]) == 1


def test_another_shops_alert_is_not_found(shop: Shop, other_shop: Shop) -> None:
    alerts.keep(shop.context(), [DROP])
    with pytest.raises(NotFound):
        alerts.snooze(other_shop.context(), number_of(shop), 24)
    assert alerts.listed(shop.context())[0].status is AlertStatus.OPEN


def test_a_snoozed_alert_is_out_of_sight_until_its_time(shop: Shop) -> None:
    alerts.keep(shop.context(), [DROP])
    alerts.snooze(shop.context(), number_of(shop), 24)
    assert list(alerts.listed(shop.context())) == []
    later = shop.at(shop.now + timedelta(hours=25))
    alerts.keep(later.context(), [DROP])
    assert [one.status for one in alerts.listed(later.context())] == [AlertStatus.OPEN]


def test_looking_after_an_alert_can_be_taken_back(shop: Shop) -> None:
    alerts.keep(shop.context(), [DROP])
    change = alerts.acknowledge(shop.context(), "amazon")
    assert alerts.listed(shop.context())[0].status is AlertStatus.ACKNOWLEDGED
    with pytest.raises(Refused):
        alerts.acknowledge(shop.context(), "amazon")
    alerts.undo_status(shop.context(), change)
    assert alerts.listed(shop.context())[0].status is AlertStatus.OPEN


def test_who_asked_for_alerts_hears_of_each_once_and_not_at_night(shop: Shop) -> None:
    ctx = shop.context(shop.actor(Role.MANAGER))
    wanted = Wishes(
        person_id=ctx.actor.person_id, kinds=(AlertKind.SALES_DROP,), place=AlertPlace.SLACK,
        quiet="", most_a_day=1,
    )  # fmt: skip
    alerts.set_wishes(ctx, wanted)
    alerts.keep(ctx, [DROP])
    [(whom, fresh)] = alerts.to_tell(ctx)
    assert (whom, len(fresh)) == (wanted, 1)
    alerts.note_told(ctx, whom.person_id, fresh)
    assert alerts.to_tell(ctx) == []


def test_quiet_hours_are_kept(shop: Shop) -> None:
    ctx = shop.context(shop.actor(Role.MANAGER))
    local = ctx.local(ctx.now)
    quiet = f"{local:%H}:00-{(local + timedelta(hours=1)):%H}:00"
    alerts.set_wishes(
        ctx,
        Wishes(
            person_id=ctx.actor.person_id, kinds=tuple(AlertKind), place=AlertPlace.SLACK,
            quiet=quiet, most_a_day=5,
        ),
    )  # fmt: skip
    alerts.keep(ctx, [DROP])
    assert alerts.to_tell(ctx) == []


def test_a_shop_whose_orders_stop_is_told_by_the_channel_that_stopped(shop: Shop) -> None:
    noon = shop.now.replace(hour=6, minute=0)
    for day in range(2, 40):
        for _ in range(12):
            shop.order(placed_at=noon - timedelta(days=day))
    found = [one for one in signals(shop.context()) if one.kind is AlertKind.SALES_DROP]
    assert [(one.cause, one.seen, round(one.expected)) for one in found] == [
        ("channel:Shopify", 0.0, 11)
    ]
