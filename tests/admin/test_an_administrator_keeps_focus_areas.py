"""An administrator keeps the focus areas of each plan."""

from datetime import date
from types import SimpleNamespace

import pytest
from sqlalchemy import select

from app import db
from app.focus.models import FocusArea
from app.networks.models import Network
from tests.browser_double import Browser, Page

PERIOD = {"first": "2025-01-01", "last": "2028-12-31"}


def add(dana: Browser, name: str, **fields: str) -> Page:
    return dana.send("/admin/focus-areas/new", **{"name": name, "weave": "2", "position": "", **PERIOD, **fields})


def address_of(name: str) -> str:
    area = db.session.scalars(select(FocusArea).where(FocusArea.name == name)).one()
    db.session.rollback()
    return f"/admin/focus-areas/{area.id}"


def test_nobody_else_comes_here(alice: Browser, nobody: Browser) -> None:
    page = alice.get("/admin/focus-areas")
    assert page.status == 403
    assert "Bara den som administrerar" in page
    assert alice.post("/admin/focus-areas/new", name="Läsning", weave="1", **PERIOD).status == 403
    assert nobody.get("/admin/focus-areas").location == "/login?next=/admin/focus-areas"


def test_the_empty_list_says_what_will_come(dana: Browser) -> None:
    assert "Inga fokusområden än" in dana.get("/admin/focus-areas")


def test_added_ones_stand_in_their_period_in_the_plans_order(dana: Browser) -> None:
    add(dana, "Läsning hela livet")
    add(dana, "Digital delaktighet")
    page = add(dana, "Äldre inriktning", first="2021-01-01", last="2024-12-31")
    assert "Fokusområdet är tillagt" in page
    found = [page.text.index(words) for words in
             ("2025–2028 Gäller nu", "1. Läsning hela livet", "2. Digital delaktighet",
              "2021–2024 Har varit", "1. Äldre inriktning")]  # fmt: skip
    assert found == sorted(found)


def test_a_new_one_begins_with_the_newest_period_and_a_free_pattern(dana: Browser) -> None:
    add(dana, "Läsning hela livet", weave="1")
    page = dana.get("/admin/focus-areas/new")
    assert 'value="2025-01-01"' in page.html
    assert 'value="2028-12-31"' in page.html
    assert 'value="2" checked' in " ".join(page.html.split())


def test_name_years_and_number_can_be_changed(dana: Browser) -> None:
    add(dana, "Läsning")
    page = dana.send(
        f"{address_of('Läsning')}/edit", name="Läslust", weave="3", position="4", first="2026-07-01", last=""
    )
    assert "Fokusområdet är sparat" in page
    assert "4. Läslust" in page
    assert "2026-07-01" in page


@pytest.mark.parametrize(
    ("fields", "told"),
    [
        ({"name": " "}, "Skriv fokusområdets namn"),
        ({"first": ""}, "Skriv den första dagen"),
        ({"first": "1 januari"}, "Skriv dagen som år-månad-dag"),
        ({"last": "2024-12-31"}, "Sista dagen kommer före den första"),
        ({"weave": "9"}, "Välj ett av alternativen"),
        ({"name": "läsning"}, "Det finns redan ett fokusområde med det namnet"),
    ],
)
def test_a_mistake_is_told_in_words_and_the_rest_is_kept(dana: Browser, fields: dict[str, str], told: str) -> None:
    add(dana, "Läsning")
    page = add(dana, **{"name": "Digitalt", **fields})
    assert page.status == 422
    assert page.title.startswith("Fel: ")
    assert told in page
    assert 'value="2028-12-31"' in page.html or "last" in fields


def test_the_same_name_may_return_in_another_period(dana: Browser) -> None:
    add(dana, "Läsning")
    assert add(dana, "Läsning", first="2029-01-01", last="").status == 200


def test_one_that_nothing_uses_can_be_taken_away(dana: Browser) -> None:
    add(dana, "Läsning")
    page = dana.send(f"{address_of('Läsning')}/remove")
    assert "Fokusområdet är borttaget" in page
    assert "Inga fokusområden än" in page


def test_one_in_use_is_never_taken_away(dana: Browser, world: SimpleNamespace) -> None:
    area = FocusArea(name="Läsning", weave=1, position=1, valid_from=date(2025, 1, 1))
    network = db.session.get(Network, world.children.id)
    assert network is not None
    network.focus_areas.append(area)
    db.session.commit()
    address = address_of("Läsning")
    assert "kan inte tas bort" in dana.get(f"{address}/edit")
    assert f"{address}/remove" not in dana.get(f"{address}/edit").forms
    page = dana.post(f"{address}/remove")
    assert page.status == 422
    assert "Ge det en sista dag i stället" in page
    assert "Läsning" in dana.get("/admin/focus-areas")


def test_one_that_is_not_there_is_not_found(dana: Browser) -> None:
    assert dana.get("/admin/focus-areas/00000000-0000-4000-8000-000000000000/edit").status == 404
