"""A manager appoints on a phone; somebody asks to join and the coordinator lets them in. With scripts and without."""

import re

import pytest
from playwright.sync_api import expect

from tests.browser.conftest import Visitor

pytestmark = pytest.mark.browser
CHILDREN = "/networks/barn-och-unganatverket"


@pytest.mark.parametrize(
    ("scripts", "manager", "place"), [(True, "chef.hogsby", "Högsby"), (False, "chef.nybro", "Nybro")]
)
def test_a_manager_appoints_on_a_phone(visit: Visitor, scripts: bool, manager: str, place: str) -> None:
    phone = visit(manager, scripts=scripts, width=360)
    page = phone.page
    expect(page.get_by_role("main")).to_contain_text(re.compile(rf"{place} har \d+ vakant"))
    page.get_by_role("link", name="Se och utse").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Vakanta platser")
    page.get_by_role("link", name=re.compile(f"^Utse ersättare, {place}, Barn- och")).click()
    expect(page.get_by_role("heading", level=1)).to_have_text(f"Vem blir ersättare för {place}?")
    page.get_by_role("button", name="Utse").click()
    expect(page.get_by_role("main")).to_contain_text("Välj vem du utser")
    page.get_by_label("Vem utser du?").select_option(label=f"Bibliotekschef {place}")
    page.get_by_role("button", name="Utse").click()
    expect(page.get_by_role("status")).to_contain_text(f"Bibliotekschef {place} är utsedd")
    expect(page.get_by_role("main")).to_contain_text(re.compile(rf"Ersättare\s*Bibliotekschef {place}"))
    page.get_by_role("link", name=f"Avsluta Bibliotekschef {place}").click()
    page.get_by_role("button", name="Lämna platsen vakant").click()
    expect(page.get_by_role("status")).to_contain_text("lämnar platsen. Den är vakant från")


@pytest.mark.parametrize(("scripts", "network"), [(True, "mangspraksnatverket"), (False, "digitala-natverket")])
def test_somebody_asks_and_is_let_in(visit: Visitor, scripts: bool, network: str) -> None:
    where = f"/networks/{network}"
    asks = visit("chef.torsas" if network.startswith("mang") else "chef.kalmar", scripts=scripts, width=360)
    name = "Bibliotekschef Torsås" if network.startswith("mang") else "Bibliotekschef Kalmar"
    page = asks.go(where)
    page.get_by_role("link", name="Be att få gå med").click()
    page.get_by_label("Hälsning till samordnaren").fill("Vi har fått nya språkkaféer.")
    page.get_by_role("button", name="Skicka frågan").click()
    expect(page.get_by_role("main")).to_contain_text("väntar på svar")

    coordinator = visit("samordnare.barn" if network.startswith("mang") else "samordnare.digitalt", scripts=scripts)
    page = coordinator.page
    page.get_by_role("link", name=re.compile(f"^Svara {name}")).first.click()
    expect(page.get_by_role("heading", level=1)).to_have_text(f"{name} vill gå med")
    expect(page.get_by_role("main")).to_contain_text("Vi har fått nya språkkaféer.")
    page.get_by_role("button", name="Godkänn").click()
    expect(page.get_by_role("status")).to_contain_text(f"{name} är med i nätverket")

    page = asks.go(where)
    expect(page.get_by_role("main")).not_to_contain_text("väntar på svar")
    page.get_by_role("link", name="Lämna nätverket").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Vill du lämna nätverket?")
    page.get_by_role("button", name="Lämna nätverket").click()
    expect(page.get_by_role("status")).to_contain_text("den dag du valde")
