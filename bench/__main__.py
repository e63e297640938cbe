"""`make bench`: the promises of speed, each a ratio in this one run.

The county: 40 networks, 400 people, 2,000 meetings, each with 8 items and 300 words of minutes. One granian worker on
one processor, the client on the other; each pair is taken in turn, A B A B, and the median ratio is printed. The turns
are short and many, so that whatever else the machine does in a moment falls on both of a pair or on few pairs.
"""

from statistics import median

from bench.client import Client, request
from bench.county import Served, served

ROUNDS, SECONDS = 40, 0.2


def main() -> None:
    """Measure and print; the numbers decide no test."""
    with served(networks=40, people=400, meetings=2_000) as county:
        big_304 = _county(county)
    with (
        served(networks=40, people=400, meetings=100) as few,
        served(networks=40, people=400, meetings=20_000) as many,
    ):
        pairs = [(_cost_of_304(many), _cost_of_304(few)) for _ in range(ROUNDS)]
    small, large = median(few for _, few in pairs), median(many for many, _ in pairs)
    _say(
        "304 at 20,000 occasions, processor time against 100",
        median(many / few for many, few in pairs),
        "at most 1.20 times",
    )
    print(f"  (304: {small * 1e6:.0f} us at 100, {big_304 * 1e6:.0f} us at 2,000, {large * 1e6:.0f} us at 20,000)")


def _cost_of_304(county: Served) -> float:
    client = Client(county.port)
    unchanged = request(county.feed, If_None_Match=client.get(county.feed).headers["etag"])
    cost = client.cpu(unchanged, times=100, expect=304)
    client.close()
    return cost


def _county(county: Served) -> float:
    client = Client(county.port)
    whole = client.get(county.feed)
    (county.folder / "feed.ics").write_bytes(whole.body)
    etag = whole.headers["etag"]
    hello, unchanged = request("/bench/hello"), request(county.feed, If_None_Match=etag)
    feed, memory = request(county.feed), request("/bench/bytes")
    page = request(county.meeting, Cookie=county.cookie)
    print(f"feed: {whole.body.count(b'BEGIN:VEVENT')} events, {len(whole.body):,} bytes; "
          f"meeting page: {len(client.send(page).body):,} bytes")  # fmt: skip
    _say("304 against hello, requests a second", _rates(client, unchanged, hello, expect=304), "at least 0.60")
    _say("whole feed against the same bytes from memory", _rates(client, feed, memory), "at least 0.50")
    pairs = [(client.cpu(page, times=10, expect=200), client.cpu(hello, times=200, expect=200)) for _ in range(ROUNDS)]
    _say("meeting page against hello, processor time", median(a / b for a, b in pairs), "at most 30 times")
    print(f"  (page {median(a for a, _ in pairs) * 1e3:.2f} ms, hello {median(b for _, b in pairs) * 1e3:.2f} ms)")
    for path in county.pages:
        answer = client.get(path, Cookie=county.cookie)
        cost = client.cpu(request(path, Cookie=county.cookie), times=20, expect=200)
        print(f"  {path[:60]:60} {cost * 1e3:6.1f} ms {len(answer.body):>9,} bytes")
    memory_now = client.json("/bench/self")["memory"] / 2**20
    _say("memory of the worker after all this, MB", memory_now, "under 110")
    return median(client.cpu(unchanged, times=100, expect=304) for _ in range(ROUNDS))


def _rates(client: Client, one: bytes, other: bytes, *, expect: int = 200) -> float:
    client.rate(one, seconds=0.5, expect=expect)
    client.rate(other, seconds=0.5, expect=200)
    return median(
        client.rate(one, seconds=SECONDS, expect=expect) / client.rate(other, seconds=SECONDS, expect=200)
        for _ in range(ROUNDS)
    )


def _say(what: str, figure: float, promise: str) -> None:
    print(f"{what:58} {figure:8.2f}   promised: {promise}", flush=True)


if __name__ == "__main__":
    main()
