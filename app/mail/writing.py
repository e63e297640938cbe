"""From a row in the outbox to a message: written when it leaves, for the person as they are now."""

from dataclasses import dataclass, replace
from uuid import UUID

from app import db
from app.mail import choices, office, queue
from app.mail.letters import Errand, Letter, receiver_now, write
from app.mail.message import Envelope, message
from app.mail.models import Posted
from app.mail.outbox import Receiver
from app.mail.reserved import is_reserved
from app.mail.setup import Setup
from app.mail.unsubscribe import PATH, link
from app.web.i18n import LANGUAGES, in_language, translate
from app.wording import N_

OFF = N_("Stäng av sådana mejl")
SECRET_OF_A_PREVIEW = "..."  # noqa: S105 - no secret: nobody but the receiver may see the link
CLOSED = N_("Kontot är stängt.")
OUTDATED = N_("Det som brevet handlade om gäller inte längre.")
SWITCHED_OFF = N_("Personen har stängt av sådana mejl.")


@dataclass(frozen=True, slots=True)
class Ready:
    """A letter ready to be handed over, claimed by this worker."""

    id: UUID
    claim: UUID
    email: str
    body: bytes


class Settled:
    """A letter that needs no server: no longer wanted, to an address that leads nowhere, or not possible to write."""


def prepare(setup: Setup) -> Ready | Settled | None:
    """Claim the next letter and write it, in one transaction that is over when this returns; None if there is none."""
    db.begin(writing=True)
    letter = queue.claim_next(setup) if office.is_open(office.as_it_is()) else None
    if letter is None:
        db.session.rollback()
        return None
    letter_id = letter.id
    try:
        ready = _written(setup, letter)
        db.session.commit()
    except Exception as error:  # one letter that can't be written leaves the others alone
        db.begin(writing=True)
        queue.note_not_written(letter_id, f"{type(error).__name__}: {error}")
        db.session.commit()
        return Settled()
    return ready


def preview(setup: Setup, letter: Posted) -> tuple[Letter, Envelope] | None:
    """Write a letter as it would be now, with no link that works. The caller undoes what writing it changes."""
    receiver = receiver_now(letter.person_id, otherwise=_posted_to(letter))
    if receiver is None:
        return None
    with in_language(_language(receiver)):
        try:
            written = write(_errand(setup, letter, receiver, SECRET_OF_A_PREVIEW))
        except LookupError:
            return None
        envelope = _envelope(setup, letter, receiver)
    off = (envelope.off[0], f"{setup.base_url}{PATH}{SECRET_OF_A_PREVIEW}") if envelope.off is not None else None
    return (written, replace(envelope, off=off)) if written is not None else None


def _written(setup: Setup, letter: Posted) -> Ready | Settled:
    receiver = receiver_now(letter.person_id, otherwise=_posted_to(letter))
    if receiver is None or _is_off(letter):
        queue.note_dropped(letter, CLOSED if receiver is None else SWITCHED_OFF)
        return Settled()
    if is_reserved(receiver.email):
        queue.note_shown(letter)
        return Settled()
    with in_language(_language(receiver)):
        written = write(_errand(setup, letter, receiver, setup.secret_of(letter.id)))
        if written is None:
            queue.note_dropped(letter, OUTDATED)
            return Settled()
        body = message(written, _envelope(setup, letter, receiver)).as_bytes()
    assert letter.claim is not None  # noqa: S101 - claimed above, in the same transaction
    return Ready(letter.id, letter.claim, receiver.email, body)


def _is_off(letter: Posted) -> bool:
    """Whether the person has switched the kind off since it was posted."""
    if not letter.kind.is_optional:
        return False
    off = choices.switched_off(letter.person_id)
    return (letter.kind, None) in off or (letter.kind, letter.network_id) in off


def _posted_to(letter: Posted) -> Receiver:
    return Receiver(letter.person_id, letter.email, letter.name, letter.language)


def _language(receiver: Receiver) -> str:
    return receiver.language if receiver.language in LANGUAGES else LANGUAGES[0]


def _errand(setup: Setup, letter: Posted, receiver: Receiver, secret: str) -> Errand:
    return Errand(letter.kind, receiver, dict(letter.about), letter.network_id, secret, setup.base_url)


def _envelope(setup: Setup, letter: Posted, receiver: Receiver) -> Envelope:
    off = None
    if letter.kind.is_optional:
        path = link(setup.secret_key, person_id=letter.person_id, kind=letter.kind, network_id=letter.network_id)
        off = (translate(OFF), setup.base_url + path)
    return Envelope(letter.id, receiver, setup.sender, setup.host, letter.posted_at, off)
