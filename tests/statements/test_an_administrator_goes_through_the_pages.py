"""An administrator makes the open pages true of their own organisation; nothing typed is lost."""

from collections.abc import Callable

import pytest

from tests.browser_double import Browser

Begin = Callable[[Browser, str], dict[str, str]]
ENGLISH = {"Accept-Language": "en"}
FACTS = {"service": "Länsnätet", "responsible": "Region Exempel", "conformance": "not", "method": "both",
         "assessed_on": "2026-10-01", "report_link": "https://region.example/synpunkter"}  # fmt: skip


def test_what_is_saved_is_what_everyone_reads(dana: Browser, nobody: Browser, begin: Begin) -> None:
    answers = {
        **begin(dana, "accessibility"),
        **FACTS,
        "shortcomings_sv": "- Kartan saknar text.",
        "burden_sv": "Kartan.",
    }
    page = dana.send("/accessibility/edit", **answers)
    assert "Sidan är sparad. Så här ser den ut för alla" in page
    assert "Den här texten följde med Knutpunkt" not in page
    page = nobody.get("/accessibility")
    assert "Region Exempel står bakom Länsnätet" in page
    assert "Länsnätet är inte förenlig med lagen" in page
    assert "Kartan saknar text." in page
    assert "Vi åberopar undantaget för oskäligt betungande anpassning för det här innehållet: Kartan." in page
    assert "Senast bedömd torsdag den 1 oktober 2026" in page
    assert "Redogörelsen uppdaterad torsdag den 5 november 2026" in page
    assert "https://region.example/synpunkter" in page.links


def test_without_english_the_swedish_is_shown_and_marked(dana: Browser, nobody: Browser, begin: Begin) -> None:
    answers = {**begin(dana, "accessibility"), "shortcomings_sv": "- Kartan saknar text.", "shortcomings_en": ""}
    assert dana.post("/accessibility/edit", **answers).status == 303
    page = nobody.get("/accessibility", headers=ENGLISH)
    assert "Kartan saknar text." in page.html.split('<div class="prose" lang="sv">')[1].split("</div>")[0]


def test_what_is_wholly_accessible_says_so(dana: Browser, nobody: Browser, begin: Begin) -> None:
    answers = {**begin(dana, "accessibility"), "conformance": "fully", "shortcomings_sv": "", "shortcomings_en": ""}
    assert dana.post("/accessibility/edit", **answers).status == 303
    page = nobody.get("/accessibility")
    assert "Knutpunkt är helt förenlig med lagen" in page
    assert "Vi känner inte till några brister" in page
    assert "Brister mot lagens krav" not in page


def test_who_the_data_protection_officer_is(dana: Browser, nobody: Browser, begin: Begin) -> None:
    officer = {"officer": "Regionens dataskyddsombud", "officer_email": "dso@knutpunkt.example"}
    words = "## Var det ligger\n\nI vår egen datahall. <script>alert(1)</script>"
    answers = {**begin(dana, "privacy"), **officer, "text_sv": words}
    assert dana.post("/privacy/edit", **answers).status == 303
    page = nobody.get("/privacy")
    assert "Dataskyddsombud Regionens dataskyddsombud" in page
    assert "mailto:dso@knutpunkt.example" in page.links
    assert "<h2>Var det ligger</h2>" in page.html
    assert "<script>alert" not in page.html


@pytest.mark.parametrize(
    ("page", "changed", "told"),
    [
        ("accessibility", {"shortcomings_sv": ""}, "Skriv vad som inte är tillgängligt och varför"),
        ("accessibility", {"conformance": "fully"}, "Välj Delvis, eller töm bristerna"),
        ("accessibility", {"assessed_on": "2026-11-06"}, "Den kan inte ligga framåt i tiden"),
        ("accessibility", {"assessed_on": ""}, "Skriv dagen då bedömningen gjordes"),
        ("accessibility", {"conformance": "nästan"}, "Välj ett av alternativen"),
        ("accessibility", {"authority_link": "javascript:alert(1)"}, "med https:// först"),
        ("accessibility", {"report_link": "region.example"}, "med https:// först"),
        ("accessibility", {"service": ""}, "Skriv vad tjänsten heter"),
        ("privacy", {"text_sv": ""}, "Skriv hur ni hanterar personuppgifter"),
        ("privacy", {"officer_email": "ombudet"}, "@"),
        ("privacy", {"text_sv": "x" * 20_001}, "högst 20000 tecken"),
    ],
)
def test_a_mistake_is_told_beside_its_field_and_the_rest_is_kept(
    dana: Browser, nobody: Browser, begin: Begin, page: str, changed: dict[str, str], told: str
) -> None:
    typed = "testing_en" if page == "accessibility" else "text_en"
    answer = dana.post(f"/{page}/edit", **{**begin(dana, page), typed: "Typed by Dana", **changed})
    assert answer.status == 422
    assert told in answer
    assert "Typed by Dana" in answer.html
    assert "Typed by Dana" not in nobody.get(f"/{page}", headers=ENGLISH).html


@pytest.mark.parametrize("address", ["/accessibility/edit", "/privacy/edit"])
def test_nobody_else_may(alice: Browser, nobody: Browser, address: str) -> None:
    assert alice.get(address).status == 403
    assert "Bara den som administrerar Knutpunkt kan ändra" in alice.post(address)
    assert nobody.get(address).location == f"/login?next={address}"
    assert nobody.post(address).status == 401


def test_the_log_tells_who_saved_what(dana: Browser, begin: Begin) -> None:
    dana.post("/privacy/edit", **begin(dana, "privacy"))
    page = dana.get("/admin/log")
    assert "Sparade en öppen sida" in page
    assert "Så hanterar vi personuppgifter" in page
    assert "version 1" in page


def test_the_desk_leads_here(dana: Browser) -> None:
    assert {"/accessibility/edit", "/privacy/edit"} <= set(dana.get("/admin").links)
