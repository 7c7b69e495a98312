"""What Shiprocket says of parcels, read."""

from collections.abc import Iterator, Mapping
from datetime import UTC, datetime, timedelta
from typing import Any
from zoneinfo import ZoneInfo

from commerce.ports import CourierScan
from commerce.vocabulary import ShipmentStatus
from integrations.shiprocket.manifest import MANIFEST

_ZONE = ZoneInfo(MANIFEST["zone"])
_HEAD_TIME, _SCAN_TIME = "%d %m %Y %H:%M:%S", "%Y-%m-%d %H:%M:%S"
_SAME_EVENT = timedelta(hours=2)
"""The head of a message repeats its newest scan, minutes later and without the reason."""


def read_push(body: Mapping[str, Any]) -> tuple[CourierScan, ...]:
    """Return the scans of one tracking message; none of a return from the customer.

    Raises:
        ValueError: It is no such message.
    """
    awb = str(body.get("awb") or "").strip()
    if not awb:
        raise ValueError("no awb")
    if str(body.get("is_return") or "0") == "1":
        return ()
    shared = _shared(awb, str(body.get("courier_name") or ""), body)
    scans = list(_scans(body.get("scans"), shared))
    head = _scan(
        str(body.get("shipment_status_id") or ""), _moment(body.get("current_timestamp")),
        {"text": str(body.get("shipment_status") or body.get("current_status") or "")}, shared,
    )  # fmt: skip
    repeated = head is not None and any(
        scan.status is head.status and abs(scan.at - head.at) <= _SAME_EVENT for scan in scans
    )
    return tuple(scans) if head is None or repeated else (*scans, head)


def read_tracking(awb: str, data: Mapping[str, Any]) -> tuple[CourierScan, ...]:
    """Return the scans of one parcel's `tracking_data`."""
    track = data.get("shipment_track")
    first = track[0] if isinstance(track, list) and track else {}
    shared = _shared(awb, str(first.get("courier_name") or ""), {**first, "etd": data.get("etd")})
    return tuple(_scans(data.get("shipment_track_activities"), shared))


def _shared(awb: str, courier_name: str, told: Mapping[str, Any]) -> dict[str, Any]:
    """Return what all scans of a message have in common."""
    number = str(told.get("order_id") or "")
    named = courier_name.casefold()
    carrier = next(
        (of for name, of in MANIFEST["carriers"].items() if named.startswith(name.casefold())), ""
    )
    return {
        "awb": awb,
        # It is `<number at the channel>_<Shiprocket's own>`; the channel's may hold a line itself.
        "numbers": tuple(dict.fromkeys((number, number.rpartition("_")[0]))),
        "carrier": carrier,
        "promised_at": _moment(told.get("etd")),
    }


def _scans(told: Any, shared: dict[str, Any]) -> Iterator[CourierScan]:
    for one in told if isinstance(told, list) else ():
        if not isinstance(one, Mapping):
            continue
        said = {
            "text": str(one.get("activity") or one.get("sr-status-label") or ""),
            "location": str(one.get("location") or ""),
            "code": str(one.get("status") or ""),
        }
        scan = _scan(str(one.get("sr-status") or "NA"), _moment(one.get("date")), said, shared)
        if scan is not None:
            yield scan


def _scan(
    status_id: str, at: datetime | None, said: dict[str, str], shared: dict[str, Any]
) -> CourierScan | None:
    """Return one scan; `None` for what says nothing of where a parcel is."""
    if at is None or not status_id or status_id in MANIFEST["says_nothing"]["codes"]:
        return None
    found = MANIFEST["statuses"].get(status_id)
    status = ShipmentStatus(found) if found else None
    # What nobody knows is counted by Shiprocket's own number.
    code = said.get("code") or status_id if status else status_id
    return CourierScan(
        at=at, status=status, code=code, text=said["text"], location=said.get("location", ""),
        **shared,
    )  # fmt: skip


def _moment(text: Any) -> datetime | None:
    """Return a time, which names no zone and is India's; `None` where there is none."""
    for form in (_HEAD_TIME, _SCAN_TIME):
        try:
            # Its own times have no zone: it is put on here.
            local = datetime.strptime(str(text or "").strip()[:19], form).replace(tzinfo=_ZONE)
        except ValueError:
            continue
        return local.astimezone(UTC)
    return None
