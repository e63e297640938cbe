"""The tokens of the design, read from the style sheet itself: what is shown is what is used."""

import re
from dataclasses import dataclass
from functools import cache

from app.styleguide.contrast import ratio
from app.styleguide.uses import GROUNDS, USES, Use
from app.web.static import FOLDER

_PROPERTY = re.compile(r"^\s*--([\w-]+):\s*([^;]+);", re.MULTILINE)
_COLOUR = re.compile(r"light-dark\((#[0-9a-f]{6}), (#[0-9a-f]{6})\)")


@dataclass(frozen=True, slots=True)
class Token:
    """One custom property: its name without the dashes, and its value as written."""

    name: str
    value: str


@dataclass(frozen=True, slots=True)
class Colour:
    """One colour in both schemes, as #rrggbb."""

    name: str
    light: str
    dark: str


@dataclass(frozen=True, slots=True)
class Measured:
    """A colour with what it is for, and how well it stands out from each colour it meets: {name: (light, dark)}."""

    colour: Colour
    use: Use
    against: dict[str, tuple[float, float]]


def read(css: str) -> list[Token]:
    """Return the tokens of a style sheet's first :root, in order; what later rules change for some is left out."""
    return [Token(name, value) for name, value in _PROPERTY.findall(css.partition(":root {")[2].partition("\n  }")[0])]


def colours(tokens: list[Token]) -> dict[str, Colour]:
    """Return the tokens that are one colour for each scheme, by name."""
    found = ((token.name, _COLOUR.fullmatch(token.value)) for token in tokens)
    return {name: Colour(name, match[1], match[2]) for name, match in found if match}


@cache
def ours() -> tuple[Token, ...]:
    """Return the tokens in use, read once a process, as the style sheet is."""
    return tuple(read((FOLDER / "css" / "tokens.css").read_text(encoding="utf-8")))


def starting(*prefixes: str) -> list[Token]:
    """Return the tokens in use whose names begin so."""
    return [token for token in ours() if token.name.startswith(prefixes)]


def measured(*prefixes: str) -> list[Measured]:
    """Return the colours in use whose names begin so, each measured against what it meets. No prefix: those of USES."""
    known = colours(list(ours()))
    chosen = [each for name, each in known.items() if (name.startswith(prefixes) if prefixes else name in USES)]
    return [_measured(each, known) for each in chosen]


def _measured(colour: Colour, known: dict[str, Colour]) -> Measured:
    use = USES.get(colour.name, Use("", 3, GROUNDS))
    met = ((name, known[name]) for name in use.against)
    against = {name: (ratio(colour.light, each.light), ratio(colour.dark, each.dark)) for name, each in met}
    return Measured(colour, use, against)
