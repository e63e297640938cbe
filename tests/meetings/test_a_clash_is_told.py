"""What else the members have at the same time is told, to those who may know of it."""

from collections.abc import Callable
from datetime import date, timedelta
from types import SimpleNamespace

from app import db
from app.networks.models import Membership
from tests.browser_double import Browser
from tests.meetings.conftest import BEGINS, LENGTH, Made, planned


def test_a_clash_is_told_to_those_who_may_know_of_it(
    alice: Browser, charlie: Browser, make_meeting: Callable[..., Made], world: SimpleNamespace
) -> None:
    url = make_meeting().url
    make_meeting(hosts=[world.secret], title="Samtidigt", begins=BEGINS + timedelta(hours=2))
    make_meeting(hosts=[world.secret], title="Bara ett utkast", then=planned)
    make_meeting(hosts=[world.secret], title="Direkt efter", begins=BEGINS + LENGTH)
    page = alice.get(url)
    assert "Krock Stängda gruppen Samtidigt , tis 24 nov kl. 11.30–14.00" in page
    assert "Bara ett utkast" not in page
    assert "Direkt efter" not in page
    assert "Samtidigt" not in charlie.get(url)


def test_a_clash_in_a_closed_network_is_not_told_to_another_member(
    world: SimpleNamespace, alice: Browser, make_meeting: Callable[..., Made]
) -> None:
    who = {"network_id": world.children.id, "person_id": world.charlie.id}
    db.session.add(Membership(**who, starts_on=date(2026, 1, 1)))
    db.session.commit()
    url = make_meeting().url
    make_meeting(hosts=[world.secret], title="Samtidigt")
    page = Browser(world.app, world.charlie).get(url)
    assert "Kommer du?" in page
    assert "Samtidigt" not in page
    assert "Stängda gruppen" not in page
    assert "Samtidigt" in alice.get(url)
