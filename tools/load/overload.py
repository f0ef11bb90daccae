"""Five times what the service can do, for a minute: the service has one core, the load the other.

The load comes from `oha`, a public generator, at an even rate. Where `hey` is there, too, its callers, who all call in the same
instant, are tried after it, for comparison."""

import csv
import io
import shutil
import subprocess
import tempfile
import threading
import time

from service import Service, articles, quantile

SENDERS = 100
# as many as find a place: nobody is refused, and the core never waits
FULL = 8


def load(tool, service, body, seconds, senders, rate=None):
    """(status, begin, seconds) of each call."""
    with tempfile.NamedTemporaryFile() as file:
        file.write(body)
        file.flush()
        common = ["-m", "POST", "-T", "application/json", "-D", file.name, "-t", "30s" if tool == "oha" else "30"]
        common += ["-z", f"{seconds}s", "-c", str(senders), service.url + "/v1/extract"]
        if tool == "oha":
            # what is under way at the end is waited for, as hey does
            own = ["--no-tui", "--output-format", "csv", "-w", *(["-q", f"{rate:.3f}"] if rate else [])]
        else:
            own = ["-o", "csv", *(["-q", f"{rate / senders:.3f}"] if rate else [])]
        command = ["taskset", "-c", "0", tool, *own, *common]
        out = subprocess.run(command, capture_output=True, text=True, check=True).stdout
    rows = csv.DictReader(io.StringIO(out))
    begin, time, status = ("request-start", "request-duration", "status") if tool == "oha" else ("offset", "response-time", "status-code")
    return [(int(r[status]), float(r[begin]), float(r[time])) for r in rows]


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


def times(calls, status):
    return [time for is_so, _, time in calls if is_so == status]


def run(check, seconds=60):
    body = sorted(articles(), key=len)[len(articles()) // 2]
    with Service(core=1) as service:
        load("oha", service, body, 3, FULL)
        cpu = service.cpu()
        calls = load("oha", service, body, 10, FULL)
        capacity, each = goodput(calls), (service.cpu() - cpu) / len(times(calls, 200))
        half = times(load("oha", service, body, 20, SENDERS, capacity / 2), 200)
        print(f"one core, {len(body)} bytes an article: {capacity:.0f} articles/s; at half load p99 {quantile(half, 0.99) * 1e3:.1f} ms")
        end, alive = threading.Event(), []
        prober = threading.Thread(target=livez, args=(service, end, alive))
        prober.start()
        cpu = service.cpu()
        calls = load("oha", service, body, seconds, SENDERS, capacity * 5)
        spent = service.cpu() - cpu
        end.set()
        prober.join()
        # once more: the machine may have been shared out otherwise meanwhile
        after = goodput(load("oha", service, body, 10, FULL))
        in_step = shutil.which("hey") and load("hey", service, body, seconds // 2, SENDERS, capacity * 5)
    admitted, refused = times(calls, 200), times(calls, 429)
    capacity = (capacity + after) / 2
    print(f"offered {len(calls) / seconds:.0f}/s; capacity after it {after:.0f}/s; admitted: median {quantile(admitted, 0.5) * 1e3:.1f} ms")
    check("goodput / capacity", goodput(calls) / capacity, at_least=0.9)
    # the same where others take the core away: articles a second of the processor that the service got
    check("goodput / capacity, by processor time", len(admitted) * each / spent, at_least=0.9)
    check("calls that got neither 200 nor 429", len(calls) - len(admitted) - len(refused), at_most=0)
    check("429, median ms", quantile(refused, 0.5) * 1e3, at_most=5)
    check("p99 of the admitted / p99 at half load", quantile(admitted, 0.99) / quantile(half, 0.99), at_most=3)
    check("/livez, p99 ms", quantile(alive, 0.99) * 1e3, at_most=20)
    check("/livez, longest ms", max(alive) * 1e3, at_most=20)
    if in_step:
        waited = quantile(times(in_step, 200), 0.99)
        print(f"callers in step (hey): goodput / capacity {goodput(in_step) / capacity:.2f}, p99 of the admitted {waited * 1e3:.0f} ms")
