"""The types a tool's arguments may have.

Each is an ordinary type with a `Kind`: what the thing is in the trade. The kind tells the planner
how to find it in a sentence, and the description tells an LLM how to write it. An argument of a
plain `StrEnum` type is one of its words.
"""

from datetime import date
from decimal import Decimal
from enum import StrEnum
from typing import Annotated, Any

from pydantic import Field, StringConstraints

from commerce.periods import PERIOD_PATTERN


class Kind(StrEnum):
    """What an argument is about. `Mention`s in results use the same words."""

    ORDER = "order"
    PARCEL = "parcel"
    CUSTOMER = "customer"
    PRODUCT = "product"
    WAREHOUSE = "warehouse"
    COURIER = "courier"
    PERSON = "person"
    PLACE = "place"
    PERIOD = "period"
    DAY = "day"
    MONEY = "money"
    DAYS = "days"
    QUANTITY = "quantity"
    LIMIT = "limit"
    PHONE = "phone"
    REASON = "reason"
    LANDMARK = "landmark"
    NOTE = "note"
    PERCENT = "percent"
    ADDRESS = "address"
    NAME = "name"
    CONTACT = "contact"
    FILE = "file"
    CITY = "city"
    PINCODE = "pincode"
    OPEN_HOURS = "open_hours"
    LENGTH = "length"
    CASES = "cases"
    CLOCK = "clock"
    WORKFLOW = "workflow"
    RUN = "run"
    SHORTCUT = "shortcut"
    QUESTION = "question"


OPEN_HOURS = r"^([01]\d|2[0-3]):[0-5]\d-([01]\d|2[0-3]):[0-5]\d$"

FILE_ID = r"^[A-Za-z0-9_-]{32}$"


def keepable(value: Any) -> Any:
    """Return JSON without what no database keeps: the NUL character, and halves of characters."""
    match value:
        case str():
            plain = value.replace("\0", "")
            return plain.encode("utf-8", "ignore").decode() if not plain.isascii() else plain
        case dict():
            return {keepable(key): keepable(one) for key, one in value.items()}
        case list() | tuple():
            return [keepable(one) for one in value]
    return value


_Short = StringConstraints(strip_whitespace=True, min_length=1, max_length=80)
_Line = StringConstraints(strip_whitespace=True, min_length=1, max_length=300)

Order = Annotated[
    str, _Short, Kind.ORDER, Field(description="Order number as the person wrote it.")
]
Parcel = Annotated[
    str, _Short, Kind.PARCEL, Field(description="Order number or AWB (courier tracking number).")
]
Customer = Annotated[
    str, _Short, Kind.CUSTOMER, Field(description="Customer's name, phone number or e-mail.")
]
Product = Annotated[
    str, _Short, Kind.PRODUCT, Field(description="SKU, or product title or part of it.")
]
Warehouse = Annotated[
    str, _Short, Kind.WAREHOUSE, Field(description="Warehouse code, name or city.")
]
Courier = Annotated[
    str, _Short, Kind.COURIER, Field(description="Courier's name, such as Delhivery.")
]
Person = Annotated[
    str, _Short, Kind.PERSON, Field(description="Name of someone on the team, or `me`.")
]
Place = Annotated[str, _Short, Kind.PLACE, Field(description="City, state or six-digit pincode.")]
Period = Annotated[
    str,
    StringConstraints(pattern=PERIOD_PATTERN),
    Kind.PERIOD,
    Field(
        description="today, yesterday, this_week, last_week, this_month (month to date), "
        "last_month, this_quarter, last_quarter, this_year, last_year, this_fy, last_fy, all_time, "
        "last_N_days, last_N_weeks, last_N_months, last_N_hours, a month 2026-11, a day "
        "2026-11-22, or days 2026-11-01/2026-11-15."
    ),
]
Day = Annotated[date, Kind.DAY, Field(description="ISO date in the shop's time zone.")]
Rupees = Annotated[
    Decimal,
    Kind.MONEY,
    Field(ge=0, le=10**9, decimal_places=2, description="Amount in rupees, a plain number."),
]
Days = Annotated[int, Kind.DAYS, Field(ge=1, le=730, description="A number of days.")]
Quantity = Annotated[
    int, Kind.QUANTITY, Field(ge=-100_000, le=100_000, description="How many pieces.")
]
Limit = Annotated[int, Kind.LIMIT, Field(ge=1, le=50, description="How many rows at the most.")]
Phone = Annotated[
    str, _Short, Kind.PHONE, Field(description="Phone number to reach the customer on.")
]
Reason = Annotated[str, _Line, Kind.REASON, Field(description="Why, in the person's own words.")]
Landmark = Annotated[str, _Line, Kind.LANDMARK, Field(description="A landmark near the address.")]
AddressLine = Annotated[
    str,
    _Line,
    Kind.ADDRESS,
    Field(description="House, street and area as the person wrote them, on one line."),
]
Note = Annotated[
    str,
    StringConstraints(strip_whitespace=True, min_length=1, max_length=500),
    Kind.NOTE,
    Field(description="What to write down, in the person's own words."),
]
Question = Annotated[
    str,
    StringConstraints(strip_whitespace=True, min_length=2, max_length=500),
    Kind.QUESTION,
    Field(description="What the person wants to know, in their own words."),
]
Percent = Annotated[int, Kind.PERCENT, Field(ge=0, le=90, description="A whole percentage.")]
City = Annotated[str, _Short, Kind.CITY, Field(description="City or town.")]
State = Annotated[str, _Short, Field(description="State of India.")]
Pincode = Annotated[str, _Short, Kind.PINCODE, Field(description="Six-digit pincode.")]
NewName = Annotated[
    str, _Short, Kind.NAME, Field(description="A name or value that is new, as it was written.")
]
Contact = Annotated[
    str, _Short, Kind.CONTACT, Field(description="An e-mail or phone number to reach somebody.")
]
ShortcutName = Annotated[
    str,
    StringConstraints(strip_whitespace=True, min_length=1, max_length=80),
    Kind.SHORTCUT,
    Field(description="Name of a request of the person's own, without `my`: morning report."),
]
OpenHours = Annotated[
    str,
    StringConstraints(pattern=OPEN_HOURS),
    Kind.OPEN_HOURS,
    Field(description="From when until when in the shop's time, such as 10:00-19:00."),
]
Minutes = Annotated[
    int,
    Kind.LENGTH,
    Field(ge=5, le=60 * 24 * 60, description="A length of time in minutes: 24 hours is 1440."),
]
Cases = Annotated[int, Kind.CASES, Field(ge=0, le=500, description="A number of cases.")]
Clock = Annotated[
    str,
    StringConstraints(pattern=r"^([01]\d|2[0-3]):[0-5]\d$"),
    Kind.CLOCK,
    Field(description="A time of day in the shop's time zone, 24 hours: 09:00."),
]
Workflow = Annotated[
    str, _Short, Kind.WORKFLOW, Field(description="A workflow's name or title, as it is listed.")
]
RunNumber = Annotated[
    int, Kind.RUN, Field(ge=1, le=10**9, description="The number of one run of a workflow.")
]
File = Annotated[
    str,
    StringConstraints(pattern=FILE_ID),
    Kind.FILE,
    Field(description="Id of a file that was sent in this conversation, letter by letter."),
]
