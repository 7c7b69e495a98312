"""Parcel decisions: how people write an order number or an AWB, what is late, what is stuck."""

import re
import unicodedata
from collections.abc import Iterable
from datetime import datetime, timedelta

from commerce.parcels.types import Lateness
from commerce.vocabulary import CourierType, ShipmentStatus

STUCK_DAYS = 3
"""A parcel on the road without a scan for so many days is stuck."""

NOT_HANDED_OVER = (
    ShipmentStatus.CREATED,
    ShipmentStatus.MANIFESTED,
    ShipmentStatus.CANCELLED,
)
"""The courier does not have the parcel."""

ON_THE_ROAD = (
    ShipmentStatus.PICKED_UP,
    ShipmentStatus.IN_TRANSIT,
    ShipmentStatus.REACHED_DESTINATION,
    ShipmentStatus.OUT_FOR_DELIVERY,
)
"""The courier moves it towards the customer, and scans it on the way."""

AWAITED = (
    ShipmentStatus.CREATED,
    ShipmentStatus.MANIFESTED,
    *ON_THE_ROAD,
    ShipmentStatus.DELIVERY_FAILED,
)
"""The customer still waits for it."""

_COURIER_NAMES = {
    CourierType.BLUE_DART: ("bluedart", "bd", "blue"),
    CourierType.DELHIVERY: ("delhivery", "delivery", "delhiveri", "dlv"),
    CourierType.ECOM_EXPRESS: ("ecomexpress", "ecom"),
    CourierType.XPRESSBEES: ("xpressbees", "expressbees", "xpressbee", "xb"),
    CourierType.SHADOWFAX: ("shadowfax", "sfx"),
    CourierType.SHIPROCKET: ("shiprocket", "sr"),
    CourierType.DTDC: ("dtdc",),
    CourierType.CUSTOM: ("custom", "own", "other", "apna"),
}

_SPOKEN = re.compile(
    r"^\s*(?:(?:order(?=\d)|(?:order|awb|parcel|shipment|tracking|number|num|no|id|ऑर्डर|पार्सल|नंबर)\b)"
    r"[\s.:#-]*)*",
    re.IGNORECASE,
)


def courier_named(text: str) -> CourierType | None:
    """Return the courier a name means, ignoring case, spaces and punctuation."""
    said = re.sub(r"[^a-z]", "", text.lower())
    for courier, names in _COURIER_NAMES.items():
        if said in names:
            return courier
    return None


def bare(text: str) -> str:
    """Return a number without the words before it, its digits written 0 to 9 (१०४२ is 1042)."""
    digits = (str(unicodedata.decimal(c, c)) for c in text)
    return _SPOKEN.sub("", "".join(digits))


def written_forms(text: str) -> tuple[str, ...]:
    """Return what a number may be stored as, the likeliest first.

    Tolerates `#`, the words "order" or "AWB" before it, case, and spaces within.
    """
    said = bare(text).strip(" #.,:;?!-")
    joined = re.sub(r"\s+", "", said)
    dashed = re.sub(r"\s+", "-", said)
    forms = (said, joined, dashed, joined.replace("-", ""), joined.replace("_", ""), text.strip())
    in_cases = [cased for form in forms for cased in (form, form.upper(), form.lower())]
    return tuple(dict.fromkeys(form for form in in_cases if form))


def in_shapes(text: str, examples: Iterable[str]) -> tuple[str, ...]:
    """Return what a number would be in the shapes the shop's own numbers have.

    With `ORD-00317` among the examples, "317", "ord 317" and "#0317" all give `ORD-00317`. What
    has other letters than a shape, or more digits, gives nothing in it.
    """
    said = bare(text)
    letters = "".join(re.findall(r"[a-z]", said.lower()))
    groups = re.findall(r"\d+", said)
    if not groups:
        return ()
    found = [_in_shape(letters, groups, example) for example in examples]
    return tuple(dict.fromkeys(form for form in found if form))


def _in_shape(letters: str, groups: list[str], example: str) -> str | None:
    """Write digits in the shape of one example number, or `None` where they do not fit."""
    if letters and letters != "".join(re.findall(r"[a-z]", example.lower())):
        return None
    widths = [len(run) for run in re.findall(r"\d+", example)]
    runs = _into_runs(groups, widths)
    if runs is None:
        return None
    filled = iter(runs)
    return re.sub(r"\d+", lambda _: next(filled), example)


def _into_runs(groups: list[str], widths: list[int]) -> list[str] | None:
    """Cut or pad digits to runs of given widths; a lone run may grow past its width."""
    if len(groups) == len(widths) and all(
        len(g.lstrip("0")) <= w for g, w in zip(groups, widths, strict=True)
    ):
        return [g.lstrip("0").zfill(w) for g, w in zip(groups, widths, strict=True)]
    digits = "".join(groups)
    if len(widths) == 1:
        return [digits.lstrip("0").zfill(widths[0])]
    if len(digits) != sum(widths):
        return None
    ends = [sum(widths[: i + 1]) for i in range(len(widths))]
    return [digits[end - width : end] for end, width in zip(ends, widths, strict=True)]


def shape(number: str) -> str:
    """Return what numbers of one kind share: letters as they are, each run of digits as widths."""
    return re.sub(r"\d+", lambda run: f"<{len(run[0])}>", number)


def lateness(
    *,
    status: ShipmentStatus,
    promised_at: datetime | None,
    delivered_at: datetime | None,
    last_sign: datetime,
    now: datetime,
) -> Lateness:
    """Measure a parcel against its promise and its scans.

    Args:
        status: Where it stands.
        promised_at: When the customer was to have it, if that was said.
        delivered_at: When they got it.
        last_sign: The last scan or, before the first, when the parcel was made.
        now: The moment to measure at.
    """
    late = silent = 0
    until = delivered_at or (now if status in AWAITED else None)
    if promised_at is not None and until is not None and until > promised_at:
        late = -((promised_at - until) // timedelta(days=1))  # Rounded up.
    if status in ON_THE_ROAD:
        silent = max(0, (now - last_sign) // timedelta(days=1))
    return Lateness(days_late=late, silent_days=silent, is_stuck=silent >= STUCK_DAYS)
