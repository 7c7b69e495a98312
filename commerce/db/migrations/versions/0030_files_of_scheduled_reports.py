"""Reports that come by themselves may bring a file along.

Revision: 0030
Follows: 0029
"""

import sqlalchemy as sa
from alembic import op

revision = "0030"
down_revision = "0029"
branch_labels = None
depends_on = None


def upgrade() -> None:
    with op.batch_alter_table("report_schedules") as table:
        table.add_column(sa.Column("file", sa.String(length=40), nullable=True))


def downgrade() -> None:
    with op.batch_alter_table("report_schedules") as table:
        table.drop_column("file")
