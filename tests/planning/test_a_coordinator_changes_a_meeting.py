"""A meeting is changed or moved; members see where it was, and two who change it at once lose nothing."""

from collections.abc import Callable
from datetime import date
from types import SimpleNamespace
from uuid import UUID

from sqlalchemy import select, update

from app import db
from app.meetings.models import Meeting
from app.networks.models import Membership, Network
from app.occasions.models import Occasion
from tests.browser_double import Browser
from tests.conftest import NOW
from tests.planning.conftest import NEW, revision_on

Fields = Callable[..., dict[str, object]]
Plan = Callable[..., str]


def save(browser: Browser, address: str, fields: dict[str, object]):
    """Open the page for changing, and save."""
    return browser.send(f"{address}/edit", **{"revision": revision_on(browser.get(f"{address}/edit"))} | fields)


def test_the_form_shows_the_meeting_as_it_is(alice: Browser, plan: Plan) -> None:
    page = alice.get(f"{plan(link='https://meet.example/x', description='Ta med exempel')}/edit")
    for value in ("Läsning på fritiden", "2026-11-24", "09:30", "12:00", "https://meet.example/x", "2026-11-17"):
        assert f'value="{value}"' in page.html
    assert "Ta med exempel" in page


def test_a_draft_changes_without_ado(alice: Browser, filled: Fields, plan: Plan) -> None:
    address = plan()
    page = save(alice, address, filled(title="Läsning på loven", first_day="2026-12-01"))
    assert "Ändringarna är sparade" in page
    assert "Läsning på loven" in page
    assert "flyttat" not in page.text.lower()


def test_moving_says_what_it_means_and_members_see_where_it_was(
    alice: Browser, bob: Browser, filled: Fields, plan: Plan
) -> None:
    address = plan(call=True)
    assert "2 medlemmar är kallade. Ändrar du tiden flyttas det i deras kalendrar" in alice.get(f"{address}/edit")
    page = save(alice, address, filled(first_day="2026-12-01"))
    assert "Mötet är flyttat. Medlemmarna ser den nya tiden" in page
    seen = bob.get(address)
    assert "tis 1 dec kl. 9.30–12.00" in seen
    assert "Flyttat från tis 24 nov kl. 9.30" in seen
    save(alice, address, filled())
    assert "Flyttat från" not in bob.get(address)


def test_a_longer_meeting_is_not_a_moved_one(alice: Browser, bob: Browser, filled: Fields, plan: Plan) -> None:
    address = plan(call=True)
    save(alice, address, filled(to_time="15:00"))
    assert "9.30–15.00" in bob.get(address)
    assert "Flyttat från" not in bob.get(address)


def test_a_moved_meeting_counts_for_calendars(alice: Browser, filled: Fields, plan: Plan) -> None:
    address = plan(call=True)
    was = db.session.execute(select(Occasion.sequence, Network.calendar_revision).join(Occasion.lead)).one()
    save(alice, address, filled(first_day="2026-12-01"))
    db.session.rollback()
    now = db.session.execute(select(Occasion.sequence, Network.calendar_revision).join(Occasion.lead)).one()
    assert now[0] == was[0] + 1
    assert now[1] > was[1]


def test_answers_to_the_earlier_time_are_asked_for_again_only_if_wanted(
    alice: Browser, bob: Browser, filled: Fields, plan: Plan
) -> None:
    address = plan(call=True)
    answer = address.replace("meetings", "occasions") + "/answer"
    for again, left in ((None, True), ("y", False)):
        bob.post(answer, reply="on-site")
        assert "Be medlemmarna svara igen om tiden ändras" in alice.get(f"{address}/edit")
        save(alice, address, filled(first_day="2026-12-01" if again is None else "2026-12-08", ask_again=again))
        assert ('value="on-site" aria-pressed="true"' in " ".join(bob.get(address).html.split())) is left
    bob.post(answer, reply="on-site")
    save(alice, address, filled(first_day="2026-12-08", title="Ny rubrik", ask_again="y"))
    assert 'value="on-site" aria-pressed="true"' in " ".join(bob.get(address).html.split())


def test_a_save_over_newer_words_is_refused_with_both_versions_and_nothing_lost(
    alice: Browser, dana: Browser, filled: Fields, plan: Plan
) -> None:
    address = plan()
    begun = revision_on(alice.get(f"{address}/edit"))
    save(dana, address, filled(title="Danas rubrik", place="Kalmar"))
    page = alice.post(f"{address}/edit", **filled(title="Alices rubrik", description="Lång text", revision=begun))
    assert page.status == 409
    assert page.title.startswith("Fel: ")
    for words in ("Någon annan har sparat", "Rubrik: Danas rubrik", "Rubrik: Alices rubrik", "Plats: Kalmar"):
        assert words in page
    assert "Svara senast" not in page.html.split("<form")[2]
    assert "Danas rubrik" in alice.get(address)
    again = alice.send(
        f"{address}/edit", **filled(title="Alices rubrik", description="Lång text", revision=revision_on(page))
    )
    assert "Alices rubrik" in again
    assert alice.post(f"{address}/edit", **filled(revision=None)).status == 409


def test_mistakes_are_said_in_words(alice: Browser, filled: Fields, plan: Plan) -> None:
    address = plan(call=True)
    page = alice.post(f"{address}/edit", **filled(title="", place="Nybro", answer_by="2027-01-01", revision="1"))
    assert page.status == 422
    assert "Skriv en rubrik" in page
    assert "Välj en dag före mötet" in page
    assert 'value="Nybro"' in page.html


def test_one_host_at_least_stays_the_persons_own(
    world: SimpleNamespace, alice: Browser, digital: str, filled: Fields, plan: Plan
) -> None:
    children = str(world.children.id)
    address = plan(hosts=[children, digital])
    theirs = update(Membership).where(Membership.network_id == UUID(digital))
    db.session.execute(theirs.values(ends_on=date(2026, 11, 4)))
    db.session.commit()
    page = save(alice, address, filled(hosts=[digital]))
    assert (page.status, "Behåll minst ett nätverk som du samordnar" in page) == (422, True)
    assert "Ändringarna är sparade" in save(alice, address, filled(hosts=[children]))
    assert "Digitala nätverket" not in alice.get(address)


def test_only_those_who_coordinate_change_it(
    bob: Browser, charlie: Browser, nobody: Browser, filled: Fields, plan: Plan
) -> None:
    address = plan(call=True)
    for browser in (bob, charlie):
        assert browser.get(f"{address}/edit").status == 403
        assert browser.post(f"{address}/edit", **filled(revision="1")).status == 403
    draft = plan()
    for what in ("edit", "call", "cancel", "copy", "discard"):
        assert bob.get(f"{draft}/{what}").status == 404
        assert nobody.get(f"{draft}/{what}").status == 303


def test_what_is_on_record_lies_fast(alice: Browser, filled: Fields, plan: Plan) -> None:
    address = plan(call=True)
    meeting = db.session.scalars(select(Meeting)).one()
    meeting.minutes_published_at = NOW
    db.session.commit()
    page = alice.post(f"{address}/edit", **filled(revision="1"))
    assert (page.status, "anteckningar är publicerade" in page) == (422, True)


def test_a_draft_goes_on_to_the_question_from_the_form_too(alice: Browser, filled: Fields, plan: Plan) -> None:
    address = plan()
    fields = filled(do="call", revision=revision_on(alice.get(f"{address}/edit")))
    assert alice.post(f"{address}/edit", **fields).location == f"{address}/call"
    assert NEW not in address
