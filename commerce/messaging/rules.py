"""When somebody may be written to, and how a text is filled: no database, no clock."""

import re
import unicodedata
from collections.abc import Mapping, Sequence
from datetime import datetime, time, timedelta
from typing import Final
from zoneinfo import ZoneInfo

from commerce.errors import Refused

WINDOW: Final = timedelta(hours=24)
"""For so long after somebody wrote WhatsApp lets them be written to freely."""
MARGIN: Final = timedelta(minutes=2)
"""What is sent so shortly before the end may arrive after it."""
MOST_VALUE: Final = 1_024

_PLACE = re.compile(r"\{([a-z][a-z0-9_]*)\}")
_STOP: Final = frozenset(
    """
    stop|stop all|stopall|unsubscribe|opt out|optout|stop it|stop messages|stop messaging me
    do not message me|dont message me|no more messages|remove me|block me
    band karo|band kar do|band kare|band karen|band kijiye|bandh karo|bandh kar do|message band karo
    msg band karo|messages band karo|message band kar do|msg band kar do|mat bhejo|mat bhejiye
    message mat bhejo|msg mat bhejo|message mat bhejiye|ab mat bhejo|aur mat bhejo|msg mat karo
    message mat karo|mujhe message mat karo|mujhe message mat bhejo|nahi chahiye message
    बंद करो|बंद कर दो|बंद करें|बंद कीजिए|बन्द करो|मैसेज बंद करो|संदेश बंद करो|मत भेजो|मत भेजिए
    मैसेज मत भेजो|संदेश मत भेजो|मुझे मैसेज मत भेजो|अब मत भेजो|स्टॉप
    """.strip().replace("\n", "|").split("|")
)  # fmt: skip
_START: Final = frozenset(
    """
    start|unstop|subscribe|resume|opt in|optin
    chalu karo|chalu kar do|shuru karo|shuru kar do|phir se bhejo|wapas chalu karo|msg chalu karo
    message chalu karo|message shuru karo
    चालू करो|चालू कर दो|शुरू करो|शुरू कर दो|फिर से भेजो|मैसेज चालू करो|संदेश शुरू करो|स्टार्ट
    """.strip().replace("\n", "|").split("|")
)  # fmt: skip
_STOP_WORDS: Final = frozenset(word.strip() for word in _STOP)
_START_WORDS: Final = frozenset(word.strip() for word in _START)
_POLITE: Final = re.compile(r"\b(please|plz|pls|kripya|ji|bhai|yaar|bhaiya)\b|कृपया|जी\b")


def is_stop(text: str) -> bool:
    """Tell whether somebody wants to be written to no more, and says nothing else."""
    return _bare(text) in _STOP_WORDS


def is_start(text: str) -> bool:
    """Tell whether somebody who said stop wants to be written to again."""
    return _bare(text) in _START_WORDS


def is_open(heard_at: datetime | None, now: datetime) -> bool:
    """Tell whether somebody wrote lately enough to be answered in any words."""
    return heard_at is not None and now < heard_at + WINDOW - MARGIN


def quiet_until(now: datetime, zone: ZoneInfo, starts: int, ends: int) -> datetime | None:
    """Return when quiet hours end, or `None` by day. `starts` and `ends` are hours in the zone."""
    local = now.astimezone(zone)
    hour = local.hour
    quiet = starts <= hour < ends if starts <= ends else hour >= starts or hour < ends
    if not quiet:
        return None
    day = local.date() + timedelta(days=1 if hour >= ends else 0)
    return datetime.combine(day, time(ends), zone).astimezone(now.tzinfo)


def places_of(body: str) -> Sequence[str]:
    """Return the names in a text where something is put in, in order, each once."""
    return tuple(dict.fromkeys(_PLACE.findall(body)))


def values_of(body: str, values: Mapping[str, str]) -> Mapping[str, str]:
    """Return what goes into a text's places, numbered as vendors number them.

    Raises:
        Refused: A place has nothing that a vendor would take.
    """
    names = places_of(body)
    cleaned = {name: " ".join(values.get(name, "").split())[:MOST_VALUE] for name in names}
    empty = ", ".join(name for name, value in cleaned.items() if not value)
    if empty:
        raise Refused("error-template-values", missing=empty)
    return {str(place): cleaned[name] for place, name in enumerate(names, start=1)}


def filled(body: str, values: Mapping[str, str]) -> str:
    """Return a text as it will be read."""
    return _PLACE.sub(lambda found: values.get(found[1], ""), body)


def _bare(text: str) -> str:
    kept = "".join(
        letter if letter.isalnum() or unicodedata.category(letter).startswith("M") else " "
        for letter in text.lower().replace("'", "").replace("’", "")
    )
    return " ".join(_POLITE.sub(" ", kept).split())
