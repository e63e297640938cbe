"""One page in one state, and who goes there."""

from dataclasses import dataclass

from tests.browser.steps import Step


@dataclass(frozen=True)
class Stop:
    """A page to look at. `path` may name a place in braces; the steps lead on to the state that `shows` tells."""

    name: str
    path: str
    who: tuple[str | None, ...]
    steps: tuple[Step, ...] = ()
    shows: str = ""
    status: int = 200
    reaches: str = ""
    """The address the steps lead to, when that is a page of its own."""


def stops(who: str, *rows: tuple[str, str]) -> list[Stop]:
    """Return the same people's pages: names and addresses."""
    return [Stop(name, path, tuple(who.split())) for name, path in rows]


def state(name: str, who: str, path: str, *steps: Step, shows: str = "", status: int = 200, reaches: str = "") -> Stop:
    """Return a page in a state that steps lead to. "nobody" is somebody who has not signed in."""
    people = tuple(None if each == "nobody" else each for each in who.split())
    return Stop(name, path, people, steps, shows, status, reaches)
