"""However minutes are written, published and corrected: numbers have no gaps, and what is published never changes."""

from copy import deepcopy
from types import SimpleNamespace
from typing import Any
from uuid import UUID, uuid4

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sqlalchemy import select

from app import db
from app.followup import actions as followup
from app.followup.actions import Promise
from app.followup.models import Action, Decision
from app.followup.queries import decisions_in
from app.meetings.models import Meeting
from app.minutes import actions, publishing, queries
from app.minutes.actions import Writing, note_of
from app.minutes.draft import draw_up
from app.minutes.models import Minutes, PublishedMinutes
from app.minutes.snapshot import from_json
from app.networks.models import Membership, Network
from app.people.models import Person
from tests.browser_double import Browser
from tests.minutes.writing import at_once, call_meeting, read_through

OFTEN = ["decide", "publish", "correct"] * 3
SELDOM = ["write", "promise", "change", "take away", "put back", "discard"]
STEPS = st.lists(
    st.tuples(st.sampled_from(OFTEN + SELDOM), st.integers(0, 1), st.integers(0, 3)), min_size=10, max_size=30
)


def do(step: str, meeting: Meeting, which: int, by: Person) -> None:
    """Take one step with a meeting's minutes; one that cannot be taken now is passed over."""
    minutes = actions.begin(meeting, by=by)
    item, draft = meeting.items[2 + which % 2], queries.draft_of(meeting)
    records: list[Any] = [*draft.decisions, *draft.actions]
    if step == "correct" and minutes.number is not None:
        publishing.correct(meeting)
    elif not minutes.drafting:
        return
    elif step == "publish":
        publishing.publish(meeting, by=by, correction="Rättat.")
    elif step == "discard" and minutes.number is not None:
        publishing.discard(meeting)
    elif step == "write":
        actions.write(minutes, item, Writing(uuid4().hex, note_of(minutes, item).revision), by=by)
    elif step == "decide":
        followup.add_decision(meeting, item, uuid4().hex)
    elif step == "promise":
        followup.add_action(meeting, item, Promise(uuid4().hex, owner_text="Alla"))
    elif records:
        _change(step, records[which % len(records)])


def _change(step: str, record: Decision | Action) -> None:
    if step == "take away":
        followup.take_away(record)
    elif step == "put back":
        followup.put_back(record)
    elif isinstance(record, Decision):
        followup.change_decision(record, uuid4().hex)
    else:
        followup.change_action(record, Promise(uuid4().hex, owner_text="Alla"))


@settings(max_examples=15, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(steps=STEPS)
def test_any_order_of_steps(world: SimpleNamespace, steps: list[tuple[str, int, int]]) -> None:
    name = uuid4().hex
    network = Network(name=name, slug=name, colour=3, sign=3)
    network.memberships = [Membership(person_id=world.alice.id, starts_on=world.children.memberships[0].starts_on)]
    db.session.add(network)
    alice = db.session.merge(world.alice)
    meetings, frozen = [call_meeting(network), call_meeting(network)], {}
    for step, meeting, which in steps:
        do(step, meetings[meeting], which, alice)
        db.session.commit()
        versions = db.session.scalars(select(PublishedMinutes).execution_options(populate_existing=True)).all()
        assert all(frozen.setdefault(each.id, deepcopy(each.body)) == each.body for each in versions)
    _numbers_have_no_gaps(network)
    _the_list_is_what_the_latest_versions_say(network, meetings, alice)


def _numbers_have_no_gaps(network: Network) -> None:
    for kind in (Decision, Minutes):
        given = select(kind.number).where(kind.network_id == network.id, kind.number.is_not(None))
        numbers = sorted(db.session.scalars(given))
        assert numbers == list(range(1, len(numbers) + 1))


def _the_list_is_what_the_latest_versions_say(network: Network, meetings: list[Meeting], reader: Person) -> None:
    said = []
    for meeting in meetings:
        latest = queries.latest_version(meeting.id)
        if latest is None:
            continue
        said += [(each.label, each.text) for item in from_json(latest.body).items for each in item.decisions]
        if not queries.is_drafting(meeting.id):
            assert draw_up(queries.draft_of(meeting)) == from_json(latest.body)
    assert sorted((each.label, each.text) for each in decisions_in(network, reader)) == sorted(said)


def test_many_publish_at_once_and_no_number_is_given_twice(world: SimpleNamespace, alice: Browser) -> None:
    meetings = [call_meeting(world.children) for _ in range(4)]
    pairs = [(f"/meetings/{each.id}/minutes", each.items[2].id) for each in meetings]
    for url, _ in pairs:
        alice.post(f"{url}/begin")
    _decide_and_publish_all_at_once(alice, pairs)
    titles = {alice.get(url).title.split(" –")[0] for url, _ in pairs}
    assert titles == {f"Minnesanteckningar {number}/2026" for number in range(1, 5)}
    for url, _ in pairs:
        alice.post(f"{url}/correct")
    _decide_and_publish_all_at_once(alice, pairs)
    page = alice.get("/decisions")
    assert all(page.text.count(f"Beslut {number}/2026") == 1 for number in range(1, 17))


def _decide_and_publish_all_at_once(alice: Browser, pairs: list[tuple[str, UUID]]) -> None:
    for url, item in pairs:
        for text in ("en sak", "en sak till"):
            alice.post(f"{url}/write/{item}", revision="0", clause=text)
    seen = [(url, read_through(alice, url)) for url, _ in pairs]
    sends = [
        lambda url=url, read=read: alice.post(f"{url}/publish", read=read, correction="Fler.") for url, read in seen
    ]
    assert {page.status for page in at_once(*sends)} == {303}


def test_two_publish_the_same_minutes_at_once(alice: Browser, desk: str, url: str) -> None:
    read = read_through(alice, url)
    pages = at_once(*[lambda: alice.post(f"{url}/publish", read=read)] * 3)
    assert sorted(page.status for page in pages)[0] == 303
    assert all(page.status == 409 or page.location == url for page in pages)
    assert "Version 1" in alice.get(url)
    assert "Alla versioner" not in alice.get(url)
