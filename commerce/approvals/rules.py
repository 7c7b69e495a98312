"""Who may say yes to what, free of databases and clocks."""

import hashlib
import json
from collections.abc import Iterable
from datetime import datetime
from typing import Any

from commerce.access import Actor, Permission, Role
from commerce.approvals.types import Approval, ApprovalStatus
from commerce.errors import NotAllowed, NotFound, Refused


def fingerprint(shop_id: int, person_id: int, tool: str, arguments: dict[str, Any]) -> str:
    """Return the hash that binds an approval to shop, asker, tool and exact arguments.

    JSON with sorted keys, so that the same arguments give the same hash (RFC 8785 in spirit; our
    arguments hold no floats).
    """
    canonical = json.dumps(
        [shop_id, person_id, tool, arguments], sort_keys=True, ensure_ascii=False, default=str
    )
    return hashlib.sha256(canonical.encode()).hexdigest()


def check_decision(
    approval: Approval, actor: Actor, needs: Iterable[Permission], now: datetime
) -> None:
    """Refuse a decision by the wrong person, too late, or a second time.

    A customer decides only what they asked for themselves. Staff decide what their role may do.

    Raises:
        NotFound: It is another shop's, or a customer reaches for what they did not ask for.
        NotAllowed: The actor lacks the right to approve, or to do the thing.
        Refused: It was decided before, or it is too late.
    """
    if approval.shop_id != actor.shop_id:
        raise NotFound("error-approval-not-found")
    if actor.role is Role.CUSTOMER:
        if approval.requested_by != actor.person_id:
            raise NotFound("error-approval-not-found")
    elif not actor.may(Permission.APPROVE):
        raise NotAllowed("error-not-allowed", role=actor.role.value)
    if not any(actor.may(permission) for permission in needs):
        raise NotAllowed("error-not-allowed", role=actor.role.value)
    if approval.status is not ApprovalStatus.PENDING:
        raise Refused(f"error-approval-{approval.status.value}")
    if now >= approval.expires_at:
        raise Refused("error-approval-expired")


def check_binding(approval: Approval, tool: str, arguments: dict[str, Any]) -> None:
    """Refuse to run anything but exactly what was approved.

    Raises:
        Refused: Tool or arguments differ from those the approval is bound to.
    """
    made = fingerprint(approval.shop_id, approval.requested_by, tool, arguments)
    if made != approval.arguments_hash or tool != approval.tool:
        raise Refused("error-approval-changed")
