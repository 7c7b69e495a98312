"""What couriers call where a parcel is, in our words."""

import re
from functools import lru_cache

from commerce.vocabulary import ShipmentStatus

_STATUSES = (
    (ShipmentStatus.RTO_DELIVERED, r"\brto (delivered|complete|received|acknowledged|closed)"
                                   r"|returned to (origin|seller|shipper)|return delivered"),
    (ShipmentStatus.RTO_IN_TRANSIT, r"\brto (in ?transit|ofd|out for|undelivered|shipped|dispatch)"
                                    r"|returning to (origin|seller)|return in ?transit"),
    (ShipmentStatus.RTO_INITIATED, r"\brto\b|return (to origin|initiated)|rejected by buyer"),
    (ShipmentStatus.CANCELLED, r"cancel"),
    (ShipmentStatus.LOST, r"\blost\b|destroyed|damaged|disposed|missing"),
    (ShipmentStatus.OUT_FOR_DELIVERY, r"out for delivery|\bofd\b"),
    (ShipmentStatus.MANIFESTED, r"manifest|pick ?up (?!done|complete)|out for pick|awb assigned"
                                r"|ready to (ship|dispatch)|label|not picked|pickup$|packed"),
    (ShipmentStatus.DELIVERY_FAILED, r"undelivered|not delivered|delivery (attempt )?(fail|unsucc)"
                                     r"|\bndr\b|attempt|exception|fail"),
    (ShipmentStatus.DELIVERED, r"delivered"),
    (ShipmentStatus.REACHED_DESTINATION, r"reached|at destination|arrived at (dest|delivery)"),
    (ShipmentStatus.PICKED_UP, r"picked ?up|pick ?up (done|complete)"),
    (ShipmentStatus.IN_TRANSIT, r"transit|shipped|dispatch|delayed|misrout|bagged|arrived"
                                r"|departed|connected"),
    (ShipmentStatus.CREATED, r"created|\bnew\b|booked|pending|data received|invoiced|order placed"),
)  # fmt: skip
"""Looked for in this order: `RTO Delivered` is not delivered, `Undelivered` neither."""


@lru_cache(maxsize=1024)
def shipment_status(said: str) -> ShipmentStatus | None:
    """Return where a parcel is; `None` where no word of it is known."""
    exact = re.sub(r"[\W_]+", "", said.casefold())
    for status in ShipmentStatus:
        if exact == status.value.casefold():
            return status
    words = " ".join(re.sub(r"[\W_]+", " ", said.lower()).split())
    return next((status for status, known in _STATUSES if re.search(known, words)), None)
