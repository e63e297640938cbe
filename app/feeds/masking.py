"""Secrets in addresses never reach a log: whoever reads it could otherwise read everybody's calendars."""

import logging
import re
from typing import Any

LOGGERS = ("granian.access", "_granian", "werkzeug", "gunicorn.access", "gunicorn.error", "app")
"""Those that tell of requests, under the servers that are used with Flask."""
_SECRET = re.compile(r"(?<=/feeds/)[^/\s\"']+(?=/[^/\s\"']*\.ics)|(?<=/)[A-Za-z0-9_-]{43}(?![A-Za-z0-9_-])")


class MaskSecrets(logging.Filter):
    """Puts three dots in place of the secret in a link, in the message and in what is filled into it."""

    def filter(self, record: logging.LogRecord) -> bool:
        """Mask the record, and let it through."""
        record.msg = masked(record.msg)
        if isinstance(record.args, dict):
            record.args = {name: masked(each) for name, each in record.args.items()}
        elif record.args:
            record.args = tuple(masked(each) for each in record.args)
        return True


def masked(value: Any) -> Any:
    """Return a text without secrets in addresses; anything else as it is."""
    return _SECRET.sub("...", value) if isinstance(value, str) else value


def install() -> None:
    """Mask what the servers and the application log. Once is enough; more does no harm."""
    for name in LOGGERS:
        logger = logging.getLogger(name)
        if not any(isinstance(each, MaskSecrets) for each in logger.filters):
            logger.addFilter(MaskSecrets())
