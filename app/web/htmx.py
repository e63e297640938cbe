"""Answers to htmx: a fragment when a fragment was asked for, the page when the page was."""

from flask import Response, flash, make_response, redirect, render_template, request
from flask.typing import ResponseReturnValue


def is_htmx() -> bool:
    """Whether htmx sent the request."""
    return request.headers.get("HX-Request") == "true"


def wants_fragment() -> bool:
    """Whether htmx asks for a part of a page (htmx 4 says full when it will replace the whole body)."""
    return is_htmx() and request.headers.get("HX-Request-Type") != "full"


def fragment(template: str, status: int = 200, *, say: str = "", **context: object) -> Response:
    """Answer with one fragment, and say in words, for those who listen, what happened."""
    html = render_template(template, **context)
    if say:
        html += render_template("macros/_status.html", say=say)
    response = make_response(html, status)
    response.vary.add("HX-Request")
    return response


def page(template: str, status: int = 200, **context: object) -> Response:
    """Answer with a whole page."""
    response = make_response(render_template(template, **context), status)
    response.vary.add("HX-Request")
    return response


def page_or_fragment(
    page_template: str, fragment_template: str, status: int = 200, *, say: str = "", **context: object
) -> Response:
    """One view, two shapes: the fragment to htmx, the page that includes it to everyone else."""
    if wants_fragment():
        return fragment(fragment_template, status, say=say, **context)
    return page(page_template, status, **context)


def done(address: str, *, say: str = "") -> ResponseReturnValue:
    """Go on to another page after something was done, and say there what happened."""
    if say:
        flash(say, "ok")
    if is_htmx():
        response = make_response("", 200)
        response.headers["HX-Redirect"] = address  # a 303 would be followed inside the fragment
        return response
    return redirect(address, 303)
