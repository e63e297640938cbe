"""An administrator sees that somebody stands there twice, looks at what merging does, and merges the two."""

from datetime import date
from types import SimpleNamespace

import pytest

from app import db
from app.people.models import Person
from tests.accounts.door import another_device, change, is_inside
from tests.browser_double import Browser
from tests.conftest import NOW
from tests.merging.county import again, belong, double_of


@pytest.fixture
def double(world: SimpleNamespace) -> Person:
    return double_of(world)


@pytest.fixture
def address(world: SimpleNamespace, double: Person) -> str:
    return f"/people/{world.charlie.id}/merge/{double.id}"


def test_the_way_there(dana: Browser, world: SimpleNamespace, double: Person, address: str) -> None:
    person = f"/people/{world.charlie.id}"
    assert f"{person}/merge" in dana.get(person).links
    page = dana.get(f"{person}/merge")
    assert "Kan vara samma person" in page
    assert address in page.links
    assert f"/people/{world.charlie.id}/merge/{world.bob.id}" in dana.get(f"{person}/merge?name=åberg").links
    assert "Ingen hittades" in dana.get(f"{person}/merge?name=xyz")


def test_the_preview_changes_nothing_and_asks_what_differs(dana: Browser, double: Person, address: str) -> None:
    page = dana.get(address)
    assert page.status == 200
    assert "Slå ihop Charlie Ek med Charlie Ek?" in page
    assert "E-post att logga in med" in page
    assert 'name="title"' not in page.html  # only one of them has a title: nothing to choose
    assert "Bibliotekarie" in page
    assert "Lösenordet är det som hör till kontot som behålls." in page
    assert again(double).is_open


def test_merged_the_old_page_leads_to_the_kept(dana: Browser, bob: Browser, double: Person, address: str) -> None:
    page = dana.send(address, email="kept")
    assert "Charlie Ek är ihopslagen med Charlie Ek. Allt finns här." in page
    assert "Ihopslagen med Charlie Ek, charlie.ek@knutpunkt.example" in page
    old = bob.get(f"/people/{double.id}")
    assert old.status == 302
    assert old.location == address.split("/merge", maxsplit=1)[0]
    assert "Bibliotekarie" in bob.get(old.location)
    assert "Slog ihop två personer" in dana.get("/admin/log")


def test_the_other_address_can_be_kept(dana: Browser, world: SimpleNamespace, double: Person, address: str) -> None:
    dana.post(address, email="gone")
    assert again(world.charlie).email == "charlie.ek@knutpunkt.example"
    assert again(double).email == "charlie@knutpunkt.example"


def test_a_choice_that_is_none_is_told(dana: Browser, double: Person, address: str) -> None:
    assert dana.post(address, email="something").status in {200, 303, 422}
    assert again(double).email == "charlie.ek@knutpunkt.example"


def test_who_is_signed_in_at_the_one_that_goes_is_signed_out(
    dana: Browser, world: SimpleNamespace, double: Person, address: str
) -> None:
    phone, kept = another_device(world, double), another_device(world, world.charlie)
    assert is_inside(phone)
    dana.post(address)
    assert not is_inside(phone)
    assert is_inside(kept)


def test_memberships_of_both_are_seen(dana: Browser, world: SimpleNamespace, double: Person, address: str) -> None:
    belong(world.charlie, world.children, date(2020, 1, 1), date(2023, 6, 30))
    belong(double, world.children, date(2023, 1, 1))
    belong(double, world.secret, date(2024, 1, 1))
    db.session.commit()
    page = dana.get(address)
    assert "Medlem 1 jan 2020 – 30 juni 2023 och Medlem sedan 1 jan 2023 blir Medlem sedan 1 jan 2020" in page
    assert "Stängda gruppen" in page
    page = dana.send(address)
    assert "Barn- och unganätverket Medlem medlem sedan 1 jan 2020" in page
    assert "Stängda gruppen Medlem medlem sedan 1 jan 2024" in page


def test_nobody_is_merged_with_themselves(dana: Browser, world: SimpleNamespace) -> None:
    page = dana.get(f"/people/{world.charlie.id}/merge/{world.charlie.id}")
    assert "Det är samma person" in page


def test_nobody_goes_up_in_another_twice(dana: Browser, world: SimpleNamespace, address: str, double: Person) -> None:
    dana.post(address)
    page = dana.post(address)
    assert page.status == 422
    assert "är redan ihopslagen med någon" in page
    assert dana.post(f"/people/{world.bob.id}/merge/{double.id}").status == 422
    assert dana.post(f"/people/{double.id}/reopen").status == 422


def test_ones_own_account_is_kept(dana: Browser, world: SimpleNamespace) -> None:
    page = dana.post(f"/people/{world.charlie.id}/merge/{world.dana.id}")
    assert page.status == 422
    assert f"/people/{world.dana.id}/merge/{world.charlie.id}" in page.links


def test_the_kept_account_is_open(dana: Browser, world: SimpleNamespace, double: Person, address: str) -> None:
    change(world.charlie, closed_at=NOW)
    assert "har inget öppet konto" in dana.post(address)
    assert dana.post(f"/people/{double.id}/merge/{world.charlie.id}").status == 303


@pytest.mark.parametrize("name", ["alice", "bob", "charlie"])
def test_only_administrators_merge(name: str, request: pytest.FixtureRequest, address: str, double: Person) -> None:
    browser: Browser = request.getfixturevalue(name)
    assert [browser.get(address).status, browser.post(address).status] == [403, 403]
    assert browser.get(address.rpartition("/")[0]).status == 403
    assert "/merge" not in browser.get(address.split("/merge", maxsplit=1)[0]).html
    assert again(double).is_open


def test_in_english(dana: Browser, address: str) -> None:
    dana.post("/language", language="en", next="/")
    page = dana.get(address)
    assert "Merge Charlie Ek with Charlie Ek?" in page
    assert "Slå ihop" not in page
