"""Five times what the service can do, for a minute. The load comes from `hey`, a public generator, on the other core."""

import csv
import io
import subprocess
import tempfile
import threading
import time

from service import Service, articles, quantile

SENDERS = 100


def hey(service, body, seconds, senders, rate=None):
    """(status, begin, seconds) of each call."""
    with tempfile.NamedTemporaryFile() as file:
        file.write(body)
        file.flush()
        limit = ["-q", f"{rate / senders:.3f}"] if rate else []
        command = ["taskset", "-c", "0", "hey", "-m", "POST", "-T", "application/json", "-D", file.name, "-t", "30", "-o", "csv"]
        command += ["-z", f"{seconds}s", "-c", str(senders), *limit, service.url + "/v1/extract"]
        out = subprocess.run(command, capture_output=True, text=True, check=True).stdout
    rows = csv.DictReader(io.StringIO(out))
    return [(int(r["status-code"]), float(r["offset"]), float(r["response-time"])) for r in rows]


def goodput(calls):
    """Articles answered a second."""
    done = [begin + time for status, begin, time in calls if status == 200]
    return len(done) / (max(done) - min(begin for _, begin, _ in calls))


def livez(service, end, times):
    while not end.is_set():
        begun = time.monotonic()
        assert service.get("/livez")[0] == 200
        times.append(time.monotonic() - begun)
        time.sleep(0.02)


def run(check, seconds=60):
    body = sorted(articles(), key=len)[len(articles()) // 2]
    with Service(core=1) as service:
        hey(service, body, 3, 4)
        # as many senders as find a place: nobody is refused, and the core never waits
        cpu = service.cpu()
        calls = hey(service, body, 10, 8)
        capacity, each = goodput(calls), (service.cpu() - cpu) / sum(s == 200 for s, _, _ in calls)
        half = [t for s, _, t in hey(service, body, 20, 8, capacity / 2) if s == 200]
        print(f"one core, {len(body)} bytes an article: {capacity:.0f} articles/s; at half load p99 {quantile(half, 0.99) * 1e3:.1f} ms")
        end, alive = threading.Event(), []
        prober = threading.Thread(target=livez, args=(service, end, alive))
        prober.start()
        cpu = service.cpu()
        calls = hey(service, body, seconds, SENDERS, capacity * 5)
        spent = service.cpu() - cpu
        end.set()
        prober.join()
        # once more: the machine may have been shared out otherwise meanwhile
        after = goodput(hey(service, body, 10, 8))
    admitted = [t for s, _, t in calls if s == 200]
    refused = [t for s, _, t in calls if s == 429]
    good = goodput(calls)
    print(f"offered {len(calls) / seconds:.0f}/s; capacity after it {after:.0f}/s")
    check("goodput / capacity", good / ((capacity + after) / 2), at_least=0.9)
    # the same where others take the core away: articles a second of the processor that the service got
    check("goodput / capacity, by processor time", len(admitted) * each / spent, at_least=0.9)
    check("calls that got neither 200 nor 429", len(calls) - len(admitted) - len(refused), at_most=0)
    check("429, median ms", quantile(refused, 0.5) * 1e3, at_most=5)
    check("p99 of the admitted / p99 at half load", quantile(admitted, 0.99) / quantile(half, 0.99), at_most=3)
    check("/livez, p99 ms", quantile(alive, 0.99) * 1e3, at_most=20)
    check("/livez, longest ms", max(alive) * 1e3, at_most=20)
