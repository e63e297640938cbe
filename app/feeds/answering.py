"""What a calendar program is answered: the feed, that nothing has changed, or that the link is gone (RFC 9110)."""

from flask import Response, current_app, request

from app import clock
from app.feeds.actions import note_used
from app.feeds.body import body_for
from app.feeds.programs import program_in_words
from app.feeds.standing import Standing, standing_of
from app.web.transaction import afterwards


def answer(token: str) -> Response:
    """Answer whoever asks for a feed; the secret in the address is the only key."""
    standing = standing_of(token)
    if standing is None:
        return _nothing(404)
    if standing.is_closed:
        return _nothing(410)  # Thunderbird then stops asking; on 404 it would ask for ever
    if not standing.is_noted:
        _note(standing)
    zipped = _takes_gzip()
    if _has_it(standing, zipped=zipped):
        return Response(status=304, headers=_headers(standing, zipped=zipped))
    standing, body = body_for(token, standing, base_url=current_app.config["SETTINGS"].base_url)
    headers = _headers(standing, zipped=zipped)
    headers["X-Robots-Tag"] = "noindex, nofollow"
    headers["Content-Disposition"] = f'inline; filename="{standing.slug}.ics"'
    if zipped:
        headers["Content-Encoding"] = "gzip"
    return Response(body.zipped if zipped else body.plain, headers=headers, content_type="text/calendar; charset=utf-8")


def _headers(standing: Standing, *, zipped: bool) -> dict[str, str]:
    """Return what a 200 and a 304 both tell. No Last-Modified: it would go back when the newest event is gone."""
    return {
        "ETag": _tag(standing, zipped=zipped),
        "Cache-Control": "private, no-cache",
        "Vary": "Accept-Encoding",
    }


def _tag(standing: Standing, *, zipped: bool) -> str:
    """Return the strong ETag of one form of the bytes: a compressed form has another (RFC 9110 8.8.3.3)."""
    return f'"{standing.etag}-gzip"' if zipped else f'"{standing.etag}"'


def _has_it(standing: Standing, *, zipped: bool) -> bool:
    """Whether the program has this feed already, in either form, whatever a proxy on the way has made of the ETag."""
    asked = request.environ.get("HTTP_IF_NONE_MATCH")
    if asked is None or asked == _tag(standing, zipped=zipped):
        return asked is not None
    known = request.if_none_match
    return any(known.contains_weak(tag) for tag in (standing.etag, f"{standing.etag}-gzip"))


def _takes_gzip() -> bool:
    return "gzip" in request.environ.get("HTTP_ACCEPT_ENCODING", "") and request.accept_encodings.quality("gzip") > 0


def _note(standing: Standing) -> None:
    feed_id, program, now = standing.feed_id, program_in_words(request.headers.get("User-Agent", "")), clock.now()
    afterwards(lambda: note_used(feed_id, program=program, at=now))


def _nothing(status: int) -> Response:
    """Answer with nothing but the status: not what was asked for, not a way to sign in."""
    return Response(status=status, content_type="text/plain; charset=utf-8")
