"""A post office down the road, people with addresses it may deliver to, and letters of every kind."""

from collections.abc import Callable, Iterator
from types import SimpleNamespace
from uuid import UUID

import pytest
from sqlalchemy import select

from app import db
from app.mail import letters, outbox
from app.mail.kinds import Kind
from app.mail.letters import Button, Errand, Letter
from app.mail.models import Posted
from app.mail.outbox import Receiver
from app.mail.sending import send_what_waits
from app.mail.setup import Setup
from app.mail_settings import Sender, Server
from app.people.models import Language, Person
from tests.mail.post_office import PostOffice, post_office


@pytest.fixture
def office() -> Iterator[PostOffice]:
    with post_office() as opened:
        yield opened


@pytest.fixture
def setup(office: PostOffice) -> Setup:
    return Setup(
        Server("127.0.0.1", office.port),
        Sender("Biblioteksutveckling", "knutpunkt@lanet.internal"),
        "knutpunkt.internal",
        "https://knutpunkt.internal",
        "a secret for tests only",
    )


@pytest.fixture
def send(setup: Setup, world: SimpleNamespace, written: None) -> Callable[[], int]:
    """Let a worker do one round."""

    def work() -> int:
        with world.app.app_context():
            return send_what_waits(setup)

    return work


@pytest.fixture
def written(monkeypatch: pytest.MonkeyPatch) -> None:
    """Every kind of letter, in few words."""

    def write(errand: Errand) -> Letter | None:
        from flask_babel import gettext as _

        if errand.about.get("gone"):
            return None
        return Letter(
            subject=f"{_('Kallelse')}: {errand.about.get('title', 'Träff')}",
            paragraphs=(_("Lösenord"),),
            why=_("Nätverk"),
            button=Button(_("Visa"), errand.url(f"/welcome/{errand.secret}")),
        )

    monkeypatch.setattr(letters, "_writers", dict.fromkeys(Kind, write))


@pytest.fixture
def staff(world: SimpleNamespace) -> list[Receiver]:
    """Five people whose letters may leave, in the order of their addresses."""
    people = [
        Person(given_name=f"Prov{number}", family_name="Person", email=f"prov{number}@bibliotek.internal",
               password_hash="x", language=Language.ENGLISH if number == 4 else None)
        for number in range(5)
    ]  # fmt: skip
    db.session.add_all(people)
    db.session.commit()
    return [receiver_of(each) for each in people]


def receiver_of(person: Person, *through: UUID) -> Receiver:
    return Receiver(person.id, person.email, person.name, "sv", through)


def posted(kind: Kind, receivers: list[Receiver], **more: object) -> int:
    """Post and commit, as a request does."""
    given: dict[str, object] = {"about": {"title": "Träff"}, **more}
    count = outbox.post(kind, receivers, **given)  # type: ignore[arg-type]
    db.session.commit()
    return count


def states() -> list[str]:
    """How each letter stands, in the order of the addresses: prov0 failed 550 no such person here."""
    found = db.session.execute(select(Posted.email, Posted.state, Posted.reason).order_by(Posted.email)).all()
    return [f"{email.split('@')[0]} {state.value} {reason}".strip() for email, state, reason in found]
