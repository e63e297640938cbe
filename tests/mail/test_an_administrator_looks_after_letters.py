"""An administrator sees what waits, what did not arrive and why, sends it again, and stops everything."""

from collections.abc import Callable
from datetime import timedelta
from types import SimpleNamespace

import pytest
from sqlalchemy import select

from app import clock, db
from app.mail import office as sending
from app.mail.chores import forget_old_letters
from app.mail.kinds import Kind
from app.mail.models import Posted
from app.mail.outbox import Receiver
from tests.browser_double import Browser
from tests.conftest import NOW
from tests.mail.conftest import posted
from tests.mail.post_office import Mood, PostOffice
from tests.statements import counted

Send = Callable[[], int]


@pytest.fixture
def failed(staff: list[Receiver], office: PostOffice, send: Send) -> list[Posted]:
    """Two letters that were refused and one that arrived."""
    office.mood = lambda receiver: (
        Mood.KIND if receiver.startswith("prov2") else Mood.UNKNOWN if receiver else Mood.KIND
    )
    posted(Kind.AGENDA_PUBLISHED, staff[:3])
    send()
    office.mood = lambda _: Mood.KIND
    return list(db.session.scalars(select(Posted).order_by(Posted.email)))


def test_what_did_not_arrive_comes_first_with_the_reason(failed: list[Posted], dana: Browser) -> None:
    page = dana.get("/admin/mail")
    assert "Gick inte fram (2)" in page
    assert "prov0@bibliotek.internal" in page
    assert "550 no such person here" in page
    assert "prov2@" not in page
    assert "prov2@bibliotek.internal" in dana.get("/admin/mail?pile=done")


def test_one_is_sent_again(failed: list[Posted], dana: Browser, office: PostOffice, send: Send) -> None:
    assert "skickas igen" in dana.send(f"/admin/mail/{failed[0].id}/again")
    assert send() == 1
    assert office.to() == ["prov0@bibliotek.internal", "prov2@bibliotek.internal"]


def test_all_are_sent_again(failed: list[Posted], dana: Browser, send: Send) -> None:
    assert "2 brev skickas igen" in dana.send("/admin/mail/again")
    assert send() == 2
    assert "Alla brev har gått fram" in dana.get("/admin/mail?pile=failed")


def test_what_has_arrived_is_not_sent_again(failed: list[Posted], dana: Browser, send: Send) -> None:
    assert "har redan lämnat" in dana.send(f"/admin/mail/{failed[2].id}/again")
    assert send() == 0


def test_everything_is_stopped_and_started(
    staff: list[Receiver], dana: Browser, office: PostOffice, send: Send
) -> None:
    dana.send("/admin/mail/stop")
    posted(Kind.AGENDA_PUBLISHED, staff)
    assert send() == 0
    assert "Dana Öberg stoppade alla utskick" in dana.get("/admin/mail?pile=waiting")
    assert "stoppade dem" in dana.get("/admin/log")
    dana.send("/admin/mail/start")
    assert send() == 5


def test_what_waits_is_struck(staff: list[Receiver], dana: Browser, office: PostOffice, send: Send) -> None:
    posted(Kind.AGENDA_PUBLISHED, staff)
    assert "Stryk 5 brev" in dana.get("/admin/mail/strike")
    dana.send("/admin/mail/strike")
    assert send() == 0
    assert office.arrived == []


def test_a_letter_is_read_before_it_leaves_but_its_secret_is_not(
    world: SimpleNamespace, staff: list[Receiver], dana: Browser, office: PostOffice, send: Send
) -> None:
    posted(Kind.AGENDA_PUBLISHED, staff[:1], network_id=world.children.id)
    letter = db.session.scalars(select(Posted)).one()
    page = dana.get(f"/admin/mail/{letter.id}")
    assert "Kallelse: Träff" in page
    assert "/welcome/..." in page
    assert "/mail/off/..." in page
    alone = dana.get(f"/admin/mail/{letter.id}/html")
    assert alone.status == 200
    assert "style-src 'sha256-" in alone.headers["Content-Security-Policy"]
    send()
    assert "Texten sparas inte" in dana.get(f"/admin/mail/{letter.id}")
    assert dana.get(f"/admin/mail/{letter.id}/html").status == 404
    assert db.session.scalars(select(Posted.about)).one() == {}


def test_a_server_that_is_away_is_told_of(staff: list[Receiver], dana: Browser, office: PostOffice, send: Send) -> None:
    office.shut()
    posted(Kind.AGENDA_PUBLISHED, staff)
    send()
    assert "refused" in sending.as_it_is().trouble
    assert sending.as_it_is().trouble_since == NOW


def test_after_ninety_days_it_is_forgotten_that_a_letter_was_sent(failed: list[Posted], staff: list[Receiver]) -> None:
    with clock.held_at(NOW + timedelta(days=89)):
        posted(Kind.AGENDA_PUBLISHED, staff[:1])
    forget_old_letters(NOW + timedelta(days=91))
    db.session.commit()
    assert [each.state.value for each in db.session.scalars(select(Posted))] == ["waiting"]


def test_the_page_costs_the_same_for_five_letters_and_for_fifty(staff: list[Receiver], dana: Browser) -> None:
    posted(Kind.AGENDA_PUBLISHED, staff)
    few = counted(dana, "/admin/mail")
    for _ in range(9):
        posted(Kind.AGENDA_PUBLISHED, staff)
    assert counted(dana, "/admin/mail") == few
