"""A batch of 100,000 lines, every tenth of them bad, whose caller reads slowly."""

import asyncio
import itertools
import json
import time

from client import head, read_head
from service import Service, articles

LINES = 100_000
BAD = [b"no json", b'{"text": 1}', b"{}", b'{"text": "a", "published_at": "the day before"}']
PAUSE_EVERY, PAUSE = 2_000, 0.5


def lines():
    """Short articles, so that the trial is of the stream and not of the engine."""
    short = [json.dumps({"text": json.loads(a)["text"][:400]}).encode() for a in articles() if b'"text"' in a]
    bad = itertools.cycle(BAD)
    for n, article in zip(range(1, LINES + 1), itertools.cycle(short)):
        yield next(bad) if n % 10 == 0 else b'{"id": %d, %s' % (n, article[1:])


async def trial(service):
    reader, writer = await asyncio.open_connection(service.host, service.port, limit=1 << 24)
    writer.write(head("POST", "/v1/extract/batch", None, "application/x-ndjson"))

    async def send():
        for line in lines():
            writer.write(b"%x\r\n%s\n\r\n" % (len(line) + 1, line))
            await writer.drain()
        writer.write(b"0\r\n\r\n")
        await writer.drain()

    sending = asyncio.create_task(send())
    status, _ = await read_head(reader)
    assert status == 200
    start, most, answered, wrong = service.memory(), 0.0, 0, 0
    # chunks of HTTP need not end where lines do
    rest = b""
    while size := int(await reader.readline(), 16):
        rest += await reader.readexactly(size)
        await reader.readexactly(2)
        *whole, rest = rest.split(b"\n")
        for line in whole:
            answered += 1
            answer = json.loads(line)
            fits = answer["status"] == 422 and answer["problem"]["line"] == answered if answered % 10 == 0 else answer["id"] == answered
            wrong += not fits
            if answered % PAUSE_EVERY == 0:
                await asyncio.sleep(PAUSE)
                most = max(most, service.memory() - start)
    await sending
    writer.close()
    return answered, wrong, most


def run(check):
    with Service() as service:
        for body in articles():
            service.post("/v1/extract", body)
        service.post("/v1/extract/batch", b"\n".join(itertools.islice(lines(), 2_000)), "application/x-ndjson")
        begun = time.monotonic()
        answered, wrong, most = asyncio.run(trial(service))
        print(f"{answered} lines in {time.monotonic() - begun:.0f} s")
        check("lines answered", answered, at_least=LINES)
        check("out of order, or answered wrongly", wrong, at_most=0)
        check("memory, MB above the start", most, at_most=50)
