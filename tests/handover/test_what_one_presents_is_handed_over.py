"""Who is to present something at a coming meeting hands that over too, and reads nothing that is not published."""

from datetime import timedelta
from types import SimpleNamespace
from uuid import UUID

import pytest
from sqlalchemy import select

from app import clock, db
from app.audit.models import AuditEntry
from app.handover.presenting import instead_of, names
from app.meetings.models import AgendaItem, Meeting
from tests.browser_double import Browser
from tests.conftest import NOW
from tests.handover.holding import hand_over, let_in, somebody, where
from tests.rotation.conftest import meet
from tests.statements import counted

SECRET = "En punkt på en dagordning som inte är publicerad"


def agenda(meeting_id: str, *presenters: str, published: bool = True) -> list[str]:
    """Put items on a meeting's agenda and return their names in the form of handing over."""
    meeting = db.session.get_one(Meeting, UUID(meeting_id))
    meeting.agenda_published_at = clock.now() if published else None
    items = [AgendaItem(meeting_id=meeting.id, position=number, title=f"Punkt {number}", presenter=each)
             for number, each in enumerate(presenters)]  # fmt: skip
    db.session.add_all(items)
    db.session.commit()
    keys = [f"i{each.id.hex}" for each in items]
    db.session.rollback()
    return keys


def presenters() -> list[str]:
    db.session.remove()
    return list(db.session.scalars(select(AgendaItem.presenter).order_by(AgendaItem.position)))


@pytest.fixture
def item(world: SimpleNamespace) -> str:
    """What Bob is to present in a week, together with Alice."""
    return agenda(meet(world.children, world.alice, days=7), "Alice Almgren och bob  åberg", "Alice Almgren")[0]


@pytest.mark.parametrize(
    ("presenter", "after"),
    [
        ("Bob Åberg", "Ylva Ek"),
        (" BOB  ÅBERG ", "Ylva Ek"),
        ("Alice Almgren, Bob Åberg", "Alice Almgren, Ylva Ek"),
        ("Bob Åberg & Alice Almgren", "Ylva Ek & Alice Almgren"),
        ("Ylva Ek och Bob Åberg", "Ylva Ek"),
        ("Bob Åberg, Ylva Ek och Alice Almgren", "Ylva Ek och Alice Almgren"),
        ("Ylva Ek, Bob Åberg och Alice Almgren", "Ylva Ek och Alice Almgren"),
    ],
)
def test_a_name_is_found_among_several(presenter: str, after: str) -> None:
    assert names(presenter, "Bob Åberg")
    assert instead_of(presenter, "Bob Åberg", "Ylva Ek") == after


@pytest.mark.parametrize("presenter", ["", "Bob", "Bob Åbergsson", "Bo Bob Åberg", "Alla"])
def test_another_name_is_another_person(presenter: str) -> None:
    assert not names(presenter, "Bob Åberg")
    assert instead_of(presenter, "Bob Åberg", "Ylva Ek") == presenter


def test_it_stands_there_and_is_handed_over(world: SimpleNamespace, alice: Browser, bob: Browser, item: str) -> None:
    let_in(world, world.charlie)
    page = bob.get(where(world.bob))
    assert "Att föredra på kommande möten 1 Punkt 0 Träff 7, tors 12 nov Vem föredrar i stället?" in page
    assert hand_over(bob, world.bob, **{item: str(world.charlie.id)}).status == 303
    assert presenters() == ["Alice Almgren och Charlie Ek", "Alice Almgren"]
    assert "Att föredra" not in bob.get(where(world.bob))
    assert "Punkt 0" in Browser(world.app, world.charlie).get(where(world.charlie))


def test_who_began_to_change_the_item_before_is_told(
    world: SimpleNamespace, alice: Browser, bob: Browser, item: str
) -> None:
    meeting_id, item_id = db.session.execute(
        select(AgendaItem.meeting_id, AgendaItem.id).order_by(AgendaItem.position)
    ).first()
    db.session.rollback()
    hand_over(bob, world.bob, **{item: str(world.alice.id)})
    fields = {"title": "Punkt 0", "presenter": "Bob Åberg", "minutes": "15", "kind": "discussion", "seen": "0"}
    assert alice.post(f"/meetings/{meeting_id}/agenda/{item_id}/edit", **fields).status == 422
    assert presenters()[0] == "Alice Almgren"


def test_the_log_tells_of_it(world: SimpleNamespace, dana: Browser, item: str) -> None:
    hand_over(dana, world.bob, **{item: str(world.alice.id)})
    told = db.session.scalars(select(AuditEntry).where(AuditEntry.what == "handed-over")).one()
    assert (told.subject, told.details) == ("Träff 7", {"to": "Alice Almgren"})


def test_an_agenda_that_is_not_published_is_not_read_here(world: SimpleNamespace, bob: Browser, dana: Browser) -> None:
    key = agenda(meet(world.children, world.alice, days=7), "Bob Åberg", published=False)[0]
    assert "Punkt 0" in dana.get(where(world.bob))
    page = bob.get(where(world.bob))
    assert "Punkt 0" not in page.html
    assert f"{SECRET} Träff 7, tors 12 nov Vem föredrar i stället?" in page
    assert hand_over(bob, world.bob, **{key: str(world.alice.id)}).status == 303
    assert presenters() == ["Alice Almgren"]


def test_a_meeting_one_does_not_see_is_not_told_of(world: SimpleNamespace, bob: Browser, dana: Browser) -> None:
    agenda(meet(world.children, world.alice, days=7, call=False), "Bob Åberg")
    agenda(meet(world.secret, world.alice, days=8), "Bob Åberg")
    erika = Browser(world.app, somebody(world, "Erika", is_manager=True))
    assert "Att föredra" not in erika.get(where(world.bob))
    assert "Att föredra på kommande möten 1" in bob.get(where(world.bob))
    assert "Att föredra på kommande möten 2" in dana.get(where(world.bob))


def test_the_manager_sees_it_and_does_not_change_it(world: SimpleNamespace, item: str) -> None:
    erika = Browser(world.app, somebody(world, "Erika", is_manager=True))
    assert "Punkt 0 Träff 7, tors 12 nov Samordnaren i nätverket ändrar det här." in erika.get(where(world.bob))
    hand_over(erika, world.bob, **{item: str(world.alice.id)})
    assert presenters()[0] == "Alice Almgren och bob  åberg"


def test_somebody_else_of_the_same_name_has_nothing_to_do_with_it(world: SimpleNamespace, item: str) -> None:
    other = somebody(world, "Bob", family_name="Åberg", email="other@knutpunkt.example")
    assert "Att föredra" not in Browser(world.app, other).get(where(other))


def test_a_guest_speaker_with_an_account_reads_what_is_published_and_changes_nothing(
    world: SimpleNamespace, charlie: Browser, dana: Browser
) -> None:
    agenda(meet(world.children, world.alice, days=7), "Charlie Ek")
    agenda(meet(world.children, world.alice, days=8), "Charlie Ek", published=False)
    assert "Att föredra på kommande möten 1 Punkt 0" in charlie.get(where(world.charlie))
    assert "Vem föredrar i stället?" not in charlie.get(where(world.charlie))
    assert "Att föredra på kommande möten 2" in dana.get(where(world.charlie))


def test_what_was_is_not_to_come(world: SimpleNamespace, dana: Browser, alice: Browser, item: str) -> None:
    cancelled = meet(world.children, world.alice, days=9)
    agenda(cancelled, "Bob Åberg")
    alice.post(f"/meetings/{cancelled}/cancel", because="Snö")
    assert "Att föredra på kommande möten 1" in dana.get(where(world.bob))
    with clock.held_at(NOW + timedelta(days=8)):
        assert "Att föredra" not in Browser(world.app, world.dana).get(where(world.bob))


def test_closing_and_leaving_tell_of_it(world: SimpleNamespace, dana: Browser, bob: Browser, item: str) -> None:
    assert "Du ska föredra 1 punkt på ett kommande möte." in bob.get("/networks/barn-och-unganatverket/leave")
    assert "Punkt 0" in dana.get(f"/people/{world.bob.id}/close")
    dana.post(f"/people/{world.bob.id}/close")
    assert "Punkt 0" in dana.get(where(world.bob))
    assert hand_over(dana, world.bob, **{item: str(world.alice.id)}).status == 303
    assert presenters()[0] == "Alice Almgren"


def test_many_items_ask_no_more_of_the_database(world: SimpleNamespace, dana: Browser, item: str) -> None:
    few = counted(dana, where(world.bob))
    for days in range(10, 16):
        agenda(meet(world.children, world.alice, days=days), "Bob Åberg", "Bob Åberg", "Alla")
    assert counted(dana, where(world.bob)) == few
