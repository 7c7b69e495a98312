"""A plain LangGraph agent to compare with: StateGraph, ToolNode, AsyncSqliteSaver."""

import sqlite3
import time
import warnings
from itertools import count
from pathlib import Path
from typing import Any

from evals.bench.figures import Cost, Costs


async def plain_agent(folder: Path, shop: Path, turns: int) -> Costs:
    """Return what each turn of one thread cost the plain agent.

    Args:
        folder: Where its checkpoints go.
        shop: The demo shop's database, for its tool to count orders in.
        turns: How many turns, all on one thread, as its documentation does it.
    """
    import aiosqlite
    from langchain_core.messages import AIMessage, HumanMessage
    from langchain_core.tools import tool
    from langgraph.checkpoint.sqlite.aio import AsyncSqliteSaver
    from langgraph.graph import END, START, MessagesState, StateGraph

    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        from langgraph.prebuilt import ToolNode

    orders = sqlite3.connect(shop, check_same_thread=False)
    numbers = count()

    @tool
    def find_orders(day: str) -> str:
        """Count the orders of a day."""
        found = orders.execute(
            "SELECT count(*), sum(total_minor) FROM orders WHERE placed_at > ?", (day,)
        )
        return str(found.fetchone())

    def model(state: MessagesState) -> dict[str, Any]:
        if state["messages"][-1].type == "tool":
            return {"messages": [AIMessage("31 orders today.")]}
        wanted = {"name": "find_orders", "args": {"day": "2026-01-01"}, "id": f"c{next(numbers)}"}
        return {"messages": [AIMessage("", tool_calls=[{**wanted, "type": "tool_call"}])]}

    graph = StateGraph(MessagesState)
    graph.add_node("model", model)
    graph.add_node("tools", ToolNode([find_orders]))
    graph.add_edge(START, "model")
    graph.add_conditional_edges(
        "model", lambda s: "tools" if s["messages"][-1].tool_calls else END, ["tools", END]
    )
    graph.add_edge("tools", "model")
    costs: list[Cost] = []
    async with aiosqlite.connect(folder / "baseline.db") as connection:
        agent = graph.compile(checkpointer=AsyncSqliteSaver(connection))
        for _ in range(turns):
            cpu, wall = time.process_time(), time.perf_counter()
            await agent.ainvoke(
                {"messages": [HumanMessage("orders today")]}, {"configurable": {"thread_id": "t"}}
            )
            costs.append(
                Cost(
                    cpu=1000 * (time.process_time() - cpu), wall=1000 * (time.perf_counter() - wall)
                )
            )
    orders.close()
    return Costs(tuple(costs))
