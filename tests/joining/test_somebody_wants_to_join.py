"""Joining: at once, or by asking and being answered, or by being appointed; each network says which."""

from types import SimpleNamespace

import pytest
from sqlalchemy import select

from app import clock, db
from app.joining.models import JoinRequest
from app.mail.kinds import Kind
from app.mail.models import Posted
from app.networks.kinds import Admission, Role, Visibility
from app.networks.models import Membership
from tests.browser_double import Browser

HERE = "/networks/barn-och-unganatverket"


def admits(world: SimpleNamespace, admission: Admission) -> None:
    db.session.add(world.children)
    world.children.admission = admission
    db.session.commit()


def letters(kind: Kind) -> list[str]:
    db.session.remove()
    return sorted(db.session.scalars(select(Posted.email).where(Posted.kind == kind)))


def answer_page(alice: Browser) -> str:
    return next(each for each in alice.get(HERE).links if "/requests/" in each)


def test_an_open_network_is_joined_at_once_and_twice_is_as_once(charlie: Browser, world: SimpleNamespace) -> None:
    admits(world, Admission.OPEN)
    assert "Alla får gå med i nätverket" in charlie.get(HERE)
    assert "Du är med i Barn- och unganätverket" in charlie.send(f"{HERE}/join")
    assert charlie.post(f"{HERE}/join").status == 303
    assert "Charlie Ek Torsås Medlem sedan 5 nov" in charlie.get(f"{HERE}/members")
    assert db.session.query(Membership).filter_by(person_id=world.charlie.id).count() == 1
    assert letters(Kind.JOINED) == ["alice@knutpunkt.example"]


def test_who_asks_waits_and_the_coordinator_sees_it(charlie: Browser, alice: Browser, bob: Browser) -> None:
    assert f"{HERE}/ask" in charlie.get(HERE).links
    page = charlie.send(f"{HERE}/ask", message="Jag håller i sagostunderna.")
    assert "Din fråga är skickad till samordnaren" in page
    assert "Du bad att få gå med tors 5 nov och väntar på svar" in page
    charlie.post(f"{HERE}/ask", message="En gång till")
    assert alice.get(HERE).text.count("Charlie Ek vill gå med.") == 1
    assert "Charlie Ek vill gå med i Barn- och unganätverket. Svara" in alice.get("/")
    assert "vill gå med" not in bob.get(HERE)
    assert "vill gå med" not in bob.get("/")
    page = alice.get(answer_page(alice))
    assert page.title == "Charlie Ek vill gå med – Barn- och unganätverket – Knutpunkt"
    assert "Jag håller i sagostunderna." in page
    assert letters(Kind.JOIN_REQUESTED) == ["alice@knutpunkt.example"]


def test_the_coordinator_says_yes_with_a_role(charlie: Browser, alice: Browser) -> None:
    charlie.post(f"{HERE}/ask", message="")
    where = answer_page(alice)
    fields = {"role": "member", "standing": "deputy", "starts_on": "2026-11-05"}
    assert "Charlie Ek är med i nätverket" in alice.send(f"{where}/approve", **fields)
    assert alice.post(f"{where}/approve", **fields).status == 303  # pressed twice
    assert "Medlem, ersättare sedan 5 nov" in charlie.get(f"{HERE}/members")
    assert "väntar på svar" not in charlie.get(HERE)
    assert letters(Kind.APPROVED) == ["charlie@knutpunkt.example"]
    page = alice.post(f"{where}/decline", answer="Nej")
    assert page.status == 422
    assert "Avgjort tors 5 nov: godkänd" in page


def test_or_no_with_a_word(charlie: Browser, alice: Browser) -> None:
    charlie.post(f"{HERE}/ask", message="")
    where = answer_page(alice)
    page = alice.post(f"{where}/decline", answer=" ")
    assert page.status == 422
    assert "Skriv ett ord om varför" in page
    alice.post(f"{where}/decline", answer="Torsås har redan en representant.")
    page = charlie.get(HERE)
    assert "Samordnaren svarade nej tors 5 nov: Torsås har redan en representant." in page
    assert f"{HERE}/ask" in page.links  # may ask again
    assert letters(Kind.DECLINED) == ["charlie@knutpunkt.example"]
    charlie.post(f"{HERE}/ask", message="Och nu?")
    assert "väntar på svar" in charlie.get(HERE)


def test_one_changes_ones_mind(charlie: Browser, alice: Browser) -> None:
    charlie.post(f"{HERE}/ask", message="")
    where = answer_page(alice)
    for _ in range(2):
        assert "Din fråga är återtagen" in charlie.send(f"{HERE}/ask/withdraw")
    assert "vill gå med" not in alice.get("/")
    page = alice.post(f"{where}/approve", role="member", standing="", starts_on="2026-11-05")
    assert page.status == 422
    assert "Avgjort tors 5 nov: återtagen" in page
    assert "Charlie Ek" not in alice.get(f"{HERE}/members").text.split("Lägg till någon")[0]


def test_who_is_in_by_another_way_no_longer_waits(charlie: Browser, alice: Browser, world: SimpleNamespace) -> None:
    charlie.post(f"{HERE}/ask", message="")
    where = answer_page(alice)
    fields = {"person": str(world.charlie.id), "role": "member", "standing": "", "starts_on": "2026-11-05"}
    alice.post(f"{HERE}/members", **fields)
    assert "vill gå med" not in alice.get(HERE)
    assert alice.post(f"{where}/approve", role="member", standing="", starts_on="2026-11-05").status == 303
    assert alice.get(f"{HERE}/members").text.count("Charlie Ek Torsås") == 1


def test_where_members_are_appointed_one_is_told_by_whom(charlie: Browser, world: SimpleNamespace) -> None:
    admits(world, Admission.APPOINTMENT)
    page = charlie.get(HERE)
    assert "Kommunens bibliotekschef utser vilka som är med" in page
    assert charlie.post(f"{HERE}/join").status == 422
    assert charlie.get(f"{HERE}/ask").status == 303
    db.session.add(world.dana)
    world.dana.municipality, world.dana.is_manager = world.torsas, True
    db.session.commit()
    assert "Den som utser för din kommun är Dana Öberg" in charlie.get(HERE)


def test_a_closed_network_is_not_there_to_be_joined(charlie: Browser, world: SimpleNamespace) -> None:
    for admission in Admission:
        db.session.add(world.secret)
        world.secret.admission = admission
        db.session.commit()
        for rest in ("join", "ask", "ask/withdraw"):
            assert charlie.post(f"/networks/stangda-gruppen/{rest}").status == 404


@pytest.mark.parametrize("who", ["bob", "charlie"])
def test_only_coordinators_answer(request: pytest.FixtureRequest, alice: Browser, charlie: Browser, who: str) -> None:
    charlie.post(f"{HERE}/ask", message="")
    where, browser = answer_page(alice), request.getfixturevalue(who)
    for address in (where, f"{where}/approve", f"{where}/decline"):
        page = browser.get(address) if address == where else browser.post(address, role="member", answer="x")
        assert page.status == 403
        assert "Bara samordnaren svarar på vem som får gå med" in page
    other = where.replace("barn-och-unganatverket", "stangda-gruppen")
    assert alice.get(other).status == 404


def test_a_guest_may_become_a_member_and_an_archived_network_takes_nobody(
    charlie: Browser, world: SimpleNamespace
) -> None:
    db.session.add_all([world.children, world.secret])
    guest = Membership(network=world.children, person=world.charlie, role=Role.GUEST, starts_on=clock.today())
    db.session.add(guest)
    world.children.visibility = Visibility.CLOSED
    db.session.commit()
    assert f"{HERE}/ask" in charlie.get(HERE).links
    db.session.add(world.children)
    world.children.archived_at = clock.now()
    db.session.commit()
    assert f"{HERE}/ask" not in charlie.get(HERE).links
    assert charlie.post(f"{HERE}/ask", message="").status == 303
    assert db.session.query(JoinRequest).count() == 0
