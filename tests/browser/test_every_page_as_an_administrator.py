"""Every page, as an administrator: axe finds nothing, nothing runs off the side, nothing is refused."""

import pytest

from tests.browser.conftest import Visitor
from tests.browser.every_page import EVERY_PAGE
from tests.browser.tour import go_round


@pytest.mark.browser
def test_nothing_is_wrong_on_any_page(visit: Visitor, axe: str, county: dict[str, str]) -> None:
    go_round(visit, axe, county, "admin", EVERY_PAGE)
