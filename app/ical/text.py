"""Words and links as iCalendar wants them: cleaned of what breaks a calendar program, escaped, and folded."""

import re
from urllib.parse import quote, urlsplit

from icalendar import vText

_LINE_BREAKS = re.compile("\r\n?|[\x0b\x0c\x85\u2028\u2029]")
_BREAKING = re.compile("[\x00-\x08\x0e-\x1f\x7f-\x9f\ufeff\ud800-\udfff]")
_GAPS = re.compile(r"[^\S\n]{20,}")
_STOPS = re.compile(r"\s*[,;]+\s*")
_ESCAPE_OR_CHARACTER = re.compile(r"\\?.")
_FOLD_AFTER = 75
_URI_MARKS = "!#$%&'()*+,/:;=?@[]~"


class Text(vText):
    """A TEXT value, escaped by RFC 5545 3.3.11. The library's own makes a line break of a backslash before an N."""

    def to_ical(self) -> bytes:
        r"""Return the value with \\, \;, \, and \n, in UTF-8."""
        escaped = self.replace("\\", "\\\\").replace(";", "\\;").replace(",", "\\,").replace("\n", "\\n")
        return escaped.encode()


def text(value: str) -> Text:
    """Return a value of any length as TEXT, cleaned."""
    return Text(cleaned(value))


def cleaned(value: str) -> str:
    """Return what people pasted, without what breaks calendar programs and white space around it.

    Line breaks of every kind become one. Control characters but TAB (RFC 5545 3.1), byte order marks and halves of
    UTF-16 pairs go. A gap of twenty spaces or more becomes one: folded, it could make a line that looks empty.
    """
    return _GAPS.sub(" ", _BREAKING.sub("", _LINE_BREAKS.sub("\n", value))).strip()


def one_line(value: str) -> str:
    """Return a cleaned value on one line, as a title is read, with no white space around it."""
    return " ".join(cleaned(value).split())


def calendar_name(value: str) -> str:
    """Return a name on one line without comma, semicolon and backslash: half the programs show their escapes."""
    return _STOPS.sub(" – ", one_line(value).replace("\\", "/")).strip(" –")


def web_address(value: str) -> str:
    """Return an http or https address as a URI (RFC 3986: "ö" is %C3%B6), or "" for anything else."""
    address = value.strip()
    if not address.isprintable() or " " in address:
        return ""
    try:
        parts = urlsplit(address)
        is_web = parts.scheme in ("http", "https") and bool(parts.hostname)
    except ValueError:
        return ""
    return quote(address, safe=_URI_MARKS) if is_web else ""


def folded(line: str) -> bytes:
    """Return a content line in UTF-8, each of its lines at most 75 octets with CRLF (RFC 5545 3.1).

    Never inside a character nor inside an escape; icalendar 7.3 parts the two backslashes of one.
    """
    lines = [b""]
    for piece in _ESCAPE_OR_CHARACTER.findall(line):
        octets = piece.encode()
        if len(lines[-1]) + len(octets) > _FOLD_AFTER:
            lines.append(b" ")
        lines[-1] += octets
    return b"\r\n".join(lines) + b"\r\n"
