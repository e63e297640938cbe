"""The reader's language: their own choice, else what the browser asks for, else Swedish."""

from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from datetime import date, datetime
from functools import lru_cache
from gettext import NullTranslations

from flask import Flask, g, has_request_context, request
from flask_babel import Babel, force_locale, get_locale
from markupsafe import Markup

from app import clock
from app.web.catalogues import CATALOGUES, catalogue, compile_catalogue
from app.web.dates import date_short
from app.wording import Message

LANGUAGES = ("sv", "en")
_IN_SWEDISH = Markup('<span lang="sv">{}</span>')
_IN_SWEDISH_BLOCK = Markup('<div lang="sv">{}</div>')
_kept: ContextVar[tuple[str, NullTranslations] | None] = ContextVar("texts", default=None)


def install(app: Flask, *, chosen: Callable[[], str | None]) -> None:
    """Choose a language for each request; chosen gives the person's own choice, if there is one."""

    def select() -> str:
        if "language" not in g:
            own = chosen() or request.cookies.get("language")
            g.language = own if own in LANGUAGES else request.accept_languages.best_match(LANGUAGES, "sv")
        return str(g.language)

    app.config["BABEL_TRANSLATION_DIRECTORIES"] = str(CATALOGUES)
    compile_catalogue(CATALOGUES / "en" / "LC_MESSAGES" / "messages.po")
    Babel(app, default_locale="sv", locale_selector=select)
    app.jinja_env.globals.update(_=_said, gettext=_said, ngettext=_counted, pgettext=_said_of)
    app.before_request(_forget)
    app.context_processor(lambda: {"language": language()})


def _forget() -> None:
    _kept.set(None)


def _found() -> tuple[str, NullTranslations]:
    """Return the reader's language and catalogue, found once a request: a page asks for hundreds of texts."""
    kept = _kept.get()
    if kept is None:
        chosen = str(get_locale() or "sv")
        kept = (chosen, catalogue(chosen))
        if has_request_context():  # else nobody forgets it: the next to ask may be another
            _kept.set(kept)
    return kept


def _texts() -> NullTranslations:
    return _found()[1]


def _said(text: str, **values: object) -> str:
    """Return a template's text in the reader's language. What is put into it is escaped, as in Jinja's own."""
    said = _plain(_found()[0], text)
    return said % values if "%" in said else said


@lru_cache(maxsize=4_000)
def _plain(chosen: str, text: str) -> Markup:
    """Return one of the templates' own texts as markup, made once a process."""
    return Markup(catalogue(chosen).gettext(text))  # noqa: S704  (the texts are our own)


def _said_of(which: str, text: str, **values: object) -> str:
    return _filled(_texts().pgettext(which, text), values)


def _counted(one: str, many: str, num: int, **values: object) -> str:
    return _filled(_texts().ngettext(one, many, num), {"num": num, **values})


def _filled(text: str, values: dict[str, object]) -> str:
    """Return markup: Jinja's own would look up the function and fill in nothing once more for each text."""
    said = Markup(text)  # noqa: S704  (the texts are our own)
    return said % values if "%" in text else said


def language() -> str:
    """Return the language of this request: sv or en."""
    return _found()[0]


@contextmanager
def in_language(chosen: str) -> Iterator[None]:
    """Speak a language for a while, whoever asks: a letter is written in its receiver's."""
    token = _kept.set((chosen, catalogue(chosen)))
    try:
        with force_locale(chosen):
            yield
    finally:
        _kept.reset(token)


def written(text: str) -> str:
    """Return what somebody here wrote, marked as Swedish where the page around it is not (WCAG 2.2, 3.1.2)."""
    if not text or language() == LANGUAGES[0]:
        return text
    return (_IN_SWEDISH_BLOCK if isinstance(text, Markup) else _IN_SWEDISH).format(text)


def translate(message: Message | str | object) -> str:
    """Return a message, or a bare Swedish text, in the reader's language."""
    if isinstance(message, Message):
        values = {name: _value(each) for name, each in message.values.items()}
        pattern = _texts().gettext(message.text)
        return pattern % values if values else pattern
    text = str(message)
    return _texts().gettext(text) if text else ""


def _value(value: object) -> object:
    """Return what stands in a message as it is read: a message translated, a day as tis 24 nov."""
    if isinstance(value, date) and not isinstance(value, datetime):
        return date_short(value, today=clock.today(), language=language())
    return translate(value) if isinstance(value, Message) else value


def in_a_row(names: Iterable[str]) -> str:
    """Return names as one says them: A, B och C."""
    found = list(names)
    if len(found) < 2:
        return found[0] if found else ""
    marked = any(isinstance(each, Markup) for each in found)
    pattern, comma = _texts().gettext("%(some)s och %(last)s"), ", "
    if marked:
        pattern, comma = Markup(pattern), Markup(comma)  # noqa: S704  (the text is our own)
    return pattern % {"some": comma.join(found[:-1]), "last": found[-1]}
