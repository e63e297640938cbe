"""Whoever looks for faults must see them: on a page that is spoilt on purpose each kind is found."""

import pytest

from tests.browser.conftest import Visitor
from tests.browser.looking import LISTEN, faults, turn
from tests.browser.test_pages_bear_every_setting import CUT

pytestmark = pytest.mark.browser
SPOIL = """() => {
  const main = document.querySelector("main");
  const add = html => main.append(document.createRange().createContextualFragment(html));
  add('<h1 id="twice">A second heading</h1><p id="twice">The same id</p>');
  add('<p id="pale">Pale words</p><button id="tiny"></button><button>x</button>');
  add('<div id="narrow"><span>Words that are cut off</span></div>');
  document.getElementById("pale").style.color = "#bbb";
  document.getElementById("tiny").style.cssText = "width: 8px; height: 8px; padding: 0; min-width: 0; min-height: 0";
  document.getElementById("narrow").style.cssText = "inline-size: 40px; overflow: hidden; white-space: nowrap";
  main.append(Object.assign(document.createElement("style"), {textContent: "main { min-inline-size: 2000px }"}));
  main.append(Object.assign(document.createElement("div"), {id: "wide"}));
  document.getElementById("wide").style.cssText = "inline-size: 2000px; block-size: 1px";
  document.title = "Knutpunkt";
}"""


def test_every_kind_of_fault_is_found(visit: Visitor, axe: str) -> None:
    at = visit()
    at.context.add_init_script(LISTEN + axe)
    page = at.context.new_page()  # on which nobody minds the errors in the console: they are meant here
    turn(page, (320, "light"))
    page.goto(f"{at.address}/help")
    assert faults(page) == []
    assert page.evaluate(CUT) == []
    page.evaluate(SPOIL)
    found = " ".join(faults(page))
    for fault in ("color-contrast", "button-name", "runs off the side", "has 2 h1", "the same id twice: twice",
                  "has the title Knutpunkt", "style-src-elem refused inline"):  # fmt: skip
        assert fault in found, found
    again = " ".join(faults(page, again=True))
    assert "color-contrast" in again
    assert "target-size" in again
    assert "button-name" not in again  # that was told of in the look before
    assert "cuts its words" in " ".join(page.evaluate(CUT))
