"""Finding the organisation whose installation this is."""

from sqlalchemy import select

from app import db
from app.organisation.models import Organisation

_FIRST = select(Organisation).order_by(Organisation.id).limit(1)


def the_organisation() -> Organisation | None:
    """Return the organisation, or nothing before the installation has been set up."""
    return db.session.scalars(_FIRST).one_or_none()


def organisation_name() -> str:
    """Return the organisation's name, empty before the installation has been set up."""
    found = the_organisation()
    return found.name if found is not None else ""
