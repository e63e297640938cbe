"""A coordinator keeps the list of members right: adds, changes, ends, corrects, and nothing is lost."""

import re
from datetime import date
from types import SimpleNamespace

import pytest

from app import db
from app.networks.kinds import Role
from app.networks.models import Membership
from tests.browser_double import Browser, Page

ROSTER = "/networks/barn-och-unganatverket/members"


def address(page: Page, person: str, verb: str) -> str:
    """Where a link of a person's membership leads."""
    links = re.findall(rf'href="([^"]+/{verb})">[^<]*<span class="hidden">([^<]*)', page.html)
    return next(href for href, whose in links if person in whose)


def add(browser: Browser, person: object, **more: object) -> Page:
    fields = {"person": str(person.id), "role": "member", "standing": "", "starts_on": "2026-11-05", **more}  # type: ignore[attr-defined]
    return browser.send(ROSTER, **fields)


def test_somebody_is_added(alice: Browser, bob: Browser, world: SimpleNamespace) -> None:
    page = add(alice, world.charlie, standing="deputy")
    assert "Charlie Ek är med i nätverket" in page
    assert "Medlem, ersättare sedan 5 nov" in page
    assert "Charlie Ek" in bob.get(ROSTER)


def test_somebody_is_added_without_leaving_the_page(alice: Browser, world: SimpleNamespace) -> None:
    fields = {"person": str(world.charlie.id), "role": "member", "standing": "", "starts_on": "2026-11-05"}
    page = alice.post(ROSTER, fragment=True, **fields)
    assert page.status == 200
    assert page.html.startswith('<div id="roster"')
    status = page.html.split('<div id="status" role="status" hx-swap-oob="innerHTML">')[1]
    assert "Charlie Ek är med i nätverket" in status
    assert re.search(r'<input[^>]*type="search"[^>]*data-focus', page.html)


def test_a_person_may_have_several_roles(alice: Browser, world: SimpleNamespace) -> None:
    page = add(alice, world.bob, role="secretary")
    assert "Sekreterare sedan 5 nov" in page
    assert "Medlem, ordinarie sedan 1 feb 2025" in page
    assert "2 medlemmar" in page


def test_a_guest_is_no_member_on_the_list_of_networks_nor_here(alice: Browser, world: SimpleNamespace) -> None:
    page = add(alice, world.charlie, role="guest")
    assert "2 medlemmar och 1 gäst" in page
    assert "2 medlemmar" in alice.get("/networks")


def test_the_same_role_twice_is_refused_and_what_was_chosen_is_kept(alice: Browser, world: SimpleNamespace) -> None:
    page = add(alice, world.bob, standing="deputy", starts_on="2026-12-01")
    assert page.status == 422
    assert page.title.startswith("Fel: ")
    assert "Bob Åberg har redan rollen Medlem de dagarna" in page
    assert f'value="{world.bob.id}" checked' in page.html
    assert 'value="2026-12-01"' in page.html
    assert 'value="deputy" checked' in page.html


@pytest.mark.parametrize(
    ("fields", "said"),
    [
        ({"person": None}, "Välj vem som ska med"),
        ({"person": "hej"}, "Välj vem som ska med"),
        ({"starts_on": "i går"}, "Skriv dagen som år-månad-dag"),
        ({"starts_on": ""}, "Skriv från vilken dag"),
        ({"starts_on": "0001-01-01"}, "Skriv ett år mellan 1950 och 2100"),
        ({"ends_on": "2026-11-01"}, "Sista dagen kommer före den första. Ändra en av dem"),
        ({"role": "boss"}, "Välj ett av alternativen"),
    ],
)
def test_a_mistake_is_told_in_words(
    alice: Browser, world: SimpleNamespace, fields: dict[str, str | None], said: str
) -> None:
    page = alice.post(
        ROSTER, **{"person": str(world.charlie.id), "role": "member", "starts_on": "2026-11-05", **fields}
    )
    assert page.status == 422
    assert said in page
    assert "Charlie Ek, medlem" not in page


def test_a_change_ends_one_row_and_begins_another(alice: Browser) -> None:
    where = address(alice.get(ROSTER), "Bob Åberg", "change")
    assert "Vad ska Bob Åberg vara i stället?" in alice.get(where)
    page = alice.send(where, role="member", standing="deputy", starts_on="2026-10-01")
    assert "Medlem, ersättare sedan 1 okt" in page
    assert "Medlem, ordinarie 1 feb 2025 – 30 sep" in page
    assert "Medlem, ordinarie 1 feb 2025 – 30 sep" in alice.get(f"{ROSTER}?on=2026-09-30")
    assert "Medlem, ersättare" not in alice.get(f"{ROSTER}?on=2026-09-30")


def test_who_leaves_stays_in_the_history(alice: Browser) -> None:
    where = address(alice.get(ROSTER), "Bob Åberg", "end")
    page = alice.send(where, ends_on="2026-10-31")
    assert "1 medlem," in page
    assert "Tidigare medlemmar" in page
    assert "Medlem, ordinarie 1 feb 2025 – 31 okt" in page
    assert alice.get(where).status == 422
    assert "redan avslutat" in alice.get(where)


def test_a_mistake_is_put_right_and_still_seen(alice: Browser) -> None:
    where = address(alice.get(ROSTER), "Bob Åberg", "change").replace("/change", "/correct")
    assert "Vad skulle det ha stått om Bob Åberg?" in alice.get(where)
    page = alice.send(where, role="member", standing="ordinary", starts_on="2025-03-01", ends_on="")
    assert "Medlem, ordinarie sedan 1 mars 2025" in page
    assert "Medlem, ordinarie gällde aldrig" in page


def test_what_never_was_is_struck(alice: Browser) -> None:
    where = address(alice.get(ROSTER), "Bob Åberg", "end").replace("/end", "/strike")
    page = alice.send(where)
    assert "Medlemskapet är struket" in page
    assert "1 medlem," in page
    assert "Bob Åberg" not in alice.get(f"{ROSTER}?on=2026-01-01").text.split("Till i dag")[1]


def test_the_last_coordinator_says_who_takes_over(alice: Browser, bob: Browser, world: SimpleNamespace) -> None:
    where = address(alice.get(ROSTER), "Alice Almgren", "end")
    assert "ensam om att samordna" in alice.get(where)
    page = alice.send(where, ends_on="2026-11-05", successor="")
    assert page.status == 422
    assert "Nätverket behöver någon som samordnar. Välj vem som tar över" in page
    page = alice.send(where, ends_on="2026-11-05", successor=str(world.bob.id))
    assert page.status == 200
    assert "Bob Åberg Samordnare från 6 nov" in page


def test_nor_does_the_last_coordinator_become_a_member_or_a_mistake(alice: Browser) -> None:
    where = address(alice.get(ROSTER), "Alice Almgren", "change")
    page = alice.post(where, role="member", standing="", starts_on="2026-11-05", successor="")
    assert page.status == 422
    assert "Välj vem som tar över" in page
    assert alice.post(where.replace("/change", "/strike")).status == 422
    assert "1 feb 2025" in alice.get(ROSTER)


def test_of_two_coordinators_one_may_leave(alice: Browser, world: SimpleNamespace) -> None:
    since = date(2026, 1, 1)
    db.session.add(Membership(network=world.children, person=world.bob, role=Role.COORDINATOR, starts_on=since))
    db.session.commit()
    page = alice.get(address(alice.get(ROSTER), "Alice Almgren", "end"))
    assert "Behövs inte: fler samordnar nätverket" in page
    page = alice.post(address(alice.get(ROSTER), "Alice Almgren", "end"), ends_on="2026-11-05")
    assert page.status == 303


def test_the_english_page_works(alice: Browser) -> None:
    page = alice.get(ROSTER, headers={"Accept-Language": "en"})
    assert page.status == 200
    assert '<html lang="en"' in page.html
