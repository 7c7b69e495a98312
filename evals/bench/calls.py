"""What people ask every read tool for: each argument in turn, with values the shop has."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import timedelta
from decimal import Decimal
from enum import StrEnum
from types import UnionType
from typing import Annotated, Any, Union, get_args, get_origin

from pydantic.fields import FieldInfo

from commerce.access import PERMISSIONS, Actor, Role
from commerce.context import Context
from tools import Effect, Tool
from tools.arguments import Kind

PERIODS = ("today", "yesterday", "last_7_days", "last_month", "last_90_days", "this_fy", "all_time")

_ROLES = (Role.OWNER, Role.MANAGER, Role.NDR_AGENT, Role.CUSTOMER)

Sample = Mapping[str, Any]


@dataclass(frozen=True, slots=True, kw_only=True)
class Call:
    """One call of a tool by somebody who may make it."""

    tool: Tool
    arguments: dict[str, Any]
    role: Role


def calls(catalogue: Sequence[Tool], sample: Sample, ctx: Context) -> Iterator[Call]:
    """Yield calls of every read tool: bare, and then each argument with each of its values."""
    for tool in catalogue:
        if tool.effect is not Effect.READ or tool.asks_first:
            continue
        role = next((r for r in _ROLES if _may(tool, r)), None)
        if role is None:
            continue
        fields = tool.arguments.model_fields
        values = {
            name: spread(field, name, sample, ctx, own=role is Role.CUSTOMER)
            for name, field in fields.items()
        }
        needed = {name for name, field in fields.items() if field.is_required()}
        if any(not values[name] for name in needed):
            continue
        first = {name: values[name][0] for name in needed}
        yield Call(tool=tool, arguments=first, role=role)
        for name, choices in values.items():
            for choice in choices[1:] if name in needed else choices:
                yield Call(tool=tool, arguments={**first, name: choice}, role=role)


def spread(field: FieldInfo, name: str, sample: Sample, ctx: Context, *, own: bool) -> list[Any]:
    """Return what one argument is asked with; nothing where nothing is known to ask with."""
    kind, plain = _kind_and_type(field)
    if kind is not None:
        return _of_kind(kind, sample, ctx, own=own)
    if isinstance(plain, type) and issubclass(plain, StrEnum):
        return [member.value for member in plain]
    if plain is bool:
        return [True, False]
    if name == "skip":
        return [10, 1_000, 20_000]
    return []


def actor_of(role: Role, sample: Sample, shop_id: int, person_id: int) -> Actor:
    """Return somebody of a role; as a customer, the one of the sample."""
    customer = sample["customer_id"] if role is Role.CUSTOMER else None
    return Actor(
        shop_id=shop_id, person_id=person_id, name="Bench", role=role,
        permissions=PERMISSIONS[role], customer_id=customer,
    )  # fmt: skip


def _may(tool: Tool, role: Role) -> bool:
    return any(permission in PERMISSIONS[role] for permission in tool.needs)


def _of_kind(kind: Kind, sample: Sample, ctx: Context, *, own: bool) -> list[Any]:
    today = ctx.today
    orders = sample["own_orders"] if own else sample["orders"]
    known: dict[Kind, list[Any]] = {
        Kind.PERIOD: list(PERIODS),
        Kind.ORDER: [*orders, *(number[-5:] for number in sample["orders"][:2])],
        Kind.PARCEL: [*sample["own_awbs"]] if own else [*sample["ndr_awbs"], *sample["orders"]],
        Kind.CUSTOMER: list(sample["customers"]),
        Kind.PRODUCT: list(sample["products"]),
        Kind.PLACE: list(sample["places"]),
        Kind.COURIER: list(sample["couriers"]),
        Kind.WAREHOUSE: list(sample["warehouses"]),
        Kind.PERSON: list(sample["people"]),
        Kind.MONEY: [Decimal(500), Decimal(2_000), Decimal(20_000)],
        Kind.DAYS: [7, 30, 90, 365],
        Kind.LIMIT: [5, 50],
        Kind.DAY: [(today - timedelta(days=n)).isoformat() for n in (0, 30)],
        Kind.QUANTITY: [1, 10],
    }
    return known.get(kind, [])


def _kind_and_type(field: FieldInfo) -> tuple[Kind | None, Any]:
    """Return the kind an argument is marked with, and its type without `None` and marks."""
    kind = next((mark for mark in field.metadata if isinstance(mark, Kind)), None)
    plain: Any = field.annotation
    while get_origin(plain) in (Annotated, Union, UnionType):
        parts = get_args(plain)
        kind = kind or next((part for part in parts if isinstance(part, Kind)), None)
        plain = next((part for part in parts if part is not type(None)), None)
    return kind, plain
