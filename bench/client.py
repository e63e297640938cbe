"""A plain HTTP/1.1 client over one kept connection: sends, reads the whole answer, sends again."""

import json
import socket
import time
from dataclasses import dataclass
from typing import Any


@dataclass(frozen=True)
class Answer:
    status: int
    headers: dict[str, str]
    body: bytes


class Client:
    def __init__(self, port: int) -> None:
        self.port = port
        self.socket = socket.create_connection(("127.0.0.1", port), timeout=60)
        self.socket.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)

    def close(self) -> None:
        self.socket.close()

    def get(self, path: str, **headers: str) -> Answer:
        return self.send(request(path, **headers))

    def json(self, path: str) -> Any:
        return json.loads(self.get(path).body)

    def send(self, raw: bytes) -> Answer:
        self.socket.sendall(raw)
        data = b""
        while b"\r\n\r\n" not in data:
            data += self._more()
        head, _, body = data.partition(b"\r\n\r\n")
        first, *lines = head.decode("latin-1").split("\r\n")
        headers = {name.lower(): value for name, value in (line.split(": ", 1) for line in lines)}
        status, length = int(first.split()[1]), int(headers.get("content-length", 0))
        parts, have = [body], len(body)
        while have < length and status != 304:
            part = self._more()
            parts.append(part)
            have += len(part)
        return Answer(status, headers, b"".join(parts))

    def rate(self, raw: bytes, *, seconds: float, expect: int) -> float:
        """Requests a second over one connection, for so long; every answer must have the expected status."""
        count, start = 0, time.perf_counter()
        while time.perf_counter() - start < seconds:
            for _ in range(10):
                answer = self.send(raw)
                if answer.status != expect:
                    raise SystemExit(f"{raw[:80]!r} answered {answer.status}, not {expect}")
            count += 10
        return count / (time.perf_counter() - start)

    def cpu(self, raw: bytes, *, times: int, expect: int) -> float:
        """The worker's processor time for one request, in seconds, over so many."""
        before = self.json("/bench/self")["cpu"]
        for _ in range(times):
            if self.send(raw).status != expect:
                raise SystemExit(f"{raw[:80]!r} did not answer {expect}")
        return float(self.json("/bench/self")["cpu"] - before) / times

    def _more(self) -> bytes:
        part = self.socket.recv(1 << 18)
        if not part:
            raise SystemExit("the server closed the connection")
        return part


def request(path: str, **headers: str) -> bytes:
    lines = [
        f"GET {path} HTTP/1.1",
        "Host: 127.0.0.1",
        *(f"{name.replace('_', '-')}: {value}" for name, value in headers.items()),
    ]
    return ("\r\n".join(lines) + "\r\n\r\n").encode()
