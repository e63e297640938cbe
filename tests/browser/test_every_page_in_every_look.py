"""`make proof`: every page in every state, as everyone who sees it, at every width, light and dark."""

import random

import pytest

from tests.browser.conftest import Visitor
from tests.browser.every_page import EVERY_PAGE
from tests.browser.every_state import EVERY_STATE
from tests.browser.looking import EVERY_LOOK, SCHEMES, WIDTHS
from tests.browser.tour import Tour

SEED = 20261122
STOPS = [*EVERY_PAGE, *EVERY_STATE]


@pytest.mark.browser
@pytest.mark.proof
def test_nothing_is_wrong_in_any_look(
    visit: Visitor, axe: str, county: dict[str, str], capsys: pytest.CaptureFixture[str]
) -> None:
    chance, tours = random.Random(SEED), []
    for who in dict.fromkeys(who for stop in STOPS for who in stop.who):
        tours.append(Tour(visit(who), axe, county, thorough=True))
        for stop in (stop for stop in STOPS if who in stop.who):
            tours[-1].visit(stop, chance.sample(EVERY_LOOK, len(EVERY_LOOK)))
        tours[-1].visitor.page.close()
    looks, found = sum(tour.looks for tour in tours), [each for tour in tours for each in tour.found]
    with capsys.disabled():
        print(
            f"\n{len(STOPS)} pages and states, {len(tours)} people, {len(WIDTHS)} widths, {len(SCHEMES)} schemes: "
            f"{looks} looks, {len(found)} findings (order from seed {SEED})"
        )
    if found:
        pytest.fail("\n".join(found), pytrace=False)
