"""A workflow as boxes and arrows, in the person's language."""

from collections.abc import Sequence
from typing import Final, Literal

from commerce import workflows
from commerce.context import Context
from commerce.workflows import Definition, Node
from tools.cards import FlowBox, FlowCard, FlowLane

_Kind = Literal["when", "if", "then", "ask", "wait", "each", "stop"]

_KINDS: Final[dict[str, _Kind]] = {
    "when": "when", "if": "if", "branch": "if", "ask_approval": "ask", "wait": "wait",
    "each": "each", "stop": "stop",
}  # fmt: skip
"""Of everything else it is `then`: it does something."""
_WAYS: Final = {"then": "yes", "else": "no", "steps": "each"}


def flow_card(ctx: Context, definition: Definition) -> FlowCard:
    """Return a workflow to look at."""
    nodes = workflows.outline(definition, ctx.language, ctx.currency)
    count = 2 + sum(1 for _ in definition.walk()) - (definition.condition is None)
    return FlowCard(
        title=definition.title,
        boxes=_boxes(ctx, nodes),
        alt=ctx.say("workflow-flow-alt", title=definition.title, count=count),
    )


def _boxes(ctx: Context, nodes: Sequence[Node]) -> tuple[FlowBox, ...]:
    return tuple(_box(ctx, node) for node in nodes)


def _box(ctx: Context, node: Node) -> FlowBox:
    kind = _KINDS.get(node.kind, "then")
    return FlowBox(
        key=node.key, kind=kind, label=ctx.say(f"workflow-box-{kind}"),
        text=node.short[:1].upper() + node.short[1:],
        lanes=tuple(
            FlowLane(
                label=ctx.say(f"workflow-way-{_WAYS[name]}"), boxes=_boxes(ctx, lane),
                is_loop=name == "steps",
            )
            for name, lane in node.lanes
        ),
    )  # fmt: skip
