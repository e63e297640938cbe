"""What members know of is cancelled and can be revived; a draft is thrown away; a meeting can be copied."""

from collections.abc import Callable
from datetime import timedelta

from sqlalchemy import func, select

from app import clock, db
from app.audit.models import AuditEntry
from app.meetings.models import AgendaItem, Meeting
from app.occasions.models import Occasion
from tests.browser_double import Browser
from tests.conftest import NOW

Plan = Callable[..., str]


def count(model: type) -> int:
    return db.session.scalars(select(func.count()).select_from(model)).one()


def test_cancelling_says_what_it_means_and_members_see_why(alice: Browser, bob: Browser, plan: Plan) -> None:
    address = plan(call=True)
    asked = alice.get(f"{address}/cancel")
    assert "2 medlemmar ser att det är inställt" in asked
    assert "Mötet är inställt" in alice.send(f"{address}/cancel", because="Sjukdom")
    assert "Sjukdom" in bob.get(address)
    assert "Kommer du?" not in bob.get(address)
    logged = db.session.scalars(select(AuditEntry.what).order_by(AuditEntry.at)).all()
    assert sorted(logged) == ["meeting-called", "meeting-cancelled"]


def test_it_can_be_undone_with_the_answers_kept(alice: Browser, bob: Browser, plan: Plan) -> None:
    address = plan(call=True)
    bob.post(address.replace("meetings", "occasions") + "/answer", reply="no")
    alice.post(f"{address}/cancel")
    assert f"{address}/revive" in alice.get(address).forms
    assert "Mötet blir av igen" in alice.send(f"{address}/revive")
    assert 'value="no" aria-pressed="true"' in " ".join(bob.get(address).html.split())


def test_what_is_cancelled_can_not_be_changed_or_called(alice: Browser, plan: Plan) -> None:
    address = plan(call=True)
    alice.post(f"{address}/cancel")
    for what in ("edit", "call"):
        page = alice.get(f"{address}/{what}")
        assert (page.status, "Ångra det först" in page) == (422, True)


def test_a_draft_is_thrown_away_not_cancelled(alice: Browser, plan: Plan) -> None:
    address = plan()
    assert "Kasta det i stället" in alice.get(f"{address}/cancel")
    assert alice.post(f"{address}/cancel").status == 422
    assert "Det går inte att ångra" in alice.get(f"{address}/discard")
    assert alice.post(f"{address}/discard").location == "/networks/barn-och-unganatverket"
    assert alice.get(address).status == 404
    assert [count(each) for each in (Occasion, Meeting, AgendaItem)] == [0, 0, 0]


def test_what_members_know_of_is_never_thrown_away(alice: Browser, plan: Plan) -> None:
    address = plan(call=True)
    page = alice.post(f"{address}/discard")
    assert (page.status, "Ställ in det i stället" in page) == (422, True)
    assert alice.get(address).status == 200


def test_what_has_been_held_is_neither_cancelled_nor_revived(alice: Browser, plan: Plan) -> None:
    held, cancelled = plan(call=True), plan(call=True)
    alice.post(f"{cancelled}/cancel")
    with clock.held_at(NOW + timedelta(days=30)):
        for occasion in db.session.scalars(select(Occasion)):
            occasion.starts_at -= timedelta(days=30)
            occasion.ends_at -= timedelta(days=30)
        db.session.commit()
    assert "redan hållits" in alice.get(f"{held}/cancel")
    page = alice.post(f"{cancelled}/revive")
    assert (page.status, "Dagen har redan passerat" in page) == (422, True)


def test_a_meeting_with_notes_begun_is_not_cancelled(alice: Browser, plan: Plan) -> None:
    address = plan(call=True)
    db.session.scalars(select(Meeting)).one().minutes_started_at = NOW
    db.session.commit()
    assert "Anteckningarna är påbörjade" in alice.post(f"{address}/cancel")


def test_only_those_who_coordinate_cancel(bob: Browser, charlie: Browser, plan: Plan) -> None:
    address = plan(call=True)
    for browser in (bob, charlie):
        for what in ("cancel", "revive", "discard", "copy", "call"):
            assert browser.post(f"{address}/{what}").status == 403


def test_a_copy_takes_the_agenda_along_to_another_day(alice: Browser, bob: Browser, plan: Plan) -> None:
    address = plan(call=True, agenda=True)
    bob.post(address.replace("meetings", "occasions") + "/answer", reply="no")
    asked = alice.get(f"{address}/copy")
    assert 'value="2026-12-01"' in asked.html
    made = alice.post(f"{address}/copy", title="Samma igen", first_day="2027-01-12", from_time="10:00", to_time="11:30")
    page = alice.get(made.location)
    for words in ("Samma igen", "tis 12 jan 2027 kl. 10.00–11.30", "Vimmerby bibliotek", "Laget runt"):
        assert words in page
    assert bob.get(made.location).status == 404
    copy = db.session.scalars(select(Meeting).join(Meeting.occasion).where(Occasion.title == "Samma igen")).one()
    assert (str(copy.answer_by), copy.agenda_published_at, copy.occasion.answers) == ("2027-01-05", None, [])


def test_a_copy_needs_a_time(alice: Browser, plan: Plan) -> None:
    address = plan(call=True)
    page = alice.post(f"{address}/copy", title="Igen", first_day="", from_time="10:00", to_time="9:00")
    assert (page.status, "Välj vilken dag det är" in page) == (422, True)
    assert page.title.startswith("Fel: ")
