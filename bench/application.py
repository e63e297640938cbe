"""The application as it is, plus what it is measured against: a hello, and the feed's own bytes from memory."""

import os
import time
from pathlib import Path

from flask import Response, jsonify

from app import create_app
from app.web.guard import public, signed_in

app = create_app()
_kept: dict[str, bytes] = {}


@app.get("/bench/hello")
@public
def hello() -> Response:
    return Response("hello", content_type="text/plain")


@app.get("/bench/hello-signed-in")
@signed_in
def hello_signed_in() -> Response:
    return Response("hello", content_type="text/plain")


@app.get("/bench/bytes")
@public
def same_bytes() -> Response:
    """The feed's bytes, read from a file once."""
    if "feed" not in _kept:
        _kept["feed"] = Path(os.environ["BENCH_FEED"]).read_bytes()
    return Response(_kept["feed"], content_type="text/calendar; charset=utf-8")


@app.get("/bench/self")
@public
def about_this_worker() -> Response:
    """Processor time (seconds) and resident memory (bytes) of this worker."""
    pages = int(Path("/proc/self/statm").read_text().split()[1]) if Path("/proc/self/statm").exists() else 0
    return jsonify(cpu=time.process_time(), memory=pages * os.sysconf("SC_PAGE_SIZE"))
