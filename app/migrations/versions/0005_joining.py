"""requests to join, second workplaces"""

from alembic import op
import sqlalchemy as sa
import app.db


revision = '0005'
down_revision = '0004'
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table('join_requests',
    sa.Column('network_id', sa.Uuid(), nullable=False),
    sa.Column('person_id', sa.Uuid(), nullable=False),
    sa.Column('message', sa.Text(), nullable=False),
    sa.Column('asked_at', app.db.UtcDateTime(timezone=True), nullable=False),
    sa.Column('outcome', sa.Enum('approved', 'declined', 'withdrawn', name='outcome', native_enum=False, length=30), nullable=True),
    sa.Column('settled_at', app.db.UtcDateTime(timezone=True), nullable=True),
    sa.Column('settled_by_id', sa.Uuid(), nullable=True),
    sa.Column('answer', sa.Text(), nullable=False),
    sa.Column('id', sa.Uuid(), nullable=False),
    sa.ForeignKeyConstraint(['network_id'], ['networks.id'], name=op.f('fk_join_requests_network_id'), ondelete='CASCADE'),
    sa.ForeignKeyConstraint(['person_id'], ['people.id'], name=op.f('fk_join_requests_person_id')),
    sa.ForeignKeyConstraint(['settled_by_id'], ['people.id'], name=op.f('fk_join_requests_settled_by_id')),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_join_requests'))
    )
    op.create_index('ix_join_requests_network_person', 'join_requests', ['network_id', 'person_id'], unique=False)
    op.create_index(op.f('ix_join_requests_person_id'), 'join_requests', ['person_id'], unique=False)
    op.create_table('workplaces',
    sa.Column('person_id', sa.Uuid(), nullable=False),
    sa.Column('library_id', sa.Uuid(), nullable=False),
    sa.Column('id', sa.Uuid(), nullable=False),
    sa.ForeignKeyConstraint(['library_id'], ['libraries.id'], name=op.f('fk_workplaces_library_id')),
    sa.ForeignKeyConstraint(['person_id'], ['people.id'], name=op.f('fk_workplaces_person_id')),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_workplaces')),
    sa.UniqueConstraint('person_id', 'library_id', name=op.f('uq_workplaces_person_id_library_id'))
    )
    op.create_index(op.f('ix_workplaces_library_id'), 'workplaces', ['library_id'], unique=False)


def downgrade() -> None:
    op.drop_table('workplaces')
    op.drop_table('join_requests')
