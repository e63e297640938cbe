"""What is deleted by itself: documents that were removed so long ago that nobody can put them back."""

from collections.abc import Sequence
from datetime import date

from sqlalchemy import delete, select
from sqlalchemy.orm import selectinload

from app import db
from app.audit.actions import What, record
from app.files.actions import let_go
from app.rooms.models import Document, DocumentVersion
from app.rooms.queries import stay_if_removed_since

AT_ONCE = 50
"""Documents in one transaction: nobody waits long for their turn to write."""


def delete_removed(today: date) -> int:
    """Delete some documents, AT_ONCE at most, with their versions and the rows of their files; return how many.

    Two workers share them; one that is just being put back is passed over. Costs one read when there are none.
    """
    is_over = Document.removed_at < stay_if_removed_since(today)
    db.begin(writing=False)
    if db.session.execute(select(Document.id).where(is_over).limit(1)).first() is None:
        return 0
    db.begin(writing=True)
    found = (
        select(Document)
        .where(is_over)
        .options(selectinload(Document.versions), selectinload(Document.network))
        .order_by(Document.removed_at, Document.id)
        .with_for_update(skip_locked=True)
    )
    gone = db.session.scalars(found.limit(AT_ONCE)).all()
    if gone:
        _log(gone)
        _delete(gone)
    return len(gone)


def _delete(gone: Sequence[Document]) -> None:
    files = [version.file_id for each in gone for version in each.versions if version.file_id is not None]
    ids = [each.id for each in gone]
    db.session.execute(delete(DocumentVersion).where(DocumentVersion.document_id.in_(ids)))
    db.session.execute(delete(Document).where(Document.id.in_(ids)))
    let_go(files)


def _log(gone: Sequence[Document]) -> None:
    for each in gone:
        told, how = f"{each.title}, {each.network.name}", "document-deleted"
        record(What.NETWORK_CHANGED, by=(None, ""), subject=told, subject_id=each.network_id, how=how)
