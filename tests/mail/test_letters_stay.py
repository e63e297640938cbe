"""Letters that must not leave: to nobody's address, out of a demo, with no server, and when somebody has said stop."""

from collections.abc import Callable
from types import SimpleNamespace

from app import db
from app.mail import office as sending_office
from app.mail.kinds import Kind, State
from app.mail.outbox import Receiver
from app.mail.sending import send_what_waits
from app.mail.setup import Setup
from tests.mail.conftest import posted, states
from tests.mail.post_office import PostOffice

Send = Callable[[], int]


def test_an_example_address_is_never_given_to_a_server(world: SimpleNamespace, office: PostOffice, send: Send) -> None:
    posted(Kind.AGENDA_PUBLISHED, [Receiver(world.bob.id, world.bob.email, world.bob.name)])
    assert send() == 0
    assert states() == ["bob shown"]
    assert office.arrived == []


def test_a_demo_never_calls_a_server(staff: list[Receiver], office: PostOffice, send: Send) -> None:
    sending_office.never_send()
    posted(Kind.AGENDA_PUBLISHED, staff)
    assert send() == 0
    assert office.calls == 0
    assert {each.split()[1] for each in states()} == {State.SHOWN.value}


def test_without_a_server_letters_wait(staff: list[Receiver], setup: Setup, written: None) -> None:
    posted(Kind.AGENDA_PUBLISHED, staff)
    nowhere = Setup(None, setup.sender, setup.host, setup.base_url, setup.secret_key)
    assert send_what_waits(nowhere) == 0
    assert {each.split()[1] for each in states()} == {State.WAITING.value}


def test_stopped_nothing_leaves_started_everything_does(staff: list[Receiver], office: PostOffice, send: Send) -> None:
    posted(Kind.AGENDA_PUBLISHED, staff)
    sending_office.stop(by="Dana")
    db.session.commit()
    assert send() == 0
    assert office.calls == 0
    sending_office.start()
    db.session.commit()
    assert send() == 5
