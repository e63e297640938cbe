"""The worker sends what waits: whoever is refused fails alone, a busy server is asked again, and nothing is lost."""

from collections.abc import Callable
from datetime import datetime, timedelta
from types import SimpleNamespace
from uuid import UUID

import pytest
from sqlalchemy.exc import OperationalError

from app import clock, db
from app.mail import choices, queue, sending
from app.mail.kinds import Kind
from app.mail.outbox import Receiver
from app.mail.pauses import PAUSES
from app.people.models import Person
from tests.conftest import NOW
from tests.mail.conftest import posted, states
from tests.mail.post_office import Mood, PostOffice

Send = Callable[[], int]


def only(person: str, mood: Mood) -> Callable[[str], Mood]:
    return lambda receiver: mood if receiver.startswith(person) else Mood.KIND


@pytest.mark.parametrize("mood", [Mood.UNKNOWN, Mood.SPAM])
def test_a_refused_letter_fails_alone_and_at_once(
    staff: list[Receiver], office: PostOffice, send: Send, mood: Mood
) -> None:
    office.mood = only("prov1", mood)
    posted(Kind.AGENDA_PUBLISHED, staff[:3])
    assert send() == 2
    assert states() == ["prov0 sent", f"prov1 failed {mood.value}", "prov2 sent"]


@pytest.mark.parametrize("mood", [Mood.BUSY, Mood.FULL])
def test_a_busy_server_is_asked_again_after_a_growing_pause(
    staff: list[Receiver], office: PostOffice, send: Send, mood: Mood
) -> None:
    office.mood = only("prov1", mood)
    posted(Kind.AGENDA_PUBLISHED, staff[:2])
    assert send() == 1
    assert send() == 0  # not before the pause is over
    office.mood = only("nobody", mood)
    with clock.held_at(NOW + timedelta(minutes=1)):
        assert send() == 1
    assert states() == ["prov0 sent", "prov1 sent"]


def test_after_three_days_of_no_a_letter_has_failed(staff: list[Receiver], office: PostOffice, send: Send) -> None:
    office.mood = only("prov0", Mood.BUSY)
    posted(Kind.AGENDA_PUBLISHED, staff[:1])
    moments, moment = [], NOW
    while states() == ["prov0 waiting"] or states()[0].startswith("prov0 waiting"):
        with clock.held_at(moment):
            calls = office.calls
            send()
            moments += [moment] * (office.calls > calls)
        moment += timedelta(minutes=1) if moment < NOW + timedelta(hours=2) else timedelta(minutes=30)
    assert len(moments) == len(PAUSES) + 1
    assert timedelta(days=2.5) < moments[-1] - NOW < timedelta(days=3.5)
    assert states() == [f"prov0 failed {Mood.BUSY.value}"]


@pytest.mark.parametrize("away", ["shut", Mood.SENDS_NOBODY, Mood.TIRED, Mood.HANGS_UP_BEFORE])
def test_a_server_away_for_an_hour_loses_nothing(
    staff: list[Receiver], office: PostOffice, send: Send, away: str
) -> None:
    posted(Kind.AGENDA_PUBLISHED, staff)
    _be(office, away)
    _work(send, NOW, timedelta(hours=1))
    assert [each.split()[1] for each in states()] == ["waiting"] * 5
    assert office.calls < 60  # it is not pestered
    _be(office, "here")
    _work(send, NOW + timedelta(hours=1), timedelta(hours=2))
    assert states() == [f"prov{number} sent" for number in range(5)]
    assert set(office.counted().values()) == {1}


def test_a_letter_that_makes_the_server_hang_up_holds_up_nobody(
    staff: list[Receiver], office: PostOffice, send: Send
) -> None:
    office.mood = only("prov0", Mood.HANGS_UP_BEFORE)
    posted(Kind.AGENDA_PUBLISHED, staff)
    _work(send, NOW, timedelta(minutes=2))
    assert [each.split()[1] for each in states()] == ["waiting", "sent", "sent", "sent", "sent"]


def test_a_letter_taken_without_a_word_is_sent_again_with_the_same_name(
    staff: list[Receiver], office: PostOffice, send: Send
) -> None:
    office.mood = only("prov0", Mood.HANGS_UP_HAVING_TAKEN)
    posted(Kind.AGENDA_PUBLISHED, staff[:1])
    send()
    office.mood = only("prov0", Mood.KIND)
    _work(send, NOW, timedelta(minutes=2))
    assert list(office.counted().values()) == [2]
    assert office.arrived[0].as_bytes() == office.arrived[1].as_bytes()  # the one-time link in it works in both


def test_a_letter_taken_with_a_word_is_sent_once(staff: list[Receiver], office: PostOffice, send: Send) -> None:
    office.mood = only("prov", Mood.HANGS_UP_AFTER)
    posted(Kind.AGENDA_PUBLISHED, staff)
    _work(send, NOW, timedelta(minutes=5))
    assert sorted(office.counted().values()) == [1] * 5


def test_a_database_that_is_away_when_the_server_says_ok_is_asked_until_it_answers(
    staff: list[Receiver], office: PostOffice, send: Send, monkeypatch: pytest.MonkeyPatch
) -> None:
    note, times = queue.note_sent, iter(range(9))

    def sometimes(letter_id: UUID, *, email: str) -> None:
        if next(times) < 3:
            raise OperationalError("UPDATE", None, Exception("away"))
        note(letter_id, email=email)

    monkeypatch.setattr(queue, "note_sent", sometimes)
    monkeypatch.setattr(sending, "INSIST_AFTER", (0, 0, 0, 0))
    posted(Kind.AGENDA_PUBLISHED, staff[:1])
    assert send() == 1
    assert states() == ["prov0 sent"]
    assert send() == 0


def test_what_no_longer_holds_is_not_sent(
    world: SimpleNamespace, staff: list[Receiver], office: PostOffice, send: Send
) -> None:
    posted(Kind.AGENDA_PUBLISHED, staff[:1], about={"gone": "yes"})
    posted(Kind.AGENDA_PUBLISHED, staff[1:3], network_id=world.children.id)
    closed = db.session.get_one(Person, staff[1].person_id)
    closed.closed_at = clock.now()
    choices.switch_off(staff[2].person_id, Kind.AGENDA_PUBLISHED, world.children.id)
    db.session.commit()
    assert send() == 0
    assert [each.split()[1] for each in states()] == ["dropped"] * 3
    assert office.arrived == []


def test_a_letter_goes_to_the_address_the_person_has_now(staff: list[Receiver], office: PostOffice, send: Send) -> None:
    posted(Kind.AGENDA_PUBLISHED, staff[:1])
    db.session.get_one(Person, staff[0].person_id).email = "ny@bibliotek.internal"
    db.session.commit()
    send()
    assert office.to() == ["ny@bibliotek.internal"]


def _be(post: PostOffice, how: str) -> None:
    post.mood = lambda _: Mood(how) if how in set(Mood) else Mood.KIND
    if how == "shut":
        post.shut()
    elif how == "here" and post._server is None:
        post.open()


def _work(send: Send, begins: datetime, lasts: timedelta) -> None:
    """Look in the outbox every five seconds, as the worker does."""
    moment = begins
    while moment < begins + lasts:
        with clock.held_at(moment):
            send()
        moment += timedelta(seconds=5)
