"""Rupees, hours of the day and the rule of cancelling, as people write them."""

import re
from collections.abc import Collection
from typing import Final

from commerce.errors import Refused

MOST_RUPEES: Final = 5_000
FEWEST_PERCENT: Final = 30
"""A rule that cancels what will more likely be delivered than most is a mistake."""
A_DAY, MOST_A_DAY = 10, 500
_NUMBER: Final = r"\d[\d,]*"
_UNIT: Final = r"(?:₹|rs\.?|inr|rupees?|rupaye|रुपये)?"
_RUPEES: Final = re.compile(rf"(?i){_UNIT}\s*({_NUMBER})\s*{_UNIT}")
_HOUR: Final = r"(\d{1,2})(?:[:.]00)?\s*(am|pm|a\.m\.|p\.m\.|baje|बजे)?"
_HOURS: Final = re.compile(
    rf"(?i)(?:from\s+)?{_HOUR}\s*(?:-|–|to|till|until|se|से)\s*{_HOUR}(?:\s*(?:tak|तक))?"
)
_A_DAY: Final = re.compile(
    rf"(?i)({_NUMBER})\s*(?:orders?|ऑर्डर)?\s*(?:/|per|a|an|each|every|har|hr|हर|प्रति)\s*(?:day|din|दिन)"
)
_PERCENT: Final = re.compile(r"(?i)(\d{1,3})\s*(?:%|percent|per cent|प्रतिशत)")


def rupees(value: str) -> str:
    """Return a cost in whole rupees.

    Raises:
        Refused: It is none, or more than any parcel costs.
    """
    said = _RUPEES.fullmatch(value)
    amount = _number(said[1]) if said else 0
    if not 0 < amount <= MOST_RUPEES:
        raise Refused("error-setting-rupees", most=MOST_RUPEES)
    return str(amount)


def hour(value: str) -> int:
    """Return an hour of the day from 1 to 23: "8 pm", "20", "20:00".

    Raises:
        Refused: It is none.
    """
    said = re.fullmatch(rf"(?i){_HOUR}", value)
    found = _hour(said[1], said[2]) if said else -1
    if not 1 <= found <= 23:
        raise Refused("error-setting-hour")
    return found


def hours(value: str) -> str:
    """Return working hours such as `9-19` from "9 am to 7 pm", "10-18".

    Raises:
        Refused: They are none, or end before they begin.
    """
    said = _HOURS.fullmatch(value)
    opens = _hour(said[1], said[2]) if said else -1
    closes = _hour(said[3], said[4]) if said else -1
    if said and not said[4] and 0 < closes <= opens <= 12:
        closes += 12
    if not 0 <= opens < closes <= 24:
        raise Refused("error-setting-hours")
    return f"{opens}-{closes}"


def cancel_rule(value: str, *, off: Collection[str]) -> str:
    """Return the rule of cancelling as it is stored: `percent/rupees/a day`, or `off`.

    From "70% above 2000", "risk 80% and ₹3,000, 5 a day".

    Raises:
        Refused: It names no percentage, or one that good orders reach.
    """
    words = set(value.casefold().split())
    if words & {"off", *off}:
        return "off"
    a_day = _A_DAY.search(value)
    rest = _A_DAY.sub(" ", value)
    percent = _PERCENT.search(rest)
    worth = re.search(_NUMBER, _PERCENT.sub(" ", rest))
    chance = int(percent[1]) if percent else 0
    most = _number(a_day[1]) if a_day else A_DAY
    if not FEWEST_PERCENT <= chance <= 100 or not 1 <= most <= MOST_A_DAY:
        raise Refused("error-setting-cancel-rule", least=FEWEST_PERCENT, most=MOST_A_DAY)
    return f"{chance}/{_number(worth[0]) if worth else 0}/{most}"


def _number(text: str) -> int:
    return int(text.replace(",", ""))


def _hour(digits: str, half: str | None) -> int:
    found = int(digits)
    said = (half or "").casefold().replace(".", "")
    if said == "pm" and found < 12:
        return found + 12
    return 0 if said == "am" and found == 12 else found
