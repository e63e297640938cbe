"""Letters with one-time links, sent by a worker to a mail server down the road, and read there."""

import re
from dataclasses import replace
from types import SimpleNamespace

from flask import Flask
from sqlalchemy import select

from app import clock, db
from app.accounts.resets import answer_wishes
from app.config import Settings
from app.mail.sending import send_what_waits
from app.mail.setup import setup
from app.mail_settings import Sender, Server
from app.people.models import Person
from tests.accounts.door import change
from tests.browser_double import Browser, Page
from tests.mail.post_office import PostOffice


class Post:
    """The worker and what has arrived."""

    def __init__(self, app: Flask, settings: Settings, office: PostOffice) -> None:
        self.app, self.settings, self.office = app, settings, office

    def round(self) -> int:
        """Let the worker do one round; return how many letters have arrived in all."""
        db.session.remove()
        answer_wishes(at=clock.now(), by_mail=True)
        db.session.commit()
        with self.app.app_context():
            send_what_waits(setup(self.settings))
        db.session.remove()
        return len(self.office.arrived)

    def text(self, number: int = -1) -> str:
        """The words of a letter that has arrived."""
        body = self.office.arrived[number].get_body(("plain",))
        assert body is not None
        return re.sub(r"\s+", " ", str(body.get_content()))

    def link(self, number: int = -1) -> str:
        """The path of the one-time link in a letter."""
        found = re.search(r"/welcome/[\w-]{43}(?![\w-])", self.text(number))
        assert found, self.text(number)
        return found[0]


def with_mail(settings: Settings, port: int) -> Settings:
    """The settings of an installation that sends mail."""
    server, sender = Server("127.0.0.1", port), Sender("Länet", "knutpunkt@lanet.internal")
    return replace(settings, mail_server=server, mail_from=sender)


def move_in(world: SimpleNamespace) -> None:
    """Give people addresses that letters may be sent to."""
    for name in ("alice", "bob", "charlie", "dana"):
        change(getattr(world, name), email=f"{name}@lanet.internal")


def forget(browser: Browser, email: str) -> str:
    """Ask for a new password at the door, and return what the page then says."""
    page = browser.send("/login/forgot", email=email)
    assert page.status == 200, page.text
    return page.text.replace(secret_of(page), "")


def secret_of(page: Page) -> str:
    """The secret of the page's forms, which is new each time it is shown."""
    found = re.search(r'name="csrf_token" value="([^"]+)"', page.html)
    return found[1] if found else ""


def person_at(email: str) -> Person:
    """The person who has an address."""
    return db.session.scalars(select(Person).where(Person.email == email)).one()
