"""A member switches letters off and on, in the pages and from the letter itself, signed in or not."""

from types import SimpleNamespace

from app import db
from app.mail import choices, unsubscribe
from app.mail.kinds import Kind
from tests.browser_double import Browser, Page

SECRET = "a secret for tests only"


def link(world: SimpleNamespace, kind: Kind = Kind.AGENDA_PUBLISHED) -> str:
    return unsubscribe.link(SECRET, person_id=world.bob.id, kind=kind, network_id=world.children.id)


def one_click(nobody: Browser, address: str) -> Page:
    """Send what a mail program sends: no cookie, no secret of a form (RFC 8058, section 3.2)."""
    return Page(nobody.app.test_client().post(address, data={"List-Unsubscribe": "One-Click"}))


def test_everything_comes_until_it_is_switched_off(world: SimpleNamespace, bob: Browser) -> None:
    page = bob.get("/me/mail")
    assert "Barn- och unganätverket" in page
    assert page.html.count(" checked") == 6  # three kinds in two networks
    shown = [f"{kind}:{world.children.id.hex}" for kind in ("minutes-published", "agenda-published")]
    bob.send("/me/mail", shown=shown, on=shown[:1])
    assert choices.switched_off(world.bob.id) == {(Kind.AGENDA_PUBLISHED, world.children.id)}
    assert bob.get("/me/mail").html.count(" checked") == 5
    assert "sparat" in bob.send("/me/mail", shown=shown, on=shown)
    assert choices.switched_off(world.bob.id) == set()


def test_what_always_comes_can_not_be_switched_off(world: SimpleNamespace, bob: Browser) -> None:
    bob.post("/me/mail", shown=[f"meeting-cancelled:{world.children.id.hex}", "reset:"])
    bob.post(link(world, Kind.RESET))
    assert choices.switched_off(world.bob.id) == set()


def test_nobody_chooses_for_a_network_they_are_not_in(world: SimpleNamespace, charlie: Browser) -> None:
    charlie.post("/me/mail", shown=[f"notice:{world.children.id.hex}"])
    assert choices.switched_off(world.charlie.id) == set()


def test_a_coordinator_chooses_more(alice: Browser, bob: Browser) -> None:
    assert "Någon har gått med" in alice.get("/me/mail")
    assert "Någon har gått med" not in bob.get("/me/mail")


def test_opening_the_link_changes_nothing(world: SimpleNamespace, nobody: Browser) -> None:
    page = nobody.get(link(world))
    assert "Stäng av sådana mejl?" in page
    assert "Nya dagordningar" in page
    assert world.children.name not in page  # whoever got the link from somebody learns nothing by it
    assert choices.switched_off(world.bob.id) == set()


def test_one_click_switches_one_thing_off(world: SimpleNamespace, nobody: Browser, bob: Browser) -> None:
    assert one_click(nobody, link(world)).status == 200
    assert one_click(nobody, link(world)).status == 200
    db.session.rollback()
    assert choices.switched_off(world.bob.id) == {(Kind.AGENDA_PUBLISHED, world.children.id)}
    assert bob.get("/me/mail").status == 200  # and signs nobody in or out


def test_a_link_of_somebody_elses_making_does_nothing(world: SimpleNamespace, nobody: Browser) -> None:
    forged = unsubscribe.link("another secret", person_id=world.bob.id, kind=Kind.AGENDA_PUBLISHED, network_id=None)
    for address in (forged, link(world)[:-3], "/mail/off/x", "/mail/off/W10.x"):
        assert nobody.get(address).status == 404
        assert one_click(nobody, address).status == 404
    assert choices.switched_off(world.bob.id) == set()


def test_a_link_to_what_is_gone_is_answered_kindly(world: SimpleNamespace, nobody: Browser) -> None:
    address = link(world)
    db.session.delete(world.charlie)
    gone = unsubscribe.link(SECRET, person_id=world.charlie.id, kind=Kind.AGENDA_PUBLISHED, network_id=None)
    db.session.commit()
    assert one_click(nobody, gone).status == 200
    assert one_click(nobody, address).status == 200
