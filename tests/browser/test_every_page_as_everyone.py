"""Every page in every state, as those who read: axe finds nothing, nothing runs off the side, nothing is refused."""

from urllib.parse import urlsplit
from uuid import uuid4

import pytest
from flask import Flask

from tests.browser.conftest import Visitor
from tests.browser.every_page import EVERY_PAGE, NO_PAGES
from tests.browser.every_state import EVERY_STATE
from tests.browser.looking import EVERY_LOOK, SCHEMES, WIDTHS, pairwise
from tests.browser.places import LINKS, PARTS
from tests.browser.tour import go_round

STOPS = [*EVERY_PAGE, *EVERY_STATE]
OTHERS = ("samordnare", "admin")  # they have files of their own: two processors share the work
READERS = list(dict.fromkeys(who for stop in STOPS for who in stop.who if who not in OTHERS))


@pytest.mark.browser
@pytest.mark.parametrize("who", READERS, ids=str)
def test_nothing_is_wrong_on_any_page(visit: Visitor, axe: str, county: dict[str, str], who: str | None) -> None:
    go_round(visit, axe, county, who, STOPS)


def test_no_page_is_left_out(app: Flask) -> None:
    known = {name: f"/networks/{name}" for name in ("empty", "wordy")}
    ids = {name: f"/meetings/{uuid4()}" for name in (*LINKS, *PARTS)}
    special = {
        "occasion": f"/occasions/{uuid4()}", "person": f"/people/{uuid4()}",
        "item": f"{ids['meeting']}/agenda/{uuid4()}/edit", "membership": f"/networks/any/members/{uuid4()}",
        "focus": f"/admin/focus-areas/{uuid4()}/edit", "library": f"/municipalities/any/libraries/{uuid4()}/edit",
        "id": str(uuid4()), "document": f"/networks/any/documents/{uuid4()}", "letter": f"/admin/mail/{uuid4()}",
        "notice": f"/networks/any/notices/{uuid4()}/edit", "request": f"/networks/any/requests/{uuid4()}",
        "seated": f"/networks/any/seats/any/{uuid4()}/end",
    }  # fmt: skip
    places = ids | known | special
    door = app.url_map.bind("knutpunkt.example")
    paths = [urlsplit((stop.reaches or stop.path).format(**places)).path for stop in STOPS if stop.status != 404]
    seen = {door.match(path, method="GET")[0] for path in paths}
    pages = {rule.endpoint for rule in app.url_map.iter_rules() if "GET" in (rule.methods or ())}
    assert sorted(pages - seen - set(NO_PAGES)) == []
    assert sorted(set(NO_PAGES) - pages) == []


def test_everyone_and_every_page_is_seen_at_every_width_and_in_both_schemes() -> None:
    plan = pairwise(STOPS)
    for subject in {stop for stop, _ in plan} | {who for _, who in plan}:
        looks = [look for pair, looks in plan.items() if subject in pair for look in looks]
        assert {width for width, _ in looks} == set(WIDTHS), subject
        assert {scheme for _, scheme in looks} == set(SCHEMES), subject
    assert {look for looks in plan.values() for look in looks} == set(EVERY_LOOK)
