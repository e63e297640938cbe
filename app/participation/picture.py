"""The participation map as a picture: an SVG that needs nothing from anywhere else."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from xml.sax.saxutils import escape

from app.networks.models import Network
from app.participation.counting import Participation
from app.participation.figures import Cell, Row
from app.participation.names import short_name
from app.participation.seating import Filled, Stand

STATIC = Path(__file__).parents[2] / "static"
_NAME, _COLUMN, _SUM, _LINE, _HEAD, _FOOT = 150, 46, 150, 28, 190, 40
_LONGEST = 24  # letters, over a column
_INK, _SOFT, _RULE, _TIED, _TINT, _AWAITED = "#182226", "#4c585c", "#d8d5cb", "#0b4a57", "#fbefd2", "#855300"
_KNOTS = {
    Stand.ORDINARY: f'<circle r="7" fill="{_TIED}"/>',
    Stand.DEPUTY: f'<circle r="6.2" fill="none" stroke="{_TIED}" stroke-width="1.6"/>'
    f'<path d="M0-7a7 7 0 1 0 0 14z" fill="{_TIED}"/>',
    Stand.VACANT: f'<circle r="6.2" fill="none" stroke="{_AWAITED}" stroke-width="1.6" stroke-dasharray="2.8 2.069"/>',
    Stand.BEYOND: f'<circle r="6.2" fill="none" stroke="{_TIED}" stroke-width="1.6"/><circle r="3.4" fill="{_TIED}"/>',
    Stand.NONE: f'<path d="M-4 0h8" stroke="{_SOFT}" stroke-width="1.4"/>',
}


@dataclass(frozen=True, slots=True)
class Words:
    """What the picture says, in the reader's language."""

    title: str
    description: str
    filled: str
    attended: str
    of: str
    """Two numbers: "%d av %d"."""
    key: Sequence[tuple[Stand, str]]


def picture(shown: Participation, rows: Sequence[Row], words: Words) -> str:
    """Return the map as SVG: municipalities in the order given, by networks, with the sums at the side."""
    width = _NAME + _COLUMN * len(shown.networks) + 2 * _SUM + 40
    height = _HEAD + _LINE * len(rows) + 2 * _FOOT
    return "".join(
        [
            f'<svg xmlns="http://www.w3.org/2000/svg" width="{width}" height="{height}" viewBox="0 0 {width} {height}" '
            'role="img" aria-labelledby="title description" font-family="sans-serif" font-size="13">',
            f'<title id="title">{escape(words.title)}</title>',
            f'<desc id="description">{escape(words.description)}</desc>',
            "<defs>",
            *(f'<g id="{stand.value}">{knot}</g>' for stand, knot in _KNOTS.items()),
            "</defs>",
            f'<rect width="{width}" height="{height}" fill="#ffffff"/>',
            _text(20, 30, words.title, size=20),
            *_heads(shown.networks, words),
            *(part for number, row in enumerate(rows) for part in _line(_HEAD + _LINE * number, row, words)),
            *_key(_HEAD + _LINE * len(rows) + 30, words),
            "</svg>",
        ]
    )


def _heads(networks: Sequence[Network], words: Words) -> Iterator[str]:
    for number, network in enumerate(networks):
        x = 20 + _NAME + _COLUMN * number + _COLUMN // 2
        yield f'<g transform="translate({x - 10} {_HEAD - 34})" fill="{_colours()[network.colour - 1]}">'
        yield f"{_signs()[network.sign - 1]}</g>"
        name = escape(_shortened(short_name(network.name)))
        yield f'<text transform="translate({x + 4} {_HEAD - 42}) rotate(-60)" fill="{_INK}">{name}</text>'
    for number, head in enumerate((words.filled, words.attended)):
        yield _text(20 + _NAME + _COLUMN * len(networks) + _SUM * (number + 1), _HEAD - 18, head, end=True)


def _shortened(name: str) -> str:
    return name if len(name) <= _LONGEST else f"{name[: _LONGEST - 1].rstrip()}…"


def _line(y: int, row: Row, words: Words) -> Iterator[str]:
    right = 20 + _NAME + _COLUMN * len(row.cells)
    yield f'<path d="M20 {y}H{right + 2 * _SUM}" stroke="{_RULE}"/>'
    yield _text(20, y + 19, row.municipality.name)
    for number, cell in enumerate(row.cells):
        yield _cell(20 + _NAME + _COLUMN * number, y, cell)
    yield _text(right + _SUM, y + 19, _seats(row.filled, words), end=True)
    yield _text(right + 2 * _SUM, y + 19, words.of % (row.turnout.attended, row.turnout.held), end=True)


def _seats(filled: Filled, words: Words) -> str:
    ordinary, deputies = (words.of % (each.filled, each.seats) if each.seats else "" for each in filled.kinds)
    return f"{ordinary} ({deputies})".strip() if deputies else ordinary or "–"


def _cell(x: int, y: int, cell: Cell) -> str:
    stand = cell.filled.stand
    tint = f'<path d="M{x} {y}h{_COLUMN}v{_LINE}h-{_COLUMN}z" fill="{_TINT}"/>' if stand is Stand.VACANT else ""
    return f'{tint}<use href="#{stand.value}" x="{x + _COLUMN // 2}" y="{y + _LINE // 2}"/>'


def _key(y: int, words: Words) -> Iterator[str]:
    x = 30
    for stand, word in words.key:
        yield f'<use href="#{stand.value}" x="{x}" y="{y - 4}"/>{_text(x + 14, y, word)}'
        x += 40 + 9 * len(word)


def _text(x: int, y: int, words: str, *, end: bool = False, size: int = 13) -> str:
    placed = f'x="{x}" y="{y}" font-size="{size}"' + (' text-anchor="end"' if end else "")
    return f'<text {placed} fill="{_INK}">{escape(words)}</text>'


@cache
def _signs() -> list[str]:
    """The twelve flags' shapes, cut out of the sprite; the sign shows white paper."""
    sprite = (STATIC / "signs.svg").read_text(encoding="utf-8")
    shapes = re.findall(r'<symbol id="f-\d+" viewBox="0 0 20 20">(.*?)</symbol>', sprite)
    return [shape.replace("var(--sheet)", "#ffffff") for shape in shapes]


@cache
def _colours() -> list[str]:
    """The twelve flags' colours, as the light scheme has them."""
    tokens = (STATIC / "css" / "tokens.css").read_text(encoding="utf-8")
    return re.findall(r"--flag-\d+: light-dark\((#[0-9a-f]{6})", tokens)
