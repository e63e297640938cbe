"""Who may do what with calendar links."""

from app.feeds.models import Feed
from app.people.models import Person


def can_change_feed(person: Person, feed: Feed) -> bool:
    """A calendar link is its owner's own: nobody else, not even an administrator, sees, ends or renews it."""
    return feed.person_id == person.id
