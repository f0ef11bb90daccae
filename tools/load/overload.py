"""Five times what the service can do, for a minute: the service has one core, the load the other.

The load comes from `oha`, a public generator, at an even rate. The machine's own speed may change by half within minutes, so what is
compared is measured in turns: capacity and overload in short windows, the overload held against the capacity before and after it; and
the times of a minute's overload against those at half load before and after. Where `hey` is there, too, its callers, who all call in
the same instant, are tried last, for comparison."""

import csv
import io
import shutil
import statistics
import subprocess
import tempfile
import time

from livez import Probe
from service import Service, articles, quantile

SENDERS = 100
# as many as find a place: nobody is refused, and the core never waits
FULL = 8
# seconds of a window of capacity or overload, and how many overloads
WINDOW, WINDOWS = 10, 6
# the core of the load; the service has the other
LOAD, SERVICE = 0, 1
HALF_LOAD = 20
CALM = 2


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
        command = ["taskset", "-c", str(LOAD), tool, *own, *common]
        out = subprocess.run(command, capture_output=True, text=True, check=True).stdout
    rows = csv.DictReader(io.StringIO(out))
    begin, time, status = ("request-start", "request-duration", "status") if tool == "oha" else ("offset", "response-time", "status-code")
    return [(int(r[status]), float(r[begin]), float(r[time])) for r in rows]


def goodput(calls):
    """Articles answered a second."""
    done = [begin + time for status, begin, time in calls if status == 200]
    return len(done) / (max(done) - min(begin for _, begin, _ in calls))


def times(calls, status):
    return [time for is_so, _, time in calls if is_so == status]


class Trial:
    """A service on one core, an article of middle length, and windows of load."""

    def __init__(self, service, body):
        self.service, self.body = service, body
        # of all overloads
        self.calls, self.alive, self.late = [], [], []

    def capacity(self):
        """Articles a second, and the processor's seconds an article."""
        # after an overload the queue is short until nobody was refused for a second
        time.sleep(CALM)
        cpu = self.service.cpu()
        calls = load("oha", self.service, self.body, WINDOW, FULL)
        assert not times(calls, 429), "who measures the capacity must not be refused"
        return goodput(calls), (self.service.cpu() - cpu) / len(times(calls, 200))

    def half(self, capacity):
        """Seconds of each article at half load."""
        return times(load("oha", self.service, self.body, HALF_LOAD, SENDERS, capacity / 2), 200)

    def overload(self, seconds, capacity):
        """The calls at five times the capacity, and the seconds of the processor that they took."""
        cpu = self.service.cpu()
        with Probe(self.service, LOAD) as probe:
            calls = load("oha", self.service, self.body, seconds, SENDERS, capacity * 5)
        self.calls += calls
        self.alive += probe.times
        self.late += probe.late
        return calls, self.service.cpu() - cpu

    def goodput(self):
        """Goodput under overload as a share of the capacity around it, window by window: by the clock, and by processor time, which is
        right also where others take the core away."""
        by_clock, by_processor, before = [], [], self.capacity()
        for _ in range(WINDOWS):
            calls, spent = self.overload(WINDOW, before[0])
            after = self.capacity()
            capacity, each = map(statistics.mean, zip(before, after))
            by_clock.append(goodput(calls) / capacity)
            by_processor.append(len(times(calls, 200)) * each / spent)
            before = after
        print(f"{before[0]:.0f} articles/s at last; by the clock {shares(by_clock)}; by processor time {shares(by_processor)}")
        return by_clock, by_processor

    def minute(self, seconds):
        """p99 of the admitted in a minute's overload, by p99 at half load before and after it."""
        capacity, _ = self.capacity()
        half = self.half(capacity)
        calls, _ = self.overload(seconds, capacity)
        time.sleep(CALM)
        half += self.half(capacity)
        admitted = times(calls, 200)
        p99, p99_at_half = quantile(admitted, 0.99), quantile(half, 0.99)
        print(f"{capacity:.0f} articles/s; at half load p99 {p99_at_half * 1e3:.1f} ms; offered {len(calls) / seconds:.0f}/s: ", end="")
        print(f"admitted {len(admitted)}, median {quantile(admitted, 0.5) * 1e3:.1f} ms, p99 {p99 * 1e3:.1f} ms")
        return p99 / p99_at_half

    def in_step(self, seconds):
        """The capacity before, and the calls of callers who all call in the same instant."""
        capacity, _ = self.capacity()
        return capacity, load("hey", self.service, self.body, seconds, SENDERS, capacity * 5)


def shares(values):
    return " ".join(f"{value:.2f}" for value in values)


def run(check, seconds=60, minutes=3):
    body = sorted(articles(), key=len)[len(articles()) // 2]
    with Service(core=SERVICE) as service:
        load("oha", service, body, 3, FULL)
        print(f"one core, {len(body)} bytes an article")
        trial = Trial(service, body)
        by_clock, by_processor = trial.goodput()
        ratios = [trial.minute(seconds) for _ in range(minutes)]
        in_step = shutil.which("hey") and trial.in_step(seconds // 2)
    admitted, refused = times(trial.calls, 200), times(trial.calls, 429)
    check("goodput / capacity, median", statistics.median(by_clock), at_least=0.9)
    check("goodput / capacity, by processor time, median", statistics.median(by_processor), at_least=0.9)
    check("calls that got neither 200 nor 429", len(trial.calls) - len(admitted) - len(refused), at_most=0)
    check("429, median ms", quantile(refused, 0.5) * 1e3, at_most=5)
    check("p99 of the admitted / p99 at half load, median", statistics.median(ratios), at_most=3)
    check("p99 of the admitted / p99 at half load, worst", max(ratios), at_most=3)
    print(f"/livez: {len(trial.alive)} calls; the caller itself was woken {max(trial.late) * 1e3:.1f} ms late at most")
    check("/livez, p99 ms", quantile(trial.alive, 0.99) * 1e3, at_most=20)
    check("/livez, longest ms", max(trial.alive) * 1e3, at_most=20)
    if in_step:
        capacity, calls = in_step
        waited = quantile(times(calls, 200), 0.99)
        print(f"callers in step (hey): goodput / capacity {goodput(calls) / capacity:.2f}, p99 of the admitted {waited * 1e3:.0f} ms")
