"""Whole feeds kept in memory, so that a program that asks again for all of it gets it at once."""

import gzip
from collections import OrderedDict
from dataclasses import dataclass
from threading import Lock


@dataclass(frozen=True, slots=True)
class Body:
    """A feed's bytes, plain and compressed."""

    plain: bytes
    zipped: bytes

    @property
    def size(self) -> int:
        """How much memory it takes, in bytes."""
        return len(self.plain) + len(self.zipped)


def body_of(plain: bytes) -> Body:
    """Return the bytes with their compressed form; the same for the same bytes."""
    return Body(plain, gzip.compress(plain, 6, mtime=0))


class Shelf:
    """The bodies asked for lately, by ETag, up to so many bytes together."""

    def __init__(self, most: int) -> None:
        self._most = most
        self._bodies: OrderedDict[str, Body] = OrderedDict()
        self._size = 0
        self._lock = Lock()

    def take(self, etag: str) -> Body | None:
        """Return the body, if it is here."""
        with self._lock:
            found = self._bodies.get(etag)
            if found is not None:
                self._bodies.move_to_end(etag)
            return found

    def put(self, etag: str, body: Body) -> None:
        """Keep the body; those not asked for the longest make room."""
        with self._lock:
            self._size += body.size - self._drop(etag)
            self._bodies[etag] = body
            while self._size > self._most:
                self._size -= self._drop(next(iter(self._bodies)))

    def clear(self) -> None:
        """Forget them all."""
        with self._lock:
            self._bodies.clear()
            self._size = 0

    def _drop(self, etag: str) -> int:
        gone = self._bodies.pop(etag, None)
        return gone.size if gone is not None else 0
