"""Workflows, what became of each time they ran, and tasks that people have."""

from datetime import datetime
from typing import Any

from sqlalchemy import ForeignKey, Index, Text, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from commerce.db.tables.base import Base, BigId, Id, Moment, Name, ShopId, Word, ref


class WorkflowRow(Base):
    """One workflow of a shop; its definitions are its versions."""

    __tablename__ = "workflows"
    __table_args__ = (UniqueConstraint("shop_id", "name"),)

    id: Mapped[Id]
    shop_id: Mapped[ShopId]
    name: Mapped[Name]
    title: Mapped[Name]
    status: Mapped[Word]
    """A value of `commerce.workflows.WorkflowStatus`."""
    version: Mapped[int]
    """Of its definition, from 1: what new runs follow."""
    person_id: Mapped[int] = ref("people")
    """Who switched it on, or made it: its runs may do what they may, and no more."""
    on_since: Mapped[datetime | None]
    """What happened before does not begin a run."""
    next_at: Mapped[datetime | None]
    """Of a workflow that begins by the clock, while it is on."""
    created_at: Mapped[Moment]
    changed_at: Mapped[Moment]


class WorkflowVersionRow(Base):
    """One definition of a workflow, as it stood from a change to the next. Never changed."""

    __tablename__ = "workflow_versions"
    __table_args__ = (UniqueConstraint("shop_id", "workflow_id", "version"),)

    id: Mapped[Id]
    shop_id: Mapped[ShopId]
    workflow_id: Mapped[int] = ref("workflows")
    version: Mapped[int]
    definition: Mapped[dict[str, Any]]
    person_id: Mapped[int] = ref("people")
    at: Mapped[Moment]


class WorkflowRunRow(Base):
    """One time that a workflow ran, with everything by which it goes on."""

    __tablename__ = "workflow_runs"
    __table_args__ = (
        UniqueConstraint("shop_id", "key"),
        Index("ix_workflow_runs_due", "shop_id", "status", "wake_at"),
        Index("ix_workflow_runs_wait", "shop_id", "status", "waits_for", "subject"),
        Index("ix_workflow_runs_of", "shop_id", "workflow_id", "created_at"),
        Index("ix_workflow_runs_about", "shop_id", "workflow_id", "subject", "created_at"),
    )

    id: Mapped[Id]
    shop_id: Mapped[ShopId]
    workflow_id: Mapped[int] = ref("workflows")
    version: Mapped[int]
    key: Mapped[Name]
    """What began it: the same key twice is one run."""
    status: Mapped[Word]
    """A value of `commerce.workflows.RunStatus`."""
    subject_kind: Mapped[Word]
    subject: Mapped[Name]
    """The order's number, AWB, SKU or the customer's id; empty of the shop's own."""
    event: Mapped[dict[str, Any]]
    """What happened: its kind and its values."""
    causes: Mapped[list[Any]]
    """Ids of the workflows whose steps led to this run, the first first."""
    stack: Mapped[list[Any]]
    """Where it is: places of the definition and lists under way, the outermost first."""
    values: Mapped[dict[str, Any]]
    """What it remembers from step to step."""
    segment: Mapped[int]
    """How many times it was taken up so far: each wait ends one."""
    wake_at: Mapped[datetime | None]
    waits_for: Mapped[Word | None]
    """The event that ends its wait early."""
    person_id: Mapped[int] = ref("people")
    """On whose behalf it acts."""
    error: Mapped[str | None] = mapped_column(Text)
    created_at: Mapped[Moment]
    changed_at: Mapped[Moment]
    ended_at: Mapped[datetime | None]


class WorkflowStepRow(Base):
    """One step that a run made, written in the transaction that made it."""

    __tablename__ = "workflow_steps"
    __table_args__ = (UniqueConstraint("shop_id", "run_id", "key"),)

    id: Mapped[Id]
    shop_id: Mapped[ShopId]
    run_id: Mapped[int] = mapped_column(BigId, ForeignKey("workflow_runs.id"))
    key: Mapped[Name]
    """Its place, with the turn of each loop: `1.then.0`, `0.steps@3.1`."""
    do: Mapped[Word]
    status: Mapped[Word]
    """`done`, `skipped` (it could not be, and the run goes on), `failed`, `waiting`."""
    input: Mapped[dict[str, Any]]
    result: Mapped[dict[str, Any]]
    error: Mapped[str | None] = mapped_column(Text)
    at: Mapped[Moment]


class WorkflowEventRow(Base):
    """An event that workflows have not heard yet; put there with it, and gone when heard."""

    __tablename__ = "workflow_events"
    __table_args__ = (Index(None, "shop_id", "event_id"),)

    event_id: Mapped[int] = mapped_column(
        BigId, ForeignKey("events.id"), primary_key=True, autoincrement=False
    )
    shop_id: Mapped[ShopId]
    causes: Mapped[list[Any]]
    """Ids of the workflows whose steps led to it."""


class TaskRow(Base):
    """Something that somebody of the team is to do, or to answer."""

    __tablename__ = "tasks"
    __table_args__ = (
        UniqueConstraint("shop_id", "key"),
        Index("ix_tasks_list", "shop_id", "status", "due_at"),
        Index("ix_tasks_whose", "shop_id", "person_id", "status"),
    )

    id: Mapped[Id]
    shop_id: Mapped[ShopId]
    key: Mapped[Name]
    """The same key twice is one task."""
    title: Mapped[str] = mapped_column(Text)
    question: Mapped[bool]
    """Whether it wants a yes or a no, rather than to be done."""
    person_id: Mapped[int | None] = ref("people")
    """Whose it is; `None` is whoever is free."""
    status: Mapped[Word]
    """`open`, `done`, `yes`, `no`, `withdrawn`."""
    subject_kind: Mapped[Word]
    subject: Mapped[Name]
    due_at: Mapped[Moment]
    created_at: Mapped[Moment]
    ended_at: Mapped[datetime | None]
    ended_by: Mapped[int | None] = ref("people")
    note: Mapped[str] = mapped_column(Text)
