"""What every answer tells the browser about safety (OWASP ASVS 5.0, V3)."""

from urllib.parse import urlsplit

from flask import Flask, Response, request

from app.config import Settings


def install(app: Flask, settings: Settings) -> None:
    """Add the headers to every answer; a view's own value wins."""
    always = _headers(settings)

    def add(response: Response) -> Response:
        if response.status_code == 304:
            return response  # nothing to show; what the browser has keeps the headers it came with
        headers = response.headers
        for name, value in always.items():
            headers.setdefault(name, value)
        if request.endpoint != "static":
            headers.setdefault("Cache-Control", "no-store")
        return response

    app.after_request(add)


def _headers(settings: Settings) -> dict[str, str]:
    source = f" {settings.htmx_url}" if urlsplit(settings.htmx_url).netloc else ""
    policy = (
        f"default-src 'self'; script-src 'self'{source}; style-src 'self'; object-src 'none'; base-uri 'none'; "
        "frame-ancestors 'none'; form-action 'self'"
    )
    always = {
        "Content-Security-Policy": policy,
        "X-Content-Type-Options": "nosniff",
        "Referrer-Policy": "same-origin",
        "Cross-Origin-Opener-Policy": "same-origin",
        "Permissions-Policy": "camera=(), geolocation=(), microphone=()",
    }
    if settings.https:
        always["Strict-Transport-Security"] = "max-age=31536000"
    return always
