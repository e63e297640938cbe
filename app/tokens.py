"""Secrets in links: 256 random bits, of which only the hash is kept."""

import secrets
from hashlib import sha256


def new_token() -> str:
    """Return a new secret of 256 random bits, safe in an address (43 characters)."""
    return secrets.token_urlsafe(32)


def hash_token(token: str) -> str:
    """Return what is kept of a secret: enough to know it again, not to tell it."""
    return sha256(token.encode("utf-8", "surrogatepass")).hexdigest()
