"""Joining a network at once, asking to, and answering those who ask."""

from sqlalchemy import select

from app import clock, db
from app.audit.actions import What, record
from app.joining.kinds import Outcome
from app.joining.models import JoinRequest
from app.memberships import actions as memberships
from app.memberships import rows, rules, telling
from app.memberships.rules import Term
from app.networks.kinds import Admission, Role
from app.networks.models import Membership, Network
from app.people.models import Person
from app.wording import N_, Message, Refusal


class NotThatWay(Refusal):
    """The network takes its members in another way."""


class IsAnswered(Refusal):
    """Somebody else has answered, or the person has changed their mind."""


def join(network: Network, person: Person) -> Membership:
    """Let somebody become a member from today of a network that is open to all. Twice is as once.

    Raises NotThatWay, IsArchived or AccountIsClosed; AlreadyHasRole when the person will become a member later.
    """
    known = _member_row(network, person)
    if known is not None:
        return known
    if network.admission is not Admission.OPEN:
        raise NotThatWay(N_("Man går inte med själv i det här nätverket. Ladda om sidan och se hur man gör nu."))
    begun = memberships.begin(network, person, Term(Role.MEMBER, None, clock.today()), by=person)
    db.session.flush()
    telling.joined(begun)
    return begun


def ask(network: Network, person: Person, message: str) -> JoinRequest:
    """Ask to become a member, with a word to the coordinators. Twice is as once: the first stands while it waits.

    Raises NotThatWay, IsArchived, AccountIsClosed or AlreadyHasRole.
    """
    kept = rows.all_of(network)
    waiting = _waiting(network, person)
    if waiting is not None:
        return waiting
    if network.admission is not Admission.REQUEST:
        raise NotThatWay(N_("Man ber inte att få gå med i det här nätverket. Ladda om sidan och se hur man gör nu."))
    rules.must_take_members(network, person)
    rules.must_not_overlap(kept, person, Term(Role.MEMBER, None, clock.today()))
    asked = JoinRequest(network=network, person=person, message=message)
    db.session.add(asked)
    db.session.flush()
    telling.asked_to_join(network, asked.id, person)
    return asked


def withdraw(request: JoinRequest, *, by: Person) -> None:
    """Take one's own request back. Twice is as once. Raises IsAnswered."""
    _settle(request, Outcome.WITHDRAWN, by=by)


def approve(request: JoinRequest, term: Term, *, by: Person) -> None:
    """Let somebody in, as what the term says. Twice is as once; who is in already stays what they are.

    Raises IsAnswered, EndsBeforeItBegins, IsArchived, AccountIsClosed or AlreadyHasRole.
    """
    network, person = request.network, request.person
    if not _settle(request, Outcome.APPROVED, by=by) or _member_row(network, person) is not None:
        return
    begun = memberships.begin(network, person, term, by=by)
    db.session.flush()
    telling.taken_in(begun, by=by)


def decline(request: JoinRequest, answer: str, *, by: Person) -> None:
    """Say no, with a word to whoever asked. Twice is as once. Raises IsAnswered."""
    if _settle(request, Outcome.DECLINED, by=by):
        request.answer = answer
        db.session.flush()
        telling.declined(request.network, request.id, request.person)


def withdraw_all(person: Person, *, by: Person) -> None:
    """Take back everything a person waits for, when the account is closed."""
    found = select(JoinRequest).where(JoinRequest.person_id == person.id, JoinRequest.outcome.is_(None))
    for each in db.session.scalars(found.order_by(JoinRequest.asked_at, JoinRequest.id)).all():
        _settle(each, Outcome.WITHDRAWN, by=by)


def _settle(request: JoinRequest, outcome: Outcome, *, by: Person) -> bool:
    """End a request when it is our turn; False if it has ended so already. Raises IsAnswered if it ended otherwise."""
    rows.all_of(request.network)
    db.session.refresh(request, ["outcome"])
    if request.outcome is outcome:
        return False
    if request.outcome is not None:
        told = N_("Det är redan avgjort: %(how)s. Ladda om sidan.")
        raise IsAnswered(told, how=Message(request.outcome.label))
    request.outcome, request.settled_at, request.settled_by_id = outcome, clock.now(), by.id
    db.session.flush()
    record(
        What.MEMBERSHIP_CHANGED, by=(by.id, by.name), subject=f"{request.person.name}, {request.network.name}",
        subject_id=request.person_id, how=f"request-{outcome.value}",
    )  # fmt: skip
    return True


def _waiting(network: Network, person: Person) -> JoinRequest | None:
    found = select(JoinRequest).where(JoinRequest.network_id == network.id, JoinRequest.person_id == person.id)
    return db.session.scalars(found.where(JoinRequest.outcome.is_(None)).limit(1)).first()


def _member_row(network: Network, person: Person) -> Membership | None:
    """Return what makes the person a member today, guests not counted, when it is our turn to write."""
    today = clock.today()
    for each in rows.all_of(network):
        if each.person_id == person.id and each.role is not Role.GUEST and each.is_active_on(today):
            return each
    return None
