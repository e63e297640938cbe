"""Pages compressed on their way to a browser that takes it, so that no proxy is needed for a phone on a train.

A secret in a compressed page can be guessed by somebody who makes the browser ask for it again and again (BREACH); the
session's cookie is SameSite=Lax and follows no such request.
"""

import zlib

from flask import Flask, Response, request

LEAST = 1_000
"""In bytes: what is smaller fits into one packet anyway."""
LEVEL = 1
"""The first level takes a fifth of the time of the sixth, and a page grows by a tenth."""
_GZIP = 16 + zlib.MAX_WBITS


def install(app: Flask) -> None:
    """Compress every page and fragment."""
    app.after_request(_compress)


def _compress(response: Response) -> Response:
    if response.status_code == 304:  # nothing to press
        return response
    if response.mimetype != "text/html" or response.is_streamed or "Content-Encoding" in response.headers:
        return response
    response.vary.add("Accept-Encoding")
    body = response.get_data()
    if len(body) < LEAST or not request.accept_encodings.quality("gzip"):
        return response
    packer = zlib.compressobj(LEVEL, zlib.DEFLATED, _GZIP)
    response.set_data(packer.compress(body) + packer.flush())
    response.headers["Content-Encoding"] = "gzip"
    return response
