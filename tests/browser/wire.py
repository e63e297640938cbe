"""What goes over the wire: a network of our own that brings htmx, and a scale for what the browser fetches."""

import gzip
from collections.abc import Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from threading import Event, Thread
from typing import Any

from playwright.sync_api import Page


@contextmanager
def network_that_brings(script: bytes) -> Iterator[str]:
    """Serve the script as a CDN would, compressed and for a year; give its address. /never is a CDN that hangs."""
    ended = Event()

    class Answer(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            if self.path.startswith("/never"):
                ended.wait()
                return
            body = gzip.compress(script)
            self.send_response(200)
            for name, value in {
                "Content-Type": "text/javascript", "Content-Encoding": "gzip", "Content-Length": str(len(body)),
                "Access-Control-Allow-Origin": "*", "Cache-Control": "public, max-age=31536000, immutable",
            }.items():  # fmt: skip
                self.send_header(name, value)
            self.end_headers()
            self.wfile.write(body)

        def log_message(self, *_: Any) -> None:
            return

    server = ThreadingHTTPServer(("127.0.0.1", 0), Answer)
    server.daemon_threads = True
    Thread(target=server.serve_forever, daemon=True).start()
    try:
        yield f"http://127.0.0.1:{server.server_port}"
    finally:
        ended.set()
        server.shutdown()
        server.server_close()


class Scale:
    """Weighs what the browser fetches: answers with their headers, compressed. What it has kept is free.

    A page itself is compressed by the proxy in front (deploy/nginx.conf, gzip at nginx's first level), so it is weighed
    as that would send it; everything else as it came.
    """

    def __init__(self, page: Page) -> None:
        self.page, self.devtools = page, page.context.new_cdp_session(page)
        self.fetched: list[tuple[str, int]] = []
        self._asked: dict[str, str] = {}
        self._plain: set[str] = set()
        self.devtools.send("Network.enable")
        self.devtools.on("Network.requestWillBeSent", self._sent)
        self.devtools.on("Network.responseReceived", self._answered)
        self.devtools.on("Network.loadingFinished", self._finished)

    def forget(self) -> None:
        """Empty what the browser has kept."""
        self.devtools.send("Network.clearBrowserCache")

    def weigh(self, address: str) -> tuple[int, int]:
        """Go there; return how many bytes came, in how many requests."""
        self.fetched.clear()
        self.page.goto(address, wait_until="networkidle")
        return sum(size for _, size in self.fetched), len(self.fetched)

    def _sent(self, event: dict[str, Any]) -> None:
        self._asked[event["requestId"]] = event["request"]["url"]

    def _answered(self, event: dict[str, Any]) -> None:
        headers = {name.lower() for name in event["response"]["headers"]}
        if event["type"] == "Document" and "content-encoding" not in headers:
            self._plain.add(event["requestId"])

    def _finished(self, event: dict[str, Any]) -> None:
        size, asked = int(event["encodedDataLength"]), event["requestId"]
        if size > 0:
            self.fetched.append((self._asked[asked], size - (self._spared(asked) if asked in self._plain else 0)))

    def _spared(self, asked: str) -> int:
        """Return by how much the proxy makes an answer smaller."""
        body = self.devtools.send("Network.getResponseBody", {"requestId": asked})["body"].encode()
        return len(body) - len(gzip.compress(body, 1))
