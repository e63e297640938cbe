"""Somebody's way through their pages, with what was found wrong on the way."""

import re
from collections.abc import Iterable

import pytest
from playwright.sync_api import Error, Request, Response, expect

from tests.browser.conftest import Visit, Visitor
from tests.browser.every_page import EVERY_PAGE
from tests.browser.every_state import EVERY_STATE
from tests.browser.looking import LISTEN, Look, faults, pairwise, turn
from tests.browser.stops import Stop


def go_round(visit: Visitor, axe: str, places: dict[str, str], who: str | None, stops: Iterable[Stop]) -> None:
    """Let somebody look at their share of the pages; fail when anything is wrong on any of them."""
    tour, wanted = Tour(visit(who), axe, places), set(stops)
    for (stop, visitor), looks in pairwise([*EVERY_PAGE, *EVERY_STATE]).items():
        if visitor == who and stop in wanted:
            tour.visit(stop, looks)
    tour.end()


class Tour:
    """One person at the screen, looking at page after page."""

    def __init__(self, visitor: Visit, axe: str, places: dict[str, str], *, thorough: bool = False) -> None:
        """thorough: everything is asked in each look, not only what a look can change."""
        self.visitor, self.places, self.thorough = visitor, places, thorough
        self.found: list[str] = []
        self.looks = 0
        self.titles: dict[str, str] = {}
        self.here = ""
        visitor.context.add_init_script(LISTEN + axe)
        visitor.page.on("requestfailed", self._failed)
        visitor.page.on("response", self._answered)

    def visit(self, stop: Stop, looks: Iterable[Look]) -> None:
        """Go to a page, take the steps, and look at it in every way asked for."""
        first, *others = looks
        page, self.here = self.visitor.page, stop.name
        turn(page, first)
        try:
            self._reach(stop)
            for look in (first, *others):
                turn(page, look)
                found = faults(page, again=look != first and not self.thorough)
                self.found += [f"{stop.name}, {look[0]} {look[1]}: {each}" for each in found]
                self.looks += 1
        except (AssertionError, Error) as wrong:
            self.found.append(f"{stop.name} ({page.url}): {str(wrong)[:400]}")

    def end(self) -> None:
        """Fail when anything was found, and say all of it."""
        if self.found:
            pytest.fail("\n".join(self.found), pytrace=False)

    def _reach(self, stop: Stop) -> None:
        page, path = self.visitor.page, stop.path.format(**self.places)
        answer = page.goto(self.visitor.address + path)
        assert answer is not None
        assert answer.status == stop.status, f"answers {answer.status}, not {stop.status}"
        for step in stop.steps:
            step(page)
        if stop.shows:
            expect(page.locator("main")).to_contain_text(re.compile(stop.shows))
        if stop.status == 200 and not stop.steps and "?" not in path:
            same = self.titles.setdefault(page.title(), stop.name)
            assert same == stop.name, f"has the same title as {same}: {page.title()}"

    def _failed(self, request: Request) -> None:
        if request.failure != "net::ERR_ABORTED":
            self.found.append(f"{self.here}: {request.url} failed: {request.failure}")

    def _answered(self, response: Response) -> None:
        if response.status >= 400 and response.request.resource_type not in ("document", "fetch"):
            self.found.append(f"{self.here}: {response.url} answered {response.status}")
