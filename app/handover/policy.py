"""Who may hand over what somebody holds."""

from collections.abc import Collection
from uuid import UUID

from app.people.models import Person


def can_hand_over(reader: Person, person: Person, places: Collection[UUID | None]) -> bool:
    """Who leaves hands over; administrators can too, and the library manager of a municipality that is represented."""
    leads_one = reader.is_manager and reader.municipality_id is not None and reader.municipality_id in places
    return reader.id == person.id or reader.is_administrator or leads_one
