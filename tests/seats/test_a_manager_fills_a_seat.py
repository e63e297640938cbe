"""A library manager appoints who represents the own municipality: from a day, perhaps in somebody's place."""

from datetime import timedelta
from types import SimpleNamespace

import pytest

from app import clock, db
from tests.browser_double import Browser
from tests.conftest import NOW

SEATS = "/networks/barn-och-unganatverket/seats"
HOGSBY = f"{SEATS}/hogsby"


def instead_of(world: SimpleNamespace, standing: str = "ordinary") -> str:
    bob = next(each for each in world.children.memberships if each.person_id == world.bob.id)
    return f"{HOGSBY}/appoint?standing={standing}&instead={bob.id}"


def deputies(world: SimpleNamespace, number: int = 1) -> str:
    db.session.add(world.children)
    world.children.deputy_seats = number
    db.session.commit()
    return f"{HOGSBY}/appoint?standing=deputy"


def test_the_own_municipality_stands_first(erika: Browser) -> None:
    page = erika.get(SEATS)
    text = page.text
    assert text.index("Din kommun") < text.index("Bob Åberg") < text.index("2 av 3 platser är tillsatta")
    assert "Torsås Vakant" in page
    assert f"{SEATS}/hogsby" in page.links
    assert "Utse och byt för Högsby" in page


def test_a_vacant_seat_is_filled_from_a_day(erika: Browser, staff: SimpleNamespace) -> None:
    where = deputies(staff)
    page = erika.get(where)
    assert "Vem blir ersättare för Högsby?" in page
    assert "Frans Öman" in page
    assert "Charlie Ek" not in page  # works in Torsås
    page = erika.send(where, person=str(staff.frans.id), starts_on="2026-12-01")
    assert "Frans Öman är utsedd" in page
    assert "Börjar senare Frans Öman Medlem, ersättare från 1 dec" in page
    assert "Ersättare Vakant" in page
    with clock.held_at(NOW + timedelta(days=26)):
        assert "Frans Öman sedan 1 dec" in Browser(staff.app, staff.bob).get(HOGSBY)


def test_one_ends_the_day_before_the_other_begins(erika: Browser, staff: SimpleNamespace) -> None:
    where = instead_of(staff)
    assert "Vem ska ta över efter Bob Åberg?" in erika.get(where)
    page = erika.send(where, person=str(staff.frans.id), starts_on="2026-11-06")
    assert "Bob Åberg sedan 1 feb 2025 till och med 5 nov" in page
    with clock.held_at(NOW + timedelta(days=1)):
        page = Browser(staff.app, staff.erika).get(HOGSBY)
        assert "Frans Öman sedan 6 nov" in page
        assert "Satt här tidigare 1 Bob Åberg Medlem, ordinarie 1 feb 2025 – 5 nov" in page
        assert Browser(staff.app, staff.bob).get("/networks/stangda-gruppen").status == 200  # that one is as it was


def test_twice_is_as_once(erika: Browser, staff: SimpleNamespace) -> None:
    where = instead_of(staff)
    for _ in range(2):
        assert erika.post(where, person=str(staff.frans.id), starts_on="2026-11-10").status == 303
    assert erika.get(HOGSBY).text.count("Frans Öman Medlem, ordinarie") == 1


def test_a_deputy_becomes_the_ordinary_one(erika: Browser, staff: SimpleNamespace) -> None:
    where = deputies(staff)
    erika.send(where, person=str(staff.frans.id), starts_on="2026-11-05")
    with clock.held_at(NOW + timedelta(days=5)):
        later = Browser(staff.app, staff.erika)
        later.send(instead_of(staff), person=str(staff.frans.id), starts_on="2026-11-10")
        page = later.get(HOGSBY)
    assert "Ordinarie Frans Öman sedan 10 nov" in page
    assert "Ersättare Vakant sedan 10 nov" in page


def test_a_seat_is_left_vacant(erika: Browser, staff: SimpleNamespace) -> None:
    where = next(each for each in erika.get(HOGSBY).links if each.endswith("/end"))
    assert "När lämnar Bob Åberg platsen?" in erika.get(where)
    assert erika.post(where, ends_on="2026-11-01").status == 422
    page = erika.send(where, ends_on="2026-11-05")
    assert "Bob Åberg lämnar platsen. Den är vakant från fre 6 nov" in page
    with clock.held_at(NOW + timedelta(days=1)):
        assert "Ordinarie Vakant sedan 6 nov" in Browser(staff.app, staff.erika).get(HOGSBY)


@pytest.mark.parametrize(
    ("fields", "said"),
    [
        ({"person": "", "starts_on": "2026-11-06"}, "Välj vem du utser"),
        ({"starts_on": ""}, "Skriv från vilken dag"),
        ({"starts_on": "2026-11-01"}, "Välj i dag eller en dag framåt"),
        ({"starts_on": "2026-11-06", "ends_on": "2026-11-05"}, "Sista dagen"),
    ],
)
def test_a_mistake_is_told_in_words(erika: Browser, staff: SimpleNamespace, fields: dict[str, str], said: str) -> None:
    page = erika.post(instead_of(staff), **{"person": str(staff.frans.id), **fields})
    assert page.status == 422
    assert page.title.startswith("Fel: ")
    assert said in page


def test_there_is_room_for_so_many_and_no_more(erika: Browser, staff: SimpleNamespace) -> None:
    page = erika.post(f"{HOGSBY}/appoint?standing=ordinary", person=str(staff.frans.id), starts_on="2026-11-06")
    assert page.status == 422
    assert "Högsby har ingen ledig plats av det slaget då" in page


def test_nobody_represents_two_municipalities(alice: Browser, staff: SimpleNamespace) -> None:
    db.session.add(staff.bob)
    staff.bob.municipality = staff.torsas
    db.session.commit()
    page = alice.post(f"{SEATS}/torsas/appoint", person=str(staff.bob.id), starts_on="2026-11-06")
    assert page.status == 422
    assert "Bob Åberg är med för Högsby. Avsluta det först" in page
