"""Two administrators on the same page: the second is told, sees both texts, and saving again is a choice."""

import re
from collections.abc import Callable
from types import SimpleNamespace

from app import db
from app.statements.models import Statement
from tests.browser_double import Browser
from tests.occasions.test_two_at_once import at_once

Begin = Callable[[Browser, str], dict[str, str]]
EDIT = "/accessibility/edit"


def test_the_second_sees_both_and_may_save_again(world: SimpleNamespace, dana: Browser, begin: Begin) -> None:
    other, nobody = Browser(world.app, another_administrator(world)), Browser(world.app)
    danas, others = begin(dana, "accessibility"), begin(other, "accessibility")
    saved = other.post(EDIT, **{**others, "testing_sv": "Den andras ord", "conformance": "not"})
    assert saved.status == 303
    page = dana.post(EDIT, **{**danas, "testing_sv": "Danas ord"})
    assert page.status == 422
    assert "Någon annan sparade medan du skrev" in page
    assert "Eva Ek sparade det här" in page
    saved_now = page.html.split('aria-labelledby="meanwhile"')[1].split("</section>")[0]
    assert "Så prövade ni, på svenska" in saved_now
    assert "Den andras ord" in saved_now
    assert "Inte förenlig med lagen" in saved_now
    assert "Användning utan synförmåga" not in saved_now  # that is the same in both
    assert "Danas ord" in page.html.split('name="testing_sv"')[1]
    assert "Den andras ord" in nobody.get("/accessibility")

    seen = re.search(r'name="seen"[^>]* value="(\d+)"', page.html)
    assert seen is not None
    assert dana.post(EDIT, **{**danas, "testing_sv": "Danas ord", "seen": seen[1]}).status == 303
    assert "Danas ord" in nobody.get("/accessibility")


def test_at_the_very_same_moment_one_is_told(world: SimpleNamespace, dana: Browser, begin: Begin) -> None:
    """Nobody has saved the page before: there is no row yet that the second could be held up at."""
    answers, others = begin(dana, "privacy"), [Browser(world.app, world.dana) for _ in range(3)]
    statuses = at_once(
        *(lambda n=n, each=each: each.post("/privacy/edit", **{**answers, "officer": f"Ombud {n}"}).status
          for n, each in enumerate([dana, *others]))
    )  # fmt: skip
    assert sorted(statuses) == [303, 422, 422, 422]
    db.session.rollback()
    kept = db.session.query(Statement).one()
    assert kept.revision == 1
    assert kept.answers["officer"] == f"Ombud {statuses.index(303)}"


def test_what_was_never_there_is_no_beginning(dana: Browser, begin: Begin) -> None:
    for seen in ("7", "", "-1", "½", "9" * 30):
        page = dana.post("/privacy/edit", **{**begin(dana, "privacy"), "seen": seen, "text_en": "Typed by Dana"})
        assert page.status == 422
        assert "Typed by Dana" in page.html


def another_administrator(world: SimpleNamespace):  # type: ignore[no-untyped-def]
    world.charlie.is_administrator, world.charlie.given_name = True, "Eva"
    db.session.add(world.charlie)
    db.session.commit()
    return world.charlie
