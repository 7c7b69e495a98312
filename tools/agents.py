"""Who works undelivered parcels, in chat: their languages, skills, shifts, leave, and load."""

from collections.abc import Callable
from enum import StrEnum
from typing import Any

from commerce import assignment
from commerce.access import Permission
from commerce.assignment import Profile, SpokenLanguage
from commerce.assignment.rules import is_away
from commerce.assignment.shifts import read_shift, write_shift
from commerce.changes import Change
from commerce.context import Context
from commerce.vocabulary import NdrReason, Weekday
from tools import facts
from tools.arguments import Cases, Day, Kind, OpenHours, Person
from tools.base import Arguments, Effect, Mention, Preview, ToolResult, tool
from tools.cards import Button, Column, Difference, TableCard, Tap


class ShowAgents(Arguments):
    """Whose; without a person everybody's."""

    person: Person | None = None


@tool(Permission.NDR_READ)
def show_agents(ctx: Context, args: ShowAgents) -> ToolResult:
    """Show who works undelivered parcels: languages, skills, shift, leave, how much each has open.

    For "who is on shift", "NDR agents ki list", "how many cases does each agent have", "who speaks
    Tamil". For the whole team with roles prefer list_people; for the cases of one person list_ndr.
    """
    found = assignment.find_profiles(ctx)
    if args.person is not None:
        wanted = assignment.find_one(ctx, args.person)
        found = tuple(one for one in found if one.agent.id == wanted.id)
    working = sum(_state(ctx, one) == "on" for one in found)
    return ToolResult(
        facts={"count": len(found), "agents": [_facts(ctx, one) for one in found]},
        says=ctx.say(
            "agents-says", count=len(found), working=working,
            open=sum(one.open_cases for one in found),
        ),
        cards=(_table(ctx, found),) if found else (),
        mentions=tuple(
            Mention(kind=Kind.PERSON, id=one.agent.name, label=one.agent.name) for one in found
        ),
    )  # fmt: skip


class OnlyTheirs(StrEnum):
    """Whether an agent is given nothing but what they are good at."""

    ONLY_SKILLS = "OnlySkills"
    ANYTHING = "Anything"


class SetAgent(Arguments):
    """Whose profile, and what of it becomes how. What is left out stays."""

    person: Person
    speaks: SpokenLanguage | None = None
    good_at: NdrReason | None = None
    takes: OnlyTheirs | None = None
    cap: Cases | None = None
    shift: OpenHours | None = None
    weekly_off: Weekday | None = None


def _wanted(args: SetAgent) -> dict[str, Any]:
    return {
        "language": args.speaks, "reason": args.good_at, "cap": args.cap,
        "only_these": None if args.takes is None else args.takes is OnlyTheirs.ONLY_SKILLS,
        "shift": read_shift(args.shift) if args.shift else None, "rest_day": args.weekly_off,
    }  # fmt: skip


def _preview_set(ctx: Context, args: SetAgent) -> Preview:
    change = assignment.plan_set_agent(ctx, args.person, **_wanted(args))
    return Preview(
        title=ctx.say("agents-set-title", name=change.subject),
        differences=_differences(ctx, change),
        change=change,
    )


@tool(
    Permission.WORK_WRITE, effect=Effect.WRITE, preview=_preview_set,
    undo=assignment.undo_set_agent,
)  # fmt: skip
def set_agent(ctx: Context, args: SetAgent) -> ToolResult:
    """Change what one agent works on undelivered parcels: language, skill, cap, shift, weekly off.

    For "Priya speaks Tamil too", "Imran max 40 cases", "Sneha ki shift 10 se 7", "Vikram is good at
    refusals". A language, reason or day off that they have already is taken away. For leave or
    being away prefer set_availability; for roles change_role.
    """
    change = assignment.set_agent(ctx, args.person, **_wanted(args))
    lines = _differences(ctx, change)
    return ToolResult(
        facts={"agent": change.subject, "before": change.before, "after": change.after},
        says=ctx.say(
            "agents-set", name=change.subject,
            what="; ".join(f"{line.label}: {line.after}" for line in lines),
        ),
        mentions=(Mention(kind=Kind.PERSON, id=change.subject, label=change.subject),),
        change=change,
    )  # fmt: skip


class Availability(StrEnum):
    """Whether somebody takes cases."""

    WORKING = "Working"
    AWAY = "Away"


class SetAvailability(Arguments):
    """Who takes cases or is away, without a name whoever asks; with days, for these days."""

    person: Person | None = None
    availability: Availability
    from_day: Day | None = None
    until_day: Day | None = None


def _preview_availability(ctx: Context, args: SetAvailability) -> Preview:
    change = assignment.plan_set_availability(
        ctx, args.person or "me", works=args.availability is Availability.WORKING,
        first=args.from_day, last=args.until_day,
    )  # fmt: skip
    return Preview(
        title=ctx.say("agents-availability-title", name=change.subject),
        differences=(_availability(ctx, change),),
        change=change,
    )


@tool(
    Permission.NDR_ACT, effect=Effect.WRITE, preview=_preview_availability,
    undo=assignment.undo_set_agent,
)  # fmt: skip
def set_availability(ctx: Context, args: SetAvailability) -> ToolResult:
    """Let an agent take undelivered parcels or none: off now, back again, or leave on given days.

    For "Priya is off today", "Imran chutti par hai kal se 28 tak", "main wapas aa gaya", "Sneha is
    back". Their cases stay with them until reassign_ndrs gives them to others. To stand in with
    approvals prefer delegate_approvals; to shut somebody out disable_person.
    """
    change = assignment.set_availability(
        ctx, args.person or "me", works=args.availability is Availability.WORKING,
        first=args.from_day, last=args.until_day,
    )  # fmt: skip
    line = _availability(ctx, change)
    warnings = "\n".join(change.warnings)
    says = ctx.say("agents-availability-set", name=change.subject, state=line.after)
    return ToolResult(
        facts={"agent": change.subject, "before": change.before, "after": change.after},
        says=f"{says}\n{warnings}".strip(),
        mentions=(Mention(kind=Kind.PERSON, id=change.subject, label=change.subject),),
        change=change,
    )


def _availability(ctx: Context, change: Change) -> Difference:
    if "leave" in change.after:
        leave = change.after["leave"]
        after = ctx.say(
            "agents-leave-days",
            first=facts.day_of(leave["first"]),
            last=facts.day_of(leave["last"]),
        )
        return Difference(label=ctx.say("agents-field-leave"), before="", after=after)
    before, after = (
        ctx.say("agents-state", state="off" if side.get("is_off") else "on")
        for side in (change.before, change.after)
    )
    return Difference(label=ctx.say("agents-column-state"), before=before, after=after)


def _differences(ctx: Context, change: Change) -> tuple[Difference, ...]:
    fields: dict[str, tuple[str, Callable[[Context, Any], str] | None]] = {
        "languages": ("languages", _languages), "reasons": ("reasons", _reasons),
        "only_these": ("only", _only), "cap": ("cap", _cap), "opens": ("shift", None),
        "rest_days": ("rest", _rest),
    }  # fmt: skip
    lines = []
    for key, (label, written) in fields.items():
        if key == "opens" and ("opens" in change.after or "closes" in change.after):
            before, after = _shift_of(ctx, change.before), _shift_of(ctx, change.after)
        elif key in change.after and written is not None:
            before, after = (written(ctx, side[key]) for side in (change.before, change.after))
        else:
            continue
        lines.append(Difference(label=ctx.say(f"agents-field-{label}"), before=before, after=after))
    return tuple(lines)


def _languages(ctx: Context, keys: list[str] | None) -> str:
    known = (assignment.SPOKEN.get(str(key).partition("-")[0]) for key in keys or ())
    named = dict.fromkeys(ctx.say(f"spoken-language-{one}") for one in known if one)
    return ctx.say("agents-list", items=", ".join(named)) if named else ctx.say("agents-not-said")


def _reasons(ctx: Context, reasons: list[str] | None) -> str:
    named = [ctx.say(f"ndr-reason-{one}") for one in reasons or ()]
    return ctx.say("agents-list", items=", ".join(named)) if named else ctx.say("agents-not-said")


def _only(ctx: Context, only: bool | None) -> str:
    return ctx.say("agents-takes", only="yes" if only else "no")


def _cap(ctx: Context, cap: int | None) -> str:
    return ctx.say("agents-cases", count=assignment.DEFAULT_CAP if cap is None else cap)


def _rest(ctx: Context, days: list[int] | None) -> str:
    named = [ctx.say(f"weekday-{list(Weekday)[day]}") for day in sorted(days or ())]
    return ctx.say("agents-list", items=", ".join(named)) if named else ctx.say("agents-no-rest")


def _shift_of(ctx: Context, side: dict[str, Any]) -> str:
    opens, closes = side.get("opens"), side.get("closes")
    return ctx.say("agents-shift", opens=opens or "none", closes=closes or "none")


def _state(ctx: Context, one: Profile) -> str:
    """Return `on`, `off`, `leave` or `shift` (not on shift now)."""
    if one.is_off:
        return "off"
    if is_away(one, ctx.now, ctx.zone):
        return "leave"
    return "on" if assignment.is_on_shift(ctx, one) else "shift"


def _facts(ctx: Context, one: Profile) -> dict[str, Any]:
    return {
        "agent": one.agent.name,
        "languages": sorted(one.languages),
        "good_at": sorted(reason.value for reason in one.reasons),
        "only_these": one.only_these,
        "cap": one.cap,
        "open_cases": one.open_cases,
        "untouched": one.untouched,
        "given_today": one.given_today,
        "shift": write_shift(one.opens, one.closes),
        "weekly_off": [list(Weekday)[day].value for day in sorted(one.rest_days)],
        "leave": [
            {"first_day": leave.first.isoformat(), "last_day": leave.last.isoformat()}
            for leave in one.leaves
        ],
        "state": _state(ctx, one),
    }


def _table(ctx: Context, found: tuple[Profile, ...]) -> TableCard:
    ends = ("open", "today")
    return TableCard(
        title=ctx.say("agents-title"),
        columns=(
            *(
                Column(label=ctx.say(f"agents-column-{name}"))
                for name in ("name", "state", "shift", "languages", "reasons")
            ),
            *(Column(label=ctx.say(f"agents-column-{name}"), align="end") for name in ends),
        ),
        rows=tuple(_row(ctx, one) for one in found),
        taps=tuple(_cases_of(ctx, one) for one in found),
        note=ctx.say("agents-note"),
    )


def _row(ctx: Context, one: Profile) -> tuple[str, ...]:
    return (
        one.agent.name,
        ctx.say("agents-state", state=_state(ctx, one)),
        ctx.say(
            "agents-shift", opens=one.opens.isoformat("minutes"),
            closes=one.closes.isoformat("minutes"),
        )
        if one.opens != one.closes
        else ctx.say("agents-shift", opens="none", closes="none"),
        _languages(ctx, sorted(one.languages)),
        _reasons(ctx, sorted(reason.value for reason in one.reasons)),
        ctx.say("agents-load", open=one.open_cases, cap=one.cap),
        ctx.say("agents-number", number=one.given_today),
    )  # fmt: skip


def _cases_of(ctx: Context, one: Profile) -> Button:
    return Button(
        label=ctx.say("agents-button-cases"),
        says=ctx.say("agents-button-cases-says", name=one.agent.name),
        tap=Tap(kind="call", tool="list_ndr", arguments={"assignee": one.agent.name}),
    )
