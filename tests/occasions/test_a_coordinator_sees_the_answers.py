"""Those who plan see answers and silence by municipality; other members see the sums; strangers see neither."""

from collections.abc import Callable
from datetime import date
from types import SimpleNamespace

from hypothesis import given
from hypothesis import strategies as st

from app.networks.kinds import Role
from app.occasions.answers import Answers, MunicipalityAnswers, by_municipality
from app.occasions.kinds import Reply
from app.people.models import Person
from tests.browser_double import Browser
from tests.occasions.conftest import occasion_at

Make, Join = Callable[..., str], Callable[..., Person]
SOMEBODY = Person(given_name="Någon", family_name="")


def listed(page) -> str:
    """The coordinators' list as it is read."""
    text = page.text
    return text[text.index(" Svar ") : text.index("Plats och tid")]


def test_silence_is_named_and_municipalities_stand_in_swedish_order(
    world: SimpleNamespace, alice: Browser, bob: Browser, make: Make, join: Join
) -> None:
    join("Siv", place=world.torsas)
    join("Åke", place=None)
    path = make()
    bob.post(f"{path}/answer", reply="on-site")
    seen = listed(alice.get(path))
    assert "1 på plats. 3 personer har inte svarat." in seen
    names = ["Högsby", "Bob Åberg", "Kalmar", "Alice Almgren", "Torsås", "Siv Berg", "Utan kommun", "Åke Berg"]
    assert sorted(names, key=seen.index) == names


def test_several_from_one_municipality_are_told_apart(
    world: SimpleNamespace, alice: Browser, bob: Browser, make: Make, join: Join
) -> None:
    join("Siv", place=world.hogsby)
    path = make()
    bob.post(f"{path}/answer", reply="no")
    seen = listed(alice.get(path))
    assert "Bob Åberg , kan inte" in seen or "Bob Åberg, kan inte" in seen
    assert "Siv Berg , ej svarat" in seen or "Siv Berg, ej svarat" in seen


def test_members_see_the_sums_and_not_the_names(bob: Browser, alice: Browser, make: Make) -> None:
    path = make()
    alice.post(f"{path}/answer", reply="unsure")
    page = bob.get(path)
    assert "1 vet inte än. 1 person har inte svarat." in page
    assert "Alice Almgren" not in page
    assert 'id="answers"' not in page.html


def test_strangers_see_neither(alice: Browser, charlie: Browser, make: Make) -> None:
    path = make()
    alice.post(f"{path}/answer", reply="unsure")
    page = charlie.get(path)
    assert page.status == 200
    assert "vet inte än" not in page.text.lower()
    assert "har inte svarat" not in page


def test_the_list_follows_along_when_a_coordinator_answers(alice: Browser, make: Make) -> None:
    path = make()
    here = {"HX-Request": "true", "HX-Current-URL": f"http://localhost{path}"}
    data = {"csrf_token": alice.csrf, "reply": "on-site"}
    both = alice.client.post(f"{path}/answer", data=data, headers=here).get_data(as_text=True)
    assert 'id="answers"' in both
    assert 'hx-swap-oob="outerHTML"' in both
    elsewhere = here | {"HX-Current-URL": "http://localhost/"}
    assert 'id="answers"' not in alice.client.post(f"{path}/answer", data=data, headers=elsewhere).get_data(
        as_text=True
    )


def test_those_who_are_asked_are_todays_members_each_once(world: SimpleNamespace, make: Make, join: Join) -> None:
    join("Gun", role=Role.GUEST)
    join("Lars", until=date(2026, 11, 4))
    join("Nils", since=date(2026, 11, 6))
    path = make(hosts=[world.children, world.secret])
    answers = by_municipality(occasion_at(path))
    assert [person.name for place in answers.municipalities for person, _ in place.people] == [
        "Bob Åberg",
        "Alice Almgren",
    ]


def test_of_the_held_those_of_its_day_were_asked(world: SimpleNamespace, make: Make, join: Join) -> None:
    from tests.conftest import NOW

    join("Lars", until=date(2026, 6, 30))
    answers = by_municipality(occasion_at(make(begins=NOW.replace(month=6))))
    assert answers.members == 3


@given(st.lists(st.lists(st.sampled_from([None, *Reply]), min_size=1, max_size=4), max_size=6))
def test_the_sums_add_up(given_replies: list[list[Reply | None]]) -> None:
    places = [MunicipalityAnswers("X", tuple((SOMEBODY, reply) for reply in each)) for each in given_replies]
    answers = Answers(tuple(places))
    assert sum(answers.totals.values()) + answers.silent == answers.members == sum(map(len, given_replies))
    assert answers.heard_from == sum(any(reply for reply in each) for each in given_replies)


@given(st.lists(st.sampled_from([None, *Reply]), min_size=1, max_size=4))
def test_a_municipality_comes_if_anybody_does_and_says_no_only_when_all_have(replies: list[Reply | None]) -> None:
    whole = MunicipalityAnswers("X", tuple((SOMEBODY, reply) for reply in replies)).reply
    if Reply.ON_SITE in replies:
        assert whole is Reply.ON_SITE
    elif Reply.ONLINE in replies:
        assert whole is Reply.ONLINE
    assert (whole is Reply.NO) == (set(replies) == {Reply.NO})
    assert (whole is None) == (None in replies and set(replies) <= {None, Reply.NO})
