"""A joint activity stands in the calendar without an agenda: planned, changed, cancelled, revived."""

from collections.abc import Callable
from types import SimpleNamespace

from tests.browser_double import Browser
from tests.occasions.conftest import NEW, occasion_at
from tests.planning.conftest import revision_on

Make = Callable[..., str]


def fields(**changes: object) -> dict[str, object]:
    usual = {"title": "Läslust hela livet", "lasts": "days", "first_day": "2026-12-01", "place": "Kalmar"}
    return usual | changes


def hosts_on(browser: Browser) -> list[str]:
    import re

    return re.findall(r'name="hosts"[^>]*value="([^"]+)" checked', browser.get(NEW).html)


def test_it_is_put_in_the_calendar_once_one_has_seen_what_that_means(
    alice: Browser, bob: Browser, charlie: Browser
) -> None:
    asked = alice.send(
        NEW, **fields(hosts=hosts_on(alice), do="call", last_day="2026-12-02", description="Program **snart**")
    )
    assert asked.title.startswith("Lägga Läslust hela livet i kalendern?")
    assert "2 medlemmar ser aktiviteten här och i sina kalendrar" in asked
    address = asked.response.request.path.removesuffix("/call")
    assert bob.get(address).status == 404
    made = alice.post(f"{address}/call")
    assert (made.location, "står redan" in alice.get(f"{address}/call")) == (address, True)
    page = bob.get(made.location)
    for words in ("Läslust hela livet", "1–2 dec, v. 49", "Kalmar", "Program snart", "Kommer du?", "Hämta som .ics"):
        assert words in page
    assert "Kommer du?" not in charlie.get(made.location)
    assert "Dagordning" not in page


def test_a_draft_is_seen_by_those_who_coordinate_until_it_is_in_the_calendar(alice: Browser, bob: Browser) -> None:
    path = alice.post(NEW, **fields(hosts=hosts_on(alice))).location
    assert "Det här är ett utkast" in alice.get(path)
    assert bob.get(path).status == 404
    form = alice.get(f"{path}/edit")
    assert "Lägg i kalendern" in form
    page = alice.post(f"{path}/edit", **fields(hosts=hosts_on(alice), do="call", revision=revision_on(form)))
    assert page.location == f"{path}/call"
    assert bob.get(path).status == 404
    alice.post(page.location)
    assert bob.get(path).status == 200


def test_the_link_is_for_those_who_take_part(alice: Browser, bob: Browser, charlie: Browser, make: Make) -> None:
    path = make(link="https://meet.example/hemligt")
    assert "https://meet.example/hemligt" in bob.get(path).links
    assert "https://meet.example/hemligt" in alice.get(path).links
    assert "meet.example" not in charlie.get(path).html


def test_it_is_moved_and_says_from_when(alice: Browser, bob: Browser, make: Make) -> None:
    path = make()
    form = alice.get(f"{path}/edit")
    assert "2 medlemmar är kallade" in form
    moved = fields(hosts=hosts_on(alice), first_day="2026-11-25", revision=revision_on(form))
    assert "Den är flyttad" in alice.send(f"{path}/edit", **moved)
    assert "Flyttat från tis 24 nov" in bob.get(path)


def test_a_save_over_newer_words_is_refused(alice: Browser, dana: Browser, make: Make) -> None:
    path = make()
    begun, hosts = revision_on(alice.get(f"{path}/edit")), hosts_on(alice)
    dana.post(f"{path}/edit", **fields(title="Danas", hosts=hosts, revision=begun))
    page = alice.post(f"{path}/edit", **fields(title="Alices", hosts=hosts, revision=begun))
    assert page.status == 409
    assert "Rubrik: Danas" in page
    assert "Rubrik: Alices" in page
    assert 'value="Alices"' in page.html
    assert revision_on(page) == str(occasion_at(path).revision)


def test_it_is_cancelled_and_revived(alice: Browser, bob: Browser, make: Make) -> None:
    path = make()
    assert "2 medlemmar ser att det är inställt" in alice.get(f"{path}/cancel")
    alice.post(f"{path}/cancel", because="För få anmälda")
    seen = bob.get(path)
    assert "Inställt. För få anmälda" in seen
    assert f"{path}/revive" not in seen.forms
    assert alice.get(f"{path}/edit").status == 422
    assert "Det blir av igen" in alice.send(f"{path}/revive")


def test_a_draft_is_thrown_away_by_the_same_question(alice: Browser, make: Make) -> None:
    path = make(call=False)
    assert "Kasta utkastet?" in alice.get(f"{path}/cancel")
    assert alice.post(f"{path}/cancel").status == 422  # nobody has been told, so there is nothing to cancel
    assert alice.post(f"{path}/cancel", discard="y").status == 303
    assert alice.get(path).status == 404


def test_what_was_put_in_the_calendar_meanwhile_is_not_thrown_away(alice: Browser, bob: Browser, make: Make) -> None:
    path = make()
    page = alice.post(f"{path}/cancel", discard="y")
    assert (page.status, "Ställ in det i stället" in page) == (422, True)
    assert "Kommer du?" in bob.get(path)


def test_mistakes_are_said_in_words_and_what_was_typed_is_kept(alice: Browser) -> None:
    page = alice.post(NEW, **fields(title="", hosts=hosts_on(alice), place="Nybro"))
    assert (page.status, "Skriv en rubrik" in page, 'value="Nybro"' in page.html) == (422, True, True)
    assert page.title == "Fel: Ny gemensam aktivitet – Barn- och unganätverket – Knutpunkt"


def test_only_those_who_coordinate_plan_and_change(
    world: SimpleNamespace, bob: Browser, charlie: Browser, make: Make
) -> None:
    path, closed = make(), make("Hemlig", hosts=[world.secret])
    for browser in (bob, charlie):
        assert browser.get(NEW).status == browser.post(NEW, **fields()).status == 403
        for what in ("edit", "cancel"):
            assert browser.get(path + f"/{what}").status == browser.post(path + f"/{what}").status == 403
        assert browser.post(f"{path}/revive").status == 403
    for what in ("", "/edit", "/cancel"):
        assert charlie.get(closed + what).status == 404


def test_a_meeting_has_its_own_page_and_its_own_changes(alice: Browser, world: SimpleNamespace, make: Make) -> None:
    from app.occasions.kinds import OccasionKind

    path = make(kind=OccasionKind.MEETING).replace("meetings", "occasions")
    assert alice.get(path).location == path.replace("occasions", "meetings")
    assert alice.get(f"{path}/edit").status == 404


def test_it_reads_in_english_too(alice: Browser, make: Make) -> None:
    page = alice.get(make(), headers={"Accept-Language": "en"})
    assert (page.status, 'lang="en"' in page.html) == (200, True)
