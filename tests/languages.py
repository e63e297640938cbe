"""Which language each run of words on a page is marked as, and what people here have written."""

import re
from collections.abc import Iterator
from typing import Any

import html5lib
from sqlalchemy import select

from app import db
from app.focus.models import FocusArea
from app.followup.models import Action, Decision
from app.meetings.models import AgendaItem
from app.minutes.models import ItemNote
from app.networks.models import Network
from app.occasions.models import Occasion
from app.people.models import Person
from app.rooms.models import Document, Handover, MandateVersion, Notice

_WRITTEN = (
    Occasion.title, Occasion.description, Occasion.cancelled_because, AgendaItem.title, AgendaItem.description,
    ItemNote.text, Decision.text, Action.what, Network.name, Network.purpose, FocusArea.name,
    Person.title, Document.title, Notice.text, MandateVersion.text, MandateVersion.decided_by, MandateVersion.why,
    Handover.text,
)  # fmt: skip
_NOT_READ = {"label", "option", "script", "style", "template", "textarea", "title"}


def written_lines(*more: Any) -> set[str]:
    """Return the lines people wrote, those long enough not to be a word of the page itself; more: columns to read."""
    texts = [text for column in (*_WRITTEN, *more) for text in db.session.scalars(select(column)) if text]
    lines = {line.strip("-*#> ") for text in texts for line in text.splitlines()}
    return {line for line in lines if len(line) > 7 and not re.search(r"[*_\[`]", line)}


def runs(html: str, language: str) -> Iterator[tuple[str, str]]:
    """Give every run of words in a page's body with the language it is marked as."""
    yield from _read(html5lib.parse(html, namespaceHTMLElements=False).find("body"), language)


def _read(element: Any, language: str) -> Iterator[tuple[str, str]]:
    if element.tag in _NOT_READ:
        return
    language = element.get("lang", language)
    found = [(element.text, language), *((child.tail, language) for child in element)]
    yield from ((re.sub(r"\s+", " ", text).strip(), own) for text, own in found if text and text.strip())
    for child in element:
        if isinstance(child.tag, str):
            yield from _read(child, language)
