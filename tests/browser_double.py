"""A browser without a screen: it keeps cookies, sends forms with their secret, and reads pages as people do."""

import re
from html.parser import HTMLParser
from typing import Any

from flask import Flask
from flask.testing import FlaskClient
from itsdangerous import URLSafeTimedSerializer
from werkzeug.test import TestResponse

from app import db
from app.accounts.sign_ins import begin_sign_in
from app.people.models import Person

CSRF = "0" * 40
MAY_BREAK = "\u200b"


class Page:
    """What came back."""

    def __init__(self, response: TestResponse) -> None:
        self.response = response
        self.status = response.status_code
        self.headers = response.headers
        self.location = response.headers.get("Location", "")
        self.html = response.get_data(as_text=True) if "text" in (response.content_type or "") else ""

    @property
    def text(self) -> str:
        """The words a reader sees, white space folded."""
        reader = _Reader()
        reader.feed(self.html)
        return re.sub(r"[\s\u00a0\u00ad]+", " ", " ".join(reader.words).replace(f" {MAY_BREAK} ", "")).strip()

    @property
    def title(self) -> str:
        found = re.search(r"<title>(.*?)</title>", self.html, re.S)
        return re.sub(r"\s+", " ", found.group(1)).strip() if found else ""

    @property
    def links(self) -> list[str]:
        return re.findall(r'href="([^"]+)"', self.html)

    @property
    def forms(self) -> list[str]:
        """Where the page's forms are sent."""
        return re.findall(r'<form[^>]*action="([^"]+)"', self.html)

    def __contains__(self, words: str) -> bool:
        return words in self.text


class Browser:
    """One person's browser. `fragment=True` sends the request as htmx would."""

    def __init__(self, app: Flask, person: Person | None = None) -> None:
        self.app = app
        self.client: FlaskClient = app.test_client()
        self.person = person
        token = begin_sign_in(person) if person is not None else None
        db.session.commit()  # before the next lines: they end in a request's end, which rolls back
        with self.client.session_transaction() as session:
            session["csrf_token"] = CSRF
            if token is not None:
                session["_user_id"] = token
                session["_fresh"] = True
        self.csrf = URLSafeTimedSerializer(app.secret_key or "", salt="wtf-csrf-token").dumps(CSRF)

    def get(self, address: str, *, fragment: bool = False, **options: Any) -> Page:
        return Page(self.client.get(address, headers=self._headers(fragment, options), **options))

    def post(self, address: str, *, fragment: bool = False, **fields: Any) -> Page:
        """Send a form. A list sends the field several times; a (stream, name) pair sends a file."""
        data = {"csrf_token": self.csrf, **{name: value for name, value in fields.items() if value is not None}}
        return Page(self.client.post(address, data=data, headers=self._headers(fragment, {})))

    def send(self, address: str, **fields: Any) -> Page:
        """Send a form and go where it leads, as a browser without JavaScript does."""
        page = self.post(address, **fields)
        return self.get(page.location) if page.status == 303 else page

    def _headers(self, fragment: bool, options: dict[str, Any]) -> dict[str, str]:
        headers: dict[str, str] = options.pop("headers", {})
        return {**headers, "HX-Request": "true"} if fragment else headers


class _Reader(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.words: list[str] = []
        self.silent = 0

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag == "wbr":
            self.words.append(MAY_BREAK)
        if tag in {"script", "style", "title"}:
            self.silent += 1
        for name, value in attrs:
            if tag != "option" and value and (name == "aria-label" or (name == "value" and len(value) < 80)):
                self.words.append(value)

    def handle_endtag(self, tag: str) -> None:
        if tag in {"script", "style", "title"}:
            self.silent -= 1

    def handle_data(self, data: str) -> None:
        if not self.silent:
            self.words.append(data)
