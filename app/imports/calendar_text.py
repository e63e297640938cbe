"""Turns the texts of a calendar entry into plain text, and finds the link to its online meeting."""

import html
import re
from collections.abc import Iterable
from urllib.parse import urlsplit

from app.imports.fields import plain_text

LONGEST_LINE = 200
LONGEST_DESCRIPTION = 10_000
LONGEST_LINK = 2_000

_TAG = re.compile(r"(<[a-zA-Z/!?][^<>]*>)")
_TAG_NAME = re.compile(r"<(/?[a-zA-Z0-9]*)[^<>]*>\Z")
_BEGINNING_OF_A_TAG = re.compile(r"<(?=[a-zA-Z/!?])")
_BRACKETED_ADDRESS = re.compile(r"<((?:https?://|mailto:|tel:)[^<>\s]*)>")
_ENDS_A_LINE = {"br", "br/", "/p", "/div", "/li", "/tr", "/h1", "/h2", "/h3", "/h4", "/ul", "/ol", "/table"}
_HIDDEN_CONTENT = {"script", "style", "head", "title"}
_LAYERS = 3  # markup may be hidden as text inside markup
_ADDRESS = re.compile(r"<((?:https?://|mailto:|tel:)[^<>\s]*)>")
_BLOCK_TAG = re.compile(r"<(?:br|/p|/div|/li|/tr|/h[1-6]|/ul|/ol|/table)\b", re.IGNORECASE)
_ADDRESS = re.compile(r"https://[^\s<>\"'\\]+", re.IGNORECASE)
_MEETING_HOSTS = (
    "teams.microsoft.com",
    "teams.live.com",
    "teams.cloud.microsoft",
    "zoom.us",
    "meet.google.com",
    "webex.com",
)


def line_of_text(text: str) -> str:
    """Return a title or a place: one line of visible characters, at most 200 of them."""
    return plain_text(text[: 10 * LONGEST_LINE])[:LONGEST_LINE].rstrip()


def place_without_link(text: str) -> str:
    """Return a place as one line; the address of an online meeting is no place, and is kept as the link."""
    text = _ADDRESS.sub(lambda found: "" if _leads_to_a_meeting(found.group()) else found.group(), text)
    return line_of_text(text).strip(" ;,/|-–")


def paragraphs(text: str) -> str:
    """Return a description as plain text, its lines kept and any markup taken away."""
    text = re.sub("\r\n?|[\v\f\x85\u2028\u2029]", "\n", _without_markup(text[: 5 * LONGEST_DESCRIPTION]))
    lines = "\n".join(plain_text(line) for line in text.split("\n"))
    return re.sub(r"\n{3,}", "\n\n", lines).strip()[:LONGEST_DESCRIPTION].rstrip()


def meeting_link(*, stated: Iterable[str], mentioned: Iterable[str]) -> str:
    """Return the first https address of an online meeting, or "".

    What a calendar program states to be the meeting's address is believed; one that is only mentioned in a text must
    lead to a known meeting service.
    """
    for text in stated:
        for address in _addresses(text):
            return address
    return next((address for text in mentioned for address in _addresses(text) if _leads_to_a_meeting(address)), "")


def _without_markup(text: str) -> str:
    """Take tags away, and with them all of scripts and styles; an address in angle brackets is no tag and stays."""
    text = _BRACKETED_ADDRESS.sub(r"\1", text)
    for _ in range(_LAYERS):
        if not _TAG.search(text):
            break
        text = html.unescape(_without_tags(text))
    return _BEGINNING_OF_A_TAG.sub("", text)


def _without_tags(text: str) -> str:
    """Take one layer of tags away in one pass; where a paragraph or a list item ends, the line ends."""
    kept: list[str] = []
    hidden_until = ""
    for piece in _TAG.split(text):
        tag = _TAG_NAME.match(piece)
        name = tag.group(1).lower() if tag else ""
        if hidden_until:
            hidden_until = "" if name == hidden_until else hidden_until
        elif name in _HIDDEN_CONTENT:
            hidden_until = f"/{name}"
        elif tag:
            kept.append("\n" if name in _ENDS_A_LINE else "")
        else:
            kept.append(piece)
    return "".join(kept)


def _addresses(text: str) -> Iterable[str]:
    """Yield the https addresses of a text that can be led to without surprise: no user name, plain characters."""
    for found in _ADDRESS.findall(text):
        address = html.unescape(found).rstrip(".,;:!?)]}>")
        try:
            parts = urlsplit(address)
        except ValueError:
            continue
        if parts.hostname and "@" not in parts.netloc and address.isascii() and len(address) <= LONGEST_LINK:
            yield address


def _leads_to_a_meeting(address: str) -> bool:
    try:
        host = urlsplit(address).hostname or ""
    except ValueError:
        return False
    return any(host == known or host.endswith(f".{known}") for known in _MEETING_HOSTS)
