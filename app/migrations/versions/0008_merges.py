"""merged people, one-time links by mail"""

from alembic import op
import sqlalchemy as sa
import app.db


revision = '0008'
down_revision = '0007'
branch_labels = None
depends_on = None


def upgrade() -> None:
    moment = app.db.UtcDateTime(timezone=True)
    purpose = sa.Enum('invitation', 'reset', name='purpose', native_enum=False, length=30)
    with op.batch_alter_table('invitations') as batch_op:
        batch_op.add_column(sa.Column('purpose', purpose, nullable=False, server_default='invitation'))
        batch_op.add_column(sa.Column('by_mail', sa.Boolean(), nullable=False, server_default=sa.false()))
        batch_op.add_column(sa.Column('sent_at', moment, nullable=True))
        batch_op.add_column(sa.Column('ended_at', moment, nullable=True))
    with op.batch_alter_table('invitations') as batch_op:
        batch_op.alter_column('purpose', server_default=None)
        batch_op.alter_column('by_mail', server_default=None)
    op.create_table('reset_wishes',
    sa.Column('email', sa.String(), nullable=False),
    sa.Column('asked_at', moment, nullable=False),
    sa.Column('id', sa.Uuid(), nullable=False),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_reset_wishes'))
    )
    op.create_index(op.f('ix_reset_wishes_asked_at'), 'reset_wishes', ['asked_at'], unique=False)
    with op.batch_alter_table('people') as batch_op:
        batch_op.add_column(sa.Column('merged_into_id', sa.Uuid(), nullable=True))
        batch_op.create_foreign_key(op.f('fk_people_merged_into_id'), 'people', ['merged_into_id'], ['id'])
        batch_op.create_index(op.f('ix_people_merged_into_id'), ['merged_into_id'], unique=False)
    op.create_table('merges',
    sa.Column('kept_id', sa.Uuid(), nullable=False),
    sa.Column('gone_id', sa.Uuid(), nullable=False),
    sa.Column('at', moment, nullable=False),
    sa.Column('by_id', sa.Uuid(), nullable=True),
    sa.Column('by', sa.String(), nullable=False),
    sa.Column('before', sa.JSON(), nullable=False),
    sa.Column('moved', sa.JSON(), nullable=False),
    sa.Column('id', sa.Uuid(), nullable=False),
    sa.ForeignKeyConstraint(['by_id'], ['people.id'], name=op.f('fk_merges_by_id')),
    sa.ForeignKeyConstraint(['gone_id'], ['people.id'], name=op.f('fk_merges_gone_id')),
    sa.ForeignKeyConstraint(['kept_id'], ['people.id'], name=op.f('fk_merges_kept_id')),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_merges'))
    )
    op.create_index(op.f('ix_merges_gone_id'), 'merges', ['gone_id'], unique=False)
    op.create_index(op.f('ix_merges_kept_id'), 'merges', ['kept_id'], unique=False)


def downgrade() -> None:
    op.drop_table('merges')
    with op.batch_alter_table('people') as batch_op:
        batch_op.drop_index(op.f('ix_people_merged_into_id'))
        batch_op.drop_constraint(op.f('fk_people_merged_into_id'), type_='foreignkey')
        batch_op.drop_column('merged_into_id')
    op.drop_table('reset_wishes')
    with op.batch_alter_table('invitations') as batch_op:
        for column in ('ended_at', 'sent_at', 'by_mail', 'purpose'):
            batch_op.drop_column(column)
