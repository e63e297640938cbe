"""Knutpunkt: the table of contents of the application."""

import gc

from flask import Flask
from werkzeug.middleware.proxy_fix import ProxyFix

from app import cli, clock, config, db
from app.accounts import current
from app.organisation import current as organisation
from app.web import compress, errors, filters, guard, headers, i18n, signs, static, templating, transaction


def create_app(settings: config.Settings | None = None) -> Flask:
    """Put the house together. Raises WrongSetting, with one line, when a setting is wrong."""
    settings = settings or config.load()
    app = Flask(__name__, static_folder=None, template_folder="../templates")
    templating.install(app)
    clock.use_zone(settings.time_zone)
    db.connect(settings.database_url)
    from app.registry import register

    register(app, settings)
    compress.install(app)  # first: what is installed last looks at an answer first
    transaction.install(app)
    headers.install(app, settings)
    i18n.install(app, chosen=current.chosen_language)
    current.install(app)
    organisation.install(app)
    guard.install(app, is_signed_in=current.is_signed_in)
    signs.install(app, sprite=static.install(app)("signs.svg"))
    filters.install(app, settings)
    errors.install(app)
    cli.install(app)
    _look_for_rubbish_in_what_comes()
    if settings.https:  # then a reverse proxy ends TLS, and only it knows who asks
        app.wsgi_app = ProxyFix(app.wsgi_app, x_for=1, x_proto=1)  # type: ignore[method-assign]
    return app


def _look_for_rubbish_in_what_comes() -> None:
    gc.freeze()  # what has been loaded stays: no need to look through it again and again for what has become rubbish
    gc.set_threshold(10_000, 5, 3)  # rows of a long list point at each other: left lying they cost 5 MB a worker
