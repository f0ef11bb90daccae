"""A hundred thousand articles in a row, nine of ten of them short, and what is resident meanwhile."""

import asyncio
import itertools
import json
import time

from client import Connection
from service import Service, articles

ARTICLES = 100_000
CALLERS = 4
LOOK_EVERY = 1_000


def mixed():
    """Articles of all sizes, each behind nine opening paragraphs."""
    whole = articles()
    short = [json.dumps({"text": json.loads(a)["text"][:300]}).encode() for a in whole if b'"text"' in a]
    short = itertools.cycle(short)
    for article in itertools.cycle(whole):
        yield from itertools.islice(short, 9)
        yield article


async def trial(service):
    bodies, memory, done = mixed(), [], 0

    async def caller():
        nonlocal done
        connection = Connection(service.host, service.port)
        while done < ARTICLES:
            done += 1
            status, _ = await connection.call("POST", "/v1/extract", next(bodies))
            assert status == 200, status
            if done % LOOK_EVERY == 0:
                memory.append(service.memory())
        connection.close()

    await asyncio.gather(*(caller() for _ in range(CALLERS)))
    return memory


def run(check):
    begun = time.monotonic()
    with Service() as service:
        memory = asyncio.run(trial(service))
    spent = time.monotonic() - begun
    steps = ", ".join(f"{m:.0f}" for m in memory[:: max(1, len(memory) // 10)])
    print(f"{ARTICLES} articles in {spent:.0f} s; MB at every tenth of them: {steps}")
    after_first, later = memory[0], memory[1:]
    check("resident at the end, MB over that after the first thousand", later[-1] - after_first, at_most=10)
    check("resident at most, MB over that after the first thousand", max(later) - after_first, at_most=20)
