"""Reading an agenda off a page."""

import re

from tests.browser_double import Page

_ROW = re.compile(
    r'<li id="item-[^"]*"[^>]*>.*?<div class="item"><div>\s*<(?:h3|p)[^>]*>\s*(.*?)</(?:h3|p)>', re.DOTALL
)


def agenda_of(page: Page) -> list[str]:
    """Return the agenda's lines as the page shows them: items with their numbers, and pauses."""
    return [row.strip() for row in _ROW.findall(page.html)]
