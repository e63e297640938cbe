"""Coming in by the door, as people do: the form's own secret, an address, a password."""

import re
from functools import lru_cache
from types import SimpleNamespace

from sqlalchemy import update

from app import db
from app.accounts.passwords import hash_password
from app.people.models import Person
from tests.browser_double import Browser, Page

PASSWORD = "kaffe tåg regnrock elva"
NEW = "mossa gitarr onsdagsbuss sju"


@lru_cache(maxsize=1)
def _kept() -> str:
    return hash_password(PASSWORD)


def give_password(person: Person) -> None:
    """Let the person have PASSWORD; committed."""
    change(person, password_hash=_kept())


def change(person: Person, **values: object) -> None:
    """Change the person's row; committed."""
    db.session.execute(update(Person).where(Person.id == person.id).values(**values))
    db.session.commit()


def sign_in(browser: Browser, person: Person | None = None, password: str = PASSWORD, **fields: object) -> Page:
    """Fill in the form at the door and send it."""
    email = fields.pop("email", person.email if person is not None else "")
    fetch_secret(browser, "/login")
    page = browser.post("/login", email=email, password=password, **fields)
    if page.status == 303:
        fetch_secret(browser, "/me")
    return page


def fetch_secret(browser: Browser, address: str) -> None:
    """Take the secret of the page's forms, which changes when somebody signs in."""
    found = re.search(r'name="csrf_token" value="([^"]+)"', browser.get(address).html)
    if found:
        browser.csrf = found.group(1)


def another_device(world: SimpleNamespace, person: Person) -> Browser:
    """A second browser on which the person is signed in."""
    return Browser(world.app, person)


def copy_of(browser: Browser) -> Browser:
    """A browser with a copy of the session cookie."""
    thief = Browser(browser.app)
    cookie = browser.client.get_cookie("knutpunkt")
    assert cookie is not None
    thief.client.set_cookie("knutpunkt", cookie.value)
    thief.csrf = browser.csrf
    return thief


def is_inside(browser: Browser) -> bool:
    return browser.get("/me").status == 200
