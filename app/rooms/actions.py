"""What can happen to documents and links: added, replaced, renamed, pinned, removed and put back."""

from dataclasses import dataclass

from sqlalchemy import func, select

from app import clock, db
from app.audit.actions import What, record
from app.files.models import StoredFile
from app.networks.models import Network
from app.people.models import Person
from app.rooms.models import Document, DocumentVersion


@dataclass(frozen=True, slots=True)
class Holding:
    """What a version holds: a file that has been kept, or the address of something elsewhere."""

    file: StoredFile | None = None
    link: str = ""


def add_document(network: Network, title: str, holding: Holding, *, is_pinned: bool = False, by: Person) -> Document:
    """Put a document or a link in the room."""
    document = Document(network_id=network.id, network=network, title=title, is_pinned=is_pinned)
    db.session.add(document)
    db.session.flush()
    _add_version(document, holding, number=1, by=by)
    _log(document, by, "document-added")
    return document


def replace_document(document: Document, holding: Holding, *, by: Person) -> None:
    """Let a document hold something new; what it held can still be fetched."""
    db.session.execute(select(Document.id).where(Document.id == document.id).with_for_update())
    last = select(func.max(DocumentVersion.number)).where(DocumentVersion.document_id == document.id)
    _add_version(document, holding, number=(db.session.scalar(last) or 0) + 1, by=by)
    document.changed_at = clock.now()
    db.session.flush()
    _log(document, by, "document-replaced")


def describe_document(document: Document, title: str, *, is_pinned: bool) -> None:
    """Give it another title, and let it stand first or not."""
    document.title, document.is_pinned = title, is_pinned
    db.session.flush()


def remove_document(document: Document, *, by: Person) -> None:
    """Take it away; it can be put back. Twice is as once."""
    if document.removed_at is None:
        document.removed_at = clock.now()
        db.session.flush()
        _log(document, by, "document-removed")


def restore_document(document: Document, *, by: Person) -> None:
    """Put it back as it was. Raises NoResultFound when the worker has just deleted it."""
    held = select(Document).where(Document.id == document.id).with_for_update()
    db.session.scalars(held.execution_options(populate_existing=True)).one()
    if document.removed_at is not None:
        document.removed_at = None
        db.session.flush()
        _log(document, by, "document-restored")


def _add_version(document: Document, holding: Holding, *, number: int, by: Person) -> None:
    file_id = holding.file.id if holding.file is not None else None
    version = DocumentVersion(
        document_id=document.id, number=number, file_id=file_id, link=holding.link, added_by_id=by.id, added_by=by.name
    )
    db.session.add(version)
    db.session.flush()
    db.session.expire(document, ["versions"])


def _log(document: Document, by: Person, how: str) -> None:
    told = f"{document.title}, {document.network.name}"
    record(What.NETWORK_CHANGED, by=(by.id, by.name), subject=told, subject_id=document.network_id, how=how)
