"""What the symbols of a sentence mean: patterns, and the period, day or count each gives."""

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta

_UNITS = {"DAY": "days", "WEEK": "weeks", "MONTH": "months", "HOUR": "hours"}
_DAYS_IN = {"DAY": 1, "WEEK": 7, "MONTH": 30, "QUARTER": 90, "YEAR": 365}
_WEEKDAYS = ("MON", "TUE", "WED", "THU", "FRI", "SAT", "SUN")
_DAY = timedelta(days=1)

_N, _U = r"<N(\d+)>", r"<(DAY|WEEK|MONTH|HOUR)>"
_WD, _MO, _Y = r"<(MON|TUE|WED|THU|FRI|SAT|SUN)>", r"<M(\d+)>", r"(?:<N(20\d\d)>)?"
_TH, _OF, _TILL = r"(?:<DATE>)?", r"(?:<OF>)?", r"(?:<TO>|<SINCE>)"
_DATE = rf"(?:{_N}{_TH}{_OF}{_MO}{_Y}|{_MO}{_N}{_TH}{_Y}|<D([\d-]+)>|{_N}<DATE>)"
"""Nine groups: day, month, year; month, day, year; ISO date; day of a month unsaid."""
_DATE_GROUPS = 8


UNTIL = "until"
"""The role of the last day of a range."""


@dataclass(frozen=True, slots=True)
class Reading:
    """What one pattern means: any of a period, a day to come, a count of days."""

    period: str | None = None
    day: date | None = None
    days: int | None = None
    until: date | None = None
    """The last of several days to come, of which `day` is the first."""
    score: float = 0.95
    role: str = ""


_Build = Callable[[re.Match[str], date], Reading | None]


def made(year: int, month: int, day: int) -> date | None:
    """Return a day, `None` where the calendar has none such."""
    try:
        return date(year, month, day)
    except ValueError:
        return None


# --- what the patterns mean -------------------------------------------------------------------


def _past(day: int, month: int | None, year: int | None, today: date) -> date | None:
    """Return the latest such day that has come."""
    if year is not None and month is not None:
        return made(year, month, day)
    if month is not None:
        this = made(today.year, month, day)
        return this if this and this <= today else made(today.year - 1, month, day)
    for back in range(3):
        index = today.year * 12 + today.month - 1 - back
        found = made(index // 12, index % 12 + 1, day)
        if found and found <= today:
            return found
    return None


def _future(day: int, month: int | None, year: int | None, today: date) -> date | None:
    """Return the next such day, today included."""
    if year is not None and month is not None:
        return made(year, month, day)
    if month is not None:
        this = made(today.year, month, day)
        return this if this and this >= today else made(today.year + 1, month, day)
    for ahead in range(3):
        index = today.year * 12 + today.month - 1 + ahead
        found = made(index // 12, index % 12 + 1, day)
        if found and found >= today:
            return found
    return None


def _parts(groups: Sequence[str | None]) -> tuple[int, int | None, int | None] | date | None:
    """Return day, month, year of the groups of one `_DATE`."""
    day, month, year, month2, day2, year2, iso, alone = groups
    if iso:
        return date.fromisoformat(iso)
    if alone:
        return int(alone), None, None
    if day and month:
        return int(day), int(month), int(year) if year else None
    if day2 and month2:
        return int(day2), int(month2), int(year2) if year2 else None
    return None


def _one_past(groups: Sequence[str | None], today: date) -> date | None:
    parts = _parts(groups)
    return _past(*parts, today) if isinstance(parts, tuple) else parts


def _span(first: date | None, last: date | None, today: date) -> Reading | None:
    if first is None or last is None:
        return None
    if first > last:
        first = made(first.year - 1, first.month, first.day) or first
    if first > last or first > today:
        return None
    return Reading(period=f"{first.isoformat()}/{min(last, today).isoformat()}")


def _two_dates(match: re.Match[str], today: date) -> Reading | None:
    groups = match.groups()
    first, second = groups[:_DATE_GROUPS], groups[_DATE_GROUPS : 2 * _DATE_GROUPS]
    past = _span(_one_past(first, today), _one_past(second, today), today)
    return _also_ahead(past, _one_future(first, today), _one_future(second, today))


def _also_ahead(past: Reading | None, first: date | None, last: date | None) -> Reading | None:
    """Return a range of the past that may also be one of days to come."""
    if first is None or last is None or first > last:
        return past
    return Reading(period=past.period if past else None, day=first, until=last)


def _one_future(groups: Sequence[str | None], today: date) -> date | None:
    parts = _parts(groups)
    found = _future(*parts, today) if isinstance(parts, tuple) else parts
    return found if found is not None and found >= today else None


def _days_of_month(match: re.Match[str], today: date) -> Reading | None:
    """`1 se 15 nov`, `1-15 tarikh`."""
    month = int(match["month"]) if match["month"] else None
    year = int(match["year"]) if match["year"] else None
    last = _past(int(match["last"]), month, year, today)
    if last is None and month is not None:
        last = today
    if last is None:
        return None
    if month == today.month and year is None and int(match["last"]) > today.day:
        last = today
    first = made(last.year, last.month, int(match["first"]))
    ahead = [_future(int(match[name]), month, year, today) for name in ("first", "last")]
    return _also_ahead(_span(first, last, today), ahead[0], ahead[1])


def _month_days(match: re.Match[str], today: date) -> Reading | None:
    """`nov 1 to 15`."""
    last = _past(int(match["last"]), int(match["month"]), None, today)
    return _span(last and made(last.year, last.month, int(match["first"])), last, today)


def _two_months(match: re.Match[str], today: date) -> Reading | None:
    last_month, first_month = int(match["last"]), int(match["first"])
    start = _past(1, last_month, None, today)
    if start is None:
        return None
    first = made(start.year - (first_month > last_month), first_month, 1)
    following = date(start.year + start.month // 12, start.month % 12 + 1, 1)
    return _span(first, following - _DAY, today)


def _two_weekdays(match: re.Match[str], today: date) -> Reading | None:
    last = _last_weekday(match["last"], today)
    first = _last_weekday(match["first"], last)
    ahead = _next_weekday(match["first"], today)
    return _also_ahead(_span(first, last, today), ahead, _next_weekday(match["last"], ahead))


def _since_date(match: re.Match[str], today: date) -> Reading | None:
    first = _one_past(match.groups()[:_DATE_GROUPS], today)
    return _span(first, today, today)


def _since_weekday(match: re.Match[str], today: date) -> Reading | None:
    return _span(_last_weekday(match["wd"], today), today, today)


def _since_month(match: re.Match[str], today: date) -> Reading | None:
    return _span(_past(1, int(match["month"]), None, today), today, today)


def _since_named(match: re.Match[str], today: date) -> Reading | None:
    back = {"YESTERDAY": 1, "KAL": 1, "PARSO": 2, "DAYBEFORE": 2}[match["named"]]
    return _span(today - back * _DAY, today, today)


def _since_last(match: re.Match[str], today: date) -> Reading | None:
    monday = today - today.weekday() * _DAY
    month = (today.replace(day=1) - _DAY).replace(day=1)
    return _span({"WEEK": monday - 7 * _DAY, "MONTH": month}[match["unit"]], today, today)


def _counted(match: re.Match[str], today: date) -> Reading | None:
    count = int(match["n"])
    if not 1 <= count <= 999:
        return None
    if match["unit"] == "YEAR":
        return Reading(period=f"last_{12 * count}_months", days=365 * count)
    if match["unit"] == "HOUR":
        return Reading(period=f"last_{count}_hours")
    days = count * _DAYS_IN[match["unit"]]
    return Reading(period=f"last_{count}_{_UNITS[match['unit']]}", days=days)


def _few(match: re.Match[str], today: date) -> Reading | None:
    unit = match["unit"]
    count = 7 if unit == "DAY" else 3
    return Reading(
        period=f"last_{count}_{_UNITS[unit]}", days=count * _DAYS_IN.get(unit, 1), score=0.8
    )


def _bare_count(match: re.Match[str], today: date) -> Reading | None:
    reading = _counted(match, today)
    return reading and Reading(period=reading.period, days=reading.days, score=0.7)


def _ago(match: re.Match[str], today: date) -> Reading | None:
    if match["unit"] == "HOUR":
        return Reading(period=f"last_{_number(match)}_hours")
    if match["unit"] not in _DAYS_IN:
        return None
    day = today - _number(match) * _DAYS_IN[match["unit"]] * _DAY
    return Reading(period=day.isoformat())


def _older(match: re.Match[str], today: date) -> Reading | None:
    """`older than 3 days`: everything up to that day."""
    if match["unit"] not in _DAYS_IN:
        return None
    days = _number(match) * _DAYS_IN[match["unit"]]
    period = f"1970-01-01/{(today - days * _DAY).isoformat()}"
    return Reading(period=period, days=days, role="older")


def _newer(match: re.Match[str], today: date) -> Reading | None:
    """`less than 3 days old`: what came since."""
    since = _counted(match, today)
    return since and replace(since, role="newer")


def _for_a(match: re.Match[str], today: date) -> Reading | None:
    """`for a week`: so many days."""
    days = _DAYS_IN.get(match["unit"])
    return Reading(days=days, score=0.7) if days else None


def _number(match: re.Match[str]) -> int:
    """Return the count before a unit; "a week" is one."""
    return int(match.groupdict().get("n") or 1)


def _ahead(match: re.Match[str], today: date) -> Reading | None:
    if match["unit"] == "HOUR":
        return Reading(day=today, score=0.6)
    days = int(match["n"]) * _DAYS_IN[match["unit"]]
    return Reading(day=today + days * _DAY, days=days, role="future") if days <= 730 else None


def _this_unit(match: re.Match[str], today: date) -> Reading | None:
    which, unit = match["which"], match["unit"]
    if which == "NEXT":
        return _next_unit(unit, today)
    if unit == "DAY":
        return Reading(period="today" if which == "THIS" else "yesterday", score=0.8)
    if unit == "HOUR":
        return Reading(period="last_1_hours")
    days = _DAYS_IN.get(unit) if which == "THIS" else None
    return Reading(period=f"{which.lower()}_{unit.lower()}", days=days)


def _unit_before(match: re.Match[str], today: date) -> Reading | None:
    """`minggu lalu`, `الشهر الماضي`: the unit, and then which."""
    unit = match["unit"]
    match match["which"]:
        case "<COMING>":
            return _next_unit(unit, today)
        case "<GONE>":
            return Reading(period=f"last_{unit.lower()}")
        case _ if unit != "HOUR":
            return Reading(period=f"this_{unit.lower()}", days=_DAYS_IN.get(unit))
    return None


def _next_unit(unit: str, today: date) -> Reading | None:
    if unit == "DAY":
        return Reading(day=today + _DAY, days=1)
    if unit not in _DAYS_IN:
        return None
    day = today + (7 - today.weekday()) * _DAY if unit == "WEEK" else None
    return Reading(day=day, days=_DAYS_IN[unit], score=0.7, role="future")


def _lone_unit(match: re.Match[str], today: date) -> Reading | None:
    return Reading(period=f"this_{match['unit'].lower()}", score=0.6)


def _named(period: str, score: float = 0.95) -> _Build:
    return lambda match, today: Reading(period=period, score=score)


def _kal(match: re.Match[str], today: date) -> Reading | None:
    back = 1 if match["named"] == "KAL" else 2
    past = "yesterday" if back == 1 else (today - 2 * _DAY).isoformat()
    return Reading(period=past, day=today + back * _DAY, role="either")


def _today(match: re.Match[str], today: date) -> Reading | None:
    return Reading(period="today", day=today, role="either")


def _tomorrow(match: re.Match[str], today: date) -> Reading | None:
    ahead = 1 if match["named"] == "TOMORROW" else 2
    return Reading(day=today + ahead * _DAY)


def _before(match: re.Match[str], today: date) -> Reading | None:
    return Reading(period=(today - 2 * _DAY).isoformat())


def _one_date(match: re.Match[str], today: date) -> Reading | None:
    parts = _parts(match.groups()[:_DATE_GROUPS])
    if parts is None:
        return None
    if isinstance(parts, date):
        return Reading(period=parts.isoformat(), day=parts)
    past, future = _past(*parts, today), _future(*parts, today)
    return Reading(period=past.isoformat() if past else None, day=future)


def _weak_date(match: re.Match[str], today: date) -> Reading | None:
    future = _future(int(match["n"]), None, None, today)
    return Reading(day=future, score=0.6) if future else None


def _month(match: re.Match[str], today: date) -> Reading | None:
    month = int(match["month"])
    if year := match["year"]:
        return Reading(period=f"{year}-{month:02d}")
    first = _past(1, month, None, today)
    return Reading(period=f"{first:%Y-%m}", score=0.85) if first else None


def _year(match: re.Match[str], today: date) -> Reading | None:
    year = int(match["year"])
    return _span(date(year, 1, 1), date(year, 12, 31), today)


def _weekday(match: re.Match[str], today: date) -> Reading | None:
    past, future = _last_weekday(match["wd"], today), _next_weekday(match["wd"], today)
    which = match["which"]
    if which == "LAST":
        return Reading(period=past.isoformat())
    if which == "NEXT":
        return Reading(day=future)
    return Reading(period=past.isoformat(), day=future)


def _weekend(match: re.Match[str], today: date) -> Reading | None:
    saturday = _last_weekday("SAT", today)
    sunday = min(saturday + _DAY, today)
    return Reading(
        period=f"{saturday.isoformat()}/{sunday.isoformat()}", day=_next_weekday("SAT", today)
    )


def _last_weekday(name: str, today: date) -> date:
    """Return the latest such weekday before today."""
    return today - ((today.weekday() - _WEEKDAYS.index(name) - 1) % 7 + 1) * _DAY


def _next_weekday(name: str, today: date) -> date:
    return today + ((_WEEKDAYS.index(name) - today.weekday() - 1) % 7 + 1) * _DAY


def _compiled(*rules: tuple[str, _Build]) -> tuple[tuple[re.Pattern[str], _Build], ...]:
    return tuple((re.compile(pattern), build) for pattern, build in rules)


_UNIT = r"<(?P<unit>DAY|WEEK|MONTH|QUARTER|YEAR|FY|HOUR)>"
_ALONE = r"(?<!<THIS>)(?<!<LAST>)(?<!<NEXT>)"
_LONG = r"<(?P<unit>WEEK|MONTH|YEAR)>"
_COUNT = r"<[NW](?P<n>\d+)>(?:<OF>)?<(?P<unit>DAY|WEEK|MONTH|YEAR|HOUR)>"
_SPAN_OF_DAYS = r"<N(?P<first>\d+)>(?:<DATE>)?(?:<TO>|<SINCE>)<N(?P<last>\d+)>(?:<DATE>)?(?:<OF>)?"
_FROM, _UPTO = r"(?:<SINCE>|<FROM>|<BETWEEN>)?", r"(?:<TO>|<BETWEEN>)?"

_BARE_OVER = r"(?:<SINCE>)?<OVER>(?!(?:<_>)?<[NW]\d)(?:<OLDER>)?"
"""Over what stands before it, and no amount that follows: "this week above 2000"."""

# The order matters: what says more comes first, and a later pattern never takes its words again.
PATTERNS = _compiled(
    (rf"{_FROM}{_SPAN_OF_DAYS}<M(?P<month>\d+)>(?:<N(?P<year>20\d\d)>)?{_UPTO}", _days_of_month),
    (rf"{_FROM}{_DATE}{_TILL}{_DATE}{_UPTO}", _two_dates),
    (
        rf"{_FROM}<M(?P<month>\d+)><N(?P<first>\d+)>(?:<DATE>)?{_TILL}<N(?P<last>\d+)>(?:<DATE>)?",
        _month_days,
    ),
    (
        r"<N(?P<first>\d+)>(?:<DATE>)?(?:<TO>|<SINCE>)<N(?P<last>\d+)><DATE>(?P<month>(?!))?"
        rf"(?P<year>(?!))?{_UPTO}",
        _days_of_month,
    ),
    (rf"{_FROM}<M(?P<first>\d+)>{_TILL}<M(?P<last>\d+)>{_UPTO}", _two_months),
    (
        r"(?:<SINCE>)?<(?P<first>MON|TUE|WED|THU|FRI|SAT|SUN)>(?:<TO>|<SINCE>)"
        r"<(?P<last>MON|TUE|WED|THU|FRI|SAT|SUN)>(?:<TO>)?",
        _two_weekdays,
    ),
    (rf"<LAST>{_COUNT}", _counted),
    (r"<LAST><FEW><(?P<unit>DAY|WEEK|MONTH|HOUR)>", _few),
    (rf"<NEXT>{_COUNT}", _ahead),
    (rf"(?:<OLDER>|(?:<FOR>|<SINCE>)?<OVER>){_COUNT}(?:<OLDER>|<AGO>)?", _older),
    (rf"(?:<OLDER>|(?:<FOR>|<SINCE>)?<OVER>)<A>{_UNIT}(?:<OLDER>|<AGO>)?", _older),
    (rf"<UNDER>{_COUNT}(?:<OLDER>|<AGO>)?", _newer),
    (rf"{_COUNT}<UNDER>(?:<OLDER>)?", _newer),
    (rf"{_COUNT}<AGO>", _ago),
    (rf"<A>{_UNIT}<AGO>", _ago),
    (rf"<FOR><A>{_UNIT}", _for_a),
    (rf"<A>{_UNIT}<OLDER>", _older),
    (rf"{_COUNT}(?:<SINCE>)?(?:<OVER>)?<OLDER>", _older),
    (rf"{_COUNT}{_BARE_OVER}", _older),
    (r"<[NW](?P<n>\d+)><OVER><(?P<unit>DAY|WEEK|MONTH|YEAR)>(?:<OLDER>)?", _older),
    (rf"{_ALONE}{_LONG}{_BARE_OVER}", _older),
    (rf"{_ALONE}{_LONG}(?:<SINCE>)?<OLDER>", _older),
    (rf"<(?P<unit>WEEK|MONTH|YEAR)LY>{_BARE_OVER}", _older),
    (rf"{_COUNT}<AFTER>", _ahead),
    (rf"(?:<AFTER>|<IN>|<NEXT>){_COUNT}", _ahead),
    (rf"(?:<SINCE>|<FROM>){_DATE}", _since_date),
    (rf"{_DATE}<SINCE>(?:<ALL>|<TODAY>)?", _since_date),
    (r"(?:<SINCE>|<FROM>)(?:<LAST>)?<(?P<wd>MON|TUE|WED|THU|FRI|SAT|SUN)>", _since_weekday),
    (r"(?:<LAST>)?<(?P<wd>MON|TUE|WED|THU|FRI|SAT|SUN)><SINCE>", _since_weekday),
    (r"(?:<SINCE>|<FROM>)<M(?P<month>\d+)>", _since_month),
    (r"<M(?P<month>\d+)><SINCE>", _since_month),
    (r"<SINCE><(?P<named>YESTERDAY|KAL|PARSO|DAYBEFORE)>", _since_named),
    (r"<(?P<named>YESTERDAY|KAL|PARSO|DAYBEFORE)><SINCE>", _since_named),
    (r"<SINCE><LAST><(?P<unit>WEEK|MONTH)>", _since_last),
    (r"<LAST><(?P<unit>WEEK|MONTH)><SINCE>", _since_last),
    (rf"<(?P<which>THIS|LAST|NEXT)>{_UNIT}", _this_unit),
    (rf"{_COUNT}<GONE>", _ago),  # "2 minggu lalu"; Indonesian and Arabic say it behind.
    (rf"{_COUNT}<LATELY>", _counted),
    (rf"{_COUNT}<COMING>", _ahead),
    (rf"{_UNIT}(?P<which><GONE>|<HERE>|<COMING>)", _unit_before),
    (r"<WTD>", _named("this_week")),
    (r"<MTD>", _named("this_month")),
    (r"<QTD>", _named("this_quarter")),
    (r"<YTD>", _named("this_year")),
    (r"<DAYBEFORE>", _before),
    (r"<(?P<named>DAYAFTER)>", _tomorrow),
    (rf"{_DATE}", _one_date),
    (r"(?:<LAST>|<THIS>)?<M(?P<month>\d+)>(?:<N(?P<year>20\d\d)>)?", _month),
    (r"(?:<LAST>|<THIS>)?<WEEKEND>", _weekend),
    (r"(?:<(?P<which>LAST|NEXT|THIS)>)?<(?P<wd>MON|TUE|WED|THU|FRI|SAT|SUN)>", _weekday),
    (r"<TODAY>", _today),
    (r"<YESTERDAY>", _named("yesterday")),
    (r"<(?P<named>TOMORROW)>", _tomorrow),
    (r"<(?P<named>KAL|PARSO)>", _kal),
    (r"<ALL>", _named("all_time")),
    (r"<WEEKLY>", _named("this_week", 0.7)),
    (r"<MONTHLY>", _named("this_month", 0.7)),
    (r"<YEARLY>", _named("this_year", 0.7)),
    (r"<DAILY>", _named("today", 0.6)),
    (rf"(?:<SINCE>|<FOR>)?{_COUNT}(?:<SINCE>)?", _bare_count),
    (r"<IN><N(?P<year>20\d\d)>", _year),
    (r"<(?P<unit>WEEK|MONTH|YEAR|FY|QUARTER)><OF>", _lone_unit),
)
