"""A letter as HTML and as text, both made of the same words; pure."""

from functools import cache
from pathlib import Path
from textwrap import wrap

from jinja2 import Environment, FileSystemLoader

from app.mail.letters import Letter
from app.mail.marks import as_markup, unmarked

TEMPLATES = Path(__file__).parents[2] / "templates" / "mail"
WIDTH = 72


def as_html(letter: Letter, *, language: str, off: tuple[str, str] | None = None) -> str:
    """Return a letter as a page of its own. off: the words and the address that switch letters like it off."""
    return _paper().get_template("letter.html").render(letter=letter, language=language, off=off, style=style())


def style() -> str:
    """Return the style of every letter: inside it, since a mail program fetches nothing."""
    return _style()


def as_text(letter: Letter, *, off: tuple[str, str] | None = None, width: int = WIDTH) -> str:
    """Return a letter as plain text, at most width characters a line but for addresses."""

    def wrapped(text: str, *, before: str = "", after: str = "") -> str:
        lines = wrap(
            unmarked(text), width, break_long_words=False, break_on_hyphens=False,
            initial_indent=before, subsequent_indent=before or after,
        )  # fmt: skip
        return "\n".join(lines)

    parts = [wrapped(letter.subject), *(wrapped(each) for each in letter.paragraphs)]
    parts.append("\n".join(wrapped(f"{name}: {value}", after="  ") for name, value in letter.facts))
    parts.append("\n".join(wrapped(line, before="> ") or ">" for line in letter.quote.splitlines()))
    if letter.button is not None:
        parts.append(f"{letter.button.label}:\n{letter.button.url}")
    parts += [wrapped(each) for each in letter.after]
    parts.append("-- \n" + wrapped(letter.why))
    if off is not None:
        parts.append(f"{off[0]}:\n{off[1]}")
    return "\n\n".join(part for part in parts if part) + "\n"


@cache
def _paper() -> Environment:
    paper = Environment(loader=FileSystemLoader(TEMPLATES), autoescape=True, trim_blocks=True, lstrip_blocks=True)
    paper.filters.update(unmarked=unmarked, as_markup=as_markup)
    return paper


@cache
def _style() -> str:
    return (TEMPLATES / "letter.css").read_text(encoding="utf-8")
