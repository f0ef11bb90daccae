"""A running service to try things on, and what the system says of it."""

import json
import os
import pathlib
import signal
import socket
import subprocess
import time
import urllib.error
import urllib.request

ROOT = pathlib.Path(__file__).resolve().parents[2]
BINARY = os.environ.get("PARAPH", str(ROOT / "target/release/paraph"))
# as deploy/ sets it
ENVIRONMENT = {"MALLOC_MMAP_THRESHOLD_": "4194304", "MALLOC_TRIM_THRESHOLD_": "4194304"}
TICKS = os.sysconf("SC_CLK_TCK")


def articles():
    """Bodies of articles, from the project's own."""
    files = sorted((ROOT / "tests/articles").glob("*.json"))
    return [json.dumps(json.loads(f.read_text())["input"]).encode() for f in files]


class Service:
    """`paraph serve` on a free port; on one core where `core` is given."""

    def __init__(self, *arguments, core=None):
        pin = ["taskset", "-c", str(core)] if core is not None else []
        self.process = subprocess.Popen(
            [*pin, BINARY, "serve", "--port", "0", *arguments],
            env=os.environ | ENVIRONMENT,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            text=True,
        )
        # when it was told to stop
        self.told = None
        said = self.process.stdout.readline()
        self.url = said.removeprefix("listening on ").strip()
        self.host, self.port = self.url.removeprefix("http://").split(":")
        self.port = int(self.port)
        assert self.get("/readyz")[0] == 200

    def __enter__(self):
        return self

    def __exit__(self, *_):
        if self.process.poll() is None:
            self.process.kill()
            self.process.wait()

    def call(self, method, path, body=None, headers=None, timeout=60):
        """Status and body of one call on a connection of its own."""
        request = urllib.request.Request(self.url + path, body, headers or {}, method=method)
        try:
            with urllib.request.urlopen(request, timeout=timeout) as answer:
                return answer.status, answer.read()
        except urllib.error.HTTPError as error:
            return error.code, error.read()

    def get(self, path):
        return self.call("GET", path)

    def post(self, path, body, kind="application/json", **headers):
        return self.call("POST", path, body, {"content-type": kind, **{k.replace("_", "-"): v for k, v in headers.items()}})

    def metric(self, name):
        """The sum of a metric over its labels; 0 where nothing was counted."""
        lines = self.get("/metrics")[1].decode().splitlines()
        return sum(float(line.rsplit(" ", 1)[1]) for line in lines if line.split("{")[0].split(" ")[0] == name)

    def memory(self):
        """Resident memory in MB (10^6 bytes)."""
        return self._status("VmRSS") * 1024 / 1e6

    def peak(self):
        """The most that was ever resident, in MB."""
        return self._status("VmHWM") * 1024 / 1e6

    def forget_peak(self):
        pathlib.Path(f"/proc/{self.process.pid}/clear_refs").write_text("5")

    def _status(self, field):
        for line in pathlib.Path(f"/proc/{self.process.pid}/status").read_text().splitlines():
            if line.startswith(field + ":"):
                return int(line.split()[1])
        return 0

    def cpu(self):
        """Seconds of processor time so far."""
        stat = pathlib.Path(f"/proc/{self.process.pid}/stat").read_text().rsplit(")", 1)[1].split()
        return (int(stat[11]) + int(stat[12])) / TICKS

    def handles(self):
        """Open file handles."""
        return len(os.listdir(f"/proc/{self.process.pid}/fd"))

    def connect(self):
        connection = socket.create_connection((self.host, self.port))
        connection.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
        return connection

    def stop(self):
        """Seconds from SIGTERM to the end, and the exit code."""
        begun = self.told = time.monotonic()
        self.process.send_signal(signal.SIGTERM)
        code = self.process.wait(60)
        return time.monotonic() - begun, code


def quantile(values, q):
    """The value below which `q` of them lie; 0 of none."""
    ordered = sorted(values)
    return ordered[min(len(ordered) - 1, int(q * len(ordered)))] if ordered else 0.0
