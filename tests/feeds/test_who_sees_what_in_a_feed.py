"""A link shows what its owner may see today, whatever it was made for: nobody keeps a key to a room they have left."""

from datetime import date, timedelta
from types import SimpleNamespace

from sqlalchemy import delete, update

from app import clock, db
from app.feeds.models import feed_networks
from app.networks import actions as networks
from app.networks.actions import Description
from app.networks.kinds import Role, Visibility
from app.networks.models import Membership, Network
from tests.browser_double import Browser
from tests.calendar_world import called, events, fetch, make_link
from tests.conftest import NOW

LINK = "https://video.example/rum"


def _ends(world: SimpleNamespace, network: Network, last_day: date) -> None:
    of_bob = update(Membership).where(Membership.network_id == network.id, Membership.person_id == world.bob.id)
    db.session.execute(of_bob.values(ends_on=last_day))
    db.session.commit()


def test_a_link_to_all_my_networks_follows_my_memberships(bob: Browser, world: SimpleNamespace) -> None:
    called("Barn", world.children)
    called("Hemligt", world.secret)
    _ends(world, world.secret, date(2026, 11, 6))
    path = make_link(bob)

    assert sorted(events(world.app, path)) == ["Barn", "Hemligt"]
    with clock.held_at(NOW + timedelta(days=1)):
        assert sorted(events(world.app, path)) == ["Barn", "Hemligt"]
    with clock.held_at(NOW + timedelta(days=2)):
        assert sorted(events(world.app, path)) == ["Barn"]


def test_who_left_everything_has_an_empty_calendar_not_a_dead_one(bob: Browser, world: SimpleNamespace) -> None:
    called("Barn", world.children)
    for network in (world.children, world.secret):
        _ends(world, network, date(2026, 11, 4))

    assert events(world.app, make_link(bob)) == {}


def test_a_link_to_a_closed_network_shows_nothing_to_who_left_it(bob: Browser, world: SimpleNamespace) -> None:
    called("Barn", world.children)
    called("Hemligt", world.secret)
    path = make_link(bob, [world.children, world.secret])
    assert sorted(events(world.app, path)) == ["Barn", "Hemligt"]

    _ends(world, world.secret, date(2026, 11, 4))

    body = fetch(world.app, path).data.decode()
    assert sorted(events(world.app, path)) == ["Barn"]
    assert "Stängda gruppen" not in body
    assert "Hemligt" not in body


def test_an_open_network_that_closes_is_gone_from_strangers_links(charlie: Browser, world: SimpleNamespace) -> None:
    called("Barn", world.children)
    path = make_link(charlie, [world.children])
    assert list(events(world.app, path)) == ["Barn"]

    closes = update(Network).where(Network.slug == "barn-och-unganatverket")
    db.session.execute(closes.values(visibility=Visibility.CLOSED))
    db.session.commit()

    assert events(world.app, path) == {}


def test_a_stranger_cannot_make_a_link_to_a_closed_network(charlie: Browser, world: SimpleNamespace) -> None:
    called("Hemligt", world.secret)

    page = charlie.post("/feeds", scope="chosen", networks=[str(world.secret.id)], name="X")

    assert page.status == 422
    assert "Välj minst ett nätverk" in page
    assert "Stängda gruppen" not in page.html


def test_an_administrator_can_follow_any_network(dana: Browser, world: SimpleNamespace) -> None:
    called("Hemligt", world.secret, link=LINK)
    path = make_link(dana, [world.secret])

    assert LINK in events(world.app, path)["Hemligt"]["DESCRIPTION"]


def test_only_those_who_take_part_get_the_way_into_the_online_room(
    bob: Browser, charlie: Browser, world: SimpleNamespace
) -> None:
    called("Barn", world.children, link=LINK, place="Digitalt")

    member = events(world.app, make_link(bob, [world.children]))["Barn"]
    stranger = events(world.app, make_link(charlie, [world.children]))["Barn"]

    assert (member["CONFERENCE"], member["CONFERENCE"].params["VALUE"]) == (LINK, "URI")
    assert f"Anslut: {LINK}" in member["DESCRIPTION"]
    assert LINK not in stranger.to_ical().decode()
    assert stranger["UID"] == member["UID"]


def test_a_guest_reads_but_does_not_come_in(charlie: Browser, world: SimpleNamespace) -> None:
    called("Hemligt", world.secret, link=LINK)
    db.session.add(
        Membership(network_id=world.secret.id, person_id=world.charlie.id, role=Role.GUEST, starts_on=date(2026, 1, 1))
    )
    db.session.commit()

    found = events(world.app, make_link(charlie))["Hemligt"]

    assert LINK not in found.to_ical().decode()


def test_a_joint_meeting_stands_there_once_without_naming_a_closed_host(
    bob: Browser, charlie: Browser, world: SimpleNamespace
) -> None:
    called("Tillsammans", world.children, world.secret, link=LINK)

    both = events(world.app, make_link(bob))
    one = fetch(world.app, make_link(charlie, [world.children])).data.decode()
    of_one = events(world.app, make_link(bob, [world.children]))

    assert sorted(map(str, both["Tillsammans"]["CATEGORIES"].cats)) == ["Barn- och unganätverket", "Stängda gruppen"]
    assert one.count("BEGIN:VEVENT") == 1
    assert "Stängda" not in one
    assert LINK in of_one["Tillsammans"]["DESCRIPTION"]


def test_a_network_with_another_name_is_called_so_in_the_feed(bob: Browser, world: SimpleNamespace) -> None:
    called("Barn", world.children)
    path = make_link(bob)
    tag = fetch(world.app, path).headers["ETag"]

    network = db.session.get_one(Network, world.children.id)
    described = Description(name="Unga, alla", colour=network.colour, sign=network.sign)
    networks.describe(network, described, by=network.memberships[0].person)
    db.session.commit()

    assert fetch(world.app, path, If_None_Match=tag).status_code == 200
    assert list(map(str, events(world.app, path)["Barn"]["CATEGORIES"].cats)) == ["Unga, alla"]


def test_a_feed_of_chosen_networks_without_any_left_is_empty(bob: Browser, world: SimpleNamespace) -> None:
    called("Barn", world.children)
    path = make_link(bob, [world.secret])
    db.session.execute(delete(feed_networks))
    db.session.commit()

    assert events(world.app, path) == {}
