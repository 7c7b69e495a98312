"""The last link that a sender on a messenger was sent, to be known by.

Revision: 0029
Follows: 0028
"""

import sqlalchemy as sa
from alembic import op

revision = "0029"
down_revision = "0028"
branch_labels = None
depends_on = None


def upgrade() -> None:
    with op.batch_alter_table("channel_proofs") as table:
        table.add_column(sa.Column("link_hash", sa.String(length=255), nullable=True))


def downgrade() -> None:
    with op.batch_alter_table("channel_proofs") as table:
        table.drop_column("link_hash")
