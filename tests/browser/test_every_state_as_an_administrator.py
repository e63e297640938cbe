"""Every state of the administrator's pages: empty, mistaken, overtaken, full of long words."""

import pytest

from tests.browser.conftest import Visitor
from tests.browser.every_state import EVERY_STATE
from tests.browser.tour import go_round


@pytest.mark.browser
def test_nothing_is_wrong_on_any_page(visit: Visitor, axe: str, county: dict[str, str]) -> None:
    go_round(visit, axe, county, "admin", EVERY_STATE)
