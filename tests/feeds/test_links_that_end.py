"""A link that is revoked, or whose owner has left, is gone for good; one that never was is unknown."""

from datetime import timedelta
from types import SimpleNamespace

from sqlalchemy import select, update

from app import clock, db
from app.audit.models import AuditEntry
from app.feeds.models import Feed
from app.people.models import Person
from app.tokens import new_token
from tests.browser_double import Browser
from tests.calendar_world import called, fetch, make_link, path_in
from tests.conftest import NOW


def _feed() -> Feed:
    found = db.session.scalars(select(Feed).order_by(Feed.created_at.desc(), Feed.revoked_at.nulls_first())).first()
    assert found is not None
    return found


def test_an_unknown_link_is_answered_with_nothing(world: SimpleNamespace, bob: Browser) -> None:
    secret = new_token()
    for token in (secret, "x", "a" * 2000, "%F0%9F%92%A9", "%00", "%ff", secret[:-1], "'; DROP TABLE feeds"):
        path = f"/feeds/{token}/moten.ics"
        for answer in (fetch(world.app, path), bob.client.get(path), fetch(world.app, path, method="HEAD")):
            assert answer.status_code == 404
            assert answer.data == b""
            assert "Location" not in answer.headers
            assert "Set-Cookie" not in answer.headers


def test_a_link_works_whatever_its_last_part_says(world: SimpleNamespace, bob: Browser) -> None:
    path = make_link(bob)

    assert fetch(world.app, path.replace("moten.ics", "annat.ics")).status_code == 200
    assert fetch(world.app, path.replace("moten.ics", "annat.html")).status_code == 404


def test_a_revoked_link_is_gone_also_for_who_has_the_feed(world: SimpleNamespace, bob: Browser) -> None:
    called("Möte", world.children)
    path = make_link(bob)
    tag = fetch(world.app, path).headers["ETag"]
    address = f"/feeds/{_feed().id}/revoke"

    question = bob.get(address)
    assert question.status == 200
    assert "Avsluta länken Möten?" in question
    assert fetch(world.app, path).status_code == 200
    page = bob.send(address)

    assert "Länken Möten är avslutad" in page
    assert "Du har inga kalenderlänkar nu" in page
    assert "Inga kalenderlänkar än" not in page
    for answer in (fetch(world.app, path), fetch(world.app, path, If_None_Match=tag)):
        assert (answer.status_code, answer.data) == (410, b"")
    assert bob.send(address).status == 200


def test_a_closed_account_takes_its_links_along(world: SimpleNamespace, bob: Browser) -> None:
    path = make_link(bob)
    db.session.execute(update(Person).where(Person.email == "bob@knutpunkt.example").values(closed_at=NOW))
    db.session.commit()

    assert fetch(world.app, path).status_code == 410


def test_a_new_link_ends_the_old_one_and_shows_the_same(world: SimpleNamespace, bob: Browser) -> None:
    called("Möte", world.children)
    old = make_link(bob, [world.children], name="Barnen", with_cancelled=None)
    address = f"/feeds/{_feed().id}/renew"

    assert "Gör en ny länk i stället för Barnen?" in bob.get(address)
    page = bob.post(address)
    new = path_in(page)

    assert page.status == 200
    assert new != old
    assert fetch(world.app, old).status_code == 410
    assert b"SUMMARY:M" in fetch(world.app, new).data
    listed = bob.get("/feeds")
    assert "Länkar som är i gång 1" in listed
    assert "inställda möten visas inte" in listed
    again = bob.post(address)
    assert again.status == 422
    assert "Länken är redan avslutad" in again


def test_somebody_elses_link_does_not_exist(world: SimpleNamespace, bob: Browser, dana: Browser) -> None:
    path = make_link(bob)
    for what in ("revoke", "renew"):
        address = f"/feeds/{_feed().id}/{what}"
        assert dana.get(address).status == 404
        assert dana.post(address).status == 404
    assert "Möten" not in dana.get("/feeds")
    assert fetch(world.app, path).status_code == 200


def test_the_log_knows_of_links_but_not_their_secrets(world: SimpleNamespace, bob: Browser) -> None:
    path = make_link(bob)
    bob.post(f"/feeds/{_feed().id}/renew")

    lines = db.session.scalars(select(AuditEntry).where(AuditEntry.what.startswith("feed-"))).all()

    assert sorted(each.what for each in lines) == ["feed-made", "feed-made", "feed-revoked"]
    assert {each.subject for each in lines} == {"Möten"}
    assert path.split("/")[2] not in str([vars(each) for each in lines])


def test_the_list_says_when_and_by_what_a_link_was_last_used(world: SimpleNamespace, bob: Browser) -> None:
    path = make_link(bob)
    assert "Inte hämtad än" in bob.get("/feeds")

    fetch(world.app, path, User_Agent="Microsoft.Exchange/15.20 (Windows NT 10.0; Win64; x64)")
    assert "Senast hämtad tors 5 nov 10.00 av Outlook på webben" in bob.get("/feeds")
    with clock.held_at(NOW + timedelta(minutes=9)):
        fetch(world.app, path, User_Agent="Google-Calendar-Importer")
        assert "10.00 av Outlook på webben" in bob.get("/feeds")
    with clock.held_at(NOW + timedelta(minutes=11)):
        fetch(world.app, path, method="HEAD", User_Agent="Google-Calendar-Importer")
        assert "10.11 av Google Kalender" in bob.get("/feeds")
