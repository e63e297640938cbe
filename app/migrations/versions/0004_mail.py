"""mail: outbox and what people want to get"""

from alembic import op
import sqlalchemy as sa
import app.db


revision = '0004'
down_revision = '0003'
branch_labels = None
depends_on = None

KINDS = (
    'invitation', 'reset', 'meeting-called', 'meeting-moved', 'meeting-cancelled', 'agenda-published',
    'minutes-published', 'join-requested', 'joined', 'approved', 'declined', 'vacancy', 'handover',
)
STATES = ('waiting', 'sent', 'failed', 'dropped', 'shown')


def upgrade() -> None:
    moment = app.db.UtcDateTime(timezone=True)
    kind = sa.Enum(*KINDS, name='kind', native_enum=False, length=30)
    op.create_table('letters',
    sa.Column('kind', kind, nullable=False),
    sa.Column('person_id', sa.Uuid(), nullable=False),
    sa.Column('email', sa.String(), nullable=False),
    sa.Column('name', sa.String(), nullable=False),
    sa.Column('language', sa.String(), nullable=False),
    sa.Column('network_id', sa.Uuid(), nullable=True),
    sa.Column('about', sa.JSON(), nullable=False),
    sa.Column('key', sa.String(), nullable=True),
    sa.Column('posted_at', moment, nullable=False),
    sa.Column('state', sa.Enum(*STATES, name='state', native_enum=False, length=30), nullable=False),
    sa.Column('tries', sa.Integer(), nullable=False),
    sa.Column('next_try_at', moment, nullable=False),
    sa.Column('claimed_until', moment, nullable=True),
    sa.Column('claim', sa.Uuid(), nullable=True),
    sa.Column('ended_at', moment, nullable=True),
    sa.Column('reason', sa.Text(), nullable=False),
    sa.Column('id', sa.Uuid(), nullable=False),
    sa.ForeignKeyConstraint(['network_id'], ['networks.id'], name=op.f('fk_letters_network_id'), ondelete='SET NULL'),
    sa.ForeignKeyConstraint(['person_id'], ['people.id'], name=op.f('fk_letters_person_id'), ondelete='CASCADE'),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_letters')),
    sa.UniqueConstraint('key', 'person_id', name='uq_letters_key_person')
    )
    with op.batch_alter_table('letters') as batch_op:
        batch_op.create_index(batch_op.f('ix_letters_person_id'), ['person_id'], unique=False)
        batch_op.create_index('ix_letters_state_next', ['state', 'next_try_at'], unique=False)
    op.create_table('mail_silences',
    sa.Column('person_id', sa.Uuid(), nullable=False),
    sa.Column('kind', kind, nullable=False),
    sa.Column('network_id', sa.Uuid(), nullable=True),
    sa.Column('since', moment, nullable=False),
    sa.Column('id', sa.Uuid(), nullable=False),
    sa.ForeignKeyConstraint(['network_id'], ['networks.id'], name=op.f('fk_mail_silences_network_id'), ondelete='CASCADE'),
    sa.ForeignKeyConstraint(['person_id'], ['people.id'], name=op.f('fk_mail_silences_person_id'), ondelete='CASCADE'),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_mail_silences'))
    )
    with op.batch_alter_table('mail_silences') as batch_op:
        batch_op.create_index('ix_mail_silences_person_kind', ['person_id', 'kind'], unique=False)
    op.create_table('post_office',
    sa.Column('id', sa.Integer(), autoincrement=False, nullable=False),
    sa.Column('is_demo', sa.Boolean(), nullable=False),
    sa.Column('stopped_at', moment, nullable=True),
    sa.Column('stopped_by', sa.String(), nullable=False),
    sa.Column('trouble', sa.Text(), nullable=False),
    sa.Column('trouble_since', moment, nullable=True),
    sa.Column('rests', sa.Integer(), nullable=False),
    sa.Column('resting_until', moment, nullable=True),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_post_office'))
    )


def downgrade() -> None:
    for table in ('post_office', 'mail_silences', 'letters'):
        op.drop_table(table)
