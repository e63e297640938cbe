"""The forms of the two open pages, filled as they stand there when nobody has gone through them."""

import re
from collections.abc import Callable

import pytest

from app.statements.kinds import Page
from app.statements.shipped import shipped
from tests.browser_double import Browser

ASSESSED = {"accessibility": {"assessed_on": "2026-11-02"}}
"""The tests' day lies before the one the texts were shipped."""
Answers = dict[str, str]
Begin = Callable[[Browser, str], Answers]


@pytest.fixture
def begin() -> Begin:
    """Open a page's form, and return what it would send: begin(dana, "accessibility")."""

    def opened(browser: Browser, name: str) -> Answers:
        page = browser.get(f"/{name}/edit")
        assert page.status == 200
        found = re.search(r'name="seen"[^>]* value="(\d+)"', page.html)
        assert found is not None
        return {**shipped(Page(name)), **ASSESSED.get(name, {}), "seen": found[1]}

    return opened
