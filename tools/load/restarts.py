"""Twenty restarts under 64 clients that go wherever `/readyz` says 200, as behind a load balancer. Nothing is tried twice."""

import asyncio
import itertools
import time

from client import Connection
from service import Service, articles

CLIENTS = 64
RESTARTS = 20
ASK_EVERY = 0.25


class Balancer:
    """Knows which services are ready, by asking them."""

    def __init__(self):
        self.known, self.ready = [], []

    async def watch(self):
        while True:
            for service in list(self.known):
                connection = Connection(service.host, service.port)
                try:
                    ready = (await connection.call("GET", "/readyz"))[0] == 200
                except (OSError, asyncio.IncompleteReadError):
                    ready = False
                connection.close()
                if ready and service not in self.ready:
                    self.ready.append(service)
                if not ready and service in self.ready:
                    self.ready.remove(service)
            await asyncio.sleep(ASK_EVERY)


async def client(balancer, bodies, counts, end):
    connections = {}
    for body in itertools.cycle(bodies):
        if end.is_set():
            break
        service = balancer.ready[counts["all"] % len(balancer.ready)]
        connection = connections.setdefault(service, Connection(service.host, service.port))
        kept = connection.writer is not None
        counts["all"] += 1
        try:
            status, _ = await connection.call("POST", "/v1/extract", body)
            counts[status] = counts.get(status, 0) + 1
        except (OSError, asyncio.IncompleteReadError) as error:
            counts["lost"] += 1
            since = time.monotonic() - service.told if service.told else 0.0
            print(f"lost: {error!r}, kept alive: {kept}; {since:.2f} s after its service was told to stop")
            connection.close()


async def trial(bodies):
    def start():
        return Service("--max-waiting", str(2 * CLIENTS), "--drain-grace", "2")

    balancer, counts, end = Balancer(), {"all": 0, "lost": 0}, asyncio.Event()
    balancer.known.append(start())
    watch = asyncio.create_task(balancer.watch())
    while not balancer.ready:
        await asyncio.sleep(0.05)
    clients = [asyncio.create_task(client(balancer, bodies, counts, end)) for _ in range(CLIENTS)]
    codes, longest, begun = set(), 0.0, time.monotonic()
    for _ in range(RESTARTS):
        new = await asyncio.to_thread(start)
        balancer.known.append(new)
        while new not in balancer.ready:
            await asyncio.sleep(0.05)
        old = balancer.known[0]
        took, code = await asyncio.to_thread(old.stop)
        codes.add(code)
        longest = max(longest, took)
        balancer.known.remove(old)
    while counts["all"] < 20_000:
        await asyncio.sleep(0.2)
    end.set()
    await asyncio.gather(*clients)
    watch.cancel()
    for service in balancer.known:
        service.stop()
    print(f"{counts['all']} requests in {time.monotonic() - begun:.0f} s; statuses {counts}; longest end {longest:.1f} s")
    return counts, codes


def run(check):
    # short ones, so that many are under way at each end
    counts, codes = asyncio.run(trial(sorted(articles(), key=len)[:4]))
    check("requests", counts["all"], at_least=20_000)
    check("lost or cut", counts["lost"], at_most=0)
    check("answered otherwise than 200", counts["all"] - counts.get(200, 0), at_most=0)
    check("exit codes other than 0", len(codes - {0}), at_most=0)
