"""What lies in a network's room. Whoever asks has found that the person sees the network."""

from collections.abc import Sequence
from datetime import date, datetime, time
from uuid import UUID

from sqlalchemy import Select, or_, select
from sqlalchemy.orm import contains_eager, joinedload, selectinload

from app import clock, db
from app.networks.models import Network
from app.rooms.models import STAYS, Document, DocumentVersion, Handover, MandateVersion, Notice

MOST = 500


def documents_of(network: Network, *, most: int = MOST) -> Sequence[Document]:
    """Return the documents and links: the pinned first, then the latest changed."""
    found = _documents(network).where(Document.removed_at.is_(None))
    in_order = found.order_by(Document.is_pinned.desc(), Document.changed_at.desc(), Document.title, Document.id)
    return db.session.scalars(in_order.limit(most)).all()


def document_of(network: Network, document_id: UUID, *, removed: bool = False) -> Document:
    """Return one, with all its versions; one that was removed only when asked for. Raises NoResultFound."""
    stands, stays = Document.removed_at.is_(None), Document.removed_at >= stay_if_removed_since(clock.today())
    found = _documents(network).where(Document.id == document_id, or_(stands, stays) if removed else stands)
    return db.session.scalars(found).one()


def removed_from(network: Network) -> Sequence[Document]:
    """Return the documents that were removed and can be put back, the latest removed first."""
    stay = Document.removed_at >= stay_if_removed_since(clock.today())
    found = select(Document).where(Document.network_id == network.id, stay)
    return db.session.scalars(found.order_by(Document.removed_at.desc(), Document.title, Document.id).limit(MOST)).all()


def stay_if_removed_since(today: date) -> datetime:
    """Return the moment since which what was removed can be put back: whole days, as they are said to people."""
    return datetime.combine(today - STAYS, time(), clock.zone())


def version_of(document: Document, number: int) -> DocumentVersion:
    """Return a version by its number. Raises NoResultFound."""
    found = select(DocumentVersion).where(DocumentVersion.document_id == document.id, DocumentVersion.number == number)
    return db.session.scalars(found).one()


def notices_on(networks: Sequence[Network], day: date, *, most: int = 10) -> Sequence[Notice]:
    """Return the notices of some networks that stand on a day, the latest first."""
    found = (
        select(Notice)
        .join(Notice.network)
        .where(Notice.network_id.in_([each.id for each in networks]), Notice.until >= day, Notice.removed_at.is_(None))
        .options(contains_eager(Notice.network))
        .order_by(Notice.written_at.desc(), Notice.id)
    )
    return db.session.scalars(found.limit(most)).all()


def notice_of(network: Network, notice_id: UUID) -> Notice:
    """Return a notice, removed or past ones too. Raises NoResultFound."""
    return db.session.scalars(select(Notice).where(Notice.network_id == network.id, Notice.id == notice_id)).one()


def mandates_of(network: Network) -> Sequence[MandateVersion]:
    """Return all versions of what a network was asked to do, the latest first."""
    found = select(MandateVersion).where(MandateVersion.network_id == network.id)
    return db.session.scalars(found.order_by(MandateVersion.number.desc()).limit(MOST)).all()


def mandate_on(network: Network, day: date) -> MandateVersion | None:
    """Return the version in force on a day: the latest one whose day has come."""
    found = select(MandateVersion).where(MandateVersion.network_id == network.id, MandateVersion.valid_from <= day)
    return db.session.scalars(found.order_by(MandateVersion.number.desc()).limit(1)).one_or_none()


def handover_of(network: Network) -> Handover | None:
    """Return what the one who coordinates has written for the next one."""
    return db.session.get(Handover, network.id, populate_existing=True)


def _documents(network: Network) -> Select[Document]:
    versions = selectinload(Document.versions).joinedload(DocumentVersion.file)
    return select(Document).where(Document.network_id == network.id).options(versions, joinedload(Document.network))
