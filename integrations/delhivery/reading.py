"""What Delhivery says of parcels, read."""

from collections.abc import Iterator, Mapping
from datetime import UTC, datetime
from typing import Any
from zoneinfo import ZoneInfo

from commerce.ports import CourierScan
from commerce.vocabulary import ShipmentStatus
from integrations.delhivery.manifest import MANIFEST

_ZONE = ZoneInfo(MANIFEST["zone"])
_STATUSES = {name.casefold(): value for name, value in MANIFEST["statuses"].items()}
_FORWARD, _FAILURES = "UD", "EOD-"


def read_push(body: Mapping[str, Any]) -> tuple[CourierScan, ...]:
    """Return the scan of one push; none of what a customer sends back.

    Raises:
        ValueError: It is no such push.
    """
    shipment = body.get("Shipment")
    status = shipment.get("Status") if isinstance(shipment, Mapping) else None
    if not isinstance(shipment, Mapping) or not isinstance(status, Mapping):
        raise ValueError("no Shipment.Status")
    awb = str(shipment.get("AWB") or "").strip()
    if not awb:
        raise ValueError("no AWB")
    scan = _scan(
        awb, (str(shipment.get("ReferenceNo") or ""),), str(status.get("StatusType") or ""),
        str(status.get("Status") or ""), str(shipment.get("NSLCode") or ""),
        status.get("StatusDateTime"), str(status.get("Instructions") or ""),
        str(status.get("StatusLocation") or ""), None,
    )  # fmt: skip
    return (scan,) if scan is not None else ()


def read_tracking(data: Mapping[str, Any]) -> Iterator[CourierScan]:
    """Return the scans of one parcel of `ShipmentData`."""
    shipment = data.get("Shipment")
    if not isinstance(shipment, Mapping):
        return
    awb, number = str(shipment.get("AWB") or ""), str(shipment.get("ReferenceNo") or "")
    promised = _moment(shipment.get("PromisedDeliveryDate") or shipment.get("ExpectedDeliveryDate"))
    for one in shipment.get("Scans") or ():
        detail = one.get("ScanDetail") if isinstance(one, Mapping) else None
        if awb and isinstance(detail, Mapping):
            scan = _scan(
                awb, (number,), str(detail.get("ScanType") or ""), str(detail.get("Scan") or ""),
                str(detail.get("StatusCode") or ""),
                detail.get("StatusDateTime") or detail.get("ScanDateTime"),
                str(detail.get("Instructions") or ""), str(detail.get("ScannedLocation") or ""),
                promised,
            )  # fmt: skip
            if scan is not None:
                yield scan


def _scan(
    awb: str, numbers: tuple[str, ...], kind: str, word: str, code: str, at: Any, text: str,
    location: str, promised_at: datetime | None,
) -> CourierScan | None:  # fmt: skip
    moment, named = _moment(at), f"{kind}/{word}"
    silent = MANIFEST["says_nothing"]
    if moment is None or kind in silent["types"] or named in silent["words"]:
        return None
    status = _status(kind, named, code)
    return CourierScan(
        awb=awb, at=moment, status=status, code=code or named, text=text or word,
        location=location, numbers=numbers, promised_at=promised_at,
    )  # fmt: skip


def _status(kind: str, named: str, code: str) -> ShipmentStatus | None:
    if code in MANIFEST["codes"]:
        return ShipmentStatus(MANIFEST["codes"][code])
    if kind == _FORWARD and code.upper().startswith(_FAILURES):
        return ShipmentStatus.DELIVERY_FAILED
    found = _STATUSES.get(named.casefold())
    return ShipmentStatus(found) if found else None


def _moment(text: Any) -> datetime | None:
    """Return a time in whole seconds; one that names no zone is India's."""
    try:
        read = datetime.fromisoformat(str(text or "").strip())
    except ValueError:
        return None
    aware = read if read.tzinfo else read.replace(tzinfo=_ZONE)
    return aware.astimezone(UTC).replace(microsecond=0)
