"""A keyboard and nothing else: no click, nothing filled in, no focus given. Each stop is seen (WCAG 2.4.7, 2.4.11)."""

import re
from datetime import date

from playwright.sync_api import ElementHandle, Locator, Page, expect

from tests.browser.serving import PASSWORD

HIDDEN = """target => {
  const at = document.activeElement;
  if (!at || at === document.body || at === document.documentElement) return "the focus is nowhere";
  const where = at.outerHTML.replace(/\\s+/g, " ").slice(0, 160), ring = getComputedStyle(at);
  if (ring.outlineStyle === "none" || parseFloat(ring.outlineWidth) < 2) return `no focus is seen on ${where}`;
  const whole = at.getBoundingClientRect(), line = whole.height > innerHeight - 160 ? whole : at.getClientRects()[0];
  const large = whole.height > innerHeight - 160, slack = large ? Infinity : 1;
  if (whole.top < -slack || whole.bottom > innerHeight + slack || whole.left < -1 || whole.right > innerWidth + 1)
    return `outside of the window, ${Math.round(whole.top)} to ${Math.round(whole.bottom)} of ${innerHeight}: ${where}`;
  const middle = (from, to, most) => (Math.max(from, 0) + Math.min(to, most)) / 2;
  const x = middle(line.left, line.right, innerWidth), y = middle(line.top, line.bottom, innerHeight);
  const top = document.elementFromPoint(x, y);
  if (!top || !(at.contains(top) || top.contains(at) && large))
    return `covered by ${top?.outerHTML.slice(0, 120)}: ${where}`;
  return at === target ? "there" : "";
}"""
"""What is wrong with where the focus is: nowhere, not marked, out of the window, under something. Or "there"."""

RESTED = "() => new Promise(done => requestAnimationFrame(() => requestAnimationFrame(done)))"


class Keys:
    """Somebody's hands on a keyboard before a page."""

    def __init__(self, page: Page) -> None:
        self.page = page

    def press(self, *keys: str) -> "Keys":
        """Press keys, one after the other."""
        for key in keys:
            self.page.keyboard.press(key)
        return self

    def write(self, text: str) -> "Keys":
        """Write where the focus is, in place of what stood there."""
        self.press("Control+a")
        self.page.keyboard.type(text)
        return self

    def to(self, target: Locator, *, back: bool = False, most: int = 120) -> "Keys":
        """Tab until the target has the focus; every stop on the way has to be seen."""
        expect(target).to_be_visible()
        element = target.element_handle()
        for _ in range(most):
            self.press("Shift+Tab" if back else "Tab")
            if self.seen(element, but="the focus is nowhere") == "there":
                return self
        raise AssertionError(f"{most} presses did not lead to {target}")

    def on(self, target: Locator) -> "Keys":
        """Expect the focus to stand there, and to be seen."""
        expect(target).to_be_focused()
        self.seen()
        return self

    def seen(self, target: ElementHandle | None = None, *, but: str = "") -> str:
        """Return whether the focus is "there", on the target. What keeps it from being seen, but for that, fails."""
        fine, found = ("", "there", but), self.page.evaluate(HIDDEN, target)
        if found not in fine:  # what moves may not have come to rest
            self.page.evaluate(RESTED)
            found = self.page.evaluate(HIDDEN, target)
        assert found in fine, found
        return str(found)

    def told(self, text: str) -> "Keys":
        """Expect that something was said where those who listen hear it."""
        expect(self.page.locator("#status, #notice").filter(has_text=re.compile(text))).to_have_count(1)
        return self

    def met_with(self, text: str) -> "Keys":
        """Expect a new page to begin with a message, and the focus to stand on it."""
        return self.told(text).on(self.page.locator("#status > .message").first)

    def lands(self, heading: str) -> "Keys":
        """Expect a new page with that heading, where the first Tab offers the way past the menu."""
        expect(self.page.get_by_role("heading", level=1)).to_have_text(re.compile(heading))
        self.page.wait_for_load_state()
        skip = self.page.locator(".skip")
        self.press("Tab").on(skip).press("Enter")
        return self.on(self.page.locator("#main"))

    def write_day(self, field: Locator, day: date) -> "Keys":
        """Write a date as the browser asks for it, whatever the order of its parts."""
        return self._write_parts(
            field, day.isoformat(), [day.strftime(order) for order in ("%m%d%Y", "%Y%m%d", "%d%m%Y")]
        )

    def write_clock(self, field: Locator, clock: str, morning: str) -> "Keys":
        """Write a time. morning: the same as twelve-hour clocks have it, 1201a."""
        return self._write_parts(field, clock, [morning, clock.replace(":", "")])

    def sign_in(self, address: str, who: str) -> "Keys":
        """Come in by the door."""
        self.page.goto(f"{address}/login")
        self.to(self.page.locator("#email")).write(f"{who}@knutpunkt.example").press("Tab")
        self.on(self.page.locator("#password")).write(PASSWORD).press("Enter")
        self.page.wait_for_url(f"{address}/")
        return self

    def _write_parts(self, field: Locator, value: str, ways: list[str]) -> "Keys":
        self.to(field)
        for way in ways:
            self.press(*way)
            if field.input_value() == value:
                return self
            self.press("ArrowLeft", "ArrowLeft", "ArrowLeft")
        raise AssertionError(f"{value} could not be written, it became {field.input_value()}")
