"""A room to put things in, and who comes for them."""

from io import BytesIO

from tests.browser_double import Browser, Page
from tests.files.samples import PDF

ROOM = "/networks/barn-och-unganatverket"
DOCUMENTS = f"{ROOM}/documents"
CLOSED = "/networks/stangda-gruppen/documents"


def upload(
    browser: Browser, data: bytes = PDF, name: str = "Årsplan 2027.pdf", *, to: str = DOCUMENTS, **more: str
) -> Page:
    return browser.post(f"{to}/new", file=(BytesIO(data), name), **more)


def place_of(page: Page, *, to: str = DOCUMENTS) -> str:
    """Return the address of the first document on a coordinator's page."""
    return next(
        each.removesuffix("/latest") for each in page.links if each.startswith(f"{to}/") and each.endswith("/latest")
    )
