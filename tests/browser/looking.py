"""How a page is looked at: widths and colour schemes, and what may not be found."""

import itertools
from collections.abc import Sequence

from playwright.sync_api import Page

from tests.browser.stops import Stop

Look = tuple[int, str]
WIDTHS, SCHEMES = (320, 768, 1280), ("light", "dark")
EVERY_LOOK: list[Look] = list(itertools.product(WIDTHS, SCHEMES))
ROUND: list[Look] = [(320, "light"), (768, "dark"), (1280, "light"), (320, "dark"), (768, "light"), (1280, "dark")]
"""Any three that follow on each other in the round have all widths and both schemes."""

LISTEN = """
addEventListener("securitypolicyviolation", event =>
  (window.refusedByPolicy ??= []).push(`${event.violatedDirective} refused ${event.blockedURI || event.sample}`));
"""

WITH_THE_LOOK = ["color-contrast", "target-size", "scrollable-region-focusable", "link-in-text-block"]
"""What axe may find in one look and not in another: the others ask what the page is, however it is shown."""

FAULTS = """async only => {
  if (document.readyState !== "complete") await new Promise(done => addEventListener("load", done, {once: true}));
  await new Promise(done => requestAnimationFrame(() => requestAnimationFrame(done)));  // what moves has come to rest
  const root = document.documentElement, wide = root.clientWidth;
  const late = new Promise((_, fail) => setTimeout(fail, 60_000, new Error("axe has not come to an end in a minute")));
  const asked = only ? {runOnly: only} : {rules: {"target-size": {enabled: true}}};
  const all = await Promise.race([late, axe.run(document, {resultTypes: ["violations"], preload: false, ...asked})]);
  const found = all.violations.flatMap(each => each.nodes.slice(0, 3).map(node => `${each.id}: ${node.html}`));
  if (root.scrollWidth > wide) {
    const out = [...document.body.querySelectorAll("*")].filter(each => each.getBoundingClientRect().right > wide + 1);
    found.push(`runs off the side, ${root.scrollWidth} of ${wide} px: ${out.at(-1)?.outerHTML}`);
  }
  const headings = document.querySelectorAll("h1:not(dialog *, section article *)").length;
  if (headings !== 1) found.push(`has ${headings} h1`);
  const ids = [...document.querySelectorAll("[id]")].map(each => each.id);
  const twice = ids.filter((id, index) => ids.indexOf(id) !== index);
  if (twice.length) found.push(`has the same id twice: ${twice}`);
  if (!/.. – Knutpunkt$/.test(document.title)) found.push(`has the title ${document.title}`);
  return found.concat(window.refusedByPolicy ?? []);
}"""


def turn(page: Page, look: Look) -> None:
    """Let the page be as wide as that, in that scheme, with nothing moving."""
    width, scheme = look
    page.set_viewport_size({"width": width, "height": 800})
    page.emulate_media(color_scheme=scheme, reduced_motion="reduce")  # type: ignore[arg-type]


def faults(page: Page, *, again: bool = False) -> list[str]:
    """Return what is wrong with the page as it stands. again: it has been asked everything in another look."""
    return [" ".join(each.split())[:300] for each in page.evaluate(FAULTS, WITH_THE_LOOK if again else None)]


def pairwise(stops: Sequence[Stop]) -> dict[tuple[Stop, str | None], list[Look]]:
    """Choose how each person looks at each page: every page at every width and in both schemes, and so does everyone.

    Pages that several may see are shared out among them, one look each; whoever sees one alone looks three times.
    """
    chosen: dict[tuple[Stop, str | None], list[Look]] = {}
    for start, stop in enumerate(stops):
        looks = [ROUND[(start + step) % len(ROUND)] for step in range(max(3, len(stop.who)))]
        for number, who in enumerate(stop.who):
            last = number == len(stop.who) - 1
            chosen[stop, who] = looks[number:] if last else looks[number : number + 1]
    return chosen
