"""What both have when two are merged: nothing is lost, and where there can be only one the rule says which."""

from datetime import date, timedelta
from types import SimpleNamespace

import pytest
from sqlalchemy import select

from app import clock, db
from app.accounts.invitations import invite, link_by
from app.accounts.links import LinkIsSpent
from app.audit.models import AuditEntry
from app.feeds import actions as feeds
from app.followup import actions as followup
from app.followup.actions import Promise
from app.followup.models import Action
from app.joining.models import JoinRequest
from app.mail.kinds import Kind
from app.mail.models import Posted
from app.mail.outbox import post
from app.meetings.models import AgendaItem
from app.merging.actions import merge
from app.merging.models import Merge
from app.minutes import actions as minutes
from app.minutes.models import Attendance, Presence
from app.networks.kinds import Role, Standing
from app.networks.models import Membership
from app.occasions.kinds import Reply
from app.occasions.models import Answer
from app.people.mailing import receiver
from app.people.models import Person, Workplace
from app.rotation.kinds import Place, TurnKind
from app.rotation.models import TurnList
from tests.accounts.door import change
from tests.browser_double import Browser
from tests.conftest import NOW
from tests.merging.county import again, belong, double_of, meeting


@pytest.fixture
def double(world: SimpleNamespace) -> Person:
    return double_of(world)


def merged(world: SimpleNamespace, double: Person) -> Merge:
    db.session.commit()
    done = merge(again(world.charlie), again(double), by=again(world.dana))
    db.session.commit()
    db.session.expunge_all()
    return done


def test_the_later_answer_counts(world: SimpleNamespace, double: Person) -> None:
    first, second, third = (meeting(world, f"Möte {number}", number) for number in (3, 4, 5))
    early, late = NOW - timedelta(days=2), NOW - timedelta(days=1)
    db.session.add_all(
        [
            Answer(occasion_id=first.id, person_id=world.charlie.id, reply=Reply.NO, answered_at=early),
            Answer(occasion_id=first.id, person_id=double.id, reply=Reply.ON_SITE, answered_at=late),
            Answer(occasion_id=second.id, person_id=world.charlie.id, reply=Reply.ONLINE, answered_at=late),
            Answer(occasion_id=second.id, person_id=double.id, reply=Reply.NO, answered_at=early),
            Answer(occasion_id=third.id, person_id=double.id, reply=Reply.UNSURE, answered_at=early),
        ]
    )
    ids = [each.id for each in (first, second, third)]
    done = merged(world, double)
    rows = {each.occasion_id: each for each in db.session.scalars(select(Answer))}
    assert [rows[each].reply for each in ids] == [Reply.ON_SITE, Reply.ONLINE, Reply.UNSURE]
    assert {each.person_id for each in rows.values()} == {world.charlie.id}
    let_go = [each["row"]["reply"] for each in done.moved if each["how"] == "let go"]
    assert sorted(let_go) == ["no", "no"]


def test_present_wins_over_absent(world: SimpleNamespace, double: Person) -> None:
    ids = []
    for number, (own, other) in enumerate([("absent", "online"), ("on-site", "absent")]):
        held = meeting(world, f"Möte {number}", -5 - number)
        minutes.begin(held, by=world.alice)
        db.session.flush()
        db.session.add(Attendance(meeting_id=held.id, person_id=world.charlie.id, presence=Presence(own)))
        db.session.add(Attendance(meeting_id=held.id, person_id=double.id, presence=Presence(other)))
        ids.append(held.id)
    merged(world, double)
    found = db.session.scalars(select(Attendance).where(Attendance.person_id == world.charlie.id))
    presence = {each.meeting_id: each.presence.value for each in found}
    assert [presence[each] for each in ids] == ["online", "on-site"]
    assert db.session.scalars(select(Attendance).where(Attendance.person_id == double.id)).all() == []


def test_promises_and_what_was_done_are_the_kept_persons(world: SimpleNamespace, double: Person) -> None:
    held = meeting(world, "Möte", -5)
    minutes.begin(held, by=double)
    item = AgendaItem(meeting=held, title="Punkt", position=1, duration=timedelta(minutes=10))
    db.session.add(item)
    db.session.flush()
    followup.add_action(held, item, Promise("Ringa", owner=double))
    merged(world, double)
    assert db.session.scalars(select(Action.owner_id)).all() == [world.charlie.id]


def test_calendar_links_go_on(world: SimpleNamespace, double: Person, nobody: Browser) -> None:
    belong(double, world.children, date(2025, 1, 1))
    coming = meeting(world, "Kommande möte", 5)
    feed, token = feeds.make(double, name="Mina", networks=None, with_cancelled=True)
    address = f"/feeds/{token}/{feed.slug}.ics"
    assert coming.id
    merged(world, double)
    answer = nobody.client.get(address)
    assert answer.status_code == 200
    assert b"Kommande" in answer.data


def test_letters_that_wait_reach_the_kept_person_once(world: SimpleNamespace, double: Person) -> None:
    post(Kind.HANDOVER, [receiver(world.charlie), receiver(double)], about={}, key="both")
    post(Kind.HANDOVER, [receiver(double)], about={}, key="one")
    merged(world, double)
    rows = db.session.execute(select(Posted.key, Posted.person_id).order_by(Posted.key)).all()
    assert [tuple(each) for each in rows] == [("both", world.charlie.id), ("one", world.charlie.id)]


def test_of_two_requests_that_wait_the_later_does(world: SimpleNamespace, double: Person) -> None:
    for person, days in ((world.charlie, 3), (double, 1)):
        asked = NOW - timedelta(days=days)
        db.session.add(JoinRequest(network_id=world.children.id, person_id=person.id, asked_at=asked))
    merged(world, double)
    assert [each.asked_at for each in db.session.scalars(select(JoinRequest))] == [NOW - timedelta(days=1)]


def test_on_a_turn_list_the_earlier_place_counts(world: SimpleNamespace, double: Person) -> None:
    charlie, other, bob = (Place(each.id, each.name) for each in (world.charlie, double, world.bob))
    order = TurnList(network_id=world.children.id, kind=TurnKind.CHAIR)
    order.places = [other, bob, charlie]
    db.session.add(order)
    merged(world, double)
    assert db.session.scalars(select(TurnList)).one().places == [charlie, bob]


def test_the_same_second_workplace_is_one(world: SimpleNamespace, double: Person) -> None:
    for person in (world.charlie, double):
        db.session.add(Workplace(person_id=person.id, library_id=world.library.id))
    merged(world, double)
    assert db.session.scalars(select(Workplace.person_id)).all() == [world.charlie.id]


def test_links_and_passwords(world: SimpleNamespace, double: Person) -> None:
    change(double, password_hash="the double's")
    change(world.charlie, password_hash=None)
    token = invite(again(double), by=again(world.dana))
    merged(world, double)
    assert again(world.charlie).password_hash == "the double's"
    with pytest.raises(LinkIsSpent):
        link_by(token, at=clock.now())


def test_the_right_to_administer_comes_along(world: SimpleNamespace, double: Person) -> None:
    change(double, is_administrator=True)
    merged(world, double)
    assert again(world.charlie).is_administrator
    assert not again(double).is_administrator


def test_a_network_keeps_its_only_coordinator(world: SimpleNamespace, double: Person, dana: Browser) -> None:
    for row in db.session.scalars(select(Membership).where(Membership.network_id == world.children.id)):
        row.ends_on = date(2026, 1, 1)
    belong(double, world.children, date(2025, 1, 1), role=Role.COORDINATOR)
    merged(world, double)
    assert "Charlie Ek" in dana.get("/networks/barn-och-unganatverket/members")
    held = select(Membership).where(Membership.role == Role.COORDINATOR, Membership.person_id == world.charlie.id)
    assert [each.ends_on for each in db.session.scalars(held)] == [None]


def test_an_ordinary_seat_goes_before_a_deputys(world: SimpleNamespace, double: Person) -> None:
    belong(world.charlie, world.children, date(2025, 1, 1), standing=Standing.DEPUTY, place=world.torsas)
    belong(double, world.children, date(2026, 1, 1), date(2026, 6, 30), standing=Standing.ORDINARY, place=world.hogsby)
    merged(world, double)
    rows = db.session.scalars(
        select(Membership).where(Membership.person_id == world.charlie.id).order_by(Membership.starts_on)
    )
    held = [(each.standing, each.starts_on, each.ends_on) for each in rows if not each.never_applied]
    assert held == [
        (Standing.DEPUTY, date(2025, 1, 1), date(2025, 12, 31)),
        (Standing.ORDINARY, date(2026, 1, 1), date(2026, 6, 30)),
        (Standing.DEPUTY, date(2026, 7, 1), None),
    ]


def test_the_log_stands_as_it_was_written(world: SimpleNamespace, double: Person) -> None:
    db.session.add(AuditEntry(what="signed-in", actor_id=double.id, actor=double.name, at=NOW))
    merged(world, double)
    entry = db.session.scalars(select(AuditEntry).where(AuditEntry.what == "signed-in")).one()
    assert entry.actor_id == double.id
    told = db.session.scalars(select(AuditEntry).where(AuditEntry.what == "people-merged")).one()
    assert (told.subject_id, told.details["gone"]) == (world.charlie.id, str(double.id))
