"""Which values a setting can have, free of databases and clocks."""

import re
from zoneinfo import available_timezones

from commerce.errors import Refused
from commerce.settings import amounts
from commerce.settings.types import AnswerLanguage, Setting

DEFAULT_LANGUAGE = "en"
DEFAULT_APPROVAL_MINUTES = 60
MOST_HELD_OUT = 50
MOST_PREPAID_DISCOUNT = 20
LEAST_MINUTES, MOST_MINUTES = 5, 7 * 24 * 60
LONGEST_NAME = 80
_ASSIGNMENTS = {
    "off": ("none", "no", "manual", "band", "बंद"),
    "recovered": ("on", "yes", "auto", "automatic", "best", "rupees", "chalu", "चालू"),
    "published": ("score", "platform", "classic"),
}
"""By what undelivered parcels find their agent → how it is said as well."""
_SWITCHES = {
    "off": ("no", "none", "stop", "disable", "disabled", "band", "mat", "nahi", "बंद", "मत", "नहीं"),
    "on": ("yes", "start", "enable", "enabled", "chalu", "shuru", "haan", "चालू", "शुरू", "हाँ"),
}
"""What a switch becomes → how it is said as well; who says both means off."""
_UNITS = {"": 1, "m": 1, "म": 1, "h": 60, "g": 60, "घ": 60}
"""First letter of a unit (minutes, hours, ghante) → how many minutes it has."""


def read(setting: Setting, said: str) -> str:
    """Return a setting's value as it is stored, from what a person wrote.

    Raises:
        Refused: It cannot have that value; the message says which it can.
    """
    value = " ".join(said.split())
    match setting:
        case Setting.NAME:
            if not 0 < len(value) <= LONGEST_NAME:
                raise Refused("error-setting-name", most=LONGEST_NAME)
            return value
        case Setting.ZONE:
            return _zone(value)
        case Setting.LANGUAGE:
            return _language(value)
        case Setting.APPROVAL_MINUTES:
            return _minutes(value)
        case Setting.NDR_HOLD_OUT:
            return _percent(value)
        case Setting.NDR_ASSIGNMENT:
            return _assignment(value)
        case Setting.ASK_DELIVERY | Setting.ASK_CONFIRM | Setting.ASK_ADDRESS:
            return _switch(value)
        case Setting.PREPAID_DISCOUNT:
            return _percent(value, most=MOST_PREPAID_DISCOUNT)
        case Setting.RETURN_COSTS | Setting.ASKING_COSTS:
            return amounts.rupees(value)
        case Setting.COURIER_CUT_OFF:
            return str(amounts.hour(value))
        case Setting.WORKING_HOURS:
            return amounts.hours(value)
        case Setting.AUTO_CANCEL:
            return amounts.cancel_rule(value, off=_SWITCHES["off"])


def _assignment(value: str) -> str:
    for chosen, said in _ASSIGNMENTS.items():
        if value.casefold() in (chosen, *said):
            return chosen
    raise Refused("error-setting-assignment", value=value)


def _switch(value: str) -> str:
    said = set(value.casefold().split())
    for chosen, words in _SWITCHES.items():
        if said & {chosen, *words}:
            return chosen
    raise Refused("error-setting-switch", value=value)


def _percent(value: str, *, most: int = MOST_HELD_OUT) -> str:
    said = re.fullmatch(r"(?i)(\d{1,3})\s*(?:%|percent|per cent|प्रतिशत)?", value)
    percent = 0 if value.casefold() in ("off", "none", "no", "band", "बंद") else -1
    percent = int(said[1]) if said else percent
    if not 0 <= percent <= most:
        raise Refused("error-setting-percent", most=most)
    return str(percent)


def _zone(value: str) -> str:
    known = {zone.casefold(): zone for zone in available_timezones()}
    wanted = value.replace(" ", "_").casefold()
    cities = {zone.rpartition("/")[2]: real for zone, real in known.items() if "/" in zone}
    found = known.get(wanted) or cities.get(wanted)
    if found is None:
        raise Refused("error-unknown-zone", zone=value)
    return found


def _language(value: str) -> str:
    for language in AnswerLanguage:
        if language.key and value.casefold() in (
            language.value.casefold(),
            language.key.casefold(),
        ):
            return language.key
    raise Refused("error-setting-language", language=value)


def _minutes(value: str) -> str:
    said = re.fullmatch(r"(?i)(\d{1,5})\s*([a-z\u0900-\u097f]*)", value)
    minutes = int(said[1]) * _UNITS.get(said[2].casefold()[:1], 0) if said else 0
    if not LEAST_MINUTES <= minutes <= MOST_MINUTES:
        raise Refused("error-setting-minutes", least=LEAST_MINUTES, most=MOST_MINUTES)
    return str(minutes)
