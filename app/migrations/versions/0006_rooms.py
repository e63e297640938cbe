"""documents, links, notices and versions of a mandate"""

from uuid import uuid4

from alembic import op
import sqlalchemy as sa
import app.db


revision = '0006'
down_revision = '0005'
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table('files',
    sa.Column('kind', sa.Enum('pdf', 'docx', 'xlsx', 'pptx', 'odt', 'ods', 'odp', 'png', 'jpeg', 'gif', 'webp', 'text', 'csv', name='filekind', native_enum=False, length=30), nullable=False),
    sa.Column('name', sa.String(), nullable=False),
    sa.Column('size', sa.Integer(), nullable=False),
    sa.Column('digest', sa.String(), nullable=False),
    sa.Column('kept_at', app.db.UtcDateTime(timezone=True), nullable=False),
    sa.Column('id', sa.Uuid(), nullable=False),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_files'))
    )
    op.create_table('documents',
    sa.Column('network_id', sa.Uuid(), nullable=False),
    sa.Column('title', sa.String(), nullable=False),
    sa.Column('is_pinned', sa.Boolean(), nullable=False),
    sa.Column('created_at', app.db.UtcDateTime(timezone=True), nullable=False),
    sa.Column('changed_at', app.db.UtcDateTime(timezone=True), nullable=False),
    sa.Column('removed_at', app.db.UtcDateTime(timezone=True), nullable=True),
    sa.Column('id', sa.Uuid(), nullable=False),
    sa.ForeignKeyConstraint(['network_id'], ['networks.id'], name=op.f('fk_documents_network_id'), ondelete='CASCADE'),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_documents'))
    )
    op.create_index(op.f('ix_documents_network_id'), 'documents', ['network_id'], unique=False)
    op.create_table('document_versions',
    sa.Column('document_id', sa.Uuid(), nullable=False),
    sa.Column('number', sa.Integer(), nullable=False),
    sa.Column('file_id', sa.Uuid(), nullable=True),
    sa.Column('link', sa.Text(), nullable=False),
    sa.Column('added_at', app.db.UtcDateTime(timezone=True), nullable=False),
    sa.Column('added_by_id', sa.Uuid(), nullable=True),
    sa.Column('added_by', sa.String(), nullable=False),
    sa.Column('id', sa.Uuid(), nullable=False),
    sa.ForeignKeyConstraint(['added_by_id'], ['people.id'], name=op.f('fk_document_versions_added_by_id')),
    sa.ForeignKeyConstraint(['document_id'], ['documents.id'], name=op.f('fk_document_versions_document_id'), ondelete='CASCADE'),
    sa.ForeignKeyConstraint(['file_id'], ['files.id'], name=op.f('fk_document_versions_file_id')),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_document_versions')),
    sa.UniqueConstraint('document_id', 'number', name=op.f('uq_document_versions_document_id_number'))
    )
    op.create_index(op.f('ix_document_versions_file_id'), 'document_versions', ['file_id'], unique=False)
    op.create_table('notices',
    sa.Column('network_id', sa.Uuid(), nullable=False),
    sa.Column('text', sa.Text(), nullable=False),
    sa.Column('until', sa.Date(), nullable=False),
    sa.Column('written_at', app.db.UtcDateTime(timezone=True), nullable=False),
    sa.Column('written_by_id', sa.Uuid(), nullable=True),
    sa.Column('written_by', sa.String(), nullable=False),
    sa.Column('removed_at', app.db.UtcDateTime(timezone=True), nullable=True),
    sa.Column('id', sa.Uuid(), nullable=False),
    sa.ForeignKeyConstraint(['network_id'], ['networks.id'], name=op.f('fk_notices_network_id'), ondelete='CASCADE'),
    sa.ForeignKeyConstraint(['written_by_id'], ['people.id'], name=op.f('fk_notices_written_by_id')),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_notices'))
    )
    op.create_index('ix_notices_standing', 'notices', ['network_id', 'until'], unique=False)
    op.create_table('mandate_versions',
    sa.Column('network_id', sa.Uuid(), nullable=False),
    sa.Column('number', sa.Integer(), nullable=False),
    sa.Column('text', sa.Text(), nullable=False),
    sa.Column('decided_by', sa.String(), nullable=False),
    sa.Column('valid_from', sa.Date(), nullable=False),
    sa.Column('why', sa.Text(), nullable=False),
    sa.Column('written_at', app.db.UtcDateTime(timezone=True), nullable=False),
    sa.Column('written_by_id', sa.Uuid(), nullable=True),
    sa.Column('written_by', sa.String(), nullable=False),
    sa.Column('id', sa.Uuid(), nullable=False),
    sa.ForeignKeyConstraint(['network_id'], ['networks.id'], name=op.f('fk_mandate_versions_network_id'), ondelete='CASCADE'),
    sa.ForeignKeyConstraint(['written_by_id'], ['people.id'], name=op.f('fk_mandate_versions_written_by_id')),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_mandate_versions')),
    sa.UniqueConstraint('network_id', 'number', name=op.f('uq_mandate_versions_network_id_number'))
    )
    op.create_table('handovers',
    sa.Column('network_id', sa.Uuid(), nullable=False),
    sa.Column('text', sa.Text(), nullable=False),
    sa.Column('revision', sa.Integer(), nullable=False),
    sa.Column('changed_at', app.db.UtcDateTime(timezone=True), nullable=False),
    sa.Column('changed_by_id', sa.Uuid(), nullable=True),
    sa.Column('changed_by', sa.String(), nullable=False),
    sa.ForeignKeyConstraint(['changed_by_id'], ['people.id'], name=op.f('fk_handovers_changed_by_id')),
    sa.ForeignKeyConstraint(['network_id'], ['networks.id'], name=op.f('fk_handovers_network_id'), ondelete='CASCADE'),
    sa.PrimaryKeyConstraint('network_id', name=op.f('pk_handovers'))
    )
    _versions_of_what_stands()
    op.drop_column('networks', 'mandate')  # what is in force is found among the versions


def downgrade() -> None:
    op.add_column('networks', sa.Column('mandate', sa.Text(), nullable=False, server_default=''))
    op.execute(
        'UPDATE networks SET mandate = COALESCE((SELECT text FROM mandate_versions WHERE network_id = networks.id '
        'ORDER BY number DESC LIMIT 1), \'\')'
    )
    for table in ('handovers', 'mandate_versions', 'notices', 'document_versions', 'documents', 'files'):
        op.drop_table(table)


def _versions_of_what_stands() -> None:
    networks = sa.table(
        'networks', sa.column('id', sa.Uuid()), sa.column('mandate', sa.Text()),
        sa.column('created_at', app.db.UtcDateTime()),
    )
    versions = sa.table(
        'mandate_versions', sa.column('id', sa.Uuid()), sa.column('network_id', sa.Uuid()), sa.column('number', sa.Integer()),
        sa.column('text', sa.Text()), sa.column('decided_by', sa.String()), sa.column('valid_from', sa.Date()),
        sa.column('why', sa.Text()), sa.column('written_at', app.db.UtcDateTime()), sa.column('written_by', sa.String()),
    )
    found = op.get_bind().execute(sa.select(networks).where(networks.c.mandate != '')).all()
    rows = [
        {'id': uuid4(), 'network_id': each.id, 'number': 1, 'text': each.mandate, 'decided_by': '', 'why': '',
         'valid_from': each.created_at.date(), 'written_at': each.created_at, 'written_by': ''}
        for each in found
    ]
    if rows:
        op.get_bind().execute(sa.insert(versions), rows)
