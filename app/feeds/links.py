"""A new link as it is shown, this once: an address to copy, one that opens a calendar, a square to point a phone at."""

from dataclasses import dataclass

from markupsafe import Markup

from app.feeds.models import Feed


@dataclass(frozen=True, slots=True)
class Link:
    """The addresses of a feed, with their secret. Never kept, never logged."""

    feed: Feed
    https: str
    """To copy: Google and Outlook want it so."""
    webcal: str
    """Opens the calendar program of a phone or a Mac, which then subscribes."""

    @property
    def square(self) -> Markup:
        """The QR code of webcal, since a phone that opens the other one imports the calendar once and for all."""
        import segno

        code = segno.make(self.webcal, micro=False, error="m")
        drawn = code.svg_inline(omitsize=True, svgclass=None, lineclass=None, border=2)
        return Markup(drawn.replace('stroke="#000"', 'stroke="currentColor"'))  # noqa: S704 - digits and our own words


def link_to(feed: Feed, token: str, *, base_url: str) -> Link:
    """Return the addresses of a feed whose secret has just been made."""
    path = f"/feeds/{token}/{feed.slug}.ics"
    return Link(feed, f"{base_url}{path}", f"webcal://{base_url.split('://', 1)[1]}{path}")
