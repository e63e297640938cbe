"""When two change the same thing at once: what is saved now, in words, beside what was typed."""

from collections.abc import Callable
from typing import Any

from flask_babel import gettext
from wtforms import BooleanField, HiddenField, SelectField, SelectMultipleField

from app.web.forms import Form
from app.web.i18n import translate, written
from app.wording import N_


def in_words(field: Any, say: Callable[[object], str]) -> str:
    """Return what is typed or chosen in a field; nothing when nothing is. say: translates labels."""
    if isinstance(field, BooleanField):
        return say(N_("Ja") if field.data else N_("Nej"))
    if isinstance(field, SelectField):
        return ", ".join(say(option.label.text) for option in field if option.checked)
    return str(field._value())


def show_newer(saved: Form, typed: Form) -> bool:
    """Put what is saved now beside each field in which something else was typed; return whether there is any.

    saved: the same form, filled in with what is saved. The macros of the fields show it, from saved_now.
    """
    differing = [each for each in saved if not isinstance(each, HiddenField) and _differ(each, typed[each.name])]
    for each in differing:
        words = in_words(each, translate)
        chosen = isinstance(each, SelectField) and not isinstance(each, SelectMultipleField)
        typed[each.name].saved_now = (words if chosen else written(words)) or gettext("tomt")
    return bool(differing)


def _differ(one: Any, other: Any) -> bool:
    return in_words(one, str) != in_words(other, str)
