"""How much one request may carry: little everywhere, a file where a page takes files and somebody has signed in."""

from collections.abc import Callable
from typing import ParamSpec, TypeVar

from flask import Flask, current_app, request, session

from app.config import Settings

P = ParamSpec("P")
R = TypeVar("R")

MOST_SENT = 6 * 1024 * 1024
"""How many bytes a request may carry where no files are kept."""
BESIDE_THE_FILE = 1024 * 1024


def takes_files(view: Callable[P, R]) -> Callable[P, R]:
    """Let a page take a file as large as the installation allows (the setting MAX_FILE_MB)."""
    view.takes_files = True  # type: ignore[attr-defined]
    return view


def install(app: Flask, settings: Settings) -> None:
    """Set the measure before anything reads the request: the form's secret is the first thing to be looked for."""
    most = settings.max_file_mb * 1024 * 1024 + BESIDE_THE_FILE

    def measure() -> None:
        view = current_app.view_functions.get(request.endpoint or "")
        if getattr(view, "takes_files", False) and "_user_id" in session:
            request.max_content_length = max(most, MOST_SENT)

    app.before_request(measure)
