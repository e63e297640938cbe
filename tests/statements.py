"""How many questions a page asks the database."""

from sqlalchemy import event

from app import db
from tests.browser_double import Browser


def counted(browser: Browser, address: str) -> int:
    """Open a page and return how many SQL statements it took."""
    seen: list[str] = []

    def note(*given: object) -> None:
        if not str(given[2]).startswith("BEGIN"):
            seen.append(str(given[2]))

    event.listen(db.engine(), "before_cursor_execute", note)
    try:
        assert browser.get(address).status == 200
    finally:
        event.remove(db.engine(), "before_cursor_execute", note)
    return len(seen)
