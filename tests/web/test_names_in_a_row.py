"""Names are told in a row as one says them, in the reader's language, and nothing in them becomes markup."""

from flask import Flask
from markupsafe import Markup

from app.web.i18n import in_a_row, in_language, written


def test_names_are_told_as_one_says_them(app: Flask) -> None:
    with app.test_request_context(), in_language("sv"):
        assert in_a_row([]) == ""
        assert in_a_row(["A"]) == "A"
        assert in_a_row(["A", "B"]) == "A och B"
        assert in_a_row(["A", "B", "C"]) == "A, B och C"
    with app.test_request_context(), in_language("en"):
        assert in_a_row(["A", "B", "C"]) == "A, B and C"


def test_what_is_marked_stays_marked_and_what_is_plain_is_escaped_once(app: Flask) -> None:
    with app.test_request_context(), in_language("en"):
        told = in_a_row([written("Barn & unga"), written("Medie")])
        assert isinstance(told, Markup)
        assert told == '<span lang="sv">Barn &amp; unga</span> and <span lang="sv">Medie</span>'
        assert in_a_row(["Barn & unga", "Medie"]) == "Barn & unga and Medie"
