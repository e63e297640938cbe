"""Which features there are: their pages, and the settings Flask's extensions read."""

from datetime import timedelta
from importlib import import_module

from flask import Flask
from flask_wtf import CSRFProtect

from app.config import Settings
from app.web import sizes
from app.web.sizes import MOST_SENT

PAGES = (
    "web.health", "accounts.views", "accounts.own_views", "accounts.invitation_views", "accounts.forgotten_views",
    "networks.views", "memberships.views", "memberships.sheet_views", "joining.views", "seats.views",
    "seats.vacancy_views", "handover.views", "directory.views", "directory.closing_views", "directory.place_views",
    "directory.sheet_views", "merging.views", "occasions.views", "ical.views", "calendars.views", "feeds.views",
    "meetings.views", "meetings.agenda_views", "planning.views", "planning.change_views", "followup.views",
    "minutes.views", "minutes.writing_views", "imports.member_views", "imports.calendar_views", "participation.views",
    "rooms.views", "rooms.notice_views", "rooms.mandate_views", "rotation.views", "rotation.turn_views",
    "overview.views", "overview.meeting_views", "overview.welcome_views", "overview.handing_over_views",
    "mailroom.views", "mailroom.letter_views", "mailroom.choice_views", "mailroom.off_views",
    "statements.views", "admin.views", "admin.focus_views", "styleguide.views",
)  # fmt: skip

LETTERS = (
    "people.mailing",
    "memberships.letters",
    "joining.letters",
    "handover.letters",
    "accounts.letters",
    "meetings.letters",
    "planning.letters",
    "minutes.letters",
)
"""Who knows the people, and what writes the letters: the worker reads these too."""


def register(app: Flask, settings: Settings) -> None:
    """Hand Flask and its extensions their settings and every feature's pages."""
    app.config.update(
        SECRET_KEY=settings.secret_key,
        SETTINGS=settings,
        MAX_CONTENT_LENGTH=MOST_SENT,
        MAX_FORM_MEMORY_SIZE=MOST_SENT,  # too long a text comes back with a sentence beside it, not with an error page
        PERMANENT_SESSION_LIFETIME=timedelta(days=30),
        SESSION_COOKIE_NAME="__Host-knutpunkt" if settings.https else "knutpunkt",
        SESSION_COOKIE_SECURE=settings.https,
        SESSION_COOKIE_HTTPONLY=True,
        SESSION_COOKIE_SAMESITE="Lax",
        SESSION_REFRESH_EACH_REQUEST=False,
        WTF_CSRF_TIME_LIMIT=None,  # a page may lie open all day; the token dies with the session
        WTF_CSRF_SSL_STRICT=False,  # the token decides; a browser that tells no Referer may still sign out
    )
    sizes.install(app, settings)
    CSRFProtect(app)
    for place in LETTERS:
        import_module(f"app.{place}")
    for place in PAGES:
        app.register_blueprint(import_module(f"app.{place}").bp)
