"""What each agent works, and when: read and changed."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import date, datetime, time, timedelta
from typing import Any

from commerce.access import Permission, Role
from commerce.assignment import queries
from commerce.assignment.rules import hours_of
from commerce.assignment.types import (
    DEFAULT_CAP,
    DEFAULT_MINUTES,
    Leave,
    Profile,
    SpokenLanguage,
)
from commerce.changes import Change
from commerce.context import Context
from commerce.db.tables import AgentLeaveRow, PersonRow
from commerce.errors import NotFound, Refused
from commerce.ndr import Agent, find_agent, find_person
from commerce.records import audit
from commerce.vocabulary import NdrReason, Weekday
from commerce.working_time import is_working

UNDO_FOR = timedelta(hours=24)
MOST_CAP = 500
LONGEST_LEAVE = timedelta(days=180)
_KEYS = (
    "languages", "reasons", "only_these", "cap", "opens", "closes", "rest_days", "minutes_a_case",
)  # fmt: skip


def find_profiles(ctx: Context) -> tuple[Profile, ...]:
    """Return the agents that cases can go to, by name.

    Everybody who works undelivered parcels by role, and whoever else of those who may was given
    skills.

    Raises:
        NotAllowed: The actor may not read undelivered parcels.
    """
    ctx.require(Permission.NDR_READ)
    return tuple(sorted(profiles(ctx), key=lambda one: one.agent.name.casefold()))


def find_one(ctx: Context, person: str) -> Agent:
    """Return the one person of the team who is meant; `me` is who asks.

    Raises:
        NotFound: Nobody of the team is called so.
        Ambiguous: Several are.
    """
    person_id, name = find_person(ctx, person)
    return Agent(id=person_id, name=name)


def is_on_shift(ctx: Context, profile: Profile) -> bool:
    """Tell whether an agent works at this moment."""
    return is_working(hours_of(profile, ctx.zone), ctx.now)


def profiles(ctx: Context) -> list[Profile]:
    """Return the agents that cases can go to, by id; for the shop's own work as well."""
    midnight = datetime.combine(ctx.today, time(), ctx.zone)
    loads, given = queries.loads(ctx), queries.given_since(ctx, midnight)
    leaves: dict[int, list[AgentLeaveRow]] = {}
    for leave in queries.leaves(ctx, ctx.today):
        leaves.setdefault(leave.person_id, []).append(leave)
    return [
        replace(
            profile_of(row, leaves.get(row.id, [])),
            open_cases=loads.get(row.id, (0, 0))[0],
            untouched=loads.get(row.id, (0, 0))[1],
            given_today=given.get(row.id, 0),
        )
        for row in queries.able_people(ctx)
        if row.role == Role.NDR_AGENT or row.skills
    ]


def profile_of(row: PersonRow, leaves: list[AgentLeaveRow]) -> Profile:
    """Return what somebody's row says of what they work."""
    said: Mapping[str, Any] = row.skills
    return Profile(
        agent=Agent(id=row.id, name=row.name),
        languages=frozenset(str(one).partition("-")[0] for one in said.get("languages", ())),
        reasons=frozenset(NdrReason(one) for one in said.get("reasons", ())),
        only_these=bool(said.get("only_these", False)),
        cap=int(said.get("cap", DEFAULT_CAP)),
        minutes_a_case=int(said.get("minutes_a_case", DEFAULT_MINUTES)),
        opens=time.fromisoformat(said.get("opens", "00:00")),
        closes=time.fromisoformat(said.get("closes", "00:00")),
        rest_days=frozenset(int(one) for one in said.get("rest_days", ())),
        is_off=bool(said.get("is_off", False)),
        leaves=tuple(Leave(first=one.first_day, last=one.last_day) for one in leaves),
    )


def plan_set_agent(
    ctx: Context, person: str, *, language: SpokenLanguage | None = None,
    reason: NdrReason | None = None, only_these: bool | None = None, cap: int | None = None,
    shift: tuple[time, time] | None = None, rest_day: Weekday | None = None,
) -> Change:  # fmt: skip
    """Say what another profile of an agent would change. What is `None` stays as it is.

    A language or a reason that they have already is taken away, one that they do not is added.

    Raises:
        NotFound: Nobody of the team is called so.
        Ambiguous: Several are.
        Refused: They may not work undelivered parcels, nothing was said, or nothing would change.
    """
    ctx.require(Permission.WORK_WRITE)
    agent = find_agent(ctx, person)
    row = _row(ctx, agent.id, lock=False)
    before = {key: row.skills.get(key) for key in _KEYS}
    after = dict(before)
    if language is not None:
        after["languages"] = _toggled(before["languages"], language.key)
    if reason is not None:
        after["reasons"] = _toggled(before["reasons"], reason.value)
    if only_these is not None:
        after["only_these"] = only_these
    if cap is not None:
        after["cap"] = cap
    if shift is not None:
        after["opens"], after["closes"] = (one.isoformat("minutes") for one in shift)
    if rest_day is not None:
        after["rest_days"] = _toggled(before["rest_days"], rest_day.number)
    if len(set(after["rest_days"] or ())) == len(Weekday):
        raise Refused("error-agent-never-works", name=agent.name)
    changed = [key for key in _KEYS if before[key] != after[key]]
    if not changed:
        raise Refused("error-agent-nothing-changes", name=agent.name)
    return Change(
        subject_kind="agent",
        subject=agent.name,
        before={"person": agent.id, **{key: before[key] for key in changed}},
        after={"person": agent.id, **{key: after[key] for key in changed}},
        undo_for=UNDO_FOR,
    )


def set_agent(
    ctx: Context, person: str, *, language: SpokenLanguage | None = None,
    reason: NdrReason | None = None, only_these: bool | None = None, cap: int | None = None,
    shift: tuple[time, time] | None = None, rest_day: Weekday | None = None,
) -> Change:  # fmt: skip
    """Change what an agent works, and when.

    Raises:
        NotFound: Nobody of the team is called so.
        Ambiguous: Several are.
        Refused: As `plan_set_agent`.
    """
    change = plan_set_agent(
        ctx, person, language=language, reason=reason, only_these=only_these, cap=cap, shift=shift,
        rest_day=rest_day,
    )  # fmt: skip
    _write(ctx, change)
    audit(ctx, "set_agent", change)
    return change


def undo_set_agent(ctx: Context, change: Change) -> Change:
    """Give an agent their earlier profile or availability back.

    Raises:
        NotFound: They are gone.
        Refused: It was changed again since.
    """
    ctx.require(Permission.NDR_ACT)
    row = _row(ctx, change.after["person"], lock=True)
    if row.id != ctx.actor.person_id:
        ctx.require(Permission.WORK_WRITE)
    now = {key: row.skills.get(key) for key in change.after if key not in ("person", "leave")}
    wanted = {key: value for key, value in change.after.items() if key in now}
    if now != wanted:
        raise Refused("error-setting-moved")
    if "leave" in change.after and not queries.drop_leave(ctx, change.after["leave"]["id"]):
        raise Refused("error-setting-moved")
    back = replace(change, before=change.after, after=change.before, undo_for=None, warnings=())
    _write(ctx, back)
    audit(ctx, "undo_set_agent", back)
    return back


def plan_set_availability(
    ctx: Context, person: str, *, works: bool, first: date | None = None, last: date | None = None
) -> Change:
    """Say what it would change that an agent takes cases, or takes none.

    Raises:
        NotFound: Nobody of the team is called so.
        Ambiguous: Several are.
        Refused: It is so already, the days lie behind, or are too many.
    """
    agent = _somebodys(ctx, person)
    row = _row(ctx, agent.id, lock=False)
    if first is not None or last is not None:
        if works:
            raise Refused("error-agent-works-anyway", name=agent.name)
        return _leave(ctx, agent, first or ctx.today, last or first or ctx.today)
    is_off = bool(row.skills.get("is_off", False))
    if is_off is not works:
        raise Refused(f"error-agent-{'works' if works else 'is-off'}-already", name=agent.name)
    return Change(
        subject_kind="agent", subject=agent.name,
        before={"person": agent.id, "is_off": row.skills.get("is_off")},
        after={"person": agent.id, "is_off": not works}, undo_for=UNDO_FOR,
        warnings=() if works else _warnings(ctx, agent),
    )  # fmt: skip


def set_availability(
    ctx: Context, person: str, *, works: bool, first: date | None = None, last: date | None = None
) -> Change:
    """Let an agent take cases or none: from now on, or on days of leave.

    Raises:
        NotFound: Nobody of the team is called so.
        Ambiguous: Several are.
        Refused: As `plan_set_availability`.
    """
    change = plan_set_availability(ctx, person, works=works, first=first, last=last)
    if "leave" in change.after:
        leave = change.after["leave"]
        days = (date.fromisoformat(leave["first"]), date.fromisoformat(leave["last"]))
        row_id = queries.add_leave(ctx, change.after["person"], *days)
        change = replace(change, after={**change.after, "leave": {**leave, "id": row_id}})
        audit(ctx, "set_availability", change)
        return change
    _write(ctx, change)
    audit(ctx, "set_availability", change)
    return change


def _somebodys(ctx: Context, person: str) -> Agent:
    """Return who is meant; everybody may speak for themselves, for others a manager."""
    agent = find_agent(ctx, person)
    if agent.id != ctx.actor.person_id:
        ctx.require(Permission.WORK_WRITE)
    return agent


def _leave(ctx: Context, agent: Agent, first: date, last: date) -> Change:
    if last < ctx.today or last < first:
        raise Refused("error-agent-leave-past")
    if last - first > LONGEST_LEAVE:
        raise Refused("error-agent-leave-long", days=LONGEST_LEAVE.days)
    leave = {"first": first.isoformat(), "last": last.isoformat()}
    starts_now = first <= ctx.today
    return Change(
        subject_kind="agent", subject=agent.name, before={"person": agent.id, "leave": None},
        after={"person": agent.id, "leave": leave}, undo_for=UNDO_FOR,
        warnings=_warnings(ctx, agent) if starts_now else (),
    )  # fmt: skip


def _warnings(ctx: Context, agent: Agent) -> tuple[str, ...]:
    _, untouched = queries.loads(ctx).get(agent.id, (0, 0))
    return (ctx.say("agent-warning-cases", name=agent.name, count=untouched),) if untouched else ()


def _write(ctx: Context, change: Change) -> None:
    row = _row(ctx, change.after["person"], lock=True)
    skills = dict(row.skills)
    for key, value in change.after.items():
        if key in ("person", "leave"):
            continue
        if value is None:
            skills.pop(key, None)
        else:
            skills[key] = value
    row.skills = skills
    ctx.session.flush()


def _row(ctx: Context, person_id: int, *, lock: bool) -> PersonRow:
    row = queries.person(ctx, person_id, lock=lock)
    if row is None:
        raise NotFound("error-ndr-person-not-found", name=str(person_id))
    return row


def _toggled(had: list[Any] | None, value: Any) -> list[Any]:
    kept = list(had or ())
    return [one for one in kept if one != value] if value in kept else [*kept, value]
