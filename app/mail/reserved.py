"""Addresses that belong to nobody: kept for examples and tests, never given to a server (RFC 2606, RFC 6761)."""

_ENDINGS = (".example", ".test", ".invalid", ".localhost")
_DOMAINS = ("example.com", "example.net", "example.org", "localhost", "example", "test", "invalid")


def is_reserved(address: str) -> bool:
    """Whether an address is one of those that lead nowhere."""
    domain = address.rpartition("@")[2].lower().rstrip(".")
    return domain.endswith((*_ENDINGS, *(f".{each}" for each in _DOMAINS))) or domain in _DOMAINS
