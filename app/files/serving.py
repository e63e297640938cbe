"""How a file is handed out: always as a download, never shown as a page of ours."""

from collections.abc import Iterator
from pathlib import Path

from flask import Response, abort, current_app

from app.config import Settings
from app.files.models import StoredFile
from app.files.names import disposition
from app.files.shelf import Shelf

_AT_ONCE = 64 * 1024


def the_shelf() -> Shelf:
    """Return where this installation's files lie."""
    return Shelf(_settings().instance / "files")


def most_megabytes() -> int:
    """Return how many megabytes a file may be."""
    return _settings().max_file_mb


def download(stored: StoredFile) -> Response:
    """Answer with a file, to be saved under its name. The caller has asked whether the person may have it."""
    response = Response(_read(_path_of(stored)), direct_passthrough=True)
    response.headers["Content-Type"] = stored.kind.about.media_type  # as it is: no guess of a character set
    response.headers["Content-Length"] = str(stored.size)
    response.headers["Content-Disposition"] = disposition(stored.name)
    response.headers["Content-Security-Policy"] = "default-src 'none'; sandbox; frame-ancestors 'none'"
    response.headers["X-Content-Type-Options"] = "nosniff"
    response.headers["Cross-Origin-Resource-Policy"] = "same-origin"
    response.headers["Cache-Control"] = "private, no-store"
    return response


def _read(path: Path) -> Iterator[bytes]:
    """Read a file bit by bit; it is opened when the first is asked for."""
    with path.open("rb") as file:
        while chunk := file.read(_AT_ONCE):
            yield chunk


def _path_of(stored: StoredFile) -> Path:
    try:
        return the_shelf().path_of(stored.id)
    except FileNotFoundError:
        current_app.logger.error("the file %s is not on disk", stored.id)
        abort(404)


def _settings() -> Settings:
    found: Settings = current_app.config["SETTINGS"]
    return found
