"""The closed set of things a reply can show. Channels draw them; models cannot invent new ones.

Text in cards is already in the person's language, money and dates already written.
"""

from typing import Annotated, Any, Literal

from pydantic import BaseModel, ConfigDict, Field, field_validator

from tools.arguments import keepable


class CardBase(BaseModel):
    """Base of all cards and their parts."""

    model_config = ConfigDict(frozen=True, extra="forbid")


class Tap(CardBase):
    """What a pressed button asks for, exactly, so that no sentence has to be understood again."""

    kind: Literal["call", "approve", "decline", "undo", "answer"]
    tool: str = Field(default="", pattern=r"^[a-z_]{0,40}$")
    """For `call`: the tool. Its arguments are checked like any other call's."""
    arguments: dict[str, Any] = Field(default_factory=dict, max_length=40)
    id: str = Field(default="", pattern=r"^[A-Za-z0-9_.:-]{0,80}$")
    """For `approve` and `decline` the approval, for `undo` the receipt."""

    @field_validator("arguments", mode="before")
    @classmethod
    def _keepable(cls, sent: Any) -> Any:
        return keepable(sent)


class Button(CardBase):
    """A choice the person can press."""

    label: str
    says: str
    """What stands in the conversation as theirs once they pressed it."""
    tap: Tap | None = None
    """`None`: `says` is sent as if they had typed it."""


class Step(CardBase):
    """One line of a timeline."""

    at: str
    text: str
    state: Literal["done", "now", "failed", "next"] = "done"


class Line(CardBase):
    """A label and its value."""

    label: str
    value: str


class OrderItem(CardBase):
    """One line of an order."""

    title: str
    sku: str
    quantity: int
    amount: str


class OrderCard(CardBase):
    """One order: what was bought, by whom, how far it is."""

    kind: Literal["order"] = "order"
    number: str
    status: str
    tone: Literal["good", "bad", "warn", "plain"] = "plain"
    total: str
    lines: tuple[Line, ...] = ()
    items: tuple[OrderItem, ...] = ()
    timeline: tuple[Step, ...] = ()
    buttons: tuple[Button, ...] = ()


class ParcelCard(CardBase):
    """One parcel and its way."""

    kind: Literal["parcel"] = "parcel"
    awb: str
    courier: str
    order: str
    status: str
    tone: Literal["good", "bad", "warn", "plain"] = "plain"
    lines: tuple[Line, ...] = ()
    timeline: tuple[Step, ...] = ()
    buttons: tuple[Button, ...] = ()


class Recommendation(CardBase):
    """One thing to do about a case."""

    text: str
    because: str = ""


class NdrCard(CardBase):
    """One undelivered parcel and what to do about it."""

    kind: Literal["ndr"] = "ndr"
    awb: str
    order: str
    reason: str
    value: str
    attempt: str
    due: str
    tone: Literal["good", "bad", "warn", "plain"] = "plain"
    lines: tuple[Line, ...] = ()
    recommendations: tuple[Recommendation, ...] = ()
    buttons: tuple[Button, ...] = ()


class BoardItem(CardBase):
    """One case that lies in a column of a board."""

    id: str
    """What a tool takes for it, such as an AWB; no two items of a board have the same."""
    title: str
    text: str = ""
    """Why it is there, in a few words."""
    value: str = ""
    due: str = ""
    tone: Literal["good", "bad", "warn", "plain"] = "plain"
    assignee: str = ""
    """Empty where it is nobody's."""
    tap: Button
    """Opens it."""


class BoardColumn(CardBase):
    """All cases of one standing."""

    id: str
    """Stays the same in every language."""
    label: str
    count: int
    """Of all that stand so, also beyond those shown."""
    value: str = ""
    """What they are worth together."""
    items: tuple[BoardItem, ...] = ()
    more: Button | None = None
    """Lists the rest; `None` where all are shown."""


class BoardCard(CardBase):
    """Cases in columns by how far they are, from left to right."""

    kind: Literal["board"] = "board"
    title: str
    columns: tuple[BoardColumn, ...]
    note: str = ""
    """What the columns are of: whose, which courier, since when."""
    buttons: tuple[Button, ...] = ()


class Column(CardBase):
    """A column of a table."""

    label: str
    align: Literal["start", "end"] = "start"


class TableCard(CardBase):
    """Rows. `taps[i]`, where given, is what pressing row i does."""

    kind: Literal["table"] = "table"
    title: str
    columns: tuple[Column, ...]
    rows: tuple[tuple[str, ...], ...]
    taps: tuple[Button, ...] = ()
    note: str = ""
    """What the rows are of: their period, and how many there are beyond those shown."""
    buttons: tuple[Button, ...] = ()


class Metric(CardBase):
    """One figure."""

    label: str
    value: str
    change: str = ""
    """Against the period before; empty where there is nothing to compare with."""
    tone: Literal["good", "bad", "warn", "plain"] = "plain"
    meaning: str = ""
    """How the figure is counted."""
    rows: Button | None = None
    """Shows the rows behind the figure."""
    why: Button | None = None
    """Takes the change apart; `None` where there is none to explain."""


class MetricsCard(CardBase):
    """Figures of one period."""

    kind: Literal["metrics"] = "metrics"
    title: str
    period: str
    metrics: tuple[Metric, ...]


class Series(CardBase):
    """One line, one colour of bars or one row of a heatmap; `values[i]` is of `labels[i]`."""

    name: str
    values: tuple[float | None, ...]


class ChartCard(CardBase):
    """A picture of numbers; `tools.charts` says how it is drawn."""

    kind: Literal["chart"] = "chart"
    title: str
    shape: Literal["line", "bar", "stacked_bar", "area", "pie", "heatmap", "waterfall", "band"]
    """A pie has one series; a heatmap has one for each of its rows.

    A waterfall has one: where it starts, what each step adds, and where it ends, their sum. The
    first series of a band is its line, the next two are its low and its high end; any others are
    marks, points where they have a value.
    """
    unit: Literal["money", "count", "share"]
    currency: str = "INR"
    labels: tuple[str, ...]
    series: tuple[Series, ...]
    alt: str
    """The chart in a sentence, for those who cannot see it."""


class FlowBox(CardBase):
    """One thing that a workflow waits for, asks or does."""

    key: str
    """Its place in the workflow: `when`, `if`, `1.then.0`."""
    kind: Literal["when", "if", "then", "ask", "wait", "each", "stop"]
    label: str
    """What `kind` is called."""
    text: str
    lanes: tuple["FlowLane", ...] = ()
    """The ways that go on from it; without any, the box beneath is next."""


class FlowLane(CardBase):
    """One way on from a box."""

    label: str
    boxes: tuple[FlowBox, ...] = ()
    is_loop: bool = False
    """Gone through once for each thing of a list."""


class FlowCard(CardBase):
    """A workflow as boxes and arrows; `tools.flows` says where each stands."""

    kind: Literal["flow"] = "flow"
    title: str
    boxes: tuple[FlowBox, ...]
    alt: str
    """What it does in sentences, for those who cannot see it."""


class Difference(CardBase):
    """One thing that changes."""

    label: str
    before: str
    after: str


class ApprovalCard(CardBase):
    """A write that waits for a yes."""

    kind: Literal["approval"] = "approval"
    approval: str
    title: str
    asked: str = ""
    """Who asked for it and when; empty in the conversation that asks."""
    why: str = ""
    differences: tuple[Difference, ...] = ()
    at_stake: str = ""
    needs: str = ""
    """Whose yes it needs, where the reader may not give it alone."""
    reversible: str = ""
    expires: str = ""
    warnings: tuple[str, ...] = ()
    buttons: tuple[Button, ...] = ()


class ReceiptCard(CardBase):
    """Proof of a write, with its undo where there is one."""

    kind: Literal["receipt"] = "receipt"
    receipt: str
    title: str
    differences: tuple[Difference, ...] = ()
    at: str = ""
    buttons: tuple[Button, ...] = ()


class ChoiceCard(CardBase):
    """A question with answers to press."""

    kind: Literal["choice"] = "choice"
    question: str
    buttons: tuple[Button, ...]


class FileCard(CardBase):
    """A file to fetch: one that was sent, or one that was made."""

    kind: Literal["file"] = "file"
    file: str
    """Its id; the channel knows where it is fetched."""
    name: str
    media_type: str
    size: int
    """Bytes."""
    title: str = ""
    """What it is, in a few words."""
    note: str = ""
    """How much is in it, and until when it can be fetched."""
    buttons: tuple[Button, ...] = ()


class TextCard(CardBase):
    """A short titled note."""

    kind: Literal["text"] = "text"
    title: str
    body: str
    marker: str = Field(default="", pattern=r"^(\[\d{1,2}\])?$")
    """By which the words above quote it, such as [1]; empty where they do not."""
    link: str = Field(default="", pattern=r"^((https?://[^\s/]+)?/knowledge/[^\s]+)?$")
    """Where the whole of it can be read: an address where the shop has a public one, else a path
    of the web app. Empty where there is no more."""
    buttons: tuple[Button, ...] = ()


Card = Annotated[
    OrderCard
    | ParcelCard
    | NdrCard
    | BoardCard
    | TableCard
    | MetricsCard
    | ChartCard
    | FlowCard
    | ApprovalCard
    | ReceiptCard
    | ChoiceCard
    | FileCard
    | TextCard,
    Field(discriminator="kind"),
]
