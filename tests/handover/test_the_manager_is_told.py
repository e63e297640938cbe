"""When an account closes, the library manager hears what nobody has taken over: seats, and what was promised."""

from types import SimpleNamespace

from sqlalchemy import select

from app import db
from app.mail.kinds import Kind
from app.mail.models import Posted
from app.networks.models import Membership
from tests.browser_double import Browser
from tests.handover.holding import where
from tests.handover.test_handing_over import publish, staff  # noqa: F401 - fixtures
from tests.written_letters import letter, said


def close(dana: Browser, staff: SimpleNamespace, **chosen: str) -> None:  # noqa: F811
    assert dana.post(f"/people/{staff.bob.id}/close", **chosen).status == 303


def take_seats(staff: SimpleNamespace) -> dict[str, str]:  # noqa: F811
    seats = db.session.scalars(select(Membership.id).where(Membership.person_id == staff.bob.id))
    return {f"m{seat.hex}": str(staff.frans.id) for seat in seats}


def take_promise(staff: SimpleNamespace) -> dict[str, str]:  # noqa: F811
    return {f"a{staff.action_id.hex}": str(staff.alice.id)}


def test_a_promise_that_nobody_took_over(dana: Browser, staff: SimpleNamespace) -> None:  # noqa: F811
    close(dana, staff, **take_seats(staff))
    text = said(staff, Kind.HANDOVER)
    assert "Bob Åberg har slutat och har kvar sådant som någon annan behöver ta över. " in text
    assert "Öppna åtgärder: 1" in text
    assert f"http://knutpunkt.example{where(staff.bob)}" in text
    assert "Boka lokal" in Browser(staff.app, staff.erika).get(where(staff.bob))


def test_a_seat_and_a_promise_are_one_letter(dana: Browser, staff: SimpleNamespace) -> None:  # noqa: F811
    close(dana, staff)
    text = said(staff, Kind.HANDOVER)
    assert "Platserna för Högsby är vakanta." in text
    assert "Öppna åtgärder: 1" in text


def test_nothing_is_told_when_somebody_took_over_all(dana: Browser, staff: SimpleNamespace) -> None:  # noqa: F811
    close(dana, staff, **take_seats(staff), **take_promise(staff))
    db.session.remove()
    assert db.session.scalars(select(Posted).where(Posted.kind == Kind.HANDOVER)).all() == []


def test_nor_when_it_is_taken_over_before_the_letter_leaves(dana: Browser, staff: SimpleNamespace) -> None:  # noqa: F811
    close(dana, staff, **take_seats(staff))
    assert dana.post(where(staff.bob), last_day="2026-11-05", **take_promise(staff)).status == 303
    assert letter(staff, Kind.HANDOVER) is None
