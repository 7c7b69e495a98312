"""Which values a setting can have, free of databases and clocks."""

from zoneinfo import available_timezones

from commerce.errors import Refused
from commerce.settings.types import AnswerLanguage, Setting

DEFAULT_LANGUAGE = "en"
DEFAULT_APPROVAL_MINUTES = 60
LEAST_MINUTES, MOST_MINUTES = 5, 7 * 24 * 60
LONGEST_NAME = 80


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
    digits = value.split()[0] if value else ""
    if not digits.isdecimal() or not LEAST_MINUTES <= int(digits) <= MOST_MINUTES:
        raise Refused("error-setting-minutes", least=LEAST_MINUTES, most=MOST_MINUTES)
    return str(int(digits))
