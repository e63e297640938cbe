"""The settings of the application that a command runs in."""

from flask import current_app

from app.config import Settings


def settings() -> Settings:
    """Return the settings of this installation."""
    found: Settings = current_app.config["SETTINGS"]
    return found
