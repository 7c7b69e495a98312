"""Shiprocket's and Delhivery's doors: what they are asked, and what goes wrong there."""

import json
from collections.abc import Iterator
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any

import pytest

from app.doubles.delhivery import DelhiveryDouble
from app.doubles.shiprocket import ShiprocketDouble
from commerce.errors import Rejected, Unavailable
from commerce.ports import CourierAction, Instruction
from commerce.vocabulary import DeliverySlot, ShipmentStatus
from integrations import delhivery, shiprocket
from integrations.delhivery.reading import read_tracking
from tests.channels.web.serving import serving
from tests.integrations.connected import delhivery_at, shiprocket_at

AWB = "19041424751540"
ROOT = Path(__file__).parents[2]


def asking(action: CourierAction, **more: object) -> Instruction:
    facts: dict[str, object] = {"key": f"ndr:1:{action.value}", "awb": AWB, **more}
    return Instruction(action=action, **facts)  # type: ignore[arg-type]  # test shorthand


@pytest.fixture
def rocket() -> ShiprocketDouble:
    return ShiprocketDouble()


@pytest.fixture
def rocket_address(rocket: ShiprocketDouble) -> Iterator[str]:
    with serving(rocket.app) as address:
        yield address


@pytest.fixture
def delhi() -> DelhiveryDouble:
    return DelhiveryDouble()


@pytest.fixture
def delhi_address(delhi: DelhiveryDouble) -> Iterator[str]:
    with serving(delhi.app) as address:
        yield address


def test_shiprocket_is_told_the_day_the_phone_and_the_landmark(
    rocket: ShiprocketDouble, rocket_address: str
) -> None:
    wanted = asking(
        CourierAction.REATTEMPT, on=date(2026, 11, 24), slot=DeliverySlot.EVENING,
        phone="+919812345678", landmark="near the temple", remark="Customer asked.",
    )  # fmt: skip
    reference = shiprocket_at(rocket_address).instruct(wanted)
    assert reference.startswith("SR-")
    assert rocket.asked == [
        {
            "awb": AWB, "action": "re-attempt", "phone": "9812345678",
            "address2": "near the temple", "deferred_date": "2026-11-24",
            "comments": "Customer asked. Please deliver between 17:00 and 21:00.",
        }
    ]  # fmt: skip


def test_a_token_that_ran_out_is_renewed_once_and_the_request_goes_through(
    rocket: ShiprocketDouble, rocket_address: str
) -> None:
    door = shiprocket_at(rocket_address)
    door.instruct(asking(CourierAction.REATTEMPT))
    rocket.expire()
    door.instruct(asking(CourierAction.RETURN_TO_ORIGIN))
    assert rocket.logins == 2
    assert [one["action"] for one in rocket.asked] == ["re-attempt", "return"]


def test_a_wrong_password_is_tried_once_in_a_while_and_nothing_is_asked(
    rocket: ShiprocketDouble, rocket_address: str
) -> None:
    door = shiprocket_at(rocket_address, password="of last year")
    for _ in range(3):
        with pytest.raises(Unavailable, match="does not let us in"):
            door.instruct(asking(CourierAction.REATTEMPT))
    assert (rocket.logins, rocket.asked) == (1, [])


def test_a_refusal_that_comes_with_200_is_one_in_the_couriers_words(
    rocket: ShiprocketDouble, rocket_address: str
) -> None:
    rocket.refusals[AWB] = "Maximum attempts already exhausted"
    with pytest.raises(Rejected, match="Maximum attempts already exhausted"):
        shiprocket_at(rocket_address).instruct(asking(CourierAction.REATTEMPT))
    assert rocket.asked == []


@pytest.mark.parametrize("status", [429, 500, 503])
def test_a_courier_in_trouble_is_asked_again_later(
    rocket: ShiprocketDouble, rocket_address: str, status: int
) -> None:
    door = shiprocket_at(rocket_address)
    rocket.failing = status
    with pytest.raises(Unavailable):
        door.instruct(asking(CourierAction.REATTEMPT))
    rocket.failing = 0
    door.instruct(asking(CourierAction.REATTEMPT))
    assert len(rocket.asked) == 1


def test_a_courier_that_says_nothing_is_not_waited_for(
    delhi: DelhiveryDouble, delhi_address: str
) -> None:
    delhi.silent_seconds = 1.0
    with pytest.raises(Unavailable, match="ReadTimeout"):
        delhivery_at(delhi_address, seconds=0.2).instruct(asking(CourierAction.REATTEMPT))


def test_nobody_listening_is_no_crash() -> None:
    with pytest.raises(Unavailable, match="ConnectError"):
        delhivery_at("http://127.0.0.1:9").check()


def test_delhivery_defers_to_a_later_day_and_tries_again_for_tomorrow(
    delhi: DelhiveryDouble, delhi_address: str
) -> None:
    door = delhivery_at(delhi_address)
    door.instruct(asking(CourierAction.REATTEMPT, key="k1", on=date(2026, 11, 23)))
    door.instruct(asking(CourierAction.REATTEMPT, key="k2", on=date(2026, 11, 25), phone="98"))
    assert delhi.asked == [
        {"waybill": AWB, "act": "RE-ATTEMPT"},
        {"waybill": AWB, "act": "EDIT_DETAILS", "action_data": {"phone": "98"}},
        {"waybill": AWB, "act": "DEFER_DLV", "action_data": {"deferred_date": "2026-11-25"}},
    ]


def test_delhivery_is_told_that_a_parcel_is_paid_and_to_bring_one_back(
    delhi: DelhiveryDouble, delhi_address: str
) -> None:
    door = delhivery_at(delhi_address)
    door.instruct(asking(CourierAction.COLLECT_NOTHING))
    door.instruct(asking(CourierAction.RETURN_TO_ORIGIN))
    assert delhi.asked == [
        {"waybill": AWB, "pt": "Pre-paid", "cod": 0},
        {"waybill": AWB, "cancellation": "true"},
    ]


def test_what_delhivery_turns_down_after_it_took_it_is_rejected_in_its_words(
    delhi: DelhiveryDouble, delhi_address: str
) -> None:
    delhi.refusals[AWB] = "Package is in dispatched state"
    for action in (CourierAction.REATTEMPT, CourierAction.COLLECT_NOTHING):
        with pytest.raises(Rejected, match="Package is in dispatched state"):
            delhivery_at(delhi_address).instruct(asking(action))
    assert delhi.asked == []


def test_a_token_delhivery_does_not_take_waits_for_a_better_one(
    delhi: DelhiveryDouble, delhi_address: str
) -> None:
    with pytest.raises(Unavailable, match="does not let us in"):
        delhivery_at(delhi_address, token="wrong").instruct(asking(CourierAction.REATTEMPT))
    delhi.failing = 403
    with pytest.raises(Unavailable, match="no more requests"):
        delhivery_at(delhi_address).track([AWB])


def test_what_is_no_awb_never_becomes_part_of_an_address(rocket_address: str) -> None:
    with pytest.raises(Rejected):
        shiprocket_at(rocket_address).instruct(asking(CourierAction.REATTEMPT, awb="../auth?x="))


def test_tracking_is_read_from_both(
    rocket: ShiprocketDouble, rocket_address: str, delhi: DelhiveryDouble, delhi_address: str
) -> None:
    rocket.scans[AWB] = [
        {"date": "2026-11-21 17:30:00", "status": "EOD-11", "activity": "Consignee unavailable",
         "location": "Pune", "sr-status": 21, "sr-status-label": "UNDELIVERED"},
        {"date": "2026-11-21 09:00:00", "status": "", "activity": "x", "sr-status": "NA"},
    ]  # fmt: skip
    (scan,) = shiprocket_at(rocket_address).track([AWB, "unknown"])
    assert (scan.status, scan.code, scan.carrier) == (
        ShipmentStatus.DELIVERY_FAILED, "EOD-11", "Delhivery",
    )  # fmt: skip
    assert scan.at == datetime(2026, 11, 21, 12, 0, tzinfo=UTC)
    delhi.scans[AWB] = [
        {"ScanType": "RT", "Scan": "In Transit", "StatusCode": "X-DDD3FR",
         "StatusDateTime": "2026-11-21T17:30:00.748", "ScannedLocation": "Pune"},
    ]  # fmt: skip
    (scan,) = delhivery_at(delhi_address).track([AWB])
    assert scan.status is ShipmentStatus.RTO_IN_TRANSIT
    assert delhivery_at(delhi_address).track(["unknown"]) == []


def recording(vendor: str, name: str) -> dict[str, Any]:
    file = ROOT / "integrations" / vendor / "recordings" / f"{name}.json"
    told: dict[str, Any] = json.loads(file.read_text(encoding="utf-8"))
    return told


SHIPROCKET_PUSH = recording("shiprocket", "push_undelivered")


@pytest.mark.parametrize(
    ("vendor", "name", "statuses"),
    [
        ("shiprocket", "push_in_transit", ["Manifested", "InTransit"]),
        ("shiprocket", "push_undelivered", ["Manifested", "DeliveryFailed"]),
        ("delhivery", "push_manifested", ["Manifested"]),
        ("delhivery", "tracking", ["Manifested", "PickedUp", "DeliveryFailed"]),
    ],
)
def test_what_was_recorded_is_read(vendor: str, name: str, statuses: list[str]) -> None:
    told = recording(vendor, name)
    readers = {"shiprocket": shiprocket.read_push, "delhivery": delhivery.read_push}
    scans = list(read_tracking(told)) if name == "tracking" else readers[vendor](told)
    assert [scan.status for scan in scans] == statuses
    assert {scan.at.tzinfo for scan in scans} == {UTC}


def test_a_shiprocket_push_is_read_in_indias_time_and_by_the_shipments_own_number() -> None:
    manifested, failed = shiprocket.read_push(SHIPROCKET_PUSH)
    assert (manifested.awb, manifested.status) == ("59629792084", ShipmentStatus.MANIFESTED)
    # The head repeats the refusal minutes later: it is one scan, and 36 is not read.
    assert (failed.status, failed.code) == (ShipmentStatus.DELIVERY_FAILED, "EOD-6")
    assert failed.at == datetime(2026, 11, 21, 12, 0, tzinfo=UTC)
    assert failed.numbers == ("KN_1042_150876814", "KN_1042")
    assert failed.promised_at == datetime(2026, 11, 23, 10, 10, 19, tzinfo=UTC)


def test_a_shiprocket_head_that_no_scan_repeats_counts_by_day_month_year() -> None:
    head = {**SHIPROCKET_PUSH, "scans": [], "current_timestamp": "03 11 2026 11:43:52"}
    (scan,) = shiprocket.read_push(head)
    assert scan.at == datetime(2026, 11, 3, 6, 13, 52, tzinfo=UTC)


def test_a_status_nobody_knows_is_read_as_unknown_by_its_number() -> None:
    (scan,) = shiprocket.read_push({**SHIPROCKET_PUSH, "scans": [], "shipment_status_id": 999})
    assert (scan.status, scan.code) == (None, "999")


def test_what_customers_send_back_is_not_the_parcels_way() -> None:
    assert shiprocket.read_push({**SHIPROCKET_PUSH, "is_return": 1}) == ()
    assert delhivery.read_push(_delhivery_push("PU", "Dispatched", "X-PROM")) == ()


def _delhivery_push(kind: str, word: str, code: str) -> dict[str, object]:
    status = {
        "Status": word, "StatusDateTime": "2026-11-21T17:30:42.767", "StatusType": kind,
        "StatusLocation": "Chandigarh_Raiprkln_C (Chandigarh)", "Instructions": "said",
    }  # fmt: skip
    return {
        "Shipment": {
            "Status": status, "PickUpDate": "2026-11-19T17:10:42.543", "NSLCode": code,
            "Sortcode": "IXC/MDP", "ReferenceNo": "1042", "AWB": AWB,
        }
    }  # fmt: skip


@pytest.mark.parametrize(
    ("kind", "word", "code", "status"),
    [
        ("UD", "Manifested", "X-UCI", ShipmentStatus.MANIFESTED),
        ("UD", "In Transit", "X-PPOM", ShipmentStatus.PICKED_UP),
        ("UD", "Dispatched", "X-DDD3FD", ShipmentStatus.OUT_FOR_DELIVERY),
        ("RT", "Dispatched", "X-DDD3FD", ShipmentStatus.RTO_IN_TRANSIT),
        ("UD", "Pending", "EOD-11", ShipmentStatus.DELIVERY_FAILED),
        ("UD", "Pending", "X-SC", ShipmentStatus.REACHED_DESTINATION),
        ("DL", "Delivered", "EOD-135", ShipmentStatus.DELIVERED),
        ("DL", "RTO", "RT-110", ShipmentStatus.RTO_DELIVERED),
        ("UD", "Teleported", "X-TEL", None),
    ],
)
def test_a_delhivery_word_means_another_thing_on_the_way_back(
    kind: str, word: str, code: str, status: ShipmentStatus | None
) -> None:
    (scan,) = delhivery.read_push(_delhivery_push(kind, word, code))
    assert (scan.status, scan.code, scan.numbers) == (status, code, ("1042",))
    assert scan.at == datetime(2026, 11, 21, 12, 0, 42, tzinfo=UTC)


@pytest.mark.parametrize("body", [{}, {"Shipment": []}, {"Shipment": {"Status": {}}}, {"awb": ""}])
def test_what_is_no_push_is_said_to_be_none(body: dict[str, object]) -> None:
    for read in (delhivery.read_push, shiprocket.read_push):
        with pytest.raises(ValueError, match="no "):
            read(body)


@pytest.mark.parametrize("manifest", [shiprocket.MANIFEST, delhivery.MANIFEST])
def test_a_manifest_speaks_in_our_words(manifest: dict[str, dict[str, str]]) -> None:
    assert {ShipmentStatus(value) for value in manifest["statuses"].values()}
    assert {CourierAction(name) for name in manifest["actions"]}


def test_the_page_of_couriers_says_what_each_can_be_asked() -> None:
    page = (ROOT / "docs/couriers/README.md").read_text(encoding="utf-8")
    for action in CourierAction:
        marks = [
            "yes" if action.value in manifest["actions"] else "no"
            for manifest in (shiprocket.MANIFEST, delhivery.MANIFEST)
        ]
        assert f"| `{action.value}` | {' | '.join(marks)} |" in page
    for part, *told in zip(
        ("day", "slot", "phone", "landmark", "proof"),
        *(manifest["passes_on"].values() for manifest in (shiprocket.MANIFEST, delhivery.MANIFEST)),
        strict=True,
    ):
        said = [{True: "yes", False: "no"}.get(one, one) for one in told]
        assert f"| {part} | {' | '.join(said)} |" in page
