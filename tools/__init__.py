"""The functions the agent may call."""

from tools.base import Arguments, Effect, Mention, Preview, Tool, ToolResult, allowed
from tools.inventory import check_stock, low_stock
from tools.orders import cancel_order, find_orders, hold_order, show_order
from tools.parcels import late_parcels, track_parcel

TOOLS: tuple[Tool, ...] = (
    find_orders,
    show_order,
    cancel_order,
    hold_order,
    track_parcel,
    late_parcels,
    check_stock,
    low_stock,
)
"""Every tool there is. What is not in this list cannot be called."""

__all__ = ["TOOLS", "Arguments", "Effect", "Mention", "Preview", "Tool", "ToolResult", "allowed"]
