"""The contrasts that the design promises, measured on the style sheet itself: WCAG 2.2, 1.4.3 (text) and 1.4.11."""

from pathlib import Path

import pytest

from app.styleguide import tokens
from app.styleguide.contrast import ratio
from app.styleguide.uses import USES

SHEET = (Path(__file__).parents[2] / "static" / "css" / "tokens.css").read_text(encoding="utf-8")
COLOURS = tokens.colours(tokens.read(SHEET))
GROUNDS = ("ground", "sheet", "sunken")
TINTS = {"accent-tint": "accent", "ok-tint": "ok", "attention-tint": "attention", "danger-tint": "danger"}
TEXT = [
    *(
        (text, on)
        for on in GROUNDS
        for text in ("ink", "ink-soft", "accent", "accent-strong", "danger", "ok", "attention")
    ),
    *((text, tint) for tint, own in TINTS.items() for text in ("ink", "ink-soft", own)),
    *(("on-accent", on) for on in ("accent", "accent-strong")),
]
FLAGS = [f"flag-{number}" for number in range(1, 13)]
WEAVES = [f"focus-{number}" for number in range(1, 5)]
SEEN = [(name, on) for on in GROUNDS for name in ("edge", *FLAGS, *WEAVES)]


@pytest.mark.parametrize(
    ("one", "other", "expected"),
    [
        ("#000000", "#ffffff", 21),
        ("#777777", "#ffffff", 4.478),
        ("#ff0000", "#ffffff", 3.998),
        ("#1a1a1a", "#1a1a1a", 1),
    ],
)
def test_the_measure_is_that_of_wcag(one: str, other: str, expected: float) -> None:
    assert ratio(one, other) == pytest.approx(expected, abs=0.001)
    assert ratio(other, one) == ratio(one, other)


@pytest.mark.parametrize(("text", "ground"), TEXT)
def test_text_can_be_read(text: str, ground: str) -> None:
    assert _worst(text, ground) >= 4.5


@pytest.mark.parametrize(("part", "ground"), SEEN)
def test_what_has_to_be_seen_is_seen(part: str, ground: str) -> None:
    assert _worst(part, ground) >= 3


def test_every_colour_of_the_sheet_is_measured_or_carries_nothing() -> None:
    tested = {name for pair in (*TEXT, *SEEN) for name in pair}
    assert set(COLOURS) - tested == {"line"}


def test_every_colour_has_a_use_and_keeps_what_the_guide_says_it_needs() -> None:
    assert set(USES) == set(COLOURS) - {*FLAGS, *WEAVES}
    shown = [*tokens.measured(), *tokens.measured("flag-", "focus-")]
    assert {each.colour.name for each in shown} == set(COLOURS)
    assert [each.colour.name for each in shown for pair in each.against.values() if min(pair) < each.use.needed] == []


def test_the_sheet_is_read_as_it_is_written() -> None:
    found = tokens.read(
        ":root {\n    --ink: light-dark(#000000, #ffffff);\n    --gap: 1rem;\n  }\n  :root {\n    --gap: 2rem;\n  }"
    )
    assert [(each.name, each.value) for each in found] == [("ink", "light-dark(#000000, #ffffff)"), ("gap", "1rem")]
    assert tokens.colours(found) == {"ink": tokens.Colour("ink", "#000000", "#ffffff")}


def test_the_page_uses_the_sheet_that_is_served() -> None:
    assert list(tokens.ours()) == tokens.read(SHEET)


def _worst(one: str, other: str) -> float:
    first, second = COLOURS[one], COLOURS[other]
    return min(ratio(first.light, second.light), ratio(first.dark, second.dark))
