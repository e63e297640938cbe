"""Somebody's change puts letters in the outbox: one to each, with it or not at all, and none to who does without."""

from collections.abc import Callable
from types import SimpleNamespace

from app import db
from app.mail import choices, outbox
from app.mail.kinds import Kind
from app.mail.outbox import Receiver
from tests.mail.conftest import posted
from tests.mail.post_office import PostOffice


def test_a_letter_is_one_row_for_each_person(
    staff: list[Receiver], office: PostOffice, send: Callable[[], int]
) -> None:
    assert posted(Kind.AGENDA_PUBLISHED, [*staff, staff[0]]) == 5
    assert send() == 5
    assert office.to() == [f"prov{number}@bibliotek.internal" for number in range(5)]


def test_what_is_undone_sends_nothing(staff: list[Receiver], office: PostOffice, send: Callable[[], int]) -> None:
    outbox.post(Kind.AGENDA_PUBLISHED, staff, about={})
    db.session.rollback()
    assert send() == 0
    assert office.calls == 0  # nobody is called for nothing


def test_a_double_click_is_one_letter(staff: list[Receiver], office: PostOffice, send: Callable[[], int]) -> None:
    assert posted(Kind.AGENDA_PUBLISHED, staff[:3], key="notice:1") == 3
    assert posted(Kind.AGENDA_PUBLISHED, staff, key="notice:1") == 2
    send()
    assert posted(Kind.AGENDA_PUBLISHED, staff, key="notice:1") == 0  # nor after they have left
    assert len(office.arrived) == 5


def test_without_a_key_the_same_may_be_said_twice(staff: list[Receiver]) -> None:
    assert posted(Kind.AGENDA_PUBLISHED, staff) + posted(Kind.AGENDA_PUBLISHED, staff) == 10


def test_who_does_without_a_kind_in_a_network_gets_none_from_there(
    world: SimpleNamespace, staff: list[Receiver]
) -> None:
    choices.switch_off(staff[0].person_id, Kind.AGENDA_PUBLISHED, world.children.id)
    assert outbox.how_many(Kind.AGENDA_PUBLISHED, staff, network_id=world.children.id) == 4
    assert outbox.how_many(Kind.AGENDA_PUBLISHED, staff, network_id=world.secret.id) == 5
    assert outbox.how_many(Kind.MINUTES_PUBLISHED, staff, network_id=world.children.id) == 5
    assert posted(Kind.AGENDA_PUBLISHED, staff, network_id=world.children.id) == 4


def test_a_joint_letter_comes_as_long_as_one_of_the_networks_is_on(
    world: SimpleNamespace, staff: list[Receiver]
) -> None:
    one = Receiver(staff[0].person_id, staff[0].email, staff[0].name, "sv", (world.children.id, world.secret.id))
    choices.switch_off(one.person_id, Kind.AGENDA_PUBLISHED, world.children.id)
    assert outbox.how_many(Kind.AGENDA_PUBLISHED, [one]) == 1
    choices.switch_off(one.person_id, Kind.AGENDA_PUBLISHED, world.secret.id)
    assert outbox.how_many(Kind.AGENDA_PUBLISHED, [one]) == 0


def test_what_saves_a_trip_always_comes(world: SimpleNamespace, staff: list[Receiver]) -> None:
    choices.switch_off(staff[0].person_id, Kind.MEETING_CANCELLED, world.children.id)
    assert outbox.how_many(Kind.MEETING_CANCELLED, staff, network_id=world.children.id) == 5


def test_what_has_not_left_can_be_taken_back_and_said_anew(
    staff: list[Receiver], office: PostOffice, send: Callable[[], int]
) -> None:
    posted(Kind.AGENDA_PUBLISHED, staff[:2], key="notice:1")
    assert outbox.withdraw("notice:1") == 2
    assert posted(Kind.AGENDA_PUBLISHED, staff[:1], key="notice:1") == 1
    send()
    assert office.to() == ["prov0@bibliotek.internal"]
    assert outbox.withdraw("notice:1") == 0  # what has left can't be called back


def test_ten_thousand_letters_take_a_handful_of_statements(staff: list[Receiver]) -> None:
    many = [Receiver(each.person_id, each.email, each.name) for each in staff] * 2_000
    assert posted(Kind.AGENDA_PUBLISHED, many) == 5
