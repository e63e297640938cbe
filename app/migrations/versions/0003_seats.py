"""seats of municipalities, library managers, ways of becoming a member"""

from alembic import op
import sqlalchemy as sa


revision = '0003'
down_revision = '0002'
branch_labels = None
depends_on = None


def upgrade() -> None:
    admission = sa.Enum('open', 'request', 'appointment', name='admission', native_enum=False, length=30)
    with op.batch_alter_table('networks') as batch_op:
        batch_op.add_column(sa.Column('admission', admission, nullable=False, server_default='request'))
        batch_op.add_column(sa.Column('ordinary_seats', sa.Integer(), nullable=False, server_default='1'))
        batch_op.add_column(sa.Column('deputy_seats', sa.Integer(), nullable=False, server_default='0'))
    with op.batch_alter_table('people') as batch_op:
        batch_op.add_column(sa.Column('is_manager', sa.Boolean(), nullable=False, server_default=sa.false()))
    with op.batch_alter_table('memberships') as batch_op:
        batch_op.add_column(sa.Column('municipality_id', sa.Uuid(), nullable=True))
        batch_op.create_foreign_key(op.f('fk_memberships_municipality_id'), 'municipalities', ['municipality_id'], ['id'])
        batch_op.create_index(batch_op.f('ix_memberships_municipality_id'), ['municipality_id'], unique=False)
    # Whoever belonged until now did so for the municipality they work in.
    op.execute(
        'UPDATE memberships SET municipality_id = '
        '(SELECT people.municipality_id FROM people WHERE people.id = memberships.person_id)'
    )
    for table, columns in (('networks', ('admission', 'ordinary_seats', 'deputy_seats')), ('people', ('is_manager',))):
        with op.batch_alter_table(table) as batch_op:
            for column in columns:
                batch_op.alter_column(column, server_default=None)


def downgrade() -> None:
    with op.batch_alter_table('memberships') as batch_op:
        batch_op.drop_index(batch_op.f('ix_memberships_municipality_id'))
        batch_op.drop_constraint(op.f('fk_memberships_municipality_id'), type_='foreignkey')
        batch_op.drop_column('municipality_id')
    with op.batch_alter_table('people') as batch_op:
        batch_op.drop_column('is_manager')
    with op.batch_alter_table('networks') as batch_op:
        for column in ('deputy_seats', 'ordinary_seats', 'admission'):
            batch_op.drop_column(column)
