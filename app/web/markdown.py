"""Notes in Markdown become clean HTML: headings, lists, emphasis, links; no scripts, no pictures, no raw HTML."""

import re
from functools import lru_cache

import nh3
from markdown_it import MarkdownIt
from markupsafe import Markup

_TAGS = {
    "p", "br", "ul", "ol", "li", "strong", "em", "a", "blockquote", "code", "h2", "h3", "h4", "h5",
    "table", "thead", "tbody", "tr", "th", "td",
}  # fmt: skip
_HEADING = re.compile(r"<(/?)h[1-6]>")
_reader = MarkdownIt("commonmark", {"html": False, "linkify": False, "breaks": True}).enable("table")


@lru_cache(maxsize=512)
def markdown(text: str, under: int = 2) -> Markup:
    """Return Markdown as HTML that is safe to show.

    Its headings all get one level, the next under the page's own that they stand below (2 for an h2): whoever reads by
    headings then misses no step, whatever level the writer began with.
    """
    html = _HEADING.sub(rf"<\1h{under + 1}>", _reader.render(text))
    cleaned = nh3.clean(
        html,
        tags=_TAGS,
        attributes={"a": {"href"}},
        url_schemes={"http", "https", "mailto"},
        link_rel="noopener noreferrer",
    )
    return Markup(cleaned)  # noqa: S704 - cleaned on the line above
