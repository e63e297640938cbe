"""One request, one transaction: a write that succeeds commits; a GET leaves no row, nor an error unless it says so."""

from collections.abc import Callable
from typing import Any

from flask import Flask, Response, current_app, g, request

from app import db

SAFE_METHODS = frozenset({"GET", "HEAD", "OPTIONS"})


def reads_first(view: Callable[..., Any]) -> Callable[..., Any]:
    """Let a view do slow work (a password's hash takes 150 ms) before it takes its place among the writers.

    The view calls db.begin(writing=True) when it is ready to write.
    """
    view.reads_first = True  # type: ignore[attr-defined]
    return view


def afterwards(work: Callable[[], None]) -> None:
    """Do this when the request's own transaction has ended, whichever way it ended."""
    g.setdefault("afterwards", []).append(work)


def keep_though_refused() -> None:
    """Keep what has been written, though the answer will be that something else in the form is wrong (422)."""
    g.keep_though_refused = True


def install(app: Flask) -> None:
    """Begin and end a transaction around each request."""
    app.before_request(_begin)
    app.after_request(_end)
    app.teardown_request(_close)


def _begin() -> None:
    view = current_app.view_functions.get(request.endpoint or "")
    db.begin(writing=request.method not in SAFE_METHODS and not getattr(view, "reads_first", False))


def _end(response: Response) -> Response:
    if db.session.registry.has():
        is_kept = response.status_code < 400 or (response.status_code == 422 and "keep_though_refused" in g)
        if request.method not in SAFE_METHODS and is_kept:
            db.session.commit()
        else:
            db.session.close()  # rolls back too, and need not mark every row that was read as stale
    for work in g.pop("afterwards", []):
        try:
            work()
        except Exception:  # the answer is ready; a note about it must not spoil it
            current_app.logger.exception("afterwards")
    return response


def _close(_: BaseException | None) -> None:
    if db.session.registry.has():
        db.session.remove()
