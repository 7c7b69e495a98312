"""The pages around the chat: which tool each shows, who finds it in the menu, what it offers to do.

A page decides nothing: it is the cards of read tools, and forms whose answers are said in the chat.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Literal

from agent.desk import Effect


@dataclass(frozen=True, slots=True, kw_only=True)
class Place:
    """One page of the menu."""

    path: str
    name: str
    """Its words are `web-place-<name>` and `web-place-<name>-line`."""
    icon: str
    shows: tuple[str, ...] = ()
    """The read tool it shows: the first of these that the person may use."""
    acts: tuple[str, ...] = ()
    """Writes offered as forms; filling one in asks for it in the chat."""
    group: Literal["day", "shop", "team", "you"] = "day"
    """Under which heading it stands in the menu."""
    wide: bool = False
    """Uses all the width there is."""
    also: str = ""
    """A read tool shown beneath."""
    takes_file: bool = False
    """Its tool is about a file (argument `file`), which is sent here first."""
    makes_links: bool = False
    """Whether links by which people come in are made here."""
    links_messengers: bool = False
    """Whether whoever looks is shown which messengers know them, and may have one more know."""
    needs: str = ""
    """The argument without which its tool has nothing to show."""
    lists_documents: bool = False
    """Whether the documents that may be read stand beneath."""
    is_own: bool = False
    """Drawn by a module of its own, not from the cards of its tool alone."""
    begins: Mapping[str, object] = field(default_factory=dict)
    """Arguments of the page's own, such as how many rows it has room for."""

    def tool(self, mine: Mapping[str, Effect]) -> str | None:
        """Return the tool it shows to who may use these."""
        return next((name for name in self.shows if name in mine), None)


CHAT = Place(path="/", name="chat", icon="chat")
WORKFLOWS = Place(
    path="/workflows", name="workflows", icon="flow", shows=("list_workflows",), group="shop",
    wide=True, is_own=True,
)  # fmt: skip

PLACES: tuple[Place, ...] = (
    Place(path="/ndr", name="ndr", icon="truck", shows=("ndr_board", "list_ndr"), wide=True),
    Place(path="/orders", name="orders", icon="bag", shows=("find_orders", "my_orders"), wide=True,
          begins={"limit": 20}),
    Place(path="/parcels", name="parcels", icon="parcel", shows=("list_parcels",), wide=True,
          begins={"limit": 20}),
    Place(path="/people-waiting", name="waiting", icon="hand", shows=("list_hand_overs",),
          acts=("answer_customer",)),
    Place(path="/approvals", name="approvals", icon="shield", shows=("list_approvals",)),
    Place(path="/tasks", name="tasks", icon="check", shows=("list_tasks",), wide=True,
          acts=("finish_task", "answer_task")),
    Place(path="/alerts", name="alerts", icon="warn", shows=("list_alerts",), wide=True,
          acts=("snooze_alert", "acknowledge_alert", "set_alerts")),
    Place(path="/sla", name="sla", icon="warn", shows=("sla_breaches",), also="courier_scorecard",
          acts=("set_sla", "set_business_hours", "set_holiday"), wide=True, begins={"limit": 20}),
    Place(path="/agents", name="agents", icon="person", shows=("show_agents",), group="team",
          acts=("set_agent", "set_availability", "reassign_ndrs"), wide=True),
    Place(path="/stock", name="stock", icon="shop", shows=("low_stock",), group="shop", wide=True,
          acts=("adjust_stock",), begins={"limit": 20}),
    Place(path="/customers", name="customers", icon="heart", shows=("list_customers",),
          group="shop", wide=True, begins={"limit": 20}),
    Place(path="/reports", name="reports", icon="chart", group="shop",
          shows=("run_report", "business_summary")),
    WORKFLOWS,
    Place(path="/imports", name="imports", icon="upload", shows=("preview_import",), group="shop",
          also="list_imports", wide=True, takes_file=True),
    Place(path="/knowledge", name="knowledge", icon="search", shows=("search_knowledge",),
          group="shop", needs="question", lists_documents=True),
    Place(path="/people", name="people", icon="people", shows=("list_people",), group="team",
          wide=True, makes_links=True,
          acts=("invite_person", "change_role", "disable_person", "delegate_approvals")),
    Place(path="/deliveries", name="deliveries", icon="hand", shows=("list_deliveries",),
          group="team", wide=True, acts=("resend_delivery",), begins={"limit": 50}),
    Place(path="/audit", name="audit", icon="log", shows=("search_audit_log",), group="team",
          wide=True, begins={"limit": 20}),
    Place(path="/memory", name="memory", icon="person", shows=("show_memory",), group="you",
          wide=True, acts=("remember", "forget")),
    Place(path="/settings", name="settings", icon="gear", shows=("show_settings",), group="team",
          links_messengers=True,
          acts=("set_my_language", "change_setting", "set_approval_limit",
                "require_second_person")),
)  # fmt: skip
"""In the order of the menu."""

UNASKED = frozenset({"limit", "skip", "after", "file", "as_shown"})
"""Arguments that no form asks for: how much a page shows, which file was sent to it, and what was
shown of it."""

AT_ONCE = frozenset({"answer_customer"})
"""Writes that ask for no yes, which their form has to say."""

UNDOABLE = frozenset({"remember", "set_my_language"})
"""Writes that ask for no yes either, and can be taken back: they are about whoever asks."""

ORDER_TOOLS = {"show_order": "order", "track_parcel": "parcel", "explain_risk": "order"}
"""What the page of one order shows, and the argument that takes its number."""


def menu(mine: Mapping[str, Effect]) -> list[Place]:
    """Return the pages that somebody who may use these tools finds in the menu."""
    return [CHAT, *(place for place in PLACES if place.tool(mine) is not None)]
