"""One system of style: every sheet is served, every rule is for something, and nothing is written into the pages."""

import re
from collections.abc import Iterator
from pathlib import Path

from app.web import static

ROOT = Path(__file__).parents[2]
CSS = ROOT / "static" / "css"
ALONE = {"styleguide.css"}
"""Served by itself, to the one page that asks for it."""
COMPOSED = re.compile(r"f\d{1,2}|w[1-4]|htmx-request")
"""Flags and weaves by number (app/web/signs.py), and what htmx sets itself."""


def test_every_sheet_is_in_the_order_once() -> None:
    listed = [line.strip() for line in (CSS / "order.txt").read_text(encoding="utf-8").splitlines() if line.strip()]
    there = {path.relative_to(CSS).as_posix() for path in CSS.rglob("*.css")}
    assert sorted(listed) == sorted(there - ALONE)


def test_what_is_sent_says_what_was_written() -> None:
    """Only comments and white space are left out; inside a string nothing is."""
    written = b"\n".join((CSS / name).read_bytes() for name in (CSS / "order.txt").read_text().split())
    sent = static.load()["css/app.css"].body
    assert len(sent) < len(written)
    assert list(_words(sent.decode())) == list(_words(written.decode()))


def test_every_class_in_the_sheets_is_used_somewhere() -> None:
    places = [
        *(ROOT / "templates").rglob("*.html"),
        *(ROOT / "app").rglob("*.py"),
        *(ROOT / "static" / "js").rglob("*.js"),
    ]
    used = set(re.findall(r"[\w-]+", "\n".join(path.read_text(encoding="utf-8") for path in places)))
    unused = [
        f"{path.relative_to(CSS)}: .{name}"
        for path in sorted(CSS.rglob("*.css"))
        for name in sorted(_classes(path.read_text(encoding="utf-8")) - used)
        if not COMPOSED.fullmatch(name) and not name.startswith("type-")
    ]
    assert unused == []


def test_no_template_carries_style_or_script_of_its_own() -> None:
    inline = re.compile(r'\sstyle="|<style|<script(?![^>]*\ssrc=)|\son\w+="')
    found = [
        f"{path.relative_to(ROOT)}: {match[0]}"
        for path in (ROOT / "templates").rglob("*.html")
        if path.parent.name != "mail"  # a letter carries its own: a mail program fetches nothing
        for match in inline.finditer(path.read_text(encoding="utf-8"))
    ]
    assert found == []


def _classes(sheet: str) -> set[str]:
    selectors = re.findall(r"([^{};]*)\{", re.sub(r"/\*.*?\*/", "", sheet, flags=re.DOTALL))
    return {name for each in selectors for name in re.findall(r"\.([a-zA-Z][\w-]*)", each)}


def _words(sheet: str) -> Iterator[str]:
    """Give strings whole, everything else word by word and sign by sign; a space counts where it parts two names."""
    bare = re.sub(r"/\*.*?\*/", "", sheet, flags=re.DOTALL)
    parts = re.findall(r'"[^"]*"|(?<=[\w)\]%])\s+(?=[\w.#:\[*&(-])|[^\s"]', bare)
    shown = [" " if part.isspace() else part for part in parts]
    yield from (part for part, after in zip(shown, [*shown[1:], ""], strict=True) if not (part == ";" and after == "}"))
