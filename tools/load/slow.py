"""A thousand connections with a slow head, a thousand with a slow body, a thousand silent ones, all at once."""

import selectors
import time

from service import Service, articles, quantile

EACH = 1000
LIMIT = 5
SLACK = 3


def served(service, body, number=200):
    times = []
    for _ in range(number):
        begun = time.monotonic()
        assert service.post("/v1/extract", body)[0] == 200
        times.append(time.monotonic() - begun)
    return quantile(times, 0.5)


def run(check):
    body = min(articles(), key=len)
    heads = {
        "head": b"POST /v1/extract HTTP/1.1\r\nhost: a\r\n",
        "body": b"POST /v1/extract HTTP/1.1\r\nhost: a\r\ncontent-type: text/plain\r\ncontent-length: 9000\r\n\r\nThe",
        "silent": b"",
    }
    with Service("--header-timeout", str(LIMIT), "--body-timeout", str(LIMIT)) as service:
        before = served(service, body)
        selector = selectors.DefaultSelector()
        opened = time.monotonic()
        for kind, first in heads.items():
            for _ in range(EACH):
                connection = service.connect()
                connection.sendall(first)
                connection.setblocking(False)
                selector.register(connection, selectors.EVENT_READ, kind)
        all_open = time.monotonic()
        during = served(service, body, 50)
        last = all_open
        drip = all_open
        while selector.get_map() and time.monotonic() - all_open < 4 * LIMIT:
            for key, _ in selector.select(0.1):
                try:
                    if key.fileobj.recv(4096):
                        continue
                except OSError:
                    pass
                selector.unregister(key.fileobj)
                key.fileobj.close()
                last = time.monotonic()
            if time.monotonic() - drip > 1:
                drip = time.monotonic()
                for key in list(selector.get_map().values()):
                    try:
                        if key.data != "silent":
                            key.fileobj.send(b"x")
                    except OSError:
                        pass
        left = len(selector.get_map())
        print(f"{3 * EACH} opened in {all_open - opened:.1f} s; median answer before {before * 1e3:.1f} ms, during {during * 1e3:.1f} ms")
        check("answer during / before", during / before, at_most=1.5)
        check("still open", left, at_most=0)
        check(f"last closed after s (limit {LIMIT})", last - all_open, at_most=LIMIT + SLACK)
