"""The functions the agent may call."""

from tools.agents import set_agent, set_availability, show_agents
from tools.alerts import acknowledge_alert, list_alerts, set_alerts, snooze_alert
from tools.approvals import (
    delegate_approvals,
    list_approvals,
    list_delegations,
    require_second_person,
    revoke_delegation,
    set_approval_limit,
)
from tools.audit import search_audit_log
from tools.base import Arguments, Effect, Mention, Preview, Tool, ToolResult, allowed
from tools.bought_together import bought_together
from tools.brief import morning_brief, profit_and_loss
from tools.consents import record_consent
from tools.couriers import courier_performance
from tools.customers import list_customers, show_customer
from tools.deliveries import list_deliveries, resend_delivery
from tools.demand import forecast_demand, forecast_revenue, plan_reorder
from tools.exporting import export_data
from tools.files import attach_to_order, import_file, list_imports, preview_import
from tools.hand_overs import (
    answer_customer,
    close_hand_over,
    list_hand_overs,
    show_hand_over,
    take_over,
)
from tools.inventory import adjust_stock, check_stock, dead_stock, low_stock
from tools.knowledge import (
    add_knowledge,
    list_knowledge,
    remove_knowledge,
    search_knowledge,
)
from tools.memory import forget, remember, show_memory
from tools.ndr import advise_on_ndr, list_ndr, request_reattempt, return_to_origin
from tools.ndr_board import ndr_board
from tools.ndr_desk import assign_ndr, log_call, message_customer, report_fake_attempt
from tools.ndr_many import assign_ndrs, reassign_ndrs, request_reattempts
from tools.order_bulk import cancel_orders, confirm_orders, hold_orders
from tools.order_changes import (
    add_note,
    cancel_order,
    change_delivery_address,
    confirm_order,
    hold_order,
    record_payment,
    refund_order,
    release_order,
    send_payment_link,
)
from tools.order_list import find_orders
from tools.orders import show_order
from tools.own import choose_redelivery, my_orders
from tools.own_changes import confirm_my_order, correct_address, pay_online, refuse_delivery
from tools.parcels import late_parcels, list_parcels, track_parcel
from tools.people import hand_over
from tools.price_advice import advise_on_price, simulate_price
from tools.price_changes import cancel_price_change, list_price_changes, set_price
from tools.pricing import compare_prices
from tools.privacy import erase_customer
from tools.proof import make_proof_pack
from tools.report_builder import explain_change, run_report
from tools.reports import business_summary
from tools.reviews import review_sentiment
from tools.risk import explain_risk, review_order, risky_orders
from tools.schedules import (
    list_schedules,
    pause_schedule,
    resume_schedule,
    schedule_report,
    stop_schedule,
)
from tools.settings import change_setting, set_my_language, show_settings
from tools.sla import courier_scorecard, sla_breaches, sla_report
from tools.sla_setting import set_business_hours, set_holiday, set_sla
from tools.tasks import answer_task, finish_task, list_tasks
from tools.team import change_role, disable_person, invite_person, list_people
from tools.workflow_changes import (
    cancel_run,
    change_workflow,
    create_workflow,
    pause_workflow,
    resume_workflow,
    retire_workflow,
    retry_run,
)
from tools.workflows import dry_run_workflow, list_workflows, show_workflow, workflow_runs

TOOLS: tuple[Tool, ...] = (
    find_orders,
    show_order,
    confirm_order,
    cancel_order,
    hold_order,
    release_order,
    refund_order,
    change_delivery_address,
    send_payment_link,
    record_payment,
    add_note,
    explain_risk,
    risky_orders,
    review_order,
    cancel_orders,
    confirm_orders,
    hold_orders,
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
    make_proof_pack,
    assign_ndrs,
    reassign_ndrs,
    show_agents,
    set_agent,
    set_availability,
    request_reattempts,
    check_stock,
    low_stock,
    dead_stock,
    adjust_stock,
    forecast_demand,
    plan_reorder,
    forecast_revenue,
    compare_prices,
    advise_on_price,
    simulate_price,
    set_price,
    list_price_changes,
    cancel_price_change,
    show_customer,
    bought_together,
    list_customers,
    record_consent,
    erase_customer,
    review_sentiment,
    courier_performance,
    courier_scorecard,
    sla_breaches,
    sla_report,
    set_sla,
    set_business_hours,
    set_holiday,
    business_summary,
    run_report,
    explain_change,
    profit_and_loss,
    morning_brief,
    list_alerts,
    snooze_alert,
    acknowledge_alert,
    set_alerts,
    list_tasks,
    finish_task,
    answer_task,
    schedule_report,
    list_schedules,
    stop_schedule,
    pause_schedule,
    resume_schedule,
    my_orders,
    choose_redelivery,
    correct_address,
    confirm_my_order,
    refuse_delivery,
    pay_online,
    hand_over,
    list_hand_overs,
    show_hand_over,
    take_over,
    answer_customer,
    close_hand_over,
    list_approvals,
    delegate_approvals,
    list_delegations,
    revoke_delegation,
    set_approval_limit,
    require_second_person,
    list_people,
    invite_person,
    change_role,
    disable_person,
    search_audit_log,
    list_deliveries,
    resend_delivery,
    show_settings,
    change_setting,
    set_my_language,
    show_memory,
    remember,
    forget,
    preview_import,
    import_file,
    list_imports,
    attach_to_order,
    export_data,
    list_workflows,
    show_workflow,
    create_workflow,
    change_workflow,
    pause_workflow,
    resume_workflow,
    retire_workflow,
    workflow_runs,
    retry_run,
    cancel_run,
    dry_run_workflow,
    search_knowledge,
    list_knowledge,
    add_knowledge,
    remove_knowledge,
)
"""Every tool there is. What is not in this list cannot be called."""

__all__ = ["TOOLS", "Arguments", "Effect", "Mention", "Preview", "Tool", "ToolResult", "allowed"]
