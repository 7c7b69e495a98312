"""Many things of one kind changed under one yes: planned, kept within limits, done, taken back.

What one thing needs is the business function's own: here it is only called for each, so that rules,
history, events and audit lines are those of the single change. Things that may not be changed are
left alone and counted by why; they never stop the others.
"""

from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import timedelta

from commerce.changes import Change
from commerce.context import Context
from commerce.errors import Ambiguous, NotFound, Refused
from commerce.money import Money
from commerce.words import has

MOST_AT_ONCE = 500
"""How many things one yes may change, whoever says it: more nobody has looked at. What a role may
approve alone is less, and is `approvals.Limit`'s."""

_WARNINGS = 5
_EXAMPLES = 3
_NOT_DONE = (Refused, NotFound, Ambiguous)
"""What one thing may answer without stopping the others."""


@dataclass(frozen=True, slots=True, kw_only=True)
class LeftAlone:
    """Things that are not changed, all for the same reason."""

    why: str
    """Key of the sentence that refuses one of them."""
    count: int
    subjects: tuple[str, ...] = ()
    """The first few."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Batch:
    """What becomes of many things: some change, some are left alone."""

    changes: tuple[Change, ...]
    left: tuple[LeftAlone, ...] = ()
    """The most frequent reason first."""

    @property
    def left_count(self) -> int:
        """How many are left alone."""
        return sum(group.count for group in self.left)


@dataclass(slots=True)
class _Left:
    counts: Counter[str] = field(default_factory=Counter)
    subjects: dict[str, list[str]] = field(default_factory=dict)

    def add(self, why: str, subject: str) -> None:
        self.counts[why] += 1
        self.subjects.setdefault(why, []).append(subject)

    def groups(self) -> tuple[LeftAlone, ...]:
        return tuple(
            LeftAlone(why=why, count=count, subjects=tuple(self.subjects.get(why, ())[:_EXAMPLES]))
            for why, count in self.counts.most_common()
        )


def require_few(count: int) -> None:
    """Refuse more than one yes may change.

    Raises:
        Refused: There are more; the message says how many may be, and how to ask for fewer.
    """
    if count > MOST_AT_ONCE:
        raise Refused("error-bulk-too-many", count=count, most=MOST_AT_ONCE)


def plan(
    subjects: Iterable[str],
    plan_one: Callable[[str], Change],
    *,
    also_left: Mapping[str, int] | None = None,
) -> Batch:
    """Plan the change of each, without changing anything.

    Args:
        subjects: Order numbers, AWBs and the like.
        plan_one: Plans one; what it refuses is left alone.
        also_left: Key of a refusing sentence → how many more fit but cannot be changed, where the
            caller counted them without looking at each.
    """
    changes, left = [], _Left()
    for subject in subjects:
        try:
            changes.append(plan_one(subject))
        except _NOT_DONE as error:
            left.add(error.key, subject)
    left.counts.update(also_left or {})
    return Batch(changes=tuple(changes), left=left.groups())


def carry_out(
    ctx: Context,
    as_shown: Mapping[str, str],
    as_now: Mapping[str, str],
    do_one: Callable[[str], Change],
) -> Batch:
    """Change exactly what was shown, each in a savepoint; what moved meanwhile is left alone.

    Args:
        ctx: Who acts.
        as_shown: Subject → how it stood when the person said yes to it.
        as_now: Subject → how it stands, in the same words.
        do_one: Changes one; what it refuses is left alone.

    Raises:
        Refused: Nothing of it can be changed any more.
    """
    changes, left = [], _Left()
    for subject, stood in as_shown.items():
        if as_now.get(subject) != stood:
            left.add("error-bulk-moved", subject)
            continue
        try:
            with ctx.session.begin_nested():
                changes.append(do_one(subject))
        except _NOT_DONE as error:
            left.add(error.key, subject)
    batch = Batch(changes=tuple(changes), left=left.groups())
    require_some(ctx, batch)
    return batch


def require_some(ctx: Context, batch: Batch) -> None:
    """Refuse a batch that changes nothing.

    Raises:
        Refused: Everything is left alone; the message says why.
    """
    if not batch.changes:
        raise Refused("error-bulk-none", count=batch.left_count, why=told_left(ctx, batch.left))


def as_change(ctx: Context, kind: str, batch: Batch) -> Change:
    """Return many changes as one, to be approved, proven and undone as one.

    `before` and `after` map each subject to its own. `kind` names the things in the plural
    (`orders`, `parcels`): the message `bulk-<kind>` counts them.
    """
    changes = batch.changes
    return Change(
        subject_kind=kind,
        subject=ctx.say(f"bulk-{kind}", count=len(changes)),
        before={change.subject: change.before for change in changes},
        after={change.subject: change.after for change in changes},
        at_stake=total(ctx, changes),
        items=len(changes),
        undo_for=_shortest([change.undo_for for change in changes]),
        warnings=_warnings(ctx, changes),
    )


def undo(ctx: Context, change: Change, undo_one: Callable[[Context, Change], Change]) -> Change:
    """Take back what still can be; what cannot is said in the warnings.

    Args:
        ctx: Who acts.
        change: What `as_change` made, as its receipt keeps it.
        undo_one: Takes one change back.

    Raises:
        Refused: Nothing of it can be taken back any more.
    """
    kind = change.subject_kind.removesuffix("s")
    backs, left = [], _Left()
    for subject in reversed(change.before):
        one = Change(
            subject_kind=kind, subject=subject,
            before=change.before[subject], after=change.after[subject],
        )  # fmt: skip
        try:
            with ctx.session.begin_nested():
                backs.append(undo_one(ctx, one))
        except _NOT_DONE as error:
            left.add(error.key, subject)
    batch = Batch(changes=tuple(reversed(backs)), left=left.groups())
    if not backs:
        raise Refused("error-bulk-undo-none", why=told_left(ctx, batch.left))
    back = as_change(ctx, change.subject_kind, batch)
    if not batch.left:
        return back
    said = ctx.say(
        "bulk-undone-in-part",
        done=len(backs), left=batch.left_count, why=told_left(ctx, batch.left),
    )  # fmt: skip
    return replace(back, warnings=(said, *back.warnings))


def told_left(ctx: Context, left: Sequence[LeftAlone]) -> str:
    """Return in words what is left alone and why: `3 with the courier (1042, 1043, 1050)`.

    A reason is said by the message `why-…` of the refusing sentence `error-…`, where there is one.
    """
    return "; ".join(_told(ctx, group) for group in left)


def total(ctx: Context, changes: Iterable[Change]) -> Money:
    """Return what many changes touch together."""
    minor = sum(change.at_stake.minor for change in changes if change.at_stake is not None)
    return Money(minor, ctx.currency)


def _told(ctx: Context, group: LeftAlone) -> str:
    key = group.why.replace("error-", "why-", 1)
    why = ctx.say(key if has(key) else "why-other")
    more = group.count - len(group.subjects)
    subjects = ", ".join(group.subjects) or "none"
    return ctx.say("bulk-left", count=group.count, why=why, subjects=subjects, more=more)


def _shortest(spans: Sequence[timedelta | None]) -> timedelta | None:
    known = [span for span in spans if span is not None]
    return min(known) if known and len(known) == len(spans) else None


def _warnings(ctx: Context, changes: Sequence[Change]) -> tuple[str, ...]:
    """Return the first few warnings, each with what it is about, and how many more there are."""
    found = [
        ctx.say("bulk-warning", subject=change.subject, warning=warning)
        for change in changes
        for warning in change.warnings
    ]
    if len(found) <= _WARNINGS:
        return tuple(found)
    more = ctx.say("bulk-more-warnings", count=len(found) - _WARNINGS)
    return (*found[:_WARNINGS], more)
