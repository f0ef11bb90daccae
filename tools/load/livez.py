"""Asks /livez as an orchestrator does, each time on a connection of its own, until its input ends.

A process of its own, for within the trial's what comes back from the generator would be read meanwhile, and hold the answers up."""

import json
import pathlib
import select
import socket
import subprocess
import sys
import time

EACH = 0.02


class Probe:
    """Asks while the block runs; then `times` has the seconds of each answer, and `late` how late this process itself was woken."""

    def __init__(self, service, core):
        self.command = ["taskset", "-c", str(core), sys.executable, str(pathlib.Path(__file__)), service.host, str(service.port)]

    def __enter__(self):
        self.process = subprocess.Popen(self.command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True)
        return self

    def __exit__(self, *_):
        self.times, self.late = json.loads(self.process.communicate()[0])


def ask(host, port):
    with socket.create_connection((host, port), timeout=10) as connection:
        connection.sendall(f"GET /livez HTTP/1.1\r\nhost: {host}\r\nconnection: close\r\n\r\n".encode())
        assert b"".join(iter(lambda: connection.recv(4096), b"")).startswith(b"HTTP/1.1 200 ")


def main(host, port):
    times, late = [], []
    due = time.monotonic()
    while not select.select([sys.stdin], [], [], max(0.0, due - time.monotonic()))[0]:
        begun = time.monotonic()
        late.append(max(0.0, begun - due))
        ask(host, port)
        done = time.monotonic()
        times.append(done - begun)
        due = done + EACH
    print(json.dumps([times, late]))


if __name__ == "__main__":
    main(sys.argv[1], int(sys.argv[2]))
