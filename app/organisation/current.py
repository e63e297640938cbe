"""The organisation in every template, looked up when a page first says its name."""

from flask import Flask, g
from werkzeug.local import LocalProxy

from app.organisation.models import Organisation
from app.organisation.queries import the_organisation


def install(app: Flask) -> None:
    """Give every template and macro `organisation`; false before the installation has been set up."""
    app.jinja_env.globals["organisation"] = LocalProxy(current_organisation)


def know(found: Organisation | None) -> None:
    """Keep what has been found already, so that this request need not ask for it."""
    g.organisation = found


def current_organisation() -> Organisation | None:
    """Return the organisation, asked for at most once a request; whose sign-in was found brought it along."""
    if "organisation" not in g:
        g.organisation = the_organisation()
    found: Organisation | None = g.organisation
    return found
