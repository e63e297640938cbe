import re
from pathlib import Path

import pytest
from flask import Flask
from jinja2 import nodes
from sqlalchemy import update

from app import db
from app.networks.models import Network
from app.styleguide import tokens
from tests.browser_double import Browser, Page
from tests.conftest import NOW

ROOT = Path(__file__).parents[2]
GUIDE = ROOT / "templates" / "styleguide"
FILES = ("page", "forms", "regions", "network", "people", "tables")


@pytest.fixture
def guide(dana: Browser) -> Page:
    return dana.get("/styleguide")


def test_an_administrator_sees_it_and_finds_it_from_the_desk(dana: Browser, guide: Page) -> None:
    assert guide.status == 200
    assert guide.title == "Stilguide – Knutpunkt"
    assert "/styleguide" in dana.get("/admin").links


@pytest.mark.parametrize("who", ["alice", "bob", "charlie"])
def test_others_are_told_who_may(who: str, request: pytest.FixtureRequest) -> None:
    page = request.getfixturevalue(who).get("/styleguide")
    assert page.status == 403
    assert "Bara den som administrerar Knutpunkt kan öppna det här." in page


def test_nobody_is_asked_to_sign_in(nobody: Browser) -> None:
    assert nobody.get("/styleguide").location.startswith("/login")


def test_it_is_there_when_there_is_no_network_to_show_it_with(dana: Browser) -> None:
    db.session.execute(update(Network).values(archived_at=NOW))
    db.session.commit()
    page = dana.get("/styleguide")
    assert page.status == 200
    assert "/networks/" not in page.html


@pytest.mark.parametrize("file", FILES)
def test_every_part_is_shown(app: Flask, file: str) -> None:
    """A new macro has to be shown, or it is known to nobody."""
    source = (ROOT / "templates" / "macros" / f"{file}.html").read_text(encoding="utf-8")
    made = {name for name in re.findall(r"{%-? macro (\w+)\(", source) if not name.startswith("_")}
    assert made
    assert made - _called(app, f"macros/{file}.html") == set()


def test_every_template_of_the_guide_is_on_its_page(guide: Page) -> None:
    parts = {path.stem.removeprefix("_") for path in GUIDE.glob("_*.html")}
    assert parts == set(re.findall(r'<h2 id="(\w+)">', guide.html)) & parts | {"said"}
    assert 'id="said"' in guide.html


def test_every_token_is_shown_with_the_value_it_has(guide: Page) -> None:
    words = guide.text
    for token in tokens.ours():
        assert f"--{token.name}" in words
    for colour in tokens.colours(list(tokens.ours())).values():
        assert f'fill="{colour.light}"' in guide.html, colour
        assert f'fill="{colour.dark}"' in guide.html, colour


def test_every_size_of_text_has_its_own_sample(guide: Page) -> None:
    sheet = (ROOT / "static" / "css" / "styleguide.css").read_text(encoding="utf-8")
    shown = set(re.findall(r'class="sample type-([\w-]+)"', guide.html))
    assert shown == {each.name for each in tokens.starting("sans", "serif", "text", "title", "numeral")}
    assert {name for name in shown if f".type-{name} " in sheet and f"var(--{name})" in sheet} == shown


def test_every_picture_of_the_sprite_is_shown(guide: Page) -> None:
    sprite = (ROOT / "static" / "signs.svg").read_text(encoding="utf-8")
    drawn = set(re.findall(r'<symbol id="([\w-]+)"', sprite)) - {"q-2", "q-3", "q-4"}  # the same weaves in a square
    assert drawn - set(re.findall(r'#([\w-]+)"/></svg>', guide.html)) == set()


def test_contrasts_are_written_as_people_write_numbers(dana: Browser, guide: Page) -> None:
    assert "ink 13,03" in guide
    assert "ink 13.03" in dana.get("/styleguide", headers={"Accept-Language": "en"})


def test_its_forms_change_nothing_and_say_so(dana: Browser, bob: Browser) -> None:
    assert "Stilguiden ändrar ingenting." in dana.send("/styleguide", reply="no")
    assert bob.post("/styleguide").status == 403


def test_a_message_can_be_tried(dana: Browser) -> None:
    answer = dana.post("/styleguide", fragment=True, undo="y")
    assert answer.html.lstrip().startswith('<form id="said"')
    assert 'id="status"' in answer.html
    assert "Ångra" in answer


def _called(app: Flask, macros: str) -> set[str]:
    """Return which macros of a file the guide calls, or the frame around every page."""
    found = set()
    for path in [*GUIDE.glob("*.html"), ROOT / "templates" / "base.html"]:
        tree = app.jinja_env.parse(path.read_text(encoding="utf-8"))
        names = dict[str, str]()
        for each in tree.find_all(nodes.FromImport):
            if isinstance(each.template, nodes.Const) and each.template.value == macros:
                names |= {
                    own if isinstance(own, str) else own[1]: own if isinstance(own, str) else own[0]
                    for own in each.names
                }
        calls = (call.node.name for call in tree.find_all(nodes.Call) if isinstance(call.node, nodes.Name))
        found |= {names[name] for name in calls if name in names}
    return found
