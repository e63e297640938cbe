"""What an administrator does with somebody's account: describes it anew, closes it and opens it again."""

from collections.abc import Iterable

from sqlalchemy import update

from app import clock, db
from app.accounts.links import end_links
from app.accounts.sign_ins import end_all_sign_ins
from app.audit.actions import What, record
from app.feeds.models import Feed
from app.handover.queries import burden_of, has_moved_from
from app.handover.things import Burden
from app.joining.actions import withdraw_all
from app.memberships import telling
from app.memberships.actions import end_all
from app.networks.kinds import Role
from app.people.actions import Details, OwnAccount, add, describe, set_administrator, set_manager
from app.people.models import Person
from app.people.workplaces import municipalities_of, work_also_at
from app.places.models import Library, Municipality
from app.wording import N_, Refusal


def add_person(details: Details, *, also: Iterable[Library], is_manager: bool, by: Person) -> Person:
    """Add somebody, who has no password yet. Raises AddressTaken or LibraryIsElsewhere."""
    person = add(details)
    work_also_at(person, also)
    set_manager(person, is_manager and person.municipality is not None, by=by)
    return person


def describe_person(
    person: Person, details: Details, *, also: Iterable[Library], is_manager: bool, by: Person
) -> list[Municipality]:
    """Describe somebody anew, and return the municipalities that were left though the person has seats for them.

    Their managers are told. Raises AddressTaken or LibraryIsElsewhere.
    """
    worked_in = set(municipalities_of(person))
    describe(person, details)
    work_also_at(person, also)
    set_manager(person, is_manager and person.municipality is not None, by=by)
    left = worked_in - set(municipalities_of(person))
    if not left:
        return []
    held = burden_of(person, reader=by).held
    seats = dict.fromkeys(each.membership.municipality for each in held if has_moved_from(each.membership, person))
    still = [each for each in seats if each in left]
    telling.much_to_hand_over(person, still, by=by, why="moved")
    return still


def tell_what_is_left(person: Person, burden: Burden, *, but: Iterable[str], by: Person) -> None:
    """Tell the managers what a closed account leaves: vacant seats, and what the person promised or was to present.

    but: the keys of those that somebody took over.
    """
    taken = set(but)
    left = [each for each in burden.held if each.key not in taken and each.membership.role is Role.MEMBER]
    places = dict.fromkeys(each.membership.municipality for each in left if each.membership.municipality is not None)
    telling.much_to_hand_over(person, places, by=by, why="closed")
    home = person.municipality
    if home is not None and home not in places and any(each.key not in taken for each in burden.loose):
        telling.much_to_hand_over(person, [home], by=by, why="closed", seats=False)


def close_account(person: Person, *, by: Person) -> None:
    """Close an account: sign-ins, invitations and calendar links end at once, memberships today. Raises OwnAccount.

    What the person has written, promised and taken part in is kept. The second time changes nothing.
    """
    if person.id == by.id:
        raise OwnAccount(N_("Du kan inte stänga ditt eget konto. Be en annan administratör."))
    if not person.is_open:
        return
    now = clock.now()
    set_administrator(person, False, by=by)  # first: it takes its turn, so that two who close each other don't lock up
    withdraw_all(person, by=by)
    end_all(person, by=by)
    person.closed_at = now
    db.session.flush()
    end_all_sign_ins(person)
    end_links(person)
    db.session.execute(
        update(Feed).where(Feed.person_id == person.id, Feed.revoked_at.is_(None)).values(revoked_at=now)
    )
    record(What.ACCOUNT_CLOSED, by=(by.id, by.name), subject=person.name, subject_id=person.id)


class IsMerged(Refusal):
    """Who turned out to be somebody else has nothing of their own any more."""


def reopen_account(person: Person, *, by: Person) -> None:
    """Open a closed account again. Memberships, calendar links and the right to administer do not come back.

    Raises IsMerged.
    """
    if person.merged_into_id is not None:
        told = N_("%(name)s är ihopslagen med en annan person. Det kontot används i stället.")
        raise IsMerged(told, name=person.name)
    if not person.is_open:
        person.closed_at = None
        db.session.flush()
        record(What.ACCOUNT_OPENED, by=(by.id, by.name), subject=person.name, subject_id=person.id)
