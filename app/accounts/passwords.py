"""Passwords are kept as Argon2id, so that a copy of the database gives none of them away."""

from functools import lru_cache

from argon2 import PasswordHasher
from argon2.exceptions import InvalidHashError, VerificationError

from app.accounts.password_rules import LONGEST, plain

# More memory than OWASP's least (19 MiB, 2 rounds), yet little enough when everybody signs in on the same morning.
_hasher = PasswordHasher(time_cost=2, memory_cost=32 * 1024, parallelism=1)


def hash_password(password: str) -> str:
    """Return what is kept of a password. Takes about a tenth of a second, on purpose (RFC 9106)."""
    return _hasher.hash(plain(password))


def is_right(kept: str | None, password: str) -> bool:
    """Whether it is the password. Takes as long when there is none: nobody learns from the time who has an account."""
    stand_in = _nobodys()
    known = kept is not None and _is_readable(kept)
    text = plain(password)[: LONGEST + 1]
    try:
        _hasher.verify(kept if known and kept else stand_in, text)
    except VerificationError:
        return False
    return known


def is_outdated(kept: str) -> bool:
    """Whether it was made with other parameters than today's, and is better made anew."""
    return _hasher.check_needs_rehash(kept)


def _is_readable(kept: str) -> bool:
    try:
        _hasher.check_needs_rehash(kept)
    except InvalidHashError:
        return False
    return True


@lru_cache(maxsize=1)
def _nobodys() -> str:
    return _hasher.hash("a password that nobody has")
