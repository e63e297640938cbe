"""turn lists"""

from alembic import op
import sqlalchemy as sa
import app.db


revision = '0007'
down_revision = '0006'
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table('turn_lists',
    sa.Column('network_id', sa.Uuid(), nullable=False),
    sa.Column('kind', sa.Enum('chair', 'secretary', 'host', name='turnkind', native_enum=False, length=30), nullable=False),
    sa.Column('counted_from', app.db.UtcDateTime(timezone=True), nullable=False),
    sa.Column('order', sa.JSON(), nullable=False),
    sa.Column('id', sa.Uuid(), nullable=False),
    sa.ForeignKeyConstraint(['network_id'], ['networks.id'], name=op.f('fk_turn_lists_network_id'), ondelete='CASCADE'),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_turn_lists')),
    sa.UniqueConstraint('network_id', 'kind', name=op.f('uq_turn_lists_network_id_kind'))
    )
    op.create_table('turns',
    sa.Column('list_id', sa.Uuid(), nullable=False),
    sa.Column('occasion_id', sa.Uuid(), nullable=False),
    sa.Column('key', sa.Uuid(), nullable=False),
    sa.Column('name', sa.String(), nullable=False),
    sa.Column('is_skipped', sa.Boolean(), nullable=False),
    sa.Column('word', sa.String(), nullable=False),
    sa.Column('settled_at', app.db.UtcDateTime(timezone=True), nullable=False),
    sa.Column('settled_by', sa.String(), nullable=False),
    sa.Column('id', sa.Uuid(), nullable=False),
    sa.ForeignKeyConstraint(['list_id'], ['turn_lists.id'], name=op.f('fk_turns_list_id'), ondelete='CASCADE'),
    sa.ForeignKeyConstraint(['occasion_id'], ['occasions.id'], name=op.f('fk_turns_occasion_id'), ondelete='CASCADE'),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_turns')),
    sa.UniqueConstraint('list_id', 'occasion_id', 'key', name=op.f('uq_turns_list_id_occasion_id_key'))
    )
    op.create_index(op.f('ix_turns_occasion_id'), 'turns', ['occasion_id'], unique=False)


def downgrade() -> None:
    for table in ('turns', 'turn_lists'):
        op.drop_table(table)
