"""A page is compressed for a browser that takes it, and readable for one that does not."""

import gzip

from tests.browser_double import Browser


def test_a_browser_that_takes_gzip_gets_a_fraction(alice: Browser) -> None:
    plain = alice.client.get("/networks", headers={"Accept-Encoding": "identity"})
    zipped = alice.client.get("/networks", headers={"Accept-Encoding": "br, gzip"})
    assert "Content-Encoding" not in plain.headers
    assert zipped.headers["Content-Encoding"] == "gzip"
    assert int(zipped.headers["Content-Length"]) == len(zipped.data) < len(plain.data) / 2
    assert "Barn- och unganätverket" in gzip.decompress(zipped.data).decode()
    for answer in (plain, zipped):
        assert "Accept-Encoding" in answer.headers["Vary"]  # nobody in between may mix them up


def test_a_browser_that_refuses_gets_it_plain(alice: Browser) -> None:
    answer = alice.client.get("/networks", headers={"Accept-Encoding": "gzip;q=0"})
    assert "Content-Encoding" not in answer.headers


def test_a_head_request_and_a_small_fragment_are_left_alone(alice: Browser) -> None:
    assert alice.client.head("/networks", headers={"Accept-Encoding": "gzip"}).status_code == 200
    answer = alice.client.get("/healthz", headers={"Accept-Encoding": "gzip"})
    assert "Content-Encoding" not in answer.headers
