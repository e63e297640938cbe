"""Devices on which somebody has signed in before: a stranger who guesses elsewhere cannot keep their owner out.

A device gets a cookie of its own when a person signs in on it. Tries from there are counted by themselves, so that the
pauses that a stranger causes for the account do not reach it (OWASP, "device cookies").
"""

from flask import Response, current_app, request
from itsdangerous import BadSignature, URLSafeSerializer

from app.accounts.tries import account_key
from app.config import Settings
from app.tokens import new_token

LASTS = 400 * 24 * 3600
"""Seconds: the longest a browser keeps a cookie (RFC 6265bis 5.5)."""


def key_here(account: str) -> str | None:
    """Return what tries at this account are counted under on this device; None where it has never been signed in to."""
    try:
        known, nonce = _signer().loads(request.cookies.get(_name(), ""))
    except (BadSignature, ValueError, TypeError):
        return None
    return account_key(account, str(nonce)) if known == account else None


def remember(response: Response, account: str) -> Response:
    """Let this device be known for this account from now on."""
    response.set_cookie(
        _name(),
        str(_signer().dumps([account, new_token()])),
        max_age=LASTS,
        secure=_settings().https,
        httponly=True,
        samesite="Lax",
    )
    return response


def _name() -> str:
    return "__Host-device" if _settings().https else "device"


def _signer() -> URLSafeSerializer:
    return URLSafeSerializer(current_app.secret_key or "", salt="known-device")


def _settings() -> Settings:
    found: Settings = current_app.config["SETTINGS"]
    return found
