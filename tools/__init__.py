"""The functions the agent may call."""

from tools.base import Arguments, Effect, Mention, Preview, Tool, ToolResult, allowed
from tools.couriers import courier_performance
from tools.customers import list_customers, show_customer
from tools.inventory import adjust_stock, check_stock, dead_stock, low_stock
from tools.ndr import advise_on_ndr, list_ndr, request_reattempt, return_to_origin
from tools.ndr_board import ndr_board
from tools.ndr_desk import assign_ndr, log_call, message_customer, report_fake_attempt
from tools.ndr_many import assign_ndrs, request_reattempts
from tools.orders import cancel_order, find_orders, hold_order, show_order
from tools.own import choose_redelivery, my_orders
from tools.parcels import late_parcels, list_parcels, track_parcel
from tools.people import hand_over
from tools.pricing import compare_prices
from tools.reports import business_summary

TOOLS: tuple[Tool, ...] = (
    find_orders,
    show_order,
    cancel_order,
    hold_order,
    track_parcel,
    late_parcels,
    list_parcels,
    list_ndr,
    advise_on_ndr,
    request_reattempt,
    return_to_origin,
    ndr_board,
    assign_ndr,
    log_call,
    message_customer,
    report_fake_attempt,
    assign_ndrs,
    request_reattempts,
    check_stock,
    low_stock,
    dead_stock,
    adjust_stock,
    compare_prices,
    show_customer,
    list_customers,
    courier_performance,
    business_summary,
    my_orders,
    choose_redelivery,
    hand_over,
)
"""Every tool there is. What is not in this list cannot be called."""

__all__ = ["TOOLS", "Arguments", "Effect", "Mention", "Preview", "Tool", "ToolResult", "allowed"]
