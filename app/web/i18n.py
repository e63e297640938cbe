"""The reader's language: their own choice, else what the browser asks for, else Swedish."""

from collections.abc import Callable

from flask import Flask, g, request
from flask_babel import Babel, gettext

from app.wording import Message

LANGUAGES = ("sv", "en")


def install(app: Flask, *, chosen: Callable[[], str | None]) -> None:
    """Choose a language for each request; chosen gives the person's own choice, if there is one."""

    def select() -> str:
        if "language" not in g:
            own = chosen() or request.cookies.get("language")
            g.language = own if own in LANGUAGES else request.accept_languages.best_match(LANGUAGES, "sv")
        return str(g.language)

    app.config["BABEL_TRANSLATION_DIRECTORIES"] = str(app.root_path + "/translations")
    Babel(app, default_locale="sv", locale_selector=select)
    app.context_processor(lambda: {"language": select()})
    app.extensions["language"] = select


def language() -> str:
    """Return the language of this request: sv or en."""
    from flask import current_app

    select: Callable[[], str] = current_app.extensions["language"]
    return select()


def translate(message: Message | str | object) -> str:
    """Return a message, or a bare Swedish text, in the reader's language."""
    if isinstance(message, Message):
        values = {name: translate(each) if isinstance(each, Message) else each for name, each in message.values.items()}
        pattern = str(gettext(message.text))
        return pattern % values if values else pattern
    text = str(message)
    return str(gettext(text)) if text else ""
