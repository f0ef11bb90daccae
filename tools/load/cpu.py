"""Processor seconds an article through the service, against `paraph extract` of the same articles on the command line."""

import asyncio
import json
import resource
import subprocess
import tempfile

from client import Connection
from service import BINARY, Service, articles

ROUNDS = 40
CALLERS = 4


async def through(service, bodies):
    connections = [Connection(service.host, service.port) for _ in range(CALLERS)]
    queue = iter(bodies)

    async def caller(connection):
        for body in queue:
            status, _ = await connection.call("POST", "/v1/extract", body)
            assert status == 200, status

    await asyncio.gather(*map(caller, connections))
    for connection in connections:
        connection.close()


def children():
    usage = resource.getrusage(resource.RUSAGE_CHILDREN)
    return usage.ru_utime + usage.ru_stime


def on_the_command_line(bodies):
    """Seconds beside those that a start takes, for the service is not started for each either."""
    with tempfile.NamedTemporaryFile(suffix=".ndjson") as file:
        file.write(b"\n".join(json.dumps(json.loads(b)).encode() for b in bodies))
        file.flush()
        before = children()
        subprocess.run([BINARY, "extract", file.name], stdout=subprocess.DEVNULL, check=True)
        all_of_it = children() - before
    before = children()
    subprocess.run([BINARY, "extract", "--from", "text", "-"], input=b"They met.", stdout=subprocess.DEVNULL, check=True)
    return all_of_it - (children() - before)


def run(check):
    bodies = articles() * ROUNDS
    ratios = []
    with Service() as service:
        asyncio.run(through(service, bodies[: len(bodies) // 10]))
        # in turns, for a shared machine is not the same from one minute to the next
        for _ in range(3):
            before = service.cpu()
            asyncio.run(through(service, bodies))
            served = service.cpu() - before
            alone = on_the_command_line(bodies)
            print(f"{len(bodies)} articles: service {served * 1e3 / len(bodies):.2f} ms each, command line {alone * 1e3 / len(bodies):.2f}")
            ratios.append(served / alone)
    check("service / command line, median of three", sorted(ratios)[1], at_most=1.15)
