"""The rules of memberships: nobody has the same role twice at once, and a network keeps a coordinator."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from uuid import UUID

from app import clock
from app.networks.kinds import Role, Standing
from app.networks.models import Membership, Network
from app.people.models import Person
from app.wording import N_, Message, Refusal

DAY = timedelta(days=1)


@dataclass(frozen=True, slots=True)
class Term:
    """What somebody is in a network, and from which day to which, both included; perhaps with no end."""

    role: Role
    standing: Standing | None
    starts_on: date
    ends_on: date | None = None
    municipality_id: UUID | None = None
    """Whose seat it fills; if it is not said, that of the person's own municipality."""

    def is_active_on(self, day: date) -> bool:
        """Whether it is in force that day."""
        return self.starts_on <= day and (self.ends_on is None or day <= self.ends_on)


class AlreadyHasRole(Refusal):
    """The person has the role already, on some of the days."""


class EndsBeforeItBegins(Refusal):
    """The last day can't come before the first."""


class OutsideItsTime(Refusal):
    """A change has to fall within what it changes."""


class HasEnded(Refusal):
    """What has ended is history; it can only be corrected."""


class NothingChanges(Refusal):
    """It is so already."""


class LastCoordinator(Refusal):
    """A network is not left without somebody who runs it."""


class IsArchived(Refusal):
    """An archived network gets no new members."""


class AccountIsClosed(Refusal):
    """Who has left can't be given a role."""


def must_be_in_order(term: Term) -> None:
    """Raises EndsBeforeItBegins."""
    if term.ends_on is not None and term.ends_on < term.starts_on:
        raise EndsBeforeItBegins(N_("Sista dagen kommer före den första. Ändra en av dem."))


def must_take_members(network: Network, person: Person) -> None:
    """Raises IsArchived or AccountIsClosed."""
    if network.archived_at is not None:
        raise IsArchived(N_("Nätverket är vilande. Ta upp det igen först."))
    if not person.is_open:
        raise AccountIsClosed(N_("%(name)s har inget öppet konto. Öppna kontot först."), name=person.name)


def must_not_overlap(kept: Sequence[Membership], person: Person, term: Term, *, but: Membership | None = None) -> None:
    """A person has a role once at a time. Raises AlreadyHasRole."""
    for each in kept:
        same = each.person_id == person.id and each.role is term.role and each is not but and not each.never_applied
        if same and _meet(term, each):
            told = N_("%(name)s har redan rollen %(role)s de dagarna. Ändra det medlemskapet i stället.")
            raise AlreadyHasRole(told, name=person.name, role=Message(term.role.label))


def is_last_coordinator(kept: Sequence[Membership], gone: Membership, *, from_day: date) -> bool:
    """Whether nobody is left to run the network from a day on (from today, if that is past), if this one goes.

    Nor on a later day, when those who are left end while this one would have gone on.
    """
    if gone.role is not Role.COORDINATOR:
        return False
    day = max(from_day, clock.today())
    others = [each for each in kept if each is not gone and each.role is Role.COORDINATOR and each.person.is_open]
    ends = [each.ends_on + DAY for each in others if each.ends_on is not None and each.ends_on >= day]
    days = [day, *(each for each in ends if gone.ends_on is None or each <= gone.ends_on)]
    return any(not any(other.is_active_on(each) for other in others) for each in days)


def must_go_on(membership: Membership) -> None:
    """What is history is not changed. Raises HasEnded."""
    over = membership.ends_on is not None and membership.ends_on < clock.today()
    if over or membership.never_applied:
        raise HasEnded(N_("Det medlemskapet är redan avslutat. Rätta det om något blev fel."))


def must_not_be_needed(kept: Sequence[Membership], gone: Membership) -> None:
    """A row can't be struck while it is the only one that runs the network today. Raises LastCoordinator."""
    today = clock.today()
    standing = gone.network.archived_at is None and gone.is_active_on(today)
    if standing and is_last_coordinator(kept, gone, from_day=today):
        raise LastCoordinator(N_("Nätverket behöver någon som samordnar. Lägg till en samordnare till först."))


def must_take_over(successor: Person | None, gone: Membership) -> Person:
    """Return who takes over as coordinator. Raises LastCoordinator while nobody else does."""
    if successor is None or successor.id == gone.person_id:
        raise LastCoordinator(N_("Nätverket behöver någon som samordnar. Välj vem som tar över."))
    return successor


def _meet(term: Term, other: Membership) -> bool:
    return term.starts_on <= (other.ends_on or date.max) and other.starts_on <= (term.ends_on or date.max)
