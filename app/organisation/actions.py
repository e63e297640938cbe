"""Saying whose intranet this is and whom to ask."""

from app import db
from app.organisation.models import Organisation
from app.organisation.queries import the_organisation


def describe(
    *,
    name: str,
    region: str = "",
    contact_name: str = "",
    contact_email: str = "",
    contact_phone: str = "",
    about: str = "",
) -> Organisation:
    """Describe the organisation, for the first time or anew, and return it."""
    organisation = the_organisation()
    if organisation is None:
        organisation = Organisation(name=name)
        db.session.add(organisation)
    organisation.name = name
    organisation.region = region
    organisation.contact_name = contact_name
    organisation.contact_email = contact_email
    organisation.contact_phone = contact_phone
    organisation.about = about
    db.session.flush()
    return organisation
