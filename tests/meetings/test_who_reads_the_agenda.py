"""Who sees a meeting and its agenda, when; and who may set it."""

from collections.abc import Callable
from datetime import date, timedelta
from types import SimpleNamespace

import pytest

from app import clock, db
from app.networks.kinds import Role
from app.networks.models import Membership
from tests.browser_double import Browser
from tests.meetings.conftest import Made, planned
from tests.meetings.reading import agenda_of

NOT_YET = "Dagordningen är inte publicerad än"


def test_members_read_the_agenda_once_it_is_published(alice: Browser, bob: Browser, meeting: Made) -> None:
    page = bob.get(meeting.url)
    assert NOT_YET in page
    assert "Sommarläsning" not in page
    assert "Dagordningen är publicerad" in alice.send(f"{meeting.url}/agenda/publish")
    page = bob.get(meeting.url)
    assert agenda_of(page) == ["1. Inledning", "2. Sommarläsning", "Paus", "3. Övriga frågor"]
    assert "Publicerad tors 5 nov" in page
    assert "agenda-tools" not in page.html
    assert "minuter är planerade" not in page  # how well it fits is for those who plan


def test_a_change_after_that_is_told(alice: Browser, bob: Browser, meeting: Made) -> None:
    alice.post(f"{meeting.url}/agenda/publish")
    assert "ändrad" not in bob.get(meeting.url)
    with clock.held_at(clock.now() + timedelta(hours=2)):
        alice.post(f"{meeting.url}/agenda", title="Ett tillägg", minutes="5", kind="information")
        page = bob.get(meeting.url)
    assert "Publicerad tors 5 nov ändrad tors 5 nov kl. 12.00" in page
    assert "3. Ett tillägg" in page


def test_publishing_can_be_undone(alice: Browser, bob: Browser, meeting: Made) -> None:
    alice.post(f"{meeting.url}/agenda/publish")
    page = alice.post(f"{meeting.url}/agenda/withdraw", fragment=True)
    assert "Dagordningen är inte längre publicerad" in page
    assert "Inte publicerad" in page
    assert NOT_YET in bob.get(meeting.url)


def test_an_agenda_is_published_when_members_have_been_called(
    alice: Browser, make_meeting: Callable[..., Made]
) -> None:
    url = make_meeting("Inledning", then=planned).url
    page = alice.get(url)
    assert "Medlemmarna ser den när mötet är kallat och du har publicerat den." in page
    assert "Publicera dagordningen" not in page
    page = alice.post(f"{url}/agenda/publish", fragment=True)
    assert page.status == 422
    assert "Kalla till mötet först, sedan kan du publicera dagordningen" in page


def test_an_empty_agenda_is_not_published(alice: Browser, make_meeting: Callable[..., Made]) -> None:
    url = make_meeting().url
    assert "Publicera dagordningen" not in alice.get(url)
    page = alice.post(f"{url}/agenda/publish")
    assert page.status == 422
    assert "Lägg till en punkt först, så finns det något att läsa" in page


def test_a_draft_exists_only_for_those_who_plan_it(
    alice: Browser, bob: Browser, charlie: Browser, dana: Browser, make_meeting: Callable[..., Made]
) -> None:
    url = make_meeting("Inledning", then=planned).url
    assert [each.get(url).status for each in (alice, dana, bob, charlie)] == [200, 200, 404, 404]
    assert bob.post(f"{url}/agenda", title="x", minutes="5").status == 404


def test_a_closed_networks_meeting_does_not_exist_for_a_stranger(
    bob: Browser,
    charlie: Browser,
    dana: Browser,
    nobody: Browser,
    world: SimpleNamespace,
    make_meeting: Callable[..., Made],
) -> None:
    meeting = make_meeting("Hemligt", hosts=[world.secret], title="Stängt möte")
    url, item_id = meeting.url, meeting.items["Hemligt"]
    assert bob.get(url).status == dana.get(url).status == 200
    for page in (charlie.get(url), charlie.get("/networks/stangda-gruppen/meetings")):
        assert page.status == 404
        assert "Stängt möte" not in page
        assert "Stängda gruppen" not in page
    for step in (
        "",
        "/publish",
        "/withdraw",
        *(f"/{item_id}/{what}" for what in ("edit", "move", "remove", "restore")),
    ):
        assert charlie.post(f"{url}/agenda{step}", title="x", minutes="5", direction="up").status == 404
    assert charlie.get(f"{url}/agenda/{item_id}/edit").status == 404
    assert nobody.get(url).location.startswith("/login?next=/meetings/")


@pytest.mark.parametrize("who", ["bob", "charlie"])
def test_only_those_who_coordinate_set_the_agenda(request: pytest.FixtureRequest, meeting: Made, who: str) -> None:
    browser: Browser = request.getfixturevalue(who)
    address = meeting.item("Inledning")
    url = meeting.url
    steps = [f"{url}/agenda", f"{url}/agenda/publish", f"{url}/agenda/withdraw"]
    for step in (*steps, *(f"{address}/{what}" for what in ("edit", "move", "remove", "restore"))):
        page = browser.post(step, title="x", minutes="5", direction="up")
        assert page.status == 403
        assert "Bara samordnaren kan ändra dagordningen." in page
    assert browser.get(f"{address}/edit").status == 403


def test_an_administrator_can_step_in(dana: Browser, meeting: Made) -> None:
    assert "3. Från Dana" in agenda_of(
        dana.send(f"{meeting.url}/agenda", title="Från Dana", minutes="5", kind="decision")
    )


def test_another_meetings_item_is_not_reached_through_mine(
    alice: Browser, make_meeting: Callable[..., Made], world: SimpleNamespace
) -> None:
    mine, other = make_meeting("Min").url, make_meeting("Annan", hosts=[world.secret])
    address = f"{mine}/agenda/{other.items['Annan']}"
    assert alice.get(f"{address}/edit").status == 404
    assert alice.post(f"{address}/remove").status == 404
    assert alice.post(f"{address}/restore").status == 404


def test_the_online_room_is_for_those_who_take_part(
    bob: Browser, charlie: Browser, world: SimpleNamespace, make_meeting: Callable[..., Made]
) -> None:
    url = make_meeting(link="https://rum.example/123").url
    assert "https://rum.example/123" in bob.get(url).links
    page = charlie.get(url)
    assert "rum.example" not in page.html
    assert "Länken syns för dem som är kallade" in page
    assert "Kommer du?" not in page
    assert "Svar" not in page


def test_a_guest_reads_and_does_not_answer(
    charlie: Browser, alice: Browser, world: SimpleNamespace, make_meeting: Callable[..., Made]
) -> None:
    db.session.add(
        Membership(network_id=world.secret.id, person_id=world.charlie.id, role=Role.GUEST, starts_on=date(2026, 1, 1))
    )
    db.session.commit()
    url = make_meeting("Inledning", hosts=[world.secret]).url
    alice.post(f"{url}/agenda/publish")
    page = charlie.get(url)
    assert "1. Inledning" in page
    assert "Kommer du?" not in page
