"""What can happen to a notice: written, changed, taken down and put up again."""

from datetime import date, timedelta

from app import clock, db
from app.networks.models import Network
from app.people.models import Person
from app.rooms.models import Notice
from app.wording import N_, Refusal

LONGEST = timedelta(days=400)


class IsPast(Refusal):
    """A notice stands today at least, and not for ever."""


def write_notice(network: Network, text: str, *, until: date, by: Person) -> Notice:
    """Put up a notice. Raises IsPast."""
    _must_stand(until)
    notice = Notice(network_id=network.id, network=network, text=text, until=until)
    notice.written_by_id, notice.written_by = by.id, by.name
    db.session.add(notice)
    db.session.flush()
    return notice


def change_notice(notice: Notice, text: str, *, until: date) -> None:
    """Let a notice say something else, or stand longer. Raises IsPast."""
    _must_stand(until)
    notice.text, notice.until = text, until
    db.session.flush()


def take_down(notice: Notice) -> None:
    """Take a notice down. Twice is as once."""
    notice.removed_at = notice.removed_at or clock.now()
    db.session.flush()


def put_up(notice: Notice) -> None:
    """Put a notice up again."""
    notice.removed_at = None
    db.session.flush()


def _must_stand(until: date) -> None:
    today = clock.today()
    if until < today:
        raise IsPast(N_("Den dagen har varit. Välj i dag eller senare."))
    if until > today + LONGEST:
        raise IsPast(N_("Välj en dag inom ett år. Det som ska stå länge passar bättre som dokument."))
