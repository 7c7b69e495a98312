"""Charts in a terminal."""

from io import StringIO

from rich.console import Console

from agent.messages import Reply
from channels.terminal.render import draw
from tools.cards import ChartCard, Series


def test_a_step_begins_where_the_one_above_it_ends() -> None:
    card = ChartCard(
        title="Why", shape="waterfall", unit="count", labels=("Usual", "Festival", "All"), alt="",
        series=(Series(name="Adds", values=(10.0, 20.0, 30.0)),),
    )  # fmt: skip
    out = StringIO()
    console = Console(width=80, file=out)
    draw(
        console,
        Reply(text="", cards=(card,), language="en", brain="planner", conversation="c", turn="t"),
    )
    usual, festival, whole = (line for line in out.getvalue().splitlines() if "█" in line)
    assert festival.index("█") == usual.rindex("█") + 1
    assert (festival.rindex("█"), whole.count("█")) == (whole.rindex("█"), 30)
    assert "+20" in festival
