"""What a workflow is given as: a definition as plain JSON, or the name of one of the library."""

import json
from dataclasses import dataclass
from enum import StrEnum
from functools import cache
from typing import Annotated, Any

from pydantic import GetCoreSchemaHandler, GetJsonSchemaHandler
from pydantic.json_schema import JsonSchemaValue
from pydantic_core import CoreSchema, PydanticCustomError, core_schema

from commerce import workflows
from commerce.workflows import EVENTS, FIELDS, LISTS, OPS, BadDefinition, Definition


class LibraryName(StrEnum):
    """A workflow that comes with the product."""

    ADDRESS_CHECK = "address-check"
    ALERT_TASK = "alert-task"
    BAD_REVIEW = "bad-review"
    BIG_COD_NEW_CUSTOMER = "big-cod-new-customer"
    COD_CONFIRMATION = "cod-confirmation"
    DAILY_DIGEST = "daily-digest"
    FAKE_ATTEMPT_DISPUTE = "fake-attempt-dispute"
    HIGH_RISK_REVIEW = "high-risk-review"
    LATE_PARCEL_APOLOGY = "late-parcel-apology"
    LOW_STOCK_REORDER = "low-stock-reorder"
    NDR_FOLLOW_UP = "ndr-follow-up"
    REFUSED_PARCEL = "refused-parcel"
    RETURN_REQUEST = "return-request"
    REVIEW_REQUEST = "review-request"
    SLA_BREACH = "sla-breach"
    VIP_CARE = "vip-care"
    WIN_BACK = "win-back"


@dataclass(frozen=True, slots=True)
class _Checked:
    """Plain JSON that is a whole definition: kept as it would be stored, refused where wrong."""

    explained: bool

    def __get_pydantic_core_schema__(
        self, source: Any, handler: GetCoreSchemaHandler
    ) -> CoreSchema:
        return core_schema.no_info_after_validator_function(_checked, handler(source))

    def __get_pydantic_json_schema__(
        self, schema: CoreSchema, handler: GetJsonSchemaHandler
    ) -> JsonSchemaValue:
        short = "One whole workflow, shaped as create_workflow's `definition`."
        return {"type": "object", "description": grammar() if self.explained else short}


NewWorkflow = Annotated[dict[str, Any], _Checked(explained=True)]
"""A definition as `commerce.workflows.plain` writes it; its language is told to a model."""
WorkflowDefinition = Annotated[dict[str, Any], _Checked(explained=False)]
"""The same, where the language is told elsewhere."""


def definition_in(value: dict[str, Any]) -> Definition:
    """Return the definition that a checked argument holds."""
    return workflows.parse(value)


def _checked(value: dict[str, Any]) -> dict[str, Any]:
    try:
        return workflows.plain(workflows.parse(value))
    except BadDefinition as error:
        # Every place is named, so that whoever wrote it can put it right.
        raise PydanticCustomError("definition", "{why}", {"why": str(error)}) from None


@cache
def grammar() -> str:
    """Return the language of workflows as an LLM needs it, from the catalogue itself."""
    by_type: dict[str, list[str]] = {}
    for field in FIELDS.values():
        said = f"{field.name} ({'|'.join(field.choices)})" if field.choices else field.name
        by_type.setdefault(field.type.value, []).append(said)
    fields = "; ".join(f"{kind}: {', '.join(names)}" for kind, names in by_type.items())
    ops = "; ".join(f"{kind.value}: {', '.join(ops)}" for kind, ops in OPS.items())
    sample = json.dumps(workflows.plain(workflows.from_library("ndr-follow-up")))
    return (
        f"One workflow. `name` is small letters and hyphens. `when` is {{event}} of "
        f"{', '.join(EVENTS)}; or {{every: day|week, at, on}}; or {{cron}}. `if` is {{field, op, "
        f"value}}, or all, any, not of such. Fields: {fields}. Comparisons: {ops}. `steps` are a "
        "list of {do}: send {by: whatsapp|sms|email|slack, template, to: customer|me|a name|#room}"
        ", set_status {to: Confirmed|OnHold|Cancelled, reason}, assign {to: best|least_loaded|a "
        "name}, create_task {title, to, due}, call_webhook {url}, adjust_stock {pieces}, tag "
        "{tag, remove}, request_reattempt {slot}, convert_to_prepaid {discount_percent}, "
        "ask_approval {ask, to, within, then, else}, run_report {report, by, to}, add_note {note}, "
        "hand_over {reason}, wait {for or at, until: an event}, branch {if, then, else}, each {of: "
        f"{', '.join(LISTS)}; steps, limit}}, stop. Lengths are 30m, 4h, 2d. Money is whole "
        "rupees. After a wait with until, wait.happened tells whether it came. Templates that come "
        f"with the product: {', '.join(SHIPPED_TEXTS)}. Sample: {sample}"
    )


SHIPPED_TEXTS = (
    "ndr_cod", "ndr_short", "cod_confirm", "address_ask", "attempt_check", "refused_check",
    "late_sorry", "review_ask", "win_back", "order_held", "notify",
)  # fmt: skip
"""Texts that need no template of the shop's own."""
