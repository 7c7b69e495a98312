"""People in chat: asking for one."""

from commerce import people
from commerce.access import Permission
from commerce.context import Context
from tools.arguments import Reason
from tools.base import Arguments, Effect, ToolResult, tool


class HandOver(Arguments):
    """Why a person is wanted."""

    reason: Reason | None = None


@tool(Permission.HAND_OVER, effect=Effect.WRITE)
def hand_over(ctx: Context, args: HandOver) -> ToolResult:
    """Ask a person of the shop to take over this conversation.

    For "I want to talk to a human", a complaint or anger, and for what no other tool can do. Asks
    nobody first; asking twice changes nothing.
    """
    done = people.hand_over(ctx, args.reason)
    key = "people-handed-over" if done.is_new else "people-handed-over-already"
    return ToolResult(
        facts={"handed_over": True, "new": done.is_new, "team_is_there_now": done.team_is_there},
        says=ctx.say(
            key,
            open="now" if done.team_is_there else "later",
            **{"from": f"{done.opens:02}:00", "until": f"{done.closes:02}:00"},
        ),
        change=done.change,
    )
