"""The signs from the one sprite, as markup. A sign never stands alone: beside it is a word, or it gets a label.

Functions and not template macros, since a page holds a hundred of them: each is drawn once a process.
"""

from functools import lru_cache
from typing import Protocol

from flask import Flask
from markupsafe import Markup

from app import swedish


class Flagged(Protocol):
    """Anything with a flag: a network."""

    colour: int
    sign: int


def install(app: Flask, *, sprite: str) -> None:
    """Give every template and macro its signs. sprite: the address of signs.svg."""
    signs = Signs(sprite)
    app.jinja_env.globals.update(
        sign=signs.sign, knot=signs.knot, flag=signs.flag, flag_of=signs.flag_of, weave=signs.weave, mark=signs.mark,
        avatar=avatar,
    )  # fmt: skip


class Signs:
    """The symbols of one sprite."""

    def __init__(self, sprite: str) -> None:
        @lru_cache(maxsize=2_000)
        def drawn(css: str, name: str, label: str = "") -> Markup:
            told = Markup('role="img" aria-label="{}"').format(label) if label else Markup('aria-hidden="true"')
            return Markup('<svg class="{}" {}><use href="{}#{}"/></svg>').format(css, told, sprite, name)

        self._drawn = drawn

    def sign(self, name: str, label: str = "") -> Markup:
        """A symbol s-<name>; label only when no word stands beside it."""
        return self._drawn("sign", f"s-{name}", label)

    def knot(self, name: str, label: str = "") -> Markup:
        """A knot: full, half, open, wait, no, now, done or late; label when the word is left out."""
        return self._drawn("knot", f"k-{name}", label)

    def flag(self, network: Flagged, size: str = "") -> Markup:
        """A network's flag, its name beside it; size '', 'large' or 'tiny'."""
        return self.flag_of(network.colour, network.sign, size)

    def flag_of(self, colour: int, sign: int, size: str = "") -> Markup:
        """A flag by colour and sign, each 1 to 12; colour 0 is ink."""
        return self._drawn(_sized(f"flag f{colour}", size), f"f-{sign}")

    def weave(self, number: int, size: str = "") -> Markup:
        """A focus area's weave, 1 to 4, its name beside it; size '' (long), 'square' or 'tiny'."""
        return self._drawn(_sized(f"weave w{number}", size), f"{'q' if size else 'w'}-{number}")

    def mark(self) -> Markup:
        """The knot of the product, beside its name."""
        return self._drawn("sign", "knot")


def avatar(name: str) -> Markup:
    """Initials in a ring; the name stands beside it."""
    return Markup('<span class="avatar" aria-hidden="true">{}</span>').format(swedish.initials(name))


def _sized(css: str, size: str) -> str:
    return f"{css} {size}" if size else css
