"""An administrator says whose intranet it is, and every page says so."""

from types import SimpleNamespace

import pytest
from sqlalchemy import delete

from app import db
from app.organisation.models import Organisation
from tests.browser_double import Browser


def test_the_desk_leads_to_everything_there_is_to_administer(dana: Browser) -> None:
    page = dana.get("/admin")
    assert page.title == "Administration – Knutpunkt"
    for address in ("/people", "/municipalities", "/networks", "/admin/focus-areas", "/admin/organisation",
                    "/admin/import/people", "/admin/log"):  # fmt: skip
        assert address in page.links


@pytest.mark.parametrize("address", ["/admin", "/admin/organisation", "/admin/log", "/admin/log.csv"])
def test_nobody_else_comes_here(alice: Browser, nobody: Browser, address: str) -> None:
    assert alice.get(address).status == 403
    assert nobody.get(address).location == f"/login?next={address}"


def test_the_new_name_stands_on_every_page_signed_out_too(dana: Browser, nobody: Browser) -> None:
    assert "Fråga Biblioteksutveckling" in nobody.get("/login")
    page = dana.send("/admin/organisation", name="Länsbiblioteket", region="Region Exempel",
                     contact_email="FRAGA@knutpunkt.example", about="Vi **samordnar**.")  # fmt: skip
    assert "Uppgifterna om organisationen är sparade" in page
    assert "Fråga Länsbiblioteket" in page
    door = nobody.get("/login")
    assert "Fråga Länsbiblioteket" in door
    assert "mailto:fraga@knutpunkt.example" in nobody.get("/help").links


@pytest.mark.parametrize(
    ("fields", "told"),
    [
        ({"name": ""}, "Skriv organisationens namn"),
        ({"contact_email": "frågor@knutpunkt.example"}, "före @"),
        ({"about": "x" * 5_001}, "högst 5000 tecken"),
    ],
)
def test_a_mistake_is_told_in_words_and_the_rest_is_kept(dana: Browser, fields: dict[str, str], told: str) -> None:
    page = dana.post("/admin/organisation", **{"name": "Länsbiblioteket", "region": "Region Ny", **fields})
    assert page.status == 422
    assert told in page
    assert "Region Ny" in page
    assert "Biblioteksutveckling" in dana.get("/admin/organisation")


def test_before_it_is_described_pages_do_without_it(dana: Browser, world: SimpleNamespace) -> None:
    db.session.execute(delete(Organisation))
    db.session.commit()
    assert "Hjälp" in dana.get("/admin")
    assert "Fråga Biblioteksnätet" in dana.send("/admin/organisation", name="Biblioteksnätet")
