"""What lets somebody who was invited come in: a link for the web, a code for a messenger."""

from dataclasses import dataclass
from datetime import timedelta

from commerce.access import Permission, Role
from commerce.context import Context
from commerce.errors import NotFound
from commerce.people import queries, rules
from commerce.people.linking import make_join_code
from commerce.people.sign_in import make_link
from commerce.records import note

INVITATION_HOURS = 48
"""How long an invitation works."""


@dataclass(frozen=True, slots=True)
class Invitation:
    """What lets somebody in, each once and for `INVITATION_HOURS`.

    It is in one answer and nowhere else: stored as hashes, to be shown to who asked for it, once,
    and neither logged nor told to a language model.
    """

    link: str
    """The secret of a link that signs them in on the web."""
    code: str
    """What they write after JOIN on a messenger: `K7PQ-3M9X`."""


def invitation(ctx: Context, person: int) -> Invitation:
    """Return what lets a person in once; what was made for them before stops working.

    Raises:
        NotAllowed: The actor may not manage people, or the person is above them.
        NotFound: No such active person of the shop.
    """
    ctx.require(Permission.PEOPLE_WRITE)
    row = queries.staff_row(ctx, person)
    if row is None or not row.is_active:
        raise NotFound("error-people-nobody", name=str(person), names="")
    rules.check_invite(ctx.actor.role, Role(row.role))
    queries.use_up_invitations(ctx, person, ctx.now)
    lasts = timedelta(hours=INVITATION_HOURS)
    made = Invitation(
        make_link(ctx.session, row, ctx.now, lasts=lasts), make_join_code(ctx, person, lasts=lasts)
    )
    note(
        ctx.session,
        shop_id=ctx.actor.shop_id,
        action="make_sign_in_link",
        subject=row.name,
        now=ctx.now,
        person_id=ctx.actor.person_id,
        channel=ctx.channel,
        turn_id=ctx.turn_id,
    )
    return made
