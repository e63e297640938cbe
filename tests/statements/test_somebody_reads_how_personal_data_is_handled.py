"""How personal data is handled: open to everyone, and true of the program it is about."""

from collections.abc import Callable

import pytest
from flask import Flask

from app.accounts.passwords import hash_password
from app.db import session
from tests.browser_double import Browser

ENGLISH = {"Accept-Language": "en"}


@pytest.mark.parametrize(
    "point",
    [
        "Personuppgiftsansvarig Biblioteksutveckling, Region Exempel",
        "artikel 6.1 e i dataskyddsförordningen",
        "Namn, titel och arbetsplats",
        "E-post och telefon",
        "Medlemskap och roller",
        "Svar på kallelser och närvaro",
        "Vem som ser uppgifterna",
        "Hur länge uppgifterna finns kvar",
        "Du har rätt att få veta vilka uppgifter vi har om dig",
        "klaga hos Integritetsskyddsmyndigheten (IMY)",
        "En fil med programkod, htmx, hämtas från cdn.jsdelivr.net",
    ],
)
def test_what_one_has_a_right_to_know(nobody: Browser, point: str) -> None:
    assert point in nobody.get("/privacy")


def test_in_english_for_those_who_read_english(nobody: Browser) -> None:
    page = nobody.get("/privacy", headers=ENGLISH)
    assert page.title == "How we handle personal data – Knutpunkt"
    assert "Article 6(1)(e)" in page
    assert "Who sees it" in page


def test_with_a_file_of_ones_own_nobody_else_is_told(another_app: Callable[..., Flask]) -> None:
    page = Browser(another_app(htmx_url="/own/htmx.js")).get("/privacy")
    assert "Ingen annan får veta att du läser dem" in page
    assert "cdn.jsdelivr.net" not in page


def test_every_cookie_that_is_set_is_told_of(world: object, dana: Browser, nobody: Browser) -> None:
    password = "ett riktigt långt lösenord"
    assert dana.person is not None
    dana.person.password_hash = hash_password(password)
    session.add(dana.person)
    session.commit()
    nobody.post("/language", language="sv")
    assert nobody.post("/login", email=dana.person.email, password=password).status == 303
    kept = {cookie.key for cookie in nobody.client._cookies.values()}
    assert len(kept) == 3
    page = nobody.get("/privacy")
    assert all(f"<dt>{name}</dt>" in page.html for name in kept)
