"""Answers that are shared by a link: who may have one, and who may open it."""

from agent.desk import SharedAnswer
from agent.messages import Reply
from agent.scope import House
from commerce import conversations
from commerce.access import Actor, Permission
from commerce.conversations import Share
from commerce.errors import NotAllowed, NotFound


def share(house: House, actor: Actor, message: int) -> str:
    """Return the id of a link to one of the actor's replies.

    Raises:
        commerce.errors.NotFound: No such reply of theirs.
    """
    with house.sessions() as session:
        row = conversations.reply_to_share(session, actor, message)
        tools = _tools(Reply.model_validate(row.body))
        if not tools:  # Its words may rest on what was found shortly before.
            earlier = conversations.messages_before(
                session, actor.shop_id, row.conversation_id, before=row.id, most=16
            )
            replies = [Reply.model_validate(one.body) for one in earlier if one.direction == "out"]
            tools = {name for reply in replies for name in _tools(reply)}
        link = conversations.share(session, actor, row, tools=sorted(tools), now=house.clock())
        session.commit()
        return link


def shared(house: House, actor: Actor, link: str) -> SharedAnswer:
    """Return what a link leads to.

    Raises:
        commerce.errors.NotFound: No such link in this shop, or it was taken back.
        commerce.errors.NotAllowed: The actor may not see what the answer rests on.
    """
    with house.sessions() as session:
        found = conversations.shared(session, actor, link)
    _check(house, actor, found)
    return SharedAnswer(
        id=found.id,
        by=found.by,
        asked=found.asked,
        reply=Reply.model_validate(found.body),
        at=found.at.isoformat(),
        can_revoke=found.person_id == actor.person_id or actor.may(Permission.PEOPLE_WRITE),
    )


def unshare(house: House, actor: Actor, link: str) -> None:
    """Take a link back: one's own, or anyone's by who manages people.

    Raises:
        commerce.errors.NotFound: No such link that is theirs to take back.
    """
    with house.sessions() as session:
        conversations.unshare(session, actor, link, house.clock())
        session.commit()


def _tools(reply: Reply) -> set[str]:
    return {call.name for call in reply.tool_calls if call.status in ("done", "awaiting_approval")}


def _check(house: House, actor: Actor, link: Share) -> None:
    """A customer's answer is for that customer and for staff who may see orders.

    Staff's answers are for staff who may use every tool behind them; customers never see one.
    """
    if actor.customer_id is not None:
        if actor.customer_id != link.customer_id:
            raise NotFound("error-share-not-found")
        return
    if link.customer_id is not None:
        sees = actor.may(Permission.ORDERS_READ)
    else:
        sees = all(
            name in house.catalogue and house.catalogue[name].open_to(actor) for name in link.tools
        )
    if not sees:
        raise NotAllowed("error-share-not-allowed", name=link.by)
