"""docs/access.md says who comes through which door; every door is tried as everyone.

UPDATE_ACCESS=1 writes the table anew; read the difference before it is committed.
"""

import os
import re
from pathlib import Path
from types import SimpleNamespace
from typing import Any
from urllib.parse import quote

import pytest
from flask import Flask
from werkzeug.routing import Rule
from werkzeug.test import Cookie

from app import db
from tests.browser_double import Browser, Page
from tests.closed_world import fill

DOCUMENT = Path(__file__).parents[1] / "docs" / "access.md"
SECRETS = ("Hemlig", "hemligt", "Stängda gruppen", "stangda-gruppen", "bob@knutpunkt.example", "0491-000 02")
BEGIN, END = "<!-- begin -->\n", "<!-- end -->\n"
HEAD = "| door | nobody | stranger | member | coordinator | administrator |\n| --- | --- | --- | --- | --- | --- |\n"


def test_every_door_opens_for_whom_the_table_says(
    world: SimpleNamespace, alice: Browser, bob: Browser, charlie: Browser, dana: Browser, nobody: Browser,
    monkeypatch: pytest.MonkeyPatch,
) -> None:  # fmt: skip
    known = fill(world, alice=alice, bob=bob, dana=dana)
    monkeypatch.setattr(db.session, "commit", db.session.rollback)  # every try meets the same world
    people = [(each, each.client.get_cookie("knutpunkt")) for each in (nobody, charlie, bob, alice, dana)]
    rows = [
        f"| `{method} {rule.rule}` | "
        + " | ".join(_outcome(_try(each, cookie, method, rule, known)) for each, cookie in people)
        + " |\n"
        for rule in _rules(world.app)
        for method in sorted(rule.methods & {"GET", "POST"})
    ]
    table = HEAD + "".join(rows)
    text = DOCUMENT.read_text(encoding="utf-8")
    if os.environ.get("UPDATE_ACCESS") == "1":
        before, after = text.split(BEGIN)[0], text.split(END)[1]
        DOCUMENT.write_text(before + BEGIN + table + END + after, encoding="utf-8")
        text = DOCUMENT.read_text(encoding="utf-8")
    assert table.splitlines() == text.split(BEGIN)[1].split(END)[0].splitlines()


def test_a_stranger_reads_nothing_of_a_closed_network_anywhere(
    world: SimpleNamespace, alice: Browser, bob: Browser, charlie: Browser, dana: Browser
) -> None:
    known = fill(world, alice=alice, bob=bob, dana=dana)
    cookie = charlie.client.get_cookie("knutpunkt")
    told = []
    for rule in _rules(world.app):
        if "GET" not in (rule.methods or ()) or rule.endpoint in {"feeds.feed", "invitations.show"}:
            continue  # whoever holds the secret of a link is no stranger
        page = _try(charlie, cookie, "GET", rule, known)
        words = (page.html + page.location).replace(page.response.request.path, "")  # what was typed may be said again
        told += [f"{rule.rule}: {word}" for word in SECRETS if word in words]
    assert told == []


def _rules(app: Flask) -> list[Rule]:
    return sorted((rule for rule in app.url_map.iter_rules()), key=lambda rule: rule.rule)


def _try(browser: Browser, cookie: Cookie | None, method: str, rule: Rule, known: dict[str, dict[str, Any]]) -> Page:
    assert cookie is not None
    browser.client.set_cookie("knutpunkt", cookie.value)  # signing out, tried before, has taken it away
    feature = rule.endpoint.split(".")[0]
    values = {**known[""], **known.get(feature, {}), **known.get(rule.endpoint, {})}
    address = re.sub(r"<(?:\w+:)?(\w+)>", lambda part: quote(str(values[part.group(1)])), rule.rule)
    return browser.get(address) if method == "GET" else browser.post(address)


def _outcome(page: Page) -> str:
    if page.status == 401 or (page.status == 303 and page.location.startswith("/login")):
        return "signs in"
    assert page.status < 500, page.html[:500]
    assert "Sidan har legat öppen" not in page  # then the form's secret was wrong, and nothing has been tried
    return {403: "no", 404: "hidden", 410: "gone"}.get(page.status, "yes")
