"""Workflows with their versions, runs and steps, events they have not heard, and tasks.

Revision: 0022
Follows: 0021
"""

import sqlalchemy as sa
from alembic import op

revision = "0022"
down_revision = "0021"
branch_labels = None
depends_on = None

_ID = sa.BigInteger().with_variant(sa.Integer(), "sqlite")
_MOMENT = sa.DateTime(timezone=True)


def upgrade() -> None:
    op.create_table(
        "workflow_events",
        sa.Column("event_id", _ID, autoincrement=False, nullable=False),
        sa.Column("shop_id", _ID, nullable=False),
        sa.Column("causes", sa.JSON(), nullable=False),
        sa.ForeignKeyConstraint(
            ["event_id"], ["events.id"], name=op.f("fk_workflow_events_event_id")
        ),
        sa.ForeignKeyConstraint(["shop_id"], ["shops.id"], name=op.f("fk_workflow_events_shop_id")),
        sa.PrimaryKeyConstraint("event_id", name=op.f("pk_workflow_events")),
    )
    op.create_index(
        op.f("ix_workflow_events_shop_id_event_id"),
        "workflow_events",
        ["shop_id", "event_id"],
        unique=False,
    )
    op.create_table(
        "tasks",
        sa.Column("id", _ID, nullable=False),
        sa.Column("shop_id", _ID, nullable=False),
        sa.Column("key", sa.String(length=255), nullable=False),
        sa.Column("title", sa.Text(), nullable=False),
        sa.Column("question", sa.Boolean(), nullable=False),
        sa.Column("person_id", _ID, nullable=True),
        sa.Column("status", sa.String(length=40), nullable=False),
        sa.Column("subject_kind", sa.String(length=40), nullable=False),
        sa.Column("subject", sa.String(length=255), nullable=False),
        sa.Column("due_at", _MOMENT, nullable=False),
        sa.Column("created_at", _MOMENT, nullable=False),
        sa.Column("ended_at", _MOMENT, nullable=True),
        sa.Column("ended_by", _ID, nullable=True),
        sa.Column("note", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(["ended_by"], ["people.id"], name=op.f("fk_tasks_ended_by")),
        sa.ForeignKeyConstraint(["person_id"], ["people.id"], name=op.f("fk_tasks_person_id")),
        sa.ForeignKeyConstraint(["shop_id"], ["shops.id"], name=op.f("fk_tasks_shop_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_tasks")),
        sa.UniqueConstraint("shop_id", "key", name=op.f("uq_tasks_shop_id_key")),
    )
    op.create_index("ix_tasks_list", "tasks", ["shop_id", "status", "due_at"], unique=False)
    op.create_index("ix_tasks_whose", "tasks", ["shop_id", "person_id", "status"], unique=False)
    op.create_table(
        "workflows",
        sa.Column("id", _ID, nullable=False),
        sa.Column("shop_id", _ID, nullable=False),
        sa.Column("name", sa.String(length=255), nullable=False),
        sa.Column("title", sa.String(length=255), nullable=False),
        sa.Column("status", sa.String(length=40), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("person_id", _ID, nullable=False),
        sa.Column("on_since", _MOMENT, nullable=True),
        sa.Column("next_at", _MOMENT, nullable=True),
        sa.Column("created_at", _MOMENT, nullable=False),
        sa.Column("changed_at", _MOMENT, nullable=False),
        sa.ForeignKeyConstraint(["person_id"], ["people.id"], name=op.f("fk_workflows_person_id")),
        sa.ForeignKeyConstraint(["shop_id"], ["shops.id"], name=op.f("fk_workflows_shop_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_workflows")),
        sa.UniqueConstraint("shop_id", "name", name=op.f("uq_workflows_shop_id_name")),
    )
    op.create_table(
        "workflow_runs",
        sa.Column("id", _ID, nullable=False),
        sa.Column("shop_id", _ID, nullable=False),
        sa.Column("workflow_id", _ID, nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("key", sa.String(length=255), nullable=False),
        sa.Column("status", sa.String(length=40), nullable=False),
        sa.Column("subject_kind", sa.String(length=40), nullable=False),
        sa.Column("subject", sa.String(length=255), nullable=False),
        sa.Column("event", sa.JSON(none_as_null=True), nullable=False),
        sa.Column("causes", sa.JSON(), nullable=False),
        sa.Column("stack", sa.JSON(), nullable=False),
        sa.Column("values", sa.JSON(none_as_null=True), nullable=False),
        sa.Column("segment", sa.Integer(), nullable=False),
        sa.Column("wake_at", _MOMENT, nullable=True),
        sa.Column("waits_for", sa.String(length=40), nullable=True),
        sa.Column("person_id", _ID, nullable=False),
        sa.Column("error", sa.Text(), nullable=True),
        sa.Column("created_at", _MOMENT, nullable=False),
        sa.Column("changed_at", _MOMENT, nullable=False),
        sa.Column("ended_at", _MOMENT, nullable=True),
        sa.ForeignKeyConstraint(
            ["person_id"], ["people.id"], name=op.f("fk_workflow_runs_person_id")
        ),
        sa.ForeignKeyConstraint(["shop_id"], ["shops.id"], name=op.f("fk_workflow_runs_shop_id")),
        sa.ForeignKeyConstraint(
            ["workflow_id"], ["workflows.id"], name=op.f("fk_workflow_runs_workflow_id")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_workflow_runs")),
        sa.UniqueConstraint("shop_id", "key", name=op.f("uq_workflow_runs_shop_id_key")),
    )
    op.create_index(
        "ix_workflow_runs_about",
        "workflow_runs",
        ["shop_id", "workflow_id", "subject", "created_at"],
        unique=False,
    )
    op.create_index(
        "ix_workflow_runs_due", "workflow_runs", ["shop_id", "status", "wake_at"], unique=False
    )
    op.create_index(
        "ix_workflow_runs_of",
        "workflow_runs",
        ["shop_id", "workflow_id", "created_at"],
        unique=False,
    )
    op.create_index(
        "ix_workflow_runs_wait",
        "workflow_runs",
        ["shop_id", "status", "waits_for", "subject"],
        unique=False,
    )
    op.create_table(
        "workflow_versions",
        sa.Column("id", _ID, nullable=False),
        sa.Column("shop_id", _ID, nullable=False),
        sa.Column("workflow_id", _ID, nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("definition", sa.JSON(none_as_null=True), nullable=False),
        sa.Column("person_id", _ID, nullable=False),
        sa.Column("at", _MOMENT, nullable=False),
        sa.ForeignKeyConstraint(
            ["person_id"], ["people.id"], name=op.f("fk_workflow_versions_person_id")
        ),
        sa.ForeignKeyConstraint(
            ["shop_id"], ["shops.id"], name=op.f("fk_workflow_versions_shop_id")
        ),
        sa.ForeignKeyConstraint(
            ["workflow_id"], ["workflows.id"], name=op.f("fk_workflow_versions_workflow_id")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_workflow_versions")),
        sa.UniqueConstraint(
            "shop_id",
            "workflow_id",
            "version",
            name=op.f("uq_workflow_versions_shop_id_workflow_id_version"),
        ),
    )
    op.create_table(
        "workflow_steps",
        sa.Column("id", _ID, nullable=False),
        sa.Column("shop_id", _ID, nullable=False),
        sa.Column("run_id", _ID, nullable=False),
        sa.Column("key", sa.String(length=255), nullable=False),
        sa.Column("do", sa.String(length=40), nullable=False),
        sa.Column("status", sa.String(length=40), nullable=False),
        sa.Column("input", sa.JSON(none_as_null=True), nullable=False),
        sa.Column("result", sa.JSON(none_as_null=True), nullable=False),
        sa.Column("error", sa.Text(), nullable=True),
        sa.Column("at", _MOMENT, nullable=False),
        sa.ForeignKeyConstraint(
            ["run_id"], ["workflow_runs.id"], name=op.f("fk_workflow_steps_run_id")
        ),
        sa.ForeignKeyConstraint(["shop_id"], ["shops.id"], name=op.f("fk_workflow_steps_shop_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_workflow_steps")),
        sa.UniqueConstraint(
            "shop_id", "run_id", "key", name=op.f("uq_workflow_steps_shop_id_run_id_key")
        ),
    )


def downgrade() -> None:
    for table in (
        "workflow_steps",
        "workflow_runs",
        "workflow_versions",
        "workflows",
        "tasks",
        "workflow_events",
    ):
        op.drop_table(table)
