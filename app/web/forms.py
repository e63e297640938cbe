"""What all forms have in common: trimmed text, and mistakes in words."""

from functools import cache
from gettext import NullTranslations
from typing import Any

from flask_wtf import FlaskForm
from wtforms import StringField, TextAreaField
from wtforms.i18n import get_builtin_gnu_translations
from wtforms.validators import DataRequired, Length, StopValidation

from app.web.i18n import language
from app.wording import Message


def trimmed(value: Any) -> Any:
    """Return text without white space around it and without control characters; anything else as it is."""
    if not isinstance(value, str):
        return value
    return "".join(each for each in value if each >= " " or each in "\n\r\t").replace("\r\n", "\n").strip()


class Form(FlaskForm):  # type: ignore[misc]
    """A form. Labels and messages are Swedish texts marked with N_; the page translates them."""

    class Meta(FlaskForm.Meta):  # type: ignore[misc]
        """CSRFProtect has looked at the secret of every unsafe request before a form is made of it."""

        csrf = False

        def get_translations(self, form: Any) -> NullTranslations:  # noqa: ARG002
            """Give the library's own sentences in the reader's language, its catalogue read once a process."""
            return _library_texts(language())

    def refuse(self, field: str, message: Message) -> None:
        """Put a refusal beside the field it is about."""
        errors = list(self[field].errors)
        self[field].errors = [*errors, message]


@cache
def _library_texts(chosen: str) -> NullTranslations:
    return get_builtin_gnu_translations([chosen])


def text(label: str, *, needed: str = "", most: int = 200, **options: Any) -> StringField:
    """One line of text, trimmed. needed is what is said when it is empty; most is its longest length in characters."""
    return StringField(label, filters=[trimmed], validators=_validators(needed, most), **options)


def long_text(label: str, *, needed: str = "", most: int = 20_000, **options: Any) -> TextAreaField:
    """Several lines of text, trimmed."""
    return TextAreaField(label, filters=[trimmed], validators=_validators(needed, most), **options)


def _validators(needed: str, most: int) -> list[Any]:
    found: list[Any] = [DataRequired(needed)] if needed else []
    return [*found, _AtMost(most)]


class _AtMost(Length):
    """The field is no longer than so many characters, in words that can be translated."""

    def __init__(self, most: int) -> None:
        super().__init__(max=most)

    def __call__(self, form: Any, field: Any) -> None:  # noqa: ARG002
        """Refuse a longer text and say how long it may be."""
        if field.data and len(field.data) > self.max:
            raise StopValidation(too_long(self.max))  # type: ignore[arg-type]


def too_long(most: int) -> Message:
    """Return the sentence for a text that is longer than most characters."""
    from app.wording import N_

    return Message(N_("Det är för långt. Skriv högst %(most)s tecken."), most=most)
