"""Bodies that are small and open to much, or nest, or count, without end."""

import gzip
import subprocess
import sys
import time
import zlib

from service import Service, articles

GIB = 1 << 30


def bombs():
    """(name, body, headers, statuses that refuse it)."""
    zeros = zlib.compressobj(9, zlib.DEFLATED, 31)
    chunk = bytes(1 << 20)
    packed = b"".join(zeros.compress(chunk) for _ in range(GIB >> 20)) + zeros.flush()
    twice = gzip.compress(packed)
    json, text = "application/json", "text/plain"
    yield "1 GiB in gzip", packed, {"content-type": text, "content-encoding": "gzip"}, {413}
    yield "1 GiB in gzip for a batch", packed, {"content-type": "application/x-ndjson", "content-encoding": "gzip"}, {200}
    yield "gzip in gzip", twice, {"content-type": text, "content-encoding": "gzip, gzip"}, {415}
    for tool, coding in (("zstd", "zstd"), ("brotli", "br")):
        if packed := packed_by(tool):
            yield f"1 GiB in {coding}", packed, {"content-type": text, "content-encoding": coding}, {413}
    yield "arrays nested 100,000 deep", b"[" * 100_000, {"content-type": json}, {400}
    yield "objects nested 100,000 deep", b'{"a":' * 100_000, {"content-type": json}, {400}
    yield "a number of a million digits", b'{"text": ' + b"9" * 1_000_000 + b"}", {"content-type": json}, {400, 422}
    # in a field that nobody asked for: read over, never reckoned
    yield "an exponent of a million digits", b'{"text": "a", "n": 1e' + b"9" * 1_000_000 + b"}", {"content-type": json}, {200, 400}
    yield "a million fields", b"{" + b",".join(b'"%d":0' % i for i in range(500_000)) + b"}", {"content-type": json}, {422}


def packed_by(tool):
    """A GiB of zeros; none where the tool is not installed."""
    try:
        zeros = subprocess.Popen(["head", "-c", str(GIB), "/dev/zero"], stdout=subprocess.PIPE)
        return subprocess.run([tool, "-9" if tool == "brotli" else "-19", "-c"], stdin=zeros.stdout, capture_output=True, check=True).stdout
    except (OSError, subprocess.CalledProcessError):
        print(f"  {tool} is not installed: passed over", file=sys.stderr)
        return None


def run(check):
    with Service() as service:
        for body in articles():
            service.post("/v1/extract", body)
        for name, body, headers, refuse in bombs():
            path = "/v1/extract/batch" if "batch" in name else "/v1/extract"
            service.call("POST", path, body, headers)
            before, times = service.memory(), []
            for _ in range(5):
                begun = time.monotonic()
                status, _ = service.call("POST", path, body, headers)
                times.append(time.monotonic() - begun)
            check(f"{name} ({len(body)} bytes): status {status} is foreseen", int(status in refuse), at_least=1)
            check(f"{name}: median ms", sorted(times)[2] * 1e3, at_most=50)
            time.sleep(0.5)
            check(f"{name}: memory, MB more", service.memory() - before, at_most=10)
