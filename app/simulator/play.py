"""The play itself: what the page asks for, done by the doubles over real HTTP."""

from collections.abc import Callable, Mapping
from datetime import datetime
from typing import Any, Final
from zoneinfo import ZoneInfo

from sqlalchemy.orm import Session

from app.doubles.slack import SlackDouble
from app.simulator import slack
from app.simulator.ordering import place
from app.simulator.pages import Json, NotPossible
from app.simulator.phones import Phones
from app.simulator.stage import AGENT, SELLER_PHONE, OnStage, standing
from commerce.vocabulary import ShipmentStatus

SUPPORT: Final = "C0SUPPORT"
_FAILED: Final = {
    "status": "Pending", "type": "UD", "code": "EOD-11",
    "said": "Consignee Unavailable",
}  # fmt: skip
_ZONE: Final = ZoneInfo("Asia/Kolkata")
_CAN_FAIL: Final = (
    ShipmentStatus.OUT_FOR_DELIVERY, ShipmentStatus.REACHED_DESTINATION, ShipmentStatus.IN_TRANSIT,
)  # fmt: skip


class Played:
    """Fills `app.simulator.pages.Play`."""

    def __init__(
        self,
        stage: OnStage,
        phones: Phones,
        workspace: SlackDouble,
        *,
        push: Callable[[Mapping[str, Any]], None],
        sessions: Callable[[], Session],
        clock: Callable[[], datetime],
    ) -> None:
        """Take who plays and by what.

        Args:
            stage: The parcel and its people.
            phones: The customer's and the seller's.
            workspace: Slack.
            push: Has the courier tell the shop of a scan.
            sessions: Opens the shop's database.
            clock: Tells the time.
        """
        self._stage, self._phones, self._slack = stage, phones, workspace
        self._push, self._sessions, self._clock = push, sessions, clock
        self._numbers = {"customer": stage.phone, "seller": SELLER_PHONE}

    def state(self) -> Json:
        """Return all that is to be seen."""
        stage = self._stage
        with self._sessions() as session:
            status = standing(session, stage)
        about = {
            "customer": (stage.customer, f"Customer on WhatsApp, {stage.phone}"),
            "seller": (stage.seller, "Seller on WhatsApp"),
        }
        return {
            "phones": [
                {
                    "id": who, "title": about[who][0], "about": about[who][1],
                    "messages": self._phones.shown(number),
                }
                for who, number in self._numbers.items()
            ],
            "slack": {
                "title": f"{stage.agent} in Slack", "about": "NDR agent; #support is where "
                "customers who want a person are shown",
                **slack.shown(self._slack, AGENT, SUPPORT),
            },
            "parcel": {
                "text": f"Parcel {stage.awb} of order {stage.order} for {stage.customer}: "
                f"{status.value}",
                "can_fail": status in _CAN_FAIL,
            },
        }  # fmt: skip

    def say(self, who: str, text: str, place: str) -> None:
        """Let somebody write."""
        if who in self._numbers:
            self._phones.say(self._numbers[who], text)
        elif who == "agent" and text.startswith("/"):
            command, _, rest = text.partition(" ")
            self._slack.command(AGENT, command, rest)
        elif who == "agent":
            self._slack.say(AGENT, text, channel=SUPPORT if place == SUPPORT else "")
        else:
            raise NotPossible("There is nobody of that name here.")

    def press(self, who: str, of: str, choice: str) -> None:
        """Let somebody press a button."""
        if who in self._numbers:
            self._phones.press(self._numbers[who], of, choice)
        elif not slack.press(self._slack, AGENT, of, choice):
            raise NotPossible("That button is not there any more.")

    def home(self) -> None:
        """Open the agent's home tab."""
        self._slack.open_home(AGENT)

    def submit(self, values: Mapping[str, str]) -> None:
        """Send the form that is open before the agent."""
        self._slack.submit(AGENT, values)

    def order(self) -> None:
        """Have the customer order something for cash, and be asked to confirm it."""
        with self._sessions() as session:
            place(session, self._stage, self._clock())
            session.commit()

    def fail(self) -> None:
        """Have the courier fail to deliver the parcel."""
        with self._sessions() as session:
            status = standing(session, self._stage)
        if status not in _CAN_FAIL:
            raise NotPossible(f"The parcel is {status.value}; it is not out for delivery.")
        at = self._clock().astimezone(_ZONE).replace(tzinfo=None)
        self._push(
            {
                "Shipment": {
                    "AWB": self._stage.awb, "ReferenceNo": self._stage.order,
                    "NSLCode": _FAILED["code"], "Sortcode": "", "PickUpDate": None,
                    "Status": {
                        "Status": _FAILED["status"], "StatusType": _FAILED["type"],
                        "StatusDateTime": at.isoformat(timespec="milliseconds"),
                        "StatusLocation": "Local hub", "Instructions": _FAILED["said"],
                    },
                }
            }
        )  # fmt: skip
